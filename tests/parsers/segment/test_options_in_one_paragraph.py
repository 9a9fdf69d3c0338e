"""Options, labels and statements in one paragraph: each ends where its sentence does.

All pages are mock-ups.
"""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

ORDER = "Arrêté du 17 juin 2003 portant création du CAP Vannerie."
ANNEX = '<b>Annexes :</b> <a href="b1/annexe1.pdf">Annexe I</a>.'


def records(body: str, title: str = "<h1>CAP Vannerie</h1>") -> list[Referential]:
    page = f"<html><body>{title}{body}</body></html>".encode()
    document = Document(page, "https://x.invalid/b1.html", "text/html")
    return [each.record for each in read(document, Lexicon.packaged()).records]


# How a paragraph names two options, with the codes that it gives them.
OPTIONS: dict[str, tuple[str | None, str | None]] = {
    "Option A : osier ; Option B : rotin.": (None, None),
    "Option A : osier. Option B : rotin.": (None, None),
    "Options : A : osier ; B : rotin.": (None, None),
    "<b>Options :</b> option A - osier ; option B - rotin.": (None, None),
    "Options : A, osier, 500-22431 ; B, rotin, 500-22432.": ("50022431", "50022432"),
    "Code diplôme (commun aux options) : 500-22431. Option A : osier ; Option B : rotin.": (
        "50022431",
        "50022431",
    ),
}
BEFORE = ("", "Diplôme de niveau 3. ", "Durée de la formation : 2 ans. ")


@pytest.mark.parametrize("options", OPTIONS)
def test_options_end_where_their_sentence_does(options: str) -> None:
    wrong: list[tuple[object, ...]] = []
    names = ["Vannerie option A osier", "Vannerie option B rotin"]
    for before, order in itertools.product(BEFORE, (ORDER, f"<b>Textes :</b> {ORDER}")):
        found = records(f"<p>{before}{options} {order} {ANNEX}</p>")
        orders = [[text.date for text in each.legal_texts] for each in found]
        codes = tuple(each.code for each in found)
        if [each.name for each in found] != names or codes != OPTIONS[options]:
            wrong.append((before, order, [each.name for each in found], codes))
        elif orders != [["2003-06-17"]] * 2:
            wrong.append((before, order, orders, codes))
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "<p>Options A « osier » et B « rotin », supprimées. Nouveau CAP sans option.</p>",
        "<p>L'épreuve de l'option A : coefficient 2. L'épreuve de l'option B : coefficient 3.</p>",
    ],
)
def test_options_that_are_not_told_apart_are_told(text: str) -> None:
    (found,) = records(f"<p>{ORDER}</p>{text}")
    if "épreuve" in text:
        assert any(each.field == "title" for each in found.issues)
    assert found.name == "Vannerie"


@pytest.mark.parametrize("label", ["Intitulé", "Diplôme"])
@pytest.mark.parametrize("behind", ["Texte réglementaire : a", "Abrogation : a", "Textes : A"])
def test_a_labelled_title_ends_with_its_sentence(label: str, behind: str) -> None:
    name = "Maintenance des installations oléohydrauliques et pneumatiques industrielles"
    texts = (
        f"{label} : Certificat d'aptitude professionnelle {name}.",
        f"{label} : Certificat d'aptitude professionnelle. Spécialité : {name}.",
    )
    for text in texts:
        (found,) = records(f"<p>{text} {behind}rrêté du 17 juin 2003. {ANNEX}</p>", "")
        assert (found.name, [each.date for each in found.legal_texts]) == (name, ["2003-06-17"])


IN_FORCE = ("Diplôme en vigueur.", "Statut : en vigueur.", "Situation du diplôme : en vigueur.")


@pytest.mark.parametrize("said", IN_FORCE)
def test_what_stands_behind_the_last_link_is_no_document(said: str) -> None:
    for parts in itertools.permutations((f"<b>Textes :</b> {ORDER}", ANNEX, said)):
        (found,) = records(f"<p>{' '.join(parts)}</p>")
        assert (found.status, [each.title for each in found.documents]) == (
            "in_force",
            ["Annexe I"],
        )


def test_the_words_behind_a_link_may_name_its_file() -> None:
    links = '<a href="b1/a.pdf">PDF</a> Référentiel de 2003. Diplôme abrogé.'
    (found,) = records(f"<p>{ORDER}</p><h2>Documents</h2><p>{links}</p>")
    assert [each.title for each in found.documents] == ["Référentiel de 2003"]


def test_a_list_of_modifications_goes_on_behind_semicolons() -> None:
    changed = "modifié par : arrêté du 3 mai 2004 ; arrêté du 8 juin 2009 (JO du 18 juin 2009)."
    (found,) = records(f"<p>Niveau : 3. {ORDER[:-1]}, {changed} Code : 500-22431.</p>")
    kinds = {text.date: text.kind for text in found.legal_texts}
    assert kinds["2004-05-03"] == kinds["2009-06-08"] == "modification"


@pytest.mark.parametrize("tag", ["p", "li"])
@pytest.mark.parametrize("code", ["500-2243{}", "500 2243{}", "500-2243{} T", "5002243{}"])
@pytest.mark.parametrize("number", ["", ", 3746{}", " 3746{}"])
def test_a_number_that_no_word_names_is_told_beside_options(
    tag: str, code: str, number: str
) -> None:
    texts = (
        f"<{tag}>Option {letter} : {name}, {(code + number).format(*(place,) * 2)}</{tag}>"
        for place, letter, name in ((1, "A", "osier"), (2, "B", "rotin"))
    )
    found = records(f"<p>{ORDER}</p>{''.join(texts)}")
    assert [each.code for each in found] == ["50022431", "50022432"]
    told = [issue for each in found for issue in each.issues if issue.field == "rncp_codes"]
    assert bool(told) == bool(number)
    assert not any(each.rncp_codes for each in found)


@pytest.mark.parametrize("head", ["<h2>Poursuite d'études</h2>", "<h2>Et après</h2>", ""])
@pytest.mark.parametrize("tag", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
@pytest.mark.parametrize(
    ("kind", "is_told"), [("BTS", False), ("Brevet professionnel", False), ("CAP", True)]
)
def test_options_of_another_diploma_are_not_told(
    head: str, tag: str, kind: str, is_told: bool
) -> None:
    text = f"{kind} Électronique, option A ou option B. Des places y sont réservées."
    page = f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>{head}{tag.format(text)}"
    (only,) = read(Document(page.encode(), "https://x/y.html"), Lexicon.packaged()).records
    assert ("title" in {remark.field for remark in only.record.issues}) == is_told
