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
        # plurals, and words that share a noun, are named as each is alone
        (
            "Les baccalauréats généraux, technologiques et professionnels sont acceptés.",
            frozenset(),
            ["baccalauréat général", "baccalauréat technologique", "baccalauréat professionnel"],
            [4],
        ),
        (
            "Après un bac général, technologique, ou pro, ou après un BTS",
            frozenset(),
            ["bac général", "bac technologique", "bac pro", "BTS"],
            [4, 5],
        ),
        ("Être titulaire d'un bac STI2D ou STL", frozenset(), ["bac STI2D", "bac STL"], [4]),
        (
            "Brevets de technicien supérieur, un bac pro, des bacs pro",
            frozenset(),
            ["brevet de technicien supérieur", "bac pro"],
            [4, 5],
        ),
        (
            "Un bac ou un CAP, un bac général ou un BEP",
            frozenset(),
            ["bac", "CAP", "bac général", "BEP"],
            [3, 4],
        ),
        ("Niveau bac+2 ou bacs + 3 ou 5", frozenset(), ["bac+2", "bac + 3", "bac + 5"], [5, 6, 7]),
        ("Les CAP se préparent en deux ans. Ces bacs pro aussi.", CAP, [], []),
        ("Après un BUT, dans le but de se spécialiser", frozenset(), ["BUT"], [6]),
        ("Dans le but de se spécialiser", frozenset(), [], []),
    ],
)
def test_diplomas_and_levels(
    text: str, own: frozenset[str], diplomas: list[str], levels: list[int]
) -> None:
    named = diplomas_in(text, own)
    assert [item.value for item in named] == diplomas
    assert all(text[item.start :].startswith(item.text) for item in named)
    assert levels_in(text, named) == levels
