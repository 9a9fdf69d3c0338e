"""The diplomas of a page: by headings, table, list, title or other sources; none is invented."""

import pytest

from parsers.formats.html import flatten
from parsers.model.document import Document
from parsers.model.expected_diploma import ExpectedDiploma
from parsers.parse import read
from parsers.segment.known_options import divide
from parsers.segment.labels import split_blocks
from parsers.segment.option_lists import from_list, from_title
from parsers.segment.options import variants
from parsers.segment.variant import Split
from schema.lexicon import Lexicon

TITLE = "BTS audiovisuel"
A, B = "option A image", "option B son"
BOTH = [("a", f"{TITLE} {A}"), ("b", f"{TITLE} {B}")]


def split(body: str, title: str = TITLE) -> Split:
    blocks = flatten(f"<body>{body}</body>").blocks
    pieces, tables = split_blocks(blocks, Lexicon.packaged())
    return variants(pieces, title, tables, 1)


@pytest.mark.parametrize(
    ("body", "title", "expected", "codes"),
    [
        (f"<h2>{A}</h2><p>Code : 32032305</p><h2>{B}</h2><p>Code : 32032306</p>", TITLE, BOTH,
         [None, None]),
        (f"<p>{A} : 32032305</p><p>{B} : 32032306</p>", TITLE, BOTH, ["32032305", "32032306"]),
        (f"<table><tr><td>Code<td>Option<tr><td>32032305<td>{A}<tr><td>32032306<td>{B}</table>",
         TITLE, BOTH, ["32032305", "32032306"]),
        ("<p>Durée : 2 ans</p>", f"{TITLE} {A}, {B}", BOTH, [None, None]),
        # one option, one code, or none
        (f"<p>{A} : 32032305</p>", TITLE, [(None, "")], [None]),
        # two options may bear one code
        (f"<p>{A} : 32032305</p><p>{B} : 32032305</p>", TITLE, BOTH, ["32032305", "32032305"]),
        ("<p>Durée : 2 ans</p>", TITLE, [(None, "")], [None]),
        ("", "", [(None, "")], [None]),
    ],
)  # fmt: skip
def test_the_diplomas_of_a_page(
    body: str, title: str, expected: list[tuple[str | None, str]], codes: list[str | None]
) -> None:
    result = split(body, title).variants
    assert [(item.letter, item.title) for item in result] == expected
    assert [item.code for item in result] == codes


def test_each_option_has_its_part_and_the_rest_is_shared() -> None:
    body = f"<p>Durée : 2 ans</p><h2>{A}</h2><p>Sigle : I</p><h2>{B}</h2><p>Sigle : X</p>"
    parts = split(body)
    own = [
        [piece.text for piece in variant.pieces if piece.kind == "pair"]
        for variant in parts.variants
    ]
    assert own == [["I"], ["X"]]
    assert [piece.text for piece in parts.shared] == ["2 ans"]


def test_one_code_and_one_option_make_no_list() -> None:
    pieces, _ = split_blocks(
        flatten(f"<body><p>{A} : 32032305</p></body>").blocks, Lexicon.packaged()
    )
    assert from_list(pieces, TITLE) is None
    assert from_title(f"{TITLE} {A}") == []


EXPECTED = [
    ExpectedDiploma(name, code, "BTS", (f"audiovisuel {name}",))
    for name, code in ((A, "32032305"), (B, "32032306"))
]


@pytest.mark.parametrize(
    ("body", "expected", "names"),
    [
        (f"<p>{A}</p><p>{B}</p>", EXPECTED, [A, B]),
        ("<p>Durée : 2 ans</p>", EXPECTED, [A, B]),  # the address alone tells
        # the page's own codes win, and one expected diploma divides nothing
        (f"<p>{A}</p><p>{B}</p><p>Code : 32032307</p>", EXPECTED, [None]),
        (f"<p>{A}</p><p>{B}</p>", EXPECTED[:1], [None]),
        # options that nobody expects
        ("<p>option C montage</p><p>option D décor</p>", EXPECTED, [None]),
    ],
)  # fmt: skip
def test_what_other_sources_expect_at_an_address(
    body: str, expected: list[ExpectedDiploma], names: list[str | None]
) -> None:
    whole, _ = split_blocks(flatten(f"<body>{body}</body>").blocks, Lexicon.packaged())
    parts = divide(Split(whole, variants(whole, TITLE, [], 1).variants[:1]), whole, TITLE, expected)
    assert [
        variant.expected.name if variant.expected else None for variant in parts.variants
    ] == names


def test_letters_with_codes_take_the_names_that_lines_give_them() -> None:
    page = (
        "<html><body><h1>CAP Vannerie</h1><p>Option A : osier<br>Option B : rotin</p><p>Arrêté du "
        "3 mai 2004</p><p>Codes diplôme : 500-23437 (option A) et 500-23438 (option B)</p></body>"
    )
    document = Document(page.encode())
    titles = {
        one.record.code: one.record.title for one in read(document, Lexicon.packaged()).records
    }
    assert titles == {
        "50023437": "CAP Vannerie option A osier", "50023438": "CAP Vannerie option B rotin",
    }  # fmt: skip
