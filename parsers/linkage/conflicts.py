"""Compare the values of several sources, and report where they differ."""

from collections.abc import Iterable, Sequence
from typing import Any

from parsers.linkage.source_record import SourceRecord
from parsers.segment.page_diplomas import OPTION_LETTER, without_options
from schema.issues import Issue, IssueCode, issue
from schema.name_words import name_words
from schema.referential import Document, LegalText
from schema.source_ranks import Rank
from schema.text import fold
from schema.trade import Trade

_LONGEST = 200


def differences(
    rank: Rank, value: Any, givers: Sequence[SourceRecord], sources: Sequence[SourceRecord]
) -> Iterable[tuple[SourceRecord, Issue]]:
    """Yield each source with another value than the first of `givers`, and the issue of it.

    `value`: the one that is published, which of orders holds some of other sources too.
    """
    main = rank.fields[0]
    if not givers or rank.rule == "all":
        return
    giver = givers[0]
    code = IssueCode.SOURCES_DISAGREE if rank.warns else IssueCode.SOURCES_DIFFER
    for source in sources:
        if source in givers or source.derives(main):
            continue
        if main == "legal_texts" and (rivals := _other_order(giver, source)):
            named = f"{giver.source} | {source.source} ({source.document})"
            remark = issue(IssueCode.SOURCES_DISAGREE, main, rivals, named, source=source.source)
            yield source, remark.model_copy(update={"chosen": False})
        elif not _same(rank, value, giver, source):
            both = f"{_shown(rank, giver)} | {_shown(rank, source)}"
            named = f"{giver.source} | {source.source} ({source.document})"
            remark = issue(code, main, both, named, source=source.source)
            yield source, remark.model_copy(update={"chosen": False})


def _same(rank: Rank, published: Any, mine: SourceRecord, other: SourceRecord) -> bool:
    """Return whether two sources agree, as far as the other source has a value."""
    main = rank.fields[0]
    if main == "title":
        return _same_title(mine.read.record.name, other.read.record.name)
    value, other_value = _compared(rank, mine), _compared(rank, other)
    if other_value is None:
        return True
    if main == "legal_texts":
        # the list has one order of each diploma, a page its whole history
        return bool(value) and other_value <= _dates(published)
    return bool(value == other_value)


def _other_order(mine: SourceRecord, other: SourceRecord) -> str | None:
    """Return both orders of creation, or of repeal, where `other` names another one; else None.

    An order of creation of a date to which `mine` gives another effect is another one too.
    """
    orders: tuple[LegalText, ...] = mine.value("legal_texts") or ()
    for order in other.value("legal_texts") or ():
        if order.kind not in {"creation", "repeal"} or not order.date:
            continue
        own = [text for text in orders if text.kind == order.kind and text.date]
        same = [text for text in orders if text.date == order.date and text.kind]
        if any(text.kind == order.kind for text in same):
            continue
        if rivals := own or (same if order.kind == "creation" else []):
            return f"{_item(rivals[0])[:_LONGEST]} | {_item(order)[:_LONGEST]}"
    return None


def _same_title(mine: str, other: str) -> bool:
    """Return whether two names have the same words, letters of options aside.

    A list with one code for all options does not name the options.
    """
    first, second = name_words(mine), name_words(other)
    return (first.hold(second) and second.hold(first)) or (
        fold(without_options(mine)) == fold(OPTION_LETTER.sub("option ", other))
    )


def _compared(rank: Rank, source: SourceRecord) -> Any:
    """Return a value that is equal where two sources agree; None for an empty one."""
    main = rank.fields[0]
    value = source.value(main)
    if value is None:
        # the labels as far as there are any
        return next((fold(source.value(f)) for f in rank.fields[1:] if source.value(f)), None)
    if isinstance(value, str):
        return fold(value)
    if main == "legal_texts":
        return _dates(value)
    if isinstance(value, tuple):
        return frozenset(item.id if isinstance(item, Trade) else item for item in value)
    return value


def _dates(orders: Iterable[LegalText]) -> frozenset[str]:
    return frozenset(order.date or fold(order.title) for order in orders)


def _shown(rank: Rank, source: SourceRecord) -> str:
    # as published, where a label is
    labels = [f"{rank.fields[0].removesuffix('_months')}_label"]
    fields = [*(field for field in labels if field in rank.fields), *rank.fields]
    value = next((source.value(field) for field in fields if source.value(field) is not None), "")
    text = ", ".join(map(_item, value)) if isinstance(value, tuple) else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _item(item: Any) -> str:
    if isinstance(item, Trade):
        return item.label
    return item.title if isinstance(item, LegalText | Document) else str(item)
