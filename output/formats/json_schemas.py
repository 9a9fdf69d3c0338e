"""The JSON Schemas of a version: published ones in `schema/`, strict ones in `schema/strict/`."""

from pathlib import Path

from output.dataset.dataset import Build
from output.formats.json_files import pretty
from output.tables.table import History
from output.tables.vocabulary_tables import vocabularies
from output.versions.file_schemas import published_schemas, schemas
from schema.files import write_file


def write_schemas(_: Build, __: History, folder: Path) -> None:
    """Write `schema.json`, `schema/`, `schema/strict/` and `vocabularies.json` into `folder`.

    Raises OSError.
    """
    published = published_schemas()
    write_file(folder / "schema.json", pretty(published["referential"]))
    for name, schema in published.items():
        write_file(folder / "schema" / f"{name}.json", pretty(schema))
    for name, schema in schemas().items():
        write_file(folder / "schema" / "strict" / f"{name}.json", pretty(schema))
    rows = [row.model_dump() for row in vocabularies()]
    write_file(folder / "vocabularies.json", pretty(rows))
