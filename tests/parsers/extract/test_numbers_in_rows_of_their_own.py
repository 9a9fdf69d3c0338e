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
