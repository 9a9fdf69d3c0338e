"""Values that stand above their labels, as figures of a page have them, or before them."""

import itertools

import pytest

from tests.parsers.extract.pages import record_of

FACTS = {
    "first_session": ("juin 2012", "Première session", 2012),
    "code": ("500-22139 T", "Code diplôme", "50022139"),
    "rncp_codes": ("37542", "Certification RNCP", ("RNCP37542",)),
    "level": ("Niveau 3 (ancien niveau V)", "Niveau de la certification", 3),
}
FORMS = (
    "<div><strong>{}</strong><br><span>{}</span></div>",
    "<td>{}<br>{}</td>",
    "<li><b>{}</b><br/>{}</li>",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("names", [*itertools.permutations(FACTS, 2), ("first_session",)])
def test_a_value_above_its_label_is_no_value_of_the_label_before(
    form: str, names: tuple[str, ...]
) -> None:
    figures = "".join(form.format(*FACTS[name][:2]) for name in names)
    around = {"<t": "<table><tr>{}</table>", "<l": "<ul>{}</ul>"}.get(form[:2], "<div>{}</div>")
    record = record_of(around.format(figures) + "<p><a href=a.pdf>Référentiel</a></p>")
    for name in names:
        assert getattr(record, name) == FACTS[name][2]
    rest = {"first_session": None, "code": None, "rncp_codes": ()}.items()
    assert all(getattr(record, name) == none for name, none in rest if name not in names)


def test_a_value_with_its_number_above_the_same_label_is_one_number() -> None:
    figures = "<div><b>RNCP 37542</b><br>RNCP</div><div><b>2012</b><br>Première session</div>"
    record = record_of(figures)
    assert (record.rncp_codes, record.first_session) == (("RNCP37542",), 2012)


def test_a_commission_above_its_label_is_known_among_other_figures() -> None:
    sort = "<div><b>Arts et métiers</b><br>Commission consultative</div>"
    assert record_of(f"{sort}<div><b>2012</b><br>Première session</div>").cpc == "Arts et métiers"
    alone = record_of(f"<p>Arrêté du 3 mai 2004</p>{sort}<p>Bâtiment</p>")
    assert alone.cpc == "Bâtiment"


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Première session</p><p>2012<br>Dernière session</p><p>2024</p>",
        "<p>Première session<br>2012<br>Dernière session<br>2024</p>",
        "<p>Première session :</p><p>2012<br>Dernière session :</p><p>2024</p>",
    ],
)
def test_a_value_below_its_label_is_not_that_of_the_label_below(lines: str) -> None:
    record = record_of(lines)
    assert (record.first_session, record.last_session) == (2012, 2024)


@pytest.mark.parametrize("form", ["<p>{} ({})</p>", "<ul><li>{} ({})</li></ul>"])
def test_a_label_in_brackets_behind_its_value_labels_it(form: str) -> None:
    body = "".join(form.format(*FACTS[name][:2]) for name in ("first_session", "code"))
    record = record_of(body + form.format("37542", "fiche RNCP"))
    assert (record.first_session, record.code) == (2012, "50022139")
    assert record.rncp_codes == ("RNCP37542",)


@pytest.mark.parametrize("line", ["12 semaines (première session)", "2012 (code du diplôme)"])
def test_a_label_in_brackets_behind_what_is_no_value_of_it_labels_nothing(line: str) -> None:
    record = record_of(f"<p>Arrêté du 3 mai 2004</p><p>{line}</p>")
    assert (record.first_session, record.code) == (None, None)


@pytest.mark.parametrize(
    "lines",
    [
        "Niveau 3 (ancien niveau V) (niveau du diplôme)<br>juin 2012 (première session)",
        "RNCP37542 (code RNCP)<br>juin 2012 – Début (première session)",
    ],
)
@pytest.mark.parametrize("above", ["", "<h3>Chronologie</h3><p>Créé en 2010.</p>"])
def test_lines_of_values_with_their_labels_behind(above: str, lines: str) -> None:
    record = record_of(f"<p>Arrêté du 3 mai 2010</p>{above}<p>{lines}</p>")
    assert record.first_session == 2012


def test_a_label_with_a_shorter_one_in_brackets_is_no_value() -> None:
    lines = "<p><span>Rattachement (CPC)</span><br>Industrie</p>"
    found = record_of(f"<p>Arrêté du 3 mai 2004</p>{lines}<p>Bâtiment (CPC)</p>").cpc
    assert found in {"Industrie", None}
    pair = "<div><div class=label>Commission (CPC)</div><div><p>Industrie</p></div></div>"
    assert record_of(f"<p>Arrêté du 3 mai 2004</p>{pair}").cpc == "Industrie"
