"""The sample site's pages with one of their words, tables or sections broken."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from schema.lexicon import Lexicon
from tests.parsers.mutations.by_values import FOREIGN_TEXT, UNKNOWN
from tests.parsers.mutations.golden import Page, outside_code, site_pages

_LABEL = r"(?<=>)\s*([^<>:]{3,60}?)\s*(?=(?::\s*)?<)"
_CODE = r"(?<![\w-])(\d{2}[\dA-Z]-?\d{3})(\d{2})(?!\d)"
_LEVEL = r"\b(niveau )([3-6])\b"
_ORDER = r"\b(arr[êe]t[ée] du )(\d{1,2}(?:er)?)(\s+)(\w+)(\s+\d{4})"
_DURATION = r"(?<=[>\s])(\d+ (?:ans?|mois))(?=\s*<)"
_HEADING = r"<(h[2-4])\b[^>]*>\s*([^<>]+?)\s*</\1>"
_TABLE = r"<td\b([^>]*)>(?:(?!<t[dr]\b|</?table).)*?</td>"
_TYPE = r"(?<=>)(?:CAP \(CAP\)|brevet professionnel \(BP\)|baccalauréat professionnel)(?=\s*<)"


class Case(NamedTuple):
    """A broken page. `touches`: the fields that may differ; None: any."""

    name: str
    page: Page
    touches: frozenset[str] | None


def _at(page: Page, match: re.Match[str], text: str) -> Page:
    whole = page.text
    return page.with_text(whole[: match.start()] + text + whole[match.end() :])


def _renamed(page: Page) -> Iterator[Case]:
    """Each known label in turn called something else."""
    lexicon = Lexicon.packaged()
    result, below = _known_headings(page)
    for match in outside_code(_LABEL, page.text):
        entry = lexicon.lookup(match[1])
        if entry is None or not entry.field or entry.field == "url":
            continue
        if any(h.start() < match.start() < h.end() for h in below):
            continue
        if entry.kind == "links" and not any(h.start() < match.start() < h.end() for h in result):
            continue  # the name of a link beside it
        own = {"level": {"level", "level_label"}, "duration": {"duration_label", "duration_months"},
               "diploma_type": {"diploma_type", "diploma_type_label"},
               "code": {"code", "level", "diploma_type"}, "rncp": {"rncp_codes"}}  # fmt: skip
        touches = set() if entry.field == "option" else own.get(entry.field, {entry.field})
        broken = _at(page, match, match[0].replace(match[1], UNKNOWN))
        yield Case(f"renamed_{entry.field}_{match.start()}", broken, frozenset(touches) or None)


def _each(page: Page, name: str, pattern: str, replacement: str, *touches: str) -> Iterator[Case]:
    """Each match in turn replaced."""
    for match in outside_code(pattern, page.text):
        broken = _at(page, match, match.expand(replacement))
        if broken.body != page.body:
            yield Case(f"{name}_{match.start()}", broken, frozenset(touches))


def _known_headings(page: Page) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """The headings of sections, and those that stand below such a section as a part of it."""
    lexicon = Lexicon.packaged()
    result = outside_code(_HEADING, page.text)
    known = [m for m in result if (e := lexicon.lookup(m[2])) and e.is_section and e.field]
    top = min((m[1] for m in known), default="")
    return [m for m in known if m[1] == top], [m for m in known if m[1] != top]


def _headings(page: Page) -> Iterator[Case]:
    """Sections repeated, and a foreign one put in front of each."""
    text = page.text
    known, _ = _known_headings(page)
    for match in known:
        foreign = f"<{match[1]}>Financement</{match[1]}>\n<p>{FOREIGN_TEXT[0]}</p>\n"
        yield Case(f"foreign_{match.start()}", _at(page, match, foreign + match[0]), frozenset())
    for match, after in itertools.pairwise(known):
        section = text[match.start() : after.start()]
        plain = section.count("<div") == section.count("</div") and "<section" not in section
        if plain and match[1] == after[1] and 'id="' not in section:
            twice = page.with_text(text[: after.start()] + section + text[after.start() :])
            yield Case(f"twice_{match.start()}", twice, frozenset())


def _tables(page: Page) -> Iterator[Case]:
    cells = outside_code(_TABLE, page.text)
    if cells:
        text = page.text
        for cell in reversed(cells):
            text = text[: cell.start()] + f"<td{cell[1]}></td>" + text[cell.end() :]
        yield Case("tables_emptied", page.with_text(text), None)
    if bodies := outside_code(r"(<tbody[^>]*>).*?(</tbody>)", page.text):
        yield Case("rows_gone", _at(page, bodies[0], bodies[0][1] + bodies[0][2]), None)


def _broken(page: Page) -> Iterator[Case]:
    of_code = ("code", "level", "diploma_type", "replaces", "replaced_by", "legal_texts", "access",
               "access_levels", "description")  # fmt: skip
    yield from _renamed(page)
    yield from _each(page, "code_digit_missing", _CODE, r"\1", *of_code)
    yield from _each(page, "code_letter_inside", _CODE, r"\1Q\2", *of_code)
    yield from _each(page, "code_letters_behind", _CODE, r"\1\2QQ", *of_code)
    yield from _each(page, "level_contradicts", _LEVEL, r"\g<1>7", "level", "level_label",
                     "access", "access_levels", "further_study", "description")  # fmt: skip
    yield from _each(page, "date_impossible", _ORDER, r"\g<1>31\3février\5", "legal_texts",
                     "description", "status")  # fmt: skip
    yield from _each(page, "duration_nonsense", _DURATION, "quelques lunes", "duration_label",
                     "duration_months")  # fmt: skip
    yield from _each(page, "type_unknown", _TYPE, "diplôme lunaire (DL)", "diploma_type",
                     "diploma_type_label")  # fmt: skip
    yield from _headings(page)
    yield from _tables(page)


def cases() -> list[tuple[str, Case]]:
    """Every broken page of the site with the name of the whole one."""
    return [(name, case) for name, page in site_pages().items() for case in _broken(page)]
