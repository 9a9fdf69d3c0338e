"""Events of a run, as `archive/runs/<run>.ndjson` holds them: one JSON object a line.

They and the WARC files are the truth; `state.db` is the result of applying them in order.
Dates are UTC, ISO 8601. A page is named by its `key` (`Site.key`).
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from schema.issues import Issue
from scraper.model.response import FailureKind, Outcome

FORMAT = 1


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(_Event):
    """Place of a record: WARC file (name within the archive) and offset in bytes.

    `end`: the size of the file after the last record of the exchange.
    """

    file: str
    offset: int
    end: int


class Start(_Event):
    """A run begins: every known page on `hosts` is to be requested."""

    event: Literal["start"] = "start"
    format: int = FORMAT
    at: str
    source: Literal["live", "mirror", "warc"]
    hosts: tuple[str, ...]
    user_agent: str | None = None


class Found(_Event):
    """Addresses that were met: pairs of page key and address as it is to be requested."""

    event: Literal["found"] = "found"
    origin: str
    depth: int
    addresses: tuple[tuple[str, str], ...]


class Content(_Event):
    """A body that was read: hash, how to recognise it again, where it is archived."""

    sha256: str
    media_type: str | None = None
    final_url: str
    captured: str
    payload_digest: str
    place: Place


class HeldBack(_Event):
    """An answer that is no référentiel where one stood (`scraper.crawl.suspects`).

    `signature`: equal for answers that are the same in this respect. `day`: of the answer
    (ISO 8601); None in a copy of the site, which has no days.
    """

    signature: str
    day: str | None


class PageDone(_Event):
    """A page was requested in this run.

    - `content`: with the outcomes `new` and `changed`, or where the archived one was damaged.
    - `place`: the record of this visit, a revisit or an error page included.
    - `asked`: every address requested, the answering one last.
    - `reached`: key and address at the end of the redirects.
    - `found`: as in `Found`, one deeper.
    - `held_back`: with the outcome `suspect`.
    - `missing`: the day on which an error page with status 200 said that the page is not there.
    """

    event: Literal["page"] = "page"
    at: str
    key: str
    outcome: Outcome
    asked: tuple[str, ...] = ()
    reached: tuple[str, str] | None = None
    status: int | None = None
    kind: FailureKind | None = None
    detail: str | None = None
    content: Content | None = None
    etag: str | None = None
    last_modified: str | None = None
    alias_of: str | None = None
    place: Place | None = None
    found: tuple[tuple[str, str], ...] = ()
    issues: tuple[Issue, ...] = ()
    held_back: HeldBack | None = None
    missing: str | None = None


class Aside(_Event):
    """A file other than a page was read: robots.txt, a sitemap, a file of the user's addresses.

    `url`: its address; for a file its name in the archive.
    """

    event: Literal["aside"] = "aside"
    at: str
    url: str
    what: Literal["robots", "sitemap", "seeds"]
    status: int | None = None
    detail: str | None = None
    place: Place | None = None
    issues: tuple[Issue, ...] = ()


class Stopped(_Event):
    """The run stopped before its end and may go on; `again`: retry its passing failures then."""

    event: Literal["stop"] = "stop"
    at: str
    reason: str
    again: bool = False


class Resumed(_Event):
    """The run goes on."""

    event: Literal["resume"] = "resume"
    at: str


class Ended(_Event):
    """Every page has been requested."""

    event: Literal["end"] = "end"
    at: str


Event = Start | Found | PageDone | Aside | Stopped | Resumed | Ended
_ADAPTER: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="event")])


def read_event(line: bytes) -> Event:
    """Parse one line; pydantic's `ValidationError` when it is not an event."""
    return _ADAPTER.validate_json(line)


def place_of(event: Event) -> Place | None:
    """Return the place in the archive of the exchange that the event records."""
    return event.place if isinstance(event, PageDone | Aside) else None


def journal_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a line of a journal."""
    schema = _ADAPTER.json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Event", **schema}
