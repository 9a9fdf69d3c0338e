"""Get the latest version of a publication over HTTP: conditional, resumable, verified, atomic.

    published/.pull.json        where versions come from, and the validators of the last answer
    published/.pull-<version>/  an incomplete version; the next call continues it

A version exists from the moment its folder bears its name; `latest` moves after that.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import quote

import httpx
from filelock import FileLock, Timeout
from pydantic import ValidationError

from output.versions.change_log import CHANGES
from output.versions.manifest import INDEX, IndexFile
from output.versions.store import LOCK, VERSION_NAME, Store
from output.versions.verify import SUM_LINE, SUMS, faults
from schema.errors import Busy, RefusedToPublish, TryLater, UnusableInput, UnusableTarget
from schema.files import replace_file, sha256_of, sync, sync_tree, writable
from schema.referential import SCHEMA_VERSION
from schema.secrets import masked
from scraper.clients.proxies import proxy_of
from scraper.clients.ssrf_guard import NameNotResolved, is_public, resolve
from scraper.operations.pull_origin import Origin, origin_file, read_origin

_SECONDS = 60
# versions.json, SHA256SUMS and index.json are read into memory: a thousand versions, a hundred
# thousand files.
_MOST_BYTES = 64 * 2**20


class Pulled(NamedTuple):
    """The version in force; `new`: whether it was in force here before."""

    version: str
    folder: Path
    new: bool


class _Answer(NamedTuple):
    """A small file, read whole."""

    address: str
    status: int
    headers: httpx.Headers
    content: bytes


def pull(address: str, data: Path) -> Pulled:
    """Get the latest version that `address` (a folder `published/` on a web server) offers.

    Raises `UnusableInput` for an address that is no publication, `UnusableTarget` for a data folder
    that publishes versions of its own, `RefusedToPublish` when sums or the schema's first number
    do not fit, `TryLater` when the connection fails: the next call continues.
    """
    if not address.startswith(("http://", "https://")):
        raise UnusableInput(f"{address}: give an address that begins with http:// or https://")
    base = address.rstrip("/")
    published = data / "published"
    with writable(published), _removed_if_nothing_came(data, published):
        published.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(published / LOCK, timeout=0), _client(base) as client:
                return _Pull(client, base, Store(published)).run()
        except Timeout:
            raise Busy(f"another call writes into {published}; wait for it") from None


@contextmanager
def _removed_if_nothing_came(data: Path, published: Path) -> Iterator[None]:
    """Remove the folders that are made inside when a failure leaves nothing but the lock there."""
    missing = [folder for folder in (data, published) if not folder.exists()]
    try:
        yield
    except BaseException:
        if published in missing and {path.name for path in published.glob("*")} <= {LOCK}:
            (published / LOCK).unlink(missing_ok=True)
            for folder in reversed(missing):
                folder.rmdir()
        raise


@contextmanager
def _client(base: str) -> Iterator[httpx.Client]:
    def guard(request: httpx.Request) -> None:
        """Refuse a redirect from the host that was given into a private network."""
        url = request.url
        if url.host == httpx.URL(base).host or proxy_of(str(url)):
            return
        try:
            addresses = resolve(url.host, url.port or 443)
        except NameNotResolved:  # the connection says so
            return
        for address in addresses:
            if not is_public(address):
                raise UnusableInput(
                    f"{base}: redirects to {url.host}, inside a private network ({address}); give "
                    "the address of the publication itself"
                )

    hooks = {"request": [guard]}
    with httpx.Client(timeout=_SECONDS, follow_redirects=True, event_hooks=hooks) as client:
        try:
            yield client
        except httpx.InvalidURL as error:
            raise UnusableInput(f"not an address: {error}") from error
        except httpx.HTTPError as error:
            raise TryLater(
                f"{error.request.url}: {error or type(error).__name__}; call again to go on"
            ) from error


class _Pull:
    def __init__(self, client: httpx.Client, base: str, store: Store) -> None:
        self._client = client
        self._base = base
        self._store = store

    def run(self) -> Pulled:
        """Bring the version in force here, if it is new, and move the link to it last."""
        origin = self._origin()
        answer = self._versions(origin)
        if answer is None:
            version = self._store.link.readlink().name
            return Pulled(version, self._store.folder / version, False)
        known = _as_json(answer)
        version = self._latest(known)
        target = self._store.folder / version
        new = not target.is_dir()
        if new:
            staged = self._fetch_version(version)
            sync_tree(staged)
            staged.rename(target)
            sync(self._store.folder)
        moved = not self._store.link.exists() or self._store.link.readlink().name != version
        replace_file(self._store.folder / CHANGES, self._read(CHANGES).content)
        replace_file(self._store.file, answer.content)
        self._store.point(version)
        origin = Origin(
            address=masked(self._base),
            etag=answer.headers.get("ETag"),
            last_modified=_last_modified(answer.headers),
        )
        content = (origin.model_dump_json(indent=2) + "\n").encode()
        replace_file(origin_file(self._store.folder), content)
        return Pulled(version, target, moved)

    def _origin(self) -> Origin:
        """Read where the folder's versions come from; another address starts without validators."""
        origin = read_origin(self._store.folder)
        if origin is None:
            if self._store.link.is_symlink():
                raise UnusableTarget(
                    f"{self._store.folder} holds versions of its own: name another folder with "
                    "--data"
                )
            return Origin(address=masked(self._base))
        if origin.address != masked(self._base):
            raise UnusableTarget(
                f"{self._store.folder} holds versions of {origin.address}: name another folder "
                "with --data"
            )
        return origin

    def _versions(self, origin: Origin) -> _Answer | None:
        """Return the answer for `versions.json`; None when nothing has changed."""
        headers = {}
        if self._store.link.exists():
            headers = {"If-None-Match": origin.etag, "If-Modified-Since": origin.last_modified}
        given = {name: value for name, value in headers.items() if value}
        answer = self._read("versions.json", given)
        return None if answer.status == httpx.codes.NOT_MODIFIED else answer

    def _read(self, name: str, headers: dict[str, str] | None = None) -> _Answer:
        """Read a small file whole."""
        address = f"{self._base}/{quote(name)}"
        with self._client.stream("GET", address, headers=headers) as answer:
            if answer.status_code == httpx.codes.NOT_FOUND:
                raise UnusableInput(f"{address}: not there; give the address of a folder published")
            if answer.status_code != httpx.codes.NOT_MODIFIED:
                answer.raise_for_status()
            body = b""
            for part in answer.iter_bytes():
                body += part
                if len(body) > _MOST_BYTES:
                    raise RefusedToPublish(f"{address}: larger than {_MOST_BYTES} bytes")
        return _Answer(address, answer.status_code, answer.headers, body)

    def _latest(self, known: dict[str, Any]) -> str:
        """Return the name of the version in force, whose schema this program reads."""
        version = known.get("latest")
        entries = known.get("versions")
        if not isinstance(version, str) or not VERSION_NAME.fullmatch(version):
            raise UnusableInput(f"{self._base}/versions.json: names no latest version")
        listed = (e for e in (entries if isinstance(entries, list) else ()) if isinstance(e, dict))
        entry = next((e for e in listed if e.get("version") == version), None)
        if entry is None:
            raise UnusableInput(f"{self._base}/versions.json: does not list its latest version")
        schema = str(entry.get("schema_version"))
        if schema.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
            raise RefusedToPublish(
                f"version {version} has schema {schema}, this program reads {SCHEMA_VERSION}: "
                "take the release of eduscol-referentials of that schema"
            )
        return version

    def _fetch_version(self, version: str) -> Path:
        """Get all files of a version into a folder of its own; files that are there stay."""
        for other in self._store.folder.glob(".pull-*"):
            if other.name != f".pull-{version}":
                shutil.rmtree(other)
        folder = self._store.folder / f".pull-{version}"
        folder.mkdir(exist_ok=True)
        sums = self._read(f"{version}/{SUMS}").content
        files = dict(_files(sums, f"{self._base}/{version}/{SUMS}"))
        sizes = self._sizes(version, folder / INDEX, files)
        for name, sha256 in files.items():
            if name not in sizes:
                raise RefusedToPublish(
                    f"{self._base}/{version}/{SUMS}: {name[:80]!r} is not listed in {INDEX}"
                )
            address = f"{self._base}/{version}/{quote(name)}"
            self._fetch_file(address, folder / name, sha256, sizes[name])
        (folder / SUMS).write_bytes(sums)
        if differences := faults(folder):
            shutil.rmtree(folder)
            raise RefusedToPublish(
                f"{self._base}/{version}: {differences[0]}; ask who publishes it"
            )
        return folder

    def _sizes(self, version: str, path: Path, files: dict[str, str]) -> dict[str, int]:
        """Get `index.json`, and return the bytes of each file of the version."""
        address = f"{self._base}/{version}/{INDEX}"
        if INDEX not in files:
            raise RefusedToPublish(f"{self._base}/{version}/{SUMS}: lists no {INDEX}")
        self._fetch_file(address, path, files[INDEX], _MOST_BYTES)
        try:
            listed = IndexFile.model_validate_json(path.read_bytes()).files
        except ValidationError:
            raise RefusedToPublish(f"{address}: not the index of a version") from None
        sizes = {INDEX: _MOST_BYTES, **{entry.path: entry.bytes for entry in listed}}
        needed, free = sum(sizes.values()), shutil.disk_usage(path.parent).free
        if needed > free:  # what index.json says of the files is the publisher's word
            raise UnusableTarget(
                f"{path.parent}: {free} bytes are free, and by {address} the files of {version} "
                f"take {needed}; make room there"
            )
        return sizes

    def _fetch_file(self, address: str, path: Path, sha256: str, most: int) -> None:
        if path.exists() and sha256_of(path) == sha256:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.part")
        resumed = part.exists()
        self._download(address, part, most)
        if sha256_of(part) != sha256 and resumed:  # what was there was of another file
            part.unlink()
            self._download(address, part, most)
        if sha256_of(part) != sha256:
            part.unlink()
            raise RefusedToPublish(
                f"{address}: its sum is not the one in {SUMS}; try again later, or ask who "
                "publishes it"
            )
        part.replace(path)

    def _download(self, address: str, part: Path, most: int) -> None:
        """Append the missing bytes to `part`, where the server gives parts of files.

        No more than `most` bytes: the beginning of a longer answer fails the check of the sum.
        """
        size = part.stat().st_size if part.exists() else 0
        # a coded answer has another length than the file
        headers = {"Accept-Encoding": "identity", **({"Range": f"bytes={size}-"} if size else {})}
        with self._client.stream("GET", address, headers=headers) as answer:
            if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                return  # all of it is there
            answer.raise_for_status()
            resumed = answer.status_code == httpx.codes.PARTIAL_CONTENT
            with part.open("ab" if resumed else "wb") as file:
                for data in answer.iter_bytes():
                    if file.tell() + len(data) > most:
                        break
                    file.write(data)


def _last_modified(headers: httpx.Headers) -> str | None:
    """Return `Last-Modified` where it distinguishes versions, else None.

    It counts in seconds: a file that changed in the second of the answer may change once more
    within it (RFC 9110, 8.8.2.2).
    """
    modified, now = headers.get("Last-Modified"), headers.get("Date")
    try:
        settled = (
            modified
            and now
            and (parsedate_to_datetime(now) - parsedate_to_datetime(modified))
            > timedelta(seconds=1)
        )
    except ValueError:
        return None
    return modified if settled else None


def _as_json(answer: _Answer) -> dict[str, Any]:
    try:
        content = json.loads(answer.content)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise UnusableInput(f"{answer.address}: not a list of versions; give the folder published")
    return content


def _files(sums: bytes, address: str) -> Iterator[tuple[str, str]]:
    """Yield name and SHA-256 of each file; every name stays within the version's folder."""
    for line in sums.decode("utf-8", "replace").splitlines():
        match = SUM_LINE.fullmatch(line)
        if match is None or PurePosixPath(match[2]).is_absolute() or ".." in match[2].split("/"):
            raise RefusedToPublish(f"{address}: {line[:80]!r} is not a checksum of a file")
        yield match[2], match[1]
