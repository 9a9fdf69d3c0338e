"""The report of one call of `run`, `fetch` or `publish`: a typed document and its JSON Schema.

`reports/run-<id>.json` in the data folder holds one report. Times are UTC, ISO 8601; durations are
seconds. Counts of pages are those of the table `pages` of the version that was made or refused.
"""

from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

FORMAT = 1
EXAMPLES = 3


class RunOutcome(StrEnum):
    """How a call ended."""

    RUNNING = "running"
    PUBLISHED = "published"
    NOTHING_NEW = "nothing-new"
    FETCHED = "fetched"
    INCOMPLETE = "incomplete"
    UNAVAILABLE = "unavailable"
    BUSY = "busy"
    REFUSED = "refused"
    UNUSABLE = "unusable"
    FAULT = "fault"
    KILLED = "killed"


GOOD = frozenset({RunOutcome.PUBLISHED, RunOutcome.NOTHING_NEW, RunOutcome.FETCHED})
FAILED = frozenset({
    RunOutcome.UNAVAILABLE,
    RunOutcome.REFUSED,
    RunOutcome.UNUSABLE,
    RunOutcome.FAULT,
    RunOutcome.KILLED,
})  # fmt: skip

OUTCOME_TEXT = {
    RunOutcome.RUNNING: "the call is at work",
    RunOutcome.PUBLISHED: "a new version was published",
    RunOutcome.NOTHING_NEW: "the data is that of the last version",
    RunOutcome.FETCHED: "the archive is up to date (fetch)",
    RunOutcome.INCOMPLETE: "stopped by a limit or a signal; the next call goes on",
    RunOutcome.UNAVAILABLE: "the site could not be read; the next call goes on",
    RunOutcome.BUSY: "another call holds the data folder; nothing was done",
    RunOutcome.REFUSED: "a check failed; nothing was published",
    RunOutcome.UNUSABLE: "an option, a file or a folder cannot be used",
    RunOutcome.FAULT: "a fault of the program",
    RunOutcome.KILLED: "the process ended without a word (kill, power cut); completed later",
}


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class CrawlReport(_Part):
    """The part of a call that asked the site for pages, or for their documents."""

    run: str = Field(description="Run in the archive; several calls may work on one run.")
    source: Literal["live", "mirror", "warc"] = Field(description="Where pages come from.")
    known: int = Field(description="Addresses known.")
    waiting: int = Field(description="Addresses still to be asked in this run.")
    asked: dict[str, int] = Field(
        description="Pages asked in this run by outcome of asking: new, changed, same, "
        "not-modified (the cache held), alias, gone, failed, robots, not-in-copy."
    )
    failures: dict[str, int] = Field(description="Pages that failed, by kind of failure.")
    issues: dict[str, int] = Field(description="Issues of asking, by code.")
    requests: int = Field(description="HTTP requests of this call.")
    bytes: int = Field(0, description="Bytes of bodies received by this call, decoded.")
    stopped: str | None = Field(None, description="Why the run is not at its end.")


class IssueCount(_Part):
    """An issue code with its number and examples."""

    code: str
    severity: str
    count: int
    examples: tuple[str, ...] = Field(
        (), description=f"At most {EXAMPLES}: address or source, then the message."
    )


class CheckReport(_Part):
    """The result of a check."""

    name: str
    level: Literal["fatal", "warning"]
    passed: bool
    observed: JsonValue = None
    bound: JsonValue = None
    explanation: str


class SourceReport(_Part):
    """A source of the records."""

    name: str
    documents: int
    refused: int
    records: int


class LayoutReport(_Part):
    """A page layout that the version before did not have, with an address."""

    layout: str
    pages: int
    example: str


class DataReport(_Part):
    """The data that was read, whether it was published or refused."""

    scope: str
    pages: dict[str, int] = Field(
        description="Addresses by outcome: SELECT outcome, count(*) FROM pages GROUP BY outcome."
    )
    refusals: dict[str, int] = Field(description="Refused pages by reason.")
    sources: tuple[SourceReport, ...] = ()
    records: int
    held_back: int = Field(
        0, description="Pages whose answer was held back: the last good content stays."
    )
    issues: tuple[IssueCount, ...] = ()
    new_layouts: tuple[LayoutReport, ...] = ()


class RunReport(_Part):
    """One call of `run`, `fetch` or `publish`."""

    model_config = ConfigDict(frozen=True, extra="ignore", title="RunReport")

    format: int = FORMAT
    id: str = Field(description="UTC time of the start, with a number for the same second.")
    verb: Literal["run", "fetch", "publish"]
    started: str
    ended: str | None = Field(None, description="Null while the call is at work.")
    outcome: RunOutcome = Field(
        RunOutcome.RUNNING,
        description="; ".join(f"{key.value}: {text}" for key, text in OUTCOME_TEXT.items()),
    )
    exit_code: int | None = Field(None, description="Null while at work, and when killed.")
    reason: str | None = Field(None, description="Why the outcome is no good one, in one line.")
    code: str = Field(description="Version of the program.")
    schema_version: str = Field(description="Version of the schema of records.")
    options: dict[str, JsonValue] = Field(
        default_factory=dict, description="Effective options; secrets in addresses are masked."
    )
    durations: dict[str, float] = Field(
        default_factory=dict,
        description="Seconds by stage: sources, fetch, documents, read, publish.",
    )
    crawl: CrawlReport | None = None
    documents: CrawlReport | None = Field(
        None, description="The asking of the documents that pages link to, with --documents."
    )
    data: DataReport | None = None
    checks: tuple[CheckReport, ...] = ()
    changes: dict[str, int] = Field(
        default_factory=dict,
        description="Records by kind of change against the version before: created, changed, "
        "removed, not_seen, came_back, id_renamed, document_changed. Of a published version only.",
    )
    version: str | None = Field(
        None, description="Version published or, when nothing is new, confirmed by this call."
    )

    def to_json(self) -> bytes:
        """Return the bytes of the file."""
        return (self.model_dump_json(indent=2) + "\n").encode()

    @property
    def failed_checks(self) -> tuple[CheckReport, ...]:
        """The fatal checks that failed."""
        return tuple(c for c in self.checks if not c.passed and c.level == "fatal")

    @property
    def inputs_gone(self) -> tuple[CheckReport, ...]:
        """The warning that an option of the last version was left out, where a fatal check failed.

        What it took away is then the likeliest cause.
        """
        gone = (c for c in self.checks if c.name == "inputs-gone" and not c.passed)
        return tuple(gone) if self.failed_checks else ()


def run_report_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a run report."""
    schema = RunReport.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
