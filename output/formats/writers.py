"""The writers of a version. A new format is its module and one line here.

`WRITERS` get the dataset, its history and the version's folder, in which the tables stand in all
their forms, but for the database. The others get the path of a database and that folder, and
processes may call them: `FROM_TABLES` with all tables but the data dictionary, `FROM_DATABASE` with
the whole database. All raise OSError.
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
from output.formats.type_files import write_types
from output.formats.verify_script import write_verifier
from output.formats.xlsx import write_xlsx
from output.tables.table import History

Writer = Callable[[Dataset, History, Path], None]

WRITERS: tuple[Writer, ...] = (
    write_changelog,
    write_feed,
    write_schemas,
    write_types,
    write_datapackage,
    write_metadata,
    write_verifier,
)
# By the name of the optional format, those that take longest first.
FROM_TABLES: dict[str, Callable[[Path, Path], None]] = {"xlsx": write_xlsx, "site": write_site}
FROM_DATABASE: dict[str, Callable[[Path, Path], None]] = {"parquet": write_parquet}
