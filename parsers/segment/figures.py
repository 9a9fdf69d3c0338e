"""Values that stand before their labels, as figures of a page do: *2018*, *Première session*.

In one line, or above them.
"""

import itertools
from collections.abc import Iterable, Iterator

from parsers.model.blocks import Block, joined
from parsers.segment.pieces import Piece
from parsers.segment.value_shapes import tells
from schema.dates import parse_date
from schema.lexicon import Lexicon
from schema.text import clean

_OF_ONE = frozenset({"value", "ignored-value"})  # kinds of labels of one value
_FEWEST_CARDS = 3  # made alike, so that none needs to read as the value of its label
LONGEST_LABELLED = 100  # of a value with its label


def labels_behind(blocks: Iterable[Block], lexicon: Lexicon) -> dict[int, Piece]:
    """Return, by their blocks' numbers, the pairs of lines whose label stands behind its value.

    `<b>2018</b> <span>Première session</span>`, as figures have it. Short lines of several elements
    that follow each other are read so where one of the values is as its label tells.
    """
    pairs = {
        block.number: _pair_before_label(block, lexicon)
        for block in blocks
        if len(block.parts) > 1 and not block.level and len(block.text) <= LONGEST_LABELLED
    }
    found: dict[int, Piece] = {}
    for run in runs_of(pairs):
        behind = {number: pair for number in run if (pair := pairs[number])}
        if any(pair.entry and tells(pair.entry.field, pair.text) for pair in behind.values()):
            found |= behind
    return found


def _pair_before_label(block: Block, lexicon: Lexicon) -> Piece | None:
    """Return the value and the label of a line whose last element is a label of one value."""
    *before, last = [part for part in block.parts if part.text.strip()]
    label = last.text.rstrip()
    if not before or last.href or label[-1] in ":." or len(block.lines) > 1:
        return None
    entry = lexicon.lookup(clean(label))
    value = clean(joined(before))
    # "1er mars 2017", "Arrêté de création"
    is_order = entry is not None and entry.kind == "legal" and parse_date(value) is not None
    if entry is None or not (is_order or entry.kind in {"value", "ignored-value"}):
        return None
    if last.element in {part.element for part in before} or lexicon.lookup(value):
        return None
    return Piece("pair", block, entry, clean(label), value, tuple(before))


def runs_of(numbers: Iterable[int], step: int = 1) -> Iterator[list[int]]:
    """Yield the runs of numbers in order, each greater by `step` than the one before."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + step:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def with_values_above(pieces: list[Piece]) -> list[Piece]:
    """Return pieces in which a label takes the value above it in its block, as figures have it.

    *2018*, and below it *Première session*, or in a card of two blocks. In neighbouring blocks of
    that form, and in all cards, the values read as those of their labels where these tell, and one
    does, or there are several cards; a value that has its label already loses the second one.
    """
    labels = [n for n, piece in enumerate(pieces) if n and piece.kind == "label"]
    in_blocks = (n for n in labels if _is_below_value(pieces, n))
    runs = [run for run in runs_of(in_blocks, 2) if not _stands_between(run, pieces)]
    # most labels stand alone in their blocks
    cards = [n for n in labels if _is_below_value_of_card(pieces, n)]
    below: set[int] = set()
    for run in (*runs, cards):
        read = [_reads_above(pieces[number - 1], pieces[number]) for number in run]
        wrong = read.count(False)
        is_read = True in read or (run is cards and len(run) >= _FEWEST_CARDS)
        # "450-23209 (dernière session 2018)" in one of many cards
        if is_read and (not wrong or (run is cards and read.count(True) > 2 * wrong)):
            below.update(run)
    if not below:
        return pieces
    result: list[Piece] = []
    for number, piece in enumerate(pieces):
        if number not in below:
            result.append(piece)
        elif not result[-1].entry:
            value = result[-1]
            result[-1] = piece._replace(kind="pair", text=value.text, parts=value.parts)
    return result


def _stands_between(run: list[int], pieces: list[Piece]) -> bool:
    """Return whether values above labels may be those of a label before, or more values follow."""
    before, last = run[0] - 2, run[-1]
    if before >= 0 and pieces[before].kind == "label" and not pieces[run[0] - 1].entry:
        return True
    after = pieces[last + 1] if last + 1 < len(pieces) else None
    return after is not None and after.entry is None and bool(_reads_above(after, pieces[last]))


def _is_below_value(pieces: list[Piece], number: int) -> bool:
    """Return whether a label of one value is the last of the two pieces of its block."""
    label, above = pieces[number], pieces[number - 1]
    if label.entry is None or label.entry.kind != "value" or label.label[-1:] == ":":
        return False
    others = (pieces[number - 2 : number - 1], pieces[number + 1 : number + 2])
    if above.block is not label.block or any(
        p.block is label.block for p in itertools.chain(*others)
    ):
        return False
    if above.kind == "pair":
        return above.entry is not None and above.entry.field == label.entry.field
    return above.kind in {"text", "item"} and above.entry is None


def _is_below_value_of_card(pieces: list[Piece], number: int) -> bool:
    """Return whether an element holds a value and below it the label, each in a block, alone."""
    label, above = pieces[number], pieces[number - 1]
    if label.entry is None or label.entry.kind not in _OF_ONE or label.block.level:
        return False
    around = label.block.containers[1:]
    if not around or above.block.containers[1:] != around or label.block.cell or above.block.level:
        return False
    beside = (*pieces[max(number - 2, 0) : number - 1], *pieces[number + 1 : number + 2])
    if any(around[0] in piece.block.containers for piece in beside):
        return False
    if above.kind == "pair":
        return above.entry is not None and above.entry.field == label.entry.field
    return above.kind in {"text", "item"} and above.entry is None


def _reads_above(above: Piece, label: Piece) -> bool | None:
    """Return whether the text above a label reads as its value; see `tells`."""
    if above.kind == "pair":
        return True
    # "Néant" was left blank
    return tells(label.entry.field if label.entry else "", above.text) if above.text else None
