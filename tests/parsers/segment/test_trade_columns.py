"""Tables of trades, whose other columns say where, from when on, or under which code."""

import pytest

from tests.parsers.extract.pages import record_with_facts, trades_of


def table(heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...], tag: str = "th") -> str:
    """A table with named columns."""
    first = "".join(f"<{tag}>{head}</{tag.split(' ')[0]}>" for head in heads)
    others = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table><tr>{first}</tr>{''.join(f'<tr>{row}</tr>' for row in others)}</table>"


OSIER = ("Vannier", "chez un artisan"), ("Rempailleuse", "dans un atelier")


@pytest.mark.parametrize(
    "head", ["Métier", "Métiers", "Emploi", "Intitulé du métier", "Poste visé"]
)
@pytest.mark.parametrize("tag", ["th", "td"])
def test_the_column_of_trades_alone_holds_them(head: str, tag: str) -> None:
    body = f"<h2>Métiers visés</h2>{table((head, 'Où ?'), OSIER, tag)}<p>Voir aussi.</p>"
    assert trades_of(body) == ["Vannier", "Rempailleuse"]


def test_what_stands_beside_trades_is_no_fact_of_the_diploma() -> None:
    rows = ("Vannier", "5 ans"), ("Tourneur", "Débutant accepté")
    told = record_with_facts(f"<h2>Métiers</h2>{table(('Métier', 'Expérience'), rows)}")
    assert [trade.label for trade in told.trades] == ["Vannier", "Tourneur"]
    assert told.duration_months is None
    assert any(remark.value == "Expérience" for remark in told.issues)
    coded = ("Vannier", "F1703"), ("Tourneur", "H2913")
    assert trades_of(f"<h2>Métiers</h2>{table(('Métier', 'Code ROME'), coded)}") == [
        "Vannier",
        "Tourneur",
    ]


def test_the_column_of_trades_may_be_the_second_one() -> None:
    rows = ("chez un artisan", "Vannier"), ("dans un atelier", "Rempailleuse")
    assert trades_of(f"<h2>Métiers</h2>{table(('Où ?', 'Métier'), rows)}") == [
        "Vannier",
        "Rempailleuse",
    ]


def test_a_list_in_two_columns_without_heads_stays_one() -> None:
    rows = ("Vannier", "Rempailleuse"), ("Tourneur", "Cannier")
    body = f"<h2>Métiers</h2>{table(rows[0], rows[1:], 'td')}"
    assert trades_of(body) == ["Vannier", "Rempailleuse", "Tourneur", "Cannier"]


def test_labels_beside_their_values_are_no_columns() -> None:
    rows = ("Métier", "Vannier"), ("Sigle", "VAN")
    told = record_with_facts(table(rows[0], rows[1:], "td"))
    assert [trade.label for trade in told.trades] == ["Vannier"]
    assert told.acronym == "VAN"


@pytest.mark.parametrize("first", ["Poursuites d'études", "Métiers visés"])
def test_trades_below_a_heading_of_what_follows_are_a_section_of_their_own(first: str) -> None:
    parts = {
        "Poursuites d'études": "<h3>Poursuites d'études</h3><p>Un BMA est possible.</p>",
        "Métiers visés": "<h3>Métiers visés</h3><ul><li>Vannier</li><li>Tourneur</li></ul>",
    }
    body = parts.pop(first) + "".join(parts.values())
    around = (
        "<h2>Accès</h2><p>Après la classe de troisième.</p><h2>Et après ?</h2>{}<h2>Textes</h2>"
    )
    told = record_with_facts(around.format(body))
    assert [trade.label for trade in told.trades] == ["Vannier", "Tourneur"]
    assert told.further_study == "Un BMA est possible."
