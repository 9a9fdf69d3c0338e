"""Texts and trades of sections."""

import pytest

from parsers.extract.texts import access_words, sections_joined, texts, trades
from parsers.extract.trades import trades_in
from parsers.model.statement import Statement
from schema.issues import Issue, IssueCode
from tests.parsers.extract.reading import pieces_of, sections_of


@pytest.mark.parametrize(
    ("body", "labels", "issues"),
    [
        ("<ul><li>boulanger/ère<li>pâtissier/ère</ul>", ["boulanger/ère", "pâtissier/ère"], []),
        ("<p>boulanger ; pâtissier</p>", ["boulanger", "pâtissier"], []),
        ("<p>boulanger, pâtissier et glacier.</p>", ["boulanger", "pâtissier", "glacier"], []),
        # "et" inside a name divides nothing
        ("<p>boulanger, vendeur en pain et viennoiserie.</p>",
         ["boulanger", "vendeur en pain et viennoiserie"], []),
        ("<p>Ce diplôme prépare aux métiers de boulanger, de pâtissier.</p>",
         ["boulanger", "pâtissier"], []),
        ("<p>Il mène aux métiers d'ébéniste, de menuisier et de tourneur.</p>",
         ["ébéniste", "menuisier", "tourneur"], []),
        # a sentence that says where they are exercised
        ("<p>Il exerce le métier de boulanger dans un fournil ou à son compte.</p>",
         ["boulanger"], []),
        ("<p>Il exerce les métiers de boulanger en atelier, de vendeur au sein d'une boutique.</p>",
         ["boulanger", "vendeur"], []),
        ("<p>boulanger dans un fournil</p>", ["boulanger dans un fournil"], []),
        ("<p>boulanger<br>pâtissier</p>", ["boulanger", "pâtissier"], []),
        # whatever leads to them, and whatever stands between the last two
        ("<p>boulanger ou pâtissier.</p>", ["boulanger", "pâtissier"], []),
        ("<p>vitrier / vitrière, matelot, mécanicien / mécanicienne ou capitaine de barge.</p>",
         ["vitrier / vitrière", "matelot", "mécanicien / mécanicienne", "capitaine de barge"], []),
        # each in both forms, the last one too
        ("<p>vitrier ou vitrière, poseur de vitres ou poseuse de vitres.</p>",
         ["vitrier ou vitrière", "poseur de vitres ou poseuse de vitres"], []),
        ("<p>tailleur/euse ou dentiste</p>", ["tailleur/euse", "dentiste"], []),
        # a further word for the same person, and another person
        ("<p>aidant/e éducatif/ive et social/e</p>", ["aidant/e éducatif/ive et social/e"], []),
        ("<p>agent/e de quai et cuisinier/ère</p>", ["agent/e de quai", "cuisinier/ère"], []),
        ("<p>serrurier/ère et poseur/euse de vitres</p>",
         ["serrurier/ère", "poseur/euse de vitres"], []),
        ("<p>Emplois possibles : serrurier/ère, chef de chantier et poseur/euse.</p>",
         ["serrurier/ère", "chef de chantier", "poseur/euse"], []),
        ("<p>Par la suite, on devient serrurier/ère, vitrier/ère ou chef de chantier.</p>",
         ["serrurier/ère", "vitrier/ère", "chef de chantier"], []),
        ("<p>Il débute comme serrurier/ère ou peintre en décors.</p>",
         ["serrurier/ère", "peintre en décors"], []),
        ("<p>Les anciens trouvent un poste de vitrier/ère.</p>", ["vitrier/ère"], []),
        ("<p>Le brevet mène aux postes de serrurier/ère ou comptable.</p>",
         ["serrurier/ère", "comptable"], []),
        ("<p>Les postes tenus sont ceux de serrurier/ère et de vitrier/ère.</p>",
         ["serrurier/ère", "vitrier/ère"], []),
        ("<p>Les appellations d'emploi les plus fréquentes sont : vitrier/ère, poseur/euse.</p>",
         ["vitrier/ère", "poseur/euse"], []),
        ("<p>Emplois envisageables en début de carrière : vitrier/ère, poseur/euse.</p>",
         ["vitrier/ère", "poseur/euse"], []),
        ("<p>Elle est embauché(e) en tant que vitrier/ère ou poseur/euse.</p>",
         ["vitrier/ère", "poseur/euse"], []),
        ("<p>L'embauche se fait aux emplois de vitrier/ère.</p>", ["vitrier/ère"], []),
        ("<p>Les annonces parlent de postes de vitrier/ère et de poseur/euse.</p>",
         ["vitrier/ère", "poseur/euse"], []),
        ("<p>Il débute comme vitrier/ère ou vitrail praticien/ne.</p>",
         ["vitrier/ère", "vitrail praticien/ne"], []),
        ("<p>Les métiers de la vitre.</p>", ["Les métiers de la vitre"], []),
        # a list without a stop, above a line that is of the page
        ("<p>vitrier/ère, poseur/euse, peintre en décors</p><p>Fiche relue par deux équipes ; "
         "texte provisoire.</p>", ["vitrier/ère", "poseur/euse", "peintre en décors"],
         [IssueCode.UNREADABLE_TRADES]),
        ("<p>vitrier/ère, en neuf, en rénovation</p><p>poseur/euse</p>",
         ["vitrier/ère, en neuf, en rénovation", "poseur/euse"], []),
        ("<p>vitrier/ère</p><p>Matelot de pêche.</p>", ["vitrier/ère", "Matelot de pêche"], []),
        # such a sentence as the only item of a list; groups of such sentences
        ("<ul><li>On peut devenir vitrier/ère ou poseur/euse.</ul>",
         ["vitrier/ère", "poseur/euse"], []),
        ("<ul><li>technicien en installation et maintenance.</ul>",
         ["technicien en installation et maintenance"], []),
        ("<h4>D'abord</h4><p>On peut devenir vitrier/ère.</p><h4>Ensuite</h4><p>Il mène au métier "
         "de chef de chantier.</p>", ["vitrier/ère", "chef de chantier"],
         [IssueCode.UNLABELLED_TEXT] * 2),
        ("<h4>Vitrier/ère</h4><p>Il exerce le métier de poseur.</p>", ["Vitrier/ère"],
         [IssueCode.UNLABELLED_TEXT]),
        ("<p>technicien en installation et maintenance.</p>",
         ["technicien en installation et maintenance"], []),
        ("<p>agent d'entretien ou de propreté.</p>", ["agent d'entretien ou de propreté"], []),
        ("<p>Il devient agent de comptoir et réceptionniste.</p>",
         ["agent de comptoir", "réceptionniste"], []),
        ("<p>Métiers possibles : aide de laboratoire et laborantin.</p>",
         ["aide de laboratoire", "laborantin"], []),
        ("<p>Exemples de métiers : topographe, chef(fe) de brigade ou géomètre.</p>",
         ["topographe", "chef(fe) de brigade", "géomètre"], []),
        ("<p>agent administratif et comptable.</p>", ["agent administratif et comptable"], []),
        # a paragraph and a list of what somebody does
        ("<p>Dans un atelier, bien sûr, mais aussi chez les clients, il pose des vitres.</p>", [],
         [IssueCode.UNREADABLE_TRADES]),
        ("<ul><li>poser une vitre<li>couper et coller<li>tenir le stock</ul>", [],
         [IssueCode.UNREADABLE_TRADES] * 3),
        ("<ul><li>poser une vitre<li>vitrier/ère</ul>", ["vitrier/ère"],
         [IssueCode.UNREADABLE_TRADES]),
        ("<ul><li>boucher et boulanger<li>conseiller commercial<li>designer graphique</ul>",
         ["boucher et boulanger", "conseiller commercial", "designer graphique"], []),
        ("<p><span>boulanger</span> <span>pâtissier</span></p>", ["boulanger", "pâtissier"], []),
        ("<ul><li>boulanger<li>boulanger</ul>", ["boulanger"], []),
        ("<ul><li>boulanger (voir la fiche)<li>Boulanger.</ul>", ["boulanger"], []),
        # an introducing line is left out; a sentence and a ROME code are told
        ("<p>Par exemple :</p><ul><li>boulanger</ul>", ["boulanger"], []),
        ("<p>Premiers emplois accessibles :</p>", [], [IssueCode.UNLABELLED_TEXT]),
        ("<p>Le titulaire travaille dans un fournil.</p>", [], [IssueCode.UNREADABLE_TRADES]),
        ("<ul><li>boulanger<li>D1102</ul>", ["boulanger"], [IssueCode.UNLABELLED_TEXT]),
        (f"<ul><li>{'x' * 131}</ul>", [], [IssueCode.UNREADABLE_TRADES]),
        ("", [], []),
    ],
)  # fmt: skip
def test_trades(body: str, labels: list[str], issues: list[IssueCode]) -> None:
    result, told = trades_in(pieces_of(body), {})
    assert [trade.label for trade, _ in result] == labels
    assert [item.issue for item in told] == issues


def test_forms_that_the_document_gives_win() -> None:
    ((trade, _),), _ = trades_in(pieces_of("<ul><li>chef</ul>"), {"chef": ("chef", "cheffe")})
    assert (trade.masculine, trade.feminine) == ("chef", "cheffe")


ACCESS = "<h2>Conditions d'accès</h2>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>Après la <b>troisième</b>.</p><p>Ou après.</p>", "Après la troisième.\n\nOu après."),
        ("<p>Après :</p><ul><li>un CAP<li>un BEP</ul>", "Après :\n\n- un CAP\n\n- un BEP"),
        ("<p>Un.</p><p><a href=a.pdf>Télécharger le référentiel</a></p>", "Un."),
        ("<p>Néant</p>", None),
        ("", None),
    ],
)
def test_texts(content: str, text: str | None) -> None:
    (finding,) = texts(sections_of(f"{ACCESS}{content}", "access"))
    if isinstance(finding, Issue):
        assert finding.issue == IssueCode.EMPTY_SECTION
    assert (None if isinstance(finding, Issue) else finding.value) == text


def test_sections_of_one_field_follow_each_other_or_are_a_conflict() -> None:
    statements = [
        Statement("access", "Un.", "Un.", "1", "Accès"),
        Statement("access", "Un.", "Un.", "2", "Admission"),
        Statement("access", "Deux.", "Deux.", "3", "Admission"),
        Statement("access", "Trois.", "Trois.", "4", "ACCES"),
    ]
    values, issues = sections_joined(["access"], statements)
    assert values == {"access": "Un.\n\nDeux."}
    assert [issue.issue for issue in issues] == [
        IssueCode.MERGED_SECTIONS, IssueCode.CONFLICTING_VALUES,
    ]  # fmt: skip


def test_what_an_access_text_names_is_derived() -> None:
    statements = list(access_words("Après un CAP.", "1", "BAC_PRO"))
    assert [(item.field, item.value, item.derived) for item in statements] == [
        ("access_diplomas", "CAP", True), ("access_levels", 3, True),
    ]  # fmt: skip
    assert list(access_words(None, "1", "CAP")) == []


def test_an_empty_section_of_trades_is_told() -> None:
    (told,) = trades(sections_of("<h2>Métiers</h2><h2>Durée</h2>", "trades"), {})
    assert isinstance(told, Issue)
    assert told.issue == IssueCode.EMPTY_SECTION


@pytest.mark.parametrize(
    "sentence",
    [
        "Une licence, en un an, complète le parcours.",
        "Les diplômés se tournent vers une année de plus, au sein d'un CFA. L'emploi reste le but.",
        "Les meilleurs préparent le bac pro Artisanat et métiers d'art - option orgues en 6 ans.",
    ],
)
def test_sentences_of_something_else_name_no_trade(sentence: str) -> None:
    sections = sections_of(f"<h2>Métiers</h2><p>{sentence}</p>", "trades")
    found = [*trades(sections, {})]
    assert not [each for each in found if isinstance(each, Statement)]
    assert any(isinstance(each, Issue) and each.field == "trades" for each in found)
