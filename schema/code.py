"""The *code scolarité* (code formation-diplôme, CFD): 8 characters, text, never a number.

Characters 1-3 give level and type (BCN, N_NIVEAU_FORMATION_DIPLOME), 4-6 the NSF group
(Code de l'éducation, D311-4), 7-8 the order. The ministry writes it in five ways:
`400-25303 M`, `56122706 T`, `50022143T`, `320-33609T`, `32022406`; the trailing letter is the
*lettre de spécialité* and no part of the code.
"""

import re
from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict

from schema.fields import described
from schema.issues import Issue, IssueCode, issue
from schema.parsed_value import Parsed, remembered
from schema.text import clean, count_digits, has_digit
from schema.vocabulary import table

# Rejects 2 of the 11 261 codes of BCN's V_FORMATION_DIPLOME (2025-05).
PATTERN = r"^[0-9]{2}[0-9A-Z][0-9]{3}[0-9A-Z]{2}$"
_WRITTEN = re.compile(
    r"([0-9]{2}[0-9A-Z])[\s.\-–‑/]*([0-9]{3})[\s.\-–‑]*([0-9A-Z]{2})(?:[\s\-–]*([A-Z]))?",
    re.IGNORECASE,
)
# In running text a code stands alone: no letter, digit or hyphen touches it. The pattern begins
# with a digit, and looks behind it, since texts are searched for such a beginning quickly.
# "MENE 0401234A", "MEN E 0401234A": a NOR with spaces in it is no code.
_MINISTRY = "(?:MEN|ESR|AGR|SAN|MJS|SPO|AFS|SSA|MTS|DEV|EQU|TRA|MER|CUL|MCC|JUS|INT|IND|ECO)"
IN_TEXT = re.compile(
    rf"([0-9](?<![\w-][0-9])(?<!{_MINISTRY}[A-Z] [0-9])(?<!{_MINISTRY} [A-Z] [0-9])"
    r"[0-9][0-9A-Z])[\s.\-–‑]?([0-9]{3})"
    r"(?:(?<=[\s.\-–‑][0-9]{3})[\s.\-–‑])?([0-9][0-9A-Z])(?:\s?([A-Z]))?(?![\w-])"
)
_FEWEST_DIGITS = 6  # in what the pattern matches
_LONG = 1000  # texts up to this length are remembered


class CodeScolarite(BaseModel):
    """A code scolarité in its parts, with what its prefix and NSF group mean."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    code: str = described("Code scolarité, 8 caractères.", "Code, 8 characters.", pattern=PATTERN)
    prefix: str = described("Caractères 1 à 3.", "Characters 1-3.")
    order: str = described("Caractères 7 et 8.", "Characters 7-8.")
    speciality_letter: str | None = described("Lettre de spécialité.", "Trailing letter.")
    diploma_type: str | None = described("Type d'après le préfixe.", "Type by the prefix.")
    level: int | None = described("Niveau d'après le préfixe.", "Level by the prefix.")
    nsf_code: str | None = described("Groupe NSF.", "NSF group.")
    nsf_label: str | None = described("Libellé du groupe NSF.", "Label of the NSF group.")

    @classmethod
    @remembered
    def parse(cls, text: str) -> "Parsed[CodeScolarite]":
        """Read a code as published, in any of the five writings.

        `value` is None, with `invalid-code`, for another text (`1022706T` lacks a zero).
        `unknown-prefix` and `unknown-nsf` go with a code whose parts are in no table (groups ending
        in 9 are not NSF groups), `doubtful-code` with a letter O or I, which no known prefix holds.
        """
        text = clean(text)
        match = _WRITTEN.fullmatch(text)
        lacks_zero = _lacks_zero(text)
        if not match or lacks_zero:
            detail = _NO_CODE if not lacks_zero else _LOST_ZERO
            return Parsed(None, (issue(IssueCode.INVALID_CODE, "code", text or None, detail),))
        prefix, group, order = (match[i].upper() for i in (1, 2, 3))
        code = prefix + group + order
        meaning = table("prefixes.csv", "prefix").get(prefix)
        nsf = table("nsf_groups.csv", "nsf_code").get(group)
        issues: list[Issue] = []
        if is_doubtful(code):
            issues.append(issue(IssueCode.DOUBTFUL_CODE, "code", code))
        if meaning is None:
            issues.append(issue(IssueCode.UNKNOWN_PREFIX, "code", code))
        if nsf is None:
            issues.append(issue(IssueCode.UNKNOWN_NSF, "nsf_code", group))
        value = cls(
            code=code,
            prefix=prefix,
            order=order,
            speciality_letter=match[4].upper() if match[4] else None,
            diploma_type=meaning["diploma_type"] if meaning else None,
            level=int(meaning["level"]) if meaning and meaning["level"] else None,
            nsf_code=group if nsf else None,
            nsf_label=nsf["label"] if nsf else None,
        )
        return Parsed(value, tuple(issues))


_NO_CODE = "8 characters are needed, such as 56122706 or 400-25303 M"
_LOST_ZERO = "7 digits: a leading zero was probably lost, write the code as text"
_SEVEN = re.compile(r"([0-9]{3})[\s-]?[0-9]{4}(?P<letter>[\s-]*[A-Z])?", re.IGNORECASE)


def _lacks_zero(text: str) -> bool:
    """Return whether `text` is a code whose leading zero was lost, as spreadsheets do.

    It has 7 digits, and a letter only where a zero makes a known prefix of an unknown one (`102`
    is unknown, `010` is known).
    """
    match = _SEVEN.fullmatch(text)
    if match is None or not match["letter"]:
        return match is not None
    prefixes = table("prefixes.csv", "prefix")
    return match[1] not in prefixes and f"0{match[1][:2]}" in prefixes


# Types whose codes end in two digits, all of them: a letter there is the lettre de spécialité of
# a code that lacks a digit. (Measured on the list of 576 diplomas; DEUST and titles have letters.)
_LETTERED = {"OTHER", "DEUST", "TITRE_PRO"}


@cache
def level_of_type(diploma_type: str) -> int | None:
    """Return the level of a controlled type, where all its prefixes have that one; else None.

    A CAP is of level 3, a BTS of 5; an MC or a *titre professionnel* may be of several. The level
    of OTHER is none, since it holds what has no type.
    """
    prefixes = table("prefixes.csv", "prefix").values()
    levels = {row["level"] for row in prefixes if row["diploma_type"] == diploma_type}
    (level, *others) = sorted(levels) or [""]
    return int(level) if level and not others and diploma_type != "OTHER" else None


def is_doubtful(code: str) -> bool:
    """Return whether a code has a letter where a digit was probably meant.

    O and I are doubtful everywhere, other letters at the end of a type's code without letters.
    """
    meaning = table("prefixes.csv", "prefix").get(code[:3])
    lettered = meaning is None or meaning["diploma_type"] in _LETTERED
    return bool(set("OI") & set(code)) or (not lettered and not code[6:].isdigit())


def codes_in(text: str) -> list[str]:
    """Return the codes that stand in running text, in order, without repetition.

    Only codes with a known prefix: eight digits alone may also be a date or another number.
    """
    return list(dict.fromkeys([code for _, _, code in placed_codes(clean(text))]))


def may_hold_code(text: str) -> bool:
    """Return whether a text has as many digits as a code."""
    return has_digit(text) and count_digits(text) >= _FEWEST_DIGITS


def placed_codes(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return each code in `text` (clean) with where it begins and ends."""
    if not may_hold_code(text):  # most texts
        return ()
    return (_remembered if len(text) < _LONG else _placed_codes)(text)


def _placed_codes(text: str) -> tuple[tuple[int, int, str], ...]:
    places = []
    for match in IN_TEXT.finditer(text):
        code = (match[1] + match[2] + match[3]).upper()
        if code[:3] in table("prefixes.csv", "prefix") and not is_doubtful(code):
            places.append((match.start(), match.end(), code))
    return tuple(places)


_remembered = lru_cache(maxsize=512)(_placed_codes)  # a line is asked for several times
