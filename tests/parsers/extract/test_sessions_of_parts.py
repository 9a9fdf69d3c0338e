"""Sessions and repeals of parts of a diploma, which are not the diploma's.

All pages are mock-ups.
"""

import pytest

from parsers.extract.session_subjects import begins_diploma, is_of_part
from tests.parsers.extract.pages import record_of

OWN = "<p>Code : 500-22143</p><p>Arrêté du 3 mai 2012</p><p><a href='a1.pdf'>Annexe I</a></p>"
PARTS = [
    "Aucune inscription possible à compter de la session 2022.",
    "Inscriptions closes à partir de la session 2022.",
    "Plus aucune session à compter de 2022.",
    "Suspension des inscriptions dès la session 2022.",
    "L'unité facultative de langue est ouverte à partir de la session 2022.",
    "L'épreuve facultative est proposée à compter de la session 2022.",
    "La langue vivante 2 est obligatoire à partir de la session 2022.",
    "Le chef-d'œuvre est évalué à partir de la session 2022.",
    "Le tutorat est possible à compter de la session 2022.",
    "L'anglais devient obligatoire dès la session 2022.",
    "Ces grilles sont applicables à compter de la session 2022.",
    "Ce guide s'applique à compter de la session 2022.",
    "Première session de formation des formateurs en 2022.",
    "La première session du concours général des métiers a eu lieu en 2022.",
    "Première session du chef-d'œuvre : 2022",
    "Première session avec la nouvelle épreuve E2 : 2022",
    "La première session de rattrapage aura lieu en 2022.",
    "Premier examen blanc : 2022",
]
OF_DIPLOMA = [
    "Ce CAP est délivré à compter de la session 2022.",
    "Le CAP Vannerie est organisé depuis la session 2022.",
    "Texte applicable à compter de la session 2022",
    "Applicable à compter de : la session 2022",
    "Le diplôme existe depuis la session 2022.",
    "Session 2022 et suivantes",
    "Ces dispositions s'appliquent à compter de la session d'examen 2022.",
    "À compter de la session 2022, ce diplôme remplace le CAP Vannerie de 1997.",
    "Les premières épreuves se tiendront à la session 2022.",
    "L'examen a été ouvert à la session 2022.",
]


@pytest.mark.parametrize("sentence", PARTS)
def test_a_session_of_a_part_is_told_and_not_the_diplomas(sentence: str) -> None:
    record = record_of(f"{OWN}<p>{sentence}</p>")
    assert (record.first_session, record.last_session) == (None, None)
    assert any("2022" in str(issue.value) for issue in record.issues)


@pytest.mark.parametrize("sentence", OF_DIPLOMA)
def test_a_session_of_the_diploma_or_its_order_is_read(sentence: str) -> None:
    assert record_of(f"{OWN}<p>{sentence}</p>").first_session == 2022


@pytest.mark.parametrize(
    "name",
    ["contrôle industriel", "management d'unité de restauration", "valorisation des matières"],
)
def test_words_of_names_make_no_part(name: str) -> None:
    assert not is_of_part(f"premiere session du bts {name} : ")
    assert begins_diploma(f"le bts {name} est delivre ")


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("L'examen a été ouvert à la session 2014 et se termine avec la session 2022.", 2022),
        ("Ce diplôme s'éteint après la session 2022.", 2022),
        ("Après la session 2022, ce CAP ne sera plus délivré.", 2022),
        ("Après la session 2022, l'épreuve E2 ne sera plus organisée.", None),
    ],
)
def test_the_session_after_which_a_diploma_ends_is_its_last(
    sentence: str, last: int | None
) -> None:
    assert record_of(f"{OWN}<p>{sentence}</p>").last_session == last


@pytest.mark.parametrize("value", ["1er septembre 2015", "rentrée 2015", "2015"])
def test_applicable_since_a_day_names_no_session(value: str) -> None:
    assert record_of(f"{OWN}<p>Applicable à compter de : {value}</p>").first_session is None


@pytest.mark.parametrize(
    "sentence",
    [
        "L'article 3 de l'arrêté du 3 mai 2012 est abrogé.",
        "L'annexe II de l'arrêté du 3 mai 2012 est abrogée.",
        "L'arrêté du 3 mai 2012 est abrogé en ce qui concerne l'option B.",
        "Les dispositions de l'arrêté du 3 mai 2012 relatives aux PFMP sont abrogées.",
    ],
)
def test_the_repeal_of_a_part_of_the_order_is_none_of_the_diploma(sentence: str) -> None:
    assert record_of(f"{OWN}<p>{sentence}</p>").status == "unknown"


@pytest.mark.parametrize(
    "line",
    ["Texte abrogé : arrêté du 1er juillet 1997", "Arrêtés abrogés : arrêté du 1er juillet 1997"],
)
def test_texts_that_were_repealed_repeal_nothing(line: str) -> None:
    record = record_of(f"{OWN}<p>{line}</p>")
    assert (record.status, [text.kind for text in record.legal_texts]) == ("unknown", [None, None])


def test_the_repeal_of_the_order_is_one() -> None:
    assert record_of(f"{OWN}<p>L'arrêté du 3 mai 2012 est abrogé.</p>").status == "repealed"
