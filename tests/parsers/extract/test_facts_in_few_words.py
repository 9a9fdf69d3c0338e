"""Sessions, states and codes in few words, and what archives and levels beside a type say.

All pages are mock-ups.
"""

import pytest

from schema.title import read_title
from tests.parsers.extract.pages import ORDER, record_of, record_with_facts


@pytest.mark.parametrize("place", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<div>{}</div>"])
@pytest.mark.parametrize(
    "line",
    [
        "Mis en examen pour la première fois à la session 2016",
        "Session 2016 pour le premier examen.",
        "Rentrée 2013 en seconde, session 2016 pour le premier examen",
        "Session 2016, pour les premiers candidats",
    ],
)
def test_the_session_of_the_first_examination_is_the_first_one(line: str, place: str) -> None:
    assert record_with_facts(place.format(line)).first_session == 2016


@pytest.mark.parametrize("line", ["Session 2016 pour le deuxième examen", "Mis en examen en 2016"])
def test_another_session_is_not(line: str) -> None:
    assert record_with_facts(f"<p>{line}</p>").first_session is None


@pytest.mark.parametrize(
    ("line", "status", "code"),
    [
        ("Diplôme 500-23438 T en vigueur.", "in_force", "50023438"),
        ("Diplôme n° 500 23438 en vigueur. Modification : arrêté du 3 mai 2020.", "in_force",
         "50023438"),
        ("Diplôme de code 500-23438 toujours en vigueur", "in_force", "50023438"),
        ("Ce diplôme remplace le CAP Osier. Il est en vigueur et sa première session est en 2020.",
         "in_force", None),
        ("L'arrêté du 4 mai 1999 fixe le règlement. Il est en vigueur et ses épreuves aussi.",
         "unknown", None),
    ],
)  # fmt: skip
def test_a_diploma_in_force_by_its_code_or_in_a_sentence(
    line: str, status: str, code: str | None
) -> None:
    record = record_of(f"{ORDER}<p>{line}</p>")
    assert (record.status, record.code) == (status, code)


@pytest.mark.parametrize(
    "access",
    ["<p>Accès : après une classe de troisième</p>",
     "<h2>Accès</h2><p>Après une classe de troisième.</p>"],
)  # fmt: skip
def test_a_code_on_a_line_of_its_own_below_a_text_is_the_diplomas(access: str) -> None:
    assert record_of(f"{access}<p>500-23438 S</p>{ORDER}").code == "50023438"
    # among words it is of what they say
    assert record_of(f"{access}<p>Ou avec un CAP (500-22134).</p>{ORDER}").code is None


def test_a_code_below_a_heading_of_the_speciality_is_the_diplomas() -> None:
    title = "<h2>Certificat d'aptitude professionnelle<br>Vannerie</h2>"
    code = f"{ORDER}<p>500-23438 S</p>"
    assert record_of(f"<h3>Spécialité Osier</h3>{code}", title).code == "50023438"
    assert record_of(f"<h3>Groupement B</h3>{code}", title).code is None


@pytest.mark.parametrize("lead", ["Archives :<br>", "<b>Anciens textes</b><br>", ""])
def test_the_order_in_a_link_to_the_page_of_another_name_is_that_diplomas(lead: str) -> None:
    link = '<a href="old.html">CAP {}, arrêté du 4 juin 1998</a>'
    title = "<h1>CAP Métiers de la vannerie</h1>"
    record = record_of(f"{ORDER}<p>{lead}{link.format('Vannerie')}</p>", title)
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]
    assert "legal_texts" in {told.field for told in record.issues}
    own = record_of(f"{ORDER}<p>{link.format('Métiers de la vannerie')}</p>", title)
    assert "1998-06-04" in {text.date for text in own.legal_texts}


@pytest.mark.parametrize(
    "type_words",
    [
        "certificat de spécialisation (ex MC) (CS (ex MC)) – niveau 4 (bac ou équivalent)",
        "certificat de spécialisation (ex MC) (CS (ex MC))",
        "Mention complémentaire – niveau 4 (bac ou équivalent)",
        "Mention complémentaire niveau 4",
    ],
)
def test_a_level_in_other_words_behind_a_type_is_no_name(type_words: str) -> None:
    assert read_title(type_words).is_type_alone
    record = record_of(ORDER, f'<h1>Vannerie</h1><p class="type">{type_words}</p>')
    assert record.name == "Vannerie"


@pytest.mark.parametrize(
    ("sentence", "acronym"),
    [
        ("Ce CAP, en abrégé AEPE, est de niveau 3.", "AEPE"),
        ("L'intitulé est abrégé en AEPE.", "AEPE"),
        ("Le contrôle en cours de formation, en abrégé CCF, est possible.", None),
        ("L'expression et la connaissance du monde, en abrégé ECM, est écrite.", None),
    ],
)
def test_letters_of_the_name_are_its_acronym_where_it_is_abbreviated(
    sentence: str, acronym: str | None
) -> None:
    title = "<h1>CAP Accompagnant éducatif petite enfance</h1>"
    assert record_of(f"{ORDER}<p>{sentence}</p>", title).acronym == acronym
