"""The file of Onisep's fiches: in each form of publication, damaged in each way, at any size."""

import codecs
import json
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from schema.errors import UnusableInput
from scraper.sources import zip_or_file
from scraper.sources.onisep import OnisepFile
from scraper.sources.source_interface import SourceDocument
from tests.support.fiches import FIXTURE, issues, json_file, read_formation, values, zip_file

XML = FIXTURE.read_bytes()
JSON = json_file(XML)


def documents(path: Path) -> list[SourceDocument]:
    return list(OnisepFile(path).documents())


def written(folder: Path, body: bytes | str, name: str = "fiches.xml") -> Path:
    path = folder / name
    path.write_bytes(body.encode() if isinstance(body, str) else body)
    return path


def formations(inner: str) -> str:
    return f"<formations>{inner}</formations>"


def one(number: int, title: str = "CAP vannerie") -> str:
    return (
        f"<formation><identifiant>FOR.{number}</identifiant>"
        f"<libelle_complet>{title}</libelle_complet></formation>"
    )


def test_one_document_a_formation() -> None:
    source = OnisepFile(FIXTURE)
    result = list(source.documents())
    assert len(result) == 13
    first = result[0]
    assert (first.name, first.modified, first.refused) == ("FOR.8260", "2025-10-01", None)
    assert first.document is not None
    assert first.document.name == "FOR.8260"
    assert source.date == "2025-10-13"  # of the fiche changed last


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("fiches.json", JSON),
        ("fiches.JSON", codecs.BOM_UTF8 + JSON),
        ("fiches.xml", codecs.BOM_UTF8 + XML),
        ("fiches.xml", XML.decode().replace("UTF-8", "UTF-16").encode("utf-16")),
        ("fiches.xml", XML.decode().replace("UTF-8", "windows-1252").encode("cp1252")),
    ],
)
def test_the_same_fiches_in_other_forms(tmp_path: Path, name: str, body: bytes) -> None:
    _equal_to_the_fixture(written(tmp_path, body, name))


@pytest.mark.parametrize(("name", "body"), [("fiches.xml", XML), ("data/fiches.json", JSON)])
def test_the_same_fiches_in_a_zip(tmp_path: Path, name: str, body: bytes) -> None:
    _equal_to_the_fixture(zip_file(tmp_path / "fiches.zip", {name: body}))


def _equal_to_the_fixture(path: Path) -> None:
    for expected, found in zip(documents(FIXTURE), documents(path), strict=True):
        assert expected.document is not None
        assert found.document is not None
        assert (found.name, found.modified) == (expected.name, expected.modified)
        bodies = expected.document.body, found.document.body
        results = [values(read_formation(body, found.name)) for body in bodies]
        assert results[0] == results[1]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"%PDF-1.7 \x00\x01", "no well-formed XML"),
        ("", "no well-formed XML"),
        ("<metiers/>", "its root is metiers"),
        ("<formations/>", "it holds no formation"),
        ('<!DOCTYPE formations [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'
         + formations("<formation>&b;</formation>"), "it has a DOCTYPE"),
        ('<!DOCTYPE formations [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
         + formations("<formation>&a;</formation>"), "it has a DOCTYPE"),
        ('<!DOCTYPE formations SYSTEM "http://localhost/x.dtd">' + formations(one(1)),
         "it has a DOCTYPE"),
        (formations("<a>" * 100), "nested deeper"),
        (formations("<!--" + "x" * 2_100_000 + "-->" + one(1)), "no end of a document"),
        ('<?xml version="1.0" encoding="none-such"?><formations/>', "no well-formed XML"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_of_onisep_s(tmp_path: Path, body: bytes | str, message: str) -> None:
    path = written(tmp_path, body)
    with pytest.raises(UnusableInput, match=f"{message}.*no formation was read: fetch the file"):
        documents(path)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[1, 2]",
        '{"formations": []}',
        '{"formations": {"formation": ["FOR.1"]}}',
        '{"results": [{"identifiant": "FOR.1"}]}',
        "[" * 100_000,
        "<formations/>",
        b'{"formations": {"formation": {"identifiant": "\xe9"}}}',
        f'{{"formations": {{"formation": {{"niv_code": {"9" * 5000}}}}}}}',
    ],
)
def test_json_of_another_shape(tmp_path: Path, body: bytes | str) -> None:
    path = written(tmp_path, body, "fiches.json")
    with pytest.raises(UnusableInput, match="no formation was read: fetch the file"):
        documents(path)


def test_a_single_formation_in_json_is_no_list(tmp_path: Path) -> None:
    fiche = {"identifiant": "FOR.1", "niv_code": 170, "sigle": None, "a <b>": "x",
             "libelle_complet": "CAP\x00 vannerie"}  # fmt: skip
    body = json.dumps({"formations": {"formation": fiche}})
    (result,) = documents(written(tmp_path, body, "fiches.json"))
    assert result.name == "FOR.1"
    assert result.document is not None
    assert b"<niv_code>170</niv_code>" in result.document.body
    assert read_formation(result.document.body).record.title == "CAP vannerie"


def test_in_json_false_is_no_text_and_true_is_told(tmp_path: Path) -> None:
    fiche = {"identifiant": "FOR.1", "libelle_complet": "CAP vannerie", "attendus": False,
             "sigle": True}  # fmt: skip
    body = json.dumps({"formations": {"formation": fiche}})
    (result,) = documents(written(tmp_path, body, "fiches.json"))
    assert result.document is not None
    reading = read_formation(result.document.body)
    assert (reading.record.expectations, reading.record.acronym) == (None, None)
    assert "sigle/true" in {value for _, _, value in issues(reading)}


def test_a_key_given_twice_in_json_is_an_element_given_twice(tmp_path: Path) -> None:
    body = '{"formations": {"formation": {"identifiant": "FOR.1", "sigle": "A", "sigle": "B"}}}'
    (result,) = documents(written(tmp_path, body, "fiches.json"))
    assert result.document is not None
    assert b"<sigle>A</sigle><sigle>B</sigle>" in result.document.body


@pytest.mark.parametrize(("name", "body"), [("fiches.xml", XML), ("fiches.json", JSON)])
def test_a_cut_file_names_its_last_whole_formation(tmp_path: Path, name: str, body: bytes) -> None:
    path = written(tmp_path, body[: body.index(b"FOR.804") + 5], name)
    with pytest.raises(UnusableInput, match=r"the last whole one is FOR\.9918: fetch the file"):
        documents(path)


def test_what_stands_before_a_fault_is_read_before_it(tmp_path: Path) -> None:
    result = OnisepFile(written(tmp_path, formations(one(1) + one(2) + "<<"))).documents()
    assert [next(result).name, next(result).name] == ["FOR.1", "FOR.2"]
    with pytest.raises(UnusableInput, match=r"FOR\.2"):
        next(result)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<formation><libelle_complet>CAP rotin</libelle_complet></formation>", "CAP rotin"),
        ("<formation><identifiant> </identifiant></formation>", "no identifiant"),
        ("<formation><identifiant>MET.7</identifiant></formation>", "MET.7"),
        ("<date_export>01/10/2025</date_export>", "date_export"),
    ],
)
def test_one_faulty_formation_is_refused_and_the_rest_goes_on(
    tmp_path: Path, body: str, reason: str
) -> None:
    result = documents(written(tmp_path, formations(one(1) + body + one(2))))
    assert [document.refused is None for document in result] == [True, False, True]
    assert result[1].document is None
    assert reason in str(result[1].refused)


def test_two_identifiers_are_told(tmp_path: Path) -> None:
    body = one(1).replace("<libelle", "<identifiant>FOR.2</identifiant><libelle", 1)
    (result,) = documents(written(tmp_path, formations(body)))
    assert result.name == "FOR.1"
    assert [issue.value for issue in result.issues] == ["FOR.1 | FOR.2"]


@pytest.mark.parametrize(
    ("date", "modified", "told"),
    [
        ("27/06/2023", "2023-06-27", 0),
        ("2023-06-27", "2023-06-27", 0),
        ("", None, 0),
        ("31/02/2023", None, 1),
        ("récemment", None, 1),
    ],
)
def test_the_day_of_the_last_change(
    tmp_path: Path, date: str, modified: str | None, told: int
) -> None:
    body = one(1).replace("<libelle", f"<modification_date>{date}</modification_date><libelle", 1)
    (result,) = documents(written(tmp_path, formations(body)))
    assert result.modified == modified
    assert [issue.issue.value for issue in result.issues] == ["unknown-date"] * told


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "holds 0"),
        ({"a.xml": XML, "b.xml": XML}, r"holds 2 \(a.xml, b.xml\)"),
        ({"../fiches.xml": XML}, "points out of its folder"),
        ({"/fiches.xml": XML}, "points out of its folder"),
        ({"fiches.csv": XML}, r"\.csv, where \.xml or \.json is expected"),
        ({"fiches.xml": b" " * 5_000_000}, "no end of a document"),
    ],
)
def test_zips_that_are_not_read(tmp_path: Path, files: dict[str, bytes], message: str) -> None:
    path = zip_file(tmp_path / "fiches.zip", files)
    with pytest.raises(UnusableInput, match=message):
        documents(path)
    assert [file.name for file in tmp_path.rglob("*")] == ["fiches.zip"]


def test_a_zip_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_or_file, "MOST_BYTES", 1000)
    path = zip_file(tmp_path / "fiches.zip", {"fiches.xml": XML})
    with pytest.raises(UnusableInput, match="unpacks to more than 1000 bytes"):
        documents(path)


def test_an_encrypted_zip(tmp_path: Path) -> None:
    path = zip_file(tmp_path / "fiches.zip", {"fiches.xml": XML})
    body = bytearray(path.read_bytes())
    body[body.index(b"PK\x01\x02") + 8] |= 1  # the flag in the directory
    path.write_bytes(body)
    with pytest.raises(UnusableInput, match=r"fiches\.xml is encrypted"):
        documents(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("damage", ["no zip", "cut", "early byte", "byte"])
def test_a_damaged_zip(tmp_path: Path, damage: str, method: int) -> None:
    path = zip_file(tmp_path / "fiches.zip", {"fiches.xml": XML}, method)
    body = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as packed:
        size = packed.infolist()[0].compress_size
    if "byte" in damage:
        body[49 if damage == "early byte" else size // 2] ^= 0xFF
    path.write_bytes({"no zip": b"<formations/>", "cut": bytes(body[:2000])}.get(damage, body))
    with pytest.raises(UnusableInput, match="fetch the file"):
        documents(path)


def test_a_path_that_is_none(tmp_path: Path) -> None:
    source = OnisepFile(tmp_path / "none.xml")
    with pytest.raises(UnusableInput, match=r"none\.xml"):
        list(source.documents())
    with pytest.raises(UnusableInput, match="no such file"):
        _ = source.files


@pytest.mark.parametrize("form", ["xml", "json"])
def test_memory_does_not_grow_with_the_file(tmp_path: Path, form: str) -> None:
    title = "CAP " + "vannerie " * 300
    body = formations("".join(one(number, title) for number in range(1500))).encode()
    path = written(tmp_path, body if form == "xml" else json_file(body), f"fiches.{form}")
    source = OnisepFile(path)
    tracemalloc.start()
    try:
        assert sum(1 for _ in source.documents()) == 1500
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < path.stat().st_size / 4
