"""Onisep's fiches as data: each of the fixture as written down by hand, and traps one by one."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from parsers.formats.onisep_xml import MEDIA_TYPE
from parsers.model.document import Document
from parsers.model.reading import ReadRecord
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from tests.support.fiches import FIXTURE, formation, issues, read_formation, texts, values

EXPECTED: dict[str, Any] = json.loads(
    (FIXTURE.parent.parent / "expected" / "fiches.json").read_text("utf-8")
)
FICHES = {
    element.findtext("identifiant", ""): ET.tostring(element, "utf-8")
    for element in ET.parse(FIXTURE).getroot()
}


@pytest.mark.parametrize("name", FICHES)
def test_fiche_of_the_fixture(name: str) -> None:
    reading = read_formation(FICHES[name], name)
    expected = EXPECTED[name]
    content = json.loads(reading.record.model_dump_json())
    assert {field: content[field] for field in expected if field != "issues"} == {
        field: value for field, value in expected.items() if field != "issues"
    }
    assert [list(issue) for issue in issues(reading)] == expected["issues"]


def test_every_fiche_has_an_expectation() -> None:
    assert list(EXPECTED) == list(FICHES)


def test_places_are_paths_of_elements() -> None:
    reading = read_formation(FICHES["FOR.8260"], "FOR.8260")
    places = {seen.field: seen.place for seen in reading.evidence if not seen.derived}
    assert places["code"] == "code_scolarite"
    assert places["title"] == "libelle_complet"
    assert places["trades"] == "metiers_formation/metier"
    assert places["description"] == "descriptif_format_court p"


def test_the_second_trade_says_that_it_is_the_second() -> None:
    trades = (
        "<metier><libelle>vannier</libelle></metier><metier><libelle>cannier</libelle></metier>"
    )
    reading = read_formation(formation(f"<metiers_formation>{trades}</metiers_formation>"))
    assert [seen.place for seen in reading.evidence if seen.field == "trades"] == [
        "metiers_formation/metier",
        "metiers_formation/metier[2]",
    ]


def fiche(inner: str) -> ReadRecord:
    return read_formation(formation(inner))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Un.</p><p> &nbsp; </p>\n<p>Deux.</p>", "Un.\n\nDeux."),
        ("<ul><li>un</li><li><p>deux</p></li></ul>", "- un\n\n- deux"),
        ("<h4>Titre</h4><p>Un.</p>", "Titre\n\nUn."),
        ("Sans balise.\n\nDeux.", "Sans balise.\n\nDeux."),
        ("sel &amp; poivre", "sel & poivre"),
        # broken: nothing closed, or cut off inside a tag
        ("<p>Un <b>gras<p>Deux <ul><li>trois", "Un gras\n\nDeux\n\n- trois"),
        ("<p>Un.</p><stro", "Un."),
        ("moins de 70 < 80 kW", "moins de 70 < 80 kW"),
        ("du bac &lt;pro> au BTS", "du bac <pro> au BTS"),
        # escaped twice
        (
            "&lt;p&gt;Sel &amp;amp; poivre&lt;/p&gt;&lt;p&gt;Deux.&lt;/p&gt;",
            "Sel & poivre\n\nDeux.",
        ),
        ("l&amp;eacute;gumes", "légumes"),
    ],
)
def test_html_inside_an_element(html: str, expected: str) -> None:
    assert fiche(texts(descriptif_format_court=html)).record.description == expected


def test_a_title_escaped_twice_has_no_markup_left() -> None:
    body = "<formation><libelle_complet>CAP l&amp;eacute;gumes &amp;amp; &amp;lt;b&amp;gt;fruits"
    reading = read_formation(f"{body}&amp;lt;/b&amp;gt;</libelle_complet></formation>".encode())
    assert reading.record.title == "CAP légumes & fruits"


@pytest.mark.parametrize("written", ["L&#146;&#156;uvre", "L&#x92;&#x9C;uvre"])
def test_a_number_of_windows_1252_means_what_browsers_read(written: str) -> None:
    diploma = fiche(f"<sigle>{written}</sigle><descriptif_acces>&lt;p>{written}</descriptif_acces>")
    assert (diploma.record.acronym, diploma.record.access) == ("L’œuvre", "L’œuvre")


def test_xml_declared_iso_8859_1_is_read_as_windows_1252() -> None:
    begin = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    body = formation(texts(descriptif_acces="L’accès à l’œuvre : 30 €")).decode()
    reading = read_formation(begin.encode() + body.encode("cp1252"))
    assert reading.record.access == "L’accès à l’œuvre : 30 €"


def test_html_written_as_elements_is_text_too() -> None:
    inner = "<descriptif_acces><p>Avec un <b>CAP</b>.</p><p>Ou sans.</p></descriptif_acces>"
    assert fiche(inner).record.access == "Avec un CAP.\n\nOu sans."


@pytest.mark.parametrize(
    "line",
    [
        "<p>Durée : cinq ans de métier</p>",
        "<p><strong>Débouchés</strong></p>",
        "<h2>Débouchés</h2>",
        "<h5>Poursuite d'études</h5>",
        "<p>Code : 50022143</p>",
        "<table><tr><th>Niveau</th><td>5</td></tr></table>",
    ],
)
def test_no_line_of_a_text_is_a_label(line: str) -> None:
    diploma = fiche(texts(descriptif_format_court=f"<p>Avant.</p>{line}<p>Après.</p>"))
    description = diploma.record.description or ""
    assert description.startswith("Avant.\n\n")
    assert description.endswith("\n\nAprès.")
    assert description.count("\n\n") >= 2
    assert values(diploma) == values(fiche("")) | {"description": description}


def test_a_sub_heading_that_repeats_the_section_is_left_out() -> None:
    diploma = fiche(texts(descriptif_acces="<h5>Accès</h5><p>Sans diplôme.</p>"))
    assert diploma.record.access == "Sans diplôme."


def test_a_fiche_is_one_diploma_whatever_options_it_names() -> None:
    options = "<ul><li>Option A osier (40025219)</li><li>Option B rotin (40025220)</li></ul>"
    diploma = fiche(texts(descriptif_format_court=options))
    assert diploma.record.title == "CAP vannerie"
    assert (diploma.record.description or "").count("Option") == 2


def test_a_fiche_needs_no_further_evidence_than_its_file() -> None:
    inner = texts(descriptif_acces="Notre lycée, nos ateliers, notre équipe : inscrivez-vous !")
    body = f"<formation><libelle_complet>Arts de la table</libelle_complet>{inner}</formation>"
    assert read_formation(body.encode()).record.title == "Arts de la table"


@pytest.mark.parametrize(
    ("written", "level"),
    [("5", 3), ("4", 4), ("3", 5), ("2", 6), ("1", None), ("niveau 5", 5), ("niveau V", 3)],
)
def test_a_bare_digit_is_of_the_former_scale(written: str, level: int | None) -> None:
    diploma = fiche(texts(niveau_certification=written)).record
    assert (diploma.level, diploma.level_label) == (level, written)


def test_a_bare_digit_of_a_page_is_of_the_present_scale() -> None:
    page = Document(
        b"<html><body><h1>CAP boucher</h1><p>Code : 50022143</p><p>Niveau : 5</p></body></html>"
    )
    (diploma,) = read(page, Lexicon.packaged()).records
    assert diploma.record.level == 5


TRADE = "<metiers_formation><metier>{}</metier></metiers_formation>"


@pytest.mark.parametrize(
    ("inner", "forms"),
    [
        # the producer's own forms win, also over a name that the rules would read otherwise
        (texts(nom_metier="tailleur/euse", libelle_masculin="maître", libelle_feminin="maîtresse"),
         ("tailleur/euse", "maître", "maîtresse")),
        (texts(nom_metier="modeleu/euse", libelle_masculin="modeleur", libelle_feminin="modeleuse"),
         ("modeleu/euse", "modeleur", "modeleuse")),
        (texts(libelle="vannier / vannière d'art"),
         ("vannier / vannière d'art", "vannier d'art", "vannière d'art")),
        (texts(libelle="vannier / vannière", libelle_feminin="vannière d'art"),
         ("vannier / vannière", "vannier", "vannière d'art")),
        (texts(nom_metier="vannier/ère", libelle="vannier / vannière"),
         ("vannier/ère", "vannier", "vannière")),
        ("vannier/ère", ("vannier/ère", "vannier", "vannière")),
    ],
)  # fmt: skip
def test_trades_of_both_generations(inner: str, forms: tuple[str, str, str]) -> None:
    diploma = fiche(TRADE.format(f"<id>MET.1</id>{inner}<synonymes/>"))
    (trade,) = diploma.record.trades
    assert (trade.label, trade.masculine, trade.feminine) == forms
    assert issues(diploma) == []


@pytest.mark.parametrize(
    ("inner", "value"),
    [
        (texts(nom_metier="vannier/ère", libelle="cannier/ère"), "vannier/ère | cannier/ère"),
        (texts(nom_metier="vannier/ère") + texts(nom_metier="cannier/ère"),
         "vannier/ère | cannier/ère"),
        (texts(nom_metier="vannier/ère", libelle_feminin="A") + texts(libelle_feminin="B"),
         "A | B"),
        (texts(nom_metier="vannier/ère", libelle_masculin="vannier", libelle_feminin="vannière")
         + "</metier><metier>"
         + texts(nom_metier="vannier/ère", libelle_masculin="Vannier", libelle_feminin="vannière"),
         "vannier / vannière | Vannier / vannière"),
    ],
    ids=["of two generations", "two names", "two forms", "two trades of one name"],
)  # fmt: skip
def test_a_trade_of_several_names_is_told(inner: str, value: str) -> None:
    diploma = fiche(TRADE.format(inner))
    assert [trade.label for trade in diploma.record.trades] == ["vannier/ère"]
    assert ("conflicting-values", "trades", value) in issues(diploma)


def test_synonyms_are_no_trades() -> None:
    synonyms = "<synonymes><synonyme><nom_metier>cannier/ère</nom_metier></synonyme></synonymes>"
    diploma = fiche(TRADE.format(f"<nom_metier>vannier/ère</nom_metier>{synonyms}"))
    assert [trade.label for trade in diploma.record.trades] == ["vannier/ère"]


def test_a_trade_without_a_name_is_told() -> None:
    diploma = fiche(TRADE.format("<id>MET.1</id>"))
    assert ("empty-value", "trades", "metiers_formation/metier MET.1") in issues(diploma)


@pytest.mark.parametrize(
    ("parts", "label"),
    [
        (texts(type_formation_sigle="CAP", type_formation_libelle="CAP"), "CAP (CAP)"),
        (texts(type_formation_sigle="", type_formation_libelle="baccalauréat professionnel"),
         "baccalauréat professionnel"),
        (texts(type_formation_libelle="", type_formation_libelle_court="BTS"), "BTS"),
        ("CAP", "CAP"),
    ],
)  # fmt: skip
def test_the_type_is_label_and_acronym(parts: str, label: str) -> None:
    diploma = fiche(f"<type_Formation>{parts}</type_Formation>").record
    assert diploma.diploma_type_label == label


def test_a_type_of_several_labels_is_told() -> None:
    parts = texts(type_formation_libelle="CAP") + texts(type_formation_libelle="BTS")
    diploma = fiche(f"<type_Formation>{parts}</type_Formation>")
    assert diploma.record.diploma_type == "CAP"
    assert issues(diploma) == [("conflicting-values", "diploma_type", "CAP | BTS")]


@pytest.mark.parametrize(("prefix", "diploma_type"), [("561", "CS"), ("563", "CS_AGRI")])
def test_the_prefix_decides_between_two_types_of_one_label(prefix: str, diploma_type: str) -> None:
    kind = texts(type_formation_sigle="CS", type_formation_libelle="certificat de spécialisation")
    inner = texts(code_scolarite=f"{prefix}21005") + f"<type_Formation>{kind}</type_Formation>"
    diploma = fiche(inner)
    assert diploma.record.diploma_type == diploma_type
    assert ("type-by-prefix", "diploma_type", "certificat de spécialisation (CS)") in issues(
        diploma
    )


def test_a_code_in_no_table_is_told() -> None:
    diploma = fiche(texts(code_scolarite="57722143"))
    assert diploma.record.code == "57722143"
    assert "unknown-prefix" in {code for code, _, _ in issues(diploma)}


@pytest.mark.parametrize(
    ("inner", "url"),
    [
        (texts(url="https://www.francecompetences.fr/recherche/rncp/38550/"), None),
        (texts(url="http://eduscol.education.fr/referentiels-professionnels/b1.html"),
         "http://eduscol.education.fr/referentiels-professionnels/b1.html"),
        (texts(url="https://chlorofil.fr/x") + "<sources_numeriques><source>https://a.fr</source>"
         "<source>https://referentiels-professionnels.eduscol.education.fr/b1.html</source>"
         "</sources_numeriques>",
         "https://referentiels-professionnels.eduscol.education.fr/b1.html"),
        (texts(url="voir le lycée"), None),
        # the list of all pages is the page of none
        (texts(url="https://eduscol.education.fr/referentiels-professionnels/"), None),
        (texts(url="https://eduscol.education.fr/Referentiels-professionnels/index.html#a"), None),
        (texts(url="https://referentiels-professionnels.eduscol.education.fr/"), None),
        ("<sources_numeriques>https://eduscol.education.fr/referentiels-professionnels/b1.html"
         "</sources_numeriques>",
         "https://eduscol.education.fr/referentiels-professionnels/b1.html"),
    ],
)  # fmt: skip
def test_the_address_is_a_page_of_the_site_or_none(inner: str, url: str | None) -> None:
    diploma = fiche(inner)
    assert diploma.record.url == url
    assert diploma.record.id == ("for.1" if url is None else "b1")
    assert all(code == "other-address" for code, *_ in issues(diploma))
    assert url is not None or issues(diploma)


@pytest.mark.parametrize(
    "inner",
    [
        texts(url="{0}b1.html {0}c1.html"),
        texts(url="{0}b1.html, {0}c1.html"),
        texts(url="{0}b1.html") + texts(url="{0}c1.html"),
        texts(url="{0}b1.html")
        + "<sources_numeriques><source>{0}c1.html</source></sources_numeriques>",
    ],
)
def test_of_several_pages_the_first_is_kept_and_all_are_told(inner: str) -> None:
    folder = "https://eduscol.education.fr/referentiels-professionnels/"
    diploma = fiche(inner.format(folder))
    assert (diploma.record.id, diploma.record.url) == ("b1", f"{folder}b1.html")
    assert issues(diploma) == [("conflicting-values", "url", f"{folder}b1.html | {folder}c1.html")]


def test_one_page_under_two_addresses_is_no_conflict() -> None:
    folder = "eduscol.education.fr/referentiels-professionnels"
    diploma = fiche(texts(url=f"http://{folder}/b1.htm https://{folder}/B1.html"))
    assert issues(diploma) == []


def test_the_name_of_a_page_may_hold_spaces() -> None:
    url = "https://eduscol.education.fr/referentiels-professionnels/MC4_sport, loisir.html"
    assert fiche(texts(url=url)).record.url == url


def test_an_rncp_number_stands_in_the_address() -> None:
    diploma = fiche(texts(url="https://www.francecompetences.fr/recherche/rncp/38550/"))
    assert diploma.record.rncp_codes == ("RNCP38550",)


def test_sessions_are_read() -> None:
    diploma = fiche(texts(annee_premiere_session="2021", annee_derniere_session="2030")).record
    assert (diploma.first_session, diploma.last_session) == (2021, 2030)


def test_empty_elements_say_nothing() -> None:
    tags = ("code_scolarite", "sigle", "attendus", "metiers_formation", "url", "type_Formation")
    diploma = fiche("".join(f"<{tag}/><{tag}> </{tag}>" for tag in tags))
    assert values(diploma) == values(fiche(""))
    assert issues(diploma) == []


@pytest.mark.parametrize(
    ("inner", "field", "value"),
    [
        ("<libelle_complet>CAP rotin</libelle_complet>", "title", "CAP vannerie | CAP rotin"),
        (texts(sigle="A") + texts(sigle="B"), "acronym", "A | B"),
        (texts(descriptif_acces="<p>A</p>") + texts(descriptif_acces="B"), "access", "A | B"),
    ],
)
def test_an_element_given_twice_with_other_values_is_told(
    inner: str, field: str, value: str
) -> None:
    diploma = fiche(inner)
    assert issues(diploma) == [("conflicting-values", field, value)]
    if field != "title":
        assert getattr(diploma.record, field) == "A"


def test_an_element_given_twice_with_the_same_value_is_given_once() -> None:
    assert issues(fiche(texts(sigle="A") + texts(sigle="A"))) == []


@pytest.mark.parametrize(
    ("inner", "where"),
    [
        (texts(nouveau="<p>CAP boucher</p>"), "nouveau"),
        (TRADE.format(texts(nom_metier="vannier/ère", salaire="2 000")),
         "metiers_formation/metier/salaire"),
        ("<type_Formation><genre>x</genre></type_Formation>", "type_Formation/genre"),
        ("<metiers_formation>vannier/ère</metiers_formation>", "metiers_formation"),
        ("<duree_formation><id>1</id></duree_formation>", "duree_formation/id"),
        ('<duree_formation valeur="2" unite="ans"/>', "duree_formation/@unite"),
        ("<sources_numeriques><source><valeur><a>x</a></valeur></source></sources_numeriques>",
         "sources_numeriques/source/valeur"),
    ],
)  # fmt: skip
def test_an_unknown_element_is_told_and_left_out(inner: str, where: str) -> None:
    diploma = fiche(texts(descriptif_acces="<p>Sans diplôme.</p>") + inner)
    assert ("unknown-heading", None, where) in issues(diploma)
    assert diploma.record.title == "CAP vannerie"
    assert diploma.record.duration_label is None
    assert diploma.record.access == "Sans diplôme."


def test_the_text_of_an_unknown_part_is_told_and_glued_to_nothing() -> None:
    parts = "<id>1</id><libelle>0022143</libelle>"
    diploma = fiche(
        f"<code_scolarite>{parts}</code_scolarite><sigle>V<id>2</id>AN</sigle>"
        '<descriptif_acces xml:lang="fr"><p class="a">Sans <em>diplôme</em>.</p></descriptif_acces>'
    )
    assert (diploma.record.code, diploma.record.acronym) == (None, "V AN")
    assert diploma.record.access == "Sans diplôme."
    told = [
        issue.message for issue in diploma.record.issues if issue.issue.value == "unknown-heading"
    ]
    assert [item.rpartition(": ")[2] for item in told] == ["1", "0022143", "2"]


def test_a_user_can_name_an_unknown_element(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.csv"
    path.write_text("description;text;nouveau\n", "utf-8")
    document = Document(formation(texts(nouveau="Osier.")), None, MEDIA_TYPE, "FOR.1")
    (diploma,) = read(document, Lexicon.packaged().extended(path.read_bytes(), path)).records
    assert diploma.record.description == "Osier."


def test_elements_known_and_unused_say_nothing() -> None:
    tags = ("identifiant libelle_generique libelle_specifique type_option niveau_etudes niv_code "
            "nsf_discipline nsf_fonction nature_certificat element_enseignement sous_tutelle "
            "poursuites_etudes publications sous_domaines_web creation_date "
            "modification_date")  # fmt: skip
    diploma = fiche("".join(f"<{tag}><part>4 ans</part></{tag}>" for tag in tags.split()))
    assert values(diploma) == values(fiche(""))
    assert issues(diploma) == []


def test_a_title_is_needed() -> None:
    with pytest.raises(Refused, match="other-page: no libelle_complet"):
        read_formation(b"<formation><nouveau>CAP boucher</nouveau></formation>")


def test_the_title_may_stand_after_elements_that_nobody_knows() -> None:
    body = f"<formation><nouveau>CAP rotin</nouveau>{formation('').decode()[11:]}"
    assert read_formation(body.encode()).record.title == "CAP vannerie"


def test_markup_that_would_exhaust_the_parser_is_refused() -> None:
    with pytest.raises(Refused, match="too-complex"):
        fiche(texts(attendus="<p>x" * 70_000))


def test_a_body_that_is_no_xml_is_refused() -> None:
    with pytest.raises(Refused, match="not-text"):
        read_formation(b"%PDF-1.7")
