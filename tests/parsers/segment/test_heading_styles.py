"""How a page makes its headings: what its known labels have in common."""

import pytest

from parsers.formats.html import flatten
from parsers.segment import heading_styles
from parsers.segment.labels import Piece, split_blocks
from schema.lexicon import Lexicon
from tests.parsers.extract.pages import ORDER, record_of

LEXICON = Lexicon.packaged()
ACCESS, FURTHER = "Conditions d'accès", "Poursuite d'études"
LONG = "Après la classe de troisième. " * 5


def read(body: str) -> list[Piece]:
    return split_blocks(flatten(f"<body>{body}</body>").blocks, LEXICON)[0]


@pytest.mark.parametrize(
    ("body", "heads"),
    [
        # bold lines are headings here, since known labels are
        (f"<p><b>{ACCESS}</b></p><p>Un.</p><p><b>{FURTHER}</b></p><p>Deux.</p><p><b>Vie</b></p>",
         ["Vie"]),
        # plain ones are not
        (f"<p><b>{ACCESS}</b></p><p>Un.</p><p>Vie</p>", []),
        # nor what ends like a sentence or a list
        (f"<p><b>{ACCESS}</b></p><p>Un.</p><p><b>Vie.</b></p><p><b>Vie ;</b></p>", []),
        # capitals, once two labels are in capitals
        ("<p>CONDITIONS D'ACCÈS</p><p>Un.</p><p>POURSUITE D'ÉTUDES</p><p>Deux.</p><p>VIE LIBRE</p>",
         ["VIE LIBRE"]),
        ("<p>CONDITIONS D'ACCÈS</p><p>Un.</p><p>VIE LIBRE</p>", []),
        # set-off words in the paragraph that they head
        (f"<p><b>{ACCESS} :</b> Un.</p><p><b>{FURTHER} :</b> Deux.</p><p><b>Vie</b> Trois.</p>",
         ["Vie Trois."]),
        # the same words above a list, alone in their paragraph
        (f"<p><b>{ACCESS} :</b> Un.</p><p><b>{FURTHER} :</b> Deux.</p><p><b>Vie :</b></p>",
         ["Vie :"]),
        # set off around the element that holds all texts, as word processors write it
        (f"<p><b><span>{ACCESS}</span></b></p><p><span>{LONG}</span></p>"
         "<p><b><span>Vie</span></b></p><p><span>Vie</span></p>", ["Vie"]),
    ],
)  # fmt: skip
def test_lines_made_like_labels_act_as_headings(body: str, heads: list[str]) -> None:
    result = read(body)
    styles = heading_styles.label_styles(result) | heading_styles.extra_styles(result)
    acting = [
        p.text for p in result
        if p.entry is None and heading_styles.acts_as_heading(p, styles, False, False)
    ]  # fmt: skip
    assert acting == heads


def test_a_making_that_long_texts_share_is_no_heading_s() -> None:
    long = "x" * 121
    assert heading_styles.label_styles(read(f"<p><b>{ACCESS}</b></p><p>Un.</p>"))
    assert not heading_styles.label_styles(read(f"<p><b>{ACCESS}</b></p><p><b>{long}</b></p>"))


@pytest.mark.parametrize(
    ("body", "style"),
    [
        (f"<h2>{ACCESS}</h2><p>Un.</p><h2>{FURTHER}</h2>", "h2"),
        (f"<h2>{ACCESS}</h2><p>Un.</p><h3>{FURTHER}</h3>", None),
        (f"<h2>{ACCESS}</h2><p>Un.</p><h2>{ACCESS}</h2>", None),  # one field twice is no habit
        ("<p>x</p>", None),
    ],
)
def test_the_dominant_style_is_that_of_two_fields_at_least(body: str, style: str | None) -> None:
    assert heading_styles.dominant_style(read(body)) == style


@pytest.mark.parametrize(
    ("form", "ends"),
    [
        ("<p><b>{} :</b> {}</p>", True),
        ("<p><b>{}.</b> {}</p>", True),
        ("<p><b>{}</b> : {}</p>", True),
        ("<p><font size=4><b>{}</b></font><br>{}</p>", True),
        ("<p><u>{}</u> :</p><p>{}</p>", True),
        # an emphasis in a text, and a section with a heading of its own
        ("<p><b>{}</b> {}</p>", False),
        ("<h3>{}</h3><p>{}</p>", False),
    ],
)
def test_a_text_ends_where_a_paragraph_begins_as_its_own_heading_does(
    form: str, ends: bool
) -> None:
    first = form if ends else "<p><b>{} :</b> {}</p>" if "h3" not in form else form
    second = form if ends else "<p><b>{}</b> {}</p>"
    body = first.format(ACCESS, "Après la troisième.") + second.format("Vie de la classe", "Deux.")
    text = record_of(f"{ORDER}{body}").access or ""
    assert text.startswith("Après la troisième.")
    assert ("Deux" in text) != ends
