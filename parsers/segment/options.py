"""Find the diplomas of one page, and the part of the page that belongs to each.

209 known diplomas stand on 182 addresses. Options are found in a table with a code in each row,
under a heading each, in groups of labels that hold a code and a name each, or in the title or code
alone. What stands outside the options' parts belongs to all of them.
"""

import itertools
import re
from collections import Counter

from parsers.model.blocks import Block
from parsers.segment.labels import Piece, row_pieces, value_of
from parsers.segment.named_options import from_names, from_title, joined_by_letter
from parsers.segment.option_lists import from_codes, from_list, names_others
from parsers.segment.page_diplomas import (
    LONGEST,
    OPTION,
    OPTION_LETTER,
    Split,
    Variant,
    lettered,
    option,
)
from parsers.segment.tables import Grid
from schema.code import CodeScolarite, codes_in
from schema.text import fold
from schema.title import read_title

# Columns or rows of a diploma and of the one that it replaced: no options
_NOUN = r"(?:diplome|code|referentiel|version|specialite|option|cap|bac|bts|bp|mc)\b"
_FORMER = re.compile(rf"(?:l )?(?:ancien(?:ne)?|precedente?) {_NOUN}")
_PRESENT = re.compile(rf"(?:le )?(?:nouveau|nouvelle|actuel(?:le)?|present) {_NOUN}")


def variants(pieces: list[Piece], title: str, tables: list[Grid], level: int) -> Split:
    """Return the diplomas of a page with the title `title`, in a heading of that level or none."""
    split = _variants(pieces, title, tables, level)
    if len(split.variants) > 1 and not any(variant.code for variant in split.variants):
        codes = {variant.letter: variant.code for variant in from_codes(pieces, title)}
        if set(codes) == {variant.letter for variant in split.variants}:
            variants = tuple(v._replace(code=codes[v.letter]) for v in split.variants)
            split = split._replace(variants=variants)
    return joined_by_letter(split, pieces, title)


def _variants(pieces: list[Piece], title: str, tables: list[Grid], level: int) -> Split:
    for grid in tables:
        if rows := _from_table(grid, title):
            return Split(pieces, lettered(rows))
    if lines := from_list(pieces, title):
        return lines
    for heads in (_heads(pieces, title), _group_heads(pieces)):
        if len(heads) >= 2 and (split := _from_heads(pieces, title, heads)):
            return _with_first(split, pieces[: heads[0]], pieces[heads[0]].block.level == level)
    if listed := from_codes(pieces, title) or from_title(title):
        return Split(pieces, lettered(listed))
    return from_names(pieces, title) or Split(pieces, (Variant(()),))


def _from_table(grid: Grid, title: str) -> list[Variant]:
    """Read a table with a code in each row, at least two of them different or named.

    Of a former and a present diploma only the present one is the page's.
    """
    result = []
    compared = False
    for number, row in enumerate(grid.rows):
        cell = grid.named(row, "code")
        codes = [_code(cell[0].text), *codes_in(cell[0].text)] if cell else []
        code = next(filter(None, codes), None)
        if code is None:
            continue
        name = grid.named(row, "option") or grid.named(row, "title") or _unnamed(grid, row)
        text = name[0].text if name else ""
        if _FORMER.match(fold(text)):
            compared = True
            continue
        if _PRESENT.match(fold(text)):
            text = ""
        if len(text) == 1 and (titled := grid.named(row, "title") or _unnamed(grid, row)):
            text = f"option {text} {titled[0].text}"
        cells = [
            p
            for p in row_pieces(grid, number)
            if p.entry is None or p.entry.field not in {"code", "title", "option"}
        ]
        cells = [p for p in cells if not (name and p.block is name[0])]
        place = name[0].place if name else cell[0].place
        result.append(option(title, text, code, place, cells))
    if compared:
        return result if len(result) == 1 else []
    return result if len(result) > 1 and len({(v.code, v.title) for v in result}) > 1 else []


def _unnamed(grid: Grid, row: dict[int, tuple[Block, ...]]) -> tuple[Block, ...]:
    """Return the first cell of a column that no label names: the option's name."""
    for column in sorted(row):
        if grid.columns.get(column) is None:
            return row[column]
    return ()


def _heads(pieces: list[Piece], title: str) -> list[int]:
    """Return the places of headings, set-off lines or labels that each begin an option."""
    heads: list[int] = []
    texts: set[str] = set()
    labelled: list[int] = []
    for number, piece in enumerate(pieces):
        text = _head_text(pieces, number)
        if not text or len(text) > LONGEST or fold(text) == fold(title):
            continue
        if _begins_option(piece, text, title) and fold(text) not in texts:
            texts.add(fold(text))
            (heads if piece.entry is None else labelled).append(number)
    return heads if len(heads) >= len(labelled) else labelled


def _head_text(pieces: list[Piece], number: int) -> str:
    """Return the text that names an option: of a heading, or the value of an option label."""
    piece = pieces[number]
    plain = piece.text if piece.kind in {"heading", "text"} else ""
    return _option_value(pieces, number) if _is_option_label(piece) else plain


def _option_value(pieces: list[Piece], number: int) -> str:
    """Return the value of an option label; empty for other pieces."""
    value = value_of(pieces, number) if _is_option_label(pieces[number]) else None
    return value.text if value else ""


def _is_option_label(piece: Piece) -> bool:
    return piece.entry is not None and piece.entry.field in {"option", "title"}


def _begins_option(piece: Piece, text: str, title: str) -> bool:
    if piece.entry is not None:
        return _is_option_label(piece)
    set_off = piece.kind == "heading" or piece.block.strong
    if OPTION.match(text) and not text.endswith("."):
        return set_off or (bool(OPTION_LETTER.match(text)) and len(text) < 120)
    read = read_title(text)
    if not set_off or not read.types or not read.name or text.endswith("."):
        return False
    return bool(read.types & read_title(title).types) or not read_title(title).types


def _from_heads(pieces: list[Piece], title: str, heads: list[int]) -> Split | None:
    """Divide a page at `heads`, the pieces that begin an option each.

    Heads without any content between them are a list of options.
    """
    stops = [*heads[1:], len(pieces)]
    texts = [_head_text(pieces, number) for number in heads]
    parts = [pieces[start:stop] for start, stop in zip(heads, stops, strict=True)]
    # a head that names the option is no part of it; a label's value names it in its place
    parts = [
        part[1 + (part[0].kind == "label") if text else 0 :]
        for part, text in zip(parts, texts, strict=True)
    ]
    own_labels = [{p.entry.field for p in part if p.entry and p.entry.field} for part in parts]
    codes = [codes_in(text) for text in texts]
    if not any(own_labels) and not all(codes) and not all(map(_own_code, parts)):
        return None
    if all(pieces[n].entry is not None for n in heads) and not all(
        "code" in labels or code for labels, code in zip(own_labels, codes, strict=True)
    ):
        return None  # an "Option" label twice without codes: a conflict, not two diplomas
    others_have_text = any(
        p.kind == "heading" or len(p.text) > 60 for part in parts[:-1] for p in part
    )
    inside = _inside([pieces[n].block for n in heads], parts[-1])
    last, after = _own_part(pieces[heads[0]], parts[-1][:inside], own_labels[:-1], others_have_text)
    alike = _alike([*parts[:-1], last])
    if not any(parts[:-1]) and not any(codes):
        alike = 0  # options that are only named: what follows the last is no more its own
    after = [*last[alike:], *after, *parts[-1][inside:]]
    parts[-1] = last[:alike]
    result = []
    for start, text, part, named in zip(heads, texts, parts, codes, strict=True):
        name = text or next(filter(None, (_option_value(part, n) for n in range(len(part)))), "")
        code = named[0] if len(named) == 1 else _own_code(part)
        place = pieces[start].block.place
        result.append(option(title, name, code, place, part) if name else Variant(tuple(part)))
    return Split([*pieces[: heads[0]], *after], lettered(result))


def _with_first(split: Split, before: list[Piece], alike: bool) -> Split:
    """Add the diploma of the page's title, where its heading is one of several of one style.

    `before`: what stands between it and the next one, a code among it.
    """
    codes = [p for p in before if p.kind == "pair" and p.entry and p.entry.field == "code"]
    if not (alike and codes and before[0].block.level == 0):
        return split
    return Split(split.shared[len(before) :], lettered([Variant(tuple(before)), *split.variants]))


def _alike(parts: list[list[Piece]]) -> int:
    """Return how many pieces of the last option's part are its own.

    If all parts have one form and the last begins with it, further pieces in other words (an
    order, a session) belong to all.
    """
    shapes = [
        [(p.kind, p.entry and p.entry.field, any(q.href for q in p.parts)) for p in part]
        for part in parts
    ]
    count, last = len(shapes[0]), parts[-1]
    if not count or any(shape != shapes[0] for shape in [*shapes[:-1], shapes[-1][:count]]):
        return len(last)
    words = {_first_word(piece) for part in parts[:-1] for piece in part}
    return len(last) if any(_first_word(p) in words for p in last[count:]) else count


def _first_word(piece: Piece) -> str:
    return fold(piece.label or piece.text).partition(" ")[0].rstrip("0123456789s")


def _inside(heads: list[Block], part: list[Piece]) -> int:
    """Return how many pieces of the last option's part stand in the heads' container (a `dl`)."""
    common = set(heads[0].containers).intersection(*(head.containers for head in heads))
    around = next((n for n in heads[0].containers if n in common), None)
    ends = (n for n, piece in enumerate(part) if around not in piece.block.containers)
    return next(ends, len(part)) if around is not None else len(part)


def _own_code(part: list[Piece]) -> str | None:
    """Return the code that stands alone on a line right below an option's heading."""
    for piece in part[:2]:
        if piece.entry is None and (code := _code(piece.text)):
            return code
    return None


def _own_part(
    head: Piece, last: list[Piece], others: list[set[str]], others_have_text: bool
) -> tuple[list[Piece], list[Piece]]:
    """Split the last option's pieces: its own, and those that all options share.

    The split is at a heading that is not below the option's own; where options' headings have no
    level, at the first section that no other option has. `others_have_text`: more than a code.
    """
    common = set[str]().union(*others) if others else set()
    if not common and others_have_text:
        return last, []  # the others say something too, under headings that nobody knows
    for number, piece in enumerate(last):
        if piece.kind not in {"label", "heading"}:
            continue
        level, head_level = piece.block.level, head.block.level
        if head_level > 0:
            if 0 < level <= head_level:
                return last[:number], last[number:]
        elif piece.entry is not None and piece.entry.is_section and piece.entry.field not in common:
            return last[:number], last[number:]
        elif level > 0 and not others_have_text and not any(others):
            return last[:number], last[number:]  # options that are only named, line below line
    return last, []


def _group_heads(pieces: list[Piece]) -> list[int]:
    """Return where groups of labels begin that hold a code and an option's name each.

    A name alone may begin none of them: `Code`, `Option`, `Code`, `Option`. None is returned for
    codes that are misspelt or alike, and where a label or heading speaks of other diplomas.
    """
    labels = [
        (number, piece.entry.field)
        for number, piece in enumerate(pieces)
        if piece.entry is not None
        and piece.entry.kind == "value"
        and piece.kind in {"label", "pair"}
    ]
    # "Niveau", then "niveau 3": a label and its value are one
    labels = [next(same) for _, same in itertools.groupby(labels, lambda label: label[1])]
    values = [value_of(pieces, number) for number, field in labels if field == "code"]
    codes = {_code(value.text) if value else None for value in values}
    occurrences = Counter(field for _, field in labels)
    fields = [field for _, field in labels if occurrences[field] == len(values)]
    if len(codes) < 2 or None in codes or not {"option", "title"}.intersection(fields):
        return []
    heads = [number for number, field in labels if field == fields[0]]
    between = pieces[heads[0] : heads[-1]]
    return [] if any(map(names_others, between)) else heads


def _code(text: str) -> str | None:
    """Return the code that a text is, in any of its writings."""
    parsed = CodeScolarite.parse(text).value
    return parsed.code if parsed else None
