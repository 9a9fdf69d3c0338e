"""All files of a version."""

from pathlib import Path

from output.dataset.dataset import Build
from output.dataset.durable_files import write_file
from output.formats.changelog import changes_markdown
from output.formats.csv_files import write_csv
from output.formats.datapackage import datapackage
from output.formats.datasette import metadata
from output.formats.json_files import lines, pretty, write_json
from output.formats.json_schemas import schemas
from output.formats.parquet_files import write_parquet
from output.formats.sqlite import write_database
from output.tables.table import History
from output.versions import verify
from output.versions.manifest import write_index
from output.versions.verify import DATABASE


def write_version(made: Build, history: History, folder: Path) -> None:
    """Write every file of a version into the empty `folder`; `SHA256SUMS` comes last.

    Raises OSError and `output.formats.sqlite.BrokenDatabase`.
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
