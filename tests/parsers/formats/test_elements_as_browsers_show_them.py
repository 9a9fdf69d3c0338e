"""Elements whose attributes, classes or tags say other than what a browser shows; all mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

ACCESS = "<p>Après la classe de troisième.</p>"


@pytest.mark.parametrize(
    "attributes",
    [
        ("slot='label'", "slot='value'"),
        ("itemprop='name'", "itemprop='value'"),
        ("data-label", "data-value"),
        ("id='l1'", "id='v1'"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("around", ["div", "app-fact"])
def test_two_spans_with_attributes_are_label_and_value(
    attributes: tuple[str, str], around: str
) -> None:
    label, value = attributes
    fact = f"<span {label}>Code</span><span {value}>500-23438</span>"
    assert record_of(f"{ORDER}<div><{around}>{fact}</{around}></div>").code == "50023438"


@pytest.mark.parametrize(
    "classes", ["d-none d-md-block", "hidden md:block", "fr-hidden fr-unhidden-md"]
)
def test_what_wide_screens_show_is_shown(classes: str) -> None:
    heading = f"<h3 class='{classes}'>Accès</h3><button type='button'>Accès</button>"
    record = record_of(f"{ORDER}{heading}<div>{ACCESS}</div>")
    assert record.access == "Après la classe de troisième."


@pytest.mark.parametrize("classes", ["d-none", "hidden", "d-none d-md-none", "fr-hidden"])
def test_what_no_screen_shows_is_left_out(classes: str) -> None:
    hidden = f"<p class='{classes}'>Code : 500-23438</p>"
    assert record_of(f"{ORDER}{hidden}").code is None


def test_address_elements_may_be_paragraphs() -> None:
    texts = "<address>Après la troisième.</address><address>Sur dossier.</address>"
    record = record_of(f"{ORDER}<h3>Accès</h3><div>{texts}</div>")
    assert record.access == "Après la troisième.\n\nSur dossier."


def test_the_address_at_the_end_of_a_page_is_none() -> None:
    address = "<div><p>Fin.</p><address>Rectorat, 1 rue des Écoles</address></div>"
    assert record_of(f"{ORDER}<h3>Accès</h3>{ACCESS}{address}").access is not None
    assert "Rectorat" not in (record_of(f"{ORDER}<h3>Accès</h3>{ACCESS}{address}").access or "")


def test_small_print_below_the_last_rule_is_a_footer() -> None:
    foot = "<hr><center><font size='1'>Direction de l'enseignement scolaire</font></center>"
    record = record_of(f"{ORDER}<h3>Accès</h3>{ACCESS}{foot}")
    assert record.access == "Après la classe de troisième."


@pytest.mark.parametrize("tag", ["s", "strike", "del"])
@pytest.mark.parametrize("notice", ["<p>abrogé</p>", "<p><b>Diplôme abrogé</b></p>"])
def test_a_struck_title_above_its_repeal_is_the_title(tag: str, notice: str) -> None:
    title = f"<h1><{tag}>CAP Vannerie</{tag}></h1>"
    record = record_of(f"{notice}{ORDER}<p><a href='a.pdf'>Annexe I</a></p>", title)
    assert (record.title, record.status) == ("CAP Vannerie", "repealed")


def test_other_struck_headings_are_left_out() -> None:
    struck = "<h2><s>CAP Osier</s></h2><p>Texte</p>"
    assert record_of(f"{struck}{ORDER}<p>Code : 500-23438</p>").title == "CAP Vannerie"


def test_each_part_of_a_column_is_a_fact_below_its_label() -> None:
    facts = {
        "Niveau de certification": "Niveau 3 (ancien niveau V)",
        "Secteur": "Bois",
        "Commission professionnelle consultative (CPC)": "Industrie",
        "Code scolarité (BCN)": "50023438",
        "Code RNCP": "37492",
    }
    parts = "".join(f"<h4>{label}</h4><p>{value}</p>" for label, value in facts.items())
    links = "".join(f"<li><a href='/n/{n}'>Une nouvelle de la rentrée {n}</a></li>" for n in (1, 2))
    news = f"<section class='widget'><h2>Articles récents</h2><ul>{links}</ul></section>"
    aside = f"<aside id='secondary' class='widget-area'>{parts}{news}</aside>"
    record = record_of(f"<main>{ORDER}</main>{aside}")
    assert (record.code, record.cpc, record.sector) == ("50023438", "Industrie", "Bois")


def test_a_preformatted_value_goes_on_in_its_column() -> None:
    lines = "CPC                : Arts, spectacles\n                     et médias\n"
    assert record_of(f"{ORDER}<pre>\n{lines}</pre>").cpc == "Arts, spectacles et médias"


def test_a_rule_of_two_signs_is_no_part_of_a_title() -> None:
    record = record_of("", "<pre>\nCS\n==\n\nVANNERIE\n\nCode : 561-23438\n</pre>")
    assert record.title == "CS VANNERIE"


@pytest.mark.parametrize("word", ["Couverture", "Vignette", "Aperçu"])
def test_a_thumbnail_names_no_file(word: str) -> None:
    figure = f"<figure><a href='ref.pdf'><img src='v.png' alt='{word}'></a>"
    figure += "<figcaption>Référentiel de certification</figcaption></figure>"
    record = record_of(f"{ORDER}<h3>Documents</h3>{figure}")
    assert [each.title for each in record.documents] == ["Référentiel de certification"]


def test_the_name_of_a_file_gives_way_to_what_its_row_says() -> None:
    rows = "<tr><td><b>Contenu</b></td><td><b>Fichier</b></td><td><b>Taille</b></td></tr>"
    rows += "<tr><td>Savoirs associés</td><td><a href='van_ref1.pdf'>ref1.pdf</a></td>"
    record = record_of(f"{ORDER}<h3>Documents</h3><table>{rows}<td>85 Ko</td></tr></table>")
    assert [each.title for each in record.documents] == ["Savoirs associés"]
