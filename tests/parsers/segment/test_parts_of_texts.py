"""Sub-headings, lists and sentences that are parts of a section's text, and sections beside it."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

SUB_HEADINGS = ("<h3>{}</h3>", "<p><em>{}</em></p>", "<p><b>{}</b></p>")


@pytest.mark.parametrize("sub_heading", SUB_HEADINGS)
def test_a_sub_heading_of_the_same_field_stays_in_the_text(sub_heading: str) -> None:
    page = "<h2>Accès</h2><p>Après la 3e.</p><h2>Poursuite d'études</h2><p>La vie active.</p>"
    page += sub_heading.format("Formations envisageables") + "<ul><li>BP Vannerie</li></ul>"
    record = record_of(f"{ORDER}{page}<h2>Attendus</h2><p>Être adroit.</p>")
    assert record.further_study == "La vie active.\n\nFormations envisageables\n\n- BP Vannerie"
    assert record.expectations == "Être adroit."


@pytest.mark.parametrize("sub_heading", SUB_HEADINGS)
@pytest.mark.parametrize(
    ("heading", "first", "text"),
    [
        ("Attendus", "Qualités requises", "Qualités requises\n\nÊtre adroit."),
        ("Accès", "Conditions d'admission", "Conditions d'admission\n\nÊtre adroit."),
        ("Attendus", "Attendus", "Être adroit."),  # which only repeats it
    ],
)
def test_the_first_sub_heading_of_a_text(
    sub_heading: str, heading: str, first: str, text: str
) -> None:
    page = f"<h2>{heading}</h2>{sub_heading.format(first)}<p>Être adroit.</p>"
    # what stands below the next heading tells nothing of it
    further = f"<p>Un BP.</p>{sub_heading.format('Formations envisageables')}<p>Un BTM.</p>"
    page += f"<h2>Poursuite d'études</h2>{further}<h2>Arrêté</h2>{ORDER}"
    record = record_of(page)
    assert text in {record.access, record.expectations}
    assert record.further_study == "Un BP.\n\nFormations envisageables\n\nUn BTM."


def test_sections_of_other_fields_below_a_heading_have_headings_of_their_own() -> None:
    page = "<h2>Accès</h2><h3>Conditions d'admission</h3><p>Après la 3e.</p>"
    page += "<h3>Attendus</h3><p>Être adroit.</p><h2>Métiers</h2><p>Vannier</p>"
    record = record_of(ORDER + page)
    assert (record.access, record.expectations) == ("Après la 3e.", "Être adroit.")


def test_parts_of_a_text_below_each_other_are_no_headings_of_the_page() -> None:
    page = "<h2>Présentation</h2><p><b>Profil du diplômé</b></p><p>Il tresse l'osier.</p>"
    page += "<p><b>Activités</b></p><ul><li>choisir l'osier</li></ul>"
    page += "<h2>Accès</h2><p><b>Voie scolaire</b></p><p>Après la 3e.</p>"
    page += "<p><b>Apprentissage</b></p><p>Sur contrat.</p><h2>Métiers</h2><p>Vannier</p>"
    record = record_of(ORDER + page)
    assert record.access == "Voie scolaire\n\nAprès la 3e.\n\nApprentissage\n\nSur contrat."
    assert (record.description or "").endswith("Activités\n\n- choisir l'osier")


def test_a_sentence_on_professionals_is_none_that_leads_to_trades() -> None:
    page = "<h2>Présentation</h2><p>Il tresse.</p><h3>Le métier</h3>"
    page += "<p>Ce CAP a pour objet de former des professionnels de la vannerie.</p>"
    record = record_of(f"{ORDER}{page}<h2>Accès</h2><p>Après la 3e.</p>")
    assert not record.trades
    assert "former des professionnels" in (record.description or "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p><strong>{}</strong></p>", "<div><strong>{}</strong></div>"),
        ("<p><b>{}</b></p>", "<p><strong>{}</strong></p>"),
        ("<p><b>{}</b></p>", "<div><b><span>{}</span></b></div>"),
    ],
)
def test_set_off_headings_made_in_several_ways_head_sections(one: str, other: str) -> None:
    page = one.format("Objectifs") + "<p>Il tresse l'osier.</p>"
    page += one.format("Accès") + "<p>Après la 3e.</p>"
    page += other.format("Poursuite d'études") + "<p>Un BP.</p>"
    page += other.format("Attendus") + "<p>Être adroit.</p>"
    record = record_of(ORDER + page)
    assert (record.access, record.further_study) == ("Après la 3e.", "Un BP.")
    assert record.expectations == "Être adroit."


@pytest.mark.parametrize(
    "page",
    [
        # the level of a heading differs, in a part of the page of its own
        "<div><h2>Accès</h2><p>Après la 3e.</p></div><div><h3>Attendus</h3><p>Adroit.</p></div>",
        "<h2>Accès</h2><p>Après la 3e.</p><h3>Présentation</h3><p>Il tresse l'osier.</p>",
    ],
)
def test_a_heading_one_level_deeper_may_head_a_section(page: str) -> None:
    page = f"<h2>Poursuite d'études</h2><p>Un BP.</p>{page}<h2>Métiers</h2><p>Vannier</p>"
    assert record_of(ORDER + page).access == "Après la 3e."


def test_a_heading_below_that_of_a_text_is_a_part_of_it() -> None:
    page = "<h2>Accès</h2><p>Après la 3e.</p><h2>Attendus</h2><p>Être adroit.</p>"
    page += "<h3>Accès</h3><p>Sur dossier.</p><h2>Poursuite d'études</h2><p>Un BP.</p>"
    record = record_of(ORDER + page)
    assert record.expectations == "Être adroit.\n\nAccès\n\nSur dossier."


@pytest.mark.parametrize("names", [["Enseignements", "Lieux d'exercice"], ["Programme", "Où ?"]])
def test_plain_lines_beside_a_sub_heading_are_parts_of_the_text(names: list[str]) -> None:
    lines = "".join(f"<p><em>{name}</em></p><ul><li>tressage</li></ul>" for name in names)
    page = "<h3>Présentation</h3><p>Il tresse.</p><p><em>Principales activités</em></p>"
    page += f"<ul><li>choisir l'osier</li></ul>{lines}<h3>Accès</h3><p>Après la 3e.</p>"
    text = record_of(ORDER + page).description or ""
    assert [name in text for name in ["Principales activités", *names]] == [True] * 3


@pytest.mark.parametrize("item", ["réglementation ;", "Réglementation", "accès", "emplois,"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_label_among_the_items_of_a_text_is_an_item(item: str, place: int) -> None:
    others = ["tressage", "gestion"]
    items = [each.capitalize() for each in others] if item[0].isupper() else others
    items.insert(place or int(item[0].isupper()), item)
    page = "<h2>Présentation</h2><p>Au programme :</p><ul>"
    page += "".join(f"<li>{each}</li>" for each in items)
    record = record_of(f"{ORDER}{page}</ul><p>Il exerce seul.</p><h2>Accès</h2><p>Sur dossier.</p>")
    text = record.description or ""
    assert [each in text for each in (item.rstrip(" ;,"), items[-1], "seul")] == [True] * 3


def test_items_that_are_labels_of_what_follows_stay_labels() -> None:
    page = "<h2>Présentation</h2><p>Il tresse.</p><ul><li>Vannerie</li><li>Arrêtés</li>"
    page += "<li>Arrêté du 3 mai 2014</li></ul>"
    record = record_of(page)
    assert "2014-05-03" in [text.date for text in record.legal_texts]
    assert "Arrêtés" not in (record.description or "")
    page = "<h2>Présentation</h2><p>Il sait :</p><ul><li>trier l'osier</li><li>Accès</li>"
    page += "<li>après la 3e</li><li>sur dossier</li></ul>"
    assert record_of(ORDER + page.replace("3e", "troisième")).access == (
        "- après la troisième\n\n- sur dossier"
    )
    page = "<h2>Présentation</h2><p>Il tresse.</p><ul><li>Accès</li><li>Après la 3e.</li>"
    page += "<li>Attendus</li><li>Être adroit.</li></ul>"
    assert record_of(ORDER + page).access == "- Après la 3e."
    for names in (["vannier", "rotinier"], ["Vannier", "Rotinier"]):
        page = "<h2>Présentation</h2><p>Il tresse.</p><ul><li>Métiers visés</li>"
        page += "".join(f"<li>{name}</li>" for name in names) + "</ul>"
        assert [trade.label for trade in record_of(ORDER + page).trades] == names


@pytest.mark.parametrize("label", ["Secteurs d'activité", "Le secteur d'activité"])
@pytest.mark.parametrize("heading", ["<h3>{}</h3>", "<p><b>{}</b></p>"])
def test_a_sentence_on_the_work_is_no_sector(label: str, heading: str) -> None:
    sentence = "Les emplois se situent surtout dans un atelier d'artisan."
    page = f"<h2>Présentation</h2><p>Il tresse l'osier.</p>{heading.format(label)}<p>{sentence}</p>"
    record = record_of(f"{ORDER}{page}<h2>Accès</h2><p>Après la 3e.</p>")
    assert record.sector is None
    assert sentence in (record.description or "")
    page = f"<h2>Accès</h2><p>Après la 3e.</p>{heading.format(label)}<p>Métiers d'art</p>"
    assert record_of(ORDER + page).sector == "Métiers d'art"
    named = "Les métiers d'art, du bois, de la pierre et du bâtiment."
    page = f"<h2>Accès</h2><p>Après la 3e.</p>{heading.format(label)}<p>{named}</p>"
    record = record_of(ORDER + page)  # which says nothing of the work
    assert record.description is None
    assert named in [each.value for each in record.issues if each.field == "sector"]


def test_what_an_item_does_is_no_line_of_a_site() -> None:
    items = "<ul><li>trier l'osier,</li><li>signaler les anomalies.</li></ul>"
    page = f"<h2>Présentation</h2><p>Il sait :</p>{items}<p>Signaler une erreur sur la page</p>"
    text = record_of(f"{ORDER}{page}").description or ""
    assert "signaler les anomalies" in text
    assert "erreur" not in text


@pytest.mark.parametrize("lead", ["Il peut exercer dans :", "Elle peut aussi être :"])
def test_a_short_sentence_leads_to_a_list_of_a_lead(lead: str) -> None:
    page = f"<p>Le titulaire du CAP est un ouvrier qualifié qui tresse l'osier.</p><p>{lead}</p>"
    page += "<ul><li>un atelier de vannerie,</li><li>une ferme.</li></ul>"
    text = record_of(f"{page}<h2>Arrêté</h2>{ORDER}").description or ""
    assert text.endswith("- une ferme.")


def test_a_line_that_leads_to_a_table_of_trades_is_none() -> None:
    table = "<table><tr><th>Intitulé du métier</th><th>Code ROME</th></tr>"
    table += "<tr><td>vannier</td><td>B1802</td></tr><tr><td>ébéniste</td><td>H2208</td></tr>"
    page = f"<h2>Métiers</h2><p>Liste non exhaustive :</p>{table}</table>"
    assert [trade.label for trade in record_of(ORDER + page).trades] == ["vannier", "ébéniste"]


def test_words_that_lead_on_are_cut_from_trades_as_words() -> None:
    page = "<h2>Métiers</h2><ul><li>vannier (voir la fiche)</li><li>rotinier</li>"
    page += "<li>canneur</li><li>En savoir plus sur un site</li></ul>"
    labels = [trade.label for trade in record_of(ORDER + page).trades]
    assert labels == ["vannier", "rotinier", "canneur"]


@pytest.mark.parametrize("order", ["Arrêté du 3 mai 2004 portant création du CAP Vannerie"])
@pytest.mark.parametrize("label", ["Présentation", "Accès"])
def test_the_order_behind_a_text_is_no_part_of_it(order: str, label: str) -> None:
    page = f"<h2>{label}</h2><p>Il tresse l'osier.</p><p>{order}</p><ul><li>"
    record = record_of(page + "<a href=a.pdf>Annexes</a></li></ul>")
    assert "Il tresse l'osier." in {record.description, record.access}
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]
    page = f"<h2>{label}</h2><p>{order}</p><p>Il tresse l'osier.</p>"
    record = record_of(page)  # before the text it may lead to it
    assert f"{order}\n\nIl tresse l'osier." in {record.description, record.access}
    further = f"{order}. Il est accessible à tous."
    record = record_of(f"<h2>{label}</h2><p>Il tresse l'osier.</p><p>{further}</p>")
    assert f"Il tresse l'osier.\n\n{further}" in {record.description, record.access}


def test_a_type_alone_is_no_description() -> None:
    page = "<h2>Le diplôme</h2><p><b>Diplôme</b><br>Certificat d'aptitude professionnelle<br>"
    page += "<b>Diplôme remplacé</b><br>500-22134</p>"
    assert record_of(ORDER + page).description is None


def test_a_link_to_a_list_behind_a_text_is_no_part_of_it() -> None:
    page = "<h2>Accès</h2><p>Après la 3e.</p><p><a href=index.html>Liste des diplômes</a></p>"
    assert record_of(ORDER + page).access == "Après la 3e."


PANES = {
    "details": ("<details><summary>{}</summary>{}</details>", "h3"),
    "cells": ("<tr><td><b>{}</b></td><td>{}</td></tr>", "h3"),
    "terms": ("<dt>{}</dt><dd>{}</dd>", "h4"),
    "fields": ("<div><div class=label>{}</div><div>{}</div></div>", "h4"),
}
AROUND = {"cells": "<table>{}</table>", "terms": "<dl>{}</dl>"}


@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("name", ["Ce que l'on apprend", "Au quotidien"])
def test_a_heading_in_the_pane_of_a_text_is_a_part_of_it(pane: str, name: str) -> None:
    form, tag = PANES[pane]
    text = f"<p>Il tresse l'osier.</p><{tag}>{name}</{tag}><p>Le tressage.</p>"
    sections = form.format("Description", text) + form.format("Accès", "<p>Après la 3e.</p>")
    record = record_of(ORDER + AROUND.get(pane, "{}").format(sections))
    assert record.description == f"Il tresse l'osier.\n\n{name}\n\nLe tressage."
    assert record.access == "Après la 3e."


def test_a_set_off_line_in_the_pane_of_a_text_is_a_part_of_it() -> None:
    text = "<p>Il tresse l'osier.</p><p><b>Dans l'entreprise</b></p><p>Il travaille seul.</p>"
    pane = "<div><p><b>{}</b></p><div>{}</div></div>"
    others = pane.format("Accès", "<p>Après la 3e.</p>") + pane.format("Attendus", "<p>Soin.</p>")
    record = record_of(ORDER + pane.format("Description", text) + others)
    parts = ["Il tresse l'osier.", "Dans l'entreprise", "Il travaille seul."]
    assert (record.description or "").split("\n\n") == parts
    # in one part of the page with the names of sections it ends the text
    page = f"<p><b>Description</b></p>{text}<p><b>Accès</b></p><p>Après la 3e.</p>"
    assert record_of(ORDER + page).description == parts[0]
    # as in an element with the names of others
    sections = f"{text}<p><b>Accès</b></p><p>Après la 3e.</p><p><b>Attendus</b></p><p>Soin.</p>"
    page = f"<div><p><b>Description</b></p></div><div>{sections}</div>"
    assert record_of(ORDER + page).description == parts[0]


def test_a_lower_heading_of_another_field_is_a_part_of_a_description_among_texts() -> None:
    page = "<h2>Description</h2><p>Il tresse.</p><h3>Après le diplôme</h3><p>Il est salarié.</p>"
    page += "<h2>Accès</h2><p>Après la 3e.</p><h2>Poursuite d'études</h2><p>Un BP.</p>"
    record = record_of(ORDER + page)
    assert record.description == "Il tresse.\n\nAprès le diplôme\n\nIl est salarié."
    assert record.further_study == "Un BP."


@pytest.mark.parametrize("tag", ["h2", "p"])
def test_labels_of_one_field_around_a_colon_are_one(tag: str) -> None:
    page = f"<{tag}>Débouchés : exemples de métiers</{tag}><ul><li>vannier</li></ul>"
    assert [trade.label for trade in record_of(ORDER + page).trades] == ["vannier"]


@pytest.mark.parametrize("head", ["Métier", "Intitulé", "Nom"])
@pytest.mark.parametrize("other", ["Secteur d'activité", "Lieu"])
def test_trades_stand_in_one_column_of_a_table(head: str, other: str) -> None:
    rows = "<tr><td>vannier</td><td>artisanat</td></tr><tr><td>rotinier</td><td>commerce</td></tr>"
    table = f"<table><tr><th>{head}</th><th>{other}</th></tr>{rows}</table>"
    record = record_of(f"{ORDER}<h2>Métiers associés</h2>{table}")
    assert [trade.label for trade in record.trades] == ["vannier", "rotinier"]
    assert record.sector is None


def test_an_order_behind_the_facts_below_a_text_ends_it() -> None:
    text = "<h2>Poursuites d'études</h2><p>Des passerelles existent vers les bacs.</p>"
    fact = "<p>Durée : 2 ans<br>CPC : Industrie</p>"
    order = "<p>Arrêté du 3 mai 2004</p>"
    news = "<p>Prochaines journées : voir le site.</p>"
    record = record_of(text + fact + order + news)
    assert record.further_study == "Des passerelles existent vers les bacs."
    assert [each.date for each in record.legal_texts] == ["2004-05-03"]
    assert any("Prochaines" in (issue.value or "") for issue in record.issues)
    # right behind the text it may be a part of it, and nothing is lost
    goes_on = "<p>Les adultes y ont accès aussi.</p>"
    assert goes_on[3:-4] in (record_of(text + order + goes_on).further_study or "")


@pytest.mark.parametrize(("word", "kind"), [("Abrogation", "repeal"), ("Création", "creation")])
def test_what_an_order_does_stays_above_it_in_a_section_of_text(word: str, kind: str) -> None:
    text = f"<h2>Le diplôme</h2><p>Il tresse l'osier.</p><p><b>{word}</b></p>"
    record = record_of(f"{text}<p>Arrêté du 3 mai 2004</p><p>Code : 50023438</p>")
    assert [(order.date, order.kind) for order in record.legal_texts] == [("2004-05-03", kind)]
