"""Telling what came of a page: the exchange into the archive, then the event into the journal."""

import hashlib
from datetime import UTC, datetime

from schema.issues import Issue, IssueCode, issue
from scraper.archive.journal import Content, PageDone, Place
from scraper.archive.writer import RunWriter
from scraper.crawl.link_discovery import Discovery
from scraper.crawl.response_check import Kind
from scraper.model.response import Failure, FailureKind, Outcome, Response
from scraper.model.site import Site
from scraper.state.page import Page


class Teller:
    """Tells of the pages of `run`, which are of `kind`. `live`: whether the site itself answers."""

    def __init__(
        self,
        site: Site,
        writer: RunWriter,
        discovery: Discovery,
        run: str,
        live: bool,
        kind: Kind,
    ) -> None:
        self._site, self._writer, self._discovery = site, writer, discovery
        self._run, self._kind = run, kind
        self._may_be_gone = live and kind.is_page

    def read(
        self,
        page: Page,
        asked: tuple[str, ...],
        response: Response,
        issues: list[Issue],
        links_anyway: bool,
    ) -> None:
        """Archive `response` as the content of `page`, or as a visit that found it unchanged.

        Links are looked for in new content, and in known content with `links_anyway`.
        """
        at = now()
        date = response.captured or at
        outcome = compared(page, response)
        content, found, former = None, list[tuple[str, str]](), page.content
        issues = list(issues)
        if former is None or outcome in (Outcome.NEW, Outcome.CHANGED):
            place, digest = self._writer.exchange(response, date)
            content = _content(response, date, digest, place)
            if odd := self._kind.type_issue(response):
                issues.append(odd)
        else:
            refers_to = (former.final_url, former.captured)
            place = self._writer.revisit(response, date, former.payload_digest, refers_to)
        if self._kind.is_page and (content is not None or links_anyway):
            found, left = self._discovery.in_page(page, response)
            issues += left
        validators, kept = response.validators, response.status == 304
        self._writer.tell(
            PageDone(
                at=at,
                key=page.key,
                outcome=outcome,
                asked=asked,
                reached=(self._site.key(response.final_url), response.final_url),
                status=response.status,
                content=content,
                etag=validators.etag or (page.etag if kept else None),
                last_modified=validators.last_modified or (page.last_modified if kept else None),
                place=place,
                found=tuple(found),
                issues=tuple(issues),
            )
        )

    def alias(
        self, page: Page, asked: tuple[str, ...], by: Page, response: Response | None
    ) -> None:
        """`page` leads to the page `by`, which was read; by `response` if it was asked for."""
        at = now()
        place = None
        if response is not None:
            date, former = response.captured or at, by.content
            if former and (response.status == 304 or _sha256(response) == former.sha256):
                refers_to = (former.final_url, former.captured)
                place = self._writer.revisit(response, date, former.payload_digest, refers_to)
            else:
                place, _ = self._writer.exchange(response, date)
        reached = (self._site.key(response.final_url), response.final_url) if response else None
        self._writer.tell(
            PageDone(
                at=at,
                key=page.key,
                outcome=Outcome.ALIAS,
                asked=asked,
                reached=reached,
                alias_of=by.url,
                place=place,
            )
        )

    def absent(self, page: Page) -> None:
        """The copy of the site lacks `page`."""
        self._writer.tell(PageDone(at=now(), key=page.key, outcome=Outcome.NOT_IN_COPY))

    def failed(self, page: Page, asked: tuple[str, ...], failure: Failure) -> None:
        """`page` could not be read; what came nevertheless is archived."""
        at, place = now(), None
        if failure.response is not None:
            place, _ = self._writer.exchange(failure.response, failure.response.captured or at)
        outcome = Outcome.ROBOTS if failure.kind is FailureKind.ROBOTS else Outcome.FAILED
        code = IssueCode.FETCH_FAILED
        missing = self._may_be_gone and failure.status in (404, 410)
        if missing and page.missing_run not in (None, self._run):
            outcome, code = Outcome.GONE, IssueCode.PAGE_GONE
        self._writer.tell(
            PageDone(
                at=at,
                key=page.key,
                outcome=outcome,
                asked=asked,
                status=failure.status,
                kind=failure.kind,
                detail=failure.detail,
                place=place,
                issues=(issue(code, None, page.url, f"{failure.kind.value}, {failure.detail}"),),
            )
        )


def compared(page: Page, response: Response) -> Outcome:
    """What a response with status 200 or 304 says about the content that is known."""
    if response.status == 304:
        return Outcome.NOT_MODIFIED
    if page.content is None:
        return Outcome.NEW
    same = _sha256(response) == page.content.sha256
    return Outcome.SAME if same else Outcome.CHANGED


def _sha256(response: Response) -> str:
    return hashlib.sha256(response.body).hexdigest()


def _content(response: Response, date: str, digest: str, place: Place) -> Content:
    return Content(
        sha256=_sha256(response),
        media_type=response.media_type,
        final_url=response.final_url,
        captured=date,
        payload_digest=digest,
        place=place,
    )


def now() -> str:
    """The time, in UTC (ISO 8601), as events and records hold it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
