"""Options that share one code, or have none: lines and sentences that name them all."""

import itertools
import re
from collections.abc import Iterator

from parsers.segment.labels import Piece, value_of
from parsers.segment.page_diplomas import (
    LONGEST,
    OF_OTHERS,
    Split,
    Variant,
    lettered,
    option,
    without_options,
)
from parsers.segment.title_words import is_sentence
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
    r"(?:^|\s*[;,/–-]\s+(?:et\s+)?|\s+et\s+|\s+(?=[Oo]ption|[A-Z] ?: ))(?:l['’])?"
    r"(?:[Oo]ptions?\s+(?P<named>[A-Z])\b(?!['’])\s*[:–—-]?\s*"
    r"|(?P<bare>[A-Z])(?:\s*[:–—-]\s*|\s+(?=[a-zà-ÿ«\"])))"
)
_IN_TITLE = re.compile(r"\b[Oo]ptions?\s+(?=[A-Z]\b(?!['’]))")
_LETTER_ALONE = re.compile(r"\b[Oo]ption ([A-H])$")
_LETTERED_LINE = re.compile(r"(?P<word>[Oo]ption )?(?P<letter>[A-H]) ?[:–—-] ?(?P<name>\w.{2,80})")
# a line that only says that options follow, or the letter of one
_LEAD = re.compile(r"(?:\w+ )?options?\s*:?|option [A-H]", re.IGNORECASE)
_OPTION_LINE = re.compile(r"option (?!facultative|obligatoire|[A-H]\b)\w", re.IGNORECASE)
_AROUND = ' ,;.–—-«»"'
_LONGEST_NAME = 80


def joined_by_letter(split: Split, pieces: list[Piece], title: str) -> Split:
    """Give options that have a letter and a code only the names that the page gives their letters.

    They stand in the title, on lines, in a sentence; the codes stand elsewhere.
    """
    letters = [_LETTER_ALONE.search(variant.title) for variant in split.variants]
    if len(letters) < 2 or not all(letters):
        return split
    for named, holders in ((from_title(title), []), *_named(pieces, title)):
        titles = {variant.letter: variant.title for variant in named}
        if {match[1].lower() for match in letters if match} == set(titles):
            variants = tuple(
                variant._replace(title=titles[match[1].lower()])
                for variant, match in zip(split.variants, letters, strict=True)
                if match
            )
            return split._replace(shared=_without(split.shared, holders), variants=variants)
    return split


def from_title(title: str) -> list[Variant]:
    """Read `… option A signalétique, option B décor peint`: one diploma each."""
    start = _IN_TITLE.search(title)
    named = _lettered_in(title[start.start() :], without_options(title)) if start else []
    return named if len(named) > 1 else []


def first_named(pieces: list[Piece], title: str) -> list[Variant]:
    """Return the options that the title, or else the page, names first, without their codes."""
    return from_title(title) or next((named for named, _ in _named(pieces, title)), [])


def from_names(pieces: list[Piece], title: str) -> Split | None:
    """Return the options that a page of one code names, each for itself; None without.

    They have letters in order, stand below the label *Options*, or are as many as the
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
    for named, holders in _named(opening, title):
        if codes or _is_type_alone(title):
            return Split(_without(pieces, holders), lettered(named))
        return _told(_without(pieces, holders), named, "options without a code")
    lines = [
        (piece, line.rstrip(" ;,."))
        for piece in opening
        for line in (() if piece.block.has_link or piece.entry else piece.lines)
        if _OPTION_LINE.match(line) and _is_name(line.rstrip(" ;,."))
    ]
    if len({line for _, line in lines}) > 1:
        named = [option(title, line, None, piece.block.place) for piece, line in lines]
        rest = _without(pieces, [piece for piece, line in lines if len(piece.lines) < 2])
        if _is_type_alone(title):  # the options are its only names
            return Split(rest, lettered(named))
        return _told(rest, named, "options without a code or letter")
    for number, piece in enumerate(opening):
        if _is_label(piece) and fold(piece.label or piece.text).startswith("options"):
            value = value_of(opening, number)
            if value and clean(value.text):
                detail = "options, in no form that tells where each ends"
                names = [Variant((), value.text[:200], place=value.block.place)]
                return _told(pieces, names, detail)
    return None


def _is_type_alone(title: str) -> bool:
    """Return whether a title is that of a type without specialities: `DTMS`."""
    read = read_title(re.sub(r"\s*\([A-Z]+\)$", "", title))
    return read.is_type_alone and read.types == {"OTHER"}


def _without(pieces: list[Piece], holders: list[Piece]) -> list[Piece]:
    """Return pieces without those that only name the options."""
    used = {id(p) for p in holders if p.entry is None and not p.block.has_link}
    return [piece for piece in pieces if id(piece) not in used]


def _named(pieces: list[Piece], title: str) -> Iterator[tuple[list[Variant], list[Piece]]]:
    """Yield the options that a label, a sentence or lines name, and the pieces that only do so."""
    opening = [*_opening(pieces)]
    for number, piece in enumerate(opening):
        named = _of_label(opening, number, title) if _is_label(piece) else _of_text(piece, title)
        if len(named) > 1:
            yield named, [piece] if ". " not in piece.text else []
    yield from _of_lines(opening, title)


def _of_lines(pieces: list[Piece], title: str) -> Iterator[tuple[list[Variant], list[Piece]]]:
    """Yield the options of lines that begin with *Option A*, *Option B*; or *A*, *B* below it.

    The name may stand behind its letter, as in a `dl`.
    """
    named: list[Variant] = []
    holders: list[Piece] = []
    told, before = False, ""
    for piece in pieces:
        told |= "ption" in piece.label
        others = 0
        for line in piece.lines:
            whole = f"{before} : {line}" if before else line
            match = _LETTERED_LINE.fullmatch(clean(whole).rstrip(" ;,."))
            if match and (told or match["word"]) and not codes_in(line):
                name = f"{match['letter']} {match['name']}"
                named.append(option(title, name, None, piece.block.place))
            else:
                others += not _LEAD.fullmatch(line)
            told |= "ption" in line
            before = line if _LETTER_ALONE.fullmatch(line) else ""
        holders += [] if others else [piece]
    if len(_in_order(named)) > 1:
        yield named, holders


def _told(pieces: list[Piece], named: list[Variant], detail: str) -> Split:
    """Return one diploma, and an issue with the options that it does not tell apart."""
    names = " | ".join(each.title for each in named)
    remark = issue(IssueCode.UNLABELLED_TEXT, "title", names, detail, named[0].place)
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
            named = _lettered_in(lines[0], title)
            return [variant._replace(place=label.block.place) for variant in named]
    else:
        items = itertools.takewhile(lambda p: p.kind == "item", pieces[number + 1 :])
        lines = [item.text for item in items]
    names = [line.rstrip(" ;,.") for line in lines]
    if not all(_is_name(name) for name in names):
        return []
    return [option(title, name, None, label.block.place) for name in names]


def _of_text(piece: Piece, title: str) -> list[Variant]:
    """Return the options of a sentence: *Ce diplôme comporte deux options : …*."""
    if piece.kind not in {"text", "item"}:
        return []
    text = clean(piece.text)
    match = _SENTENCE.search(same_length(text)) if "option" in text.lower() else None
    if match is None or not _is_of(match["subject"] or match["whose"] or "", title):
        return []
    start, stop = match.span("names" if match["names"] else "letters")
    names, count = text[start:stop], _COUNTS.get(match["count"] or "")
    named = _lettered_in(names, title) or _listed(names, title, count)
    return [variant._replace(place=piece.block.place) for variant in named]


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
    letters = [mark["named"] or mark["bare"] for mark in marks]
    return _in_order(
        [option(title, f"{a} {part}", None, "") for a, part in zip(letters, parts, strict=True)]
    )


def _in_order(variants: list[Variant]) -> list[Variant]:
    letters = [variant.letter or "" for variant in variants]
    return variants if letters == sorted(set(letters)) else []


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
