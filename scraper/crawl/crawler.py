"""Crawl: request every page that a run has still to request, once, and record the result.

Depends on nothing but a `Client`, so that the network, a mirror and WARC files are crawled by the
same code in the same order.
"""

import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from schema.issues import Issue, IssueCode, issue
from schema.lexicon import Lexicon
from scraper.archive.archive import Archive, DamagedRecord
from scraper.archive.journal import AddressesFound, RunStopped
from scraper.archive.writer import RunWriter
from scraper.crawl.fetch_page import FetchResult, fetch_page
from scraper.crawl.graceful_stop import Interrupted, Stop
from scraper.crawl.link_discovery import MAX_KNOWN, Discovery
from scraper.crawl.moved_hosts import MovedHosts
from scraper.crawl.page_recorder import PageRecorder, compared, has_own_content, now, sha256_of
from scraper.crawl.response_check import PAGES, ResponseCheck, is_loss, is_trouble
from scraper.model.response import Client, Failure, NotInCopy, Outcome, Response
from scraper.model.site import Site
from scraper.model.wording import numbered
from scraper.state.frontier import State
from scraper.state.page import Page

if TYPE_CHECKING:
    from scraper.crawl.suspects import Suspicion

FAILURES_IN_A_ROW = 5
_SYNC_EVERY = 1.0


@dataclass(frozen=True)
class CrawlSettings:
    """How a call crawls.

    - `sample`: the share of pages that a 304 is not believed for, nor for any page after one that
      hid a change; `full`: no validators at all.
    - `max_pages`, `max_bytes` (of bodies): limit this call, not the run.
    - `max_known`: how many pages may become known.
    - `accept_suspect`: suspect answers replace the content at once.
    - `lexicon`: the labels by which pages are read to find suspect answers.
    - `noun`: the word for a requested document, in messages.
    """

    live: bool
    check: ResponseCheck = PAGES
    full: bool = False
    sample: float = 0.05
    max_pages: int | None = None
    max_known: int = MAX_KNOWN
    accept_suspect: bool = False
    max_bytes: int | None = None
    noun: str = "pages"
    lexicon: Lexicon = field(default_factory=Lexicon.packaged)


class Crawl:
    """The work of one call on a run.

    `asks_for_long_wait`: whether the answer of a failure asks for a longer wait than is made.
    `moved`: counts the redirects to hosts that are not allowed. `unasked`: how many pages were not
    requested because their host was left in peace; the run goes on with them.
    """

    def __init__(
        self,
        client: Client,
        site: Site,
        state: State,
        archive: Archive,
        writer: RunWriter,
        run: str,
        settings: CrawlSettings,
        stop: Stop,
        asks_for_long_wait: Callable[[Failure], bool] = lambda _: False,
        on_page: Callable[[Page], None] = lambda _page: None,
    ) -> None:
        self._client, self._site, self._state, self._writer = client, site, state, writer
        self._archive, self._run, self._settings, self._stop = archive, run, settings, stop
        self._asks_for_long_wait, self._on_page = asks_for_long_wait, on_page
        # By number of tries, the last page that this call has passed.
        self._passed: dict[int, int] = {}
        self._troubles = self._bytes = 0
        # Pages that could not be requested, by key: they are recorded as failed at the end only.
        self._postponed: dict[str, tuple[tuple[str, ...], Failure]] = {}
        self._long_waits: list[str] = []
        # A 304 that hid a change, also in an earlier call on this run: no other is believed.
        self._asks_anew = settings.full or any(
            remark.issue is IssueCode.HIDDEN_CHANGE for _, remark in state.issues(run)
        )
        self.unasked = 0
        self.moved = MovedHosts()
        self._discovery = Discovery(site, state, settings.max_known)
        self._recorder = PageRecorder(
            site,
            writer,
            self._discovery,
            run,
            settings.live,
            settings.check,
            archive.is_whole,
            settings.lexicon,
        )

    def seed(self, addresses: Iterable[str], origin: str) -> list[Issue]:
        """Add new `addresses` to the known pages; addresses of foreign hosts are left out.

        Returns the issues of those that were left out for another reason.
        """
        admitted, left = self._discovery.admitted(addresses)
        if admitted:
            self._writer.record(AddressesFound(origin=origin, depth=0, addresses=tuple(admitted)))
        return left

    @property
    def has_tried_all(self) -> bool:
        """Return whether the run requested every page that it can, and read at least one."""
        left = self._state.next_page(self._passed)
        while left is not None and left.tries == 0 and not self._site.askable(left.addresses):
            self._passed[0] = left.seq
            left = self._state.next_page(self._passed)
        return (left is None or left.tries > 0) and self._state.has_read(self._run)

    def go(self) -> RunStopped | None:
        """Request pages until none is left (None) or the call has to end (recorded by then)."""
        synced, number = time.monotonic(), 0
        while page := self._state.next_page(self._passed):
            if reason := self._limit(number):
                return self._stopped(reason)
            self._passed[page.tries] = page.seq
            if not self._site.askable(page.addresses):
                continue  # found by a call with other hosts; stays untried
            try:
                ended = self._page(page)
            except Interrupted as interrupted:
                return self._stopped(str(interrupted))
            if ended is not None:
                return ended
            number += page.key not in self._postponed
            self._on_page(page)
            if time.monotonic() - synced > _SYNC_EVERY:
                self._writer.sync()
                self._state.commit()
                synced = time.monotonic()
        return self._end()

    def _end(self) -> RunStopped | None:
        """End the call after its last page: postponed pages have failed in this run.

        Those that were not asked for have not: the next call goes on with them, before it asks
        again for those that asked for a long wait. These alone have failed as any other page, and
        so has the start page of a host on which no other page is waited for.
        """
        if not self._postponed and (not self._long_waits or self.has_tried_all):
            return None
        reasons, has_tried_all = list[str](), self.has_tried_all
        for key, (requested, failure) in self._postponed.items():
            page = self._state.page(key)
            if page is None or not page.pending:
                continue  # read in the meantime, where another page leads to it
            is_unasked = failure.is_unasked or not has_tried_all
            if is_unasked or not self._site.is_start_page(page.url):
                reasons.append(failure.detail)
            if not is_unasked:
                self._recorder.failed(page, requested, failure)
            self.unasked += failure.is_unasked and has_tried_all
        if not reasons and (not self._long_waits or has_tried_all):
            return None
        reasons += self._long_waits
        pages = numbered(len(reasons), self._settings.noun)
        return self._stopped(f"{pages} could not be requested now: {reasons[-1]}", again=True)

    def _limit(self, number: int) -> str | None:
        most = self._settings.max_pages
        if most is not None and number >= most:
            return f"the limit of {numbered(most, self._settings.noun)} is reached"
        limit = self._settings.max_bytes
        if limit is not None and self._bytes >= limit:
            return f"the limit of {limit} bytes is reached"
        return self._stop.check()

    def _stopped(self, reason: str, again: bool = False) -> RunStopped:
        event = RunStopped(at=now(), reason=reason, again=again)
        self._writer.record(event)
        return event

    def _page(self, page: Page) -> RunStopped | None:
        """Request one page and record the result; return the event if the call has to end."""
        is_own = has_own_content(page, self._site)
        target = None if is_own else self._state.reached_by(page.key)
        if target is not None and target.key != page.key:
            self._recorder.alias(page, (), target, None)
            return None
        settings = self._settings
        damaged = page.content is not None and not self._archive.is_whole(page.content.place)
        with_validators = not self._asks_anew and not damaged
        with self._stop.page_in_hand():
            result = fetch_page(self._client, self._site, page, settings.check, with_validators)
        self.moved.count(result)
        answer = result.answer
        if isinstance(answer, NotInCopy):
            self._recorder.absent(page)
            return None
        if isinstance(answer, Response):
            self._bytes += len(answer.body)
            doubt = self._read(page, result, answer)
            if doubt is None or doubt.is_of_page:
                return self._row(is_trouble=False, detail="")
            return self._row(is_trouble=True, detail=f"{page.url}: {doubt.reason}")
        if answer.later:
            self._postponed[page.key] = (result.requested, answer)
            if result.certain is None or not is_trouble(result.certain):
                return None
            return self._row(is_trouble=True, detail=f"{page.url}: {result.certain.detail}")
        self._recorder.failed(page, result.requested, answer)
        if self._asks_for_long_wait(answer):
            self._long_waits.append(f"{page.url} asks for a long wait ({answer.detail})")
        lost = page.content is not None and is_loss(answer)
        return self._row(is_trouble(answer) or lost, f"{page.url}: {answer.detail}")

    def _row(self, is_trouble: bool, detail: str) -> RunStopped | None:
        """Count the troubles in a row; return the event that ends the call when they are many."""
        self._troubles = self._troubles + 1 if is_trouble and self._settings.live else 0
        if self._troubles < FAILURES_IN_A_ROW:
            return None
        return self._stopped(
            f"{self._troubles} {self._settings.noun} in a row failed, the last one: {detail}",
            again=True,
        )

    def _read(self, page: Page, result: FetchResult, response: Response) -> "Suspicion | None":
        """Record a response of `page`, or of a page that it leads to; return why it is suspect."""
        reached = self._site.key(response.final_url)
        target, doubt = self._state.reached_by(reached), None
        if target is None and reached != page.key and response.status == 200:
            known = self._state.page(reached)
            if known is not None and known.pending:
                # The body is the content of the page at the end of the redirect.
                direct = replace(response, hops=())
                doubt = self._accept(known, (direct.final_url,), direct, [])
                target = self._state.page(reached)
        is_there = reached == page.key and has_own_content(page, self._site)
        if target is not None and target.key != page.key and not is_there:
            return self._alias(page, result.requested, target, response) or doubt
        issues: list[Issue] = []
        if response.status == 304 and self._is_sampled(page):
            with self._stop.page_in_hand():
                check = self._settings.check
                fresh = fetch_page(self._client, self._site, page, check, False).answer
            if isinstance(fresh, Response) and _has_changed(page, fresh):
                issues.append(issue(IssueCode.HIDDEN_CHANGE, None, response.final_url))
                self._asks_anew = True
                response = fresh
        return self._accept(page, result.requested, response, issues)

    def _accept(
        self, page: Page, requested: tuple[str, ...], response: Response, issues: list[Issue]
    ) -> "Suspicion | None":
        """Record the response as the page's content, or hold it back; return why it is suspect."""
        with self._stop.page_in_hand():
            doubt = self._suspicion(page, response)
        if self._is_held_back(page, requested, response, doubt):
            return doubt
        self._recorder.read(page, requested, response, issues, self._settings.full)
        return None

    def _alias(
        self, page: Page, requested: tuple[str, ...], target: Page, response: Response
    ) -> "Suspicion | None":
        """Record that the page leads to `target`, or hold it back; return why it is suspect.

        A page that had content of its own loses its record by this. A site that sends whatever it
        does not find to some other page must not take the records away in one day.
        """
        doubt = None
        if has_own_content(page, self._site) and page.alias_of is None and not page.gone:
            from scraper.crawl.suspects import Suspicion

            doubt = Suspicion(f"it leads to {target.url}", f"leads-to {target.key}")
        if self._is_held_back(page, requested, response, doubt):
            return doubt
        self._recorder.alias(page, requested, target, response)
        return None

    def _is_held_back(
        self,
        page: Page,
        requested: tuple[str, ...],
        response: Response,
        doubt: "Suspicion | None",
    ) -> bool:
        """Hold a suspect response back, unless an earlier day had the same or it is accepted."""
        if doubt is None or self._settings.accept_suspect:
            return False
        if self._recorder.is_confirmed(page, doubt, response):
            return False
        self._recorder.suspect(page, requested, response, doubt)
        return True

    def _suspicion(self, page: Page, response: Response) -> "Suspicion | None":
        """Compare a response that differs from the content of a page; None if it is not suspect."""
        if page.content is None or not self._settings.check.is_page:
            return None
        if compared(page, response) is not Outcome.CHANGED:
            return None
        try:
            former = self._archive.read(page.content.place)
        except DamagedRecord:
            return None
        from scraper.crawl.suspects import suspicion  # the whole reader, which few crawls need

        is_back = self._state.had(page.key, sha256_of(response))
        lexicon, contents = self._settings.lexicon, self._state.contents()
        return suspicion(page.url, former, response, lexicon, contents, is_back)

    def _is_sampled(self, page: Page) -> bool:
        """Choose by run and page, so that a run that continues chooses the same ones."""
        digest = hashlib.sha256(f"{self._run} {page.key}".encode()).digest()
        return int.from_bytes(digest[:4], "big") < self._settings.sample * 2**32


def _has_changed(page: Page, fresh: Response) -> bool:
    """Return whether `fresh`, requested without validators, is another content than the page's."""
    known = page.content is not None and fresh.status == 200
    return known and compared(page, fresh) is Outcome.CHANGED
