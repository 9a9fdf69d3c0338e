"""Rebuild a published version from the archive and compare it with the published files.

The pages are those of the version's snapshot; the files of its inputs are the archive's copies.
Nothing is published, and nothing in the data folder changes.
"""

import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from output.dataset.dataset import Dataset
from output.diff.compare_versions import version_folder
from output.diff.file_diff import differences
from output.publish.rebuild_version import index_of, is_of_another_program, write_again
from output.versions.manifest import Index
from schema.errors import RefusedToPublish, UnusableInput
from scraper.pipeline.build_version import OtherPages, rebuild_dataset
from scraper.pipeline.processes import ALONE, ReadOptions, writing_processes

# The others differ for the same reason, mostly.
_SHOWN = 5


def replay(data: Path, name: str, options: ReadOptions = ALONE) -> Iterator[str]:
    """Rebuild version `name` (or `latest`) of `data`; yield lines about the comparison.

    `RefusedToPublish` with the reason when it is not the same, or cannot be made from what the
    archive holds; `UnusableInput` when there is no such version or no archive.
    """
    folder = version_folder(data / "published", name).resolve()
    index = index_of(folder)
    if not (data / "archive").is_dir():
        raise UnusableInput(f"{data}: no archive there, from which {folder.name} could be made")
    with tempfile.TemporaryDirectory(prefix="eduscol-") as temporary:
        work = Path(temporary)
        try:
            former = folder.parent / index.previous if index.previous else None
            dataset = rebuild_dataset(data, index, work / "files", former, options)
        except UnusableInput as error:
            raise RefusedToPublish(f"{folder.name} cannot be made again: {error}") from error
        except OtherPages as error:
            if not is_of_another_program(folder):
                raise
            raise RefusedToPublish(
                f"{folder.name} was made by another program (its schema/ is not that of this one), "
                "and only that one can make it again; this says nothing against version or "
                f"archive: eduscol verify {folder} checks the files"
            ) from error
        with writing_processes(options, len(dataset.lines)) as executor:
            write_again(dataset, folder, work / folder.name, executor)
        yield from _compared(index, dataset, folder, work / folder.name)


def _compared(index: Index, dataset: Dataset, folder: Path, again: Path) -> Iterator[str]:
    """Yield how a version made again compares with the published one.

    Same bytes with the same libraries, else the same rows. `RefusedToPublish` when it differs.
    """
    libraries = (sqlite3.sqlite_version, zlib.ZLIB_RUNTIME_VERSION)
    same_library = (index.made.sqlite, index.made.zlib) == libraries
    yield f"made again {index.version}" + (f", after {index.previous}" if index.previous else "")
    if index.made.code != dataset.code:
        yield f"code       made by {index.made.code} of the program, this is {dataset.code}"
    if not same_library:
        yield (
            f"libraries  written by SQLite {index.made.sqlite} and zlib {index.made.zlib}, this is "
            f"{' and '.join(libraries)}: rows and lines are compared"
        )
    different = differences(folder, again, same_library)
    for line in different[:_SHOWN]:
        yield f"differs    {line}"
    if len(different) > _SHOWN:
        yield f"           and {len(different) - _SHOWN} files more"
    if different:
        why = (
            f"take the program in its version {index.made.code} for the same bytes"
            if index.made.code != dataset.code
            else f"eduscol verify {folder} tells whether the published files were changed; if not, "
            "the program or a library that it uses was changed"
        )
        raise RefusedToPublish(f"{folder}: not the same; {why}")
    files = sum(path.is_file() for path in folder.rglob("*"))
    how = "the same bytes" if same_library else "the same rows, all other files the same bytes"
    yield f"compared   {files} files: {how}"
