"""Facts in fields, panels, boxes and lists, as offices and content managers write them.

All pages are mock-ups.
"""

import pytest
from selectolax.lexbor import LexborHTMLParser

from parsers.accounting.page_lines import page_lines
from parsers.accounting.signals import page_signals
from tests.parsers.extract.pages import ORDER, orders_of, record_of, trades_of

FIRST, SECOND = ("2004-05-03", "creation"), ("2008-06-05", "modification")
FILES = '<p><a href="a.pdf">Annexe I</a></p>'


@pytest.mark.parametrize("words", ["n'est plus délivré", "ne sera plus délivré"])
def test_an_alert_above_the_title_ends_the_diploma(words: str) -> None:
    alert = f'<div class="alert" role="alert">Ce diplôme {words}.</div>'
    assert record_of(ORDER, f"{alert}<h1>CAP Vannerie</h1>").status == "repealed"


def test_a_diploma_that_is_no_longer_awarded_is_a_signal() -> None:
    page = "<p>Ce diplôme n'est plus délivré.</p>"
    signals = page_signals(*page_lines(LexborHTMLParser(page)))
    assert [signal.kind for signal in signals] == ["repeal"]


def test_a_diploma_that_is_no_longer_awarded_on_a_line_of_its_own() -> None:
    lines = "<p>Remplace le 320-34304<br>Ce diplôme n'est plus délivré.</p>"
    record = record_of(ORDER + lines)
    assert (record.status, record.replaces) == ("repealed", ("32034304",))


@pytest.mark.parametrize("code", ["(n° 500 24320 S)", "(code n° 500-24320)", "n° 50024320"])
def test_the_number_sign_of_a_code_is_no_part_of_the_name(code: str) -> None:
    record = record_of(ORDER, f"<h1>CAP Vannerie {code}</h1>")
    assert (record.name, record.code) == ("Vannerie", "50024320")


@pytest.mark.parametrize("fixed", ["readonly", "disabled"])
@pytest.mark.parametrize("title", ["<form>{h1}{fields}</form>", "{h1}<form>{fields}</form>"])
def test_fields_that_nobody_can_fill_in_show_values(title: str, fixed: str) -> None:
    facts = (("Code", "500 24320 S"), ("Niveau", "3"), ("Arrêté de création", "3 mai 2004"))
    fields = "".join(
        f'<p><label>{label}</label> <input type="text" {fixed} value="{value}"></p>'
        for label, value in facts
    )
    page = title.format(h1="<h1>CAP Vannerie</h1>", fields=fields)
    record = record_of(FILES, page)
    assert (record.code, record.level) == ("50024320", 3)
    assert [(text.date, text.kind) for text in record.legal_texts] == [FIRST]
    signals = page_signals(*page_lines(LexborHTMLParser(page)))
    assert "code" in {signal.kind for signal in signals}


def test_a_field_to_fill_in_shows_nothing() -> None:
    field = '<p><label>Code</label> <input value="500-24320"></p>'
    assert record_of(f"<form><h2>Recherche</h2>{field}</form>{ORDER}{FILES}").code is None


def test_a_number_below_its_order_in_a_table_is_not_of_the_order_below_the_table() -> None:
    table = "<table><tr><td>{}</td></tr><tr><td>NOR : MENE0401234A</td></tr></table>"
    above = table.format("Arrêté de création du 3 mai 2004")
    below = "<div>Arrêté modificatif du 5 juin 2008</div><div>NOR : MENE0801234A</div>"
    numbers = [text.nor for text in record_of(above + below).legal_texts]
    assert numbers == ["MENE0401234A", "MENE0801234A"]


@pytest.mark.parametrize("markup", ["<div>{} : {}</div>", "<h3>{}</h3><p>{}</p>", "<p>{} {}</p>"])
@pytest.mark.parametrize("what", ["Textes", "Arrêtés", "Arrêté"])
@pytest.mark.parametrize("whose", ["l'arrêté de création", "l'arrêté initial"])
def test_a_label_names_the_order_that_is_changed(markup: str, what: str, whose: str) -> None:
    first = "<div>Texte portant création du diplôme : Arrêté du 3 mai 2004</div>"
    label = f"<b>{what} modifiant {whose}</b>" if markup.startswith("<p>") else ""
    changes = markup.format(label or f"{what} modifiant {whose}", "Arrêté du 5 juin 2008")
    assert orders_of(first + changes) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("label", "value", "field"),
    [("CPC", "Arts appliqués", "cpc"), ("N° du diplôme", "500-24320", "code")],
)
def test_a_box_beside_the_page_holds_one_fact(label: str, value: str, field: str) -> None:
    fact = f"<li><strong>{label}</strong> : {value}</li>"
    box = f'<aside class="encadre"><h2>Le diplôme</h2><ul>{fact}</ul></aside>'
    assert getattr(record_of(ORDER + box), field) in {value, value.replace("-", "")}


def test_orders_behind_links_in_a_box_beside_the_page() -> None:
    rows = (("Création", "3 mai 2004"), ("Arrêté modificatif", "5 juin 2008"))
    link = '<a href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT0000108673">Consulter</a>'
    lines = "".join(f"<tr><td>{a}</td><td>{b}</td><td>{link}</td></tr>" for a, b in rows)
    head = "<tr><th>Nature</th><th>Date</th><th>Texte</th></tr>"
    box = f"<aside><div><h3>Textes réglementaires</h3><table>{head}{lines}</table></div></aside>"
    assert orders_of(FILES + box) == [FIRST, SECOND]


def test_facts_below_the_name_of_the_whole() -> None:
    record = record_of(f"{ORDER}<h2>Le diplôme</h2><ul><li>Niveau : 4</li><li>CPC : Arts</li></ul>")
    assert (record.level, record.cpc, record.description) == (4, "Arts", None)


@pytest.mark.parametrize("tag", ["b", "span"])
def test_a_cell_lists_orders_by_their_days(tag: str) -> None:
    cell = "3 mai 2004 : arrêté de création de la spécialité<br>5 juin 2008 : arrêté modificatif"
    row = f"<tr><td><{tag}>Historique</{tag}></td><td>{cell}</td></tr>"
    assert orders_of(f"<table>{row}</table>") == [FIRST, SECOND]


def test_a_cell_lists_orders_behind_what_all_of_them_do() -> None:
    cell = "Arrêté du 5 juin 2008<br>Arrêté du 7 mai 2010"
    row = f"<tr><td>Modifications</td><td>{cell}</td></tr>"
    expected = [SECOND, ("2010-05-07", "modification")]
    assert orders_of(f"<table>{row}</table>") == expected


@pytest.mark.parametrize("code", ["Code de l'éducation", "Code de l'éducation, articles D. 337-51"])
@pytest.mark.parametrize(
    "markup", ["<p>{}<br>{}</p>", "<p><b>{}</b><br>{}</p>", "<div><span>{}<br>{}</span></div>"]
)
def test_a_rule_of_all_diplomas_on_the_next_line(markup: str, code: str) -> None:
    general = markup.format(f"Textes généraux : {code}", "Décret n° 2009-148 du 10 février 2009")
    assert orders_of(f"<p>Arrêté de création du 3 mai 2004</p>{general}") == [FIRST]


@pytest.mark.parametrize("words", ["publié au Journal officiel du 7 juin 2008", ""])
def test_values_of_a_field_in_elements_beside_each_other(words: str) -> None:
    label = '<div class="label">Arrêtés de modification :</div>'
    first = f'<div class="item odd">{label}<a href="x">Arrêté du 5 juin 2008</a>, {words}</div>'
    second = '<div class="item even"><a href="y">Arrêté du 7 mai 2010</a> (JO du 9 mai)</div>'
    field = f'<div class="field"><div class="items">{first}{second}</div></div>'
    assert orders_of(field) == [SECOND, ("2010-05-07", "modification")]


@pytest.mark.parametrize("type_", ["DTMS", "DN MADE", "DNSP", "BTS"])
@pytest.mark.parametrize(
    "name", ["Vannerie", "Vannerie et arts du rotin option B " + "osier " * 14]
)
def test_the_order_that_sets_how_a_diploma_is_awarded(type_: str, name: str) -> None:
    name = name.strip()
    sentence = f"Les conditions de délivrance du {type_} « {name} » sont fixées par l'arrêté"
    record = record_of(f"<p>{sentence} du 3 mai 2004.</p>{FILES}", f"<h1>{type_} {name}</h1>")
    assert [(text.date, text.kind) for text in record.legal_texts] == [FIRST]


@pytest.mark.parametrize("label", ["Dernière session", "Dernière session d'examen"])
def test_what_leads_to_a_linked_order_is_no_part_of_a_value(label: str) -> None:
    link = '<a href="https://www.legifrance.gouv.fr/y">arrêté du 5 juin 2008</a>'
    body = f"<p>{label} : 2009. Diplôme abrogé par {link}.</p>"
    record = record_of(ORDER + body)
    assert [(text.date, text.kind) for text in record.legal_texts][1:] == [("2008-06-05", "repeal")]
    assert (record.last_session, record.status) == (2009, "repealed")


def test_the_format_of_a_file_is_no_part_of_the_title_of_its_link() -> None:
    cells = '<td>Annexe I</td><td>2 Mo</td><td><a href="a.pdf" title="PDF Annexe I">PDF</a></td>'
    table = f"<table><tr><th>Document<th>Poids<th>Fichier</tr><tr>{cells}</tr></table>"
    assert [document.title for document in record_of(ORDER + table).documents] == ["Annexe I"]


@pytest.mark.parametrize("href", ["#", "#panneau", "javascript:void(0)"])
@pytest.mark.parametrize("around", ["li", ""])
def test_links_that_head_panels(href: str, around: str) -> None:
    texts = {
        "Description": "Le titulaire tresse l'osier.",
        "Accès": "Après la classe de troisième.",
    }
    panels = "".join(
        f"<{around}>{panel}</{around}>" if around else panel
        for name, text in texts.items()
        if (panel := f'<a href="{href}">{name}</a><div><p>{text}</p></div>')
    )
    record = record_of(ORDER + (f"<ul>{panels}</ul>" if around else f"<div>{panels}</div>"))
    assert [record.description, record.access] == [*texts.values()]


def test_links_to_parts_of_the_page_head_nothing() -> None:
    links = '<ul><li><a href="#a">Description</a></li><li><a href="#b">Accès</a></li></ul>'
    assert record_of(links + ORDER).access is None


@pytest.mark.parametrize("value", ["Diplôme national", "Certification professionnelle"])
def test_a_stated_type_that_is_none_leaves_that_of_the_title(value: str) -> None:
    row = f"<table><tr><td>Type</td><td>{value}</td></tr><tr><td>Niveau<td>3</tr></table>"
    record = record_of(ORDER + row)
    assert record.diploma_type == "CAP"
    assert value in {issue.value for issue in record.issues}


@pytest.mark.parametrize(
    "heads",
    [
        "<h3>{}</h3>",
        "<p><strong>{}</strong></p>",
        "<h4>{}</h4>",
    ],
)
@pytest.mark.parametrize("last", ["Aller plus loin", "Formations de niveau supérieur"])
def test_parts_of_a_text_on_further_study(heads: str, last: str) -> None:
    near, far = heads.format("Formations proches"), heads.format(last)
    lists = f"{near}<ul><li>BP Vannier</li></ul>{far}<ul><li>BMA Vannerie</li></ul>"
    text = "<p>Il est possible de continuer.</p>"
    body = f"{ORDER}<h2>Poursuite d'études</h2>{text}{lists}<h2>Accès</h2><p>Après la 3e.</p>"
    study = record_of(body).further_study or ""
    assert [part.strip("- ") for part in study.split("\n\n")] == [
        *("Il est possible de continuer.", "Formations proches", "BP Vannier", last),
        "BMA Vannerie",
    ]


def test_a_rubric_of_the_site_ends_a_text_on_further_study() -> None:
    links = '<h2>Formations proches</h2><ul><li><a href="b.html">CAP Osier</a></li></ul>'
    body = f"{ORDER}<h2>Poursuite d'études</h2><p>Un BMA.</p>{links}"
    assert record_of(body).further_study == "Un BMA."


LEADS = (
    "Conçu avec les branches, ce CAP permet d'acquérir les gestes du tressage.",
    "L'élève ou l'apprenti apprend à préparer l'osier et à le tresser avec soin.",
    "La formation met l'accent sur la préparation de l'osier et sur son tressage.",
    "« Vannerie » est une spécialité du CAP tournée vers la pratique du tressage.",
    "Le ou la titulaire du diplôme maîtrise les techniques du tressage de l'osier.",
)


@pytest.mark.parametrize("lead", LEADS)
def test_a_lead_says_what_the_diploma_is_for(lead: str) -> None:
    assert record_of(f"<p>{lead}</p>{ORDER}").description == lead


@pytest.mark.parametrize("announced", ["Le référentiel distingue plusieurs activités :", ""])
def test_a_lead_goes_on_in_a_list(announced: str) -> None:
    lead = "Le titulaire du CAP est chargé de préparer l'osier."
    middle = f"<p>{announced}</p>" if announced else ""
    items = "<ul><li>tresser des paniers</li><li>réparer des sièges</li></ul>"
    text = record_of(f"<p>{lead}</p>{middle}{items}{ORDER}").description or ""
    assert text.split("\n\n") == [
        *filter(None, (lead, announced)),
        *("- tresser des paniers", "- réparer des sièges"),
    ]


def test_trades_in_one_line_below_what_leads_to_them() -> None:
    body = "<h2>Métiers</h2><p>Premiers emplois :</p><p>Spa praticien/ne, Vannier/ère d'art</p>"
    assert trades_of(body) == ["Spa praticien/ne", "Vannier/ère d'art"]


def test_a_label_behind_a_list_of_files() -> None:
    icon, name = '<a href="a.pdf"><img alt="PDF"></a>', '<a href="a.pdf">Annexe I</a>'
    files = f"<dl><dt>{icon}</dt><dt><strong>{name}</strong></dt></dl>"
    text = "<p><strong>Conditions d'accès</strong></p><p>Après la classe de troisième.</p>"
    assert record_of(ORDER + files + text).access == "Après la classe de troisième."


def test_questions_head_what_they_ask_for() -> None:
    body = (
        "<h2>Quel est le métier préparé ?</h2><p>Le titulaire tresse l'osier.</p>"
        "<h2>Quel texte le crée ?</h2><p>3 mai 2004</p>"
    )
    record = record_of(FILES + body)
    assert record.description == "Le titulaire tresse l'osier."
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]


@pytest.mark.parametrize("tag", ["h3", "p"])
def test_the_head_of_an_order_in_the_bulletin(tag: str) -> None:
    lines = "NOR/MEN E0401234 A<br>RLR : 545-2c<br>A. du 3-5-2004. JO DU 14-5-2004<br>MEN - DGESCO"
    text = record_of(f"<{tag}>{lines}</{tag}>{FILES}").legal_texts[0]
    assert (text.date, text.nor) == ("2004-05-03", "MENE0401234A")


@pytest.mark.parametrize("level", ["(niveau V)", "(Niveau 3)"])
def test_a_level_in_brackets_in_a_heading(level: str) -> None:
    record = record_of(ORDER, f"<h1>MC</h1><h2>Vannerie</h2><h3>{level}</h3>")
    assert (record.name, record.level) == ("Vannerie", 3)


@pytest.mark.parametrize("label", ["<b>Modification :</b>", "<b>Modification</b>"])
def test_a_label_on_a_line_of_its_own_is_of_all_orders_below_it(label: str) -> None:
    first = "<p><b>Création :</b> Arrêté du 3 mai 2004</p>"
    lines = "Arrêté du 5 juin 2008 (JO du 9 juin 2008)<br>Arrêté du 7 mai 2010 (JO du 9 mai 2010)"
    expected = [FIRST, SECOND, ("2010-05-07", "modification")]
    assert orders_of(f"{first}<p>{label}<br>{lines}</p>") == expected


def test_a_rule_of_signs_below_a_line_sets_it_off() -> None:
    heads = ("Arrêtés", "Niveau", "Textes communs à tous les diplômes")
    texts = ("Arrêté de création du 3 mai 2004", "3", "Décret n° 2009-148 du 10 février 2009")
    lines = (f"{h}\n{'-' * len(h)}\n  {t}" for h, t in zip(heads, texts, strict=True))
    page = "\n\n".join(lines)
    record = record_of(f"<pre>\n{page}\n</pre>{FILES}")
    assert [(text.date, text.kind) for text in record.legal_texts] == [FIRST]


PARTS = "<p>Aimer l'osier.</p><p><{0}>Accès</{0}></p><p>Un entretien en juge.</p>"
UNKNOWN = "<p>Le vannier tresse.</p><p><{0}>Au quotidien</{0}></p><p>Il refend l'osier.</p>"


@pytest.mark.parametrize("tag", ["i", "b", "em"])
def test_lines_set_off_in_a_text_where_headings_name_the_sections(tag: str) -> None:
    body = (
        f"{ORDER}<h2>Accès</h2><p>Après la troisième.</p>"
        f"<h2>Attendus</h2>{PARTS.format(tag)}<h2>Description</h2>{UNKNOWN.format(tag)}"
    )
    record = record_of(body)
    assert record.access == "Après la troisième."
    assert record.expectations == "Aimer l'osier.\n\nAccès\n\nUn entretien en juge."
    assert record.description == "Le vannier tresse.\n\nAu quotidien\n\nIl refend l'osier."


@pytest.mark.parametrize(
    "markup",
    [
        "<h2>Attendus</h2>{}",
        "<table><tr><th>Attendus</th><td>{}</td></tr><tr><th>Accès</th><td>Libre.</td></tr></table>",
    ],
)
@pytest.mark.parametrize("mark", [".", " :"])
def test_words_before_the_paragraphs_of_a_text(markup: str, mark: str) -> None:
    lines = (f"Savoir-être{mark} Être patient.", f"Savoirs de base{mark} Lire une consigne.")
    parts = (line.partition(f"{mark} ") for line in lines)
    texts = "".join(f"<p><strong>{words}{sign}</strong>{rest}</p>" for words, sign, rest in parts)
    body = f"{ORDER}<h2>Description</h2><p>Le vannier tresse.</p>{markup.format(texts)}"
    assert record_of(body).expectations == "\n\n".join(lines)


def test_a_list_of_trades_that_is_broken_off() -> None:
    lines = "horloger/ère, tapissier/ère d'ameublement, ingénieur/e\ndu son, monteur/euse"
    trades = ["horloger/ère", "tapissier/ère d'ameublement", "ingénieur/e du son", "monteur/euse"]
    assert trades_of(f"<pre>\nMétiers :\n\n{lines}\n</pre>") == trades


@pytest.mark.parametrize("last", ["libraire", "orfèvre", "garde à cheval"])
def test_the_last_of_a_sentence_of_trades(last: str) -> None:
    body = f"<h2>Métiers</h2><p>On devient vannier/ère, monteur/euse ou {last}.</p>"
    assert trades_of(body) == ["vannier/ère", "monteur/euse", last]


def test_the_window_that_a_link_opens_in_words_that_are_divided() -> None:
    link = '<a href="a.pdf"><span>Annexe I (nou</span><span>velle fenêtre)</span></a>'
    assert [each.title for each in record_of(f"{ORDER}<p>{link}</p>").documents] == ["Annexe I"]
