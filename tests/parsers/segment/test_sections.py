"""Pieces to sections: what a label owns, where it ends, and what belongs to none."""

import pytest

from parsers.formats.html import flatten
from parsers.model.document import Document
from parsers.parse import read
from parsers.segment.labels import split_blocks
from parsers.segment.sections import outline
from schema.lexicon import Lexicon

LEXICON = Lexicon.packaged()


def sections(body: str) -> list[tuple[str, list[str]]]:
    """Field and texts of each section of a body."""
    pieces, _ = split_blocks(flatten(f"<body>{body}</body>").blocks, LEXICON)
    return [
        (s.entry.field, [p.text or p.label for p in s.content]) for s in outline(pieces).sections
    ]


ACCESS = "<h2>Conditions d'accès</h2>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # up to the next label
        (f"{ACCESS}<p>Un.</p><p>Deux.</p><h2>Durée</h2><p>2 ans</p>",
         [("access", ["Un.", "Deux."]), ("duration", ["2 ans"])]),
        # a heading below the section's own is part of its text, an unknown one beside it ends it
        (f"{ACCESS}<p>Un.</p><h3>Par la voie scolaire</h3><p>Deux.</p>",
         [("access", ["Un.", "Par la voie scolaire", "Deux."])]),
        (f"{ACCESS}<p>Un.</p><h2>Vie du lycée</h2><p>Deux.</p>", [("access", ["Un."])]),
        # a table with headings of texts: an unknown one is no part of the text above it
        ("<h2>La formation</h2><table><tr><th>Salle</th><td><p>Un four.</p></td></tr>"
         "<tr><th>Conditions d'accès</th><td><p>Deux.</p></td></tr></table>",
         [("description", []), ("access", ["Deux."])]),
        ("<h2>La formation</h2><table><tr><th>Salle</th></tr><tr><td><p>Un four.</p></td></tr>"
         "<tr><th>Conditions d'accès</th></tr><tr><td><p>Deux.</p></td></tr></table>",
         [("description", []), ("access", ["Deux."])]),
        ("<h2>La formation</h2><table><tr><th>Salle</th><td>Un four.</td></tr></table>",
         [("description", ["Salle", "Un four."])]),
        # "(PFMP)" behind the name of a section of no field
        ("<p><b>Accès</b></p><p>Un.</p><p><b>Périodes de formation en milieu professionnel (PFMP)"
         "</b> : douze semaines.</p>", [("access", ["Un."])]),
        # inside the part of the page that holds label and text
        (f"<div>{ACCESS}<p>Un.</p></div><p>Deux.</p>", [("access", ["Un."])]),
        # a value's label owns one text in its row, and not the next row
        ("<table><tr><td>Durée<td>2 ans<tr><td>Autre<td>Texte</table>", [("duration", ["2 ans"])]),
        ("<dl><dt>Durée<dd>2 ans<dt>Sigle<dd>METI</dl>",
         [("duration", ["2 ans"]), ("acronym", ["METI"])]),
        ("<h2>Métiers</h2><ul><li>boulanger<li>pâtissier</ul>",
         [("trades", ["boulanger", "pâtissier"])]),
        # a list ends before an order or a file of the diploma; a file may be a trade's
        ("<h2>Métiers</h2><p>boulanger</p><p><a href=m.pdf>pâtissier</a></p><p>Arrêté du 3 mai "
         "2019</p><p><a href=a.pdf>Annexes</a></p>", [("trades", ["boulanger", "pâtissier"])]),
        # a label without anything below it is a section without content
        (f"{ACCESS}<h2>Durée</h2><p>2 ans</p>", [("access", []), ("duration", ["2 ans"])]),
        # a plain line that leads on to a list is text, though a label is written so
        (f"{ACCESS}<p>Un.</p><p>Autres diplômes :</p><ul><li>un CAP</ul>",
         [("access", ["Un.", "Autres diplômes :", "un CAP"])]),
        (f"{ACCESS}<p>Public visé :</p><ul><li>élèves</ul>",
         [("access", ["Public visé :", "élèves"])]),
        (f"{ACCESS}<p>Un.</p><h2>Autres diplômes :</h2><ul><li>un CAP</ul>", [("access", ["Un."]),
         ("", ["un CAP"])]),
        (f"{ACCESS}<p>Un.</p><p>Durée :</p><p>2 ans</p>",
         [("access", ["Un."]), ("duration", ["2 ans"])]),
        # below "La formation" stand sections; below the name of another text its parts
        ("<h2>La formation</h2><p>Un.</p><h3>Accès</h3><p>Deux.</p><h2>Annexes</h2><p>A</p><h2>"
         "Textes officiels</h2><p>B</p>", [("description", ["Un."]), ("access", ["Deux."]),
         ("documents", ["A"]), ("legal_texts", ["B"])]),
        # a heading that leads to a place of the page is one; bars between links to places are none
        ("<h3><a href=#a>Accès</a></h3><p>Un.</p><h3><a href=#b>Vie du lycée</a></h3><p>Deux.</p>",
         [("access", ["Un."])]),
        ("<p><a href=#a>Métiers</a> | <a href=#b>Accueil</a></p><h3>Métiers</h3><p>vannier</p>",
         [("trades", ["vannier"])]),
        ("<p>Après la troisième.</p>", []),
        ("-", []),  # a blank value of a page without a container, and no passage before it
    ],
)  # fmt: skip
def test_sections(body: str, expected: list[tuple[str, list[str]]]) -> None:
    assert sections(body) == expected


def test_every_piece_is_in_a_passage_with_the_heading_above_it() -> None:
    body = f"<p>A</p>{ACCESS}<p>B</p><h2>Vie du lycée</h2><p>C</p>"
    pieces, _ = split_blocks(flatten(f"<body>{body}</body>").blocks, LEXICON)
    passages = outline(pieces).passages
    assert [p.piece for p in passages] == pieces
    told = [
        (p.piece.text, p.section.entry.field if p.section else "", bool(p.unknown))
        for p in passages
        if not p.names
    ]
    assert [row for row in told if len(row[0]) == 1] == [
        ("A", "", False), ("B", "access", False), ("C", "", True),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["<td><b>{}</b></td>", "<th>{}</th>", "<td>{}</td>"])
@pytest.mark.parametrize("beside", ["Poids", "Taille", "Lien"])
def test_type_in_the_first_row_of_a_table_of_files_is_no_label(cell: str, beside: str) -> None:
    heads = "".join(map(cell.format, ("Titre", "Type", beside)))
    files = "<tr><td><a href=a.pdf>Annexe I</a></td><td>PDF</td><td>2 Mo</td></tr>"
    body = f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p><table><tr>{heads}</tr>{files}</table>"
    page = f"<html><body>{body}</body></html>".encode()
    (only,) = read(Document(page, "https://example.org/van.html"), Lexicon.packaged()).records
    record = only.record
    assert (record.diploma_type, len(record.documents)) == ("CAP", 1)
    assert "unknown-type" not in {remark.issue.value for remark in record.issues}


@pytest.mark.parametrize(
    "label", ["Activités", "Activités professionnelles visées", "Fonctions et activités"]
)
def test_a_label_of_a_text_inside_it_is_the_sentence_that_leads_its_list(label: str) -> None:
    body = f"<h2>{label}</h2><p>Il tresse.</p><p>Ses missions :</p><ul><li>tresser<li>tailler</ul>"
    assert sections(body) == [
        ("description", ["Il tresse.", "Ses missions :", "tresser", "tailler"])
    ]
    assert sections("<p>Ses missions :</p><p>Il tresse.</p>") == [("description", ["Il tresse."])]


@pytest.mark.parametrize("line", ["<b>{}</b> :", "<font color=#333>{} :</font>", "{} :"])
def test_a_label_set_off_above_a_list_within_the_text_of_its_field_is_a_line_of_it(
    line: str,
) -> None:
    lead = line.format("Exemples de poursuites d'études")
    body = f"<h2>Poursuites d'études</h2><p>Il tresse.</p><p>{lead}</p><ul><li>un BP</ul>"
    assert sections(body) == [
        ("further_study", ["Il tresse.", "Exemples de poursuites d'études :", "un BP"])
    ]
    # a section that is made so is one
    set_off = "<p><b>Études possibles :</b></p><ul><li>un BP</ul>"
    body = f"<p><b>Poursuites d'études :</b></p><p>Il tresse.</p>{set_off}"
    assert len(sections(body)) == 2


def test_an_empty_label_of_a_form_heads_no_other_labels() -> None:
    values = {"Nouveau diplôme :": "&nbsp;", "Code RNCP :": "37947", "Sigle :": "VAN"}
    lines = (
        f"<div class=ligne><span class=nom>{label}</span> <span class=valeur>{value}</span></div>"
        for label, value in values.items()
    )
    assert sections("".join(lines)) == [
        ("replaced_by", []), ("rncp", ["37947"]), ("acronym", ["VAN"])
    ]  # fmt: skip


@pytest.mark.parametrize(
    "behind",
    [
        "<p>Le bon geste</p><ul><li>Emploi du temps</li></ul>",
        "<p class=maj>Revu en équipe le lundi</p>",
    ],
)
@pytest.mark.parametrize("head", ["<b>Métiers</b><br>", "<h2>Métiers</h2>"])
def test_a_list_of_the_main_element_ends_with_it(head: str, behind: str) -> None:
    listed = "• Vannier<br>• Rempailleur<br>"
    page = f"<main><h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>{head}{listed}</main>{behind}"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert [trade.label for trade in only.record.trades] == ["Vannier", "Rempailleur"]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (
            "<b>un diplôme de niveau</b> 4 en apprentissage.",
            "un diplôme de niveau 4 en apprentissage.",
        ),
        ("<b>Un diplôme de niveau</b> 4.", "Un diplôme de niveau 4."),
    ],
)
def test_an_item_of_a_text_in_which_a_level_is_set_off_stays_in_it(item: str, text: str) -> None:
    body = f"<h2>Accès</h2><p>Il faut :</p><ul><li>un CAP ;</li><li>{item}</li></ul>"
    assert sections(body) == [("access", ["Il faut :", "un CAP ;", text])]


@pytest.mark.parametrize("words", ["Après ce diplôme", "Poursuite d'études"])
def test_words_set_off_before_a_comma_are_no_label(words: str) -> None:
    body = f"<h2>Études possibles</h2><p>Un BP.</p><p><em>{words}</em>, il y a aussi :</p>"
    body += "<ul><li>un BTS</li></ul>"
    assert sections(body) == [("further_study", ["Un BP.", f"{words}, il y a aussi :", "un BTS"])]


def test_an_empty_label_takes_no_line_that_is_a_label_itself() -> None:
    body = "<div><p><b>Sigle :</b></p></div><div><p><b>Corporation :</b></p><p>Vanniers</p></div>"
    assert sections(body) == [("acronym", [])]
