"""The level of a diploma: 1-8 of the *cadre national* (décret 2019-14), same numbers as the EQF.

Former levels (1969): V is 3, IV 4, III 5, II 6, I was split into 7 and 8.
"""

import re

from pydantic import BaseModel, ConfigDict

from schema.fields import described
from schema.issues import IssueCode, issue
from schema.parsed_value import Parsed, remembered
from schema.text import clean, fold
from schema.vocabulary import rows

_NONE = {"non inscrit au rncp", "non renseigne", "sans niveau", "sans niveau specifique", "neant"}
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V", "6": "VI"}
_NUMBER = re.compile(
    r"(?:niv(?:eau)?x?\.?\s*(?:de (?:certification|qualification|formation)\s*)?(?:n°\s*)?"
    r"(?:cec|eqf|rncp)?\s*[:=]?\s*)?\b([1-8]|viii|vii|vi|iv|v|iii|ii|i)\b(?!\s*(?:ans?|mois)\b)",
    re.IGNORECASE,
)


class DiplomaLevel(BaseModel):
    """A level as a number and as published."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    level: int | None = described("Niveau, 1 à 8.", "Level, 1-8.", ge=1, le=8)
    level_label: str = described("Niveau tel que publié.", "Level as published.")

    @classmethod
    @remembered
    def parse(cls, text: str, former_digits: bool = False) -> "Parsed[DiplomaLevel]":
        """Read `niveau 3`, `3`, `Niveau V`, `niveau 5 (bac + 2)`, `non inscrit au RNCP`.

        `former_digits`: a bare digit is of the former scale, as in Onisep's own table (5 is 3).
        A number whose equivalence in parentheses belongs to another level (`niveau 3 (bac + 2)`,
        the former scale in digits) and the former level I are `ambiguous-level`: no number.
        """
        label = clean(text)
        if not label or len(label) > 200:  # a text, and no value
            return Parsed(None, (issue(IssueCode.UNKNOWN_LEVEL, "level", None),))
        if fold(label) in _NONE:
            none = issue(IssueCode.NO_LEVEL, "level", label)
            return Parsed(cls(level=None, level_label=label), (none,))
        stated = _ROMAN.get(label, label) if former_digits else label
        numbers, aside = _numbers(stated), _equivalent_levels(label)
        if len(numbers) == 1 and (not aside or numbers & aside):
            (level,) = numbers
            return Parsed(cls(level=level, level_label=label))
        if len(numbers & aside) == 1:  # "niveau I (doctorat)"
            (level,) = numbers & aside
            return Parsed(cls(level=level, level_label=label))
        if not numbers and len(aside) == 1:  # "bac + 2" alone
            (level,) = aside
            return Parsed(cls(level=level, level_label=label))
        code = IssueCode.AMBIGUOUS_LEVEL if numbers or aside else IssueCode.UNKNOWN_LEVEL
        return Parsed(cls(level=None, level_label=label), (issue(code, "level", label),))


# "5 (décret du 8 janvier 2019)", which made the present scale
_RULE = re.compile(r"\((?:d[ée]cret|arr[êe]t[ée]) [^()]{4,60}\)", re.IGNORECASE)


def _numbers(label: str) -> set[int]:
    """Return the levels that the label's first number may mean; both scales when it states both."""
    former = {row["former"]: set[int]() for row in rows("levels.csv") if row["former"]}
    for row in rows("levels.csv"):
        if row["former"]:
            former[row["former"]].add(int(row["level"]))
    # "bac + 2" and "bac 2" are equivalences, not levels
    bare = re.sub(r"bac(?:calauréat)?\s*\+?\s*\d", " ", label, flags=re.IGNORECASE)
    bare = _RULE.sub(" ", bare)
    readings: list[set[int]] = []
    for match in _NUMBER.finditer(bare):
        text = match[1]
        if text.isdigit():
            readings.append({int(text)})
        elif text.upper() in former and (text.isupper() or match[0] != text):
            readings.append(former[text.upper()])
    if not readings:
        return set()
    common = set.intersection(*readings)
    return common or set.union(*readings)


def _equivalent_levels(label: str) -> set[int]:
    """Return the levels whose usual equivalence (`CAP`, `bac + 2`, `doctorat`) the label names."""
    folded = f" {fold(label).replace('+ ', '+').replace(' +', '+')} "
    named: set[int] = set()
    words = [
        (f" {fold(word).replace('+ ', '+').replace(' +', '+')} ", int(row["level"]))
        for row in rows("levels.csv")
        for word in row["equivalences"].split(",")
        if word
    ]
    for word, level in sorted(words, key=lambda pair: -len(pair[0])):
        if word in folded:
            named.add(level)
            folded = folded.replace(word, " ")
    return named
