"""Options that share one code, or have none: lines and sentences that name them all."""

import itertools
import re
from collections.abc import Iterator

from parsers.segment.labels import Piece, value_of
from parsers.segment.option_lists import OF_OTHERS
from parsers.segment.title_words import is_sentence
from parsers.segment.variant import (
    LONGEST,
    OPTION_LETTER,
    Split,
    Variant,
    lettered,
    option,
    option_title,
    without_options,
)
from schema.code import codes_in
from schema.issues import IssueCode, issue
from schema.text import clean, fold, same_length
from schema.title import read_title

_COUNTS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
_NOUNS = (
    "diplome|mention|specialite|certificat|brevet|baccalaureat|bac|cap|bp|bep|mc|cs|bn?ma|bts|dma"
)
_SUBJECT = (
    rf"(?:(?:le |la |l'|ce |cet |cette )(?P<subject>(?:{_NOUNS})\b[^.;:,]{{0,120}}?)|il|elle)"
)
_VERB = (
    r"(?:comporte|comprend|propose|offre|compte|existe en|se decline en"
    r"|est (?:organise|propose)e? en)"
)
# "Ce diplôme comporte deux options : option A carrières et option B travaux publics"
_SENTENCE = re.compile(
    rf"(?:^|[.;] )(?:{_SUBJECT} {_VERB} (?:les )?)?(?:(?P<count>{'|'.join(_COUNTS)}) )?"
    r"options(?: suivantes| au choix)?\s?:?\s(?P<names>[^.\s][^.]{4,400})"
    rf"|(?:^|[.;] ){_SUBJECT.replace('subject', 'whose')} {_VERB} (?:l')?(?=option [a-z]\b)"
    r"(?P<letters>[^.]{4,400})"
)
_BETWEEN = re.compile(r"\s*;\s*(?:et )?|,\s+(?:et )?|\s+et\s+")
# Where an option's letter stands in such a list.
_LETTER = re.compile(
    r"(?:^|\s*[;,/–-]\s+(?:et\s+)?|\s+et\s+)(?:l['’])?(?:[Oo]ption\s+)?([A-Z])(?:\s*[:–—-]\s*|\s+(?=[a-zà-ÿ«\"]))"
)
_LETTER_ALONE = re.compile(r"\boption ([A-H])$")
_LETTERED_LINE = re.compile(r"(?:[Oo]ption )?([A-H]) ?[:–—-] ?(\w.{2,80})")
_AROUND = ' ,;.–—-«»"'
_LONGEST_NAME = 80


def named_by_letter(split: Split, pieces: list[Piece], title: str) -> Split:
    """Give options that have a letter and a code only the names that lines give their letters.

    `Option A : osier` or `A : osier` on lines in order from A, the codes elsewhere.
    """
    letters = [_LETTER_ALONE.search(variant.title) for variant in split.variants]
    if len(letters) < 2 or not all(letters):
        return split
    named = [
        (match[1], f"option {match[1]} {match[2]}")
        for piece in pieces
        for line in piece.lines
        if not codes_in(line) and (match := _LETTERED_LINE.fullmatch(clean(line).rstrip(" ;,.")))
    ]
    names = dict(named)
    if len(named) != len(names) or {match[1] for match in letters if match} != set(names):
        return split
    variants = [
        variant._replace(title=option_title(without_options(title), names[match[1]]))
        for variant, match in zip(split.variants, letters, strict=True)
        if match
    ]
    return split._replace(variants=tuple(variants))


def from_names(pieces: list[Piece], title: str) -> Split | None:
    """Return the options that a page of one code names, each for itself; None without.

    They have letters in order from A, stand below the label *Options*, or are as many as the
    sentence says. Without a code, or where it is not clear how many there are, the page stays one
    diploma's, and an issue tells of the options.
    """
    if "option" in title.lower() or not any(
        "ption" in p.text or "ption" in p.label for p in pieces
    ):
        return None
    opening = [*_opening(pieces)]
    stated = (piece for piece in opening if not OF_OTHERS.search(fold(piece.text)))
    codes = {code for piece in stated for code in codes_in(piece.text)}
    if len(codes) > 1:
        return None
    for number, piece in enumerate(opening):
        named = _of_label(opening, number, title) if _is_label(piece) else _of_text(piece, title)
        if len(named) > 1 and codes:
            return Split(pieces, lettered(named))
        if len(named) > 1:
            titles, detail = " | ".join(each.title for each in named), "options without a code"
            return _told(pieces, titles, detail, piece)
    for number, piece in enumerate(opening):
        if _is_label(piece) and fold(piece.label or piece.text).startswith("options"):
            value = value_of(opening, number)
            if value and clean(value.text):
                detail = "options, in no form that tells where each ends"
                return _told(pieces, value.text[:200], detail, value)
    return None


def _told(pieces: list[Piece], names: str, detail: str, piece: Piece) -> Split:
    """Return one diploma, and an issue with the options that it does not tell apart."""
    remark = issue(IssueCode.UNLABELLED_TEXT, "title", names, detail, piece.block.place)
    return Split(pieces, (Variant(()),), (remark,))


def _opening(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces before the first text that describes the diploma."""
    for piece in pieces:
        if piece.entry is not None and piece.entry.kind in {"text", "list"}:
            return
        yield piece


def _is_label(piece: Piece) -> bool:
    return piece.entry is not None and piece.entry.field == "option"


def _of_label(pieces: list[Piece], number: int, title: str) -> list[Variant]:
    """Return the options below the label *Options*: a line, or an item each."""
    label = pieces[number]
    if not fold(label.label or label.text).startswith("options"):
        return []
    first = value_of(pieces, number)
    if first is None or first.kind != "item":
        lines = first.lines if first else []
        if len(lines) == 1:
            return _lettered_in(lines[0], title)
    else:
        items = itertools.takewhile(lambda p: p.kind == "item", pieces[number + 1 :])
        lines = [item.text for item in items]
    names = [line.rstrip(" ;,.") for line in lines]
    if not all(_is_name(name) for name in names):
        return []
    return [option(title, name, None, label.block.place) for name in names]


def _of_text(piece: Piece, title: str) -> list[Variant]:
    """Return the options of a sentence, or of lines that begin with *Option A*, *Option B*."""
    if piece.kind not in {"text", "item"}:
        return []
    lines = [line for line in piece.lines if OPTION_LETTER.match(line)]
    if len(lines) > 1:
        return _in_order(
            [option(title, line.rstrip(" ;,."), None, piece.block.place) for line in lines]
        )
    text = clean(piece.text)
    match = _SENTENCE.search(same_length(text)) if "option" in text.lower() else None
    if match is None or not _is_of(match["subject"] or match["whose"] or "", title):
        return []
    start, stop = match.span("names" if match["names"] else "letters")
    names = text[start:stop]
    return _lettered_in(names, title) or _listed(names, title, _COUNTS.get(match["count"] or ""))


def _is_of(subject: str, title: str) -> bool:
    """Return whether the subject of a sentence is the diploma of the page."""
    types = read_title(subject).types
    return not types or bool(types & read_title(title).types)


def _lettered_in(names: str, title: str) -> list[Variant]:
    """Read `A – fleurs ; B – poissons`, `option A carrières et option B travaux publics`."""
    marks = list(_LETTER.finditer(names))
    if not marks or marks[0].start() > 0:
        return []
    stops = [*(mark.start() for mark in marks[1:]), len(names)]
    texts = [names[mark.end() : stop] for mark, stop in zip(marks, stops, strict=True)]
    parts = [clean(text).strip(_AROUND) for text in texts]
    if not all(parts):
        return []
    return _in_order(
        [option(title, f"{m[1]} {part}", None, "") for m, part in zip(marks, parts, strict=True)]
    )


def _in_order(variants: list[Variant]) -> list[Variant]:
    letters = [variant.letter for variant in variants]
    return variants if letters == [chr(ord("a") + n) for n in range(len(letters))] else []


def _listed(names: str, title: str, count: int | None) -> list[Variant]:
    """Read `accordéon et guitare`, where the sentence says how many they are."""
    parts = [clean(part).strip(_AROUND) for part in _BETWEEN.split(names.rstrip(" .;"))]
    if count != len(parts) or not all(map(_is_name, parts)):
        return []
    return [option(title, part, None, "") for part in parts]


def _is_name(text: str) -> bool:
    return (
        2 < len(text) <= min(_LONGEST_NAME, LONGEST)
        and not is_sentence(text)
        and not any(character.isdigit() for character in text)
    )
