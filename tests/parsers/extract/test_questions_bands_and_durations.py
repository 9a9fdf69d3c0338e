"""Questions as headings, bands of a page, durations in sentences. All pages are mock-ups."""

import pytest

from schema.issues import IssueCode
from schema.lexicon import Lexicon
from tests.parsers.extract.pages import ORDER, record_of, trades_of

QUESTIONS = {
    "Quels métiers puis-je exercer ?": "trades",
    "Puis-je poursuivre mes études ?": "further_study",
    "Quelles conditions faut-il remplir pour s’inscrire ?": "access",
    "Quelles qualités sont attendues à l'entrée en formation ?": "expectations",
    "Sur quels arrêtés s'appuie ce diplôme ?": "legal_texts",
    "Quels textes réglementent ce diplôme ?": "legal_texts",
    "5 Quels métiers peut-on exercer ?": "trades",
    "3. Comment accéder à ce diplôme ?": "access",
}
OTHERS = ("Où se former ?", "Que faut-il retenir ?", "Puis-je entrer en apprentissage ?")


@pytest.mark.parametrize("question", [*QUESTIONS, *OTHERS])
def test_a_question_is_the_label_of_the_field_that_all_its_words_are_about(question: str) -> None:
    entry = Lexicon.packaged().lookup(question)
    assert (entry.field if entry else None) == QUESTIONS.get(question)


DURATIONS = (
    ("La formation dure 2 ans et comporte des périodes en entreprise.", 24),
    ("La formation se déroule sur trois ans.", 36),
    ("La formation s'effectue en 12 mois.", 12),
    ("Cette formation a une durée de deux ans.", 24),
    ("Ce diplôme se prépare en deux ans.", 24),
    ("Ce diplôme de niveau 3 se prépare en 2 ans.", 24),
    ("Il se prépare en deux ans.", 24),
    ("Se prépare en deux ans.", 24),
    ("La formation dure 1 an pour les titulaires d'un diplôme de niveau 4.", None),
    ("La formation en entreprise dure 12 semaines.", None),
    ("Une formation complémentaire en 1 an est possible.", None),
)


@pytest.mark.parametrize(("sentence", "months"), DURATIONS)
@pytest.mark.parametrize("heading", ["Accès", "Description"])
def test_a_sentence_of_a_text_states_how_long_the_training_is(
    heading: str, sentence: str, months: int | None
) -> None:
    rest = "Les élèves viennent de la classe de troisième."
    record = record_of(f"{ORDER}<h2>{heading}</h2><p>{sentence}</p><p>{rest}</p>")
    text = record.access if heading == "Accès" else record.description
    assert (record.duration_months, text) == (months, f"{sentence}\n\n{rest}")


def test_a_labelled_duration_is_above_one_in_a_text() -> None:
    text = "<h2>Accès</h2><p>La formation dure 3 ans.</p>"
    assert record_of(f"{ORDER}<p>Durée : 2 ans</p>{text}").duration_months == 24


def test_a_sentence_below_an_unknown_heading_states_the_duration() -> None:
    for words in ("Ce diplôme de niveau 3", "Ce diplôme"):
        body = f"<h2>À savoir sur le CAP</h2><p>{words} se prépare en 2 ans.</p>"
        assert record_of(ORDER + body).duration_months == 24


def test_a_number_of_the_register_behind_its_name_in_full() -> None:
    name = "répertoire national des certifications professionnelles (RNCP)"
    record = record_of(f"{ORDER}<p>Il figure au {name} sous le n° 37919.</p>")
    assert record.rncp_codes == ("RNCP37919",)


@pytest.mark.parametrize("end", [".", ""])
def test_an_acronym_behind_a_sentence(end: str) -> None:
    body = f"<p>La première session a eu lieu en 2006. Sigle : VAN{end}</p>"
    assert record_of(ORDER + body, "<h1>CAP Vannerie d'art noble</h1>").acronym == "VAN"


def _band(number: int, heading: str, text: str) -> str:
    shade = "sombre" if number % 2 else "clair"
    inner = f'<div class="kicker">0{number}</div><h2>{heading}</h2>{text}'
    return f'<div class="bandeau bandeau-{shade}"><div class="container">{inner}</div></div>'


def test_the_bands_of_a_page_are_its_sections() -> None:
    sections = (
        ("Description", "<p>Ce diplôme forme des vanniers.</p>"),
        ("Métiers", '<ul><li>vannier (<a href="/rome">fiche</a>)</li><li>osiériculteur</li></ul>'),
        ("Accès", "<p>Après la troisième.</p>"),
        ("Textes", ORDER),
    )
    record = record_of("".join(_band(n, *each) for n, each in enumerate(sections, 1)))
    assert (record.description, record.access) == (
        "Ce diplôme forme des vanniers.",
        "Après la troisième.",
    )
    assert [trade.label for trade in record.trades][1:] == ["osiériculteur"]


def test_a_single_banner_is_none() -> None:
    banner = '<div class="bandeau"><h2>Métiers</h2><p>Découvrez-les au salon.</p></div>'
    record = record_of(banner + ORDER)
    assert record.trades == ()


@pytest.mark.parametrize("around", ['<div class="accordion-heading">{}</div>', "{}"])
def test_a_link_above_the_panel_that_it_opens_is_a_heading(around: str) -> None:
    link = around.format('<a href="#c1">Accès</a>')
    body = f'<div>{link}<div id="c1"><p>Après la troisième.</p></div></div>'
    assert record_of(ORDER + body).access == "Après la troisième."


def test_links_to_other_places_of_the_page_are_no_headings() -> None:
    contents = '<div><a href="#acces">Accès</a></div><div id="x"><p>Au sommaire.</p></div>'
    section = '<h2 id="acces">Accès</h2><p>Après la troisième.</p>'
    assert record_of(ORDER + contents + section).access == "Après la troisième."


def test_a_line_like_others_in_a_text_names_no_section() -> None:
    parts = (("Activités principales", "Il tresse."), ("Évaluation", "Les acquis sont évalués."))
    text = "".join(f"<p><b>{head}</b></p><p>{rest}</p>" for head, rest in parts)
    trades = "<h2>Métiers</h2><ul><li>Vannier</li></ul>"
    record = record_of(f"{ORDER}<h2>Description</h2><p>Il crée.</p>{text}{trades}")
    expected = ["Il crée.", *(each for part in parts for each in part)]
    assert (record.description or "").split("\n\n") == expected


def test_items_of_lines_in_the_cell_below_a_header() -> None:
    text = "Il faut :<br><br>- un dossier<br>- une lettre<br><br>Le jury décide."
    table = f"<table><tr><th>Accès</th></tr><tr><td>{text}</td></tr></table>"
    expected = ["Il faut :", "- un dossier", "- une lettre", "Le jury décide."]
    assert (record_of(ORDER + table).access or "").split("\n\n") == expected


def test_trades_in_one_line_in_the_cell_below_a_header() -> None:
    table = "<table><tr><th>Métiers</th></tr><tr><td>vannier ; osiériculteur</td></tr></table>"
    assert trades_of(ORDER + table) == ["vannier", "osiériculteur"]


@pytest.mark.parametrize("codes", ["(B1601)", "(B1601 | B1602)", "[ROME : B1601]"])
def test_the_rome_code_behind_a_trade_is_no_part_of_its_name(codes: str) -> None:
    items = f"<ul><li>vannier / vannière {codes}</li><li>osiériculteur</li></ul>"
    record = record_of(f"{ORDER}<h2>Métiers</h2>{items}")
    assert [trade.label for trade in record.trades] == ["vannier / vannière", "osiériculteur"]
    told = [each.value for each in record.issues if each.issue is IssueCode.UNLABELLED_TEXT]
    assert told == [codes[1:-1].removeprefix("ROME : ")]


@pytest.mark.parametrize("last", ["analyste en osier", "personnel de l'atelier"])
def test_the_last_trade_of_a_sentence(last: str) -> None:
    sentence = f"Le diplôme permet d'exercer comme vannier, fleuriste et {last}."
    assert trades_of(f"{ORDER}<h2>Métiers</h2><p>{sentence}</p>") == ["vannier", "fleuriste", last]


@pytest.mark.parametrize("lead", ["", "<p>Le diplôme permet d'exercer les métiers suivants :</p>"])
def test_trades_are_terms_with_a_sentence_each(lead: str) -> None:
    names = ("Commercial / commerciale en osier", "Vannier/ière", "Technico-commercial/e")
    terms = "".join(f"<dt>{name}</dt><dd>Un métier de terrain.</dd>" for name in names)
    assert trades_of(f"{ORDER}<h2>Métiers</h2>{lead}<dl>{terms}</dl>") == list(names)


def test_a_term_that_names_no_trade_is_none() -> None:
    terms = "<dt>Vannier/ière</dt><dd>Il tresse.</dd><dt>Coût</dt><dd>Gratuit.</dd>"
    record = record_of(f"{ORDER}<h2>Métiers</h2><dl>{terms}</dl>")
    assert [trade.label for trade in record.trades] == ["Vannier/ière"]
    assert any(each.value == "Coût" for each in record.issues)


@pytest.mark.parametrize(
    "line",
    [
        "Texte toujours en vigueur à ce jour.",
        "Diplôme de niveau V. Texte toujours en vigueur à ce jour.",
        "IV. – Texte toujours en vigueur à ce jour. Il est délivré depuis 2006.",
    ],
)
def test_a_text_that_is_in_force_is_the_diplomas(line: str) -> None:
    assert record_of(f"{ORDER}<p>{line}</p>").status == "in_force"


@pytest.mark.parametrize("heading", ["", "<h2>Divers</h2>", "<h2>Documents</h2>"])
@pytest.mark.parametrize("verb", ["élaboré", "établi"])
def test_the_commission_that_made_the_text(heading: str, verb: str) -> None:
    line = f"<p>Référentiel {verb} par la CPC « Artisanat d'art ».</p>"
    assert record_of(f"{ORDER}{heading}{line}").cpc == "Artisanat d'art"


def test_lines_in_brackets_stand_apart() -> None:
    lines = (
        "[Première session en 2006]",
        "[Il se substitue au CAP Rotin institué par l'arrêté du 7 juillet 1992]",
        "[code 500-24324 S]",
    )
    record = record_of(f"{ORDER}<p>{'<br>'.join(lines)}</p>")
    assert (record.code, record.first_session, record.replaces) == ("50024324", 2006, ())


@pytest.mark.parametrize(("subject", "months"), [("Ce diplôme", 24), ("Il", None)])
def test_a_duration_among_further_studies_is_that_of_the_page_alone(
    subject: str, months: int | None
) -> None:
    sentence = f"{subject} se prépare en deux ans."
    body = f"<h2>Poursuite d'études</h2><p>Un bac pro est possible.</p><p>{sentence}</p>"
    record = record_of(ORDER + body)
    assert record.duration_months == months
    assert record.further_study == f"Un bac pro est possible.\n\n{sentence}"


@pytest.mark.parametrize("heading", ["Métiers", "À savoir", "Documents"])
def test_a_duration_below_another_heading_is_a_label_and_its_value(heading: str) -> None:
    record = record_of(f"{ORDER}<h2>{heading}</h2><p>Vannier</p><p>Il se prépare en deux ans.</p>")
    assert record.duration_months == 24
    assert [trade.label for trade in record.trades] == (["Vannier"] if heading == "Métiers" else [])
