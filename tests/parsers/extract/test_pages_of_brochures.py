"""Pages made of the ministry's printed brochures: orders as the Bulletin prints them, on lines.

All pages are mock-ups.
"""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.issues import Refusal
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.parsers.extract.pages import orders_of, record_of

A, B, C = "2004-05-03", "2009-01-09", "2016-11-26"
MARKS = ("", "· ", "- ", "o ", "&middot;&nbsp;&nbsp; ")


def records(body: str) -> list[Referential]:
    document = Document(f"<html><body>{body}</body></html>".encode(), "https://x.invalid/b1.html")
    return [each.record for each in read(document, Lexicon.packaged()).records]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("head", ["<b>{}</b>", "{}"])
@pytest.mark.parametrize("form", ["<p>{}{}<br>{}</p>", "<ul><li>{}{}<br>{}</li></ul>"])
def test_a_line_says_what_the_order_on_the_next_one_does(form: str, head: str, mark: str) -> None:
    lines = {
        "Création du CAP spécialité Vannerie": "A. du 3-5-2004. JO du 8-6-2004",
        "Modification de la définition des épreuves": "A. du 9-1-2009. JO du 22-1-2009",
        "Abrogation du diplôme": "A. du 26-11-2016. JO du 14-12-2016<br>RLR : 545-0c",
    }
    body = "".join(form.format(mark, head.format(does), order) for does, order in lines.items())
    expected = [(A, "creation"), (B, "modification"), (C, "repeal")]
    assert orders_of(f"<h3>Référence des textes</h3>{body}") == expected
    assert orders_of(body) == expected  # and no list of three diplomas


def test_lines_that_create_several_diplomas_are_a_list() -> None:
    names = ("Vannerie", "Boucher", "Cannage et paillage")
    lines = "".join(f"<p>Création du CAP {name}<br>A. du 3-5-2004</p>" for name in names)
    with pytest.raises(Refused) as refused:
        records(f"<h1>CAP</h1>{lines}")
    assert refused.value.reason is Refusal.INDEX_PAGE


@pytest.mark.parametrize("mark", ["", "o ", "- "])
def test_preformatted_orders_and_options_behind_bullets(mark: str) -> None:
    page = f"""<pre>
                 CAP Vannerie

Options :
    {mark}Option A - osier
    {mark}Option B - rotin

Arrêtés :
    {mark}<b>Création du diplôme</b>
      A. du 3-5-2004. JO du 8-6-2004
    {mark}<b>Modification du règlement d'examen</b>
      A. du 9-1-2009. JO du 22-1-2009

Téléchargement :
    {mark}Grille horaire <a href="b1a.pdf"><img src="pdf.gif" alt=""></a>
</pre>"""
    found = records(page)
    assert [each.name for each in found] == ["Vannerie option A osier", "Vannerie option B rotin"]
    for each in found:
        assert [(o.date, o.kind) for o in each.legal_texts] == [
            (A, "creation"),
            (B, "modification"),
        ]
        assert [document.title for document in each.documents] == ["Grille horaire"]


@pytest.mark.parametrize(
    "rows",
    [
        "DATE         NATURE                NOR            JO\n"
        "03.05.2004   Création du diplôme   MENE0430598A   08.06.2004\n"
        "09.01.2009   Modification          MENE0916695A   22.01.2009",
        "Arrêté du      Nature         JO              B.O.\n"
        "3 mai 2004     création       8 juin 2004     n° 23 du 10 juin 2004\n"
        "9 janvier 2009 modification   22 janvier 2009 n° 5 du 29 janvier 2009",
    ],
)
def test_a_table_of_orders_set_in_columns_by_spaces(rows: str) -> None:
    page = f"<pre>\n          CAP Vannerie\n\nRéglementation\n-----\n\n{rows}\n</pre>"
    orders = [(each.date, each.kind) for each in records(page)[0].legal_texts]
    assert orders == [(A, "creation"), (B, "modification")]


@pytest.mark.parametrize("tag", ["td", "th"])
@pytest.mark.parametrize("head", ["Date", "Arrêté du"])
def test_days_with_two_digits_of_the_year_in_a_table(head: str, tag: str) -> None:
    names = "".join(f"<{tag}>{name}</{tag}>" for name in (head, "Objet", "NOR"))
    rows = "".join(
        f"<tr><td>{day}</td><td>{does}</td><td>{nor}</td></tr>"
        for day, does, nor in (
            ("3.5.04", "Création du diplôme", "MENE0430598A"),
            ("9.1.09", "Modification", "MENE0916695A"),
        )
    )
    body = f"<h3>Arrêtés</h3><table><tr>{names}</tr>{rows}</table>"
    assert orders_of(body) == [(A, "creation"), (B, "modification")]


@pytest.mark.parametrize("between", [" ; ", " - ", "<br>"])
@pytest.mark.parametrize("dates", [("3-5-2004", "9-1-2009", "26-11-2016"),
                                   ("3.5.04", "9.1.09", "26.11.16")])  # fmt: skip
def test_orders_by_abbreviations_and_their_days(dates: tuple[str, ...], between: str) -> None:
    told = ("Créat.", "Modif.", "Abrog.")
    lines = (f"{does} {day} (JO du 8 juin 2004)" for does, day in zip(told, dates, strict=True))
    record = record_of(f"<p>{between.join(lines)}</p>")
    orders = [(each.date, each.kind) for each in record.legal_texts]
    assert orders == [(A, "creation"), (B, "modification"), (C, "repeal")]
    assert record.status == "repealed"


@pytest.mark.parametrize("name", ["de la mention complémentaire Vannerie", "du CS Vannerie",
                                  "de la mention", "du diplôme"])  # fmt: skip
def test_an_order_that_suppresses_the_diploma_repeals_it(name: str) -> None:
    line = f"<p>Arrêté du 26 novembre 2016 portant suppression {name}</p>"
    record = record_of(f"<p>Arrêté du 3 mai 2004 portant création</p>{line}")
    assert (record.legal_texts[-1].kind, record.status) == ("repeal", "repealed")
    part = record_of("<p>Arrêté du 26 novembre 2016 portant suppression de l'épreuve E3</p>")
    assert (part.legal_texts[-1].kind, part.status) == (None, "unknown")


@pytest.mark.parametrize("day", ["3/5/2004", "du 3/5/2004", "du 3-5-2004 (JO du 8 juin 2004)"])
@pytest.mark.parametrize("form", ["<p>{}</p><p>{}</p>", "<p><b>{}</b><br>{}</p>"])
def test_the_day_below_what_an_order_does(form: str, day: str) -> None:
    body = form.format("Création :", day) + form.format("Modification :", "du 9/1/2009")
    assert orders_of(f"<h3>Arrêtés</h3>{body}") == [(A, "creation"), (B, "modification")]


def test_orders_in_a_list_with_pages_of_the_journal() -> None:
    lines = (
        "3-5-2004, JO n° 188 du 8-6-2004, page 11320, NOR : MENE0402043A ; 9-1-2009, JO n° 19 du"
    )
    lines += " 22-1-2009, page 65, NOR : MENE0919348A"
    assert orders_of(f"<h3>Arrêtés</h3><p>Modifié par les arrêtés : {lines}</p>") == [
        (A, "modification"),
        (B, "modification"),
    ]
    chain = "modifié par arrêtés du 3.5.04 (JO du 8.6.04) et 9.1.09 (JO du 22.1.09)"
    found = orders_of(f"<p>Créé par arrêté du 26.11.95 (JO du 8.12.95), {chain}</p>")
    assert found == [("1995-11-26", "creation"), (A, "modification"), (B, "modification")]


@pytest.mark.parametrize(
    "name", ["12e CPC", "12ème CPC", "12e C.P.C.", "CPC n° 12", "1re CPC",
             "12e commission professionnelle consultative"],
)  # fmt: skip
def test_a_commission_by_its_number(name: str) -> None:
    order = "<p>Arrêté du 3 mai 2004 portant création</p>"
    table = f"<table><tr><th>{name}</th><td>Arts appliqués</td></tr></table>"
    assert record_of(f"{order}{table}").cpc == "Arts appliqués"


@pytest.mark.parametrize("label", ["N° de nomenclature", "N° DE NOMENCLATURE", "N° nomenclature"])
def test_the_number_of_the_nomenclature_is_the_code(label: str) -> None:
    order = "<p>Arrêté du 3 mai 2004 portant création</p>"
    assert record_of(f"{order}<p>{label} : 500 22420</p>").code == "50022420"


@pytest.mark.parametrize("form", ["<ul><li>{}</li></ul>", "<p>· {}</p>", "<p>{} [pdf]</p>"])
def test_the_name_of_a_file_goes_on_behind_a_break(form: str) -> None:
    names = ("Référentiel<br>de certification", "Annexe III<br>- Règlement d'examen")
    links = "".join(form.format(f'<a href="b{n}.pdf">{name}</a>') for n, name in enumerate(names))
    record = record_of(f"<p>Arrêté du 3 mai 2004 portant création</p><h3>Annexes</h3>{links}")
    titles = [document.title for document in record.documents]
    assert titles == ["Référentiel de certification", "Annexe III - Règlement d'examen"]


@pytest.mark.parametrize(
    "above", ["Brochure administrative", "Enseignement technologique et professionnel",
              "Collection Horaires, objectifs, programmes"],
)  # fmt: skip
@pytest.mark.parametrize("form", ["<pre>\n   {}\n   {}\n   {}\n</pre>", "<p>{}<br>{}<br>{}</p>"])
def test_the_name_of_the_series_above_a_title(form: str, above: str) -> None:
    title = form.format(above, "Certificat d'aptitude professionnelle", "Vannerie")
    order = (
        "<p>Les conditions de délivrance du CAP Vannerie sont fixées par l'arrêté du 3 mai 2004</p>"
    )
    record = records(f"{title}{order}")[0]
    assert (record.name, record.diploma_type) == ("Vannerie", "CAP")


@pytest.mark.parametrize("tags", ["h1 h2 h2", "h1 h1 h1", "h2 h3 h3"])
def test_the_word_of_specialities_in_a_heading_between_type_and_name(tags: str) -> None:
    lines = ("Brevet d'études professionnelles", "Spécialité", "Vannerie")
    title = "".join(f"<{t}>{x}</{t}>" for t, x in zip(tags.split(), lines, strict=True))
    order = "<p>Les conditions de délivrance sont fixées par l'arrêté du 3 mai 2004.</p>"
    record = records(f"{title}{order}")[0]
    assert (record.name, [(o.date, o.kind) for o in record.legal_texts]) == (
        "Vannerie",
        [(A, "creation")],
    )
