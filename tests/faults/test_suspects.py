"""Answers with status 200 that are no référentiel where one stood: walls and held-back pages."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

import scraper.crawl.page_recorder as recorder
from parsers.classify.error_pages import ERROR_PAGES
from schema.lexicon import Lexicon
from scraper.archive.archive import Archive
from scraper.crawl.suspects import suspicion
from scraper.model.response import Outcome, Response
from scraper.state.archived_pages import ArchivedPage, open_to_read
from tests.faults.crawling import Crawled, crawl
from tests.faults.server import PAGE, Exchange, FaultServer, Handler, serving

REFUSED = Path(__file__).parents[1] / "fixtures" / "refused"
WALLS = sorted(path for path in REFUSED.glob("*.html") if path.stem.split("__")[0] in ERROR_PAGES)
FULL = (
    "<html><head><title>CAP boulanger</title></head><body><h1>CAP boulanger</h1>"
    "<p>Code scolarité : 50022137</p><p>Durée : 2 ans</p><p>Niveau : 3</p>"
    "<h2>Description</h2><p>Le titulaire fabrique du pain.</p>"
    "<h2>Conditions d'accès</h2><p>Après la classe de 3e.</p>"
    "<h2>Métiers accessibles</h2><ul><li>boulanger/ère</li></ul></body></html>"
).encode()
UNKNOWN = b"<html><head><title>Bienvenue</title></head><body><p>Texte inconnu 7.</p></body></html>"
THIN = b"<html><title>CAP boulanger</title><h1>CAP boulanger</h1><p>Code : 50022137</p></html>"
TOKENS = count(1)
CUT = FULL[: FULL.index(b"<li>")]


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Sets the day, counted from today, on which answers come."""

    def set_day(number: int) -> None:
        at = datetime.now(UTC) + timedelta(days=number)
        monkeypatch.setattr(recorder, "now", lambda: at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))

    return set_day


class Changing:
    """A server whose page changes from visit to visit."""

    def __init__(self, server: FaultServer, data: Path) -> None:
        self.server, self.data = server, data

    def visit(self, body: bytes, *headers: str, **options: Any) -> Crawled:
        self.server.routes["/page.html"] = lambda x: x.answer(200, body, *headers)
        return crawl(self.data, self.server, **options)


@pytest.fixture
def changing(tmp_path: Path) -> Iterator["Changing"]:
    with serving({}) as server:
        yield Changing(server, tmp_path / "data")


@pytest.mark.parametrize("path", WALLS, ids=lambda path: path.stem)
def test_a_known_wall_never_replaces_content(path: Path, changing: Changing) -> None:
    changing.visit(FULL)
    page = changing.visit(path.read_bytes()).pages["/page.html"]
    assert page.outcome is Outcome.FAILED
    assert page.content is not None
    assert page.content.body == FULL


@pytest.mark.parametrize("body", [UNKNOWN, THIN, CUT], ids=["unknown", "thin", "cut off"])
def test_a_suspect_answer_is_held_back_until_another_day_confirms_it(
    body: bytes, changing: Changing, day: Callable[[int], None]
) -> None:
    changing.visit(FULL)
    for _ in range(2):  # the same day, however often
        crawled = changing.visit(body)
        page = crawled.pages["/page.html"]
        assert page.outcome is Outcome.SUSPECT
        assert [issue.issue.value for issue in page.issues] == ["page-suspect"]
        assert page.content is not None
        assert page.content.body == FULL
        assert crawled.report.outcomes == {"suspect": 1}
        assert crawled.report.later is None  # a few suspect pages are no reason to stop
    day(1)
    page = changing.visit(body).pages["/page.html"]
    assert page.outcome is Outcome.CHANGED
    assert page.content is not None
    assert page.content.body == body


def of_another(code: bytes = b"50022138") -> bytes:
    """A page of another diploma with as many fields, and a token that no other answer has."""
    token = f"<!-- {next(TOKENS)} --></body>".encode()
    other = FULL.replace(b"boulanger", b"fleuriste").replace(b"50022137", code)
    return other.replace(b"</body>", token)


def test_the_page_of_another_diploma_is_held_back_whatever_its_bytes(
    changing: Changing, day: Callable[[int], None]
) -> None:
    """A cache on the way mixes pages up, and each has a token of its own."""
    changing.visit(FULL)
    for _ in range(2):
        page = changing.visit(of_another()).pages["/page.html"]
        assert page.outcome is Outcome.SUSPECT
        assert page.detail == "it is of another diploma: CAP fleuriste 50022138"
        assert page.content is not None
        assert page.content.body == FULL
    assert changing.visit(of_another(b"")).pages["/page.html"].outcome is Outcome.SUSPECT
    changing.visit(of_another())
    day(1)
    assert changing.visit(of_another()).pages["/page.html"].outcome is Outcome.CHANGED


def test_content_that_comes_back_is_not_held_back_for_what_stood_there_meanwhile(
    changing: Changing,
) -> None:
    """What the page held before is taken back at once, although it has fewer fields."""
    thin = THIN.replace(b"50022137", b"50022139")  # the packaged list has no such diploma
    changing.visit(thin)
    changing.visit(of_another(), accept_suspect=True)
    page = changing.visit(thin).pages["/page.html"]
    assert page.outcome is Outcome.CHANGED
    assert page.content is not None
    assert page.content.body == thin


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"50022137", b"50022138"),  # renovated: the name stays
        (b"CAP boulanger", b"Certificat d'aptitude professionnelle Boulanger"),
        (b"CAP boulanger", b"CAP boulangerie artisanale"),  # the code stays
    ],
)
def test_a_diploma_with_a_new_code_or_title_is_not_another(
    old: bytes, new: bytes, changing: Changing
) -> None:
    changing.visit(FULL)
    page = changing.visit(FULL.replace(old, new)).pages["/page.html"]
    assert page.outcome is Outcome.CHANGED


def answer_of(title: str, code: str, *more: str) -> Response:
    body = f"<h1>{title}</h1><p>Code diplôme : {code}</p><p>Durée : 2 ans</p><h2>Description</h2>"
    body += f"<p>Texte.</p>{''.join(more)}"
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()
    return Response("", "", 200, (("Content-Type", "text/html; charset=utf-8"),), page)


def test_the_packaged_list_tells_whose_page_it_is() -> None:
    """Names of one family share words, so that only the list tells the pages apart."""
    url = "https://eduscol.education.fr/referentiels-professionnels/b027.html"
    here = answer_of("CAP opérateur en appareillage orthopédique", "50033106")
    other = answer_of(
        "CAP opérateur en appareillage orthopédique", "50033107", "<h2>Durée</h2>",
        "<h2>Conditions d'accès</h2><p>Après la 3e.</p>", "<h2>Métiers</h2><ul><li>A</li></ul>",
    )  # fmt: skip
    words = Lexicon.packaged()
    held_back = suspicion(url, here, other, words)
    assert held_back is not None
    assert "50033107" in held_back.reason
    # What the list knows there comes back at once, also in other words than before.
    back = answer_of("CAP opérateur orthopédique", "50033106")
    assert suspicion(url, other, back, words) is None
    new = answer_of("CAP opérateur en appareillage orthopédique", "50033199")
    assert suspicion(url, here, new, words) is None  # a new code, which no list knows yet
    unknown = "https://eduscol.education.fr/referentiels-professionnels/unknown.html"
    assert suspicion(unknown, new, other, words) is not None  # known elsewhere alone


def moving(server: FaultServer, path: str) -> None:
    server.routes[path] = lambda x: x.answer(302, b"", "Location: /other.html")


def test_a_page_that_leads_to_another_one_keeps_its_record_until_another_day_confirms_it(
    tmp_path: Path, day: Callable[[int], None]
) -> None:
    other = FULL.replace(b"boulanger", b"fleuriste").replace(b"50022137", b"50022138")
    routes = {"/page.html": lambda x: x.answer(200, FULL),
              "/other.html": lambda x: x.answer(200, other)}  # fmt: skip
    with serving(routes) as server:
        data = tmp_path / "data"

        def visit(**options: Any) -> ArchivedPage:
            return crawl(data, server, "/page.html", "/other.html", **options).pages["/page.html"]

        visit()
        moving(server, "/page.html")
        for _ in range(2):
            page = visit()
            assert page.outcome is Outcome.SUSPECT
            assert page.alias_of is None
            assert page.detail == f"it leads to {server.url('/other.html')}"
            assert [remark.issue.value for remark in page.issues] == ["page-suspect"]
        day(1)
        page = visit()
        assert page.outcome is Outcome.ALIAS
        assert [remark.issue.value for remark in page.issues] == ["page-gone"]
        assert visit().outcome is Outcome.ALIAS
        server.routes["/page.html"] = lambda x: x.answer(503)
        page = visit()
        assert page.outcome is Outcome.GONE  # its record does not come back by that
        assert [remark.issue.value for remark in page.issues] == ["page-gone"]
        moving(server, "/page.html")
        assert visit().outcome is Outcome.ALIAS
        server.routes["/page.html"] = lambda x: x.answer(200, FULL)
        assert visit().outcome is Outcome.SAME
        moving(server, "/page.html")
        assert visit(accept_suspect=True).outcome is Outcome.ALIAS


def test_pages_that_led_to_one_page_from_the_start_are_aliases(tmp_path: Path) -> None:
    with serving({"/other.html": lambda x: x.answer(200, FULL)}) as server:
        moving(server, "/page.html")
        for _ in range(2):
            pages = crawl(tmp_path / "data", server, "/page.html", "/other.html").pages
            assert pages["/page.html"].outcome is Outcome.ALIAS
            assert pages["/page.html"].issues == ()


@pytest.mark.parametrize("body", [UNKNOWN, THIN], ids=["unknown", "thin"])
def test_what_was_held_back_while_the_clock_was_ahead_is_confirmed_when_it_is_right(
    body: bytes, changing: Changing, day: Callable[[int], None]
) -> None:
    changing.visit(FULL)
    day(400)
    assert changing.visit(body).pages["/page.html"].outcome is Outcome.SUSPECT
    day(1)
    assert changing.visit(body).pages["/page.html"].outcome is Outcome.CHANGED


def test_a_good_answer_between_two_suspect_ones_ends_the_suspicion(
    changing: Changing, day: Callable[[int], None]
) -> None:
    changing.visit(FULL)
    changing.visit(UNKNOWN)
    assert changing.visit(FULL).pages["/page.html"].outcome is Outcome.SAME
    day(1)
    assert changing.visit(UNKNOWN).pages["/page.html"].outcome is Outcome.SUSPECT


def test_another_suspect_answer_on_another_day_confirms_nothing(
    changing: Changing, day: Callable[[int], None]
) -> None:
    changing.visit(FULL)
    changing.visit(UNKNOWN)
    day(1)
    assert changing.visit(THIN).pages["/page.html"].outcome is Outcome.SUSPECT
    # The same page with another number in its text is the same answer.
    changing.visit(UNKNOWN)
    day(2)
    changed = changing.visit(UNKNOWN.replace(b"7", b"8")).pages["/page.html"]
    assert changed.outcome is Outcome.CHANGED


def test_a_suspect_answer_is_taken_when_it_is_accepted(changing: Changing) -> None:
    changing.visit(FULL)
    page = changing.visit(UNKNOWN, accept_suspect=True).pages["/page.html"]
    assert page.outcome is Outcome.CHANGED


def test_a_page_that_gains_or_rewords_is_not_suspect(changing: Changing) -> None:
    changing.visit(THIN)
    assert changing.visit(FULL).pages["/page.html"].outcome is Outcome.CHANGED
    reworded = FULL.replace(b"fabrique du pain", b"petrit la pate")
    assert changing.visit(reworded).pages["/page.html"].outcome is Outcome.CHANGED


OWN = Lexicon.packaged().extended(
    "duration;value;Étalée sur\naccess;text;Comment on y entre\ntrades;list;Ce que l'on devient\n"
    "description;text;En quoi cela consiste\n".encode(),
    Path("own.csv"),
)
RENAMED = (
    FULL.replace(b"Dur\xc3\xa9e", "Étalée sur".encode())
    .replace(b"Conditions d'acc\xc3\xa8s", b"Comment on y entre")
    .replace(b"M\xc3\xa9tiers accessibles", b"Ce que l'on devient")
    .replace(b"Description", b"En quoi cela consiste")
)


def test_pages_are_compared_as_the_lexicon_of_the_call_reads_them(changing: Changing) -> None:
    changing.visit(FULL, lexicon=OWN)
    assert changing.visit(RENAMED, lexicon=OWN).pages["/page.html"].outcome is Outcome.CHANGED
    page = changing.visit(THIN, lexicon=OWN).pages["/page.html"]
    assert (page.outcome, page.content and page.content.body) == (Outcome.SUSPECT, RENAMED)
    assert (page.detail or "").startswith("it lost access, description, duration")
    # the packaged labels see no loss there
    assert changing.visit(THIN).pages["/page.html"].outcome is Outcome.CHANGED


def test_a_page_that_was_no_referentiel_is_replaced_by_anything(changing: Changing) -> None:
    changing.visit(UNKNOWN)
    other = UNKNOWN.replace(b"inconnu", b"autre")
    assert changing.visit(other).pages["/page.html"].outcome is Outcome.CHANGED


def test_refused_bodies_lend_no_validators(changing: Changing) -> None:
    """If they did, the site could say for ever that its error page is unchanged."""

    def visit(body: bytes) -> dict[str, str]:
        changing.visit(body, "Last-Modified: Mon, 02 Jan 2006 15:04:05 GMT", 'ETag: "1"')
        return changing.server.requests[-1].headers

    assert "if-none-match" not in visit(UNKNOWN)
    assert "if-none-match" not in visit(FULL)
    assert visit(UNKNOWN)["if-none-match"] == '"1"'  # of the good content
    assert visit(UNKNOWN)["if-none-match"] == '"1"'  # and not of the suspect answer


def paths(number: int) -> list[str]:
    return [f"/{n}.html" for n in range(number)]


@pytest.mark.parametrize("wall", [UNKNOWN, WALLS[0].read_bytes()], ids=["unknown", "known"])
def test_a_wall_stops_the_crawl_after_five_pages(wall: bytes, tmp_path: Path) -> None:
    def numbered(x: Exchange) -> bytes:
        return FULL.replace(b"50022137", f"500221{int(x.path[1:-5]) + 10}".encode())

    routes = dict.fromkeys(paths(40), lambda x: x.answer(200, numbered(x)))
    with serving(routes) as server:
        data = tmp_path / "data"
        assert crawl(data, server, *paths(40)).report.later is None
        server.asked.clear()
        server.routes.update(dict.fromkeys(paths(40), lambda x: x.answer(200, wall)))
        stopped = crawl(data, server, *paths(40))
        assert "5 pages in a row failed" in (stopped.report.later or "")
        assert len(server.asked) == 6
        assert all(page.content and b"boulanger" in page.content.body
                   for page in stopped.pages.values())  # fmt: skip
        # The next call begins behind them.
        server.asked.clear()
        crawl(data, server, *paths(40))
        assert server.asked[1:] == paths(40)[5:10]


@pytest.mark.parametrize("wall", [UNKNOWN, b'{"error": "busy"}'], ids=["unknown", "json"])
def test_pages_behind_a_wall_are_asked_again_when_it_is_gone(wall: bytes, tmp_path: Path) -> None:
    routes = dict.fromkeys(paths(12), lambda x: x.answer(200, FULL))
    with serving(routes) as server:
        data = tmp_path / "data"
        crawl(data, server, *paths(12))
        server.routes.update(dict.fromkeys(paths(12), lambda x: x.answer(200, wall)))
        assert "5 pages in a row failed" in (crawl(data, server, *paths(12)).report.later or "")
        server.routes.update(routes)
        report = crawl(data, server, *paths(12)).report
        assert (report.outcomes, report.later) == ({"same": 12}, None)


@pytest.mark.parametrize(
    "design",
    [
        RENAMED,  # the labels are not known
        CUT,  # minified: no element is closed
        b"<html><title>CAP boulanger</title><h1>CAP</h1><p>50022137</p></html>",  # it is refused
    ],
    ids=["labels", "cut off", "refused"],
)
def test_a_new_design_of_all_pages_is_looked_at_to_the_end(design: bytes, tmp_path: Path) -> None:
    def shows(body: bytes) -> Handler:
        return lambda x: x.answer(
            200, body.replace(b"50022137", f"500221{int(x.path[1:-5]) + 10}".encode())
        )

    with serving(dict.fromkeys(paths(12), shows(FULL))) as server:
        data = tmp_path / "data"
        crawl(data, server, *paths(12))
        server.routes.update(dict.fromkeys(paths(12), shows(design)))
        report = crawl(data, server, *paths(12)).report
        assert report.outcomes == {"suspect": 12}
        assert (report.later, report.has_tried_all) == (None, True)


def test_a_soft_404_that_lasts_is_gone_after_two_days_and_not_before(
    changing: Changing, day: Callable[[int], None]
) -> None:
    error = b"<html><title>Page introuvable</title><h1>Page introuvable</h1></html>"
    changing.visit(FULL)
    for _ in range(3):
        page = changing.visit(error).pages["/page.html"]
        assert page.outcome is Outcome.FAILED
        assert [issue.issue.value for issue in page.issues] == ["page-suspect"]
    day(1)
    page = changing.visit(error).pages["/page.html"]
    assert page.outcome is Outcome.GONE
    assert changing.visit(FULL).pages["/page.html"].outcome is Outcome.SAME


@pytest.mark.parametrize("first", ["404", "error page"])
def test_a_404_and_an_error_page_of_one_day_confirm_each_other_on_another(
    first: str, changing: Changing, day: Callable[[int], None]
) -> None:
    error = b"<html><title>Page introuvable</title><h1>Page introuvable</h1></html>"
    answers: list[Handler] = [lambda x: x.answer(404), lambda x: x.answer(200, error)]
    if first == "error page":
        answers.reverse()
    changing.visit(FULL)
    for answer in answers:
        changing.server.routes["/page.html"] = answer
        page = crawl(changing.data, changing.server).pages["/page.html"]
        assert page.outcome is Outcome.FAILED
    day(1)
    page = crawl(changing.data, changing.server).pages["/page.html"]
    assert page.outcome is Outcome.GONE


@pytest.mark.parametrize("status", [200, 503])
def test_a_page_that_is_gone_has_the_issue_that_says_so_whatever_comes(
    status: int, changing: Changing
) -> None:
    error = b"<html><title>Page introuvable</title><h1>Page introuvable</h1></html>"
    changing.visit(FULL)
    for answer in (404, 404, status):
        answers: Handler = partial(Exchange.answer, status=answer, body=error)
        changing.server.routes["/page.html"] = answers
        page = crawl(changing.data, changing.server).pages["/page.html"]
    assert page.outcome is Outcome.GONE
    assert [remark.issue.value for remark in page.issues] == ["page-gone"]


def test_a_soft_404_of_a_day_to_come_is_confirmed_by_a_day_before_it(
    changing: Changing, day: Callable[[int], None]
) -> None:
    error = b"<html><title>Page introuvable</title><h1>Page introuvable</h1></html>"
    changing.visit(FULL)
    for number, outcome in ((400, Outcome.FAILED), (1, Outcome.GONE)):
        day(number)
        assert changing.visit(error).pages["/page.html"].outcome is outcome


def test_a_redirect_to_the_start_page_is_a_soft_404(
    changing: Changing, day: Callable[[int], None]
) -> None:
    changing.visit(FULL)
    start = b"<html><title>Accueil</title><h1>Accueil</h1><a href='/page.html'>CAP</a></html>"
    changing.server.routes["/"] = lambda x: x.answer(200, start)
    changing.server.routes["/page.html"] = lambda x: x.answer(302, b"", "Location: /")
    for number, outcome in ((0, Outcome.FAILED), (0, Outcome.FAILED), (1, Outcome.GONE)):
        day(number)
        page = crawl(changing.data, changing.server).pages["/page.html"]
        assert page.outcome is outcome
        assert page.content is not None
        assert page.content.body == FULL


def test_what_is_held_back_is_decided_by_the_journal(changing: Changing) -> None:
    """The state rebuilt from the journals says the same as the one of the crawl."""
    changing.visit(FULL)
    before = changing.visit(UNKNOWN).pages["/page.html"]
    for path in changing.data.glob("state.db*"):
        path.unlink()
    with open_to_read(changing.data) as (state, _):
        page = next(state.pages())
        assert page.outcome is Outcome.SUSPECT
        assert page.held_back is not None
    archive = Archive(changing.data / "archive")
    assert len(archive.runs()) == 2
    assert page.content is not None
    assert page.content.sha256 == before.sha256


def test_the_page_of_these_tests_is_accepted_by_the_reader(changing: Changing) -> None:
    """Otherwise the tests of this folder would crawl refused pages."""
    changing.visit(PAGE)
    assert changing.visit(UNKNOWN).pages["/page.html"].outcome is Outcome.SUSPECT
