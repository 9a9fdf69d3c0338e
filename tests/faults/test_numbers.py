"""What a crawl asks of the site, in numbers: those that the README gives."""

from dataclasses import replace
from pathlib import Path

from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions
from scraper.model.known_diplomas import known_addresses
from scraper.model.site import OFFICIAL, Root, Site, start_pages
from tests.faults.crawling import SETTINGS, only_loopback
from tests.faults.server import PAGE, Exchange, FaultServer, Handler, serving

PAGES, START, ROBOTS = 181, 2, 2


def with_etag(x: Exchange) -> None:
    if "if-none-match" in x.headers:
        x.answer(304, b"", 'ETag: "1"')
    else:
        # Each page is another, or they would be one.
        x.answer(200, PAGE + x.path.encode(), 'ETag: "1"')


class Everything(dict[str, Handler]):
    """Every address but robots.txt answers."""

    def get(self, path: str, default: object = None) -> Handler | None:  # type: ignore[override]
        return None if path == "/robots.txt" else with_etag


def on_loopback(address: str, hosts: dict[str, FaultServer]) -> str:
    host, path = address.partition("://")[2].split("/", 1)
    return hosts[host].url(f"/{path}")


def test_requests_of_a_first_and_of_a_second_crawl(tmp_path: Path) -> None:
    with serving({}) as old, serving({}) as new:
        hosts = dict(zip((root.host for root in OFFICIAL), (old, new), strict=True))
        for server in hosts.values():
            server.routes = Everything()
        roots = tuple(Root(hosts[root.host].host, root.folder) for root in OFFICIAL)
        seeds = tmp_path / "seeds.txt"
        every = (*known_addresses(), *start_pages(Site()))
        seeds.write_text("\n".join(on_loopback(address, hosts) for address in every))
        options = FetchOptions(
            data=tmp_path / "data",
            seeds=(str(seeds),),
            site=Site(roots=roots, others=roots),
            live=replace(SETTINGS, resolver=only_loopback),
            sample=0.0,
        )
        for outcome in ("new", "not-modified"):
            report = fetch(options)
            assert report.outcomes == {outcome: PAGES + START}
            assert report.requests == PAGES + START + ROBOTS == 185
        assert len(old.asked) + len(new.asked) == 2 * 185


def test_requests_for_a_page_that_is_not_there(tmp_path: Path) -> None:
    with serving({}) as old, serving({}) as new:
        roots = (Root(old.host), Root(new.host))
        seeds = tmp_path / "seeds.txt"
        seeds.write_text(old.url("/page.html"))
        options = FetchOptions(
            data=tmp_path / "data",
            seeds=(str(seeds),),
            site=Site(roots=roots, others=roots),
            live=replace(SETTINGS, resolver=only_loopback),
        )
        assert fetch(options).outcomes == {"failed": 1}
    # Once at each host; with names instead of ports also once by http.
    assert old.asked == new.asked == ["/robots.txt", "/page.html"]
