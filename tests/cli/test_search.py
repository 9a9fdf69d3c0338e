"""`eduscol search` as users and programs call it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from output.formats.table_files import write_tables
from output.tables.table import History
from scraper.cli.main import cli
from tests.support.samples import other, record, sample


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a version of two diplomas."""
    data = tmp_path_factory.mktemp("data")
    folder = data / "published" / "latest"
    folder.mkdir(parents=True)
    write_tables(sample(record(), other(1, trades=())), History(), folder)
    return data


def search(data: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["search", *words, "--data", str(data)])


def test_people_read_code_type_title_and_place(data: Path) -> None:
    shown = search(data, "plombières").stdout
    assert shown.startswith("56122706   CS  maintenance des équipements thermiques individuels  [")
    assert "métier : plombier / plombière" in shown
    assert shown.endswith("1 diplôme\n")


def test_programs_read_lines(data: Path) -> None:
    (line,) = search(data, "plombières", "--json").stdout.splitlines()
    hit = json.loads(line)
    assert (hit["id"], hit["code"]) == ("mc3_meti-56122706", "56122706")
    assert hit["found_in"] == ["métier : plombier / plombière"]


def test_nothing_found_is_no_fault_and_suggests(data: Path) -> None:
    result = search(data, "plonbier")
    assert result.exit_code == 0
    assert "mots proches : plombier" in result.stdout
    empty = search(data, "plonbier", "--json")
    assert empty.stdout == ""
    assert "plombier" in empty.stderr


def test_what_is_said_of_a_word_is_true_and_in_its_own_writing(data: Path) -> None:
    """*son* is looked for in titles and trades alone, and stands in a text."""
    said = search(data, "son").stdout
    assert "« son » n'est dans aucun intitulé ni métier" in said
    assert "« bts » n'est dans aucun intitulé" in search(data, "BTS").stdout
    assert "« employée » n'est nulle part" in search(data, "Employée").stdout


def test_words_that_exist_apart_are_told_so(data: Path) -> None:
    assert "aucun diplôme ne les a tous" in search(data, "plombier", "numéro").stdout
