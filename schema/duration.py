"""The duration of a training: a number of months where the label gives one, else the label alone.

Measured on the 2 342 fiches of October 2025: `1 an`, `2 ans` … `10 ans`, once `22 semaines`.
"""

import itertools
import re

from pydantic import BaseModel, ConfigDict

from schema.described import described
from schema.issues import IssueCode, issue
from schema.parsed import Parsed
from schema.text import clean, fold

_WORDS = {
    word: number
    for number, word in enumerate(
        "un deux trois quatre cinq six sept huit neuf dix onze douze".split(), 1
    )
} | {"une": 1}
_NUMBER = r"(\d+(?:[.,]\d+)?|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_TERM = re.compile(rf"\b{_NUMBER}\s*(ans?|annees?|mois|semestres?)\b(\s+et\s+demie?\b)?")
_OTHER = re.compile(r"\b\d[\d ]*\s*(semaines?|heures?|h|jours?)\b")
_RANGE = re.compile(
    rf"\b{_NUMBER}\s*(?:ans?|mois)?\s*(?:a|-|–|ou|/)\s*{_NUMBER}\s*(?:ans?|annees?|mois)\b"
)
_UNIT = {"a": 12, "m": 1, "s": 6}


class Duration(BaseModel):
    """A duration in whole months and as published."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    duration_months: int | None = described("Durée en mois.", "Duration in months.", ge=1)
    duration_label: str = described("Durée telle que publiée.", "Duration as published.")

    @classmethod
    def parse(cls, text: str) -> "Parsed[Duration]":
        """Read `1 an`, `deux ans`, `18 mois`, `1 an et demi`, `2 ans et 6 mois`.

        Weeks, hours, ranges and alternatives are no number of months: None and
        `duration-not-in-months`; anything else `unknown-duration`. The label is always kept.
        """
        label = clean(text)
        if not label or len(label) > 200:  # a text, and no value
            return Parsed(None, (issue(IssueCode.UNKNOWN_DURATION, "duration_months", None),))
        months, code = _months(label)
        issues = (issue(code, "duration_months", label),) if code else ()
        return Parsed(cls(duration_months=months, duration_label=label), issues)


def _months(label: str) -> tuple[int | None, IssueCode | None]:
    folded = re.sub(r"(\d)\s*[.,]\s*(\d)", r"\1.\2", label)
    folded = " ".join(re.sub(r"[^a-z0-9.+/–-]+", " ", _plain(folded)).split())
    terms = [
        (_number(m[1]) * _UNIT[m[2][0]] + (_UNIT[m[2][0]] / 2 if m[3] else 0), m)
        for m in _TERM.finditer(folded)
    ]
    if _RANGE.search(folded) or (not terms and _OTHER.search(folded)):
        return None, IssueCode.DURATION_NOT_IN_MONTHS
    if not terms:
        return None, IssueCode.UNKNOWN_DURATION
    total = terms[0][0]
    for (_, before), (value, term) in itertools.pairwise(terms):
        between = folded[before.end() : term.start()].strip()
        if value == total:  # "2 ans (24 mois)"
            continue
        if between in {"", "et"} and before[2][0] == "a" and term[2][0] == "m":
            total += value
        else:  # "3 ans, 2 ans après un CAP": which one is not for us to say
            return None, IssueCode.DURATION_NOT_IN_MONTHS
    if total != int(total) or total < 1:
        return None, IssueCode.DURATION_NOT_IN_MONTHS
    return int(total), None


def _plain(text: str) -> str:
    """`fold` that keeps the marks of ranges and decimals."""
    return "".join(fold(c) if c.isalpha() else c for c in text)


def _number(text: str) -> float:
    return _WORDS[text] if text in _WORDS else float(text)
