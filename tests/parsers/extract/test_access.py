"""Diplomas and levels that a text on access names."""

import pytest

from parsers.extract.texts import diplomas_in, levels_in

CAP = frozenset({"cap"})


@pytest.mark.parametrize(
    ("text", "own", "diplomas", "levels"),
    [
        ("Après un CAP ou un bac pro.", frozenset(), ["CAP", "bac pro"], [3, 4]),
        ("Après un CAP, un C.A.P. ou un cap", frozenset(), ["CAP"], [3]),
        # its own type counts only where the text speaks of who holds it
        ("Le CAP se prépare en deux ans.", CAP, [], []),
        ("Titulaires d'un CAP du secteur", CAP, ["CAP"], [3]),
        ("Ce bac pro est ouvert à tous", frozenset(), [], []),
        ("Diplôme de niveau 4 ou niveau de qualification 3", frozenset(), [], [3, 4]),
        # the level of a school year, or of a language, is none
        ("niveau 3e ; niveau 4 ans", frozenset(), [], []),
        ("Le capitaine et la capacité", frozenset(), [], []),
        ("", frozenset(), [], []),
    ],
)
def test_diplomas_and_levels(
    text: str, own: frozenset[str], diplomas: list[str], levels: list[int]
) -> None:
    named = diplomas_in(text, own)
    assert [item.text for item in named] == diplomas
    assert all(text[item.start :].startswith(item.text) for item in named)
    assert levels_in(text, named) == levels
