"""suggest-labels: five pages with unknown labels, lines proposed, two of them taken. Mock-ups."""

import json
from pathlib import Path

import pytest

from tests.cli.test_replay import done
from tests.support.command import invoke
from tests.support.line_files import rows_of
from tests.support.small_site import PAGES

NOTICE = "Maquette écrite pour les essais d'eduscol-referentials ; ce n'est pas une page d'Eduscol."
DIPLOMAS = {
    "E083": "BP libraire",
    "b231": "CAP métiers de la coiffure",
    "b259": "CAP agent de sécurité",
    "e082": "BP charpentier de marine",
    "indexa9a8": "CAP boulanger",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with the five pages in its archive, published once."""
    folder = tmp_path / "copy" / PAGES
    folder.mkdir(parents=True)
    for name, title in DIPLOMAS.items():
        trade = title.split()[-1]
        (folder / f"{name}.html").write_text(
            f"<html><head><meta charset=utf-8><title>{title}</title></head><body><h1>{title}</h1>"
            "<p>Arrêté du 21 février 2014</p>"
            f"<h2>Au jour le jour</h2><p>Il travaille comme {trade} en atelier.</p>"
            f"<h2>Emplois ouverts aux titulaires</h2><ul><li>{trade}/ère</li></ul>"
            "<h2>Entrée au lycée</h2><p>Après la classe de troisième.</p>"
            f"<footer>{NOTICE}</footer></body></html>",
            encoding="utf-8",
        )
    target = tmp_path / "data"
    done("run", "--mirror", tmp_path / "copy", "--data", target, "--no-xlsx", "--only", "eduscol")
    return target


def records(data: Path) -> list[dict[str, object]]:
    return rows_of(data / "published/latest", "referentials")


def test_two_lexicon_lines_out_of_five_unknown_pages(data: Path, tmp_path: Path) -> None:
    assert all(not record["trades"] and not record["access"] for record in records(data))
    output = done("suggest-labels", "--data", data).splitlines()
    lines = output[output.index("field;kind;label") :]
    taken = [
        "trades;list;Emplois ouverts aux titulaires",
        "access;text;Entrée au lycée",
    ]
    assert set(taken) <= set(lines)
    # nothing tells what this heading means: a person says it, or leaves it
    assert not any("Au jour le jour" in line for line in lines)
    assert any("5 x  Au jour le jour  ->  ?" in line for line in output)
    lexicon = tmp_path / "my-labels.csv"
    lexicon.write_text("\n".join([lines[0], *taken]) + "\n", "utf-8")
    done("publish", "--data", data, "--lexicon", lexicon, "--no-xlsx", "--only", "eduscol")
    assert all(record["trades"] and record["access"] for record in records(data))
    again = done("suggest-labels", "--data", data, "--lexicon", lexicon)
    assert "Emplois ouverts aux titulaires" not in again


def test_json_names_every_page(data: Path) -> None:
    output = done("suggest-labels", "--data", data, "--json")
    rows = [json.loads(line) for line in output.splitlines()]
    (row,) = [row for row in rows if row["text"] == "Emplois ouverts aux titulaires"]
    assert sorted(row["pages"]) == sorted(DIPLOMAS)
    assert (row["field"], row["line"]) == ("trades", "trades;list;Emplois ouverts aux titulaires")
    assert row["reason"]


def page(data: Path, name: str, body: str) -> None:
    """Write one page into the copy beside `data`, and fetch it."""
    folder = data.parent / "copy" / PAGES
    head = "<html><head><meta charset=utf-8></head>"
    (folder / f"{name}.html").write_text(f"{head}<body>{body}</body></html>", "utf-8")


def test_every_heading_that_an_issue_tells_is_there_and_nothing_inside_of_a_title(
    data: Path,
) -> None:
    page(
        data,
        "a024",
        "<h1>BP gouvernante</h1><h2>Zigle</h2><ul><li><b>Code :</b> 450-33404 T</li>"
        "<li><b>Durée :</b> 2 ans</li></ul><h2>Zagle</h2><h2>Accès</h2><p>Après un CAP.</p>",
    )
    title = "TECHNICIEN EN FACTURE INSTRUMENTALE"  # a part of a text that an issue tells
    page(
        data,
        "b078",
        f"<h1>BMA</h1><p>BREVET DES METIERS D'ART {title} option GUITARE</p><p><b>{title}</b></p>"
        "<p>Arrêté du 21 février 2014</p><p>Un texte.</p>",
    )
    page(data, "a025", "<h1>Actualités</h1><h2>Accès aux stages</h2><p>Un texte de la rentrée.</p>")
    done("run", "--mirror", data.parent / "copy", "--data", data, "--no-xlsx", "--only", "eduscol")
    output = done("suggest-labels", "--data", data, "--json")
    rows = {row["text"]: row for row in map(json.loads, output.splitlines()) if row["is_label"]}
    assert rows["Zigle"]["line"] == ";heading;Zigle"
    assert rows["Zagle"]["line"] is None
    # one page that is refused may be of anything: a person looks, no line is there to copy
    assert rows["Accès aux stages"]["refused_pages"] == ["a025"]
    assert rows["Accès aux stages"]["line"] is None
    assert title not in rows


def test_what_the_archive_has_lost_is_told(data: Path) -> None:
    whole = done("suggest-labels", "--data", data)
    page(data, "a024", "<h1>BP gouvernante</h1><p>Arrêté du 21 février 2014</p>")
    done("run", "--mirror", data.parent / "copy", "--data", data, "--no-xlsx", "--only", "eduscol")
    first, *later = sorted((data / "archive").glob("*.warc.gz"))
    first.unlink()
    some = invoke("suggest-labels", "--data", data)
    assert (some.exit_code, some.stdout == whole) == (0, False)
    assert "it has lost the content of 5 pages (archive-damaged" in some.stderr
    named = invoke("inspect", "E083", "--stage", "labels", "--data", data)
    assert (named.exit_code, "has lost its content (archive-damaged)" in named.stderr) == (2, True)
    for path in later:
        path.unlink()
    none = invoke("suggest-labels", "--data", data)
    assert (none.exit_code, none.stdout) == (2, "")
    assert "no page that can be read: it has lost the content of 6 pages" in none.stderr


def test_without_an_archive_it_says_how_to_make_one(tmp_path: Path) -> None:
    result = invoke("suggest-labels", "--data", tmp_path)
    assert result.exit_code == 2
    assert "no archived run there; name the folder of a run with --data" in result.output
