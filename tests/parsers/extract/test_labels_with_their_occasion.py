"""Labels that say on what occasion: *Ouverture (première session)*, *Remplacé par le code*."""

import pytest

from tests.parsers.extract.pages import ORDER, orders_of, record_of

PLACES = (
    "<p>{label} : {value}</p>",
    "<p><b>{label}</b><br>{value}</p>",
    "<dl><dt>{label}</dt><dd>{value}</dd></dl>",
    "<div><div>{label}</div><div>{value}</div></div>",
    "<table><tr><td>{label}</td><td>{value}</td></tr></table>",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", ["2016", "session 2016", "session de juin 2016"])
@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Création - première session", "first_session"),
        ("Ouverture (première session)", "first_session"),
        ("Examen : première session", "first_session"),
        ("Extinction - dernière session", "last_session"),
        ("Fermeture (dernière session)", "last_session"),
        ("Examen : dernière session", "last_session"),
    ],
)
def test_sessions_of_beginning_and_end(place: str, value: str, label: str, field: str) -> None:
    record = record_of(ORDER + place.format(label=label, value=value))
    assert getattr(record, field) == 2016


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "label", ["Niveau de classification", "Niveau (nomenclature nationale)", "Niveau du titre"]
)
def test_levels_of_a_classification(place: str, label: str) -> None:
    for value, level in (("niveau IV", 4), ("niveau 3 CEC", 3), ("V (ancienne nomenclature)", 3)):
        assert record_of(ORDER + place.format(label=label, value=value)).level == level


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Remplace le code", "replaces"),
        ("Ancienne version", "replaces"),
        ("Remplacé par le code", "replaced_by"),
        ("Désormais", "replaced_by"),
        ("Nouvelle version", "replaced_by"),
    ],
)
def test_codes_of_succession(place: str, label: str, field: str) -> None:
    record = record_of(ORDER + place.format(label=label, value="500-33205 T"))
    assert (getattr(record, field), record.code) == (("50033205",), None)


def test_a_former_version_with_a_file_or_a_heading_is_no_code() -> None:
    for body in (
        "<p>Ancienne version : <a href='x/a.pdf'>Référentiel</a></p>",
        "<h3>Ancienne version</h3><p>Arrêté du 3 mai 1994</p>",
    ):
        assert record_of(ORDER + body).replaces == ()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Dernière modification (texte)", "modification"),
        ("Modification (arrêté)", "modification"),
        ("Abrogation (arrêté)", "repeal"),
    ],
)
def test_orders_of_a_change_or_an_end(place: str, label: str, kind: str) -> None:
    body = place.format(label=label, value="arrêté du 6 juin 2011")
    assert ("2011-06-06", kind) in orders_of(ORDER + body)


@pytest.mark.parametrize(
    "head",
    ["Mod. par", "Complété et modifié par", "Modification du référentiel", "Modif. par"],
)
def test_a_column_of_changes_says_so_of_its_orders(head: str) -> None:
    cells = ("CAP Vannerie", "500-24001 S", "Arrêté du 3 mai 2004", "Arrêté du 6 juin 2011")
    heads = "".join(f"<td>{each}</td>" for each in ("Intitulé", "Code", "Texte", head))
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    body = f"<table><tr>{heads}</tr><tr>{row}</tr></table>"
    assert orders_of(body) == [("2004-05-03", None), ("2011-06-06", "modification")]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Statut : texte en vigueur", "in_force"),
        ("Situation administrative : version en vigueur", "in_force"),
        ("Position : en vigueur (oui)", "in_force"),
        ("Situation administrative texte en vigueur<br>1re session 2016", "in_force"),
        ("Arrêté : texte en vigueur", "unknown"),
        ("Statut : le texte est à réécrire", "unknown"),
    ],
)
def test_the_text_in_force_is_the_diplomas_where_its_state_is_asked(line: str, status: str) -> None:
    assert record_of(f"{ORDER}<p>{line}</p>").status == status


@pytest.mark.parametrize("of", ["du CAP Vannerie", "de la spécialité Vannerie de CAP"])
def test_an_order_that_suppresses_the_speciality_ends_it(of: str) -> None:
    order = f"Arrêté du 6 juin 2021 portant suppression {of}"
    record = record_of(f"{ORDER}<p>{order}</p>")
    assert record.status == "repealed"
    assert [text.kind for text in record.legal_texts] == [None, "repeal"]
    part = record_of(f"{ORDER}<p>Arrêté du 6 juin 2021 portant suppression de l'épreuve EP2</p>")
    assert part.status == "unknown"


@pytest.mark.parametrize("end", ["<br>", "</p><p>"])
def test_the_oldest_order_below_a_change_is_what_it_changes(end: str) -> None:
    body = f"<p>Arrêté modificatif : 6 juin 2011{end}Arrêté du 3 mai 2004, JO du 12 mai 2004</p>"
    assert orders_of(body) == [("2011-06-06", "modification"), ("2004-05-03", None)]
    # a label of several orders tells of each
    lines = "arrêté du 6 juin 2011<br>arrêté du 7 juillet 2009"
    several = orders_of(f"{ORDER}<p>Arrêtés modificatifs : {lines}</p>")
    assert {date: kind for date, kind in several if kind} == {
        "2011-06-06": "modification",
        "2009-07-07": "modification",
    }


@pytest.mark.parametrize("day", ["[12/03/2019]", "[1er mars 2019]", "[12.03.2019] Maquette"])
def test_a_day_in_square_brackets_is_the_pages(day: str) -> None:
    assert orders_of(f"<p>Texte de référence : arrêté du 3 mai 2004</p><hr><p>{day}</p>") == [
        ("2004-05-03", None)
    ]
    assert orders_of("<p>Arrêté [3 mai 2004]</p>") == [("2004-05-03", None)]
