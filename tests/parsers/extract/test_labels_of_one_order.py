"""A label that asks for one order, with a further order behind it; orders that repeal another.

All pages are mock-ups.
"""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

PAGE = "<html><body><h1>CAP Vannerie</h1>{}</body></html>"
MADE, ENDED = "2003-06-17", "2012-10-26"
LABELS = {
    "Abrogation": "repeal",
    "Suppression": "repeal",
    "Diplôme supprimé par": "repeal",
    "Supprimé par": "repeal",
    "Date de création": "creation",
    "Arrêté d'abrogation": "repeal",
    "Création": "creation",
    "Arrêté de création": "creation",
}
BESIDE = "<p><b>{} :</b> arrêté du 26 octobre 2012</p>"
BELOW = (
    "<p><b>{}</b></p><p>Arrêté du 26 octobre 2012</p>",
    "<h3>{}</h3><p>Arrêté du 26 octobre 2012</p>",
    "<p><strong>{}</strong></p><div>Arrêté du 26 octobre 2012</div>",
)
OTHER = "arrêté du 17 juin 2003"
FURTHER = (f"<ul><li>{OTHER}</li></ul>", f"<p>{OTHER.capitalize()}</p>")
ROWS = (
    "<table border=1><tr><td><b>Fiche</b></td><td>{}</td></tr>"
    "<tr><td>Texte</td><td>{}</td></tr></table>"
)


def record(body: str) -> Referential:
    document = Document(PAGE.format(body).encode(), "https://x.invalid/b1.html", "text/html")
    (only,) = read(document, Lexicon.packaged()).records
    return only.record


def kinds(body: str) -> dict[str | None, str | None]:
    return {text.date: text.kind for text in record(body).legal_texts}


@pytest.mark.parametrize("label", LABELS)
def test_a_label_of_one_order_is_that_of_no_further_one(label: str) -> None:
    wrong = []
    for form, further in itertools.product((BESIDE, *BELOW), FURTHER):
        labelled = form.format(label)
        for body in (labelled + further, ROWS.format(labelled, further), further + labelled):
            found = kinds(body)
            if found != {MADE: None, ENDED: LABELS[label]}:
                wrong.append((body, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Arrêté modificatif", None),
        ("Modification", None),
        ("Arrêtés modificatifs", "modification"),
    ],
)
@pytest.mark.parametrize("words", ["", " relatif aux épreuves"])
def test_an_item_below_one_of_a_changing_order_says_itself_what_it_is(
    label: str, kind: str | None, words: str
) -> None:
    items = f"<li>{label} : arrêté du 26 octobre 2012</li><li>{OTHER.capitalize()}{words}</li>"
    assert kinds(f"<ul>{items}</ul>") == {ENDED: "modification", MADE: kind}


@pytest.mark.parametrize(
    "label", ["Modifications", "Arrêtés de modification", "Arrêtés de création"]
)
def test_a_label_of_several_orders_is_that_of_all(label: str) -> None:
    kind = "creation" if "création" in label else "modification"
    body = f"<h3>{label}</h3><ul><li>Arrêté du 26 octobre 2012</li><li>{OTHER}</li></ul>"
    assert kinds(body) == {MADE: kind, ENDED: kind}


REPEALING = "<ul><li>Arrêté du 26 octobre 2012 abrogeant l'arrêté du 17 juin 2003</li></ul>"
RULES = (
    "Arrêté du {} relatif aux conditions de formation préparant au certificat d'aptitude "
    "professionnelle"
)


@pytest.mark.parametrize("rules", ["", RULES.format("9 mai 1995"), RULES.format("30 août 2009")])
def test_the_order_that_repeals_the_pages_own_ends_it(rules: str) -> None:
    own = f"<p>{OTHER.capitalize()} portant création du CAP Vannerie</p>"
    found = record(f"{own}<p>{rules}</p>{REPEALING}")
    assert found.status == "repealed"
    assert {text.date: text.kind for text in found.legal_texts}[ENDED] == "repeal"


def test_a_repeal_of_an_order_that_the_page_states_nowhere_else_is_told() -> None:
    found = record(REPEALING)
    assert (found.status, [text.kind for text in found.legal_texts]) == ("unknown", [None])
    told = {each.field for each in found.issues if "2012" in (each.value or "")}
    assert {"status", "legal_texts"} <= told


ORDERS = (
    "<p>Arrêté du 17 juin 2003, modifié par :</p><ul><li>arrêté du 26 octobre 2012</li></ul>",
    "<p>Arr. du 17 juin 2003</p><p><b>Modification</b></p>"
    "<p>Arrêté ministériel du 26 octobre 2012</p>",
    "<p>Modifié par arrêté du 26 octobre 2012</p><p>Arrêté du 17 juin 2003</p>",
)


@pytest.mark.parametrize("orders", ORDERS)
@pytest.mark.parametrize("label", ["Options du diplôme", "Niveau", "Durée de la formation"])
def test_an_order_is_no_value_of_a_label_without_its_own(label: str, orders: str) -> None:
    assert kinds(f"<h3>{label}</h3>{orders}") == {MADE: None, ENDED: "modification"}


@pytest.mark.parametrize("label", ["Remplacé par", "Successeur"])
@pytest.mark.parametrize("former", ["Prédécesseur", "Remplace", "Diplôme remplacé"])
def test_a_successor_is_one_beside_a_predecessor_too(label: str, former: str) -> None:
    for tag in ("h3", "p><b"):
        end = tag[:2].strip(">")
        pairs = ((former, "500-23421"), (label, "500-23452"))
        body = "".join(f"<{tag}>{name}</{end}><p>{code}</p>" for name, code in pairs)
        found = record(f"<p>Code : 500-23437</p>{body}")
        assert (found.replaces, found.replaced_by) == (("50023421",), ("50023452",))


def test_facts_below_a_heading_of_a_text_are_no_part_of_it() -> None:
    for label in ("Remplacé par", "Successeur"):
        body = f"<p><b>Le diplôme</b></p><p>Texte.</p><p><b>{label}</b><br>500-23452</p>"
        found = record(f"{body}<p><b>Textes de référence</b></p>{FURTHER[0]}")
        assert found.replaced_by == ("50023452",)
    body = (
        "<p><b>Le diplôme</b></p><p>Texte.</p><p><b>Abrogé par</b><br>arrêté du 26 octobre 2012</p>"
    )
    assert kinds(f"{body}<p><b>Textes de référence</b></p>{FURTHER[0]}")[ENDED] == "repeal"


@pytest.mark.parametrize("label", ["Abrogation", "Arrêté d'abrogation"])
def test_a_label_that_is_not_set_off_is_of_no_order_that_says_what_it_does(label: str) -> None:
    own = f"<p>{OTHER.capitalize()} portant création du CAP Vannerie</p>"
    found = record(f"{own}<p>{label}</p><p>arrêté du 26 octobre 2012</p>")
    assert {text.date: text.kind for text in found.legal_texts} == {
        MADE: "creation", ENDED: "repeal",
    }  # fmt: skip
    assert found.status == "repealed"
    assert kinds(f"<p>{OTHER.capitalize()}<br>Création</p>") == {MADE: "creation"}
    assert kinds(f"{own}<p>Création</p>") == {MADE: "creation"}


@pytest.mark.parametrize("head", ["<h2>Publication</h2>", "<p><b>Publication</b></p>", ""])
@pytest.mark.parametrize("label", ["Date de création :", "Création du diplôme", "Création"])
def test_a_heading_above_a_table_takes_no_label_of_its_rows(head: str, label: str) -> None:
    table = f"<table><tr><td>{label}</td><td>arrêté du 17 juin 2003</td></tr></table>"
    assert kinds(head + table) == {MADE: "creation"}


def test_a_day_below_the_word_publication_is_no_order() -> None:
    assert kinds("<p><b>Publication</b></p><p>17/06/2003</p><p>Code : 500-22434</p>") == {}


def test_words_before_an_order_say_what_it_does() -> None:
    assert kinds("<p><i>Suppression</i> arrêté du 17 juin 2003</p>") == {MADE: "repeal"}
    exam = "<p>Suppression de l'épreuve E5 : arrêté du 17 juin 2003</p>"
    assert kinds(exam) == {MADE: None}


@pytest.mark.parametrize("words", ["Référentiel annexé", "Le référentiel de certification annexé"])
def test_the_order_to_which_the_referential_is_annexed_is_the_page_s(words: str) -> None:
    beside = "<p>Arrêté du 26 octobre 2012 modifiant le règlement d'examen</p>"
    assert kinds(f"<p>{words} à l'arrêté du 17 juin 2003</p>{beside}") == {
        MADE: None,
        ENDED: "modification",
    }
    former = f"<p>Remplace le {words.lower().removeprefix('le ')} à l'arrêté du 17 juin 2003</p>"
    assert MADE not in kinds(former + beside)


FIELDS = (
    "<div><div class=label>{}</div><div class=item>{}</div></div>",
    "<dl><dt>{}</dt><dd>{}</dd></dl>",
    "<p>{} :</p><p>{}</p>",
)


@pytest.mark.parametrize("form", FIELDS)
@pytest.mark.parametrize(("nature", "date"), [
    ("Nature", "Date"), ("Nature du texte", "Date de signature"), ("Type de texte", "Date du texte")
])  # fmt: skip
def test_nature_date_and_nor_of_an_order_may_be_fields_of_their_own(
    form: str, nature: str, date: str
) -> None:
    def fields(*values: str) -> str:
        return "".join(map(form.format, (nature, date, "NOR", "Lien"), values))

    link = "<a href=https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000000000001>Légifrance</a>"
    body = fields("Arrêté de création", "17/06/2003", "MENE0301234A", link)
    body += fields("Arrêté d'abrogation", "26 octobre 2012", "MENE1201234A")
    found = record(f"<h2>Textes réglementaires</h2>{body}").legal_texts
    told = [(text.date, text.kind, text.nor, bool(text.url)) for text in found]
    assert told == [
        (MADE, "creation", "MENE0301234A", True),
        (ENDED, "repeal", "MENE1201234A", False),
    ]
    other = fields("Arrêté de création", "rentrée 2003") + "<p>Arrêté du 26 octobre 2012</p>"
    assert [*kinds(other)] == [ENDED]
