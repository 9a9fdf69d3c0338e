"""Headings that are the first line of their block, as the page's labels of texts are."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

UPPER = (
    "<div>CONDITIONS D'ACCÈS<br>Après la 3e.<br><br>POURSUITE D'ÉTUDES<br>Un BP.<br><br>{}</div>"
)
BOLD = (
    "<div><b>Conditions d'accès</b><br>Après la 3e.<br><br><b>Poursuite d'études</b><br>Un BP."
    "<br><br>{}</div>"
)


@pytest.mark.parametrize(
    ("body", "more", "further_study"),
    [
        (UPPER, "VIE LIBRE<br>Un foyer.", "Un BP."),
        (BOLD, "<b>Vie libre</b><br>Un foyer.", "Un BP."),
        (BOLD, "<b>Vie libre</b><br>- Un foyer.<br>- Un jardin.", "Un BP."),
        # made otherwise than the labels, alone in its block, in the middle of a line
        (UPPER, "Vie libre<br>Un foyer.", "Un BP.\n\nVie libre Un foyer."),
        (BOLD, "VIE LIBRE<br>Un foyer.", "Un BP.\n\nVIE LIBRE Un foyer."),
        (BOLD, "Un <b>CAP</b><br>ou un BTS.", "Un BP.\n\nUn CAP ou un BTS."),
    ],
)
def test_a_first_line_made_as_labels_are_ends_the_text_before(
    body: str, more: str, further_study: str
) -> None:
    record = record_of(f"{ORDER}{body.format(more)}")
    assert record.access == "Après la 3e."
    assert record.further_study == further_study


def test_one_label_alone_shows_no_habit() -> None:
    body = "<div>CONDITIONS D'ACCÈS<br>Après la 3e.<br><br>OU PLUS TARD<br>Un entretien.</div>"
    access = record_of(f"{ORDER}{body}").access
    assert access == "Après la 3e.\n\nOU PLUS TARD Un entretien."


COLON = (
    "<div>Conditions d'accès :<br>Après la 3e.<br><br>Poursuite d'études :<br>Un BP."
    "<br><br>{}</div>"
)


@pytest.mark.parametrize(
    ("more", "further_study"),
    [
        ("Volume horaire :<br>Trois demi-journées.", "Un BP."),
        ("Où se former ?<br>Dans deux ateliers.", "Un BP."),
        ("Taux de réussite :<br>- bon<br>- stable", "Un BP."),
        # what leads to a list, and no section's name
        (
            "Les voies les plus suivies :<br>- un CS",
            "Un BP.\n\nLes voies les plus suivies :\n\n- un CS",
        ),
    ],
)
def test_a_first_line_before_a_colon_ends_a_text_where_it_names_a_known_section(
    more: str, further_study: str
) -> None:
    record = record_of(f"{ORDER}{COLON.format(more)}")
    assert record.access == "Après la 3e."
    assert record.further_study == further_study
