"""The writers of a version, in order. A new format is its module and one line in `WRITERS`.

A writer gets the dataset, its history and the version's folder, in which the files of the writers
before it stand; the tables come first in all their forms, and others are made from the database. It
raises OSError, `output.formats.sqlite.BrokenDatabase` or `output.formats.table_files.BrokenOrder`.
"""

from collections.abc import Callable
from pathlib import Path

from output.dataset.dataset import Dataset
from output.formats.changes_text import write_changelog
from output.formats.datapackage import write_datapackage
from output.formats.datasette import write_metadata
from output.formats.feed import write_feed
from output.formats.json_schemas import write_schemas
from output.formats.parquet_files import write_parquet
from output.formats.static_site.write import write_site
from output.formats.table_files import write_tables
from output.formats.type_files import write_types
from output.formats.verify_script import write_verifier
from output.formats.xlsx import write_xlsx
from output.tables.table import History

Writer = Callable[[Dataset, History, Path], None]

WRITERS: tuple[Writer, ...] = (
    write_tables,
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
