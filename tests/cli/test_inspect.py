"""`eduscol inspect` as a user reads it: narrow and wide, whole and in part, for programs."""

import json
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support import command
from tests.support.small_site import small_site

FIXTURES = Path(__file__).parent.parent / "fixtures"
PAGES = "https://eduscol.education.fr/referentiels-professionnels/"
METI = FIXTURES / "founding" / "MC3_METI.md"


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def eduscol(*arguments: str | Path, columns: int = 80, folder: Path | None = None) -> Done:
    """Call the command on a terminal of so many columns."""
    done = command.eduscol(*arguments, folder=folder, COLUMNS=str(columns))
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_what_matters_fits_on_a_screen_and_no_word_is_broken() -> None:
    done = eduscol("inspect", METI)
    lines = done.stdout.splitlines()
    assert len(lines) <= 40
    assert all(len(line) <= 80 for line in lines)
    assert "trades: monteur/euse en installations thermiques et climatiques" in done.stdout
    everything = eduscol("inspect", METI, "--all").stdout
    assert len(everything.splitlines()) > len(lines)
    assert "utlisation" in everything.replace("\n", " ")  # the whole text, as published


@pytest.mark.parametrize("columns", [80, 160])
def test_one_field_is_shown_with_its_place(columns: int) -> None:
    shown = eduscol("inspect", METI, "--field", "level", columns=columns).stdout
    assert "niveau 3" in shown
    assert "line" in shown
    assert "duration_months" not in shown


def test_an_unknown_field_is_refused_with_the_nearest() -> None:
    done = eduscol("inspect", METI, "--field", "levle")
    assert done.returncode == 2
    assert "--field level" in done.stderr


def test_issues_alone_and_all_for_programs() -> None:
    page = FIXTURES / "site" / "eduscol.education.fr" / "referentiels-professionnels"
    shown = eduscol("inspect", page / "index22ae.html", "--issues").stdout
    assert "type-by-prefix" in shown
    assert "trades" not in shown
    record = json.loads(eduscol("inspect", METI, "--json").stdout)
    assert record["record"]["code"] == "56122706"
    assert {"level", "trades"} <= {seen["field"] for seen in record["evidence"]}


def test_markup_and_control_characters_of_a_page_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    text = METI.read_text("utf-8")
    page.write_text(text.replace("équipements", "équipements [/annexe] [sic] [bold]"), "utf-8")
    done = eduscol("inspect", page)
    assert done.returncode == 0, done.stderr
    assert "[/annexe] [sic] [bold]" in done.stdout.replace("\n", " ")


def test_a_record_whose_name_is_too_long_for_a_file_is_found(tmp_path: Path) -> None:
    name = "x" * 249
    folder = tmp_path / "site" / "eduscol.education.fr" / "referentiels-professionnels"
    folder.mkdir(parents=True)
    shutil.copy(FIXTURES / "site" / folder.relative_to(tmp_path / "site") / "MC3_METI.html",
                folder / f"{name}.html")  # fmt: skip
    seeds = tmp_path / "seeds.txt"
    seeds.write_text(f"https://eduscol.education.fr/referentiels-professionnels/{name}.html")
    run = ("run", "--mirror", tmp_path / "site", "--data", "data/sample", "--no-site", "--no-xlsx",
           "--only", "eduscol", "--seeds", seeds)  # fmt: skip
    assert eduscol(*run, folder=tmp_path).returncode == 0
    done = eduscol("inspect", name, folder=tmp_path)
    assert done.stdout.startswith("xxx"), done.stderr
    assert "56122706" in done.stdout


def test_the_only_data_folder_is_found_and_named(tmp_path: Path) -> None:
    run = ("run", "--mirror", FIXTURES / "site", "--data", "data/sample", "--no-site", "--no-xlsx",
           "--only", "eduscol")  # fmt: skip
    assert eduscol(*run, folder=tmp_path).returncode == 0
    done = eduscol("inspect", "mc3_meti-56122706", folder=tmp_path)
    assert done.stdout.startswith("mc3_meti-56122706: ")
    assert "looking in data/sample" in done.stderr
    result = eduscol("search", "plombières", folder=tmp_path)
    assert result.stdout.endswith("2 diplômes\n")
    assert "looking in data/sample" in result.stderr
    shutil.copytree(tmp_path / "data" / "sample", tmp_path / "data" / "other", symlinks=True)
    several = eduscol("search", "plombières", folder=tmp_path)
    assert several.returncode == 2
    assert "name one with --data: data/" in several.stderr


@pytest.fixture(scope="module")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the sample site, completed by the packaged list, in a folder of its own."""
    folder = tmp_path_factory.mktemp("inspect")
    run = (
        "run",
        "--mirror",
        FIXTURES / "site",
        "--data",
        folder / "data",
        "--no-site",
        "--no-xlsx",
    )
    assert eduscol(*run).returncode == 0
    return folder / "data"


@pytest.mark.parametrize(
    ("target", "ids"),
    [
        ("50023411", ["b215"]),  # a code that another source gave: it is no part of the id
        ("500-23411 T", ["b215"]),
        ("b215", ["b215"]),
        ("40124106", ["f002-40124106-d", "f002-40124106-e"]),
        ("f002", ["f002-40124106-d", "f002-40124106-e"]),
        ("f002-40124106-d", ["f002-40124106-d"]),
        ("MC3_METI", ["mc3_meti-56122706"]),
    ],
)
def test_records_are_found_by_id_page_and_code(
    sample_site: Path, target: str, ids: list[str]
) -> None:
    done = eduscol("inspect", target, "--json", "--data", sample_site)
    assert [json.loads(line)["record"]["id"] for line in done.stdout.splitlines()] == ids


@pytest.mark.parametrize("target", ["b215", "B215", "50023411", "500-23411 T"])
def test_a_name_leads_to_its_page_where_that_is_read_anew(sample_site: Path, target: str) -> None:
    done = eduscol("inspect", target, "--stage", "labels", "--data", sample_site)
    assert "MENUISIER EN SIEGES" in done.stdout, done.stderr
    lexicon = sample_site.parent / "none.csv"
    lexicon.write_text("# none\n", "utf-8")
    done = eduscol("inspect", target, "--lexicon", lexicon, "--json", "--data", sample_site)
    assert json.loads(done.stdout)["record"]["id"] == "b215", done.stderr


@pytest.mark.parametrize("target", ["actualite_rentree", PAGES + "actualite_rentree.html"])
def test_a_refused_page_says_so_by_its_name_too(sample_site: Path, target: str) -> None:
    done = eduscol("inspect", target, "--data", sample_site)
    assert done.returncode == 3, done.stderr
    assert done.stdout.startswith(f"{target}: refused: other-page")
    done = eduscol("inspect", target, "--stage", "labels", "--data", sample_site)
    assert done.returncode == 0, done.stderr


def test_a_page_is_found_by_name_before_anything_is_published(tmp_path: Path) -> None:
    eduscol("fetch", "--mirror", small_site(tmp_path / "site"), "--data", tmp_path / "data")
    done = eduscol("inspect", "MC3_METI", "--json", "--data", tmp_path / "data")
    assert json.loads(done.stdout)["record"]["id"] == "mc3_meti-56122706", done.stderr


def test_a_code_of_several_pages_names_them(tmp_path: Path) -> None:
    folder = small_site(tmp_path / "site") / "eduscol.education.fr" / "referentiels-professionnels"
    shutil.copy(folder / "MC3_METI.html", folder / "b231.html")
    run = ("run", "--mirror", tmp_path / "site", "--data", tmp_path / "data", "--no-site",
           "--no-xlsx", "--only", "eduscol")  # fmt: skip
    assert eduscol(*run).returncode == 0
    done = eduscol("inspect", "56122706", "--stage", "labels", "--data", tmp_path / "data")
    assert done.returncode == 2
    assert f"{PAGES}MC3_METI.html, {PAGES}b231.html" in done.stderr


def test_a_record_without_a_page_says_that_there_is_none(tmp_path: Path) -> None:
    run = ("run", "--mirror", small_site(tmp_path / "site"), "--data", tmp_path / "data",
           "--no-site", "--no-xlsx", "--scope", "all")  # fmt: skip
    assert eduscol(*run).returncode == 0
    done = eduscol("inspect", "cfd.32020009", "--stage", "labels", "--data", tmp_path / "data")
    assert done.returncode == 2
    assert "from other sources" in done.stderr


def test_a_name_of_no_record_says_how_to_look_for_one(sample_site: Path) -> None:
    done = eduscol("inspect", "d", "--data", sample_site)  # the letter of an option is no name
    assert done.returncode == 2
    assert "eduscol search" in done.stderr
