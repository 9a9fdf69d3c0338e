"""Facts, texts and figures in boxes and columns beside the title and the text."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

TITLE = "<h1>CAP Vannerie</h1>"
TEXTS = "<p>Arrêté du 3 mai 2004</p><p><a href=a.pdf>Annexes</a></p>"


def _read(body: str) -> Referential:
    page = f"<html><body>{body}</body></html>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record


def _box(*rows: tuple[str, str]) -> str:
    lines = "".join(f"<p class=l>{name}</p><p class=v>{value}</p>" for name, value in rows)
    return f"<div class=box><h2>En bref</h2>{lines}</div>"


def test_values_below_their_labels_in_a_box_above_the_title() -> None:
    box = _box(
        ("Code officiel", "500-22434"),
        ("Niveau", "3"),
        ("Première session", "2005"),
        ("Secteur professionnel", "Arts et métiers"),
        ("Commission professionnelle", "Industrie"),
        ("Vient en remplacement de", "50022433 - CAP Vannier"),
        ("Durée", "2 ans"),
    )
    record = _read(f"{box}<div>{TITLE}{TEXTS}</div>")
    assert (record.code, record.first_session, record.replaces) == (
        "50022434",
        2005,
        ("50022433",),
    )
    assert (record.sector, record.cpc, record.duration_months) == (
        "Arts et métiers",
        "Industrie",
        24,
    )


def test_a_label_above_the_title_takes_no_link_and_no_text_of_another_box() -> None:
    links = "<p>Secteur</p><p><a href=s.html>Arts</a></p>"
    apart = "<div><p>Secteur</p></div><div><p>Portail des métiers</p></div>"
    assert _read(f"{links}{apart}{TITLE}{TEXTS}").sector is None


FACTS = (
    "<h2>Points clés</h2><dl><dt>Code CFD</dt><dd>50022434</dd><dt>Diplôme de remplacement</dt>"
    "<dd>CAP Vannerie d'art (50022435)</dd><dt>Première session</dt><dd>2005</dd></dl>"
)


def test_the_facts_of_a_column_beside_a_predecessor_or_successor() -> None:
    record = _read(f"<main>{TITLE}{TEXTS}<aside>{FACTS}</aside></main>")
    assert (record.code, record.replaced_by, record.first_session) == (
        "50022434",
        ("50022435",),
        2005,
    )


def test_the_texts_of_a_column_that_holds_facts() -> None:
    column = (
        f"{FACTS}<div class=lateral><h2>Débouchés</h2><p>vannier<br>rempailleur</p></div>"
        "<div class=lateral><h2>Poursuite d'études</h2><p>BMA Vannerie.</p></div>"
        "<div class=lateral><h2>Accès</h2><p><a href=x.html>CAP Cuisine</a></p></div>"
    )
    record = _read(f"<main>{TITLE}{TEXTS}<aside>{column}</aside></main>")
    assert [trade.label for trade in record.trades] == ["vannier", "rempailleur"]
    assert record.further_study == "BMA Vannerie."
    assert record.access is None  # links to others
    assert record.code == "50022434"


@pytest.mark.parametrize("head", ["<h3>{}</h3>", "<p><b>{} :</b></p>", "<div>{}</div>"])
@pytest.mark.parametrize("name", ["Statistiques", "Taux de réussite", "RÉSULTATS AUX EXAMENS"])
def test_a_table_of_results_among_the_sections_of_a_page(head: str, name: str) -> None:
    table = (
        "<table><tr><th>Année</th><th>Présents</th><th>Admis</th></tr>"
        "<tr><td>2022</td><td>613</td><td>85 %</td></tr></table>"
    )
    sections = "<h3>Accès</h3><p>Après la 3e.</p><h3>Documents</h3><p><a href=b.pdf>Guide</a></p>"
    record = _read(f"{TITLE}<p>Arrêté du 3 mai 2004</p>{sections}{head.format(name)}{table}")
    assert record.access == "Après la 3e."


@pytest.mark.parametrize("box", ["<span class=t>Annexes</span><div>{}</div>", "<h3>Annexes</h3>{}"])
def test_words_behind_an_icon_name_its_file(box: str) -> None:
    link = "<li><a href=b.pdf><img src=i.png alt='Télécharger'></a> Grille horaire</li>"
    record = _read(f"{TITLE}<p>Arrêté du 3 mai 2004</p><div>{box.format(f'<ul>{link}</ul>')}</div>")
    assert [document.title for document in record.documents] == ["Grille horaire"]


def test_a_page_of_news_is_no_document_however_it_is_called() -> None:
    news = "<h2>Actualité</h2><ul><li><a href=n.html>Mise à jour des grilles d'évaluation</a></li>"
    record = _read(f"{TITLE}{TEXTS}{news}</ul>")
    assert [document.title for document in record.documents] == ["Annexes"]


def test_set_off_lines_with_a_stop_are_headings_where_the_labels_have_one() -> None:
    record = _read(
        f"{TITLE}{TEXTS}<p><strong>Métiers.</strong></p><ul><li>vannier</li></ul>"
        "<p><strong>Tableau des épreuves.</strong></p><p>Il est national.</p>"
    )
    assert [trade.label for trade in record.trades] == ["vannier"]


def test_a_state_is_no_name() -> None:
    record = _read(
        "<p>CAP</p><h1>Vannerie</h1><table><tr><th>Diplôme</th><td>en vigueur</td></tr>"
        f"<tr><th>Nature du diplôme</th><td>CAP</td></tr></table>{TEXTS}"
    )
    assert record.name == "Vannerie"


def test_trades_behind_a_dash() -> None:
    record = _read(f"{TITLE}{TEXTS}<p><b>Les débouchés</b> – vannier ; rempailleur</p>")
    assert [trade.label for trade in record.trades] == ["vannier", "rempailleur"]


def test_a_line_that_leads_to_the_list_of_a_labelled_item() -> None:
    record = _read(
        f"{TITLE}{TEXTS}<div><span class=lib>Attendus</span><br>Qualités appréciées :<br><br>"
        "* patience<br>* habileté</div>"
    )
    assert record.expectations is not None
    assert record.expectations.splitlines()[0] == "Qualités appréciées :"


def test_the_label_of_a_code_ends_the_name_of_an_option() -> None:
    page = (
        f"{TITLE}{TEXTS}<p><strong>Option A – osier</strong> - Codification du diplôme : 50022434"
        "<br><strong>Option B – rotin</strong> - Codification du diplôme : 50022435</p>"
    )
    records = read(Document(f"<html><body>{page}".encode()), Lexicon.packaged()).records
    names = [each.record.name for each in records]
    assert names == ["Vannerie option A osier", "Vannerie option B rotin"]


@pytest.mark.parametrize(
    "facts",
    [
        "<p class=l>Code</p><p class=v>50022434</p><p class=l>Niveau</p><p class=v>3</p>",
        "<p>Diplôme : CAP<br>Code : 50022434<br>Niveau : 3</p>",
    ],
)
def test_type_and_name_below_a_box_of_facts(facts: str) -> None:
    record = _read(f"<div><h2>En bref</h2>{facts}</div><p>CAP</p><h1>Vannerie</h1>{TEXTS}")
    assert (record.title, record.code) == ("CAP Vannerie", "50022434")


def test_a_text_behind_a_label_with_a_stop_begins_with_its_introduction() -> None:
    record = _read(
        f"{TITLE}{TEXTS}<p><strong>Poursuite d'études.</strong> Formations possibles :</p>"
        "<ul><li>BMA Vannerie</li></ul>"
    )
    assert record.further_study is not None
    assert record.further_study.startswith("Formations possibles :")


def test_lines_made_like_the_label_of_a_list_end_it() -> None:
    record = _read(
        f"{TITLE}{TEXTS}<div><span class=lib>Débouchés</span><br>- vannier</div>"
        "<div><span class=lib>Handicap</span><br><p>Des aides existent.</p></div>"
    )
    assert [trade.label for trade in record.trades] == ["vannier"]


def test_an_item_of_a_list_is_no_heading_of_another_section() -> None:
    record = _read(
        f"{TITLE}{TEXTS}<div><span class=lib>Description</span><br>Activités du métier :<br><br>"
        "– tressage<br>– accueil et conseil des clients<br><br>Il travaille seul.</div>"
    )
    assert record.description is not None
    assert "accueil et conseil des clients" in record.description


def test_the_date_and_author_of_a_page_are_no_subject_of_its_files() -> None:
    record = _read(f"{TITLE}<p>mardi 14 septembre 2020, par Webmestre</p>{TEXTS}")
    assert [document.title for document in record.documents] == ["Annexes"]


def test_the_number_in_the_register_is_no_part_of_an_options_name() -> None:
    page = (
        f"{TITLE}{TEXTS}<ul><li>Option A : osier (Enregistrement au RNCP : RNCP1172)</li>"
        "<li>Option B : rotin (Enregistrement au RNCP : RNCP1013)</li></ul>"
    )
    records = read(Document(f"<html><body>{page}".encode()), Lexicon.packaged()).records
    assert [each.record.rncp_codes for each in records] == [("RNCP1172",), ("RNCP1013",)]
    names = [each.record.name for each in records]
    assert names == ["Vannerie option A osier", "Vannerie option B rotin"]


@pytest.mark.parametrize("space", ["", " ", "\n"])
def test_badges_beside_each_other(space: str) -> None:
    badges = [
        "<span class=badge>CPC: <b>Industrie</b></span>",
        "<span class=badge>1re session : <b>1995</b></span>",
        "<span class=badge>Durée des études: <b>24 mois</b></span>",
    ]
    record = _read(f"{TITLE}{TEXTS}<div>{space.join(badges)}</div>")
    assert (record.cpc, record.first_session, record.duration_months) == ("Industrie", 1995, 24)


def test_the_words_of_a_badge_go_on_behind_raised_letters() -> None:
    badge = "<span class=label>1<sup>re</sup> session d'examen :</span> <span>juin 2019</span>"
    assert _read(f"{TITLE}{TEXTS}<div>{badge}</div>").first_session == 2019


def test_a_band_of_facts_that_links_to_orders() -> None:
    band = (
        "<div class=bandeau><ul><li><span class=l>Code diplôme</span> <strong>50022434</strong>"
        "</li><li><span class=l>Niveau</span> <strong>3</strong></li><li><span class=l>Arrêté de "
        "création</span> <strong><a href='https://www.legifrance.gouv.fr/jorf/id/JORFTEXT1'>arrêté "
        "du 30 mars 2021</a></strong></li><li><span class=l>Arrêté modificatif</span> <strong>"
        "<a href='https://www.legifrance.gouv.fr/jorf/id/JORFTEXT2'>arrêté du 3 mai 2022</a>"
        "</strong></li><li><span class=l>Modification</span> <strong><a href=b/arrete_240703.pdf>"
        "arrêté du 3 juillet 2024</a></strong></li></ul></div>"
    )
    record = _read(f"<main>{TITLE}{band}<p><a href=a.pdf>Annexes</a></p></main>")
    assert record.code == "50022434"
    dates = [str(order.date) for order in record.legal_texts]
    assert dates == ["2021-03-30", "2022-05-03", "2024-07-03"]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("<p>Durée : 2 ans, en lycée ou en CFA</p>", 24),
        ("<p>Durée : 1 an (rythme d'alternance au choix du centre)</p>", 12),
        ("<p>Le cycle dure deux ans.</p>", 24),
        ("<p>La préparation dure trois ans.</p>", 36),
        ("<p>Le stage dure deux ans.</p>", None),
    ],
)
def test_wordings_of_a_duration(words: str, months: int | None) -> None:
    assert _read(f"{TITLE}{TEXTS}{words}").duration_months == months


def test_a_state_said_of_it_as_the_value_of_its_label() -> None:
    assert _read(f"{TITLE}{TEXTS}<p>Statut : Il est en vigueur</p>").status == "in_force"
