"""Diplomas and levels that a text on access names, and whether a label is of access."""

import pytest

from parsers.extract.texts import diplomas_in, levels_in
from tests.parsers.extract.pages import ORDER, record_of

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


@pytest.mark.parametrize(
    ("body", "access"),
    [
        (
            "<h2>4. Entrée en formation</h2><p>La formation accueille les :</p>"
            "<ul><li>bacheliers</li></ul>",
            "La formation accueille les :\n\n- bacheliers",
        ),
        (
            "<p><b>ENTRÉE EN FORMATION :</b> Les élèves de troisième y sont admis.</p>",
            "Les élèves de troisième y sont admis.",
        ),
        (
            "<dl><dt>Entrée en formation</dt><dd>Elle est ouverte aux bacheliers.</dd></dl>",
            "Elle est ouverte aux bacheliers.",
        ),
        ("<h2>Entrée en formation</h2><ul><li>titulaires d'un CAP</ul>", "- titulaires d'un CAP"),
        # the day on which it begins
        ("<p>Entrée en formation : septembre</p>", None),
        ("<p>Entrée en formation : la rentrée 2021 est la première du nouveau régime.</p>", None),
        ("<h2>Entrée en formation</h2><p>Septembre.</p>", None),
        ("<h2>Entrée en formation</h2><h3>Grille horaire de la formation en atelier.</h3>", None),
        ("<p>Une entrée en formation est possible après un CAP.</p>", None),
    ],
)
def test_an_entry_in_the_training_is_access_before_whom_it_is_open_to(
    body: str, access: str | None
) -> None:
    assert record_of(ORDER + body).access == access


def test_a_session_behind_the_day_of_entry_is_read() -> None:
    line = "<p>Entrée en formation : rentrée 2021. La première session est organisée en 2024.</p>"
    record = record_of(ORDER + line)
    assert (record.access, record.first_session) == (None, 2024)
