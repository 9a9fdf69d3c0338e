"""Put the day and the event of a timeline on one line, as lists of events have them.

`21 octobre 2004` above `Arrêté portant création du diplôme` above `BO n° 18`, and `2007` above
`Première session`, in lines of a paragraph, in blocks below each other or in cells of a row,
become `21 octobre 2004 : Arrêté portant création du diplôme – BO n° 18` and
`2007 : Première session`, which every rule for lines reads.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from parsers.model.blocks import Block, BlockKind, Part, joined
from schema.text import clean, fold, same_length

_DAY = re.compile(
    r"(?:le )?(?:\d\d?(?:er)? [a-z]{3,9}\.? (?:19|20)\d\d|\d\d?([/.-])\d\d?\1(?:\d\d){1,2}"
    r"|(?:19|20)\d\d)\s?[:–-]?"
)
_LONGEST_DAY = 24
# What a life of a diploma is made of, and what else stands in one
_OF_LIFE = re.compile(r"\b(?:arr?ete|creation|cree|modifi|abrog|suppression|session)")
_SESSION = re.compile(r"\bsession")
_LONGEST_EVENT, _MOST_LINES, _MOST_BLOCKS = 250, 4, 2
_FEWEST = 2  # events
_NUMBER = re.compile(r"\d{0,2}[.)]?")
_HEADS = frozenset(
    "n no numero an annee date dates evenement evenements etape etapes fait faits texte textes"
    " reference references nor jo bo observation observations nature objet".split()
) | {"", "fait marquant", "nor jo", "reference jo", "jo bo", "date annee"}  # folded
_Event = tuple[Block, list[Sequence[Part]]]  # its day's block, and the lines of both


def with_timelines(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks in which each event of a timeline has one line."""
    days = [n for n, block in enumerate(blocks) if "0" <= block.text[:1] <= "9" and _day(block)]
    if len(days) < _FEWEST:  # most pages
        return blocks
    merged: dict[int, Block | None] = {}  # by the number of a block, what stands in its stead
    for timeline in (*_in_lines(blocks, days), *_in_blocks(blocks, days), *_in_rows(blocks, days)):
        told = [_OF_LIFE.search(_plain(lines[1:])) for _, lines in timeline.values() if lines]
        if 2 * sum(map(bool, told)) > len(told):
            for number, (block, lines) in timeline.items():
                merged[number] = _merged(block, lines) if lines else None
    if not merged:
        return blocks
    kept = (merged.get(number, block) for number, block in enumerate(blocks))
    return tuple(block for block in kept if block)


def _day(block: Block) -> re.Match[str] | None:
    """Return the match of the day or year that is all of a block's first line."""
    text = clean(joined(block.lines[0]))
    return None if text[_LONGEST_DAY:] else _DAY.fullmatch(same_length(text))


def _merged(block: Block, lines: list[Sequence[Part]]) -> Block:
    """Return the block of an event: its day, a colon, and what happened."""
    day, *others = lines
    parts = [Part(re.sub(r"\s*[:–-]?\s*$", "", clean(joined(day))))]
    for mark, line in zip(itertools.chain([" : "], itertools.repeat(" – ")), others, strict=False):
        if clean(joined(line)):
            parts += [
                Part(mark),
                *(part._replace(strong=False, after_break=False) for part in line),
            ]
    kind: BlockKind = "item" if block.kind == "item" else "paragraph"
    return replace(block, kind=kind, parts=tuple(parts), level=0, cell=None)


def _in_lines(blocks: tuple[Block, ...], days: list[int]) -> Iterator[dict[int, _Event]]:
    """Yield the timelines of paragraphs: a day, and on further lines what happened."""
    own = [n for n in days if not blocks[n].cell and 1 < len(blocks[n].lines) <= _MOST_LINES]
    for run in _runs(own, lambda one, other: other == one + 1):
        if len(run) >= _FEWEST and len({blocks[n].making for n in run}) == 1:
            yield {n: (blocks[n], [*blocks[n].lines]) for n in run}


def _in_blocks(blocks: tuple[Block, ...], days: list[int]) -> Iterator[dict[int, _Event]]:
    """Yield the timelines of blocks: each day in one of its own, and its event in the next ones."""
    alone = [n for n in days if len(blocks[n].lines) == 1 and not blocks[n].cell]

    def are_near(one: int, other: int) -> bool:
        is_alike = blocks[one].making == blocks[other].making
        return is_alike and 1 < other - one <= _MOST_BLOCKS + 1

    for run in _runs(alone, are_near):
        if len(run) < _FEWEST:
            continue
        groups = [[*range(one + 1, other)] for one, other in itertools.pairwise(run)]
        makings = [blocks[n].making for n in max(groups, key=len)]
        if run[0] and blocks[run[0] - 1].making in makings:
            continue  # "Première session", "2011", "Dernière session", "2026"
        rest = zip(makings, range(run[-1] + 1, len(blocks)), strict=False)
        alike = itertools.takewhile(lambda each: blocks[each[1]].making == each[0], rest)
        groups.append([n for _, n in alike])
        timeline: dict[int, _Event] = {}
        for start, below in zip(run, groups, strict=True):
            texts = [blocks[n] for n in below]
            is_other = any(block.making not in makings or _is_long(block) for block in texts)
            if not texts or is_other or any(b.cell or b.kind == "heading" for b in texts):
                break
            timeline[start] = (blocks[start], [blocks[start].parts, *(b.parts for b in texts)])
            timeline |= {n: (blocks[n], []) for n in below}
        else:
            yield timeline


def _in_rows(blocks: tuple[Block, ...], days: list[int]) -> Iterator[dict[int, _Event]]:
    """Yield the timelines in tables that have sessions, whose years stand in a column before."""
    tables = {cell.table for n in days if (cell := blocks[n].cell)}
    rows: dict[int, dict[int, list[int]]] = {table: {} for table in tables}
    for number, block in enumerate(blocks):
        if block.cell and block.cell.table in tables:
            rows[block.cell.table].setdefault(block.cell.row, []).append(number)
    for of_table in rows.values():
        timeline: dict[int, _Event] = {}
        has_session = False
        for _, numbers in sorted(of_table.items()):
            event = _event_of_row([blocks[n] for n in numbers])
            is_head = not timeline and all(fold(blocks[n].text) in _HEADS for n in numbers)
            if event is None and not is_head:
                break
            if event:
                has_session |= bool(_SESSION.search(_plain(event[1][1:2])))
            timeline |= {
                n: (blocks[n], event[1] if event and n == numbers[0] else []) for n in numbers
            }
        else:
            if has_session:
                yield timeline


def _event_of_row(cells: list[Block]) -> _Event | None:
    """Return the event of a row: a day, what happened, and what else stands behind it."""
    if any(c.cell and (c.cell.last > c.cell.row or c.cell.right > c.cell.column) for c in cells):
        return None
    if len(cells) > 2 and _NUMBER.fullmatch(cells[0].text):
        cells = cells[1:]  # the events are numbered
    if len(cells) < 2 or not cells[0].text or not _day(cells[0]) or any(map(_is_long, cells)):
        return None
    return cells[0], [cell.parts for cell in cells]


def _plain(lines: list[Sequence[Part]]) -> str:
    """Return the folded text of lines."""
    return same_length(clean(" ".join(map(joined, lines))))


def _is_long(block: Block) -> bool:
    return len(block.text) > _LONGEST_EVENT or len(block.lines) > _MOST_LINES


def _runs(numbers: list[int], are_near: Callable[[int, int], bool]) -> Iterator[list[int]]:
    """Yield the numbers that follow each other, together."""
    run: list[int] = []
    for number in numbers:
        if run and not are_near(run[-1], number):
            yield run
            run = []
        run.append(number)
    if run:
        yield run
