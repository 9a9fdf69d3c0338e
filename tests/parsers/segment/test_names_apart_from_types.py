"""Names and types that stand apart: past other lines, without headings, as an acronym.

All pages are mock-ups.
"""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential

ORDER = "<p>Arrêté du 17 juin 2003</p>"
NAME = "Installateur en chauffage, climatisation et énergies renouvelables"


def record(body: str, window: str = "") -> Referential:
    page = f"<html><head><title>{window}</title></head><body>{body}</body></html>".encode()
    document = Document(page, "https://x.invalid/b1.html", "text/html")
    return next(iter(read(document, Lexicon.packaged()).records)).record


@pytest.mark.parametrize(
    "between",
    [
        "<p>Mis à jour le 12 mars 2024</p>", "<p><a href='javascript:print()'>Imprimer</a></p>",
        "<p>Direction générale de l'enseignement scolaire</p>", "<p>Par la DGESCO</p>",
        "<p>Fiche n° 12</p>", "<p>Niveau 3</p>", "<p>Métallurgie</p>",
        "<ul><li><a href=/t>Lycée</a></li><li><a href=/u>Apprentissage</a></li></ul>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("typed", ["<p>CAP</p>", "<h2>CAP</h2>", "<p>CAP - Niveau 3</p>"])
def test_a_type_below_other_lines_is_completed_by_the_heading(between: str, typed: str) -> None:
    found = record(f"<h1>Vannerie</h1>{between}{typed}{ORDER}")
    assert (found.title, found.name) == ("CAP Vannerie", "Vannerie")


@pytest.mark.parametrize(
    "typed",
    [
        "Baccalauréat professionnel", "Baccalauréat professionnel - ICCER",
        "Baccalauréat professionnel | ICCER | CFD : 40022707", "Baccalauréat professionnel (ICCER)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("window", ["", "Bac pro ICCER", "Référentiels"])
def test_a_set_off_name_is_better_than_its_acronym(typed: str, window: str) -> None:
    for name in (f"<p><b>{NAME}</b></p>", f"<p><font size=5>{NAME}</font></p>"):
        found = record(f"{name}<p>{typed}</p>{ORDER}", window)
        assert (found.name, found.diploma_type) == (NAME, "BAC_PRO")


@pytest.mark.parametrize("window", ["", "Maquette", "Fiche CAP VAN"])
def test_a_set_off_line_names_the_type_below_a_label(window: str) -> None:
    for facts in (
        "<table><tr><td>Diplôme</td><td>CAP</td></tr></table>",
        "<ul><li><b>Diplôme</b> : CAP</li><li><b>Niveau</b> : 3</li></ul>",
    ):
        found = record(f"<p><b>Vannerie d'art et nattes</b></p>{facts}{ORDER}", window)
        assert found.name == "Vannerie d'art et nattes"


@pytest.mark.parametrize("other", ["Nouveau diplôme", "Diplôme remplacé", "Ancien diplôme"])
@pytest.mark.parametrize("heading", ["<h2>{}</h2>", "<p><b>{}</b></p>"])
def test_a_session_below_another_diplomas_code_is_that_diplomas(other: str, heading: str) -> None:
    found = record(
        f"<h1>CAP Vannerie</h1><p>Code : 500-23437 S</p>{heading.format(other)}"
        f"<p>Code : 500-23439 S</p><p>Première session : 2028</p><h2>Textes</h2>{ORDER}"
    )
    assert (found.code, found.first_session) == ("50023437", None)
    assert found.replaces or found.replaced_by


BAR = '<table width="100%" bgcolor="#ccc"><tr><td><b>{}</b></td></tr></table>'


@pytest.mark.parametrize("heading", ["<h2>{}</h2>", BAR])
def test_a_heading_in_a_bar_of_colour_ends_the_section_above(heading: str) -> None:
    text = "<p>Le diplôme prépare à tresser l'osier et à monter des paniers de toutes formes.</p>"
    foreign = "<p>L'examen comporte six épreuves obligatoires et une épreuve facultative.</p>"
    found = record(
        f"<h1>CAP Vannerie</h1>{ORDER}{heading.format('Présentation')}{text}"
        f"{heading.format('Évaluation')}{foreign}"
    )
    assert found.description == text[3:-4]


def test_a_form_around_a_page_without_headings_is_read() -> None:
    page = "<pre>CERTIFICAT D'APTITUDE PROFESSIONNELLE\n\nVANNERIE\n\nA. du 2-9-1976\n</pre>"
    facts = "<p>Code : 500-22332 V</p><p><a href=v/b.pdf>Brochure</a></p>"
    found = record(f"<form action=x.aspx method=post><input name=v>{page}{facts}</form>")
    assert (found.code, found.name) == ("50022332", "VANNERIE")


@pytest.mark.parametrize("space", ["&nbsp;", "\u00a0", "\u202f", " "])
def test_no_break_spaces_stand_in_facts(space: str) -> None:
    found = record(
        f"<h1>CAP Vannerie</h1>{ORDER}<p>1<sup>re</sup>{space}session{space}2024</p>"
        f"<p>Code{space}: 500{space}22332{space}V</p>"
    )
    assert (found.first_session, found.code) == (2024, "50022332")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("heads", [("Diplôme", "Intitulé"), ("Diplôme", "Spécialité")])
@pytest.mark.parametrize("title", ["", "<h1>BTS Vannerie</h1>"])
def test_the_type_of_options_may_have_a_column(
    title: str, heads: tuple[str, str], order: tuple[int, int]
) -> None:
    rows = [heads, ("BTS", "Vannerie option A : osier"), ("BTS", "Vannerie option B : rotin")]
    codes = ["Code", "320-22435", "320-22436"]
    cells = [(*(row[n] for n in order), code) for row, code in zip(rows, codes, strict=True)]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    page = f"{title}<table>{table}</table><p><a href=a.pdf>Référentiel</a></p>"
    found = read(Document(page.encode()), Lexicon.packaged()).records
    assert [(each.record.title, each.record.code) for each in found] == [
        ("BTS Vannerie option A : osier", "32022435"),
        ("BTS Vannerie option B : rotin", "32022436"),
    ]


def test_rows_of_other_names_beside_their_types_are_a_list() -> None:
    heads = ("Diplôme", "Intitulé", "Code")
    rows = (heads, ("BTS", "Vannerie", "32022435"), ("BTS", "Reliure", "32022436"))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    with pytest.raises(Refused):
        read(Document(f"<table>{table}</table>".encode()), Lexicon.packaged())
