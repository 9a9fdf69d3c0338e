"""The state of a diploma as the value of a label of titles, or behind any other. Mock-ups."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

PAIRS = (
    "<p>{} : {}</p>",
    "<table><tr><th>{}</th><td>{}</td></tr></table>",
    "<p><b>{}</b><br>{}</p>",
    "<div>{}</div><div>{}</div>",
)
HEADS = (
    "<p>CAP</p><h1>Vannerie</h1>",
    "<h1>CAP Vannerie</h1>",
    "<center>CAP<h2>Vannerie</h2></center>",
)
FACTS = "<p>Arrêté du 3 mai 2004</p><p>Code : 50024122</p>"


def record(body: str) -> Referential:
    (only,) = read(Document(f"<body>{body}</body>".encode()), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("en vigueur", "in_force"),
        ("actuellement en vigueur", "in_force"),
        ("diplôme en vigueur", "in_force"),
        ("Diplôme actuellement en vigueur", "in_force"),
        ("référentiel en vigueur", "in_force"),
        ("en vigueur (mis à jour en mars)", "in_force"),
        ("abrogé", "repealed"),
    ],
)
def test_a_state_is_no_title(head: str, pair: str, value: str, status: str) -> None:
    found = record(head + pair.format("Diplôme", value) + FACTS)
    assert (found.title, found.status) == ("CAP Vannerie", status)


@pytest.mark.parametrize("pair", PAIRS[:3])
def test_a_title_with_its_state_stays_one(pair: str) -> None:
    found = record(pair.format("Diplôme", "CAP Vannerie (en vigueur)") + FACTS)
    assert (found.title, found.status) == ("CAP Vannerie", "in_force")


def test_a_state_behind_a_label_that_nobody_knows_stands_among_other_lines() -> None:
    lines = "Code : 50024122<br>Actualité : EN VIGUEUR<br>Arrêté du 3 mai 2004 : création"
    assert record(f"<h1>CAP Vannerie</h1><p>{lines}</p>").status == "in_force"
    lines = "Code : 50024122<br>Textes : en vigueur<br>Arrêté du 3 mai 2004 : création"
    assert record(f"<h1>CAP Vannerie</h1><p>{lines}</p>").status == "unknown"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Actualité : abrogé (fiche gardée pour mémoire)", "repealed"),
        ("Information : diplôme supprimé, plus aucun candidat", "repealed"),
        ("Langue vivante : supprimée", "unknown"),
        ("Stage : supprimé", "unknown"),
    ],
)
def test_an_end_behind_a_label_is_the_diplomas_where_that_is_about_it(
    line: str, status: str
) -> None:
    assert record(f"<h1>CAP Vannerie</h1>{FACTS}<p>{line}</p>").status == status


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("Diplôme abrogé : 50024199 (dernière session : 2009)", "unknown"),
        ("Diplôme abrogé : CAP Tonnellerie (50024199)", "unknown"),
        ("Diplôme abrogé : oui", "repealed"),
        ("Diplôme abrogé : 50024122", "repealed"),
        ("Diplôme abrogé (50024122)", "repealed"),
    ],
)
def test_another_diploma_behind_a_colon_is_the_one_that_ended(value: str, status: str) -> None:
    found = record(f"<h1>CAP Vannerie</h1>{FACTS}<p>{value}</p>")
    assert found.status == status
    if status == "unknown":
        assert "status" in {issue.field for issue in found.issues}


@pytest.mark.parametrize("line", ["Nouveauté de la rentrée.", "Nouveau diplôme.", "Nouveauté 2015"])
def test_a_line_of_news_is_not_what_files_are_about(line: str) -> None:
    file = "<p><a href=livret.pdf>Livret de l'atelier</a></p>"
    assert record(f"<h1>CAP Vannerie</h1>{FACTS}<p>{line}</p>{file}").title == "CAP Vannerie"
