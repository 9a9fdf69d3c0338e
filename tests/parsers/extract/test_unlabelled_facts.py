"""Level, acronym and duration that no label names: where they are read, and where they are not.

All pages are mock-ups.
"""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.parsers.extract.pages import record_of

ORDER = "<p>Arrêté du 3 mai 2004</p>"


def record(body: str) -> Referential:
    document = Document(f"<html><body>{body}{ORDER}</body></html>".encode())
    (only,) = read(document, Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize(
    ("body", "level", "label"),
    [
        ("<h1>MC Sommellerie (niveau 4)</h1>", 4, "niveau 4"),
        ("<h1>Mention complémentaire de niveau IV Sommellerie</h1>", 4, "niveau IV"),
        ("<h1>CAP Vannerie - niveau 3</h1>", 3, "niveau 3"),
        ("<h1>CAP Vannerie</h1><p>Diplôme de niveau V</p>", 3, "niveau V"),
        ("<h1>CAP Vannerie</h1><p>Niveau 3 · RNCP 38391</p>", 3, "Niveau 3"),
        ("<h1>CAP Vannerie</h1><p>Niveau 3 (anciennement V) - 500-23438 T</p>", 3, "Niveau 3"),
        ("<h1>CAP Vannerie</h1><p>CAP de niveau 3</p>", 3, "niveau 3"),
        ("<h1>Licence professionnelle Bois</h1><p>Niveau 6 – bac + 3</p>", 6, "Niveau 6"),
        ("<h1>CAP Vannerie</h1><p>Certification professionnelle classée au niveau 3 du cadre "
         "national des certifications</p>", 3, "niveau 3"),
        ("<h1>CAP Vannerie</h1><p>Diplôme de niveau 3, créé en 2004.</p>", 3, "niveau 3"),
        ("<h1>CAP Vannerie</h1><p>Il existe depuis 2004 ; il est classé au niveau 3.</p>", 3,
         "niveau 3"),
        # of the nomenclature of before 2019
        ("<h1>MC Sommellerie (ex-niveau V)</h1>", 3, "ex-niveau V"),
        ("<h1>MC Sommellerie</h1><p>(ex-niveau IV)</p>", 4, "ex-niveau IV"),
        ("<h1>MC Sommellerie</h1><p>Niveau V de formation.</p>", 3, "Niveau V"),
        ("<h1>MC Sommellerie</h1><p>2019 – Niveau V : devient niveau 3</p>", 3, "niveau 3"),
        ("<h1>MC Sommellerie</h1><p>Passage du niveau IV au niveau 4</p>", 4, "niveau 4"),
        ("<h1>CS Sommellerie</h1><p>Ce certificat de spécialisation est de niveau 3 (CEC 3).</p>",
         3, "niveau 3"),
        # not its own, or of no certain number: that of its type, where that has one
        ("<h1>CAP Vannerie</h1><p>Un diplôme de niveau 3 est requis pour s'inscrire.</p>", 3,
         None),
        ("<h1>CAP Vannerie</h1><p>Accès : titulaires d'un diplôme de niveau 4.</p>", 3, None),
        ("<h1>CAP Vannerie</h1><h2>Poursuite d'études</h2><p>Diplôme de niveau 4</p>", 3, None),
        ("<h1>CAP Vannerie</h1><p>BTS Bois (niveau 5)</p>", 3, None),
        ("<h1>MC Sommellerie</h1><p>Accès : titulaires d'un diplôme de niveau 4.</p>", None, None),
        ("<h1>BEP Bois</h1>", None, None),
    ],
)  # fmt: skip
def test_level(body: str, level: int | None, label: str | None) -> None:
    made = record(body)
    assert (made.level, made.level_label) == (level, label)


def test_a_label_comes_before_the_title_and_a_contradiction_is_told() -> None:
    page = record("<h1>MC Sommellerie (niveau 3)</h1><p>Niveau : 4</p>")
    assert (page.level, page.level_label) == (4, "4")
    assert (IssueCode.CONFLICTING_VALUES, "level") in {(i.issue, i.field) for i in page.issues}


@pytest.mark.parametrize(
    ("body", "months", "label"),
    [
        ("<p>Niveau 3 · 2 ans · RNCP 38391</p>", 24, "2 ans"),
        ("<p>Code : 50023438 · Niveau 3 · 2 ans</p>", 24, "2 ans"),
        ("<p>Ce diplôme, préparé en trois ans, a été rénové.</p>", 36, "trois ans"),
        ("<p>Formation d'une durée de 12 mois, dont 16 semaines en entreprise.</p>", 12, "12 mois"),
        ("<p>Cycle de 3 ans</p>", 36, "3 ans"),
        # a label's value stays, and another duration is not the training's
        ("<p>Durée : 2 ans</p><p>Il se prépare en 1 an après un bac.</p>", 24, "2 ans"),
        ("<p>Stage d'une durée de 3 mois en entreprise.</p>", None, None),
        ("<p>Une période de formation en entreprise de 4 mois est exigée.</p>", None, None),
        ("<p>Expérience professionnelle de 2 ans</p>", None, None),
    ],
)  # fmt: skip
def test_duration(body: str, months: int | None, label: str | None) -> None:
    page = record(f"<h1>CAP Vannerie</h1>{body}")
    assert (page.duration_months, page.duration_label) == (months, label)


NAME = "Gestion des bois et des forêts"


@pytest.mark.parametrize(
    ("body", "title", "acronym"),
    [
        (f"<h1>Bac pro GBF</h1><h2>{NAME}</h2>", f"Bac pro {NAME}", "GBF"),
        (f"<h1>{NAME}</h1><h2>Bac pro GBF</h2>", f"Bac pro {NAME}", "GBF"),
        (f"<h1>{NAME}</h1><p>Bac pro | GBF | RNCP 35845</p>", f"Bac pro {NAME}", "GBF"),
        (f"<h1>{NAME}</h1><p>Bac pro, sigle GBF</p>", f"Bac pro {NAME}", "GBF"),
        (f"<title>Fiche – Bac pro GBF</title><h1>{NAME}</h1>", f"Bac pro {NAME}", "GBF"),
        # called an acronym, it need not be made of the first letters
        (f"<h1>Bac pro {NAME} <small>(sigle : FORET)</small></h1>", f"Bac pro {NAME}", "FORET"),
        (f"<h1>Bac pro {NAME} - sigle FORET</h1>", f"Bac pro {NAME}", "FORET"),
        # letters that the name does not begin with belong to a name of their own
        (f"<h1>Bac pro XYZ</h1><h2>{NAME}</h2>", "Bac pro XYZ", None),
    ],
)
def test_an_acronym_beside_the_name_it_stands_for(
    body: str, title: str, acronym: str | None
) -> None:
    page = record(body)
    assert (page.title, page.acronym) == (title, acronym)


@pytest.mark.parametrize(
    "line",
    [
        "Arrêté du 3 juin 2018 (CAP)",
        "Arrêté du 3 juin 2018 (certificat d'aptitude professionnelle)",
        "Bac pro GBF - arrêté du 3 juin 2018",
    ],
)  # fmt: skip
def test_a_line_that_names_the_type_or_the_own_acronym_is_of_this_diploma(line: str) -> None:
    diploma_type = "CAP" if "(" in line else "Bac pro"
    page = record(f"<h1>{diploma_type} {NAME}</h1><p>{line}</p>")
    assert "2018-06-03" in {str(text.date) for text in page.legal_texts}


def test_a_line_with_another_acronym_is_of_another_diploma() -> None:
    page = record(f"<h1>Bac pro {NAME}</h1><p>Bac pro XYZ - arrêté du 3 juin 2018</p>")
    assert [str(text.date) for text in page.legal_texts] == ["2004-05-03"]


def test_what_leads_to_another_page_or_to_a_diploma_to_come_is_told_and_not_taken() -> None:
    page = record(
        "<h1>CAP Vannerie</h1><p>Il est en cours de rénovation : la première session du nouveau "
        'CAP aura lieu en 2027.</p><p>Voir le <a href="van.html">nouveau CAP Osier</a> (arrêté '
        "du 3 juin 2018), première session en 2020.</p>"
    )
    assert page.first_session is None
    assert [str(text.date) for text in page.legal_texts] == ["2004-05-03"]
    assert {"first_session", "legal_texts"} <= {remark.field for remark in page.issues}


def test_an_order_that_modifies_another_does_not_make_that_one_a_modification() -> None:
    page = record(
        "<h1>CAP Vannerie</h1><p>L'arrêté du 3 juin 2018 modifie l'arrêté du 5 mai 2009.</p>"
    )
    kinds = {str(text.date): text.kind for text in page.legal_texts}
    assert kinds["2018-06-03"] == "modification"
    assert kinds.get("2009-05-05") is None


@pytest.mark.parametrize("words", ["modifié portant création", "modifié, fixant les conditions"])
def test_an_order_that_was_modified_keeps_its_own_kind(words: str) -> None:
    page = record(f"<h1>CAP Vannerie</h1><p>Arrêté du 3 juin 2018 {words} du CAP vannerie</p>")
    assert {str(t.date): t.kind for t in page.legal_texts}["2018-06-03"] == "creation"


def test_options_that_cannot_be_told_apart_are_told() -> None:
    page = record("<h1>CAP Vannerie</h1><p>Options : osier - rotin - paille</p>")
    assert page.title == "CAP Vannerie"
    assert ("title", "osier - rotin - paille") in {(i.field, i.value) for i in page.issues}


def test_a_list_below_modified_by_is_of_modifications() -> None:
    page = record(
        "<h1>CAP Vannerie</h1><p>Arrêté du 3 juin 2008 portant création, modifié par :</p><ul><li>"
        "arrêté du 2 mars 2016 ;</li><li>arrêté du 11 juillet 2017.</li></ul><p>Autre texte</p>"
    )
    kinds = {str(text.date): text.kind for text in page.legal_texts}
    assert kinds == {
        "2008-06-03": "creation", "2016-03-02": "modification", "2017-07-11": "modification",
        "2004-05-03": None,
    }  # fmt: skip


def test_options_that_are_only_named_take_nothing_for_themselves() -> None:
    page = (
        "<html><body><h1>CAP Vannerie</h1><p>Option A : osier</p><p>Option B : rotin</p><p>Arrêté "
        'de création : arrêté du 3 juin 2008</p><p><a href="a.pdf">Annexes</a></p></body></html>'
    )
    readings = read(Document(page.encode()), Lexicon.packaged()).records
    assert [reading.record.title[-5:] for reading in readings] == ["osier", "rotin"]
    for reading in readings:
        assert [str(text.date) for text in reading.record.legal_texts] == ["2008-06-03"]
        assert [document.title for document in reading.record.documents] == ["Annexes"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Création<br>Arrêté du 3-6-2008 - J.O. du 30-6-2008", "creation"),
        ("Référence de l'arrêté : 03/06/2008 (MENE0823416A), modification", "modification"),
        ("Arrêté du 3 juin 2008 (JO du 27 juin 2008), publié", None),
    ],
)
def test_what_an_order_does_in_a_line_before_it_or_behind_its_number(
    line: str, kind: str | None
) -> None:
    page = record(f"<h1>CAP Vannerie</h1><p>{line}</p>")
    assert {str(t.date): t.kind for t in page.legal_texts}["2008-06-03"] == kind


def test_the_session_of_a_repeal_named_by_its_noun_is_the_last() -> None:
    page = record(
        "<h1>CAP Vannerie</h1><p>Arrêté du 3 décembre 2024 : abrogation à l'issue de la session "
        "2025</p>"
    )
    assert (page.last_session, page.status) == (2025, "repealed")


def test_a_certificate_of_specialisation_on_the_site_is_not_the_agricultural_one() -> None:
    page = record("<h1>Certificat de spécialisation Plâtrier</h1>")
    assert page.diploma_type == "CS"


TITLE = "<h1>CAP Vannerie</h1>"


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li><a href=p.pdf>Présentation du diplôme</a> (1,6 Mo)</ul>",
        "<p><a href=p.pdf>Présentation du diplôme</a> PDF, 114 Ko</p><p>Mise à jour : 3/4/2023</p>",
        "<h3>Présentation</h3><p>RNCP36340</p>",
        "<h3>Présentation</h3><p>Diplôme n° 500-22146</p><p>Ce diplôme est abrogé</p>",
    ],
)
def test_a_file_and_facts_below_its_heading_are_no_description(body: str) -> None:
    assert record(f"{TITLE}{body}").description is None


def test_a_text_beside_facts_is_a_description() -> None:
    body = "<h3>Présentation</h3><p>RNCP36340</p><p>Le titulaire fait la cuisine.</p>"
    text = record(f"{TITLE}{body}").description or ""
    assert text.startswith("RNCP36340\n\nLe titulaire fait la cuisine.")


def test_a_word_of_the_title_is_no_acronym() -> None:
    body = "<h1>CAP Orfèvre option A monteur en orfèvrerie</h1><p>ORFEVRE</p><p>Code 500-22146</p>"
    assert record(body).acronym is None


@pytest.mark.parametrize("day", ["20/08/1992", "20 août 1992"])
def test_a_file_that_the_day_of_an_order_leads_to_is_its_text(day: str) -> None:
    body = f"<p><span>Arrêté de création :</span> <a href='http://x/a.pdf'>{day}</a></p>"
    (order, _) = record(f"{TITLE}{body}").legal_texts
    assert (order.date, order.kind, order.url) == ("1992-08-20", "creation", "http://x/a.pdf")


def test_a_fact_below_another_label_of_a_text_is_its_text() -> None:
    made = record(f"{TITLE}<h3>Accès</h3><ul><li>CAP (niveau 3)</li></ul><h3>Textes</h3>")
    assert made.access == "- CAP (niveau 3)"


@pytest.mark.parametrize(
    "words",
    [
        "Qualification de niveau 3",
        "Spécialité de niveau V",
        "inscrit au niveau 3",
        "Classé au niveau V",
        "Diplôme national de niveau 3",
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "<p>{}</p>",
        "<p>Texte de référence : arrêté du 3 mai 2004</p><p>{}</p>",
        "<p>Texte de référence : arrêté du 3 mai 2004<br>{}<br>En vigueur</p>",
        "<p>Code : 500-23438 · {} · RNCP 38391</p>",
        "<p><b>Art. 2</b> – {}.</p>",
    ],
)
def test_a_level_stands_on_a_line_or_between_marks(words: str, form: str) -> None:
    assert record(f"<h1>CAP Vannerie</h1>{form.format(words)}").level == 3


@pytest.mark.parametrize("label", ["Niveau de classement", "Classement par niveau"])
def test_a_level_has_a_label_of_its_classification(label: str) -> None:
    assert record(f"<h1>CAP Vannerie</h1><p>{label} : niveau V</p>").level_label == "niveau V"


@pytest.mark.parametrize("label", ["Commission prof. consultative", "Instance (CPC)"])
def test_a_commission_has_a_shortened_label(label: str) -> None:
    assert record(f"<h1>CAP Vannerie</h1><p>{label} : Industrie</p>").cpc == "Industrie"


def test_a_level_that_the_access_asks_for_is_not_the_diploma_s() -> None:
    body = (
        "<h1>MC Vannerie</h1><p>Arrêté du 3 mai 2004</p><p>Après un diplôme de niveau 3 requis</p>"
    )
    assert record(body).level is None


CALLED = (
    "<p>Dit aussi : {}</p>",
    "<ul><li><b>Dit aussi</b> : {}</li></ul>",
    "<table><tr><td><b>Dit aussi :</b></td><td>{}</td></tr></table>",
    "<dl><dt>Dit aussi</dt><dd>{}</dd></dl>",
)


@pytest.mark.parametrize("place", CALLED)
def test_letters_of_the_name_behind_also_called_are_its_acronym(place: str) -> None:
    record = record_of(place.format("MIT") + ORDER, "<h1>CAP Métiers de l'industrie textile</h1>")
    assert record.acronym == "MIT"


@pytest.mark.parametrize("place", CALLED)
@pytest.mark.parametrize("value", ["CAP", "CAP Tisserand", "Tisserand", "XYZ"])
def test_another_name_behind_also_called_is_no_acronym(place: str, value: str) -> None:
    record = record_of(place.format(value) + ORDER, "<h1>CAP Métiers de l'industrie textile</h1>")
    assert record.acronym is None


@pytest.mark.parametrize(
    "line",
    [
        "Niveau 3 (cadre national)",
        "Niveau 3 du cadre national des certifications",
        "Diplôme de niveau 3",
        "Certification de niveau 3",
    ],
)
@pytest.mark.parametrize("head", ["Documents joints", "Contenu du dossier"])
def test_a_level_in_words_behind_files_is_the_diplomas(line: str, head: str) -> None:
    files = f"<h2>{head}</h2><p><a href=a.pdf>Annexe I</a></p>"
    record = record_of(f"{ORDER}{files}<p>{line}</p>", "<h1>MC Vannerie</h1>")
    assert record.level == 3


@pytest.mark.parametrize(
    "line",
    [
        "Le diplôme est un diplôme de niveau 4.",
        "Ce diplôme correspond au niveau 4.",
        "Le diplôme est reconnu au niveau 4.",
        "Il se situe au niveau 4 de la nomenclature.",
        "Il est classé au niveau 4 du cadre national.",
        "La spécialité relève du niveau 4.",
        "Cette certification est inscrite au répertoire national et est un titre de niveau 4.",
    ],
)
def test_a_sentence_says_of_which_level_a_diploma_is(line: str) -> None:
    assert record_of(f"<p>{line}</p>{ORDER}", "<h1>MC Vannerie</h1>").level == 4


@pytest.mark.parametrize("line", ["ODT", "BP", "NOR"])
def test_a_format_a_type_and_a_column_are_no_acronym(line: str) -> None:
    title = {"ODT": "<h1>CAP Osier, dossiers, tressage</h1>", "BP": "<h1>CAP Brins et paille</h1>"}
    heading = title.get(line, "<h1>CAP Nattes, osier, rotin</h1>")
    facts = f"<table><tr><td>Livret</td><td>{line}</td></tr></table>"
    assert record_of(f"{ORDER}{facts}", heading).acronym is None
