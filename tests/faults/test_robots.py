"""robots.txt by RFC 9309, in good and bad weather, and the sitemaps that it names."""

from dataclasses import replace
from pathlib import Path

import pytest

from scraper.clients.live_client import LiveClient
from scraper.clients.rate_limit import RateLimit
from scraper.model.response import FailureKind, Outcome
from scraper.model.site import Root, Site
from tests.faults.crawling import SETTINGS, crawl
from tests.faults.server import Exchange, Handler, serving

NEW, ROBOTS, NOT_TRIED = Outcome.NEW, Outcome.ROBOTS, Outcome.NOT_TRIED
FORBIDDEN = b"User-agent: *\nDisallow: /page\n"


def robots(body: bytes, status: int = 200) -> Handler:
    return lambda x: x.answer(status, body, "Content-Type: text/plain")


@pytest.mark.parametrize(
    ("handler", "outcome", "issue"),
    [
        (robots(b""), NEW, None),
        (robots(FORBIDDEN), ROBOTS, None),
        (robots(b"\xef\xbb\xbf" + FORBIDDEN), ROBOTS, None),
        (robots(FORBIDDEN.replace(b"\n", b"\r\n")), ROBOTS, None),
        (robots(b"User-agent: other\nDisallow: /\n"), NEW, None),
        (robots(b"User-agent: Eduscol-Referentials\nDisallow: /\n"), ROBOTS, None),
        (robots(b"User-agent: *\nDisallow: /\nAllow: /page.html$\n"), NEW, None),
        (robots(b"User-agent: *\nDisallow: /*.html\n"), ROBOTS, None),
        (robots(b"no", 404), NEW, None),
        (robots(b"no", 403), NEW, None),
        (robots(b"no", 500), NOT_TRIED, "odd-robots"),
        (robots(b"no", 503), NOT_TRIED, "odd-robots"),
        (robots(b"no", 429), NOT_TRIED, "odd-robots"),
        (lambda x: None, NOT_TRIED, "odd-robots"),
        (lambda x: x.answer(301, b"", "Location: http://other.example/"), NOT_TRIED, "odd-robots"),
        (robots(b"<!DOCTYPE html><html>Disallow: /page</html>"), NEW, "odd-robots"),
        (robots(FORBIDDEN + b"# x\n" * 200_000), ROBOTS, "odd-robots"),
        (robots(b"User-agent: *\nCrawl-delay: 604800\n"), NOT_TRIED, None),
        (robots(b"\xff\xfe\x00\x01 nonsense"), NEW, None),
    ],
)  # fmt: skip
def test_robots(tmp_path: Path, handler: Handler, outcome: Outcome, issue: str | None) -> None:
    with serving({"/robots.txt": handler, "/page.html": Exchange.answer}) as server:
        crawled = crawl(tmp_path / "data", server)
    page = crawled.pages["/page.html"]
    assert page.outcome is outcome
    assert ("/page.html" in server.asked) is (outcome is NEW)
    assert bool(crawled.report.later) is (outcome is NOT_TRIED)
    codes = set(crawled.report.issues) - {"fetch-failed"}
    assert codes == ({issue} if issue else set())
    if outcome is ROBOTS:
        assert page.kind is FailureKind.ROBOTS


def test_a_robots_txt_of_100_mb_is_read_to_its_limit_only(tmp_path: Path) -> None:
    sent = 0

    def endless(x: Exchange) -> None:
        nonlocal sent
        x.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + FORBIDDEN)
        for _ in range(100):
            x.raw(b"# comment\n" * 100_000)
            sent += 1

    with serving({"/robots.txt": endless, "/page.html": Exchange.answer}) as server:
        crawled = crawl(tmp_path / "data", server)
    assert crawled.pages["/page.html"].outcome is ROBOTS
    assert sent < 50  # what the sockets hold, not all of it


def test_rules_that_change_during_the_run_hold_from_then_on(tmp_path: Path) -> None:
    def changing(x: Exchange) -> None:
        x.answer(200, b"" if x.number < 3 else b"User-agent: *\nDisallow: /\n")

    routes = {f"/{n}.html": Exchange.answer for n in range(4)}
    with serving({"/robots.txt": changing, **routes}) as server:
        crawled = crawl(
            tmp_path / "data", server, *routes, settings=replace(SETTINGS, robots_max_age=-1.0)
        )
    outcomes = [crawled.pages[path].outcome for path in routes]
    assert outcomes[0] is NEW
    assert outcomes[-1] is ROBOTS
    assert crawled.report.later is None


def test_rules_hold_while_a_page_of_maintenance_stands_in_their_place(tmp_path: Path) -> None:
    """Also where several calls met the page, and in the call in which it came."""
    maintenance = b"<!DOCTYPE html><title>Maintenance</title><h1>Site en maintenance</h1>"
    routes = {"/robots.txt": robots(FORBIDDEN), "/a.html": Exchange.answer}
    with serving({**routes, "/page.html": Exchange.answer}) as server:
        crawl(tmp_path / "data", server, "/page.html", "/a.html")
        server.routes["/robots.txt"] = robots(maintenance)
        for _ in range(2):
            crawled = crawl(tmp_path / "data", server, "/page.html", "/a.html")
            assert crawled.report.outcomes == {"robots": 1, "same": 1}
            assert crawled.report.issues["odd-robots"] == 1
        assert "/page.html" not in server.asked
        server.routes["/robots.txt"] = robots(b"", 404)
        crawl(tmp_path / "data", server, "/page.html", "/a.html")
        server.routes["/robots.txt"] = robots(maintenance)
        crawled = crawl(tmp_path / "data", server, "/page.html", "/a.html")
    assert crawled.report.outcomes == {"same": 2}


def test_rules_of_this_call_hold_too(tmp_path: Path) -> None:
    def changing(x: Exchange) -> None:
        x.answer(200, FORBIDDEN if x.number == 1 else b"<html>Maintenance</html>")

    with serving({"/robots.txt": changing, "/a.html": Exchange.answer}) as server:
        crawled = crawl(
            tmp_path / "data",
            server,
            *("/a.html", "/page.html"),
            settings=replace(SETTINGS, robots_max_age=-1.0),
        )
    assert crawled.pages["/page.html"].outcome is ROBOTS
    assert "/page.html" not in server.asked


def test_rules_at_the_end_of_a_redirect_hold(tmp_path: Path) -> None:
    routes = {
        "/robots.txt": lambda x: x.answer(301, b"", "Location: /rules"),
        "/rules": robots(FORBIDDEN),
        "/page.html": Exchange.answer,
    }
    with serving(routes) as server:
        crawled = crawl(tmp_path / "data", server)
    assert crawled.pages["/page.html"].outcome is ROBOTS
    assert server.asked == ["/robots.txt", "/rules"]


def test_a_redirect_to_a_forbidden_address_is_not_followed(tmp_path: Path) -> None:
    routes = {
        "/robots.txt": robots(b"User-agent: *\nDisallow: /private\n"),
        "/page.html": lambda x: x.answer(302, b"", "Location: /private.html"),
        "/private.html": Exchange.answer,
    }
    with serving(routes) as server:
        crawled = crawl(tmp_path / "data", server)
    assert crawled.pages["/page.html"].outcome is ROBOTS
    assert "/private.html" not in server.asked


def test_a_host_whose_robots_txt_is_unreachable_does_not_stop_the_other(tmp_path: Path) -> None:
    unreachable = {"/robots.txt": robots(b"", 500)}
    with serving(unreachable) as dead, serving({"/a.html": Exchange.answer}) as good:
        both = (Root(dead.host), Root(good.host))
        crawled = crawl(tmp_path / "data", dead, "/a.html", site=Site(roots=both, others=both))
    (page,) = crawled.pages.values()
    assert page.outcome is NEW
    assert crawled.report.later is None
    assert dead.asked == ["/robots.txt"] * 2


def test_the_pace_is_that_of_the_site_when_it_asks_for_a_slower_one() -> None:
    now, waits = [0.0], list[float]()

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    pace = RateLimit(1.0, sleep, lambda: now[0])
    pace.wait()
    now[0] += 0.25
    pace.wait()
    pace.at_least(0.5)
    pace.at_least(5.0)
    pace.wait()
    pace.wait()
    assert waits == [0.75, 1.0, 5.0]


def test_sitemaps_give_addresses_inside_the_folders(tmp_path: Path) -> None:
    def xml(kind: str, *addresses: str) -> bytes:
        entries = "".join(f"<loc>{address}</loc>" for address in addresses)
        return f"<?xml version='1.0'?><{kind}>{entries}</{kind}>".encode()

    with serving({}) as server:
        server.routes.update(
            {
                "/robots.txt": robots(f"Sitemap: {server.url('/index.xml')}".encode()),
                "/index.xml": lambda x: x.answer(
                    200, xml("sitemapindex", server.url("/map.xml"), "http://other.example/m.xml")
                ),
                "/map.xml": lambda x: x.answer(
                    200, xml("urlset", server.url("/b.html"), "http://other.example/c.html",
                             server.url("/annexe.pdf"))
                ),
                "/page.html": Exchange.answer,
                "/b.html": Exchange.answer,
            }
        )  # fmt: skip
        crawled = crawl(tmp_path / "data", server)
    assert {path: page.origin for path, page in crawled.pages.items()} == {
        "/page.html": "user",
        "/b.html": "sitemap",
    }
    assert crawled.pages["/b.html"].outcome is NEW


@pytest.mark.parametrize(
    ("rule", "interval", "waits"),
    [
        ("Crawl-delay: 7", 1.0, 7.0),
        ("Crawl-delay: 0.5", 1.0, 1.0),
        ("Request-rate: 1/10s", 1.0, 10.0),
        ("Disallow:", 1.0, 1.0),
        ("Disallow:", 0.0, 0.0),
    ],
)
def test_the_pace_that_robots_txt_asks_for(rule: str, interval: float, waits: float) -> None:
    waited: list[float] = []
    text = f"User-agent: *\n{rule}\n".encode()
    with serving({"/robots.txt": robots(text), "/page.html": Exchange.answer}) as server:
        site = Site(roots=(), others=(Root(server.host),))
        settings = replace(SETTINGS, interval=interval)
        client = LiveClient(settings, "1", site, waited.append, lambda *_: None)
        for _ in range(3):
            client.get(server.url())
        client.close()
    assert client.requests == 4
    assert [round(wait) for wait in waited[-2:]] == ([round(waits)] * 2 if waits else [])


def test_a_new_client_goes_on_at_the_pace_of_the_one_before() -> None:
    waits: list[float] = []
    first = RateLimit(0.0, waits.append)
    first.wait()
    RateLimit(1000.0, waits.append).wait()
    assert len(waits) == 1
    assert 0 < waits[0] <= 1000.0
    RateLimit(0.0, waits.append).wait()
    assert len(waits) == 1


def test_pages_that_could_not_be_asked_for_do_not_use_up_the_limit(tmp_path: Path) -> None:
    paths = [f"/{number}.html" for number in range(4)]
    with serving({"/robots.txt": robots(b"", 500)}) as server:
        first = crawl(tmp_path / "data", server, *paths, max_pages=2)
        again = crawl(tmp_path / "data", server, *paths, max_pages=2)
    for report in (first.report, again.report):
        assert report.later
        assert "4 pages could not be requested now" in report.later
