"""Cycles, repealed predecessors, forms, banners of tables and names of files; all are mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

PLACES = (
    "<p>{} : {}</p>",
    "<table><tr><th>{}<td>{}</table>",
    "<dl><dt>{}<dd>{}</dl>",
    "<h3>{}</h3><p>{}</p>",
)


@pytest.mark.parametrize("place", PLACES)
def test_a_cycle_is_a_duration(place: str) -> None:
    assert record_of(ORDER + place.format("Cycle", "deux ans")).duration_months == 24


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("label", ["Diplôme abrogé et remplacé", "Remplace le diplôme suivant"])
def test_a_predecessor_that_was_repealed_is_not_the_own_diploma(label: str, place: str) -> None:
    record = record_of(ORDER + place.format(label, "CAP Vannerie (500-23437)"))
    assert (record.replaces, record.code, record.status) == (("50023437",), None, "unknown")
    told = [issue.field for issue in record.issues if issue.issue.value == "unlabelled-text"]
    assert told == (["status"] if "abrogé" in label else [])


@pytest.mark.parametrize(
    ("name", "is_name"),
    [
        ("Document de référence du diplôme", True),
        ("Document d'accompagnement", True),
        ("Document PDF", False),
    ],
)
def test_what_a_document_is_of_is_its_name(name: str, is_name: bool) -> None:
    (document,) = record_of(f"{ORDER}<p><a href='a.pdf'>{name}</a></p>").documents
    assert (document.title == name) is is_name


DAY = "<a href='https://www.education.gouv.fr/bo/98/Hebdo25/MENL9800480A.htm'>17 novembre 1998</a>"
FACTS = (("Fiche du RNCP", "RNCP37243"), ("Première session", "2000"), ("Arrêté de création", DAY))


def test_a_form_of_facts_may_link_to_the_bulletin() -> None:
    lines = "".join(f"<div><label>{name}</label><p>{value}</p></div>" for name, value in FACTS)
    file = "<ul><li><a href='f/savoirs.pdf'>Savoirs associés</a></li></ul>"
    record = record_of(f"<form>{lines}</form>{file}")
    assert (record.rncp_codes, record.first_session) == (("RNCP37243",), 2000)
    assert [(text.date, text.kind) for text in record.legal_texts] == [("1998-11-17", "creation")]


def test_cells_that_head_texts_are_content_whatever_they_are_called() -> None:
    access, study = "Ouvert à tous.", "Les plus motivés entrent en BMA."
    heads = (("Ce diplôme est ouvert sous conditions", access), ("Poursuite d'études", study))
    rows = "".join(
        f"<table><tr><td class=bandeau><b>{head}</b></td></tr><tr><td>{text}</td></tr></table>"
        for head, text in heads
    )
    record = record_of(ORDER + rows)
    assert (record.access, record.further_study) == (access, study)


def test_a_site_s_banner_in_a_cell_of_its_own_is_none() -> None:
    banner = "<table><tr><td class=bandeau><b>Espace des lycées</b></td></tr></table>"
    record = record_of(f"{ORDER}<p>Niveau 3</p>", f"{banner}<h1>CAP Vannerie</h1>")
    assert not any("Espace" in (issue.value or "") for issue in record.issues)


TEXTS = ORDER + "<p><a href='a.pdf'>Référentiel</a></p>"


@pytest.mark.parametrize("place", ["<p><b>{}</b></p>", "<p>{}</p>", "<h1>{}</h1>"])
@pytest.mark.parametrize("way", ["Référentiels professionnels >", "Référentiels ›"])
def test_a_step_below_all_referentiels_is_the_title(way: str, place: str) -> None:
    record = record_of(TEXTS, place.format(f"{way} BTS Tourisme"))
    assert (record.diploma_type, record.name) == ("BTS", "Tourisme")


def test_such_a_way_above_the_title_is_none() -> None:
    record = record_of(TEXTS, "<p>Référentiels > BTS</p><h1>CAP Vannerie</h1>")
    assert record.title == "CAP Vannerie"


def test_the_site_s_name_as_first_heading_is_no_subject() -> None:
    site = "<h1>Diplômes professionnels de l'éducation nationale</h1>"
    assert record_of(TEXTS, f"{site}<h2>CAP Vannerie</h2>").title == "CAP Vannerie"
