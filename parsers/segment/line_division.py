"""Divide the lines of a block before the labels of further sections and fields."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator

from parsers.model.blocks import Block, Part, joined
from parsers.model.file_types import is_file_detail
from parsers.segment.colon_labels import before_colons
from parsers.segment.fact_runs import facts_apart
from parsers.segment.line_marks import behind_bullet
from parsers.segment.line_slices import part_places, slice_of
from parsers.segment.tables import names_orders
from parsers.segment.value_ends import NEXT_FIELD, STRIP
from schema.lexicon import Lexicon
from schema.text import clean, has_digit, same_length

_BARS_OF_FACTS = 2  # in a line that is no running text wherever it stands
# "Annexe V - Définition des épreuves": a number, and what it is called
_ANNEX_END = re.compile(r"\bann(?:exe|\.) ?(?:[IVX]{1,4}|\d{1,2}) ?[a-z]?$", re.IGNORECASE)


def divided_lines(
    block: Block, lexicon: Lexicon, in_text: bool
) -> tuple[list[tuple[Part, ...]], bool]:
    """Return the lines of a block divided before labels, and whether fields of one line were."""
    lines = [part for line in block.lines for part in _at_section_labels(line, lexicon)]
    if not (in_text or block.text_only):
        runs = [part for line in lines for part in facts_apart(line, lexicon)]
        if len(runs) > len(lines):
            return runs, True
    is_running = in_text and block.text.count(" | ") < _BARS_OF_FACTS
    if block.text_only or is_running or block.text.count(":") < 2:
        return lines, False
    fields = [part for line in lines for part in _at_fields(line, lexicon)]
    return fields, len(fields) > len(lines)


def _at_section_labels(line: tuple[Part, ...], lexicon: Lexicon) -> Iterator[tuple[Part, ...]]:
    """Divide a line before labels of sections that are set off behind a stop: `<b>Textes :</b>`."""
    begin, last = 0, ""  # the last sign since there
    for number, part in enumerate(line):
        before, last = last, part.text.rstrip()[-1:] or last
        if not part.strong or ":" not in part.text:
            continue
        entry = lexicon.lookup(part.text.strip())
        if entry is None or not entry.is_section:
            continue
        if before and before not in ".;":
            continue
        if before:
            yield line[begin:number]
            begin = number
        behind = same_length(joined(line[number + 1 : number + 2])).lstrip()
        # what follows has labels of its own
        first = next(before_colons(behind, lexicon), None) if entry.kind == "text" else None
        if entry.kind == "heading" or (first and not first.start()):
            yield (part,)
            begin, last = number + 1, ""
    if line[begin:]:
        yield line[begin:]


def _at_fields(line: tuple[Part, ...], lexicon: Lexicon) -> Iterator[tuple[Part, ...]]:
    """Divide a line of several labels with their values: `Niveau : 3 | Abrogé par : 09/08/2015`.

    At least one of the labels is known, and none is an option's; one of orders alone is not enough,
    since what else stands there is said of its order: *Modification : arrêté du … - NOR : …*.
    """
    raw = joined(line)
    ends = (
        mark.end()
        for mark in NEXT_FIELD.finditer(raw)
        if not (
            _is_in_link(line, mark.end())
            or _ANNEX_END.search(raw[: mark.start()][-14:])
            or is_file_detail(raw[mark.end() : raw.index(":", mark.end())].strip())
        )
    )
    starts = [behind_bullet(raw), *ends]
    if len(starts) == 1 or ":" not in raw[: starts[1]]:
        yield line
        return
    labels = [clean(raw[start : raw.index(":", start)]) for start in starts]
    entries = [lexicon.by_values.lookup(label) for label in labels]
    of_orders = [
        bool(entry and entry.kind == "legal") or (names_orders(label) and not has_digit(label))
        for entry, label in zip(entries, labels, strict=True)
    ]
    facts = [entry for entry, is_legal in zip(entries, of_orders, strict=True) if not is_legal]
    is_divided = any(facts) or sum(of_orders) > 1
    if not is_divided or any("ption" in label.lower() for label in labels):
        yield line
        return
    places = part_places(line)
    for start, stop in itertools.pairwise([0, *starts[1:], len(raw)]):
        first, *others = slice_of(line, places, start, stop)
        parts = (first._replace(after_break=first.after_break or bool(start)), *others)
        yield (*parts[:-1], parts[-1]._replace(text=parts[-1].text.rstrip(STRIP)))


def _is_in_link(line: tuple[Part, ...], at: int) -> bool:
    """Return whether a place stands behind the beginning of a link: `<a>Annexe - Épreuves</a>`."""
    places = part_places(line)
    number = bisect_right(places, at) - 1
    return bool(line[number].href) and at > places[number]
