"""Publishing: a build becomes a version, whole, or nothing changes."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from output.build import Build, content_sha256
from output.files import writable
from output.index import Index, read_index, write_index
from output.json_files import write_json
from output.rows import VersionRow
from output.sqlite import write_database
from output.store import Store
from output.tables import History
from output.versions_file import Freshness, read_versions
from schema.errors import TryLater
from schema.referential import SCHEMA_VERSION


@dataclass(frozen=True)
class Published:
    """What came of it. `new` is False when the data is that of the last version."""

    version: str
    folder: Path
    new: bool
    previous: str | None


def publish(made: Build, published: Path, *, freshness: Freshness | None = None) -> Published:
    """Make a version of `made` in the folder `published`, unless the last one says the same.

    The files of the version are a function of `made` and of the version before; `freshness`
    stands in `versions.json` only. Raises `UnusableTarget` (read-only, full, damaged or not ours:
    the last good version stays) and `TryLater` (another run is publishing).
    """
    with writable(published):
        published.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(published / ".lock", timeout=0):
                return _publish(made, Store(published), freshness)
        except Timeout:
            raise TryLater(f"another run is publishing into {published}") from None


def _publish(made: Build, store: Store, freshness: Freshness | None) -> Published:
    last = store.open()
    if last is not None and last.content_sha256 == content_sha256(made):
        store.save(read_versions(store.file).looked(freshness))
        return Published(last.version, store.folder / last.version, False, last.previous)
    history = history_of(made, last)
    version = history.versions[-1]
    staged = store.stage(version.version)
    try:
        write_version(made, history, staged)
        folder = store.commit(staged, read_index(staged), freshness)
    except BaseException:
        store.discard(staged)
        raise
    return Published(version.version, folder, True, version.previous)


def version_name(made: Build, previous: str | None) -> str:
    """`YYYYMMDD-xxxxxxxx`: day of the newest response and the hash of the data.

    A copy of the site has no response and no day of its own: `00000000`. The name of the version
    before goes into the hash, so that data that comes back is a version of its own.
    """
    day = made.day.strftime("%Y%m%d") if made.day else "0" * 8
    text = f"{content_sha256(made)} {previous or ''}"
    return f"{day}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def history_of(made: Build, last: Index | None) -> History:
    """The versions up to the one that `made` will be."""
    previous = last.version if last else None
    version = VersionRow(
        version=version_name(made, previous),
        previous=previous,
        day=made.day.isoformat() if made.day else None,
        scope=made.scope,
        schema_version=SCHEMA_VERSION,
        records=len(made.records),
        content_sha256=content_sha256(made),
    )
    return History(versions=(*(last.history if last else ()), version))


def write_version(made: Build, history: History, folder: Path) -> None:
    """Write every file of a version into the empty `folder`."""
    write_database(made, folder / "referentials.db", history)
    write_json(made, folder)
    write_index(made, history, folder)
