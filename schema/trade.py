"""Names of trades written for both genders, and their masculine and feminine forms.

French marks the feminine in many ways: `plombier/ère`, `plombier(ère)`, `plombier·ère`,
`plombier / plombière`. They all come to the same: after a masculine word, some end of its
feminine, perhaps all of it. So a mark is understood by forming the feminines that French
morphology allows for the word before it and taking the one that ends with the mark.

The rules are those of the guide *Femme, j'écris ton nom* (CNRS-INaLF, La Documentation
française, 1999) and of school grammars; words that do not follow them are in
`data/trade_words.csv`. No feminine is ever made for a word that bears no mark.
"""

import re
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from schema.issues import Issue, IssueCode, issue
from schema.parsed import Parsed
from schema.text import ascii_text, clean, slug
from schema.vocabulary import rows


class Rule(NamedTuple):
    """A masculine ending (regular expression), its feminine, and the shortest mark of it.

    A mark is any end of the feminine word that is at least as long as `mark`.
    """

    masculine: str
    feminine: str
    mark: str


# The first rule that fits wins: special endings come before general ones.
RULES = (
    Rule("teur", "trice", "rice"),  # opérateur/trice, constructeur/rice
    Rule("deur", "drice", "rice"),  # ambassadeur/drice
    Rule("ter", "trice", "rice"),  # reporter/trice
    Rule("eur", "euse", "se"),  # monteur/euse, métreur/se
    Rule("eur", "eure", "e"),  # ingénieur/e
    Rule("eur", "eresse", "esse"),  # défendeur/eresse
    Rule("eur", "oresse", "oresse"),  # docteur/oresse
    Rule("er", "ère", "e"),  # plombier/ère, ouvrier/ière, conseiller/e
    Rule("er", "euse", "se"),  # designer/euse
    Rule("man", "woman", "woman"),  # perchman/woman
    Rule("in", "ine", "e"),  # écrivain/e, marin/e
    Rule("an", "ane", "e"),  # artisan/e
    Rule("(?<=[eo])n", "nne", "e"),  # technicien/ne, maçon/ne
    Rule("(?<=e)l", "lle", "e"),  # professionnel/le
    Rule("l", "lle", "le"),  # gentil/le
    Rule("if", "ive", "e"),  # sportif/ve
    Rule("f", "ve", "ve"),  # neuf/ve
    Rule("ef", "effe", "e"),  # chef/fe
    Rule("(?<=[eu])x", "se", "e"),  # religieux/se
    Rule("x", "ce", "ce"),  # doux/ce
    Rule("et", "ette", "e"),  # cadet/te
    Rule("et", "ète", "ète"),  # préfet/ète
    Rule("t", "tte", "te"),  # sot/te
    Rule("s", "sse", "se"),  # métis/se
    Rule("(?<=[io])", "te", "te"),  # favori/te
    Rule("c", "que", "que"),  # public/que
    Rule("c", "che", "che"),  # blanc/che
    Rule("eau", "elle", "lle"),  # jumeau/elle
    Rule("g", "gue", "ue"),  # long/ue
    Rule("e", "esse", "sse"),  # maître/esse
    Rule("(?<=[bcdghiklmnprstuyé])", "e", "e"),  # agent/e, chargé/e
)
_ENDINGS = [(re.compile(f"{rule.masculine}$"), rule) for rule in RULES]
# Every mark of the rules: what looks like one and fits no rule is "not understood".
_MARKS = {
    ascii_text(feminine[start:])
    for _, feminine, mark in RULES
    for start in range(len(feminine) - len(mark) + 1)
}
# Marks that are words as well: after a space they are read as words.
_WORDS = {"le", "ne", "se", "te", "ce", "ou", "et", "de", "du", "la", "en", "au", "un"}

_LETTER = r"[^\W\d_]"
_SLASH = re.compile(r"\s?/\s?")
_WORD = re.compile(rf"{_LETTER}+")
# plombier/ère, plombier /ère, plombier / plombière, plombier(ère), plombier·ère,
# plombier.ère, plombier-ère; and the plural: plombier·ère·s, plombier(ère)s.
_MARK = re.compile(
    rf"(?<!\w)(?P<word>{_LETTER}+)"
    rf"(?P<sign>\s?/\s?-?|\s?(?P<open>\()-?|[·•‧∙⋅.-])(?P<mark>{_LETTER}+)(?(open)\))"
    r"(?:[·•‧∙⋅./-]?(?P<plural>s)(?!\w))?(?!\w)"
)
_SURE_SIGN = "·•‧∙⋅"


@cache
def _irregular() -> frozenset[tuple[str, str]]:
    return frozenset((row["masculine"], row["feminine"]) for row in rows("trade_words.csv"))


def feminine(word: str, mark: str) -> str | None:
    """The feminine of the masculine `word` that the end of a feminine, `mark`, stands for.

    `("plombier", "ère")`, `("plombier", "ière")` and `("plombier", "plombière")` give
    `plombière`; None when French forms no such feminine. Accents and case of `mark` are free.
    """
    masculine, end = word.lower(), ascii_text(mark.lower())
    if not end:
        return None
    candidates = [(other, "e") for one, other in _irregular() if one == masculine]
    candidates += [
        (ending.sub(rule.feminine, masculine, count=1), rule.mark)
        for ending, rule in _ENDINGS
        if ending.search(masculine)
    ]
    for candidate, shortest in candidates:
        if ascii_text(candidate).endswith(end) and end.endswith(ascii_text(shortest)):
            return _in_case_of(word, candidate)
    if masculine.endswith("s") and end.endswith("s"):
        singular = feminine(word[:-1], mark[:-1])
        return singular and singular + word[-1]
    return None


def _in_case_of(word: str, other: str) -> str:
    if len(word) > 1 and word.isupper():
        return other.upper()
    return other[:1].upper() + other[1:] if word[:1].isupper() else other


def _pair(one: str, other: str) -> tuple[str, str] | None:
    """Masculine and feminine of two words side by side, in whichever order they stand."""
    if (form := feminine(one, other)) is not None:
        return one, form
    if (form := feminine(other, one)) is not None and len(form) == len(one):
        return other, one
    return None
