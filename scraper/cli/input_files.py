"""Turn local files and folders into documents, for `eduscol parse` and `eduscol inspect`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from parsers.model.document import Document
from parsers.model.file_types import LOCAL_TYPES
from schema.errors import Refused, UnusableInput
from schema.issues import Refusal

FOLDER_SUFFIXES = (".html", ".htm", ".md", ".pdf")
STDIN = "-"


class Input(NamedTuple):
    """An input: its name, and its document or the reason why it cannot be read."""

    name: str
    document: Document | None
    refused: Refused | None = None


def input_names(paths: tuple[str, ...], url: str | None) -> list[str]:
    """List the files of `paths`: files, folders (`.html .htm .md .pdf`, sorted, recursive), `-`.

    `UnusableInput` when there is nothing to read at all, and for an address of several documents.
    """
    if url and (len(paths) != 1 or Path(paths[0]).is_dir()):
        raise UnusableInput("--url names the address of one document: give one file with it")
    names = [name for path in paths for name in _files(path)]
    if not names:
        raise UnusableInput(
            f"nothing to read in {', '.join(paths)}: no file that ends in "
            f"{' '.join(FOLDER_SUFFIXES)}"
        )
    return names


def inputs(names: list[str], url: str | None) -> Iterator[Input]:
    """Yield the documents of files.

    An unreadable file is refused `unreadable`; `UnusableInput` if it is the only file.
    """
    alone = len(names) == 1
    for name in names:
        try:
            yield Input(name, _document(name, url))
        except OSError as error:
            reason = error.strerror or str(error)
            if alone:
                raise UnusableInput(f"{name}: {reason}; check the path and its rights") from None
            yield Input(name, None, Refused(Refusal.UNREADABLE, reason))


def _files(path: str) -> list[str]:
    if path == STDIN or not Path(path).is_dir():
        return [path]
    return sorted(
        str(file)
        for file in Path(path).rglob("*")
        if file.suffix.lower() in FOLDER_SUFFIXES and file.is_file()
    )


def _document(name: str, url: str | None) -> Document:
    if name == STDIN:
        return Document(sys.stdin.buffer.read(), url, None, None if url else "stdin")
    path = Path(name)
    return Document(path.read_bytes(), url, LOCAL_TYPES.get(path.suffix.lower()), path.stem)
