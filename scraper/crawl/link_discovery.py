"""Discover pages not yet known: from links, sitemaps and addresses of the user."""

from collections.abc import Iterable
from functools import lru_cache

from parsers.formats.html_links import links
from schema.errors import Refused
from schema.issues import Issue, IssueCode, issue
from schema.secrets import masked
from scraper.crawl.response_check import html_text, html_tree
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
    """Finds new addresses among links, sitemaps and the user's addresses, up to `most` pages."""

    def __init__(self, site: Site, state: State, most: int) -> None:
        self._site, self._state, self._most = site, state, most
        # Most links of a page also stand on its neighbours.
        self._met: set[Pair] = set()
        self._followed = lru_cache(maxsize=_MEMORY)(self._link)

    def admitted(self, addresses: Iterable[str]) -> tuple[list[Pair], list[Issue]]:
        """Return the new `addresses`, and issues of those left out; of other hosts no issue."""
        plain = [normalise(address) for address in addresses]
        allowed = [address for address in plain if address and self._site.allows(address)]
        secret = [address for address in map(_if_secret, allowed) if address]
        new = self._new([(self._site.key(a), a) for a in allowed if not _if_secret(a)])
        admitted = new[: self.room]
        issues = _with_secrets(secret)
        if left := new[len(admitted) :]:
            detail = f"{len(left)} addresses beyond the bound of known pages"
            issues.append(issue(IssueCode.LINKS_NOT_FOLLOWED, None, left[-1][1], detail))
        return admitted, issues

    def in_page(self, page: Page, response: Response) -> tuple[list[Pair], list[Issue]]:
        """Return the new addresses that a page links to in the folders, and issues of others."""
        text = html_text(response)
        if text is None or self._site.root_of(response.final_url) is None:
            return [], []
        try:
            written = links(text, response.final_url, html_tree(text))
        except Refused as refused:
            return [], [issue(IssueCode.LINKS_NOT_FOLLOWED, None, None, str(refused))]
        known = list(map(self._followed, written))
        issues = _with_secrets([link for link in known if isinstance(link, str)])
        new = self._new([link for link in known if isinstance(link, tuple)])
        followed = new[: self.room] if page.depth < MAX_DEPTH else []
        if left := len(new) - len(followed):
            detail = f"{left} addresses at depth {page.depth + 1}"
            issues.append(issue(IssueCode.LINKS_NOT_FOLLOWED, None, new[-1][1], detail))
        return followed, issues

    def issues_before(self, page: Page, without_type: bool) -> list[Issue]:
        """Return the issues of an unchanged content that still hold.

        Those of its links and, where the answer was `without_type` (304), that of its type.
        """
        hold = {IssueCode.LINKS_NOT_FOLLOWED}
        hold |= {IssueCode.WRONG_CONTENT_TYPE} if without_type else set()
        known = self._state.issues(page.content_run or "", page.key)
        return [remark for _, remark in known if remark.issue in hold]

    @property
    def room(self) -> int:
        """Return how many more pages may become known."""
        return max(self._most - self._state.counts()[0], 0)

    def _link(self, written: str) -> Pair | str | None:
        """Return key and address of a link to a page inside the folders; None for any other.

        An address with a secret, such as the token of a visit, is returned alone and masked: to
        request it later, the secret would have to be written down.
        """
        address = normalise(written)
        if address is None or not self._site.follows(address):
            return None
        return _if_secret(address) or (self._site.key(address), address)

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


def _if_secret(address: str) -> str | None:
    """Return an address that holds a secret, masked; None for any other."""
    shown = masked(address)
    return shown if shown != address else None


def _with_secrets(shown: list[str]) -> list[Issue]:
    """Return the issue of the addresses with secrets, which are not requested, if there are any."""
    if not shown:
        return []
    detail = f"{len(set(shown))} addresses with a secret"
    return [issue(IssueCode.LINKS_NOT_FOLLOWED, None, shown[0], detail)]
