"""Any two versions compared, whether they follow one another or not."""

from pathlib import Path

from output.dataset.rows import ChangeRow
from output.dataset.spool import Spool
from output.diff.changes import changes
from output.diff.snapshot import Snapshot, read_snapshot
from output.versions.catalogue import read_versions
from output.versions.manifest import BrokenIndex
from output.versions.store import VERSION_NAME
from schema.errors import UnusableInput


def diff(published: Path, old: str, new: str) -> Spool[ChangeRow]:
    """The changes from version `old` to version `new`; each a name in `published`, `latest`, or
    else a path to a version's folder. Raises `UnusableInput` when one is not there or not whole.
    """
    before, after = _snapshot(published, old), _snapshot(published, new)
    return changes(before, after, after.version or new)


def version_folder(published: Path, name: str) -> Path:
    """The folder of the version `name` (or `latest`); `UnusableInput` when there is none."""
    if not _is_version(published, name):
        listed = [one.version for one in read_versions(published / "versions.json").versions]
        known = [one for one in listed if _is_version(published, one)]
        there = ", ".join(known[-3:]) or "none"
        raise UnusableInput(f"no version {name} in {published}; the newest there: {there}")
    return published / name


def _is_version(published: Path, name: str) -> bool:
    named = name == "latest" or VERSION_NAME.fullmatch(name)
    return bool(named) and (published / name).is_dir()


def _snapshot(published: Path, name: str) -> Snapshot:
    is_path = not _is_version(published, name) and Path(name).is_dir()
    folder = Path(name) if is_path else version_folder(published, name)
    try:
        return read_snapshot(folder)
    except BrokenIndex as error:
        raise UnusableInput(
            f"{folder} is no whole version ({error}): see what python3 {folder}/verify.py says"
        ) from error
