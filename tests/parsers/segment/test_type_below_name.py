"""A type that stands below its name: what follows it is no name, whatever it says.

All pages are mock-ups.
"""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from tests.parsers.segment.test_find_title import ANNEX, ORDER, record

TAGS = (
    "<h1>{}</h1><h2>{}</h2>",
    "<h1>{}<br>{}</h1>",
    "<h1>{} {}</h1>",
    "<h1>{}</h1><p>{}</p>",
    "<p align=center><b>{}</b></p><p align=center><b>{}</b></p>",
    "<div class=titre>{}</div><div class=titre2>{}</div>",
    "<center><font size=5><b>{}</b></font></center><center><font size=4><b>{}</b></font></center>",
)
NAMES = ("Tonnellerie", "Restauration (rapide, collective)", "Vannerie option « osier »")
BELOW = (
    "Attention : diplôme abrogé par arrêté du 3 mai 2019",
    "Important : dernière session en 2020",
    "Attention ! Ce diplôme est remplacé par le CAP Bois (500-23450).",
    "1re session 2016",
    "Niveau 3",
    "Numéro de fiche RNCP : RNCP37554",
    '<a href="b224.zip">Ensemble des annexes</a> (zip, 171 ko)',
)
OTHERS = "<h3>Dans le même domaine</h3><ul>{}</ul>".format(
    "".join(
        f'<li><a href="bp{n}.html">BP {n}</a></li>' for n in ("Miroitier", "Plâtrier", "Fleuriste")
    )
)


@pytest.mark.parametrize("below", BELOW)
def test_the_name_stands_above_its_type(below: str) -> None:
    wrong = []
    for tags, name, tag in itertools.product(TAGS, NAMES, ("p", "p><b", "div")):
        title = tags.format(name, "Certificat d'aptitude professionnelle")
        found = record(f"{title}<{tag}>{below}</{tag[:3].strip('>')}>{ORDER}{ANNEX}")
        if (found.name, found.diploma_type) != (name, "CAP"):
            wrong.append((tags, tag, found.name))
    assert wrong == []


@pytest.mark.parametrize("words", ["C.A.P.", "CAP", "Certificat d'aptitude professionnelle (CAP)"])
def test_a_type_behind_a_name_in_a_part_of_its_heading_is_no_part_of_the_name(words: str) -> None:
    found = record(f"<h1>Tonnellerie <small>{words}</small></h1>{ORDER}{ANNEX}")
    assert (found.name, found.diploma_type) == ("Tonnellerie", "CAP")
    other = record(f"<h1>CAP Tonnellerie <small>bois</small></h1>{ORDER}{ANNEX}")
    assert other.name == "Tonnellerie bois"


@pytest.mark.parametrize("number", ["RNCP37554 - fiche active", "fiche n° 37554 – inactive"])
def test_a_number_of_the_register_below_certification_names_nothing(number: str) -> None:
    title = "<h1>CAP</h1><h2>Tonnellerie</h2>"
    found = record(f"{title}<dl><dt>Certification</dt><dd>{number}</dd></dl>{ORDER}{ANNEX}")
    assert found.name == "Tonnellerie"


@pytest.mark.parametrize("tags", TAGS)
def test_links_to_other_diplomas_make_no_list_of_the_page(tags: str) -> None:
    title = tags.format("Tonnellerie", "Certificat d'aptitude professionnelle")
    assert record(f"{title}<h3>Annexes</h3>{ANNEX}{OTHERS}").name == "Tonnellerie"


def test_a_type_above_its_name_is_none_below_what_stands_above() -> None:
    body = "<h1>Métiers du bois</h1><h2>Certificat d'aptitude professionnelle</h2><h2>{}</h2>"
    assert record(body.format("Tonnellerie") + ORDER).name == "Tonnellerie"


def test_a_name_in_the_cell_of_a_layout_is_none_of_a_list() -> None:
    cells = "<p>Texte</p><p>Objet</p><p>Publication</p>"
    body = f"<table><tr><td>menu</td><td><p>BTS</p><p>Biologie médicale</p>{cells}{ORDER}{{}}"
    assert record(body.format(f"{ANNEX}</td></tr></table>")).name == "Biologie médicale"


@pytest.mark.parametrize("kind", ["Brevet de technicien supérieur", "(BTS)", "(B.T.S.)"])
@pytest.mark.parametrize("joined", ["<br>", " "])
def test_options_may_stand_behind_the_type(joined: str, kind: str) -> None:
    options = joined.join(("Option A : cuir", "Option B : textile"))
    body = joined.join(("Tapisserie", kind, options))
    page = f"<html><body><h1>{body}</h1>{ORDER}{ANNEX}</body></html>".encode()
    records = read(Document(page, "https://x.invalid/b1.html"), Lexicon.packaged()).records
    names = [each.record.name for each in records]
    assert names == ["Tapisserie option A cuir", "Tapisserie option B textile"]


@pytest.mark.parametrize("head", ["<h3>Pêle-mêle</h3>", "<table><tr><th>Pêle-mêle<th>Fait</table>"])
def test_a_heading_below_name_and_type_is_no_name(head: str) -> None:
    found = record(f"<h1>Vannerie</h1><p>CAP</p>{head}<p>Code : 500-23438</p>{ORDER}")
    assert found.title == "CAP Vannerie"
    page = f"<title>Rotin</title><h1>Vannerie</h1><p>CAP</p><h2>Rotin</h2>{ORDER}".encode()
    (only,) = read(Document(page, "https://x.invalid/b1.html"), Lexicon.packaged()).records
    assert only.record.title == "CAP Rotin"
