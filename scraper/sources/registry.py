"""What the command is told about sources beside the pages."""

from dataclasses import dataclass
from pathlib import Path

from schema.errors import UnusableInput
from scraper.sources.base import Source
from scraper.sources.fetched import Fetched
from scraper.sources.names import Name, Scope
from scraper.sources.official_list import OfficialList
from scraper.sources.onisep import SUFFIXES, OnisepFile
from scraper.sources.onisep_markdown import MarkdownFiches


@dataclass(frozen=True)
class SourceOptions:
    """`fiches`: Onisep's own files of fiches (XML, JSON, zip), or Markdown files and folders.
    `only`: the sources to build from; empty for all. `official_list`: a newer list than the
    packaged one. `scope`: see `Scope`. `fetched`: which of the files came from an
    address.
    """

    fiches: tuple[Path, ...] = ()
    official_list: Path | None = None
    only: tuple[Name, ...] = ()
    scope: Scope = "site"
    fetched: tuple[Fetched, ...] = ()

    def uses(self, name: Name) -> bool:
        """Whether the version is built from that source."""
        return not self.only or name in self.only

    @property
    def with_pages(self) -> bool:
        """Whether the site's pages are part of it."""
        return self.uses("eduscol")

    def sources(self) -> list[Source]:
        """The sources beside the pages, in the order in which they are joined.

        `UnusableInput` for options that leave nothing to build from, and for a file that is not
        there.
        """
        found: list[Source] = []
        if self.uses("onisep"):
            found += [_fiches(path) for path in self.fiches]
        if self.uses("list"):
            found.append(OfficialList(self.official_list))
        if not self.with_pages and self.scope == "site":
            raise UnusableInput(
                f"--only {' --only '.join(self.only)}: without pages there is no diploma of the "
                "site's; add --scope all"
            )
        for source in found:
            for path in source.files:
                if not path.is_file():
                    raise UnusableInput(f"{path}: no such file")
                if not path.name.isprintable():  # the version lists its files, a line each
                    raise UnusableInput(f"{str(path)!r}: a line break in a file's name; rename it")
        return found


def _fiches(path: Path) -> Source:
    """Onisep's fiches, told by the file's suffix: as published, or as Markdown. `UnusableInput` for
    a file of another kind.
    """
    suffix = path.suffix.lower()
    if path.is_file() and suffix not in {".md", *SUFFIXES}:
        raise UnusableInput(
            f"--fiches {path}: a file of fiches ends in {', '.join(SUFFIXES)} or .md; or name a "
            "folder of .md files"
        )
    return OnisepFile(path) if suffix in SUFFIXES else MarkdownFiches(path)
