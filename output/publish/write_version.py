"""Write all files of a version."""

from pathlib import Path

from output.dataset.dataset import Dataset
from output.formats.writers import WRITERS
from output.tables.table import History
from output.versions.manifest import Index, write_index


def write_version(dataset: Dataset, history: History, folder: Path) -> Index:
    """Write every file of a version into the empty `folder`, `SHA256SUMS` last; return its index.

    Raises as the writers.
    """
    for write in WRITERS:
        write(dataset, history, folder)
    return write_index(dataset, history, folder)
