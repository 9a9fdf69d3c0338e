"""Toggles of scripts, *Prérequis*, states said of *il*, effects beside orders; all are mock-ups."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.parsers.extract.pages import record_of

ORDER = "<p>Arrêté du 3 mai 2004</p>"
FILE = "<p><a href='a.pdf'>Annexe I</a></p>"
TITLE = "<h1>CAP Vannerie</h1>"
PANEL = '<div class="toggle-inner" style="display:none">'


def _page(body: str) -> Referential:
    """Read a page whose title is in its body."""
    return record_of(body, title="")


def _kinds(record: Referential) -> dict[str, str | None]:
    return {str(text.date): text.kind for text in record.legal_texts}


@pytest.mark.parametrize(
    "head",
    [
        '<a class="toggle-title" href="javascript:void(0)"><i></i>{}</a>',
        '<a href="#">{}</a>',
        '<div class="ui-accordion-header"><a href="#">{}</a></div>',
        '<p><a href="#">{}</a></p>',
    ],
)
def test_texts_that_a_link_to_no_page_opens(head: str) -> None:
    panels = "".join(
        f"{head.format(label)}{PANEL}<p>{text}</p></div>"
        for label, text in [
            ("Accès", "Après la classe de troisième."),
            ("Attendus", "Aimer le bois et la vannerie."),
            ("Textes de référence", "Arrêté du 3 mai 2004"),
            ("Référentiel", "<a href='a.pdf'>Annexe I</a>"),
        ]
    )
    record = record_of(f"<div class=toggles>{panels}</div>")
    assert record.access == "Après la classe de troisième."
    assert record.expectations == "Aimer le bois et la vannerie."
    assert len(record.documents) == len(record.legal_texts) == 1


@pytest.mark.parametrize("label", ["Prérequis", "Pré-requis", "Quels sont les pré-requis ?"])
def test_qualities_below_prerequisites_are_expectations(label: str) -> None:
    qualities = f"<h2>{label}</h2><p>Il est bon d'avoir de la patience et le sens du contact.</p>"
    record = record_of(f"{ORDER}{FILE}{qualities}")
    assert record.expectations == "Il est bon d'avoir de la patience et le sens du contact."
    assert record.access is None


@pytest.mark.parametrize(
    "text",
    [
        "La discrétion s'impose.",
        "On attend de l'élève qu'il soit curieux et soigneux.",
        "Une vision correcte des couleurs est préférable.",
    ],
)
def test_what_is_asked_of_pupils_below_prerequisites_is_expectations(text: str) -> None:
    record = record_of(f"{ORDER}{FILE}<h2>Prérequis</h2><p>{text}</p>")
    assert (record.access, record.expectations) == (None, text)


@pytest.mark.parametrize("head", ["Au quotidien", "Les activités"])
def test_headings_below_the_trade_divide_its_description(head: str) -> None:
    work = f"<h3>{head}</h3><p>Le vannier fabrique des objets en osier ou en rotin.</p>"
    access = "<h2>Conditions d'accès</h2><p>Après la classe de troisième.</p>"
    record = record_of(f"{ORDER}{FILE}<h2>Le métier</h2>{work}{access}")
    assert "fabrique" in (record.description or "")
    assert (record.access, record.trades) == ("Après la classe de troisième.", ())


@pytest.mark.parametrize(
    "text", ["Être titulaire d'un CAP et avoir de la patience.", "Savoir lire.", "Avoir 16 ans."]
)
def test_prerequisites_of_candidates_are_access(text: str) -> None:
    record = record_of(f"{ORDER}{FILE}<h2>Prérequis</h2><p>{text}</p>")
    assert (record.access, record.expectations) == (text, None)


@pytest.mark.parametrize("before", ["Sigle : VAN. ", "La dernière session est celle de 2024. "])
@pytest.mark.parametrize(
    ("state", "status"), [("abrogé", "repealed"), ("toujours en vigueur", "in_force")]
)
def test_a_state_that_is_said_of_it(before: str, state: str, status: str) -> None:
    assert record_of(f"{ORDER}{FILE}<p>{before}Il est {state}.</p>").status == status


@pytest.mark.parametrize(
    "before",
    ["L'épreuve EP3 est écrite. ", "L'arrêté du 3 mai 2004 est ancien. ", "Le BP Boucher existe. "],
)
def test_a_state_that_is_said_of_something_else(before: str) -> None:
    record = record_of(f"{ORDER}{FILE}<p>{before}Il est abrogé.</p>")
    assert record.status == "unknown"
    assert any(issue.field == "status" for issue in record.issues)


@pytest.mark.parametrize(
    "above", ["Le CAP Boucher (500-22138) est ancien.", "L'arrêté du 3 mai 2004 est ancien."]
)
@pytest.mark.parametrize("state", ["abrogé", "toujours en vigueur"])
def test_a_state_alone_in_its_paragraph_may_be_of_what_stands_above(above: str, state: str) -> None:
    record = record_of(f"{ORDER}{FILE}<p>{above}</p><p>Il est {state}.</p>")
    assert record.status == "unknown"
    assert any(issue.field == "status" for issue in record.issues)


def test_a_repeal_behind_the_successor_is_the_diplomas() -> None:
    line = "<p>Il est remplacé par le diplôme de code 500 22138. Il est abrogé.</p>"
    assert record_of(f"{ORDER}{FILE}{line}").status == "repealed"


@pytest.mark.parametrize(
    "orders",
    [
        "du 3 mai 2006 et du 4 juin 2008",
        "du 3 mai 2006, du 5 mai 2007 et du 4 juin 2008",
        "du 3 mai 2006 et l'arrêté du 4 juin 2008",
    ],
)
def test_all_orders_that_have_changed_it(orders: str) -> None:
    record = record_of(f"{FILE}<p>Les arrêtés {orders} l'ont modifié.</p>")
    assert set(_kinds(record).values()) == {"modification"}
    assert len(record.legal_texts) == orders.count("20")


@pytest.mark.parametrize(
    "does",
    ["Modificatif (J.O. du 25/03/2004)", "Portant modification de l'arrêté du 1er avril 2000"],
)
def test_a_definition_says_what_its_order_does(does: str) -> None:
    terms = "<dt>Arrêté du 1er avril 2000</dt><dd>Portant création du CAP Vannerie</dd>"
    terms += f"<dt>Arrêté du 10 février 2004</dt><dd>{does}</dd>"
    record = record_of(f"<h2>Textes</h2><dl>{terms}</dl>{FILE}")
    assert _kinds(record) == {"2000-04-01": "creation", "2004-02-10": "modification"}


def test_effects_in_cells_beside_further_labels() -> None:
    first = "<td>Création</td><td>Arrêté du 20/08/2001</td>"
    second = "<td>Modifié par</td><td>Arrêté du 18/03/2005 ; Arrêté du 04/10/2010</td>"
    rows = "<tr><td>Code</td><td>32033107</td><td>Niveau</td><td>III</td></tr>"
    record = record_of(f"<table>{rows}<tr>{first}{second}</tr></table>", "<h1>BTS Optique</h1>")
    assert list(_kinds(record).values()) == ["creation", "modification", "modification"]


def test_modifications_above_a_further_order_of_the_same_block() -> None:
    link = "<a href='http://www.legifrance.gouv.fr/x'>texte intégral</a>"
    lines = f"Arrêté du 12/01/2011 - {link}<br>Arrêté du 23/03/2012 - {link}"
    label = "<span class=label>Modifications :</span>"
    record = record_of(f"<div>{label} <span>{lines}</span></div>{FILE}")
    assert set(_kinds(record).values()) == {"modification"}


@pytest.mark.parametrize("text", ["La formation dure deux ans.", "Le cycle complet dure 2 ans."])
@pytest.mark.parametrize("label", ["Accès", "Présentation"])
def test_a_duration_in_a_sentence_of_a_text(label: str, text: str) -> None:
    first = "Le titulaire fabrique des paniers dans un atelier."
    record = record_of(f"{ORDER}{FILE}<h2>{label}</h2><p>{first} {text}</p>")
    assert record.duration_months == 24


def test_name_and_type_with_labels_in_any_order_in_a_paragraph() -> None:
    lines = "<b>Libellé :</b> Vannerie<br><b>Diplôme :</b> CAP<br><b>Code :</b> 50022134"
    record = _page(f"<h1>Fiche diplôme</h1><p>{lines}</p>{ORDER}{FILE}")
    assert (record.title, record.code) == ("CAP Vannerie", "50022134")


@pytest.mark.parametrize("end", ["", ", NOR MENE0608745A", " (NOR : MENE0608745A)"])
def test_orders_of_a_type_alone_make_no_other_diplomas(end: str) -> None:
    orders = "".join(
        f"<li>Arrêté du {day} mai 2004 portant création du certificat d'aptitude professionnelle"
        f"{end and end.replace('45A', f'4{day}A')}</li>"
        for day in (3, 4, 5)
    )
    assert record_of(f"<ul>{orders}</ul>{FILE}").title == "CAP Vannerie"


def test_options_of_one_diploma_below_its_type_are_no_list() -> None:
    options = "".join(
        f"<li>Vannerie option {letter} : osier : code 5002213{number}</li>"
        for number, letter in enumerate("ABC")
    )
    page = f"<td><p><b>CAP</b></p><p><b>Vannerie</b></p><p><b>Options :</b></p><ul>{options}</ul>"
    html = f"<html><body><table><tr><td><a href='b.html'>BP</a></td>{page}{ORDER}{FILE}</td></tr>"
    document = Document(f"{html}</table></body></html>".encode(), "http://e.example/a.html")
    assert len(read(document, Lexicon.packaged()).records) == 3


def test_two_diplomas_below_their_type_are_a_list() -> None:
    rows = "".join(f"<li>{n} - code 5002213{i}</li>" for i, n in enumerate(["Osier", "Rotin"]))
    document = Document(f"<h1>Les CAP</h1><ul>{rows}</ul>".encode(), "http://e.example/a.html")
    with pytest.raises(Refused):
        read(document, Lexicon.packaged())


@pytest.mark.parametrize(
    "line",
    [
        "<a href='b.html'>&lt;&lt; Fiche précédente</a> <a href='c.html'>Fiche suivante &gt;</a>",
        "<a href='mailto:web@e.example'>Webmestre</a>",
        "Page 1 sur 1",
    ],
)
def test_the_last_line_of_a_page_is_no_part_of_its_last_text(line: str) -> None:
    record = record_of(f"{ORDER}{FILE}<h2>Attendus</h2><p>Aimer le bois.</p><p>{line}</p>")
    assert record.expectations == "Aimer le bois."


def test_quotes_around_a_commission_are_no_part_of_it() -> None:
    assert record_of(f"<p>CPC : « Industrie »</p>{ORDER}{FILE}").cpc == "Industrie"


def test_a_file_of_help_is_no_document() -> None:
    record = record_of(f"{ORDER}{FILE}<hr><p><a href='/docs/aide_site.pdf'>Aide (PDF)</a></p>")
    assert [document.title for document in record.documents] == ["Annexe I"]


@pytest.mark.parametrize("title", ["Consultation de la fiche", "Détail de la fiche"])
def test_what_a_site_calls_its_pages_is_no_subject(title: str) -> None:
    record = _page(f"<h1>{title}</h1><h2>CAP Vannerie</h2>{ORDER}{FILE}")
    assert record.title == "CAP Vannerie"


def test_a_list_below_the_second_half_of_a_paragraph_is_of_its_text() -> None:
    text = "<p><b>Poursuite d'études :</b><br>Un second diplôme.<br><br>Les suites sont :"
    record = record_of(f"{ORDER}{FILE}{text}</p><ul><li>BTM bois<li>BTM osier</ul>")
    assert record.further_study is not None
    assert record.further_study.endswith("Les suites sont :\n\n- BTM bois\n\n- BTM osier")


def test_a_mark_before_the_label_of_the_trade() -> None:
    text = "Le titulaire travaille dans un atelier. Il sait tresser et finir un panier."
    record = record_of(f"{ORDER}{FILE}<h2>\N{BLUE BOOK} Le métier</h2><p>{text}</p>")
    assert (record.description, record.trades) == (text, ())


def test_a_file_behind_the_page_of_another_diploma_is_none_of_this_one() -> None:
    links = "<a href='b.html'>CAP Boucher</a> <a href='b/b.pdf'>PDF</a>"
    record = record_of(f"{ORDER}{FILE}<h3>À voir également</h3><ul><li>{links}</li></ul>")
    assert [document.title for document in record.documents] == ["Annexe I"]
    assert any(issue.field == "documents" for issue in record.issues)


def test_the_latest_publications_are_no_diploma() -> None:
    news = "".join(
        f"<h2>CAP {name}</h2><p>Publication de l'arrêté au Journal officiel.</p>"
        for name in ("Boucher", "Vannerie", "Tapissier")
    )
    page = f"<html><body><h1>Les dernières publications</h1>{news}</body></html>"
    with pytest.raises(Refused):
        read(Document(page.encode(), "http://e.example/a.html"), Lexicon.packaged())


def test_the_acronym_ends_before_the_next_sentence() -> None:
    line = "<p><b>Sigle :</b> VAN. Code diplôme 50022134.</p>"
    assert record_of(f"{line}{ORDER}{FILE}").acronym == "VAN"


def test_the_quality_of_the_air_leads_to_no_trades() -> None:
    trades = "chargé/e d'études en qualité de l'air ; ergonome web ; coiffeur/euse"
    record = record_of(f"{ORDER}{FILE}<h2>Métiers</h2><p>{trades}</p>")
    assert [trade.label for trade in record.trades] == trades.split(" ; ")


def test_labels_underlined_with_and_without_a_colon() -> None:
    labels = [("Attendus", "</u> :"), ("Poursuite d'études", "</u>"), ("Accès", "</u> :")]
    texts = "".join(
        f"<p><b><u>{label}{end}</b></p><p>Texte d'un paragraphe.</p>" for label, end in labels
    )
    record = record_of(f"{ORDER}{FILE}{texts}")
    assert record.expectations == record.access == record.further_study
    assert record.access == "Texte d'un paragraphe."


@pytest.mark.parametrize("link", ["<a href='#top'>Sommaire</a>", "<a href='#'>Haut de page</a>"])
def test_a_hidden_element_behind_a_link_to_a_place_is_not_read(link: str) -> None:
    hidden = f"{link}<div style='display:none'>Code : 50099999</div>"
    assert record_of(f"{ORDER}{FILE}{hidden}").code is None
