"""Find lines that play the role of a label and that no lexicon knows, with the field they may mean.

A person decides: nothing here changes how a page is read, but issues tell of the field.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from parsers.extract.unread_texts import LONGEST_VALUE, likely_field, signal_field
from parsers.model.blocks import Block
from parsers.model.file_types import is_file
from parsers.segment.first_lines import with_first_lines_apart
from parsers.segment.heading_styles import lead
from parsers.segment.labels import split_blocks
from parsers.segment.pieces import Piece
from parsers.segment.title_words import is_subject
from schema.duration import Duration
from schema.issues import Issue, IssueCode
from schema.label_entry import FIELDS, Entry
from schema.lexicon import Lexicon
from schema.referential import TEXT_FIELDS, Referential
from schema.text import clean, fold, has_digit, same_length
from schema.title import read_title

_LONGEST = 60
_MOST_BELOW, _MOST_WORDS = 12, 6
_PAIR = re.compile(r"([^\W\d_][^:|]{1,59}?)\s*:\s*(\S.*)")
_TRADE = re.compile(r"\w/(?:e|ne|trice|euse|[èi]?[eè]re|se|ve|le|fe)\b|\w\((?:ne|e|trice|euse)\)")
# An order at the beginning, behind a mark or a few words: "- Créé par l'arrêté du", "2. Décret".
_ORDER = re.compile(r".{0,30}?\b(?:arr?etes?|decrets?)\b")
# Words that stand in labels of many fields and distinguish no field.
_COMMON = frozenset(
    "diplome formation certification specialite titre scolaire des les une pour par fait "
    "suite".split()
)
# The fields of records whose labels are called otherwise in the lexicon.
_LEXICON_NAMES = {"duration_label": "duration", "rncp_codes": "rncp"}
_RECORD_NAMES = {label: field for field, label in _LEXICON_NAMES.items()}


class UnknownLabel(NamedTuple):
    """A line made like a label.

    `field`, `kind`: its probable meaning, None if nothing shows it, an empty field for the heading
    of a group of labels; `reason`: what shows it; `sample`: the beginning of what stands below or
    behind it.
    """

    text: str
    field: str | None
    kind: str | None
    reason: str
    sample: str


def unknown_labels(blocks: tuple[Block, ...], lexicon: Lexicon) -> Iterator[UnknownLabel]:
    """Yield the headings, set-off lines and words before a colon that `lexicon` does not know."""
    pieces, _ = split_blocks(tuple(block for block in blocks if not block.boilerplate), lexicon)
    pieces = with_first_lines_apart(pieces)
    pieces = [*_without_columns(pieces)]
    for number, piece in enumerate(pieces):
        if piece.entry is None and (label := _label_at(pieces, number, lexicon)):
            yield label


def with_likely_fields(
    issues: Sequence[Issue], pieces: Sequence[Piece], lexicon: Lexicon
) -> tuple[Issue, ...]:
    """Return the issues; those about unknown headings with the record's field that each may mean.

    That is what is proposed for it as a label: a hint at where a missing value may stand.
    """
    headings = {each.value: "" for each in issues if each.issue is IssueCode.UNKNOWN_HEADING}
    if not headings:
        return tuple(issues)
    shown = [piece for piece in pieces if not piece.block.boilerplate]
    for number, piece in enumerate(shown):
        if piece.entry is None and piece.text[:LONGEST_VALUE] in headings:
            label = _label_at(shown, number, lexicon) or _run_in_label(piece, lexicon)
            field = (label and label.field) or ""
            name = _RECORD_NAMES.get(field, field)
            if name in Referential.model_fields:
                headings[piece.text[:LONGEST_VALUE]] = name
    return tuple(
        each.model_copy(update={"field": headings[each.value]})
        if each.issue is IssueCode.UNKNOWN_HEADING and headings[each.value]
        else each
        for each in issues
    )


def _label_at(pieces: Sequence[Piece], number: int, lexicon: Lexicon) -> UnknownLabel | None:
    """Return the unknown label that a piece is, or begins with; else None."""
    piece = pieces[number]
    pair = _PAIR.fullmatch(piece.text) if piece.kind in {"text", "item"} else None
    if pair and not piece.text.endswith("."):
        return _proposed(pair[1], [piece._replace(text=pair[2])], lexicon)
    if _heads(piece):
        text, below = piece.text.rstrip(" :"), _below(pieces, number)
        if below:
            return _proposed(text, below, lexicon)
        leads = _value_label(pieces[number + 1 : number + 2])
        reason = "known labels follow it"
        return UnknownLabel(clean(text), "", "heading", reason, leads) if leads else None
    if _may_head(piece) and (below := _below(pieces, number)[:1]):
        # "<div class=field__label>": what stands below it alone shows that it is a label
        field, reason = _by_content(below) or (None, "")
        return _meant(piece.text, field, reason, below) if field else None
    return None


def _run_in_label(piece: Piece, lexicon: Lexicon) -> UnknownLabel | None:
    """Return the label that a paragraph begins with in set-off words: `<b>Vie.</b> Un texte.`."""
    words = lead(piece)
    text = clean(piece.text.removeprefix(words)).lstrip(" :.–-")
    if not words or not text:
        return None
    return _proposed(words.rstrip(" :."), [piece._replace(text=text)], lexicon)


def _heads(piece: Piece) -> bool:
    """Return whether a piece is a heading or a set-off line, and no title."""
    if len(piece.text) > _LONGEST or read_title(piece.text).types or is_subject(piece.text):
        return False
    return piece.kind == "heading" or (
        piece.kind == "text" and piece.block.strong and piece.text[-1:] not in {"", ".", ";", ","}
    )


def _may_head(piece: Piece) -> bool:
    """Return whether a piece is a line of a few words, such as a label that only a class tells."""
    is_line = piece.kind == "text" and len(piece.lines) == 1 and not piece.block.has_link
    words = piece.text.split()
    return (
        is_line
        and len(words) <= _MOST_WORDS
        and words[0][:1].isupper()
        and (piece.text[-1:] not in ".;," and not has_digit(piece.text))
    )


def _without_columns(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces outside of rows of a table whose cells are all set off: names of columns."""
    for row, group in itertools.groupby(pieces, lambda p: p.block.cell and p.block.cell[:2]):
        cells = list(group)
        if row is None or len(cells) == 1 or not all(map(_is_set_off, cells)):
            yield from cells


def _is_set_off(piece: Piece) -> bool:
    return piece.kind == "label" or (piece.entry is None and _heads(piece))


def _below(pieces: Sequence[Piece], number: int) -> list[Piece]:
    """Return the text below a heading, up to the next label, heading or set-off line."""
    rest = itertools.islice(pieces, number + 1, number + 1 + _MOST_BELOW)
    return list(itertools.takewhile(lambda p: p.entry is None and not _heads(p), rest))


def _value_label(pieces: Sequence[Piece]) -> str:
    """Return the text of the first piece where it is the label of a short value, else nothing."""
    return "".join(p.text[:80] for p in pieces[:1] if p.entry and p.entry.kind == "value")


def _proposed(text: str, below: list[Piece], lexicon: Lexicon) -> UnknownLabel:
    field, reason = _by_content(below) or _by_words(text, below, lexicon) or (None, "")
    return _meant(text, field, reason, below)


def _meant(text: str, field: str | None, reason: str, below: list[Piece]) -> UnknownLabel:
    kind = next((name for name, fields in FIELDS.items() if field and field in fields), None)
    return UnknownLabel(clean(text), field, kind, reason, below[0].text[:80])


def _by_content(below: list[Piece]) -> tuple[str, str] | None:
    """Return the field whose values stand below: files, trades, orders, a code, a duration."""
    texts = [piece.text for piece in below]
    if sum(any(is_file(part.href) for part in piece.parts) for piece in below) * 2 >= len(below):
        return "documents", "links to files stand below it"
    if sum(bool(_TRADE.search(text)) for text in texts) * 2 >= len(texts):
        return "trades", "names of trades stand below it"
    if sum(map(_begins_with_order, texts)) * 2 >= len(texts):
        orders = "orders stand" if len(texts) > 1 else "an order stands"
        return "legal_texts", f"{orders} below it"
    if len(texts) > 1 or len(texts[0]) > 120:
        return None
    duration = Duration.parse(texts[0]).value
    if len(texts[0]) < 20 and duration and duration.duration_months:
        return "duration", "a duration stands behind it"
    field = likely_field(texts[0], fold(texts[0]))
    if field in {None, "trades", "status", "documents", *TEXT_FIELDS}:
        return None
    return _LEXICON_NAMES.get(str(field), str(field)), "words of that field stand behind it"


def _begins_with_order(text: str) -> bool:
    plain = same_length(text)
    return bool(_ORDER.match(plain)) and signal_field(text, plain) == "legal_texts"


def _by_words(text: str, below: list[Piece], lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the field whose labels share most words with `text`."""
    text_words = _words(text)
    scores: Counter[str] = Counter()
    nearest: dict[str, Entry] = {}
    is_list = below[0].kind == "item"
    for entry in lexicon.entries:
        words = _words(entry.label)
        common = len(text_words & words)
        if not entry.field or not common:
            continue
        score = 100 * common // len(text_words | words)
        score += 20 * (entry.kind == ("list" if is_list else "text"))
        if score > scores[entry.field]:
            scores[entry.field], nearest[entry.field] = score, entry
    if not scores:
        return None
    field = scores.most_common(1)[0][0]
    return field, f"it shares words with {nearest[field].label!r}"


@lru_cache(maxsize=4096)  # the labels of the lexicon are asked for each time
def _words(text: str) -> frozenset[str]:
    """Return the telling words of a label, without the plural's s."""
    words = (word for word in fold(text).split() if len(word) > 3)
    return frozenset(word.rstrip("sx") for word in words if word not in _COMMON)
