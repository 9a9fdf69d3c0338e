"""Options that stand in lines: a list, one code label with several codes, the title itself."""

import itertools
import re

from parsers.segment.labels import Piece
from parsers.segment.options_model import (
    LONGEST,
    OPTION,
    Split,
    Variant,
    letter,
    lettered,
    option_title,
    without_options,
)
from schema.code import IN_TEXT, codes_in
from schema.text import clean, fold

_IN_TITLE = re.compile(r"\boptions?\s+(?=[A-Z]\b(?!['’]))|(?:,|\bet|/|;)\s+(?=[A-Z]\s*[:–-])")


def from_list(found: list[Piece], title: str) -> Split | None:
    """Lines that name an option and its code each: `Option A : … (400-25219 T)`."""
    lines = [
        piece
        for piece in found
        if piece.kind in {"item", "text"}
        and OPTION.match(piece.text)
        and len(piece.text) <= LONGEST
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
            letter(piece.text),
            piece.block.place,
        )
        for piece, code in zip(lines, codes, strict=True)
    ]
    shared = [piece for piece in found if piece not in lines]
    return Split(shared, lettered(result))


def _followed_by_sections(found: list[Piece], lines: list[Piece]) -> bool:
    """Whether labels stand between the lines: then each begins a part of the page."""
    places = [found.index(piece) for piece in lines]
    return any(
        found[n].entry is not None
        for start, stop in itertools.pairwise(places)
        for n in range(start + 1, stop)
    )


def from_codes(found: list[Piece], title: str) -> list[Variant]:
    """One code label with several codes, each with its option in parentheses or beside it."""
    for number, piece in enumerate(found):
        if piece.entry is None or piece.entry.field != "code":
            continue
        text = piece.text
        if piece.kind == "label":
            text = " ; ".join(p.text for p in _content(found, number))
        matches = list(IN_TEXT.finditer(clean(text)))
        if len(matches) < 2 or len(codes_in(text)) < 2:
            continue
        named = [(m, n) for m in matches if (n := _name_beside(clean(text), matches, m))]
        if len(named) < len(matches):
            titled = from_title(title)
            if len(titled) == len(matches):
                codes = [(m[1] + m[2] + m[3]).upper() for m in matches]
                return [v._replace(code=c) for v, c in zip(titled, codes, strict=True)]
            continue
        titled = from_title(title)
        if len(titled) == len(named) and all(len(fold(name).split()) < 3 for _, name in named):
            by_letter = {v.letter: v for v in titled}
            pairs = [(by_letter.get(letter(name)), m) for m, name in named]
            if all(v for v, _ in pairs):
                return [v._replace(code=(m[1] + m[2] + m[3]).upper()) for v, m in pairs if v]
        return [
            Variant((), option_title(without_options(title), name), (m[1] + m[2] + m[3]).upper(),
                    letter(name), piece.block.place)
            for m, name in named
        ]  # fmt: skip
    return []


def _content(found: list[Piece], number: int) -> list[Piece]:
    """What follows a label up to the next one."""
    return list(
        itertools.takewhile(lambda p: p.kind in {"text", "item"} and p.entry is None,
                            found[number + 1 :])
    )  # fmt: skip


def _name_beside(text: str, matches: list[re.Match[str]], match: re.Match[str]) -> str:
    """The option named behind a code in parentheses or after a dash, or before it."""
    position = matches.index(match)
    stop = matches[position + 1].start() if position + 1 < len(matches) else len(text)
    after = text[match.end() : stop]
    if inside := re.match(r"\s*\(([^()]+)\)|\s*[:–-]\s*([^,;|()]+)", after):
        return clean(inside[1] or inside[2])
    start = matches[position - 1].end() if position else 0
    before = clean(text[start : match.start()]).strip(" ,;:|()–-")
    return before if len(before) > 2 and OPTION.match(before) else ""


def from_title(title: str) -> list[Variant]:
    """`… option A signalétique, option B décor peint`: one diploma each."""
    marks = list(_IN_TITLE.finditer(title))
    if len(marks) < 2 or not title[marks[0].start() :].lower().startswith("option"):
        return []
    base = without_options(title)
    stops = [mark.start() for mark in marks[1:]] + [len(title)]
    result = []
    for mark, stop in zip(marks, stops, strict=True):
        name = clean(title[mark.end() : stop])
        name = re.sub(r"(?:[\s,;/–-]|\bet)+$", "", name).strip()
        letter = name[:1].lower()
        result.append(Variant((), option_title(base, f"option {name}"), None, letter))
    return result if len({v.letter for v in result}) == len(result) else []
