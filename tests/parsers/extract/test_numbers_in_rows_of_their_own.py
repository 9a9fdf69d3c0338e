"""The number of an order at the Journal officiel in a row of its own, below or beside its label."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential


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
