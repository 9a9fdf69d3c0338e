"""The screens of the annotators, and the kinds of statements in every place of a page."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.extract import order_tokens, rncp, sessions, status, succession_grammar
from parsers.extract.annotators import ANNOTATORS, Annotator
from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential
from schema.text import same_length
from tests.support.effort import SOAK

# The words of orders in a text in which dates and ends of sentences bear no marks.
ORDER_WORDS = "|".join(
    order_tokens._KINDS[kind].replace(order_tokens._STOP, "").replace(order_tokens._DATE, "")
    for kind in "OP"
)
# What an annotator's statements cannot be made without: patterns on folded text.
PATTERNS: dict[str, list[re.Pattern[str]]] = {
    "orders": [re.compile(f"(?:{ORDER_WORDS}) 12 mars 2015")],
    "sessions": [
        sessions._BEFORE,
        sessions._AFTER,
        sessions._RANGE,
        sessions._EXAMINATION,
        sessions._OPENING,
        sessions._FROM,
        sessions._UNTIL,
    ],
    "succession": [re.compile(f"{succession_grammar._REPLACED_BY}|{succession_grammar._REPLACES}")],
    "status": [status._ENDED, status._IN_FORCE, status.REPEALED],
    "rncp": [rncp._NAMED],
}
CASES = [
    pytest.param(annotator, pattern, id=f"{annotator.kind}-{number}")
    for annotator in ANNOTATORS
    for number, pattern in enumerate(PATTERNS[annotator.kind])
]


@pytest.mark.parametrize(("annotator", "pattern"), CASES)
@settings(max_examples=150 if SOAK else 25, deadline=None)
@given(data=st.data())
def test_a_screen_lets_all_pass_that_its_pattern_matches(
    annotator: Annotator, pattern: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern))
    plain = same_length(text)
    if pattern.search(plain):
        assert any(word in plain for word in annotator.triggers)
        assert not annotator.numeric or re.search("[0-9]", plain)


TITLE = "<h1>CAP Vannerie</h1>"
CODE = "<p>Code scolarité : 50023438</p>"
Place = Callable[[str], str]
# Where a line may stand on a page.
PLACES: dict[str, Place] = {
    "paragraph": lambda text: f"{TITLE}{CODE}<p>{text}</p>",
    "bold": lambda text: f"{TITLE}{CODE}<p><b>{text}</b></p>",
    "item": lambda text: f"{TITLE}{CODE}<ul><li>{text}</li><li>Autre ligne</li></ul>",
    "line": lambda text: f"{TITLE}{CODE}<p>Présentation générale<br>{text}<br>Autre ligne</p>",
    "cell": lambda text: f"{TITLE}{CODE}<table><tr><td>{text}</td></tr></table>",
    "definition": lambda text: f"{TITLE}{CODE}<dl><dt>Observations</dt><dd>{text}</dd></dl>",
    "heading": lambda text: f"{TITLE}{CODE}<h2>{text}</h2>",
    "span": lambda text: f"{TITLE}{CODE}<div><span>{text}</span></div>",
    "above the title": lambda text: f"<p>{text}</p>{TITLE}{CODE}",
    "below an unknown heading": lambda text: f"{TITLE}{CODE}<h2>Historique</h2><p>{text}</p>",
}


def record(body: str) -> Referential:
    page = f"<html><body>{body}</body></html>".encode()
    (only,) = read(Document(page), Lexicon.packaged()).records
    return only.record


def differences(
    expected: object, value_of: Callable[[Referential], object], text: str
) -> list[str]:
    """The places of a page where a line is not read as expected."""
    wrong = []
    for place, page in PLACES.items():
        value = value_of(record(page(text)))
        if value != expected:
            wrong.append(f"{place}: {value}")
    return wrong


ORDERS: list[tuple[str, list[tuple[str | None, str | None]]]] = [
    ("Arrêté du 23 mars 2015", [("2015-03-23", None)]),
    ("Arrêté de création du 23 mars 2015", [("2015-03-23", "creation")]),
    ("Arrêté n° 2015-12 du 23 mars 2015", [("2015-03-23", None)]),
    ("Arrêté interministériel en date du 23/03/2015", [("2015-03-23", None)]),
    ("Arrêté du 23-3-2015 - J.O. du 9-4-2015", [("2015-03-23", None)]),
    ("A. du 23-3-2015. JO du 9-4-2015", [("2015-03-23", None)]),
    ("Arr. du 23 mars 2015 (BO n° 12 du 20-4-2015)", [("2015-03-23", None)]),
    ("Arrêtés des 23 mars 2015 et 4 mai 2016", [("2015-03-23", None), ("2016-05-04", None)]),
    (
        "Arrêtés du 23 mars 2015 (JO du 3 avril 2015), du 4 mai 2016 et du 5 juin 2017",
        [("2015-03-23", None), ("2016-05-04", None), ("2017-06-05", None)],
    ),
    (
        "Créé par arrêté du 23 mars 2015, modifié par arrêté du 4 mai 2016",
        [("2015-03-23", "creation"), ("2016-05-04", "modification")],
    ),
    (
        "Création : arrêté du 23 mars 2015 - Modification : arrêté du 4 mai 2016",
        [("2015-03-23", "creation"), ("2016-05-04", "modification")],
    ),
    ("Dernière modification : arrêté du 4 mai 2016", [("2016-05-04", "modification")]),
    ("Arrêté portant création de la spécialité vannerie de CAP du 23 mars 2015",
     [("2015-03-23", "creation")]),
    ("Arrêté du 23 mars 2015 (abrogé), arrêté du 4 mai 2016",
     [("2015-03-23", None), ("2016-05-04", None)]),
    ("L'arrêté du 23 mars 2015 est abrogé.", [("2015-03-23", None)]),
    ("Abrogé par arrêté du 4 mai 2016", [("2016-05-04", "repeal")]),
    ("Décret n° 2014-1377 du 18 novembre 2014", [("2014-11-18", None)]),
    ("Conformément à l'arrêté du 23 mars 2015, trois unités sont évaluées.",
     [("2015-03-23", None)]),
    ("Arrêté initial : arrêté du 23 mars 2015", [("2015-03-23", "creation")]),
    ("Arrêté modificateur du 4 mai 2016", [("2016-05-04", "modification")]),
    ("Complété par l'arrêté du 4 mai 2016", [("2016-05-04", "modification")]),
    ("Création, arrêté du 23 mars 2015, JO n° 112 du 5 avril 2015", [("2015-03-23", "creation")]),
    (
        "Arrêtés : 23 mars 2015 (création), JO du 5 avril 2015, annexes • 4 mai 2016 "
        "(modification), JO du 9 mai 2016, annexes",
        [("2015-03-23", "creation"), ("2016-05-04", "modification")],
    ),
    (
        "Créé par l'arrêté de création du 23 mars 2015 et modifié une première fois le 4 mai 2016, "
        "une deuxième fois le 5 juin 2017",
        [("2015-03-23", "creation"), ("2016-05-04", "modification"),
         ("2017-06-05", "modification")],
    ),
    (
        "Arrêté modificatif : 4 mai 2016 (règlement d'examen : fichier), 5 juin 2017 (épreuves)",
        [("2016-05-04", "modification"), ("2017-06-05", "modification")],
    ),
    # near misses: orders of a former diploma, dates of other things
    ("Ce diplôme remplace celui créé par l'arrêté du 2 mai 1991.", []),
    ("Ce diplôme se substitue à celui créé par l'arrêté du 2 mai 1991.", []),
    ("Page mise à jour le 23 mars 2015", []),
    ("Arrêté applicable à compter du 1er septembre 2015", []),
    ("Publié au Journal officiel du 23 mars 2015", []),
    ("Réunion du 23 mars 2015", []),
    ("Le BEP osier a été abrogé par arrêté du 4 mai 2016", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_orders(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    def found(diploma: Referential) -> object:
        return [(order.date, order.kind) for order in diploma.legal_texts]

    assert differences(expected, found, text) == []


NUMBERS = ["NOR : MENE1505012A", "NOR/MEN E1505012 A", "NORMEN E 1505012 A", "NOR:MENE1505012A"]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("between", [" - ", "<br>", "</p><p>", " (JO du 3 avril 2015) "])
def test_the_number_of_an_order_on_its_line_or_the_next(number: str, between: str) -> None:
    diploma = record(f"{TITLE}{CODE}<p>Arrêté du 23 mars 2015{between}{number}</p>")
    assert [(o.date, o.nor) for o in diploma.legal_texts] == [("2015-03-23", "MENE1505012A")]


def test_a_table_with_an_order_a_row() -> None:
    diploma = record(
        f"{TITLE}{CODE}<table><tr><th>Texte</th><th>Date</th><th>NOR</th></tr>"
        "<tr><td>Arrêté de création</td><td>23 mars 2015</td><td>MENE1505012A</td></tr>"
        "<tr><td>Arrêté modificatif</td><td>4 mai 2016</td><td>MENE1605012A</td></tr></table>"
    )
    assert [(o.date, o.kind, o.nor) for o in diploma.legal_texts] == [
        ("2015-03-23", "creation", "MENE1505012A"),
        ("2016-05-04", "modification", "MENE1605012A"),
    ]


def test_a_table_whose_column_names_the_orders() -> None:
    diploma = record(
        f"{TITLE}{CODE}<table><tr><th>Arrêté</th><th>Journal officiel</th><th>Objet</th></tr>"
        "<tr><td>28 juillet 2004</td><td>6 août 2004</td><td>Création</td></tr>"
        "<tr><td>3 juin 2013</td><td>20 juin 2013</td><td>Modification</td></tr></table>"
    )
    assert [(o.date, o.kind) for o in diploma.legal_texts] == [
        ("2004-07-28", "creation"),
        ("2013-06-03", "modification"),
    ]


SESSIONS: list[tuple[str, tuple[int | None, int | None]]] = [
    ("Première session : 2016", (2016, None)),
    ("1re session d'examen en 2016, dernière session en 2024", (2016, 2024)),
    ("Sessions : 2016 à 2024", (2016, 2024)),
    ("Première session d'examen, organisée conformément aux dispositions du présent arrêté, "
     "aura lieu en 2016.", (2016, None)),
    ("La première session a eu lieu en 2016, la dernière aura lieu en 2024.", (2016, 2024)),
    ("La dernière session du CAP vannerie aura lieu en 2024", (None, 2024)),
    ("La dernière session du BEP osier aura lieu en 2015", (None, None)),
    ("L'ancien CAP a eu sa dernière session en 2015", (None, None)),
    ("Les sujets de la session 2015 sont en ligne", (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SESSIONS)
def test_sessions(text: str, expected: tuple[int | None, int | None]) -> None:
    def found(diploma: Referential) -> object:
        return diploma.first_session, diploma.last_session

    assert differences(expected, found, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Diplôme abrogé", "repealed"),
        ("Ce diplôme n'est plus en vigueur.", "repealed"),
        ("Ce CAP a été supprimé.", "repealed"),
        ("Spécialité supprimée à compter de la rentrée 2019", "repealed"),
        ("CAP vannerie : abrogé depuis le 31 août 2020", "repealed"),
        ("Le CAP vannerie n'est plus délivré", "repealed"),
        ("Abrogation : arrêté du 4 mai 2016", "repealed"),
        ("L'arrêté du 23 mars 2015 est abrogé.", "repealed"),
        ("L'arrêté de création du 23 mars 2015 est abrogé.", "repealed"),
        ("L'unité facultative du diplôme est supprimée.", "unknown"),
        ("Le BEP osier est abrogé.", "unknown"),
        ("Ce diplôme n'est pas abrogé.", "unknown"),
        ("Ce CAP est en vigueur.", "in_force"),
        ("Un diplôme de la vannerie. En vigueur.", "in_force"),
        ("NB : En vigueur.", "in_force"),
        ("Observations : diplôme toujours en vigueur", "in_force"),
        ("Actuellement en vigueur.", "in_force"),
        ("Arrêté du 3 mai 2004 : en vigueur", "unknown"),
        ("Abroge et remplace le 500-24121 T.", "unknown"),
        ("Abroge et remplace : 50024121", "unknown"),
        ("Abroge et remplace le CAP osier, créé par arrêté du 3 mai 1990.", "unknown"),
        ("Abrogé et remplacé en 2020 par le 500-24125 T.", "repealed"),
        ("Il sera repris. En vigueur jusqu'en 2022, puis abrogé.", "unknown"),
    ],
)
def test_status(text: str, expected: str) -> None:
    assert differences(expected, lambda made: made.status, text) == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("La dernière session du BEP osier aura lieu en 2015", "last_session"),
        ("Le BEP osier est abrogé.", "status"),
        ("L'arrêté et ses annexes sont toujours en vigueur.", "status"),
        ("Remplacé par le CAP osier", "replaced_by"),
        ("Diplôme créé le 23 mars 2015", "legal_texts"),
        ("Voir aussi le 40025303", "code"),
    ],
)
def test_a_signal_that_no_field_takes_is_an_issue_with_its_words(text: str, field: str) -> None:
    def found(diploma: Referential) -> object:
        told = [
            issue.value or "" for issue in diploma.issues if issue.place and issue.field == field
        ]
        return any(value and (text in value or value in text) for value in told)

    assert differences(True, found, text) == []


DOCUMENTS = [
    ('<a href="a.pdf">Annexe 1</a>', [("Annexe 1", "a.pdf")]),
    ('<a href="a.pdf">Annexe 1 (PDF, 1,2 Mo)</a>', [("Annexe 1", "a.pdf")]),
    ('Annexe 1 : <a href="a.pdf">pdf</a> - <a href="a.odt">odt</a>',
     [("Annexe 1", "a.pdf"), ("Annexe 1", "a.odt")]),
    ('Annexe 1 <a href="a.pdf">télécharger</a>, annexe 2 <a href="b.pdf">télécharger</a>',
     [("Annexe 1", "a.pdf"), ("annexe 2", "b.pdf")]),
    ('<a href="a.pdf">Annexe I</a>, <a href="b.pdf">II</a> et <a href="c.pdf">III</a>',
     [("Annexe I", "a.pdf"), ("II", "b.pdf"), ("III", "c.pdf")]),
    ('<a href="a.pdf" title="Annexe I">Télécharger</a>', [("Annexe I", "a.pdf")]),
    ('<a href="a.pdf" title="Télécharger Annexe I">Télécharger</a>', [("Annexe I", "a.pdf")]),
    ('<a href="a.pdf" title="Télécharger le référentiel">Télécharger</a>',
     [("Télécharger le référentiel", "a.pdf")]),
    ('<a href="a.pdf" aria-label="Annexe I">⬇</a>', [("Annexe I", "a.pdf")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_documents(text: str, expected: list[tuple[str, str]]) -> None:
    def found(diploma: Referential) -> object:
        return [(document.title, document.url) for document in diploma.documents]

    assert differences(expected, found, text) == []


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Arrêtés</h2><p>Arrêté du 3 mars 2010</p><p>{}</p>",
        "<h2>Liens utiles</h2><p>{}</p>",
        "<p>Niveau : 3 {}</p>",
        "<h2>{}</h2><p>Texte.</p>",
        "<dl><dt>{}</dt><dd>Texte.</dd></dl>",
        "<h2>Accès</h2><p>Après la 3e. {}</p>",
        "<h2>Métiers associés</h2><ul><li>vannier/ière</li></ul><p>{}</p>",
    ],
)
def test_a_link_to_a_file_is_a_document_wherever_it_stands(body: str) -> None:
    link = '<a href="a.pdf">Référentiel de certification</a>'
    diploma = record(TITLE + CODE + body.format(link))
    assert [(document.title, document.url) for document in diploma.documents] == [
        ("Référentiel de certification", "a.pdf")
    ]


def test_a_file_of_another_diploma_below_see_also_is_an_issue() -> None:
    diploma = record(
        f'{TITLE}{CODE}<h2>Voir aussi</h2><ul><li><a href="bp.pdf">BP osier</a></li></ul>'
    )
    assert diploma.documents == ()
    assert ("documents", "bp.pdf") in {(issue.field, issue.value) for issue in diploma.issues}
