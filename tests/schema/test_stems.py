"""French stems: plural and feminine meet singular and masculine; other words stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.stems import other_forms, query_words, stem, stems, written_words
from schema.text import fold
from schema.vocabulary import rows

FORMS = [
    "électricien électriciens électricienne électriciennes",
    "boulanger boulangers boulangère boulangères",
    "coiffeur coiffeurs coiffeuse coiffeuses",
    "éducateur éducatrices",
    "sportif sportive sportifs sportives",
    "chef cheffe chefs cheffes",
    "matériau matériaux",
    "bateau bateaux",
    "métal métaux",
    "travail travaux",
    "vitrail vitraux",
    "tuyau tuyaux",
    "détail détails",
    "bijou bijoux",
    "commission commissions",
    "employé employée employés employées",
]


@pytest.mark.parametrize("forms", FORMS)
def test_all_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in fold(forms).split()}) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [("meti", "metier"), ("coiffeur", "coiffe"), ("vente", "vent"), ("2025", "2024")],
)
def test_other_words_have_other_stems(first: str, second: str) -> None:
    assert stem(first) != stem(second)


@pytest.mark.parametrize("forms", [*FORMS[:5], *FORMS[6:14]])
def test_each_form_of_a_word_brings_the_others(forms: str) -> None:
    words = fold(forms).split()
    for word in words:
        assert {word, *other_forms(word)} >= set(words)


def test_a_masculine_without_an_ending_of_its_own_brings_its_feminine_alone() -> None:
    assert {"agente", "agentes"} <= set(other_forms("agent"))
    assert "batimente" not in other_forms("batiment")
    assert "vent" not in other_forms("vente")


def test_numbers_codes_and_short_words_have_no_other_form() -> None:
    assert [other_forms(word) for word in ("cap", "50022143", "2026", "x" * 41)] == [()] * 4


@given(st.text(alphabet="abcdeilnorstuxz", min_size=1, max_size=14))
def test_a_plural_in_s_has_the_stem_of_its_singular(word: str) -> None:
    if len(word) > 3 and not word.endswith(("s", "x", "z")):
        assert stem(f"{word}s") == stem(word)


def test_stems_hold_each_stem_once_and_no_word_that_says_nothing() -> None:
    assert stems("Aide à domicile, aides aux domiciles", None) == "aide domicil"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("400-25303 M", ["40025303"]),
        ("56122706 T", ["56122706"]),
        ("cap 50022143t", ["cap", "50022143"]),
        ("RNCP 37919", ["rncp37919"]),
        ("l'aide à domicile", ["aide", "domicile"]),
        ("Cœur, cœur !", ["coeur"]),
        ("de la", ["de", "la"]),
        ("?!", []),
    ],
)
def test_a_query_becomes_words_and_codes(query: str, words: list[str]) -> None:
    assert query_words(query) == words


def test_a_word_that_no_language_has_is_left_as_it_is() -> None:
    assert stem("e" * 100_000) == "e" * 100_000


def test_the_words_of_a_text_are_whole() -> None:
    written = written_words(
        "Technicien(ne) ascensoriste, plombier/ère, gardien·ne (du Bâtiment)", None
    )
    assert list(written.values()) == [
        "technicien", "ascensoriste", "plombier", "gardien", "bâtiment",
    ]  # fmt: skip


def test_the_letter_of_an_option_is_a_word_of_a_query() -> None:
    assert query_words("CAP option A") == ["cap", "option", "a"]
    assert query_words("aide à domicile, option d'art") == ["aide", "domicile", "option", "art"]


def test_a_stem_begins_as_its_word_does() -> None:
    # the search for words around a title relies on it
    words = {
        word
        for file in ("lexicon.csv", "title_words.csv")
        for row in rows(file)
        for text in row.values()
        for word in fold(text).split()
    }
    assert len(words) > 1000
    assert [word for word in words if stem(word)[:2] != word[:2]] == []
