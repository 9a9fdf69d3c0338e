"""French dates, as orders and pages write them."""

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

from schema.text import clean, has_any, same_length

MONTHS = tuple(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
)
_MONTHS = {name: number for number, name in enumerate(MONTHS, 1)} | {
    "janv": 1,
    "fevr": 2,
    "fev": 2,
    "avr": 4,
    "juil": 7,
    "juill": 7,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_WORDS = re.compile(r"\b(\d{1,2})\s*(?:i?er|[?o])?\s+([a-z]{3,9})\.?\s+(\d{4})\b")
_DIGITS = re.compile(r"\b(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\b")
# "21/03/07", as pages of about 2000 write it: no order is older than the century's second half
_SHORT = re.compile(
    r"(?<![\d/.-])(\d{1,2})(?:/(?=\d+/)|-(?=\d+-))(\d{1,2})[/-](\d\d)(?![\d/-]|\.\d)"
)
# "28.02.80", "5.3.93", "du 5.3.07", and no part of a longer number or of a text: "annexe 2.1.10".
# Alone, or behind a label, it is a date too: "Date : 5.3.07, Nature : …", "Abrog. 5.3.07".
_DOTTED = re.compile(
    r"(?<![\d.])(?=\d\d\.\d\d\.|\d{1,2}\.\d{1,2}\.[5-9]|(?<=\bdu )|(?<=\ble )"
    r"|(?:^|(?<= : )|(?<=\bet )|(?<=creat\. )|(?<=modif\. )|(?<=abrog\. ))[\d.]{6,8}"
    r"(?:$|[,;)]| [(–:-]| j\.?o\b| b\.?o| nor\b| [a-z]+ :))"
    r"(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d/-]|\.\d)"
)
# "du16 mars", "29juillet 2004", "12 avril2013", "en2016": where such a date lacks a space
_MONTH = (
    r"(?:janv(?:ier|\.)|f[ée]v(?:rier|\.|r\.)|mars|avr(?:il|\.)|mai|juin|juil(?:let|\.)"
    r"|ao[ûu]t|sept(?:embre|\.)|oct(?:obre|\.)|nov(?:embre|\.)|d[ée]c(?:embre|\.))"
)
_GLUED = re.compile(
    r"\b(?:du|des|le|au)(?=\d\d?(?:(?:er)?\s?" + _MONTH + r"|([/.-])\d\d?\1\d{4}\b))"
    r"|\b(?:en|session|du|d[ée]but|fin)(?=(?:19|20)\d\d\b(?![-/.\w]))"
    r"|(?<![\d/.-])(?:[1-9]|[12]\d|3[01]|1er)(?=" + _MONTH + r"(?:\s|(?:19|20)\d\d\b))"
    r"|(?<![^\W\d]|[_/.-])" + _MONTH + r"(?=(?:19|20)\d\d\b(?!\.\w|[-/_]))",
    re.IGNORECASE,
)
_OLDEST_SHORT = 50
# "21 12 2022", not as part of a longer number
_SPACED = re.compile(r"(?<!\d )\b(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)\b(?! \d)")
# "des 12 et 19 février 2022", "des 18 février et 11 juin 2012": the last one has month and year
_SHARED = re.compile(
    r"(?:^|\b(?:des|les|du|le) |: ?)"
    r"(?P<days>(?:\d{1,2}(?:er)?(?: [a-z]{3,9})?(?:,? et |, )(?:du |le )?){1,4})"
    r"(?=\d{1,2}(?:er)? ([a-z]{3,9})\.? (\d{4})\b)"
)
_DAY = re.compile(r"(\d{1,2})(?:er)?(?: ([a-z]{3,9}))?(?=,| et)")
# "des 12 et 19/02/2022", "des 18/02 et 11/06/2012"
_SHARED_DIGITS = re.compile(
    r"(?:^|\b(?:des|les|du|le) |: ?)"
    r"(?P<days>(?:\d{1,2}(?:/\d{1,2})?(?:,? et |, )(?:du |le )?){1,4})"
    r"(?=\d{1,2}/(\d{1,2})/(\d{4})\b)"
)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})(?:/(\d{1,2}))?(?=,| et)")
_LONG = 1000  # texts up to this length are remembered
_YEAR = re.compile(r"\d{4}|[/.-]\d\d(?!\d)")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
# The forms of a date, and marks of which one stands in each, if there are any.
_FORMS = (
    (_WORDS, ""), (_DIGITS, "/.-"), (_SPACED, ""), (_ISO, "-"), (_SHORT, "/-"), (_DOTTED, "."),
)  # fmt: skip


class PlacedDate(NamedTuple):
    """A date with where it begins and ends in its text."""

    start: int
    end: int
    date: datetime.date


def placed_dates(plain: str) -> tuple[PlacedDate, ...]:
    """Find the dates in a clean text without accents and capitals (see `same_length`), in order.

    `11 octobre 2022`, `1er juillet 2020`, `11/10/2022`, `11/10/22`, `11.10.22` and `11 10 2022`
    (day first), `2022-10-11`, and those that share a month or year (`des 12 et 19 février 2022`,
    `des 12 et 19/02/2022`).
    Impossible ones are left out.
    """
    if not _YEAR.search(plain):
        return ()
    return (_remembered if len(plain) < _LONG else _placed_dates)(plain)


def _placed_dates(plain: str) -> tuple[PlacedDate, ...]:
    dates: dict[int, PlacedDate] = {}
    for shared in _SHARED.finditer(plain) if " et " in plain or ", " in plain else ():
        for day in _DAY.finditer(plain, *shared.span("days")):
            _place(dates, day, shared[3], _MONTHS.get(day[2] or shared[2]), day[1])
    for shared in _SHARED_DIGITS.finditer(plain) if "/" in plain else ():
        for day in _DAY_AND_MONTH.finditer(plain, *shared.span("days")):
            _place(dates, day, shared[3], int(day[2] or shared[2]), day[1])
    for pattern, marks in _FORMS:
        if marks and not has_any(plain, marks):
            continue
        for match in pattern.finditer(plain):
            year, month, day_text = (
                match[i] for i in ((1, 2, 3) if pattern is _ISO else (3, 2, 1))
            )
            number = _MONTHS.get(month) if pattern is _WORDS else int(month)
            _place(dates, match, year, number, day_text)
    return tuple(sorted(dates.values()))


_remembered = lru_cache(maxsize=64)(_placed_dates)  # a line of orders is asked for several times


def _place(
    dates: dict[int, PlacedDate], match: re.Match[str], year: str, month: int | None, day: str
) -> None:
    """Add the date that stands at a match, if there is such a day."""
    try:
        date = datetime.date(_whole_year(year), month or 0, int(day))
    except ValueError:
        return
    dates.setdefault(match.start(), PlacedDate(match.start(), match.end(), date))


def _whole_year(year: str) -> int:
    number = int(year)
    return number if len(year) == 4 else number + (1900 if number >= _OLDEST_SHORT else 2000)


def with_spaces(text: str) -> str:
    """Return a text with the spaces that its dates lack: `du16mars 1979`, `en2016`."""
    return _GLUED.sub(r"\g<0> ", text)


def dates_in(text: str) -> list[tuple[int, datetime.date]]:
    """Find the dates in `text` with the place where each begins, as `placed_dates` does."""
    return [(placed.start, placed.date) for placed in placed_dates(same_length(clean(text)))]


def parse_date(text: str) -> datetime.date | None:
    """Return the first date in `text`, or None."""
    return next((date for _, date in dates_in(text)), None)
