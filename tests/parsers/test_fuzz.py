"""Whatever is read, nothing is raised but our own refusal, and what comes out is valid.

Runs are reproducible, with half of the examples outside `make soak`; `EDUSCOL_FUZZ=5000` makes so
many examples of each property, at random.
"""

import datetime
import os
import string
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers.formats.encoding import decode
from parsers.formats.html_links import links
from parsers.model.document import Document
from schema.code import CodeScolarite, codes_in
from schema.dates import dates_in, parse_date
from schema.diploma_type import DiplomaType, split_acronym
from schema.duration import Duration
from schema.errors import Refused
from schema.level import DiplomaLevel
from schema.title import read_title
from schema.trade import Trade, parse_trade
from schema.vocabulary import rows
from tests.page_generator import LABEL_VARIANTS, MAKINGS, NOISE
from tests.page_generator.example import EXAMPLE
from tests.parsers.mutations.golden import site_pages
from tests.parsers.mutations.parsing import holds
from tests.support.effort import SOAK

EXAMPLES = int(os.environ.get("EDUSCOL_FUZZ", "0"))


def examples(usual: int) -> settings:
    return settings(
        max_examples=EXAMPLES or (usual if SOAK else usual // 2),
        derandomize=not EXAMPLES,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


CONTENT_TYPES = st.sampled_from(
    [None, "text/html", "text/html; charset=utf-8", "text/html; charset=iso-8859-1",
     "text/html; charset=utf-16", "text/html; charset=x-unknown", "text/plain", "text/markdown",
     "application/pdf", "application/xhtml+xml", ";", "text/html; charset=\u00e9"]
)  # fmt: skip
ADDRESSES = st.sampled_from(
    [None, "", "https://eduscol.education.fr/referentiels-professionnels/b027.html",
     "http://referentiels-professionnels.eduscol.education.fr/a%20b", "b027.html",
     "https://eduscol.education.fr/referentiels-professionnels/", "http://[::1", "//", "\u00e9:/é",
     "https://eduscol.education.fr/referentiels-professionnels/%FF%00.html"]
)  # fmt: skip
NAMES = st.one_of(st.none(), st.sampled_from(["", "x", "FOR.8335", "é è", "..", "\u00a0"]))


# -- bytes ------------------------------------------------------------------------------------


@examples(150)
@given(st.binary(max_size=400), ADDRESSES, CONTENT_TYPES, NAMES)
def test_any_bytes(body: bytes, url: str | None, kind: str | None, name: str | None) -> None:
    holds(Document(body, url, kind, name))


@examples(60)
@given(
    st.binary(max_size=60),
    st.sampled_from(
        [b"%PDF-1.4\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"<?xml ", b"# "]
    ),
)
def test_any_bytes_behind_a_mark(body: bytes, mark: bytes) -> None:
    holds(Document(mark + body))


PAGES = [MAKINGS[name](EXAMPLE) for name in MAKINGS][::4] + [p.body for p in site_pages().values()]


@st.composite
def spliced(draw: st.DrawFn) -> bytes:
    """Parts of golden pages one behind the other."""
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        page = draw(st.sampled_from(PAGES))
        start = draw(st.integers(0, len(page)))
        parts.append(page[start : start + draw(st.integers(1, 3_000))])
        parts.append(draw(st.binary(max_size=4)))
    return b"".join(parts)


@examples(120)
@given(spliced(), ADDRESSES, CONTENT_TYPES)
def test_spliced_pages(body: bytes, url: str | None, kind: str | None) -> None:
    holds(Document(body, url, kind))


@examples(60)
@given(
    st.sampled_from(PAGES),
    st.lists(st.tuples(st.integers(0), st.binary(max_size=3)), min_size=1, max_size=12),
)
def test_pages_with_broken_bytes(page: bytes, changes: list[tuple[int, bytes]]) -> None:
    body = bytearray(page)
    for at, new in changes:
        body[at % len(body) : at % len(body) + len(new)] = new
    holds(Document(bytes(body), None, "text/html"))


# -- trees ------------------------------------------------------------------------------------

LABELS = sorted({label for kin in LABEL_VARIANTS.values() for label in kin} | {
    "Option", "Intitulé", "Remplace", "Remplacé par", "Statut", "Informations générales", "Lien",
})  # fmt: skip
VALUES = [
    "500-25399 Z", "50022143", "01022706", "niveau 3", "Niveau V", "2 ans", "1 an et demi", "CAP",
    "certificat de spécialisation (ex MC) (CS (ex MC))", "plombier/ère", "a/b/c", "chef(fe)",
    "Arrêté du 3 février 2021 portant création", "Arrêté du 31 février 2021", "RNCP37919", "2024",
    "option A signalétique, option B décor", "abrogé par arrêté du 3 mai 2020", ":", "-", "• ", "|",
    "remplacé par le 400-25223 R", "CAP boulanger", "Bac pro", "", "\u00a0", "…", "&amp;eacute;",
    "\U0001f600", "ا", "e\u0301", "\u202e", "𝒳",
]  # fmt: skip
TAGS = (
    "div p span b strong h1 h2 h3 h6 ul ol li dl dt dd table tr td th caption section article "
    "header footer nav aside form button a br hr img details summary fieldset legend pre main body "
    "html head title script style template svg math center font label select option x-y"
).split()
ATTRIBUTES = {
    "class": ["footer", "label", "field__label", "titre", "hidden", "card", "tabs", "'\"<>", ""],
    "id": ["a", "b", "c c", "é", "'", '"', "]", "\\"],
    "href": ["#a", "a.pdf", "http://[", "javascript:", "mailto:x", "https://www.legifrance.gouv.fr/",
             "//", "?", "\u00e9", "#", "data:,"],
    "role": ["tab", "tabpanel", "tablist", "heading", "navigation", "region", "button"],
    "aria-controls": ["a", "b", '"', ""],
    "aria-labelledby": ["a", "b c", '"', "'", "]", "\\", "", " "],
    "aria-level": ["2", "9", "x", "²", ""],
    "rowspan": ["2", "0", "x", "99999999999", "-1"],
    "colspan": ["2", "x"],
    "style": ["display:none", "font-weight: bold", ";"],
    "hidden": [""],
    "data-toggle": ["tab"],
    "data-target": ["#a", "#", ""],
    "alt": ["-"],
    "src": ["puce.gif"],
    "type": ["password"],
}  # fmt: skip
WORDS = st.one_of(st.sampled_from(LABELS), st.sampled_from(VALUES), st.text(max_size=12))


@st.composite
def elements(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """One element with attributes; its end tag may be missing or another's."""
    tag = draw(st.sampled_from(TAGS))
    attributes = ""
    for name in draw(st.lists(st.sampled_from(sorted(ATTRIBUTES)), max_size=2)):
        value = draw(st.sampled_from(ATTRIBUTES[name]))
        quote = draw(st.sampled_from(['"', "'", ""]))
        attributes += f" {name}={quote}{value}{quote}"
    content = "".join(draw(st.lists(inner, max_size=4)))
    end = draw(st.sampled_from([f"</{tag}>", f"</{tag}>", f"</{tag}>", "", "</p>", "</div>"]))
    return f"<{tag}{attributes}>{content}{end}"


@st.composite
def pairs(draw: st.DrawFn) -> str:
    """A label with a value in one of the usual ways."""
    label, value = draw(st.sampled_from(LABELS)), draw(st.sampled_from(VALUES))
    return draw(st.sampled_from([
        f"<p><b>{label} :</b> {value}</p>", f"<dt>{label}</dt><dd>{value}</dd>",
        f"<tr><th>{label}</th><td>{value}</td></tr>", f"<h2>{label}</h2><p>{value}</p>",
        f"<h2>{label}</h2><ul><li>{value}</ul>", f"{label} : {value} | ", f"{label} : {value}<br>",
        f"<span>{label}</span><span>{value}</span>", f"<li>{label} : {value}",
    ]))  # fmt: skip


TREES = st.recursive(st.one_of(WORDS, pairs(), pairs()), elements, max_leaves=25)


@examples(200)
@given(st.lists(TREES, min_size=1, max_size=6), st.booleans())
def test_any_tree(parts: list[str], titled: bool) -> None:
    title = "<h1>CAP boulanger</h1><p>Code scolarité : 50022141</p>" if titled else ""
    body = (title + "".join(parts)).encode("utf-8", "surrogatepass")
    holds(Document(body, None, "text/html; charset=utf-8", "x"))


@examples(60)
@given(st.sampled_from(PAGES), st.sampled_from(sorted(NOISE)), st.lists(TREES, max_size=3))
def test_trees_in_pages(page: bytes, noise: str, parts: list[str]) -> None:
    more = "".join(parts).encode("ascii", "xmlcharrefreplace")
    holds(Document(NOISE[noise](page).replace(b"</h2>", b"</h2>" + more, 1), None, "text/html"))


# -- Markdown ---------------------------------------------------------------------------------

LINES = st.one_of(
    st.sampled_from([f"## {label}" for label in LABELS] + [f"**{label}:** 3" for label in LABELS]),
    st.sampled_from(["# CAP boulanger", "-", "- plombier/ère", "            Suite.", "> x", "```",
                     "| a | b |", "|---|---|", "[a](b.pdf)", "[a](<", "![", "***", "1. x", "<b>",
                     "**Lien:** [x](http://[)", "**Lien:** http://[", "\\", "&eacute;", "\t"]),
    st.text(max_size=20),
)  # fmt: skip


@examples(150)
@given(st.lists(LINES, max_size=30))
def test_any_markdown(lines: list[str]) -> None:
    text = "# CAP boulanger\n\n" + "\n".join(lines)
    holds(Document(text.encode("utf-8", "surrogatepass"), None, "text/markdown", "x"))


# -- values -----------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [*VALUES, *LABELS, *string.digits, "/", "(", ")", "·", "-", " ", "niveau ", "ans", "mois",
     "bac + ", "euse", "trice", "er", "1er ", "février ",
     *(row["written"] for row in rows("diploma_type_labels.csv"))]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join))
PARSERS: dict[str, Callable[[str], Any]] = {
    "code": CodeScolarite.parse,
    "level": DiplomaLevel.parse,
    "duration": Duration.parse,
    "type": DiplomaType.parse,
    "trade": parse_trade,
}


@pytest.mark.parametrize("name", PARSERS)
@examples(150)
@given(text=TEXTS)
def test_any_value(name: str, text: str) -> None:
    parse = PARSERS[name]
    parsed = parse(text)
    assert parse(text) == parsed
    if parsed.value is None:
        assert parsed.issues
    else:
        made = type(parsed.value).model_validate_json(parsed.value.model_dump_json())
        assert made == parsed.value


@examples(150)
@given(TEXTS, st.sampled_from(["CAP", "CS_AGRI", "OTHER", None]))
def test_any_type_with_a_prefix(text: str, prefix: str | None) -> None:
    parsed = DiplomaType.parse(text, prefix)
    assert parsed.value is None or parsed.value.diploma_type_label


@examples(150)
@given(TEXTS)
def test_any_date(text: str) -> None:
    found = dates_in(text)
    assert all(isinstance(date, datetime.date) for _, date in found)
    assert parse_date(text) == (found[0][1] if found else None)


@examples(100)
@given(TEXTS)
def test_any_title(text: str) -> None:
    title = read_title(text)
    assert isinstance(title.name, str)
    label, acronym = split_acronym(text)
    assert label or acronym or not text.strip()
    assert all(CodeScolarite.parse(code).value for code in codes_in(text))


@examples(100)
@given(TEXTS)
def test_trade_is_stable(text: str) -> None:
    trade = parse_trade(text).value
    if trade is not None:
        assert parse_trade(trade.label).value == trade
        assert Trade.model_validate(trade.model_dump()) == trade


@examples(100)
@given(st.binary(max_size=200), CONTENT_TYPES)
def test_any_decoding(body: bytes, kind: str | None) -> None:
    try:
        decoded = decode(body, kind)
    except Refused:
        return
    assert "\x00" not in decoded.text


@examples(80)
@given(st.lists(TREES, max_size=5), st.sampled_from(["", "http://[", "https://a.test/b/c"]))
def test_links_of_any_tree(parts: list[str], url: str) -> None:
    try:
        found = links("".join(parts), url)
    except Refused:
        return
    assert len(set(found)) == len(found)
