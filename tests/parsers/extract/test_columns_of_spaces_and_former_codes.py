"""Facts in columns made of spaces, beside their former value, or named with their size.

All pages are mock-ups.
"""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential


def record(body: str) -> Referential:
    page = f"<html><body>{body}</body></html>".encode()
    (only,) = read(Document(page), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("gap", ["&nbsp;" * 3, "&nbsp;" * 8])
def test_a_label_stands_in_a_column_of_spaces(gap: str) -> None:
    facts = ("Diplôme", "CAP"), ("Spécialité", "Vannerie"), ("Arrêté", "29 août 1991")
    read_of = record("".join(f"<p>{label}{gap}{value}</p>" for label, value in facts))
    assert read_of.title == "CAP Vannerie"
    assert [text.date for text in read_of.legal_texts] == ["1991-08-29"]


def test_dots_lead_to_a_value_among_spaces_too() -> None:
    read_of = record(
        "<h1>CAP Vannerie</h1><pre>\nSecteur   .........   Industrie\n</pre><p>500-22450</p>"
    )
    assert read_of.sector == "Industrie"


def test_spaces_that_a_browser_joins_divide_nothing() -> None:
    read_of = record("<h1>CAP Vannerie</h1><p>Arrêté du 29 août 1991</p><p>Objet     osier</p>")
    assert any(each.value == "Objet osier" for each in read_of.issues)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Annexes : 1,2 Mo", "Annexes"),
        ("[ Annexes : 1,2 Mo ]", "Annexes"),
        ("[Annexes (1,2 Mo)]", "Annexes"),
        ("Annexes : PDF", "Annexes"),
        ("[Annexes] et règlement", "[Annexes] et règlement"),
        ("Annexe 1,2", "Annexe 1,2"),
    ],
)
def test_a_size_behind_a_colon_is_no_part_of_a_title(text: str, title: str) -> None:
    read_of = record(f"<h1>CAP Vannerie</h1><p><a href=a.pdf>{text}</a></p>")
    assert [each.title for each in read_of.documents] == [title]


@pytest.mark.parametrize(
    "line",
    [
        "Code 500-22450 M, remplace le n° 500-22410",
        "Code diplôme 50022450, qui remplace le 500-22410 L",
        "Code 500-22450 M (remplace 500-22410)",
        "Code 500-22450, ex 500-22410",
    ],
)
def test_a_code_stands_beside_the_former_one(line: str) -> None:
    read_of = record(f"<h1>CAP Vannerie</h1><p>Métiers visés : vannier, tourneur</p><p>{line}</p>")
    assert (read_of.code, [*read_of.replaces]) == (
        "50022450",
        ["50022410"],
    )


def test_what_replaces_a_code_is_told_where_no_label_stands_before() -> None:
    read_of = record("<h1>CAP Vannerie</h1><p>Remplace le 500-22410</p>")
    assert (read_of.code, [*read_of.replaces]) == (None, ["50022410"])


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Niveau IV (bac)", "Niveau IV (bac)"),
        ("Niveau IV (bac). Le titulaire organise des réceptions chez un traiteur ou dans un hôtel "
         ": il conseille le client et établit le devis.", "Niveau IV (bac)"),
        ("Niveau 4 (anciennement IV)", "Niveau 4"),
    ],
)  # fmt: skip
def test_a_level_explained_in_brackets(line: str, label: str) -> None:
    read_of = record(f"<h1>BP Vannerie</h1><p>Arrêté du 3 mai 2004</p><p>{line}</p>")
    assert (read_of.level, read_of.level_label) == (4, label)


@pytest.mark.parametrize("label", ["Arrêté de création", "arrêté de création"])
def test_the_day_of_an_order_stands_before_its_label(label: str) -> None:
    read_of = record(
        "<h1>BP Vannerie</h1><div><p><b>2019</b> <span>première session</span></p>"
        f"<p><b>1er mars 2017</b><span>{label}</span></p></div>"
    )
    assert [(text.date, text.kind) for text in read_of.legal_texts] == [("2017-03-01", "creation")]


def test_a_notice_goes_on_behind_a_dash() -> None:
    read_of = record(
        "<p><b>CAP. Vannier d'osier.</b> - Paris : CNDP, 2004. - 96 p.</p>"
        "<p>Création : arrêté du 16 février 2004. Première session 2006.</p>"
    )
    assert (read_of.name, read_of.first_session) == ("Vannier d'osier", 2006)


def test_a_page_of_one_sentence_may_be_called_page() -> None:
    page = (
        "<html><head><title>page</title></head><body><p>Le <b>baccalauréat professionnel Vannerie"
        "</b> est défini par l'arrêté du 12 avril 2013 et par ses <a href=a.pdf>annexes</a>.</p>"
    )
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert only.record.title == "baccalauréat professionnel Vannerie"


def test_a_type_above_its_name_below_the_site_and_a_notice() -> None:
    read_of = record(
        "<table><tr><td>eduscol.education.fr</td></tr></table><div>Ce diplôme est abrogé. Dernière "
        "session d'examen : 2016.</div><div>BACCALAUREAT PROFESSIONNEL</div><h2>VANNERIE</h2>"
        "<h2>Textes de référence</h2><p>Arrêté du 12 avril 2013</p>"
    )
    assert (read_of.name, read_of.last_session) == ("VANNERIE", 2016)


@pytest.mark.parametrize(
    ("line", "replaces", "replaced_by"),
    [
        ("Diplôme remplaçant le diplôme de code 500-22410.", ["50022410"], []),
        ("Diplôme remplaçant le CAP Osier (500-22410)", ["50022410"], []),
        ("Diplôme remplaçant : 500-22450", [], ["50022450"]),
        ("Rénovation de : 500-22410", ["50022410"], []),
        ("Suite du diplôme : le 500-22450", [], ["50022450"]),
        ("Code du diplôme de remplacement : 500-22450", [], ["50022450"]),
    ],
)
def test_which_of_two_diplomas_replaces_the_other(
    line: str, replaces: list[str], replaced_by: list[str]
) -> None:
    read_of = record(f"<h1>CAP Vannerie</h1><p>{line}</p>")
    assert ([*read_of.replaces], [*read_of.replaced_by]) == (replaces, replaced_by)


@pytest.mark.parametrize("own", ["", "<p>Code : 500-22440</p>"])
@pytest.mark.parametrize(
    "line",
    [
        "<dl><dt>Est remplacé par</dt><dd>le CAP Vannerie (500 22450)</dd></dl>",
        "<div><p>Diplôme suivant</p><p>le CAP Vannerie (code 500-22450)</p></div>",
        "<p>Le CAP Vannerie, code 500-22450, lui succède.</p>",
        "<p>Le CAP Vannerie de code 500-22450 le remplace.</p>",
    ],
)
def test_a_renewed_diploma_has_the_name_of_the_former_one(line: str, own: str) -> None:
    read_of = record(f"<h1>CAP Vannerie</h1><p>Dernière session : 2025</p>{own}{line}")
    assert (read_of.code, [*read_of.replaced_by]) == ("50022440" if own else None, ["50022450"])


def test_a_register_number_in_a_sentence() -> None:
    read_of = record("<h1>CAP Vannerie</h1><p>Niveau 3. Le numéro RNCP est le 39511.</p>")
    assert read_of.rncp_codes == ("RNCP39511",)


@pytest.mark.parametrize(
    "text", ["2 ans par la voie scolaire ou l'apprentissage", "deux ans par apprentissage"]
)
def test_a_duration_with_the_ways_of_its_training(text: str) -> None:
    read_of = record(f"<h1>CAP Vannerie</h1><p>Code : 500-22450</p><p>Durée : {text}</p>")
    assert read_of.duration_months == 24


def test_the_level_asked_for_is_not_the_diplomas() -> None:
    read_of = record(
        "<h1>BTS Vannerie</h1><p>Code : 320-22450</p><h2>Niveau d'entrée</h2><p>niveau 4 "
        "(baccalauréat)</p><h2>Niveau</h2><p>Niveau III</p>"
    )
    assert (read_of.level, read_of.access) == (5, "niveau 4 (baccalauréat)")


def test_a_successor_named_above_the_title() -> None:
    read_of = record(
        "<p><b>À voir</b><br><a href=a.html>Rechercher un diplôme</a></p><p>Diplôme rénové : voir "
        "le CAP Osier</p><p><b>CAP<br>Vannerie</b></p><p>Arrêté du 18 mars 2008</p>"
    )
    assert read_of.title == "CAP Vannerie"


def test_a_number_before_a_size_stays_in_a_title() -> None:
    read_of = record("<h1>CAP Vannerie</h1><p><a href=a.pdf>Annexe 1, PDF, 2 Mo</a></p>")
    assert [each.title for each in read_of.documents] == ["Annexe 1"]
