"""Rules of reading that one page each decides: without the rule the value is another (mock-ups)."""

import re
from typing import Any

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

PAGE = "<html><body><h1>CAP vannerie</h1><p>Code : 500-23438 V</p>{}</body></html>"
ORDER = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000030387650"


def record_of(part: str) -> Referential:
    url = "https://eduscol.education.fr/referentiels-professionnels/b999.html"
    (only,) = read(Document(PAGE.format(part).encode(), url), Lexicon.packaged()).records
    return only.record


def values_of(record: Referential) -> dict[str, Any]:
    return {
        "documents": [document.title for document in record.documents],
        "orders": [text.nor for text in record.legal_texts],
        "trades": [trade.label for trade in record.trades],
        "status": record.status,
        "sessions": (record.first_session, record.last_session),
        "replaces": record.replaces,
        "replaced_by": record.replaced_by,
        "rncp": record.rncp_codes,
    }


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        pytest.param(
            f"<h2>Documents</h2><ul><li><a href='{ORDER}'>Arrêté de création</a></li>"
            "<li><a href='r.pdf'>Référentiel</a></li></ul>",
            {"documents": ["Référentiel"]},
            id="a link to a legal text is no document",
        ),
        pytest.param(
            "<h2>Nouveau diplôme</h2><p>Première session en 2025.</p><h2>Ancien diplôme</h2>"
            "<p>500-23421 V. Sa dernière session a eu lieu en 2024.</p>",
            {"sessions": (2025, None)},
            id="the new diploma beside an old one is the page's",
        ),
        pytest.param(
            "<h2>Ancien diplôme</h2><p>500-23421, arrêté du 3 mai 2004.</p>"
            "<h2>Nouveau diplôme</h2><p>500-23445</p>",
            {"replaces": ("50023421",), "replaced_by": ("50023445",)},
            id="a code alone that is not the page's is the new diploma's",
        ),
        pytest.param(
            "<h2>Ancien diplôme</h2><p>500-23421</p><h2>Nouveau diplôme</h2><p>500-23438 V</p>",
            {"replaces": ("50023421",), "replaced_by": ()},
            id="the page's own code below new diploma",
        ),
        pytest.param(
            "<div><div>Remplace le diplôme</div><div><div>500-23421</div><div>500-23422</div></div>"
            "</div>",
            {"replaces": ("50023421", "50023422")},
            id="several codes in an element beside their label",
        ),
        pytest.param(
            "<div>Remplace le diplôme</div><div>500-23421</div><div>500-23422</div>",
            {"replaces": ("50023421",)},
            id="a further code that nothing joins to the label",
        ),
        pytest.param(
            "<h2>Annexes</h2><ul><li><a href='r.pdf'>Référentiel</a></li></ul>"
            "<p><a href=a.html>&lt; CAP précédent</a> | <a href=b.html>CAP suivant &gt;</a></p>",
            {"documents": ["Référentiel"]},
            id="a link to the page before is no document",
        ),
        pytest.param(
            "<p>Remplace le 500-23421 V (CAP tonnellerie, dernière session 2025)</p>",
            {"sessions": (None, None)},
            id="a session in the brackets of another diploma is that one's",
        ),
        pytest.param(
            "<p><a href='a.pdf'>Annexes</a> (format PDF, 6 Mo)</p><p>Page créée le 28/3/2019 - "
            "<a href='contact.html'>Nous écrire</a></p>",
            {"documents": ["Annexes"]},
            id="a link named as a label is a document, and the label of none",
        ),
        pytest.param(
            "<h2>Annexes</h2><p><a href='a.pdf'>Annexes de l'arrêté</a></p>"
            "<p>Remplace le 50023421</p>",
            {"replaces": ("50023421",)},
            id="what a diploma replaces does not go on about the order before it",
        ),
        pytest.param(
            "<p>Il a pris la suite du CAP 500-23421 S.</p>",
            {"replaces": ("50023421",)},
            id="a diploma took over from another one",
        ),
        pytest.param(
            "<p>35699 (RNCP) - 2023 (première session)</p>",
            {"rncp": ("RNCP35699",), "sessions": (2023, None)},
            id="a number stands before its word in brackets",
        ),
        pytest.param(
            "<p>Il remplace les diplômes suivants :</p>"
            "<ul><li>CAP osier (500-23421)</li><li>CAP rotin, option A (500-23422)</li></ul>",
            {"replaces": ("50023421", "50023422")},
            id="a list below what a diploma replaces",
        ),
        pytest.param(
            "<p>Le BEP est remplacé par :</p><ul><li>CAP osier (500-23421)</li></ul>",
            {"replaces": (), "replaced_by": ()},
            id="a list below what replaces another diploma",
        ),
        pytest.param(
            "<p>Ce diplôme est remplacé par :<br>- CAP osier (500-23421 V)<br>- CAP rotin</p>",
            {"replaces": (), "replaced_by": ("50023421",)},
            id="lines below what replaces a diploma",
        ),
        pytest.param(
            "<p>Pour en savoir plus : <a href='m.rtf'>Notice et référentiel</a> (RTF)</p>",
            {"documents": ["Notice et référentiel"]},
            id="a file is a document whatever its line begins with",
        ),
        pytest.param(
            "<p>Identification : certification n° RNCP37923 ; niveau 3.</p>",
            {"rncp": ("RNCP37923",)},
            id="a text behind the name of a group of labels is a text",
        ),
        pytest.param(
            "<h2>Textes</h2><dl><dt>19 mars 2014</dt><dd>Arrêté portant création (MENE1407107A)"
            "</dd><dt>4 août 2016</dt><dd>Arrêté modificatif (MENE1619991A)</dd></dl>",
            {"orders": ["MENE1407107A", "MENE1619991A"]},
            id="dates as terms right below a heading",
        ),
        pytest.param(
            "<table><tr><td>Arrêté</td><td>8 juillet 2003</td></tr><tr><td>NOR</td>"
            "<td>MENE0301481A</td></tr><tr><td>Modifié par</td><td>arrêté du 19 mai 2009</td></tr>"
            "</table>",
            {"orders": ["MENE0301481A", None]},
            id="a number in the row below its order",
        ),
        pytest.param(
            "<p>Succède à une formation dont la dernière session a eu lieu en 2017.</p>",
            {"sessions": (None, None)},
            id="the session of what came before is not the diploma's",
        ),
        pytest.param(
            "<p>Diplôme en vigueur.</p><p>Ce diplôme est abrogé.</p>",
            {"status": "repealed"},
            id="a repeal counts wherever it stands",
        ),
        pytest.param(
            "<h2>Textes réglementaires</h2><ul><li>Arrêté du 3 mai 2016, NOR MENE1611111A</li>"
            "<li>Arrêté du 3 mai 2016, NOR MENE1622222A</li></ul>",
            {"orders": ["MENE1611111A", "MENE1622222A"]},
            id="two orders of one day have two numbers",
        ),
        pytest.param(
            "<h2>Métiers</h2><ul><li>vannier</li><li>rempailleur</li></ul><p>Autres voies</p>",
            {"trades": ["vannier", "rempailleur"]},
            id="a paragraph below a list of trades is none",
        ),
        pytest.param(
            "<h2>Métiers</h2><ul><li>Par exemple :</li><li>vannier</li><li>rempailleur</li></ul>",
            {"trades": ["vannier", "rempailleur"]},
            id="a line that introduces trades is none",
        ),
    ],
)
def test_a_rule_decides(part: str, expected: dict[str, Any]) -> None:
    values = values_of(record_of(part))
    assert {name: values[name] for name in expected} == expected


_LINES = ("CAP Osier", "Code : 500-23421 V", "Arrêté du 4 juin 1992", "Dernière session : 2005")


@pytest.mark.parametrize(
    "head", ["<h2>Diplôme remplacé</h2>", "<p><b>Ancien diplôme :</b></p>", "<h3>Remplace</h3>"]
)
@pytest.mark.parametrize(
    "part",
    [
        "".join(f"<p>{line}</p>" for line in _LINES),
        f"<p>{'<br>'.join(_LINES)}</p>",
        f"<ul><li>{'<li>'.join(_LINES)}</ul>",
        "<p>CAP Osier (500-23421 V)</p><p>Arrêté du 4 juin 1992</p><p>Dernière session : 2005</p>",
    ],
)
def test_what_stands_below_a_replaced_diploma_is_of_that(head: str, part: str) -> None:
    record = record_of(f"<p>Arrêté du 3 mai 2004</p>{head}{part}<h2>Annexes</h2><p>Session</p>")
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]
    assert (record.code, record.replaces) == ("50023438", ("50023421",))
    assert record.last_session is None
    told = {issue.field for issue in record.issues if issue.value and issue.place}
    assert {"legal_texts", "last_session"} <= told


NEW_CODES = (
    "Remarques : ancien code B, nouveau code A",
    "Remarques : nouveau code A (ancien code B)",
    "Ancien code : B ; nouveau code : A",
    "Nouveau code : A</p><p>Ancien code : B",
    "Ce CAP remplace le CAP portant le code B. Nouveau code : A.",
    "Nouveau code : A.</p><p>Remarques : remplace le CAP rotin, code B",
    "Remplace : CAP rotin, B. Nouveau code : A",
    "Remarques : anciennement B, désormais A",
    "L'ancien code était B, le nouveau est A",
    "Remarques : remplace le B, code A",
    "Remplace à la session 2012 le B. Nouveau code : A</p><p>Dernière modification : 3/5/2013",
)


@pytest.mark.parametrize("said", NEW_CODES)
@pytest.mark.parametrize("code", ["", "Code : A"])
def test_a_new_code_beside_a_former_one_is_the_diplomas_own(said: str, code: str) -> None:
    record = _of_codes(f"<p>{code}</p><p>{said}</p>")
    assert record == ("50023438", ("50023439",), ())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # the page of a former diploma
        ("Code : B</p><p>Ancien code B, nouveau code A", ("50023439", (), ("50023438",))),
        ("Dernière session : 2012. Ancien code : B ; nouveau code : A",
         (None, ("50023439",), ("50023438",))),
        ("Diplôme abrogé. Nouveau code : A. Il remplace le B.",
         (None, ("50023439",), ("50023438",))),
        # a predecessor's code beside another's
        ("Remplace les CAP rotin (code B), osier (code C)", (None, ("50023439", "50023440"), ())),
        ("Code : A</p><p>S'est substitué au CAP rotin, B", ("50023438", ("50023439",), ())),
        ("Code : A</p><p>Rempl. : le B", ("50023438", ("50023439",), ())),
        ("Code : A</p><p>Rempl. par : le B", ("50023438", (), ("50023439",))),
        ("Code : B (ancien), A (nouveau)", ("50023438", ("50023439",), ())),
    ],
)  # fmt: skip
def test_whose_codes_they_are(said: str, expected: Any) -> None:
    assert _of_codes(f"<p>{said}</p>") == expected


def _of_codes(part: str) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    codes = {"A": "50023438", "B": "50023439", "C": "50023440"}
    page = f"<h1>CAP vannerie</h1><p>Arrêté du 3 mai 2004</p>{part}"
    page = re.sub(r"\b[ABC]\b", lambda match: codes[match[0]], page)
    document = Document(f"<html><body>{page}</body></html>".encode())
    (only,) = read(document, Lexicon.packaged()).records
    return only.record.code, only.record.replaces, only.record.replaced_by


@pytest.mark.parametrize(
    ("said", "replaces", "replaced_by"),
    [
        ("Ancien diplôme : Le CAP vannerie, de code A, remplace le B.", "B", ""),
        ("Ancien diplôme : Le diplôme A remplace le B et le C.", "B C", ""),
        ("Ancien diplôme : Le CAP vannerie porte le code A ; il remplace le B.", "B", ""),
        ("Ancien diplôme : CAP vannerie, B, remplacé par le A", "B", ""),
        ("Ancien diplôme : Le diplôme B a été remplacé par le CAP vannerie (A).", "B", ""),
        ("Ancien diplôme : CAP rotin (B), qui remplaçait le C", "B", ""),
        ("Ancien diplôme : B, qui a remplacé le C", "B", ""),
        ("Ancien diplôme : CAP rotin (remplace le B)", "B", ""),
        ("Ancien diplôme : B, C", "B C", ""),
        ("Ancien diplôme : B. Ce CAP est remplacé par le C.", "B", "C"),
        ("Diplôme auquel il succède : rotin, B", "B", ""),
        ("Successeur : Le CAP vannerie (A) est remplacé par le CAP osier (B).", "", "B"),
        ("Successeur : le B, qui remplace le A", "", "B"),
        ("Diplôme qui le remplace : CAP osier (B), remplacé par le C", "", "B"),
    ],
)
@pytest.mark.parametrize("code", ["", "<p>Code : A</p>"])
def test_a_verb_under_a_label_of_succession_links_two_codes(
    said: str, replaces: str, replaced_by: str, code: str
) -> None:
    codes = {"A": "50023438", "B": "50023439", "C": "50023440"}
    page = f"<h1>CAP vannerie</h1><p>Arrêté du 3 mai 2004</p>{code}<p>{said}</p>"
    page = re.sub(r"\b[ABC]\b", lambda match: codes[match[0]], page)
    (only,) = read(
        Document(f"<html><body>{page}</body></html>".encode()), Lexicon.packaged()
    ).records
    expected = [tuple(codes[letter] for letter in text.split()) for text in (replaces, replaced_by)]
    assert [only.record.replaces, only.record.replaced_by] == expected
    assert only.record.code in {None, codes["A"]}


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("Certification enregistrée sous le n° 35699 au RNCP", "35699"),
        ("Numéro 35 699 du répertoire national des certifications professionnelles", "35699"),
        ("Fiches RNCP 845 et 843", "845 843"),
        ("RNCP 35699 / 35700.", "35699 35700"),
        ("RNCP 845, 120 pages", "845"),
        ("RNCP35699 et 500 heures", "35699"),
        ("RNCP 35699 / 2024", "35699"),
        ("R.N.C.P. 35699", "35699"),
        ("RNCP : RNCP35699 (diplôme précédent : RNCP845)", "35699"),
        ("Code RNCP : 35699 - remplace le CAP Tonnellerie (RNCP 845)", "35699"),
        ("RNCP35699 (ex RNCP845)", "35699"),
        ("Le CAP Tonnellerie, qui précédait ce diplôme, portait le numéro RNCP845.", ""),
        ("Ce diplôme, qui remplace le CAP Tonnellerie, porte le numéro RNCP35699.", "35699"),
        ("Code diplôme / RNCP : 500-23438 V / 35699", "35699"),
        (
            "<a href='http://www.rncp.cncp.gouv.fr/grand-public/visualisationFiche?format=fr&amp;"
            "fiche=35699'>Fiche du répertoire national des certifications professionnelles</a>",
            "35699",
        ),
    ],
)
def test_numbers_of_rncp_in_sentences(said: str, numbers: str) -> None:
    assert record_of(f"<p>{said}</p>").rncp_codes == tuple(f"RNCP{n}" for n in numbers.split())


@pytest.mark.parametrize(
    ("below", "numbers"),
    [
        ("<a href='/recherche/rncp/35699/'>fiche RNCP35699</a>.", ("RNCP35699",)),
        ("Consulter la fiche RNCP n° 35699 sur le site de France compétences", ("RNCP35699",)),
        ("Le CAP Osier (RNCP35699) est rénové", ()),
        ("Fiche RNCP35699 du CAP Osier", ()),
    ],
)
def test_behind_pour_en_savoir_plus_a_number_alone_is_the_diplomas(
    below: str, numbers: tuple[str, ...]
) -> None:
    for part in ("<p>Pour en savoir plus : {}</p>", "<h3>Liens utiles</h3><ul><li>{}</li></ul>"):
        assert record_of(part.format(below)).rncp_codes == numbers


@pytest.mark.parametrize(
    "below",
    [
        "<p>Page créée en 2019 - <a href='contact.html'>Nous écrire</a></p>",
        "<p>Voir aussi <a href='liste.html'>les autres CAP</a></p>",
        "<p>Contact : <a href='bureau.html'>bureau des diplômes</a></p>",
        "<p><a href='cgu.html'>Conditions d'utilisation</a></p>",
    ],
)
def test_a_page_that_a_text_below_the_documents_leads_to_is_none(below: str) -> None:
    for documents in (
        "<p>Annexes : <a href='a.pdf'>PDF</a></p>",
        "<h2>Annexes</h2><ul><li><a href='a.pdf'>Annexes</a></li></ul>",
    ):
        assert [d.title for d in record_of(documents + below).documents] == ["Annexes"]


def test_pages_in_a_list_of_documents_are_documents() -> None:
    listed = (
        "<h2>Annexes</h2><ul><li><a href='a.html'>Activités</a></li>"
        "<li>Savoirs : <a href='b.html'>consulter</a></li></ul>"
    )
    assert [d.title for d in record_of(listed).documents] == ["Activités", "Savoirs"]


@pytest.mark.parametrize(
    "part",
    [
        "<dl><dt>Diplôme remplacé</dt><dd>CAP Osier (500-23421)</dd><dd>Arrêté du 4 juin 1992</dd>"
        "<dt>Première session</dt><dd>2006</dd></dl>",
        "<table><tr><td>Remplace</td><td>CAP Osier (500-23421)</td><td>arrêté du 4 juin 1992</td>"
        "</tr><tr><td>Première session</td><td>2006</td></tr></table>",
    ],
)
def test_what_stands_beside_a_replaced_diploma_is_of_that(part: str) -> None:
    record = record_of(f"<p>Arrêté du 3 mai 2004</p>{part}<p>Dernière session en 2020</p>")
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]
    assert (record.replaces, record.first_session, record.last_session) == (
        ("50023421",), 2006, 2020,
    )  # fmt: skip
    assert "legal_texts" in {issue.field for issue in record.issues if issue.value}


@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("{order}{end}", "repealed"),
        ("{end}{order}", "repealed"),
        ("{end}", "repealed"),
        ("{order}<p>Arrêté du 4 juin 2012 modifiant l'arrêté</p>{end}", "repealed"),
        ("{order}<p>Première session : 2006</p>{end}", "repealed"),
        # of a former version, or of a change
        ("{order}<p>Arrêté du 4 juin 2012</p>{end}", "unknown"),
        ("<p>Arrêté du 4 juin 2012</p>{end}", "unknown"),
        ("<p>Première session : 2016</p>{end}", "unknown"),
    ],
)
def test_the_repeal_of_the_one_order_is_the_diplomas(page: str, status: str) -> None:
    for end in ("est abrogé", "a été abrogé", "est abrogé à l'issue de la session 2015"):
        for named in ("", " portant création du diplôme", " (JO du 5 mai 2004)"):
            ends = f"<p>L'arrêté du 3 mai 2004{named} {end}.</p>"
            body = page.format(order="<p>Arrêté du 3 mai 2004</p>", end=ends)
            assert record_of(body).status == status, body
    for other in ("4 juin 1992", "3 mai 2004 modifiant l'arrêté du 4 juin 1992"):
        end = f"<p>L'arrêté du {other} est abrogé.</p>"
        assert record_of(f"<p>Arrêté du 7 mai 2007</p>{end}").status == "unknown"


@pytest.mark.parametrize(
    "aside", ["<p>Voir aussi : {}</p>", "<h3>Actualités</h3><ul><li>{}</li></ul>"]
)
@pytest.mark.parametrize("link", ["<a href='b2.html'>BP Osier</a> (dernière session en 2019)"])
def test_what_follows_links_to_other_pages_is_the_diplomas(aside: str, link: str) -> None:
    facts = "<p>Arrêté du 3 mai 2004</p><p>La première session a lieu en 2006.</p>"
    record = record_of(aside.format(link) + facts)
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]
    assert (record.first_session, record.last_session) == (2006, None)
    news = "<h3>Actualités</h3><p>Session 2025 : première session du BP Osier</p>"
    assert record_of(f"<p>Arrêté du 3 mai 2004</p>{news}").first_session is None


def test_a_code_below_new_diploma_is_told_where_the_page_states_none_of_its_own() -> None:
    parts = "<h2>Ancien diplôme</h2><p>500-23421</p><h2>Nouveau diplôme</h2><p>500-23445{}</p>"
    page = f"<h1>CAP vannerie</h1><p>Arrêté du 3 mai 2004</p>{parts}"
    values = []
    for behind in ("", " (première session : 2006)"):
        (only,) = read(Document(page.format(behind).encode()), Lexicon.packaged()).records
        told = {each.value for each in only.record.issues if each.field == "code"}
        values.append((only.record.code, only.record.replaced_by, "500-23445" in told))
    assert values == [(None, (), True), ("50023445", (), False)]
