"""Small pages, each with one thing that a reader may trip over; all are mock-ups."""

from typing import Any

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential

BEGIN = "<h1>CAP Vannerie</h1><p>Code scolarité : 50023438</p>"
ACCESS = "<h2>Accès</h2><p>Après la 3e.</p>"
TRADES = "<h2>Métiers associés</h2><ul><li>vannier/ière</li></ul>"
STUDY = "<h2>Poursuite d'études</h2><p>Bac pro.</p>"
TAILS = [
    "<p>Mis à jour le 12/03/2021</p>",
    '<p><a href="javascript:print()">Imprimer</a> | <a href="#">Partager</a></p>',
    "<div><p>Cette page vous a-t-elle été utile ?</p><button>Oui</button></div>",
    "<div>Page mise à jour le 3 mai 2018 par le webmestre</div>",
    "<p>© Ministère de l'Éducation nationale</p>",
    "<p>Tous droits réservés - DGESCO</p>",
    '<p><a href="/liste.html">Retour à la liste des diplômes</a></p>',
    "<p>Pour en savoir plus, consultez le site de l'Onisep.</p>",
]


def record(body: str) -> Referential:
    page = f"<html><body>{body}</body></html>".encode()
    (only,) = read(Document(page), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("tail", TAILS)
def test_what_pages_end_with_belongs_to_no_section(tail: str) -> None:
    after_trades = record(BEGIN + ACCESS + TRADES + tail)
    assert [trade.label for trade in after_trades.trades] == ["vannier/ière"]
    after_text = record(BEGIN + TRADES + STUDY + tail)
    assert after_text.further_study == "Bac pro."


@pytest.mark.parametrize(
    ("body", "field", "expected"),
    [
        (BEGIN + ACCESS + TRADES + "<div><h3>Dans la même filière</h3><p><a href=/b.html>CAP "
         "Cuisine</a> – code 50022143</p></div>", "trades", ["vannier/ière"]),
        (BEGIN + ACCESS + "<h2>Métiers associés</h2><table><tr><th>N°</th><th>Métier</th></tr><tr>"
         "<td>1</td><td>vannier/ière</td></tr></table>", "trades", ["vannier/ière"]),
        (BEGIN + ACCESS + "<h2>Métiers associés</h2><div><h3><a href=/m1>vannier/ière</a></h3>"
         "<p>Il tresse.</p></div><div><h3>rempailleur/euse</h3><p>Elle rempaille.</p></div>",
         "trades", ["vannier/ière", "rempailleur/euse"]),
        (BEGIN + ACCESS + "<h2>Métiers associés (2)</h2><ul><li>vannier/ière</li><li>rempailleur"
         "/euse <a href=/m>(voir la fiche métier)</a></li></ul>", "trades",
         ["vannier/ière", "rempailleur/euse"]),
        (BEGIN + "<p><b>Sigle</b> : VAN <sup>(2)</sup></p>" + ACCESS, "acronym", "VAN"),
        (BEGIN + "<p>Durée :: 2 ans</p>" + ACCESS, "duration_label", "2 ans"),
        (BEGIN + "<h2>Règlement d'examen</h2><p>Durée : 3 heures</p>", "duration_label", None),
        (BEGIN + "<p>Durée : 1200 heures</p>" + ACCESS, "duration_label", "1200 heures"),
        (BEGIN + "<p>Sigle : R&amp;T (IOM)</p>" + ACCESS, "acronym", "R&T (IOM)"),
        (BEGIN + "<p>Sigle : (IOM)</p>" + ACCESS, "acronym", "IOM"),
        (BEGIN + "<p>Durée : 2 ans. Niveau : 3.</p>" + ACCESS, "level_label", "3"),
        (BEGIN + "<p>Attendus : sans objet</p>" + ACCESS, "expectations", None),
        (BEGIN + ACCESS + '<div class="bas-de-page"><p><b>Documents</b></p><p><a href="/a.pdf">'
         "Guide</a></p></div>", "documents", []),
        ("<h1>50023438 - CAP Vannerie</h1>" + ACCESS + TRADES, "code", "50023438"),
        ("<h1>CAP Vannerie (50023438)</h1>" + ACCESS + TRADES, "code", "50023438"),
        ("<h1>CAP Vannerie</h1>" + TRADES, "code", None),
        ("<h1>CAP Vannerie</h1><p>Code scolarité : 50023438 (ancien code : 50023436)</p>" + TRADES,
         "replaces", ["50023436"]),
        ("<h1>CAP Vannerie</h1><p>Code scolarité : 50023438 (ancien code : 50023436)</p>" + TRADES,
         "code", "50023438"),
        ("<h1>CAP Vannerie (ancien code 50023436)</h1>" + ACCESS + TRADES, "code", None),
        ("<h1>CAP Vannerie</h1><p>Code scolarité : nouveau code 50023438</p>" + TRADES,
         "code", "50023438"),
        ("<h1>CS vannerie</h1><p>Code scolarité : 56123438 (ex MC)</p>" + TRADES,
         "code", "56123438"),
        (BEGIN + "<h2>Description</h2><p>Le vannier tresse.</p><p>Niveau : il faut être soigneux."
         "</p>", "level_label", None),
        ("<h1>CAP Vannerie</h1><p>Code scolarité : <del>50023437</del> <ins>50023438</ins></p>"
         + TRADES, "code", "50023438"),
    ],
)  # fmt: skip
def test_field(body: str, field: str, expected: Any) -> None:
    diploma = record(body).model_dump(mode="json")
    value = diploma[field]
    assert ([item["label"] for item in value] if field == "trades" else value) == expected


@pytest.mark.parametrize(
    "value",
    ["ancien code : 50023436", "ex 50023436", "(ex 500-23436 T)", "Ancien numéro : 50023436",
     "50023436 (ancien code)", "50023436 ancien", "remplace le 50023436",
     "remplacé par le 50023436"],
)  # fmt: skip
def test_the_code_of_another_diploma_is_not_taken_for_its_own(value: str) -> None:
    diploma = record(f"<h1>CAP Vannerie</h1><p>Code scolarité : {value}</p>" + ACCESS + TRADES)
    assert diploma.code is None
    told = [issue for issue in diploma.issues if issue.issue.value == "invalid-code"]
    assert [(item.field, item.value) for item in told] == [("code", value)]


def test_an_order_may_be_the_title() -> None:
    diploma = record(
        "<p><b>Arrêté du 17 mars 2015 portant création de la spécialité « carreleur mosaïste » de "
        "certificat d'aptitude professionnelle et fixant ses modalités de délivrance</b></p>"
        '<ul><li><a href="a1.pdf">Référentiel de certification</a></li></ul>'
    )
    assert (diploma.name, diploma.diploma_type) == ("carreleur mosaïste", "CAP")
    assert [text.date for text in diploma.legal_texts] == ["2015-03-17"]
    assert len(diploma.documents) == 1


def test_headings_that_group_a_list_are_no_trades() -> None:
    diploma = record(
        BEGIN + ACCESS + "<h2>Métiers associés</h2><h3>Dans le bâtiment</h3><ul><li>vannier/ière"
        "</li></ul><h3>Ailleurs</h3><ul><li>rempailleur/euse</li></ul>"
    )
    assert [trade.label for trade in diploma.trades] == ["vannier/ière"]
    issues = [(issue.issue.value, issue.value) for issue in diploma.issues]
    assert ("unlabelled-text", "Dans le bâtiment") in issues
    assert ("unknown-heading", "Ailleurs") in issues


def test_what_stands_beside_trades_is_told() -> None:
    diploma = record(
        BEGIN + ACCESS + "<h2>Métiers associés</h2><div><h3>vannier/ière</h3><p>Il tresse.</p>"
        "</div><div><h3>rempailleur/euse</h3><p>Elle rempaille.</p></div>"
    )
    issues = [issue.value for issue in diploma.issues if issue.issue.value == "unlabelled-text"]
    assert issues == ["Il tresse.", "Elle rempaille."]


def test_a_page_may_tell_advisory_board_sector_and_supplementary_session() -> None:
    diploma = record(
        BEGIN + "<p>CPC : Arts et osier</p><p>Secteur : Vannerie</p><p>Dernière session : 2024</p>"
        "<p>Session supplémentaire : 2025</p>" + ACCESS
    )
    assert (diploma.cpc, diploma.sector, diploma.last_session) == (
        "Arts et osier",
        "Vannerie",
        2024,
    )
    assert ("unlabelled-text", "2025") in {(i.issue.value, i.value) for i in diploma.issues}


def test_a_text_under_the_sector_is_no_sector() -> None:
    diploma = record(
        BEGIN + "<h2>Secteur</h2><p>" + "Les vanniers travaillent l'osier. " * 5 + "</p>"
    )
    assert diploma.sector is None
    assert ("unlabelled-text", "sector") in {(i.issue.value, i.field) for i in diploma.issues}


@pytest.mark.parametrize(("written", "told"), [("V" * 41, "V" * 41), (f"({'V' * 300})", "V" * 200)])
def test_too_long_an_acronym_is_told(written: str, told: str) -> None:
    diploma = record(f"{BEGIN}<p>Sigle : {written}</p>{ACCESS}")
    assert diploma.acronym is None
    issues = {(issue.issue.value, issue.field, issue.value) for issue in diploma.issues}
    assert ("unlabelled-text", "acronym", told) in issues


def test_an_acronym_may_have_40_characters() -> None:
    diploma = record(f"{BEGIN}<p>Sigle : {'V' * 40}</p>{ACCESS}")
    assert diploma.acronym == "V" * 40
    assert "acronym" not in {issue.field for issue in diploma.issues}


@pytest.mark.parametrize(
    ("said", "kind", "status"),
    [
        ("Arrêté du 3 mai 2004. ABROGÉ", None, "repealed"),
        ("Texte réglementaire : arrêté du 3 mai 2004. Abrogé", None, "repealed"),
        ("Arrêté du 3 mai 2004. Abrogation", "repeal", "repealed"),
        ("Arrêté du 3 mai 2004 - Abrogé", None, "told"),
        ("Textes : arrêté du 3 mai 2004 – ABROGÉ", None, "told"),
    ],
)
def test_a_repealed_order_repeals_nothing(said: str, kind: str | None, status: str) -> None:
    diploma = record(f"{BEGIN}<p>{said}</p>")
    told = {issue.field for issue in diploma.issues if issue.issue == "unlabelled-text"}
    assert [(text.date, text.kind) for text in diploma.legal_texts] == [("2004-05-03", kind)]
    assert ("told" if "status" in told else diploma.status) == status


@pytest.mark.parametrize(
    ("body", "empty"),
    [
        ("<h2>Textes réglementaires</h2><p>Arrêté de création : arrêté du 26 juin 2007</p>", []),
        ("<h2>Textes réglementaires</h2><h3>Arrêté de création</h3><p>26 juin 2007</p>", []),
        ("<h2>Annexes</h2><table><tr><th>Annexe</th><th>Fichier</th></tr><tr><td>Annexe I</td>"
         "<td><a href=a.pdf>PDF</a></td></tr></table>", []),
        ("<h2>Annexes</h2><h2>Textes réglementaires</h2><p>Arrêté de création : 26 juin 2007</p>",
         ["Annexes"]),
        ("<h2>Textes réglementaires</h2><h2>Annexes</h2><p><a href=a.pdf>Annexe I</a></p>",
         ["Textes réglementaires"]),
    ],
)  # fmt: skip
def test_a_list_is_empty_only_where_nothing_below_is_of_its_field(
    body: str, empty: list[str]
) -> None:
    issues = record(BEGIN + body).issues
    assert [each.value for each in issues if each.issue == "empty-section"] == empty


def test_what_stands_below_a_repeal_may_be_the_first_session() -> None:
    repeal = "<div><span>Arrêté d'abrogation :</span> <span>28 mai 2020</span></div>"
    diploma = record(f"{BEGIN}{repeal}<p>Ce diplôme est délivré à compter de la session 2012.</p>")
    assert (diploma.first_session, diploma.last_session) == (2012, None)


def test_a_list_below_modified_by_holds_modifications_inside_an_item_too() -> None:
    orders = "<ul><li>arrêté du 11 octobre 2023</li><li>arrêté du 11 février 2024</li></ul>"
    label = (
        "<li>Textes officiels<p>Arrêté du 2 mars 2020 portant création du CAP, modifié par :</p>"
    )
    diploma = record(f"{BEGIN}<ul>{label}{orders}</li></ul>")
    assert [text.kind for text in diploma.legal_texts] == [
        "creation",
        "modification",
        "modification",
    ]


def test_a_code_that_was_taken_from_the_title_is_not_told_as_lost() -> None:
    diploma = record("<h1>CAP Coiffure (500-33616 T)</h1><p>Arrêté du 3 mai 2004</p>")
    assert diploma.code == "50033616"
    assert "unlabelled-text" not in {issue.issue for issue in diploma.issues}


def test_a_session_after_the_last_one_is_told_of_the_last_session() -> None:
    diploma = record(BEGIN + "<p>Une session de rattrapage aura lieu en 2025.</p>")
    assert [each.field for each in diploma.issues if each.issue == "unlabelled-text"] == [
        "last_session"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("La première session régie par le présent arrêté aura lieu en 2013.", False),
        ("Cet arrêté entre en vigueur à la session 2013.", False),
        ("Arrêté du 31 février 2010 modifiant le précédent", True),
    ],
)
def test_only_an_order_of_a_day_that_does_not_exist_has_an_unknown_date(
    text: str, told: bool
) -> None:
    heading = "<h2>Textes réglementaires</h2><p>Arrêté du 3 mai 2004</p>"
    issues = {each.issue for each in record(f"{BEGIN}{heading}<p>{text}</p>").issues}
    assert ("unknown-date" in issues) is told


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        ("Texte<br>Arrêté du 3 mai 2004", [None]),
        ("Création<br>Arrêté du 3 mai 2004", ["creation"]),
        ("Création<br>Arrêté du 3 mai 2004<br>Modification<br>Arrêté du 5 juin 2009",
         ["creation", "modification"]),
        ("Pièce jointe<br><a href=a.pdf>Annexes</a>", []),
        ("Création<br>Arrêté du 3 mai 2004<br>Abrogation<br>Arrêté du 5 juin 2009",
         ["creation", "repeal"]),
    ],
)  # fmt: skip
def test_a_title_ends_before_the_label_on_the_next_line(
    lines: str, kinds: list[str | None]
) -> None:
    found = record(f"<p>Intitulé<br>CAP Vannerie<br>{lines}</p>")
    assert found.title == "CAP Vannerie"
    assert [text.kind for text in found.legal_texts] == kinds


def test_a_title_goes_on_in_the_line_below_its_label() -> None:
    assert record("<p>Intitulé<br>CAP<br>Création florale<br>Code<br>50023438</p>").title == (
        "CAP Création florale"
    )


@pytest.mark.parametrize(
    "line",
    [
        "<h2><s>Annexe I</s> (supprimée)</h2>", "<p>Épreuve EP3 : supprimée</p>",
        "<p>Bloc 3 : supprimé</p>", "<ul><li>Unité U12 : abrogée</li></ul>",
    ],
)  # fmt: skip
def test_the_end_of_a_part_of_a_diploma_is_told_and_not_its_own(line: str) -> None:
    found = record(f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>{line}")
    assert found.status == "unknown"
    assert [issue.value for issue in found.issues if issue.field == "status"]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("CAP Vannerie", "<p>Statut : supprimé</p>"),
        ("CAP spécialité Vannerie", "<p>Spécialité supprimée</p>"),
        ("Mention complémentaire Vannerie", "<p>Supprimée</p>"),
    ],
)
def test_the_end_of_a_diploma_needs_no_subject(title: str, line: str) -> None:
    assert record(f"<h1>{title}</h1><p>Arrêté du 3 mai 2004</p>{line}").status == "repealed"


@pytest.mark.parametrize(
    ("orders", "dates"),
    [
        (["modifiant l'arrêté du 3 mai 2004"], ["2010-06-05", "2004-05-03"]),
        (["modifiant l'arrêté du 3 mai 2004 fixant les unités générales"], ["2010-06-05"]),
        (["modifiant l'arrêté du 3 mai 2004", "modifiant l'arrêté du 4 mai 2005"],
         ["2010-06-05", "2011-06-05"]),
        (["modifiant l'arrêté du 3 mai 2004", "portant création"], ["2010-06-05", "2011-06-05"]),
    ],
)  # fmt: skip
def test_an_order_that_all_others_change_is_the_diploma_s(
    orders: list[str], dates: list[str]
) -> None:
    lines = (f"<p>Arrêté du 5 juin {2010 + n} {order}</p>" for n, order in enumerate(orders))
    found = record(f"<h1>CAP Vannerie</h1>{''.join(lines)}")
    assert [text.date for text in found.legal_texts] == dates


@pytest.mark.parametrize("brackets", ["()", "[]", "{}"])
def test_brackets_around_the_link_to_a_file_are_no_part_of_its_title(brackets: str) -> None:
    link = f"{brackets[0]}<a href=a.pdf>PDF</a>{brackets[1]}"
    found = record(f"<h1>CAP Vannerie</h1><p>Annexe I : référentiel {link}</p>")
    assert [document.title for document in found.documents] == ["Annexe I : référentiel"]


def test_a_type_above_a_section_of_its_history_is_no_diploma() -> None:
    with pytest.raises(Refused):
        record("<h1>CAP</h1><h2>Histoire</h2><p>Né en 1911.</p><p>Arrêté du 3 mai 2004</p>")


@pytest.mark.parametrize(
    "entry",
    ["{icon}<dt><b>{name}</b></dt>", "{icon}<dd>{name}</dd>", "<dt><b>{name}</b></dt>{icon}"],
)
def test_a_term_names_the_file_of_the_icon_beside_it(entry: str) -> None:
    names = ["Activités", "Règlement"]
    icon = "<dt><a href={}.pdf title='PDF - 14 ko'><img src=i.png alt=''></a></dt>"
    listed = "".join(entry.format(icon=icon.format(name[0]), name=name) for name in names)
    found = record(f"<h1>CAP Vannerie</h1><h3>Référentiel</h3><dl>{listed}</dl>")
    assert [document.title for document in found.documents] == names
