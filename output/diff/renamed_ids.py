"""Match removed records with added ones to detect renamed ids.

Ids are made of page and code, so they change when a page moves or gains a code. Two records are
the same only when exactly one on each side fits: a doubtful pair is a removal and a creation.

A page that is put under another address and taken from the former one later is two records for a
while: the one that is removed then is the one that stays, if its code is that of no third one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from output.dataset.record_lines import RecordLines
from schema.text import fold

Record = Mapping[str, Any]
# An id is page, code, and the letter or name of an option where several have the code.
_OPTION = re.compile(r"-[0-9]{3}[0-9a-z]{5}-([a-z0-9_.-]+)$")


def _page_and_code(record: Record) -> object:
    return record["page"] and record["code"] and (record["page"].casefold(), record["code"])


def _code(record: Record) -> object:
    return record["code"]


def _address_and_title(record: Record) -> object:
    return record["url"] and (record["url"], fold(record["title"]))


# From the surest to the least sure; `_BY_CODE`: the place of the code.
_KEYS: tuple[Callable[[Record], object], ...] = (_page_and_code, _code, _address_and_title)
_BY_CODE = _KEYS.index(_code)


def only_in(first: RecordLines, second: RecordLines) -> Iterator[str]:
    """Yield the ids of `first` that `second` lacks, in order."""
    others = second.ids()
    other = next(others, None)
    for name in first.ids():
        while other is not None and other < name:
            other = next(others, None)
        if name != other:
            yield name


def renamed_ids(old: RecordLines, new: RecordLines) -> dict[str, str]:
    """Return the new id of each former id; also of one whose code another record had already."""
    left = _marked(old.of(only_in(old, new)))
    # without a record that is gone, as in a first version, nothing that is new needs to be read
    right = _marked(new.of(only_in(new, old))) if left else {}
    renamed: dict[str, str] = {}
    for place in range(len(_KEYS)):
        before, after = _unique(place, left), _unique(place, right)
        for value in before.keys() & after.keys():
            if _of_another_option(before[value], after[value]):
                continue
            renamed[before[value]] = after[value]
            del left[before[value]], right[after[value]]
    return renamed | _moved(left, old, new)


def _moved(
    left: Mapping[str, tuple[object, ...]], old: RecordLines, new: RecordLines
) -> dict[str, str]:
    """Return the id of the record that has the code of a removed one, and had it before.

    Not that of the same page, or where either is titled as an option: options of one code are
    several diplomas.
    """
    before = _unique(_BY_CODE, left)
    if not before:
        return {}
    after: dict[object, list[Record]] = {}
    for holder in new.of_codes({str(code) for code in before}):
        after.setdefault(holder["code"], []).append(holder)
    moved: dict[str, str] = {}
    for code, (record, *more) in after.items():
        former, name = before[code], record["id"]
        was, removed = old.get(name), old.get(former)
        if more or was is None or removed is None or was["code"] != code:
            continue
        is_same_page = _page_and_code(record) == _page_and_code(removed)
        if not is_same_page and not _are_options(removed["title"], record["title"]):
            moved[former] = name
    return moved


def _of_another_option(*ids: str) -> bool:
    """Return whether the letters or names of both options are known, and differ."""
    options = [match[1] for name in ids if (match := _OPTION.search(name))]
    return len(options) == 2 and options[0] != options[1]


def _are_options(*titles: str) -> bool:
    """Return whether the titles differ and one of them is that of an option."""
    folded = {fold(title) for title in titles}
    return len(folded) > 1 and any("option" in title for title in folded)


def _marked(records: Iterable[Record]) -> dict[str, tuple[object, ...]]:
    """Return the keys of each record, so that the records themselves need not be kept."""
    return {record["id"]: tuple(key(record) for key in _KEYS) for record in records}


def _unique(place: int, marked: Mapping[str, tuple[object, ...]]) -> dict[object, str]:
    names: dict[object, list[str]] = {}
    for name, marks in marked.items():
        if value := marks[place]:
            names.setdefault(value, []).append(name)
    return {value: few[0] for value, few in names.items() if len(few) == 1}
