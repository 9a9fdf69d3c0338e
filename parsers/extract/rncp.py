"""RNCP numbers: `RNCP37919`, `RNCP 37 919`, in an address; bare only under their label."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parsers.extract.attribution import attribution
from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.extract.row import Row
from parsers.model.statement import Finding, Statement
from schema.code import placed_codes
from schema.issues import IssueCode, issue, unlabelled
from schema.text import has_any, same_length

# A row is looked at only where one of these stands in its folded text or in an address of its
# links, or under a label of the field: a new pattern needs its word here.
TRIGGERS = ("rncp", "r.n.c.p", "certifications prof")
# Groups of digits are one number only as 2 and 3, for no number has two digits: `379 380` may be
# one number or two, and is no number.
_NUMBER = r"(?:[0-9]{2}\s[0-9]{3}(?!\s[0-9]{3}\b)|[0-9]{3,4}(?!\s[0-9]{1,3}\b)|[0-9]{5,6})(?!\w)"
# "RNCP : 37919", "au RNCP sous le numéro 37 919", "RNCP (fiche n° 37919)", "(RNCP) : 37919",
# "La fiche RNCP porte le numéro 37919", "certifications professionnelles (RNCP) sous le n° 37919"
_LEAD = (
    r"(?:\)(?=\s?:|\s(?:sous|n|fiche))|,(?=\s(?:sous|n|fiche)))?[\s:/(-]{0,20}"
    r"(?:(?:sous|port(?:e|ait)|est) l[ea]s? )?(?:fiche )?"
    r"(?:num[ée]ros?|code|r[ée]f[ée]rence(?:\sn[°o])?|n[°o]?)?"
    r"[\s:°/-]{0,4}"
)
_NAMED = re.compile(
    rf"(?:RNCP|R\.N\.C\.P\.?|certifications professionnelles){_LEAD}({_NUMBER})"
    r"|/rncp/([0-9]{3,6})\b|\brncp\.cncp\.[^\s#]{1,80}[?&]fiche=([0-9]{3,6})\b"
    rf"|\b(?:fiche|num[ée]ro|certification|n[°o])\s?(?:n[°o]\s?)?({_NUMBER}) (?:du|au) "
    r"(?:RNCP|répertoire national des certifications)"
    rf"|(?<![\w/.])({_NUMBER})\s?\(RNCP\)"
    # "Au RNCP, ce diplôme correspond à la fiche 37491", "La fiche RNCP du CAP X porte le numéro …"
    r"|\b(?:RNCP|certifications professionnelles)\)?,? "
    r"(?:au niveau [1-8IV]+(?: \([^()]{3,40}\))?, )?[^.;:0-9]{0,160}?\b"
    r"(?:sa |par la |(?:porte|est|sous|correspond [àa]|a pour) (?:l[ea] )?)"
    rf"(?:(?:fiche|num[ée]ro|n[°o])\s?)?(?:n[°o]\s?)?({_NUMBER})",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)[0-9]{2}\b"
_YEAR_ALONE = re.compile(rf"(?:(?:fiche )?n\s?[°o]\s?)?({_YEAR})", re.IGNORECASE)  # "n° 1933"
_BARE = rf"(?!{_YEAR}){_NUMBER}"
_BETWEEN = r"(?:\s*(?:[,;/|&+–-]|\bet\b|\bou\b)\s*(?:RNCP\s*|n\s?[°o]\s?)?|\s+(?=[0-9]{5,6}\b))"
# "RNCP 845 et 843", but not "RNCP 845, 120 pages"; behind *numéros* or a *n°* of its own, of any
# length
_FURTHER = re.compile(
    rf"\s*(?:[,/&]|\bet\b)\s*(?P<marked>n\s?[°o]\s?)?(?P<number>{_BARE})"
    r"(?=\s*(?:[,;/&).]|\bet\b|$))"
)
_LIST = re.compile(
    r"\W*(?:(?:fiches?|codes?|num[ée]ros?|n|nos?|rncp|inscrit|oui|sous|le|la|au|répertoire|national)"
    rf"\W*)*({_BARE}(?:{_BETWEEN}{_BARE})*)",
    re.IGNORECASE,
)
# "Fiche RNCP37919 sur le site de France compétences": no word of any diploma
_FICHE = re.compile(
    rf"\W{{0,3}}(?:voir |consulter )?(?:la )?(?:fiche )?(?:du )?RNCP{_LEAD}{_NUMBER}"
    r"(?: (?:sur|de) (?:le site (?:de )?)?France Compétences)?\W{0,3}",
    re.IGNORECASE,
)
# "RNCP37314 (diplôme précédent : RNCP19057)", but not "remplacé par": a fiche is renewed so
_FORMER = re.compile(
    r"\b(?:ex\b|ancien|pr[ée]c[ée]den|ant[ée]rieur|remplace\b|succède)", re.IGNORECASE
)
# "La fiche RNCP38400 est celle du CAP X", "RNCP36005 est la fiche du brevet rénové": up to a name
_TELLS_OF = re.compile(
    r"(?:[^.:()]{0,50} (?:est (?:la fiche|celle)|décri(?:t|vait)|concern(?:e|ait)"
    r"|présent(?:e|ait)|port(?:e|ait) sur)(?: (?:de la|du|des|de|l[ea]|une?))? |\s?[:–-]\s?)\w"
)
# "titulaires du diplôme RNCP37263", "communs avec le RNCP38400"
_HELD = re.compile(
    r"\b(?:(?:titulaires?|détenteurs?) (?:de la|du|d['’un]{1,4}|de l['’])|communs? (?:avec|à|au))"
    r"[^.;,]{0,60}$",
    re.IGNORECASE,
)
# "La certification RNCP24928 « Animateur en art floral »", "« Conseiller floral » (RNCP31122)"
_CALLED = re.compile(r" ?[«“\"]\s?(?P<name>[^«»“”\"]{3,80}?)\s?[»”\"]")
_CALLED_BEFORE = re.compile(r"[«“\"]\s?(?P<name>[^«»“”\"]{3,80}?)\s?[»”\"] ?\(?$")
# "Le titre « Barista » d'une école (RNCP38990)", on the page of no such title
_OF_TITLE = re.compile(r"\btitres? (?:\w+ )?[«“\"][^«»“”\"]{3,80}[»”\"][^.;]{0,60}$", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{4,}")
# No year, and no part of a date or of a longer number.
_LIKE_ONE = re.compile(rf"(?<![0-9/.])(?!{_YEAR})[0-9]{{3,}}(?![/.]?[0-9])")


class Labelled(NamedTuple):
    """The numbers under a label, and further texts that may hold a number."""

    numbers: list[str]
    unread: list[str]


def is_fiche(text: str) -> bool:
    """Return whether a text names a number and nothing else, not even a diploma."""
    return bool(_FICHE.fullmatch(text))


def rncp_in(text: str) -> list[str]:
    """Return the numbers that a text names as such, in order, without repetition."""
    return _written(number for _, _, number in _placed(text))


def _placed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a text names numbers as such: begin, end and the number as it is written."""
    if not has_any(same_length(text), ("rncp", "r.n.c.p", "certifications")):
        return
    text = _without_codes(text)
    for match in _NAMED.finditer(text):
        number, end = match[match.lastindex or 0], match.end()
        yield match.start(), end, number
        are_listed = "uméros" in match[0] or "umeros" in match[0]
        while (further := _FURTHER.match(text, end)) and (
            are_listed or further["marked"] or len(further["number"]) == len(number)
        ):
            end = further.end()
            yield match.start(), end, further["number"]


def _without_codes(text: str) -> str:
    """Return a text with spaces for codes, of which no part is a number: `500-23438 V / 37311`."""
    for start, end, _ in placed_codes(text):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def rncp_under_label(text: str) -> Labelled:
    """Return the numbers that a label's value begins with, and those that it names as such.

    A year beside any other text is not a number: `37928 (échéance 2026)`.
    """
    text = _without_codes(text)
    if alone := _YEAR_ALONE.fullmatch(text):
        return Labelled(_written([alone[1]]), [])
    listed = _LIST.match(text)
    bare = re.findall(_NUMBER, listed[1]) if listed else []
    rest = text[listed.end() :] if listed else text
    former = former_in(text, listed.end() if listed else 0)
    named = (number for number in rncp_in(rest) if number not in former)
    numbers = list(dict.fromkeys([*_written(bare), *named]))
    return Labelled(numbers, _LIKE_ONE.findall(_NAMED.sub(" ", rest)))


def former_in(text: str, stop: int = 0) -> list[str]:
    """Return the numbers that a text calls former ones, behind another; `stop`: the end of that."""
    former = []
    for begin, end, number in _placed(text):
        if stop and _FORMER.search(text, stop, begin):
            former.append(number)
        stop = end
    return _written(former)


def rncp(row: Row, diploma: DiplomaIdentity) -> Iterator[Finding]:
    """Yield the RNCP numbers of a row: named as such, bare under their label, in its links.

    Those that stand with the name of another diploma are issues.
    """
    for piece in row.pieces:
        place = piece.block.place
        linked = [n for part in piece.parts if part.href for n in rncp_in(part.href)]
        if row.field == "rncp":
            numbers, unread = rncp_under_label(piece.text)
            others = [n for n in former_in(piece.text, 1) if n not in numbers]
            if unread or not [*numbers, *linked]:
                yield issue(IssueCode.UNKNOWN_RNCP, "rncp_codes", piece.text[:200], None, place)
        else:
            placed = [
                ("own" if _is_own(line, begin, end, diploma) else "other", number)
                for line in piece.lines
                for begin, end, number in _placed(line)
            ]
            former = former_in(piece.text)
            numbers = _written(number for owner, number in placed if owner == "own")
            others = _written(number for owner, number in placed if owner != "own") + former
            numbers = [number for number in numbers if number not in former]
            if not [*placed, *linked] and _LIKE_ONE.search(_without_codes(piece.text)):
                # "C'est sous le numéro 38765 que la certification figure au répertoire"
                yield unlabelled("rncp_codes", piece.text[:200], "a number beside it", place)
        for number in dict.fromkeys(others):
            yield unlabelled("rncp_codes", number, "of another diploma", place)
        linked = [number for number in linked if number not in others]
        for number in dict.fromkeys([*numbers, *linked]):
            rule = "named in the text"
            yield Statement("rncp_codes", number, piece.text, place, row.label, rule)


def _is_own(line: str, begin: int, end: int, diploma: DiplomaIdentity) -> bool:
    """Return whether a number that a line names from `begin` to `end` is of the diploma."""
    if ("titu" in line or "ommun" in line or "éten" in line) and _HELD.search(line, 0, begin):
        return False
    is_quoted = "«" in line or "“" in line or '"' in line
    called = is_quoted and (_CALLED.match(line, end) or _CALLED_BEFORE.search(line, 0, begin))
    is_title = diploma.diploma_type == "TITRE_PRO" or not is_quoted
    if not is_title and _OF_TITLE.search(line, 0, begin):
        return False
    if called and diploma.name and _shares_no_word(called["name"], diploma.name):
        return False
    tells = _TELLS_OF.match(line, end)
    return attribution(line, diploma).owner(begin, tells.end() if tells else end) == "own"


def _shares_no_word(name: str, own: str) -> bool:
    """Return whether two names have no word of four letters or more in common."""
    words, own_words = ({w[:5] for w in _WORD.findall(same_length(each))} for each in (name, own))
    return words.isdisjoint(own_words)


def _written(numbers: Iterable[str]) -> list[str]:
    return list(dict.fromkeys("RNCP" + "".join(number.split()) for number in numbers))
