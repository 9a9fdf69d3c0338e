"""Open a published version: its records, changes and evidence."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from os import PathLike
from pathlib import Path

from pydantic import ValidationError

from output.dataset.rows import ChangeRow as Change
from output.dataset.rows import EvidenceRow as Evidence
from output.versions.change_log import changes_of_version
from output.versions.line_files import DAMAGED, line_file, lines_of
from output.versions.manifest import BrokenIndex, read_index
from output.versions.published_records import published_records
from schema.errors import UnusableInput
from schema.referential import SCHEMA_VERSION, Referential

__all__ = ["Change", "Evidence", "Version", "open_version"]


class Version:
    """A published version. Open one with `open_version`.

    `name`, `day`, `schema_version`: as `index.json` gives them. Reading raises `UnusableInput`
    when a file of the version is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._index = read_index(folder)
        except BrokenIndex as error:
            raise UnusableInput(
                f"{error}; give the folder of a version, such as published/latest"
            ) from error
        self.folder = folder
        self.name = self._index.version
        self.day = self._index.day
        self.schema_version = self._index.schema_version
        if _minor(self.schema_version) != _minor(SCHEMA_VERSION):
            raise UnusableInput(
                f"{folder} has schema {self.schema_version}, and this library reads "
                f"{SCHEMA_VERSION}: take the release of eduscol-referentials of that schema, or "
                "read the files with the types that stand in the version"
            )

    def __iter__(self) -> Iterator[Referential]:
        """Return the records in order of id."""
        return self.records()

    def __len__(self) -> int:
        return self._index.rows["referentials"]

    def records(self) -> Iterator[Referential]:
        """Yield the records in order of id."""
        path = line_file(self.folder, "referentials")
        try:
            yield from map(Referential.model_validate_json, lines_of(path))
        except (OSError, ValidationError, *DAMAGED) as error:
            raise UnusableInput(f"{path}: {error}; see what verify.py beside it says") from error

    def record(self, name: str) -> Referential:
        """Return the record of an id. Raises KeyError for an unknown id."""
        for published in published_records(self.folder, lambda other: other.id == name):
            return published.record
        raise KeyError(name)

    def evidence(self, name: str) -> tuple[Evidence, ...]:
        """Return where the values of a record came from, those that were not chosen too.

        KeyError when there is no such record.
        """
        for published in published_records(self.folder, lambda other: other.id == name):
            return published.evidence
        raise KeyError(name)

    def changes(self) -> Iterator[Change]:
        """Return the changes from the first version to this one, by number."""
        return changes_of_version(self.folder, self._index)

    def sql(self) -> "closing[sqlite3.Connection]":
        """Open the version's database, read-only: `with version.sql() as database: …`."""
        address = f"{(self.folder / 'referentials.db').resolve().as_uri()}?mode=ro&immutable=1"
        return closing(sqlite3.connect(address, uri=True))


def open_version(path: str | PathLike[str]) -> Version:
    """Open the version in the folder `path`, or the latest one of a data folder or `published`.

    Raises `UnusableInput` for a folder that holds none, or one of another schema.
    """
    folder = Path(path)
    for latest in ("latest", "published/latest"):
        if (folder / latest).is_dir():
            return Version(folder / latest)
    return Version(folder)


def _minor(version: str) -> list[str]:
    return version.split(".")[:2]
