"""`versions.json`: every version, every failed run, and how fresh the latest is.

The one published file that holds a clock: looking again without finding anything new changes
this file and no version.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from output.versions.manifest import Index
from schema.errors import UnusableTarget

# Older failures are of no use to who follows the file, and it must not grow without end.
FAILURES_KEPT = 50


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Freshness(_Part):
    """When the site was looked at, how often that is meant to happen, from when it is stale.

    None for a copy of the site, which says nothing about today.
    """

    looked_at: str
    expected_every_days: int
    stale_after: str


class Listed(_Part):
    """A published version."""

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


class Failure(_Part):
    """A run that published nothing: which checks failed, and what it had found."""

    looked_at: str | None
    scope: str
    checks: tuple[str, ...]
    records: int
    pages: int
    issues: dict[str, int]


class VersionsFile(_Part):
    """The whole file. `last_run`: whether the newest run published, found nothing new, failed."""

    latest: str | None = None
    last_run: str = "published"
    freshness: Freshness | None = None
    versions: tuple[Listed, ...] = ()
    failed: tuple[Failure, ...] = ()

    def with_versions(self, more: Iterable[Listed]) -> "VersionsFile":
        """With further versions, each listed once; the last is the latest."""
        new = {one.version: one for one in more}
        versions = (*(one for one in self.versions if one.version not in new), *new.values())
        latest = versions[-1].version if versions else None
        return self.model_copy(
            update={"versions": versions, "latest": latest, "last_run": "published"}
        )

    def looked(self, freshness: Freshness | None) -> "VersionsFile":
        """After a run that found nothing new."""
        return self.model_copy(update={"freshness": freshness, "last_run": "nothing-new"})

    def with_failure(self, failure: Failure) -> "VersionsFile":
        """After a run that was refused; freshness stays that of what is published."""
        failed = (*self.failed, failure)[-FAILURES_KEPT:]
        return self.model_copy(update={"failed": failed, "last_run": "failed"})

    def to_json(self) -> bytes:
        """The file's bytes."""
        return (self.model_dump_json(indent=2) + "\n").encode()


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


def read_versions(path: Path) -> VersionsFile:
    """The file, or an empty one when it is not there. Raises `UnusableTarget`."""
    if not path.exists():
        return VersionsFile()
    try:
        return VersionsFile.model_validate_json(path.read_bytes())
    except (ValidationError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else error.errors()[0]["msg"]
        raise UnusableTarget(
            f"{path} cannot be read ({reason}): move it away and run again, it "
            "is made again from the versions"
        ) from error
