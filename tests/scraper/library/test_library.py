"""`import eduscol`, as other programs use it; in a wheel: `tests/end_to_end/test_wheel.py`."""

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from output.publish.publish import publish
from scraper import library as eduscol
from tests.support.samples import other, record, sample

ROOT = Path(__file__).parents[3]
SITE = ROOT / "tests/fixtures/site/eduscol.education.fr/referentiels-professionnels"


def test_a_page_is_read_in_three_lines() -> None:
    page = (SITE / "mc_meti.html").read_bytes()
    parsed = eduscol.parse_html(page, "https://eduscol.education.fr/referentiels-professionnels/x")
    assert (parsed.records[0].code, parsed.refusal) == ("01022701", None)
    assert parsed.issues == parsed.records[0].issues


def test_a_page_that_is_no_referentiel_is_refused_not_raised() -> None:
    parsed = eduscol.parse_html(b"<html><body>404 Not Found</body></html>", "https://example.org/a")
    assert parsed.records == ()
    assert parsed.refusal
    assert parsed.refusal.reason == "not-found-page"


def test_a_file_is_read_as_the_command_reads_it(tmp_path: Path) -> None:
    parsed = eduscol.parse_file(ROOT / "tests/fixtures/founding/MC3_METI.md")
    assert [row.id for row in parsed.records] == ["mc3_meti-56122706"]
    with pytest.raises(eduscol.UnusableInput, match="check the path"):
        eduscol.parse_file(tmp_path / "none.html")


def test_published_values_are_normalised() -> None:
    code = eduscol.normalise_code("400-25303 M").value
    level = eduscol.normalise_level("niveau V").value
    duration = eduscol.normalise_duration("2 ans").value
    trade = eduscol.normalise_trade("plombier/ère").value
    assert code
    assert level
    assert duration
    assert trade
    assert (code.code, level.level, trade.feminine) == ("40025303", 3, "plombière")
    assert duration.duration_months == 24
    nothing = eduscol.normalise_code("foo")
    assert (nothing.value, nothing.issues[0].issue) == (None, "invalid-code")


def test_an_argument_of_another_type_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="body must be bytes, not str"):
        eduscol.parse_html("<h1>CAP</h1>")  # type: ignore[arg-type]
    for name in ("code", "level", "duration", "trade"):
        with pytest.raises(TypeError, match="text must be str, not NoneType"):
            getattr(eduscol, f"normalise_{name}")(None)


@pytest.mark.parametrize("path", [".", "published", "published/latest"])
def test_a_version_gives_records_changes_and_evidence(tmp_path: Path, path: str) -> None:
    publish(sample(record(), other(1)), tmp_path / "published")
    version = eduscol.open_version(tmp_path / path)
    assert [item.id for item in version] == [other(1).id, record().id]
    assert version.record(record().id) == record()
    assert {row.source for row in version.evidence(record().id)} == {"eduscol"}
    assert [(change.number, change.kind) for change in version.changes()] == [
        (1, "created"),
        (2, "created"),
    ]
    assert (len(version), version.day, version.schema_version) == (2, "2026-11-03", "2.0.0")
    with version.sql() as database:
        assert database.execute("SELECT count(*) FROM trades").fetchone() == (1,)
    with pytest.raises(KeyError):
        version.record("none")


def test_a_version_of_another_schema_is_refused(tmp_path: Path) -> None:
    folder = publish(sample(), tmp_path).folder
    index = json.loads((folder / "index.json").read_bytes())
    for schema in ("1.1.0", "2.1.0", "3.0.0"):
        (folder / "index.json").write_text(json.dumps({**index, "schema_version": schema}))
        with pytest.raises(eduscol.UnusableInput, match=f"has schema {schema}"):
            eduscol.open_version(folder)
    with pytest.raises(eduscol.UnusableInput, match="give the folder of a version"):
        eduscol.open_version(tmp_path / "none")


READINGS: dict[str, Callable[[eduscol.Version], object]] = {
    "changes.ndjson": lambda version: list(version.changes()),
    "referentials.ndjson.gz": list,
    "referentials.db": lambda version: version.sql(),
    f"referentials/{record().id}.json": lambda version: version.record(record().id),
}
DAMAGES: dict[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda _: None,
    "cut": lambda whole: whole[:-20],
    "bytes that are no text": lambda whole: b"\xff" + whole[1:],
    "another object": lambda _: b"{}\n",
    "no object": lambda _: b"[1]\n",
    "nested without end": lambda _: b"[" * 200_000,
    "empty": lambda _: b"",
    "a line less": lambda whole: whole[: whole.rstrip().rfind(b"\n") + 1],
}


WAYS = {(name, damage) for name in READINGS for damage in DAMAGES}
WAYS -= {("referentials.db", "cut")}  # seen by who reads so far


@pytest.mark.parametrize(("name", "damage"), sorted(WAYS))
def test_a_file_that_is_not_whole_is_unusable_input(tmp_path: Path, name: str, damage: str) -> None:
    folder = publish(sample(record(), other(1)), tmp_path).folder
    path = folder / name
    packed = path.suffix == ".gz"
    whole = gzip.decompress(path.read_bytes()) if packed else path.read_bytes()
    left = DAMAGES[damage](whole)
    if left is None:
        path.unlink()
    else:
        path.write_bytes(gzip.compress(left) if packed else left)
    with pytest.raises(eduscol.UnusableInput, match=r"see what verify\.py beside it says"):
        READINGS[name](eduscol.open_version(folder))


@pytest.mark.parametrize("name", READINGS)
def test_a_version_removed_since_it_was_opened_says_so(tmp_path: Path, name: str) -> None:
    publish(sample(record()), tmp_path)
    version = eduscol.open_version(tmp_path)
    shutil.rmtree(version.folder)
    (tmp_path / "latest").unlink()
    with pytest.raises(eduscol.UnusableInput, match="was removed since it was opened: open the"):
        READINGS[name](version)


def test_a_version_stays_the_one_that_was_opened(tmp_path: Path) -> None:
    publish(sample(record()), tmp_path)
    version = eduscol.open_version(tmp_path)
    publish(sample(record(), other(1)), tmp_path)
    assert [item.id for item in version] == [record().id]
    assert [change.number for change in version.changes()] == [1]


def test_every_promised_name_is_there_and_no_other() -> None:
    assert all(getattr(eduscol, name) for name in eduscol.__all__)
    assert dir(eduscol) == eduscol.__all__
    with pytest.raises(AttributeError, match="no attribute 'crawl'"):
        _ = eduscol.crawl


def test_importing_it_imports_nothing_heavy() -> None:
    """The time of an import is that of the modules it brings: none but Python's own."""
    heavy = ("pydantic", "httpx", "selectolax")
    code = f"import sys, scraper.library; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
