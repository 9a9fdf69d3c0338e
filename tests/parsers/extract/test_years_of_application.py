"""Years since which a diploma is examined or prepared: sessions where the page says so, else told.

And sessions that are no first or last one: of a file, of a change, of a successor, supplementary.
"""

import pytest

from schema.issues import IssueCode
from schema.referential import Referential
from tests.parsers.extract.pages import orders_of, record_of, record_with_facts

PLACES = (
    "<p>{label} : {text}</p>",
    "<h3>{label}</h3><p>{text}</p>",
    "<dl><dt>{label}</dt><dd>{text}</dd></dl>",
    "<table><tr><th>{label}</th></tr><tr><td>{text}</td></tr></table>",
    "<table><tr><td>{label}</td><td>{text}</td></tr><tr><td>Niveau</td><td>3</td></tr></table>",
    "<p>Niveau : 3<br>{label} : {text}<br>Durée : 2 ans</p>",
    "<table><tr><th>Code</th><th>{label}</th></tr>"
    "<tr><td>500-23438</td><td>{text}</td></tr></table>",
)
LABELS = ("Application", "Mise en application", "Entrée en vigueur", "Entrée en application")
ORDERS = (
    "<table><tr><th>{}</th><th>Arrêté</th></tr><tr><td>Création</td>"
    "<td>Arrêté du 3 mai 2004</td></tr><tr><td>Modification</td><td>Arrêté du 5 juin 2012</td></tr>"
    "</table>",
    "<table><tr><th>Date</th><th>{}</th><th>NOR</th></tr><tr><td>3 mai 2004</td>"
    "<td>Arrêté de création</td><td>MENE0401234A</td></tr><tr><td>5 juin 2012</td>"
    "<td>Modification</td><td>MENE1201234A</td></tr></table>",
    "<table><tr><th>Textes</th><th>{}</th></tr><tr><td>Arrêté du 3 mai 2004</td><td>création</td>"
    "</tr><tr><td>Arrêté du 5 juin 2012</td><td>modification</td></tr></table>",
)


def _told(record: Referential) -> list[str]:
    """The texts of the issues of sessions; a lost one is none of these."""
    of_sessions = [i for i in record.issues if i.field in {"first_session", "last_session"}]
    assert not [i for i in of_sessions if i.issue is IssueCode.UNACCOUNTED]
    return [i.value or "" for i in of_sessions if i.issue is not IssueCode.MISSING_FIELD]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("label", [*LABELS, "Calendrier", "Examen"])
@pytest.mark.parametrize("since", ["à partir de", "à compter de", "depuis"])
def test_a_year_alone_is_told(place: str, label: str, since: str) -> None:
    record = record_with_facts(place.format(label=label, text=f"{since} 2006"))
    assert record.first_session is None
    assert any("2006" in text for text in _told(record))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("text", ["session 2006", "à compter de la session 2006"])
def test_a_session_is_the_first_one(place: str, label: str, text: str) -> None:
    record = record_with_facts(place.format(label=label, text=text))
    assert record.first_session == 2006


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("label", ["Sessions d'examen", "Sessions de l’examen", "Sessions"])
def test_sessions_since_and_until_a_year(place: str, label: str) -> None:
    since = record_with_facts(place.format(label=label, text="à compter de 2006"))
    until = record_with_facts(place.format(label=label, text="jusqu'en 2016"))
    assert (since.first_session, until.last_session) == (2006, 2016)


def test_the_session_of_a_table_of_orders_is_of_the_order_that_creates() -> None:
    table = (
        "<table><tr><th>{}</th><th>Modifié par</th><th>Sessions</th></tr><tr>"
        "<td>Arrêté du 3 mai 2004</td><td>arrêté du 4 mai 2009</td>"
        "<td>première : 2006 - dernière : 2016</td></tr></table>"
    )
    for head in ("Référence", "Arrêté de création"):
        record = record_of(table.format(head))
        assert (record.first_session, record.last_session) == (2006, 2016)
    change = "<table><tr><th>Arrêté</th><th>Objet</th><th>Application</th></tr>"
    change += "<tr><td>3 mai 2004</td><td>création</td><td></td></tr>"
    change += "<tr><td>4 mai 2009</td><td>modification</td><td>session 2011</td></tr></table>"
    assert record_of(change).first_session is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>Dernière session : 2016 (session de rattrapage en 2017)</p>", "2017"),
        ("<p>Sessions : 2006-2016 (session supplémentaire : 2017)</p>", "2017"),
        (
            "<h3>Sessions d'examen</h3><p>de 2006 à 2016 (session de remplacement : 2017)</p>",
            "2017",
        ),
        ("<p>Remplacé par : 50023439 à compter de la session 2017</p>", "2017"),
        ('<p><a href="a.pdf">Anciennes annexes (jusqu’à la session 2017)</a></p>', "2017"),
        ('<ul><li><a href="a.pdf">Règlement modifié (session 2017)</a></li></ul>', "2017"),
        ("<p>Arrêté du 5 juin 2015 - modification du règlement - session 2017</p>", "2017"),
    ],
)
def test_other_sessions_are_told(text: str, told: str) -> None:
    record = record_with_facts(text)
    assert any(told in each for each in _told(record))
    assert 2017 not in {record.first_session, record.last_session}


@pytest.mark.parametrize("table", ORDERS)
@pytest.mark.parametrize("head", ["Type", "Type :", "Catégorie"])
def test_a_column_of_types_of_orders_says_what_they_do(table: str, head: str) -> None:
    content = table.format(head)
    assert orders_of(content) == [("2004-05-03", "creation"), ("2012-06-05", "modification")]
    assert not [i for i in record_of(content).issues if i.field == "diploma_type"]


def test_a_type_beside_its_label_is_the_diplomas() -> None:
    table = (
        "<table><tr><td>Type</td><td>CAP</td></tr><tr><td>Création</td>"
        "<td>Arrêté du 3 mai 2004</td></tr></table>"
    )
    record = record_of(table, "<h1>Vannerie</h1>")
    assert (record.diploma_type, record.legal_texts[0].kind) == ("CAP", "creation")
