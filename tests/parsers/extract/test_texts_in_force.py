"""A text or a set of rules in force is the diploma's, unless it heads orders. Mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

PLACES = (
    "<p>{}</p>",
    "<ul><li>Niveau 3</li><li>{}</li></ul>",
    "<div><div><strong>{}</strong></div></div>",
    "<table><tr><td>Niveau 3</td><td>{}</td></tr></table>",
    "<p>Niveau 3<br>{}<br>Durée : 2 ans</p>",
)
IN_FORCE = ("Texte en vigueur", "Réglementation en vigueur", "Référentiel en vigueur")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line", [*IN_FORCE, "Toujours en vigueur"])
def test_a_line_says_that_the_text_is_in_force(place: str, line: str) -> None:
    assert record_of(ORDER + place.format(line)).status == "in_force"


@pytest.mark.parametrize("label", ["Statut", "État", "Position", "Sit.", "Validité", "Situation"])
@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("Réglementation en vigueur", "in_force"),
        ("Le texte est en vigueur", "in_force"),
        ("En vigueur", "in_force"),
        ("Abrogé", "repealed"),
        ("Référentiel abrogé", "repealed"),
        ("Attention : référentiel abrogé.", "repealed"),
    ],
)
def test_the_state_of_the_text_is_the_diplomas(label: str, value: str, status: str) -> None:
    for form in ("<p>{} : {}</p>", "<dl><dt>{}</dt><dd>{}</dd></dl>"):
        assert record_of(ORDER + form.format(label, value)).status == status, form


@pytest.mark.parametrize("value", ["en vigueur", "Toujours en vigueur", "en vigueur (à jour)"])
def test_the_rules_are_asked_for(value: str) -> None:
    line = f"<p>Code : 500-23441 | État de la réglementation : {value} | Niveau 3</p>"
    assert record_of(ORDER + line).status == "in_force"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("CPC : Industrie | Abrogé", "repealed"),
        ("Code : 500-23441 — RNCP : 570 — Référentiel en vigueur", "in_force"),
        ("Niveau : 3 - Toujours en vigueur", "in_force"),
        # of another diploma
        ("Ancien diplôme : CAP Sculpture - abrogé", "unknown"),
    ],
)
def test_a_state_stands_behind_the_last_value_of_a_line(line: str, status: str) -> None:
    assert record_of(f"{ORDER}<p>{line}</p>").status == status


def test_a_line_ends_as_such_where_no_state_follows() -> None:
    found = record_of(f"{ORDER}<p>Secteur : Arts - Métiers en vigueur dans les ateliers</p>")
    assert found.status == "unknown"


@pytest.mark.parametrize(
    "body",
    [
        "<p>Réglementation en vigueur</p><ul><li>Arrêté du 7 juin 2011</li></ul>",
        "<p>Réglementation en vigueur :</p><p>Arrêté du 7 juin 2011</p>",
        "<h2>Réglementation en vigueur</h2><p>Arrêté du 7 juin 2011</p>",
        "<table><tr><td>Arrêté du 7 juin 2011</td><td>Texte en vigueur</td></tr></table>",
    ],
)
def test_orders_in_force_say_nothing_of_the_diploma(body: str) -> None:
    assert record_of(ORDER + body).status == "unknown"


@pytest.mark.parametrize("type_", ["BTS", "B.T.S.", "brevet de technicien supérieur"])
@pytest.mark.parametrize("at", [" (session 2013)", ", applicable à compter de la session 2013"])
def test_the_session_of_a_changed_order_is_the_changes(type_: str, at: str) -> None:
    change = (
        f"Arrêté du 7 juin 2011 modifiant l'arrêté du 3 mai 2004 portant création du {type_} "
        f"Vannerie{at}"
    )
    title = "<h1>BTS Vannerie</h1>"
    found = record_of(f"{ORDER}<p>{change}</p>", title)
    assert found.first_session is None
    assert [text.date for text in found.legal_texts] == ["2004-05-03", "2011-06-07"]
    created = f"<p>Arrêté du 7 juin 2011 portant création du {type_} Vannerie{at}</p>"
    assert record_of(created, title).first_session == 2013


@pytest.mark.parametrize("label", ["Statut", "État juridique", "État réglementaire", "Situation"])
@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("reste en vigueur", "in_force"),
        ("actif (en vigueur)", "in_force"),
        ("ouvert, en vigueur", "in_force"),
        ("a été abrogé", "repealed"),
        ("désormais abrogé", "repealed"),
        ("abrogé, pour mémoire", "repealed"),
        ("abrogé définitivement", "repealed"),
        ("Spécialité supprimée", "repealed"),
        # of no diploma
        ("épreuve supprimée", "unknown"),
    ],
)
def test_a_state_may_have_words_around_it(label: str, value: str, status: str) -> None:
    for form in ("<p>{} : {}</p>", "<dl><dt>{}</dt><dd>{}</dd></dl>"):
        assert record_of(ORDER + form.format(label, value)).status == status, form


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Le diplôme reste en vigueur", "in_force"),
        ("Le référentiel et le diplôme sont en vigueur", "in_force"),
        ("Diplôme ouvert et en vigueur", "in_force"),
        ("Code : 500-23441 · Spécialité en vigueur · RNCP 570", "in_force"),
        ("Code : 500-23441 · Statut : en vigueur · RNCP 570", "in_force"),
    ],
)
def test_a_sentence_or_a_part_of_a_line_says_it(place: str, line: str, status: str) -> None:
    assert record_of(ORDER + place.format(line)).status == status


@pytest.mark.parametrize("line", ["Diplôme supprimé", "Cette spécialité est supprimée"])
def test_an_end_stands_on_a_line_of_its_own_below_an_order(line: str) -> None:
    body = f"<p>Arrêté du 3 mai 2004 portant création<br>{line}<br>Code 500-23441</p>"
    assert record_of(body).status == "repealed"
    part = f"<p>Arrêté du 3 mai 2004<br>Épreuve EP3 : {line[-9:]}<br>Code 500-23441</p>"
    assert record_of(part).status == "unknown"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Ce référentiel est celui actuellement en vigueur.", "in_force"),
        ("Ce certificat d'aptitude, encore en vigueur, est l'un des derniers.", "in_force"),
        ("Le diplôme serait abrogé à compter de 2028, selon une rumeur.", "unknown"),
    ],
)
def test_a_sentence_on_the_state_of_the_diploma(sentence: str, status: str) -> None:
    assert record_of(f"{ORDER}<p>{sentence}</p>").status == status
