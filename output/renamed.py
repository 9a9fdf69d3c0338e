"""Which record that left is which record that appeared: an id that was renamed.

Ids are made of page and code, so they change when a page moves or gains a code. Two records are
the same only when exactly one on each side fits: a doubtful pair is a removal and a creation.
"""

from collections.abc import Callable, Mapping
from typing import Any

from schema.text import fold

Record = Mapping[str, Any]


def _page_and_code(record: Record) -> object:
    return record["page"] and record["code"] and (record["page"].casefold(), record["code"])


def _code(record: Record) -> object:
    return record["code"]


def _address_and_title(record: Record) -> object:
    return record["url"] and (record["url"], fold(record["title"]))


# From the surest to the least sure.
_KEYS: tuple[Callable[[Record], object], ...] = (_page_and_code, _code, _address_and_title)


def pairs(vanished: Mapping[str, Record], appeared: Mapping[str, Record]) -> dict[str, str]:
    """Former id to new id."""
    found: dict[str, str] = {}
    for key in _KEYS:
        left = _unique(key, {n: r for n, r in vanished.items() if n not in found})
        right = _unique(key, {n: r for n, r in appeared.items() if n not in found.values()})
        found |= {left[value]: right[value] for value in left if value in right}
    return found


def _unique(key: Callable[[Record], object], records: Mapping[str, Record]) -> dict[object, str]:
    names: dict[object, list[str]] = {}
    for name, record in records.items():
        if value := key(record):
            names.setdefault(value, []).append(name)
    return {value: few[0] for value, few in names.items() if len(few) == 1}
