"""Values that stand on a page and are of something else: silently none of them is the diploma's."""

import pytest

from schema.referential import Referential
from tests.parsers.extract.pages import record_with_facts, trades_of

SUCCESSOR = "<p>Ce diplôme est remplacé par le BP Maçon (code 450-23216).</p>"


def told(record: Referential, field: str) -> bool:
    """Whether an issue with words names the field."""
    return any(each.field == field and each.value for each in record.issues)


@pytest.mark.parametrize("between", ["", "<p>Le nouveau diplôme est inscrit au répertoire.</p>"])
def test_a_sentence_that_goes_on_about_the_successor_gives_no_duration(between: str) -> None:
    record = record_with_facts(
        f"<h2>Évolution</h2>{SUCCESSOR}{between}<p>Il se prépare en 3 ans.</p>"
    )
    assert (record.duration_months, record.replaced_by) == (None, ("45023216",))


def test_a_sentence_on_the_successor_in_one_paragraph_gives_no_duration() -> None:
    record = record_with_facts(f"{SUCCESSOR.removesuffix('</p>')} Il se prépare en 3 ans.</p>")
    assert (record.duration_months, record.replaced_by) == (None, ("45023216",))
    assert told(record, "duration_label")


def test_a_sentence_that_goes_on_about_the_diploma_gives_its_duration() -> None:
    record = record_with_facts(
        "<p>Ce diplôme forme des vanniers.</p><p>Il se prépare en 3 ans.</p>"
    )
    assert record.duration_months == 36


def test_the_session_of_a_named_successor_is_not_the_diplomas() -> None:
    session = "<p>La première session du nouveau diplôme aura lieu en 2006.</p>"
    record = record_with_facts(f"<h2>Évolution</h2>{SUCCESSOR}{session}")
    assert record.first_session is None
    assert told(record, "first_session")


@pytest.mark.parametrize(
    "label", ["RNCP de l'ancien diplôme", "Ancienne fiche RNCP", "RNCP du diplôme remplacé"]
)
def test_the_number_of_a_former_diploma_is_told(label: str) -> None:
    record = record_with_facts(
        f"<dl><dt>{label}</dt><dd>RNCP12345</dd><dt>RNCP</dt><dd>RNCP38655</dd></dl>"
    )
    assert record.rncp_codes == ("RNCP38655",)
    assert any(each.value and "12345" in each.value for each in record.issues)


def test_the_fiche_of_another_diploma_is_told() -> None:
    record = record_with_facts("<p>La fiche RNCP12345 décrit un autre diplôme, le BP Maçon.</p>")
    assert record.rncp_codes == ()
    assert told(record, "rncp_codes")


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td>Durée de validité des notes :</td><td>5 ans</td></tr>",
        "<tr><th>CPC</th><th>Durée de validité des notes</th></tr>"
        "<tr><td>Industrie</td><td>5 ans</td></tr>",
    ],
)
def test_years_beside_an_unknown_label_are_no_duration(table: str) -> None:
    record = record_with_facts(f"<table>{table}</table>")
    assert record.duration_months is None
    assert any(each.field == "duration_label" for each in record.issues)


def test_abbreviations_of_a_glossary_are_no_labels() -> None:
    terms = ("PSE : prévention santé", "CPC : commission professionnelle consultative",
             "CCF : contrôle en cours de formation")  # fmt: skip
    items = "".join(f"<li>{term}</li>" for term in terms)
    record = record_with_facts(f"<h2>Liste des sigles</h2><ul>{items}</ul>")
    assert record.cpc is None


@pytest.mark.parametrize(
    "duration", ["2 ans ; stage de 10 semaines", "2 ans (34 heures par semaine)"]
)
def test_a_stage_or_hours_a_week_stand_beside_a_duration(duration: str) -> None:
    assert record_with_facts(f"<p>Durée des études : {duration}</p>").duration_months == 24


def test_a_second_duration_behind_a_semicolon_leaves_it_open() -> None:
    table = (
        "<table><tr><th>Durée des études</th><td>2 ans ; 1 an en apprentissage</td></tr></table>"
    )
    assert record_with_facts(table).duration_months is None


def test_a_line_of_trades_in_a_cell_is_divided() -> None:
    table = "<table><tr><th>Métiers visés</th></tr><tr><td>{}</td></tr></table>"
    assert trades_of(table.format("<p>vannier/ère, tapissier/ère</p>")) == [
        "vannier/ère", "tapissier/ère",
    ]  # fmt: skip
    assert trades_of(table.format("<p>technicien, agent de maintenance, de nuit</p>")) == [
        "technicien, agent de maintenance, de nuit"
    ]


def test_an_unknown_label_of_the_pages_form_ends_a_list() -> None:
    record = record_with_facts(
        "<p><strong>Attendus :</strong></p><ul><li>Aimer le travail manuel.</li></ul>"
        "<p><strong>Horaires :</strong> La grille est arrêtée par l'établissement.</p>"
    )
    assert record.expectations == "- Aimer le travail manuel."


def test_an_unknown_part_beside_a_repeated_label_is_no_part_of_the_text() -> None:
    record = record_with_facts(
        "<h2>Présentation du diplôme</h2><h3>Description</h3><p>Il tresse l'osier avec soin.</p>"
        "<h3>Équipements</h3><p>Chaque élève dispose d'un poste.</p>"
    )
    assert record.description == "Il tresse l'osier avec soin."


SUCCEEDED = "Il est remplacé par le 450-23216."


@pytest.mark.parametrize(
    ("sentence", "field", "expected"),
    [
        ("Le sigle en usage est VAN.", "acronym", "VAN"),
        ("Il relève de la commission professionnelle consultative : « Construction ».",
         "cpc", "Construction"),
        ("Son secteur est : Bois et dérivés.", "sector", "Bois et dérivés"),
        ("Il se prépare en 2 ans.", "duration_months", 24),
    ],
)  # fmt: skip
def test_sentences_before_the_one_on_the_successor_are_the_diplomas(
    sentence: str, field: str, expected: object
) -> None:
    for paragraph in (
        f"{sentence} {SUCCEEDED}",
        f"Ce diplôme forme des vanniers. {sentence} {SUCCEEDED} Il est exigeant.",
    ):
        record = record_with_facts(f"<h2>Repères</h2><p>{paragraph}</p>")
        assert getattr(record, field) == expected
        assert record.replaced_by == ("45023216",)


def test_a_sentence_that_names_this_diploma_is_its_own_behind_the_successor() -> None:
    record = record_with_facts(
        f"<h2>Repères</h2><p>{SUCCEEDED} Ce diplôme est de niveau 3. Il se prépare en 2 ans.</p>"
    )
    assert (record.level, record.duration_months) == (3, 24)


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Il relève de la CPC : Commerce.", "cpc"),
        ("Son secteur est : Bois.", "sector"),
        ("La durée de la formation est de 3 ans.", "duration_months"),
    ],
)
def test_a_sentence_that_goes_on_in_the_paragraph_on_the_successor_gives_none(
    sentence: str, field: str
) -> None:
    record = record_with_facts(
        f"<h2>Repères</h2><p>Ce diplôme est remplacé par le BP Maçon. {sentence}</p>"
    )
    assert getattr(record, field) is None
