"""A label in an element of its own behind its value, as figures have it."""

import pytest

from tests.parsers.extract.pages import record_of, record_with_facts

FIGURES = (
    ("juin 2018", "Première session"), ("Niveau 3", "Niveau du diplôme"), ("Industrie", "CPC"),
    ("Ameublement", "Secteur"), ("deux ans", "Durée des études"), ("VAN", "Sigle"),
)  # fmt: skip


@pytest.mark.parametrize(
    "made",
    [
        '<div class="c"><span class="v"><strong>{}</strong></span> <span>{}</span></div>',
        "<p><b>{}</b> <small>{}</small></p>",
        "<li><strong>{}</strong><span>{}</span></li>",
    ],
)
def test_figures_are_read_with_the_labels_behind_them(made: str) -> None:
    body = "".join(made.format(*figure) for figure in FIGURES)
    record = record_with_facts(f"<ul>{body}</ul>" if "<li>" in made else body)
    assert (record.first_session, record.level, record.duration_months) == (2018, 3, 24)
    assert (record.cpc, record.sector, record.acronym) == ("Industrie", "Ameublement", "VAN")


def test_a_linked_value_and_an_unknown_label_among_figures_end_nothing() -> None:
    number = '<a href="https://www.francecompetences.fr/recherche/rncp/38655/">RNCP38655</a>'
    record = record_with_facts(
        "<p><b>Industrie</b> <i>CPC</i></p><p><b>24 février</b> <i>Réunion des jurys</i></p>"
        f"<p><b>{number}</b> <i>Fiche RNCP</i></p>"
    )
    assert (record.cpc, record.rncp_codes) == ("Industrie", ("RNCP38655",))


def test_words_that_tell_nothing_are_no_value_of_a_label_behind_them() -> None:
    record = record_with_facts(
        "<p><b>Les métiers relèvent de la</b> <i>CPC</i></p><p>Industrie</p>"
    )
    assert record.cpc != "Les métiers relèvent de la"


def test_a_label_before_its_value_stays_its_label() -> None:
    body = "<p><b>Niveau</b> <i>Niveau 3</i></p><p><b>Sigle</b> <i>VAN</i></p>"
    record = record_of(f"<p>Code : 500-23438</p>{body}")
    assert (record.level, record.acronym) == (3, "VAN")
