"""States, commissions and sectors in the words of offices; lists of orders below one label.

All pages are mock-ups.
"""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

PAIRS = (
    "<p>{} : {}</p>",
    "<p><b>{}</b> {}</p>",
    "<table><tr><td>{}</td><td>{}</td></tr><tr><td>Niveau</td><td>3</td></tr></table>",
    "<dl><dt>{}</dt><dd>{}</dd></dl>",
)


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("label", ["Statut", "Situation", "État du diplôme"])
@pytest.mark.parametrize("state", ["actif", "Ouvert", "valide", "En cours de validité"])
def test_a_state_below_its_label_is_in_force(pair: str, label: str, state: str) -> None:
    assert record_of(ORDER + pair.format(label, state)).status == "in_force"


@pytest.mark.parametrize(
    "line",
    [
        "Diplôme actif",
        "Le diplôme est en cours de validité.",
        "Textes en vigueur, diplôme ouvert",
        "✔ Diplôme en cours de validité",
        "À noter : Statut du diplôme : actif",
        "Attention : Situation du diplôme : en vigueur",
        "Le référentiel ci-dessous est en vigueur.",
    ],
)
def test_a_line_says_that_the_diploma_is_valid(line: str) -> None:
    assert record_of(f"{ORDER}<p>{line}</p>").status == "in_force"


def test_a_diploma_that_is_open_to_some_has_no_state() -> None:
    assert record_of(f"{ORDER}<p>Diplôme ouvert aux apprentis</p>").status == "unknown"


def test_a_text_that_is_repealed_may_stand_on_the_second_line_of_a_box() -> None:
    box = "<div><p>Info : Dernière session 2020<br>Référentiel abrogé</p></div>"
    record = record_of(f"{box}{ORDER}")
    assert (record.status, record.last_session) == ("repealed", 2020)


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("Diplôme présenté devant la commission professionnelle consultative Industrie.", "cpc",
         "Industrie"),
        ("Diplôme de la CPC Services aux entreprises", "cpc", "Services aux entreprises"),
        ("Ce référentiel a été élaboré par la CPC « Industrie ».", "cpc", "Industrie"),
        ("Diplôme rattaché au secteur Métallurgie", "sector", "Métallurgie"),
        ("Relève du secteur Transport, logistique et autres services", "sector",
         "Transport, logistique et autres services"),
        ("(secteur Communication graphique)", "sector", "Communication graphique"),
    ],
)  # fmt: skip
def test_a_line_names_commission_or_sector(sentence: str, field: str, value: str) -> None:
    assert getattr(record_of(f"{ORDER}<p>{sentence}</p>"), field) == value


@pytest.mark.parametrize("form", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
def test_a_label_of_one_order_says_nothing_of_those_behind_it(form: str) -> None:
    line = (
        "Arrêté de création : 27/08/2009 (BO n° 21 du 22/09/2009) modifié par arrêté du "
        "06/09/2024 - Arrêté du 18/06/2020"
    )
    orders = [(text.date, text.kind) for text in record_of(form.format(line)).legal_texts]
    assert orders == [
        ("2009-08-27", "creation"), ("2024-09-06", "modification"), ("2020-06-18", None),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ['<a href="https://www.legifrance.gouv.fr/x">{}</a>', "{}"])
def test_a_diploma_that_was_modified_by_an_order_is_no_order(line: str) -> None:
    body = f"<h2>Textes</h2><p>{line.format('Diplôme modifié le 22/03/2022 (arrêté)')}</p>"
    (order,) = record_of(body).legal_texts
    assert (order.date, order.kind) == ("2022-03-22", "modification")


def test_a_level_names_the_decree_of_its_scale() -> None:
    record = record_of(f"{ORDER}<p>Niveau de qualification : 3 (décret du 8 janvier 2019)</p>")
    assert (record.level, record.level_label) == (3, "3 (décret du 8 janvier 2019)")


def test_the_link_to_the_whole_document_is_its_name() -> None:
    (document,) = record_of(
        f'{ORDER}<h2>Textes et annexes</h2><p><a href="x.pdf">Document intégral</a></p>'
    ).documents
    assert document.title == "Document intégral"


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Ouverture : session : 2011", "first_session", 2011),
        ("Dernière session au titre de ce référentiel : 2027.", "last_session", 2027),
        ("Le code formation diplôme (CFD) est le 500 23412 M.", "code", "50023412"),
    ],
)
def test_a_line_states_session_or_code(line: str, field: str, value: object) -> None:
    assert getattr(record_of(f"{ORDER}<p>{line}</p>"), field) == value


def test_a_sector_stands_on_the_line_below_its_commission() -> None:
    lines = "Diplôme de la CPC Arts, spectacles et médias<br>Relève du secteur Arts appliqués"
    record = record_of(f"{ORDER}<p>{lines}</p>")
    assert (record.cpc, record.sector) == ("Arts, spectacles et médias", "Arts appliqués")


@pytest.mark.parametrize("pair", [
    "<p>{} : {}</p>", "<p><b>{}</b> {}</p>",
    "<dl><dt>{}</dt><dd>{}</dd></dl>",
    "<table><tr><td>{}</td><td>{}</td></tr><tr><td>Niveau</td><td>3</td></tr></table>",
])  # fmt: skip
@pytest.mark.parametrize("asked", ["En vigueur", "Diplôme en vigueur"])
def test_a_diploma_that_is_said_not_to_be_in_force_is_told(pair: str, asked: str) -> None:
    record = record_of(ORDER + pair.format(asked, "non"))
    assert record.status == "unknown"
    said = " ".join(f"{issue.field} {issue.value}" for issue in record.issues)
    assert "en vigueur" in said.lower() or "status" in said
    assert record_of(ORDER + pair.format(asked, "oui")).status == "in_force"


@pytest.mark.parametrize("label", ["Grand secteur", "Sect.", "Secteur / branche",
                                   "Sous-secteur de la CPC"])  # fmt: skip
@pytest.mark.parametrize("pair", PAIRS)
def test_a_sector_stands_beside_its_label(pair: str, label: str) -> None:
    assert record_of(ORDER + pair.format(label, "Métallurgie")).sector == "Métallurgie"


def test_a_predecessor_that_was_suppressed_does_not_end_its_successor() -> None:
    body = "<p>Statut : en vigueur. Il fait suite au n° 50031120, supprimé.</p>"
    record = record_of(ORDER + body)
    assert (record.status, record.replaces) == ("in_force", ("50031120",))
