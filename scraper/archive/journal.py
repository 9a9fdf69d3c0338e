"""The events of a run, as `archive/runs/<run>.ndjson` holds them: one JSON object a line.

They and the WARC files are the truth; `state.db` is what results from applying them in order.
Dates are UTC, ISO 8601. A page is named by its `key` (`Site.key`).
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from schema.issues import Issue
from scraper.model.response import FailureKind, Outcome

FORMAT = 1


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(_Event):
    """Where a record stands: WARC file (name within the archive) and offset; `end`: of the file
    after the last record of the exchange."""

    file: str
    offset: int
    end: int


class Start(_Event):
    """A run begins: every known page on `hosts` is to be asked for."""

    event: Literal["start"] = "start"
    format: int = FORMAT
    at: str
    source: Literal["live", "mirror", "warc"]
    hosts: tuple[str, ...]
    user_agent: str | None = None


class Found(_Event):
    """Addresses that were met: pairs of page key and address as it is to be asked for."""

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


class PageDone(_Event):
    """A page was asked for in this run.

    `content` with the outcomes `new` and `changed`. `place`: the record of this visit, a revisit
    or an error page included. `asked`: every address asked for, the answering one last. `reached`:
    key and address at the end of the redirects. `found`: as in `Found`, one deeper.
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


class Aside(_Event):
    """Something that is no page was read: robots.txt, a sitemap, a file of the user's addresses.

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
    """The run stopped before its end and may go on; `again`: ask for its passing failures again."""

    event: Literal["stop"] = "stop"
    at: str
    reason: str
    again: bool = False


class Resumed(_Event):
    """The run goes on."""

    event: Literal["resume"] = "resume"
    at: str


class Ended(_Event):
    """Every page has been asked for."""

    event: Literal["end"] = "end"
    at: str


Event = Start | Found | PageDone | Aside | Stopped | Resumed | Ended
_ADAPTER: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="event")])


def read_event(line: bytes) -> Event:
    """The event of one line; pydantic's `ValidationError` when it is none."""
    return _ADAPTER.validate_json(line)


def place_of(event: Event) -> Place | None:
    """The place in the archive of what the event tells of."""
    return event.place if isinstance(event, PageDone | Aside) else None
