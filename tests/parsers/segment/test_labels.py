"""Blocks to pieces: the forms in which a label and its value stand, and what is no label."""

import pytest

from parsers.formats.html import flatten
from parsers.segment.labels import split_blocks
from parsers.segment.pieces import value_of
from schema.lexicon import Lexicon

LEXICON = Lexicon.packaged()


def read(body: str) -> list[tuple[str, str, str]]:
    """Kind, field and text of each piece of a body."""
    pieces, _ = split_blocks(flatten(f"<body>{body}</body>").blocks, LEXICON)
    return [(p.kind, p.entry.field if p.entry else "", p.text) for p in pieces]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Durée : 2 ans</p>", [("pair", "duration", "2 ans")]),
        ("<p><b>Durée</b> 2 ans</p>", [("pair", "duration", "2 ans")]),
        ("<p><span>Durée</span><span>2 ans</span></p>", [("pair", "duration", "2 ans")]),
        ("<p>Durée 2 ans</p>", [("pair", "duration", "2 ans")]),
        ("<p>DUREE : 2 ans.</p>", [("pair", "duration", "2 ans")]),
        ("<p>Niveau 3</p>", [("pair", "level", "Niveau 3")]),
        ("<p>Code diplôme 50022137</p>", [("pair", "code", "50022137")]),
        ("<p>Durée : 2 ans | Sigle : METI</p>",
         [("pair", "duration", "2 ans"), ("pair", "acronym", "METI")]),
        # a label that nobody knows begins or ends a pair
        ("<p>Zigle : METI | Durée : 2 ans</p>",
         [("text", "", "Zigle : METI"), ("pair", "duration", "2 ans")]),
        ("<p>Durée : 2 ans | Zigle : METI</p>",
         [("pair", "duration", "2 ans"), ("text", "", "Zigle : METI")]),
        ("<p><b>Sigle</b> METI — <b>Code</b> 50022137</p>",
         [("pair", "acronym", "METI"), ("pair", "code", "50022137")]),
        ("<p>Code 500-22137 S - RNCP n° 839</p>",
         [("pair", "code", "500-22137 S"), ("pair", "rncp", "839")]),
        ("<p>Durée : 2 ans<br>Sigle : METI</p>",
         [("pair", "duration", "2 ans"), ("pair", "acronym", "METI")]),
        ("<h2>Durée</h2><p>2 ans</p>", [("label", "duration", ""), ("text", "", "2 ans")]),
        ("<dl><dt>Durée<dd>2 ans</dl>", [("label", "duration", ""), ("text", "", "2 ans")]),
        ("<h2>Autre chose</h2>", [("heading", "", "Autre chose")]),
        # no labels: sentences, and a short line whose rest is no value
        ("<p>Il a une durée : deux ans.</p>", [("text", "", "Il a une durée : deux ans.")]),
        ("<p>Durée du stage en entreprise</p>", [("text", "", "Durée du stage en entreprise")]),
        ("<p>Code de la route</p>", [("text", "", "Code de la route")]),
        # words whose letters, or each of which, are elements
        ("<p><b><font size=6>D</font><font size=4>IPLOME</font> <font size=6>D</font><font size=4>"
         "ES</font> <font size=6>A</font><font size=4>RTS</font></b></p>",
         [("text", "", "DIPLOME DES ARTS")]),
        ("<p><b>Métiers</b> <span>boulanger</span></p>", [("pair", "trades", "boulanger")]),
        # spans of a word processor tell nothing apart, spans with a class do
        ("<p><span lang=FR>Métiers</span><span style='font-family:Arial'> boulanger</span></p>",
         [("text", "", "Métiers boulanger")]),
        ("<p><span class=GramE>Métiers</span><span style='color:black'> boulanger</span></p>",
         [("text", "", "Métiers boulanger")]),
        ("<p><span style='mso-bidi-font-weight:bold'>Métiers</span><span lang=FR> boulanger</span>",
         [("text", "", "Métiers boulanger")]),
        ("<p><span style='color:red'>Métiers</span><span lang=FR> boulanger</span></p>",
         [("pair", "trades", "boulanger")]),
        ("<p><span class=k>Métiers</span><span class=v>boulanger</span></p>",
         [("pair", "trades", "boulanger")]),
        # bullets made of characters, rules, and jumps on the same page
        ("<p>- boulanger<br>• pâtissier</p>",
         [("item", "", "boulanger"), ("item", "", "pâtissier")]),
        ("<p>* * *</p><p><a href=#haut>Durée</a></p>", []),
    ],
)  # fmt: skip
def test_pieces(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(body) == expected


def test_the_value_of_a_label_stands_in_it_or_right_behind() -> None:
    body = "<p>Durée : 2 ans</p><h2>Sigle</h2><p>METI</p><h2>Code</h2><h2>Niveau</h2>"
    pieces, _ = split_blocks(flatten(f"<body>{body}</body>").blocks, LEXICON)
    values = [value_of(pieces, n) for n, piece in enumerate(pieces) if piece.entry]
    assert [value.text if value else None for value in values] == ["2 ans", "METI", None, None]
