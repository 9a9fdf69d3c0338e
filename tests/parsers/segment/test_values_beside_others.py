"""Where a value ends that another label follows: on its line, and in the next cell of its table.

All pages are mock-ups.
"""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

FACTS = "<p>Arrêté du 3 mai 2004</p><p>Code : 500-23438</p>"


def record(body: str) -> Referential:
    document = Document(f"<html><body><h1>CAP Vannerie</h1>{body}{FACTS}</body></html>".encode())
    (only,) = read(document, Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("between", [" ; ", " | ", " · "])
@pytest.mark.parametrize("label", ["Sessions d'examen organisées", "Zigle"])
def test_a_sector_ends_at_a_label_that_is_not_known(label: str, between: str) -> None:
    line = f"Domaine : Commerce{between}{label} : à partir de 2012{between}Durée : 2 ans"
    assert record(f"<p>{line}</p>").sector == "Commerce"
    assert record(f"<h2>Consulter les documents</h2><p>{line}</p>").sector == "Commerce"


def test_a_fact_in_the_next_cell_ends_the_text_of_the_cell_before() -> None:
    text = "Un an de plus est utile avant une installation à son compte."
    table = (
        "<table><thead><tr><th>Poursuite d'études</th><th>Durée de la formation</th><th>Coût</th>"
        f"</tr></thead><tbody><tr><td><p>{text}</p></td><td><p>3 ans</p></td>"
        "<td><ul><li>La formation est gratuite.</li></ul></td></tr></tbody></table>"
    )
    found = record(table)
    assert found.further_study == text
    assert found.duration_months == 36
