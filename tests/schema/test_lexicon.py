"""The packaged lexicon: each line is understood, and each label stands once."""

from collections.abc import Iterator
from typing import Any

import pytest

import schema.lexicon
from schema.errors import ProgramFault
from schema.lexicon import Lexicon
from schema.vocabulary import rows


@pytest.fixture(autouse=True)
def forget_packaged() -> Iterator[None]:
    schema.lexicon._packaged.cache_clear()
    yield
    schema.lexicon._packaged.cache_clear()


def test_a_line_that_names_no_field_is_a_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It would be a label that is known, and whose text nobody takes."""
    line: dict[str, Any] = {"field": "acces", "kind": "text", "label": "Comment entrer"}
    monkeypatch.setattr("schema.lexicon.rows", lambda name: (*rows(name), line))
    message = r"schema/data/lexicon\.csv: acces;text;Comment entrer: unknown field 'acces'"
    with pytest.raises(ProgramFault, match=message):
        Lexicon.packaged()


def test_a_label_with_two_meanings_is_a_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line: dict[str, Any] = {"field": "trades", "kind": "list", "label": "Durée"}
    monkeypatch.setattr("schema.lexicon.rows", lambda name: (*rows(name), line))
    with pytest.raises(ProgramFault, match=r"trades;list;Durée: 'Durée' means duration;value"):
        Lexicon.packaged()


def test_no_label_stands_twice() -> None:
    """The last line of a label wins: an earlier one would be without effect."""
    lines = rows("lexicon.csv")
    kept = {(entry.field, entry.kind, entry.label) for entry in Lexicon.packaged().entries}
    written = [(row["field"], row["kind"], row["label"]) for row in lines]
    assert [line for line in written if line not in kept] == []
    assert len(written) == len(kept)
