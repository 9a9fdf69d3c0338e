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
    assert record_of(ORDER + page).expectations == (
        "Être adroit.\n\nQualités requises\n\nLa patience."
    )


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
    "form",
    [
        "<p><b>{}</b> {}</p>",
        "<p><b>{}</b><br>{}</p>",
        "<div><b>{}</b><br>{}<br><br></div>",
        "<ul><li><b>{}</b> {}</li></ul>",
    ],
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


@pytest.mark.parametrize("panel", ["div", "section"])
def test_buttons_that_take_turns_with_panels_are_headings(panel: str) -> None:
    part = f"<button type=button>{{}}</button>\n<{panel}><p>{{}}</p></{panel}>\n"
    parts = (
        ("1. Résumé", "Il tresse l'osier."),
        ("2. Prérequis", "La 3e."),
        ("3. Métiers", "vannier"),
    )
    record = record_of(ORDER + "".join(part.format(*each) for each in parts))
    assert (record.description, record.access) == ("Il tresse l'osier.", "La 3e.")
    assert _labels(record) == ["vannier"]


def test_buttons_in_a_row_are_no_headings() -> None:
    buttons = "<button>Prérequis</button><button>Métiers</button><div><p>La 3e.</p></div>"
    record = record_of(f"{ORDER}<h2>Présentation</h2><p>Il tresse l'osier.</p>{buttons}")
    assert (record.access, record.trades) == (None, ())


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


@pytest.mark.parametrize("stop", [":", ".", "–", "-"])
@pytest.mark.parametrize("number", ["", "IV - ", "D - "])
def test_a_text_in_small_letters_behind_a_heading_that_ends(stop: str, number: str) -> None:
    heads = f"<li><b>{number}Métiers visés {stop}</b> vannier/ère, rempailleur/euse</li>"
    record = record_of(f"{ORDER}<ul>{heads}<li><b>Sigle {stop}</b> VAN</li></ul>")
    assert _labels(record) == ["vannier/ère", "rempailleur/euse"]


def test_a_sentence_that_goes_on_behind_a_set_off_label_is_no_value() -> None:
    assert record_of(f"{ORDER}<p><b>Accès</b> au métier de vannier.</p>").access is None


@pytest.mark.parametrize(
    "form", ["<tr><td>{}</td><td>{}</td></tr>", "<tr><th>{}<td>{}", "<tr><td><b>{}</b><td><p>{}"]
)
def test_the_level_at_which_a_training_begins_is_not_the_diploma_s(form: str) -> None:
    rows = (("Niveau d'entrée", "niveau 3"), ("Niveau de sortie", "niveau 4"))
    record = record_of(f"{ORDER}<table>{''.join(form.format(*row) for row in rows)}</table>")
    assert (record.access, record.level) == ("niveau 3", 4)


def test_labels_set_off_behind_the_date_of_the_page() -> None:
    line = "<p><b>Mise à jour :</b> 3/5/2019 <b>Code :</b> 500-22431 <b>Sigle :</b> VAN</p>"
    record = record_of(ORDER + line)
    assert (record.code, record.acronym) == ("50022431", "VAN")


@pytest.mark.parametrize(
    ("label", "kind"), [("Modification.", "modification"), ("Arrêté (création) –", "creation")]
)
def test_what_an_order_does_may_end_with_a_stop(label: str, kind: str) -> None:
    line = f"<ul><li><b>{label}</b> Arrêté du 3 mai 2004</li><li><b>Sigle.</b> VAN</li></ul>"
    (order,) = record_of(line).legal_texts
    assert (order.date, order.kind) == ("2004-05-03", kind)


@pytest.mark.parametrize(
    "head", ["<h3>{}</h3>{}", "<p><b>{}</b></p>{}", "<p><b>{}</b><br>La 3e.</p>"]
)
def test_a_question_behind_a_label_is_a_part_of_it(head: str) -> None:
    record = record_of(ORDER + head.format("Accès : après quelle classe ?", "<p>La 3e.</p>"))
    assert record.access == "La 3e."
    assert record_of(f"{ORDER}<p>Accès : la 3e ? Non, la 2de.</p>").access == "la 3e ? Non, la 2de."


@pytest.mark.parametrize(
    "name",
    ["Grille horaire", "Emploi du temps type", "Évaluation des candidats", "Pour en savoir plus",
     "Contrôle en cours de formation"],
)  # fmt: skip
@pytest.mark.parametrize("form", ["<p>{}</p><p>{}</p>", "<p>{} : {}</p>", "<p><b>{} :</b> {}</p>"])
def test_a_section_of_no_field_ends_the_text_before_it(name: str, form: str) -> None:
    sections = (("Accès", "Après la 3e."), (name, "Deux heures."), ("Attendus", "Adroit."))
    record = record_of(ORDER + "".join(form.format(*each) for each in sections))
    assert (record.access, record.expectations) == ("Après la 3e.", "Adroit.")
    # what is no such name stays in the text
    sections = (("Accès", "Après la 3e."), ("Deux voies", "Un an."), ("Attendus", "Adroit."))
    record = record_of(ORDER + "".join("<p>{} : {}</p>".format(*each) for each in sections))
    assert record.access == "Après la 3e.\n\nDeux voies : Un an."


@pytest.mark.parametrize("number", ["2.1 {}", "2.1. {}", "1.2.3 {}", "2 {}"])
def test_a_heading_may_have_a_number_of_several_parts(number: str) -> None:
    access, study = number.format("Accès"), number.format("Poursuite d'études")
    record = record_of(f"{ORDER}<h4>{access}</h4><p>Après la 3e.</p><h4>{study}</h4><p>Un BP.</p>")
    assert (record.access, record.further_study) == ("Après la 3e.", "Un BP.")


@pytest.mark.parametrize(
    ("label", "value", "field"),
    [("Ressort de la CPC", "Bureautique", "cpc"), ("Un secteur large", "Bois", "sector")],
)
def test_a_pair_that_no_label_names_is_told_with_its_field(
    label: str, value: str, field: str
) -> None:
    record = record_of(f"{ORDER}<p>{label} : {value}</p>")
    assert field in {issue.field for issue in record.issues if issue.issue != "missing-field"}


def test_a_question_that_is_a_label_has_its_answer_behind_it() -> None:
    asked = (
        ("Combien de temps ?", "2 années"),
        ("Qu'attend-on du candidat ?", "Une bonne résistance."),
        ("Quels emplois ?", "vannier/ière, rempailleur/euse"),
    )
    page = "<h3>Accès</h3><p>Après la troisième, sur dossier.</p>"
    record = record_of(ORDER + page + "".join("<p>{} {}</p>".format(*each) for each in asked))
    assert record.access == "Après la troisième, sur dossier."
    assert record.duration_months == 24
    assert record.expectations == "Une bonne résistance."
    assert [trade.label for trade in record.trades] == ["vannier/ière", "rempailleur/euse"]
    # another question is of the text
    text = "Le lycée est loin ? Il y a un internat."
    record = record_of(f"{ORDER}{page}<p>{text}</p>")
    assert record.access == f"Après la troisième, sur dossier.\n\n{text}"
