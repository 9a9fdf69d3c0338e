"""Facts that a sign of equality, no mark at all, or an element of its own sets apart."""

import pytest

from schema.issues import IssueCode
from tests.parsers.extract.pages import ORDER, record_of, records_of

FILES = "<ul><li><a href=v/a.pdf>Annexe I</a></li></ul>"


@pytest.mark.parametrize(
    "form", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<p>CPC : Industrie<br>{}</p>", "<td>{}</td>"]
)
@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Code = 500-24122 S", "code", "50024122"),
        ("Première session = session 2011", "first_session", 2011),
        ("Dernière session = 2024", "last_session", 2024),
        ("Fiche RNCP = n° 38391", "rncp_codes", ("RNCP38391",)),
        ("Remplace = 500-24121", "replaces", ("50024121",)),
        ("Niveau = V", "level", 3),
        ("État = En vigueur", "status", "in_force"),
        ("Validité = abrogé", "status", "repealed"),
        # no label, and no fact
        ("Une unité = une semaine, et session = 2011 ou non", "first_session", None),
    ],
)
def test_a_sign_of_equality_leads_from_a_label_to_its_value(
    form: str, text: str, field: str, value: object
) -> None:
    body = form.format(text)
    body = f"<table><tr>{body}</tr></table>" if body.startswith("<td") else body
    assert getattr(record_of(body + ORDER), field) == value


@pytest.mark.parametrize(
    ("label", "value", "field", "read"),
    [
        ("Niveau reconnu", "4", "level", 4),
        ("Niveau officiel", "niveau 4", "level", 4),
        ("Niveau attribué", "IV", "level", 4),
        ("Niveau CNCP", "4 (ex IV)", "level", 4),
        ("Diplôme de niveau", "Niveau 4", "level", 4),
        ("Certification RNCP", "38391", "rncp_codes", ("RNCP38391",)),
        ("France compétences (RNCP)", "n° 38391", "rncp_codes", ("RNCP38391",)),
        ("RNCP n°", "n° 38391", "rncp_codes", ("RNCP38391",)),
        ("Sigle officiel", "VAN", "acronym", "VAN"),
        ("En abrégé", "VAN", "acronym", "VAN"),
        ("Validité", "est en vigueur", "status", "in_force"),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "<p>{} : {}</p>",
        "<p>{} – {}</p>",
        "<dl><dt>{}</dt><dd>{}</dd></dl>",
        "<table><tr><th>{}</th><td>{}</td></tr></table>",
    ],
)
def test_labels_of_level_number_and_acronym(
    form: str, label: str, value: str, field: str, read: object
) -> None:
    if "–" in form and (field in {"acronym", "status"} or not label.startswith(("Niv", "RNCP"))):
        return  # no label where a dash may go on about what is before it
    title = "<h1>Mention complémentaire Vannerie</h1>"
    assert getattr(record_of(form.format(label, value) + ORDER, title), field) == read


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("<p>Diplôme de niveau V de la nomenclature de 1969.</p>", 3),
        ("<p>Niveau IV (ancienne nomenclature)</p>", 4),
        ("<p>Formation de niveau 3 en 1 an.</p>", 3),
        ("<p>Diplôme du ministère de l'éducation nationale, niveau 4.</p>", 4),
        ("<p>On accède en un an à ce diplôme de niveau 4 (baccalauréat).</p>", 4),
        ("<p><span class=b>Niveau 3</span> <span class=b>1 an</span></p>", 3),
        ("<p>On y accède en un an, avec un diplôme de niveau 3 (CAP).</p>", None),
        ("<p>Diplôme du ministère de la culture, puis niveau 4 requis.</p>", None),
        ("<h2>Accès</h2><p>Diplôme de niveau 4</p>", None),
    ],
)
def test_a_level_in_other_sentences_and_in_badges(body: str, level: int | None) -> None:
    title = "<h1>Mention complémentaire Vannerie</h1>"
    assert record_of(f"{body}<h2>Textes</h2>{ORDER}", title).level == level


@pytest.mark.parametrize(
    ("body", "acronym"),
    [
        ("<p>Diplôme connu sous le sigle VOR.</p>", "VOR"),
        ("<p>Le sigle « VOR » désigne ce diplôme dans les textes.</p>", "VOR"),
        ("<p>Sigle usuel : « VOR »</p>", "VOR"),
        ("<p>Sigle du diplôme : VOR – Niveau V</p>", "VOR"),
        ("<p>Sigle : VOR | Secteur d'activité : Arts</p>", "VOR"),
        ("<p>Sigle connu : aucun</p>", None),
        ("<p>Le sigle de la page change.</p>", None),
    ],
)
def test_an_acronym_in_sentences_quotes_and_before_other_facts(
    body: str, acronym: str | None
) -> None:
    assert record_of(body + ORDER).acronym == acronym


@pytest.mark.parametrize(
    ("title", "acronym"),
    [
        ("<h1>CAP Vannier (VAN)</h1>", "VAN"),
        ("<h1>CAP</h1><h2>Tonnelier (TONN)</h2>", "TONN"),
        ("<h1>CAP Vannerie (IOM)</h1>", None),
        ("<h1>CAP Bois (BOIS)</h1>", None),
    ],
)
def test_the_beginning_of_a_name_s_word_in_brackets_is_its_acronym(
    title: str, acronym: str | None
) -> None:
    assert record_of(ORDER, title).acronym == acronym


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Spécialité en vigueur", "in_force"),
        ("Mention complémentaire toujours en vigueur", "in_force"),
        ("Ce diplôme, en vigueur, succède au CAP Osier.", "in_force"),
        ("Ce diplôme, en vigueur depuis la session 2006, succède au CAP Osier.", "in_force"),
        ("Validité : diplôme ouvert et en vigueur", "in_force"),
        ("Validité : jusqu'au 31 août 2027", "unknown"),
        ("Spécialité entrée en vigueur avec les textes", "unknown"),
    ],
)
def test_in_force_in_other_words(text: str, status: str) -> None:
    assert record_of(f"<p>{text}</p>{ORDER}{FILES}").status == status


def test_facts_behind_a_whole_number_without_a_mark() -> None:
    page = record_of(
        "<p>CFD : 500-24122 S\nEst remplacé par le 50024125<br>"
        "Dernière session d'examen : 2025\n<a href=v/b.pdf>Diplôme créé par l'arrêté du 3 mai 2004"
        "</a></p>"
    )
    assert (page.code, page.replaced_by, page.last_session) == ("50024122", ("50024125",), 2025)
    assert [(text.date, text.kind) for text in page.legal_texts] == [("2004-05-03", "creation")]
    assert record_of("<p>Dernière session : 2025 Bordeaux</p>" + ORDER).last_session == 2025


def test_a_sentence_behind_a_session_without_a_mark() -> None:
    body = "<p>Année de la première session : 2019\nLa dernière session est celle de 2025.</p>"
    page = record_of(body + ORDER)
    assert (page.first_session, page.last_session) == (2019, 2025)


@pytest.mark.parametrize("mark", ["–", "-", ":"])
def test_a_predecessor_behind_a_dash_is_no_code_of_its_own(mark: str) -> None:
    page = record_of(f"<p>Prédécesseur {mark} 500-24121 S</p>{ORDER}")
    assert (page.code, page.replaces) == (None, ("50024121",))
    page = record_of(f"<p>Successeur {mark} 500-24125 S</p>{ORDER}")
    assert (page.code, page.replaced_by) == (None, ("50024125",))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Niveau 5, 2 ans de formation", 24),
        ("Niveau 3 – Durée 2 ans", 24),
        ("Formation de niveau 3 en 1 an.", 12),
        ("Le diplôme se prépare habituellement en un an, sous statut scolaire.", 12),
        ("Cycle de formation de 24 mois", 24),
        ("Deux ans de formation", 24),
        ("Deux ans d'études", 24),
        ("Deux ans de préparation en lycée professionnel ou en CFA.", 24),
        ("Préparation : 2 ans, voie scolaire ou apprentissage", 24),
        ("La durée du cycle de préparation est fixée à deux ans.", 24),
        ("La durée normale de la formation est de 2 ans.", 24),
        ("Ce diplôme est de niveau IV ; la formation dure deux ans.", 24),
        ("La formation, d'une durée de deux ans, conduit à un diplôme de niveau 3.", 24),
        ("On accède en deux ans à ce diplôme.", 24),
        ("<span class=t>CAP</span> <span class=t>Niveau 3</span> <span class=t>2 ans</span>", 24),
        ("Deux ans de pratique professionnelle", None),
        ("La durée de l'épreuve est de 2 heures.", None),
        ("On accède en deux ans au BTS.", None),
        ("La période de formation en entreprise dure trois mois.", None),
    ],
)
def test_a_duration_in_other_sentences(text: str, months: int | None) -> None:
    assert record_of(f"<p>{text}</p>{ORDER}").duration_months == months


@pytest.mark.parametrize(
    ("text", "cpc", "sector"),
    [
        ("Commission professionnelle consultative « Arts appliqués »", "Arts appliqués", None),
        ("Diplôme relevant de la commission professionnelle consultative « Arts appliqués ».",
         "Arts appliqués", None),
        ("Niveau V, CPC « Arts appliqués »", "Arts appliqués", None),
        ("CPC de rattachement : Arts appliqués", "Arts appliqués", None),
        ("Ce diplôme appartient au secteur « Arts du bois ».", None, "Arts du bois"),
        ("Secteur d'activité : Arts du bois", None, "Arts du bois"),
        ("Secteur : Arts du bois | Rythme : alternance", None, "Arts du bois"),
        ("Le BTS Bois relève de la CPC « Industrie ».", None, None),
        ("Ce secteur recrute, dit la revue « Arts du bois ».", None, None),
    ],
)  # fmt: skip
def test_commission_and_sector_in_quotes(text: str, cpc: str | None, sector: str | None) -> None:
    page = record_of(f"<p>{text}</p>{ORDER}")
    assert (page.cpc, page.sector) == (cpc, sector)


def test_rows_of_several_labels_each_in_front_of_its_value() -> None:
    row = "<tr><th>{}</th><td>{}</td><th>{}</th><td>{}</td></tr>"
    facts = row.format("Code", "500-24122 S", "Statut", "en vigueur")
    facts += row.format("Vient en remplacement de", "50024121", "Durée", "2 ans")
    page = record_of(f"<table>{facts}</table>{ORDER}")
    assert (page.code, page.status, page.duration_months) == ("50024122", "in_force", 24)
    named = "<tr><th>Code<th>Niveau</tr><tr><td>500-24122 S<td>3</tr>"
    assert record_of(f"<table>{named}</table>{ORDER}").code == "50024122"


@pytest.mark.parametrize("label", ["Commission professionnelle consultative", "Secteur"])
@pytest.mark.parametrize(
    "form", ["<p><b>{}</b></p>{}", "<p>{}</p>{}", "<table><tr><td><p>{}</p>{}</td></tr></table>"]
)
def test_a_commission_above_the_title_is_no_label_of_it(form: str, label: str) -> None:
    title = "<p align=center><b>CAP Vannerie</b></p>"
    facts = "<dl><dt>Code</dt><dd>500-24122</dd><dt>1re session</dt><dd>2006</dd></dl>"
    page = record_of(facts + FILES, form.format(label, title))
    assert (page.title, page.cpc, page.first_session) == ("CAP Vannerie", None, 2006)


@pytest.mark.parametrize(
    "line",
    [
        "Ministère de l'éducation nationale",
        "Espace documentaire",
        "Direction des lycées - Bureau des diplômes professionnels",
    ],
)
def test_a_commission_above_the_ministry_is_no_label_of_it(line: str) -> None:
    head = f"<p>Commission professionnelle consultative</p><p>{line}</p><p>Rubrique : textes</p>"
    title = "<p align=center><b>CAP Vannerie</b></p><p>Niveau du diplôme : niveau 3"
    page = record_of(f"<blockquote>{ORDER}{FILES}</blockquote>", head + title)
    assert (page.title, page.cpc, page.level) == ("CAP Vannerie", None, 3)


@pytest.mark.parametrize("bullet", ["·", "-", "•"])
def test_labels_behind_a_bullet_and_before_a_dash(bullet: str) -> None:
    facts = ("Code de la formation-diplôme – 50024122S", "Diplôme remplacé – 50024121S",
             "Identifiant RNCP – n° 36340")  # fmt: skip
    body = "".join(f"<p>{bullet} {fact}</p>" for fact in facts)
    page = record_of(body + FILES)
    assert (page.code, page.replaces) == ("50024122", ("50024121",))
    assert page.rncp_codes == ("RNCP36340",)


def test_a_commission_above_its_name_is_a_label() -> None:
    body = "<p><b>Commission professionnelle consultative</b></p><p>Arts appliqués</p>"
    assert record_of(body + ORDER).cpc == "Arts appliqués"


def test_an_order_of_another_diploma_behind_a_lead() -> None:
    for lead in ("À noter", "Pour information", "Pour mémoire", "NB"):
        other = f"<p>{lead} : arrêté du 5 mars 2019 portant création du BTS Géologie appliquée</p>"
        page = record_of(ORDER + other)
        assert [text.date for text in page.legal_texts] == ["2004-05-03"]
        assert any(issue.field == "legal_texts" for issue in page.issues)
    own = "<p>À noter : arrêté du 5 mars 2019 modifiant l'arrêté de création du CAP Vannerie</p>"
    assert [text.date for text in record_of(ORDER + own).legal_texts] == [
        "2004-05-03",
        "2019-03-05",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Dernière modification : arrêté du 8 janvier 2022<br>NOR : MENE2200123A</p>",
        "<p><a href=https://www.legifrance.gouv.fr/x>Dernière modification : arrêté du "
        "8 janvier 2022</a><br>N.O.R. MENE2200123A</p>",
        "<ul><li>Dernière modification : arrêté du 8 janvier 2022 - NOR : MENE2200123A</li></ul>",
    ],
)
def test_a_number_below_an_order_that_a_date_s_label_leads_to(line: str) -> None:
    page = record_of(
        f"<p>Arrêté du 20 novembre 2020 (création)</p>{line}"
        "<p>Arrêté modificatif du 17 juillet 2023</p>"
    )
    assert [(text.date, text.kind, text.nor) for text in page.legal_texts] == [
        ("2020-11-20", "creation", None),
        ("2022-01-08", "modification", "MENE2200123A"),
        ("2023-07-17", "modification", None),
    ]


def test_the_date_of_a_page_is_no_order() -> None:
    page = record_of(f"{ORDER}<p>Dernière modification : 8 janvier 2022</p>")
    assert [text.date for text in page.legal_texts] == ["2004-05-03"]


def test_the_day_of_a_page_behind_several_words_is_no_order() -> None:
    order = "<p><a href=v/o.pdf>Réglementation : arrêté du 3 mai 2004</a></p>"
    foot = "<hr><small>Maquette d'essai - aucune valeur officielle. - © Ministère de l'éducation "
    foot += "nationale - 04/11/2010"
    files = "<blockquote><a href=v/a.pdf>Unités constitutives</a> (pdf)</blockquote>"
    page = record_of(f"{order}{files}{foot}")
    assert [text.date for text in page.legal_texts] == ["2004-05-03"]


def test_a_number_and_the_next_order_in_one_line() -> None:
    page = record_of(
        "<p>Texte de référence : arrêté du 28 juillet 1997<br>"
        "NOR : MENE9700123A Modifications apportées par l'arrêté du 3 avril 2001</p>"
    )
    assert [(text.date, text.kind, text.nor) for text in page.legal_texts] == [
        ("1997-07-28", None, "MENE9700123A"),
        ("2001-04-03", "modification", None),
    ]


@pytest.mark.parametrize(
    ("body", "orders"),
    [
        ("<p>Référentiel défini par l'arrêté du 3 mai 2004 modifié (dernière modification : arrêté "
         "du 2 juin 2015).</p>", [("2004-05-03", None), ("2015-06-02", "modification")]),
        ("<h2>Textes</h2><p>Arrêté du 3 mai 2004 - J.O. du 28 mai 2004  La liste complète figure "
         "dans l'index.</p>", [("2004-05-03", None)]),
        ("<h2>Textes</h2><p>Arrêté du 3 mai 2004</p>"
         "<p><a href=v/r.pdf>Référentiel, version du 12 mars 2018</a></p>", [("2004-05-03", None)]),
        ("<p>A du 3-5-2004, JO du 24-05-2004</p><p>modifié par A du 14-02-2010, JO du 28-02-2010"
         "</p>", [("2004-05-03", None), ("2010-02-14", "modification")]),
        ("<p>Épreuve définie par l'arrêté du 3 mai 2004.</p><p>Arrêté du 5 mai 2004</p>",
         [("2004-05-05", None)]),
    ],
)  # fmt: skip
def test_orders_beside_words_that_look_like_their_effects(
    body: str, orders: list[tuple[str, str | None]]
) -> None:
    assert [(text.date, text.kind) for text in record_of(body).legal_texts] == orders


def test_a_level_in_a_table_in_capitals() -> None:
    rows = "<tr><td><b>{}</b></td><td>{}</td></tr>"
    facts = [("NIVEAU", "3 (ANCIEN NIVEAU V)"), ("ARRETE DE CREATION", "ARRETE DU 3 MAI 2004")]
    table = "".join(rows.format(*fact) for fact in facts)
    documents = rows.format("DOCUMENTS", "<a href=v/a.pdf>GRILLES D'EVALUATION</a>")
    title = "<tr><td colspan=2><b>C.A.P.<br>VANNERIE</b></td></tr>"
    page = record_of(f"<table border=1>{title}{table}{documents}</table>", "")
    assert (page.title, page.level) == ("C.A.P. VANNERIE", 3)
    assert [text.date for text in page.legal_texts] == ["2004-05-03"]


def test_options_keep_an_order_between_their_facts() -> None:
    codes = "<p>Option A : cuir - code : 500-24122</p><p>Option B : osier - code : 500-24123</p>"
    found = records_of(codes + ORDER)
    assert [page.code for page in found] == ["50024122", "50024123"]
    assert all(not any(i.issue == IssueCode.CONFLICTING_VALUES for i in p.issues) for p in found)
