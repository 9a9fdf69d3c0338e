"""Divide what gives each option a value: *RNCP 845 (option A), 843 (option B)*.

In one line, or in lines below a label: *Première session*, *Option A : 2012*, *Option B : 2013*.
"""

import itertools
import re
from collections.abc import Sequence, Set

from parsers.model.blocks import Part, joined, lines_of
from parsers.model.file_types import is_file_detail
from parsers.segment.option_lines import is_lettered_name, is_of_others
from parsers.segment.page_diplomas import OPTION
from parsers.segment.pieces import Piece
from parsers.segment.title_words import is_name_line
from schema.code import codes_in
from schema.text import clean, fold, has_digit

# behind what is said of it
_BEHIND = re.compile(r"\s?(?:\(\s?(?:pour )?(?:l['’])?|\bpour l['’])option ([A-Z])\b(?:\s?\))?")
# "Arrêté du 3 mai 2004 (options A, B et C)", "Option D : arrêté du 6 mai 1980"
_LETTERS_OF = r"(?:l['’]|les )?options? (?P<letters>[A-H](?:(?:,| et|,? ou|/|,? et)? ?[A-H]\b)*)"
_ONLY_OF = (
    re.compile(rf"(?:\(|\bpour |, )(?:pour )?{_LETTERS_OF}(?: \w+ment)?\)?[ .;,]*$", re.IGNORECASE),
    re.compile(rf"^(?:pour )?{_LETTERS_OF}\s?[:–-]\s(?=.*\d)", re.IGNORECASE),
    re.compile(
        rf"^{_LETTERS_OF}(?:,? (?:est|a été))? (?:(?:abrog|supprim|modifi)[ée]e|cré[ée]e)\b",
        re.IGNORECASE,
    ),
)
# "Annexe I : référentiel - option cuir (pdf)", whose link is "Annexe I"
_BEHIND_LINK = re.compile(r"(?:(?:(?:^|\s)[:–-]|,)\s|\()option ([^()\[]+)", re.IGNORECASE)
_BETWEEN = re.compile(r"^(?:\s*[,;/]\s*(?:et\s)?|\s*et\s)\s*")
# where the name of an option ends, in a line that begins with it
_NAME_ENDS = re.compile(r"\s*:\s*|\s+[–—-]\s+|\s\((?=[^()]+\)$)")
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")


def value_of_each(piece: Piece, keys: Sequence[str]) -> dict[str, Piece]:
    """Return what a piece says to each option, if it gives each a value; `keys`: letters, or names.

    Of values before the letters, which have one form (`845`, `3 mai 2004`), what stands before the
    first one and behind the last option is said to all. Empty for any other piece, and for one with
    links.
    """
    if "ption" not in piece.text or len(keys) < 2:
        return {}
    if said := _lines_of_each(piece, keys):
        return said
    if piece.block.has_link:
        return {}
    marks = list(_BEHIND.finditer(piece.text))
    if [mark[1].lower() for mark in marks] != list(keys):
        return {}
    stops = [*(mark.start() for mark in marks), len(piece.text)]
    starts = [0, *(mark.end() for mark in marks)]
    parts = [piece.text[start:stop] for start, stop in zip(starts, stops, strict=True)]
    return {
        key: piece._replace(text=clean(text), parts=(Part(clean(text)),))
        for key, text in zip(keys, _led(*parts), strict=False)
    }


def _lines_of_each(piece: Piece, keys: Sequence[str]) -> dict[str, Piece]:
    """Return for each option the lines of a piece that are not said of others alone."""
    lines = [(line, _options_of(line, keys)) for line in lines_of(piece.parts)]
    said = {key for _, named in lines for key in named}
    if not said or not said <= set(keys) or all(len(named) == len(keys) for _, named in lines):
        return {}
    result = {}
    for key in keys:
        parts = tuple(part for line, named in lines if not named or key in named for part in line)
        if parts:
            result[key] = piece._replace(text=clean(joined(parts)), parts=parts)
    return result


def _options_of(parts: tuple[Part, ...], keys: Sequence[str]) -> set[str]:
    """Return which of the options `keys` a line says to be of these alone."""
    line = clean(joined(parts))
    if line.lower().count("ption") != 1:
        return set()
    unlinked = clean(joined(tuple(part for part in parts if not part.href)))
    behind = _BEHIND_LINK.search(unlinked) if unlinked != line else None
    if behind and (named := fold(behind[1])) in keys:
        return {named}
    head, _, detail = line.rpartition(" (")
    line = head if is_file_detail(f"({detail}") else line
    match = next(filter(None, (pattern.search(line) for pattern in _ONLY_OF)), None)
    return {*re.findall(r"\b[a-h]\b", match["letters"].lower())} if match else set()


def _led(first: str, *others: str) -> list[str]:
    """Return the first text with each value in it in turn; [] for values of several forms."""
    *values, rest = (_BETWEEN.sub("", text) for text in others)
    words = first.split()
    values.insert(0, " ".join(words[-len(values[0].split()) :]))
    forms = {_LETTERS.sub("a", _DIGITS.sub("1", value)) for value in values}
    if len(forms) > 1 or not values[0]:
        return []
    lead = clean(first).removesuffix(values[0])
    return [f"{lead}{value}{rest}" for value in values]


def names_below_labels(pieces: list[Piece]) -> list[tuple[str, Piece]]:
    """Return the options that the lines below a label give a value each, and the pieces.

    `Option cuir : 2012`, `B - bois : 2013`: all lines below the first such label.
    """
    for number, label in enumerate(pieces):
        below = _values_below(pieces, number) if _is_of_values(label) else []
        lines = [(line, piece) for piece in below for line in piece.lines]
        named = [(_name_before_value(line), piece) for line, piece in lines]
        if len(named) > 1 and all(name for name, _ in named):
            return named
    return []


def _name_before_value(line: str) -> str:
    """Return the option that a line begins with and gives a value; empty without any."""
    *_, end = [None, *_NAME_ENDS.finditer(line)]
    head = line[: end.start()] if end and has_digit(line[end.end() :]) else ""
    name = OPTION.sub("", head)
    is_option = (name != head and is_name_line(name)) or is_lettered_name(head)
    return head if head and is_option and not has_digit(head) else ""


def values_below_labels(
    pieces: list[Piece], names: Sequence[Set[str]]
) -> tuple[list[Piece], list[list[Piece]]]:
    """Take out the lines below a label that give several options a value each.

    `names`: what each option may be called, folded. Returns the pieces that are left, and of each
    option the label with its value; a label below which no line is left goes too.
    """
    left: list[Piece] = []
    own: list[list[Piece]] = [[] for _ in names]
    number = 0
    while number < len(pieces):
        label = pieces[number]
        below = _values_below(pieces, number) if _is_of_values(label) else []
        given = [_named_at_start(line, names) for piece in below for line in piece.lines]
        if not (given and given[0]) or len({value[0] for value in given if value}) < 2:
            left.append(label)
            number += 1
            continue
        for value in filter(None, given):
            pair = Piece("pair", label.block, label.entry, label.label, value[1], (Part(value[1]),))
            own[value[0]].append(pair)
        if not all(given):
            left += [label, *(rest for p in below for rest in _without_named(p, names))]
        number += 1 + len(below)
    return left, own


def _without_named(piece: Piece, names: Sequence[Set[str]]) -> list[Piece]:
    """Return a piece without its lines that begin with the name of an option."""
    lines = zip(lines_of(piece.parts), piece.lines, strict=True)
    parts = tuple(p for line, text in lines if not _named_at_start(text, names) for p in line)
    return [piece._replace(text=clean(joined(parts)), parts=parts)] if parts else []


def _values_below(pieces: list[Piece], number: int) -> list[Piece]:
    """Return the lines below a label, up to the next label or link."""
    below = itertools.islice(pieces, number + 1, None)
    return [*itertools.takewhile(_may_give_values, below)]


def _is_of_values(piece: Piece) -> bool:
    """Return whether a piece is a label of facts, which stand below it."""
    if piece.entry is None or piece.kind != "label" or is_of_others(piece):
        return False
    return piece.entry.kind in {"value", "legal"} and piece.entry.field not in {"code", "option"}


def _may_give_values(piece: Piece) -> bool:
    return piece.kind in {"item", "text"} and piece.entry is None and not piece.block.has_link


def _named_at_start(line: str, names: Sequence[Set[str]]) -> tuple[int, str] | None:
    """Return which option a line begins with the name of, and what it says of it; else None."""
    for mark in reversed([*_NAME_ENDS.finditer(line)]):
        head, value = fold(OPTION.sub("", line[: mark.start()])), line[mark.end() :]
        number = next((n for n, written in enumerate(names) if head in written), None)
        if number is not None:
            value = value.removesuffix(")") if mark[0].endswith("(") else value
            return (number, value) if has_digit(value) and not codes_in(value) else None
    return None
