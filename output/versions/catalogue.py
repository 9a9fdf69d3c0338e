"""`versions.json`: every version, every failed or stopped run, and how fresh the latest is.

The one published file that holds a clock: looking again without finding anything new changes
this file and no version.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from output.dataset.rows import SCOPE
from output.versions.manifest import Index
from schema.errors import UnusableTarget
from schema.fields import described

# Older failures are of no use to followers of the file, and it must not grow without end.
FAILURES_KEPT = 50
# Outcomes of runs that the next call continues.
STOPPED = frozenset({"incomplete", "unavailable", "killed"})


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SiteFreshness(_Part):
    """La fraîcheur des données. / How fresh the data is."""

    looked_at: str = described(
        "Dernier passage sur le site.", "When the site was last looked at.", form="date-time"
    )
    expected_every_days: int = described(
        "Fréquence attendue, en jours.", "Days between two looks, as expected."
    )
    stale_after: str = described(
        "Périmé à partir de cette date.", "The data is stale from then on.", form="date-time"
    )


class Withdrawal(_Part):
    """Retrait d'une version. / The withdrawal of a version."""

    version: str = described("Version retirée.", "Version that was withdrawn.")
    reason: str = described("Motif.", "Reason, in one line.")
    at: str = described("Date du retrait.", "When it was withdrawn.", form="date-time")
    content_sha256: str = described("Empreinte des données.", "Hash of the data.")
    code: str = described("Version du programme.", "Version of the program that made it.")


class Withdrawals(_Part):
    """Les versions retirées. / The withdrawn versions: `withdrawn.json`.

    It outlives `versions.json`, which can be made again from the versions.
    """

    withdrawn: tuple[Withdrawal, ...] = described("Retraits.", "Withdrawals.", default=())

    def to_json(self) -> bytes:
        """Return the bytes of the file."""
        return (self.model_dump_json(indent=2) + "\n").encode()


class Listed(_Part):
    """Une version publiée. / A published version."""

    version: str = described("Nom de la version.", "Name of the version.")
    replaces: str | None = described("Version remplacée.", "The version it replaces.")
    day: str | None = described(
        "Jour où le site a été interrogé en dernier ; vide pour une copie du site.",
        "Day on which the site was last asked; null for a copy of the site.",
        form="date",
    )
    scope: str = described(*SCOPE)
    schema_version: str = described("Version du schéma.", "Version of the schema.")
    content_sha256: str = described("Empreinte des données.", "Hash of the data.")
    records: int = described("Nombre de fiches.", "Number of records.")
    pages: int = described("Nombre d'adresses.", "Number of addresses.")
    rejected: int = described("Nombre de documents écartés.", "Number of rejected documents.")
    issues: int = described("Nombre de constats.", "Number of issues.")
    withdrawn: str | None = described(
        "Motif du retrait ; vide si elle n'est pas retirée.",
        "Reason of its withdrawal; null when it was not withdrawn.",
        default=None,
    )


class Failure(_Part):
    """Un passage sans publication. / A run that published nothing.

    A value that the run did not come to know is null.
    """

    outcome: str = described(
        "Comment il s'est terminé, comme dans les rapports (vocabulaire run_outcome).",
        "How it ended, as in run reports (vocabulary run_outcome).",
        default="refused",
    )
    at: str | None = described("Date.", "When it ended.", default=None, form="date-time")
    reason: str | None = described("Motif.", "Reason.", default=None)
    report: str | None = described("Nom du rapport.", "Name of the run report.", default=None)
    looked_at: str | None = described(
        "Dernier passage sur le site.", "When the site was looked at.", default=None,
        form="date-time",
    )  # fmt: skip
    scope: str | None = described(*SCOPE, default=None)
    checks: tuple[str, ...] = described("Contrôles en échec.", "Checks that failed.", default=())
    records: int | None = described("Nombre de fiches.", "Number of records.", default=None)
    pages: int | None = described("Nombre d'adresses.", "Number of addresses.", default=None)
    issues: dict[str, int] = described("Constats par code.", "Issues by code.", default={})


class VersionsFile(_Part):
    """Les versions et les passages. / All versions and runs: `versions.json`."""

    latest: str | None = described(
        "Version en vigueur.", "The version in force; null before the first.", default=None
    )
    last_run: str = described(
        "Dernier passage : published, nothing-new, failed ou stopped.",
        "Whether the newest run published, found nothing new, failed or stopped before its end.",
        default="published",
    )
    freshness: SiteFreshness | None = described(
        "Quand le site a été lu, et quand les données sont périmées ; vide s'il ne l'a jamais été.",
        "When the site was looked at, and when the data is stale; null where it never was.",
        default=None,
    )
    versions: tuple[Listed, ...] = described(
        "Les versions, la plus récente en dernier.", "The versions, newest last.", default=()
    )
    failed: tuple[Failure, ...] = described(
        "Les derniers passages sans publication.", "The last runs without a publication.",
        default=(),
    )  # fmt: skip

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

    def looked(
        self, freshness: SiteFreshness | None, last_run: str = "nothing-new"
    ) -> "VersionsFile":
        """Return the file after a run that published no new version.

        `freshness`: None for a run that did not ask the live site: what was known of it stays.
        `last_run`: `published` where it put a withdrawn version back in force.
        """
        known = freshness or self.freshness
        return self.model_copy(update={"freshness": known, "last_run": last_run})

    def with_failure(self, failure: Failure) -> "VersionsFile":
        """Return the file after a run that was refused, failed or stopped.

        Freshness stays as published.
        """
        last_run = "stopped" if failure.outcome in STOPPED else "failed"
        failed = (*self.failed, failure)[-FAILURES_KEPT:]
        return self.model_copy(update={"failed": failed, "last_run": last_run})

    def to_json(self) -> bytes:
        """Return the bytes of the file."""
        return (self.model_dump_json(indent=2) + "\n").encode()


def _last(versions: tuple[Listed, ...]) -> str | None:
    """Return the name of the last version that is not withdrawn."""
    return next(
        (version.version for version in reversed(versions) if version.withdrawn is None), None
    )


def freshness(looked_at: datetime, every_days: int, grace_days: int = 0) -> SiteFreshness:
    """Return how fresh the data is: stale `every_days` and a grace after the site was looked at."""
    looked_at = looked_at.astimezone(UTC).replace(microsecond=0)
    stale = looked_at + timedelta(days=every_days + grace_days)
    return SiteFreshness(
        looked_at=looked_at.isoformat().replace("+00:00", "Z"),
        expected_every_days=every_days,
        stale_after=stale.isoformat().replace("+00:00", "Z"),
    )


def listed(index: Index) -> Listed:
    """Return the entry of a version."""
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
