"""Divide a line that gives each option a value: *RNCP 845 (option A), 843 (option B)*."""

import re
from collections.abc import Sequence

from parsers.model.blocks import Part, joined, lines_of
from parsers.model.file_types import is_file_detail
from parsers.segment.labels import Piece
from schema.text import clean, fold

# behind what is said of it
_BEHIND = re.compile(r"\s?(?:\(\s?(?:pour )?(?:l['’])?|\bpour l['’])option ([A-Z])\b(?:\s?\))?")
# "Arrêté du 3 mai 2004 (options A, B et C)", "Option D : arrêté du 6 mai 1980"
_LETTERS_OF = r"(?:l['’]|les )?options? (?P<letters>[A-H](?:(?:,| et|,? ou|/|,? et)? ?[A-H]\b)*)"
_ONLY_OF = (
    re.compile(rf"(?:\(|\bpour |, )(?:pour )?{_LETTERS_OF}(?: \w+ment)?\)?[ .;,]*$", re.IGNORECASE),
    re.compile(rf"^(?:pour )?{_LETTERS_OF}\s?[:–-]\s(?=.*\d)", re.IGNORECASE),
)
# "Annexe I : référentiel - option cuir (pdf)", whose link is "Annexe I"
_BEHIND_LINK = re.compile(r"(?:(?:(?:^|\s)[:–-]|,)\s|\()option ([^()\[]+)", re.IGNORECASE)
_BETWEEN = re.compile(r"^(?:\s*[,;/]\s*(?:et\s)?|\s*et\s)\s*")
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
