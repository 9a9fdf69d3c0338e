"""Lines below a label, its value or an order, that are facts of their own or head the next line."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential


def record(body: str) -> Referential:
    page = f"<html><body><h1>BMA Broderie</h1>{body}</body></html>"
    return read(Document(page.encode()), Lexicon.packaged()).records[0].record


def orders(body: str) -> list[tuple[str | None, str | None]]:
    return sorted((text.date, text.kind) for text in record(body).legal_texts)


TWO = [("1996-07-11", "creation"), ("1997-02-17", "modification")]


@pytest.mark.parametrize(
    "label", ["Arrêté de création", "Créé par", "Arrêté de création du diplôme"]
)
@pytest.mark.parametrize("strong", ["<b>{}</b>", "{}"])
@pytest.mark.parametrize("order", ["Arrêté du ", "arrêté du ", ""])
def test_what_an_order_does_heads_the_next_line_below_the_one_order_of_a_label(
    label: str, strong: str, order: str
) -> None:
    body = (
        f"<p>{strong.format(label)}<br>arrêté du 11 juillet 1996<br>{strong.format('Modification')}"
        f"<br>{order}17 février 1997 (JO du 24 mars 1997)</p>"
    )
    assert orders(body) == TWO


def test_what_an_order_does_stays_with_the_order_above_where_nothing_follows() -> None:
    bold = "<p><b>Arrêté du</b> 11 juillet 1996<br>JO du 2 août 1996<br><b>portant création</b></p>"
    assert orders(bold) == [("1996-07-11", "creation")]
    plain = (
        "<h2>Textes</h2><p>Arrêté du 11 juillet 1996<br>Création<br>Arrêté du 17 février 1997<br>"
        "Modification</p>"
    )
    assert orders(plain) == TWO


def test_a_line_above_a_list_says_what_its_orders_do() -> None:
    body = (
        "<p><b>Date de l'arrêté de création</b><br>11 juillet 1996<br>Modifications :<br>"
        "- <a href=a.pdf>17 février 1997</a><br>- 9 mars 2007 (NOR : MENE0722470A)</p>"
    )
    assert orders(body) == [*TWO, ("2007-03-09", "modification")]


@pytest.mark.parametrize("label", ["Arrêtés modificatifs", "Modifications"])
def test_dates_alone_are_orders_below_the_label_of_several_changes(label: str) -> None:
    further = [("1999-03-28", "modification")]
    created = "<dl><dt>Création</dt><dd>Arrêté du 11 juillet 1996</dd>"
    terms = f"<dt>{label}</dt><dd>Arrêté du 17 février 1997</dd><dd>28 mars 1999</dd></dl>"
    assert orders(created + terms) == TWO + further
    created = "<p>Arrêté de création : arrêté du 11 juillet 1996</p>"
    lines = f"<p>{label} :</p><p>Arrêté du 17 février 1997</p><p>28 mars 1999</p>"
    assert orders(created + lines) == TWO + further


@pytest.mark.parametrize("label", ["Textes réglementaires", "Arrêté modificatif"])
def test_a_date_alone_below_other_labels_is_no_order(label: str) -> None:
    body = (
        "<p>Arrêté de création : arrêté du 11 juillet 1996</p>"
        f"<p>{label} :</p><p>Arrêté du 17 février 1997 (modification)</p><p>28 mars 1999</p>"
    )
    assert orders(body) == TWO


def test_the_next_date_is_not_what_happened_on_the_day_before_it() -> None:
    body = (
        "<div><div>Création</div><div><div>Arrêté du 11 juillet 1996</div></div></div>"
        "<div><div>Modifications</div><div><div><a href=a.pdf>17 février 1997</a></div>"
        "<div>9 mars 2007 (NOR : MENE0722470A)</div></div></div><p>Code : 401-24210</p>"
    )
    assert orders(body) == [*TWO, ("2007-03-09", "modification")]


@pytest.mark.parametrize("order", [
    "Arrêté du 11 juillet 1996 portant création du BMA Broderie",
    "Créé par arrêté du 11 juillet 1996", "Diplôme créé par l'arrêté du 11 juillet 1996",
])  # fmt: skip
def test_a_line_below_the_value_of_a_code_is_an_order(order: str) -> None:
    body = f"<p><b>Code</b><br>401-24210<br>{order}<br><a href=a.pdf>Annexes</a></p>"
    assert (record(body).code, orders(body)) == ("40124210", [("1996-07-11", "creation")])


def test_a_line_below_files_names_the_successor() -> None:
    body = (
        "<p>Arrêté du 11 juillet 1996<br>Référentiel :<br><a href=a.pdf>Annexe I</a><br>"
        "Ce diplôme est remplacé par le BMA Arts textiles (code 401-24115 S).</p>"
    )
    assert record(body).replaced_by == ("40124115",)


@pytest.mark.parametrize("which", ["Première session", "Dernière session", "1re session"])
@pytest.mark.parametrize("what", [
    "", " d'examen", " de l'examen", " des examens", " du diplôme", " d'examen organisée",
    " organisée", " prévue", " ouverte", " de délivrance",
])  # fmt: skip
@pytest.mark.parametrize("form", ["<p>{} : 2021</p>", "<h3>{}</h3><p>juin 2021</p>",
                                  "<dl><dt>{}</dt><dd>2021</dd></dl>"])  # fmt: skip
def test_labels_of_the_first_and_the_last_session_are_alike(
    which: str, what: str, form: str
) -> None:
    found = record(f"<p>Arrêté du 11 juillet 2016</p>{form.format(which + what)}")
    is_last = which[0] == "D"
    expected = (None, 2021) if is_last else (2021, None)
    assert (found.first_session, found.last_session) == expected


@pytest.mark.parametrize("head", ["Sessions", "Sessions d'examen", "Sessions de l'examen :"])
@pytest.mark.parametrize("form", ["<p>{}</p><p>{}</p>", "<h3>{}</h3><p>{}</p>",
                                  "<div><p>{}</p></div><div><p>{}</p></div>"])  # fmt: skip
@pytest.mark.parametrize("years", ["première : 2021 ; dernière : 2032", "2021 à 2032"])
def test_years_below_a_line_that_only_says_sessions(head: str, form: str, years: str) -> None:
    found = record(f"<h2>Mise en œuvre</h2>{form.format(head, years)}<p>Code : 401-24210</p>")
    assert (found.first_session, found.last_session) == (2021, 2032)
