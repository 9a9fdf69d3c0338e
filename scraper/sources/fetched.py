"""Which file of a version's sources came from which address."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from schema.issues import Issue


class Fetched(BaseModel):
    """A file from an address. `issues`: of the last run that asked for it; with `fetch-failed` the
    file is one of before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: str
    sha256: str
    issues: tuple[Issue, ...] = ()


def to_lines(fetched: Iterable[Fetched]) -> bytes:
    """One JSON object a line; the same for the same."""
    return "".join(f"{one.model_dump_json()}\n" for one in fetched).encode()


def from_lines(lines: bytes) -> tuple[Fetched, ...]:
    """What `to_lines` was given."""
    return tuple(map(Fetched.model_validate_json, lines.splitlines()))
