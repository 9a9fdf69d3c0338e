"""What `eduscol fetch` is told, and what it answers."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, NamedTuple

from schema.errors import TryLater, UnusableInput
from scraper.archive.writer import FILE_SIZE
from scraper.clients.polite import LiveSettings
from scraper.crawl.file_downloads import files_at
from scraper.crawl.seeds import KNOWN, read_seeds, read_source
from scraper.model.site import Root, Site, known_addresses, start_pages

Source = Literal["live", "mirror", "warc"]


class Seeds(NamedTuple):
    """Addresses to start from, how they became known, and the file they came from if there is."""

    origin: str
    addresses: tuple[str, ...]
    content: bytes | None = None


@dataclass(frozen=True)
class FetchOptions:
    """What the command's options say.

    `seeds`: files of addresses, `-` for standard input, `known` for the packaged list; nothing
    given means `known`. `allow_hosts`: further hosts (`host`, `host:port`, `host:port/folder/`),
    which may be inside a private network. `mirror` or `warc`: a source in place of the network.
    `rate`: requests a second, 0 for no limit. `live`: the finer settings of the network. `files`:
    addresses of files, which are fetched in place of pages, and nothing else.
    """

    data: Path
    contact: str = ""
    seeds: tuple[str, ...] = ()
    allow_hosts: tuple[str, ...] = ()
    mirror: Path | None = None
    warc: tuple[Path, ...] = ()
    rate: float = 1.0
    max_pages: int | None = None
    max_seconds: float | None = None
    full: bool = False
    sample: float = 0.05
    file_size: int = FILE_SIZE
    live: LiveSettings | None = None
    site: Site = field(default_factory=Site)
    files: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        """Where pages come from."""
        return "mirror" if self.mirror else "warc" if self.warc else "live"


@dataclass(frozen=True)
class Progress:
    """After each page: how many of this run's pages are done and known, and which was the last."""

    done: int
    known: int
    url: str


@dataclass(frozen=True)
class FetchReport:
    """What a call did. `later`: why the run is not at its end; None when it is.

    `outcomes` and `failures` count the pages of the whole run by outcome and by kind, `issues` its
    issues by code; `requests` and `bytes_received` (bodies, decoded) are
    those of this call, robots.txt and redirects included. `unavailable`: the site's own answers
    ended the call, not a limit or a signal.
    """

    run: str
    source: Source
    later: str | None
    outcomes: dict[str, int]
    failures: dict[str, int]
    issues: dict[str, int]
    known: int
    waiting: int
    requests: int
    bytes_received: int = 0
    unavailable: bool = False

    def raise_for_later(self) -> None:
        """`TryLater` (exit 75) when the run is not at its end."""
        if self.later:
            waiting = f"; {self.waiting} pages wait" if self.waiting else ""
            raise TryLater(f"{self.later}{waiting}; run the same command again to go on")


def site_of(options: FetchOptions) -> Site:
    """The places where pages are looked for; `UnusableInput` for a host that is none."""
    others = []
    for written in options.allow_hosts:
        host, slash, folder = (
            written.removeprefix("http://").removeprefix("https://").partition("/")
        )
        if not host or any(c in host for c in "@ ?#"):
            raise UnusableInput(f"--allow-host {written}: give HOST, HOST:PORT or HOST/FOLDER/")
        others.append(Root(host.lower(), f"/{folder.strip('/')}/" if slash and folder else "/"))
    others = [*options.site.others, *others]
    if options.files:
        return files_at(options.files, tuple(others))
    return Site(options.site.roots, tuple(others))


def narrowed(site: Site, seeds: list[Seeds]) -> Site:
    """`site` without the official hosts if no address to start from is on them.

    Who crawls a site of their own must not reach the official one by its links.
    """
    official = Site(site.roots)
    if any(official.allows(address) for group in seeds for address in group.addresses):
        return site
    return replace(site, roots=())


def seeds_of(options: FetchOptions, site: Site) -> list[Seeds]:
    """The addresses to start from, in order; `UnusableInput` for one on a host not allowed."""
    if options.files:
        return [Seeds("user", options.files)]
    groups: list[Seeds] = []
    for source in options.seeds or (KNOWN,):
        if source == KNOWN:
            groups.append(Seeds("known", known_addresses()))
            groups.append(Seeds("start", start_pages(site)))
            continue
        content = read_source(source)
        addresses = read_seeds(source, content)
        foreign = next((address for address in addresses if not site.allows(address)), None)
        if foreign:
            host = foreign.split("/")[2]
            raise UnusableInput(f"--seeds {source}: {foreign} needs --allow-host {host}")
        groups.append(Seeds("user", tuple(addresses), content))
    return groups
