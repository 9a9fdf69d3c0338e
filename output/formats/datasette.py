"""What Datasette shows beside the tables: titles, licences, descriptions of every column."""

from typing import Any

from output.dataset.dataset import Build
from output.tables.data_dictionary import ALL_TABLES, DESCRIPTION_EN, TITLE_FR


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
