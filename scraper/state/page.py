"""Hold one page of the crawl, as the state knows it."""

import sqlite3
from dataclasses import dataclass

from scraper.archive.journal import ArchivedContent, HeldBackAnswer, RecordPlace
from scraper.model.response import FailureKind, Outcome


@dataclass(frozen=True)
class Page:
    """A page as the state knows it.

    - `seq`: its place in the order of requests; `tries`: how often the present run requested it.
    - `addresses`: those to request, first met first; `aliases`: all others.
    - `outcome` and its details belong to `run`, the last run that requested the page.
    - `content`: the last good one, read in `content_run`, last seen valid at `seen_at`.
    - `asked_at`: when it was requested last; `retrieved_at`: when `content` came last, in full;
      `changed_at`: when that content first differed from the one before.
    - `validators_address`: the address that gave `etag` and `last_modified`.
    - `missing_run`: the first run that found 404, if it was not read since; `missing_day`: the
      first day on which an error page said so; `gone`: a later run found the same.
    - `held_back`: the first of the suspect answers since the last good one.
    """

    seq: int
    tries: int
    key: str
    url: str
    origin: str
    depth: int
    pending: bool
    addresses: tuple[str, ...]
    aliases: tuple[str, ...]
    run: str | None
    outcome: Outcome | None
    status: int | None
    kind: FailureKind | None
    detail: str | None
    alias_of: str | None
    place: RecordPlace | None
    good_address: str | None
    etag: str | None
    last_modified: str | None
    validators_address: str | None
    content: ArchivedContent | None
    content_run: str | None
    seen_at: str | None
    missing_run: str | None
    missing_day: str | None
    held_back: HeldBackAnswer | None
    gone: bool
    asked_at: str | None = None
    retrieved_at: str | None = None
    changed_at: str | None = None


def page_of(row: sqlite3.Row, names: list[sqlite3.Row]) -> Page:
    """Make the page of a row of `pages` and its rows of `addresses`, first met first."""
    content, place, held_back = row["content_json"], row["place_json"], row["held_back_json"]
    return Page(
        seq=row["seq"],
        tries=row["tries"],
        key=row["key"],
        url=row["url"],
        origin=row["origin"],
        depth=row["depth"],
        pending=bool(row["pending"]),
        addresses=tuple(n["address"] for n in names if n["met"]),
        aliases=tuple(sorted({n["address"] for n in names} - {row["url"]})),
        run=row["run"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        status=row["status"],
        kind=FailureKind(row["kind"]) if row["kind"] else None,
        detail=row["detail"],
        alias_of=row["alias_of"],
        place=RecordPlace.model_validate_json(place) if place else None,
        good_address=row["good_address"],
        etag=row["etag"],
        last_modified=row["last_modified"],
        validators_address=row["validators_address"],
        content=ArchivedContent.model_validate_json(content) if content else None,
        content_run=row["content_run"],
        seen_at=row["seen_at"],
        missing_run=row["missing_run"],
        missing_day=row["missing_day"],
        held_back=HeldBackAnswer.model_validate_json(held_back) if held_back else None,
        gone=bool(row["gone"]),
        asked_at=row["at"],
        retrieved_at=row["retrieved_at"],
        changed_at=row["changed_at"],
    )
