"""Divide a page among its options: by their headings, groups of labels or rows of a table."""

import itertools
import re
from collections import Counter

from parsers.segment.labels import Piece, row_pieces, value_of
from parsers.segment.option_mentions import Line, Mention, is_of_others
from parsers.segment.page_diplomas import LONGEST, OPTION, OPTION_LETTER
from parsers.segment.tables import Grid
from schema.code import CodeScolarite, codes_in
from schema.text import fold
from schema.title import read_title

# Columns or rows of a diploma and of the one that it replaced: no options
_NOUN = r"(?:diplome|code|referentiel|version|specialite|option|cap|bac|bts|bp|mc)\b"
_FORMER = re.compile(rf"(?:l )?(?:ancien(?:ne)?|precedente?) {_NOUN}")
_PRESENT = re.compile(rf"(?:le )?(?:nouveau|nouvelle|actuel(?:le)?|present) {_NOUN}")
_NAMES = ("option", "title")


def of_tables(tables: list[Grid]) -> list[Mention]:
    """Read the first table with a code in each row, at least two of them different or named.

    Of a former and a present diploma only the present one is the page's.
    """
    for grid in tables:
        rows = [row_pieces(grid, number) for number in range(len(grid.rows))]
        found = [mention for row in rows if (mention := _of_labels(row)).code]
        present = [m for m in found if not _FORMER.match(fold(m.name))]
        if len(present) < len(found):
            found = [m._replace(name="") if _PRESENT.match(fold(m.name)) else m for m in present]
            if len(found) == 1:
                return found
        elif len({(mention.code, mention.name) for mention in found}) > 1:
            return found
    return []


def of_groups(pieces: list[Piece]) -> list[Mention]:
    """Read groups of labels that hold a code and an option's name each.

    A name alone may begin none of them: `Code`, `Option`, `Code`, `Option`. Empty for codes that
    are misspelt or alike, and where a label or heading speaks of other diplomas.
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
    occurrences = Counter(field for _, field in labels)
    count = occurrences["code"]
    fields = [field for _, field in labels if occurrences[field] == count]
    if count < 2 or not set(_NAMES).intersection(fields):
        return []
    starts = [number for number, field in labels if field == fields[0]]
    if any(map(is_of_others, pieces[starts[0] : starts[-1]])):
        return []
    found = [_of_labels(part) for part in _parts(pieces, starts)]
    is_whole = all(mention.code and mention.name for mention in found)
    return found if is_whole and len({mention.code for mention in found}) > 1 else []


def _of_labels(part: list[Piece]) -> Mention:
    """Read name and code of an option from the labelled values of its part."""
    named: dict[str, Piece] = {}
    naming: list[Piece] = []
    for number, piece in enumerate(part):
        field = piece.entry.field if piece.entry else None
        if field in {"code", *_NAMES} and (value := value_of(part, number)):
            named.setdefault(field, value)
            naming += [piece, value]
    plain = next((p for p in part if p.entry is None and p.block.cell and p.kind == "text"), None)
    holder = named.get("option") or named.get("title") or plain
    name = holder.text if holder else ""
    if len(name) == 1 and "title" in named:
        name = f"option {name} {named['title'].text}"
    naming += [holder] if holder else []
    text = named["code"].text if "code" in named else ""
    code = _code(text) or next(iter(codes_in(text)), None)
    used = {id(piece) for piece in naming}
    own = tuple(piece for piece in part if id(piece) not in used)
    return Mention(name, code, (Line("", tuple(naming)),), own)


def of_headings(pieces: list[Piece], title: str, level: int) -> list[Mention]:
    """Read options that a heading, a paragraph or a label's value each begins: see `_begins`.

    `level`: of the title's heading; in one style with the others it begins the first part.
    """
    heads = _heads(pieces, title)
    if len(heads) < 2:
        return []
    names = [_head_text(pieces, number) for number in heads]
    parts = _parts(pieces, heads)
    # a head is no part of the option; a label's value names it in its place
    parts = [part[1 + (part[0].kind == "label") :] for part in parts]
    codes = [codes_in(name) for name in names]
    found = [
        Mention(
            name,
            code[0] if len(code) == 1 else _code_below(part),
            (Line("", (pieces[n],)),),
            tuple(part),
        )
        for n, name, code, part in zip(heads, names, codes, parts, strict=True)
    ]
    if pieces[heads[0]].entry is not None and not all(
        mention.code or _has_code(mention.own) for mention in found
    ):
        return []  # an "Option" label twice without codes: a conflict, not two diplomas
    before = tuple(pieces[: heads[0]])
    if pieces[heads[0]].block.level == level and before[:1] and before[0].block.level == 0:
        if _has_code(before):
            return [Mention("", None, (), before), *found]
    return found


def _has_code(part: tuple[Piece, ...]) -> bool:
    return any(piece.entry is not None and piece.entry.field == "code" for piece in part)


def _heads(pieces: list[Piece], title: str) -> list[int]:
    """Return the places of headings, paragraphs or labels that each begin an option."""
    plain: dict[str, int] = {}
    labelled: dict[str, int] = {}
    for number, piece in enumerate(pieces):
        text = _head_text(pieces, number)
        if (
            text
            and len(text) <= LONGEST
            and fold(text) != fold(title)
            and _begins(piece, text, title)
        ):
            (plain if piece.entry is None else labelled).setdefault(fold(text), number)
    return list((plain if len(plain) >= len(labelled) else labelled).values())


def _head_text(pieces: list[Piece], number: int) -> str:
    """Return the text that may name an option: a whole piece, or the value of its label."""
    piece = pieces[number]
    if piece.entry is None:
        return piece.text if piece.kind in {"heading", "text"} else ""
    value = value_of(pieces, number) if piece.entry.field in _NAMES else None
    return value.text if value else ""


def _begins(piece: Piece, text: str, title: str) -> bool:
    """Return whether a text begins an option: by the word, or as a full title of the page's type.

    Such a text is set off; an option with a letter need not be.
    """
    if piece.entry is not None or text.endswith("."):
        return piece.entry is not None
    set_off = piece.kind == "heading" or piece.block.strong
    if OPTION.match(text):
        return set_off or (bool(OPTION_LETTER.match(text)) and len(text) < 120)
    read, own = read_title(text), read_title(title).types
    return set_off and bool(read.name) and bool(read.types & (own or read.types))


def _parts(pieces: list[Piece], starts: list[int]) -> list[list[Piece]]:
    """Divide `pieces` at `starts`; what is not the last option's own is left out."""
    parts = [
        pieces[start:stop] for start, stop in zip(starts, [*starts[1:], len(pieces)], strict=True)
    ]
    parts[-1] = parts[-1][: _end(parts)]
    return parts


def _end(parts: list[list[Piece]]) -> int:
    """Return where the last option's part ends.

    It is where the container (a `dl`) ends that holds all heads, at a heading that is not below the
    option's own, at a section that no other option has, or, in parts of one form, in other words.
    """
    *others, last = parts
    heads = [part[0].block for part in parts]
    common = set(heads[0].containers).intersection(*(head.containers for head in heads))
    around = next((n for n in heads[0].containers if n in common), None)
    sections = {_section(piece) for part in others for piece in part[1:]}
    for number, piece in enumerate(last[1:], start=1):
        level, is_head = piece.block.level, piece.kind in {"label", "heading"}
        if around is not None and around not in piece.block.containers:
            return number
        if is_head and _section(piece) not in sections:
            if 0 < level <= (heads[-1].level or 6) or (
                heads[-1].level == 0 and piece.entry is not None and piece.entry.is_section
            ):
                return number
    shapes = [[_shape(piece) for piece in part] for part in parts]
    count = len(shapes[0])
    if any(shape != shapes[0] for shape in [*shapes[:-1], shapes[-1][:count]]):
        return len(last)
    words = {_first_word(piece) for part in others for piece in part}
    return len(last) if any(_first_word(p) in words for p in last[count:]) and count > 1 else count


def _section(piece: Piece) -> str:
    return piece.entry.field or piece.entry.label if piece.entry else fold(piece.text)


def _shape(piece: Piece) -> tuple[str, str | None, bool]:
    has_link = any(part.href for part in piece.parts)
    return (piece.kind, piece.entry.field if piece.entry else None, has_link)


def _first_word(piece: Piece) -> str:
    return fold(piece.label or piece.text).partition(" ")[0].rstrip("0123456789s")


def _code_below(part: list[Piece]) -> str | None:
    """Return the code that stands alone on a line right below an option's heading."""
    codes = (_code(piece.text) for piece in part[:2] if piece.entry is None)
    return next(filter(None, codes), None)


def _code(text: str) -> str | None:
    """Return the code that a text is, in any of its writings."""
    parsed = CodeScolarite.parse(text).value
    return parsed.code if parsed else None
