"""The inputs of a version beside the pages of the archive: options, and the user's own files.

A version names each (`inputs` of its index), files by their SHA-256, and the archive keeps copies.
"""

import hashlib
import logging
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import get_args

from output.dataset.optional_formats import OPTIONAL_FORMATS
from output.versions.manifest import BrokenIndex, read_index
from schema.errors import RefusedToPublish, install, not_installed
from schema.files import file_digest
from schema.lexicon import Lexicon, read_file
from schema.secrets import masked
from scraper.archive.archive import Archive, kept_name
from scraper.model.log_events import LogEvent, log
from scraper.sources.registry import WITH_FILE, Location, Scope, SourceEntry
from scraper.sources.source_interface import from_lines, to_lines
from scraper.sources.source_options import SourceOptions

_FILES = ("lexicon", "config", *(entry.option for entry in WITH_FILE), "fetched")
# With documents the library that reads their text, and its version.
_READER = "pypdf"
_KNOWN = {"pages", "documents", _READER, *_FILES, "only", "scope", *OPTIONAL_FORMATS}


@dataclass(frozen=True)
class Inputs:
    """`lexicon`: the labels in use.

    `lexicon_file`, `config`: content of the user's files, if any.

    `sources`: the sources that complete the pages. `formats`: the optional formats to write, with
    the version of the library that writes each.
    """

    lexicon: Lexicon
    lexicon_file: bytes | None = None
    config: bytes | None = None
    sources: SourceOptions = field(default_factory=SourceOptions)
    formats: Mapping[str, str] = field(default_factory=dict)

    def named(self) -> dict[str, str]:
        """Return all inputs by name, as the index of a version lists them.

        Raises as `SourceOptions`.
        """
        named = {name: _sha256(content) for name, content in self._contents().items()}
        for entry in WITH_FILE:
            if not entry.several:
                named.update((entry.option, file_digest(path)) for path in self._files(entry))
        if self.sources.only:
            named["only"] = " ".join(self.sources.only)
        if self.sources.scope != "site":
            named["scope"] = self.sources.scope
        if self.sources.with_documents:
            named[_READER] = version(_READER)
        return {**named, **self.formats}

    def keep(self, archive: Archive) -> None:
        """Keep a copy of each file in the archive."""
        for content in self._contents().values():
            archive.keep(content)
        for entry in WITH_FILE:
            for path in self._files(entry):
                archive.keep_file(path, file_digest(path))

    def _contents(self) -> dict[str, bytes]:
        """Return the contents that are kept beside the files of the sources, by name."""
        contents = {
            "lexicon": self.lexicon_file,
            "config": self.config,
            "fetched": to_lines(self.sources.fetched) or None,
            **{entry.option: self._listing(entry) for entry in WITH_FILE if entry.several},
        }
        return {name: content for name, content in contents.items() if content is not None}

    def _files(self, entry: SourceEntry) -> Iterator[Path]:
        """Yield the user's files that a source is read from."""
        if entry.open is None:
            path = self.sources.file(entry.name)
            yield from [path] if path else []
            return
        for source in self.sources.sources():
            if source.name == entry.name:
                yield from source.files

    def _listing(self, entry: SourceEntry) -> bytes | None:
        """List the files of a source in the form of `sha256sum`, in order; None without files."""
        lines = [f"{file_digest(path)}  {path.name}\n" for path in self._files(entry)]
        return "".join(lines).encode() if lines else None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_inputs(
    lexicon: Path | None,
    config: bytes | None = None,
    sources: SourceOptions | None = None,
    formats: Collection[str] = (),
) -> Inputs:
    """Read the user's lexicon, and gather it with all other inputs of a version.

    These are the content of a configuration file, the sources, and the optional formats. Lines of
    the lexicon that give a known label another meaning are logged as warnings.

    `UnusableInput` when the lexicon cannot be read or is not a lexicon, and for a format whose
    library is not installed.
    """
    words, content = Lexicon.packaged(), None
    if lexicon:
        content = read_file(lexicon)
        for changed in words.changed_by(content, lexicon):
            log(LogEvent.LABEL_CHANGED, changed, level=logging.WARNING)
        words = words.extended(content, lexicon)
    versions = {}
    for name in sorted(formats):
        library = OPTIONAL_FORMATS[name]
        if not (installed := _installed(library)):
            raise not_installed(f"--{name}", library)
        versions[name] = installed
    # the archive keeps a copy of it, which must not hold the secrets of its addresses
    config = config and masked(config.decode("utf-8", "surrogateescape")).encode(
        "utf-8", "surrogateescape"
    )
    return Inputs(words, content, config, sources or SourceOptions(), versions)


def last_lexicon(data: Path) -> Path | None:
    """Return the archive's copy of the lexicon that the last version in `data` was made with.

    None where it was made without, or where there is no version or no such copy.
    """
    try:
        named = read_index(data / "published" / "latest").made.inputs
    except BrokenIndex:
        return None
    sha256 = named.get("lexicon", "")
    path = data / "archive" / kept_name(sha256)
    return path if sha256 and path.is_file() and file_digest(path) == sha256 else None


def _installed(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def inputs_of_version(named: Mapping[str, str], archive: Archive, folder: Path) -> Inputs:
    """Restore the inputs that a version's index names from the archive's copies.

    `folder`, not there yet, gets the files of sources under their names. `RefusedToPublish` for a
    copy that is missing or was changed, for an input that this program does not know, and for a
    format whose library has another version here.
    """
    scopes: dict[str, Scope] = {scope: scope for scope in get_args(Scope)}
    scope = named.get("scope", "site")
    unknown = [*sorted(named.keys() - _KNOWN), *({scope} - scopes.keys())]
    if unknown:
        raise RefusedToPublish(
            f"the version was made with {unknown[0]!r}, which this program does not know; take "
            "the one that made it"
        )
    formats = sorted(OPTIONAL_FORMATS.keys() & named.keys())
    libraries = {**OPTIONAL_FORMATS, _READER: _READER}
    for name in sorted(libraries.keys() & named.keys()):
        library, wanted = libraries[name], named[name]
        if (installed := _installed(library)) != wanted:
            raise RefusedToPublish(
                f"the version was made with {library} {wanted}, here is {installed or 'none'}, and "
                f"another may write other bytes; {install(f'{library}=={wanted}')}"
            )
    copies = {name: _copy(archive, named[name], name) for name in _FILES if name in named}
    files: dict[str, tuple[Location, ...]] = {}
    for entry in WITH_FILE:
        if copy := copies.get(entry.option):
            several = _listed(copy, archive, folder / entry.name) if entry.several else ()
            files[entry.name] = several or (copy,)
    config, fetched = copies.get("config"), copies.get("fetched")
    sources = SourceOptions(
        files,
        tuple(named.get("only", "").split()),
        scopes[scope],
        from_lines(fetched.read_bytes()) if fetched else (),
        documents=_READER in named,
    )
    content = config.read_bytes() if config else None
    return read_inputs(copies.get("lexicon"), content, sources, formats)


def _listed(listing: Path, archive: Archive, folder: Path) -> tuple[Path, ...]:
    """Make links in `folder` to the copies of the files in `listing`; return their paths."""
    paths = []
    for number, line in enumerate(listing.read_text("utf-8").split("\n")[:-1], 1):
        sha256, _, name = line.partition("  ")
        path = folder / f"{number:06}" / name  # two folders may hold files of one name
        path.parent.mkdir(parents=True)
        path.symlink_to(_copy(archive, sha256, name).resolve())
        paths.append(path)
    return tuple(paths)


def _copy(archive: Archive, sha256: str, name: str) -> Path:
    path = archive.folder / kept_name(sha256)
    if not path.is_file() or file_digest(path) != sha256:
        raise RefusedToPublish(
            f"{path}: the copy of {name} is not there or was changed; put back the file that was "
            "given then"
        )
    return path
