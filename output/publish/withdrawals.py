"""Withdrawals and restorations in the list of changes, for programs that follow it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

from output.dataset.rows import Change
from output.diff.changes import changes
from output.diff.version_content import NOTHING, VersionContent, read_content
from output.versions.change_log import ChangeLog
from output.versions.manifest import BrokenIndex
from output.versions.store import Store


def record_withdrawals(store: Store, latest: str | None) -> None:
    """Append the withdrawals and restorations of versions to the list of changes.

    `latest`: the version in force now. Nothing is appended when the list has them already: a
    call that was killed is completed by the next one. Raises OSError and `UnusableTarget`.
    """
    state, listed = _state(store.log)
    withdrawn = {withdrawal.version: withdrawal.at[:10] for withdrawal in store.withdrawals()}
    today = datetime.now(UTC).date().isoformat()
    new = sorted((name, day) for name, day in withdrawn.items() if name not in listed)
    back = sorted((name, today) for name in listed - withdrawn.keys())
    events = [
        *_events("withdrawn", new, state, latest),
        *_events("restored", back, state, latest),
    ]
    if events:
        before, after = _content(store, state), _content(store, latest)
        store.log.append([*events, *_difference(before, after, events[-1].day, store.log)])


def _state(log: ChangeLog) -> tuple[str | None, set[str]]:
    """Return the version that the list leads to, and those that it shows as withdrawn."""
    state: str | None = None
    withdrawn: set[str] = set()
    for row in log:
        is_event = row.referential is None
        if is_event:
            state = row.after
        elif row.cause != "withdrawal":  # those lines lead to the version that their event names
            state = row.version
        if row.kind == "withdrawn" and is_event:
            withdrawn.add(row.version)
        elif row.kind == "restored":
            withdrawn.discard(row.version)
    return state, withdrawn


def _events(
    kind: Literal["withdrawn", "restored"],
    versions: Iterable[tuple[str, str]],
    state: str | None,
    latest: str | None,
) -> Iterator[Change]:
    for version, day in versions:
        yield Change(
            version=version, day=day, previous=state, referential=None, kind=kind,
            field=None, before=state, after=latest, cause="withdrawal", old_id=None,
        )  # fmt: skip


def _content(store: Store, version: str | None) -> VersionContent | None:
    """Return the content of a version; None when its folder is gone or damaged."""
    if version is None:
        return NOTHING
    try:
        return read_content(store.folder / version)
    except BrokenIndex:
        return None


def _difference(
    before: VersionContent | None, after: VersionContent | None, day: str | None, log: ChangeLog
) -> Iterator[Change]:
    """Yield the changes of records that go with withdrawals.

    None from a folder that is gone: a follower reads the version in force because of the event
    as a whole.
    """
    if before is None or after is None or before.version == after.version:
        return
    name = after.version or before.version or ""
    for change in changes(replace(before, scope=after.scope), after, name, log):
        kind = "withdrawn" if change.kind in {"removed", "not_seen"} else change.kind
        yield change.model_copy(update={"kind": kind, "day": day, "cause": "withdrawal"})
