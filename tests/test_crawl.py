"""The crawl over any client: each page once, in one order, nothing lost in silence."""

from scraper.addresses import Site
from scraper.crawl import Fetched, Seed, crawl
from scraper.response import Answer, FailureKind, NotInCopy, Outcome, Response, Validators

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

    def get(self, url: str, validators: Validators | None = None) -> Answer:
        self.asked.append(url)
        text = self.pages.get(url)
        if text is None:
            return NotInCopy(url)
        final = url
        if text.startswith("https:"):
            final, text = text, self.pages[text]
        return Response(url, final, 200, HTML, text.encode())


def run(pages: dict[str, str], *seeds: str) -> list[Fetched]:
    return list(crawl(Copy(pages), [Seed(seed, "known") for seed in seeds], Site()))


def test_links_are_followed_inside_the_folder_only() -> None:
    pages = {
        OLD: page("a.html", "annexe.pdf", "/autre.html", "https://evil.example/x", "index.html"),
        OLD + "a.html": page("./"),
    }
    assert [(f.url, f.outcome, f.origin) for f in run(pages, OLD)] == [
        (OLD, Outcome.NEW, "known"),
        (OLD + "a.html", Outcome.NEW, "link"),
    ]


def test_the_other_host_is_tried_when_the_page_is_missing_or_a_soft_error() -> None:
    pages = {
        NEW + "a.html": page(),
        OLD + "b.html": page(title="Page non trouvée"),
        NEW + "b.html": page(),
    }
    one, two = run(pages, OLD + "a.html", OLD + "b.html")
    assert one.response is not None
    assert one.response.final_url == NEW + "a.html"
    assert two.response is not None
    assert two.response.final_url == NEW + "b.html"
    assert one.url == OLD + "a.html"
    assert NEW + "a.html" in one.aliases


def test_one_page_under_many_spellings_is_read_once() -> None:
    client = Copy({OLD + "CAP_x.html": page("cap_X.html", "CAP_x.htm", NEW + "CAP_x.html#f")})
    (only,) = crawl(client, [Seed(OLD + "CAP_x.html", "known")], Site())
    assert client.asked == [OLD + "CAP_x.html"]
    assert set(only.aliases) == {OLD + "CAP_x.htm", OLD + "cap_X.html", NEW + "CAP_x.html"}


def test_a_redirect_to_a_page_that_was_read_is_an_alias() -> None:
    pages = {OLD + "a.html": page(), OLD + "b.html": OLD + "a.html"}
    one, two = run(pages, OLD + "a.html", OLD + "b.html")
    assert (two.outcome, two.alias_of, two.response) == (Outcome.ALIAS, one.url, None)


def test_an_error_page_is_kept_and_said() -> None:
    (only,) = run({OLD + "a.html": page(title="Erreur 404")}, OLD + "a.html")
    assert only.outcome is Outcome.FAILED
    assert only.failure is not None
    assert only.failure.kind is FailureKind.SOFT_ERROR
    assert only.failure.response is not None


def test_an_address_that_the_copy_lacks_is_no_failure() -> None:
    (only,) = run({}, OLD + "a.html")
    assert (only.outcome, only.failure, only.response) == (Outcome.NOT_IN_COPY, None, None)


def test_pages_that_link_to_each_other_for_ever_end() -> None:
    pages = {OLD + f"p{n}.html": page(f"p{n + 1}.html") for n in range(50)}
    assert len(run(pages, OLD + "p0.html")) == 7
