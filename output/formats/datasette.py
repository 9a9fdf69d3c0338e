"""`metadata.json` for Datasette: titles, licences, descriptions of every table and column."""

from pathlib import Path
from typing import Any

from output.dataset.dataset import Build
from output.formats.json_files import pretty
from output.tables.data_dictionary import ALL_TABLES, DESCRIPTION_EN, TITLE_FR
from output.tables.table import History
from schema.files import write_file


def write_metadata(made: Build, _: History, folder: Path) -> None:
    """Write `metadata.json` into `folder`. Raises OSError."""
    write_file(folder / "metadata.json", pretty(metadata(made)))


def metadata(made: Build, database: str = "referentials") -> dict[str, Any]:
    """The content of `metadata.json` for a Datasette that serves `<database>.db`."""
    return {
        "title": TITLE_FR,
        "description": DESCRIPTION_EN,
        "license": " ; ".join(dict.fromkeys(source.licence for source in made.sources)),
        "source": " ; ".join(source.attribution for source in made.sources),
        "databases": {
            database: {
                "tables": {
                    table.name: {
                        "description": f"{table.fr} / {table.en}",
                        "columns": {
                            column.name: f"{column.fr} / {column.en}" for column in table.columns
                        },
                    }
                    for table in ALL_TABLES
                }
            }
        },
    }
