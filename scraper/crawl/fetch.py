"""Fetch (`eduscol fetch`): bring an archive up to date with its source.

A run that did not end (killed, stopped by a limit or a signal) is continued; otherwise a new one
begins, as always for files of sources: they are few, and other ones may be wanted now. A
run that requested every page has ended, although some failed: the next call begins a new one. The
archive is read with `scraper.state.archived_pages`.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Literal

from schema.errors import UnusableInput
from schema.issues import Issue, IssueCode, issue
from schema.secrets import masked
from scraper.archive.archive import Archive, DamagedRecord
from scraper.archive.journal import Event, FileRead, RunEnded, RunResumed, RunStarted, RunStopped
from scraper.archive.lock import locked
from scraper.archive.writer import RunWriter
from scraper.clients.live_client import LiveClient, LiveSettings, user_agent
from scraper.clients.proxies import proxies_of_environment
from scraper.clients.robots import Rules, origin_of
from scraper.crawl.crawler import Crawl, CrawlSettings
from scraper.crawl.fetch_options import (
    FetchOptions,
    FetchReport,
    Progress,
    Seeds,
    narrowed,
    secret_addresses,
    seeds_of,
    site_of,
)
from scraper.crawl.file_downloads import DOCUMENTS, FILES, for_files
from scraper.crawl.graceful_stop import Interrupted, Stop, stop_on_signals
from scraper.crawl.log_journal import log_journal_event
from scraper.crawl.moved_hosts import MovedHost
from scraper.crawl.page_recorder import now
from scraper.crawl.response_check import PAGES
from scraper.crawl.seeds import STANDARD_INPUT
from scraper.crawl.sitemaps import sitemap_pages
from scraper.model.response import Answer, Client, Failure, Response
from scraper.model.site import Site
from scraper.state.frontier import State, database_errors, open_state
from scraper.state.page import Page


def judge(options: FetchOptions) -> None:
    """Raise `UnusableInput` for options that `fetch` could not use; standard input is left."""
    site = site_of(options)
    if STANDARD_INPUT not in options.seeds:
        site = narrowed(site, seeds_of(options, site))
    if options.mirror:
        from scraper.clients.mirror import Mirror

        Mirror(options.mirror, site.hosts)
    elif options.warc:
        from scraper.clients.warc_captures import refuse_unreadable

        refuse_unreadable(options.warc)
    else:
        user_agent(options.contact, "0")
        tuple(proxies_of_environment())


def fetch(
    options: FetchOptions,
    on_progress: Callable[[Progress], None] = lambda _: None,
    stop: Stop | None = None,
) -> FetchReport:
    """Bring the archive in `options.data` up to date with the source; see `FetchReport`.

    `TryLater` when another run holds the folder, `UnusableInput` and `UnusableTarget` for options,
    sources and disks that cannot be used. Signals set `stop`, so that the page in hand is finished.
    """
    stop = stop or Stop()
    if options.max_seconds is not None:
        stop.limit(options.max_seconds)
    site = site_of(options)
    seeds = seeds_of(options, site)
    site = narrowed(site, seeds)
    with locked(options.data), stop_on_signals(stop):
        archive = Archive(options.data / "archive")
        for run in archive.runs()[-1:]:
            archive.repair(run)
        path = options.data / "state.db"
        with database_errors(path), closing(open_state(path, archive)) as state:
            _refuse_copy(options, state)
            report = _Run(options, site, archive, state, stop, on_progress).go(seeds)
            state.commit()
            return report


def _refuse_copy(options: FetchOptions, state: State) -> None:
    """Raise `UnusableInput` where a copy of the site would replace pages of the site itself."""
    if options.source != "live" and not options.accept_copy and state.has_live_pages:
        raise UnusableInput(
            f"{options.data}: holds pages of the live site, which --{options.source} would replace "
            "by those of a copy; name another folder with --data for the copy (run --accept scope "
            "replaces them all the same)"
        )


class _Run:
    """Does the work of one call."""

    def __init__(
        self,
        options: FetchOptions,
        site: Site,
        archive: Archive,
        state: State,
        stop: Stop,
        on_progress: Callable[[Progress], None],
    ) -> None:
        self._options, self._site, self._archive = options, site, archive
        self._state, self._stop, self._on_progress = state, stop, on_progress
        self._live: LiveClient | None = None
        self._has_tried_all, self._unasked = False, 0
        self._moved: tuple[MovedHost, ...] = ()

    def go(self, seeds: list[Seeds]) -> FetchReport:
        client = self._client(seeds)
        run, goes_on = self._run_id()
        software = f"eduscol-referentials/{version('eduscol-referentials')}"
        self._writer = writer = RunWriter(
            self._archive,
            run,
            software,
            self._applied(run),
            self._options.file_size,
        )
        try:
            writer.record(RunResumed(at=now()) if goes_on else self._start())
            stopped = self._crawl(client, run, seeds)
            if (stopped is None or self._has_tried_all) and not self._unasked:
                writer.record(RunEnded(at=now()))
        finally:
            try:
                writer.close()
            finally:
                if self._live:
                    self._live.close()
        return self._report(run, stopped)

    def _applied(self, run: str) -> Callable[[Event, int], None]:
        """Return the callback of the writer for events of `run`: it updates state and log."""

        def apply(event: Event, position: int) -> None:
            self._state.apply(run, event, position)
            log_journal_event(run, event)

        return apply

    def _client(self, seeds: list[Seeds]) -> Client:
        options = self._options
        if options.mirror:
            from scraper.clients.mirror import Mirror

            return Mirror(options.mirror, self._site.hosts)
        if options.warc:
            from scraper.clients.warc_captures import Captures

            return Captures(options.warc, self._site)
        interval = 1 / options.rate if options.rate > 0 else 0.0
        settings = options.live or LiveSettings(options.contact, interval)
        if options.files and not options.live:
            settings = for_files(settings)
        self._live = LiveClient(
            settings,
            version("eduscol-referentials"),
            self._site,
            self._stop.sleep,
            self._record_robots,
            secret_addresses(seeds),
            self._kept_robots,
        )
        return self._live

    def _run_id(self) -> tuple[str, bool]:
        """Return the run to work on, and whether it resumes a run that did not end."""
        begins = bool(self._options.files) and not self._options.documents
        opened = None if begins else self._state.open_run()
        if opened and opened[1] == self._options.source:
            return opened[0], True
        return self._archive.next_run(datetime.now(UTC)), False

    def _start(self) -> RunStarted:
        live = self._options.source == "live"
        contact = self._options.live.contact if self._options.live else self._options.contact
        agent = user_agent(contact, version("eduscol-referentials")) if live else None
        return RunStarted(
            at=now(), source=self._options.source, hosts=self._site.hosts, user_agent=agent
        )

    def _crawl(self, client: Client, run: str, seeds: list[Seeds]) -> RunStopped | None:
        """Make the crawl's addresses known and request them; return why it stopped early."""
        options, live = self._options, self._live
        settings = CrawlSettings(
            live is not None,
            DOCUMENTS if options.documents else FILES if options.files else PAGES,
            options.full,
            options.sample,
            options.max_pages,
            options.max_known,
            options.accept_suspect,
            options.max_bytes,
            options.noun,
            options.lexicon,
        )
        crawl = Crawl(
            client,
            self._site,
            self._state,
            self._archive,
            self._writer,
            run,
            settings,
            self._stop,
            live.asks_for_long_wait if live else lambda _: False,
            self._show_progress,
        )
        for group in seeds:
            if group.content is not None:
                name = self._archive.keep(masked(group.content.decode()).encode())
                self._writer.record(FileRead(at=now(), url=name, what="seeds"))
            self._record_left_out("seeds", group.origin, crawl.seed(group.addresses, group.origin))
        if live and not options.files:
            try:
                left = crawl.seed(self._sitemap_pages(live, seeds), "sitemap")
                self._record_left_out("sitemap", "sitemaps", left)
            except Interrupted as interrupted:
                stopped = RunStopped(at=now(), reason=str(interrupted))
                self._writer.record(stopped)
                return stopped
        last = crawl.go()
        self._has_tried_all, self._unasked = crawl.has_tried_all, crawl.unasked
        self._moved = tuple(crawl.moved.found())
        return last

    def _sitemap_pages(self, live: LiveClient, seeds: list[Seeds]) -> list[str]:
        first = [
            self._site.candidates([address])[0] for group in seeds for address in group.addresses
        ]
        origins = dict.fromkeys(origin_of(address) for address in first)
        sitemaps = [url for origin in origins for url in live.robots.rules(origin).parsed.sitemaps]
        return sitemap_pages(live, self._site, sitemaps, self._record_sitemap)

    def _kept_robots(self, url: str) -> Iterator[Response]:
        """Yield the answers of `url` that were read as a robots.txt in earlier calls."""
        for run in reversed(self._archive.runs()):
            for event, _ in reversed(list(self._archive.events(run))):
                if isinstance(event, FileRead) and event.url == url and not event.detail:
                    with suppress(DamagedRecord):
                        if event.place:
                            yield self._archive.read(event.place)

    # -- recording ----------------------------------------------------------------------------

    def _record_robots(self, origin: str, answer: Answer, rules: Rules) -> None:
        told = list(rules.oddities)
        if rules.unreadable:
            told.append(f"could not be read ({rules.unreadable}): nothing is asked there now")
        odd = [issue(IssueCode.ODD_ROBOTS, None, origin, text) for text in told]
        self._record_aside("robots", f"{origin}/robots.txt", answer, rules.unreadable, odd)

    def _record_sitemap(self, url: str, answer: Answer, trouble: str | None) -> None:
        self._record_aside("sitemap", url, answer, trouble, [])

    def _record_aside(
        self,
        kind: Literal["robots", "sitemap"],
        url: str,
        answer: Answer,
        detail: str | None,
        issues: list[Issue],
    ) -> None:
        at, place = now(), None
        if isinstance(answer, Response):
            place, _ = self._writer.exchange(answer, at)
        status = answer.status if isinstance(answer, Response | Failure) else None
        self._writer.record(
            FileRead(
                at=at,
                url=url,
                what=kind,
                status=status,
                detail=detail,
                place=place,
                issues=tuple(issues),
            )
        )

    def _record_left_out(
        self, kind: Literal["sitemap", "seeds"], name: str, left: list[Issue]
    ) -> None:
        if left:
            self._writer.record(FileRead(at=now(), url=name, what=kind, issues=tuple(left)))

    def _show_progress(self, page: Page) -> None:
        known, waiting = self._state.counts()
        self._on_progress(Progress(known - waiting, known, page.url))

    def _report(self, run: str, stopped: RunStopped | None) -> FetchReport:
        known, waiting = self._state.counts()
        codes: dict[str, int] = {}
        for _, remark in self._state.issues(run):
            codes[remark.issue.value] = codes.get(remark.issue.value, 0) + 1
        return FetchReport(
            run=run,
            source=self._options.source,
            later=stopped.reason if stopped else None,
            has_tried_all=self._has_tried_all,
            unasked=self._unasked,
            moved=self._moved,
            outcomes=self._state.outcomes(run),
            failures=self._state.failure_kinds(run),
            statuses=self._state.failure_statuses(run),
            issues=codes,
            known=known,
            waiting=waiting,
            requests=self._live.requests if self._live else 0,
            bytes_received=self._live.bytes_received if self._live else 0,
            unavailable=stopped is not None and stopped.again,
            noun=self._options.noun,
        )
