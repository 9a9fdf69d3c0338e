"""Write all files of a version."""

from concurrent.futures import Executor
from pathlib import Path

from output.dataset.dataset import Dataset
from output.formats.sqlite import draft_of
from output.formats.table_files import write_tables
from output.formats.task_group import TaskGroup
from output.formats.writers import FROM_DATABASE, WRITERS
from output.tables.table import History
from output.versions.manifest import Index, write_index


def write_version(
    dataset: Dataset, history: History, folder: Path, executor: Executor | None = None
) -> Index:
    """Write every file of a version into the empty `folder`, `SHA256SUMS` last; return its index.

    `executor`: of processes of this machine, which write what is made of other files. The bytes are
    the same with and without. Raises OSError, `output.dataset.validated_record.InvalidRecord`,
    `output.formats.table_files.BrokenOrder`, `output.formats.sqlite.BrokenDatabase`, and
    `BrokenExecutor` where a process has ended.
    """

    def write_others() -> None:
        for write in WRITERS:
            write(dataset, history, folder)

    try:
        with TaskGroup(executor) as group:
            write_tables(dataset, history, folder, group, write_others)
            formats = [write for name, write in FROM_DATABASE.items() if name in dataset.formats]
            for call in [group.submit(write, folder) for write in formats]:
                call.result()
            return write_index(dataset, history, folder)
    finally:
        draft_of(folder).unlink(missing_ok=True)
