"""Facts that sentences tell below headings, in brackets or in columns; all pages are mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of, records_of


@pytest.mark.parametrize("heading", ["", "<h2>Remarque</h2>", "<h2>Présentation</h2>"])
@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("Le CAP Vannerie appartient au secteur « Bois ».", "sector", "Bois"),
        ("Ce diplôme relève de la CPC « Industrie » et du secteur « Bois ».", "sector", "Bois"),
        ("Le référentiel a été établi par la CPC « Industrie ».", "cpc", "Industrie"),
        ("Le CAP Vannerie est suivi par la CPC « Industrie ».", "cpc", "Industrie"),
        (
            "La commission professionnelle consultative compétente est la CPC « Industrie ».",
            "cpc",
            "Industrie",
        ),
        ("La formation est d'une durée de deux ans.", "duration_months", 24),
        ("Le CAP Vannerie se prépare en 2 ans.", "duration_months", 24),
        ("La session 2020 a été la première session organisée ainsi.", "first_session", 2020),
    ],
)
def test_a_sentence_tells_a_fact(heading: str, sentence: str, field: str, value: object) -> None:
    record = record_of(f"{ORDER}{heading}<p>{sentence}</p>")
    assert getattr(record, field) == value


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Formation continue", "La formation dure 6 mois."),
        ("Stages", "La formation est d'une durée de 2 mois."),
        ("CAP Boulanger", "Ce diplôme se prépare en 3 ans."),
        ("Remarque", "Le CAP Boulanger appartient au secteur « Alimentation »."),
    ],
)
def test_sentences_on_others_tell_nothing(heading: str, sentence: str) -> None:
    record = record_of(f"{ORDER}<h2>{heading}</h2><p>{sentence}</p>")
    assert (record.duration_months, record.sector) == (None, None)


def test_a_column_beside_the_text_is_below_no_heading_of_it() -> None:
    body = "<div><h2>Épreuves</h2><p>EP1 : écrit</p></div><aside><p>Durée : 2 ans</p></aside>"
    assert record_of(f"{ORDER}{body}").duration_months == 24


def test_a_place_to_work_at_is_no_trade() -> None:
    text = "Il organise son poste de travail, choisit l'outillage et veille à l'hygiène."
    assert not record_of(f"{ORDER}<h2>Métiers visés</h2><p>{text}</p>").trades


def test_both_sessions_stand_in_one_sentence() -> None:
    sentence = "La première session s'est tenue en 2007, la dernière s'est tenue en 2025."
    record = record_of(f"{ORDER}<p>{sentence}</p>")
    assert (record.first_session, record.last_session) == (2007, 2025)


FACTS = ["Code : 500-23438 V", "CPC : Industrie", "Niveau : V", "Durée de la formation : 3 ans"]


@pytest.mark.parametrize("brackets", ["[{}]", "({})"])
def test_each_bracket_holds_a_label_and_its_value(brackets: str) -> None:
    record = record_of(f"{ORDER}<p>{' '.join(map(brackets.format, FACTS))}</p>")
    assert (record.code, record.cpc, record.duration_months) == ("50023438", "Industrie", 36)


@pytest.mark.parametrize("label", ["1re session", "1ère session", "1ère session d'examen"])
def test_a_value_ends_before_the_first_session(label: str) -> None:
    record = record_of(f"{ORDER}<p>CPC : Industrie &nbsp; {label} : 2018 &nbsp; Durée : 2 ans</p>")
    assert (record.cpc, record.first_session) == ("Industrie", 2018)


def test_a_duration_with_its_label_follows_a_sentence() -> None:
    line = "Ce diplôme relève de la CPC « Industrie ». Durée de la formation : 2 ans. Il est rare."
    assert record_of(f"{ORDER}<p>{line}</p>").duration_months == 24


WORK = "Cette formation prépare à des emplois qualifiés dans les ateliers d'art et les musées."


@pytest.mark.parametrize(
    "text",
    [
        WORK,
        "Le titulaire travaille au contact des autres corps de métier et rend compte.",
        "Selon la taille de l'atelier, le titulaire intervient sur toute la réalisation.",
        "Le titulaire est chargé d'exploiter les fonctions avancées d'un logiciel de dessin.",
        "Il organise son poste de travail, choisit l'outillage et veille à l'hygiène.",
        "Le métier de vannier consiste à tresser l'osier et le rotin avec soin.",
    ],
)
def test_what_is_done_in_a_trade_is_no_list_of_trades(text: str) -> None:
    record = record_of(f"{ORDER}<h2>Le métier</h2><p>{text}</p>")
    assert record.description == text
    assert not record.trades


def test_a_lead_and_a_list_of_tasks_are_the_description() -> None:
    lead = "Le titulaire intervient dans les ateliers. Ses tâches sont les suivantes :"
    items = "<ul><li>tresser l'osier</li><li>monter les fonds</li></ul>"
    record = record_of(f"{ORDER}<h2>Le métier</h2><p>{lead}</p>{items}")
    assert record.description == f"{lead}\n\n- tresser l'osier\n\n- monter les fonds"


@pytest.mark.parametrize(
    "text",
    [
        "Le diplôme peut également être obtenu par la validation des acquis de l'expérience.",
        "Ce diplôme atteste une qualification de niveau 3.",
    ],
)
def test_what_is_said_of_the_diploma_alone_is_no_description(text: str) -> None:
    assert record_of(f"<p>{text}</p>{ORDER}").description is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Ce diplôme comporte deux options : l'option A « osier » (code 500-23411 S) et l'option B "
        "« rotin » (code 500-23412 S).",
        "Le diplôme comprend deux options. L'option A osier porte le code 50023411 ; l'option B "
        "rotin porte le code 50023412.",
    ],
)
@pytest.mark.parametrize("before", ["", "Le CAP Vannerie a été créé par l'arrêté du 3 mai 2010. "])
def test_a_sentence_names_options_with_their_codes(sentence: str, before: str) -> None:
    records = records_of(f"<p>{before}{sentence}</p><p><a href='a.pdf'>Annexe I</a></p>")
    assert [(each.title, each.code) for each in records] == [
        ("CAP Vannerie option A osier", "50023411"),
        ("CAP Vannerie option B rotin", "50023412"),
    ]
    assert all(bool(each.legal_texts) == bool(before) for each in records)
