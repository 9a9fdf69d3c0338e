"""A number outside the bounds of its field is an issue, and no reason to refuse the page."""

import pytest

from parsers.extract.bounds import within_bounds
from parsers.extract.single_values import SIMPLE, Field
from parsers.model.document import Document
from parsers.model.statement import Statement
from parsers.parse import read
from schema.issues import Issue
from schema.lexicon import Lexicon
from schema.parsed_value import Parsed

PAGE = (
    "<html><title>CAP horlogerie</title><h1>CAP horlogerie</h1><p>Code scolarité : 50025137</p>"
    "<p>Durée : 2 ans</p><p>Première session : {}</p>"
    "<h2>Accès</h2><p>Après la troisième.</p></html>"
)


@pytest.mark.parametrize(
    ("field", "value", "is_kept"),
    [
        ("level", 8, True), ("level", 9, False), ("level", 0, False), ("level", None, True),
        ("duration_months", 1, True), ("duration_months", 0, False),
        ("last_session", 2101, False), ("title", "CAP", True),
    ],
)  # fmt: skip
def test_a_value_stays_within_the_bounds_of_the_schema(
    field: str, value: object, is_kept: bool
) -> None:
    statement = Statement(field, value, "as published", "p:1")
    (found,) = within_bounds([statement])
    if is_kept:
        assert found == statement
    else:
        assert isinstance(found, Issue)
        assert (found.field, found.value, found.place) == (field, "as published", "p:1")
        assert f"{value} is not between" in found.message
        assert found.severity == "warning", "a value was lost"


def test_an_extractor_that_knows_no_bounds_loses_its_value_and_not_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(
        SIMPLE, "first_session", Field(("first_session",), lambda t: Parsed(int(t)), "int")
    )
    for text, year in (("2020", 2020), ("3025", None)):
        document = Document(PAGE.format(text).encode(), name="horlogerie")
        (only,) = read(document, Lexicon.packaged()).records
        told = [problem for problem in only.record.issues if problem.field == "first_session"]
        assert only.record.first_session == year
        assert [problem.value for problem in told] == ([] if year else [text])
        assert only.record.duration_months == 24
