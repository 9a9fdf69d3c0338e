"""Crawling the fault server by the real `fetch`, with waits short enough for tests."""

from dataclasses import dataclass, replace
from pathlib import Path

from scraper.clients.http import HttpLimits
from scraper.clients.live_client import LiveSettings
from scraper.clients.retry import RetryPolicy
from scraper.clients.ssrf_guard import NameNotResolved, Resolver
from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions, FetchReport
from scraper.crawl.graceful_stop import Stop
from scraper.model.site import Root, Site
from scraper.state.archived_pages import ArchivedPage, archived_pages
from tests.faults.server import FaultServer

SETTINGS = LiveSettings(
    contact="tests@example.org",
    interval=0.0,
    limits=HttpLimits(connect=2.0, read=0.8, total=2.0, body=200_000, redirects=5),
    retries=RetryPolicy(attempts=2, total=5.0, first=0.01, longest=0.02, retry_after=1.5),
)


def only_loopback(host: str, port: int) -> list[str]:
    """A resolver that fails the test when anything but loopback is to be reached."""
    if host != "127.0.0.1":
        raise AssertionError(f"a request was to leave loopback: {host}:{port}")
    return [host]


def no_name(host: str, port: int) -> list[str]:
    """A resolver that knows no name."""
    raise NameNotResolved(f"{host}: name or service not known")


@dataclass
class Crawled:
    """What came of a crawl: the report and every page by its path."""

    report: FetchReport
    pages: dict[str, ArchivedPage]


def crawl(
    data: Path,
    server: FaultServer,
    *paths: str,
    resolver: Resolver = only_loopback,
    settings: LiveSettings = SETTINGS,
    stop: Stop | None = None,
    **options: object,
) -> Crawled:
    """Fetch `paths` of `server` (default: `/page.html`) into `data`; the roots are that server."""
    seeds = data.parent / f"{data.name}-seeds.txt"
    seeds.write_text("\n".join(server.url(path) for path in paths or ("/page.html",)))
    given = FetchOptions(
        data=data,
        seeds=(str(seeds),),
        site=Site(roots=(), others=(Root(server.host),)),
        live=replace(settings, resolver=resolver),
    )
    report = fetch(replace(given, **options), stop=stop)  # type: ignore[arg-type]
    start = len(server.url(""))
    return Crawled(report, {page.url[start:]: page for page in archived_pages(data)})
