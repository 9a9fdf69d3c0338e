"""What stands around the facts of sober pages: columns beside them, lines of a service, headings.

All pages are mock-ups.
"""

import itertools

import pytest

from schema.errors import Refused
from tests.parsers.extract.pages import record_of

OWN = "<p>Code : 500-22143</p><p>Arrêté du 3 mai 2012</p>"
TEXT = "Le titulaire tresse le rotin et l'osier et répare des sièges."
BOXES = {
    "facts": "<h3>Repères</h3><ul><li><b>Code : </b>500-22143</li><li><b>Sigle : </b>V</li></ul>",
    "orders": "<h3>Textes de référence</h3><table><tr><th>Texte</th><th>Objet</th></tr><tr><td>"
    "<a href='http://www.legifrance.gouv.fr/x'>Arrêté du 3 mai 2012</a></td><td>Création</td></tr>"
    "</table>",
    "files": "<h3>Télécharger le référentiel</h3><table><tr><th>Document</th><th>Format</th></tr>"
    "<tr><td>Le référentiel du diplôme</td><td><a href='/a/p8.pdf'>PDF</a></td></tr></table>",
    "links": "<h3>Autres diplômes</h3><ul><li><a href='x.html'>Bac pro Gardien</a></li>"
    "<li><a href='https://www.onisep.fr/'>Onisep</a></li></ul>",
}


@pytest.mark.parametrize("boxes", [*itertools.permutations(BOXES, 3)], ids="-".join)
def test_boxes_in_a_column_are_read_in_any_order(boxes: tuple[str, ...]) -> None:
    column = "".join(f"<div class='bloc'>{BOXES[name]}</div>" for name in boxes)
    order = "" if "orders" in boxes else "<p>Arrêté du 3 mai 2012</p>"
    record = record_of(f"<h2>Présentation</h2><p>{TEXT}</p><aside>{column}</aside>{order}")
    assert [each.date for each in record.legal_texts] == ["2012-05-03"]
    assert len(record.documents) == ("files" in boxes)
    assert record.code == ("50022143" if "facts" in boxes else None)


def test_articles_of_a_code_in_a_column_are_no_orders() -> None:
    link = "<a href='http://www.legifrance.gouv.fr/x'>Articles D337-1 à D337-25</a>"
    column = f"<aside><h3>Textes officiels</h3><ul><li>{link}</li></ul></aside>"
    assert [each.date for each in record_of(OWN + column).legal_texts] == ["2012-05-03"]


TABLE = (
    "<table><tr><th>Référence</th><th>Accès</th></tr><tr><td>Arrêté du 3 mai 2012</td>"
    "<td><a href='http://www.legifrance.gouv.fr/x'>{}</a></td></tr></table>"
)


@pytest.mark.parametrize("text", ["Consulter", "Lire", "Légifrance", "BO"])
def test_a_column_of_links_to_orders_is_no_access(text: str) -> None:
    record = record_of(f"<p>Code : 500-22143</p>{TABLE.format(text)}")
    assert (record.access, len(record.legal_texts)) == (None, 1)


def test_a_column_of_links_is_no_access_whatever_stands_in_the_first_cell() -> None:
    table = TABLE.format("Lire").replace("<tr><t", "<tr><td>Autre</td><t")
    table = table.replace("<td>Autre</td><th>", "<th>Objet</th><th>")
    record = record_of(f"<p>Code : 500-22143</p>{table}")
    assert (record.access, len(record.legal_texts)) == (None, 1)


def test_a_column_of_texts_is_the_access() -> None:
    table = "<table><tr><th>Présentation</th><th>Accès</th></tr><tr><td>{}</td><td>{}</td></tr>"
    record = record_of(f"{OWN}{table.format(TEXT, 'Après la classe de troisième.')}</table>")
    assert record.access == "Après la classe de troisième."


@pytest.mark.parametrize(
    "line",
    [
        "Pour nous écrire : inspection",
        "L'équipe d'inspection",
        "Pour toute question, s'adresser à l'inspection chargée de la filière.",
        "Page destinée aux équipes pédagogiques et aux services des examens.",
        "La mise en page des documents peut différer de celle de la publication officielle.",
    ],
)
def test_a_line_of_the_service_ends_no_text(line: str) -> None:
    record = record_of(f"{OWN}<h2>Présentation</h2><p>{TEXT}</p><p>{line}</p>")
    assert record.description == TEXT


def test_a_line_that_leads_to_orders_or_states_a_session_is_read() -> None:
    page = "<p>Code : 500-22143</p><p>Cette page regroupe les arrêtés : arrêté du 3 mai 2012.</p>"
    record = record_of(f"{page}<p>Page destinée aux candidats. Dernière session : 2024.</p>")
    assert [each.date for each in record.legal_texts] == ["2012-05-03"]
    assert record.last_session == 2024


@pytest.mark.parametrize(
    "sentence",
    [
        "Ce diplôme prend la place de la MC Encadrement option activités de la forme.",
        "L'examen est organisé depuis la session 2021.",
    ],
)
def test_a_fact_alone_is_no_description(sentence: str) -> None:
    assert record_of(f"{OWN}<h2>Présentation</h2><p>{sentence}</p>").description is None


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Ce diplôme prend la place du CAP Osier (500-22144).", "replaces"),
        ("Ce diplôme prend la place du n° 500 22144.", "replaces"),
        ("Le CAP Osier (code diplôme 500 22144) lui succède.", "replaced_by"),
        ("Le CAP Osier (diplôme 500-22144 V) s'y substitue.", "replaced_by"),
        ("Le CAP Osier (code 500-22144) prend le relais à compter de 2026.", "replaced_by"),
    ],
)
def test_claims_of_succession(sentence: str, field: str) -> None:
    assert getattr(record_of(f"{OWN}<p>{sentence}</p>"), field) == ("50022144",)


def test_textes_officiels_may_lead_the_title() -> None:
    assert record_of(OWN, "<h1>Textes officiels : CAP Vannerie</h1>").name == "Vannerie"


def test_the_sections_of_a_site_above_the_title_are_no_subject() -> None:
    above = "<div>Enseigner &gt; Évaluer &gt; Se former</div>"
    assert record_of(OWN, f"{above}<h1>CAP Vannerie</h1>").name == "Vannerie"


def test_the_summary_of_a_bulletin_is_no_page_of_a_diploma() -> None:
    items = "<li>Modification : CAP Osier<br>arrêté du 25 mai 2014</li>"
    with pytest.raises(Refused):
        record_of(
            f"<ul>{items}<li>Création : CAP Rotin<br>arrêté du 7 mai 2014</li></ul>",
            "<p><b>Sommaire du Bulletin officiel n° 35 du 2 mars 2014</b></p>",
        )


@pytest.mark.parametrize(
    ("link", "count"),
    [
        ("<a href='n.pdf'>Note de service relative au contrôle en cours de formation</a>", 2),
        ("<a href='/charte/d.pdf'>Déclaration d'accessibilité (PDF)</a>", 1),
    ],
)
def test_notes_are_documents_and_a_declaration_of_the_site_is_none(link: str, count: int) -> None:
    files = f"<h2>Documents</h2><ul><li><a href='a1.pdf'>Annexe I</a></li><li>{link}</li></ul>"
    assert len(record_of(OWN + files).documents) == count
