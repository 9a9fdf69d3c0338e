"""Read and write `index.json`, which describes a version, and the sums of its files.

The sums stand in `SHA256SUMS` alone, that of the index among them.
"""

import os
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from output.dataset.dataset import Dataset
from output.dataset.rows import SCOPE, SourceRow, VersionRow
from output.tables.columns import quoted
from output.tables.data_dictionary import ALL_TABLES
from output.tables.table import History
from output.versions.verify import DATABASE
from schema.fields import described
from schema.files import sha256_of, write_file
from schema.referential import SCHEMA_VERSION

INDEX = "index.json"
SUMS = "SHA256SUMS"
# Begin and end of the list of files in `index.json`.
_FILES, _END = b',"files":[', b"]}\n"
# Files with a schema that are no lines: one file a record, and arrays with the schema of an item.
_RECORDS = "referentials/"
_ARRAYS = {"referentials.json": "referential", "vocabularies.json": "vocabulary"}
SchemaOf = Literal["file", "line", "item"]


class _Part(BaseModel):
    # Further keys of an older or newer program are no reason to refuse a whole version.
    model_config = ConfigDict(frozen=True, extra="ignore")


class FileEntry(_Part):
    """Un fichier de la version. / A file of the version."""

    path: str = described("Chemin dans la version.", "Path within the version.")
    bytes: int = described("Taille en octets.", "Size in bytes.")
    rows: int | None = described(
        "Nombre de lignes, pour un fichier de lignes JSON.",
        "Number of rows, for a file of JSON lines.",
    )
    schema_path: str | None = described(
        "Chemin de son schéma JSON dans la version ; vide pour un fichier qui n'en a pas.",
        "Path of its JSON Schema within the version; null for a file that has none.",
        default=None,
    )
    schema_of: SchemaOf | None = described(
        "Ce que décrit le schéma : file (le fichier), line (une ligne), item (un élément du "
        "tableau).",
        "What the schema describes: the file, a line of it, or an item of its array.",
        default=None,
    )


class Made(_Part):
    """Ce qui a produit la version. / The program and inputs that made the version.

    With the same, the files are the same byte for byte.
    """

    code: str = described("Version du programme.", "Version of the program.")
    sqlite: str = described("Version de SQLite.", "Version of the SQLite library.")
    zlib: str = described("Version de zlib.", "Version of the zlib library.", default="")
    inputs: dict[str, str] = described(
        "Autres entrées, par nom (empreintes de fichiers, options).",
        "Other inputs by name: hashes of files, options.",
    )


class Index(_Part):
    """Présentation d'une version. / The manifest of a version.

    Without its files, which are as many as records.
    """

    version: str = described("Nom de la version.", "Name of the version.")
    previous: str | None = described("Version remplacée.", "The version it replaces.")
    day: str | None = described(
        "Jour où le site a été interrogé en dernier ; vide pour une copie du site.",
        "Day on which the site was last asked; null for a copy of the site.",
        form="date",
    )
    scope: str = described(*SCOPE)
    schema_version: str = described("Version du schéma.", "Version of the schema.")
    content_sha256: str = described("Empreinte des données.", "Hash of the data.")
    made: Made = described(
        "Ce qui a produit la version.", "The program and inputs that made the version."
    )
    rows: dict[str, int] = described(
        "Nombre de lignes de chaque table.", "Number of rows of every table."
    )
    sources: tuple[SourceRow, ...] = described(
        "Sources et licences.", "Sources with their licences."
    )
    history: tuple[VersionRow, ...] = described(
        "Les versions, de la première à celle-ci.", "The versions, from the first to this one."
    )


class IndexFile(Index):
    """Présentation d'une version. / The manifest of a version: `index.json`."""

    model_config = ConfigDict(title="Index")

    files: tuple[FileEntry, ...] = described("Fichiers de la version.", "Files of the version.")


class BrokenIndex(Exception):
    """An `index.json` that is missing or not readable as ours; the text gives the path and why."""


def read_index(folder: Path) -> Index:
    """Return the index of the version in `folder`. Raises `BrokenIndex`.

    The list of files, which is its last field and as long as the version, is not parsed.
    """
    try:
        facts, files, rest = (folder / INDEX).read_bytes().partition(_FILES)
        is_whole = rest.endswith(_END)
        return Index.model_validate_json(facts + b"}" if is_whole else facts + files + rest)
    except OSError as error:
        raise BrokenIndex(f"{folder / INDEX}: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise BrokenIndex(f"{folder / INDEX}: {first['loc']}: {first['msg']}") from error


def lacking(folder: Path) -> str | None:
    """Return a line for a file of the version in `folder` that is missing or has another size.

    None when all are there. Cheap, for those who only look; `verify` reads every byte.
    """
    name = INDEX
    try:
        listed = IndexFile.model_validate_json((folder / INDEX).read_bytes()).files
        for name, size in [(SUMS, None), *((entry.path, entry.bytes) for entry in listed)]:
            seen = (folder / name).stat().st_size
            if size not in (None, seen):
                return f"{name}: {seen} bytes, {size} expected"
    except FileNotFoundError:
        return f"{name}: missing"
    except OSError as error:
        return f"{name}: cannot be read: {error.strerror}"
    except ValidationError:
        return f"{INDEX}: not the index of a version"
    return None


def write_index(dataset: Dataset, history: History, folder: Path) -> Index:
    """Write `index.json` and `SHA256SUMS` over the files that stand in `folder`; return the first.

    Without its list of files, as `read_index` does.
    """
    version = history.versions[-1]
    names = list(_names(folder))
    rows = _table_rows(folder / DATABASE)
    index = Index(
        version=version.version,
        previous=version.previous,
        day=version.day,
        scope=dataset.scope,
        schema_version=SCHEMA_VERSION,
        content_sha256=version.content_sha256,
        made=Made(
            code=dataset.code,
            sqlite=sqlite3.sqlite_version,
            zlib=zlib.ZLIB_RUNTIME_VERSION,
            inputs=dict(dataset.inputs),
        ),
        rows=rows,
        sources=dataset.sources,
        history=history.versions,
    )
    write_file(folder / INDEX, _index_pieces(index, (_entry(folder, n, rows) for n in names)))
    sums = (f"{sha256_of(folder / n)}  {n}\n".encode() for n in sorted([*names, INDEX]))
    write_file(folder / SUMS, sums)
    return index


def _names(folder: Path, before: str = "") -> Iterator[str]:
    """Yield the paths within `folder` of all its files, in order of their parts."""
    with os.scandir(folder) as entries:
        here = sorted((entry.name, entry.is_dir()) for entry in entries)
    for name, is_folder in here:
        if is_folder:
            yield from _names(folder / name, f"{before}{name}/")
        else:
            yield f"{before}{name}"


def _index_pieces(index: Index, files: Iterator[FileEntry]) -> Iterator[bytes]:
    """Yield the JSON of an `IndexFile`, whose last field is `files`, a file at a time."""
    yield index.model_dump_json().removesuffix("}").encode() + _FILES
    for number, entry in enumerate(files):
        yield b"," * (number > 0) + entry.model_dump_json().encode()
    yield _END


def _table_rows(database: Path) -> dict[str, int]:
    with closing(sqlite3.connect(database)) as connection:
        count = "SELECT count(*) FROM {}"
        return {
            table.name: connection.execute(count.format(quoted(table.name))).fetchone()[0]
            for table in ALL_TABLES
        }


def _entry(folder: Path, name: str, rows: Mapping[str, int]) -> FileEntry:
    table, _, kind = name.partition(".")
    is_lines = kind in ("ndjson", "ndjson.gz")
    schema, of = _schema(name, table, is_lines)
    return FileEntry(
        path=name,
        bytes=(folder / name).stat().st_size,
        rows=rows[table] if is_lines else None,
        schema_path=f"schema/{schema}.json" if schema else None,
        schema_of=of,
    )


def _schema(name: str, table: str, is_lines: bool) -> tuple[str | None, SchemaOf | None]:
    """Return the name of the schema of a file, and what of the file it describes."""
    if is_lines:
        return table.removesuffix("s"), "line"  # schemas are named by one of the things in a file
    if name in _ARRAYS:
        return _ARRAYS[name], "item"
    return ("referential", "file") if name.startswith(_RECORDS) else (None, None)
