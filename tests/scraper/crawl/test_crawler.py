"""The crawl over any client: each page once, in one order, nothing lost in silence."""

from collections.abc import Container
from pathlib import Path

import pytest

from scraper.archive.archive import Archive
from scraper.archive.journal import RunEnded, RunStarted
from scraper.archive.writer import RunWriter
from scraper.crawl.crawler import Crawl, CrawlSettings
from scraper.crawl.graceful_stop import Stop
from scraper.model.response import (
    Answer,
    Failure,
    FailureKind,
    NotInCopy,
    Outcome,
    Response,
    Validators,
)
from scraper.model.site import OFFICIAL, Site
from scraper.state.archived_pages import ArchivedPage, archived_pages
from scraper.state.frontier import open_state
from tests.support.effort import SOAK

OLD = "https://eduscol.education.fr/referentiels-professionnels/"
NEW = "https://referentiels-professionnels.eduscol.education.fr/"
HTML = (("Content-Type", "text/html"),)


def page(*names: str, title: str = "CAP") -> str:
    anchors = "".join(f'<a href="{name}">x</a>' for name in names)
    return f"<html><title>{title}</title><body>{anchors}"


class Copy:
    """A client that answers from a dictionary: text, or the address redirected to."""

    def __init__(self, pages: dict[str, str]) -> None:
        self.pages, self.asked = pages, list[str]()

    def get(
        self,
        url: str,
        validators: Validators | None = None,
        answered: Container[str] = (),
    ) -> Answer:
        self.asked.append(url)
        text = self.pages.get(url)
        if text is None:
            return self.absent(url)
        final = url
        if text.startswith("https:"):
            final, text = text, self.pages[text]
        return Response(url, final, 200, HTML, text.encode())

    def absent(self, url: str) -> Answer:
        return NotInCopy(url)


class Crawled:
    """A data folder that is crawled run by run."""

    def __init__(self, data: Path) -> None:
        self.data, self.runs = data, 0

    def run(self, pages: dict[str, str], *seeds: str) -> list[ArchivedPage]:
        self.client = Copy(pages)
        self.runs += 1
        run = f"run{self.runs}"
        archive = Archive(self.data / "archive")
        state = open_state(self.data / "state.db", archive)
        writer = RunWriter(archive, run, "test", lambda e, p: state.apply(run, e, p))
        hosts = tuple(root.host for root in OFFICIAL)
        writer.record(RunStarted(at="2026-01-01T00:00:00Z", source="mirror", hosts=hosts))
        settings = CrawlSettings(live=False)
        crawl = Crawl(self.client, Site(), state, archive, writer, run, settings, Stop())
        crawl.seed(list(seeds), "known")
        assert crawl.go() is None
        writer.record(RunEnded(at="2026-01-01T00:00:00Z"))
        writer.close()
        state.close()
        return list(archived_pages(self.data))


@pytest.fixture
def crawled(tmp_path: Path) -> Crawled:
    return Crawled(tmp_path)


def test_links_are_followed_inside_the_folder_only(crawled: Crawled) -> None:
    pages = {
        OLD: page("a.html", "annexe.pdf", "/autre.html", "https://evil.example/x", "index.html"),
        OLD + "a.html": page("./"),
    }
    assert [(f.url, f.outcome, f.origin) for f in crawled.run(pages, OLD)] == [
        (OLD, Outcome.NEW, "known"),
        (OLD + "a.html", Outcome.NEW, "link"),
    ]


def test_the_other_host_is_tried_when_the_page_is_missing_or_a_soft_error(
    crawled: Crawled,
) -> None:
    pages = {
        NEW + "a.html": page(),
        OLD + "b.html": page(title="Page non trouvée"),
        NEW + "b.html": page(),
    }
    first, second = crawled.run(pages, OLD + "a.html", OLD + "b.html")
    assert first.content is not None
    assert first.content.final_url == NEW + "a.html"
    assert second.content is not None
    assert second.content.final_url == NEW + "b.html"
    assert first.url == OLD + "a.html"
    assert NEW + "a.html" in first.aliases


def test_where_a_page_was_good_it_is_asked_for_first(crawled: Crawled) -> None:
    pages = {OLD + "a.html": page()}
    crawled.run(pages, OLD + "a.html")
    assert crawled.client.asked == [NEW + "a.html", OLD + "a.html"]
    (again,) = crawled.run(pages, OLD + "a.html")
    assert crawled.client.asked == [OLD + "a.html"]
    assert again.outcome is Outcome.SAME


@pytest.mark.parametrize(
    ("kind", "stalled", "http"),
    [
        (FailureKind.DNS, False, False),
        (FailureKind.TLS, False, False),
        (FailureKind.TIMEOUT, True, False),
        (FailureKind.TIMEOUT, False, True),
        (FailureKind.CONNECT, False, True),
    ],
)
def test_http_is_not_asked_where_https_stalls_or_has_no_host(
    crawled: Crawled, monkeypatch: pytest.MonkeyPatch, kind: FailureKind, stalled: bool, http: bool
) -> None:
    monkeypatch.setattr(Copy, "absent", lambda _, url: Failure(url, kind, "", stalled=stalled))
    (page,) = crawled.run({}, OLD + "a.html")
    assert (page.outcome, page.kind) == (Outcome.FAILED, kind)
    assert crawled.client.asked[:2] == [NEW + "a.html", OLD + "a.html"]
    assert len(crawled.client.asked) == (4 if http else 2)


def test_one_page_under_many_spellings_is_read_once(crawled: Crawled) -> None:
    text = page("cap_X.html", "CAP_x.htm", NEW + "CAP_x.html#f")
    (only,) = crawled.run({OLD + "CAP_x.html": text}, OLD + "CAP_x.html")
    assert crawled.client.asked == [NEW + "CAP_x.html", OLD + "CAP_x.html"]
    assert set(only.aliases) == {OLD + "CAP_x.htm", OLD + "cap_X.html", NEW + "CAP_x.html"}


def test_a_redirect_to_a_page_that_was_read_is_an_alias(crawled: Crawled) -> None:
    pages = {OLD + "a.html": page(), OLD + "b.html": OLD + "a.html"}
    first, second = crawled.run(pages, OLD + "a.html", OLD + "b.html")
    assert (second.outcome, second.alias_of, second.content) == (Outcome.ALIAS, first.url, None)


def test_a_redirect_to_a_known_page_gives_the_content_to_that_page(crawled: Crawled) -> None:
    pages = {OLD + "a.html": page(), OLD + "b.html": OLD + "a.html"}
    second, first = crawled.run(pages, OLD + "b.html", OLD + "a.html")
    assert crawled.client.asked == [NEW + "b.html", OLD + "b.html"]
    assert (second.outcome, second.alias_of) == (Outcome.ALIAS, first.url)
    assert first.outcome is Outcome.NEW


def test_a_redirect_to_an_unknown_page_is_read_once(crawled: Crawled) -> None:
    pages = {OLD + "b.html": OLD + "a.html", OLD + "a.html": page(), OLD: page("a.html")}
    result = {f.url: f for f in crawled.run(pages, OLD + "b.html", OLD)}
    assert crawled.client.asked == [NEW + "b.html", OLD + "b.html", OLD]
    assert result[OLD + "b.html"].outcome is Outcome.NEW
    assert result[OLD + "a.html"].alias_of == OLD + "b.html"
    # The redirect ends: each is a page of its own from then on.
    pages[OLD + "b.html"] = page(title="CAP b")
    result = {f.url: f for f in crawled.run(pages, OLD + "b.html", OLD)}
    assert result[OLD + "a.html"].outcome is Outcome.NEW
    assert result[OLD + "b.html"].outcome is Outcome.CHANGED


def test_an_error_page_is_kept_and_said(crawled: Crawled) -> None:
    (only,) = crawled.run({OLD + "a.html": page(title="Erreur 404")}, OLD + "a.html")
    assert (only.outcome, only.kind) == (Outcome.FAILED, FailureKind.SOFT_ERROR)
    assert only.content is None
    assert only.unread is not None
    assert b"Erreur 404" in only.unread.body
    assert [issue.issue.value for issue in only.issues] == ["fetch-failed"]


def test_an_address_that_the_copy_lacks_is_no_failure(crawled: Crawled) -> None:
    (only,) = crawled.run({}, OLD + "a.html")
    assert (only.outcome, only.kind, only.content) == (Outcome.NOT_IN_COPY, None, None)


def test_the_last_good_content_is_carried_forward(crawled: Crawled) -> None:
    crawled.run({OLD + "a.html": page(title="CAP bon")}, OLD + "a.html")
    (lost,) = crawled.run({OLD + "a.html": page(title="Erreur 404")}, OLD + "a.html")
    assert lost.outcome is Outcome.FAILED
    assert lost.carried_since is not None
    assert lost.content is not None
    assert b"CAP bon" in lost.content.body


@pytest.mark.parametrize(
    ("second", "outcome"), [("CAP", Outcome.SAME), ("CAP nouveau", Outcome.CHANGED)]
)
def test_content_is_compared_with_the_run_before(
    crawled: Crawled, second: str, outcome: Outcome
) -> None:
    crawled.run({OLD + "a.html": page()}, OLD + "a.html")
    (again,) = crawled.run({OLD + "a.html": page(title=second)}, OLD + "a.html")
    assert again.outcome is outcome
    assert again.content is not None
    assert again.content.body == page(title=second).encode()


def test_pages_that_link_to_each_other_for_ever_end_and_it_is_said(crawled: Crawled) -> None:
    pages = {OLD + f"p{n}.html": page(f"p{n + 1}.html") for n in range(50)}
    result = crawled.run(pages, OLD + "p0.html")
    assert len(result) == 7
    assert [issue.issue.value for issue in result[-1].issues] == ["links-not-followed"]


def test_thousands_of_links_on_a_page(crawled: Crawled) -> None:
    number = 10_000 if SOAK else 2_000
    result = crawled.run({OLD: page(*(f"p{n}.html" for n in range(number)))}, OLD)
    assert len(result) == number + 1
    assert {f.outcome for f in result[1:]} == {Outcome.NOT_IN_COPY}
