"""Discover pages not yet known: from links, sitemaps and addresses of the user."""

from collections.abc import Iterable
from functools import lru_cache

from parsers.formats.html_links import links
from schema.errors import Refused
from schema.issues import Issue, IssueCode, issue
from schema.secrets import masked
from scraper.crawl.response_check import html_text
from scraper.model.response import Response
from scraper.model.site import Site
from scraper.model.url import normalise
from scraper.state.frontier import State
from scraper.state.page import Page

MAX_DEPTH = 6
# Far above the site; a trap of endless links ends here.
MAX_KNOWN = 50_000
_MEMORY = 10_000

# Page key and address as it is to be asked for.
Pair = tuple[str, str]


class Discovery:
    """Finds what is new among links, sitemaps and addresses of the user, up to `most` pages."""

    def __init__(self, site: Site, state: State, most: int) -> None:
        self._site, self._state, self._most = site, state, most
        # Most links of a page are those of its neighbours.
        self._met: set[Pair] = set()
        self._followed = lru_cache(maxsize=_MEMORY)(self._pair)

    def allowed(self, addresses: Iterable[str]) -> list[Pair]:
        """Return those of `addresses` that are new; other hosts and secrets are left out."""
        plain = [normalise(address) for address in addresses]
        allowed = [a for a in plain if a and self._site.allows(a) and masked(a) == a]
        return self._new([(self._site.key(address), address) for address in allowed])

    def in_page(self, page: Page, response: Response) -> tuple[list[Pair], list[Issue]]:
        """Return the new addresses that a page links to inside the folders, and what was left."""
        text = html_text(response)
        if text is None or self._site.root_of(response.final_url) is None:
            return [], []
        try:
            written = links(text, response.final_url)
        except Refused as refused:
            return [], [issue(IssueCode.LINKS_NOT_FOLLOWED, None, None, str(refused))]
        new = self._new([pair for pair in map(self._followed, written) if pair])
        followed = new[: self.room] if page.depth < MAX_DEPTH else []
        left = len(new) - len(followed)
        if not left:
            return followed, []
        detail = f"{left} addresses at depth {page.depth + 1}"
        return followed, [issue(IssueCode.LINKS_NOT_FOLLOWED, None, new[-1][1], detail)]

    @property
    def room(self) -> int:
        """Return how many more pages may become known."""
        return max(self._most - self._state.counts()[0], 0)

    def _pair(self, written: str) -> Pair | None:
        """Return key and address of a link to a page inside the folders; None for any other.

        None too for an address with a secret, such as the token of a visit: it could be requested
        again only if it were written down.
        """
        address = normalise(written)
        if address is None or not self._site.follows(address) or masked(address) != address:
            return None
        return self._site.key(address), address

    def _new(self, pairs: list[Pair]) -> list[Pair]:
        if len(self._met) > _MEMORY:
            self._met.clear()
        new = [
            pair
            for pair in dict.fromkeys(pairs)
            if pair not in self._met and not self._state.is_met(*pair)
        ]
        self._met.update(set(pairs).difference(new))
        return new
