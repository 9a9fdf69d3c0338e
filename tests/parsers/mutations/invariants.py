"""The law of the mutation suite: a record may differ only where it says so itself.

`complaints(before, after)` judges what came of a broken page; `announced(before, after, issues)`
one record. Which issue code may announce what:

- The value is gone: `GONE` naming the field, or `GONE_ANYWHERE`; for the labels of level and
  type also `derived-value`; or `unlabelled-text` that quotes the value.
- It is a part of what it was, paragraphs or items: `PART` naming the field, `unknown-heading`, or
  `unlabelled-text` that quotes the missing text.
- It is the beginning of what it was: `unclosed-document` and nothing else.
- It is another one: `OTHER` naming the field; an item of a list: the issue that quotes the item.
- It is there and was not: `derived-value` or `conflicting-values` naming the field.
- It grew: nothing announces that, and foreign text in a field is wrong whatever is said.

Only issues count that the whole page did not have. A value that follows from another one (NSF
from the code, name from the title) needs no issue of its own when that other one differs.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from schema.errors import Refused
from schema.issues import Issue, IssueCode
from schema.referential import Referential
from tests.parsers.mutations.parsing import differences

FOREIGN = "Zéphyrin"  # a word of every text that belongs to no field of ours

_C = IssueCode
# What an issue may announce of the field that it names.
GONE = {
    _C.MISSING_FIELD, _C.EMPTY_SECTION, _C.EMPTY_VALUE, _C.CONFLICTING_VALUES, _C.INVALID_CODE,
    _C.UNKNOWN_TYPE, _C.AMBIGUOUS_TYPE, _C.UNKNOWN_LEVEL, _C.AMBIGUOUS_LEVEL, _C.NO_LEVEL,
    _C.UNKNOWN_DURATION, _C.DURATION_NOT_IN_MONTHS, _C.UNKNOWN_DATE, _C.UNKNOWN_SESSION,
    _C.UNKNOWN_RNCP, _C.UNREADABLE_TRADES, _C.UNACCOUNTED, _C.UNLABELLED_TEXT,
}  # fmt: skip
PART = {
    _C.CONFLICTING_VALUES, _C.UNREADABLE_TRADES, _C.EMPTY_SECTION,
    _C.INVALID_CODE, _C.UNACCOUNTED, _C.UNKNOWN_DATE, _C.UNLABELLED_TEXT,
}  # fmt: skip
OTHER = {
    "code": {_C.CONFLICTING_VALUES, _C.UNKNOWN_PREFIX, _C.INVALID_CODE, _C.DOUBTFUL_CODE},
    "title": {_C.CONFLICTING_VALUES},
    "acronym": {_C.CONFLICTING_VALUES},
    "diploma_type": {
        _C.CONFLICTING_VALUES, _C.UNKNOWN_TYPE, _C.AMBIGUOUS_TYPE, _C.TYPE_CONTRADICTS_CODE,
        _C.TYPE_BY_PREFIX, _C.DERIVED_VALUE,
    },
    "diploma_type_label": {
        _C.CONFLICTING_VALUES, _C.UNKNOWN_TYPE, _C.AMBIGUOUS_TYPE, _C.TYPE_CONTRADICTS_CODE,
    },
    "level": {_C.CONFLICTING_VALUES, _C.LEVEL_CONTRADICTS_CODE, _C.DERIVED_VALUE},
    "level_label": {
        _C.CONFLICTING_VALUES, _C.LEVEL_CONTRADICTS_CODE, _C.UNKNOWN_LEVEL, _C.AMBIGUOUS_LEVEL,
        _C.NO_LEVEL,
    },
    "duration_months": {_C.CONFLICTING_VALUES, _C.DURATION_NOT_IN_MONTHS, _C.UNKNOWN_DURATION},
    "duration_label": {_C.CONFLICTING_VALUES, _C.DURATION_NOT_IN_MONTHS, _C.UNKNOWN_DURATION},
    "first_session": {_C.CONFLICTING_VALUES},
    "last_session": {_C.CONFLICTING_VALUES},
    "rncp_codes": {_C.CONFLICTING_VALUES},
}  # fmt: skip
# Announce a gone value without naming its field.
GONE_ANYWHERE = {_C.UNKNOWN_HEADING, _C.UNCLOSED_DOCUMENT, _C.ENCODING_REPAIRED}
# The names under which issues speak of a field.
_NAMES = {
    "level": {"level", "level_label"},
    "level_label": {"level", "level_label"},
    "duration_months": {"duration_months", "duration_label"},
    "duration_label": {"duration_months", "duration_label"},
    "diploma_type": {"diploma_type", "diploma_type_label"},
    "diploma_type_label": {"diploma_type", "diploma_type_label"},
}
FOLLOWS = {
    "id": {"code", "page", "title"},  # an option's name is a part of its id
    "name": {"title"},
    "title": {"code"},  # an option's title stands beside its code
    "nsf_code": {"code"},
    "nsf_label": {"code"},
    "access_levels": {"access"},
    "access_diplomas": {"access"},
}
_TEXTS = {"description", "access", "expectations", "further_study"}
# The key by which an issue quotes an item of a list, and the issue that excuses another item.
_ITEMS = {"trades": ("label", _C.UNKNOWN_TRADE_FORM), "legal_texts": ("title", _C.UNKNOWN_DATE)}


def announced(before: Referential, after: Referential, issues: Iterable[Issue]) -> bool:
    """Whether every difference between the records is announced by one of `issues`."""
    return not unannounced(before, after, issues)


def unannounced(before: Referential, after: Referential, issues: Iterable[Issue]) -> list[str]:
    """The differences between two records that no issue announces, one line each."""
    new = [
        issue
        for issue in issues
        if issue not in before.issues or issue.issue == IssueCode.UNCLOSED_DOCUMENT
    ]
    result = differences(before, after)
    return [
        f"{field}: {_short(was)} became {_short(now)}, and no issue says so"
        for field, (was, now) in result.items()
        if not FOLLOWS.get(field, set()) & set(result) and not _is_announced(field, was, now, new)
    ]


def complaints(before: Sequence[Referential], after: Sequence[Referential] | Refused) -> list[str]:
    """What is wrong with the reading of a broken page; nothing after a refusal."""
    if isinstance(after, Refused):
        return []
    if not before:
        return [f"a page refused when whole gives {[item.id for item in after]}"]
    said = [line for record in after for line in _swallowed(record)]
    pairs = pairs_of(before, after)
    for was, now in pairs:
        said += unannounced(was, now, now.issues)
    codes = [{issue.issue for issue in record.issues} for record in after]
    if len(pairs) < len(before) and not (
        all(IssueCode.UNCLOSED_DOCUMENT in some for some in codes)
        or any(_LOST_RECORD & some for some in codes)
    ):
        said.append(f"{len(before) - len(pairs)} of {len(before)} records are gone silently")
    if len(after) > len(pairs) and not any(IssueCode.CONFLICTING_VALUES in some for some in codes):
        said.append(f"{[item.id for item in after]}: more records than diplomas")
    return said


_LOST_RECORD = {
    _C.INVALID_CODE, _C.CONFLICTING_VALUES, _C.EMPTY_VALUE,
}  # fmt: skip


def _swallowed(record: Referential) -> list[str]:
    """The fields that hold foreign text."""
    content = record.model_dump(exclude={"issues"})
    return [
        f"{field} swallowed foreign text: {_short(value)}"
        for field, value in content.items()
        if FOREIGN.casefold() in str(value).casefold()
    ]


def pairs_of(
    before: Sequence[Referential], after: Sequence[Referential]
) -> list[tuple[Referential, Referential]]:
    """Each record with what it became: by id, then by title, then by what is left in order."""
    left, right = list(before), list(after)
    pairs = []
    for key in (lambda one: one.id, lambda one: one.title, lambda _: ""):
        for was in list(left):
            now = next((item for item in right if key(item) == key(was)), None)
            if now is not None:
                pairs.append((was, now))
                left.remove(was)
                right.remove(now)
    return pairs


def _is_announced(field: str, was: Any, now: Any, issues: list[Issue]) -> bool:
    names = _NAMES.get(field, {field})
    naming = {issue.issue for issue in issues if issue.field in names}
    anywhere = {issue.issue for issue in issues if issue.field is None}
    if _is_empty(was):
        return bool({_C.DERIVED_VALUE, _C.CONFLICTING_VALUES} & naming)
    if _is_empty(now):
        if field in ("level_label", "diploma_type_label") and _C.DERIVED_VALUE in naming:
            return True
        quoted = field in _TEXTS and _quotes_the_rest(was, "", issues)
        quoted = quoted or _quotes_the_value(was, issues)
        return bool(GONE & naming or GONE_ANYWHERE & (anywhere | naming)) or quoted
    if _C.UNCLOSED_DOCUMENT in anywhere and _begins(field, was, now):
        return True
    if _is_part(field, was, now) and (
        PART & naming
        or _C.UNKNOWN_HEADING in anywhere | naming
        or _quotes_the_rest(was, now, issues)
    ):
        return True
    if field in _ITEMS and len(was) == len(now):
        key, code = _ITEMS[field]
        excused = {issue.value for issue in issues if issue.issue == code}
        return all(x == y or y[key] in excused for x, y in zip(was, now, strict=True))
    return bool(OTHER.get(field, set()) & naming)


def _is_empty(value: Any) -> bool:
    return value in (None, [], "unknown")


def _is_part(field: str, was: Any, now: Any) -> bool:
    """Whether `now` is some of the paragraphs of `was` in their order, or some of its items."""
    if field in _TEXTS:
        rest = iter(was.split("\n\n"))
        return all(part in rest for part in now.split("\n\n"))
    return isinstance(was, list) and all(item in was for item in now)


def _quotes(was: Any, issues: list[Issue]) -> bool:
    """Whether `unlabelled-text` quotes a lost value: `Abrév. : ADR`."""
    texts = (issue.value or "" for issue in issues if issue.issue == _C.UNLABELLED_TEXT)
    quoted = re.sub(r"[\s-]", "", " | ".join(texts))  # a code has several writings
    values = was if isinstance(was, list) else [was]
    return all(
        isinstance(value, str | int) and re.sub(r"[\s-]", "", str(value)) in quoted
        for value in values
    )


def _quotes_the_rest(was: Any, now: Any, issues: list[Issue]) -> bool:
    """Whether every missing paragraph of a text is quoted by an `unlabelled-text`."""
    if not isinstance(was, str):
        return False
    quoted = [issue.value or "-" for issue in issues if issue.issue == _C.UNLABELLED_TEXT]
    missing = [part for part in was.split("\n\n") if part not in now.split("\n\n")]
    return bool(missing) and all(any(item.startswith(q) for q in quoted) for item in missing)


def _quotes_the_value(was: Any, issues: list[Issue]) -> bool:
    """Whether an `unlabelled-text` quotes the value of a label that is known no more."""
    quoted = [issue.value or "" for issue in issues if issue.issue == _C.UNLABELLED_TEXT]
    texts = was if isinstance(was, list) else [was]
    return all(
        isinstance(text, str | int) and any(_bare(str(text)) in _bare(q) for q in quoted)
        for text in texts
    )


def _bare(text: str) -> str:
    return "".join(c for c in text.removeprefix("RNCP") if c.isalnum())


def _begins(field: str, was: Any, now: Any) -> bool:
    """Whether `now` is what is left of `was` when the document ends inside it."""
    if isinstance(was, str) and isinstance(now, str):
        # The last characters may be half an entity or half a multi-byte character.
        cut = now.rstrip("…")
        ends = (cut, cut[:-1], cut[:-2], cut.rpartition("&")[0] or cut)
        return any(end and was.startswith(end.rstrip()) for end in ends)
    if not isinstance(was, list) or not isinstance(now, list) or len(now) > len(was):
        return False
    if field == "documents" and [x["url"] for x in was][: len(now)] == [x["url"] for x in now]:
        return True  # cut off inside the words of a link: its file names it
    if field == "legal_texts" and all(
        any(x["date"] == y["date"] and y["kind"] in (None, x["kind"]) for x in was) for y in now
    ):
        return True  # an order whose full title stood in the part that is missing
    *whole, last = now
    if whole != was[: len(whole)]:
        return False
    cut_from = was[len(whole)]
    if isinstance(last, dict):
        shown = ("label",) if field == "trades" else ("title", "url", "date", "kind", "nor")
        return all(
            last[key] in (None, cut_from[key])
            or (key in ("label", "title") and _begins(field, cut_from[key], last[key]))
            for key in shown
            if key in last
        )
    return _begins(field, cut_from, last)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 160 else f"{text[:110]} … {text[-40:]}"
