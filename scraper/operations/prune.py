"""Remove old versions by count and age; the others can still be replayed."""

import logging
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from output.versions.manifest import BrokenIndex, Index, read_index
from output.versions.store import LOCK, TEMPORARY, VERSION_NAME, Store
from schema.errors import Busy, UnusableInput, missing_data
from schema.files import writable
from scraper.model.log_events import LogEvent, log


def prune(data: Path, keep: int, older_than: int | None, dry_run: bool) -> Iterator[str]:
    """Remove all but the last `keep` versions of `data`; yield a line for each, and a total.

    `older_than`: only versions whose day is longer ago, in days. The latest version, and the one
    that the oldest kept one is replayed after, always stay. `UnusableInput` for a folder without
    versions or with a damaged one; `Busy`; `UnusableTarget`.
    """
    published = data / "published"
    if not published.is_dir():
        raise missing_data(data, "published version")
    with writable(published):
        try:
            with FileLock(published / LOCK, timeout=0):
                yield from _prune(published, keep, older_than, dry_run)
        except Timeout:
            raise Busy(f"another call is publishing into {published}; wait for it") from None
        except BrokenIndex as error:
            raise UnusableInput(f"{error}; restore the version or move it away") from error


def _prune(published: Path, keep: int, older_than: int | None, dry_run: bool) -> Iterator[str]:
    store = Store(published)
    latest = store.link.readlink().name if store.link.is_symlink() else None
    indexes = [read_index(folder) for folder in published.iterdir() if _is_version(folder)]
    indexes.sort(key=lambda index: (len(index.history), index.version))
    kept = {index.version for index in indexes[-keep:]}
    if latest and latest not in kept:
        yield f"latest     {latest}: the version in force stays, although others are newer"
        kept.add(latest)
    today = datetime.now(UTC).date()
    young = {i.version for i in indexes if not _is_old(i, published, older_than, today)} - kept
    kept |= young
    bases = {i.previous for i in indexes if i.version in kept and i.previous} - kept
    removed = 0
    for index in indexes:
        if index.version in kept:
            continue
        if index.version in bases:
            yield f"base       {index.version}: a version that stays is replayed after it"
            continue
        size = _size(published / index.version)
        yield f"{'would go' if dry_run else 'removed':10} {index.version}: {size} MB"
        removed += size
        if not dry_run:
            _remove(published, index.version)
    stay = sum(index.version in kept for index in indexes)
    versions = "1 version" if stay == 1 else f"{stay} versions"
    if young:
        versions += f", {len(young)} of them for their age (--older-than {older_than})"
    yield f"kept       {versions}; {removed} MB {'would be ' if dry_run else ''}freed"


def _is_version(folder: Path) -> bool:
    return folder.is_dir() and VERSION_NAME.fullmatch(folder.name) is not None


def _is_old(index: Index, published: Path, older_than: int | None, today: date) -> bool:
    """Return whether the day of a version, or else the time of its folder, is so long ago."""
    if older_than is None:
        return True
    if index.day:
        day = date.fromisoformat(index.day)
    else:
        day = datetime.fromtimestamp((published / index.version).stat().st_mtime, UTC).date()
    return (today - day).days > older_than


def _remove(published: Path, version: str) -> None:
    """Remove a version's folder; under a temporary name first, so that no version is incomplete."""
    doomed = published / f"{TEMPORARY}{version}"
    (published / version).rename(doomed)
    shutil.rmtree(doomed)
    log(LogEvent.VERSION_PRUNED, level=logging.INFO, version=version)


def _size(folder: Path) -> int:
    """Return the size of a folder in megabytes, rounded up."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return -(-size // 1_000_000)
