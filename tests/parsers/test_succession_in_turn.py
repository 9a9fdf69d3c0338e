"""A predecessor and a successor, and sessions, in every form of lines and tables. Mock-ups."""

import itertools
import random
from collections.abc import Callable
from typing import Any

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

Fact = tuple[str, str]  # a label, and its value
REPLACES = (
    "Remplace", "Diplôme remplacé", "Ancien diplôme", "Se substitue à", "Diplôme précédent",
    "Prédécesseur", "Anciennement", "Succède à", "Fait suite à", "Issu de", "Diplôme antérieur",
)  # fmt: skip
REPLACED_BY = (
    "Remplacé par", "Diplôme de remplacement", "Diplôme remplaçant", "Successeur", "Devient",
    "Diplôme suivant", "Voir désormais", "Est remplacé par", "Abrogé et remplacé par",
    "Nouvelle version", "Diplôme qui le remplace",
)  # fmt: skip
FORMER, LATER = ("CAP Poterie", "500-22401 P"), ("CAP Céramique", "500-22450 S")
VALUES = ("{0} ({1})", "{1}", "{0} (code {1})", '<a href="y.html">{0}</a> ({1})', "{0}, {1}")
FIRST = ("Première session", "1re session", "Date de première session", "Session d'ouverture")
LAST = ("Dernière session", "Dernière session avant abrogation", "Session de clôture")
YEARS = ("{}", "juin {}", "session {}", "Session de juin {}", "{} (juin)", "06/{}")


def _columns(facts: list[Fact]) -> str:
    heads = "".join(f"<th>{label}</th>" for label, _ in facts)
    return f"<table><tr>{heads}</tr><tr>{''.join(f'<td>{v}</td>' for _, v in facts)}</tr></table>"


FORMS: dict[str, Callable[[list[Fact]], str]] = {
    "paragraphs": lambda facts: "".join(f"<p>{a} : {b}</p>" for a, b in facts),
    "lines": lambda facts: f"<p>{'<br>'.join(f'{a} : {b}' for a, b in facts)}</p>",
    "items": lambda facts: f"<ul>{''.join(f'<li>{a} : {b}</li>' for a, b in facts)}</ul>",
    "terms": lambda facts: f"<dl>{''.join(f'<dt>{a}</dt><dd>{b}</dd>' for a, b in facts)}</dl>",
    "rows": lambda facts: (
        f"<table>{''.join(f'<tr><td>{a}</td><td>{b}</td></tr>' for a, b in facts)}</table>"
    ),
    "columns": _columns,
    "below": lambda facts: "".join(f"<p><b>{a}</b><br>{b}</p>" for a, b in facts),
    "bars": lambda facts: f"<p>{' | '.join(f'{a} : {b}' for a, b in facts)}</p>",
    "semicolons": lambda facts: f"<p>{' ; '.join(f'{a} : {b}' for a, b in facts)}</p>",
}


def record(body: str) -> Referential:
    page = f"<body><h1>CAP Vannerie</h1><p>Code : 500-22434 M</p>{body}</body>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("form", FORMS)
def test_a_predecessor_and_a_successor_stand_side_by_side(form: str) -> None:
    for former, later, value, turned in sample(form, REPLACES, REPLACED_BY, VALUES, (0, 1)):
        facts = [(former, value.format(*FORMER)), (later, value.format(*LATER))]
        body = FORMS[form](facts[::-1] if turned else facts)
        found = record(body)
        assert (found.replaces, found.replaced_by) == (("50022401",), ("50022450",)), body


@pytest.mark.parametrize("form", [*FORMS, "commas"])
def test_sessions_stand_side_by_side(form: str) -> None:
    make = FORMS.get(form) or (lambda facts: f"<p>{', '.join(f'{a} : {b}' for a, b in facts)}</p>")
    for first, last, year, turned in sample(form, FIRST, LAST, YEARS, (0, 1)):
        facts = [(first, year.format(2012)), (last, year.format(2018))]
        found = record(body := make(facts[::-1] if turned else facts))
        assert (found.first_session, found.last_session) == (2012, 2018), body


@pytest.mark.parametrize("unknown", ["Avenir", "Diplôme voisin", "Observations"])
@pytest.mark.parametrize("known", ["Remplace", "Successeur", "Anciennement"])
def test_an_unknown_column_takes_no_field_of_the_one_before(known: str, unknown: str) -> None:
    found = record(_columns([(known, "500-22401 P"), (unknown, "CAP Céramique (500-22450 S)")]))
    assert {*found.replaces, *found.replaced_by} == {"50022401"}
    assert any("500-22450" in (issue.value or "") for issue in found.issues)


CODED = {
    "replaces": ("Ce CAP a remplacé en 2012 le CAP Poterie (500-22401 P)",
                 "Remplace le CAP Poterie (500-22401 P)"),
    "replaced_by": ("Remplacé par le CAP Céramique (500-22450 S)",
                    "Voir le nouveau CAP Céramique (500-22450 S)"),
}  # fmt: skip
NAMED = {
    "replaces": ("Ce diplôme remplace le CAP Poterie", "Créé en remplacement du CAP Poterie",
                 "Issu de la rénovation du CAP Poterie", "Anciennement CAP Poterie"),
    "replaced_by": ("Ce diplôme est remplacé par le CAP Céramique",
                    "Diplôme abrogé, remplacé par CAP Céramique", "Abrogé. Voir : CAP Céramique",
                    "Ce CAP devient le CAP Céramique à la rentrée 2019"),
}  # fmt: skip


@pytest.mark.parametrize("between", [" | ", " - ", " ; ", ".<br>", ". "])
@pytest.mark.parametrize("named", NAMED)
def test_of_two_statements_that_without_a_code_is_told(named: str, between: str) -> None:
    coded = "replaced_by" if named == "replaces" else "replaces"
    name = FORMER[0] if named == "replaces" else LATER[0]
    for code, other in itertools.product(CODED[coded], NAMED[named]):
        for lines in ((code, other), (other, code)):
            found = record(body := f"<p>{between.join(lines)}</p>")
            facts = found.model_dump()
            assert (len(facts[coded]), len(facts[named])) == (1, 0), body
            told = {issue.field for issue in found.issues if name in (issue.value or "")}
            assert told - {"status"} == {named}, body


@pytest.mark.parametrize(
    ("body", "documents", "orders"),
    [
        ("<p>Nouvelle version : <a href='x/a.pdf'>Référentiel</a></p>", 1, 0),
        ("<p>Nouvelle version : <a href='x/a.pdf'>CAP Vannerie, annexes</a></p>", 1, 0),
        ("<h2>Nouvelle version</h2><p>Arrêté du 3 mai 2019</p>", 0, 1),
        ("<p>Abrogé et remplacé par : arrêté du 3 mai 2019</p>", 0, 1),
        ("<p>Élèves issus du CAP Poterie</p>", 0, 0),
    ],
)
def test_a_new_version_may_be_a_file_or_an_order(body: str, documents: int, orders: int) -> None:
    found = record(body)
    assert (len(found.documents), len(found.legal_texts)) == (documents, orders)
    assert (found.replaces, found.replaced_by) == ((), ())


def test_a_dash_before_a_speciality_divides_no_sentence() -> None:
    found = record("<p>Ce diplôme remplace le CAP Appareillage - Spécialité orthoprothèse "
                   "(500-33407) et est remplacé par le CAP Agent (500-33002 T).</p>")  # fmt: skip
    assert (found.replaces, found.replaced_by) == (("50033407",), ("50033002",))


def sample(seed: str, *choices: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """Choose 80 of the products of all choices."""
    return random.Random(seed).sample([*itertools.product(*choices)], 80)
