"""The diplomas of a page, their titles and letters."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from parsers.model.document import ExpectedDiploma
from parsers.model.file_types import file_name
from parsers.segment.pieces import Piece
from parsers.segment.title_words import title_end
from schema.code import IN_TEXT, codes_in
from schema.issues import Issue
from schema.name_words import OPTION_WORDS, option_part
from schema.text import clean, fold, page_slug
from schema.title import read_title

# "- option osier", "• Option A", "II. Option B" too
OPTION = re.compile(
    r"^(?:(?:[•·▪■*–—-]|(?:\d{1,2}|[IVX]{1,4})\s?[.)°–—-])\s*)?(?:l'|les? )?"
    r"(?:options?\b|opt\.)(?:\s*:|\s+[–—-](?=\s))?\s*",
    re.IGNORECASE,
)
_NOUNS = [*OPTION_WORDS, "mention"]  # before a letter
_WRITTEN = "|".join(form for noun in _NOUNS for form in (noun, noun.capitalize(), noun.upper()))
OPTION_LETTER = re.compile(rf"\b(?:{_WRITTEN})\s*(?::\s*)?([A-Z])\b(?!['’])")
# Where options begin in a title: "CAP X option A …", "CAP X A : diamant B : pierres"
OPTIONS_IN_TITLE = re.compile(rf"{OPTION_LETTER.pattern}|(?<=\s)A ?: (?=[^:]{{2,80}}\sB ?: )")
# "option_b_annexe.pdf", but not "option_a_b.pdf"
_OPTION_OF_FILE = re.compile(r"option[_-]?([a-h])(?![a-z]|[_-](?:et[_-])?[a-h](?![a-z]))")
_SEVERAL = re.compile(r"\boptions\b", re.IGNORECASE)
# Words between a title and its options: "CAP X à deux options (cuir, textile)"
_LEADING = frozenset("a en avec deux trois quatre cinq six 2 3 4 5 6".split()) | {""}
_MARKED = re.compile(r"([A-Z]|[a-h](?=\s*[:–—-]\s|\)))(?:\s*[:–—-]\s*|[.),]\s+)")
_LETTER_BEHIND = re.compile(r"(?<=\w)\s*\((?:option )?([A-H])\)$")  # "Chaudronnerie (A)"
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
_ANY_LETTER = re.compile(
    rf"\b(?:{'|'.join(OPTION_WORDS)})\b\s*(?::\s*)?([a-z])\b(?!['’])", re.IGNORECASE
)
_FIRST_LETTER = re.compile(r"([A-Z])(?:(?:\s*[:–—-]|\))?\s|$)")
_BEFORE_NAME = re.compile(rf"\b(?:{'|'.join(OPTION_WORDS)})\b|[(),:;–—]|\s-\s", re.IGNORECASE)
# A code beside such words is a predecessor's, a successor's or another diploma's.
OF_OTHERS = re.compile(
    r"\b(?:ancien|nouveau|ex|rempl(?:ac\w*)?|abrog\w*|depuis|jusqu|jusque|sessions?|equivalen\w*|avant|"
    r"apres|devient|arrete|rncp|annees?|suite|succede|communs?|substitu\w*|exemples?|cas)\b"
)
_WORD = re.compile(r"\boption\b", re.IGNORECASE)
LONGEST = 220


class Variant(NamedTuple):
    """One diploma of a page.

    `pieces`: what is its own. `title`, `code`: as the option states
    them; empty and None mean the page's. `letter`: tells options of one code apart. `expected`:
    the diploma that other sources place at the page's address and that this one is.
    """

    pieces: tuple[Piece, ...]
    title: str = ""
    code: str | None = None
    option: str | None = None
    place: str = ""
    expected: ExpectedDiploma | None = None


class Split(NamedTuple):
    """The pieces that all diplomas of the page share, its diplomas, at least one, and issues."""

    shared: list[Piece]
    variants: tuple[Variant, ...]
    issues: tuple[Issue, ...] = ()


def option(
    title: str, name: str, code: str | None, place: str, pieces: Iterable[Piece] = ()
) -> Variant:
    """Return the diploma of the page `title` that an option's name, as published, stands for."""
    titled = option_title(title, name)
    stated = letter(name) or letter(titled.removeprefix(title).strip())  # "A. cuir"
    return Variant(tuple(pieces), titled, code, stated, place)


# "A « Cuir »", "« Cuir » (CU)", "A (cuir)": quotation marks or brackets around a name
_QUOTED = re.compile(
    r"""^((?:[A-H] )?)(?:[«"“]\s?([^«»"“”]+?)\s?[»"”](?=$| \()|\(([^\d()]{3,})\)$)"""
)


def without_options(title: str) -> str:
    """Return a title without the options it names."""
    if several := _SEVERAL.search(title):
        words = title[: several.start()].split()
        while words and fold(words[-1]) in _LEADING:
            if words[-2:-1] and fold(words[-2]) == "niveau":
                text = " ".join(words)
                return text[: title_end(text)]  # "CAP X - niveau 3 Options : …"
            words.pop()
        return " ".join(words).rstrip(" :,–-(")
    mark = OPTIONS_IN_TITLE.search(title)
    return clean(title[: mark.start()]).rstrip(" :,–-(") if mark else title


def option_title(title: str, option: str) -> str:
    """Return the title of an option: its own if it is a full one, else the page's with it."""
    text = clean(IN_TEXT.sub("", option)) if codes_in(option) else clean(option)
    text = re.sub(
        r"\s*[(\[]\s*(?:codes?(?: \w+)?\s*:?)?\s*[)\]]|[\s:,•·–-]*(?:\bcodes?\b)?[\s:,•·–[-]*$",
        "",
        text,
    ).strip()
    if not text:
        return title
    if read_title(text).types and read_title(text).name:
        return text
    text = behind_title(title, text)
    text = _STOP.sub("", OPTION.sub("", text))
    if marked := _MARKED.match(text):
        text = f"{marked[1]} {OPTION.sub('', text[marked.end() :])}"
    elif marked := _LETTER_BEHIND.search(text):
        text = f"{marked[1]} {text[: marked.start()]}"
    text = _QUOTED.sub(r"\1\2\3", text)
    return f"{title} option {text}"


def behind_title(title: str, text: str) -> str:
    """Return a text from *option* on where the page's title stands before it, in any writing.

    `Maintenance des véhicules option A : motocycles`, `Bac pro Cuisine, option A`.
    """
    mark = _WORD.search(text) if has_option_word(text) else None
    if mark and mark.start():
        before, own = read_title(clean(text[: mark.start()])), read_title(title)
        is_type = before.types & own.types or not before.types
        if is_type and fold(before.name) == fold(own.name) != "":
            return text[mark.start() :]
    return text


def letter(text: str) -> str | None:
    """Return the letter that an option's name begins with or bears, in lower case."""
    match = _ANY_LETTER.search(text) or _FIRST_LETTER.match(text)
    return match[1].lower() if match else None


def named_option(text: str, variants: Iterable[Variant]) -> Variant | None:
    """Return the one diploma of a page whose option a document's title names: `Grille option A`."""
    if "options" in text.lower():
        return None
    letters, whole = {found[1].lower() for found in OPTION_LETTER.finditer(text)}, fold(text)
    ends = [f"{fold(text[mark.end() :])} " for mark in _BEFORE_NAME.finditer(text)]
    named: dict[int, list[Variant]] = {0: []}
    for each in variants:
        name = option_part(each.title).removeprefix(f"{each.option} ")
        is_named = name and (name == whole or any(end.startswith(f"{name} ") for end in ends))
        length = LONGEST if each.option in letters else len(name) if is_named else 0
        named.setdefault(length, []).append(each)
    best = named[max(named)] if max(named) else []
    return best[0] if len(best) == 1 else None


def addressed_option(url: str, page: str, variants: Iterable[Variant]) -> Variant | None:
    """Return the one diploma of a page whose option's letter a file is called by.

    But not by the name that the page at the address `page` has too: `bts_x_option_a_annexe1.pdf`.
    """
    letters = set(_OPTION_OF_FILE.findall(file_name(url).lower()))
    letters.difference_update(_OPTION_OF_FILE.findall(file_name(page).lower()))
    if len(letters) != 1:
        return None
    called = [each for each in variants if each.option in letters]
    return called[0] if len(called) == 1 else None


def told_apart(variants: list[Variant]) -> tuple[Variant, ...]:
    """Tell options apart by the letters that the page states, else by their names: not by order."""
    letters = [variant.option for variant in variants]
    own = (letter if letters.count(letter) == 1 else None for letter in letters)
    names = (page_slug(option_part(variant.title) or variant.title) for variant in variants)
    return tuple(
        variant._replace(option=letter or name)
        for variant, letter, name in zip(variants, own, names, strict=True)
    )


def has_option_word(text: str) -> bool:
    """Return whether a text has the word *option*."""
    # most texts have not: cheaper than without capitals
    return ("ption" in text or "PTION" in text) and "option" in text.lower()
