"""The JSON Schemas of a version, `schema/`, and the words of vocabularies."""

from functools import cache
from pathlib import Path

from output.dataset.dataset import Dataset
from output.formats.json_files import compact
from output.tables.table import History
from output.tables.vocabulary_tables import vocabularies
from output.versions.file_schemas import published_schemas
from schema.files import write_file


def write_schemas(_: Dataset, __: History, folder: Path) -> None:
    """Write `schema/` and `vocabularies.json` into `folder`. Raises OSError."""
    for name, content in schema_files().items():
        write_file(folder / name, content)


@cache
def schema_files() -> dict[str, bytes]:
    """Return the content of the files by path: the same in every version of a program."""
    schemas = {f"schema/{name}.json": compact(each) for name, each in published_schemas().items()}
    words = [row.model_dump() for row in vocabularies()]
    return {**schemas, "vocabularies.json": compact(words)}
