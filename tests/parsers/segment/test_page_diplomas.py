"""Names and letters of options."""

import pytest

from parsers.segment.page_diplomas import (
    Variant,
    letter,
    option,
    option_title,
    told_apart,
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


@pytest.mark.parametrize("name", ["A. cuir", "A - cuir", "option A : cuir", "A) cuir"])
def test_an_option_has_the_letter_that_its_title_has(name: str) -> None:
    made = option("BP Vannerie", name, None, "p")
    assert (made.title, made.option) == ("BP Vannerie option A cuir", "a")


def test_options_without_letters_are_told_apart_by_their_names() -> None:
    lettered = [
        Variant((), "BP X option A été", None, "a"),
        Variant((), "BP X option C", None, "c"),
    ]
    named = Variant((), "BP X option Vannerie d'osier")
    assert [v.option for v in told_apart(lettered)] == ["a", "c"]
    assert [v.option for v in told_apart([*lettered, named])] == ["a", "c", "vannerie_d_osier"]
    twice = lettered[1]._replace(option="a")
    assert [v.option for v in told_apart([lettered[0], twice])] == ["a_ete", "c"]


def test_a_title_without_its_options() -> None:
    assert without_options("BTS audiovisuel, option A image") == "BTS audiovisuel"
    assert without_options("BTS audiovisuel") == "BTS audiovisuel"
