"""The sources that a version is built from, as the options of the command name them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from schema.errors import UnusableInput
from schema.lexicon import Lexicon
from scraper.model.url import normalise
from scraper.sources.metiers import read_occupations, read_rome
from scraper.sources.onisep_markdown import MarkdownFiches
from scraper.sources.registry import (
    METIERS,
    PAGES,
    REGISTRY,
    RNCP,
    ROME,
    Location,
    Scope,
    SourceEntry,
)
from scraper.sources.rncp import read_certifications
from scraper.sources.source_interface import FetchedFile, Source

_OPTIONS = {entry.name: entry.option for entry in REGISTRY}
_TABLES: dict[str, Callable[[Path], object]] = {
    METIERS: read_occupations,
    ROME: read_rome,
    RNCP: lambda path: read_certifications(path, ()),
}


@dataclass(frozen=True)
class SourceOptions:
    """Files of sources, and which sources to use.

    `files`: by the name of a source, its files or addresses of files. `only`: names of the sources
    to build from; empty for all. `fetched`: the files that came from an address. `documents`:
    whether the documents that pages link to are part of it.

    `UnusableInput` for all that is known to be wrong before anything is asked for: an invalid
    address, options that leave nothing to build from, a path without a file.
    """

    files: Mapping[str, tuple[Location, ...]] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    scope: Scope = "site"
    fetched: tuple[FetchedFile, ...] = ()
    documents: bool = False

    def __post_init__(self) -> None:
        for entry in REGISTRY:
            if entry.name in self.only and not entry.packaged and not self.files.get(entry.name):
                raise UnusableInput(
                    f"--only {entry.name}: name its file with --{entry.option} PATH or ADDRESS"
                )
        if not self.with_pages and self.scope == "site":
            raise UnusableInput(
                f"--only {' --only '.join(self.only)}: without pages there is no diploma of the "
                "site's; add --scope all"
            )
        for location in self._locations():
            _address(location)
        if self.files.get(ROME) and not self.files.get(METIERS):
            raise UnusableInput("--rome: labels the codes that --metiers gives; name its file too")
        self.sources()
        for entry in REGISTRY:
            if entry.open is None and (path := self.file(entry.name)):
                _check_file(path, entry.option)

    def uses(self, name: str) -> bool:
        """Return whether the version is built from that source."""
        return not self.only or name in self.only

    @property
    def with_pages(self) -> bool:
        """Return whether the pages of the site are part of it."""
        return self.uses(PAGES)

    @property
    def with_documents(self) -> bool:
        """Return whether the documents of pages are part of it."""
        return self.documents and self.with_pages

    @property
    def addresses(self) -> tuple[str, ...]:
        """Return the addresses of files that a version needs, normalised, each once."""
        addresses = (_address(location) for location in self._locations())
        return tuple(dict.fromkeys(filter(None, addresses)))

    def located(
        self, paths: Mapping[str, Path], fetched: tuple[FetchedFile, ...]
    ) -> "SourceOptions":
        """Return the same options with the file from `paths` in the place of each address."""
        files = {
            name: tuple(
                location if isinstance(location, Path) else paths[_address(location) or ""]
                for location in locations
                if self.uses(name)
            )
            for name, locations in self.files.items()
        }
        return replace(self, files=files, fetched=fetched)

    def sources(self) -> list[Source]:
        """Return the sources beside the pages, in the order in which they are joined.

        Addresses that were not fetched are left out. `UnusableInput` for a file that does not
        exist.
        """
        sources = [
            source for entry in REGISTRY if self.uses(entry.name) for source in self._of(entry)
        ]
        for source in sources:
            for path in source.files:
                _check_file(path, _OPTIONS[source.name])
        return sources

    def judge(self, lexicon: Lexicon) -> None:
        """Read each of the user's files to its end, as it will be when a version is built.

        `UnusableInput` for one that cannot be trusted as a whole, and for Markdown without any
        fiche that `lexicon` reads. Fetched files are not read here.
        """
        for source in self.sources():
            if isinstance(source, MarkdownFiches):
                source.judge(lexicon)
            elif source.files:
                for _ in source.documents():
                    pass
        for name, read in _TABLES.items():
            if path := self.file(name):
                read(path)

    def file(self, name: str) -> Path | None:
        """Return the file of a table of look-ups.

        None where none is given, used, or fetched yet.
        """
        locations = self.files.get(name, ()) if self.uses(name) else ()
        return next((path for path in locations if isinstance(path, Path)), None)

    def _of(self, entry: SourceEntry) -> Iterator[Source]:
        given = self.files.get(entry.name, ())
        if entry.open is None:
            return
        yield from (entry.open(location) for location in given if isinstance(location, Path))
        if entry.packaged and not given:
            yield entry.open(None)

    def _locations(self) -> Iterator[Location]:
        for name, locations in self.files.items():
            if self.uses(name):
                yield from locations


def _check_file(path: Path, option: str) -> None:
    if not path.is_file():
        raise UnusableInput(f"--{option} {path}: no such file")
    if not path.name.isprintable():  # the version lists its files, a line each
        raise UnusableInput(f"--{option} {str(path)!r}: a line break in a file's name; rename it")


def _address(location: Location) -> str | None:
    """Return the normalised address; None for a path."""
    if isinstance(location, Path):
        return None
    address = normalise(location)
    if address is None:
        raise UnusableInput(f"{location}: not an http(s) address; give one, or a file")
    return address
