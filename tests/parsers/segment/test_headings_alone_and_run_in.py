"""Headings alone in their paragraph beside such that have their text in it."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of


def _labels(record: object) -> list[str]:
    return [trade.label for trade in record.trades]  # type: ignore[attr-defined]


@pytest.mark.parametrize("stop", ["", " :"])
def test_a_heading_alone_above_a_list_is_no_part_of_the_text_before_it(stop: str) -> None:
    run_in, alone = f"<p><b>{{}}{stop}</b><br>{{}}</p>", f"<p><b>{{}}{stop}</b></p>"
    page = (
        run_in.format("Présentation", "Il tresse l'osier.")
        + run_in.format("Accès", "Après la 3e.")
        + alone.format("Attendus")
        + "<ul><li>Être adroit.</li></ul>"
        + run_in.format("Poursuite d'études", "Un BP.")
        + alone.format("Métiers")
        + "<ul><li>vannier/ère</li></ul>"
        + alone.format("Vie de la classe")
        + "<ul><li>Un foyer.</li></ul>"
    )
    record = record_of(ORDER + page)
    assert (record.access, record.expectations) == ("Après la 3e.", "- Être adroit.")
    assert (record.further_study, _labels(record)) == ("Un BP.", ["vannier/ère"])


def test_a_set_off_line_below_a_heading_is_a_part_of_its_text() -> None:
    page = "<h2>Accès</h2><p>Après la 3e.</p><h2>Attendus</h2><p>Être adroit.</p>"
    page += "<p><b>Qualités requises :</b></p><p>La patience.</p>"
    assert record_of(ORDER + page).expectations == "Être adroit.\n\nLa patience."


@pytest.mark.parametrize("stop", [".", " –", " :", ""])
def test_items_that_begin_with_a_heading_and_a_stop(stop: str) -> None:
    items = (("Poursuite d'études", "Un BP."), ("Ressources du centre", "Un atelier."))
    page = "".join(f"<li><b>{head}{stop}</b> {text}</li>" for head, text in items)
    assert record_of(f"{ORDER}<ul>{page}</ul>").further_study == "Un BP."


def test_an_item_of_a_text_may_begin_with_a_sentence_that_is_set_off() -> None:
    page = "<li><b>Accès :</b> Deux voies.</li><li><b>Par la voie scolaire.</b> En 2 ans.</li>"
    text = record_of(f"{ORDER}<ul>{page}</ul>").access
    assert text == "Deux voies.\n\n- Par la voie scolaire. En 2 ans."


@pytest.mark.parametrize("head", ["Évaluation.", "Horaires hebdomadaires.", "Mobilité."])
def test_a_known_heading_may_end_with_a_stop(head: str) -> None:
    page = "<p><b>Accès.</b> Sur dossier.</p><p><b>Attendus.</b> Être adroit.</p>"
    page += f"<p><b>{head}</b></p><ul><li>Sept heures.</li></ul>"
    assert record_of(ORDER + page).expectations == "Être adroit."


@pytest.mark.parametrize(
    "form", ["<p><b>{}</b> {}</p>", "<p><b>{}</b><br>{}</p>", "<div><b>{}</b><br>{}<br><br></div>"]
)
def test_a_line_that_leads_to_the_list_of_its_section_is_text(form: str) -> None:
    lead = form.format("Poursuite d'études :", "Formations accessibles ensuite :")
    record = record_of(f"{ORDER}{lead}<ul><li>un BP</li></ul><p><b>Sigle :</b> VAN</p>")
    assert record.further_study == "Formations accessibles ensuite :\n\n- un BP"


def test_the_heading_of_a_section_of_no_field_is_no_first_part_of_the_text_around() -> None:
    page = "<h2>La formation</h2><h3>{}</h3><p>Un label.</p><h3>Métiers</h3><p>vannier</p>"
    for head in ("Démarche qualité", "Accessibilité", "Mobilité européenne", "Historique"):
        assert record_of(ORDER + page.format(head)).description is None
    assert record_of(ORDER + page.format("Le geste")).description == "Le geste\n\nUn label."


@pytest.mark.parametrize("form", ["<p><b>{}</b></p><p>{}</p>", "<p class=t>{}</p><p>{}</p>"])
def test_a_section_on_access_for_the_disabled_ends_the_text_before_it(form: str) -> None:
    sections = (("Accès", "Après la 3e."), ("Accessibilité", "Une rampe."), ("Attendus", "Adroit."))
    record = record_of(ORDER + "".join(form.format(*each) for each in sections))
    assert (record.access, record.expectations) == ("Après la 3e.", "Adroit.")


def test_the_panel_of_a_button_in_a_header_holds_its_value() -> None:
    card = (
        "<div class=card><div class=head><button data-target='#c'>{}</button></div>"
        "<div class=collapse><div><p>{}</p></div></div></div>"
    )
    facts = (("Durée", "2 ans"), ("CPC", "Industrie"), ("Secteur", "Vannerie"))
    record = record_of(ORDER + "".join(card.format(*fact) for fact in facts))
    assert (record.duration_months, record.cpc, record.sector) == (24, "Industrie", "Vannerie")


def test_an_acronym_below_its_label_is_no_heading_in_capitals() -> None:
    lines = ("CONDITIONS D'ACCÈS", "La 3e.", "ATTENDUS", "Être adroit.", "SIGLE", "VANN")
    record = record_of(ORDER + "".join(f"<p>{line}</p>" for line in lines))
    assert record.acronym == "VANN"


def test_a_value_ends_at_a_label_that_is_set_off_and_not_known() -> None:
    record = record_of(
        f"{ORDER}<p><b>Durée :</b> 2 ans <b>Lieu d'étude :</b> Lyon <b>Sigle :</b> VAN</p>"
    )
    assert (record.duration_months, record.acronym) == (24, "VAN")


def test_a_commission_above_a_text_that_names_a_site_is_a_label() -> None:
    page = "<b>Commission professionnelle consultative</b><br>Industrie<br><br>"
    page += "<b>Objectifs</b><br>Il tresse. La page de l'Onisep en dit plus.<br><br>"
    assert record_of(f"{ORDER}<div>{page}</div>").cpc == "Industrie"
