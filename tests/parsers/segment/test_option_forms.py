"""Three options with a code each, in every form of name, code and list: three records."""

import itertools
from collections.abc import Callable

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon

OPTIONS = (
    ("A", "coiffure femme", "450-33615"),
    ("B", "coiffure homme", "450-33616"),
    ("C", "perruquier", "450-33617"),
)
NAMES = (
    "l'option {} « {} »",
    "Option {} : {}",
    "OPTION {} - {}",
    "option {} {}",
    "{} – {}",
    "option « {1} »",
    "{1}",
)
CODES = ("{} ({})", "{} (code {} T)", "{} : {}", "{}, code : {}", "{1} T : {0}", "{1} - {0}")


def in_tags(tag: str) -> Callable[[list[str]], str]:
    return lambda lines: "".join(f"<{tag}>{line}</{tag}>" for line in lines)


LISTS: dict[str, Callable[[list[str]], str]] = {
    "items": lambda lines: f"<ul>{in_tags('li')(lines)}</ul>",
    "items below a sentence": lambda lines: (
        f"<p>Trois options :</p><ul>{in_tags('li')(lines)}</ul>"
    ),
    "items below a heading": lambda lines: f"<h2>Options</h2><ul>{in_tags('li')(lines)}</ul>",
    "lines": lambda lines: f"<p>{'<br>'.join(lines)}</p>",
    "lines below a label": lambda lines: f"<p>Options :<br>{'<br>'.join(lines)}</p>",
    "a label with semicolons": lambda lines: f"<p>Options : {' ; '.join(lines)}</p>",
    "a label with commas": lambda lines: f"<p>Options : {', '.join(lines)}</p>",
    "the label of codes": lambda lines: f"<p>Codes : {' ; '.join(lines)}</p>",
    "cells": lambda lines: f"<table><tr>{in_tags('td')(lines).replace('</td>', '</td></tr><tr>')}",
    "a row of a table": lambda lines: (
        f"<table><tr><td>Options<td>{'<br>'.join(lines)}<tr><td>Niveau<td>4</table>"
    ),
    "values of a term": lambda lines: f"<dl><dt>Options</dt>{in_tags('dd')(lines)}</dl>",
    "headings": lambda lines: "".join(
        f"<h3>{line}</h3><p><a href=own{n}.pdf>Annexe</a></p>" for n, line in enumerate(lines)
    ),
}


@pytest.mark.parametrize("form", LISTS)
def test_options_are_read_in_every_form(form: str) -> None:
    wrong = []
    for name, code in itertools.product(NAMES, CODES):
        lines = [code.format(name.format(letter, text), number) for letter, text, number in OPTIONS]
        body = (
            f"<html><body><h1>BP Coiffure</h1>{LISTS[form](lines)}</table><p>Arrêté du 28 juin "
            "2019</p><p><a href=common.pdf>Annexes communes</a></p></body></html>"
        )
        records = [
            each.record for each in read(Document(body.encode()), Lexicon.packaged()).records
        ]
        read_options = [
            (record.code, [document.url for document in record.documents]) for record in records
        ]
        own = [[f"own{n}.pdf"] if form == "headings" else [] for n in range(3)]
        expected = [
            (number.replace("-", ""), [*files, "common.pdf"])
            for (_, _, number), files in zip(OPTIONS, own, strict=True)
        ]
        titles = [record.title.lower() for record in records]
        named = len(titles) == 3 and all(
            title.startswith("bp coiffure option") and text in title
            for title, (_, text, _) in zip(titles, OPTIONS, strict=True)
        )
        dated = all(len(record.legal_texts) == 1 for record in records)
        if read_options != expected or not named or not dated:
            wrong.append((name, code, titles, read_options))
    assert wrong == []
