"""Any two versions compared, whether they follow one another or not."""

from pathlib import Path

from output.changes import changes
from output.index import BrokenIndex
from output.rows import ChangeRow
from output.snapshot import Snapshot, read_snapshot
from output.spool import Spool
from output.versions_file import read_versions
from schema.errors import UnusableInput


def diff(published: Path, old: str, new: str) -> Spool[ChangeRow]:
    """The changes from version `old` to version `new`; each a name, `latest`, or a path to a
    version's folder. Raises `UnusableInput` when one is not there or not whole.
    """
    before, after = _snapshot(published, old), _snapshot(published, new)
    return changes(before, after, after.version or new)


def _snapshot(published: Path, name: str) -> Snapshot:
    folder = published / name if (published / name).is_dir() else Path(name)
    if not folder.is_dir():
        known = [one.version for one in read_versions(published / "versions.json").versions]
        there = ", ".join(known[-3:]) or "none"
        raise UnusableInput(f"no version {name} in {published}; the newest there: {there}")
    try:
        return read_snapshot(folder)
    except (BrokenIndex, OSError, ValueError, KeyError) as error:
        raise UnusableInput(
            f"{folder} is no whole version ({error}): see what python3 {folder}/verify.py says"
        ) from error
