"""The values of a change as people read them, in French: of lists and long texts what differs."""

import json
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from output.dataset.rows import Change
from output.tables.change_views import ORDER_KINDS, short_type, shown_document
from output.tables.view_definition import STATUSES

# Enough of a text for a feed or a page; the rest stands in changes.ndjson.
SHOWN = 300
_BEFORE = 20
_NOTHING = "(rien)"
_REMOVED, _ADDED = "retiré : ", "ajouté : "


class Values(NamedTuple):
    """Hold the texts of the values before and after a change; a missing value has an empty one."""

    before: str
    after: str

    def __str__(self) -> str:
        """Return both in one text."""
        if self.before.startswith(_REMOVED) or self.after.startswith(_ADDED):
            return " ; ".join(filter(None, self))
        return f"{self.before or _NOTHING} → {self.after or _NOTHING}"


def shown_values(change: Change, shown: int = SHOWN) -> Values:
    """Return the values of a change, each in little more than `shown` characters.

    Of lists that share items, only those that were removed and added. Of long texts the place where
    they differ.
    """
    before, after = change.before, change.after
    if change.kind == "document_changed":
        return Values(shown_document(before or ""), shown_document(after or ""))
    old, new = _items(before), _items(after)
    if old is None or new is None:
        return _cut(_words(change.field, before), _words(change.field, after), shown)
    removed = [item for item in old if item not in new]
    added = [item for item in new if item not in old]
    if not removed and not added:  # the order is another
        removed, added = old, new
    texts = _joined(removed, _named), _joined(added, _named)
    if texts[0] == texts[1]:
        texts = _joined(removed, _whole), _joined(added, _whole)
    values = _cut(*texts, shown)
    if len(removed) == len(old) and len(added) == len(new):
        return values
    return Values(
        _REMOVED + values.before if removed else "", _ADDED + values.after if added else ""
    )


def _items(value: str | None) -> list[Any] | None:
    """Return the items of a list, None for another value."""
    if value is None or not value.startswith("["):
        return None
    try:
        items = json.loads(value)
    except ValueError:
        return None
    return items if isinstance(items, list) else None


def _joined(items: Sequence[Any], text: Callable[[Any], str]) -> str:
    return " ; ".join(map(text, items))


def _named(item: Any) -> str:
    """Return what an item is called, with its kind, NOR and address."""
    if not isinstance(item, dict):
        return str(item)
    name = str(item.get("label") or item.get("title") or item.get("url"))
    kind = ORDER_KINDS.get(item.get("kind", ""), item.get("kind"))
    more = ", ".join(str(value) for value in (kind, item.get("nor"), item.get("url")) if value)
    return f"{name} ({more})" if more else name


def _whole(item: Any) -> str:
    """Return all that an item says, where what it is called does not tell two apart."""
    if not isinstance(item, dict):
        return str(item)
    return ", ".join(ORDER_KINDS.get(value, str(value)) for value in item.values() if value)


def _words(field: str | None, value: str | None) -> str:
    """Return a value with French words for codes of ours, on one line."""
    if value is None:
        return ""
    if field == "status":
        return STATUSES.get(value, value)
    if field == "diploma_type":
        return short_type(value) or ""
    return " ".join(value.split())


def _cut(before: str, after: str, shown: int) -> Values:
    """Return two texts for one line; of long ones the characters around their difference."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    start = sum(1 for _ in alike) - _BEFORE
    return Values(_part(before, start, shown), _part(after, start, shown))


def _part(value: str, start: int, shown: int) -> str:
    start = max(min(start, len(value) - shown), 0)
    end = start + shown
    return f"{'…' * (start > 0)}{value[start:end]}{'…' * (end < len(value))}"
