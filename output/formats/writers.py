"""The writers of a version, in order. A new format is its module and one line in `WRITERS`.

A writer gets the dataset, its history and the version's folder, in which the files of the writers
before it stand; the database comes first, and most others are made from its tables. It raises
OSError, or `output.formats.sqlite.BrokenDatabase`.
"""

from collections.abc import Callable
from pathlib import Path

from output.dataset.dataset import Build
from output.formats.changelog import write_changelog
from output.formats.csv_files import write_csv
from output.formats.datapackage import write_datapackage
from output.formats.datasette import write_metadata
from output.formats.feed import write_feed
from output.formats.french_csv import write_french_csv
from output.formats.json_files import write_json
from output.formats.json_schemas import write_schemas
from output.formats.parquet_files import write_parquet
from output.formats.sqlite import write_database
from output.formats.static_site.write import write_site
from output.formats.type_files import write_types
from output.formats.verifier import write_verifier
from output.formats.xlsx import write_xlsx
from output.tables.table import History

Writer = Callable[[Build, History, Path], None]

WRITERS: tuple[Writer, ...] = (
    write_database,
    write_json,
    write_csv,
    write_french_csv,
    write_xlsx,
    write_site,
    write_parquet,
    write_changelog,
    write_feed,
    write_schemas,
    write_types,
    write_datapackage,
    write_metadata,
    write_verifier,
)
