"""From run to run: what is asked again, what is believed, what is carried forward."""

from dataclasses import replace
from pathlib import Path

import pytest

from schema.errors import TryLater
from scraper.model.response import FailureKind, Outcome
from scraper.model.site import Root, Site
from tests.faults.crawling import SETTINGS, Crawled, crawl
from tests.faults.server import PAGE, Exchange, FaultServer, Handler, serving

OTHER = PAGE.replace(b"Texte", b"Un autre texte")


def outcome(crawled: Crawled, path: str = "/page.html") -> Outcome:
    return crawled.pages[path].outcome


def with_etag(x: Exchange) -> None:
    """A server as it should be: 304 for what is known."""
    if x.headers.get("if-none-match") == '"1"':
        x.answer(304, b"", 'ETag: "1"')
    else:
        x.answer(200, PAGE, 'ETag: "1"', "Last-Modified: Mon, 02 Jan 2006 15:04:05 GMT")


def test_validators_are_sent_back_and_304_is_counted(tmp_path: Path) -> None:
    with serving({"/page.html": with_etag}) as server:
        assert outcome(crawl(tmp_path / "data", server, sample=0.0)) is Outcome.NEW
        for _ in range(2):  # validators outlive a 304 that repeats only one of them
            again = crawl(tmp_path / "data", server, sample=0.0)
            assert outcome(again) is Outcome.NOT_MODIFIED
            assert again.report.outcomes == {"not-modified": 1}
    sent = [r.headers for r in server.requests if r.path == "/page.html"]
    assert "if-none-match" not in sent[0]
    assert sent[2]["if-none-match"] == '"1"'
    assert sent[2]["if-modified-since"] == "Mon, 02 Jan 2006 15:04:05 GMT"
    content = again.pages["/page.html"].content
    assert content is not None
    assert content.body == PAGE


def test_full_asks_without_validators(tmp_path: Path) -> None:
    with serving({"/page.html": with_etag}) as server:
        crawl(tmp_path / "data", server)
        assert outcome(crawl(tmp_path / "data", server, full=True)) is Outcome.SAME
    assert "if-none-match" not in server.requests[-1].headers


@pytest.mark.parametrize("full", [False, True])
def test_a_wrong_type_is_told_as_long_as_the_content_stands(tmp_path: Path, full: bool) -> None:
    def as_text(x: Exchange) -> None:
        known = x.headers.get("if-none-match") == '"1"'
        x.answer(304 if known else 200, b"" if known else PAGE, 'ETag: "1"', "Content-Type: text/x")

    with serving({"/page.html": as_text}) as server:
        told = [crawl(tmp_path / "data", server, full=full, sample=0.0) for _ in range(3)]
    kinds = [Outcome.SAME if full else Outcome.NOT_MODIFIED] * 2
    assert [outcome(each) for each in told] == [Outcome.NEW, *kinds]
    assert [each.report.issues for each in told] == [{"wrong-content-type": 1}] * 3


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (lambda x: x.answer(200, PAGE, f'ETag: "{x.number}"'), Outcome.SAME),
        (lambda x: x.answer(200, OTHER if x.number > 1 else PAGE), Outcome.CHANGED),
    ],
    ids=["an ETag that changes without the content", "a content that changes"],
)
def test_200_is_compared_by_content(tmp_path: Path, second: Handler, expected: Outcome) -> None:
    with serving({"/page.html": second}) as server:
        crawl(tmp_path / "data", server)
        assert outcome(crawl(tmp_path / "data", server)) is expected


def hides_a_change(x: Exchange) -> None:
    """A server whose ETag does not change with the content."""
    if "if-none-match" in x.headers:
        x.answer(304, b"")
    else:
        x.answer(200, PAGE if x.number == 1 else OTHER, 'ETag: "1"')


@pytest.mark.parametrize(("sample", "is_found"), [(1.0, True), (0.0, False)])
def test_a_304_that_hid_a_change_is_an_issue(tmp_path: Path, sample: float, is_found: bool) -> None:
    with serving({"/page.html": hides_a_change}) as server:
        crawl(tmp_path / "data", server, sample=sample)
        again = crawl(tmp_path / "data", server, sample=sample)
    assert outcome(again) is (Outcome.CHANGED if is_found else Outcome.NOT_MODIFIED)
    assert again.report.issues == ({"hidden-change": 1} if is_found else {})
    content = again.pages["/page.html"].content
    assert content is not None
    assert content.body == (OTHER if is_found else PAGE)


def test_after_a_hidden_change_no_304_is_believed(tmp_path: Path) -> None:
    """The pages behind it are asked for without validators, also by a call that goes on."""
    paths = [f"/page{number}.html" for number in range(4)]

    def hides(x: Exchange) -> None:
        body = PAGE if x.number == 1 else OTHER
        own = body.replace(b"boulanger", x.path[1:6].encode())  # no page has that of another
        x.answer(304, b"") if "if-none-match" in x.headers else x.answer(200, own, 'ETag: "1"')

    with serving(dict.fromkeys(paths, hides)) as server:
        crawl(tmp_path / "data", server, *paths, sample=1.0)
        stopped = crawl(tmp_path / "data", server, *paths, sample=1.0, max_pages=2)
        again = crawl(tmp_path / "data", server, *paths, sample=0.0)
    assert stopped.report.outcomes == {"changed": 2}
    assert again.report.issues == {"hidden-change": 1}
    assert [outcome(again, path) for path in paths] == [Outcome.CHANGED] * 4


def test_an_error_page_is_no_hidden_change(tmp_path: Path) -> None:
    def challenged(x: Exchange) -> None:
        if "if-none-match" in x.headers:
            x.answer(304, b"")
        elif x.number == 1:
            x.answer(200, PAGE, 'ETag: "1"')
        else:
            x.answer(200, b"<html><title>Just a moment...</title></html>")

    with serving({"/page.html": challenged}) as server:
        crawl(tmp_path / "data", server, sample=1.0)
        again = crawl(tmp_path / "data", server, sample=1.0)
    assert outcome(again) is Outcome.NOT_MODIFIED


def test_the_sample_leaves_an_honest_304_alone(tmp_path: Path) -> None:
    with serving({"/page.html": with_etag}) as server:
        crawl(tmp_path / "data", server, sample=1.0)
        again = crawl(tmp_path / "data", server, sample=1.0)
    assert outcome(again) is Outcome.NOT_MODIFIED
    assert again.report.issues == {}


@pytest.mark.parametrize("status", [404, 410])
def test_gone_is_said_after_two_separate_runs(tmp_path: Path, status: int) -> None:
    def removed(x: Exchange) -> None:
        x.answer(200 if x.number in (1, 5) else status)

    with serving({"/page.html": removed}) as server:
        pages = [crawl(tmp_path / "data", server).pages["/page.html"] for _ in range(6)]
    assert [page.outcome for page in pages] == [
        Outcome.NEW,
        Outcome.FAILED,
        Outcome.GONE,
        Outcome.GONE,
        Outcome.SAME,
        Outcome.FAILED,
    ]
    gone = pages[2]
    assert [issue.issue.value for issue in gone.issues] == ["page-gone"]
    assert gone.content is not None
    assert gone.carried_since is not None
    assert gone.carried_since == pages[3].carried_since


def test_a_failure_carries_the_last_content_forward(tmp_path: Path) -> None:
    with serving({"/page.html": lambda x: x.answer(200 if x.number == 1 else 500)}) as server:
        crawl(tmp_path / "data", server)
        page = crawl(tmp_path / "data", server).pages["/page.html"]
    assert (page.outcome, page.kind) == (Outcome.FAILED, FailureKind.STATUS)
    assert page.content is not None
    assert page.carried_since is not None


def test_the_other_host_and_its_aliases(tmp_path: Path) -> None:
    soft = b"<html><title>Page introuvable</title></html>"
    with (
        serving({"/B.html": lambda x: x.answer(200, soft)}) as old,
        serving({"/a.html": Exchange.answer, "/B.html": Exchange.answer}) as new,
    ):
        both = (Root(old.host), Root(new.host))
        crawled = crawl(
            tmp_path / "data", old, "/a.html", "/B.html", site=Site(roots=both, others=both)
        )
    for path in ("/a.html", "/B.html"):
        page = crawled.pages[path]
        assert page.outcome is Outcome.NEW
        assert page.url == old.url(path)
        assert page.aliases == (new.url(path),)


def paths(number: int) -> list[str]:
    return [f"/{n}.html" for n in range(number)]


def test_five_pages_in_a_row_that_fail_stop_the_crawl(tmp_path: Path) -> None:
    def down_at_first(x: Exchange) -> None:
        x.answer(503 if x.number < 3 else 200)

    routes = {"/0.html": Exchange.answer} | dict.fromkeys(paths(12)[1:], down_at_first)
    with serving(routes) as server:
        stopped = crawl(tmp_path / "data", server, *paths(12))
        assert stopped.report.later is not None
        # the advice is to look at the last of them
        assert f"5 pages in a row failed, the last one: {server.url('/')}" in stopped.report.later
        # The five are asked again too.
        assert (stopped.report.outcomes["failed"], stopped.report.waiting) == (5, 11)
        assert outcome(stopped, "/11.html") is Outcome.NOT_TRIED
        # The site is well again: the same run goes on, with those that had failed.
        for path in paths(12)[6:]:
            server.routes[path] = Exchange.answer
        ended = crawl(tmp_path / "data", server, *paths(12))
    assert ended.report.later is None
    assert ended.report.run == stopped.report.run
    assert ended.report.outcomes == {"new": 12}
    assert server.asked.count("/0.html") == 1


def test_missing_pages_in_a_row_do_not_stop_the_crawl(tmp_path: Path) -> None:
    with serving({"/9.html": Exchange.answer}) as server:
        crawled = crawl(tmp_path / "data", server, *paths(10))
    assert crawled.report.later is None
    assert crawled.report.outcomes == {"failed": 9, "new": 1}


def test_a_limit_of_pages_is_reached_and_the_run_goes_on(tmp_path: Path) -> None:
    with serving(dict.fromkeys(paths(5), Exchange.answer)) as server:
        for number in (2, 2):
            crawled = crawl(tmp_path / "data", server, *paths(5), max_pages=number)
            assert crawled.report.later == "the limit of 2 pages is reached"
        last = crawl(tmp_path / "data", server, *paths(5), max_pages=2)
    assert last.report.later is None
    assert last.report.outcomes == {"new": 5}
    assert [server.asked.count(path) for path in paths(5)] == [1] * 5


def test_a_limit_of_time_is_reached(tmp_path: Path) -> None:
    with serving(dict.fromkeys(paths(3), Exchange.answer)) as server:
        crawled = crawl(tmp_path / "data", server, *paths(3), max_seconds=0.0)
    assert crawled.report.later == "the limit of 0 seconds is reached"
    assert crawled.report.waiting == 3


@pytest.mark.parametrize("path", ["/a%20b.html", "/x/../c.html", "/%2e%2e/d.html", "/E.html#f"])
def test_addresses_are_asked_for_as_a_browser_would(tmp_path: Path, path: str) -> None:
    routes = dict.fromkeys(["/a%20b.html", "/c.html", "/d.html", "/E.html"], Exchange.answer)
    with serving(routes) as server:
        crawled = crawl(tmp_path / "data", server, path)
    assert crawled.report.outcomes == {"new": 1}
    assert server.asked[-1] in routes


def test_who_asks_is_said_and_no_cookie_is_kept(tmp_path: Path) -> None:
    routes = dict.fromkeys(paths(2), lambda x: x.answer(200, PAGE, "Set-Cookie: a=b"))
    with serving(routes) as server:
        crawl(tmp_path / "data", server, *paths(2))
    for request in server.requests:
        assert request.headers["user-agent"].startswith("eduscol-referentials/")
        assert "(+tests@example.org)" in request.headers["user-agent"]
        assert "cookie" not in request.headers


def test_a_link_to_userinfo_asks_without_it(tmp_path: Path) -> None:
    def index(x: Exchange) -> None:
        x.answer(200, f'<html><a href="http://me:secret@{x.headers["host"]}/a.html">'.encode())

    with serving({"/page.html": index, "/a.html": Exchange.answer}) as server:
        crawled = crawl(tmp_path / "data", server)
    assert outcome(crawled, "/a.html") is Outcome.NEW
    assert all("authorization" not in request.headers for request in server.requests)


def ended(server: FaultServer) -> int:
    return sum(not path.endswith("robots.txt") for path in server.asked)


def test_a_crawl_of_links_without_end_ends(tmp_path: Path) -> None:
    class Endless(dict[str, object]):
        def get(self, path: str, default: object = None) -> object:
            return links

    def links(x: Exchange) -> None:
        number = x.path.count("a")
        x.answer(200, f'<html><a href="/{"a" * (number + 1)}">'.encode())

    with serving({}) as server:
        server.routes = Endless()  # type: ignore[assignment]
        crawled = crawl(tmp_path / "data", server, "/a", settings=replace(SETTINGS))
    assert crawled.report.later is None
    assert crawled.report.issues == {"odd-robots": 1, "links-not-followed": 1}
    assert ended(server) == 7


def test_one_connection_is_kept_for_all_requests(tmp_path: Path) -> None:
    with serving(dict.fromkeys(paths(5), Exchange.answer)) as server:
        server.keep = True
        crawled = crawl(tmp_path / "data", server, *paths(5))
    assert crawled.report.outcomes == {"new": 5}
    assert (len(server.asked), server.connections) == (6, 1)


def test_pages_that_always_fail_do_not_starve_those_behind_them(tmp_path: Path) -> None:
    """Seven neighbours that always fail: every page is requested, and the run comes to an end."""
    good = dict.fromkeys(paths(20), Exchange.answer)
    bad = dict.fromkeys(paths(7), lambda x: x.answer(503))
    with serving(good | bad) as server:
        reports = [crawl(tmp_path / "data", server, *paths(20)).report]
        assert "5 pages in a row failed" in (reports[0].later or "")
        assert not reports[0].has_tried_all
        while not reports[-1].has_tried_all:
            server.asked.clear()
            crawled = crawl(tmp_path / "data", server, *paths(20))
            reports.append(crawled.report)
            assert len(reports) < 4
    # Pages never tried come first, then those that failed before.
    assert list(dict.fromkeys(server.asked[1:])) == [*paths(20)[5:], *paths(5)]
    assert [outcome(crawled, path) for path in paths(20)[7:]] == [Outcome.NEW] * 13
    assert {report.run for report in reports} == {reports[0].run}


def test_a_run_that_tried_every_page_has_ended_although_some_fail(tmp_path: Path) -> None:
    routes = dict.fromkeys(paths(3), Exchange.answer)
    bad = dict.fromkeys(paths(9)[3:], lambda x: x.answer(503))
    with serving(routes | bad) as server:
        first = crawl(tmp_path / "data", server, *paths(9)).report
        last = crawl(tmp_path / "data", server, *paths(9)).report
        assert (first.has_tried_all, last.has_tried_all) == (False, True)
        assert last.later
        # The next call begins a new run: the good pages do not wait for the bad ones.
        again = crawl(tmp_path / "data", server, *paths(9)).report
    assert again.run != last.run


def test_a_long_wait_of_one_page_postpones_this_page_only(tmp_path: Path) -> None:
    routes = dict.fromkeys(paths(6), Exchange.answer)
    busy = {"/1.html": lambda x: x.answer(503, b"", "Retry-After: 604800")}
    with serving(routes | busy) as server:
        crawled = crawl(tmp_path / "data", server, *paths(6))
    assert [outcome(crawled, path) for path in paths(6)].count(Outcome.NEW) == 5
    assert outcome(crawled, "/1.html") is Outcome.FAILED
    assert server.asked.count("/1.html") == 1
    assert (crawled.report.has_tried_all, crawled.report.later) == (True, None)


def test_a_host_that_asks_twice_for_a_long_wait_is_left_in_peace(tmp_path: Path) -> None:
    busy = dict.fromkeys(paths(8), lambda x: x.answer(429, b"", "Retry-After: 604800"))
    with serving(busy) as server, serving(dict.fromkeys(paths(8), Exchange.answer)) as other:
        site = Site(roots=(), others=(Root(server.host), Root(other.host)))
        seeds = tmp_path / "seeds.txt"
        seeds.write_text("\n".join([server.url(p) for p in paths(8)] + [other.url("/0.html")]))
        crawled = crawl(tmp_path / "data", server, site=site, seeds=(str(seeds),))
        assert len(server.asked) == 3  # robots.txt and two pages
        assert crawled.report.outcomes == {"new": 1, "failed": 2}
        assert crawled.report.has_tried_all  # the others may be published
        with pytest.raises(TryLater, match="8 pages wait; run the same command again to go on"):
            crawled.report.raise_for_later()
        # Those not asked for come first, or two such pages would hide the others for ever.
        assert [outcome(crawled, path) for path in paths(8)][2:] == [Outcome.NOT_TRIED] * 6
        server.start_anew(dict.fromkeys(paths(8), Exchange.answer))
        again = crawl(tmp_path / "data", server, site=site, seeds=(str(seeds),))
    assert server.asked == ["/robots.txt", *paths(8)[2:], *paths(2)]
    assert (again.report.run, again.report.later) == (crawled.report.run, None)


def test_a_site_that_gives_nothing_at_all_has_not_been_tried(tmp_path: Path) -> None:
    with serving(dict.fromkeys(paths(3), lambda x: x.answer(500))) as server:
        report = crawl(tmp_path / "data", server, *paths(3)).report
    assert not report.has_tried_all


def test_a_limit_of_time_also_ends_waits(tmp_path: Path) -> None:
    """The first page asks for a wait that is shorter than the cap and longer than the limit."""
    busy = {"/0.html": lambda x: x.answer(503, b"", "Retry-After: 60")}
    settings = replace(SETTINGS, retries=replace(SETTINGS.retries, retry_after=90.0))
    with serving(busy) as server:
        crawled = crawl(tmp_path / "data", server, *paths(2), settings=settings, max_seconds=0.5)
    assert crawled.report.later == "the limit of 0.5 seconds is reached"
    assert crawled.report.waiting == 2


def test_sitemaps_count_towards_the_bound_of_known_pages(tmp_path: Path) -> None:
    with serving({"/page.html": Exchange.answer}) as server:
        locations = "".join(f"<url><loc>{server.url(path)}</loc></url>" for path in paths(9))
        sitemap = f"<urlset>{locations}</urlset>".encode()
        rules = f"Sitemap: {server.url('/map.xml')}".encode()
        server.routes["/robots.txt"] = lambda x: x.answer(200, rules, "Content-Type: text/plain")
        server.routes["/map.xml"] = lambda x: x.answer(200, sitemap)
        crawled = crawl(tmp_path / "data", server, max_known=5)
    assert crawled.report.known == 5
    assert crawled.report.issues["links-not-followed"] == 1
