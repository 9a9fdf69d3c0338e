"""Find the known address that a record was read from.

A record bears its page's canonical address; the same page may be known under http, under another
host or in another case. A page of the same address is preferred, then one whose address differs in
scheme or case only, then the only page of that name; among several, one that gave records.
"""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from output.dataset.spool import Spool

Page = Mapping[str, Any]


class PageIndex:
    """Finds pages (rows with `url`, `page`, `outcome`) by a record's address and page name."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._by_address = Spool(pages, lambda page: _bare(page["url"]))
        self._by_name = Spool(self._by_address, lambda page: (page["page"] or "").casefold())

    def find(self, url: str | None, name: str | None) -> Page | None:
        """Return the page; None if it is unknown."""
        if url is None:
            return None
        # stable: the very address comes first
        same = sorted(self._by_address.at(_bare(url)), key=lambda page: page["url"] != url)
        for page in same:
            if page["outcome"] == "record":
                return page
        named = list(islice(self._by_name.at(name.casefold()), 2)) if name else []
        if len(named) == 1 and named[0]["outcome"] == "record":
            return named[0]
        return next(iter(same), None)


def _bare(url: str) -> str:
    return url.partition("://")[2].casefold()
