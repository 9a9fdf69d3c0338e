"""Composed pages are read exactly, or differ where a table says so; none is silently wrong."""

import re
from datetime import date
from functools import cache
from html import unescape

import pytest

from schema.text import ascii_text
from tests.parsers.sober_pages.compare import compare
from tests.parsers.sober_pages.page import Facts
from tests.support.effort import SOAK

from .compose import Composed, compose
from .known import TOLD, matches
from .words import DATES

_PAGES = 8000 if SOAK else 400
_A_TEST = 100
_STARTS = range(0, _PAGES, _A_TEST)


@cache
def _composed(start: int) -> tuple[Composed, ...]:
    return tuple(compose(seed) for seed in range(start, start + _A_TEST))


@pytest.mark.parametrize("start", _STARTS)
def test_a_composed_page_is_exact_or_its_difference_is_known_and_told(start: int) -> None:
    wrong = []
    for page, variants in _composed(start):
        outcome = compare(page)
        silent = [difference for difference in outcome.differences if difference.silent]
        known = any(matches(variants, row) for row in TOLD)
        if outcome.refusal or silent or (outcome.differences and not known):
            wrong.append((page.name, outcome.refusal or outcome.differences, variants))
    assert wrong == []


def test_few_pages_differ() -> None:
    outcomes = [compare(page) for page, _ in _composed(0)]
    assert sum(bool(outcome.differences) for outcome in outcomes) <= 5


@pytest.mark.parametrize("start", _STARTS)
def test_what_a_composed_page_states_is_in_it(start: int) -> None:
    wrong = []
    for page, _ in _composed(start):
        source = _source(page.body)
        wrong += [(page.name, what) for facts in page.facts for what in _missing(facts, source)]
    assert wrong == []


def test_a_page_is_the_same_for_the_same_seed() -> None:
    assert [compose(seed) for seed in range(20)] == [compose(seed) for seed in range(20)]


def _source(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("windows-1252")


def _missing(facts: Facts, source: str) -> list[str]:
    """What of the facts is not in the page, without a look at how it came there."""
    content = re.sub(r"(?s)^.*?<body|<!--.*?-->", " ", source, flags=re.IGNORECASE)
    inline = re.sub(r"(?i)</?(?:font|sup|b)\b[^>]*>", "", content)
    text = " ".join(unescape(re.sub("<[^>]+>", " ", inline)).split())
    signs = re.sub("[^0-9A-Z]", "", text.upper())
    letters = _letters(text)
    found = {
        **{f"address {a}": f'href="{a}"' in source.replace("HREF", "href") for a in _files(facts)},
        **{f"document {title}": title in text for _, title in facts.documents},
        **{f"code {code}": code in signs for code in _codes(facts)},
        **{f"RNCP {code}": code.removeprefix("RNCP") in signs for code in facts.rncp},
        **{f"session {y}": str(y) in text for y in (facts.first, facts.last) if y},
        **{f"order {line}": _has_order(line, text, signs) for line in facts.orders.splitlines()},
        "notice": "maquette" in source,
        f"name {facts.name}": _letters(str(facts.name).partition(" option ")[0]) in letters,
    }
    return [what for what, is_found in found.items() if not is_found]


def _files(facts: Facts) -> list[str]:
    return [*(address for address, _ in facts.documents), *facts.order_files]


def _codes(facts: Facts) -> list[str]:
    return [code for code in (facts.code, *facts.replaces, *facts.replaced_by) if code]


def _letters(text: str) -> str:
    return re.sub(r"\W", "", ascii_text(text.replace("’", "'"))).lower()


def _has_order(line: str, text: str, signs: str) -> bool:
    day, _, number = line.partition(" ")
    forms = (re.sub("<[^>]+>", "", form(date.fromisoformat(day))) for form in DATES.values())
    dated = any(unescape(form).replace("\xa0", " ") in text for form in forms)
    return dated and number.partition(" ")[2] in signs
