"""Labelled values: what each field takes, and which issue tells what it does not."""

from typing import Any

import pytest

from parsers.extract.single_values import CODE, SIMPLE, Field, labelled, level_field, type_field
from schema.issues import Issue, IssueCode
from tests.parsers.extract.reading import sections_of

FIELDS: dict[str, Field] = {
    **SIMPLE, "code": CODE, "level": level_field("eduscol"), "diploma_type": type_field(None),
}  # fmt: skip


def read(field: str, label: str, *values: str) -> tuple[dict[str, Any], set[IssueCode]]:
    body = "".join(f"<h2>{label}</h2><p>{value}</p>" for value in values)
    findings = list(labelled(FIELDS[field], sections_of(body, field)))
    stated: dict[str, Any] = {}
    for finding in findings:
        if not isinstance(finding, Issue) and finding.value is not None:
            stated.setdefault(finding.field, finding.value)
    return stated, {finding.issue for finding in findings if isinstance(finding, Issue)}


@pytest.mark.parametrize(
    ("field", "label", "text", "values", "issues"),
    [
        ("duration", "Durée", "2 ans", {"duration_months": 24, "duration_label": "2 ans"}, set()),
        ("duration", "Durée", "3 heures", {}, {IssueCode.UNKNOWN_DURATION}),
        ("duration", "Durée", "1 h 30", {}, {IssueCode.UNKNOWN_DURATION}),
        ("duration", "Durée", "néant", {}, {IssueCode.EMPTY_VALUE}),
        ("acronym", "Sigle", "METI", {"acronym": "METI"}, set()),
        ("acronym", "Sigle", "(METI)", {"acronym": "METI"}, set()),
        ("acronym", "Sigle", "x" * 41, {}, {IssueCode.UNLABELLED_TEXT}),
        # the word for what it is, which some sources write before a name
        ("cpc", "Commission", "CPC Industrie", {"cpc": "Industrie"}, set()),
        ("cpc", "Commission", "CPC", {}, {IssueCode.EMPTY_VALUE}),
        ("sector", "Secteur", "Secteur Métallurgie", {"sector": "Métallurgie"}, set()),
        ("sector", "Secteur", "Secteur : ARTS APPLIQUES", {"sector": "ARTS APPLIQUES"}, set()),
        ("sector", "Secteur", "Secteur des métiers d'art",
         {"sector": "Secteur des métiers d'art"}, set()),
        ("first_session", "Première session", "2017", {"first_session": 2017}, set()),
        ("first_session", "Première session", "juin 2017", {"first_session": 2017}, set()),
        ("first_session", "Première session", "2017 ou 2018", {}, {IssueCode.UNKNOWN_SESSION}),
        ("first_session", "Première session", "1/6/17", {}, {IssueCode.UNKNOWN_SESSION}),
        # the value, then a remark about another diploma
        ("last_session", "Dernière session", "2025 ; remplacé par un autre à la session 2026",
         {"last_session": 2025}, set()),
        ("last_session", "Dernière session", "2025 - session de rattrapage : 2026",
         {"last_session": 2025}, set()),
        ("last_session", "Dernière session", "2025 - 2026", {}, {IssueCode.UNKNOWN_SESSION}),
        ("level", "Niveau", "niveau 4", {"level": 4, "level_label": "niveau 4"}, set()),
        ("code", "Code", "400-25303 M", {"code": "40025303"}, set()),
        ("code", "Code", "50023438 (ancien code : 50023436)", {"code": "50023438"}, set()),
        ("code", "Code", "Les huit caractères d'un code, comme 50023438, disent le groupe",
         {}, {IssueCode.INVALID_CODE}),
    ],
)  # fmt: skip
def test_values(
    field: str, label: str, text: str, values: dict[str, Any], issues: set[IssueCode]
) -> None:
    stated, told = read(field, label, text)
    assert stated == values
    assert told == issues


def test_a_label_without_a_value_is_told_and_what_comes_after_the_first_value_is_not() -> None:
    assert read("duration", "Durée", "", "2 ans") == (
        {"duration_months": 24, "duration_label": "2 ans"}, {IssueCode.EMPTY_VALUE},
    )  # fmt: skip
    stated, told = read("first_session", "Première session", "2017", "deux fois")
    assert (stated, told) == ({"first_session": 2017}, set())
