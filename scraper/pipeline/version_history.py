"""Keep the history of the published versions in the archive, and restore the last one from it.

`archive/versions/` holds the index of each version (without its list of files) and copies of
`changes.ndjson` and `withdrawn.json`. With `archive/` and `sources/` alone, or where only the
folder of the last version is gone, that version is made again under its own name: the next version
gets the name that it would have had, and clients that follow the changes continue behind the last
number they saw.
"""

import shutil
import tempfile
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from output.publish.rebuild_version import restore_version
from output.publish.version_identity import content_sha256
from output.versions.catalogue import Withdrawals, read_versions, read_withdrawals
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
    """Rebuild the last version if `data` has lost it and the archive knows of it.

    Without it the next version would follow the one before, and tell followers its changes twice.
    That is left to happen where other versions are there and the archive, as this program reads it,
    does not give the data of the lost one: changes from it cannot be known.
    Returns its name. `RefusedToPublish` when no version is there and none can be made;
    `UnusableTarget`.
    """
    published, kept = data / "published", data / "archive" / "versions"
    has_others = published.is_dir() and any(
        VERSION_NAME.fullmatch(path.name) for path in published.iterdir()
    )
    last = None
    if kept.is_dir():
        last = _lost(published, kept) if has_others else _last(kept)
    if last is None:
        return None
    published.mkdir(parents=True, exist_ok=True)
    for name in (CHANGES, _WITHDRAWN):
        if (kept / name).is_file() and not (published / name).exists():
            shutil.copyfile(kept / name, published / name)
    with tempfile.TemporaryDirectory(prefix="eduscol-") as temporary:
        try:
            former = published / last.previous if has_others and last.previous else None
            dataset = rebuild_dataset(data, last, Path(temporary) / "files", former, options)
        except (UnusableInput, RefusedToPublish) as error:
            if has_others:
                return None
            raise RefusedToPublish(
                f"{published}: empty, and version {last.version} cannot be made again from the "
                f"archive ({error}): put the folder back, or move {kept} away to begin a new "
                "history"
            ) from error
        if has_others and content_sha256(dataset) != last.content_sha256:
            return None
        changes = islice(ChangeLog(published / CHANGES), last.rows.get("changes", 0))
        restore_version(dataset, last, changes, published)
    return last.version


def _lost(published: Path, kept: Path) -> Index | None:
    """Return the index of the last version if it is gone, and its link too; None if not kept."""
    link = published / "latest"
    if link.is_symlink() and not link.exists():
        return None  # perhaps it is to be put back: publishing says what to do
    withdrawn = read_withdrawals(published / _WITHDRAWN).withdrawn
    listed = read_versions(published / "versions.json").with_withdrawals(withdrawn).versions
    # not the latest: a call after the loss may have put the version before in force
    names = [version.version for version in listed if version.withdrawn is None]
    if not names or (published / names[-1]).exists():
        return None
    path = kept / f"{names[-1]}.json"
    index = _read(path) if path.exists() else None
    # where the one before is gone as well, old versions were pruned and later ones withdrawn
    return index if index and index.previous and (published / index.previous).is_dir() else None


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
            indexes.append(_read(path))
    return max(indexes, key=lambda index: (len(index.history), index.version), default=None)


def _read(path: Path) -> Index:
    try:
        return Index.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise RefusedToPublish(f"{path}: damaged: {error.errors()[0]['msg']}") from error
