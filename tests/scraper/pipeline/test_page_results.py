import weakref
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from parsers.model.reading import ReadRecord
from schema.issues import IssueCode, issue
from scraper.model.known_diplomas import known_addresses
from scraper.model.response import Outcome, Response
from scraper.model.site import Site
from scraper.pipeline.page_results import PageResults
from scraper.pipeline.parse_pages import PageResult
from scraper.state.archived_pages import ArchivedPage
from tests.support.samples import record

SITE = Site()


def page(url: str, *ids: str, **values: Any) -> PageResult:
    """A page that was read, with a record of each id."""
    archived = ArchivedPage(
        key=SITE.key(url), url=url, aliases=(), origin="known", outcome=Outcome.NEW, kind=None,
        detail=None, content=None, sha256="a" * 64, carried_since=None, unread=None, alias_of=None,
        issues=(),
    )  # fmt: skip
    return PageResult(archived, "page", tuple(ReadRecord(record(id=name), ()) for name in ids))


def test_of_two_records_with_one_id_the_first_pages_stays_and_the_other_is_told() -> None:
    first, second = known_addresses()[:2]
    results = PageResults(SITE)
    one, two = results.add([page(first, "a", "b"), page(second, "b")])
    assert [[r.record.id for r in each.records] for each in (one, two)] == [["a", "b"], []]
    assert [r.record.id for r in two.duplicates] == ["b"]
    assert (one.issues, two.issues) == ((), (issue(IssueCode.DUPLICATE_ID, "id", "b"),))
    assert results.issues == {"duplicate-id": 1}
    assert [(row.url, row.records, row.reason) for row in (*one.rows, *two.rows)] == [
        (first, 2, None),
        (second, 0, "duplicate-id"),
    ]


@pytest.mark.parametrize(
    ("outcome", "told", "reason"),
    [
        (Outcome.FAILED, IssueCode.FETCH_FAILED, "fetch-failed"),
        (Outcome.FAILED, IssueCode.PAGE_SUSPECT, "page-suspect"),
        (Outcome.ROBOTS, IssueCode.FETCH_FAILED, "fetch-failed"),
        (Outcome.SUSPECT, IssueCode.PAGE_SUSPECT, "page-suspect"),
        (Outcome.NOT_IN_COPY, IssueCode.FETCH_FAILED, "not-in-copy"),
        (Outcome.NOT_TRIED, None, None),
        (Outcome.SAME, IssueCode.INSECURE_REDIRECT, None),
    ],
)
def test_the_row_of_a_page_says_why_its_records_are_those_of_former_content(
    outcome: Outcome, told: IssueCode | None, reason: str | None
) -> None:
    read = page(known_addresses()[0], "a")
    archived = replace(
        read.page,
        outcome=outcome,
        content=Response(read.page.url, read.page.url, 200, (), b""),
        issues=(issue(told, None, read.page.url),) if told else (),
    )
    (given,) = PageResults(SITE).add([replace(read, page=archived)])
    assert [(row.outcome, row.reason) for row in given.rows] == [("record", reason)]


def test_a_page_under_two_known_addresses_counts_once() -> None:
    http, https = (url for url in known_addresses() if url.endswith("/indexed53.html"))
    own = https if https.startswith("https:") else http
    (given,) = PageResults(SITE).add([page(own, "a", "b", "c")])
    rows = {row.url: (row.outcome, row.records, row.reason) for row in given.rows}
    assert rows == {
        own: ("record", 3, None),
        ({http, https} - {own}).pop(): ("alias", 0, own),
    }
    never = [row.outcome for row in PageResults(SITE).never_met()]
    assert (never.count("not-tried"), never.count("alias")) == (181, 1)


def test_every_known_address_has_one_row_whether_it_was_met_or_not() -> None:
    results = PageResults(SITE)
    met = [
        row.url for given in results.add([page(known_addresses()[3], "a")]) for row in given.rows
    ]
    never = [row.url for row in results.never_met()]
    assert sorted(met + never) == sorted(known_addresses())
    assert not results.is_whole
    list(results.add(page(address) for address in known_addresses()))
    assert list(results.never_met()) == []
    assert results.is_whole


def test_no_page_is_kept_once_it_was_handed_on() -> None:
    seen: list[weakref.ref[PageResult]] = []

    def pages() -> Iterator[PageResult]:
        for number, address in enumerate(known_addresses()[:5]):
            result = page(address, f"a{number}")
            seen.append(weakref.ref(result))
            yield result
            del result

    for _ in PageResults(SITE).add(pages()):
        alive = sum(item() is not None for item in seen[:-2])
        assert alive == 0
