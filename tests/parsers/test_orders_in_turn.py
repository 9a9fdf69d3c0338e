"""Orders, and lines that say what each does, above or below it: in every form. Mock-ups.

Also pages all of whose text is in capitals without accents, as old ones are.
"""

import itertools
import random
import unicodedata
from collections.abc import Callable
from typing import Any, Literal

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

Effect = Literal["creation", "modification", "repeal"]
Order = tuple[str, Effect | None]  # a day, and what the order does, if that is said
Line = tuple[Literal["order", "effect"], str]

DAYS = {
    "1997-03-26": "26 mars 1997",
    "2001-05-09": "9 mai 2001",
    "2004-07-12": "12 juillet 2004",
    "2011-02-21": "21 février 2011",
}
C: Effect = "creation"
M: Effect = "modification"
R: Effect = "repeal"
LISTS: tuple[tuple[Effect | None, ...], ...] = (
    (C,), (C, M), (C, M, M), (C, R), (C, M, R), (C, M, M, R),
    (None, M), (None, M, M), (None, R), (None, M, R),
)  # fmt: skip
ORDERS = (
    "Arrêté du {}",
    "arrêté du {} (JO du 30 juin 2012)",
    "Arrêté du {} - NOR : MENE{year}01234A",
    '<a href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT0000002041{year}">Arrêté du {}</a>',
    '<a href="x/arrete.pdf">Arrêté du {}</a> (PDF, 200 Ko)',
)
# of one order, and of several
ABOVE: tuple[dict[Effect, tuple[str, str]], ...] = (
    {C: ("Création", ""), M: ("Modification", "Modifications"), R: ("Abrogation", "")},
    {
        C: ("Arrêté de création", ""),
        M: ("Arrêté modificatif", "Arrêtés modificatifs"),
        R: ("Arrêté d'abrogation", ""),
    },
    {C: ("Créé par", ""), M: ("Modifié par", "Modifié par"), R: ("Abrogé par", "")},
    {
        C: ("Texte de création", ""),
        M: ("Texte modificatif", "Textes modificatifs"),
        R: ("Texte d'abrogation", ""),
    },
)
NOUNS = tuple(words for words in ABOVE if words[C][0] != "Créé par")
FORMS: dict[str, Callable[[list[Line]], str]] = {
    "paragraphs": lambda lines: "".join(f"<p>{text}</p>" for _, text in lines),
    "divisions": lambda lines: "".join(f"<div>{text}</div>" for _, text in lines),
    "lines": lambda lines: f"<p>{'<br>'.join(text for _, text in lines)}</p>",
    "lines of the page": lambda lines: f"<br>{'<br>'.join(text for _, text in lines)}<br>",
    "items": lambda lines: f"<ul>{''.join(f'<li>{text}</li>' for _, text in lines)}</ul>",
    "rows": lambda lines: (
        f"<table>{''.join(f'<tr><td>{text}</td></tr>' for _, text in lines)}</table>"
    ),
}
ABOVE_ALONE: dict[str, Callable[[list[Line]], str]] = {
    "headings": lambda lines: "".join(
        f"<h3>{text}</h3>" if kind == "effect" else f"<p>{text}</p>" for kind, text in lines
    ),
    "bold lines": lambda lines: (
        f"<p>{'<br>'.join(f'<b>{t}</b>' if kind == 'effect' else t for kind, t in lines)}</p>"
    ),
}
LEADS = ("", "<h2>Textes réglementaires</h2>", "<p>Textes</p>")
ENDS = (
    "", "<h2>Annexes</h2><p><a href='x/a.pdf'>Annexe I</a></p>", "<p>Niveau 3</p>",
    "<p>Fichiers :</p><ul><li><a href='x/a.pdf'>Annexe I</a></li></ul>",
)  # fmt: skip


def record(body: str) -> Referential:
    page = f"<body><h1>CAP Vannerie</h1><p>Code : 500-22434 M</p>{body}</body>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record


def stated(body: str) -> set[Order]:
    return {(text.date or "", text.kind) for text in record(body).legal_texts}


def written(order: str, day: str) -> str:
    return order.format(DAYS[day], year=day[2:4])


def groups(orders: list[Order], together: bool) -> list[list[Order]]:
    """Divide orders into those that one line heads."""
    by = itertools.groupby(orders, lambda order: order[1])
    found = [[*group] for _, group in by]
    return found if together else [[order] for group in found for order in group]


@pytest.mark.parametrize("form", [*FORMS, *ABOVE_ALONE])
def test_a_line_above_orders_says_what_they_do(form: str) -> None:
    make = {**FORMS, **ABOVE_ALONE}[form]
    for kinds, words, order, together, lead, end in sample(
        form, LISTS, ABOVE, ORDERS, (False, True), LEADS, ENDS
    ):
        orders = [*zip(DAYS, kinds, strict=False)]
        lines: list[Line] = []
        for group in groups(orders, together):
            effect = group[0][1]
            if effect:
                lines.append(("effect", words[effect][len(group) > 1]))
            lines += [("order", written(order, day)) for day, _ in group]
        body = f"{lead}{make(lines)}{end}"
        assert stated(body) == set(orders), body


@pytest.mark.parametrize("form", FORMS)
def test_a_line_below_an_order_says_what_it_does(form: str) -> None:
    for kinds, words, order, bracketed, lead, end in sample(
        form, LISTS, NOUNS, ORDERS, (False, True), LEADS, ENDS
    ):
        orders = [*zip(DAYS, kinds, strict=False)]
        lines: list[Line] = []
        for day, effect in orders:
            lines.append(("order", written(order, day)))
            said = words[effect][0].lower() if effect else ""
            lines += [("effect", f"({said})" if bracketed else said)] if effect else []
        body = f"{lead}{FORMS[form](lines)}{end}"
        assert stated(body) == set(orders), body


@pytest.mark.parametrize("is_first", [True, False])
def test_a_cell_beside_an_order_says_what_it_does(is_first: bool) -> None:
    for kinds, words, order, together, lead, end in sample(
        str(is_first), LISTS, ABOVE if is_first else NOUNS, ORDERS, (False, True), LEADS, ENDS
    ):
        orders = [*zip(DAYS, kinds, strict=False)]
        rows = ""
        for group in groups(orders, together and is_first):
            effect = group[0][1]
            name = words[effect][len(group) > 1] if effect else "Arrêté" if is_first else ""
            for day, _ in group:
                pair = (name, written(order, day))
                rows += "<tr><td>{}</td><td>{}</td></tr>".format(*pair[:: 1 if is_first else -1])
                name = ""  # the cells below it are empty
        body = f"{lead}<table>{rows}</table>{end}"
        assert stated(body) == set(orders), body


A, B, D = "1997-03-26", "2001-05-09", "2004-07-12"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Modifications : {a}</p><p>{b}</p><p>{c}</p>", {(A, M), (B, M), (D, M)}),
        ("<p>Modifications : {a}</p><p>{b} portant création</p>", {(A, M), (B, C)}),
        ("<p>Modification : {a}</p><p>{b}</p>", {(A, M), (B, None)}),
        ("<p>Modifié par {a} ; {b}</p>", {(A, M), (B, M)}),
        ("<p>Modifié par {a} (JO du 30 juin 2012) ; {b} ; {c}</p>", {(A, M), (B, M), (D, M)}),
        ("<p>Modifié par {a} ; abrogé par {b}</p>", {(A, M), (B, R)}),
        ("<p>{a}</p><p>(création)</p><p>{b}</p>", {(A, C), (B, None)}),
    ],
)
def test_a_word_of_a_list_is_said_of_all_its_orders(body: str, expected: set[Order]) -> None:
    orders = {name: written(ORDERS[0], day) for name, day in zip("abc", (A, B, D), strict=True)}
    assert stated(body.format(**orders)) == expected


def sample(seed: str, *choices: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """Choose 120 of the products of all choices."""
    return random.Random(seed).sample([*itertools.product(*choices)], 120)


SHORT = (
    "<h1>{title}</h1><dl><dt>Code</dt><dd>320-31420 T</dd><dt>Dernière session</dt><dd>2019</dd>"
    "<dt>Remplacé par</dt><dd>BTS Gestion de la PME (320-31409 T)</dd></dl>"
    "<h2>Textes réglementaires</h2><p>Arrêté de création</p><p>Arrêté du 9 mars 2007</p>"
    "<h2>Annexes</h2><ul><li><a href='a.pdf'>Référentiel</a></li></ul>"
)


def test_a_page_in_capitals_states_the_same() -> None:
    title = "BTS Assistant de gestion de PME-PMI à référentiel commun européen"
    bodies = [SHORT.format(title=title), SHORT.format(title=title).replace("<dt>", "</dl><dl><dt>")]
    for body in bodies:
        facts = []
        for page in (body, in_capitals(body)):
            found = read(Document(f"<body>{page}</body>".encode()), Lexicon.packaged()).records
            facts += [
                (r.code, r.last_session, r.replaced_by, [t.kind for t in r.legal_texts])
                for r in (each.record for each in found)
            ]
        assert facts == [("32031420", 2019, ("32031409",), ["creation"])] * 2, body


@pytest.mark.parametrize(
    "body",
    [
        "<p>Rempl. par 500-22440</p><p>1re session : 2007 ; dern. session : 2015</p>",
        "<p><b>Option A osier</b><br>Diplôme de code 500-22435<br><a href='a.pdf'>Annexe</a></p>"
        "<p><b>Option B rotin</b><br>Code : 500-22436<br><a href='b.pdf'>Annexe</a></p>",
    ],
)
def test_capitals_change_no_fact(body: str) -> None:
    facts = []
    for page in (body, in_capitals(body)):
        document = Document(f"<body><h1>CAP Vannerie</h1>{page}</body>".encode())
        records = (each.record for each in read(document, Lexicon.packaged()).records)
        facts.append([(r.code, r.replaced_by, r.last_session, len(r.documents)) for r in records])
    assert facts[0] == facts[1]
    assert facts[0][0] in {(None, ("50022440",), 2015, 0), ("50022435", (), None, 1)}


def test_a_heading_in_capitals_is_one_still_where_other_texts_are_not() -> None:
    lines = "<p>Un métier de la main.</p><p>Une formation de deux ans.</p><p>Un examen.</p>"
    named = (
        "<p>TEXTES RÉGLEMENTAIRES</p><p>Arrêté du 9 mars 2007</p><p>ANNEXES</p><p>Un livret.</p>"
    )
    unknown = [i.value for i in record(f"{named}<p>VIE DU RÉSEAU</p>{lines}").issues if i.value]
    assert "VIE DU RÉSEAU" in unknown


def in_capitals(body: str) -> str:
    """Put the texts of a page, not its tags, into capitals without accents."""
    pieces = body.replace(">", ">\n").replace("<", "\n<").split("\n")
    texts = (
        piece if piece.startswith("<") else unicodedata.normalize("NFD", piece.upper())
        for piece in pieces
    )
    return "".join("".join(c for c in text if not unicodedata.combining(c)) for text in texts)
