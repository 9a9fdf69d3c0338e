"""Sectors and commissions: labels of a part of one, sentences, and what is no name.

All pages are mock-ups.
"""

import pytest

from schema.issues import IssueCode
from schema.referential import Referential
from tests.parsers.extract.pages import ORDER, record_of


def told(record: Referential, field: str) -> set[IssueCode]:
    return {issue.issue for issue in record.issues if issue.field == field}


@pytest.mark.parametrize(
    "line",
    [
        "CPC : Industrie, secteur Métallurgie",
        "CPC : Industrie – secteur Métallurgie",
        "CPC : Industrie - Secteur Métallurgie",
        "C.P.C. : Industrie / secteur : Métallurgie",
        "Commission professionnelle consultative : Industrie (secteur Métallurgie)",
        "Commission professionnelle consultative « Industrie » / secteur : Métallurgie",
        "CPC Industrie, secteur Métallurgie",
        "Ce diplôme relève de la CPC Industrie, secteur Métallurgie.",
        "RNCP36255 - CPC : Industrie / secteur : Métallurgie - Première session en juin 2006",
    ],
)
@pytest.mark.parametrize("place", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
def test_a_sector_behind_a_commission_is_none_of_its_name(line: str, place: str) -> None:
    record = record_of(ORDER + place.format(line))
    assert (record.cpc, record.sector) == ("Industrie", "Métallurgie")


@pytest.mark.parametrize(
    ("line", "cpc"),
    [
        ("CPC : Industrie, secteur de la métallurgie", "Industrie, secteur de la métallurgie"),
        ("CPC : Secteurs sanitaire et social", "Secteurs sanitaire et social"),
        ("Ce diplôme ne relève pas de la CPC Industrie, secteur Métallurgie.", None),
        # a menu
        ("Sommaire :: Diplômes par CPC :: Nouveautés", None),
    ],
)
def test_other_words_behind_a_commission_are_no_sector(line: str, cpc: str | None) -> None:
    record = record_of(f"{ORDER}<p>{line}</p>")
    assert (record.cpc, record.sector) == (cpc, None)


@pytest.mark.parametrize(
    "line",
    [
        "La spécialité relevait du secteur de l'alimentation.",
        "Industrie (CPC) ; Métallurgie (secteur)",
        "Dans la liste ministérielle, secteur de rattachement : Métallurgie.",
        # behind a commission that is read
        "CPC : Industrie, secteur Métallurgie depuis 2014",
        "CPC : Industrie, secteur les secteurs",
        "CPC : Industrie, secteur Cette spécialité appartient aux métiers du bois",
    ],
)
def test_a_sector_that_no_rule_reads_is_told(line: str) -> None:
    record = record_of(f"{ORDER}<p>{line}</p>")
    assert record.sector is None
    assert told(record, "sector")


@pytest.mark.parametrize(
    ("body", "sector"),
    [
        ("<p>Sous-secteur : Osier</p>", "Osier"),
        ("<table><tr><th>SOUS-SECTEUR<td>« Osier »</table>", "Osier"),
        # of the sector that the page names too, it is a part
        ("<p>Secteur : Artisanat</p><p>Sous-secteur : Osier</p>", "Artisanat"),
        ("<p>Sous-secteur : Osier</p><p>Secteur professionnel : Artisanat</p>", "Artisanat"),
        # other labels beside it name none
        (
            "<p>Sous-secteur : Osier</p><h2>Champ d'activité</h2>"
            "<p>Le vannier tresse des paniers et des meubles en osier.</p>",
            "Osier",
        ),
        (
            "<p>Sous-secteur : Osier</p><h2>Branche professionnelle</h2>"
            "<p>Les entreprises accueillent des stagiaires.</p>",
            "Osier",
        ),
    ],
)
def test_a_part_of_a_sector_is_the_sector_where_no_other_is_named(body: str, sector: str) -> None:
    assert record_of(ORDER + body).sector == sector


@pytest.mark.parametrize(
    ("line", "sector"),
    [
        ("Secteur : Osier, rotin. Il s'agit d'un diplôme de niveau 3.", "Osier, rotin"),
        ("Secteur professionnel : Osier. La première session est celle de 2006.", "Osier"),
        ("Secteur : Osier et ses dérivés.", "Osier et ses dérivés"),
        ("Il existe depuis 2006. Le secteur est : Osier, rotin. Il dure deux ans.", "Osier, rotin"),
    ],
)
def test_a_sector_ends_where_the_next_sentence_begins(line: str, sector: str) -> None:
    assert record_of(f"{ORDER}<p>{line}</p>").sector == sector


def test_what_stands_behind_a_sector_is_read() -> None:
    line = "<p>Secteur : Osier. La première session est celle de 2006.</p>"
    assert record_of(ORDER + line).first_session == 2006


@pytest.mark.parametrize("heading", ["Présentation du diplôme", "Éléments d'identification"])
def test_a_sentence_below_a_heading_tells_sector_commission_and_duration(heading: str) -> None:
    body = (
        f"<h2>{heading}</h2><p>Il relève du secteur « Osier ». Il est apprécié.</p>"
        "<p>Il est suivi par la CPC « Artisanat ».</p><p>La durée des études est de deux ans.</p>"
    )
    record = record_of(ORDER + body)
    assert (record.sector, record.cpc, record.duration_months) == ("Osier", "Artisanat", 24)


@pytest.mark.parametrize(
    "line", ["La CPC compétente est la CPC Artisanat.", "La CPC est : CPC Artisanat."]
)
def test_the_word_for_a_commission_is_no_part_of_its_name(line: str) -> None:
    record = record_of(f"{ORDER}<p>{line}</p>")
    assert record.cpc == "Artisanat"
    assert not told(record, "cpc")


@pytest.mark.parametrize(
    "text",
    [
        "Les entreprises accueillent des stagiaires en été.",
        "Une part du travail consiste à préparer l'osier",
    ],
)
def test_a_sentence_below_a_label_of_a_sector_is_none(text: str) -> None:
    record = record_of(f"{ORDER}<h2>Branche professionnelle</h2><p>{text}</p>")
    assert record.sector is None
    assert IssueCode.UNLABELLED_TEXT in told(record, "sector")


def test_a_sentence_elsewhere_names_the_sector_then() -> None:
    body = (
        "<p>Le secteur est : Osier.</p><h2>Branche professionnelle</h2>"
        "<p>Les entreprises accueillent des stagiaires en été.</p>"
    )
    assert record_of(ORDER + body).sector == "Osier"


def test_a_name_that_begins_with_an_article_is_one() -> None:
    assert record_of(f"{ORDER}<p>Secteur : Les métiers de l'osier.</p>").sector == (
        "Les métiers de l'osier"
    )


def test_numbered_fields_of_work_are_a_description() -> None:
    body = "<h2>3 - Champ d'activité</h2><p>Le vannier tresse des paniers et des meubles.</p>"
    record = record_of(ORDER + body)
    assert (record.sector, record.description) == (
        None,
        "Le vannier tresse des paniers et des meubles.",
    )
