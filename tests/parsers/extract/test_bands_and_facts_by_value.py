"""Labels in cells that are called banners, labels that their value decides, sentences among trades.

All pages are mock-ups.
"""

import pytest

from tests.parsers.extract.pages import record_of, record_with_facts, records_of

TEXT = "La formation est ouverte aux élèves à l'issue de la classe de troisième."
ORDER = "Arrêté du 3 mai 2004 portant création du certificat d'aptitude professionnelle Vannerie"


def _bands(*rows: tuple[str, str]) -> str:
    made = (
        f"<tr><td class=bandeau bgcolor='#dde'><b>{label}</b></td></tr>"
        f"<tr><td><p>{value}</p></td></tr>"
        for label, value in rows
    )
    return f"<table>{''.join(made)}</table>"


def test_bands_of_a_table_are_labels() -> None:
    found = record_of(_bands(("Accès", TEXT), ("Textes officiels", ORDER), ("Durée", "2 ans")))
    assert found.access == TEXT
    assert [(text.date, text.kind) for text in found.legal_texts] == [("2004-05-03", "creation")]
    assert found.duration_months == 24


def test_a_banner_above_the_page_is_no_label() -> None:
    banner = "<div class=bandeau>Textes officiels</div>"
    found = record_of(f"<p>{ORDER}</p><p>Durée : 2 ans</p>", f"{banner}<h1>CAP Vannerie</h1>")
    assert found.title == "CAP Vannerie"
    assert found.duration_months == 24


@pytest.mark.parametrize(
    "form", ["<p>{} : {}</p>", "<h3>{}</h3><p>{}</p>", "<dl><dt>{}</dt><dd>{}</dd></dl>"]
)
@pytest.mark.parametrize(
    ("label", "value", "field", "stated"),
    [
        ("Formation", "en 2 ans", "duration_months", 24),
        ("Ouverture", "session 2016", "first_session", 2016),
        ("Fermeture", "session 2021", "last_session", 2021),
        ("Début", "à partir de la session 2016", "first_session", 2016),
    ],
)
def test_the_value_says_what_a_label_is_of(
    form: str, label: str, value: str, field: str, stated: int
) -> None:
    assert getattr(record_with_facts(form.format(label, value)), field) == stated


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Formation", "en atelier et en entreprise"),
        ("Ouverture", "du lundi au vendredi, 9 h à 17 h"),
        ("Fin", "de la page 2016"),
    ],
)
def test_another_value_makes_none_of_it(label: str, value: str) -> None:
    found = record_with_facts(f"<p>{label} : {value}</p>")
    assert (found.duration_months, found.first_session, found.last_session) == (None, None, None)


@pytest.mark.parametrize(
    "line",
    [
        "Dernière session : 2004, rattrapage en 2005",
        "Dernière session : 2004 (rattrapage en 2005)",
        "Dernière session en 2004, rattrapage en 2005",
    ],
)
def test_the_session_before_a_further_try_is_the_last_one(line: str) -> None:
    found = record_with_facts(f"<p>{line}</p>")
    assert found.last_session == 2004
    told = [issue.value for issue in found.issues if issue.field == "last_session"]
    assert any("2005" in (value or "") for value in told)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le diplômé évolue vers des postes d'encadrement ou s'installe à son compte.",
        "Les emplois occupés relèvent de la mode et du cuir.",
        "Les entreprises de la plasturgie recrutent régulièrement des jeunes diplômés.",
    ],
)
def test_sentences_on_work_are_no_trades(sentence: str) -> None:
    found = record_with_facts(f"<h3>Débouchés</h3><p>{sentence}</p>")
    assert not found.trades
    assert any(issue.field == "trades" for issue in found.issues)


def test_examples_lead_to_trades() -> None:
    found = record_with_facts("<h3>Métiers</h3><p>À titre d'exemples : vannier ; rotinier</p>")
    assert [trade.label for trade in found.trades] == ["vannier", "rotinier"]


def test_a_level_on_a_line_of_its_own_is_no_acronym() -> None:
    found = record_of("<p>Code 401-31310<br>IV</p>",
                      "<h1>BMA Instruments et violons</h1>")  # fmt: skip
    assert found.acronym is None


@pytest.mark.parametrize(("letters", "acronym"), [("DATE", "DATE"), ("Date", None)])
def test_the_name_of_a_column_is_no_acronym(letters: str, acronym: str | None) -> None:
    title = "<h1>DMA<br>Décor architectural, traitement et espace</h1>"
    line = f"<p>Code 321-23003 - {letters} - niveau 5</p>"
    assert record_of(line + ORDER, title).acronym == acronym


@pytest.mark.parametrize("kind", ["notice", "alert", "callout"])
@pytest.mark.parametrize("text", ["Rénovation prévue à la rentrée 2024.", "Réforme à venir"])
def test_a_notice_below_the_title_is_no_subject(kind: str, text: str) -> None:
    notice = f"<div class='fr-{kind}'><p class='fr-{kind}__title'>{text}</p></div>"
    assert record_of(f"{notice}<p>{ORDER}</p>").title == "CAP Vannerie"


def test_a_column_of_names_of_options_is_no_title() -> None:
    table = (
        "<table><tr><th>Intitulé de l'option</th></tr><tr><td>Option A blanchisserie</td></tr>"
        "<tr><td>Option B pressing</td></tr></table>"
    )
    title = "<p align=center><b>Bac pro</b></p><p align=center><b>Entretien des textiles</b></p>"
    found = records_of(f"{table}<p>{ORDER}</p>", title)
    assert [each.name for each in found] == [
        "Entretien des textiles option A blanchisserie",
        "Entretien des textiles option B pressing",
    ]


def test_a_board_ends_where_an_order_or_a_session_begins() -> None:
    line = (
        "CPC : Arts, spectacles et médias - Créé par arrêté du 16 juillet 1987 - 1re session 1989"
    )
    assert record_of(f"<p>{line}</p>").cpc == "Arts, spectacles et médias"
    assert record_with_facts("<p>CPC : Bois - ameublement</p>").cpc == "Bois - ameublement"


def test_a_line_above_a_session_is_no_trade() -> None:
    trades = "<p><b>Les métiers</b><br>- vannier<br>- rotinier</p>"
    found = record_with_facts(f"{trades}<p><b>Session</b><br>Première session en 2025</p>")
    assert [trade.label for trade in found.trades] == ["vannier", "rotinier"]
    assert found.first_session == 2025


def test_a_sentence_on_the_predecessor_is_no_description() -> None:
    found = record_with_facts(
        "<p>Ce diplôme remplace le BEP Métiers de l'entretien, option B : rotin.</p>"
    )
    assert found.description is None
