"""The crawl: every page that is still to be asked for in a run, asked for once, and told.

Depends on nothing but a `Client`, so that the network, a mirror and WARC files are crawled by the
same code in the same order.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache

from parsers.links import links
from schema.errors import Refused
from schema.issues import Issue, IssueCode, issue
from scraper.addresses import Site, normalise
from scraper.ask import Asked, ask
from scraper.events import Content, Found, PageDone, Stopped
from scraper.judge import html_text, is_trouble, type_issue
from scraper.response import Client, Failure, FailureKind, NotInCopy, Outcome, Response
from scraper.state import Page, State
from scraper.stopping import Interrupted, Stop
from scraper.writer import RunWriter

MAX_DEPTH = 6
MAX_PAGES_KNOWN = 50_000
FAILURES_IN_A_ROW = 5
_SYNC_EVERY = 1.0


@dataclass(frozen=True)
class CrawlSettings:
    """`sample`: the share of pages that a 304 is not believed for. `full`: no validators at all.

    `max_pages` and `max_seconds` limit this call, not the run.
    """

    live: bool
    full: bool = False
    sample: float = 0.05
    max_pages: int | None = None
    max_seconds: float | None = None


class Crawl:
    """One call's work on a run; `too_long` says whether an answer asks to stay away for long."""

    def __init__(
        self,
        client: Client,
        site: Site,
        state: State,
        writer: RunWriter,
        run: str,
        settings: CrawlSettings,
        stop: Stop,
        too_long: Callable[[Failure], bool] = lambda _: False,
        on_page: Callable[[Page], None] = lambda _page: None,
    ) -> None:
        self._client, self._site, self._state, self._writer = client, site, state, writer
        self._run, self._settings, self._stop = run, settings, stop
        self._too_long, self._on_page = too_long, on_page
        # Pages are asked in order; those that had to be postponed stay behind.
        self._last = self._postponed = 0
        self._troubles = 0
        self._postponed_why = ""
        # Most links of a page are those of its neighbours.
        self._met: set[tuple[str, str]] = set()
        self._followed = lru_cache(maxsize=8192)(self._pair)

    def seed(self, addresses: list[str], origin: str) -> None:
        """Make `addresses` known where they are not; those of foreign hosts are left out."""
        plain = [normalise(address) for address in addresses]
        allowed = [a for a in plain if a and self._site.allows(a)]
        found = self._new([(self._site.key(address), address) for address in allowed])
        if found:
            self._writer.tell(Found(origin=origin, depth=0, addresses=tuple(found)))

    def go(self) -> Stopped | None:
        """Ask for pages until none is left (None) or something ends it early (told by then)."""
        began, synced, number = time.monotonic(), time.monotonic(), 0
        while page := self._state.next_page(self._last):
            if reason := self._limit(number, time.monotonic() - began):
                return self._stopped(reason)
            try:
                ended = self._page(page)
            except Interrupted as interrupted:
                return self._stopped(str(interrupted))
            if ended is not None:
                return ended
            self._last, number = page.seq, number + 1
            self._on_page(page)
            if time.monotonic() - synced > _SYNC_EVERY:
                self._writer.sync()
                self._state.commit()
                synced = time.monotonic()
        if self._postponed:
            detail = f"{self._postponed} pages could not be asked for: {self._postponed_why}"
            return self._stopped(detail)
        return None

    def _limit(self, number: int, seconds: float) -> str | None:
        limits = self._settings
        if self._stop.reason:
            return self._stop.reason
        if limits.max_pages is not None and number >= limits.max_pages:
            return f"the limit of {limits.max_pages} pages is reached"
        if limits.max_seconds is not None and seconds >= limits.max_seconds:
            return f"the limit of {limits.max_seconds:.0f} seconds is reached"
        return None

    def _stopped(self, reason: str, again: bool = False) -> Stopped:
        event = Stopped(at=_now(), reason=reason, again=again)
        self._writer.tell(event)
        return event

    def _page(self, page: Page) -> Stopped | None:
        """Ask for one page and tell of it; the event when the crawl has to end with it."""
        if (by := self._state.reached_by(page.key)) and by.key != page.key:
            self._tell_alias(page, (), by, None)
            return None
        asked = ask(self._client, self._site, page, not self._settings.full)
        answer = asked.answer
        if isinstance(answer, Response):
            self._troubles = 0
            self._read(page, asked, answer)
            return None
        if isinstance(answer, NotInCopy):
            event = PageDone(at=_now(), key=page.key, outcome=Outcome.NOT_IN_COPY)
            self._writer.tell(event)
            return None
        if answer.later:
            self._postponed += 1
            self._postponed_why = answer.detail
            return None
        self._fail(page, asked, answer)
        if self._too_long(answer):
            return self._stopped(f"the site asks to stay away: {answer.detail}", again=True)
        self._troubles = self._troubles + 1 if is_trouble(answer) else 0
        if self._troubles >= FAILURES_IN_A_ROW:
            reason = f"{self._troubles} addresses in a row failed, the last one: {answer.detail}"
            return self._stopped(reason, again=True)
        return None

    # -- pages that were read -----------------------------------------------------------------

    def _read(self, page: Page, asked: Asked, response: Response) -> None:
        """Tell of a response: it is that of `page`, or of another one that it leads to."""
        reached = self._site.key(response.final_url)
        by = self._state.reached_by(reached)
        if by is None and reached != page.key and response.status == 200:
            target = self._state.page(reached)
            if target is not None and target.pending:
                # What was read is the content of the page at the end of the redirect.
                self._record(target, (response.final_url,), replace(response, hops=()), [])
                by = self._state.page(reached)
        if by is not None and by.key != page.key:
            self._tell_alias(page, asked.asked, by, response)
            return
        issues: list[Issue] = []
        if response.status == 304 and self._is_sampled(page):
            fresh = self._client.get(asked.asked[-1])
            if isinstance(fresh, Response) and _has_changed(page, fresh):
                issues.append(issue(IssueCode.HIDDEN_CHANGE, None, response.final_url))
                response = fresh
        self._record(page, asked.asked, response, issues)

    def _record(
        self, page: Page, asked: tuple[str, ...], response: Response, issues: list[Issue]
    ) -> None:
        """Archive `response` as the content of `page`, or as a visit that found it unchanged."""
        at = _now()
        date = response.captured or at
        outcome = _compared(page, response)
        content, found, former = None, list[tuple[str, str]](), page.content
        if former is None or outcome in (Outcome.NEW, Outcome.CHANGED):
            place, digest = self._writer.exchange(response, date)
            content = _content(response, date, digest, place)
            if odd := type_issue(response):
                issues.append(odd)
        else:
            refers_to = (former.final_url, former.captured)
            place = self._writer.revisit(response, date, former.payload_digest, refers_to)
        if content is not None or self._settings.full:
            found = self._links(page, response, issues)
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

    def _is_sampled(self, page: Page) -> bool:
        """Chosen by run and page, so that a run that continues chooses the same ones."""
        digest = hashlib.sha256(f"{self._run} {page.key}".encode()).digest()
        return int.from_bytes(digest[:4], "big") < self._settings.sample * 2**32

    def _links(self, page: Page, response: Response, issues: list[Issue]) -> list[tuple[str, str]]:
        text = html_text(response)
        if text is None or self._site.root_of(response.final_url) is None:
            return []
        try:
            written = links(text, response.final_url)
        except Refused as refused:
            issues.append(issue(IssueCode.LINKS_NOT_FOLLOWED, None, None, str(refused)))
            return []
        found = self._new([pair for pair in map(self._followed, written) if pair])
        room = MAX_PAGES_KNOWN - self._state.counts()[0]
        kept = found[: max(room, 0)] if page.depth < MAX_DEPTH else []
        if left := len(found) - len(kept):
            detail = f"{left} addresses at depth {page.depth + 1}"
            issues.append(issue(IssueCode.LINKS_NOT_FOLLOWED, None, found[-1][1], detail))
        return kept

    def _pair(self, written: str) -> tuple[str, str] | None:
        """Key and address of a link to a page inside the folders; None for any other."""
        address = normalise(written)
        if address is None or not self._site.follows(address):
            return None
        return self._site.key(address), address

    def _new(self, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        if len(self._met) > 10_000:
            self._met.clear()
        new = [
            pair
            for pair in dict.fromkeys(pairs)
            if pair not in self._met and not self._state.is_met(*pair)
        ]
        self._met.update(set(pairs).difference(new))
        return new

    # -- pages that were not ------------------------------------------------------------------

    def _tell_alias(
        self, page: Page, asked: tuple[str, ...], by: Page, response: Response | None
    ) -> None:
        at = _now()
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

    def _fail(self, page: Page, asked: Asked, failure: Failure) -> None:
        at, place = _now(), None
        if failure.response is not None:
            place, _ = self._writer.exchange(failure.response, failure.response.captured or at)
        outcome = Outcome.ROBOTS if failure.kind is FailureKind.ROBOTS else Outcome.FAILED
        code = IssueCode.FETCH_FAILED
        missing = self._settings.live and failure.status in (404, 410)
        if missing and page.missing_run not in (None, self._run):
            outcome, code = Outcome.GONE, IssueCode.PAGE_GONE
        self._writer.tell(
            PageDone(
                at=at,
                key=page.key,
                outcome=outcome,
                asked=asked.asked,
                status=failure.status,
                kind=failure.kind,
                detail=failure.detail,
                place=place,
                issues=(issue(code, None, page.url, f"{failure.kind.value}, {failure.detail}"),),
            )
        )


def _compared(page: Page, response: Response) -> Outcome:
    if response.status == 304:
        return Outcome.NOT_MODIFIED
    if page.content is None:
        return Outcome.NEW
    same = _sha256(response) == page.content.sha256
    return Outcome.SAME if same else Outcome.CHANGED


def _has_changed(page: Page, fresh: Response) -> bool:
    """Whether `fresh`, asked for without validators, is another content than the page's."""
    known = page.content is not None and fresh.status == 200
    return known and _compared(page, fresh) is Outcome.CHANGED


def _sha256(response: Response) -> str:
    return hashlib.sha256(response.body).hexdigest()


def _content(response: Response, date: str, digest: str, place: object) -> Content:
    return Content.model_validate(
        {
            "sha256": _sha256(response),
            "media_type": response.media_type,
            "final_url": response.final_url,
            "captured": date,
            "payload_digest": digest,
            "place": place,
        }
    )


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
