"""Patterns for the things that a page of a diploma may state: dates, codes, sessions, repeals.

Written for counting alone and shared with no reader, so that a slip in one is seen by the other.
All patterns run on text of `folded`, whose characters stand where the published ones stand.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from schema.text import number_spans

_PLAIN = str.maketrans(
    "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ’‘ʼ‐‑‒–—−\u00a0\u202f\u2009",
    "aaaaaaceeeeiiiinooooouuuuyy'''------   ",
)
# Months by their first letters; any letters may follow.
_MONTHS = "jan fev mars avr mai juin juil aout sept oct nov dec".split()
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}"
DATE = re.compile(
    r"(?=[0-9])(?:"
    rf"(?<![0-9])(?P<d>[0-3]?[0-9])(?:\s?er|[°º])?\s+(?P<name>{_MONTH})\.?\s+(?P<y>(?:19|20)[0-9]{{2}})"
    r"(?![0-9])"
    r"|(?<![0-9/.-])(?P<d2>[0-3]?[0-9])\s?[-/.]\s?(?P<m2>[01]?[0-9])\s?[-/.]\s?"
    r"(?P<y2>(?:19|20)[0-9]{2})(?![0-9])"
    r"|(?<![0-9/.-])(?P<y3>(?:19|20)[0-9]{2})-(?P<m3>[01][0-9])-(?P<d3>[0-3][0-9])(?![0-9]))"
)
# words that mark a date as an order's, and words that mark it as another thing's
LEGAL = re.compile(
    r"\b(?:arr?etes?\b|arr\.|decrets?\b|cree|creation)|(?<![a-z])a\.(?=\s?du\b)|^a\.\s?$"
)
REPEAL_DATE = re.compile(r"\babrog")
MODIFIED = re.compile(r"\bmodifi")
ASIDE = re.compile(
    r"\bj\.?\s?o(?:\.?\s?r\.?\s?f)?\b|\bb\.?\s?o\b|\bboe(?:n|sr)|journal|bulletin|publi|paru|"
    r"mise?s? a jour|\bmaj\b|mise? en ligne|actualis|consult|imprim|compter|"
    r"\bexport|\bextrait|\bextraction|"
    r"entr[a-z]+ en vigueur|effet|applica|jusqu|rentree|session|"
    r"\bversion\b|validite|\bavis\b|circulaire|note de service|\bloi\b|ordonnance|"
    r"(?:page|site|fichier|document|fiche|rubrique|article) (?:web )?(?:a ete )?(?:cree|modifie)|"
    r"(?:modification|creation) (?:de |du )?(?:la |cette |ce |le )?(?:page|site|fichier|document|"
    r"fiche|rubrique|article)"
)
CONNECTIVE = re.compile(
    r"[\s,;:()/&+-]*(?:(?:et|puis|ou|par|du|de|le|les|des|au|celui|en date|modifie[es]*)\b"
    r"[\s,;:()/&+-]*){0,8}"
)
# Before the date of an order of its own: "arrêté du … portant création et arrêté du …"
FURTHER_ORDER = re.compile(
    r"(?:(?:\bet|;)\s+(?:par )?(?:l')?|,\s+)arr?etes?(?: [a-z]{2,14}){0,2} du $"
)
CITES = re.compile(r"\b(?:abrog|modifi(?!cati)|remplac|vu\b)")
SENTENCE_END = re.compile(r"[a-z)]{3}\. (?=[a-z])")
SESSION = re.compile(r"\bsess(?:ions?\b|\.)")
YEAR = re.compile(r"(?<![0-9/.-])(?:19[5-9]|20[0-4])[0-9](?![0-9]|-[0-9]{3}|/[0-9]{2}\b)")
NOT_A_SESSION = re.compile(
    r"(?:rentrees?|annees?|©|copyright|\(c\)|n°|arretes?|decrets?)[^0-9]{0,20}$"
)
LAST = re.compile(r"(?:derniere?s?|ultimes?|fin)\W[^0-9]{0,15}$")
YEARS_ONLY = re.compile(
    rf"[\s:(]*(?:(?:a partir de|a compter de|en|de|a|depuis|la|session|{_MONTH})\s+)?"
    r"(?P<years>(?:19|20)[0-9]{2}"
    r"(?:[\s,/-]{1,3}(?:et |a |au )?(?:19|20)[0-9]{2}){0,3})[\s.)]*"
)
CODE = re.compile(
    r"(?P<code>[0-9](?<![\w/.-][0-9])(?<!(?:MEN|ESR|AGR|SAN|MJS)[A-Z] [0-9])"  # no NOR
    r"[0-9][0-9A-Z](?:-|[ ](?=[0-9]{5}\s?[A-Z](?!\w)))?"
    r"[0-9]{3}[0-9A-Z]{2})(?:\s?[A-Z])?(?![\w/]|-[0-9])"
)
SPACED_CODE = re.compile(
    r"(?=[cC])(?i:\bcode)[^0-9\n]{0,40}"
    r"(?P<code>[0-9]{2}[0-9A-Z][ .-][0-9]{3}[ .]?[0-9A-Z]{2})(?!\w)"
)
_DAY_AS_NUMBER = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
RNCP = re.compile(
    r"(?:\brncp|\br\.n\.c\.p\.?"
    r"|certifications professionnelles\b[^.0-9]{0,60}?(?:n°|n o|no|numero))"
    r"(?P<mark>[\s:/()=-]*(?:n°|no\b|numero|code|fiche)?[\s:/()=-]*)"
    r"(?![0-9]{3}-[0-9]{5})"  # of a code
    r"(?P<numbers>(?:[0-9]{1,3}\s[0-9]{3}|[0-9]{3,6})(?:(?:\s?[,/;-]\s?|\s+et\s+)(?:rncp\s?)?[0-9]{4,6}){0,10})(?![0-9])"
)
RNCP_LABEL = re.compile(r"\brncp\b|certifications professionnelles")
NUMBER_ONLY = re.compile(r"[\s:(]*(?:rncp|n°|no)?\s*(?P<numbers>[0-9]{3,6})[\s.)]*")
NOR = re.compile(
    r"(?<![A-Za-z0-9])NOR\s?[:/]?\s?(?P<a>[A-Z]{3})\s?(?P<b>[A-Z])\s?(?P<c>[0-9]{7})\s?(?P<d>[A-Z])"
    r"(?![A-Za-z0-9])"
    r"|(?:(?<![A-Za-z0-9])(?P<compact>[A-Z]{4}[0-9]{7}[A-Z])"
    r"|(?<=[nN][oO][rR][ :/])\s?(?P<small>[a-z]{4}[0-9]{7}[a-z]))(?![A-Za-z0-9])"
)
_REPEAL = re.compile(
    r"(?:\babroge(?:es|e|s)?\b|\bsupprime(?:es|e|s)?\b"
    r"|\bn'(?:est|sont) plus (?:en vigueur|delivre)|"
    r"\bremplace(?:es|e|s)?\b(?=\s?(?P<by>[^.0-9]{0,40}\bpar\b)?))"
)
DIPLOMA_WORD = re.compile(
    r"(?=[abcdefmors])(?:\bdiplomes?\b|\bspecialites?\b|\boptions?\b|\bcertificats?\b|\bmentions?\b|\bbrevets?\b|"
    r"baccalaureats?\b|\bbac\b|\bcap\b|\bbep\b|\bbp\b|\bbts\b|\bbma\b|\bcs\b|\bmc\b|\breferentiels?\b|"
    r"\barretes?\b|\bformations?\b|\bexamens?\b|\bsessions?\b)"
)
_ENDINGS = (
    "pdf|docx?|docm|dotx?|odt|ott|rtf|xlsx?|xlsm|ods|csv|pptx?|ppsx?|odp|zip|rar|7z|gz|tgz|ps|epub"
)
FILE = re.compile(
    rf"[^\s/?&#=:;]\.(?:{_ENDINGS})(?=$|[?#&;])|/[0-9]+/download(?=$|[/?#])", re.IGNORECASE
)
QUOTED_FILE = re.compile(
    rf"""(?<=['"])(?P<address>[^'"<>\n]{{1,400}}\.(?:{_ENDINGS})(?:[?#][^'"<>\n]{{0,200}})?)['"]""",
    re.IGNORECASE,
)
NOR_IN_ADDRESS = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{4}[0-9]{7}[A-Za-z])(?![A-Za-z0-9])")
RNCP_IN_ADDRESS = re.compile(r"(?i:rncp)[/=_-]{0,2}(?P<numbers>[0-9]{3,6})(?![0-9])")
# What every code holds around three digits.
_CODE_SHAPE = re.compile("[0-9][0-9][0-9A-Z][ .-]?[0-9]{3}")
_BEFORE_DIGITS = 4
_REPEAL_STEMS = ("abrog", "supprim", "n'est plus", "n'sont plus", "remplac")


def _plain_byte(number: int) -> int:
    try:
        character = bytes([number]).decode("cp1252")
    except UnicodeDecodeError:
        return number
    return character.lower().translate(_PLAIN).encode("cp1252")[0]


# The folding of encodings that hold nearly all French texts, ten times as fast by bytes.
_LATIN = "".join(map(chr, range(256))).lower().translate(_PLAIN).encode("latin-1")
_BYTES = bytes(map(_plain_byte, range(256)))
_YEAR = re.compile("(?:19|20)[0-9]{2}")


class Day(NamedTuple):
    """A date in a text: as `YYYY-MM-DD`, with where it begins and ends."""

    iso: str
    start: int
    end: int


def folded(text: str) -> str:
    """Return `text` without capitals and accents, of the same length."""
    if text.isascii():
        return text.lower()
    # an ellipsis, which no pattern holds, by a character that ISO-8859-1 has
    straight = text.replace("’", "'").replace("–", "-").replace("…", "\x85")
    try:
        return straight.encode("latin-1").translate(_LATIN).decode("latin-1")
    except UnicodeEncodeError:
        pass
    try:
        return text.encode("cp1252").translate(_BYTES).decode("cp1252")
    except UnicodeEncodeError:
        lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    return lower.translate(_PLAIN)


def repeals(text: str) -> list[re.Match[str]]:
    """Return the words of repeal of a folded text, stem by stem, which is fast to look for."""
    matches: list[re.Match[str]] = []
    for stem in _REPEAL_STEMS:
        start = text.find(stem)
        while start >= 0:
            if match := _REPEAL.match(text, start):
                matches.append(match)
            start = text.find(stem, start + 1)
    return matches


def numbers(text: str) -> list[tuple[int, int]]:
    """Return where runs of three digits or more stand: by them is known what a text may hold."""
    return number_spans(text, 3)


def may_hold_code(text: str, runs: Sequence[tuple[int, int]]) -> bool:
    """Return whether a text, by its `numbers`, may hold a code."""
    for start, end in runs:  # noqa: SIM110  as fast again as `any` of an expression
        if _CODE_SHAPE.search(text, max(0, start - _BEFORE_DIGITS), end):
            return True
    return False


def may_hold_day(text: str, runs: Sequence[tuple[int, int]]) -> bool:
    """Return whether a text, by its `numbers`, may hold a full date."""
    for start, end in runs:  # noqa: SIM110  as `may_hold_code`
        if _YEAR.search(text, start, end):
            return True
    return False


def days(text: str) -> list[Day]:
    """Return the full dates of a folded text."""
    result: list[Day] = []
    for match in DATE.finditer(text):
        if match["name"]:
            month = 1 + next(n for n, m in enumerate(_MONTHS) if match["name"].startswith(m))
            day, year = int(match["d"]), match["y"]
        else:
            day, month = int(match["d2"] or match["d3"]), int(match["m2"] or match["m3"])
            year = match["y2"] or match["y3"]
        if 1 <= month <= 12 and 1 <= day <= 31:
            result.append(Day(f"{year}-{month:02}-{day:02}", *match.span()))
    return result


def without_days(text: str, placed: Sequence[Day]) -> str:
    """Return a folded text with dots in place of its dates."""
    parts, end = [], 0
    for day in placed:
        parts += [text[end : day.start], "." * (day.end - day.start)]
        end = day.end
    return "".join((*parts, text[end:]))


def compact_code(written: str) -> str | None:
    """Return the eight characters of a code as written; None for a day written as a number."""
    code = re.sub(r"[ .-]", "", written)
    return None if _DAY_AS_NUMBER.fullmatch(code) else code


def nor_of(match: re.Match[str]) -> str:
    """Return the twelve characters of a match of `NOR`."""
    whole = match["compact"] or (match["small"] or "").upper()
    return whole or f"{match['a']}{match['b']}{match['c']}{match['d']}"
