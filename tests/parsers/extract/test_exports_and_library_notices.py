"""Records of a data base as pages: empty values, lists of values, lines of the export.

All pages are mock-ups.
"""

import pytest

from schema.errors import Refused
from tests.parsers.extract.pages import record_of, record_with_facts, trades_of

CODE = "<p>Code : 500-22137</p>"
LIBRARY = (
    "<h2>Bibliographie</h2><ol><li>MINISTÈRE DE L'ÉDUCATION. <cite>Arrêté du 18-8-2009 portant"
    " création du CAP Vannerie</cite>. NOR : MEN E 0905411 A.</li>{}</ol>"
)


@pytest.mark.parametrize("nothing", ["Néant", "Non renseigné", "Sans objet", "néant"])
@pytest.mark.parametrize("further", ["Autres arrêtés", "Autre(s) arrêté(s)", "Autre arrêté"])
def test_an_empty_value_heads_nothing_below_it(nothing: str, further: str) -> None:
    record = record_of(
        f"<p>Code : 50022137<br>Arrêté de création : 20/03/1994<br>Arrêté d'abrogation : {nothing}"
        f"<br>{further} : 02/03/1996 (JO 16/03/1996)<br>Métiers : {nothing}</p>"
    )
    assert [(t.date, t.kind) for t in record.legal_texts] == [
        ("1994-03-20", "creation"),
        ("1996-03-02", None),
    ]
    assert (record.trades, record.status) == ((), "unknown")
    fields = {"legal_texts", "trades", "status"}
    assert not [i for i in record.issues if i.field in fields and i.issue != "missing-field"]


@pytest.mark.parametrize(
    "line",
    [
        "Identifiant interne : 38954 - Export du 13/04/2018",
        "Fiche extraite le 13/04/2018",
        "Export du 13 avril 2018",
        "Seules les versions publiées aux journaux officiels font foi.",
        "Seul le texte publié au Journal officiel fait foi.",
    ],
)
def test_the_line_of_an_export_is_no_part_of_the_last_text(line: str) -> None:
    record = record_of(
        f"{CODE}<h2>Poursuite d'études</h2><p>Une classe passerelle est possible.</p><p>{line}</p>"
    )
    assert record.further_study == "Une classe passerelle est possible."
    assert not [i for i in record.issues if i.issue == "unaccounted"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>N° RNCP : 33870 ; 36050</p>",
        "<p>Fiches RNCP : n° 33870, n° 36050</p>",
        "<p>Niveau : 3<br>N° RNCP : 33870 ; 36050<br>Remplace : CAP Tapis, 500-20014 V</p>",
        "<dl><dt>Code RNCP</dt><dd>33870</dd><dd>36050</dd><dt>CPC</dt><dd>Arts</dd></dl>",
        "<div><div>Code RNCP :</div><div><div>33870</div><div>36050</div></div></div>",
    ],
)
def test_several_numbers_of_the_register_stand_below_one_label(body: str) -> None:
    assert record_of(CODE + body).rncp_codes == ("RNCP33870", "RNCP36050")


def test_a_year_below_a_number_of_the_register_is_none() -> None:
    for body in ("<p>Code RNCP</p><p>37919</p><p>2024</p>", "<dl><dt>RNCP<dd>37919<dd>2024</dl>"):
        assert record_of(CODE + body).rncp_codes == ("RNCP37919",)


def test_what_counts_as_proof_is_a_line_of_the_page_only_of_texts() -> None:
    sentence = "Seul le diplôme original fait foi lors de l'inscription."
    record = record_of(f"{CODE}<h2>Accès</h2><p>{sentence}</p><p>Après la 3e.</p>")
    assert record.access == f"{sentence}\n\nAprès la 3e."


def test_a_year_behind_a_session_is_no_further_value() -> None:
    record = record_of(f"{CODE}<p>Première session : 2012 ; CPC : Arts</p>")
    assert (record.first_session, record.cpc) == (2012, "Arts")


def test_predecessors_with_their_titles_stand_in_elements_of_their_own() -> None:
    items = "<div>CAP Tapis - 50025529 U</div><div>CAP Osier - 50025423 R</div>"
    body = f"<div><div>Remplace :</div><div>{items}</div></div>"
    assert record_of(CODE + body).replaces == ("50025529", "50025423")
    # a code that no element joins to the label is told
    apart = "<div><div>Remplace :</div><div><div>CAP Tapis - 50025529 U</div></div></div>"
    record = record_of(f"{CODE}{apart}<div><div>CAP Osier - 50025423 R</div></div>")
    assert record.replaces == ("50025529",)
    assert any(i.value and "50025423" in i.value for i in record.issues)


@pytest.mark.parametrize(
    "lead",
    [
        "Les métiers visés sont les suivants",
        "Métiers suivants",
        "Ce diplôme prépare aux métiers suivants",
        "Les emplois occupés sont les suivants",
    ],
)
def test_what_leads_to_trades_is_their_label(lead: str) -> None:
    expected = ["chercheur/euse en biologie", "démographe", "gouvernant/e d'étage"]
    assert trades_of(f"<p>{lead} : {' ; '.join(expected)}.</p>") == expected
    items = "".join(f"<li>{trade}</li>" for trade in expected)
    assert trades_of(f"<p>{lead} :</p><ul>{items}</ul>") == expected


def test_a_text_may_say_which_trades_the_diploma_prepares_for() -> None:
    sentence = "Ce diplôme prépare aux métiers suivants : magistrat/e et greffier/ère."
    record = record_with_facts(
        f"<h2>Description</h2><p>Le titulaire tresse.</p><p>{sentence}</p><p>Il vend.</p>"
    )
    assert record.description == f"Le titulaire tresse.\n\n{sentence}\n\nIl vend."
    assert record.trades == ()


@pytest.mark.parametrize("line", ["<i>{}</i>", "<hr><font size=2><i>{}</i></font>", "<p>{}</p>"])
def test_a_sentence_on_the_diploma_below_trades_is_read(line: str) -> None:
    trades = "<p><b>Métiers préparés</b></p><ul><li>juge</li><li>greffier/ère</li></ul>"
    sentences = "Ce diplôme remplace le 50023704 T.", "Attention : ce diplôme est abrogé."
    record = record_of(CODE + trades + line.format(sentences[0]))
    assert (record.replaces, len(record.trades)) == (("50023704",), 2)
    record = record_of(CODE + trades + line.format(sentences[1]))
    assert (record.status, len(record.trades)) == ("repealed", 2)


def test_a_state_below_the_code_of_a_predecessor_is_told() -> None:
    record = record_of(f"{CODE}<h3>Remplace</h3><p>500-22134</p><p>Diplôme abrogé</p>")
    assert (record.status, record.replaces) == ("unknown", ("50022134",))
    assert any(i.field == "status" and i.value for i in record.issues)


def test_a_state_below_trades_is_no_trade() -> None:
    body = "<ul><li>Métiers visés : juge ; greffier/ère</li><li>Diplôme abrogé</li></ul>"
    record = record_of(CODE + body)
    assert [trade.label for trade in record.trades] == ["juge", "greffier/ère"]
    assert record.status == "repealed"


def test_a_line_in_small_letters_is_a_fact_where_it_is_a_label_and_its_value() -> None:
    record = record_of("<b>CAP</b><br>Niveau: V<br>durée :3 ans<br>première session : 2009<br>")
    assert (record.duration_months, record.first_session) == (36, 2009)
    # but a line break inside a sentence
    text = "<h2>Description</h2><p>Il a un double<br>objectif : tresser et vendre.</p>"
    assert record_of(CODE + text).description == "Il a un double objectif : tresser et vendre."


def test_the_abbreviation_of_a_type_is_no_acronym() -> None:
    title = "<h1>Brevet d'études professionnelles (BEP), spécialité Métiers de la mode</h1>"
    assert record_of(CODE, title).acronym is None
    title = "<h1>Diplôme d'État d'éducateur spécialisé (DEES)</h1>"
    assert record_of(CODE, title).acronym == "DEES"


def test_a_notice_lists_the_own_texts_of_a_diploma_as_its_bibliography() -> None:
    record = record_of(LIBRARY.format("<li><a href='a.pdf'>Grille horaire</a>. 68 p.</li>"))
    assert [(t.date, t.kind) for t in record.legal_texts] == [("2009-08-18", "creation")]
    assert [d.title for d in record.documents] == ["Grille horaire"]


def test_a_list_of_books_is_about_a_trade() -> None:
    with pytest.raises(Refused):
        record_of(LIBRARY.format("<li>DUVAL, A. La vannerie. Paris, 2004.</li>"))
