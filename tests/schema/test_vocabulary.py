"""The packaged words: a kind that no line has, or that no module asks for, is found out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from parsers.classify.error_pages import ERROR_PAGES
from schema.diploma_type import type_words
from schema.errors import ProgramFault
from schema.issues import KINDS, REFUSALS, IssueCode, Refusal
from schema.label_entry import FIELDS
from schema.referential import DiplomaTypeCode, Referential
from schema.text import fold
from schema.vocabulary import lone_words, page_words, rows

PROJECT = Path(__file__).parents[2]
PARSERS = PROJECT / "parsers"


@pytest.mark.parametrize("words", [page_words, lone_words])
def test_a_kind_without_words_is_named_and_is_not_found_in_every_text(words: object) -> None:
    assert callable(words)
    with pytest.raises(ProgramFault, match=r"page_words\.csv: no words of the kind 'ghost-page'"):
        words("ghost-page")


def test_each_kind_of_words_is_one_that_a_module_asks_for() -> None:
    """A kind with a slip of the pen would be words that are never looked for."""
    modules = [*PARSERS.rglob("*.py"), *(PROJECT / "schema").rglob("*.py")]
    source = "\n".join(path.read_text() for path in modules).replace("'", '"')
    kinds = {row["kind"] for row in rows("page_words.csv")}
    of_errors = {f"{reason} {part}" for reason in ERROR_PAGES for part in ("heading", "text")}
    of_fields = {f"words of {field}" for field in Referential.model_fields}
    names = {name for of_kind in FIELDS.values() for name in of_kind}
    of_fields |= {f"question {word} {name}" for name in names for word in ("about", "for")}
    of_fields |= {f"heading about {name}" for name in names}
    inside = set(re.findall("[A-Z]{4,}", " ".join(row["words"] for row in rows("page_words.csv"))))
    asked = of_errors | of_fields | inside | {kind for kind in kinds if f'"{kind}"' in source}
    assert kinds - asked == set()


def test_labels_of_something_else_begin_with_letters() -> None:
    # their first two letters decide whether a line is looked at
    kinds = {"label of something else", "label beside such ones"}
    words = [row["words"] for row in rows("page_words.csv") if row["kind"] in kinds]
    assert len(words) > len(kinds)
    assert [each for each in words if not each[:2].isalpha()] == []


def test_each_issue_code_and_each_reason_of_refusal_has_its_words() -> None:
    assert set(IssueCode) - KINDS.keys() == set()
    assert set(Refusal) - REFUSALS.keys() == set()


def test_the_tables_of_diploma_types_agree() -> None:
    """A type is a code of the record, a row of names, prefixes of codes, and writings."""
    types = set(get_args(DiplomaTypeCode))
    names, prefixes = rows("diploma_types.csv"), rows("prefixes.csv")
    writings = rows("diploma_type_labels.csv")
    assert {row["diploma_type"] for row in names} == types
    assert {row["diploma_type"] for row in prefixes} == types
    assert {kind for row in writings for kind in row["diploma_type"].split("|")} == types


def test_the_names_of_a_type_are_writings_of_it() -> None:
    """A writing that was left with another type would contradict the codes of its diplomas."""
    meanings = dict(type_words())

    def names(table: str, *columns: str) -> Iterator[tuple[str, str]]:
        for row in rows(table):
            yield from ((row[column], row["diploma_type"]) for column in columns if row[column])

    own = [
        pair for pair in names("diploma_types.csv", "short_fr", "label_fr") if "OTHER" not in pair
    ]
    assert [pair for pair in own if pair[1] not in meanings.get(fold(pair[0]), ())] == []
    others = [
        *names("prefixes.csv", "sigle", "label"),
        *names("diploma_type_labels.csv", "acronym"),
    ]
    assert [pair for pair in others if pair[1] not in meanings.get(fold(pair[0]), pair[1:])] == []


def test_each_issue_code_is_one_that_a_module_gives() -> None:
    folders = [PROJECT / name for name in ("schema", "parsers", "output", "scraper")]
    paths = [path for folder in folders for path in folder.rglob("*.py")]
    source = "\n".join(p.read_text("utf-8") for p in paths if p.name != "issues.py")
    given = {*re.findall(r"\bIssueCode\.([A-Z_]+)", source), "UNLABELLED_TEXT"}
    assert {code.name for code in IssueCode} - given == set()
