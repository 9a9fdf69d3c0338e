"""Find options that stand in lines.

These are items of a list, rows of a table, one cell, the value of a code label, or the title.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from parsers.segment.labels import Piece
from parsers.segment.named_options import first_named
from parsers.segment.page_diplomas import (
    LONGEST,
    OF_OTHERS,
    OPTION,
    Split,
    Variant,
    lettered,
    option,
    without_options,
)
from schema.code import IN_TEXT, codes_in
from schema.text import clean, fold, has_digit, same_length

_AROUND_NAME = re.compile(
    r"^(?:[\s,;:|()/•·.–—-]|\b(?:et|codes?(?: diplomes?)?|pour l['’](?=option))\b)+|"
    r"(?<![\s,;:|(/•·–—-])(?:[\s,;:|(/•·–—-]"
    r"|\b(?:et|(?:(?:a|porte|pour) )?le|codes?(?: diplomes?)?)\b)+$|"
    r"(?<=option [A-H])\.$",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"([A-Z])(?:\s*[:.–—-]\s*|\s+)(?=[«“\"]?\s?[^\W\d_]{2})")
# Fields whose texts name other diplomas with their options and codes
_FIELDS_OF_OTHERS = {"access", "further_study", "replaces", "replaced_by"}
_HEADING_OF_OTHERS = re.compile(
    r"\b(?:anciens?|anciennes?|precedente?s?|remplac\w*|equivalen\w*)\b"
)
_LIKE_CODE = re.compile(r"\d{3}\W?\d{2}")
_PARENTHESIS = re.compile(r"\s*\(([^()]+)\)")


class _Line(NamedTuple):
    """A line of text, and the pieces it was made of (of a table, the cells of a row)."""

    text: str
    pieces: tuple[Piece, ...]


class _Option(NamedTuple):
    name: str
    code: str
    line: _Line


def from_list(pieces: list[Piece], title: str) -> Split | None:
    """Read lines and rows that name an option and its code each: `Option A : … (400-25219 T)`."""
    options: list[_Option] = []
    labelled = _below_option_label(pieces)
    others = _below_label_of_others(pieces)
    for line in _lines(pieces):
        if id(line.pieces[0]) in others:
            continue
        is_labelled = id(line.pieces[0]) in labelled
        of_line = _options(line)
        behind = "" if of_line else _behind_title(line.text, title)
        if _names_option(behind) and _LIKE_CODE.search(behind):
            return None  # an option whose code is misspelt: not to be lost among the others
        options += [
            listed
            for listed in of_line
            if is_labelled
            or _names_option(listed.name)
            or _names_option(_behind_title(listed.name, title))
        ]
    letters = [match[1] for listed in options if (match := _LETTERED.match(listed.name))]
    if letters and letters != [chr(ord("A") + n) for n in range(len(letters))]:
        return None
    if len(options) < 2 or len({listed.code for listed in options}) < 2:
        return None
    used = _used(options)
    if _followed_by_sections(pieces, options):
        return None
    variants = [
        option(
            title,
            listed.name,
            listed.code,
            listed.line.pieces[0].block.place,
            _left(listed.line, used),
        )
        for listed in options
    ]
    shared = [
        piece
        for piece, follower in itertools.zip_longest(pieces, pieces[1:])
        if id(piece) not in used and not (id(follower) in used and _is_label_of_options(piece))
    ]
    return Split(shared, lettered(variants))


def _is_label_of_options(piece: Piece) -> bool:
    """Return whether a piece is a label alone whose value are the options: it takes no other."""
    entry = piece.entry
    return piece.kind == "label" and entry is not None and entry.field in {"code", "option"}


def _used(options: list[_Option]) -> set[int]:
    """Return the pieces that belong to one option alone.

    A piece with links that several options share stays with the page.
    """
    holders = Counter(id(piece) for listed in options for piece in listed.line.pieces)
    linked = {
        id(p) for listed in options for p in listed.line.pieces if any(q.href for q in p.parts)
    }
    return {piece for piece, count in holders.items() if count == 1 or piece not in linked}


def _lines(pieces: list[Piece]) -> Iterator[_Line]:
    """Yield the rows of tables, the lines of paragraphs and the items that no label begins."""
    rows = [(place, tuple(group)) for place, group in itertools.groupby(pieces, _row)]
    before: tuple[Piece, ...] = ()
    for place, row in rows:
        above, before = before, row if place is not None else ()
        if place is not None:
            if len(above) == len(row) > 1 and (
                all(map(_is_name, above)) or _are_codes_of_names(above, row)
            ):
                for name, code in zip(above, row, strict=True):
                    text = name.text if _is_name(name) else f"option {name.text}"
                    yield _Line(f"{text} {code.text}", (name, code))
                continue
            cells = [piece for piece in row if not _is_other(piece)]
            yield _Line(" ".join(piece.text for piece in cells), row)
            continue
        for piece in row:
            options = piece.entry is not None and piece.entry.field == "option"
            if (piece.entry is None and piece.kind in {"text", "item"}) or (
                options and piece.kind == "pair" and len(codes_in(piece.text)) > 1
            ):
                for text in piece.lines:
                    yield _Line(text, (piece,))


def _row(piece: Piece) -> tuple[int, int] | None:
    """Return the table and row of an unlabelled cell in a row of several cells; None elsewhere."""
    cell = piece.block.cell
    return (cell.table, cell.row) if cell and piece.entry is None else None


def _is_other(piece: Piece) -> bool:
    """Return whether a cell of an option's row says more of it: an order, a link, a level."""
    plain = fold(piece.text)
    return bool(re.match(r"(?:arretes?|niveau|decret|session|rncp)\b", plain)) or any(
        part.href for part in piece.parts
    )


def _left(line: _Line, used: set[int]) -> tuple[Piece, ...]:
    """Return the cells of a row beside name and code of its option, or a line that holds links."""
    if len(line.pieces) > 1:
        return tuple(piece for piece in line.pieces if _is_other(piece))
    return tuple(p for p in line.pieces if id(p) in used and any(q.href for q in p.parts))


def _options(line: _Line) -> list[_Option]:
    """Return the names and codes of a line; empty if a code has no name of its own."""
    if len(line.text) > LONGEST * 4 or not has_digit(line.text):
        return []
    matches = list(IN_TEXT.finditer(line.text))
    if not matches or len(codes_in(line.text)) != len(matches):
        return []
    if OF_OTHERS.search(fold(line.text)):
        return []
    names = _names(line.text, matches)
    if any(not 0 < len(name) <= LONGEST or name.endswith(".") for name in names):
        return []
    codes = ((match[1] + match[2] + match[3]).upper() for match in matches)
    return [_Option(name, code, line) for name, code in zip(names, codes, strict=True)]


def _names(text: str, matches: list[re.Match[str]]) -> list[str]:
    """Return the texts beside codes: all in parentheses behind them, all before, or all behind."""
    inside = [_PARENTHESIS.match(text, match.end()) for match in matches]
    if all(inside):
        return [clean(match[1]) for match in inside if match]
    stops = [match.start() for match in matches] + [len(text)]
    starts = [0, *(match.end() for match in matches)]
    gaps = [clean(_AROUND_NAME.sub("", text[a:b])) for a, b in zip(starts, stops, strict=True)]
    if gaps[0] and (not gaps[-1] or (len(gaps) == 2 and _names_option(gaps[0]))):
        return gaps[:-1]  # behind a single code stand links
    return gaps[1:] if gaps[-1] and not gaps[0] else [""]


def _is_name(piece: Piece) -> bool:
    return bool(OPTION.match(piece.text)) and not codes_in(piece.text)


def _are_codes_of_names(above: tuple[Piece, ...], pieces: tuple[Piece, ...]) -> bool:
    """Return whether a row of codes of one type stands below a row of names."""
    codes = [codes_in(piece.text) for piece in pieces]
    return (
        all(len(codes_of_cell) == 1 for codes_of_cell in codes)
        and len({codes_of_cell[0] for codes_of_cell in codes}) == len(codes)
        and len({codes_of_cell[0][:3] for codes_of_cell in codes}) == 1
        and not any(codes_in(name.text) or OF_OTHERS.search(fold(name.text)) for name in above)
    )


def _names_option(name: str) -> bool:
    return bool(OPTION.match(name) or _LETTERED.match(name) or re.fullmatch("[A-H]", name))


def _behind_title(name: str, title: str) -> str:
    """Return what stands behind the page's title in a name that begins with it."""
    start = same_length(title)
    return clean(name[len(start) :]) if start and same_length(name).startswith(start) else ""


def _followed_by_sections(pieces: list[Piece], options: list[_Option]) -> bool:
    """Return whether labels stand between the lines: then each begins a part of the page."""
    holders = {id(piece) for listed in options for piece in listed.line.pieces}
    places = [number for number, piece in enumerate(pieces) if id(piece) in holders]
    return any(piece.entry is not None for piece in pieces[places[0] : places[-1]])


def from_codes(pieces: list[Piece], title: str) -> list[Variant]:
    """Read one code label with several codes.

    Each has its option beside it, or they stand in the order of the options that the title or an
    option label names.
    """
    for number, piece in enumerate(pieces):
        if piece.entry is None or piece.entry.field != "code":
            continue
        lines = _value_lines(pieces, number)
        codes = [code for line in lines for code in codes_in(line.text)]
        plain = fold(" ".join(line.text for line in lines))
        if len(codes) < 2 or len(set(codes)) < 2 or OF_OTHERS.search(plain):
            continue
        options = [listed for line in lines for listed in _options(line)]
        if len(options) == len(codes):
            return [
                option(without_options(title), listed.name, listed.code, piece.block.place)
                for listed in options
            ]
        titled = first_named(pieces, title)
        if len(titled) == len(codes):
            return [v._replace(code=code) for v, code in zip(titled, codes, strict=True)]
    return []


def _below_option_label(pieces: list[Piece]) -> set[int]:
    """Return the identities of the pieces below an option label, or a line *Trois options :*."""
    return {
        id(line.pieces[0])
        for number, piece in enumerate(pieces)
        if (
            piece.entry.field == "option"
            if piece.entry
            else piece.text.endswith(":") and "options" in piece.text.lower()
        )
        for line in _value_lines(pieces, number)
    }


def names_others(piece: Piece) -> bool:
    """Return whether a label, pair or heading speaks of other diplomas."""
    if piece.entry is None:
        return piece.kind == "heading" and bool(_HEADING_OF_OTHERS.search(fold(piece.text)))
    return piece.entry.field in _FIELDS_OF_OTHERS


def _below_label_of_others(pieces: list[Piece]) -> set[int]:
    """Return the identities of the pieces below a label or heading of other diplomas."""
    below: set[int] = set()
    is_of_others = False
    for piece in pieces:
        if piece.kind in {"label", "heading", "pair"}:
            is_of_others = piece.kind != "pair" and names_others(piece)
        elif is_of_others:
            below.add(id(piece))
    return below


def _value_lines(pieces: list[Piece], number: int) -> list[_Line]:
    """Return the lines of a label's value, in its own block or up to the next label."""
    piece = pieces[number]
    is_pair = piece.kind == "pair"
    follows = itertools.takewhile(
        lambda p: p.kind in {"text", "item"} and p.entry is None
        and (p.block is piece.block or not is_pair),
        pieces[number + 1 :],
    )  # fmt: skip
    holders = [piece, *follows] if is_pair else [*follows]
    return [_Line(text, (holder,)) for holder in holders for text in holder.lines]
