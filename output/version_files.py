"""All files of a version."""

from pathlib import Path

from output import verify
from output.build import Build
from output.changes_text import changes_markdown
from output.csv_files import write_csv
from output.datapackage import datapackage
from output.datasette import metadata
from output.files import write_file
from output.index import write_index
from output.json_files import lines, pretty, write_json
from output.parquet_files import write_parquet
from output.schemas import schemas
from output.sqlite import write_database
from output.table import History
from output.verify import DATABASE


def write_version(made: Build, history: History, folder: Path) -> None:
    """Write every file of a version into the empty `folder`; `SHA256SUMS` comes last.

    Raises OSError and `output.sqlite.BrokenDatabase`.
    """
    write_database(made, folder / DATABASE, history)
    write_json(made, folder)
    write_csv(folder / DATABASE, folder / "csv")
    if made.with_parquet:
        write_parquet(folder / DATABASE, folder / "parquet")
    write_file(folder / "changes.ndjson", lines(history.changes))
    write_file(folder / "CHANGES.md", changes_markdown(made, history).encode())
    for name, schema in schemas().items():
        write_file(folder / "schema" / f"{name}.json", pretty(schema))
    write_file(folder / "datapackage.json", pretty(datapackage(made, history)))
    write_file(folder / "metadata.json", pretty(metadata(made)))
    write_file(folder / "verify.py", Path(verify.__file__).read_bytes())
    write_index(made, history, folder)
