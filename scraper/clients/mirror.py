"""Answer from a copy of the site in a folder, as wget or HTTrack leave it: `DIR/<host>/<path>`.

An address is looked up as written, then percent-decoded, then without case. Answers count as
status 200 with the type from the extension; nothing comes from file times. An address without a
file is `NotInCopy`: no failure, and no evidence that the page was removed.
"""

import unicodedata
from collections.abc import Container
from pathlib import Path
from urllib.parse import unquote, urlsplit

from schema.errors import UnusableInput
from scraper.model.response import Answer, Failure, FailureKind, NotInCopy, Response, Validators

BODY_LIMIT = 20_000_000
_INDEX_NAMES = ("index.html", "index.htm")
# Not the standard library's table: it reads the machine's own files, and answers must not vary.
_TYPES = {
    "": "text/html",
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
_UNKNOWN_TYPE = "application/octet-stream"


class Mirror:
    """A `Client` that answers from the folder `directory` and never from outside of it.

    `UnusableInput` when the folder cannot be read or holds none of `hosts`.
    """

    def __init__(self, directory: Path, hosts: tuple[str, ...]) -> None:
        if not directory.is_dir():
            raise UnusableInput(f"{directory}: no such folder; --mirror takes a copy of the site")
        self._root = directory.resolve()
        if not any((self._root / host).is_dir() for host in hosts):
            wanted = " or ".join(hosts)
            raise UnusableInput(
                f"{directory}: holds no folder {wanted}; --mirror takes the folder above it"
            )

    def get(
        self,
        url: str,
        validators: Validators | None = None,  # noqa: ARG002
        answered: Container[str] = (),  # noqa: ARG002
    ) -> Answer:
        """Return the file for `url` as a response with status 200, whatever the validators."""
        path = self._find(url)
        if path is None:
            return NotInCopy(url)
        try:
            size = path.stat().st_size
            if size > BODY_LIMIT:
                # relative to the copy: the path of the copy must not get into a version
                where = path.resolve().relative_to(self._root)
                return Failure(url, FailureKind.TOO_LARGE, f"{size} bytes in {where}")
            body = path.read_bytes()
        except OSError as error:
            raise UnusableInput(f"{path}: cannot be read ({error.strerror})") from error
        media_type = _TYPES.get(path.suffix.lower(), _UNKNOWN_TYPE)
        return Response(url, url, 200, (("Content-Type", media_type),), body)

    def _find(self, url: str) -> Path | None:
        parts = urlsplit(url)
        written = parts.path.lstrip("/") + (f"?{parts.query}" if parts.query else "")
        host = self._root / parts.netloc
        names = [name for name in dict.fromkeys((written, unquote(written))) if _is_safe(name)]
        for name in names:
            if path := self._file(host / name):
                return path
        for name in names:
            match = _without_case(host, name)
            if match and (path := self._file(match)):
                return path
        return None

    def _file(self, path: Path) -> Path | None:
        """Return the file at `path`, or the index of the folder there; never one outside."""
        try:
            choices = [path / name for name in _INDEX_NAMES] if path.is_dir() else [path]
            real = [choice.resolve() for choice in choices if choice.is_file()]
        except (OSError, RuntimeError):  # a name too long for a file, links in a circle
            return None
        return next((file for file in real if file.is_relative_to(self._root)), None)


def _is_safe(name: str) -> bool:
    return "\0" not in name and not name.startswith("/") and ".." not in name.split("/")


def _without_case(folder: Path, name: str) -> Path | None:
    """Return the path below `folder` that is `name` but for case; the first of several."""
    path = folder
    for part in (part for part in name.split("/") if part):
        if not path.is_dir():
            return None
        wanted = _folded(part)
        matches = sorted(entry for entry in path.iterdir() if _folded(entry.name) == wanted)
        if not matches:
            return None
        path = matches[0]
    return path


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
