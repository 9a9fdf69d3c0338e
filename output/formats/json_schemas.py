"""The JSON Schemas of a version, `schema/`, and the words of vocabularies."""

from pathlib import Path

from output.dataset.dataset import Dataset
from output.formats.json_files import compact
from output.tables.table import History
from output.tables.vocabulary_tables import vocabularies
from output.versions.file_schemas import published_schemas
from schema.files import write_file


def write_schemas(_: Dataset, __: History, folder: Path) -> None:
    """Write `schema/` and `vocabularies.json` into `folder`. Raises OSError."""
    for name, schema in published_schemas().items():
        write_file(folder / "schema" / f"{name}.json", compact(schema))
    rows = [row.model_dump() for row in vocabularies()]
    write_file(folder / "vocabularies.json", compact(rows))
