"""Read options from headings, with what stands below each, or above it."""

import itertools

from parsers.segment.labelled_options import LETTER_ALONE, may_name
from parsers.segment.option_lines import Line, is_of_others, says_others
from parsers.segment.option_mentions import Mention, without_statement
from parsers.segment.option_parts import parts_at
from parsers.segment.option_starts import (
    boxes_of_heads,
    code_below,
    has_name_of,
    head_and_code,
    option_starts,
)
from parsers.segment.other_diplomas import heads_others, says_of_another
from parsers.segment.page_diplomas import OPTION, letter
from parsers.segment.pieces import Piece
from parsers.segment.stated_facts import (
    has_file,
    is_label_of_files,
    kind_of_fact,
    whole_code,
)
from schema.code import IN_TEXT, codes_in
from schema.text import fold
from schema.title import read_title

_FIRST = 2  # pieces of a part that begins with a title: it and the one below it
_NUMBERS = {"code", "rncp"}  # that each option has for itself


def of_headings(pieces: list[Piece], title: str, level: int) -> list[Mention]:
    """Read options that a heading, a paragraph set off or one with a letter each begins.

    `level`: of the title's heading; in one style with other titles it begins the first part.
    """
    starts = option_starts(pieces, title, level)
    if not starts:
        return []
    pieces, starts = _said_once(pieces, starts)
    names = [head_and_code(pieces[number])[0] for number in starts]
    pieces, starts = _heads_first(pieces, starts)
    keys = [letter(name) or fold(name) for name in names]
    half = len(starts) // 2
    if half > 1 and keys[:half] == keys[half:]:  # all named above, and the parts of each below
        named, below = _headed(pieces, starts[:half]), _headed(pieces, starts[half:])
        return [
            Mention(max(a[0], b[0], key=len), a.code or b.code, a.lines + b.lines, a.own + b.own)
            for a, b in zip(named, below, strict=True)
        ]
    if len(starts) < 2 and not _is_second(pieces, starts[0], title, level):
        return []
    first, before = pieces[starts[0]].block, pieces[: starts[0]]
    # "Option A : cuir" is an option of the title, and not beside it
    are_worded = all(pieces[n].entry or OPTION.match(pieces[n].text) for n in starts)
    are_below = are_worded and "option" not in title.lower()
    # no section of the page's stands between the title and them
    is_below = bool(before) and not 0 < before[0].block.level <= level
    is_alike = first.level == level and is_below
    is_first = is_alike and not are_below and _states_code(before, title)
    found = _headed(pieces, starts, title if is_first or len(starts) == 1 else "")
    return [Mention("", own=tuple(before)), *found] if is_first else found


def _said_once(pieces: list[Piece], starts: list[int]) -> tuple[list[Piece], list[int]]:
    """Leave out a head that the next one names in full: `Option A` of a tab, `Option A : cuir`."""
    names = {number: head_and_code(pieces[number])[0] for number in starts}
    again = [
        number
        for number, name in names.items()
        if LETTER_ALONE.fullmatch(name) and letter(name) == letter(names.get(number + 1, ""))
    ]
    if not again:
        return pieces, starts
    kept = [number for number in range(len(pieces)) if number not in again]
    return [pieces[n] for n in kept], [n for n, number in enumerate(kept) if number in names]


def _heads_first(pieces: list[Piece], starts: list[int]) -> tuple[list[Piece], list[int]]:
    """Put what stands above the name of each option, and is its own, below it.

    `Code : 500-22434` above `Option A : osier`, and so on: else each would be the former one's.
    """
    above = _above_each(pieces, starts)
    if not above:
        return pieces, starts
    turned = list(pieces)
    for number in starts:
        turned[number - above : number + 1] = [pieces[number], *pieces[number - above : number]]
    return turned, [number - above for number in starts]


def _above_each(pieces: list[Piece], starts: list[int]) -> int:
    """Return how many pieces right above the head of each option belong to it: all say the same.

    They stand in one element with it, which holds no other head; or all groups are made alike, and
    nothing of their kind stands below the last head.
    """
    if len(starts) < 2 or not starts[0]:
        return 0
    keys = [kind_of_fact(piece) for piece in pieces]
    shared = 0
    while all(number > shared and keys[number - shared - 1] == keys[starts[0] - shared - 1] != ""
              for number in starts) and starts[1] - starts[0] > shared + 1:  # fmt: skip
        shared += 1
    if not shared:
        return 0
    boxes = boxes_of_heads(pieces, starts)
    inside = {number - min(box) for number, box in zip(starts, boxes, strict=True)}
    if inside != {0}:
        return inside.pop() if len(inside) == 1 and max(inside) <= shared else 0
    own = keys[starts[0] - shared : starts[0]]
    between = [keys[a + 1 : b - shared] for a, b in itertools.pairwise(starts)]
    behind, size = keys[starts[-1] + 1 :], len(between[0])
    # the last group is made as the others are, and no further fact of an option follows it
    is_alike = all(each == behind[:size] for each in between) and not any(behind[size : size + 1])
    # a heading heads what stands below it: a file above the first is of all
    is_numbered = not pieces[starts[0]].block.level or not _NUMBERS.isdisjoint(own)
    return shared if is_alike and is_numbered and own[0] not in behind else 0


def _headed(pieces: list[Piece], starts: list[int], title: str = "") -> list[Mention]:
    """Return the options whose heads stand at `starts`, with the part of each below it.

    `title`: of a diploma that stands above them.
    """
    found = []
    parts = parts_at(pieces, starts if len(starts) > 1 else [0, *starts], title)
    for head, *part in parts[-len(starts) :]:
        name, beside = head_and_code(head)
        lead = "option " if head.entry else ""  # "Option : son – RNCP836"
        line, said = without_statement(Line(f"{lead}{name}", (head,)))
        name = line.removeprefix(lead)
        plain = (
            piece.text
            for above, piece in zip([head, *part], part[:2], strict=False)
            if piece.entry is None
            and not says_others(piece.text)
            and not (heads_others(above) or (above is not head and says_of_another(above.text)))
        )
        below = (whole_code(text.rpartition(":")[2]) for text in plain)  # "Cote : 321-32205 V"
        code = next(filter(None, (beside, *below, *map(code_below, part[:1]))), None)
        found.append(Mention(name, code, (Line("", (head,)),), (*said, *part)))
    below_letters = [
        mention.own[0]
        for mention in found
        if mention.own and LETTER_ALONE.fullmatch(mention.name) and _names_option(mention.own[0])
    ]
    if len({fold(piece.text) for piece in below_letters}) < len(found):
        return found
    return [
        Mention(f"{m.name} {name.text}", m.code, (*m.lines, Line("", (name,))), m.own[1:])
        for m, name in zip(found, below_letters, strict=True)
    ]


def _names_option(piece: Piece) -> bool:
    """Return whether a piece below an option's letter is its name, with a label or without."""
    is_title = piece.kind == "pair" and piece.entry is not None and piece.entry.field == "title"
    return is_title or may_name(piece)


def _is_second(pieces: list[Piece], start: int, title: str, level: int) -> bool:
    """Return whether a title with a code below it stands there, as the page's title with its own.

    In a heading of the same level, below no other, or set off with the same name; nothing says that
    either replaced the other. Below *Accès* other diplomas are named, but not in a heading above
    the level of that.
    """
    head, before = pieces[start], pieces[:start]
    outside = (
        piece
        for piece in pieces
        if not (piece.entry and piece.entry.kind == "text" and piece.block.level > level > 0)
    )
    return (
        level == head.block.level
        and (level > 0 or has_name_of(head.text, title))
        and bool(before)
        and (before[-1].kind not in {"heading", "label"} or _is_name_of_file(before))
        and bool(read_title(head.text).types)
        and not (says_others(head.text) or any(map(is_of_others, outside)))
        and _states_code(before, title)
        and _states_code(pieces[start:], head.text)
    )


def _is_name_of_file(before: list[Piece]) -> bool:
    """Return whether a line above a title is no heading of it, but a file's name in a list."""
    *_, link, last = [*before[:1], *before]
    return last.block.level == 0 and (is_label_of_files(last) or has_file(link))


def _states_code(part: list[Piece], title: str) -> bool:
    """Return whether a title, or what stands below it, states a code: by a label, or first."""
    labels = (piece.entry.field for piece in part if piece.entry)
    below = (piece for piece in part[:_FIRST] if piece.entry is None)
    is_stated = bool(codes_in(title)) or "code" in labels
    return is_stated or any(IN_TEXT.match(piece.text) for piece in below)
