"""Hosts and folders of the site: which addresses may be requested, and which are the same page.

The hosts of the site serve the same names. Names cannot be derived and their case is unstable, so
pages are compared by name without case, and an address is always requested as it was met.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from urllib.parse import urlsplit, urlunsplit

from parsers.model.file_types import is_download
from parsers.model.identifiers import FOLDERS, SUCCESSOR_HOSTS
from scraper.model.known_diplomas import known_addresses
from scraper.model.url import decoded, with_scheme

_PAGE_SUFFIXES = (".html", ".htm")
_INDEX = re.compile(r"(^|/)(index|default|accueil)\.html?$")


@dataclass(frozen=True)
class Root:
    """A folder of a host: `host` with its port if it has one, `folder` from slash to slash."""

    host: str
    folder: str = "/"


# In the order of their age: the older host first.
OFFICIAL = tuple(Root(host, FOLDERS[host]) for host in FOLDERS if host not in SUCCESSOR_HOSTS)
# Where the ministry moves its sites to (cited since 2026): requested when a redirect leads there.
SUCCESSORS = tuple(Root(host, FOLDERS[host]) for host in SUCCESSOR_HOSTS)


@dataclass(frozen=True)
class Site:
    """The folders that hold référentiel pages.

    - `roots`: serve the same names, the newest host last; a page that one lacks is requested from
      the others.
    - `successors`: serve the same names too, and are requested only where a redirect or a link
      leads to them.
    - `others`: each serves names of its own (`--allow-host`).
    """

    roots: tuple[Root, ...] = OFFICIAL
    others: tuple[Root, ...] = ()
    successors: tuple[Root, ...] = SUCCESSORS

    @cached_property
    def hosts(self) -> tuple[str, ...]:
        """Return every host that may be requested, with its port if it has one."""
        every = (*self.roots, *self.others, *self.successors)
        return tuple(dict.fromkeys(root.host for root in every))

    def allows(self, address: str) -> bool:
        """Return whether the host of a normalised `address` may be requested at all."""
        return urlsplit(address).netloc in self.hosts

    def root_of(self, address: str) -> Root | None:
        """Return the folder that a normalised `address` lies in; None outside of them all."""
        parts = urlsplit(address)
        for root in (*self.roots, *self.others, *self.successors):
            if parts.netloc == root.host and parts.path.startswith(root.folder):
                return root
        return None

    def key(self, address: str) -> str:
        """Return the identity of a page: its name without case, host, scheme and `.html`.

        The start page of a folder and an address outside of the folders keep their host.
        """
        parts, root = urlsplit(address), self.root_of(address)
        path = decoded(parts.path)
        name = path if root is None else path.removeprefix(root.folder)
        name = _INDEX.sub(r"\1", name.casefold())
        for suffix in _PAGE_SUFFIXES:
            name = name.removesuffix(suffix)
        if parts.query:
            name += f"?{decoded(parts.query)}"
        if self._is_shared(root) and name:
            return name
        return f"//{parts.netloc}/{name.removeprefix('/')}"

    def is_start_page(self, address: str) -> bool:
        """Return whether `address` (normalised) is the start page of a host or folder of pages."""
        parts, root = urlsplit(address), self.root_of(address)
        path = _INDEX.sub(r"\1", parts.path.casefold())
        return path in ("", "/", root.folder.casefold() if root else "/") and not parts.query

    def follows(self, address: str) -> bool:
        """Return whether a link to the normalised `address` leads to a page inside the folders.

        Annexes (PDF and other files, `/document/5123/download`) are documents of a page and not
        followed, except the PDFs that are known as the address of a diploma.
        """
        root = self.root_of(address)
        if root is None:
            return False
        name = urlsplit(address).path.rpartition("/")[2].lower()
        if "." not in name or name.endswith(_PAGE_SUFFIXES):
            return not is_download(address)
        return self._is_shared(root) and self.key(address) in _known_keys()

    def candidates(self, spellings: Iterable[str], *, newest_first: bool = False) -> list[str]:
        """Return the addresses to request for a page, best first.

        `spellings`: the addresses under which the page was met. https before http; the host where
        the page was met before the others, or with `newest_first` the newest host of the site
        first. Never another case. An address with a port of its own keeps its scheme.
        """
        spellings = list(spellings)
        elsewhere = [other for address in spellings for other in self._other_hosts(address)]
        every = spellings + elsewhere
        if newest_first:
            every = sorted(every, key=self._age)
        secure = [with_scheme(address, "https") for address in every]
        return list(dict.fromkeys(secure + [with_scheme(address, "http") for address in every]))

    def askable(self, spellings: Iterable[str], *, newest_first: bool = False) -> list[str]:
        """Return the `candidates` that may be requested."""
        every = self.candidates(spellings, newest_first=newest_first)
        return [address for address in every if self.allows(address)]

    def _is_shared(self, root: Root | None) -> bool:
        """Return whether `root` uses the page names of the site, the same on each of its hosts."""
        return root in self.roots or root in self.successors

    def _age(self, address: str) -> int:
        """Rank the host of `address`: the newest is smallest; hosts of other names come first."""
        root = self.root_of(address)
        return len(self.roots) - self.roots.index(root) if root in self.roots and root else 0

    def _other_hosts(self, address: str) -> list[str]:
        root, parts = self.root_of(address), urlsplit(address)
        if root is None or not self._is_shared(root) or parts.path == root.folder:
            return []
        name = parts.path.removeprefix(root.folder)
        return [
            urlunsplit((parts.scheme, other.host, other.folder + name, parts.query, ""))
            for other in self.roots
            if other != root
        ]


def is_known_address(address: str) -> bool:
    """Return whether `address` is in the packaged list, on any host of the site, in any case."""
    return Site().key(address) in _known_keys()


@cache
def _known_keys() -> frozenset[str]:
    return frozenset(Site().key(address) for address in known_addresses())


def start_pages(site: Site) -> tuple[str, ...]:
    """Return the start page of each folder of the site, where lists of pages may be."""
    return tuple(f"https://{root.host}{root.folder}" for root in site.roots)
