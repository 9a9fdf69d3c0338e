"""`versions.json`: every version, every failed or stopped run, and how fresh the latest is.

The one published file that holds a clock: looking again without finding anything new changes
this file and no version.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from output.versions.manifest import Index
from schema.errors import UnusableTarget

# Older failures are of no use to who follows the file, and it must not grow without end.
FAILURES_KEPT = 50
# Outcomes of runs that the next call continues.
STOPPED = frozenset({"incomplete", "unavailable", "killed"})


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Freshness(_Part):
    """When the site was looked at, how often that is meant to happen, from when it is stale.

    None for a copy of the site, which says nothing about today.
    """

    looked_at: str
    expected_every_days: int
    stale_after: str


class Withdrawal(_Part):
    """Why and when a version was withdrawn, and the data and program that made it."""

    version: str
    reason: str
    at: str
    content_sha256: str
    code: str


class Withdrawals(_Part):
    """`withdrawn.json`: it outlives `versions.json`, which can be made again from the versions."""

    withdrawn: tuple[Withdrawal, ...] = ()

    def to_json(self) -> bytes:
        """Return the bytes of the file."""
        return (self.model_dump_json(indent=2) + "\n").encode()


class Listed(_Part):
    """A published version; `withdrawn`: the reason, when it was taken back."""

    version: str
    replaces: str | None
    day: str | None
    scope: str
    schema_version: str
    content_sha256: str
    records: int
    pages: int
    rejected: int
    issues: int
    withdrawn: str | None = None


class Failure(_Part):
    """A run that published nothing: how it ended and why, which checks failed, what it had found.

    `outcome` as in run reports (`refused`, `unavailable`, `incomplete`, `killed` …); `report`: name
    of the run report. What a run did not come to know is null.
    """

    outcome: str = "refused"
    at: str | None = None
    reason: str | None = None
    report: str | None = None
    looked_at: str | None = None
    scope: str | None = None
    checks: tuple[str, ...] = ()
    records: int | None = None
    pages: int | None = None
    issues: dict[str, int] = {}


class VersionsFile(_Part):
    """The whole file. `last_run`: whether the newest run published, found nothing new, failed or
    stopped before its end.
    """

    latest: str | None = None
    last_run: str = "published"
    freshness: Freshness | None = None
    versions: tuple[Listed, ...] = ()
    failed: tuple[Failure, ...] = ()

    def with_versions(self, more: Iterable[Listed]) -> "VersionsFile":
        """Return the file with further versions, each listed once; the last is the latest."""
        new = {listed.version: listed for listed in more}
        versions = (*(old for old in self.versions if old.version not in new), *new.values())
        return self.model_copy(
            update={"versions": versions, "latest": _last(versions), "last_run": "published"}
        )

    def with_withdrawals(self, withdrawals: Iterable[Withdrawal]) -> "VersionsFile":
        """Return the file with the versions marked that are withdrawn, and no others."""
        reasons = {withdrawal.version: withdrawal.reason for withdrawal in withdrawals}
        versions = tuple(
            listed.model_copy(update={"withdrawn": reasons.get(listed.version)})
            for listed in self.versions
        )
        if versions == self.versions:
            return self
        return self.model_copy(update={"versions": versions, "latest": _last(versions)})

    def looked(self, freshness: Freshness | None) -> "VersionsFile":
        """After a run that found nothing new."""
        return self.model_copy(update={"freshness": freshness, "last_run": "nothing-new"})

    def with_failure(self, failure: Failure) -> "VersionsFile":
        """Return the file after a run that was refused, failed or stopped.

        Freshness stays that of what is published.
        """
        last_run = "stopped" if failure.outcome in STOPPED else "failed"
        failed = (*self.failed, failure)[-FAILURES_KEPT:]
        return self.model_copy(update={"failed": failed, "last_run": last_run})

    def to_json(self) -> bytes:
        """The file's bytes."""
        return (self.model_dump_json(indent=2) + "\n").encode()


def _last(versions: tuple[Listed, ...]) -> str | None:
    """Return the name of the last version that is not withdrawn."""
    return next((one.version for one in reversed(versions) if one.withdrawn is None), None)


def freshness(looked_at: datetime, every_days: int, grace_days: int = 0) -> Freshness:
    """Stale when `every_days` and a grace have gone by since the site was looked at."""
    looked_at = looked_at.astimezone(UTC).replace(microsecond=0)
    stale = looked_at + timedelta(days=every_days + grace_days)
    return Freshness(
        looked_at=looked_at.isoformat().replace("+00:00", "Z"),
        expected_every_days=every_days,
        stale_after=stale.isoformat().replace("+00:00", "Z"),
    )


def listed(index: Index) -> Listed:
    """The entry of a version."""
    return Listed(
        version=index.version,
        replaces=index.previous,
        day=index.day,
        scope=index.scope,
        schema_version=index.schema_version,
        content_sha256=index.content_sha256,
        records=index.rows["referentials"],
        pages=index.rows["pages"],
        rejected=index.rows["rejected"],
        issues=index.rows["issues"],
    )


_File = TypeVar("_File", VersionsFile, Withdrawals)


def read_versions(path: Path) -> VersionsFile:
    """Read `versions.json`, or return an empty one when it is not there.

    `UnusableTarget` for a file that cannot be read.
    """
    advice = "move it away and run again, it is made again from the versions"
    return _read(path, VersionsFile, advice)


def read_withdrawals(path: Path) -> Withdrawals:
    """Read `withdrawn.json`, or return an empty one when it is not there.

    `UnusableTarget` for a file that cannot be read.
    """
    return _read(path, Withdrawals, "restore it from a copy, or withdraw those versions again")


def _read(path: Path, model: type[_File], advice: str) -> _File:
    if not path.exists():
        return model()
    try:
        return model.model_validate_json(path.read_bytes())
    except (ValidationError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else error.errors()[0]["msg"]
        raise UnusableTarget(f"{path} cannot be read ({reason}): {advice}") from error
