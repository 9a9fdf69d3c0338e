"""What makes a version beside the pages of the archive: options, and the user's own files.

A version names each (`inputs` of its index), files by their SHA-256, and the archive keeps copies.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import cast

from schema.errors import RefusedToPublish, UnusableInput
from schema.files import file_digest
from schema.lexicon import Lexicon, read_file
from scraper.archive.archive import Archive, kept_name
from scraper.sources.fetched import from_lines, to_lines
from scraper.sources.names import Name, Scope
from scraper.sources.registry import SourceOptions

_FILES = ("lexicon", "config", "fiches", "official-list", "fetched")
_KNOWN = {"pages", *_FILES, "only", "scope", "parquet"}


@dataclass(frozen=True)
class Recipe:
    """`lexicon`: what labels mean; `lexicon_file`, `config`: content of the user's files, if any.

    `sources`: what completes the pages. `parquet`: the version of pyarrow that is to write the
    tables as Parquet too; None for no Parquet.
    """

    lexicon: Lexicon
    lexicon_file: bytes | None = None
    config: bytes | None = None
    sources: SourceOptions = field(default_factory=SourceOptions)
    parquet: str | None = None

    def inputs(self) -> dict[str, str]:
        """All of it by name, as the index of a version tells it. Raises as `SourceOptions`."""
        named = {name: _sha256(content) for name, content in self._contents().items()}
        for path in self._files("list"):
            named["official-list"] = file_digest(path)
        if self.sources.only:
            named["only"] = " ".join(self.sources.only)
        if self.sources.scope != "site":
            named["scope"] = self.sources.scope
        if self.parquet:
            named["parquet"] = self.parquet
        return named

    def keep(self, archive: Archive) -> None:
        """Keep a copy of each file."""
        for content in self._contents().values():
            archive.keep(content)
        for path in (*self._files("onisep"), *self._files("list")):
            archive.keep_file(path, file_digest(path))

    def _contents(self) -> dict[str, bytes]:
        """What is kept beside the files of the sources, by name, as far as there is any."""
        contents = {
            "lexicon": self.lexicon_file,
            "config": self.config,
            "fiches": self._fiches_list(),
            "fetched": to_lines(self.sources.fetched) or None,
        }
        return {name: content for name, content in contents.items() if content is not None}

    def _files(self, name: Name) -> Iterator[Path]:
        """The user's files that a source is read from."""
        for source in self.sources.sources():
            if source.name == name:
                yield from source.files

    def _fiches_list(self) -> bytes | None:
        """The files of the fiches, if any, as `sha256sum` lists them: hash and name, in order."""
        lines = [f"{file_digest(path)}  {path.name}\n" for path in self._files("onisep")]
        return "".join(lines).encode() if lines else None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def recipe_of(
    lexicon: Path | None,
    config: bytes | None = None,
    sources: SourceOptions | None = None,
    parquet: bool = False,
) -> Recipe:
    """The recipe with a lexicon of the user's, the content of a configuration file, sources, and
    whether the tables are wanted as Parquet too.

    `UnusableInput` when the lexicon cannot be read or is none, and for Parquet without pyarrow.
    """
    words, content = Lexicon.packaged(), None
    if lexicon:
        content = read_file(lexicon)
        words = words.extended(content, lexicon)
    pyarrow = _pyarrow() if parquet else None
    if parquet and not pyarrow:
        raise UnusableInput("--parquet: pyarrow is not installed; pip install pyarrow")
    return Recipe(words, content, config, sources or SourceOptions(), pyarrow)


def _pyarrow() -> str | None:
    try:
        return version("pyarrow")
    except PackageNotFoundError:
        return None


def recipe_again(inputs: Mapping[str, str], archive: Archive, folder: Path) -> Recipe:
    """The recipe that the `inputs` of a version name, from the archive's copies.

    `folder`, not there yet, gets the fiches under their names. `RefusedToPublish` for a copy that
    is not there or was changed, for an input that this program does not know, and for Parquet of
    another pyarrow.
    """
    if unknown := sorted(inputs.keys() - _KNOWN):
        raise RefusedToPublish(
            f"the version was made with {unknown[0]!r}, which this program does not know; take "
            "the one that made it"
        )
    wanted, there = inputs.get("parquet"), _pyarrow()
    if wanted and wanted != there:
        raise RefusedToPublish(
            f"the version's Parquet files are of pyarrow {wanted}, here is {there or 'none'}, and "
            f"another writes other bytes; pip install pyarrow=={wanted}"
        )
    copies = {name: _copy(archive, inputs[name], name) for name in _FILES if name in inputs}
    fiches = []
    if listed := copies.get("fiches"):
        for number, line in enumerate(listed.read_text("utf-8").split("\n")[:-1], 1):
            sha256, _, name = line.partition("  ")
            path = folder / f"{number:06}" / name  # two folders may hold files of one name
            path.parent.mkdir(parents=True)
            path.symlink_to(_copy(archive, sha256, name).resolve())
            fiches.append(path)
    config, fetched = copies.get("config"), copies.get("fetched")
    sources = SourceOptions(
        tuple(fiches),
        copies.get("official-list"),
        cast("tuple[Name, ...]", tuple(inputs.get("only", "").split())),
        cast("Scope", inputs.get("scope", "site")),
        from_lines(fetched.read_bytes()) if fetched else (),
    )
    content = config.read_bytes() if config else None
    return recipe_of(copies.get("lexicon"), content, sources, parquet=wanted is not None)


def _copy(archive: Archive, sha256: str, name: str) -> Path:
    path = archive.folder / kept_name(sha256)
    if not path.is_file() or file_digest(path) != sha256:
        raise RefusedToPublish(
            f"{path}: the copy of {name} is not there or was changed; put back the file that was "
            "given then"
        )
    return path
