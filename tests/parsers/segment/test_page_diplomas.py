"""Names and letters of options."""

import pytest

from parsers.segment.page_diplomas import (
    Variant,
    letter,
    lettered,
    option_title,
    without_options,
)


@pytest.mark.parametrize(
    ("title", "option", "expected"),
    [
        ("BTS audiovisuel", "option A image", "BTS audiovisuel option A image"),
        ("BTS audiovisuel", "Option : son", "BTS audiovisuel option son"),
        ("BTS audiovisuel", "A – image", "BTS audiovisuel option A image"),
        ("BTS audiovisuel", "option A image (code : 32032305)", "BTS audiovisuel option A image"),
        ("BTS audiovisuel", "BTS audiovisuel option A", "BTS audiovisuel option A"),
        ("BTS audiovisuel", "CAP boulanger", "CAP boulanger"),  # a full title of its own
        ("BTS audiovisuel", "32032305", "BTS audiovisuel"),  # nothing but a code
        ("Cuisine (CAP)", "option A", "Cuisine (CAP) option A"),
    ],
)
def test_the_title_of_an_option(title: str, option: str, expected: str) -> None:
    assert option_title(title, option) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("option A image", "a"), ("Option : B", "b"), ("C - son", "c"), ("D son", "d"),
        ("option d'image", None), ("son", None), ("", None),
    ],
)  # fmt: skip
def test_the_letter_of_an_option(text: str, expected: str | None) -> None:
    assert letter(text) == expected


def test_options_without_letters_get_those_of_their_order() -> None:
    stated = [Variant((), letter="a"), Variant((), letter="c")]
    assert [v.letter for v in lettered(stated)] == ["a", "c"]
    assert [v.letter for v in lettered([*stated, Variant(())])] == ["a", "b", "c"]
    assert [v.letter for v in lettered([stated[0], stated[0]])] == ["a", "b"]


def test_a_title_without_its_options() -> None:
    assert without_options("BTS audiovisuel, option A image") == "BTS audiovisuel"
    assert without_options("BTS audiovisuel") == "BTS audiovisuel"
