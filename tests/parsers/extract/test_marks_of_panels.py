"""Signs and words that open a panel belong to no text; a heading may be made in its own way."""

import pytest

from .pages import record_of

SECTIONS = (
    ("Présentation", "<p>Le titulaire tresse l'osier dans un atelier.</p>"),
    ("Les métiers", "<ul><li>vannier</li><li>chaisier</li></ul>"),
    ("Conditions d'accès", "<p>Après la classe de troisième.</p>"),
)
PANELS = (
    "<h3><span>+</span> <span>{0}</span></h3><div>{1}</div>",
    "<h3><span>+</span>{0}</h3>{1}",
    "<h3>{0} +</h3>{1}",
    "<h3>[+] {0}</h3>{1}",
    "<h3>{0} ▼</h3>{1}",
    "<h3>▸ {0}</h3>{1}",
    "<h3>− {0}</h3>{1}",
    "<h3>{0} <span>Voir plus</span></h3>{1}",
    "<button>{0} <span>Déplier</span></button><div>{1}</div>",
    "<button>{0} <span class='sr-only'>Afficher le contenu</span></button><div>{1}</div>",
    "<details><summary>{0} <span>Ouvrir la section</span></summary>{1}</details>",
)


@pytest.mark.parametrize("panel", PANELS)
def test_what_opens_a_panel_is_neither_heading_nor_text(panel: str) -> None:
    panels = "".join(panel.format(*each) for each in SECTIONS)
    body = f"<button>Tout déplier</button>{panels}<h3>Textes</h3><p>Arrêté du 3 mai 2012</p>"
    record = record_of(body)
    assert record.description == "Le titulaire tresse l'osier dans un atelier."
    assert [each.label for each in record.trades] == ["vannier", "chaisier"]
    assert record.access == "Après la classe de troisième."
    assert {each.issue for each in record.issues} <= {"missing-field", "derived-value"}


def test_a_link_that_shows_a_file_is_no_command() -> None:
    link = "<p><a href='x/annexe1.pdf'>Afficher le contenu</a></p>"
    assert len(record_of(f"<p>Arrêté du 3 mai 2012</p>{link}").documents) == 1


ACCESS = "<{0}>Conditions d'accès</{0}><p>Après la classe de troisième.</p>"
FURTHER = "<p>Vers un BMA de la vannerie.</p>"


@pytest.mark.parametrize("heading", ["<h3>{}</h3>", "<div class='titre-bloc'>{}</div>"])
@pytest.mark.parametrize("outer", ["h2", "b"])
def test_a_field_with_one_heading_has_it_however_it_is_made(outer: str, heading: str) -> None:
    rest = f"<{outer}>Description</{outer}><p>Le titulaire tresse l'osier.</p>"
    further = heading.format("Poursuite d'études")
    record = record_of(f"{rest}{ACCESS.format(outer)}{further}{FURTHER}<p>Arrêté du 3 mai 2012</p>")
    assert record.access == "Après la classe de troisième."
    assert record.further_study == "Vers un BMA de la vannerie."


def test_a_heading_made_otherwise_is_part_of_a_text_where_its_field_has_another() -> None:
    rest = "<h2>Description</h2><p>Le titulaire tresse l'osier.</p>"
    inner = "<h3>Poursuite d'études</h3><p>À voir dès l'inscription.</p>"
    further = f"<h2>Poursuite d'études</h2>{FURTHER}"
    record = record_of(f"{rest}{ACCESS.format('h2')}{inner}{further}<p>Arrêté du 3 mai 2012</p>")
    assert "À voir dès l'inscription." in str(record.access)
    assert record.further_study == "Vers un BMA de la vannerie."


def test_a_small_heading_of_no_field_below_a_label_is_part_of_its_text() -> None:
    text = "<p>Après la classe de troisième.</p><h4>Dispenses</h4><p>Sur décision du recteur.</p>"
    record = record_of(f"<p><b>Conditions d'accès</b></p>{text}<p>Arrêté du 3 mai 2012</p>")
    assert record.access == (
        "Après la classe de troisième.\n\nDispenses\n\nSur décision du recteur."
    )
