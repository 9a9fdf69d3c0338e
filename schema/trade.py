"""Names of trades written for both genders, and their masculine and feminine forms.

French marks the feminine in many ways: `plombier/ère`, `plombier(ère)`, `plombier·ère`,
`plombier / plombière`, `plombier ou plombière`. Each puts the end of the feminine, or all of it,
behind the masculine word. So a mark is understood by forming the feminines that French allows for
the word before it (`data/trade_words.csv`, with its source) and taking the first one that ends
with the mark. No feminine is ever made for a word that bears no mark.
"""

import re
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from schema.fields import described
from schema.issues import IssueCode, issue
from schema.parsed_value import Parsed, remembered
from schema.text import ascii_text, clean, slug
from schema.vocabulary import rows

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}+")
_DOTS = "·•‧∙⋅"  # never anything but a gender mark
_OR = " ou "
_SLASH = re.compile(rf"\s?/\s?|{_OR}")  # "plombier ou plombière"
# plombier/ère, plombier /ère, plombier / plombière, plombier(ère), plombier·ère,
# plombier.ère, plombier-ère; and the plurals plombier·ère·s, plombier(ère)s.
_MARK = re.compile(
    rf"(?<!\w)(?P<word>{_LETTER}+)"
    rf"(?P<sign>\s?/\s?-?|\s?(?P<open>\()-?|[{_DOTS}.\u2011-])(?P<mark>{_LETTER}+)(?(open)\))"
    rf"(?P<plural>[{_DOTS}./\u2011-]?s)?(?!\w)"
)
# Marks that are words as well: after a space they are read as words.
_MARKS_AND_WORDS = {"le", "ne", "se", "te", "ce", "elle"}
# Up to three letters after these endings must be meant as a mark, if of no known feminine.
_OF_PERSONS = ("eur", "ier", "ien", "ant", "é")
_LONGEST_DOUBLET = 12  # words


class Trade(BaseModel):
    """Un métier, dans les deux genres. / A trade, in both genders."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    id: str = described(
        "Identifiant : le masculin en ASCII.",
        "Identifier: the masculine in ASCII.",
        pattern="^[a-z0-9]+(-[a-z0-9]+)*$",
    )
    label: str = described("Nom tel que publié.", "Name as published.")
    masculine: str = described("Nom au masculin.", "Name in the masculine.")
    feminine: str = described("Nom au féminin.", "Name in the feminine.")


@remembered
def parse_trade(label: str, masculine: str = "", feminine: str = "") -> Parsed[Trade]:
    """Read a trade's name: `plombier/ère`, `monteur / monteuse en …`, `technicien(ne)`.

    `masculine` and `feminine`: the forms that the producer gives; they win over those of the rules.
    A name without marks is the same in both genders, and what may be a word behind a slash is no
    mark. One with a mark that is not understood is kept as it is in both, with
    `unknown-trade-form`. A name from which no id can be made (no Latin letter, no digit) gives no
    value, with `unreadable-trades`.
    """
    label = clean(label)
    if not label:
        return Parsed(None, (issue(IssueCode.EMPTY_VALUE, "trades"),))
    unknown = (issue(IssueCode.UNKNOWN_TRADE_FORM, "trades", label),)
    forms = _forms(label)
    if forms and _forms(forms[0]) != (forms[0], forms[0]):  # marks upon marks
        forms = None
    masculine, feminine = clean(masculine), clean(feminine)
    understood = bool(forms) or bool(masculine and feminine)
    read_forms = forms or (label, label)
    masculine, feminine = masculine or read_forms[0], feminine or read_forms[1]
    if not (name := slug(masculine)):
        return Parsed(None, (issue(IssueCode.UNREADABLE_TRADES, "trades", label),))
    trade = Trade(id=name, label=label, masculine=masculine, feminine=feminine)
    return Parsed(trade, () if understood else unknown)


class _Rule(NamedTuple):
    masculine: re.Pattern[str]
    feminine: str
    mark: str


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(re.compile(row["masculine"] + "$"), row["feminine"], ascii_text(row["mark"]))
        for row in rows("trade_words.csv")
    )


@cache
def _known_marks() -> frozenset[str]:
    """Return the marks that the rules for endings know.

    Such a mark is understood only behind a word that a rule fits.
    """
    endings = [rule for rule in _rules() if not rule.masculine.pattern.startswith("^")]
    return frozenset(
        ascii_text(rule.feminine)[start:]
        for rule in endings
        for start in range(len(rule.feminine) - len(rule.mark) + 1)
    )


def feminine_of(word: str, mark: str) -> str | None:
    """Return the feminine of the masculine `word` that ends with `mark`.

    `("plombier", "ère")`, `("plombier", "ière")` and `("plombier", "plombière")` give
    `plombière`; None when French forms no such feminine. Accents and case of `mark` are free.
    """
    word_lower, mark_plain = word.lower(), ascii_text(mark.lower())
    for plural in ("", "s") if word_lower[-1:] == mark_plain[-1:] == "s" else ("",):
        masculine, end = word_lower.removesuffix(plural), mark_plain.removesuffix(plural)
        for rule in _rules():
            form, fits = rule.masculine.subn(rule.feminine, masculine, count=1)
            if fits and ascii_text(form).endswith(end) and end.endswith(rule.mark):
                return _in_case_of(word, form + plural)
    return None


def _in_case_of(word: str, form: str) -> str:
    if len(word) > 1 and word.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if word[:1].isupper() else form


def _is_feminine(word: str, other: str) -> bool:
    form = feminine_of(word, other)
    return form is not None and len(form) == len(other)


_Doublet = tuple[int, str, str, int]  # where it begins, masculine, feminine, where it ends


def _forms(text: str) -> tuple[str, str] | None:
    """Return `text` in the masculine and in the feminine; None if it has a mark not understood."""
    masculine = feminine = ""
    start = 0
    slashes = [(0, 0), *(slash.span() for slash in _SLASH.finditer(text)), (len(text), len(text))]
    for (_, left), (end, right), (stop, _) in zip(slashes, slashes[1:], slashes[2:], strict=False):
        doublet = _doublet(text, max(left, start), end, right, stop)
        if doublet:
            if not (before := _marked(text[start : doublet[0]])):
                return None
            masculine += before[0] + doublet[1]
            feminine += before[1] + doublet[2]
            start = doublet[3]
    rest = _marked(text[start:])
    return rest and (masculine + rest[0], feminine + rest[1])


def _doublet(text: str, left: int, end: int, right: int, stop: int) -> _Doublet | None:
    """Return the longest phrase of `text[left:end]` repeated in the feminine in `text[right:stop]`.

    Of at least two words: one word and its feminine are a mark like others, but for *ou*.
    """
    firsts = list(_WORD.finditer(text, left, end))[-_LONGEST_DOUBLET:]
    seconds = list(_WORD.finditer(text, right, stop))[:_LONGEST_DOUBLET]
    for size in range(min(len(firsts), len(seconds)), text[end:right] != _OR, -1):
        pairs = [
            (first[0], second[0]) for first, second in zip(firsts[-size:], seconds, strict=False)
        ]
        pairs = [(first, second) for first, second in pairs if first != second]
        begin, finish = firsts[-size].start(), seconds[size - 1].end()
        tail = text[firsts[-1].end() : end]  # "(FPT)", the bracket that closes behind both
        finish += len(tail) if text.startswith(tail, finish) else 0
        if pairs and all(_is_feminine(first, second) for first, second in pairs):
            return begin, text[begin:end], text[right:finish], finish
        if pairs and all(_is_feminine(second, first) for first, second in pairs):
            return begin, text[right:finish], text[begin:end], finish
    return None


def _marked(text: str) -> tuple[str, str] | None:
    """Return `text` with every marked word in the masculine, and in the feminine."""
    masculine = feminine = ""
    start = 0
    while match := _MARK.search(text, start):
        word, sign, mark = match.group("word", "sign", "mark")
        if pair := _pair(word, sign, mark):
            before, plural = text[start : match.start()], "s" if match["plural"] else ""
            masculine += before + pair[0] + plural
            feminine += before + pair[1] + plural
            start = match.end()
        elif _must_be_mark(word, sign, mark):
            return None
        else:  # the second word may be marked itself
            masculine += text[start : match.start("mark")]
            feminine += text[start : match.start("mark")]
            start = match.start("mark")
    return masculine + text[start:], feminine + text[start:]


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) <= 3


def _pair(word: str, sign: str, mark: str) -> tuple[str, str] | None:
    """Return the masculine and feminine that two words with a sign between stand for."""
    if _is_acronym(word) or (sign.endswith(" ") and mark in _MARKS_AND_WORDS):
        return None
    if form := feminine_of(word, mark):
        return word, form
    stem = word.removesuffix(mark)  # a feminine written by mistake: technicienne/ne
    if stem != word and stem.endswith(_OF_PERSONS) and _is_feminine(stem, word):
        return stem, word
    return (mark, word) if "/" in sign and _is_feminine(mark, word) else None


def _must_be_mark(word: str, sign: str, mark: str) -> bool:
    """Return whether `mark`, which ends no feminine of `word`, was meant as a mark anyway."""
    if sign in _DOTS:
        return True
    if sign in ".\u2011-" or _is_acronym(word) or word.isupper() != mark.isupper():
        return False
    known = ascii_text(mark.lower()) in _known_marks()
    if " " in sign:
        return known and mark not in _MARKS_AND_WORDS
    return known or (len(mark) <= 3 and word.lower().endswith(_OF_PERSONS))
