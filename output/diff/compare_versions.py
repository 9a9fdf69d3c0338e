"""Compare any two versions, whether they follow one another or not."""

from collections.abc import Iterator
from pathlib import Path

from output.dataset.rows import Change, ChangeRow
from output.dataset.spool import Spool
from output.diff.changes import changes
from output.diff.version_content import VersionContent, read_content
from output.versions.catalogue import read_versions
from output.versions.change_log import CHANGES, ChangeLog, changes_of_version
from output.versions.manifest import BrokenIndex, Index, read_index
from output.versions.store import VERSION_NAME
from schema.errors import UnusableInput, missing_data


def diff(published: Path, old: str, new: str) -> Spool[Change]:
    """Return the changes from version `old` to version `new`.

    Each is a name in `published`, `latest`, or else a path to a version's folder. Raises
    `UnusableInput` for a version that is missing or not whole.
    """
    before, after = _content(published, old), _content(published, new)
    past = _past(published, old)
    return Spool(changes(before, after, after.version or new, past))


def same_version(published: Path, old: str, new: str) -> Index | None:
    """Return the index of the version that both names stand for; None for two versions.

    Raises as `diff`.
    """
    before, after = (read_index(_folder(published, name)) for name in (old, new))
    return after if before.version == after.version else None


def changes_since(published: Path, number: int) -> Iterator[ChangeRow]:
    """Return the published changes after number `number`, in order; 0 for all of them.

    `UnusableInput` when nothing was published there.
    """
    log = ChangeLog(published / CHANGES)
    if not log.path.exists():
        raise missing_data(published.parent, "published version")
    return (row for row in log if row.number > number)


def last_change(published: Path) -> int:
    """Return the number of the last published change; 0 before the first."""
    return len(ChangeLog(published / CHANGES))


def _past(published: Path, name: str) -> Iterator[Change]:
    """Return the changes up to a version."""
    folder = _folder(published, name)
    return changes_of_version(folder, read_index(folder))


def version_folder(published: Path, name: str) -> Path:
    """Return the folder of the version `name` (or `latest`); `UnusableInput` if it is missing."""
    if _is_version(published, name):
        return published / name
    listed = [entry.version for entry in read_versions(published / "versions.json").versions]
    known = [version for version in listed if _is_version(published, version)]
    if not known:
        raise missing_data(published.parent, "published version")
    newest = ", ".join(known[-3:])
    raise UnusableInput(f"no version {name} in {published}; the newest there: {newest}")


def _is_version(published: Path, name: str) -> bool:
    named = name == "latest" or VERSION_NAME.fullmatch(name)
    return bool(named) and (published / name).is_dir()


def _folder(published: Path, name: str) -> Path:
    is_path = not _is_version(published, name) and Path(name).is_dir()
    return Path(name) if is_path else version_folder(published, name)


def _content(published: Path, name: str) -> VersionContent:
    folder = _folder(published, name)
    try:
        return read_content(folder)
    except BrokenIndex as error:
        raise UnusableInput(
            f"{folder} is no whole version ({error}): see what python3 {folder}/verify.py says"
        ) from error
