"""The packaged words: a kind that no line has, or that no module asks for, is found out."""

import re
from pathlib import Path

import pytest

from parsers.classify.error_pages import ERROR_PAGES
from schema.errors import ProgramFault
from schema.issues import IssueCode
from schema.referential import Referential
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
    inside = set(re.findall("[A-Z]{4,}", " ".join(row["words"] for row in rows("page_words.csv"))))
    asked = of_errors | of_fields | inside | {kind for kind in kinds if f'"{kind}"' in source}
    assert kinds - asked == set()


def test_each_issue_code_is_one_that_a_module_gives() -> None:
    folders = [PROJECT / name for name in ("schema", "parsers", "output", "scraper")]
    paths = [path for folder in folders for path in folder.rglob("*.py")]
    source = "\n".join(p.read_text("utf-8") for p in paths if p.name != "issues.py")
    given = {*re.findall(r"\bIssueCode\.([A-Z_]+)", source), "UNLABELLED_TEXT"}
    assert {code.name for code in IssueCode} - given == set()
