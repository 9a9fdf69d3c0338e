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
    rank: Rank, givers: Sequence[SourceRecord], sources: Sequence[SourceRecord]
) -> Iterable[tuple[SourceRecord, Issue]]:
    """Yield each source with another value than the first of `givers`, and the issue of it."""
    main = rank.fields[0]
    if not givers or rank.rule == "all":
        return
    giver = givers[0]
    code = IssueCode.SOURCES_DISAGREE if rank.warns else IssueCode.SOURCES_DIFFER
    for source in sources:
        if source in givers or source.derives(main):
            continue
        if not _same(rank, giver, source):
            both = f"{_shown(rank, giver)} | {_shown(rank, source)}"
            named = f"{giver.source} | {source.source} ({source.document})"
            remark = issue(code, main, both, named, source=source.source)
            yield source, remark.model_copy(update={"chosen": False})


def _same(rank: Rank, mine: SourceRecord, other: SourceRecord) -> bool:
    """Return whether two sources agree, as far as the other source has a value."""
    main = rank.fields[0]
    if main == "title":
        return _same_title(mine.read.record.name, other.read.record.name)
    value, other_value = _compared(rank, mine), _compared(rank, other)
    if other_value is None:
        return True
    if main == "legal_texts":
        # the list has one order of each diploma, a page its whole history
        return bool(value) and other_value <= value
    return bool(value == other_value)


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
        return frozenset(text.date or fold(text.title) for text in value)
    if isinstance(value, tuple):
        return frozenset(item.id if isinstance(item, Trade) else item for item in value)
    return value


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
