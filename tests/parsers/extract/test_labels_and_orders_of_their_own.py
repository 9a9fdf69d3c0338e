"""Labels with the length of their value, changes beside other orders, files beside an order.

All pages are mock-ups.
"""

import pytest

from schema.lexicon import Lexicon
from tests.parsers.extract.pages import orders_of, record_of

PLACES = (
    "<p>{} : {}</p>",
    "<p><b>{} :</b> {}</p>",
    "<p>{}&nbsp;: {}<br>Niveau : 3</p>",
    "<ul><li><strong>{}</strong> {}</li></ul>",
    "<table><tr><td>{}</td><td>{}</td></tr></table>",
    "<dl><dt>{}</dt><dd>{}</dd></dl>",
)
MADE = ("2004-05-03", "creation")
CHANGED = ("2008-06-04", "modification")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "label",
    ["Code du diplôme (8 caractères)", "Code (8 chiffres)", "Code diplôme (CFD)",
     "Code formation-diplôme (sur 8 caractères)", "Code du diplôme"],
)  # fmt: skip
def test_the_length_of_a_value_may_stand_behind_its_label(label: str, place: str) -> None:
    assert record_of(place.format(label, "500-23438 S")).code == "50023438"


def test_other_words_in_brackets_are_of_a_label() -> None:
    lexicon = Lexicon.packaged()
    for label in ("Code (8 pages)", "Code (avec 8 exemples)"):
        assert lexicon.lookup(label) is None


@pytest.mark.parametrize(
    "place",
    ["<p>{}</p><p>{}</p><p>{}</p>", "<ul><li>{}</li><li>{}</li><li>{}</li></ul>",
     "<div><div>{}</div><div>{}</div><div>{}</div></div>"],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "<h3>Textes réglementaires</h3>"])
@pytest.mark.parametrize(
    "change",
    ["Modifié par : arrêté du 4 juin 2008", "Arrêté modificatif : 4 juin 2008",
     "Texte modificatif : arrêté du 4 juin 2008",
     "Arrêté modificatif : 4 juin 2008 – NOR : MENE0800123A",
     "<a href=a.pdf>Dernière modification : arrêté du <time>4 juin 2008</time></a>"],
)  # fmt: skip
def test_an_order_on_a_line_of_its_own_is_not_what_the_label_of_another_says(
    change: str, head: str, place: str
) -> None:
    made = "Arrêté de création : 3 mai 2004"
    for own in ("Arrêté du 6 juin 2012", "<a href=c.pdf>Arrêté du <time>6 juin 2012</time></a>",
                "Arrêté du 6 juin 2012, publié au Journal officiel"):  # fmt: skip
        found = orders_of(head + place.format(made, change, own))
        assert found == [MADE, CHANGED, ("2012-06-06", None)]


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Modifié par :</p><p>Arrêté du 4 juin 2008</p><p>Arrêté du 6 juin 2012</p>",
        "<p>Arrêtés modificatifs : arrêté du 4 juin 2008</p><p>Arrêté du 6 juin 2012</p>",
        "<p>Modifs : arrêté du 4 juin 2008<br>Arrêté du 6 juin 2012</p>",
        "<p>Modifié par : arrêté du 4 juin 2008</p><p>arrêté du 6 juin 2012</p>",
    ],
)
def test_a_label_of_several_changes_is_of_all_of_them(lines: str) -> None:
    found = orders_of(f"<p>Arrêté de création : 3 mai 2004</p>{lines}")
    assert found == [MADE, CHANGED, ("2012-06-06", "modification")]


def test_lines_of_one_paragraph_say_each_what_their_order_does() -> None:
    lines = ("Arrêté du 3 mai 2004 relatif au CAP Vannerie", "Modification : arrêté du 4 juin 2008",
             "Arrêté du 6 juin 2012, publié au Journal officiel")  # fmt: skip
    made = ("2004-05-03", None)
    assert orders_of(f"<p>{'<br>'.join(lines)}</p>") == [made, CHANGED, ("2012-06-06", None)]


@pytest.mark.parametrize(
    "name",
    ["Dossier d'évaluation en CCF", "Dispenses d'unités", "Blocs de compétences", "Annexe I"],
)
@pytest.mark.parametrize(
    "place",
    ["<div><span>{0}</span> <span><a href=a.pdf>{1}</a></span></div>",
     "<table><tr><th>{0}</th><td><a href=a.pdf>{1}</a><br><a href=b.pdf>Annexe II</a></td></table>",
     "<p>{0} : <a href=a.pdf>{1}</a></p>"],
)  # fmt: skip
def test_what_files_beside_an_order_are_called_says_nothing_of_it(place: str, name: str) -> None:
    record = record_of(place.format("Arrêté du 3 mai 2004", name))
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]
    assert name in [document.title for document in record.documents]


def test_an_order_about_a_matter_of_all_diplomas_is_none_of_one() -> None:
    about = "Arrêté du 6 juin 2012 relatif aux dispenses d'unités"
    for order in (about, f"<a href=a.pdf>{about}</a>"):
        assert orders_of(f"<p>Arrêté de création : 3 mai 2004</p><p>{order}</p>") == [MADE]
