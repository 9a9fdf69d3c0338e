"""What is done in a trade, levels by their equivalence, and links behind texts.

All pages are mock-ups.
"""

import pytest

from tests.parsers.extract.pages import ORDER, record_of, record_with_facts, records_of

WORK = "Le titulaire du CAP tresse l'osier : il trie les brins, les trempe et monte les fonds."
FILE = "<p><a href='cap_van/annexes.pdf'>Annexes</a></p>"
EQUIVALENT = "<p>Niveau 5 (bac{0}2) | Durée : deux ans | RNCP36970 | Arrêté du 26 mars 2010</p>"


@pytest.mark.parametrize("label", ["Le métier", "Quel métier ?", "Métier :"])
@pytest.mark.parametrize(
    "form", ["<h3>{}</h3><p>{}</p>", "<div><strong>{}</strong><div>{}</div></div>"]
)
def test_a_sentence_on_what_is_done_is_the_description(label: str, form: str) -> None:
    listed = "<h3>Métiers visés</h3><ul><li>vannier/ère</li></ul>"
    found = record_with_facts(form.format(label, WORK) + listed)
    assert found.description == WORK
    assert [trade.label for trade in found.trades] == ["vannier/ère"]


@pytest.mark.parametrize(
    ("text", "trades"),
    [
        ("Vannier", ["Vannier"]),
        (
            "Le titulaire du CAP exerce les métiers de vannier et de canneur.",
            ["vannier", "canneur"],
        ),
        ("Le titulaire du CAP peut devenir vannier ou canneur.", ["vannier", "canneur"]),
    ],
)
def test_a_name_or_a_sentence_that_leads_to_some_is_of_trades(text: str, trades: list[str]) -> None:
    found = record_with_facts(f"<h3>Le métier</h3><p>{text}</p>")
    assert [trade.label for trade in found.trades] == trades
    assert found.description is None


def test_what_the_holder_does_is_no_trade() -> None:
    found = record_with_facts("<h3>Métiers</h3><p>Le titulaire du CAP tresse l'osier</p>")
    assert not found.trades
    assert any(issue.field == "trades" for issue in found.issues)


@pytest.mark.parametrize("plus", [" + ", "+", " +"])
def test_an_equivalence_of_a_level_is_no_other_diploma(plus: str) -> None:
    found = record_of(EQUIVALENT.format(plus) + FILE)
    assert found.rncp_codes == ("RNCP36970",)
    assert [text.date for text in found.legal_texts] == ["2010-03-26"]
    assert found.duration_months == 24
    assert found.level == 5


@pytest.mark.parametrize("plus", [" + ", "+"])
def test_an_order_behind_an_equivalence_is_the_diploma_s(plus: str) -> None:
    found = record_of(f"<p>Le bac{plus}2 : arrêté du 26 mars 2010</p>{FILE}")
    assert [text.date for text in found.legal_texts] == ["2010-03-26"]


def test_another_diploma_on_a_line_is_one() -> None:
    found = record_of("<p>Bac pro Vannerie | RNCP36970 | Arrêté du 26 mars 2010</p>" + ORDER + FILE)
    assert not found.rncp_codes


@pytest.mark.parametrize(
    ("line", "months", "level"),
    [
        ("Diplôme de niveau 4 – 3 ans d'études – arrêté du 18 mai 2018 (MENE1813200A)", 36, 4),
        ("Niveau 4<br>3 ans<br>Remplace le 461 33607 T", 36, 4),
        ("Diplôme de niveau IV créé par arrêté du 18 mai 2018.", None, 4),
    ],
)
def test_level_and_duration_stand_among_other_facts(
    line: str, months: int | None, level: int
) -> None:
    found = record_of(f"<p>{line}</p>{FILE}", "<h1>MC Accueil</h1>")
    assert (found.duration_months, found.level) == (months, level)


@pytest.mark.parametrize(
    "link",
    [
        "<table><tr><td><a href='cap_van/a.pdf'>Annexe II</a> (PDF, 0,8 Mo)</td></tr></table>",
        "<ul><li><a href='cap_van/a.pdf'>Annexe II</a> (nouvelle fenêtre)</li></ul>",
        "<p><a href='cap_van/a.pdf'>Annexe II</a> (PDF - 114 pages)</p>",
    ],
)
@pytest.mark.parametrize("label", ["Poursuite d'études", "Conditions d'accès"])
def test_a_link_with_its_format_is_no_part_of_the_text_above(link: str, label: str) -> None:
    text = "Le diplôme ouvre sur la vie active et sur un brevet professionnel."
    found = record_with_facts(f"<h3>{label}</h3><p>{text}</p>{link}")
    assert text in {found.further_study, found.access}
    assert [document.title for document in found.documents] == ["Annexe II"]


def test_a_sentence_with_a_link_stays_in_its_text() -> None:
    text = "Le tableau de <a href='cap_van/a.pdf'>l'annexe II</a> dit ce qui est reconnu."
    found = record_with_facts(f"<h3>Poursuite d'études</h3><p>{text}</p>")
    assert found.further_study == "Le tableau de l'annexe II dit ce qui est reconnu."


def test_a_footer_below_documents_has_none() -> None:
    footer = (
        "<p><a href='index.html'>Accueil</a> | <a href='listes.html'>Listes</a>"
        " | <a href='examens.html'>Examens</a></p>"
    )
    found = record_with_facts(f"<h2>Documents à télécharger</h2>{FILE}{footer}")
    assert [document.title for document in found.documents] == ["Annexes"]
    told = {issue.value for issue in found.issues if issue.field == "documents"}
    assert any("examens.html" in (value or "") for value in told)


def test_the_line_below_the_only_file_of_a_list_is_not_its_name() -> None:
    found = record_with_facts(
        "<p>Document : <a href='cap_van/cap_van_2014.pdf'>cap_van_2014</a></p>"
        "<div>Application de recette, sans contenu officiel</div>"
    )
    assert [document.title for document in found.documents] == ["cap_van_2014"]


@pytest.mark.parametrize("shown", ["at_download/file", "@@download/file/annexe.pdf", "view"])
def test_files_that_plone_shows_are_documents(shown: str) -> None:
    found = record_with_facts(f"<p><a href='cap_van/annexe.pdf/{shown}'>Annexe I</a></p>")
    assert [(d.title, d.media_type) for d in found.documents] == [("Annexe I", "application/pdf")]


@pytest.mark.parametrize(
    "options",
    [
        "<p>Option D : tapis</p><p>Option E : lisse</p><p>&nbsp;</p>",
        "<p>Option D : tapis</p><p>Option E : lisse</p>",
        "<ul><li>Option D : tapis</li><li>Option E : lisse</li></ul>",
    ],
)
def test_a_code_below_lines_of_options_is_of_all(options: str) -> None:
    found = records_of(f"{options}<p>Code : 401 24106</p>{ORDER}{FILE}", "<h1>BMA Tapis</h1>")
    assert [each.code for each in found] == ["40124106", "40124106"]


def test_files_that_are_called_as_options_divide_a_table() -> None:
    rows = "".join(
        f"<tr><td><b>Option {letter} : {name}</b></td><td>Code 450 2421{n}</td>"
        f"<td><a href='e009/{n}.pdf'>Option {letter}</a></td></tr>"
        for n, (letter, name) in enumerate((("A", "tailleur dame"), ("B", "tailleur homme")), 5)
    )
    found = records_of(f"<table>{rows}</table>", "<h1>BP Vêtement sur mesure</h1>")
    assert [(each.code, each.name) for each in found] == [
        ("45024215", "Vêtement sur mesure option A tailleur dame"),
        ("45024216", "Vêtement sur mesure option B tailleur homme"),
    ]
    assert [[d.title for d in each.documents] for each in found] == [["Option A"], ["Option B"]]


def test_years_below_another_line_are_no_duration() -> None:
    found = record_of(
        "<p>Admission au niveau 4 requis<br>Expérience professionnelle<br>2 ans</p>" + ORDER
    )
    assert found.duration_months is None
    assert any(issue.value and "2 ans" in issue.value for issue in found.issues)
