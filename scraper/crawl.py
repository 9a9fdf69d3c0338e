"""The crawl: from known addresses along the links of the site, each page read once.

Depends on nothing but a `Client`, so that the network, a mirror and a WARC file are crawled by
the same code, in the same deterministic order.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parsers.links import links
from scraper.addresses import Site, canonical, normalise
from scraper.judge import html_text, is_missing, judged
from scraper.response import Answer, Client, Failure, NotInCopy, Outcome, Response

MAX_DEPTH = 6


@dataclass(frozen=True)
class Seed:
    """An address to start from; `origin`: `known`, `start`, `sitemap`, `user` or `link`."""

    address: str
    origin: str


@dataclass(frozen=True)
class Fetched:
    """One page and what became of it.

    `url`: the canonical address. `aliases`: every other address under which the page was met,
    named or redirected from. `response` is there for the outcomes that read a page; `failure`
    for `failed`; with `alias`, `alias_of` is the canonical address of the page it leads to.
    """

    url: str
    aliases: tuple[str, ...]
    origin: str
    outcome: Outcome
    response: Response | None = None
    failure: Failure | None = None
    alias_of: str | None = None


@dataclass
class _Page:
    seed: Seed
    depth: int
    spellings: list[str]


def crawl(client: Client, seeds: Iterable[Seed], site: Site) -> Iterator[Fetched]:
    """Every page that `seeds` and the links inside the site's folders lead to, once each.

    Breadth first, in the order of the seeds and of the links in a page. An address that several
    spellings name is one page. Links are followed `MAX_DEPTH` deep.
    """
    pages: dict[str, _Page] = {}
    queue: deque[str] = deque()

    def met(address: str, origin: str, depth: int) -> None:
        plain = normalise(address)
        if plain is None or not site.allows(plain):
            return
        key = site.key(plain)
        if key not in pages:
            pages[key] = _Page(Seed(plain, origin), depth, [plain])
            queue.append(key)
        elif plain not in pages[key].spellings:
            pages[key].spellings.append(plain)

    for seed in seeds:
        met(seed.address, seed.origin, 0)
    read: dict[str, str] = {}
    while queue:
        key = queue.popleft()
        page = pages[key]
        answer, tried = _ask(client, site.candidates(page.spellings))
        url = canonical(page.seed.address)
        if isinstance(answer, Response):
            final = site.key(answer.final_url)
            if final in read and final != key:
                tried.append(answer.final_url)
                yield _fetched(page, url, tried, Outcome.ALIAS, alias_of=read[final])
                continue
            read[key] = read[final] = url
            for address in _followed(answer, site) if page.depth < MAX_DEPTH else []:
                met(address, "link", page.depth + 1)
            tried.append(answer.final_url)
            yield _fetched(page, url, tried, Outcome.NEW, response=answer)
        elif isinstance(answer, Failure):
            yield _fetched(page, url, tried, Outcome.FAILED, failure=answer)
        else:
            yield _fetched(page, url, [], Outcome.NOT_IN_COPY)


def _ask(client: Client, candidates: list[str]) -> tuple[Answer, list[str]]:
    """The first answer that is no absence, with the addresses asked for; else the best absence."""
    absences: list[Answer] = []
    tried: list[str] = []
    for address in candidates:
        answer = judged(client.get(address))
        if not isinstance(answer, NotInCopy):
            tried.append(address)
        if not is_missing(answer):
            return answer, tried
        absences.append(answer)
    # A page that came, be it an error page, says more than a copy that lacks the address.
    return next((a for a in absences if isinstance(a, Failure)), absences[0]), tried


def _followed(response: Response, site: Site) -> list[str]:
    if site.root_of(response.final_url) is None:
        return []
    text = html_text(response)
    found = links(text, response.final_url) if text is not None else []
    plain = [normalise(address) for address in found]
    return [address for address in plain if address and site.follows(address)]


def _fetched(
    page: _Page,
    url: str,
    tried: list[str],
    outcome: Outcome,
    response: Response | None = None,
    failure: Failure | None = None,
    alias_of: str | None = None,
) -> Fetched:
    names = sorted({*page.spellings, *tried} - {url})
    return Fetched(url, tuple(names), page.seed.origin, outcome, response, failure, alias_of)
