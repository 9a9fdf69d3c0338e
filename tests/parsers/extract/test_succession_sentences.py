"""Sentences about a diploma and its predecessors and successors: whose codes, orders, sessions.

The sentences stand in `succession_sentences.txt`, each with what is read of it.
"""

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from schema.referential import Referential

_CODES = {"A": "23437", "B": "23438", "Z": "23436", "Y": "23435"}
_WRITINGS = ("500-{} S", "500{}", "500-{}", "code 500-{} S", "n° 500-{}")
_NAMES = ("CAP Vannerie", "CAP vannerie", "certificat d'aptitude professionnelle vannerie")
_KINDS = {"c": "creation", "m": "modification", "r": "repeal"}
_FIELDS = {
    "first": "first_session", "last": "last_session", "by": "replaced_by",
    "replaces": "replaces", "status": "status", "orders": "legal_texts",
}  # fmt: skip
_LISTS = {"by", "replaces", "orders"}
_OWN_ORDER = "2004-05-03"


class Case(NamedTuple):
    """A sentence, and what is read of it: for each field the values that it may have.

    `told`: a field may be left empty where an issue names it.
    """

    text: str
    told: bool
    allowed: dict[str, list[Any]]


def cases() -> list[Case]:
    lines = Path(__file__).with_name("succession_sentences.txt").read_text(encoding="utf-8")
    return [
        _case(number, line)
        for number, line in enumerate(lines.splitlines())
        if "=>" in line and not line.startswith("#")
    ]


def _case(number: int, line: str) -> Case:
    sentence, _, stated = line.removeprefix("~ ").partition("=>")
    writings = _WRITINGS if not re.search(r"\bcode", sentence.lower()) else _WRITINGS[:3]
    writing = writings[number % len(writings)]
    codes = {letter: writing.format(digits) for letter, digits in _CODES.items()}
    text = sentence.strip().format(own=_NAMES[number % len(_NAMES)], **codes)
    allowed: dict[str, list[Any]] = {
        field: [() if field in _LISTS else "unknown" if field == "status" else None]
        for field in _FIELDS
    }
    for word in stated.split():
        field, _, value = word.partition("=")
        values = [_value(field.rstrip("?"), value)]
        allowed[field.rstrip("?")] = allowed[field[:-1]] + values if field[-1] == "?" else values
    return Case(text, line.startswith("~ "), allowed)


def _value(field: str, value: str) -> Any:
    if field == "orders":
        return ((value[:10], _KINDS.get(value[10:])),)
    if field in _LISTS:
        return tuple(f"500{_CODES[letter]}" for letter in value.split(","))
    return value if field == "status" else int(value)


def record_of(text: str, code: str) -> Referential:
    page = (
        f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004 portant création</p>{code}<p>{text}</p>"
        "<p><a href='a.pdf'>Référentiel</a></p>"
    )
    return read(Document(page.encode(), "http://x/y"), Lexicon.packaged()).records[0].record


def _values(record: Referential) -> dict[str, Any]:
    values = {name: getattr(record, field) for name, field in _FIELDS.items()}
    orders = [(text.date, text.kind) for text in record.legal_texts if text.date != _OWN_ORDER]
    return values | {"orders": tuple(orders)}


def _differences(record: Referential, case: Case) -> list[tuple[str, Any]]:
    told = {issue.field for issue in record.issues if issue.issue != IssueCode.MISSING_FIELD}
    if told & (codes := {"code", "replaces", "replaced_by"}):
        told |= codes
    empty = (None, (), "unknown")
    return [
        (name, value)
        for name, value in _values(record).items()
        if value not in case.allowed[name]
        and not (case.told and value in empty and _FIELDS[name] in told)
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.text[:60])
def test_what_a_sentence_states_is_read_of_its_diploma(case: Case) -> None:
    record = record_of(case.text, "<p>Code : 500-23437 S</p>")
    assert record.code == "50023437"
    assert _differences(record, case) == []


# alone, a code called former beside a new one is a predecessor's
_WITH_OWN = [case for case in cases() if re.search(r"23437(?!( S)? \(ancien)", case.text)]


@pytest.mark.parametrize("case", _WITH_OWN, ids=lambda case: case.text[:60])
def test_a_sentence_that_names_the_own_code_gives_no_other_one(case: Case) -> None:
    record = record_of(case.text, "")
    assert record.code in {"50023437", None}
    assert _differences(record, case._replace(told=True)) == []


@pytest.mark.parametrize("writing", _WRITINGS)
@pytest.mark.parametrize("mark", [", ", " - ", " "])
def test_the_order_of_another_diploma_in_brackets_is_none(writing: str, mark: str) -> None:
    name = f"CAP Tonnellerie{mark}{writing.format('23436')}"
    record = record_of(
        f"Texte abrogé : arrêté du 4 juin 1993 ({name})", "<p>Code : 500-23437 S</p>"
    )
    assert (record.status, [text.date for text in record.legal_texts]) == ("unknown", [_OWN_ORDER])


@pytest.mark.parametrize("name", ["Le diplôme", "Le CAP Osiériculture"])
def test_the_session_behind_a_successors_code_is_the_successors(name: str) -> None:
    sentence = f"{name} qui lui succède porte le code 500-23438 (première session 2007)."
    record = record_of(sentence, "")
    assert (record.replaced_by, record.first_session) == (("50023438",), None)
