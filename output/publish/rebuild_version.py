"""Write a published version a second time: beside it to compare, or in its place when lost."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from itertools import islice
from pathlib import Path

from filelock import FileLock, Timeout

from output.dataset.dataset import Dataset
from output.dataset.rows import ChangeRow
from output.dataset.spool import Spool
from output.diff.version_content import NOTHING, read_content
from output.formats.json_schemas import schema_files
from output.publish.version_identity import history_of
from output.publish.write_version import write_version
from output.tables.table import History
from output.versions.catalogue import listed, read_versions
from output.versions.change_log import CHANGES, ChangeLog, changes_of_version
from output.versions.manifest import BrokenIndex, Index, read_index
from output.versions.store import LOCK, Store
from output.versions.verify import damage
from schema.errors import Busy, RefusedToPublish
from schema.files import sync_tree, writable


def index_of(folder: Path) -> Index:
    """Return the index of the version in `folder`; `RefusedToPublish` when it is damaged."""
    try:
        return read_index(folder)
    except BrokenIndex as error:
        raise RefusedToPublish(
            f"{error}: the version is damaged; restore it from a copy"
        ) from error


def is_of_another_program(folder: Path) -> bool:
    """Return whether this program writes other schemas than those of the version in `folder`.

    The number of the program does not tell: it changes with a release only.
    """
    return any(
        not (folder / name).is_file() or (folder / name).read_bytes() != content
        for name, content in schema_files().items()
    )


def write_again(
    dataset: Dataset, folder: Path, target: Path, executor: Executor | None = None
) -> None:
    """Write the version of `dataset` into the new folder `target`, for comparison with `folder`.

    It follows the version that the one in `folder` replaced. `RefusedToPublish` when that former
    version is not there or damaged; `UnusableTarget`. `executor`: see `write_version`.
    """
    index = index_of(folder)
    last, before = None, NOTHING
    if index.previous:
        former = folder.parent / index.previous
        if not former.is_dir():
            raise RefusedToPublish(
                f"{former} is missing; {folder.name} lists the changes since that version: put "
                "the folder back"
            )
        if faults := damage(former):
            raise RefusedToPublish(
                f"{former}: damaged ({faults[0]}), and {folder.name} lists the changes since "
                "then; restore it from a copy"
            )
        last, before = index_of(former), read_content(former)
    history = history_of(dataset, last, before, _log_before(folder, index))
    with writable(target, "make room for temporary files, or name a folder for them with TMPDIR"):
        target.mkdir()
        write_version(dataset, history, target, executor)


def _log_before(folder: Path, index: Index) -> Iterator[ChangeRow]:
    """Return the changes that had been published before the version in `folder`.

    The version's own changes come last in its file. The others are read from the list beside the
    versions, which that file repeats.
    """
    own_changes = sum(row.version == index.version for row in changes_of_version(folder, index))
    before = index.rows.get("changes", 0) - own_changes
    log = ChangeLog(folder.parent / CHANGES)
    rows = log if len(log) >= before else changes_of_version(folder, index)
    return islice(iter(rows), before)


def restore_version(
    dataset: Dataset, index: Index, changes: Iterable[ChangeRow], published: Path
) -> None:
    """Write the version that `index` describes into the folder `published`, which has lost it.

    `dataset`: its dataset, built once more; `changes`: every change published up to it. The version
    keeps its name and history even if this program reads pages differently; the difference appears
    in the next version. `Busy` when another run is publishing.
    """
    with writable(published):
        try:
            with FileLock(published / LOCK, is_singleton=True).acquire(timeout=0):
                store = Store(published)
                staged = store.stage(index.version)
                write_version(dataset, History(index.history, Spool(changes)), staged)
                sync_tree(staged)
                staged.rename(published / index.version)
                # it is in force again, even if the version before was put in its place
                store.save(read_versions(store.file).with_versions([listed(index)]))
                store.open()
        except Timeout:
            raise Busy(f"another run is publishing into {published}") from None
