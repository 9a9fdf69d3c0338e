"""A successor with its session, boxes of one fact, codes in headings; all are mock-ups."""

import pytest

from tests.parsers.extract.pages import record_of

ORDER = "<p>Arrêté du 3 mai 2004</p>"
FILE = "<p><a href='a.pdf'>Annexe I</a></p>"


@pytest.mark.parametrize(
    "session", ["première session : 2025", "première session de ce nouveau diplôme : 2025"]
)
@pytest.mark.parametrize("name", ["CAP Boucher", "<a href='b.html'>CAP Boucher</a>"])
def test_the_session_in_brackets_behind_a_successor_is_its_own(session: str, name: str) -> None:
    line = f"<p><b>Remplacé par : {name} - 500-22138 ({session})</b></p>"
    record = record_of(f"{line}{ORDER}{FILE}", "<h1>CAP Boucher</h1>")
    assert record.replaced_by == ("50022138",)
    assert (record.code, record.first_session) == (None, None)


@pytest.mark.parametrize("before", ["", "n° ", "code "])
def test_a_predecessor_in_an_alert(before: str) -> None:
    alert = f"<div role=alert>Remplace le {before}50022134</div>"
    assert record_of(f"{alert}{ORDER}{FILE}").replaces == ("50022134",)


def test_a_box_of_one_fact_below_its_label() -> None:
    box = "<aside class=carte><div><b>Commission professionnelle consultative (CPC)</b>"
    record = record_of(f"{ORDER}{FILE}{box}<div>Commerce</div></div></aside>")
    assert record.cpc == "Commerce"


def test_a_box_of_a_label_and_links_is_none() -> None:
    links = "<div><a href='b.html'>CAP Boulanger</a></div>"
    record = record_of(f"{ORDER}{FILE}<aside><div><b>CPC</b>{links}</div></aside>")
    assert record.cpc is None


def test_a_code_in_brackets_in_the_heading_of_a_diploma_with_its_title_below() -> None:
    facts = "<tr><td>Type :</td><td>CS</td></tr><tr><td>Intitulé :</td><td>Accueil - réception</td>"
    heading = "<h1>Accueil - réception (46133413 T)</h1>"
    record = record_of(f"<table>{facts}</tr></table>{FILE}", heading)
    assert (record.code, record.name) == ("46133413", "Accueil - réception")


def test_one_result_above_the_title_is_no_subject() -> None:
    title = "<p class=intitule><strong>BAC PRO – Microtechniques</strong></p>"
    record = record_of(f"<div>{title}{ORDER}{FILE}</div>", "<h3>Résultat : 1 diplôme</h3>")
    assert record.title == "BAC PRO – Microtechniques"


@pytest.mark.parametrize("name", ["Plaquette du site (PDF)", "Schéma d'accessibilité"])
def test_a_file_of_the_site_in_the_last_row_of_a_layout_is_no_document(name: str) -> None:
    foot = (
        f"<tr><td><font size=1>Ministère - 2011 <a href='/docs/p.pdf'>{name}</a></font></td></tr>"
    )
    page = f"<table><tr><td><h1>CAP Boucher</h1>{ORDER}{FILE}</td></tr>{foot}</table>"
    record = record_of(page, "")
    assert [document.title for document in record.documents] == ["Annexe I"]
    assert any(issue.field == "documents" for issue in record.issues)


def test_a_link_in_a_box_of_its_own_behind_its_label() -> None:
    link = "<a href='https://www.legifrance.gouv.fr/x'>arrêté du 23 juillet 2024</a>"
    box = f"<div><span class=label>Création</span><span class=value>{link}</span></div>"
    (order,) = record_of(f"{box}{FILE}").legal_texts
    assert (order.date, order.kind) == ("2024-07-23", "creation")


@pytest.mark.parametrize("number", ["n° 1933", "n°1933", "1933", "fiche n° 1933"])
def test_a_number_of_the_register_that_may_be_a_year(number: str) -> None:
    record = record_of(f"{ORDER}<dl><dt>RNCP</dt><dd>{number}</dd></dl>{FILE}")
    assert record.rncp_codes == ("RNCP1933",)


@pytest.mark.parametrize(
    "other", ["Bac pro Boucherie et charcuterie", "BTS Boucherie", "BEP Alimentation"]
)
def test_the_file_of_a_diploma_of_another_type_and_name_is_not_ours(other: str) -> None:
    link = f"<li><a href='autre/referentiel.pdf'>{other} : référentiel (pdf)</a>"
    box = f"<div><h3>Autres diplômes du secteur</h3><ul>{link}</ul></div>"
    record = record_of(f"{ORDER}{FILE}{box}", "<h1>CAP Boucher</h1>")
    assert [document.title for document in record.documents] == ["Annexe I"]
    assert any(issue.field == "documents" for issue in record.issues)
