"""Paragraphs below the title that no label names: which are the description, and which are not.

All pages are mock-ups.
"""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from schema.referential import Referential

FORMS = "Le CAP Vannerie forme des professionnels qui tressent des paniers et des sièges."
DAILY = "Au quotidien, il faut trier l'osier, le tremper puis monter les fonds à la main."
FACTS = "<p>Arrêté du 3 mai 2004</p><p>Code : 500-23438</p>"


def record(body: str) -> Referential:
    document = Document(f"<html><body><h1>CAP Vannerie</h1>{body}</body></html>".encode())
    (only,) = read(document, Lexicon.packaged()).records
    return only.record


def texts_left(found: Referential) -> set[str]:
    return {each.value or "" for each in found.issues if each.issue is IssueCode.UNLABELLED_TEXT}


@pytest.mark.parametrize(
    "claim",
    [
        FORMS,
        "Ce diplôme prépare au métier de vannier, en atelier ou chez soi.",
        "Cette formation a pour objectif de former des ouvriers de la vannerie.",
        "Le titulaire du CAP Vannerie réalise des objets en osier et en rotin.",
        "Polyvalent, le titulaire peut monter un fond le matin et vendre l'après-midi.",
        "Le certificat atteste que son porteur sait tresser des objets d'osier.",
        "Ce CAP s'adresse à celles et ceux qui souhaitent travailler la matière de leurs mains.",
        "Ce CAP répond au besoin des ateliers de disposer de bons vanniers.",
        "Cette formation allie gestes du métier et connaissance de l'osier.",
        "Le CAP Vannerie vise à rendre le candidat capable de tresser des paniers.",
        "Le diplômé a pour missions de trier l'osier et de tresser des paniers.",
        "Sa mission ? Tresser des objets qui durent, et réparer les anciens.",
        "Il s'agit d'une formation qui prépare à monter des fonds de paniers.",
        "Le diplôme apporte les connaissances qu'il faut pour monter un fond.",
        "Chaque jour, le professionnel doit trier les brins et tremper l'osier.",
        "Un bon tour de main permet au titulaire de ce CAP de tresser des sièges.",
        "Adroit, il est en mesure de monter un fond et de tresser des paniers.",
    ],
)
def test_a_sentence_on_what_the_diploma_is_for_is_the_description(claim: str) -> None:
    found = record(f"<p>{claim}</p>{FACTS}")
    assert found.description == claim
    assert not texts_left(found)
    assert found.code == "50023438"


def test_paragraphs_beside_it_belong_to_it() -> None:
    assert record(f"<p>{FORMS}</p><p>{DAILY}</p>{FACTS}").description == f"{FORMS}\n\n{DAILY}"
    assert record(f"<p>{DAILY}</p><p>{FORMS}</p>{FACTS}").description == f"{DAILY}\n\n{FORMS}"
    # however short, where it goes on about the holder
    assert record(f"<p>{FORMS}</p><p>Il sait :</p><ul><li>trier</li></ul>{FACTS}").description == (
        f"{FORMS}\n\nIl sait :\n\n- trier"
    )
    assert (
        record(f"<p>{FORMS}</p><p>Osier :</p><ul><li>blanc</li></ul>{FACTS}").description == FORMS
    )
    assert record(f"<p>{DAILY}<br><br>{FORMS}</p>{FACTS}").description is not None


@pytest.mark.parametrize(
    "lead",
    [
        "Ce CAP prépare à :",
        "Il intervient pour :",
        "Les principales activités sont les suivantes :",
    ],
)
def test_a_short_line_that_says_so_announces_the_list(lead: str) -> None:
    listed = "<ul><li>trier l'osier ;</li><li>monter un fond.</li></ul>"
    found = record(f"<h2>L'essentiel</h2><p>{lead}</p>{listed}{FACTS}").description or ""
    assert found.startswith(lead)
    assert "monter un fond" in found


@pytest.mark.parametrize("lead", ["Il faut savoir :", "Le titulaire doit :"])
def test_a_short_line_without_a_claim_announces_no_description(lead: str) -> None:
    listed = "<ul><li>trier l'osier ;</li><li>monter un fond.</li></ul>"
    assert record(f"<h2>L'essentiel</h2><p>{lead}</p>{listed}{FACTS}").description is None


def test_a_list_that_it_announces_belongs_to_it() -> None:
    listed = "<ul><li>trier l'osier</li><li>monter un fond</li></ul>"
    for announces in (
        "Le titulaire de ce diplôme exerce les activités qui suivent :",
        "Dans son métier, le titulaire sait :",
    ):
        found = record(f"<p>{announces}</p>{listed}{FACTS}")
        assert found.description == f"{announces}\n\n- trier l'osier\n\n- monter un fond"


def test_a_list_goes_with_the_paragraph_that_announces_it() -> None:
    listed = "<ul><li>un tablier</li><li>un couteau</li></ul>"
    brought = "Les candidats apportent le jour de l'examen :"
    found = record(f"<p>{FORMS}</p><p>{brought}</p>{listed}{FACTS}")
    assert found.description == FORMS
    assert {brought, "un tablier", "un couteau"} <= texts_left(found)
    announces = "Le titulaire de ce diplôme exerce les activités qui suivent :"
    listed = "<ul><li>trier l'osier</li><li>tenir le calendrier des ventes</li></ul>"
    found = record(f"<p>{FORMS}</p><p>{announces}</p>{listed}{FACTS}")
    assert found.description == FORMS
    assert {announces, "trier l'osier"} <= texts_left(found)
    found = record(f"<p>{FORMS}</p><p>{announces}</p><p><a href=a.html>Tri</a></p>{FACTS}")
    assert found.description == FORMS


def test_a_paragraph_with_a_label_in_front_is_no_part_of_it() -> None:
    labelled = "<p><b>Zigle :</b> les titulaires travaillent l'osier, le rotin et la paille.</p>"
    assert record(f"{labelled}{FACTS}").description is None


@pytest.mark.parametrize(
    "text",
    [
        "Il est accessible après la classe de troisième, sans condition de diplôme.",
        "Cette page est mise à jour par le bureau des diplômes chaque année.",
        "Les annexes et le référentiel sont publiés au Bulletin officiel en ligne.",
        "Pour vous inscrire, contactez le service des examens de votre académie.",
    ],
)
def test_texts_on_something_else_are_no_part_of_it(text: str) -> None:
    assert record(f"<p>{FORMS}</p><p>{text}</p>{FACTS}").description == FORMS
    alone = record(f"<p>{text}</p>{FACTS}")
    assert alone.description is None
    assert text in texts_left(alone)


def test_a_paragraph_that_does_not_speak_of_the_diploma_is_told() -> None:
    found = record(f"<p>{DAILY}</p>{FACTS}")
    assert found.description is None
    assert DAILY in texts_left(found)


def test_paragraphs_of_another_part_of_the_page_are_told() -> None:
    found = record(f"<div><p>{FORMS}</p></div><div><p>{DAILY}</p></div>{FACTS}")
    assert found.description == FORMS
    assert DAILY in texts_left(found)


def test_a_labelled_description_comes_before_it() -> None:
    labelled = "Le titulaire de ce diplôme travaille l'osier, le rotin et la paille."
    found = record(f"<p>{FORMS}</p>{FACTS}<h2>Description</h2><p>{labelled}</p>")
    assert found.description == labelled
    assert FORMS in texts_left(found)


def test_a_sentence_with_an_order_stays_an_order() -> None:
    sentence = "Le CAP Vannerie, créé par l'arrêté du 3 mai 2004, forme des vanniers d'atelier."
    found = record(f"<p>{sentence}</p><p>Code : 500-23438</p>")
    assert found.description is None
    assert [text.date for text in found.legal_texts] == ["2004-05-03"]


def test_a_paragraph_below_a_section_of_texts_is_told() -> None:
    trades = "<h2>Métiers</h2><ul><li>vannier/ère</li></ul>"
    found = record(f"<div>{trades}</div><p>{FORMS}</p>{FACTS}")
    assert found.description is None
    assert FORMS in texts_left(found)


@pytest.mark.parametrize("head", ["L'essentiel", "En résumé", "Tout savoir sur le diplôme"])
def test_a_text_below_a_heading_that_says_nothing_is_a_description_by_its_claim(head: str) -> None:
    access = "<h2>Accès</h2><p>Après la classe de troisième.</p>"
    found = record(f"{FACTS}{access}<h2>{head}</h2><p>{FORMS}</p><p>{DAILY}</p>")
    assert found.description == f"{FORMS}\n\n{DAILY}"
    assert found.access == "Après la classe de troisième."
    assert record(f"{FACTS}{access}<h2>{head}</h2><p>{DAILY}</p>").description is None
    assert record(f"{FACTS}{access}<h2>Vie de la classe</h2><p>{FORMS}</p>").description is None


@pytest.mark.parametrize(
    "text",
    [
        "Le titulaire du CAP « Vannerie » exerce dans un atelier.",
        "Le CAP « Vannerie » répond aux besoins des ateliers de la région.",
    ],
)
@pytest.mark.parametrize(
    "written", ["<p>{}</p>", "<p><font color=#333>{}</font></p>", "<p><b>{}</b></p>"]
)
def test_a_claim_on_a_name_in_quotes_or_set_off_is_the_description(text: str, written: str) -> None:
    found = record(f"{written.format(text)}<p>{DAILY}</p>{FACTS}")
    assert found.description == f"{text}\n\n{DAILY}"


def test_words_set_off_within_a_sentence_are_no_label() -> None:
    found = record(f"<p>{FORMS}</p><p><b>Les notions d'osier</b>, de rotin sont vues.</p>{FACTS}")
    assert found.description == f"{FORMS}\n\nLes notions d'osier, de rotin sont vues."
    listed = "<ul><li><b>trier l'osier</b> ;</li><li><font color=red>tresser.</font></li></ul>"
    found = record(f"<p>{FORMS}</p><p><b>Les élèves apprennent à :</b></p>{listed}{FACTS}")
    assert (found.description or "").endswith("à :\n\n- trier l'osier ;\n\n- tresser.")


@pytest.mark.parametrize(
    "text",
    [
        "Le CAP relève de la commission professionnelle consultative des arts. Ce diplôme est au"
        " niveau 3 du cadre national des certifications professionnelles.",
        "Ce CAP se prépare en deux ans. Les candidats ont entre quinze et vingt ans, parfois plus,"
        " et viennent de toutes les régions.",
        "Les ateliers d'autrefois étaient nombreux. On y tressait des paniers et des sièges, et on"
        " les vendait sur le marché de la ville.",
    ],
)
def test_some_sentences_on_something_else_are_not(text: str) -> None:
    assert record(f"<p>{text}</p>{FACTS}").description is None


@pytest.mark.parametrize(
    "other",
    [
        "Le titulaire du CAP Vannerie est dispensé des unités d'enseignement général du BEP.",
        "Les titulaires du CAP Vannerie peuvent se présenter au concours de leur métier.",
        "La vannière et l'atelier, journal des élèves de la section depuis dix ans.",
        "La vannerie a son musée à Fayl-Billot, ouvert toute l'année sauf le lundi.",
        "Les titulaires du CAP sont peu nombreux ici, et les entreprises en cherchent.",
        "Le titulaire du diplôme reçoit son parchemin au rectorat. Les duplicatas ne sont pas"
        " délivrés, mais une attestation peut être demandée au service des archives.",
        "Ce CAP est proposé dans quarante lycées. La carte des formations est fixée par an par"
        " les recteurs et par les régions, après avis des branches.",
        "Les élèves ont vingt-deux semaines de stage en trois ans. Les conventions sont signées par"
        " le chef d'établissement et par l'entreprise d'accueil.",
    ],
)
def test_a_text_that_only_speaks_of_the_diploma_or_its_holder_is_none(other: str) -> None:
    found = record(f"<p>{other}</p>{FACTS}")
    assert found.description is None
    assert texts_left(found) == {other}


def test_a_lead_below_the_card_of_an_unknown_fact_is_the_description() -> None:
    card = "<div class=card><p class=label>{}</p><p class=value>{}</p></div>"
    cards = "".join(card.format(*each) for each in (("Sigle", "VAN"), ("Corporation", "Vanniers")))
    found = record(f"<div>{cards}</div><div><p>{FORMS}</p></div>{FACTS}")
    assert (found.acronym, found.description) == ("VAN", FORMS)
    # what stands beside the label is below it
    inside = f"<div class=card><p class=label>Corporation</p><p>{FORMS}</p></div>"
    first = card.format("Sigle", "VAN")
    assert record(f"<div>{first}{inside}</div>{FACTS}").description is None


def test_the_diploma_set_off_before_its_name_in_quotes_is_no_label() -> None:
    quoted = "<b>Le titulaire du CAP</b> « Vannerie » réalise des paniers."
    plain = "Le titulaire du CAP « Vannerie » réalise des paniers."
    assert record(f"<p>{quoted}</p>{FACTS}").description == plain
    assert record(f"{FACTS}<h2>Objectifs</h2><p>{quoted}</p>").description == plain


@pytest.mark.parametrize("lead", ["<b>Il est capable</b> :", "<b>Il est capable :</b>"])
def test_a_set_off_line_that_says_so_announces_the_list(lead: str) -> None:
    listed = "<ul><li>de tresser ;</li><li>de tenir ses rendez-vous.</li></ul>"
    found = record(f"<p>{FORMS}</p><p>{lead}</p>{listed}{FACTS}").description
    assert found == f"{FORMS}\n\nIl est capable :\n\n- de tresser ;\n\n- de tenir ses rendez-vous."
