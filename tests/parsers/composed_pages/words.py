"""The forms of dates, journals, numbers of orders and codes."""

from collections.abc import Callable
from datetime import date

from schema.text import ascii_text

MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
SHORT_MONTHS = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()


def _day(day: date, first: str = "1er") -> str:
    return first if day.day == 1 else str(day.day)


DATES: dict[str, Callable[[date], str]] = {
    "words": lambda d: f"{_day(d)} {MONTHS[d.month - 1]} {d.year}",
    "raised first": lambda d: f"{_day(d, '1<sup>er</sup>')} {MONTHS[d.month - 1]} {d.year}",
    "two digits and words": lambda d: f"{d.day:02d} {MONTHS[d.month - 1]} {d.year}",
    "dashes": lambda d: f"{d.day}-{d.month}-{d.year}",
    "slashes": lambda d: f"{d.day:02d}/{d.month:02d}/{d.year}",
    "dots": lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    "short month": lambda d: f"{_day(d)} {SHORT_MONTHS[d.month - 1]} {d.year}",
    "no-break spaces": lambda d: f"{_day(d)}&nbsp;{MONTHS[d.month - 1]}&nbsp;{d.year}",
    "unaccented": lambda d: f"{_day(d)} {ascii_text(MONTHS[d.month - 1])} {d.year}",
}
ORDER_WORDS = (
    *(("Arrêté", "Arrêté"),) * 6,
    ("Arr.", "Arr."),
    ("capitals", "ARRÊTÉ"),
    ("ministerial", "Arrêté ministériel"),
)
JOURNALS = tuple(
    (text, text)
    for text in (
        "J.O. du {}",
        "JO du {}",
        "JORF du {}",
        "Journal officiel du {}",
        "publié au JO du {}",
        "J.O. {}",
    )
)
BULLETINS = tuple(
    (text, text)
    for text in (
        "B.O. n° {} du {}",
        "BO n°{} du {}",
        "BOEN n° {} du {}",
        "B.O. hors-série n° {} du {}",
        "Bulletin officiel n° {} du {}",
        "BOESR n° {} du {}",
        "BO {} du {}",
    )
)
NUMBERS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("colon", lambda n: f"NOR : {n}"),
    ("tight", lambda n: f"NOR:{n}"),
    ("plain", lambda n: f"NOR {n}"),
    ("brochure", lambda n: f"NOR/{n[:3]} {n[3:11]} {n[11]}"),
    ("spaces", lambda n: f"NOR : {n[:3]} {n[3]} {n[4:11]} {n[11]}"),
)


def code_forms(code: str, letter: str) -> tuple[tuple[str, str], ...]:
    """The forms of a code, with and without the letter that may follow it."""
    dashed = f"{code[:3]}-{code[3:]}"
    return (
        ("dash, letter", f"{dashed} {letter}".strip()),
        ("dash", dashed),
        ("plain", code),
        ("letter", f"{code} {letter}".strip()),
        ("glued", code + letter),
        ("spaces", f"{code[:3]} {code[3:]}"),
        ("dash, glued", dashed + letter),
    )
