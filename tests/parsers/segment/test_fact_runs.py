"""Lines of facts that one mark sets apart, with and without labels; all pages are mock-ups."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.parsers.extract.pages import record_of, records_of

MARKS = (" | ", " • ", " · ", " – ", " - ", " ; ", ", ")
# By field its value, and the ways in which a page may state it
FACTS: dict[str, tuple[object, tuple[str, ...]]] = {
    "code": ("50023438", ("Code : 500-23438", "Code diplôme 50023438", "N° de code : 500-23438")),
    "level": (3, ("Niveau : 3", "Diplôme classé au niveau 3", "niveau 3", "Niveau : V")),
    "cpc": ("Industrie", ("CPC : Industrie", "CPC Industrie", "C.P.C. : Industrie")),
    "sector": ("Métallurgie", ("Secteur : Métallurgie", "Secteur Métallurgie")),
    "rncp_codes": (
        ("RNCP38649",),
        ("RNCP 38649", "Fiche RNCP n° 38649", "Inscrit au RNCP sous le numéro 38649"),
    ),
    "duration_months": (24, ("Durée : 2 ans", "Formation en 2 ans", "Préparé en deux ans")),
    "first_session": (
        2012,
        ("1re session : 2012", "Première session en 2012", "Entrée en vigueur : session 2012"),
    ),
    "last_session": (2025, ("Dernière session : 2025", "Dernière session d'examen : 2025")),
    "replaces": (("50023411",), ("Remplace le 500-23411", "Ancien code : 500-23411")),
    "acronym": ("VAN", ("Sigle : VAN",)),
    "status": ("in_force", ("En vigueur", "Diplôme en vigueur", "Statut : en vigueur")),
    "legal_texts": (
        [("2010-02-18", "creation")],
        (
            "Arrêté de création : 18 février 2010",
            "Créé par arrêté du 18 février 2010",
            "Arrêté du 18/02/2010 portant création",
            "Création : arrêté du 18 février 2010",
        ),
    ),
}
# An order right behind a predecessor may be the predecessor's.
OF_OTHERS = {("replaces", "legal_texts")}
_LINK = '<p><a href="annexes.pdf">Annexes</a></p>'


def _values(body: str, fields: tuple[str, ...]) -> dict[str, object]:
    record = record_of(f"<p>{body}</p>{_LINK}")
    values = {field: getattr(record, field) for field in fields}
    if "legal_texts" in values:
        values["legal_texts"] = [(text.date, text.kind) for text in record.legal_texts]
    return values


@given(
    fields=st.lists(st.sampled_from([*FACTS]), min_size=3, max_size=7, unique=True),
    mark=st.sampled_from(MARKS),
    data=st.data(),
)
def test_each_fact_of_a_line_is_read(fields: list[str], mark: str, data: st.DataObject) -> None:
    assume(not OF_OTHERS.intersection(itertools.pairwise(fields)))
    line = mark.join(data.draw(st.sampled_from(FACTS[field][1])) for field in fields)
    expected = {field: FACTS[field][0] for field in fields}
    assert _values(line, tuple(fields)) == expected, line


@pytest.mark.parametrize("mark", MARKS)
def test_what_stands_behind_a_predecessor_or_successor_stays_with_it(mark: str) -> None:
    parts = ("Niveau 3", "Remplacé par le 500-23499", "première session 2026", "RNCP 38649")
    record = record_of(f"<p>{mark.join(parts)}</p>{_LINK}")
    assert (record.replaced_by, record.first_session) == (("50023499",), None)
    assert (record.level_label, record.rncp_codes) == ("Niveau 3", ("RNCP38649",))


@pytest.mark.parametrize("mark", [mark for mark in MARKS if mark != " ; "])
def test_an_order_right_behind_a_predecessor_may_be_its(mark: str) -> None:
    parts = ("Niveau 3", "Remplace le 500-23411", "arrêté du 3 mai 1990", "RNCP 38649")
    record = record_of(f"<p>{mark.join(parts)}</p>{_LINK}")
    assert (record.legal_texts, record.replaces) == ((), ("50023411",))


@pytest.mark.parametrize("mark", MARKS)
def test_a_journal_belongs_to_its_order(mark: str) -> None:
    parts = ("Arrêté du 18 février 2010", "JO du 3 mars 2010", "Niveau 3", "Sigle : VAN")
    record = record_of(f"<p>{mark.join(parts)}</p>{_LINK}")
    assert [text.date for text in record.legal_texts] == ["2010-02-18"]
    assert (record.level_label, record.acronym) == ("Niveau 3", "VAN")


@pytest.mark.parametrize(
    "line",
    [
        "Code : 500-23411 – Niveau 3 – CAP Osier",
        "Niveau 3, atelier, outils",
        "Secteur tertiaire | Secteur industriel | Secteur agricole",
    ],
)
def test_a_line_with_other_words_is_left_as_it_is(line: str) -> None:
    (record,) = records_of(f"<p>{line}</p>{_LINK}<p>Arrêté du 3 mai 2004</p>")
    assert record.sector is None
