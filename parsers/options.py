"""Several diplomas on one page: which there are, and which part of the page is whose.

209 known diplomas stand on 182 addresses. Options are found in a table with a code in each row,
under a heading each, in repeated groups of labels, or in the title or code alone. What stands
outside the options' parts belongs to all of them.
"""

import itertools
import re
from typing import NamedTuple

from parsers.blocks import Block
from parsers.grids import Grid
from parsers.pieces import Piece, row_pieces
from schema.code import IN_TEXT, CodeScolarite, codes_in
from schema.names import read_title
from schema.text import clean, fold, same_length

_OPTION = re.compile(r"^(?:l'|les? )?options?\b(?:\s*:)?\s*", re.IGNORECASE)
_LETTER = re.compile(r"\boptions?\s*(?::\s*)?([A-Z])\b(?!['’])")
_IN_TITLE = re.compile(r"\boptions?\s+(?=[A-Z]\b(?!['’]))|(?:,|\bet|/|;)\s+(?=[A-Z]\s*[:–-])")
_LONGEST = 220


class Variant(NamedTuple):
    """One diploma of a page. `pieces`: what is its own. `title`, `code`: as the option states
    them; empty and None mean the page's. `letter`: tells options of one code apart.
    """

    pieces: tuple[Piece, ...]
    title: str = ""
    code: str | None = None
    letter: str | None = None
    place: str = ""


class Split(NamedTuple):
    """The pieces that all diplomas of the page share, and its diplomas, at least one."""

    shared: list[Piece]
    variants: tuple[Variant, ...]


def variants(found: list[Piece], title: str, tables: list[Grid]) -> Split:
    """The diplomas of a page with the title `title`."""
    for grid in tables:
        if rows := _from_table(grid, title):
            return Split(found, _lettered(rows))
    if lines := _from_list(found, title):
        return lines
    heads = _heads(found, title)
    if len(heads) >= 2 and (split := _from_heads(found, title, heads)):
        return split
    if split := _from_groups(found, title):
        return split
    if listed := _from_codes(found, title) or _from_title(title):
        return Split(found, _lettered(listed))
    return Split(found, (Variant(()),))


def _from_table(grid: Grid, title: str) -> list[Variant]:
    """A table with a code in each row, at least two of them different or named."""
    result = []
    for number, row in enumerate(grid.rows):
        cell = grid.named(row, "code")
        parsed = CodeScolarite.parse(cell[0].text).value if cell else None
        code = parsed.code if parsed else next(iter(codes_in(cell[0].text)), None) if cell else None
        if code is None:
            continue
        name = grid.named(row, "option") or grid.named(row, "title") or _unnamed(grid, row)
        text = name[0].text if name else ""
        own = [
            p
            for p in row_pieces(grid, number)
            if p.entry is None or p.entry.field not in {"code", "title", "option"}
        ]
        own = [p for p in own if not (name and p.block is name[0])]
        place = name[0].place if name else cell[0].place
        full = option_title(title, text)
        result.append(Variant(tuple(own), full, code, _letter(text), place))
    return result if len(result) > 1 and len({(v.code, v.title) for v in result}) > 1 else []


def _from_list(found: list[Piece], title: str) -> Split | None:
    """Lines that name an option and its code each: `Option A : … (400-25219 T)`."""
    lines = [
        piece
        for piece in found
        if piece.kind in {"item", "text"}
        and _OPTION.match(piece.text)
        and len(piece.text) <= _LONGEST
        and len(codes_in(piece.text)) == 1
    ]
    codes = [codes_in(piece.text)[0] for piece in lines]
    if len(lines) < 2 or len(set(codes)) < 2 or _followed_by_sections(found, lines):
        return None
    result = [
        Variant(
            (),
            option_title(title, piece.text),
            code,
            _letter(piece.text),
            piece.block.place,
        )
        for piece, code in zip(lines, codes, strict=True)
    ]
    shared = [piece for piece in found if piece not in lines]
    return Split(shared, _lettered(result))


def _followed_by_sections(found: list[Piece], lines: list[Piece]) -> bool:
    """Whether labels stand between the lines: then each begins a part of the page."""
    places = [found.index(piece) for piece in lines]
    return any(
        found[n].entry is not None
        for start, stop in itertools.pairwise(places)
        for n in range(start + 1, stop)
    )


def _unnamed(grid: Grid, row: dict[int, tuple[Block, ...]]) -> tuple[Block, ...]:
    """The first cell of a column that no label names: the option's name."""
    for column in sorted(row):
        if grid.columns.get(column) is None:
            return row[column]
    return ()


def _heads(found: list[Piece], title: str) -> list[int]:
    """The places of headings and set-off lines, or else of labels, that each begin an option."""
    heads: list[int] = []
    texts: set[str] = set()
    labelled: list[int] = []
    for number, piece in enumerate(found):
        text = _head_text(found, number)
        if not text or len(text) > _LONGEST or fold(text) == fold(title):
            continue
        if _begins_option(piece, text, title) and fold(text) not in texts:
            texts.add(fold(text))
            (heads if piece.entry is None else labelled).append(number)
    return heads if len(heads) >= len(labelled) else labelled


def _head_text(found: list[Piece], number: int) -> str:
    """The text that names an option: of a heading, or the value of an option label."""
    piece = found[number]
    if piece.entry is not None and piece.entry.field in {"option", "title"}:
        if piece.kind == "pair":
            return piece.text
        follower = found[number + 1] if number + 1 < len(found) else None
        return follower.text if follower and follower.kind in {"text", "item"} else ""
    return piece.text if piece.kind in {"heading", "text"} else ""


def _begins_option(piece: Piece, text: str, title: str) -> bool:
    if piece.entry is not None:  # a label "Option" or "Intitulé"
        return piece.entry.field in {"option", "title"}
    set_off = piece.kind == "heading" or piece.block.strong
    if _OPTION.match(text) and not text.endswith("."):
        return set_off or (bool(_LETTER.match(text)) and len(text) < 120)
    read = read_title(text)
    if not set_off or not read.types or not read.name or text.endswith("."):
        return False
    return bool(read.types & read_title(title).types) or not read_title(title).types


def _from_heads(found: list[Piece], title: str, heads: list[int]) -> Split | None:
    """Each head begins its option's part of the page; heads without any content are a list."""
    stops = [*heads[1:], len(found)]
    parts = [found[start + 1 : stop] for start, stop in zip(heads, stops, strict=True)]
    own_labels = [{p.entry.field for p in part if p.entry and p.entry.field} for part in parts]
    codes = [codes_in(_head_text(found, n)) for n in heads]
    if not any(own_labels) and not all(codes):
        return None
    if all(found[n].entry is not None for n in heads) and not all(
        "code" in labels or code for labels, code in zip(own_labels, codes, strict=True)
    ):
        return None  # an "Option" label twice without codes: a conflict, not two diplomas
    last, after = _own_part(found[heads[0]], parts[-1], own_labels[:-1])
    parts[-1] = last
    result = []
    for number, start in enumerate(heads):
        text = _head_text(found, start)
        piece = found[start]
        part = parts[number]
        if piece.kind == "label":
            part = part[1:]  # its value
        code = codes[number][0] if len(codes[number]) == 1 else _own_code(part)
        result.append(
            Variant(tuple(part), option_title(title, text), code, _letter(text), piece.block.place)
        )
    return Split([*found[: heads[0]], *after], _lettered(result))


def _own_code(part: list[Piece]) -> str | None:
    """The code that stands alone on a line right below an option's heading."""
    for piece in part[:2]:
        if piece.entry is None and (parsed := CodeScolarite.parse(piece.text).value):
            return parsed.code
    return None


def _own_part(
    head: Piece, last: list[Piece], others: list[set[str]]
) -> tuple[list[Piece], list[Piece]]:
    """Where the last option's part ends and what all options share goes on.

    At a heading that is not below the option's own; where options' headings have no level, at
    the first section that no other option has.
    """
    common = set[str]().union(*others) if others else set()
    for number, piece in enumerate(last):
        if piece.kind not in {"label", "heading"}:
            continue
        level, own = piece.block.level, head.block.level
        if own > 0:
            if 0 < level <= own:
                return last[:number], last[number:]
        elif piece.entry is not None and piece.entry.is_section and piece.entry.field not in common:
            return last[:number], last[number:]
    return last, []


def _from_groups(found: list[Piece], title: str) -> Split | None:
    """Repeated groups of labels: the code's and at least one more label occur as often."""
    labels = [
        (n, p.entry.field)
        for n, p in enumerate(found)
        if p.entry is not None and p.entry.kind == "value" and p.kind in {"label", "pair"}
    ]
    codes = [n for n, name in labels if name == "code"]
    if len(codes) < 2:
        return None
    fields = {name for _, name in labels if sum(f == name for _, f in labels) == len(codes)}
    stated = {_stated_code(found, n) for n in codes}
    if len(fields) < 2 or None in stated or len(stated) < 2:
        return None
    first = next(name for _, name in labels if name in fields)
    starts = [n for n, name in labels if name == first]
    stops = [*starts[1:], len(found)]
    parts = [found[start:stop] for start, stop in zip(starts, stops, strict=True)]
    own = [{p.entry.field for p in part if p.entry and p.entry.field} for part in parts]
    last, after = _own_part(found[starts[0]], parts[-1], own[:-1])
    parts[-1] = last
    result = [Variant(tuple(part), _group_title(part, title)) for part in parts]
    return Split([*found[: starts[0]], *after], _lettered(result))


def _stated_code(found: list[Piece], number: int) -> str | None:
    piece = found[number]
    text = piece.text
    if piece.kind == "label" and number + 1 < len(found):
        text = found[number + 1].text
    parsed = CodeScolarite.parse(text).value
    return parsed.code if parsed else None


def _group_title(part: list[Piece], title: str) -> str:
    for number, piece in enumerate(part):
        if piece.entry is not None and piece.entry.field in {"option", "title"}:
            return option_title(title, _head_text(part, number))
    return ""


def _from_codes(found: list[Piece], title: str) -> list[Variant]:
    """One code label with several codes, each with its option in parentheses or beside it."""
    for number, piece in enumerate(found):
        if piece.entry is None or piece.entry.field != "code":
            continue
        text = piece.text
        if piece.kind == "label":
            text = (
                " ; ".join(
                    p.text for p in found[number + 1 : number + 9] if p.kind in {"text", "item"}
                )
                if number + 1 < len(found)
                else ""
            )
        matches = list(IN_TEXT.finditer(clean(text)))
        if len(matches) < 2 or len(codes_in(text)) < 2:
            continue
        named = [(m, n) for m in matches if (n := _name_beside(clean(text), matches, m))]
        if len(named) < len(matches):
            titled = _from_title(title)
            if len(titled) == len(matches):
                codes = [(m[1] + m[2] + m[3]).upper() for m in matches]
                return [v._replace(code=c) for v, c in zip(titled, codes, strict=True)]
            continue
        titled = _from_title(title)
        if len(titled) == len(named) and all(len(fold(name).split()) < 3 for _, name in named):
            by_letter = {v.letter: v for v in titled}
            pairs = [(by_letter.get(_letter(name)), m) for m, name in named]
            if all(v for v, _ in pairs):
                return [v._replace(code=(m[1] + m[2] + m[3]).upper()) for v, m in pairs if v]
        return [
            Variant((), option_title(_without_options(title), name), (m[1] + m[2] + m[3]).upper(),
                    _letter(name), piece.block.place)
            for m, name in named
        ]  # fmt: skip
    return []


def _name_beside(text: str, matches: list[re.Match[str]], match: re.Match[str]) -> str:
    """The option named behind a code in parentheses or after a dash, or before it."""
    position = matches.index(match)
    stop = matches[position + 1].start() if position + 1 < len(matches) else len(text)
    after = text[match.end() : stop]
    if inside := re.match(r"\s*\(([^()]+)\)|\s*[:–-]\s*([^,;|()]+)", after):
        return clean(inside[1] or inside[2])
    start = matches[position - 1].end() if position else 0
    before = clean(text[start : match.start()]).strip(" ,;:|()–-")
    return before if len(before) > 2 and _OPTION.match(before) else ""


def _from_title(title: str) -> list[Variant]:
    """`… option A signalétique, option B décor peint`: one diploma each."""
    marks = list(_IN_TITLE.finditer(title))
    if len(marks) < 2 or not title[marks[0].start() :].lower().startswith("option"):
        return []
    base = _without_options(title)
    stops = [mark.start() for mark in marks[1:]] + [len(title)]
    result = []
    for mark, stop in zip(marks, stops, strict=True):
        name = clean(title[mark.end() : stop])
        name = re.sub(r"(?:[\s,;/–-]|\bet)+$", "", name).strip()
        letter = name[:1].lower()
        result.append(Variant((), option_title(base, f"option {name}"), None, letter))
    return result if len({v.letter for v in result}) == len(result) else []


def _without_options(title: str) -> str:
    mark = _LETTER.search(title)
    return clean(title[: mark.start()]).rstrip(" :,–-(") if mark else title


def option_title(title: str, option: str) -> str:
    """The title of an option: its own when it is a full one, else the page's with the option."""
    text = clean(IN_TEXT.sub("", option)) if codes_in(option) else clean(option)
    text = re.sub(
        r"\s*\(\s*(?:codes?(?: \w+)?\s*:?)?\s*\)|[\s:,–-]*(?:\bcodes?\b)?[\s:,–-]*$", "", text
    ).strip()
    if not text:
        return title
    if read_title(text).types and read_title(text).name:
        return text
    if fold(title) in fold(text):
        return text
    text = re.sub(r"^(l'|les? )?(option)s?\b\s*:?\s*", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^([A-Z])\s*[:–—-]\s*", r"\1 ", text)
    return f"{title} option {text}"


def _letter(text: str) -> str | None:
    match = _LETTER.search(text) or re.search(r"\boptions?\s+([a-z])\b(?!['’])", same_length(text))
    if match is None:
        match = re.match(r"^([A-Z])\s*(?:[:–—-]\s|\s)", text)
    return match[1].lower() if match else None


def _lettered(found: list[Variant]) -> tuple[Variant, ...]:
    """Letters by order where an option states none, so that ids can differ."""
    letters = [v.letter for v in found]
    if None not in letters and len(set(letters)) == len(letters):
        return tuple(found)
    return tuple(v._replace(letter=chr(ord("a") + n)) for n, v in enumerate(found))
