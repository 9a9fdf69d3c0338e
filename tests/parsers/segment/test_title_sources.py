"""Which texts may be a title: no site's name, no value of a label, no sentence."""

import pytest

from parsers.formats.html import flatten
from parsers.segment.find_title import find_title
from parsers.segment.labels import split_blocks
from parsers.segment.pieces import Piece
from parsers.segment.title_sources import (
    is_running_text,
    is_site,
    labelled_titles,
    value_blocks,
    without_site,
)
from schema.lexicon import Lexicon

LEXICON = Lexicon.packaged()


def read(body: str) -> list[Piece]:
    return split_blocks(flatten(f"<body>{body}</body>").blocks, LEXICON)[0]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("CAP boulanger | éduscol", "CAP boulanger"),
        ("Éduscol - CAP boulanger", "CAP boulanger"),
        ("CAP boulanger – Ministère de l'Éducation nationale", "CAP boulanger"),
        ("BTS commerce - option A", "BTS commerce option A"),
        ("Accueil | éduscol", ""),
        ("éduscol", ""),
        ("", ""),
    ],
)
def test_the_site_s_name_is_no_part_of_a_title(text: str, title: str) -> None:
    words = without_site(text).replace(" - ", " ")
    assert words == title
    assert not title or not is_site(title)


def test_a_sentence_is_no_title_and_the_stop_of_an_abbreviation_ends_none() -> None:
    assert is_running_text("Le titulaire travaille.")
    assert not is_running_text("CAP boulanger")
    assert not is_running_text("C.A.P.")


def test_values_of_labels_are_told_from_titles() -> None:
    result = read("<h2>Intitulé</h2><p>CAP boulanger</p><h2>Durée</h2><p>2 ans</p><p>Sigle : X</p>")
    assert labelled_titles(result) == ["CAP boulanger"]
    texts = {p.block.number: p.block.text for p in result}
    assert [texts[number] for number in sorted(value_blocks(result))] == ["2 ans", "Sigle : X"]


@pytest.mark.parametrize(
    ("body", "page_title", "title"),
    [
        ("<h1>CAP boulanger</h1>", "Autre", "CAP boulanger"),
        ("<h1>Éduscol</h1><h2>CAP boulanger</h2>", "éduscol", "CAP boulanger"),
        ("<p>CAP</p><p><b>Boulanger</b></p>", "", "CAP Boulanger"),
        ("<h2>Intitulé</h2><p>CAP boulanger</p><p>Durée : 2 ans</p>", "éduscol", "CAP boulanger"),
        ("<p>Durée : 2 ans</p>", "CAP boulanger | éduscol", "CAP boulanger"),
        ("<p>Durée : 2 ans</p>", "", ""),
    ],
)
def test_the_title_is_found_in_this_order(body: str, page_title: str, title: str) -> None:
    flat = flatten(f"<body>{body}</body>")
    pieces, _ = split_blocks(flat.blocks, LEXICON)
    assert find_title(flat.blocks, pieces, page_title, LEXICON, row=False).text == title
