"""`DATA/published`: where versions stand, `latest`, `versions.json`.

    published/<version>/      immutable once it bears this name
    published/latest          a link to one of them, replaced by rename
    published/changes.ndjson  every change ever published, numbered; see `change_log`
    published/versions.json   every version and failed run; can be made again from the folders
    published/withdrawn.json  the versions that were withdrawn, and why
    published/.tmp-*          unfinished work; the next run removes it

A version exists from the moment its folder bears its name. What a killed run left undone after
that (`versions.json`, `latest`) the next run does first.
"""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from output.versions.catalogue import (
    SiteFreshness,
    VersionsFile,
    Withdrawal,
    Withdrawals,
    listed,
    read_versions,
    read_withdrawals,
)
from output.versions.change_log import CHANGES, ChangeLog
from output.versions.manifest import BrokenIndex, Index, read_index
from output.versions.verify import damage
from schema.errors import UnusableTarget
from schema.files import replace_file, sync, sync_tree

VERSION_NAME = re.compile(r"[0-9]{8}-[0-9a-f]{8}")
TEMPORARY = ".tmp-"
# Held by the process that writes into the folder of versions; it may take it twice, as when a
# signal ends it and the call is listed as stopped.
LOCK = ".lock"


class Store:
    """The folder of published versions.

    `staging`: the folder in which versions are built; without it the folder itself, from where they
    can be put in force. Raises `UnusableTarget`, or OSError where it is read-only or full.
    """

    def __init__(self, folder: Path, staging: Path | None = None) -> None:
        self.folder, self._staging = folder, staging or folder
        self.link = folder / "latest"
        self.file = folder / "versions.json"
        self.log = ChangeLog(folder / CHANGES)
        self.withdrawn_file = folder / "withdrawn.json"

    def open(self) -> "Index | None":
        """Make the folder ready and return the last version's index; None before the first version.

        Removes unfinished work, ends what was begun, and checks the last version's files.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        for leftover in self.folder.glob(f"{TEMPORARY}*"):
            self._remove(leftover)
        if _present(self.link):
            if not self.link.is_symlink():
                raise UnusableTarget(
                    f"{self.link} should be a link to a version and is not: move it away and "
                    "run again"
                )
            if not self.link.exists():
                raise UnusableTarget(
                    f"{self.link} points to a version that is not there: put the folder back, "
                    "or remove the link and publish again, which makes it from the archive"
                )
        return self._recover()

    def _recover(self) -> "Index | None":
        """Bring list, log and link up to the folders that are there; return the last index.

        A run may have been killed between any two of its last steps. None when no version is in
        force; `UnusableTarget` when the last one is damaged.
        """
        indexes = self._indexes()
        known = read_versions(self.file)
        if known != (marked := known.with_withdrawals(self.withdrawals())):
            known = marked
            self.save(known)
        if indexes:
            newest = max(indexes.values(), key=lambda index: index.rows.get("changes", 0))
            self.log.catch_up(newest, self.folder / newest.version)
        names = [version.version for version in known.versions]
        unlisted = _chain([index for name, index in indexes.items() if name not in names])
        if unlisted:
            known = known.with_versions(listed(index) for index in unlisted)
            known = known.with_withdrawals(self.withdrawals())
            self.save(known)
        good = [v.version for v in known.versions if v.withdrawn is None]
        there = [name for name in good if name in indexes]
        if not there:
            if len(good) < len(known.versions):  # all were withdrawn
                self.link.unlink(missing_ok=True)
            return None
        # Not where the link points: a run may have been killed just before it moved the link.
        last = known.latest if known.latest in there else there[-1]
        faults = damage(self.folder / last)
        if faults:
            raise UnusableTarget(
                f"version {last} is damaged ({faults[0]}): {to_restore(self.folder / last)}"
            )
        if known.latest != last:  # it was taken away
            self.save(known.model_copy(update={"latest": last}))
        self.point(last)
        return indexes[last]

    def _indexes(self) -> dict[str, Index]:
        indexes = {}
        for folder in sorted(self.folder.iterdir()):
            if VERSION_NAME.fullmatch(folder.name) and folder.is_dir():
                try:
                    indexes[folder.name] = read_index(folder)
                except BrokenIndex as error:
                    raise UnusableTarget(
                        f"version {folder.name} is damaged ({error}): restore it from a copy or "
                        "move it away"
                    ) from error
                if (named := indexes[folder.name].version) != folder.name:
                    raise UnusableTarget(f"{folder} holds the version {named}: move the copy away")
        return indexes

    def stage(self, name: str) -> Path:
        """Make an empty folder in which to build version `name`."""
        folder = self._staging / f"{TEMPORARY}{name}"
        self._remove(folder)
        folder.mkdir()
        return folder

    def discard(self, staged: Path) -> None:
        """Remove a staged folder."""
        self._remove(staged)

    def commit(self, staged: Path, index: Index, fresh: SiteFreshness | None) -> Path:
        """Give a whole staged folder its name, list it, and make it the latest."""
        sync_tree(staged)
        target = self.folder / index.version
        staged.rename(target)
        sync(self.folder)
        self.log.catch_up(index, target)
        known = read_versions(self.file).looked(fresh).with_versions([listed(index)])
        self.save(known)
        self.point(index.version)
        return target

    def point(self, name: str) -> None:
        """Make `latest` point to version `name`."""
        if self.link.is_symlink() and str(self.link.readlink()) == name:
            return
        new = self.folder / f"{TEMPORARY}latest"
        new.unlink(missing_ok=True)
        new.symlink_to(name, target_is_directory=True)
        new.replace(self.link)
        sync(self.folder)

    def save(self, versions: VersionsFile) -> None:
        """Write `versions.json`, if it says something new."""
        data = versions.to_json()
        if not self.file.exists() or self.file.read_bytes() != data:
            replace_file(self.file, data)

    def withdrawals(self) -> tuple[Withdrawal, ...]:
        """Return the withdrawn versions, in the order in which they were withdrawn."""
        return read_withdrawals(self.withdrawn_file).withdrawn

    def withdraw(self, withdrawal: Withdrawal) -> str | None:
        """Take a version back and return the one that is the latest from here on."""
        others = [w for w in self.withdrawals() if w.version != withdrawal.version]
        self._save_withdrawals((*others, withdrawal))
        last = self.open()  # `versions.json` and `latest` follow
        return last.version if last else None

    def restore(self, version: str) -> None:
        """Put a withdrawn version back in force, as the latest one."""
        self._save_withdrawals(w for w in self.withdrawals() if w.version != version)
        known = read_versions(self.file)
        known = known.with_withdrawals(self.withdrawals())
        self.save(known.model_copy(update={"latest": version}))
        self.point(version)

    def _save_withdrawals(self, withdrawals: Iterable[Withdrawal]) -> None:
        replace_file(self.withdrawn_file, Withdrawals(withdrawn=tuple(withdrawals)).to_json())

    def _remove(self, path: Path) -> None:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def to_restore(folder: Path) -> str:
    """Return what brings the damaged version in `folder` (or a link to it) back."""
    return (
        f"restore {folder.resolve()} from a copy; or move it away, remove the link latest and "
        "publish again, which makes it from the archive (in a folder that was pulled: pull again)"
    )


def _present(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _chain(indexes: list[Index]) -> list[Index]:
    """Return versions in the order in which they replaced one another."""
    return sorted(indexes, key=lambda index: (len(index.history), index.version))
