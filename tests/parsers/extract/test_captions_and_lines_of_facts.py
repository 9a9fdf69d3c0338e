"""Captions, lines of facts and sentences inside sections, and labels that go on as other words."""

import pytest

from tests.parsers.extract.pages import record_with_facts, trades_of

FIGURE = "<figure><img src=a.jpg alt=''><figcaption>{}</figcaption></figure>"


@pytest.mark.parametrize("caption", ["Un atelier", "Photographie d'illustration", "Osier, 2022"])
def test_what_stands_below_a_picture_is_no_part_of_a_text_or_list(caption: str) -> None:
    picture = FIGURE.format(caption)
    told = record_with_facts(
        f"<h2>Accès</h2><p>Après la classe de troisième.</p>{picture}<p>Sur dossier.</p>"
        f"<h2>Métiers</h2><ul><li>Vannier</li></ul>{picture}"
    )
    assert told.access == "Après la classe de troisième.\n\nSur dossier."
    assert [trade.label for trade in told.trades] == ["Vannier"]


def test_the_name_of_a_table_in_a_figure_stays_its_label() -> None:
    body = "<figure><figcaption>Métiers</figcaption><ul><li>Vannier</li></ul></figure>"
    assert trades_of(body) == ["Vannier"]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (
            "<p>Il prépare à être vannier, tourneur ou cannier.</p>",
            ["vannier", "tourneur", "cannier"],
        ),
        ("<p>Le CAP forme à être vannier.</p>", ["vannier"]),
        (
            "<p>On devient tresseur/euse d'osier et céramiste.</p>",
            ["tresseur/euse d'osier", "céramiste"],
        ),
    ],
)
def test_trades_that_a_sentence_leads_to(written: str, names: list[str]) -> None:
    assert trades_of(f"<h2>Métiers</h2>{written}") == names


def test_trades_in_small_letters_behind_a_label_whose_class_tells() -> None:
    for text, names in (
        ("vannier, tourneur, cannier", ["vannier", "tourneur", "cannier"]),
        ("de la vannerie", []),
    ):
        assert trades_of(f"<div><strong class=intitule>Les métiers</strong> {text}</div>") == names


def test_a_word_of_a_list_that_is_a_label_too_goes_on() -> None:
    for mark in ("b", "a href=/mot", "strong"):
        item = f"<{mark}>Diplôme</{mark.split()[0]}> d'université"
        told = record_with_facts(f"<h2>Poursuite d'études</h2><ul><li>BMA</li><li>{item}</li></ul>")
        assert (told.title, told.further_study) == (
            "CAP Vannerie",
            "- BMA\n\n- Diplôme d'université",
        )


def test_facts_between_bars_are_apart_below_a_text_too() -> None:
    line = "Sigle : VAN | Durée : 2 ans | Stage : 8 semaines | CPC : Arts | Rythme : plein"
    told = record_with_facts(f"<h2>Portrait</h2><p>{line}</p>")
    assert (told.acronym, told.duration_months, told.cpc) == ("VAN", 24, "Arts")


def test_a_sentence_is_no_sector() -> None:
    sentence = "Dans un atelier, il prend des initiatives et tresse l'osier pour ses clients."
    told = record_with_facts(f"<h2>Champ professionnel</h2><p>{sentence}</p>")
    assert told.sector is None
    assert any(remark.field == "sector" for remark in told.issues)
    assert (
        record_with_facts("<h2>Champ professionnel</h2><p>Artisanat d'art.</p>").sector
        == "Artisanat d'art"
    )


def test_a_line_of_an_unknown_label_and_its_value_is_no_description() -> None:
    told = record_with_facts("<h2>Le diplôme en bref</h2><p>Validation : Diplôme national</p>")
    assert told.description is None
    text = "Le vannier tresse l'osier : paniers et meubles."
    assert record_with_facts(f"<h2>Le diplôme en bref</h2><p>{text}</p>").description == text


def test_an_ended_certification_is_repealed() -> None:
    for state in ("Certification supprimée", "La certification est abrogée"):
        assert record_with_facts(f"<p>Situation : {state}</p>").status == "repealed"


@pytest.mark.parametrize("head", ["Ancienne version", "Abrogé et remplacé par"])
def test_another_s_code_below_a_cell_that_spans_the_columns(head: str) -> None:
    told = record_with_facts(
        f"<table><tr><th colspan=2>{head}</th></tr><tr><td colspan=2>500-23434</td></tr>"
        "<tr><th colspan=2>Sigle</th></tr><tr><td colspan=2>VAN</td></tr></table>"
    )
    assert [*told.replaces, *told.replaced_by] == ["50023434"]
