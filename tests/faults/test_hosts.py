"""A site that moves: what one host lacks is requested from the others, in every combination."""

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from schema.lexicon import Lexicon
from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions, FetchReport
from scraper.crawl.moved_hosts import MovedHost
from scraper.model.response import FailureKind, Outcome, Response
from scraper.model.site import OFFICIAL, SUCCESSORS, Root, Site
from scraper.pipeline.page_results import PageResults
from scraper.pipeline.parse_pages import read_pages
from scraper.pipeline.reader import Reader
from scraper.state.archived_pages import ArchivedPage, archived_pages
from tests.faults.crawling import SETTINGS, no_name, only_loopback
from tests.faults.server import PAGE, Exchange, FaultServer, Handler, serving

READER = Reader(Lexicon.packaged())
ELSEWHERE = "http://pages.example"
START = b"<html><title>Accueil</title><body><h1>Accueil</h1><p>Bienvenue.</p></body></html>"
ERROR = b"<html><title>Page introuvable</title><h1>Page introuvable</h1></html>"


def found(x: Exchange) -> None:
    x.answer(200, PAGE)


def missing(x: Exchange) -> None:
    x.answer(404, b"no")


def elsewhere(x: Exchange) -> None:
    x.answer(301, b"", f"Location: {ELSEWHERE}{x.path}")


def to_start(x: Exchange) -> None:
    x.answer(302, b"", "Location: /")


def soft_error(x: Exchange) -> None:
    x.answer(200, ERROR)


def closed(x: Exchange) -> None:
    x.reset()


def broken(x: Exchange) -> None:
    x.answer(500, b"no")


ANSWERS: dict[str, Handler] = {
    "found": found,
    "404": missing,
    "elsewhere": elsewhere,
    "start page": to_start,
    "soft error": soft_error,
    "closed": closed,
    "500": broken,
}


class Sites:
    """Three hosts: an older and a newer one that serve the same names, and one to move to."""

    def __init__(self, old: FaultServer, new: FaultServer, successor: FaultServer) -> None:
        self.old, self.new, self.successor = old, new, successor
        self.nameless: set[int] = set()

    def site(self) -> Site:
        roots = (Root(self.old.host), Root(self.new.host))
        successors = (Root(self.successor.host),)
        return Site(roots, (*roots, *successors), successors)

    def resolve(self, host: str, port: int) -> list[str]:
        return no_name(host, port) if port in self.nameless else only_loopback(host, port)

    def crawl(
        self, data: Path, *paths: str, sample: float = 0.05
    ) -> tuple[FetchReport, dict[str, ArchivedPage]]:
        seeds = data.parent / "seeds.txt"
        seeds.write_text("\n".join(self.old.url(path) for path in paths))
        report = fetch(
            FetchOptions(
                data=data,
                seeds=(str(seeds),),
                site=self.site(),
                live=replace(SETTINGS, resolver=self.resolve),
                sample=sample,
            )
        )
        return report, {page.url.rpartition("/")[2]: page for page in archived_pages(data)}


@pytest.fixture
def sites() -> Iterator[Sites]:
    with serving({}) as old, serving({}) as new, serving({}) as successor:
        yield Sites(old, new, successor)


def play(server: FaultServer, sites: Sites, name: str, path: str = "/a.html") -> None:
    """Make the host behave as named."""
    if name == "refused":
        server.close_listening()
    elif name == "no name":
        sites.nameless.add(server.port)
    else:
        server.routes[path] = ANSWERS[name]
        server.routes["/"] = lambda x: x.answer(200, START)


EVERY = [*ANSWERS, "refused", "no name"]


@pytest.mark.parametrize(("old", "new"), list(itertools.product(EVERY, EVERY)))
def test_a_page_that_any_host_has_is_read(old: str, new: str, sites: Sites, tmp_path: Path) -> None:
    play(sites.old, sites, old)
    play(sites.new, sites, new)
    _, pages = sites.crawl(tmp_path / "data", "/a.html")
    page = pages["a.html"]
    if "found" in (old, new):
        assert page.outcome is Outcome.NEW
        assert page.content is not None
        assert page.content.body == PAGE
        # The newer host is the first that is asked for a page never read.
        assert page.content.final_url.startswith(
            (sites.new if new == "found" else sites.old).url("")
        )
    else:
        assert page.outcome in (Outcome.FAILED, Outcome.NOT_TRIED)
        assert page.content is None


@pytest.mark.parametrize("other", [name for name in ANSWERS if name not in ("found", "404")])
def test_a_page_is_gone_only_where_every_host_says_so(
    other: str, sites: Sites, tmp_path: Path
) -> None:
    for server in (sites.old, sites.new):
        server.routes["/a.html"] = lambda x: x.answer(200 if x.number == 1 else 404)
        server.routes["/b.html"] = found
    data = tmp_path / "data"
    sites.crawl(data, "/a.html", "/b.html")
    play(sites.old, sites, other)
    for _ in range(3):
        _, pages = sites.crawl(data, "/a.html", "/b.html")
        assert pages["a.html"].outcome is not Outcome.GONE
        assert pages["a.html"].content is not None


@pytest.mark.parametrize("other", ["refused", "no name"])
def test_a_host_that_cannot_be_asked_proves_nothing_about_pages_of_another(
    other: str, sites: Sites, tmp_path: Path
) -> None:
    """A page of the host that answers is gone; one of the other host waits for it."""
    for path in ("/a.html", "/b.html"):
        sites.new.routes[path] = lambda x: x.answer(200 if x.number == 1 else 404)
    for path in ("/c.html", "/d.html"):
        sites.old.routes[path] = found
    sites.new.routes["/e.html"] = found
    names = [f"/{letter}.html" for letter in "abcde"]
    data = tmp_path / "data"
    sites.crawl(data, *names)
    play(sites.old, sites, other)
    sites.new.routes["/b.html"] = lambda x: x.answer(403, b"Access Denied")
    for outcome in (Outcome.FAILED, Outcome.GONE):
        report, pages = sites.crawl(data, *names)
        assert (pages["a.html"].outcome, pages["a.html"].detail) == (outcome, "status 404")
        assert (pages["b.html"].outcome, pages["b.html"].detail) == (Outcome.FAILED, "status 403")
        assert "2 pages could not be requested now" in (report.later or "")
        assert report.statuses == {"403": 1, "404": 1}
        assert report.issues["odd-robots"] == 1
        for name in ("c.html", "d.html"):
            assert pages[name].outcome is not Outcome.GONE
            assert pages[name].kind in (FailureKind.CONNECT, FailureKind.DNS)


@pytest.mark.parametrize("bearer", ["old", "new"])
@pytest.mark.parametrize(
    "wall",
    [
        lambda x: x.answer(403, b"Access Denied"),
        lambda x: x.answer(200, b"<html><title>Maintenance</title><h1>Site en maintenance</h1>"),
    ],
)
def test_a_wall_stops_the_crawl_although_the_other_host_cannot_be_asked(
    wall: Handler, bearer: str, sites: Sites, tmp_path: Path
) -> None:
    paths = [f"/m{number}.html" for number in range(12)]
    for server, path in itertools.product((sites.old, sites.new), paths):
        server.routes[path] = found if server is getattr(sites, bearer) else missing
    sites.crawl(tmp_path / "data", *paths)
    sites.nameless.add(sites.new.port)
    sites.old.start_anew(dict.fromkeys(paths, wall))
    report, _ = sites.crawl(tmp_path / "data", *paths)
    assert "5 pages in a row failed" in (report.later or "")
    assert len(sites.old.asked) == 6


def test_the_start_page_of_a_host_that_cannot_be_asked_does_not_stop_the_run(
    sites: Sites, tmp_path: Path
) -> None:
    sites.old.routes["/a.html"] = found
    seeds = tmp_path / "seeds.txt"
    seeds.write_text("\n".join([sites.old.url("/a.html"), sites.new.url("/")]))
    sites.nameless.add(sites.new.port)
    live = replace(SETTINGS, resolver=sites.resolve)
    report = fetch(FetchOptions(tmp_path / "d", seeds=(str(seeds),), site=sites.site(), live=live))
    assert (report.later, report.outcomes) == (None, {"failed": 1, "new": 1})
    assert report.failures == {"dns": 1}


def test_no_address_is_asked_twice_for_a_page(sites: Sites, tmp_path: Path) -> None:
    """The newer host redirects to the older one, at which the page is missing."""
    sites.new.routes["/a.html"] = lambda x: x.answer(
        301, b"", f"Location: {sites.old.url('/a.html')}"
    )
    sites.old.routes["/b.html"] = found
    report, pages = sites.crawl(tmp_path / "data", "/a.html", "/b.html")
    assert (pages["a.html"].outcome, pages["a.html"].detail) == (Outcome.FAILED, "status 404")
    assert Counter(sites.old.asked)["/a.html"] == 1
    assert report.requests == 6  # robots.txt and two pages, on each host


def test_a_redirect_to_an_address_that_has_answered_is_not_followed(
    sites: Sites, tmp_path: Path
) -> None:
    """A page that was good at the older host, to which the newer one redirects now."""
    sites.old.routes["/a.html"] = lambda x: x.answer(200 if x.number == 1 else 404)
    sites.old.routes["/b.html"] = found
    sites.crawl(tmp_path / "data", "/a.html", "/b.html")
    sites.new.routes["/a.html"] = lambda x: x.answer(
        301, b"", f"Location: {sites.old.url('/a.html')}"
    )
    for number, outcome in ((2, Outcome.FAILED), (3, Outcome.GONE)):
        _, pages = sites.crawl(tmp_path / "data", "/a.html", "/b.html")
        assert (pages["a.html"].outcome, pages["a.html"].detail) == (outcome, "status 404")
        assert Counter(sites.old.asked)["/a.html"] == number


def test_a_page_whose_redirects_end_is_read_where_they_led(sites: Sites, tmp_path: Path) -> None:
    moved = sites.successor.url("/83/cap")
    for server in (sites.old, sites.new):
        server.routes["/a.html"] = lambda x: x.answer(301, b"", f"Location: {moved}")
    sites.successor.routes["/83/cap"] = found
    sites.crawl(tmp_path / "data", "/a.html")
    for server in (sites.old, sites.new):
        server.start_anew({})
    for _ in range(2):
        report, pages = sites.crawl(tmp_path / "data", "/a.html")
        assert (pages["a.html"].outcome, report.later) == (Outcome.SAME, None)
    assert Counter(sites.old.asked)["/a.html"] == 1  # from then on it is asked for where it is
    sites.successor.routes.clear()
    for outcome in (Outcome.FAILED, Outcome.GONE):
        _, pages = sites.crawl(tmp_path / "data", "/a.html")
        assert pages["a.html"].outcome is outcome


def stub(address: str) -> Handler:
    """Answer with a page that redirects by its markup."""
    body = f"<html><head><meta http-equiv=Refresh content='0; URL={address}'></head><p>Suite</p>"
    return lambda x: x.answer(200, body.encode(), 'ETag: "stub"')


def test_a_page_that_redirects_by_its_markup_is_followed(sites: Sites, tmp_path: Path) -> None:
    moved = sites.successor.url("/83/cap")
    sites.new.routes["/a.html"] = stub(moved)
    sites.successor.routes["/83/cap"] = lambda x: (
        x.answer(304, b"") if "if-none-match" in x.headers else x.answer(200, PAGE, 'ETag: "1"')
    )
    for outcome, sample in ((Outcome.NEW, 0), (Outcome.NOT_MODIFIED, 0), (Outcome.NOT_MODIFIED, 1)):
        report, pages = sites.crawl(tmp_path / "data", "/a.html", sample=sample)
        assert not report.issues
        content = pages["a.html"].content
        assert pages["a.html"].outcome is outcome
        assert content is not None
        assert (content.final_url, content.body) == (moved, PAGE)
    conditions = [
        request.headers.get("if-none-match")
        for request in sites.successor.requests
        if request.path != "/robots.txt"
    ]
    assert conditions == [None, '"1"', '"1"', None]


@pytest.mark.parametrize("address", ["{old}/a.html", "{new}/a.html", "a.html#top"])
def test_redirects_by_markup_in_a_circle_end(address: str, sites: Sites, tmp_path: Path) -> None:
    to = address.format(old=sites.old.url(""), new=sites.new.url(""))
    sites.old.routes["/a.html"] = sites.new.routes["/a.html"] = stub(to)
    sites.crawl(tmp_path / "data", "/a.html")
    assert all(asked <= 2 for asked in Counter(sites.old.asked + sites.new.asked).values())


def test_a_redirect_by_markup_to_an_unknown_host_is_named(sites: Sites, tmp_path: Path) -> None:
    for number in range(3):
        sites.new.routes[f"/m{number}.html"] = stub(f"{ELSEWHERE}/m{number}.html")
    report, pages = sites.crawl(tmp_path / "data", *(f"/m{number}.html" for number in range(3)))
    assert pages["m0.html"].kind is FailureKind.OFF_HOST_REDIRECT
    assert ELSEWHERE in (pages["m0.html"].detail or "")
    assert report.moved == (MovedHost(sites.new.host, "pages.example", 3, 3),)


@pytest.mark.parametrize(
    "markup",
    [
        "<meta http-equiv=refresh content='300; url=/b.html'>",
        "<noscript><meta http-equiv=refresh content='0; url=/b.html'></noscript>",
        "<meta http-equiv=refresh content='0'>",
    ],
)
def test_what_is_no_redirect_is_the_page(markup: str, sites: Sites, tmp_path: Path) -> None:
    body = f"<html><head>{markup}</head><h1>Les dipl&ocirc;mes</h1>".encode()
    sites.new.routes["/a.html"] = lambda x: x.answer(200, body)
    _, pages = sites.crawl(tmp_path / "data", "/a.html")
    content = pages["a.html"].content
    assert content is not None
    assert content.body == body


def test_a_diploma_s_own_page_is_read_although_it_redirects(sites: Sites, tmp_path: Path) -> None:
    body = PAGE.replace(b"<body>", b"<meta http-equiv=refresh content='5; url=/b.html'><body>")
    sites.new.routes["/a.html"] = lambda x: x.answer(200, body)
    _, pages = sites.crawl(tmp_path / "data", "/a.html")
    content = pages["a.html"].content
    assert content is not None
    assert content.body == body


@pytest.mark.parametrize("old", EVERY)
def test_a_host_that_moves_to_a_known_one_is_followed(
    old: str, sites: Sites, tmp_path: Path
) -> None:
    """The newer host redirects to the successor, which alone has the page."""
    play(sites.old, sites, old if old != "found" else "404")
    sites.new.routes["/a.html"] = lambda x: x.answer(
        301, b"", f"Location: {sites.successor.url('/a.html')}"
    )
    sites.successor.routes["/a.html"] = found
    data = tmp_path / "data"
    _, pages = sites.crawl(data, "/a.html")
    assert pages["a.html"].outcome is Outcome.NEW
    content = pages["a.html"].content
    assert content is not None
    assert content.final_url == sites.successor.url("/a.html")
    assert len(pages) == 1  # the same name on another host is the same page


def test_links_of_a_page_that_was_read_elsewhere_are_relative_to_that_place(
    sites: Sites, tmp_path: Path
) -> None:
    body = (
        b"<h1>CAP Vannerie</h1><p>Code : 500-25221</p><a href='rap.pdf'>Annexe I</a>"
        b"<a href='/document/7/download'>Annexe II</a>"
    )
    target = sites.successor.url("/1792/cap-vannerie")
    sites.new.routes["/a.html"] = lambda x: x.answer(301, b"", f"Location: {target}")
    sites.successor.routes["/1792/cap-vannerie"] = lambda x: x.answer(200, body)
    data = tmp_path / "data"
    sites.crawl(data, "/a.html")
    pages = list(PageResults(Site()).add(read_pages(archived_pages(data), READER)))
    (found_page,) = [page for page in pages if page.records]
    (read_record,) = found_page.records
    assert read_record.record.url == sites.old.url("/a.html")
    assert [document.url for document in read_record.record.documents] == [
        sites.successor.url("/1792/rap.pdf"),
        sites.successor.url("/document/7/download"),
    ]
    assert [row.reached_url for row in found_page.rows] == [target]


def test_the_known_successors_serve_the_names_of_the_site() -> None:
    site = Site()
    assert [root.host for root in SUCCESSORS] == [
        "eduscol.education.gouv.fr",
        "referentiels-professionnels.eduscol.education.gouv.fr",
    ]
    address = f"https://{SUCCESSORS[0].host}{SUCCESSORS[0].folder}cap_patis.html"
    assert site.allows(address)
    assert site.key(address) == site.key(f"https://{OFFICIAL[1].host}/cap_patis.html")
    # They are not asked by themselves.
    asked = site.askable([f"https://{OFFICIAL[0].host}{OFFICIAL[0].folder}cap_patis.html"])
    assert not any("gouv" in address for address in asked)


def test_a_host_that_moves_to_an_unknown_one_is_named_and_the_rest_is_read(
    sites: Sites, tmp_path: Path
) -> None:
    moved = [f"/m{number}.html" for number in range(12)]
    for path in moved:
        sites.old.routes[path] = elsewhere
    sites.new.routes["/last.html"] = found
    report, pages = sites.crawl(tmp_path / "data", *moved, "/last.html")
    assert report.later is None
    assert pages["last.html"].outcome is Outcome.NEW
    assert {pages[path[1:]].kind for path in moved} == {FailureKind.OFF_HOST_REDIRECT}
    assert report.moved == (MovedHost(sites.old.host, "pages.example", 12, 12),)


def test_a_wall_on_another_host_stops_the_crawl(sites: Sites, tmp_path: Path) -> None:
    paths = [f"/m{number}.html" for number in range(12)]
    for server, path in itertools.product((sites.old, sites.new), paths):
        server.routes[path] = lambda x: x.answer(302, b"", f"Location: {ELSEWHERE}/login")
    report, _ = sites.crawl(tmp_path / "data", *paths)
    assert "5 pages in a row failed" in (report.later or "")
    assert len(sites.old.asked) == 6  # robots.txt and five pages: pages count, not addresses


@pytest.mark.parametrize(
    ("addresses", "is_downgraded"),
    [
        (("https://h/a", "http://h/a"), True),
        (("https://h/a", "http://h/a", "https://h/a"), True),
        (("http://h/a", "https://h/a"), False),
        (("https://h/a", "https://h/b"), False),
        (("https://h/a",), False),
    ],
)
def test_a_redirect_from_https_to_http_is_noticed(
    addresses: tuple[str, ...], is_downgraded: bool
) -> None:
    *hops, last = (Response(address, address, 301, (), b"") for address in addresses)
    assert replace(last, hops=tuple(hops)).is_downgraded is is_downgraded
