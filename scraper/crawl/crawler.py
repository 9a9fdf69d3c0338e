"""The crawl: every page that is still to be asked for in a run, asked for once, and told.

Depends on nothing but a `Client`, so that the network, a mirror and WARC files are crawled by the
same code in the same order.
"""

import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from schema.issues import Issue, IssueCode, issue
from scraper.archive.journal import Found, Stopped
from scraper.archive.writer import RunWriter
from scraper.crawl.candidates import Asked, ask
from scraper.crawl.link_discovery import Discovery
from scraper.crawl.recorder import Teller, compared, now
from scraper.crawl.response_check import PAGES, Kind, is_trouble
from scraper.crawl.signals import Interrupted, Stop
from scraper.model.response import Client, Failure, NotInCopy, Outcome, Response
from scraper.model.site import Site
from scraper.state.frontier import State
from scraper.state.page import Page

FAILURES_IN_A_ROW = 5
_SYNC_EVERY = 1.0


@dataclass(frozen=True)
class CrawlSettings:
    """`sample`: the share of pages that a 304 is not believed for. `full`: no validators at all.

    `max_pages` and `max_seconds` limit this call, not the run.
    """

    live: bool
    kind: Kind = PAGES
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
        self._discovery = Discovery(site, state)
        self._teller = Teller(site, writer, self._discovery, run, settings.live, settings.kind)

    def seed(self, addresses: Iterable[str], origin: str) -> None:
        """Make `addresses` known where they are not; those of foreign hosts are left out."""
        found = self._discovery.allowed(addresses)
        if found:
            self._writer.tell(Found(origin=origin, depth=0, addresses=tuple(found)))

    def go(self) -> Stopped | None:
        """Ask for pages until none is left (None) or something ends it early (told by then)."""
        began, synced, number = time.monotonic(), time.monotonic(), 0
        while page := self._state.next_page(self._last):
            if reason := self._limit(number, time.monotonic() - began):
                return self._stopped(reason)
            if not self._site.askable(page.addresses):
                self._last = page.seq  # found by a call with other hosts; stays untried
                continue
            postponed = self._postponed
            try:
                ended = self._page(page)
            except Interrupted as interrupted:
                return self._stopped(str(interrupted))
            if ended is not None:
                return ended
            self._last = page.seq
            number += self._postponed == postponed  # one that could not be asked is none
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
        event = Stopped(at=now(), reason=reason, again=again)
        self._writer.tell(event)
        return event

    def _page(self, page: Page) -> Stopped | None:
        """Ask for one page and tell of it; the event when the crawl has to end with it."""
        if (by := self._state.reached_by(page.key)) and by.key != page.key:
            self._teller.alias(page, (), by, None)
            return None
        asked = ask(self._client, self._site, page, self._settings.kind, not self._settings.full)
        answer = asked.answer
        if isinstance(answer, Response):
            self._troubles = 0
            self._read(page, asked, answer)
            return None
        if isinstance(answer, NotInCopy):
            self._teller.absent(page)
            return None
        if answer.later:
            self._postponed += 1
            self._postponed_why = answer.detail
            return None
        self._teller.failed(page, asked.asked, answer)
        if self._too_long(answer):
            return self._stopped(f"the site asks to stay away: {answer.detail}", again=True)
        trouble = self._settings.live and is_trouble(answer)
        self._troubles = self._troubles + 1 if trouble else 0
        if self._troubles >= FAILURES_IN_A_ROW:
            reason = f"{self._troubles} addresses in a row failed, the last one: {answer.detail}"
            return self._stopped(reason, again=True)
        return None

    def _read(self, page: Page, asked: Asked, response: Response) -> None:
        """Tell of a response: it is that of `page`, or of another one that it leads to."""
        reached = self._site.key(response.final_url)
        by = self._state.reached_by(reached)
        if by is None and reached != page.key and response.status == 200:
            target = self._state.page(reached)
            if target is not None and target.pending:
                # What was read is the content of the page at the end of the redirect.
                direct = replace(response, hops=())
                self._teller.read(target, (direct.final_url,), direct, [], self._settings.full)
                by = self._state.page(reached)
        if by is not None and by.key != page.key:
            self._teller.alias(page, asked.asked, by, response)
            return
        issues: list[Issue] = []
        if response.status == 304 and self._is_sampled(page):
            fresh = self._settings.kind.judged(self._client.get(asked.asked[-1]))
            if isinstance(fresh, Response) and _has_changed(page, fresh):
                issues.append(issue(IssueCode.HIDDEN_CHANGE, None, response.final_url))
                response = fresh
        self._teller.read(page, asked.asked, response, issues, self._settings.full)

    def _is_sampled(self, page: Page) -> bool:
        """Chosen by run and page, so that a run that continues chooses the same ones."""
        digest = hashlib.sha256(f"{self._run} {page.key}".encode()).digest()
        return int.from_bytes(digest[:4], "big") < self._settings.sample * 2**32


def _has_changed(page: Page, fresh: Response) -> bool:
    """Whether `fresh`, asked for without validators, is another content than the page's."""
    known = page.content is not None and fresh.status == 200
    return known and compared(page, fresh) is Outcome.CHANGED
