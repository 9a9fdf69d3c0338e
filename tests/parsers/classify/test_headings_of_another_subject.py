"""Pages that a site names after a diploma, and whose heading is about something else; mock-ups."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon

ADDRESS = "https://eduscol.education.fr/accueil/x.html"
FACTS = '<p>Arrêté du 3 mai 2004</p><p><a href="x/annexe1.pdf">Annexe I</a></p>'


def titles(body: str, window: str = "CAP Vannerie") -> list[str]:
    page = f"<html><head><title>{window} | éduscol</title></head><body>{body}</body></html>"
    document = Document(page.encode(), ADDRESS)
    return [each.record.title for each in read(document, Lexicon.packaged()).records]


@pytest.mark.parametrize(
    "heading",
    [
        "La classe de troisième prépa-métiers",
        "Textes réglementaires parus de 1987 à 2024",
        "Arrêté du 12 avril 2006 fixant les modalités d'évaluation du chef-d'œuvre",
        "Transformer le lycée professionnel",
    ],
)
def test_a_heading_about_something_else_is_refused(heading: str) -> None:
    with pytest.raises(Refused, match="about something else"):
        titles(f"<h1>{heading}</h1>{FACTS}")


@pytest.mark.parametrize(
    "heading",
    [
        *("Référentiel", "Consultation d'un diplôme", "Textes officiels", "Voie professionnelle"),
        *("Le métier de vannier", "Hôtellerie restauration", "Artisanat d'art", "éduscol"),
    ],
)
def test_a_rubric_or_the_name_in_other_words_is_no_other_subject(heading: str) -> None:
    assert titles(f"<h1>{heading}</h1>{FACTS}") == ["CAP Vannerie"]


def test_a_title_in_the_page_decides() -> None:
    body = "<h1>Transformer le lycée professionnel</h1><h2>CAP Vannerie</h2>"
    assert titles(body + FACTS) == ["CAP Vannerie"]


@pytest.mark.parametrize("count", [2, 3])
def test_orders_that_make_other_diplomas_are_a_list(count: int) -> None:
    names = ("Boucher", "Charpentier de marine", "Fleuriste", "Vannerie")[-count - 1 :]
    orders = "".join(
        f"<li>Arrêté du 3 mai 2004 portant création du CAP « {n} »</li>" for n in names
    )
    body = f"<h1>CAP Vannerie</h1><ul>{orders}</ul>"
    if count < 3:  # those of predecessors
        assert titles(body) == ["CAP Vannerie"]
        return
    with pytest.raises(Refused, match="a list of diplomas"):
        titles(body)


@pytest.mark.parametrize(
    "title",
    [
        *("Baccalauréat technologique STHR", "Bac général", "Le baccalauréat technologique STL"),
        *("CAP Vannerie – GAP", "Stage PAF : enseigner en CAP Vannerie"),
    ],
)
def test_general_education_and_guides_are_no_diploma(title: str) -> None:
    with pytest.raises(Refused):
        titles(f"<h1>{title}</h1>{FACTS}", title)


@pytest.mark.parametrize("other", ["Concours général des métiers", "Validation des acquis"])
def test_sections_of_orders_and_files_make_a_page_of_sections(other: str) -> None:
    section = f"<h2>{other}</h2><p>Voir la page nationale.</p>"
    orders = "<h2>Arrêtés</h2><p>Arrêté du 3 mai 2004</p>"
    files = '<h2>Documents</h2><p><a href="x/annexe1.pdf">Annexe I</a></p>'
    assert titles(f"<h1>CAP Vannerie</h1>{section}{orders}{files}") == ["CAP Vannerie"]
    with pytest.raises(Refused):  # without sections, it is what the page is about
        titles(f"<h1>CAP Vannerie</h1>{section}{FACTS}")


BOX = '<div class="encadre"><p>{}</p></div>'


@pytest.mark.parametrize(
    "sentence",
    [
        "Un séminaire de présentation s'est tenu à Quimper le 26 octobre 2020.",
        "Les demandes d'aménagement d'épreuves sont à déposer avant le 19 janvier.",
        "L'unité facultative de mobilité (arrêté du 30 août 2019) est ouverte aux candidats.",
    ],
)
def test_a_sentence_below_the_title_of_a_page_that_states_an_order_is_a_remark(
    sentence: str,
) -> None:
    box = BOX.format(sentence)
    assert titles(f"<h1>CAP Vannerie</h1>{box}{FACTS}") == ["CAP Vannerie"]


@pytest.mark.parametrize(
    "title",
    [
        "Le CAP Vannerie menacé ? Communiqué de la section",
        "CAP Vannerie – activités partagées",
        "CAP Vannerie session 2025 : outillage du candidat",
        "Équipements conseillés : CAP Vannerie",
        "CAP Vannerie ou CAP Tonnellerie : que choisir ?",
    ],
)
def test_a_title_of_news_or_of_material_is_no_diplomas(title: str) -> None:
    with pytest.raises(Refused):
        titles(f"<h1>{title}</h1>{FACTS}", title)


@pytest.mark.parametrize("mark", [" – ", "<br>"])
def test_the_name_of_a_file_behind_facts_on_the_line_of_the_title_is_no_subject(mark: str) -> None:
    line = mark.join(("CAP Vannerie", "Code : 500-24324", "Règlement d'examen"))
    assert titles(f"<p>{line}</p>{FACTS}") == ["CAP Vannerie"]


@pytest.mark.parametrize(
    "title",
    [
        *("Le CAP : un siècle de formation", "Bac pro : la transformation de la terminale"),
        *("CAP : organisation et conditions de délivrance", "BTS : mode d'emploi", "CAP V"),
        "Rentrée : du nouveau pour le CAP Vannerie",
    ],
)
def test_a_title_about_a_whole_type_or_a_novelty_is_refused(title: str) -> None:
    with pytest.raises(Refused, match="about a whole type"):
        titles(f"<h1>{title}</h1><p>Arrêté du 3 mai 2004</p>", "éduscol")


def test_a_name_may_begin_as_what_is_said_of_a_type() -> None:
    title = "Bac pro : Organisation de transport de marchandises"
    assert titles(f"<h1>{title}</h1>{FACTS}", "éduscol") == [title]


@pytest.mark.parametrize(
    "heading",
    [
        *("Dossier corrigé", "Bibliographie et sitographie", "Guide VAE", "Les chiffres"),
        *("Comparaison avant / après", "Bilan de session", "Ressources pour les enseignants"),
        *("Espaces de formation et équipements", "Note de service du 4 novembre 2012"),
    ],
)
def test_what_is_written_about_a_diploma_is_none_of_its_pages(heading: str) -> None:
    page = f"<h1>CAP Vannerie</h1><h2>{heading}</h2><p>Code : 50022433</p><p>Niveau : 3</p>"
    with pytest.raises(Refused, match=heading.partition(" (")[0]):
        titles(page, "éduscol")


def test_a_table_below_a_heading_of_repealed_diplomas_is_a_list() -> None:
    rows = "<tr><td>CAP Vannerie<td>50022433<td>2025<tr><td>CAP Maroquinerie<td>50024322<td>2024"
    table = f"<table><tr><th>Diplôme<th>Code<th>Dernière session{rows}</table>"
    with pytest.raises(Refused, match="a list of diplomas"):
        titles(f"<h1>Diplômes abrogés</h1>{table}", "éduscol")


@pytest.mark.parametrize("rubric", ["Diplômes abrogés", "Référentiels rénovés"])
@pytest.mark.parametrize("title", ["<h2>CAP Vannerie</h2>", "<p><b>CAP Vannerie</b></p>"])
def test_such_a_heading_above_one_diploma_is_a_rubric_of_the_site(rubric: str, title: str) -> None:
    assert titles(f"<h1>{rubric}</h1>{title}{FACTS}", "éduscol") == ["CAP Vannerie"]


GLOSSARY = {
    "RNCP": "répertoire national des certifications professionnelles",
    "CPC": "commission professionnelle consultative",
    "VAE": "validation des acquis de l'expérience",
}


@pytest.mark.parametrize(
    ("around", "pair"),
    [
        ("dl", "<dt>{}</dt><dd>{}</dd>"),
        ("ul", "<li>{} : {}</li>"),
        ("ul", "<li><b>{}</b> – {}</li>"),
    ],
)
@pytest.mark.parametrize("heading", ["Glossaire", "Petit lexique", "Sigles utilisés"])
def test_the_glossary_of_a_site_beside_a_diploma_is_left_out(
    around: str, pair: str, heading: str
) -> None:
    terms = "".join(pair.format(*each) for each in GLOSSARY.items())
    beside = f"<p><b>{heading}</b></p><{around}>{terms}</{around}>"
    title = "<center><font size=5><b>CAP Vannerie</b></font></center>"
    page = f"<table><tr><td>{beside}</td><td>{title}{FACTS}</td></tr></table>"
    assert titles(page, "éduscol") == ["CAP Vannerie"]
    assert titles(f"<div>{beside}</div><h1>CAP Vannerie</h1>{FACTS}", "éduscol") == ["CAP Vannerie"]


def test_terms_that_no_site_explains_are_kept() -> None:
    options = "".join(
        f"<li>{term} : {words}</li>"
        for term, words in (("TP", "travaux publics"), ("VP", "voitures particulières"))
    )
    document = Document(
        f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p><ul>{options}</ul>{FACTS}".encode(),
        ADDRESS,
    )
    (reading,) = read(document, Lexicon.packaged()).records
    assert any("travaux publics" in (issue.value or "") for issue in reading.record.issues)


def test_a_sentence_on_the_diploma_above_a_list_is_no_other_subject() -> None:
    family = "<p>Cette spécialité appartient à la famille « Métiers du bois », avec :</p>"
    others = "<ul><li><a href=m.html>Menuiserie</a></li><li><a href=c.html>Charpente</a></li></ul>"
    body = f"<h1>CAP Vannerie</h1>{family}{others}{FACTS}"
    assert titles(body, "éduscol") == ["CAP Vannerie"]
