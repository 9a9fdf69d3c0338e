"""Which of the known addresses a record was read from.

A record bears its page's canonical address; the same page may be known under http, under another
host or in another case. So: the same address, else the same without scheme and case, else the
only page of that name. Among several, one that gave records.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Page = Mapping[str, Any]


class PageIndex:
    """Finds pages (rows with `url`, `page`, `outcome`) by a record's address and page name."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._exact: dict[str, Page] = {}
        self._loose: dict[str, list[Page]] = {}
        self._named: dict[str, list[Page]] = {}
        for page in pages:
            self._exact[page["url"]] = page
            self._loose.setdefault(_bare(page["url"]), []).append(page)
            if page["page"]:
                self._named.setdefault(page["page"].casefold(), []).append(page)

    def find(self, url: str | None, name: str | None) -> Page | None:
        """The page, or None where none is known."""
        if url is None:
            return None
        if url in self._exact and self._exact[url]["outcome"] == "record":
            return self._exact[url]
        same = self._loose.get(_bare(url), [])
        named = self._named.get((name or "").casefold(), [])
        for group in (same, named if len(named) == 1 else []):
            for page in group:
                if page["outcome"] == "record":
                    return page
        return self._exact.get(url) or next(iter(same), None)


def _bare(url: str) -> str:
    return url.partition("://")[2].casefold()
