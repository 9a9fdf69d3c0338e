"""parse, inspect, normalise and schema, run as a user runs them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from output.versions.file_schemas import published_schemas
from parsers.parse import read
from schema.lexicon import Lexicon
from scraper.cli.main import cli
from scraper.sources.official_list import OfficialList
from tests.support.command import eduscol

FIXTURES = Path(__file__).parent.parent / "fixtures"
METI = FIXTURES / "founding" / "MC3_METI.md"
SITE = FIXTURES / "site" / "eduscol.education.fr" / "referentiels-professionnels"
PROCESS = [sys.executable, "-c", "from scraper.cli.main import main; main()"]


def lines(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode().splitlines()]


@pytest.mark.parametrize("verb", sorted(cli.commands))
def test_every_verb_shows_an_example(verb: str) -> None:
    assert f"Example: eduscol {verb}" in eduscol(verb, "--help").stdout.decode()


def test_parse_writes_a_line_a_record_in_input_order(tmp_path: Path) -> None:
    report = tmp_path / "report.ndjson"
    done = eduscol("parse", SITE / "e009.html", METI, "--report", report)
    assert done.returncode == 0
    assert [line["id"] for line in lines(done.stdout)] == [
        "e009-45024215", "e009-45024216", "e009-45024214", "mc3_meti-56122706",
    ]  # fmt: skip
    told = lines(report.read_bytes())
    assert [item["outcome"] for item in told] == ["record", "record"]
    assert told[1]["ids"] == ["mc3_meti-56122706"]
    assert told[1]["reason"] is None


def test_a_file_name_controls_no_terminal(tmp_path: Path) -> None:
    page = tmp_path / "a\x1b[31m\x9b\x1b]0;title\x07.html"
    page.write_bytes((SITE / "E046.html").read_bytes())
    for call in (("parse", tmp_path), ("inspect", page), ("inspect", page, "--stage", "blocks")):
        done = eduscol(*call)
        told = (done.stdout + done.stderr).decode()
        assert "refused:" in told or "--stage" in call
        assert not {"\x1b", "\x9b", "\x07"} & set(told)


def test_parse_goes_on_after_a_refused_input(tmp_path: Path) -> None:
    report = tmp_path / "report.ndjson"
    missing = tmp_path / "missing.html"
    done = eduscol("parse", SITE / "E046.html", missing, METI, "--report", report)
    assert done.returncode == 3
    assert [line["id"] for line in lines(done.stdout)] == ["mc3_meti-56122706"]
    assert [line["reason"] for line in lines(report.read_bytes())] == [
        "login-page", "unreadable", None,
    ]  # fmt: skip


def test_parse_reads_folders_and_standard_input() -> None:
    folder = eduscol("parse", FIXTURES / "founding")
    piped = eduscol("parse", "-", stdin=METI.read_bytes())
    assert folder.stdout == piped.stdout != b""


def test_parse_reads_the_pdfs_of_a_folder_too() -> None:
    done = lines(eduscol("parse", SITE).stdout)
    assert "pdf" in {item["source_kind"] for item in done}


def test_parse_takes_the_address_of_one_document() -> None:
    url = "https://referentiels-professionnels.eduscol.education.fr/Some%20Page.html"
    (record,) = lines(eduscol("parse", SITE / "e085.html", "--url", url).stdout)
    assert (record["page"], record["url"]) == ("Some Page", url)
    assert record["id"].startswith("some_page-")


def test_the_stem_names_the_page_when_the_address_is_not_the_sites(tmp_path: Path) -> None:
    text = METI.read_text("utf-8").replace(
        "eduscol.education.fr/referentiels-professionnels", "x.fr"
    )
    path = tmp_path / "Fiche à moi.md"
    path.write_text(text, "utf-8")
    (record,) = lines(eduscol("parse", path).stdout)
    assert (record["page"], record["url"]) == ("Fiche à moi", "https://x.fr/MC3_METI.html")
    assert record["id"] == "fiche_a_moi-56122706"


def test_parse_numbers_the_second_of_two_equal_ids() -> None:
    first, second = lines(eduscol("parse", METI, METI).stdout)
    assert (first["id"], second["id"]) == ("mc3_meti-56122706", "mc3_meti-56122706-2")
    assert [issue["issue"] for issue in second["issues"]] == ["duplicate-id"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["parse"], "Missing argument"),
        *(
            ([*verb, "a" * 300], "File name too long")
            for verb in (["verify"], ["publish", "--data"])
        ),
        (["replay", "/"], "no published version there"),
        *((["run", option, "nan"], "no finite number") for option in ("--rate", "--sample")),
        (["run", "--max-time", "inf"], "no finite number"),
        (["parse", "no/such/file.html"], "check the path"),
        (["parse", str(METI), "--report", "no/such/folder/report"], "folder that exists"),
        (["parse", str(METI), "--lexicon", "no/such/lexicon"], "cannot be read"),
        (["normalise", "colour", "red"], "colour"),
        (["inspect", "https://eduscol.education.fr/x.html", "--data", "none"], "no archive"),
        (["publish", "--data", os.fsdecode(b"d\xe9j\xe0")], "is not in UTF-8; name another"),
        (["run", "--data", os.fsdecode(b"d\xe9j\xe0")], "is not in UTF-8; name another"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(arguments: list[str], message: str) -> None:
    done = eduscol(*arguments)
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_python_that_drops_docstrings_is_refused() -> None:
    command = [sys.executable, "-OO", "-c", "from scraper.cli.main import main; main()", "schema"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "eduscol: runs without PYTHONOPTIMIZE=2 (-OO) only; unset it\n"


def test_a_folder_without_pages_is_nothing_to_read(tmp_path: Path) -> None:
    done = eduscol("parse", tmp_path)
    assert done.returncode == 2
    assert "nothing to read" in done.stderr.decode()


def test_a_lexicon_of_the_users_own_adds_labels(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(METI.read_text("utf-8").replace("## Accès", "## Comment on y entre"), "utf-8")
    (before,) = lines(eduscol("parse", page).stdout)
    lexicon = tmp_path / "lexicon.csv"
    lexicon.write_text("field;kind;label\naccess;text;Comment on y entre\n", "utf-8")
    (after,) = lines(eduscol("parse", page, "--lexicon", lexicon).stdout)
    assert before["access"] is None
    assert ("unknown-heading", "Comment on y entre") in [
        (issue["issue"], issue["value"]) for issue in before["issues"]
    ]
    assert after["access"].startswith("L'accès en formation")


@pytest.mark.parametrize(
    ("line", "reason"),
    [("access;texte;Entrée", "unknown kind"), ("acces;text;Entrée", "unknown field"),
     ("access;Entrée", "2 columns"), ("access;text;", "empty label"),
     ("foo;heading;Voie", "unknown field 'foo' for kind 'heading', one of none: leave it empty"),
     ("access,text,Entrée", "the columns are separated by commas, not by semicolons; a line is"),
     ("access\ttext\tEntrée", "the columns are separated by tabs, not by semicolons; a line is")],
)  # fmt: skip
def test_a_bad_lexicon_is_named_with_line_and_reason(
    tmp_path: Path, line: str, reason: str
) -> None:
    lexicon = tmp_path / "lexicon.csv"
    lexicon.write_text(f"# mine\n{line}\n", "utf-8")
    done = eduscol("parse", METI, "--lexicon", lexicon)
    assert done.returncode == 2
    assert f"{lexicon}:2: {reason}" in done.stderr.decode()


def test_a_lexicon_that_is_not_there_or_empty_is_named_once(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon.csv"
    missing = eduscol("parse", METI, "--lexicon", lexicon)
    told = f"eduscol: --lexicon {lexicon}: cannot be read (No such file or directory)\n"
    assert (missing.returncode, missing.stderr.decode()) == (2, told)
    lexicon.write_text("\n")
    empty = eduscol("parse", METI, "--lexicon", lexicon)
    assert (empty.returncode, "is empty; a line is" in empty.stderr.decode()) == (2, True)


def test_a_lexicon_as_a_french_excel_saves_it(tmp_path: Path) -> None:
    page, lexicon = tmp_path / "page.md", tmp_path / "lexicon.csv"
    page.write_text(METI.read_text("utf-8").replace("## Accès", "## Entrée"), "utf-8")
    text = "Field;Kind;Label\r\n;;\r\nAccess;Text;Entrée\r\n"
    lexicon.write_bytes(text.encode("cp1252"))
    done = eduscol("parse", page, "--lexicon", lexicon)
    assert done.returncode == 2
    told = f"{lexicon}:3: no UTF-8; save the file as UTF-8 (in Excel: CSV UTF-8)"
    assert told in done.stderr.decode()
    lexicon.write_bytes(text.encode("utf-8-sig"))
    (record,) = lines(eduscol("parse", page, "--lexicon", lexicon).stdout)
    assert record["access"].startswith("L'accès en formation")


def test_a_label_given_twice_with_two_meanings_is_refused(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon.csv"
    lexicon.write_text("first_session;value;Ouverture\nlast_session;value;OUVERTURE :\n", "utf-8")
    done = eduscol("parse", METI, "--lexicon", lexicon)
    assert done.returncode == 2
    said = "'OUVERTURE :' means first_session;value in a line before ('Ouverture'); keep one"
    assert f"{lexicon}:2: {said}" in done.stderr.decode()
    lexicon.write_text("first_session;value;Ouverture\nfirst_session;value;OUVERTURE\n", "utf-8")
    assert eduscol("parse", METI, "--lexicon", lexicon).returncode == 0


def test_a_line_that_changes_a_known_label_is_told(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon.csv"
    lexicon.write_text("level;value;Niveau\nlast_session;value;Première session\n", "utf-8")
    done = eduscol("parse", METI, "--lexicon", lexicon)
    assert done.stderr.decode() == (
        f"warning    {lexicon}:2: 'Première session' means last_session;value from this line on; "
        "without it: first_session;value\n"
    )


def test_no_lexicon_changes_the_columns_of_the_list() -> None:
    mine = Lexicon.packaged().extended(
        b"last_session;value;Premi\xc3\xa8re session", Path("own.csv")
    )
    rows = [row.document for row in OfficialList().documents() if row.name == "50022146"]
    assert rows[0] is not None
    (row,) = read(rows[0], mine).records
    assert (row.record.first_session, row.record.last_session) == (2026, None)


def test_inspect_shows_value_text_place_and_issues() -> None:
    shown = eduscol("inspect", SITE / "index22ae.html", "--all").stdout.decode()
    assert "index22ae-46125406" in shown
    assert "certificat de spécialisation" in shown
    assert "type-by-prefix" in shown
    assert "body>" in shown


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("blocks", {"kind": "heading 1", "text": "CAP Vannerie"}),
        ("labels", {"kind": "pair", "field": "code", "text": "50023438"}),
        ("sections", {"section": "unknown heading", "text": "Historique"}),
        ("statements", {"field": "legal_texts", "text": "Arrêté du 23 mars 2015"}),
        ("statements", {"issue": "unknown-heading", "text": "Historique"}),
    ],
)
def test_inspect_shows_each_stage_with_places(
    tmp_path: Path, stage: str, expected: dict[str, str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><body><h1>CAP Vannerie</h1><p>Code : 50023438</p><p>Arrêté du 23 mars 2015</p>"
        "<h2>Historique</h2><p>Texte</p></body></html>"
    )
    shown = lines(eduscol("inspect", page, "--stage", stage, "--json").stdout)
    assert any(expected.items() <= line.items() and line["place"] for line in shown)
    text = eduscol("inspect", page, "--stage", stage).stdout.decode()
    assert len(text.splitlines()) == len(shown)
    assert any(expected["text"] in line and "@ body>" in line for line in text.splitlines())


def test_inspect_shows_the_stages_of_a_page_that_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><body><h1>Calendrier des examens</h1><p>Juin 2026</p></body></html>")
    assert eduscol("inspect", page).returncode == 3
    assert b"Calendrier" in eduscol("inspect", page, "--stage", "blocks").stdout
    page.write_text("")
    assert eduscol("inspect", page, "--stage", "blocks").returncode == 3


def test_normalise_answers_in_order_one_object_a_line() -> None:
    done = eduscol("normalise", "code", stdin=b"400-25303 M\r\nfoo\n\n")
    first, second, third = lines(done.stdout)
    assert (first["value"], first["code"], first["issues"]) == ("400-25303 M", "40025303", [])
    assert (second["value"], second["code"]) == ("foo", None)
    assert second["issues"][0]["issue"] == "invalid-code"
    assert third["value"] == ""


@pytest.mark.parametrize(
    ("kind", "value", "field", "expected"),
    [
        ("level", "Niveau V", "level", 3),
        ("duration", "2 ans", "duration_months", 24),
        ("type", "CAP (CAP)", "diploma_type", "CAP"),
        ("trade", "plombier/ère", "feminine", "plombière"),
    ],
)  # fmt: skip
def test_normalise_kinds(kind: str, value: str, field: str, expected: Any) -> None:
    (record,) = lines(eduscol("normalise", kind, value).stdout)
    assert record[field] == expected


def test_normalise_survives_arguments_that_are_no_text() -> None:
    command = [*PROCESS, "normalise", "trade"]
    done = subprocess.run(
        [*map(os.fsencode, command), b"\xff\xfe"], capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 3
    assert json.loads(done.stdout)["id"] is None


def test_the_help_of_schema_lists_every_name() -> None:
    text = eduscol("schema", "--help").stdout.decode()
    assert [name for name in published_schemas() if not re.search(rf"\b{name}\b", text)] == []


def test_records_are_valid_by_the_schema() -> None:
    schema = json.loads(eduscol("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"].startswith("urn:eduscol-referentials:referential:")
    validator = jsonschema.Draft202012Validator(schema)
    for record in lines(eduscol("parse", SITE).stdout):
        validator.validate(record)
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**record, "code": 56122706})


def test_every_field_is_described_in_french_and_english() -> None:
    schema = json.loads(eduscol("schema").stdout)
    for name, field in schema["properties"].items():
        french, _, english = field["description"].partition(" / ")
        assert french, name
        assert english, name


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("code", "56122706", 0),
        ("code", "nonsense", 3),
        ("level", "niveau 3", 0),
        ("level", "9", 3),
        ("level", "non inscrit au RNCP", 0),
        ("duration", "longtemps", 3),
        ("duration", "2 ans", 0),
        ("type", "zzz", 3),
        ("type", "CAP", 0),
        ("trade", "", 3),
        ("trade", "plombier/ère", 0),
    ],
)
def test_a_value_that_is_not_understood_is_exit_3(kind: str, value: str, code: int) -> None:
    assert eduscol("normalise", kind, value).returncode == code, value


@pytest.mark.parametrize(
    "arguments",
    [["normalise", "code", "56122706"], ["inspect", METI], ["parse", METI], ["schema"],
     ["inspect", METI, "--stage", "blocks"]],
)  # fmt: skip
def test_an_output_that_nobody_reads_is_no_fault(arguments: list[str | Path]) -> None:
    reader, output = os.pipe()
    os.close(reader)
    try:
        command = [*PROCESS, *map(str, arguments)]
        done = subprocess.run(command, stdout=output, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(output)
    assert (done.returncode, done.stderr) == (141, b"")


def test_the_data_folder_may_stand_in_the_environment_and_is_never_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDUSCOL_DATA", str(tmp_path / "nowhere"))
    done = eduscol("publish")
    assert done.returncode == 2
    assert b"nowhere" in done.stderr
    done = eduscol("publish", "--data", "")
    assert done.returncode == 2
    assert b"is empty" in done.stderr


def test_an_output_that_cannot_show_a_character_replaces_it() -> None:
    done = subprocess.run(
        [*PROCESS, "normalise", "trade", "œnologue"], capture_output=True, timeout=60, check=False,
        env={**os.environ, "PYTHONIOENCODING": "iso-8859-1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"?nologue" in done.stdout


def test_foreign_text_in_a_message_controls_no_terminal(tmp_path: Path) -> None:
    done = eduscol("run", "--seeds", tmp_path / "a\x1b[31mb.txt", "--data", tmp_path)
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr


def test_an_id_that_is_too_long_for_a_file_is_looked_up_all_the_same(tmp_path: Path) -> None:
    done = eduscol("inspect", "a" * 300 + "-50022137", "--data", tmp_path)
    assert done.returncode == 2
    assert b"no such file" in done.stderr
