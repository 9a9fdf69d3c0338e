"""Labels that no lexicon knows, with the field they may mean; and the layout of a page."""

import pytest

from parsers.classify.layout_fingerprint import layout_of
from parsers.classify.unknown_labels import unknown_labels
from parsers.formats.html import flatten
from parsers.segment.labels import split_blocks
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from tests.parsers.extract.pages import ORDER as STATED
from tests.parsers.extract.pages import record_of

ORDER = "Arrêté du 21 août 1998 portant création du diplôme"
LEXICON = Lexicon.packaged()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>Zigle</h2><p>2 ans</p>", [("Zigle", "duration")]),
        ("<p>Zigle : 2 ans</p>", [("Zigle", "duration")]),
        ("<h2>Zigle</h2><ul><li>boulanger/ère<li>pâtissier/ère</ul>", [("Zigle", "trades")]),
        ("<h2>Zigle</h2><p><a href=a.pdf>A</a></p>", [("Zigle", "documents")]),
        ("<h2>Zigle</h2><p>Un texte.</p>", [("Zigle", None)]),
        ("<p><b>Zigle</b></p><p>Un texte.</p>", [("Zigle", None)]),
        # a list of orders, or a long one; not a text that names one
        (
            f"<h2>Zigle</h2><ul><li>{ORDER}<li>Modifié par l'arrêté du 3 mai 2004</ul>",
            [("Zigle", "legal_texts")],
        ),
        (f"<h2>Zigle</h2><p>{ORDER}, {'x' * 120}</p>", [("Zigle", "legal_texts")]),
        (f"<h2>Zigle</h2><p>Un texte.</p><p>Deux.</p><p>{ORDER}</p>", [("Zigle", None)]),
        (
            f"<h2>Zigle</h2><p>Un texte assez long, sur un métier d'art, que cite {ORDER}, "
            f"{'x' * 120}</p>",
            [("Zigle", None)],
        ),
        # names of columns are no labels of what stands in the table; a name beside a value is
        (
            "<h2>Zigle</h2><table><tr><th>Fichier<th>Taille<tr><td><a href=a.pdf>A</a><td>20 Ko"
            "<tr><td><a href=b.pdf>B</a><td>9 Ko</table>",
            [("Zigle", "documents")],
        ),
        (
            "<table><tr><td><b>Taille</b><td><b>Zigle</b>"
            "<tr><td>20 Ko<td><a href=a.pdf>A</a></table>",
            [],
        ),
        (
            "<table><tr><th>Zigle<td>2 ans<tr><th>Zagle<td>Un texte.</table>",
            [("Zigle", "duration"), ("Zagle", None)],
        ),
        # its words say it, where nothing below does
        (
            "<h2>Conditions locales d'accès</h2><p>Un texte.</p>",
            [("Conditions locales d'accès", "access")],
        ),
        # a line that only a class tells from text, where what stands below it shows its meaning
        (f"<div class=a>Zigle zagle</div><div>{ORDER}</div>", [("Zigle zagle", "legal_texts")]),
        ("<p>Zigle</p><ul><li><a href=a.pdf>A</a></ul>", [("Zigle", "documents")]),
        ("<p>Zigle</p><p>Un texte.</p>", []),
        ("<p>Un texte qui dit bien des choses</p><p><a href=a.pdf>A</a></p>", []),
        # the heading of a group of labels
        ("<h2>Zigle</h2><ul><li><b>Durée :</b> 2 ans</ul>", [("Zigle", "")]),
        # no labels: known ones, titles, sentences, headings over nothing
        ("<h2>Durée</h2><p>2 ans</p>", []),
        ("<h2>CAP boulanger</h2><p>Un texte.</p>", []),
        ("<p><b>Un texte.</b></p><p>Deux.</p>", []),
        ("<h2>Zigle</h2>", []),
        ("<h2>Zigle</h2><h2>Accès</h2><p>Un texte.</p>", []),
        (f"<h2>{'x' * 61}</h2><p>Un texte.</p>", []),
        ("<nav><h2>Zigle</h2><p>2 ans</p></nav>", []),
    ],
)
def test_unknown_labels(body: str, expected: list[tuple[str, str | None]]) -> None:
    blocks = flatten(f"<body>{body}</body>").blocks
    assert [(label.text, label.field) for label in unknown_labels(blocks, LEXICON)] == expected


def layout(body: str) -> str:
    blocks = flatten(f"<body>{body}</body>").blocks
    return layout_of(split_blocks(blocks, LEXICON)[0], blocks[:1])


def test_a_layout_is_that_of_the_template_and_not_of_the_page() -> None:
    plain = "<h1>CAP a</h1><div class=n1><h2>Accès</h2><p>Un.</p></div>"
    assert layout(plain) == layout(plain.replace("CAP a", "BP bc").replace("n1", "n22"))
    assert layout(plain) == layout(plain.replace("<p>Un.", "<p>Un.</p><p>Deux."))
    others = [
        plain.replace("n1", "card"),
        plain.replace("h2>", "dt>"),
        plain.replace("<h2>Accès", "<h2>Durée"),
    ]
    assert len({layout(plain), *map(layout, others)}) == 4


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("<h2>Zigle</h2><ul><li>boulanger/ère<li>pâtissier/ère</ul>", "trades"),
        ("<h2>Zigle</h2><p>2 ans</p>", "duration_label"),
        ("<h2>Zigle des débouchés</h2><p>Un texte.</p>", "trades"),
        ("<h2>Zigle</h2><p>Un texte.</p>", None),
    ],
)
def test_an_unknown_heading_tells_of_the_field_that_it_may_mean(
    body: str, field: str | None
) -> None:
    record = record_of(f"{STATED}{body}")
    remarks = [each for each in record.issues if each.issue is IssueCode.UNKNOWN_HEADING]
    assert [remark.field for remark in remarks] == [field]
    missing = {each.field for each in record.issues if each.issue is IssueCode.MISSING_FIELD}
    assert {"description", "trades"} <= missing
