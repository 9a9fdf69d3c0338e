"""A link that says nothing is named by what stands beside, above or below it. Mock-ups."""

import itertools
import random
from collections.abc import Callable

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

NAMES = (
    "Référentiel", "Annexe I : référentiel des activités", "Règlement d'examen", "Annexe II",
    "Grilles d'évaluation", "Guide d'accompagnement", "Définition des épreuves", "Livret de PFMP",
    "Arrêté et annexes",
)  # fmt: skip
LINKS = (
    "Télécharger", "PDF", "ici", "f{}.pdf", "Télécharger (PDF, 200 Ko)", "Consulter",
    "PDF - 200 Ko", "<img src='pdf.gif' alt='PDF'>", "<img src='pdf.gif' alt=''>",
)  # fmt: skip
HEADS = ("", "<h2>Documents</h2>", "<p><b>Documents à télécharger</b></p>", "<h3>Fichiers</h3>")
ENDS = ("", "<p>Niveau 3</p>", "<h2>Contact</h2><p>Bureau des diplômes</p>")
Pair = tuple[str, str]  # a name and its link


def all_of(form: str) -> Callable[[list[Pair]], str]:
    return lambda pairs: "".join(form.format(name, link) for name, link in pairs)


def inside(around: str, form: str) -> Callable[[list[Pair]], str]:
    return lambda pairs: around.format(all_of(form)(pairs))


NAMED = "<table><tr><th>Intitulé</th><th>Date</th><th>Lien</th></tr>{}</table>"
FORMS = {
    "on a line": all_of("<p>{} : {}</p>"),
    "in brackets": all_of("<p>{} ({})</p>"),
    "in an item": inside("<ul>{}</ul>", "<li>{} {}</li>"),
    "behind it in an item": inside("<ul>{}</ul>", "<li>{1} {0}</li>"),
    "below it in an item": inside("<ul>{}</ul>", "<li>{}<ul><li>{}</li></ul></li>"),
    "paragraphs": all_of("<p>{}</p><p>{}</p>"),
    "lines of a paragraph": all_of("<p><strong>{}</strong><br>{}</p>"),
    "headings": all_of("<h4>{}</h4><p>{}</p>"),
    "cards": all_of("<div class=card><p>{}</p><p>{}</p></div>"),
    "cards with a size between": all_of("<div class=card><p>{}</p><p>PDF, 1,2 Mo</p>{}</div>"),
    "cards with the link first": all_of("<div class=card><p>{1}</p><p>{0}</p></div>"),
    "terms": inside("<dl>{}</dl>", "<dt>{}</dt><dd>{}</dd>"),
    "terms with the link first": inside("<dl>{}</dl>", "<dt>{1}</dt><dd>{0}</dd>"),
    "cells": inside("<table>{}</table>", "<tr><td>{}</td><td>{}</td></tr>"),
    "cells with the link first": inside("<table>{}</table>", "<tr><td>{1}</td><td>{0}</td></tr>"),
    "cells below names": inside(
        "<table><tr><th>Document</th><th>Fichier</th></tr>{}</table>",
        "<tr><td>{}</td><td>{}</td></tr>",
    ),
    "cells with a day between": inside(NAMED, "<tr><td>{}</td><td>03/05/2019</td><td>{}</td></tr>"),
}


def record(body: str) -> Referential:
    page = f"<body><h1>CAP Vannerie</h1><p>Arrêté du 3 mai 1997 portant création</p>{body}</body>"
    address = "https://eduscol.education.fr/referentiels-professionnels/y.html"
    (only,) = read(Document(page.encode(), address), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("form", FORMS)
def test_the_name_of_a_file_stands_beside_its_link(form: str) -> None:
    rng = random.Random(form)
    for link, head, end in rng.sample([*itertools.product(LINKS, HEADS, ENDS)], 60):
        names = rng.sample(NAMES, rng.choice([2, 3, 4]))
        pairs = [
            (name, f"<a href='x/f{number}.pdf'>{link.format(number)}</a>")
            for number, name in enumerate(names)
        ]
        body = f"{head}{FORMS[form](pairs)}{end}"
        found = record(body)
        titles = [(each.title, each.url.rpartition("/")[2]) for each in found.documents]
        expected = [(name, f"f{number}.pdf") for number, name in enumerate(names)]
        assert titles == expected, body
        assert [text.date for text in found.legal_texts] == ["1997-05-03"], body


@pytest.mark.parametrize("form", ["paragraphs", "cards", "terms", "cards with the link first"])
@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>Accès</th><td><p>Après la 3e, sur dossier.</p></td></tr>"
        "<tr><th>Documents</th><td>{}</td></tr></table>",
        "<table><tr><td><b>Accès</b></td><td>Le CAP se prépare après la 3e, au lycée ou dans un "
        "centre de formation d'apprentis.</td></tr><tr><td><b>Documents</b></td><td>{}</td></tr>"
        "</table>",
        "<table><tr><td><h2>Documents</h2>{}</td><td><p>Contact</p></td></tr></table>",
    ],
)
def test_names_stand_beside_links_in_a_cell_that_lays_them_out(form: str, table: str) -> None:
    names = ("Règlement d'examen", "Guide d'accompagnement", "Annexes")
    for words in ("Télécharger", "PDF"):
        pairs = [(name, f"<a href='x/f{n}.pdf'>{words}</a>") for n, name in enumerate(names)]
        found = record(table.format(FORMS[form](pairs)))
        assert [each.title for each in found.documents] == [*names]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<h2>Documents</h2><p>{}</p>", "Télécharger"),
        ("<p>Fichiers :</p><p>{}</p>", "Télécharger"),
        (
            "<p>Référentiel</p><p>{}</p><p>Mis en ligne par le bureau</p>",
            "Référentiel",
        ),
        ("<p>Grilles</p><p>Deux grilles sont jointes.</p><p>{}</p>", "Télécharger"),
        ("<main><p>Grilles</p><div><p>{}</p><p>Annexe II</p></div></main>", "Annexe II"),
    ],
)
def test_a_line_that_is_no_name_names_no_file(body: str, title: str) -> None:
    (file,) = record(body.format("<a href='a.pdf'>Télécharger</a>")).documents
    assert file.title == title


@pytest.mark.parametrize(
    ("first", "second", "lost"),
    [
        ("https://www.legifrance.gouv.fr/x.pdf", "https://www.legifrance.gouv.fr/y.pdf", 2),
        ("a.pdf", "a.pdf", 1),
        ("a.pdf", "b.pdf", 0),
    ],
)
def test_a_name_of_no_document_is_told(first: str, second: str, lost: int) -> None:
    names = ("Grilles nationales", "Lieux de formation")
    links = (f"<a href='{address}'>Télécharger</a>" for address in (first, second))
    body = "".join(f"<p>{n}</p><p>{link}</p>" for n, link in zip(names, links, strict=True))
    found = record(body)
    titles = {each.title for each in found.documents}
    told = {each.value for each in found.issues if each.issue.value == "unlabelled-text"}
    assert {*names} <= titles | told
    assert len(told & {*names}) == lost


def test_a_heading_before_a_link_on_its_line_is_the_name_of_a_file() -> None:
    page = "<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p><h2>Annexes</h2>"
    page += "<p>Sommaire : <a href=s.pdf>Télécharger</a></p>"
    (record,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert [file.title for file in record.record.documents] == ["Sommaire"]
