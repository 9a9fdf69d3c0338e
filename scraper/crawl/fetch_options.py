"""Options and report of `eduscol fetch`."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from schema.errors import TryLater, UnusableInput
from schema.lexicon import Lexicon
from schema.secrets import masked
from scraper.archive.writer import FILE_SIZE
from scraper.clients.live_client import LiveSettings
from scraper.clients.rate_limit import DEFAULT_RATE
from scraper.crawl.file_downloads import files_at
from scraper.crawl.link_discovery import MAX_KNOWN
from scraper.crawl.moved_hosts import MovedHost
from scraper.crawl.seeds import PACKAGED_LIST, read_seeds, read_source
from scraper.model.known_diplomas import known_addresses
from scraper.model.response import PageSource
from scraper.model.site import Root, Site, start_pages
from scraper.model.url import with_scheme
from scraper.model.wording import numbered


class Seeds(NamedTuple):
    """Addresses to start from, their secrets masked.

    `origin`: how they became known. `content`: of the file that they came from, if any. `secret`:
    the addresses that hold secrets, as they are to be requested.
    """

    origin: str
    addresses: tuple[str, ...]
    content: bytes | None = None
    secret: tuple[str, ...] = ()


@dataclass(frozen=True)
class FetchOptions:
    """Options of a fetch.

    - `seeds`: files of addresses, `-` for standard input, `known` for the packaged list, which is
      the default.
    - `allow_hosts`: further hosts (`host`, `host:port`, `host:port/folder/`), which may be inside
      a private network.
    - `mirror` or `warc`: a source in place of the network.
    - `rate`: requests a second, 0 for no limit. `live`: the finer settings of the network.
    - `files`: addresses of files, which are fetched in place of pages, and nothing else.
    - `max_known`: pages that may become known, by whatever way.
    - `documents`: these files are documents of pages: PDFs, and an unfinished run is resumed.
    - `max_pages`, `max_bytes`: bounds of a call, in pages or files and in bytes of bodies.
    - `max_documents`, `max_document_mb`: bounds of a call that also fetches documents of pages.
    - `accept_suspect`: take answers that would be held back (`page-suspect`) at once.
    - `lexicon`: the labels by which pages are read to find such answers.
    - `accept_copy`: let a copy of the site replace pages that were read from the site itself.
    """

    data: Path
    contact: str = ""
    seeds: tuple[str, ...] = ()
    allow_hosts: tuple[str, ...] = ()
    mirror: Path | None = None
    warc: tuple[Path, ...] = ()
    rate: float = DEFAULT_RATE
    max_pages: int | None = None
    max_known: int = MAX_KNOWN
    max_seconds: float | None = None
    full: bool = False
    sample: float = 0.05
    file_size: int = FILE_SIZE
    live: LiveSettings | None = None
    site: Site = field(default_factory=Site)
    files: tuple[str, ...] = ()
    documents: bool = False
    max_bytes: int | None = None
    max_documents: int = 2000
    max_document_mb: int = 2000
    accept_suspect: bool = False
    accept_copy: bool = False
    lexicon: Lexicon = field(default_factory=Lexicon.packaged)

    @property
    def source(self) -> PageSource:
        """Return where pages come from."""
        return "mirror" if self.mirror else "warc" if self.warc else "live"

    @property
    def noun(self) -> str:
        """Return the noun for the fetched documents, in messages."""
        return "documents" if self.documents else "pages"


@dataclass(frozen=True)
class Progress:
    """Progress after each page: pages of this run done and known, and the last address."""

    done: int
    known: int
    url: str


@dataclass(frozen=True)
class FetchReport:
    """Result of a call.

    - `later`: why the call ended before all was well; None when the run ended in order.
    - `has_tried_all`: every page was requested, and some were read: the run has ended, and may be
      published although some pages failed. `unasked`: but for so many, whose host was left in
      peace; the next call goes on with them.
    - `outcomes`, `failures`: pages of the whole run by outcome and by kind, `statuses`: those that
      failed by an HTTP status, by it; `issues`: its issues by code.
    - `requests`, `bytes_received` (bodies, decoded): of this call, robots.txt and redirects
      included.
    - `unavailable`: the site's own answers ended the call, not a limit or a signal.
    - `moved`: the hosts that send most of their pages to one that is not allowed.
    """

    run: str
    source: PageSource
    later: str | None
    outcomes: dict[str, int]
    failures: dict[str, int]
    issues: dict[str, int]
    known: int
    waiting: int
    requests: int
    bytes_received: int = 0
    unavailable: bool = False

    has_tried_all: bool = False
    unasked: int = 0
    statuses: dict[str, int] = field(default_factory=dict)
    moved: tuple[MovedHost, ...] = ()
    noun: str = "pages"

    def raise_for_later(self) -> None:
        """Raise `TryLater` (exit 75) when pages are still to be requested, or failed for now."""
        if not self.later:
            return
        left = numbered(self.waiting, self.noun)
        waiting = f"; {left} {'waits' if self.waiting == 1 else 'wait'}" if self.waiting else ""
        how = "run the same command again to go on"
        if self.has_tried_all and not self.unasked:
            how = (
                f"all other {self.noun} were read; run the same command again to request all once "
                "more"
            )
        raise TryLater(f"{self.later}{waiting}; {how}")


def site_of(options: FetchOptions) -> Site:
    """Return the hosts and folders of pages; `UnusableInput` for a malformed --allow-host."""
    others = []
    for written in options.allow_hosts:
        host, slash, folder = (
            written.removeprefix("http://").removeprefix("https://").partition("/")
        )
        if not _is_host(host):
            raise UnusableInput(
                f"--allow-host {masked(written)}: give HOST, HOST:PORT or HOST/FOLDER/, each host "
                "by its whole name"
            )
        others.append(Root(host.lower(), f"/{folder.strip('/')}/" if slash and folder else "/"))
    others = [*options.site.others, *others]
    if options.files:
        return files_at(options.files, tuple(others))
    return Site(options.site.roots, tuple(others), options.site.successors)


def _is_host(text: str) -> bool:
    """Return whether `text` is a host, with or without a port: no address, user or pattern."""
    if not text or text.endswith(":") or any(mark in text for mark in "@ ?#*"):
        return False
    try:
        return urlsplit(f"//{text}").port != 0
    except ValueError:
        return False


def narrowed(site: Site, seeds: list[Seeds]) -> Site:
    """Return `site` without the official hosts if no address to start from is on them.

    A crawl of another site must not reach the official one by its links.
    """
    official = Site(site.roots, (), site.successors)
    if any(official.allows(address) for group in seeds for address in group.addresses):
        return site
    return replace(site, roots=(), successors=())


def seeds_of(options: FetchOptions, site: Site) -> list[Seeds]:
    """Return the addresses to start from, in order; `UnusableInput` for a host not allowed."""
    if options.files:
        # Addresses of documents of pages hold no secrets (`linked_documents`).
        origin = "link" if options.documents else "user"
        return [_seeds(origin, options.files)]
    groups: list[Seeds] = []
    for source in options.seeds or (PACKAGED_LIST,):
        if source == PACKAGED_LIST:
            groups.append(Seeds("known", known_addresses()))
            groups.append(Seeds("start", start_pages(site)))
            continue
        content = read_source(source)
        addresses = read_seeds(source, content)
        foreign = next((address for address in addresses if not site.allows(address)), None)
        if foreign:
            host = foreign.split("/")[2]
            raise UnusableInput(f"--seeds {source}: {masked(foreign)} needs --allow-host {host}")
        groups.append(_seeds("user", tuple(addresses), content))
    return groups


def _seeds(origin: str, addresses: tuple[str, ...], content: bytes | None = None) -> Seeds:
    secret = tuple(address for address in addresses if masked(address) != address)
    shown = {masked(address) for address in secret}
    if len(shown) < len(set(secret)):
        raise UnusableInput(
            f"{sorted(shown)[0]}: two addresses differ only in a secret (user name, password, "
            "token), which is written nowhere; give one of them"
        )
    return Seeds(origin, tuple(dict.fromkeys(map(masked, addresses))), content, secret)


def secret_addresses(seeds: list[Seeds]) -> dict[str, str]:
    """Map each masked address of `seeds`, under both schemes, to the one to request."""
    return {
        masked(address): address
        for group in seeds
        for secret in group.secret
        for address in (with_scheme(secret, "https"), with_scheme(secret, "http"), secret)
    }
