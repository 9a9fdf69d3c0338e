"""Headings that are a name, whose type stands in the way to the page or in the order."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential

FACTS = "<p>Arrêté du 3 mai 2004</p><p><a href='annexes.pdf'>Annexes</a></p>"
WAYS = (
    "<nav class=fr-breadcrumb><ol><li><a href='/'>Accueil</a><li><a href='/d'>{}</a></ol></nav>",
    "<div id=ariane>Vous êtes ici : <a href=i.html>Accueil</a> &gt; <a href=b.html>{}</a></div>",
    "<div id=rootline>Accueil &gt; Diplômes professionnels &gt; {}</div>",
    "<p id=hierarchie>Accueil &gt; {}</p>",
)
PLURALS = (
    ("Mentions complémentaires", "Mention complémentaire"),
    ("Baccalauréats professionnels", "Baccalauréat professionnel"),
    ("CAP", "CAP"),
)


def record(body: str) -> Referential:
    page = f"<html><head><title>Référentiels</title></head><body>{body}</body></html>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("plural", "type_"), PLURALS)
def test_the_way_to_the_page_ends_in_the_type(way: str, plural: str, type_: str) -> None:
    found = record(f"{way.format(plural)}<h1>Employé traiteur</h1>{FACTS}")
    assert (found.title, found.name) == (f"{type_} Employé traiteur", "Employé traiteur")


@pytest.mark.parametrize("way", WAYS[1:])
def test_the_way_may_end_in_the_title(way: str) -> None:
    steps = "<a href=cap.html>CAP</a> / CAP Maçon"
    assert record(f"{way.format(steps)}<h1>Maçon</h1>{FACTS}").title == "CAP Maçon"


def test_an_order_may_give_type_and_name() -> None:
    for order in ("portant création de la MC", "fixant les conditions de délivrance de la MC"):
        body = f"<h1>Employé traiteur</h1><p>Arrêté du 3 mai 2004 {order} Employé traiteur</p>"
        assert record(f"{body}{FACTS}").title == "MC Employé traiteur"


BEHIND = ("- 50023437 V", "(500-23437 V)", "(code 50023437)", "- arrêté du 3 mai 2004",
          "<br>(Arrêté du 3 mai 2004)")  # fmt: skip


@pytest.mark.parametrize("behind", BEHIND)
def test_a_code_or_an_order_behind_it_is_no_part_of_the_name(behind: str) -> None:
    way = WAYS[0].format("CAP")
    for before in (way, ""):
        facts = FACTS if before or "2343" not in behind else f"<p>Code : 50023437</p>{FACTS}"
        body = f"{before}<h1>Employé traiteur {behind}</h1>{facts}"
        if before or "3437" in behind:
            found = record(body)
            assert found.name == "Employé traiteur"
            assert [text.date for text in found.legal_texts] == ["2004-05-03"]
            assert found.code == ("50023437" if "3437" in behind else None)


@pytest.mark.parametrize(
    "body",
    [
        # a list of a rubric, a subject of all its diplomas, a page of the site
        WAYS[2].format("CAP") + "<h1>Métiers de bouche</h1>"
        + "".join(f"<p><a href={n}.html>CAP {n}</a></p>" for n in ("Boucher", "Maçon", "Couvreur"))
        + "<p>Arrêté du 3 mai 2004</p>",
        WAYS[2].format("CAP") + f"<h1>Textes généraux</h1>{FACTS}",
        WAYS[0].format("CAP") + f"<h1>Calendrier des examens</h1>{FACTS}",
        WAYS[0].format("CAP") + "<h1>Employé traiteur</h1><p>Texte.</p>",
        # a menu of all types, or none
        "<ul class=menu><li>Accueil<li>CAP<li>Bac pro<li>Contact</ul>"
        + f"<h1>Employé traiteur</h1>{FACTS}",
        f"<nav><ul><li>Accueil<li>BTS<li>CAP</ul></nav><h1>Employé traiteur</h1>{FACTS}",
        WAYS[0].format("Référentiels") + f"<h1>Employé traiteur</h1>{FACTS}",
    ],
)  # fmt: skip
def test_a_page_of_no_single_diploma_stays_refused(body: str) -> None:
    with pytest.raises(Refused):
        record(body)


NAMES = (
    "<p align=center><b><font size=4>Employé traiteur</font></b></p>",
    "<center><font size=5><b>Employé traiteur<br>(arrêté du 3 mai 2004)</b></font></center>",
    "<table bgcolor=silver><tr><td align=center><b>Employé traiteur (code 50023437)</b></table>",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_line_set_off_is_the_title_of_a_page_without_any_that_states_a_code(name: str) -> None:
    found = record(f"{name}<p>Code : 500-23437</p>{FACTS}")
    assert (found.name, found.code, found.diploma_type) == ("Employé traiteur", "50023437", "CAP")
    assert [text.date for text in found.legal_texts] == ["2004-05-03"]
    for refused in (
        f"{name}{FACTS}".replace("(code 50023437)", ""),
        f"{name}<p><b>Garde d'enfants</b></p><p>Code : 500-23437</p>{FACTS}",
    ):
        with pytest.raises(Refused):
            record(refused)


@pytest.mark.parametrize(
    "name", ["<p><b>{}</b></p>", "<center><font size=5><b>{}</b></font></center>"]
)
@pytest.mark.parametrize("window", ["", "Vannier fin", "Éduscol - Vannier fin"])
def test_a_line_set_off_is_the_name_where_a_label_of_the_diploma_says_the_type(
    name: str, window: str
) -> None:
    facts = "<p><b>Diplôme :</b> Brevet professionnel</p><p><b>Niveau :</b> 4</p>"
    page = f"<title>{window}</title><body>{name.format('Vannier fin')}{facts}{FACTS}</body>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert (only.record.title, only.record.name) == (
        "Brevet professionnel Vannier fin",
        "Vannier fin",
    )
