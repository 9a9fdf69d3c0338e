"""Rows of a table of orders whose cells are lines of their own, as a PDF is written out."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon

FORMS = ["<p>{}</p>", "<div class=t>{}</div>", "{}<br>"]
HEAD = ["Texte", "Nature", "NOR"]


def orders(form: str, lines: list[str]) -> list[str]:
    body = "".join(form.format(line) for line in lines)
    page = f"<html><body><h1>CAP Vannerie</h1><h2>Textes</h2>{body}</body></html>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    texts = only.record.legal_texts
    return [" ".join(filter(None, (str(o.date), o.kind, o.nor))) for o in texts]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # an empty cell has no line in the first two forms
        (["Arrêté du 3 mai 2004", "Création", "", "Arrêté du 5 juin 2006", "Modification",
          "MENE0601234A"], ["2004-05-03 creation", "2006-06-05 modification MENE0601234A"]),
        (["Arrêté du 3 mai 2006", "Modification", "MENE0601230A", "Arrêté du 5 juin 2006",
          "Modification", "MENE0601234A"],
         ["2006-05-03 modification MENE0601230A", "2006-06-05 modification MENE0601234A"]),
        (["Arrêté du 3 mai 2004", "Arrêté", "MENE0401234A", "Arrêté du 5 juin 2006", "–",
          "MENE0601234A"], ["2004-05-03 MENE0401234A", "2006-06-05 MENE0601234A"]),
    ],
)  # fmt: skip
def test_each_cell_belongs_to_the_order_above_it(
    form: str, rows: list[str], expected: list[str]
) -> None:
    assert orders(form, [*HEAD, *rows]) == expected


@pytest.mark.parametrize("form", FORMS)
def test_a_nature_that_says_nothing_and_a_link_are_no_orders(form: str) -> None:
    lines = [
        "Texte",
        "Nature",
        "Lien",
        "Arrêté du 3 mai 2004",
        "Arrêté",
        "<a href=a.pdf>Le texte</a>",
    ]
    assert orders(form, lines) == ["2004-05-03"]


@pytest.mark.parametrize("form", FORMS)
def test_lines_below_no_names_of_columns_stay_as_they_are(form: str) -> None:
    lines = [
        "Arrêté du 3 mai 2004",
        "Création",
        "Arrêté du 5 juin 2006 modifiant l'arrêté de création",
    ]
    assert orders(form, lines) == ["2004-05-03 creation", "2006-06-05 modification"]
