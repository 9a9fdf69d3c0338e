"""The golden pages that are broken: the sample site's, and the built-in example in many makings."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from schema.errors import Refused
from schema.referential import Referential
from tests.page_generator import MAKINGS, Values, shown
from tests.page_generator.example import EXAMPLE
from tests.page_generator.labels import Labels, label_variants
from tests.page_generator.noise import encoding_of
from tests.parsers.mutations.parsing import URL, records_or_refusal

SITE = Path(__file__).parents[2] / "fixtures" / "site"
# One of each principle; the noise and round-trip tests take all of them.
CHOSEN = (
    "headings_h2", "headings_skip", "headings_h1_everywhere", "headings_bold",
    "headings_upper_bare", "headings_run_in", "headings_legend", "details_summary",
    "aria_tabs_hidden", "dsfr_cards", "drupal_fields", "tailwind", "dl_sections", "ul_facts",
    "line_pipe", "line_br_bold", "spans_no_colon", "divs_flat", "loose_text", "table_td",
    "table_old", "table_header_row", "table_sections", "table_rowspan", "tag_soup", "httrack",
    "word_full", "windows_undeclared", "entities_named", "trades_sentence",
)  # fmt: skip
# Those that are also cut off, mis-encoded and written otherwise.
CHOSEN_BYTES = (
    "headings_h2", "headings_bold", "aria_tabs_hidden", "dl_sections", "spans_no_colon",
    "loose_text", "table_old", "table_td", "httrack", "word_full", "windows_undeclared",
    "entities_named",
)  # fmt: skip
CHOSEN_SOBER = ("sober_headings", "sober_centred", "sober_list")


class Page(NamedTuple):
    """A page as bytes and its address."""

    body: bytes
    url: str

    @property
    def encoding(self) -> str:
        """The encoding that it is written in."""
        return encoding_of(self.body)

    @property
    def text(self) -> str:
        """Its text, characters as they are meant."""
        return self.body.decode(self.encoding)

    def with_text(self, text: str) -> "Page":
        """The same page with another text, in the same encoding."""
        return self._replace(body=text.encode(self.encoding, "xmlcharrefreplace"))


@cache
def rendered(making: str, values: Values = EXAMPLE, **labels: str) -> Page:
    """The page of a making; `labels` are put in place of the making's own."""
    plain = MAKINGS[making](values)
    if not labels:
        return Page(plain, URL)
    function = MAKINGS[making].__wrapped__  # type: ignore[attr-defined]
    names: Labels = {**label_variants(making), **labels}
    return Page(plain, URL).with_text(function(shown(making, values), names))


@cache
def site_pages() -> dict[str, Page]:
    """The HTML pages of the sample site by name."""
    files = sorted(SITE.rglob("*.html"))
    return {
        file.stem: Page(file.read_bytes(), f"https://{quote(str(file.relative_to(SITE)))}")
        for file in files
    }


@cache
def golden_pages() -> dict[str, Page]:
    """Golden pages by name: those of the site, and the example in a few makings."""
    pages = {name: rendered(name) for name in (*CHOSEN_BYTES, *CHOSEN_SOBER)}
    return site_pages() | pages


@cache
def reading(page: Page) -> tuple[Referential, ...]:
    """The records of an unbroken page; none when it is refused."""
    result = records_or_refusal(page.body, page.url, None)
    return () if isinstance(result, Refused) else result


class Piece(NamedTuple):
    """Where something stands in a page: what is before it, itself, and what is after it.

    `movable`: it begins with a tag, right behind another one, and may stand elsewhere.
    """

    before: str
    piece: str
    after: str
    movable: bool


def piece_of(making: str, field: str, values: Values = EXAMPLE, **labels: str) -> Piece | None:
    """The HTML that a making writes for one field: what goes when the value is left out.

    None where it stands in more than one place (tabs apart from their panels) or changes others
    (numbered headings).
    """
    empty = None if isinstance(getattr(EXAMPLE, field), str) else ()
    whole = rendered(making).text
    without = rendered(making, replace(EXAMPLE, **{field: empty})).text  # type: ignore[arg-type]
    start = _common(whole, without)
    end = _common(whole[start:][::-1], without[start:][::-1])
    if start + end != len(without):
        return None
    now = rendered(making, values, **labels).text
    before, after = whole[:start], whole[len(whole) - end :]
    if not now.startswith(before) or not now.endswith(after):
        return None
    return _from_its_tag(before, now[start : len(now) - end], after)


def _from_its_tag(before: str, piece: str, after: str) -> Piece:
    """The piece from its own first tag on: `h2>…</h2><` and `<h2>…</h2>` are cut from one text."""
    result = Piece(before, piece, after, False)
    earlier, moved = before, piece
    while True:
        if re.match(r"\s*<[a-zA-Z]", moved):
            result = Piece(earlier, moved, before[len(earlier) :] + after, True)
        if not earlier or not moved or earlier[-1] != moved[-1]:
            return result
        earlier, moved = earlier[:-1], earlier[-1] + moved[:-1]


def _common(one: str, other: str) -> int:
    """The length of the beginning that two texts share."""
    length = min(len(one), len(other))
    return next((n for n in range(length) if one[n] != other[n]), length)


def outside_code(pattern: str, text: str) -> list[re.Match[str]]:
    """The matches in `text` that stand in no comment, script or style."""
    hidden = [m.span() for m in re.finditer(_HIDDEN, text, re.DOTALL | re.IGNORECASE)]
    return [
        match
        for match in re.finditer(pattern, text, re.DOTALL | re.IGNORECASE)
        if not any(low <= match.start() < high for low, high in hidden)
    ]


_HIDDEN = r"<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>|<head\b.*?</head>|<\?.*?\?>"
