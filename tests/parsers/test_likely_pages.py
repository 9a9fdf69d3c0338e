"""What plain pages of the site are likely to hold; all are mock-ups."""

import pytest

from schema.errors import Refused
from tests.parsers.extract.pages import record_of, records_of

ORDER = "<p>Arrêté du 3 mai 2004</p>"
FILE = "<p><a href='a.pdf'>Annexe I</a></p>"


def test_raised_letters_in_a_grid_of_bold_labels() -> None:
    facts = (("Niveau", "niveau V"), ("1<sup>re</sup> session", "2005"), ("Durée", "2 ans"))
    lines = "<br>".join(
        f"<font size=2><b>{name} :</b></font><font size=2> {value}</font>" for name, value in facts
    )
    record = record_of(f"<p>{lines}</p>{FILE}")
    assert (record.level, record.first_session, record.duration_months) == (3, 2005, 24)


def test_an_order_below_one_with_a_nor_does_not_modify() -> None:
    lines = (
        "arrêté du 12 mars 2014 - NOR : MENE1414197A",
        "arrêté modificatif du 21 novembre 2015, NOR : MENS1519749A",
        "arrêté du 11 juillet 2016 - NOR : MENS1611421A",
    )
    record = record_of("".join(f"<p>{line}</p>" for line in lines) + FILE)
    assert [order.kind for order in record.legal_texts] == [None, "modification", None]


def test_the_code_of_education_below_an_order_is_no_order() -> None:
    code = "<p><a href='https://www.legifrance.gouv.fr/codes/1'>Code de l'éducation</a></p>"
    orders = "<h3>Arrêté modificatif</h3><ul><li>Arrêté du 12 juillet 2025</li></ul>"
    record = record_of(f"<h2>Textes réglementaires</h2>{orders}{code}{FILE}")
    assert [order.date for order in record.legal_texts] == ["2025-07-12"]
    assert any(issue.value == "Code de l'éducation" for issue in record.issues)


@pytest.mark.parametrize("behind", ["", " - RNCP 37946", " – RNCP37946"])
def test_options_with_a_code_and_a_number_of_the_register(behind: str) -> None:
    heads = ("option A – signalétique (40123304)", "option B – décor peint (40123305)")
    parts = "".join(
        f"<h3>{head}{behind}</h3><p><a href={head[7]}.pdf>Annexe I</a>" for head in heads
    )
    first, second = records_of(f"<h1>BMA Arts graphiques</h1>{ORDER}{parts}")
    assert (first.code, second.code) == ("40123304", "40123305")
    assert first.rncp_codes == second.rncp_codes == (("RNCP37946",) if behind else ())


@pytest.mark.parametrize("tag", ["<tr><td>{}<td>{}</tr>", "<tr><th>{} :</th><td>{}</td></tr>"])
def test_the_last_session_before_a_supplementary_one(tag: str) -> None:
    row = tag.format("Dernière session", "2024 ; session supplémentaire : 2025")
    record = record_of(f"<table>{row}</table>{ORDER}{FILE}")
    assert record.last_session == 2024
    assert any("2025" in (issue.value or "") for issue in record.issues)


@pytest.mark.parametrize("makes", ["", " class={}"])
def test_the_label_behind_a_replaced_diploma_in_its_own_box(makes: str) -> None:
    facts = (("Première session", "2019"), ("Diplôme remplacé", "CAP 50025209"), ("CPC", "Bois"))
    boxes = "".join(
        f"<div{makes.format(f'f{n}')}><label>{name} :</label> <p>{value}</p></div>"
        for n, (name, value) in enumerate(facts)
    )
    record = record_of(f"<div>{boxes}</div>{ORDER}{FILE}")
    assert (record.cpc, record.replaces, record.first_session) == ("Bois", ("50025209",), 2019)


def test_a_replaced_diploma_and_its_labels_in_one_box() -> None:
    box = "<div>Diplôme remplacé :<p>CAP Osier</p><p>CPC : Bois</p></div>"
    assert record_of(f"{box}{ORDER}{FILE}").cpc is None


@pytest.mark.parametrize("name", ["Grille horaire", "Tableau de correspondance", "Horaires"])
def test_a_page_of_hours_beside_an_annex_of_the_same_series(name: str) -> None:
    def titles(*names: str) -> list[str]:
        links = "".join(f"<p><a href=v/v{n}.htm>{each}</a></p>" for n, each in enumerate(names))
        return [document.title for document in record_of(ORDER + links).documents]

    annex = "Référentiel de certification"
    assert titles(annex, name) == [annex, name]
    assert titles(annex, "Le métier") == [annex]


@pytest.mark.parametrize("verb", ["consulter", "Télécharger"])
def test_pages_that_the_cell_before_the_link_names(verb: str) -> None:
    names = ("Annexe I a - référentiel des activités", "Règlement d'examen", "Horaires")
    rows = "".join(
        f"<tr><td>{name}</td><td><a href=v/v{n}.htm>{verb}</a></td></tr>"
        for n, name in enumerate(names)
    )
    head = "<tr><th>Titre</th><th>Format</th></tr>"
    record = record_of(f"{ORDER}<table>{head}{rows}</table>")
    assert [document.title for document in record.documents] == [*names]


@pytest.mark.parametrize("order", ["portant création", "modifiant l'arrêté portant création"])
def test_orders_that_name_the_diploma_with_their_journal_are_no_list(order: str) -> None:
    days = ("8 avril 2011", "30 mai 2013", "21 mai 2016")
    lines = "".join(
        f"<li>Arrêté du {day} {order} du CAP Vannerie - Journal officiel du {day}</li>"
        for day in days
    )
    assert len(record_of(f"<ul>{lines}</ul>{FILE}").legal_texts) == len(days)


@pytest.mark.parametrize(
    ("label", "months"),
    [
        ("2 ans en apprentissage ou en formation continue", 24),
        ("1 an après le diplôme requis", 12),
    ],
)
def test_durations_by_ways_of_training(label: str, months: int) -> None:
    assert record_of(f"<p>Durée : {label}</p>{ORDER}{FILE}").duration_months == months


def test_a_lead_says_which_persons_the_diploma_is_for() -> None:
    lead = "Le CAP est destiné aux personnes qui souhaitent travailler en atelier."
    assert record_of(f"<div><p>{lead}</p></div>{ORDER}{FILE}").description == lead


@pytest.mark.parametrize("fewer", [1, 2])
def test_numbered_files_behind_the_last_option_are_its_own(fewer: int) -> None:
    def part(letter: str, count: int) -> str:
        links = (f"<p><a href=x_{letter}_annexe{n}.pdf>Annexe {n}</a></p>" for n in range(count))
        return f"<h3>option {letter} : cuir {letter}</h3>" + "".join(links)

    body = part("A", fewer) + part("B", 3)
    first, second = records_of(ORDER + body, "<h1>BTS Vannerie</h1>")
    assert (len(first.documents), len(second.documents)) == (fewer, 3)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Classe de seconde : famille des métiers de l'alimentation</p>" + ORDER,
        "<p>Famille de métiers : métiers de l'alimentation</p>" + ORDER,
        "<p>Arrêté du 3 mai 2004<br>note de service n° 2021-095 du 28/4/2021 relative au CCF</p>",
    ],
)
def test_a_line_on_the_diploma_below_its_title_is_no_other_subject(line: str) -> None:
    record = record_of(f"{line}{FILE}", "<h1>Bac pro Vannerie</h1>")
    assert [order.date for order in record.legal_texts] == ["2004-05-03"]


@pytest.mark.parametrize("and_annexes", [" et annexes", " et ses annexes", ""])
def test_an_order_with_its_annexes(and_annexes: str) -> None:
    line = f"<p><a href=o.pdf>Arrêté{and_annexes} du 20 mars 2007</a> - MENE0729061A</p>"
    (order,) = record_of(f"{line}{FILE}").legal_texts
    assert (order.date, order.nor) == ("2007-03-20", "MENE0729061A")


SINCE = ("à compter de la session 2005", "session 2005 et suivantes", "à partir de la session 2005")


@pytest.mark.parametrize("since", SINCE)
def test_sessions_between_two_versions_are_not_the_diplomas(since: str) -> None:
    rows = (
        ("Arrêté du 8 juillet 2003", "jusqu'à la session 2004"),
        ("Arrêté du 25 novembre 2004 modifiant l'arrêté du 8 juillet 2003", since),
    )
    cells = "".join(f"<tr><td>{order}</td><td>{session}</td></tr>" for order, session in rows)
    record = record_of(f"<table><tr><th>Arrêté<th>Application</tr>{cells}</table>{FILE}")
    assert (record.first_session, record.last_session) == (None, None)
    assert {issue.field for issue in record.issues} >= {"first_session", "last_session"}


def test_a_session_beside_the_version_of_a_predecessor_is_the_first() -> None:
    head = f"<h2>Référentiel applicable à partir de la session 2005</h2>{ORDER}{FILE}"
    rest = "<p>Le référentiel en vigueur jusqu'à la session 2004 reste consultable.</p>"
    assert record_of(head + rest).first_session == 2005


@pytest.mark.parametrize("lead", ["Voir la ", "Pour mémoire : ", ""])
def test_the_last_session_of_a_former_version(lead: str) -> None:
    line = (
        f"<p>{lead}<a href=a.html>version précédente du diplôme</a> (dernière session : 2008)</p>"
    )
    record = record_of(ORDER + FILE + line)
    assert record.last_session is None
    assert any("2008" in (issue.value or "") for issue in record.issues)


LEADS = ("Le titulaire de ce diplôme est capable de :", "Ce professionnel sait notamment :")


@pytest.mark.parametrize("trades", ["", "<h2>Exemples de métiers</h2><ul><li>vannier</li></ul>"])
@pytest.mark.parametrize("lead", LEADS)
def test_tasks_below_the_trade_describe_it(lead: str, trades: str) -> None:
    text = f"<h2>Le métier</h2><p>{lead}</p><ul><li>tresser l'osier</li><li>vendre</li></ul>"
    record = record_of(f"{ORDER}{text}{trades}{FILE}")
    assert record.description == f"{lead}\n\n- tresser l'osier\n\n- vendre"
    assert len(record.trades) == bool(trades)


def test_a_task_at_a_post_describes_the_trade() -> None:
    text = "Le titulaire est chargé de tresser l'osier, à un poste de technicien ou d'encadrement."
    record = record_of(f"{ORDER}<h2>Le métier</h2><p>{text}</p>{FILE}")
    assert (record.description, record.trades) == (text, ())


def test_both_forms_of_a_trade_are_one() -> None:
    line = "Conducteur routier ou conductrice routière, Téléconseiller ou téléconseillère, Vannier"
    record = record_of(f"{ORDER}<h2>Métiers</h2><p>{line}</p>{FILE}")
    assert [trade.id for trade in record.trades] == [
        "conducteur-routier", "teleconseiller", "vannier",
    ]  # fmt: skip


NEWS = "<p>L'arrêté du 2 juin 2020 vient de paraître. La première session aura lieu en 2024.</p>"
OTHERS = {
    "renewed": f"<h1>CAP Vannerie : le diplôme rénové à la rentrée 2022</h1>{NEWS}",
    "new": f"<h1>Un nouveau CAP Vannerie à la rentrée 2022</h1>{NEWS}<p>Code : 500-23438</p>",
    "ccf": f"<h1>CAP Vannerie - Mise en œuvre du CCF</h1>{ORDER}<a href=g.pdf>Grille EP1</a>",
    "letter": "<h1>CAP : lettre V</h1>" + ORDER + FILE,
    "decree": "<h1>Décret n° 2016-1037 du 28 juillet 2016 : CAP</h1><p>Article 1er. - …</p>",
    "collection": f"<h1>Collection Métiers : BTS Vannerie</h1>{ORDER}<a href=e.pdf>Extrait</a>",
}


@pytest.mark.parametrize("page", OTHERS)
def test_pages_on_something_else_of_a_diploma_are_refused(page: str) -> None:
    with pytest.raises(Refused):
        record_of(OTHERS[page], "")


def test_orders_of_a_former_version_of_the_texts_are_the_diplomas() -> None:
    body = (
        "<h2>À compter de la session 2005</h2><p>Arrêté du 27 mai 2004 modifiant l'arrêté du "
        "8 juillet 2003</p><h2>Ancienne version (jusqu'à la session 2004)</h2>"
        f"<p>Arrêté du 8 juillet 2003 portant création du CAP Vannerie</p>{FILE}"
    )
    record = record_of(body)
    made = {order.date: order.kind for order in record.legal_texts}
    assert made == {"2004-05-27": "modification", "2003-07-08": "creation"}
    assert (record.first_session, record.replaces) == (None, ())


def test_a_first_session_above_the_part_of_a_predecessor() -> None:
    own = "<h2>À partir de la session 2020</h2><p>Arrêté du 4 mars 2018 portant création</p>" + FILE
    former = "<h2>Jusqu'à la session 2019</h2><p>Arrêté du 4 mars 2003</p><a href=o.pdf>Annexe</a>"
    for body in (own + former, former + own):
        assert record_of(body).first_session == 2020


@pytest.mark.parametrize("kind", ["modifiant le précédent", "modificatif"])
def test_the_session_in_the_row_of_a_change_is_not_the_first(kind: str) -> None:
    rows = (
        ("Arrêté du 8 juillet 2003 portant création", "à partir de la session 2005"),
        (f"Arrêté du 30 juin 2006 {kind}", "à partir de la session 2007"),
    )
    for first, expected in ((0, 2005), (1, None)):
        cells = "".join(
            f"<tr><td>{order}</td><td>{since}</td></tr>" for order, since in rows[first:]
        )
        record = record_of(f"<table><tr><th>Arrêté<th>Application</tr>{cells}</table>{FILE}")
        assert record.first_session == expected


@pytest.mark.parametrize(
    "journal", ["B.O. n° 16 du", "BOEN n° 16 du", "JO du", "Journal officiel du"]
)
@pytest.mark.parametrize("between", ["<br>", " ", ", "])
def test_a_journal_ends_the_name_that_an_order_makes(journal: str, between: str) -> None:
    line = (
        f"Arrêté du 15 juillet 2003 portant création du CAP Vannerie{between}{journal} "
        "3 août 2003, modifié par les arrêtés du 26 décembre 2006 - JO du 6 janvier 2007 et "
        "BO n° 2 du 11 janvier 2007 et du 4 mai 2009"
    )
    orders = record_of(f"<p>{line}</p>{FILE}").legal_texts
    assert [(order.date, order.kind) for order in orders] == [
        ("2003-07-15", "creation"), ("2006-12-26", "modification"), ("2009-05-04", "modification"),
    ]  # fmt: skip


TABLES = ("<td><b>{}</b></td>", "<th colspan=2>{}</th>", "<td colspan=2><b>{}</b></td>")


@pytest.mark.parametrize("cell", TABLES)
@pytest.mark.parametrize("type_words", ["<b>CAP</b><br>Spécialité<br><b>VANNERIE</b>", ""])
def test_the_former_and_the_present_diploma_above_units_are_no_options(
    cell: str, type_words: str
) -> None:
    heads = (
        "CAP Vannerie défini par l'arrêté du 20 juillet 1999<br>(dernière session 2006)",
        "CAP Vannerie défini par l'arrêté du 3 mai 2004<br>(première session 2007)",
    )
    row = "".join(map(cell.format, heads))
    units = "<tr><td>EP1 - Étude</td><td>UP1</td><td>EP1 - Étude</td><td>UP1</td></tr>"
    body = f"{ORDER}{FILE}<p><b>Correspondance des épreuves</b></p><table><tr>{row}</tr>{units}"
    title = f"<center>{type_words}</center>" if type_words else "<h1>CAP Vannerie</h1>"
    record = record_of(f"{body}</table>", title)
    assert [order.date for order in record.legal_texts] == ["2004-05-03"]
    assert record.last_session is None


def test_a_lead_above_an_empty_section_describes_the_diploma() -> None:
    lead = "Le titulaire du CAP Vannerie a pour mission de tresser l'osier et de le vendre."
    facts = "<h2>Le diplôme en bref</h2><ul><li>Code : 500-23438</li></ul>"
    assert record_of(f"<p>{lead}</p>{facts}{ORDER}{FILE}").description == lead


def test_a_last_stop_that_is_missing_makes_no_trades_of_a_text() -> None:
    text = "Le titulaire tresse l'osier. Il vend ses paniers et veille à la propreté des lieux"
    record = record_of(f"<h2>Le métier</h2><p>{text}</p>{ORDER}{FILE}")
    assert (record.description, record.trades) == (text, ())


def test_a_duration_behind_another_diploma() -> None:
    line = "<p>Durée : 1 an (après un autre CAP ou un bac)</p>"
    assert record_of(line + ORDER + FILE).duration_months == 12
    line = "<p>Durée : 2 ans (1 an après un CAP)</p>"
    assert record_of(line + ORDER + FILE).duration_months is None


@pytest.mark.parametrize("words", ["PDF", "Télécharger", "Ouvrir", "pdf"])
def test_a_page_that_a_bare_link_opens_is_the_annex_before_it(words: str) -> None:
    names = ("Annexe I - Référentiel des activités", "Annexe II - Règlement d'examen")
    lines = "<br>".join(f"{name} <a href=d/0{n}_x.htm>{words}</a>" for n, name in enumerate(names))
    record = record_of(f"{ORDER}<p>{lines}</p>")
    assert [document.title for document in record.documents] == [*names]


def test_a_page_and_a_file_of_one_name() -> None:
    item = "<li>{0} : <a href=v/{1}.htm>pdf</a> - <a href=v/{1}.rtf>rtf</a></li>"
    items = item.format("Règlement d'examen", "Reglement") + item.format("Lexique", "Lexique")
    record = record_of(f"{ORDER}<ul>{items}</ul>")
    assert [document.url.rpartition("/")[2] for document in record.documents] == [
        "Reglement.htm", "Reglement.rtf", "Lexique.htm", "Lexique.rtf",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Annexes", "Documents"])
def test_a_menu_that_is_called_annexes_holds_them(name: str) -> None:
    links = "".join(
        f"<span><a href='d/c-{n}-9{n}.htm'>Annexe {n} - Épreuves</a></span> " for n in (1, 2)
    )
    record = record_of(f"{ORDER}{FILE}<nav aria-label='{name}'>{links}</nav>")
    assert len(record.documents) == (3 if name == "Annexes" else 1)


def test_the_number_of_an_order_goes_to_that_of_its_year() -> None:
    line = (
        "L'arrêté du 17 mars 2006 est abrogé et remplacé par l'arrêté du 10 avril 2020, NOR "
        "MENE2002398A, JO du 3 mai 2020"
    )
    orders = record_of(f"<p>{line}</p>{FILE}").legal_texts
    assert {order.date: order.nor for order in orders} == {
        "2006-03-17": None, "2020-04-10": "MENE2002398A",
    }  # fmt: skip


@pytest.mark.parametrize("lead", ["A", "CAP Vannerie : a"])
@pytest.mark.parametrize("behind", ["<br>Modification : ", " ; BO n° 16, modifié par l'"])
def test_a_number_on_the_line_below_its_order(lead: str, behind: str) -> None:
    line = (
        f"{lead}rrêté du 7 mai 1990<br>NOR : MENE9032162A{behind}arrêté du 12 janvier 1999<br>"
        "NOR : MENE9900518A"
    )
    orders = record_of(f"<p>{line}</p>{FILE}").legal_texts
    assert [(order.date, order.nor) for order in orders] == [
        ("1990-05-07", "MENE9032162A"), ("1999-01-12", "MENE9900518A"),
    ]  # fmt: skip


def test_a_grid_of_two_labels_that_are_both_known() -> None:
    grid = (
        "<span class=l>Commission professionnelle consultative</span><span class=v>Bois</span>"
        "<span class=l>{}</span><span class=v>37240</span>"
    )
    record = record_of(f"<div>{grid.format('Code RNCP')}</div>{ORDER}{FILE}")
    assert (record.cpc, record.rncp_codes) == ("Bois", ("RNCP37240",))


@pytest.mark.parametrize("first", ["Accueil", "Retour à la liste", "Sommaire"])
def test_a_line_of_links_at_the_end_is_no_part_of_a_text(first: str) -> None:
    menu = (
        f"<p><a href=../i.html>{first}</a> | <a href=cap.html>CAP</a> | <a href=bp.html>BP</a></p>"
    )
    record = record_of(f"{ORDER}{FILE}<h2>Conditions d'accès</h2><p>Sur dossier.</p><hr>{menu}")
    assert (record.access, record.access_diplomas) == ("Sur dossier.", ())
    # a way back alone is boilerplate, wherever it stands
    is_told = f"{first} | CAP | BP" in {issue.value for issue in record.issues}
    assert is_told != first.startswith("Retour")


def test_a_year_before_a_label_in_a_list_of_events() -> None:
    item = "2004 – Diplôme remplacé : CAP Osier, code 50025407 – "
    page = "https://www.legifrance.gouv.fr/eli/arrete/2004/5/3/MENE0428295A/jo/texte"
    order = f"<a href='{page}'>Arrêté du 3 mai 2004</a>"
    record = record_of(f"<ul><li>{item}{order}</li><li>2005 – 1re session</li></ul>{FILE}")
    assert [text.nor for text in record.legal_texts] == ["MENE0428295A"]
    assert (record.replaces, record.first_session) == (("50025407",), 2005)
