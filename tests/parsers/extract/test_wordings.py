"""Orders in the wordings of pages and the Bulletin, each in every layout: dates, kinds, status."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon

A, B, C = "2006-05-18", "2009-11-03", "2012-02-24"
# A wording of the orders `{a}`, `{b}`, `{c}`; what it says of each; `repealed` where it says so.
WORDINGS = (
    ("Arrêté de création : {a} ; arrêté modificatif : {b}", "cm", False),
    ("Créé par arrêté du {a} et modifié par arrêté du {b}", "cm", False),
    ("Ce diplôme a été créé par l'arrêté du {a} puis modifié par celui du {b}.", "cm", False),
    ("A. du {a}, mod. par A. du {b}", "-m", False),
    ("Arrêté du {a} - Modificatif : {b}", "-m", False),
    ("Arrêté du {a} (modifié le {b} et le {c})", "-mm", False),
    ("Arrêté du {a} modifié (dernière modification le {b})", "-m", False),
    ("Arrêté du {a} modifié les {b} et {c}", "-mm", False),
    ("Arrêté de création : {a}, modifié par les arrêtés du {b} et du {c}", "cmm", False),
    ("Par arrêté du {a}, il est créé une spécialité de CAP.", "c", False),
    ("Spécialité de CAP créée par l'arrêté du {a}", "c", False),
    ("Modification à compter de la session 2024 : arrêté du {b}", "m", False),
    ("Arrêté(s) : {a}, {b}", "--", False),
    ("Arrêté du {a}, abrogé par arrêté du {b}", "-r", True),
    ("Abrogé à l'issue de la session 2027 par l'arrêté du {b}", "r", True),
    ("Arrêté du {a} modifié par arrêté du {b}, abrogé par arrêté du {c}", "-mr", True),
    ("Abrogation : {c}", "r", True),
)
LAYOUTS = (
    "<p>{}</p>",
    "<ul><li>{}</li></ul>",
    "<h3>Textes réglementaires</h3><p>{}</p>",
    "<table><tr><td>{}</td></tr></table>",
    "<dl><dt>Réglementation</dt><dd>{}</dd></dl>",
    "<pre>\n{}\n</pre>",
)
# Tables, lists of terms and headings: the date of a journal is none of an order.
SHAPES = (
    "<p>Création : {a}<br>Modifications : {b} et {c}</p>",
    "<h3>Création</h3><p>{a}</p><h3>Modifications</h3><ul><li>{b}</li><li>{c}</li></ul>",
    "<dl><dt>Création</dt><dd>{a}</dd><dt>Modifications</dt><dd>{b}, {c}</dd></dl>",
    "<table><tr><td>JO du</td><td>Arrêté du</td><td>Objet</td></tr>"
    "<tr><td>1/1/2020</td><td>{a}</td><td>création</td></tr>"
    "<tr><td>2/1/2020</td><td>{b}</td><td>modification</td></tr>"
    "<tr><td>3/1/2020</td><td>{c}</td><td>modification</td></tr></table>",
    "<table><tr><td colspan=2>CAP Vannerie</td></tr><tr><th>Arrêté</th><th>Objet</th></tr>"
    "<tr><td>{a}</td><td>création</td></tr><tr><td>{b}</td><td>modification</td></tr>"
    "<tr><td>{c}</td><td>modification</td></tr></table>",
    "<table><tr><td>Arrêté de création</td><td>{a}</td></tr>"
    "<tr><td>Journal officiel</td><td>1/1/2020</td></tr>"
    "<tr><td>Modifications</td><td>{b}, {c}</td></tr></table>",
)
WRITTEN = (
    {"a": "18 mai 2006", "b": "3 novembre 2009", "c": "24 février 2012"},
    {"a": "18-5-2006", "b": "3-11-2009", "c": "24-2-2012"},
    {"a": "18/05/06", "b": "03/11/09", "c": "24/02/12"},
)
_KINDS = {"c": "creation", "m": "modification", "r": "repeal", "-": None}


def _read(content: str) -> tuple[list[tuple[str | None, str | None]], str]:
    page = f"<html><body><h1>CAP Vannerie</h1><p>Niveau 3</p>{content}</body></html>"
    (record,) = read(Document(page.encode()), Lexicon.packaged()).records
    return [(text.date, text.kind) for text in record.record.legal_texts], record.record.status


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_wording_is_read_in_every_layout(layout: str) -> None:
    wrong = []
    for wording, kinds, is_repealed in WORDINGS:
        dates = [date for date, mark in ((A, "{a}"), (B, "{b}"), (C, "{c}")) if mark in wording]
        expected = [(date, _KINDS[kind]) for date, kind in zip(dates, kinds, strict=True)]
        for written in WRITTEN:
            orders, status = _read(layout.format(wording.format(**written)))
            if orders != expected or (status == "repealed") is not is_repealed:
                wrong.append((wording.format(**written), orders, status))
    assert wrong == []


@pytest.mark.parametrize("shape", SHAPES)
def test_dates_in_columns_and_below_what_orders_do(shape: str) -> None:
    for written in WRITTEN:
        orders, _ = _read(shape.format(**written))
        expected = [(A, "creation"), (B, "modification"), (C, "modification")]
        assert sorted(orders, key=str) == expected
