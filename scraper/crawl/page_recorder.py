"""Record the result for a page: the exchange in the archive, then the event in the journal."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from schema.issues import Issue, IssueCode, issue
from schema.lexicon import Lexicon
from scraper.archive.journal import ArchivedContent, HeldBackAnswer, PageRequested, RecordPlace
from scraper.archive.writer import RunWriter
from scraper.crawl.link_discovery import Discovery
from scraper.crawl.response_check import (
    ResponseCheck,
    is_missing,
    is_soft_404,
    states_diploma,
)
from scraper.model.response import Failure, FailureKind, Outcome, Response, Validators
from scraper.model.site import Site
from scraper.state.page import Page

if TYPE_CHECKING:
    from scraper.crawl.suspects import Suspicion


class PageRecorder:
    """Records the pages of `run`.

    `live`: whether the site itself answers. `is_whole`: whether a record of the archive can be
    read; a content that cannot is archived again. `lexicon`: the labels by which pages are read.
    """

    def __init__(
        self,
        site: Site,
        writer: RunWriter,
        discovery: Discovery,
        run: str,
        live: bool,
        check: ResponseCheck,
        is_whole: Callable[[RecordPlace], bool],
        lexicon: Lexicon,
    ) -> None:
        self._site, self._writer, self._discovery = site, writer, discovery
        self._run, self._check, self._is_whole = run, check, is_whole
        self._lexicon = lexicon
        self._may_be_gone = live and check.is_page

    def read(
        self,
        page: Page,
        requested: tuple[str, ...],
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
        content, links, former = None, list[tuple[str, str]](), page.content
        issues = list(issues)
        if response.is_downgraded:
            issues.append(issue(IssueCode.INSECURE_REDIRECT, None, response.final_url))
        # A damaged record is replaced by the new response, although it is the same.
        if former is None or self._is_new(outcome, former):
            place, digest = self._writer.exchange(response, date)
            content = _content(response, date, digest, place)
        else:
            refers_to = (former.final_url, former.captured)
            place = self._writer.revisit(response, date, former.payload_digest, refers_to)
        if response.status != 304 and (odd := self._check.type_issue(response)):
            issues.append(odd)
        if self._check.is_page and (content is not None or links_anyway):
            links, left = self._discovery.in_page(page, response)
            issues += left
        elif self._check.is_page:
            issues += self._discovery.issues_before(page, response.status == 304)
        validators = self._validators(page, response)
        self._writer.record(
            PageRequested(
                at=at,
                key=page.key,
                outcome=outcome,
                asked=requested,
                reached=(self._site.key(response.final_url), response.final_url),
                status=response.status,
                content=content,
                etag=validators.etag,
                last_modified=validators.last_modified,
                place=place,
                found=tuple(links),
                issues=tuple(issues),
            )
        )

    def _is_new(self, outcome: Outcome, former: ArchivedContent) -> bool:
        if outcome is Outcome.SAME:
            return not self._is_whole(former.place)
        return outcome in (Outcome.NEW, Outcome.CHANGED)

    def _validators(self, page: Page, response: Response) -> Validators:
        """Return the validators for the next visit: none for a possible unknown error page.

        With those of an error page, the site could say for ever that it is unchanged. A page that
        states a diploma in its headings and beginning is none; any other is read to find out.
        """
        given = response.validators
        if response.status == 304:
            return Validators(given.etag or page.etag, given.last_modified or page.last_modified)
        if not given or not self._check.is_page or states_diploma(response):
            return given
        from scraper.crawl.suspects import is_refused  # the whole reader, which few crawls need

        return Validators() if is_refused(page.url, response, self._lexicon) else given

    def alias(
        self, page: Page, requested: tuple[str, ...], target: Page, response: Response | None
    ) -> None:
        """Record that `page` leads to `target`, which was read; by `response` if requested."""
        at = now()
        place = None
        if response is not None:
            date, former = response.captured or at, target.content
            if former and (response.status == 304 or sha256_of(response) == former.sha256):
                refers_to = (former.final_url, former.captured)
                place = self._writer.revisit(response, date, former.payload_digest, refers_to)
            else:
                place, _ = self._writer.exchange(response, date)
        reached = (self._site.key(response.final_url), response.final_url) if response else None
        gone = issue(IssueCode.PAGE_GONE, None, page.url, f"it leads to {target.url}")
        self._writer.record(
            PageRequested(
                at=at,
                key=page.key,
                outcome=Outcome.ALIAS,
                asked=requested,
                reached=reached,
                alias_of=target.url,
                place=place,
                issues=(gone,) if has_own_content(page, self._site) else (),
            )
        )

    def absent(self, page: Page) -> None:
        """Record that the copy of the site lacks `page`."""
        self._writer.record(PageRequested(at=now(), key=page.key, outcome=Outcome.NOT_IN_COPY))

    def suspect(
        self, page: Page, requested: tuple[str, ...], response: Response, suspicion: "Suspicion"
    ) -> None:
        """Archive `response` and hold it back: the content of `page` stays as it is."""
        at = now()
        place, _ = self._writer.exchange(response, response.captured or at)
        # The first day counts from which the same answer comes.
        since = page.held_back
        if since is None or since.signature != suspicion.signature:
            since = HeldBackAnswer(signature=suspicion.signature, day=self._day(response))
        self._writer.record(
            PageRequested(
                at=at,
                key=page.key,
                outcome=Outcome.SUSPECT,
                asked=requested,
                status=response.status,
                detail=suspicion.reason,
                place=place,
                held_back=since,
                issues=(issue(IssueCode.PAGE_SUSPECT, None, page.url, suspicion.reason),),
            )
        )

    def is_confirmed(self, page: Page, suspicion: "Suspicion", response: Response) -> bool:
        """Return whether the same suspect answer came on another day; False in a copy.

        A day that lies ahead counts too: the clock was wrong then, and the answer came before.
        """
        day, since = self._day(response), page.held_back
        return (
            since is not None
            and since.signature == suspicion.signature
            and day is not None
            and since.day not in (None, day)
        )

    def _day(self, response: Response) -> str | None:
        """Return the day of a response: of its capture, or today's; None in a copy of the site."""
        if response.captured:
            return response.captured[:10]
        return now()[:10] if response.request_headers else None

    def failed(self, page: Page, requested: tuple[str, ...], failure: Failure) -> None:
        """Record that `page` could not be read; an answer that came nevertheless is archived."""
        at, place = now(), None
        if failure.response is not None:
            place, _ = self._writer.exchange(failure.response, failure.response.captured or at)
        is_forbidden = failure.kind is FailureKind.ROBOTS and not failure.later
        outcome = Outcome.ROBOTS if is_forbidden else Outcome.FAILED
        # what is gone stays so, whatever comes, until the page is read again
        code = IssueCode.PAGE_GONE if page.gone else IssueCode.FETCH_FAILED
        missing = None
        if self._may_be_gone and is_missing(failure) and not failure.later:
            is_soft = is_soft_404(failure)
            missing = at[:10] if is_soft else None
            if self._was_missing_before(page, at[:10], is_soft):
                outcome, code = Outcome.GONE, IssueCode.PAGE_GONE
            elif is_soft and page.content is not None and not page.gone:
                code = IssueCode.PAGE_SUSPECT
        detail = f"{failure.kind.value}, {failure.detail}"
        if code is IssueCode.PAGE_GONE and outcome is not Outcome.GONE:
            detail = f"an earlier run found so; now {detail}"
        self._writer.record(
            PageRequested(
                at=at,
                key=page.key,
                outcome=outcome,
                asked=requested,
                status=failure.status,
                kind=failure.kind,
                detail=failure.detail,
                place=place,
                issues=(issue(code, None, page.url, detail),),
                missing=missing,
            )
        )

    def _was_missing_before(self, page: Page, day: str, is_soft: bool) -> bool:
        """Return whether the page was missing before the answer of `day`.

        404 after 404 counts in another run; an error page, before or now, on another day. A day
        that lies ahead is one of a clock that was wrong, as in `is_confirmed`.
        """
        if not is_soft and page.missing_run not in (None, self._run):
            return True
        found = page.missing_day, _day_of_run(page.missing_run) if is_soft else None
        return bool({*found} - {None, day})


def _day_of_run(run: str | None) -> str | None:
    """Return the day in the id of a run (`20261126T054500Z`), ISO 8601, or None without a day."""
    return f"{run[:4]}-{run[4:6]}-{run[6:8]}" if run and run[:8].isdecimal() else None


def has_own_content(page: Page, site: Site) -> bool:
    """Return whether a page was read that led to no other one then."""
    return page.content is not None and site.key(page.content.final_url) == page.key


def compared(page: Page, response: Response) -> Outcome:
    """Compare a response with status 200 or 304 with the content that is known."""
    if response.status == 304:
        return Outcome.NOT_MODIFIED
    if page.content is None:
        return Outcome.NEW
    same = sha256_of(response) == page.content.sha256
    return Outcome.SAME if same else Outcome.CHANGED


def sha256_of(response: Response) -> str:
    """Return the SHA-256 of the body of a response, as the journal holds it."""
    return hashlib.sha256(response.body).hexdigest()


def _content(response: Response, date: str, digest: str, place: RecordPlace) -> ArchivedContent:
    return ArchivedContent(
        sha256=sha256_of(response),
        media_type=response.media_type,
        final_url=response.final_url,
        captured=date,
        payload_digest=digest,
        place=place,
    )


def now() -> str:
    """Return the time, in UTC (ISO 8601), as events and records hold it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
