"""Publish a dataset as a version: completely, or nothing changes."""

from collections import Counter
from collections.abc import Collection, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from filelock import FileLock, Timeout

from output.checks.acceptable import refuse_unknown
from output.checks.against_past import inputs_check, is_comparable, scope_check
from output.checks.check_result import Check, FailedChecks, fatal
from output.checks.run_checks import run_checks
from output.checks.thresholds import Bounds, bounds
from output.dataset.dataset import Dataset
from output.dataset.validated_record import InvalidRecord
from output.diff.version_content import (
    NOTHING,
    VersionContent,
    content_in,
    content_of,
    read_content,
)
from output.formats.sqlite import BrokenDatabase
from output.formats.table_files import BrokenOrder
from output.publish.version_identity import content_sha256, history_of
from output.publish.withdrawals import record_withdrawals
from output.publish.withdrawn_data import withdrawn_check
from output.publish.write_version import write_version
from output.tables.table import History
from output.versions.catalogue import Failure, SiteFreshness, read_versions
from output.versions.manifest import BrokenIndex, Index
from output.versions.store import LOCK, Store
from schema.errors import Busy, UnusableTarget
from schema.files import writable


@dataclass(frozen=True)
class Published:
    """The result of a publication.

    `new` is False when the data is that of the last version; `checks` compares the pages with that
    version all the same.
    """

    version: str
    folder: Path
    new: bool
    previous: str | None
    checks: tuple[Check, ...] = ()


class _Staged(NamedTuple):
    """A version that is written and has no name yet: its folder, and its `index.json`."""

    folder: Path
    manifest: Index


def publish(
    dataset: Dataset,
    published: Path,
    *,
    freshness: SiteFreshness | None = None,
    limits: Bounds | None = None,
    accept: Collection[str] = (),
    report: str | None = None,
    executor: Executor | None = None,
) -> Published:
    """Make a version of `dataset` in the folder `published`, unless the last has the same data.

    The files of the version are a function of `dataset` and of the version before; `freshness`
    stands in `versions.json` only. `accept`: names of fatal checks that may fail. `report`: name
    of the run report, for the entry of a refused run in `versions.json`. `executor`: see
    `write_version`. Raises `FailedChecks` (nothing is published, `versions.json` lists it),
    `UnusableTarget` (read-only, full, damaged or not ours: the last good version stays), `Busy`
    (another run is publishing), `UnusableInput` (a name that cannot be accepted) and
    `BrokenExecutor` (a process of `executor` has ended: nothing is published).
    """
    refuse_unknown(accept)
    with writable(published):
        published.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(published / LOCK, is_singleton=True).acquire(timeout=0):
                store, limits = Store(published), limits or bounds()
                return _publish(dataset, store, freshness, limits, accept, report, executor)
        except Timeout:
            raise Busy(f"another run is publishing into {published}") from None


def check(dataset: Dataset, published: Path, *, limits: Bounds | None = None) -> tuple[Check, ...]:
    """Return the results of all checks, publishing nothing.

    What has to be written to be checked is written into a temporary folder, so that `published`
    may be read-only. Raises as `publish`, without `FailedChecks`.
    """
    with TemporaryDirectory() as name, writable(Path(name), "make room there or set TMPDIR"):
        scratch = Path(name)
        with _not_publishing(published):
            store = Store(published if published.is_dir() else scratch / "none", scratch)
            _, checks = _staged(dataset, store, store.open(), limits or bounds(), ())
            return checks


@contextmanager
def _not_publishing(published: Path) -> Iterator[None]:
    """Keep others from publishing, where the folder can be written; `Busy` while one does."""
    lock = FileLock(published / LOCK, is_singleton=True)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Busy(f"another run is publishing into {published}") from None
    except OSError:  # not there, or read-only
        yield
        return
    try:
        yield
    finally:
        lock.release()


def _publish(
    dataset: Dataset,
    store: Store,
    fresh: SiteFreshness | None,
    limits: Bounds,
    accept: Collection[str],
    report: str | None,
    executor: Executor | None,
) -> Published:
    """Publish as `publish` says, with the folder locked."""
    last = store.open()
    record_withdrawals(store, last.version if last else None)
    if last is not None and last.content_sha256 == content_sha256(dataset):
        # the same data may come from pages of another layout, which has to be reported
        now = content_of(dataset)
        before = content_in(store.folder / last.version, last, now.records)
        checks = run_checks(now, before, limits, _earlier(dataset, last))
        _refuse_failed(dataset, store, checks, accept, fresh, report)
        store.save(read_versions(store.file).looked(fresh))
        return Published(last.version, store.folder / last.version, False, last.previous, checks)
    staged, checks = _staged(dataset, store, last, limits, accept, executor)
    _refuse_failed(dataset, store, checks, accept, fresh, report)
    assert staged is not None  # no fatal check failed
    written, index = staged
    if (withdrawn := store.folder / index.version).is_dir():
        # the same data after the same version: it was withdrawn, and is accepted now
        store.discard(written)
        store.restore(index.version)
        record_withdrawals(store, index.version)
        store.save(read_versions(store.file).looked(fresh, "published"))
        return Published(index.version, withdrawn, True, index.previous, checks)
    try:
        folder = store.commit(written, index, fresh)
    except BaseException:
        store.discard(written)
        raise
    return Published(index.version, folder, True, index.previous, checks)


def _refuse_failed(
    dataset: Dataset,
    store: Store,
    checks: tuple[Check, ...],
    accept: Collection[str],
    fresh: SiteFreshness | None,
    report: str | None,
) -> None:
    """List a failed run and raise `FailedChecks` when a fatal check failed."""
    if fatal(checks, accept):
        failure = _failure(dataset, checks, accept, fresh, report)
        store.save(read_versions(store.file).with_failure(failure))
        raise FailedChecks(checks, accept, has_lexicon="lexicon" in dict(dataset.inputs))


def _staged(
    dataset: Dataset,
    store: Store,
    last: Index | None,
    limits: Bounds,
    accept: Collection[str],
    executor: Executor | None = None,
) -> tuple[_Staged | None, tuple[Check, ...]]:
    """Write a version under a temporary name; return it and the results of the checks.

    No version, and nothing written, when a fatal check failed.
    """
    before = content_in(store.folder / last.version, last) if last else NOTHING
    now = content_of(dataset)
    comparable = _same_scope(dataset, store, last, before)
    checks: tuple[Check, ...] = (
        scope_check(dataset.scope, last.scope if last else None, comparable),
        withdrawn_check(dataset, now, last, before, store),
        *([inputs_check(dict(dataset.inputs), last.made.inputs)] if last else []),
        *run_checks(now, comparable, limits, _earlier(dataset, last)),
    )
    if fatal(checks, accept):
        return None, checks
    history = history_of(dataset, last, before, store.log, now)
    name = history.versions[-1].version
    folder = store.stage(name)
    kept: _Staged | None = None
    try:
        index, of_writing = _write(dataset, history, folder, executor)
        checks += of_writing
        kept = None if index is None or fatal(checks, accept) else _Staged(folder, index)
    finally:
        if kept is None:
            store.discard(folder)
    return kept, checks


# The checks that writing makes: their names, what is observed when all is well, and its meaning.
_OF_WRITING = (
    ("schema-validity", "valid", "every record fits the schema"),
    ("integrity", "ok", "foreign keys, file and index are sound"),
    ("order", "ascending", "the rows of every table ascend by its key"),
)


def _write(
    dataset: Dataset, history: History, folder: Path, executor: Executor | None
) -> tuple[Index | None, tuple[Check, ...]]:
    """Write the version; check that its records fit the schema and that its tables are sound.

    Return its index, None where it is not whole, and the checks.
    """
    index: Index | None = None
    faults: dict[str, str] = {}
    try:
        index = write_version(dataset, history, folder, executor)
    except InvalidRecord as error:
        faults["schema-validity"] = str(error)
    except BrokenDatabase as error:
        faults["integrity"] = str(error)
    except BrokenOrder as error:
        faults["order"] = str(error)
    return index, tuple(
        Check(
            name,
            faults.get(name, sound),
            sound,
            "fatal",
            name not in faults,
            faults.get(name, meaning),
        )
        for name, sound, meaning in _OF_WRITING
    )


def _same_scope(
    dataset: Dataset, store: Store, last: Index | None, before: VersionContent
) -> VersionContent | None:
    """Return the last version of a scope to compare with that is still there.

    `UnusableTarget` if it is damaged.
    """
    if last is None or is_comparable(dataset.scope, last.scope):
        return before if last else None
    for version in reversed(last.history):
        folder = store.folder / version.version
        if is_comparable(dataset.scope, version.scope) and folder.is_dir():
            try:
                return read_content(folder)
            except BrokenIndex as error:
                raise UnusableTarget(
                    f"version {version.version}, the last of this scope, is damaged ({error}): "
                    f"restore {folder} from a copy or move it away"
                ) from error
    return None


def _earlier(dataset: Dataset, last: Index | None) -> list[int]:
    """Return the numbers of records of the earlier versions that `dataset` is compared with."""
    versions = last.history if last else ()
    return [v.records for v in versions if is_comparable(dataset.scope, v.scope)]


def _failure(
    dataset: Dataset,
    checks: tuple[Check, ...],
    accept: Collection[str],
    fresh: SiteFreshness | None,
    report: str | None,
) -> Failure:
    # of the lines: a record that does not fit the schema is none
    issues = Counter(remark["issue"] for line in dataset.lines for remark in line["issues"])
    issues.update(row.issue.issue.value for row in dataset.issues)
    failed = tuple(f"{check.name}: {check.explanation}" for check in fatal(checks, accept))
    return Failure(
        at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        reason="; ".join(failed),
        report=report,
        looked_at=fresh.looked_at if fresh else None,
        scope=dataset.scope,
        checks=failed,
        records=len(dataset.lines),
        pages=len(dataset.pages),
        issues=dict(sorted(issues.items())),
    )
