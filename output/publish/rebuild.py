"""A published version made a second time, beside it."""

from pathlib import Path

from output.dataset.dataset import Build
from output.dataset.durable_files import writable
from output.diff.snapshot import NOTHING, read_snapshot
from output.publish.lineage import history_of
from output.publish.write import write_version
from output.versions.manifest import BrokenIndex, Index, read_index
from output.versions.verify import damage
from schema.errors import RefusedToPublish


def index_of(folder: Path) -> Index:
    """The index of the version in `folder`; `RefusedToPublish` when it is damaged."""
    try:
        return read_index(folder)
    except BrokenIndex as error:
        raise RefusedToPublish(
            f"{error}: the version is damaged; restore it from a copy"
        ) from error


def write_again(made: Build, folder: Path, target: Path) -> None:
    """Make the folder `target`, with what `made` is on top of the version that the one in `folder`
    replaced.

    `RefusedToPublish` when that former version is not there or damaged; `UnusableTarget`.
    """
    name = index_of(folder).previous
    last, before = None, NOTHING
    if name:
        former = folder.parent / name
        if not former.is_dir():
            raise RefusedToPublish(
                f"{former}: not there: {folder.name} tells what changed since then; put it back"
            )
        if found := damage(former):
            raise RefusedToPublish(
                f"{former}: damaged ({found[0]}), and {folder.name} tells what changed since "
                "then; restore it from a copy"
            )
        last, before = index_of(former), read_snapshot(former)
    with writable(target, "make room for temporary files, or name a folder for them with TMPDIR"):
        target.mkdir()
        write_version(made, history_of(made, last, before), target)
