"""The status of a data folder as a typed document, with its JSON Schema."""

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from scraper.operations.run_report import IssueCount, RunOutcome


class Health(StrEnum):
    """The health of a data folder; `stale` and `failing` are exit code 4 of `eduscol status`."""

    HEALTHY = "healthy"
    HELD_BACK = "held-back"
    STALE = "stale"
    FAILING = "failing"
    EMPTY = "empty"


UNHEALTHY = frozenset({Health.STALE, Health.FAILING, Health.EMPTY})


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Wording(_Part):
    """A line for people, in English and in French."""

    en: str
    fr: str


class LatestVersion(_Part):
    """The last good version."""

    name: str
    day: str | None
    records: int
    looked_at: str | None = Field(description="When the live site was last asked in full.")
    age_days: float | None = Field(description="Days since then.")
    expected_every_days: int | None
    stale_after: str | None


class Failing(_Part):
    """The calls that failed one after the other, up to the last one."""

    since: str
    calls: int
    outcome: RunOutcome
    reason: str
    report: str = Field(description="Path of the report of the last of them.")
    new_issues: tuple[IssueCount, ...] = Field(
        (), description="Issues that are more than in the last good call: the likely cause."
    )
    new_layouts: tuple[str, ...] = ()


class PageTrouble(_Part):
    """A page that deserves a look."""

    url: str
    trouble: Wording


class LastCall(_Part):
    """The last call of run, fetch or publish, one at work included."""

    id: str
    verb: str
    started: str
    ended: str | None
    outcome: RunOutcome
    seconds: float | None


class Status(_Part):
    """The status of a data folder."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="Status")

    health: Health
    checked_at: str
    headline: Wording
    causes: tuple[Wording, ...] = ()
    advice: tuple[Wording, ...] = ()
    version: LatestVersion | None = None
    next_run_due: str | None = None
    failing: Failing | None = None
    held_back: int = 0
    held_back_pages: tuple[PageTrouble, ...] = ()
    worst_pages: tuple[PageTrouble, ...] = ()
    last_call: LastCall | None = None

    @property
    def exit_code(self) -> int:
        """Return 0 for a healthy folder, 4 for a stale, failing or empty one."""
        return 4 if self.health in UNHEALTHY else 0


def status_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a status."""
    schema = Status.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
