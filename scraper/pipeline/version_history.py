"""Keep the history of the published versions in the archive, and restore the last one from it.

`archive/versions/` holds the index of each version (without its list of files) and copies of
`changes.ndjson` and `withdrawn.json`. With `archive/` and `sources/` alone, the last version is
made again under its own name: the next version gets the name that it would have had, and clients
that follow the changes continue behind the last number they saw.
"""

import shutil
import tempfile
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from output.publish.rebuild_version import restore_version
from output.versions.catalogue import Withdrawals
from output.versions.change_log import CHANGES, ChangeLog
from output.versions.manifest import BrokenIndex, Index, read_index
from output.versions.store import VERSION_NAME
from schema.errors import RefusedToPublish, UnusableInput
from schema.files import replace_file
from scraper.pipeline.build_version import rebuild_dataset
from scraper.pipeline.processes import ALONE, ReadOptions

_WITHDRAWN = "withdrawn.json"


def keep_history(data: Path) -> None:
    """Copy the history of the published versions in `data` to its archive."""
    published, kept = data / "published", data / "archive" / "versions"
    kept.mkdir(parents=True, exist_ok=True)
    for folder in sorted(published.iterdir()):
        if VERSION_NAME.fullmatch(folder.name) and not (kept / f"{folder.name}.json").exists():
            try:
                index = read_index(folder)
            except BrokenIndex:
                continue  # the next publication reports it
            replace_file(kept / f"{folder.name}.json", index.model_dump_json().encode() + b"\n")
    for name in (CHANGES, _WITHDRAWN):
        if (published / name).is_file():
            with (published / name).open("rb") as lines:  # a line a change: not all in memory
                replace_file(kept / name, lines)


def restore_published(data: Path, options: ReadOptions = ALONE) -> str | None:
    """Rebuild the last version if `data` has no version and the archive knows of some.

    Returns its name. `RefusedToPublish` when it cannot be made from what the archive holds.
    """
    published, kept = data / "published", data / "archive" / "versions"
    has_versions = published.is_dir() and any(
        VERSION_NAME.fullmatch(path.name) for path in published.iterdir()
    )
    last = None if has_versions or not kept.is_dir() else _last(kept)
    if last is None:
        return None
    published.mkdir(parents=True, exist_ok=True)
    for name in (CHANGES, _WITHDRAWN):
        if (kept / name).is_file() and not (published / name).exists():
            shutil.copyfile(kept / name, published / name)
    with tempfile.TemporaryDirectory(prefix="eduscol-") as temporary:
        try:
            dataset = rebuild_dataset(data, last, Path(temporary) / "files", None, options)
        except (UnusableInput, RefusedToPublish) as error:
            raise RefusedToPublish(
                f"{published}: empty, and version {last.version} cannot be made again from the "
                f"archive ({error}): put the folder back, or move {kept} away to begin a new "
                "history"
            ) from error
        changes = islice(ChangeLog(published / CHANGES), last.rows.get("changes", 0))
        restore_version(dataset, last, changes, published)
    return last.version


def _last(kept: Path) -> Index | None:
    """Return the index of the last version that was not withdrawn."""
    withdrawn: set[str] = set()
    if (kept / _WITHDRAWN).is_file():
        try:
            listed = Withdrawals.model_validate_json((kept / _WITHDRAWN).read_bytes())
        except ValidationError as error:
            raise RefusedToPublish(f"{kept / _WITHDRAWN}: damaged: {error}") from error
        withdrawn = {withdrawal.version for withdrawal in listed.withdrawn}
    indexes = []
    for path in sorted(kept.glob("*.json")):
        if VERSION_NAME.fullmatch(path.stem) and path.stem not in withdrawn:
            try:
                indexes.append(Index.model_validate_json(path.read_bytes()))
            except ValidationError as error:
                raise RefusedToPublish(f"{path}: damaged: {error.errors()[0]['msg']}") from error
    return max(indexes, key=lambda index: (len(index.history), index.version), default=None)
