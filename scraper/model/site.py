"""Addresses of référentiel pages: written safely, compared without case, known beforehand.

Both hosts of the site serve the same names (known addresses: `scraper/data/known_pages.csv`, from
Onisep's documents). Names cannot be derived and their case is unstable, so pages are compared by
name without case, and an address is always asked for as it was found.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

_PORTS = {"http": 80, "https": 443}
_PAGE_SUFFIXES = (".html", ".htm")
_INDEX = re.compile(r"(^|/)(index|default|accueil)\.html?$")


def normalise(address: str, base: str | None = None) -> str | None:
    """The absolute http(s) address that a browser would ask for; None when there is none.

    Fragment and user information are dropped, spaces and letters beyond ASCII percent-encoded,
    `.` and `..` (also written `%2e`) resolved, host and scheme in lower case, default ports left
    out. The case of path and query stays.
    """
    # A leading backslash or one in the path is a slash to browsers (WHATWG URL).
    text = re.sub(r"[\t\r\n]", "", address).strip().replace("\\", "/")
    try:
        text = urljoin(base, text) if base else text
        if urlsplit(text).scheme.lower() not in _PORTS:
            return None
        parts = urlsplit(safe_url_string(text))
        host, port = parts.hostname, parts.port
    except (ValueError, UnicodeError):
        return None
    if not host or not re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]+", host):
        return None
    scheme = parts.scheme.lower()
    netloc = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS[scheme]:
        netloc += f":{port}"
    return urlunsplit((scheme, netloc, _without_dots(parts.path), parts.query, ""))


def _without_dots(path: str) -> str:
    """`path` with `.` and `..` resolved, however they are encoded (WHATWG URL, 4.4)."""
    kept: list[str] = []
    segments = path.split("/")[1:] or [""]
    for position, segment in enumerate(segments):
        plain = re.sub("%2e", ".", segment, flags=re.IGNORECASE)
        last = position == len(segments) - 1
        if plain == "..":
            kept = kept[:-1]
        elif plain != ".":
            kept.append(segment)
        if plain in (".", "..") and last:
            kept.append("")
    return "/" + "/".join(kept)


@dataclass(frozen=True)
class Root:
    """A folder of a host: `host` with its port if it has one, `folder` from slash to slash."""

    host: str
    folder: str = "/"


OFFICIAL = (
    Root("eduscol.education.fr", "/referentiels-professionnels/"),
    Root("referentiels-professionnels.eduscol.education.fr"),
)


@dataclass(frozen=True)
class Site:
    """The places where référentiels are: `roots` serve the same names, each of `others` its own."""

    roots: tuple[Root, ...] = OFFICIAL
    others: tuple[Root, ...] = ()

    def allows(self, address: str) -> bool:
        """Whether the host of a normalised `address` may be asked at all."""
        return urlsplit(address).netloc in {root.host for root in self.roots + self.others}

    def root_of(self, address: str) -> Root | None:
        """The folder that a normalised `address` lies in; None outside of them all."""
        parts = urlsplit(address)
        for root in self.roots + self.others:
            if parts.netloc == root.host and parts.path.startswith(root.folder):
                return root
        return None

    def key(self, address: str) -> str:
        """What tells pages apart: the name without case, host, scheme, `.html`.

        The start page of a folder and an address outside of the folders keep their host.
        """
        parts, root = urlsplit(address), self.root_of(address)
        path = unicodedata.normalize("NFC", unquote(parts.path))
        name = path if root is None else path.removeprefix(root.folder)
        name = _INDEX.sub(r"\1", name.casefold())
        for suffix in _PAGE_SUFFIXES:
            name = name.removesuffix(suffix)
        if parts.query:
            name += f"?{unquote(parts.query)}"
        if root in self.roots and name:
            return name
        return f"//{parts.netloc}/{name.removeprefix('/')}"

    def follows(self, address: str) -> bool:
        """Whether a link to the normalised `address` is one to a page inside the folders.

        Annexes (PDF and other files) are documents of a page and not followed, except the PDFs
        that are known as the address of a diploma.
        """
        root = self.root_of(address)
        if root is None:
            return False
        name = urlsplit(address).path.rpartition("/")[2].lower()
        if "." not in name or name.endswith(_PAGE_SUFFIXES):
            return True
        return root in self.roots and self.key(address) in _known_keys()

    def candidates(self, spellings: Iterable[str]) -> list[str]:
        """The addresses to ask for a page, best first, given those under which it was met.

        https before http, the host where it was met before the other. Never another case. An
        address with a port of its own keeps its scheme.
        """
        spellings = list(spellings)
        elsewhere = [other for address in spellings for other in self._other_hosts(address)]
        every = spellings + elsewhere
        secure = [_with_scheme(address, "https") for address in every]
        return list(dict.fromkeys(secure + [_with_scheme(address, "http") for address in every]))

    def askable(self, spellings: Iterable[str]) -> list[str]:
        """Those of `candidates` that may be asked."""
        return [address for address in self.candidates(spellings) if self.allows(address)]

    def _other_hosts(self, address: str) -> list[str]:
        root, parts = self.root_of(address), urlsplit(address)
        if root not in self.roots or root is None or parts.path == root.folder:
            return []
        name = parts.path.removeprefix(root.folder)
        return [
            urlunsplit((parts.scheme, other.host, other.folder + name, parts.query, ""))
            for other in self.roots
            if other != root
        ]


def _with_scheme(address: str, scheme: str) -> str:
    parts = urlsplit(address)
    return address if parts.port else urlunsplit(parts._replace(scheme=scheme))


def canonical(address: str) -> str:
    """A normalised address as it is published: https unless it has a port of its own."""
    return _with_scheme(address, "https")


# Of the export that the packaged list was made from.
KNOWN_DAY = "2025-10-21"


class KnownDiploma(NamedTuple):
    """A diploma whose page's address is known, as published. `line`: its line in the file."""

    url: str
    code: str
    title: str
    acronym: str
    type: str
    line: int = 0


# The header of the packaged list: labels that the reader of rows knows.
KNOWN_COLUMNS = (
    "Lien", "Code diplôme", "Intitulé de la spécialité (et options)", "Sigle", "Diplôme",
)  # fmt: skip


@cache
def known_diplomas() -> tuple[KnownDiploma, ...]:
    """Read the 209 diplomas of the packaged list, in its order."""
    text = files("scraper").joinpath("data", "known_pages.csv").read_text(encoding="utf-8")
    diplomas = []
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            url, code, title, acronym, kind = next(csv.reader([line], delimiter=";"))
            diplomas.append(KnownDiploma(url, code, title, acronym, kind, number))
    return tuple(diplomas[1:])  # behind the header


@cache
def known_addresses() -> tuple[str, ...]:
    """The 182 addresses of the packaged list, as published, in its order."""
    return tuple(dict.fromkeys(diploma.url for diploma in known_diplomas()))


def is_known_address(address: str) -> bool:
    """Whether `address` is one of the packaged list, on either host and in any case."""
    return Site().key(address) in _known_keys()


@cache
def _known_keys() -> frozenset[str]:
    return frozenset(Site().key(address) for address in known_addresses())


def start_pages(site: Site) -> tuple[str, ...]:
    """The start page of each folder of the site, where lists of pages may be."""
    return tuple(f"https://{root.host}{root.folder}" for root in site.roots)
