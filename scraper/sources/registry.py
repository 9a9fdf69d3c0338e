"""The registry of sources: names, options and readers, a row each.

A new source is a module with a class like `OfficialList`, its parser, a row of `REGISTRY`, a row
in `schema/data/sources.csv` (licence) and its place in `schema/data/ranks.csv`. Options,
configuration keys, `--only` and the inputs of a version are made from the registry. Readers are
imported when they are needed: the command shows its help without them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from schema.errors import UnusableInput

if TYPE_CHECKING:
    from scraper.sources.source_interface import Source

# The source that the pages of the site are; it has no option and no module here.
PAGES = "eduscol"
# The packaged list of diplomas with the address of their page.
KNOWN = "known"
# Tables of trades and of ROME sheets.
METIERS, ROME = "metiers", "rome"
# France compétences' sheets of certifications.
RNCP = "rncp"
# The records: the diplomas with a page on the site, or all that any source knows.
Scope = Literal["site", "all"]
# A file of the user's, or the address (a text) that it is fetched from.
Location = Path | str


def is_address(text: str) -> bool:
    """Return whether `text` is meant as an http(s) address and not as a path."""
    return text.lower().startswith(("http://", "https://"))


class SourceEntry(NamedTuple):
    """A row of the registry.

    `open`: makes the source of diplomas from a file, or from the packaged copy for None; None for a
    table in which values of records are looked up (`SourceOptions.file` names it). `packaged`: a
    copy comes with the program and is used when no file is given. `option`: without dashes; the
    name of the user's file among the inputs of a version too; empty for a source that is packaged
    only.
    `several`: the option may be repeated.
    """

    name: str
    open: Callable[[Path | None], "Source"] | None
    packaged: bool = False
    option: str = ""
    several: bool = False
    help: str = ""

    @property
    def parameter(self) -> str:
        """Return the option as the name of a Python parameter and of a configuration key."""
        return self.option.replace("-", "_")


def _open_fiches(path: Path | None) -> "Source":
    """Choose the reader of Onisep's fiches by the file's suffix: as published, or Markdown.

    `UnusableInput` for a file of another kind.
    """
    from scraper.sources.onisep import SUFFIXES, OnisepFile
    from scraper.sources.onisep_markdown import MarkdownFiches

    assert path is not None  # no fiches are packaged
    suffix = path.suffix.lower()
    if path.is_file() and suffix not in {".md", *SUFFIXES}:
        raise UnusableInput(
            f"--fiches {path}: a file of fiches ends in {', '.join(SUFFIXES)} or .md; or name a "
            "folder of .md files"
        )
    return OnisepFile(path) if suffix in SUFFIXES else MarkdownFiches(path)


def _open_list(path: Path | None) -> "Source":
    from scraper.sources.official_list import OfficialList

    return OfficialList(path)


def _open_known(_: Path | None) -> "Source":
    from scraper.sources.known_pages import KnownPages

    return KnownPages()


# In the order in which they are joined; of two that place a diploma at a page the first counts.
REGISTRY: tuple[SourceEntry, ...] = (
    SourceEntry(
        "onisep",
        _open_fiches,
        option="fiches",
        several=True,
        help="Onisep's fiches: .xml, .json, .zip, or a folder of .md; may be repeated. An http(s) "
        "address, or the name onisep for Onisep's own, is fetched by a live run.",
    ),
    SourceEntry(KNOWN, _open_known, packaged=True),
    SourceEntry(
        "list",
        _open_list,
        packaged=True,
        option="official-list",
        help="The ministry's list of diplomas as CSV with semicolons, newer than the packaged; an "
        "http(s) address, or the name ministere for the ministry's own, is fetched by a live run.",
    ),
    SourceEntry(
        METIERS,
        None,
        option="metiers",
        help="Onisep's Idéo-Métiers as CSV: links trades to Onisep's identifiers and ROME codes; "
        "an http(s) address is fetched by a live run.",
    ),
    SourceEntry(
        ROME,
        None,
        option="rome",
        help="ROME's table of sheets as CSV: labels of the ROME codes; with --metiers.",
    ),
    SourceEntry(
        RNCP,
        None,
        option="rncp",
        help="France compétences' daily export (zip of CSV files): the sheets of the RNCP numbers; "
        "an http(s) address is fetched by a live run.",
    ),
)
NAMES: tuple[str, ...] = (PAGES, *(entry.name for entry in REGISTRY))
# The sources that the user may give a file for.
WITH_FILE: tuple[SourceEntry, ...] = tuple(entry for entry in REGISTRY if entry.option)
