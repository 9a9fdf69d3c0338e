"""Find the links of a text, and what each is called by its words and those around it."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.model.blocks import Part, joined, lines_of
from parsers.model.file_types import file_name, is_file_detail
from parsers.model.link_words import (
    NEW_WINDOW,
    OPENING,
    only_opens,
    without_opening,
    without_window,
)
from schema.text import clean, fold, has_digit

# a format and a size, as links of files have them in or behind them
_OF_A_FILE = (
    r"(?:(?:format|fichier|document|archive|texte|tableur|classeur|tableau|feuille de calcul"
    r"|diaporama|poids|taille|environ)[\s,:]{1,3}){0,2}"
)
FORMAT_WORDS = (
    rf"{_OF_A_FILE}(?:(?:ms|adobe)\s)?(?<!\w)\.?"
    r"(?:pdf|docx?|odt|ods|rtf|xlsx?|pptx?|zip|html?|word|excel|powerpoint|opendocument)\b"
)
FORMAT_NAME = re.compile(FORMAT_WORDS, re.IGNORECASE)
_SIZE = (
    r"(?:\d{1,3}(?:\s?\d{3}){0,2}(?:[.,]\d{1,9})?\s{0,3}(?:[km](?:i?o|b)|octets)"
    # but "400-25520 P" is a code
    r"|\d{1,4}\s{0,3}p(?:\.|(?!\w)))"
)
_AMOUNT = rf"(?:{_SIZE}|\d{{1,4}} pages?\b)"
FORMAT_MARK = re.compile(
    r"[(\[–—,|•·\d-]|:\s{0,3}\w{2,5}$"
)  # one of them stands wherever `FORMAT` matches
FORMAT = re.compile(
    r"\s{0,3}(?:(?:(?<!\S)(?:au|en)\s)?"
    r"(?:[(\[–—|•·:-]|,(?!\d)|(?<!\d),)\s{0,3}(?:(?:au|en)\s)?"
    rf"|(?<!\S)(?:au|en)\s(?={FORMAT_WORDS}[\s–—,:/-]{{0,5}}{_AMOUNT})"
    # but "Référentiel au format Word (210 ko)" as "Référentiel au format Word"
    rf"|(?<=\w)\s{{1,3}}(?={_SIZE}\s{{0,3}}$)"
    rf"|(?<!\S)(?<!\bau\s)(?<!\ben\s)(?<!\bformat\s)(?={FORMAT_WORDS}[\s–—,:/(-]{{0,5}}{_AMOUNT}))"
    rf"(?:{FORMAT_WORDS}|{_OF_A_FILE}{_AMOUNT})"
    rf"(?:\sde\s{_AMOUNT}|[\s,;:/()|•·–—-]{{1,5}}"
    rf"(?:{FORMAT_WORDS}|{_AMOUNT}|(?:non )?accessible"
    rf"|{NEW_WINDOW})){{0,4}}"
    r"\s{0,3}[)\]]?\s{0,3}$",
    re.IGNORECASE,
)
# "[240 Ko] | Annexe I :" between two links: of the first one the size
_DETAIL_OF_LINK_BEFORE = re.compile(
    rf"[\s,–—-]{{0,3}}[(\[]?\s?(?:{FORMAT_WORDS}|{_OF_A_FILE}{_AMOUNT})"
    rf"(?:[\s,;:/–—-]{{1,5}}(?:{FORMAT_WORDS}|{_AMOUNT})){{0,3}}"
    r"(?:\s?[)\]]|(?!\s?[:\w]))[\s|;,•–—/-]*",
    re.IGNORECASE,
)
# a bullet, a format, or what the link does, before the title: "PDF - Référentiel", "[PDF] Annexes",
# "Voir : Annexes"
_BEFORE = re.compile(
    rf"^(?:[•·▪■◦>»→*]\s*|{FORMAT_WORDS}\s+[:–-]\s+|[(\[]\s?{FORMAT_WORDS}\s?[)\]]\s*[:–-]?\s*"
    rf"|{OPENING}\s?:\s+)(?=\w)",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?<=\w)\.(?:pdf|docx?|odt|rtf|xlsx?|zip)$", re.IGNORECASE)
# "Annexe I PDF", but not "Référentiel en PDF" or "Version PDF"
_FORMAT_BEHIND = re.compile(
    r"(?<=\w)(?<!\bformat)(?<!\ben)(?<!\bau)(?<!\bversion)(?<!\bfichier)(?<!\bdocument)"
    r"\s(?P<ending>pdf|docx?|odt|rtf|xlsx?|zip)$",
    re.IGNORECASE,
)
# the number of a footnote: "Référentiel [3]"
_NOTE = re.compile(r"\s{0,3}\[\d{1,2}\]$")
_NOTHING_BETWEEN = re.compile(r"(?:[\W_]|\b(?:et|ou)\b)*")
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"))
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# Parts of one link that word processors divide; what stands behind so many is a link of its own.
_MOST_PARTS = 100


class Link(NamedTuple):
    """A link of a line with the text before it (since the link before) and after it.

    `follows`: nothing but marks stands between the link before and this one.
    """

    href: str
    parts: tuple[Part, ...]
    before: str
    after: str
    follows: bool


def links_in(parts: tuple[Part, ...]) -> list[Link]:
    """Return the links of some lines, in order.

    Where each stands alone on its line, below a line of text, that stands before it; else a line
    below a link alone stands behind it.
    """
    lines = _lines(parts)
    texts = ["" if any(part.href for part in line) else clean(joined(line)) for line in lines]
    texts = ["", *texts, ""]
    links = [(n, link) for n, line in enumerate(lines, 1) for link in _links_of_line(line)]
    alone = [link.follows or not (link.before or link.after) for _, link in links]
    are_below = all(alone) and all(texts[n - 1] for n, _ in links)
    if are_below:
        return [link._replace(before=texts[n - 1]) for n, link in links]
    return [
        link._replace(after=link.after or texts[n + 1]) if is_alone else link
        for (n, link), is_alone in zip(links, alone, strict=True)
    ]


def _lines(parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """Divide parts at the breaks between them, but for those inside a link."""
    lines: list[tuple[Part, ...]] = []
    for line in lines_of(parts):
        before = lines[-1][-1] if lines else None
        if before and line[0].href and (before.href, before.link) == (line[0].href, line[0].link):
            lines[-1] += line
        else:
            lines.append(line)
    return lines


def _links_of_line(line: tuple[Part, ...]) -> Iterator[Link]:
    """Yield the links of a line, in order; word processors divide one into several."""
    runs: list[tuple[str | None, tuple[Part, ...]]] = []
    for (href, _), parts in itertools.groupby(line, lambda part: (part.href, part.link)):
        run = tuple(parts)
        goes_on = runs and runs[-1][0] == href and len(runs[-1][1]) < _MOST_PARTS
        if href and goes_on and says_which(title_of(run), href):
            title, is_small = title_of(runs[-1][1]), clean(joined(run))[:1].islower()
            if says_which(title, href) or (title and is_small):  # "Télécharger", " les annexes"
                run = (*runs.pop()[1], *run)
        runs.append((href, run))
    linked = False
    # "[icon] Annexe I   [icon] Annexe II": each before its words
    links = [(href, run) for href, run in runs if href]
    leads = len(links) > 1 and bool(runs[0][0] and not runs[-1][0])
    leads = leads and not any(says_which(title_of(run), href) for href, run in links)
    for number, (href, run) in enumerate(runs):
        if href is None:
            continue
        before, after = (
            clean(joined(around[0][1])) if around and around[0][0] is None else ""
            for around in (runs[max(number - 1, 0) : number], runs[number + 1 : number + 2])
        )
        if linked and (detail := _DETAIL_OF_LINK_BEFORE.match(before)):
            before = before[detail.end() :]
        follows = linked and _NOTHING_BETWEEN.fullmatch(before) is not None
        yield Link(href, run, "" if follows or leads else before, after, follows)
        linked = True


def title_of(parts: tuple[Part, ...]) -> str:
    """Return the words of a link without the format and size of its file; empty without any."""
    stop = len(parts)
    opened = None  # brackets before the last part
    while stop > 1 and _says_nothing(clean(last := parts[stop - 1].text)):
        opened = _opened(joined(parts[:stop])) if opened is None else opened
        opened -= _opened(last)
        if opened > 0:
            break  # of one text, which a word processor divides
        stop -= 1
    text = clean(joined(parts[:stop]))
    if "ouve" in text:  # "(nouvelle fenêtre)" in words that a word processor divides
        text = clean(without_window(text))
    if _says_nothing(text):
        return ""
    if text[0] == "[" and text.find("]") == len(text) - 1:  # a button made of characters
        text = text[1:-1].strip()
    text = without_opening(_BEFORE.sub("", text))
    if not FORMAT_MARK.search(text):
        return text.strip(" |") or text
    shorter = FORMAT.sub("", _NOTE.sub("", text))
    return clean(shorter).strip(" –—-|" if shorter == text else " –—-|/") or text


def without_ending(title: str, address: str) -> str:
    """Return `Annexe I` of `Annexe I.pdf`; but the name of the file itself stays whole.

    As of `Annexe I PDF`, where the file is one.
    """
    behind = _FORMAT_BEHIND.search(title)
    if behind and file_name(address).lower().endswith(f".{behind['ending'].lower()}"):
        return title[: behind.start()]
    shorter = _ENDING.sub("", title)
    names = (re.sub(r"[\W_]", "", fold(text)) for text in (shorter, stem_of(address)))
    return title if " " not in title or len({*names}) == 1 else shorter


def _opened(text: str) -> int:
    """Return how many more brackets open in a text than close."""
    return text.count("(") - text.count(")")


def _says_nothing(text: str) -> bool:
    """Return whether a text is no more than the format or size of a file, or marks."""
    return is_file_detail(text) or not any(character.isalnum() for character in text)


def says_which(title: str, address: str) -> bool:
    """Return whether a title says which file it is: no file's name, no word that only opens it."""
    is_name = title.lower() in names_of_file(address.lower())
    return bool(title) and not (is_name or only_opens(title))


def names_of_file(href: str) -> tuple[str, ...]:
    """Return the texts of a link that only has the name of its file (`f012`, not `annexe`)."""
    stem = stem_of(href)
    return (href, file_name(href), *([stem] if has_digit(stem) else []))


def stem_of(url: str) -> str:
    """Return the name of an address's file without its extension."""
    return file_name(url).rpartition(".")[0]


def without_brackets(text: str) -> str:
    """Return a text without brackets around it, or one that is the other half of a link's."""
    for opening, closing in _BRACKETS:
        if text.count(opening) > text.count(closing):
            return text.removeprefix(opening).removesuffix(opening).strip()
        if text.count(closing) > text.count(opening):
            # "annexe I a) Les activités (RAP)" closes where it opened
            is_closed = text.rfind(opening) > text[:-1].rfind(closing)
            return text if is_closed else text.removesuffix(closing).strip()
    return text[1:-1] if _IN_BRACKETS.fullmatch(text) else text
