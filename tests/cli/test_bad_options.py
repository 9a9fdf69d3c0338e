"""Options and files that cannot be used are refused before a folder is made or a page requested."""

import zipfile
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner

from scraper.cli.main import cli
from tests.support.command import invoke
from tests.support.fiches import FIXTURE
from tests.support.small_site import small_site

XML = FIXTURE.read_text("utf-8")
LIST = files("scraper").joinpath("data", "official_list_2025-06.csv").read_bytes()

BAD = {
    "--data": ("", "file"),
    "--mirror": ("", "nowhere", "file"),
    "--warc": ("nowhere", "file", "folder"),
    "--contact": ("", "x", "é@é.fr", "https://me:secret@example.org"),
    "--seeds": ("nowhere", "file", "folder", "bytes", "empty"),
    "--allow-host": ("", "a b", "me@example.org", "http://", "a:99999", "a:b", "a:", "*.gouv.fr"),
    "--rate": ("-1", "nan", "inf", "x"),
    "--max-pages": ("0", "1.5"),
    "--max-time": ("0", "nan", "inf"),
    "--sample": ("2", "nan"),
    "--config": ("nowhere", "folder", "bytes"),
    "--log-level": ("x",),
    "--log-file": ("folder",),
}
OF_RUN = {
    "--accept": ("record", "integrity", "values:nothing"),
    "--fiches": ("nowhere", "file", "cut.xml", "cut.json", "cut.zip", "other.md"),
    "--official-list": ("nowhere", "folder", "ftp://example.org/a.csv", "bytes", "cut.csv"),
    "--metiers": ("nowhere", "cut.csv"),
    "--rome": ("nowhere",),
    "--rncp": ("nowhere", "bytes", "cut.zip"),
    "--only": ("x",),
    "--scope": ("x",),
    "--lexicon": ("nowhere", "folder", "bytes", "file"),
    "--every-days": ("0", "99999999", "99999999999"),
    "--grace-days": ("-1", "99999999"),
}
CASES = [
    *(
        (verb, option, value)
        for verb in ("run", "fetch")
        for option in BAD
        for value in BAD[option]
    ),
    *(("run", option, value) for option in OF_RUN for value in OF_RUN[option]),
]


def test_a_bad_option_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("x")
    Path("bytes").write_bytes(bytes(range(256)))
    Path("empty").write_text("# none\n")
    Path("other.md").write_text("# No fiche\n\nA text, with commas.\n")
    Path("folder").mkdir()
    Path("cut.xml").write_text(XML[: XML.rindex("</formation>")])
    Path("cut.json").write_text('{"formations": {"formation": [{"identifiant": "FOR.1"},')
    Path("cut.csv").write_bytes(LIST[: LIST.rindex(b";")])
    with zipfile.ZipFile("cut.zip", "w") as packed:
        packed.write("cut.xml")
    Path("seeds").write_text("http://127.0.0.1:1/cap.html")  # nothing answers there
    before = set(tmp_path.rglob("*"))
    for verb, option, value in CASES:
        usual = {"--data": "data", "--seeds": "seeds", "--allow-host": "127.0.0.1:1",
                 "--contact": "you@example.org"}  # fmt: skip
        arguments = [part for pair in (usual | {option: value}).items() for part in pair]
        done = CliRunner().invoke(cli, [verb, *arguments])
        assert done.exit_code == 2, (verb, option, value, done.output)
        assert set(tmp_path.rglob("*")) == before, (verb, option, value)
        assert "Traceback" not in done.output


def test_no_line_of_the_help_is_cut() -> None:
    for arguments in ([], *([verb] for verb in cli.commands)):
        text = CliRunner().invoke(cli, [*arguments, "--help"], terminal_width=80).output
        lines = [line for line in text.splitlines() if not line.startswith("Usage:")]
        assert not [line for line in lines if line.endswith("...")]
        assert not [line for line in lines if len(line) > 80 and "eduscol " not in line]


def test_a_missing_data_folder_is_one_message_in_every_verb(tmp_path: Path) -> None:
    data = tmp_path / "none"
    calls = (
        "status", "prune", "search boucher", "diff a b", "diff --since 0", "check", "publish",
        "withdraw latest --reason x", "replay", f"push {tmp_path / 'target'}",
        "inspect https://eduscol.education.fr/1", "suggest-labels",
    )  # fmt: skip
    for call in calls:
        result = CliRunner().invoke(cli, [*call.split(), "--data", str(data)])
        assert result.exit_code == 2, call
        assert f"{data}: no " in result.stderr, call
        assert result.stderr.endswith("--data, or make one with eduscol run\n"), call
    assert not data.exists()


@pytest.mark.parametrize("name", ["", "archive", "published"])
def test_a_link_to_a_disk_that_is_not_mounted_is_named(tmp_path: Path, name: str) -> None:
    data, site = tmp_path / "data", small_site(tmp_path / "site")
    if name:
        data.mkdir()
    (data / name).symlink_to(tmp_path / "disk")
    for verb, *more in (("run", "--mirror", site), ("publish",)):
        done = invoke(verb, *more, "--data", data)
        assert done.exit_code == 2
        assert f"{data / name} is a link to {tmp_path}/disk, which is not there" in done.stderr
        assert "mount its disk" in done.stderr
    assert not (tmp_path / "disk").exists()
    if name == "published":
        done = invoke("status", "--data", data)
        assert done.exit_code == 4
        assert f"{data / name} is a link to {tmp_path}/disk" in done.stdout


def test_a_folder_may_have_a_name_that_looks_like_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    site = small_site(tmp_path / "site")
    for verb, *more in (("run", "--mirror", site), ("publish",), ("status",), ("replay",)):
        done = invoke(verb, *more, "--data", "file:x")
        assert done.exit_code == 0, done.stderr
    assert (tmp_path / "file:x" / "state.db").is_file()


def test_a_misspelt_variable_is_told_and_others_are_left_alone() -> None:
    done = invoke("schema", EDUSCOL_RAET="5", EDUSCOL_MAX_PAGE="3", EDUSCOL_TITLE="x",
                  EDUSCOL_BACKUPS="/srv")  # fmt: skip
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        f"eduscol: EDUSCOL_{name} is not known and not used; the nearest name is EDUSCOL_{near}"
        for name, near in (("MAX_PAGE", "MAX_PAGES"), ("RAET", "RATE"))
    ]
