"""Open a published version: its records, changes and evidence."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from os import PathLike
from pathlib import Path

from pydantic import ValidationError

from output.dataset.rows import ChangeRow as Change
from output.dataset.rows import EvidenceRow as Evidence
from output.versions.change_log import changes_of_version
from output.versions.line_files import DAMAGED, line_file, lines_of
from output.versions.manifest import BrokenIndex, read_index
from output.versions.published_records import PublishedRecord, published_records
from output.versions.verify import DATABASE
from schema.errors import UnusableInput
from schema.referential import SCHEMA_VERSION, Referential

__all__ = ["Change", "Evidence", "Version", "open_version"]


class Version:
    """A published version. Open one with `open_version`.

    `name`, `day`, `schema_version`: as `index.json` gives them. Reading raises `UnusableInput`
    when a file of the version is missing or damaged, or its folder was removed meanwhile.
    """

    def __init__(self, folder: Path) -> None:
        folder = folder.resolve()  # the link `latest` leads to another version one day
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
        path, count = line_file(self.folder, "referentials"), 0
        with self._reading():
            try:
                for line in lines_of(path):
                    count += 1
                    yield Referential.model_validate_json(line)
            except (OSError, ValidationError, *DAMAGED) as error:
                raise _unreadable(path, error) from error
            if count < len(self):
                raise _unreadable(path, f"{count} records, {len(self)} expected")

    def record(self, name: str) -> Referential:
        """Return the record of an id. Raises KeyError for an unknown id."""
        return self._published(name).record

    def evidence(self, name: str) -> tuple[Evidence, ...]:
        """Return where the values of a record came from, those that were not chosen too.

        KeyError when there is no such record.
        """
        return self._published(name).evidence

    def changes(self) -> Iterator[Change]:
        """Yield the changes from the first version to this one, by number."""
        with self._reading():
            yield from changes_of_version(self.folder, self._index)

    def sql(self) -> "closing[sqlite3.Connection]":
        """Open the version's database, read-only: `with version.sql() as database: …`.

        What a query of yours raises is `sqlite3.Error`.
        """
        path = self.folder / DATABASE
        with self._reading():
            try:
                address = f"{path.as_uri()}?mode=ro&immutable=1"
                database = sqlite3.connect(address, uri=True)
                database.execute("SELECT 1 FROM meta")  # connecting alone reads nothing
            except sqlite3.Error as error:
                raise _unreadable(path, error) from error
        return closing(database)

    def _published(self, name: str) -> PublishedRecord:
        with self._reading():
            try:
                return next(published_records(self.folder, lambda other: other.id == name))
            except StopIteration:
                raise KeyError(name) from None
            except UnusableInput as error:  # its advice is for who publishes
                raise _unreadable(self.folder, error.__cause__ or error) from error

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Say that the folder was removed where that is why a file cannot be read."""
        try:
            yield
        except UnusableInput as error:
            if self.folder.is_dir():
                raise
            raise UnusableInput(
                f"{self.folder} was removed since it was opened: open the latest version"
            ) from error


def open_version(path: str | PathLike[str]) -> Version:
    """Open the version in the folder `path`, or the latest one of a data folder or `published`.

    Raises `UnusableInput` for a folder that holds none, or one of another schema.
    """
    folder = Path(path)
    for latest in ("latest", "published/latest"):
        if (folder / latest).is_dir():
            return Version(folder / latest)
    return Version(folder)


def _unreadable(path: Path, fault: object) -> UnusableInput:
    return UnusableInput(f"{path}: {fault}; see what verify.py beside it says")


def _minor(version: str) -> list[str]:
    return version.split(".")[:2]
