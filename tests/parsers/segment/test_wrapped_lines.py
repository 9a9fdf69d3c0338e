"""Lines that were broken at the width of a sheet, and lines of their own beside them."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

FACTS = "<br>Code : 500-23421 S<br>Arrêté du 3 mai 2004<br>"
CAP = "certificat d'aptitude professionnelle"


def records(body: str) -> list[Referential]:
    page = f"<html><body>{body}</body></html>"
    address = "https://eduscol.education.fr/referentiels-professionnels/van.html"
    return [r.record for r in read(Document(page.encode(), address), Lexicon.packaged()).records]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("CAP Vannerie fine|et rotin", "CAP Vannerie fine et rotin"),
        ("CAP Vannerie « osier et|rotin »", "CAP Vannerie « osier et rotin »"),
        ("Bac pro Services à|la personne", "Bac pro Services à la personne"),
        (f"{CAP.upper()} VANNERIE|ET ROTIN", f"{CAP.upper()} VANNERIE ET ROTIN"),
        (f"{CAP.upper()} METIERS DE|LA VANNERIE|ET DU ROTIN",
         f"{CAP.upper()} METIERS DE LA VANNERIE ET DU ROTIN"),
        ("CAP VANNERIE|OPTION D OSIER", "CAP VANNERIE OPTION D OSIER"),
        # lines of their own
        ("CAP VANNERIE|ARTISANAT", "CAP VANNERIE"),
        ("CAP Vannerie|Artisanat", "CAP Vannerie"),
        (f"{CAP.upper()} VANNERIE|SECTEUR BOIS", f"{CAP.upper()} VANNERIE"),
        (f"{CAP.upper()} VANNERIE|TEXTES OFFICIELS", f"{CAP.upper()} VANNERIE"),
        (f"{CAP.upper()} VANNERIE|DIPLOME ABROGE", f"{CAP.upper()} VANNERIE"),
        ("CAP Vannerie|abrogé", "CAP Vannerie"),
        ("CAP Vannerie|remplacé par le CAP Rotin", "CAP Vannerie"),
    ],
)  # fmt: skip
def test_a_title_set_off_goes_on_in_the_next_line(lines: str, title: str) -> None:
    head = "<br>".join(f"<b>{line}</b>" for line in lines.split("|"))
    assert [record.title for record in records(head + FACTS)] == [title]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("CAP Travaux de|vannerie et de rotin", "CAP Travaux de vannerie et de rotin"),
        ("CAP Vannerie|et rotin", "CAP Vannerie et rotin"),
        ("CAP Vannerie|abrogé", "CAP Vannerie"),
        ("CAP Vannerie|osier et rotin", "CAP Vannerie"),
    ],
)
def test_a_title_in_plain_lines_goes_on_behind_a_preposition(lines: str, title: str) -> None:
    body = "".join(f"<div class=t>{line}</div>" for line in (*lines.split("|"), "Textes"))
    (record,) = records(f"{body}<div class=t>Arrêté du 3 mai 2004</div>")
    assert record.title == title


def test_each_of_several_options_below_a_title_is_a_diploma() -> None:
    head = "<b>CAP VANNERIE</b><br><b>OPTION A OSIER</b><br><b>OPTION B ROTIN</b>"
    titles = [record.title for record in records(head + FACTS)]
    assert titles == ["CAP VANNERIE option A OSIER", "CAP VANNERIE option B ROTIN"]


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        (f"Arrêté du 3 mai 2004 portant création de la spécialité vannerie de|{CAP}|"
         "(NOR : MENE0401234A)", "2004-05-03 creation MENE0401234A"),
        (f"Arrêté du 3 mai 2004 portant création du {CAP}|« vannerie » et fixant ses conditions de"
         "|délivrance (NOR : MENE0401234A)", "2004-05-03 creation MENE0401234A"),
        ("Arrêté de création du 3 mai 2004 - J.O. du 15 mai 2004, abrogé|par arrêté du 5 juin 2012",
         "2004-05-03 creation, 2012-06-05 repeal"),
        ("Créé par arrêté du 3 mai 2004 (JO du 15 mai 2004 - BO n° 20 du 17|mai 2004) et abrogé par"
         " l'arrêté du 5 juin 2012", "2004-05-03 creation, 2012-06-05 repeal"),
        ("Arrêté du 3 mai 2004 (NOR :|MENE0401234A) modifié par les arrêtés du 5 juin 2006 et du 9"
         "|novembre 2008", "2004-05-03 None MENE0401234A, 2006-06-05 modification, "
         "2008-11-09 modification"),
        ("Arrêté du 3 mai 2004 (JO du 15 mai 2004)|(arrêté de création)", "2004-05-03 creation"),
        ("Arrêté du 3 mai 2004 portant création modifié par l'arrêté du 14 octobre|2005",
         "2004-05-03 creation, 2005-10-14 modification"),
        # an order on a line of its own, below a bracket that is left open, and a number
        ("Arrêté du 3 mai 2004 portant création - NOR/MEN E 0401234 A|Arrêté du 5 juin 2006 "
         "modifiant l'arrêté du 3 mai 2004 - applicable à compter de la session 2008",
         "2004-05-03 creation MENE0401234A, 2006-06-05 modification"),
        ("Arrêté du 3 mai 2004 portant création (JO du 15 mai 2004|Arrêté du 5 juin 2012 portant "
         "abrogation", "2004-05-03 creation, 2012-06-05 repeal"),
    ],
)  # fmt: skip
def test_a_text_about_an_order_goes_on_in_the_next_line(text: str, orders: str) -> None:
    (only,) = records(f"<h1>CAP Vannerie</h1><p>{text.replace('|', '<br>')}</p>")
    found = (f"{o.date} {o.kind} {o.nor or ''}".strip() for o in only.legal_texts)
    assert ", ".join(found) == orders


@pytest.mark.parametrize(
    "behind", ["code 500-23421", "(code 500-23421)", "Code : 500-23421", "« 500-23421 »"]
)
def test_a_fact_below_a_full_line_about_an_order_is_none_of_it(behind: str) -> None:
    order = f"Arrêté du 3 mai 2004 portant création du {CAP} (JO du 17 mai 2004)"
    (only,) = records(
        f"<h1>CAP Vannerie</h1><p>{order}<br>{behind}<br>première session : 2006<br>"
        "dernière session : 2012</p>"
    )
    assert [str(o.date) for o in only.legal_texts] == ["2004-05-03"]
    assert (only.code, only.first_session, only.last_session) == ("50023421", 2006, 2012)


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("CAP CONDUCTEUR DES", "MACHINES A BOIS", "CAP CONDUCTEUR DES MACHINES A BOIS"),
        ("CAP CONDUCTEUR", "DE MACHINES A BOIS", "CAP CONDUCTEUR DE MACHINES A BOIS"),
        ("CAP Conducteur de", "machines à bois", "CAP Conducteur de machines à bois"),
        ("CAP Conducteur", "de machines à bois", "CAP Conducteur de machines à bois"),
        ("CAP Maçon", "Bâtiment", "CAP Maçon"),
        ("CAP Maçon", "De la branche", "CAP Maçon"),
        ("CAP CONDUCTEUR DES", "DOCUMENTS", "CAP CONDUCTEUR DES"),
    ],
)
@pytest.mark.parametrize("tag", ["<p><b>{}</b></p>", "<h1>{}</h1>", "<h2>{}</h2>"])
def test_a_title_may_go_on_in_the_next_block(first: str, second: str, title: str, tag: str) -> None:
    page = f"{tag.format(first)}{tag.format(second)}<p>Arrêté du 3 mai 2004</p>"
    assert [each.title for each in records(page)] == [title]


SHEETS = {
    "pdftohtml": '<p style="position:absolute" class="ft{}">{}</p>',
    "pdf2htmlEX": '<div class="t m0 x1 h{0} y{2} ff{0} fs{0} fc0">{1}</div>',
}


def sheet(form: str, titles: list[str], facts: list[str]) -> str:
    lines = [*((2, title) for title in titles), *((0, fact) for fact in facts)]
    return "".join(SHEETS[form].format(face, line, n) for n, (face, line) in enumerate(lines))


@pytest.mark.parametrize("form", SHEETS)
@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Baccalauréat professionnel Restauration|vannerie", None),
        ("Brevet professionnel|Métiers de la vannerie fine et des rotins|décoratifs", None),
        ("Brevet professionnel Métiers des Osiers, des|Rotins et du Bois", None),
        ("Travaux de l'osier, du rotin et des fibres|tressées (Brevet professionnel)", None),
        ("CAP VANNERIE FINE ET RESTAURATION DES|OBJETS DE ROTIN", None),
        # a line that had room above, or that is none of a name
        ("CAP Vannerie|Artisanat", "CAP Vannerie"),
        ("Brevet professionnel Métiers de la vannerie|Documents à télécharger",
         "Brevet professionnel Métiers de la vannerie"),
    ],
)  # fmt: skip
def test_lines_of_a_typeface_that_only_the_title_has_are_one(
    form: str, lines: str, title: str | None
) -> None:
    body = sheet(form, lines.split("|"), ["Textes", "Arrêté du 3 mai 2004", "Session : 2006"])
    assert [each.title for each in records(body)] == [title or lines.replace("|", " ")]


@pytest.mark.parametrize("form", SHEETS)
def test_a_title_of_the_typeface_of_other_headings_goes_on_in_small_letters(form: str) -> None:
    head = "Baccalauréat professionnel Restauration"
    body = sheet(form, [head, "vannerie"], ["Arrêté du 3 mai 2004"])
    body += sheet(form, ["Textes"], ["Arrêté du 5 juin 2006"])
    assert [each.title for each in records(body)] == [f"{head} vannerie"]


@pytest.mark.parametrize(
    "lines",
    ["CAP Vannerie option|rotin", "CAP|Vannerie option|rotin", "CAP Vannerie option|B rotin"],
)
def test_no_line_of_a_title_ends_in_option(lines: str) -> None:
    head = "<br>".join(f"<b>{line}</b>" for line in lines.split("|"))
    assert [record.title for record in records(head + FACTS)] == [lines.replace("|", " ")]
