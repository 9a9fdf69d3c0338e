"""The facts of one diploma in any order, wording and form: all are read. Mock-ups."""

import random
from collections.abc import Callable

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

Line = tuple[str, str]  # a label, or none, and its value
FILE = '<a href="a.pdf">Référentiel</a>'
WORDINGS: dict[str, tuple[Line, ...]] = {
    "code": (("Code", "500-25221"), ("Code diplôme", "50025221")),
    "rncp": (("RNCP", "RNCP38421"), ("Fiche RNCP", "38421")),
    "creation": (
        ("Arrêté de création", "3 mai 2004"),
        ("Création", "arrêté du 3 mai 2004 (JO du 15 mai 2004)"),
        ("", "Arrêté du 3 mai 2004 portant création du diplôme"),
    ),
    "modification": (
        ("Modifié par", "arrêté du 7 juin 2008"),
        ("", "Arrêté du 7 juin 2008 modifiant l'arrêté du 3 mai 2004"),
    ),
    "repeal": (
        ("Abrogé par", "arrêté du 9 août 2015"),
        ("", "Arrêté du 9 août 2015 portant abrogation du diplôme"),
    ),
    "first": (("Première session", "2006"), ("1re session d'examen", "2006")),
    "last": (("Dernière session", "2017"), ("Dernière session d'examen", "2017")),
    "after": (
        ("Remplacé par", "500-25240"),
        ("", "Remplacé par le CAP Tissage (500-25240)"),
    ),
    "before": (("Remplace", "500-25210"), ("", "Remplace le CAP Fil (code 500-25210)")),
    "file": (("", FILE), ("Référentiel", FILE), ("Documents", FILE)),
}
DAYS = {"creation": "2004-05-03", "modification": "2008-06-07", "repeal": "2015-08-09"}


def lines_of(form: str, label: str = "{} : ") -> Callable[[list[Line]], str]:
    return lambda lines: "".join(
        form.format(f"{label.format(a) if a else ''}{value}") for a, value in lines
    )


def pairs_of(form: str, alone: str) -> Callable[[list[Line]], str]:
    return lambda lines: "".join(
        form.format(label, value) if label else alone.format(value) for label, value in lines
    )


CELL = "<tr><td colspan=2>{}</td></tr>"
FORMS: dict[str, Callable[[list[Line]], str]] = {
    "paragraphs": lines_of("<p>{}</p>"),
    "lines of one paragraph": lambda lines: f"<p>{lines_of('{}<br>')(lines)}</p>",
    "items": lambda lines: f"<ul>{lines_of('<li>{}</li>')(lines)}</ul>",
    "bold labels": lines_of("<p>{}</p>", "<b>{} :</b> "),
    "rows": lambda x: f"<table>{pairs_of('<tr><td>{}</td><td>{}</td></tr>', CELL)(x)}</table>",
    "headed rows": lambda x: f"<table>{pairs_of('<tr><th>{}<td>{}</tr>', CELL)(x)}</table>",
    "divisions": pairs_of("<div><span>{}</span> <span>{}</span></div>", "<div>{}</div>"),
}


def stated(record: Referential) -> dict[str, object]:
    orders: dict[str | None, str | None] = {t.kind: t.date for t in record.legal_texts}
    return {
        **{kind: orders.get(kind) for kind in DAYS},
        "code": record.code,
        "rncp": record.rncp_codes[0] if record.rncp_codes else None,
        "first": record.first_session,
        "last": record.last_session,
        "after": record.replaced_by[0] if record.replaced_by else None,
        "before": record.replaces[0] if record.replaces else None,
        "file": record.documents[0].url if record.documents else None,
    }


VALUES: dict[str, object] = {
    **DAYS, "code": "50025221", "rncp": "RNCP38421", "first": 2006, "last": 2017,
    "after": "50025240", "before": "50025210", "file": "a.pdf",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_facts_are_read_in_any_order_of_their_lines(form: str) -> None:
    rng = random.Random(form)
    for _ in range(60):
        keys = [key for key in WORDINGS if key == "creation" or rng.random() < 0.6]
        rng.shuffle(keys)
        lines = [rng.choice(WORDINGS[key]) for key in keys]
        body = f"<h1>CAP Gravure</h1>{FORMS[form](lines)}"
        (found,) = read(Document(f"<body>{body}</body>".encode()), Lexicon.packaged()).records
        expected = {key: VALUES[key] if key in keys else None for key in VALUES}
        assert (found.record.name, stated(found.record)) == ("Gravure", expected), body


LABELLED: dict[str, tuple[Line, ...]] = {
    **{key: tuple(line for line in lines if line[0]) for key, lines in WORDINGS.items()},
    "code": (("Code", "500-25221"), ("N°", "50025221")),
    "creation": (("Arrêté de création", "Arrêté du 3 mai 2004"), ("Création", "03/05/2004")),
    "modification": (("Modifié par", "7 juin 2008"), ("Modification", "Arrêté du 7 juin 2008")),
    "repeal": (("Abrogé par", "09/08/2015"), ("Arrêté d'abrogation", "Arrêté du 9 août 2015")),
    "first": (("1re session", "juin 2006"), ("Première session", "2006")),
    "last": (("Dern. session", "session 2017"), ("Dernière session", "2017")),
    "file": (("Référentiel", '<a href="a.pdf">PDF</a>'), ("Annexes", FILE)),
    "title": (("Intitulé", "CAP Gravure"), ("Spécialité", "Gravure")),
    "type": (("Type de diplôme", "CAP"), ("Nature", "CAP")),
    "level": (("Niveau", "3"), ("Niveau", "Niveau 3")),
}


def columns_of(name: str, head: str = "{}", body: str = "{}") -> Callable[[list[Line]], str]:
    def table(lines: list[Line]) -> str:
        names = "".join(name.format(label) for label, _ in lines)
        values = "".join(f"<td>{value}</td>" for _, value in lines)
        rows = head.format(f"<tr>{names}</tr>"), body.format(f"<tr>{values}</tr>")
        return f"<table>{''.join(rows)}</table>"

    return table


def line_of(between: str) -> Callable[[list[Line]], str]:
    return lambda lines: f"<p>{between.join(f'{label} : {value}' for label, value in lines)}</p>"


ONE_ROW: dict[str, Callable[[list[Line]], str]] = {
    "columns named in th": columns_of("<th>{}</th>"),
    "columns named in thead": columns_of("<th>{}</th>", "<thead>{}</thead>", "<tbody>{}</tbody>"),
    "columns named in td": columns_of("<td>{}</td>"),
    "bars": line_of(" | "),
    "semicolons": line_of(" ; "),
    "dashes": line_of(" - "),
    "points": line_of(" • "),
}


@pytest.mark.parametrize("form", ONE_ROW)
def test_facts_are_read_in_any_order_of_the_columns_and_labels_of_a_row(form: str) -> None:
    rng = random.Random(form)
    for _ in range(60):
        keys = [key for key in LABELLED if key in {"code", "last"} or rng.random() < 0.5]
        rng.shuffle(keys)
        body = f"<h1>CAP Gravure</h1>{ONE_ROW[form]([rng.choice(LABELLED[key]) for key in keys])}"
        (found,) = read(Document(f"<body>{body}</body>".encode()), Lexicon.packaged()).records
        expected = {key: VALUES[key] if key in keys else None for key in VALUES}
        assert (found.record.name, stated(found.record)) == ("Gravure", expected), body
