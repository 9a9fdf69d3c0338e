"""`verify.py`: the stand-alone check that goes with every version."""

from pathlib import Path

from output.dataset.dataset import Dataset
from output.tables.table import History
from output.versions import verify
from schema.files import write_file


def write_verifier(_: Dataset, __: History, folder: Path) -> None:
    """Copy the program's own check into `folder`. Raises OSError."""
    write_file(folder / "verify.py", Path(verify.__file__).read_bytes())
