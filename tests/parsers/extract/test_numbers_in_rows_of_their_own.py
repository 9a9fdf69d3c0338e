"""The number of an order at the Journal officiel in a row of its own, below or beside its label."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.parsers.extract.pages import record_of


def _read(body: str) -> tuple[Referential, set[str | None]]:
    page = f"<h1>CAP Vannerie</h1><p>Code : 50024240</p>{body}"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record, {issue.value for issue in only.record.issues}


def _fields(*rows: tuple[str, str]) -> str:
    return "".join(f"<div><div>{label}</div><div>{value}</div></div>" for label, value in rows)


@pytest.mark.parametrize("label", ["N° NOR", "Référence NOR", "Numéro NOR :", "NOR", "Réf. NOR"])
def test_each_number_is_of_the_order_above(label: str) -> None:
    record, details = _read(
        _fields(
            ("Arrêté de création", "3 mai 2004"),
            (label, "MENE0401234A"),
            ("Arrêté portant modification", "5 juin 2010"),
            (label, "MENE1005678A"),
        )
    )
    assert [text.nor for text in record.legal_texts] == ["MENE0401234A", "MENE1005678A"]
    assert label not in details


def test_an_order_without_a_number_takes_none_of_another() -> None:
    record, _ = _read(
        _fields(
            ("Arrêté de création", "3 mai 2004"),
            ("N° NOR", "MENE0401234A"),
            ("Arrêté portant modification", "5 juin 2010"),
        )
    )
    assert [text.nor for text in record.legal_texts] == ["MENE0401234A", None]


def test_a_journal_may_stand_between() -> None:
    record, _ = _read(
        _fields(
            ("Arrêté de création", "3 mai 2004"),
            ("Journal officiel", "JO du 12 mai 2004"),
            ("Référence NOR", "MENE0401234A"),
            ("Arrêté portant modification", "5 juin 2010"),
        )
    )
    assert [text.nor for text in record.legal_texts] == ["MENE0401234A", None]


def test_a_number_below_words_of_something_else_is_told() -> None:
    record, _ = _read(
        _fields(
            ("Arrêté de création", "3 mai 2004"),
            ("Arrêté portant modification", "5 juin 2010"),
            ("Note de service", "MENE1005678N"),
        )
    )
    assert [text.nor for text in record.legal_texts] == [None, None]
    assert any(issue.field == "legal_texts" for issue in record.issues)


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>NOR : MENE0401234A — Création par arrêté du 3 mai 2004</li>"
        "<li>n° NOR : MENE1005678A<br>Modification par arrêté du 5 juin 2010</li></ul>",
        "<p>Réf. NOR MENE0401234A<br>Texte de création : arrêté du 3 mai 2004</p>"
        "<p>N° NOR MEN E 1005678 A<br>Arrêté modificatif : 5 juin 2010</p>",
        "<ul><li>(NOR : MENE0401234A) Arrêté du 3 mai 2004 portant création du CAP Vannerie</li>"
        "<li>NOR MENE1005678A – Arrêté du 5 juin 2010 portant modification des unités fixées par"
        " l'arrêté du 3 mai 2004 portant création du CAP Vannerie</li></ul>",
        # the other way round
        "<ul><li>Création par arrêté du 3 mai 2004<br>NOR : MENE0401234A</li>"
        "<li>Arrêté modificatif : 5 juin 2010<br>n° NOR : MENE1005678A</li></ul>",
    ],
)
def test_numbers_stand_before_or_behind_all_orders_of_a_list(body: str) -> None:
    record, _ = _read(body)
    found = {text.date: (text.kind, text.nor) for text in record.legal_texts}
    assert found == {
        "2004-05-03": ("creation", "MENE0401234A"),
        "2010-06-05": ("modification", "MENE1005678A"),
    }


@pytest.mark.parametrize("last", ["MENE0401235A", "MENE0401299A"])
def test_numbers_of_one_year_go_by_the_first_of_the_list(last: str) -> None:
    record, _ = _read(
        "<p>NOR : MENE0401234A</p><p>Arrêté du 3 mai 2004 portant création</p>"
        f"<p>NOR : {last}</p><p>Arrêté modificatif du 5 juin 2004</p>"
    )
    assert [text.nor for text in record.legal_texts] == ["MENE0401234A", last]


def test_only_the_second_order_has_a_number_before_it() -> None:
    record, _ = _read(
        "<p>Arrêté du 3 mai 2004 portant création du CAP Vannerie</p>"
        "<p>NOR MENE1005678A<br>Modifié par arrêté du 5 juin 2010</p>"
    )
    assert [text.nor for text in record.legal_texts] == [None, "MENE1005678A"]


@pytest.mark.parametrize("label", ["NOR", "Numéro NOR"])
def test_a_number_below_two_orders_is_of_that_of_its_year(label: str) -> None:
    record, _ = _read(
        _fields(
            ("Arrêté de création", "3 mai 2004"),
            ("Arrêté modificatif", "5 juin 2010"),
            (label, "MENE0401234A"),
        )
    )
    assert [text.nor for text in record.legal_texts] == ["MENE0401234A", None]


def test_a_journal_behind_the_number_leads_to_no_other_order() -> None:
    record, _ = _read(
        "<p>Arrêté du 5 juin 2010 (modification)</p>"
        "<p>NOR : MENE1005678A – J.O. du 23-6-2010 – <a href='a.pdf'>Arrêté (pdf)</a></p>"
    )
    assert [text.nor for text in record.legal_texts] == ["MENE1005678A"]


@pytest.mark.parametrize(
    "changed",
    [
        "modifiant le règlement d'examen fixé par l'arrêté du 3 mai 2004 portant création",
        "modifiant l'annexe III de l'arrêté du 3 mai 2004 portant création",
        "portant modification des unités définies par l'arrêté du 3 mai 2004 portant création",
    ],
)
def test_a_number_behind_a_title_is_of_the_order_that_changes(changed: str) -> None:
    record, _ = _read(
        f"<ul><li>Arrêté du 5 juin 2010 {changed} du CAP Vannerie [NOR : MENE1005678A]</li></ul>"
    )
    found = {text.date: text.nor for text in record.legal_texts}
    assert found == {"2004-05-03": None, "2010-06-05": "MENE1005678A"}


ORDERED = "<p>Créé par l'arrêté du 3 mai 2004</p>"


@pytest.mark.parametrize(
    "facts",
    [
        "<p>Statut : en vigueur. NOR : {}.</p>",
        "<p>Il se substitue au 500-24239. NOR : {}. Ce diplôme demeure en vigueur.</p>",
        "<p>1re session : 2006. Niveau du diplôme : V. NOR : {}. Fiche RNCP n° 37236.</p>",
        "<p>Niveau : 3 | Première session : 2006 | CPC : Bois | Code NOR : {}</p>"
        "<p><a href=a.pdf>Annexes de l'arrêté</a></p>",
        "<p>Numéro NOR: {}<br>Remarque: en vigueur<br>Niveau : 3</p>",
        "<table><tr><th>Numéro NOR :<td>{}<tr><th>Niveau<td>3</table>",
        "<aside><p>Fiche</p><ul><li>Arrêté (NOR) : {}</li></ul></aside>",
    ],
)
@pytest.mark.parametrize("page", ["{1}{0}", "{0}{1}"])
def test_a_number_among_other_facts_is_of_the_only_order(facts: str, page: str) -> None:
    record, _ = _read(page.format(facts.format("MENE0401234A"), ORDERED))
    assert [text.nor for text in record.legal_texts] == ["MENE0401234A"]


def test_a_number_of_another_year_is_of_an_order_that_the_page_does_not_name() -> None:
    for number, expected in (("MENE0301234A", "MENE0301234A"), ("MENE1501234A", None)):
        record, details = _read(f"{ORDERED}<p>Statut : en vigueur. NOR : {number}.</p>")
        assert [text.nor for text in record.legal_texts] == [expected]
        assert any(number in (detail or "") for detail in details) == (expected is None)


@pytest.mark.parametrize("label", ["Abrogé (arrêté)", "Abrogée (arrêté) :", "Abrogation (arrêté)"])
def test_what_an_order_does_may_stand_before_the_word_in_brackets(label: str) -> None:
    rows = f"<tr><th>{label}</th><td><a href=a.pdf>arrêté du 5 juin 2010</a></td></tr>"
    record, _ = _read(f"<table><tr><th>Création</th><td>3 mai 2004</td></tr>{rows}</table>")
    assert sorted((text.date, text.kind) for text in record.legal_texts) == [
        ("2004-05-03", "creation"), ("2010-06-05", "repeal"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body", ["{order}{other}", "{other}{order}", "{order}<p>Annexes</p>{other}"]
)
@pytest.mark.parametrize(
    "words", ["Circulaire. NOR : MENE0400123C", "Note de service MENE0400123N"]
)
def test_the_number_of_a_circular_is_of_no_order(body: str, words: str) -> None:
    page = body.format(order="<p>Arrêté du 3 mai 2004</p>", other=f"<p>{words}</p>")
    record = record_of(page)
    assert [text.nor for text in record.legal_texts] == [None]
    assert any(words[-12:] in (each.value or "") for each in record.issues)
