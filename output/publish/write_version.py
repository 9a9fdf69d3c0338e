"""Write all files of a version."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path

from output.dataset.dataset import Dataset
from output.formats.sqlite import copy_of, draft_of
from output.formats.table_files import write_tables
from output.formats.task_group import TaskGroup
from output.formats.writers import FROM_DATABASE, FROM_TABLES, WRITERS
from output.tables.table import History
from output.versions.manifest import Index, write_index
from output.versions.verify import DATABASE


def write_version(
    dataset: Dataset, history: History, folder: Path, executor: Executor | None = None
) -> Index:
    """Write every file of a version into the empty `folder`, `SHA256SUMS` last; return its index.

    `executor`: of processes of this machine, which write what is made of other files. The bytes are
    the same with and without. Raises OSError, `output.dataset.validated_record.InvalidRecord`,
    `output.formats.table_files.BrokenOrder`, `output.formats.sqlite.BrokenDatabase`, and
    `BrokenExecutor` where a process has ended.
    """

    def write_formats(writers: dict[str, Callable[[Path, Path], None]], database: Path) -> None:
        for name, write in writers.items():
            if name in dataset.formats:
                calls.append(group.submit(write, database, folder))

    def write_others(tables: Path) -> None:
        write_formats(FROM_TABLES, tables)
        for write in WRITERS:
            write(dataset, history, folder)

    draft = draft_of(folder)
    calls: list[Future[None]] = []
    try:
        with TaskGroup(executor) as group:
            write_tables(dataset, history, folder, group, write_others)
            write_formats(FROM_DATABASE, folder / DATABASE)
            for call in calls:
                call.result()
            return write_index(dataset, history, folder)
    finally:
        for leftover in (draft, copy_of(draft)):
            leftover.unlink(missing_ok=True)
