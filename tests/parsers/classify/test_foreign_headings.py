"""Pages whose heading names the diploma among words of something else; mock-ups."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
FACTS = """<p>Code : 500-23438</p><p>Arrêté du 3 mai 2004 portant création du CAP Vannerie</p>
<ul><li><a href="b224.pdf">Référentiel</a></li></ul>"""
FOREIGN = (
    "Le panier du mois : Théo, en CAP Vannerie",
    "Bourse aux osiers des élèves de CAP Vannerie",
    "De fil en osier : le CAP Vannerie",
    "Petite annonce : machine à refendre pour CAP Vannerie",
    "Vannerie craft certificate: CAP Vannerie",
)
OWN = (
    "Référentiel du CAP Vannerie",
    "Le CAP Vannerie en quelques mots",
    "Consultez ci-dessous les textes officiels du CAP Vannerie",
    "CAP Vannerie – nouvelle version rénovée",
    "Arrêté du 3 mai 2004 tressant le CAP Vannerie",
    "anciennement CAP Rotinier en vannerie",
    "Documents administratifs du CAP Vannerie",
)
PLACES = {
    "title": "<h1>{line}</h1>{facts}",
    "heading above": "<h1>{line}</h1><h2>CAP Vannerie</h2>{facts}",
    "line above": "<p>{line}</p><h1>CAP Vannerie</h1>{facts}",
    "heading below": "<h1>CAP Vannerie</h1><h2>{line}</h2>{facts}",
    "bold line below": "<h1>CAP Vannerie</h1><p><b>{line}</b></p>{facts}",
    "line below": "<h1>CAP Vannerie</h1><p>{line}</p>{facts}",
    "behind a fact": "<h1>CAP Vannerie</h1><p>Niveau : 3</p><h2>{line}</h2>{facts}",
}
TEXTS = """<h2>Description</h2><p>Le vannier tresse l'osier.</p><h2>Accès</h2><p>Après la
troisième.</p><h2>Poursuite d'études</h2><p>Un brevet des métiers d'art.</p>"""


def refusal(body: str, is_known: bool = False) -> str:
    try:
        read(Document(body.encode(), ADDRESS, is_known=is_known), Lexicon.packaged())
    except Refused as refused:
        return refused.detail
    return ""


@pytest.mark.parametrize("line", FOREIGN)
@pytest.mark.parametrize("place", PLACES)
def test_a_heading_of_something_else_tells_the_page(place: str, line: str) -> None:
    page = PLACES[place].format(line=line, facts=FACTS)
    assert refusal(page) == f"a heading about something else: {line!r}"


@pytest.mark.parametrize("line", OWN)
@pytest.mark.parametrize("place", [place for place in PLACES if place != "title"])
def test_words_of_a_référentiel_stand_beside_its_name(place: str, line: str) -> None:
    assert not refusal(PLACES[place].format(line=line, facts=FACTS))


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>CAP Vannerie</h1>{FACTS * 2}<h2>Le panier du mois : Théo, en CAP Vannerie</h2>",
        f'<h1>CAP Vannerie</h1><p><a href="/p">Le panier de Théo, en CAP Vannerie</a></p>{FACTS}',
        "<h1>CAP Vannerie</h1><h2>Option A vannerie tressée au CAP Vannerie</h2>"
        "<h2>Option B rotin</h2>" + FACTS,
        "<h1>CAP Vannerie</h1><h2>Le métier de Théo : la vannerie</h2>" + FACTS,
        "<h1>CAP Vannerie</h1><h2>Le panier du mois : Théo, en CAP Vannerie</h2>" + TEXTS + FACTS,
    ],
    ids=["far below", "link", "option", "name alone, of one word", "texts of a diploma"],
)
def test_other_lines_tell_nothing(body: str) -> None:
    assert not refusal(body)


def test_a_page_at_an_address_of_the_list_is_not_refused_for_a_heading() -> None:
    page = PLACES["heading below"].format(line=FOREIGN[0], facts=FACTS)
    assert refusal(page)
    assert not refusal(page, is_known=True)


@pytest.mark.parametrize("head", ["Un apprenti en CAP Vannerie", "Contrat : CAP Vannerie"])
def test_words_of_longer_labels_are_none_of_a_heading_with_the_name(head: str) -> None:
    with pytest.raises(Refused):
        read(Document(f"<h1>{head}</h1>{FACTS}".encode(), ADDRESS), Lexicon.packaged())


ITEM = "<li><b>CAP Vannerie - {}</b><ul><li>Code : {}</li><li>Session : 2012</li></ul></li>"


def _accepts_list(*items: tuple[str, str]) -> bool:
    lines = "".join(ITEM.format(name, code) for name, code in items)
    page = f"""<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p><ul>{lines}</ul>
    <ul><li><a href="b224.pdf">Référentiel</a></li></ul>"""
    try:
        read(Document(page.encode()), Lexicon.packaged())
    except Refused:
        return False
    return True


def test_names_behind_the_title_above_codes_of_their_own_are_no_other_subject() -> None:
    assert _accepts_list(("taille de la pierre", "500-23438"), ("petit granit", "500-23439"))


def test_one_name_behind_the_title_above_the_code_stays_another_subject() -> None:
    assert not _accepts_list(("bourse aux paniers", "500-23438"))


NAMED = "Accompagnement, soins et services à la personne"


@pytest.mark.parametrize(("letters", "is_read"), [("ASSP", True), ("CFA", False)])
def test_letters_of_the_name_in_brackets_are_no_other_subject(letters: str, is_read: bool) -> None:
    page = f"""<h1>Bac pro {NAMED}</h1><p>Code : 400-33004</p>
    <p>Baccalauréat professionnel {NAMED} ({letters})</p><p><a href="a1.pdf">Annexe I</a></p>"""
    try:
        read(Document(page.encode(), ADDRESS), Lexicon.packaged())
    except Refused:
        assert not is_read
    else:
        assert is_read
