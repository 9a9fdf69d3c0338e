"""Copy a published version to a folder or object storage: the version first, its pointer last.

    TARGET/<version>/…      the files of the version, `SHA256SUMS` last
    TARGET/changes.ndjson   the changes up to this version, for clients that follow them
    TARGET/versions.json    the pointer: `latest`, and the versions that stand in the target whole
    TARGET/latest           for a folder of this machine: a link, replaced by rename

A push that is cut off leaves the pointer, and with it the last good version, as it was.
"""

import logging
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from output.diff.compare_versions import version_folder
from output.versions.catalogue import VersionsFile, read_versions
from output.versions.change_log import CHANGES
from output.versions.manifest import SUMS, read_index
from output.versions.verify import faults
from schema.errors import RefusedToPublish, UnusableInput, UnusableTarget, install
from schema.secrets import masked
from scraper.model.log_events import LogEvent, log

POINTER = "versions.json"


def push(data: Path, name: str, target: str) -> Iterator[str]:
    """Copy the version `name` (or `latest`) of `data`; yield lines, the licences first.

    `RefusedToPublish` for a version that is damaged or was withdrawn, `UnusableInput` for one that
    is not there, `UnusableTarget` when the target cannot be written.
    """
    published = data / "published"
    folder = version_folder(published, name).resolve()
    if differences := faults(folder):
        raise RefusedToPublish(f"{folder}: damaged ({differences[0]}); nothing was copied")
    listed = read_versions(published / POINTER)
    for entry in listed.versions:
        if entry.version == folder.name and entry.withdrawn:
            raise RefusedToPublish(f"{folder.name} was withdrawn ({entry.withdrawn})")
    storage, root = _storage(target)
    for source in read_index(folder).sources:
        yield f"licence    {source.name}: {source.licence}; {source.attribution}"
    try:
        yield from _copy(storage, root, published, folder, listed)
    except (OSError, PermissionError) as error:
        raise UnusableTarget(
            f"{masked(target)}: cannot be written ({error}); the version that was in force there "
            "still is; run the same command again"
        ) from error


def _copy(
    storage: Any, root: str, published: Path, folder: Path, listed: VersionsFile
) -> Iterator[str]:
    version, copied = folder.name, 0
    place = f"{root}/{version}"
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    if not _is_whole(storage, place, folder):
        for path in files:
            _write(storage, f"{place}/{path.relative_to(folder).as_posix()}", path.read_bytes())
            copied += 1
        _write(storage, f"{place}/{SUMS}", (folder / SUMS).read_bytes())
    for path in (_change_log(published, folder), published / "freshness.json"):
        if path.is_file():
            _write(storage, f"{root}/{path.name}", path.read_bytes())
    there = [entry for entry in listed.versions if storage.exists(f"{root}/{entry.version}/{SUMS}")]
    pointer = listed.model_copy(update={"versions": tuple(there), "latest": version})
    _write(storage, f"{root}/{POINTER}", pointer.to_json())
    _link(storage, root, version)
    yield f"pushed     {version}: {copied} files copied, versions there: {len(there)}"


def _change_log(published: Path, folder: Path) -> Path:
    """Return the list of changes that leads to this version.

    For the version in force it holds all changes, withdrawals included; for another version the
    changes in its folder, which end with its own.
    """
    in_force = (published / "latest").resolve() == folder
    return (published if in_force else folder) / CHANGES


def _is_whole(storage: Any, place: str, folder: Path) -> bool:
    """Return whether the target has this version whole: its sums are written last."""
    sums = f"{place}/{SUMS}"
    return bool(storage.exists(sums) and storage.cat_file(sums) == (folder / SUMS).read_bytes())


def _write(storage: Any, path: str, content: bytes) -> None:
    """Write a file whole: on a file system under a temporary name first."""
    storage.makedirs(str(PurePosixPath(path).parent), exist_ok=True)
    if _is_local(storage):
        part = f"{path}.part"
        storage.pipe_file(part, content)
        Path(part).replace(path)
    else:
        storage.pipe_file(path, content)
    log(LogEvent.FILE_PUSHED, level=logging.DEBUG, path=masked(path))


def _link(storage: Any, root: str, version: str) -> None:
    """Point the link `latest` of a folder of this machine to the version."""
    if not _is_local(storage):
        return
    new, link = Path(root) / ".latest.part", Path(root) / "latest"
    new.unlink(missing_ok=True)
    new.symlink_to(version, target_is_directory=True)
    new.replace(link)


def _is_local(storage: Any) -> bool:
    protocol = storage.protocol
    return "file" in ((protocol,) if isinstance(protocol, str) else protocol)


def _storage(target: str) -> tuple[Any, str]:
    """Return the file system of fsspec and the path in it that `target` names."""
    try:
        import fsspec
    except ImportError:
        raise UnusableInput(
            f"push needs the package fsspec, also for a folder: {install('fsspec')}"
        ) from None
    try:
        storage, root = fsspec.core.url_to_fs(target)
    except (ValueError, ImportError) as error:
        raise UnusableInput(f"{masked(target)}: cannot be used ({error})") from error
    return storage, root.rstrip("/")
