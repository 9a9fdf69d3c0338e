"""A page while it is composed: its choices, the words of its templates, and what it states."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from .diplomas import TYPES, Diploma
from .pieces import Piece
from .words import BULLETINS, DATES, JOURNALS, NUMBERS, ORDER_WORDS, code_forms

T = TypeVar("T")
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_END = date(2025, 6, 30)


@dataclass
class Draft:
    """The diploma of a page, what the page has said of it so far, and the variants it is made of.

    `days`: of the orders, `c` creation, `m` and `n` modifications, `r` repeal. `orders`: kind and
    NOR by day. `options`: letter, name, code and RNCP code of each option.
    """

    random: Random
    diploma: Diploma
    type: str
    code: str
    name: str
    family: tuple[Diploma, ...] = ()
    stem: str = ""
    file_style: int = 0
    variants: list[str] = field(default_factory=list)
    days: dict[str, date] = field(default_factory=dict)
    orders: dict[date, tuple[str, str]] = field(default_factory=dict)
    order_files: list[str] = field(default_factory=list)
    documents: list[tuple[str, str]] = field(default_factory=list)
    titles: tuple[str, ...] = ()
    published_name: str = ""
    code_stated: bool = False
    first: int | None = None
    last: int | None = None
    rncp: tuple[str, ...] = ()
    status: str = "unknown"
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    options: list[tuple[str, str, str | None, str | None]] = field(default_factory=list)
    repealable: bool = True
    date_form: str = ""
    in_text: str = ""
    quoted: str = ""

    def choose(self, slot: str, choices: Sequence[tuple[str, T]]) -> T:
        """Choose one of named variants, and note its name."""
        name, chosen = self.random.choice(choices)
        self.note(slot, name)
        return chosen

    def note(self, slot: str, name: str) -> None:
        self.variants.append(f"{slot}: {name}")

    def some(self, *choices: T) -> T:
        return self.random.choice(choices)

    # the words of a template

    def render(self, template: str, **values: object) -> str:
        """Fill a template: `[a|b]` is one of both, `{order_m}` a word for the order of a day."""
        chosen = _CHOICE.sub(lambda m: self.random.choice(m[1].split("|")), template)
        return chosen.format_map(_Words(self, values))

    def piece(self, template: Piece, **values: object) -> Piece:
        """Fill the templates of a piece."""
        return template._replace(
            text=self.render(template.text, **values),
            label=self.render(template.label, **values),
            rows=tuple(tuple(self.render(c, **values) for c in row) for row in template.rows),
        )

    def written(self, day: date) -> str:
        """Write a date, in the form that the page keeps to."""
        return DATES[self.date_form](day)

    def code_form(self, code: str, letter: str = "") -> str:
        """Write a code in one of the forms that codes are written in."""
        return self.choose("code form", code_forms(code, letter))

    def order_word(self, word: str, which: str) -> str:
        """Write a word of the order of a day: the order, its date, its journal, its number."""
        day = self.day(which)
        if word == "date":
            return self.written(day)
        if word == "order":
            return f"arrêté du {self.written(day)}"
        if word == "Order":
            return f"{self.choose('order word', ORDER_WORDS)} du {self.written(day)}"
        if word == "jo":
            after = day + timedelta(days=self.random.randint(5, 24))
            return self.choose("journal", JOURNALS).format(self.written(after))
        if word == "bo":
            after = day + timedelta(days=self.random.randint(20, 60))
            after += timedelta(days=(3 - after.weekday()) % 7)
            number = min(47, after.isocalendar()[1])
            return self.choose("bulletin", BULLETINS).format(number, self.written(after))
        if word == "published":
            return self.written(day + timedelta(days=self.random.randint(6, 20)))
        nor = self.number(day)
        return nor if word == "number" else self.choose("number", NUMBERS)(nor)

    def day(self, which: str) -> date:
        """The day of an order; a modification is after the last one, and before the repeal."""
        if which not in self.days:
            before = self.days["m"] if which == "n" else self.days["c"]
            day = before + timedelta(days=self.random.randint(200, 1500))
            end = self.days.get("r", _END)
            if day >= end:
                days = max(2, (end - before).days - 1)
                day = before + timedelta(days=self.random.randint(1, days))
            self.days[which] = day
        return self.days[which]

    def repeal(self) -> date | None:
        """The day of the repeal, where one is likely."""
        if self.repealable and "r" not in self.days:
            last, year = self.diploma.last, self.days["c"].year
            if last and last <= 2026:
                year = last - 1
            elif year < 2020:
                year = self.random.randint(max(year + 4, 2001), 2024)
            if year > self.days["c"].year:
                day = date(min(year, 2025), self.random.randint(1, 12), self.random.randint(1, 28))
                self.days["r"] = day
        return self.days.get("r")

    def last_year(self) -> int:
        """The year of the last session: of the list, soon after the repeal, or any."""
        first = self.diploma.first or self.days["c"].year + 2
        if self.diploma.last:
            return max(self.diploma.last, first)
        if "r" in self.days:
            return max(first, min(self.days["r"].year + self.random.randint(0, 2), 2026))
        return self.random.randint(max(first + 2, 2003), max(first + 5, 2027))

    # what the page states

    def state_order(self, which: str, kind: str) -> None:
        """Note an order; what is said of it at two places is open where it differs."""
        day = self.day(which)
        before, number = self.orders.get(day, ("-", ""))
        if kind != before and "-" not in (kind, before):
            kind = "?"
        self.orders[day] = (before if kind == "-" else kind, number)

    def number(self, day: date) -> str:
        """The number of an order, which the page then states."""
        kind, number = self.orders.get(day, ("-", ""))
        if not number:
            late = self.type in ("BTS", "DMA") and day.year > 2008
            letters = self.some("MENE", "MENE", "MENE", "MENL", "ESRS" if late else "MENE")
            number = f"{letters}{day.year % 100:02d}{self.random.randint(10, 29999):05d}A"
            self.orders[day] = (kind, number)
        return number

    def file(self, name: str) -> str:
        """The address of a file in the folder of the page."""
        return f"{self.stem}/{name}"

    def document(self, address: str, title: str) -> str:
        """Note a document, and return its address."""
        self.documents.append((address, title))
        return address

    # the diploma in the words of an order

    def articles(self) -> dict[str, str]:
        """The words that go with the type of the diploma."""
        feminine = self.type == "MC"
        return {
            "le": "la" if feminine else "le",
            "Le": "La" if feminine else "Le",
            "au": "à la" if feminine else "au",
            "un": "une" if feminine else "un",
            "e": "e" if feminine else "",
            "du": TYPES[self.type].of,
            "short": TYPES[self.type].short[0],
            "label": TYPES[self.type].label[0].lower() + TYPES[self.type].label[1:],
            "diploma": self.in_text,
            "quoted": self.quoted,
        }


class _Words(dict[str, object]):
    """The words of a template, each made where it stands."""

    def __init__(self, draft: Draft, values: dict[str, object]) -> None:
        super().__init__(draft.articles() | values)
        self._draft = draft

    def __missing__(self, key: str) -> str:
        word, _, which = key.partition("_")
        return self._draft.order_word(word, which)
