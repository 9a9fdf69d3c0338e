"""Golden pages broken in named ways: the same record, an announced difference, or a refusal.

A record that is wrong and says nothing fails; what counts as saying it: `mutations/invariants.py`.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import pytest

from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.referential import Referential
from tests.page_generator.example import EXAMPLE
from tests.parsers.mutations import by_bytes, by_text, by_values
from tests.parsers.mutations.golden import golden_pages, reading, rendered, site_pages
from tests.parsers.mutations.invariants import (
    FOLLOWS,
    FOREIGN,
    announced,
    complaints,
    pairs_of,
    unannounced,
)
from tests.parsers.mutations.parsing import differences, records, records_or_refusal
from tests.support.effort import SOAK

TEXT_CASES = by_text.cases()
TEXT_PAGES = sorted({page for page, _ in TEXT_CASES})
STYLES = 8 if SOAK else 3
Case = TypeVar("Case")


def in_turn(cases: Iterable[Case], page: str, pages: Iterable[str]) -> list[Case]:
    """Every third case, and the others for the next two pages; all of them in `make soak`."""
    number = list(pages).index(page)
    return [case for place, case in enumerate(cases) if SOAK or (place + number) % 3 == 0]


def untouched(
    before: Sequence[Referential], after: Sequence[Referential], touches: frozenset[str] | None
) -> list[str]:
    """Fields that differ though the change does not concern them."""
    if touches is None:
        return []
    return [
        f"{field} differs, which the change does not touch: {now!r}"
        for item, other in pairs_of(before, after)
        for field, (_, now) in differences(item, other).items()
        if field not in touches and field not in FOLLOWS
    ]


@pytest.mark.parametrize("name", by_values.MUTATIONS)
def test_broken_value(name: str) -> None:
    """In some of the styles, others for each mutation, so that every style is broken."""
    mutation = by_values.MUTATIONS[name]
    number = list(by_values.MUTATIONS).index(name)
    styles = by_values.styles_of(name)
    count = min(STYLES, len(styles))
    chosen = [styles[(STYLES * number + turn) % len(styles)] for turn in range(count)]
    wrong: list[str] = []
    for making in chosen:
        pages = mutation.make(making)
        assert pages is not None
        before = reading(pages[0])
        after = records_or_refusal(pages[1].body, pages[1].url)
        if isinstance(after, Refused):
            continue
        result = complaints(before, after) + untouched(before, after, mutation.touches)
        codes = {issue.issue for record in after for issue in record.issues}
        if mutation.must and not mutation.must & codes:
            result.append(f"none of the issues {sorted(mutation.must)}")
        wrong += [f"{making}: {complaint}" for complaint in result]
    assert wrong == []


@pytest.mark.parametrize("page", TEXT_PAGES)
def test_broken_word(page: str) -> None:
    before = reading(site_pages()[page])
    wrong: list[str] = []
    cases = (case for name, case in TEXT_CASES if name == page)
    for case in in_turn(cases, page, TEXT_PAGES):
        after = records_or_refusal(case.page.body, case.page.url, None)
        if not isinstance(after, Refused):
            result = complaints(before, after) + untouched(before, after, case.touches)
            wrong += [f"{case.name}: {complaint}" for complaint in result]
    assert wrong == []


@pytest.mark.parametrize("page", golden_pages())
def test_cut_off(page: str) -> None:
    whole = golden_pages()[page]
    wrong: list[str] = []
    cases = by_bytes.broken(whole, by_bytes.CUTS)
    for name, broken in in_turn(cases, page, golden_pages()):
        after = records_or_refusal(broken.page.body, whole.url, broken.content_type)
        if isinstance(after, Refused):
            continue
        result = complaints(reading(whole), after)
        if any(not broken.must & {issue.issue for issue in record.issues} for record in after):
            result.append(f"none of the issues {sorted(broken.must)}")
        wrong += [f"{name}: {complaint}" for complaint in result]
    assert wrong == []


@pytest.mark.parametrize("page", golden_pages())
def test_written_otherwise(page: str) -> None:
    whole = golden_pages()[page]
    wrong: list[str] = []
    cases = by_bytes.broken(whole, by_bytes.SAME)
    for name, broken in in_turn(cases, page, golden_pages()):
        after = records_or_refusal(broken.page.body, whole.url, broken.content_type)
        wrong += [f"{name}: {error}" for error in _otherwise(reading(whole), after, broken, name)]
    assert wrong == []


def _otherwise(
    before: Sequence[Referential],
    after: Sequence[Referential] | Refused,
    broken: by_bytes.Written,
    name: str,
) -> list[str]:
    if isinstance(after, Refused):
        allowed = not before or name in by_bytes.MAY_BE_REFUSED
        return [] if allowed else [f"refused: {after.reason}"]
    if len(before) != len(after):
        return [f"{len(after)} records instead of {len(before)}"]
    wrong = []
    for record, was in zip(after, before, strict=True):
        wrong += [f"{field}: {values}" for field, values in differences(was, record).items()]
        codes = {issue.issue for issue in record.issues}
        if broken.must and not broken.must & codes:
            wrong.append(f"none of the issues {sorted(broken.must)}")
        if IssueCode.UNCLOSED_DOCUMENT in codes - {issue.issue for issue in was.issues}:
            wrong.append("announced as unclosed")
    return wrong


def _challenge(inside: str) -> bytes:
    return (
        "<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'><title>Just a moment...</title>"
        f"</head><body><h1>{inside}</h1><p>Vérification de votre navigateur avant l'accès à "
        "eduscol.education.fr.</p><noscript>Activez JavaScript pour continuer.</noscript>"
        "<form id='challenge-form' method='POST'></form><p>Ray ID : 50023199</p></body></html>"
    ).encode()


@pytest.mark.parametrize("name", ["eduscol.education.fr", EXAMPLE.title])
def test_challenge_page_instead(name: str) -> None:
    with pytest.raises(Refused) as refused:
        records(_challenge(name))
    assert refused.value.reason == Refusal.CHALLENGE_PAGE


# -- the law itself ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def whole() -> Referential:
    (record,) = reading(rendered("headings_h2"))
    return record


def _with(record: Referential, **fields: object) -> Referential:
    return record.model_copy(update=fields)


def _issue(code: IssueCode, field: str | None = None) -> list[Issue]:
    return [issue(code, field)]


def test_law_same_record(whole: Referential) -> None:
    assert announced(whole, whole, [])


def test_law_lost_field(whole: Referential) -> None:
    lost = _with(whole, access=None)
    assert not announced(whole, lost, [])
    assert not announced(whole, lost, _issue(IssueCode.MISSING_FIELD, "trades"))
    assert not announced(whole, lost, _issue(IssueCode.LEVEL_CONTRADICTS_CODE, "level"))
    assert announced(whole, lost, _issue(IssueCode.MISSING_FIELD, "access"))
    assert announced(whole, lost, _issue(IssueCode.UNKNOWN_HEADING))


def test_law_issues_of_the_whole_page_announce_nothing(whole: Referential) -> None:
    said_before = _issue(IssueCode.UNKNOWN_HEADING)
    before = _with(whole, issues=tuple(said_before))
    assert not announced(before, _with(before, access=None), said_before)


def test_law_other_value(whole: Referential) -> None:
    other = _with(whole, level=5)
    assert not announced(whole, other, _issue(IssueCode.MISSING_FIELD, "level"))
    assert not announced(whole, other, _issue(IssueCode.UNKNOWN_HEADING))
    assert not announced(whole, other, _issue(IssueCode.UNCLOSED_DOCUMENT))
    assert announced(whole, other, _issue(IssueCode.LEVEL_CONTRADICTS_CODE, "level"))


def test_law_text_that_grew(whole: Referential) -> None:
    more = _with(whole, access=f"{whole.access}\n\nAutre chose.")
    for code in IssueCode:
        assert not announced(whole, more, [issue(code), issue(code, "access")])


def test_law_beginning_of_a_text(whole: Referential) -> None:
    assert whole.description
    begun = _with(whole, description=whole.description[:40])
    assert announced(whole, begun, _issue(IssueCode.UNCLOSED_DOCUMENT))
    assert not announced(whole, begun, _issue(IssueCode.UNKNOWN_HEADING))
    other = _with(whole, description="Autre chose.")
    assert not announced(whole, other, _issue(IssueCode.UNCLOSED_DOCUMENT))


def test_law_derived_values_follow(whole: Referential) -> None:
    gone = _with(whole, code=None, nsf_code=None, nsf_label=None, id="b999")
    assert announced(whole, gone, _issue(IssueCode.MISSING_FIELD, "code"))
    assert len(unannounced(whole, _with(whole, nsf_code="200"), [])) == 1


def test_law_foreign_text(whole: Referential) -> None:
    swallowed = _with(whole, access=f"{whole.access}\n\n{FOREIGN}")
    assert len(complaints([whole], [swallowed])) == 2


def test_law_refused_page_stays_refused(whole: Referential) -> None:
    assert complaints([], [whole])


def test_law_records_gone_or_too_many(whole: Referential) -> None:
    second = _with(whole, id="b999-x", title="CAP autre")
    assert complaints([whole, second], [whole])
    assert complaints([whole], [whole, second])
    unclosed = _with(whole, issues=(issue(IssueCode.UNCLOSED_DOCUMENT),))
    assert complaints([whole, second], [unclosed]) == []
