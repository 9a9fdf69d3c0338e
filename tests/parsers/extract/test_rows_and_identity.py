"""What is read together as one row; and code, title, name, type and level of a diploma."""

from typing import Any

import pytest

from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.extract.identity import identity, nsf
from parsers.extract.legal_texts import orders
from parsers.extract.loose_codes import loose_code
from parsers.extract.order_lines import is_number
from parsers.extract.passage_rows import rows
from parsers.extract.record import read_record
from parsers.model.document import Context, Document
from parsers.model.statement import Statement
from schema.issues import Issue, IssueCode
from tests.parsers.extract.reading import outline_of, passages_of, sections_of

OWN = DiplomaIdentity("50022137", "boulanger", "CAP", None)


def context(title: str, code: str | None = None) -> Context:
    return Context(
        document=Document(b""), title=title, title_place="title", page=None, url=None, base=None,
        source="eduscol", kind="html", trade_forms={}, code=code,
    )  # fmt: skip


def test_a_type_without_a_controlled_one_of_its_own_is_published_as_the_title_writes_it() -> None:
    def labels(title: str) -> list[tuple[Any, str]]:
        findings = identity(lambda _: [], context(title), None, [])
        statements = (f for f in findings if isinstance(f, Statement))
        return [(s.value, s.text) for s in statements if s.field == "diploma_type_label"]

    assert labels("BEP Boulanger") == [("BEP", "BEP")]
    written = "Brevet d’études professionnelles"
    assert labels(f"{written} Couvreur") == [(written, written)]
    assert labels("CAP Boulanger") == []


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>A</p><p>B</p>", ["A", "B"]),
        ("<table><tr><td>A<td>B<tr><td>C</table>", ["A B", "C"]),
        # what goes on about the order on the line before
        ("<p>Arrêté du 3 mai 2004</p><p>NOR : MENE0700519A</p>",
         ["Arrêté du 3 mai 2004 NOR : MENE0700519A"]),
        ("<p>Arrêté du 3 mai 2004</p><p>J.O. du 5 mai 2004</p>",
         ["Arrêté du 3 mai 2004 J.O. du 5 mai 2004"]),
        ("<p>Arrêté du 3 mai 2004</p><p>Arrêté du 4 mai 2005</p>",
         ["Arrêté du 3 mai 2004", "Arrêté du 4 mai 2005"]),
        ("<p>Texte</p><p>NOR : MENE0700519A</p>", ["Texte", "NOR : MENE0700519A"]),
    ],
)  # fmt: skip
def test_rows(body: str, texts: list[str]) -> None:
    assert [row.text for row in rows(passages_of(body))] == texts


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Arrêté du 3 mai 2004</p>", [("2004-05-03", None, None)]),
        ("<p>Arrêté du 3 mai 2004 portant création</p>", [("2004-05-03", "creation", None)]),
        ("<p>Arrêté du 3 mai 2004</p><p>NOR : MENE0700519A</p>",
         [("2004-05-03", None, "MENE0700519A")]),
        ("<p>Modifications : 4 juin 1992 et 23 mars 1998</p>",
         [("1992-06-04", "modification", None), ("1998-03-23", "modification", None)]),
        ("<p>J.O. du 5 mai 2004</p>", []),
        ("<p>Mis à jour le 3 mai 2004</p>", []),
    ],
)  # fmt: skip
def test_orders(body: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    findings = [finding for row in rows(passages_of(body)) for finding in orders(row, OWN)]
    result = [item.value for item in findings if isinstance(item, Statement)]
    assert [(item.date, item.kind, item.nor) for item in result] == expected


def test_what_is_a_number_of_an_order() -> None:
    assert is_number("NOR : MENE0700519A")
    assert not is_number("Arrêté du 3 mai 2004")


@pytest.mark.parametrize(
    ("body", "title", "code"),
    [
        ("<p>50022137</p>", "CAP boulanger", "50022137"),
        ("<p>Code n° 500-22137</p>", "CAP boulanger", "50022137"),
        ("<p>CAP | 50022137</p>", "CAP boulanger", "50022137"),
        ("<p>50022137</p><p>50022138</p>", "CAP boulanger", None),  # two
        ("<p>40022137</p>", "CAP boulanger", None),  # of another type
        ("<p>Le 50022137 est ancien</p>", "CAP boulanger", None),
        ("<p><a href=x.html>50022137</a></p>", "CAP boulanger", None),
        ("<h2>Voir aussi ailleurs</h2><p>50022137</p>", "CAP boulanger", None),
        ("<p>50022137</p>", "Boulanger", "50022137"),  # no type that could contradict
    ],
)
def test_a_code_without_a_label(body: str, title: str, code: str | None) -> None:
    statement = loose_code(passages_of(body), title)
    assert (statement.value if statement else None) == code


@pytest.mark.parametrize(
    ("body", "title", "values", "issues"),
    [
        ("<p>Code : 50022137</p>", "CAP boulanger",
         {"code": "50022137", "title": "CAP boulanger", "name": "boulanger",
          "diploma_type": "CAP", "level": 3}, {IssueCode.DERIVED_VALUE}),
        # the title has no type: the code's prefix gives it, and that is told
        ("<p>Code : 50022137</p>", "Boulanger",
         {"code": "50022137", "title": "Boulanger", "name": "Boulanger",
          "diploma_type": "CAP", "level": 3}, {IssueCode.DERIVED_VALUE}),
        # as published, and the contradiction is told
        ("<p>Code : 50022137</p><p>Niveau : 4</p>", "CAP boulanger",
         {"code": "50022137", "title": "CAP boulanger", "name": "boulanger",
          "diploma_type": "CAP", "level": 4, "level_label": "4"},
         {IssueCode.LEVEL_CONTRADICTS_CODE}),
        ("<p>Niveau : 4</p>", "CAP boulanger", {"level": 4, "level_label": "4"},
         {IssueCode.CONFLICTING_VALUES}),
        ("<p>Niveau : 4</p>", "MC boulanger", {"level": 4, "level_label": "4"}, set()),
        ("", "CAP", {"title": "CAP", "name": "CAP", "diploma_type": "CAP", "level": 3},
         {IssueCode.UNKNOWN_TITLE, IssueCode.DERIVED_VALUE}),
        ("", "CAP boulanger 50022137",
         {"code": "50022137", "title": "CAP boulanger 50022137",
          "diploma_type": "CAP", "level": 3}, {IssueCode.DERIVED_VALUE}),
    ],
)  # fmt: skip
def test_identity(body: str, title: str, values: dict[str, Any], issues: set[IssueCode]) -> None:
    findings = list(identity(lambda name: sections_of(body, name), context(title), None, []))
    stated = {
        finding.field: finding.value for finding in findings if isinstance(finding, Statement)
    }
    assert {name: value for name, value in stated.items() if name in values} == values
    assert {finding.issue for finding in findings if isinstance(finding, Issue)} == issues


def test_the_code_of_an_option_wins_and_nsf_follows_from_a_code() -> None:
    own = context("CAP boulanger", code="50022138")
    code, *_ = identity(lambda name: sections_of("<p>Code : 50022137</p>", name), own, None, [])
    assert isinstance(code, Statement)
    assert code.value == "50022138"
    assert next((item.field, item.value, item.derived) for item in nsf(code)) == (
        "nsf_code",
        "221",
        True,
    )
    assert list(nsf(None)) == []


def test_an_option_s_own_part_wins_over_the_page_s() -> None:
    own, shared = (
        outline_of("<p>Durée : 1 an</p>"),
        outline_of("<p>Durée : 2 ans</p><p>Sigle : X</p>"),
    )
    chosen = read_record(own, shared, context("CAP boulanger"))
    assert (chosen.values["duration_months"], chosen.values["acronym"]) == (12, "X")
    missing = {issue.field for issue in chosen.issues if issue.issue == IssueCode.MISSING_FIELD}
    assert {"code", "description", "access", "trades"} <= missing
    assert "duration_label" not in missing
