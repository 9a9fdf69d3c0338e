"""Repeal, orders and succession that a text tells: of the record's own diploma, or of others."""

import pytest

from parsers.model.document import Document
from parsers.model.reading import ReadRecord
from parsers.parse import read
from schema.lexicon import Lexicon
from tests.support.fiches import issues, read_formation, texts

OWN = "CAP boucher"


def fiche(**elements: str) -> ReadRecord:
    """A fiche of the CAP boucher, 50022143."""
    inner = texts(
        libelle_complet=OWN, code_scolarite="50022143", niveau_certification="niveau 3", **elements
    )
    return read_formation(f"<formation>{inner}</formation>".encode())


def repeal(text: str) -> tuple[str, list[tuple[str | None, str | None]]]:
    """The status, and kind and date of the orders, that a description gives."""
    diploma = fiche(descriptif_format_court=text).record
    return diploma.status, [(text.kind, text.date) for text in diploma.legal_texts]


def succession(diploma: ReadRecord) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return diploma.record.replaces, diploma.record.replaced_by


@pytest.mark.parametrize(
    "text",
    [
        "Abrogé par arrêté du 3 mars 2024.",
        "Diplôme abrogé par l'arrêté du 3 mars 2024.",
        "Ce diplôme a été abrogé par arrêté du 3 mars 2024.",
        "Le CAP boucher est abrogé par arrêté du 3 mars 2024.",
        "Le CAP boucher (50022143) est abrogé par arrêté du 3 mars 2024.",
        "CAP boucher abrogé par arrêté du 3 mars 2024, remplacé par le BP boucher.",
        "Ce diplôme, abrogé par arrêté du 3 mars 2024, est remplacé par le 50022144.",
        "Remplacé par le 50022144, abrogé par arrêté du 3 mars 2024.",
        "Il remplace le BEP vente. Il est abrogé par arrêté du 3 mars 2024.",
        "Le BEP vente n'existe plus. Ce CAP est abrogé par arrêté du 3 mars 2024.",
        "Diplôme délivré jusqu'en 2023, abrogé par arrêté du 3 mars 2024.",
    ],
)
def test_the_own_repeal(text: str) -> None:
    assert repeal(text) == ("repealed", [("repeal", "2024-03-03")])


@pytest.mark.parametrize(
    "text",
    [
        "Il remplace le BEP vente, abrogé par arrêté du 3 mars 2024.",
        "Il remplace le BEP vente (abrogé par arrêté du 3 mars 2024).",
        "Il remplace le BEP vente, qui a été abrogé par arrêté du 3 mars 2024.",
        "Il remplace le BEP vente, il a été abrogé par arrêté du 3 mars 2024.",
        "Il remplace le 50022135, abrogé par arrêté du 3 mars 2024.",
        "Le BEP vente a été abrogé par arrêté du 3 mars 2024.",
        "Le BEP vente n'existe plus. Il a été abrogé par arrêté du 3 mars 2024.",
        "Le CAP fleuriste (50022144) est abrogé par arrêté du 3 mars 2024.",
        "L'ancien diplôme a été abrogé par arrêté du 3 mars 2024.",
        "Ce BEP a été abrogé par arrêté du 3 mars 2024.",
        "L'option B, abrogée par arrêté du 3 mars 2024, préparait aux abattoirs.",
        "Ce diplôme n'est pas abrogé par l'arrêté du 3 mars 2024.",
    ],
)
def test_the_repeal_of_another_diploma_is_not_taken(text: str) -> None:
    assert repeal(text) == ("unknown", [])


@pytest.mark.parametrize(
    "text",
    [
        "Il remplace le BEP vente, créé par arrêté du 3 mars 2004.",
        "Il est remplacé par le BP boucher, créé par arrêté du 3 mars 2004.",
        "Le BEP vente a été modifié par arrêté du 3 mars 2004.",
        "Il remplace le BEP « vente » (12345678), régi par l'arrêté du 3 mars 2004.",
        "Remplacé par le CAP « boucherie-charcuterie » (arrêté du 3 mars 2004).",
        "Remplace le CAP Tonnellerie, dont l'arrêté du 3 mars 2004 est abrogé.",
        "Ce CAP remplace le BEP vente, qui relevait d'un arrêté du 3 mars 2004.",
        "Le bac pro MEI (MEI, 400-25007, arrêté du 3 mars 2004) devient le CAP boucher.",
        "Il abroge, en 2015, l'arrêté du 3 mars 2004 portant création du CAP Fleuriste.",
        "Vous cherchez l'ancien CAP boucher (50022145, arrêté du 3 mars 2004) ?",
        "12/11/2025 : Bac pro Cuisine : arrêté du 3 mars 2004",
        "Bac pro Cuisine (arrêté du 3 mars 2004)",
        "BTS Bâtiment : arrêté du 3 mars 2004",
        "CAP Fleuriste, arrêté du 3 mars 2004 (première session 2006)",
    ],
)
def test_an_order_that_makes_another_diploma_is_not_taken(text: str) -> None:
    assert repeal(text) == ("unknown", [])


def test_an_order_beside_the_predecessor_is_taken_where_it_makes_the_own_diploma() -> None:
    text = "Il remplace le BEP vente. Le CAP boucher est créé par arrêté du 3 mars 2004."
    assert repeal(text) == ("unknown", [("creation", "2004-03-03")])


def test_the_own_acronym_is_the_own_name() -> None:
    text = "Le CAP BOU est abrogé par arrêté du 3 mars 2024."
    assert fiche(sigle="BOU", descriptif_format_court=text).record.status == "repealed"
    assert fiche(sigle="BOC", descriptif_format_court=text).record.status == "unknown"


def test_an_order_of_another_diploma_in_a_list_of_orders_is_told() -> None:
    other = "Le BEP vente est abrogé par arrêté du 3 mars 2024"
    page = (
        "<h1>CAP boucher</h1><p>Code scolarité : 50022143</p><h2>Textes officiels</h2>"
        f"<ul><li>Arrêté du 4 mai 2023</li><li>{other}</li></ul>"
    )
    (diploma,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert [text.date for text in diploma.record.legal_texts] == ["2023-05-04"]
    assert ("unlabelled-text", "legal_texts", other) in issues(diploma)


def test_to_abrogate_is_not_to_be_abrogated() -> None:
    assert repeal("Ce diplôme abroge le précédent.") == ("unknown", [])


@pytest.mark.parametrize(
    ("text", "replaces", "replaced_by"),
    [
        ("Remplace le 50022144.", "50022144", ""),
        ("Ce diplôme remplace le CAP Y (50022145).", "50022145", ""),
        ("Le CAP boucher remplace le CAP Y (50022145).", "50022145", ""),
        ("Le CAP X (50022143) remplace le CAP Y (50022145).", "50022145", ""),
        ("Ce CAP, qui remplace le 50022145, dure deux ans.", "50022145", ""),
        ("Ce CAP actualise le 50022145, qu'il remplace.", "50022145", ""),
        ("remplace le 50022145 ; 50022144, remplacé par le 50022146", "50022145 50022144",
         "50022146"),
        ("Ce CAP, remplacé en 2025 par le 50022146, dure deux ans.", "", "50022146"),
        ("Le CAP de boucher remplace le 50022145.", "50022145", ""),
        ("Il remplace le 50022145 et le BP X (45022101) remplace le 45022102.", "50022145", ""),
        ("Il remplace le 50022145 et le BP X est remplacé par le 45022102.", "50022145", ""),
        ("Il remplace le 50022145 ; le BP X (45022101) remplace le 45022102.", "50022145", ""),
        ("Ce diplôme est abrogé. Le CAP Y (50022145) le remplace.", "", "50022145"),
        ("Le 50022145 le remplace.", "", "50022145"),
        ("Le CAP Y (50022145) a disparu ; ce CAP le remplace.", "50022145", ""),
        ("A remplacé le CAP Y, 50022145", "50022145", ""),
        ("Remplacée à partir de 2025 par le CAP Y, code 50022145.", "", "50022145"),
        ("Ce diplôme cède la place au 50022145.", "", "50022145"),
        ("Diplôme abrogé. Voir désormais : CAP boucher, 50022145.", "", "50022145"),
        ("L'ancien diplôme (50022145) a été examiné en 2018.", "50022145", ""),
        ("Le CAP Y (50022145) devient, en 2021, le CAP boucher.", "50022145", ""),
        ("Le CAP boucher devient en 2027 le CAP Y (50022145).", "", "50022145"),
        ("Le CAP actuel remplace le CAP Y, code 50022145.", "50022145", ""),
        ("Une actualité de l'ancien diplôme 50022145.", "", ""),
        ("Ce CAP devient un diplôme de niveau 3.", "", ""),
        ("Code du diplôme qui le remplace : 50022145.", "", "50022145"),
        ("Il succède au diplôme codé 50022145 et porte lui-même le code 50022143.", "50022145", ""),
        ("Code : 50022143 (ancien diplôme : 50022145)", "50022145", ""),
        ("50022143, anciennement 50022145", "50022145", ""),
        ("L'ancien CAP Y (500-22145 S) qu'il remplace n'est plus délivré.", "50022145", ""),
        ("Le CAP Y (500-22145), auquel il succède, n'est plus délivré.", "50022145", ""),
        ("Le diplôme actuel succède au 500-22145 S.", "50022145", ""),
        ("Les candidats ont présenté le CAP de code 500-22145 S, que le présent diplôme remplace.",
         "50022145", ""),
        ("Le CAP Y (500-22145), que ce diplôme remplace, est abrogé.", "50022145", ""),
        ("Les candidats présentent le CAP de code 500-22145 S qui remplace ce diplôme.", "",
         "50022145"),
        ("Le 500-22145 se substitue au présent diplôme.", "", "50022145"),
        ("Le CAP Y (500-22145) est remplacé par le présent diplôme.", "50022145", ""),
    ],
)  # fmt: skip
def test_the_own_succession(text: str, replaces: str, replaced_by: str) -> None:
    diploma = fiche(descriptif_format_court=text)
    assert succession(diploma) == (tuple(replaces.split()), tuple(replaced_by.split()))


@pytest.mark.parametrize(
    "text",
    [
        "Le CAP X (50022144) remplace le CAP Y (50022145).",
        "Le BP boucher remplace le 50022145.",
        "50022144 remplace le 50022145",
        "Le BP boucher (45022101), qui remplace le 45022102, est accessible.",
        "Il mène au BP boucher, qui remplace le 45022102.",
        "Le BP boucher (45022101) et le 45022102 qu'il remplace sont accessibles.",
        "Le BP boucher et le 45022102 qu'il remplace sont accessibles.",
        "Ce diplôme ne remplace pas le 50022145.",
        "Ce diplôme n'est pas remplacé par le 50022145.",
        "Le CAP fleuriste a été remplacé par le 50022145.",
        "L'ancien diplôme est remplacé par le 50022145.",
        "Le BP X a été délivré. Le CAP Y (50022145) remplace ce diplôme.",
    ],
)
@pytest.mark.parametrize("element", ["descriptif_format_court", "zigle"])
def test_the_succession_of_another_diploma_is_not_taken(text: str, element: str) -> None:
    assert succession(fiche(**{element: text})) == ((), ())


@pytest.mark.parametrize("element", ["descriptif_acces", "descriptif_poursuite_etudes"])
def test_no_succession_in_texts_about_the_diplomas_before_and_after(element: str) -> None:
    diploma = fiche(**{element: "Remplace le 50022144, remplacé par le 5002214R."})
    assert succession(diploma) == ((), ())
    assert issues(diploma) == []


def test_a_code_that_lacks_a_digit_is_told_where_it_is_of_the_own_succession() -> None:
    said = fiche(descriptif_format_court="Il remplace le 5002213T.")
    assert ("invalid-code", "replaces", "5002213T") in issues(said)
    assert issues(fiche(descriptif_format_court="Le BEP vente remplace le 5002213T.")) == []


@pytest.mark.parametrize("element", ["descriptif_acces", "descriptif_poursuite_etudes"])
def test_no_session_in_texts_about_the_diplomas_before_and_after(element: str) -> None:
    diploma = fiche(**{element: "Le BP boucher a sa première session en 2026."})
    assert diploma.record.first_session is None


@pytest.mark.parametrize(
    "text",
    [
        "CAP Boucher (arrêté du 3 mars 2004)",
        "CAP boucher charcutier : arrêté du 3 mars 2004",
        "Certificat d'aptitude professionnelle créé par arrêté du 3 mars 2004",
        "CAP : arrêté du 3 mars 2004",
        "CAP niv. 3 - arr. 03/03/2004 - RNCP 37492",
        "CAP de niveau 3, RNCP 37492, arrêté du 3 mars 2004",
    ],
)
def test_an_order_behind_the_own_title_is_taken(text: str) -> None:
    assert [date for _, date in repeal(text)[1]] == ["2004-03-03"]


def test_a_successor_that_has_the_own_code_is_told_as_such() -> None:
    for code, reason in ((" (code 500-22143)", "the diploma's own code"), ("", "no code in it")):
        text = f"Diplôme remplacé par le CAP boucher charcutier{code}"
        (told,) = [i for i in fiche(descriptif_format_court=text).record.issues
                   if i.field == "replaced_by"]  # fmt: skip
        assert told.message.endswith(f": {reason}")


@pytest.mark.parametrize("type_", ["CAP", "certificat d'aptitude professionnelle"])
@pytest.mark.parametrize(
    "behind",
    ["[MENE0401234A]", "<a href='a.pdf'>Texte de l'arrêté (PDF)</a>", "[Texte de l'arrêté]"],
)
def test_a_bracket_or_link_behind_a_type_is_no_name(behind: str, type_: str) -> None:
    order = f"<p>Arrêté du 3 mai 2004 portant création du {type_} {behind}</p>"
    body = f"<h1>CAP Vannerie</h1><p>Code : 500-23438</p>{order}"
    (only,) = read(Document(body.encode()), Lexicon.packaged()).records
    assert [(each.date, each.kind) for each in only.record.legal_texts] == [
        ("2004-05-03", "creation")
    ]
