"""Headings that no label is, and that say by their words which text follows.

All pages are mock-ups.
"""

import pytest

from schema.lexicon import Lexicon
from tests.parsers.extract.pages import record_of, record_with_facts

TASK = "Le titulaire du diplôme tresse des paniers et répare des sièges."
STUDY = "Une classe passerelle permet de rejoindre une section de technicien supérieur."
CODE = "<p>Code : 402-24322</p>"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Les missions quotidiennes du professionnel", None),
        ("Présentation des missions du professionnel", "description"),
        ("Admission : les conditions exigées", "access"),
        ("Suite des études et prolongements", "further_study"),
        # what a heading of two fields, of no field, or of a type means is not said
        ("Voies de préparation", None),
        ("Compétences et aptitudes", None),
        ("Brevet de technicien supérieur", None),
        ("Zoom sur les métiers", None),
        ("Mention objet", None),
        ("Pour aller plus loin", None),
        ("Passerelles vers d'autres formations", None),
        ("De quel diplôme s'agit-il ?", None),
    ],
)
def test_all_words_are_those_of_one_field(heading: str, field: str | None) -> None:
    entry = Lexicon.packaged().heading(heading)
    assert (entry.field if entry else None) == field


STATEMENTS = [
    ("Ce diplôme est ouvert sous conditions", "access"),
    ("Cette formation s'adresse à des publics variés", "access"),
    ("2. Accessible après la troisième", "access"),
    ("Il faut de la motivation et de la rigueur", "expectations"),
    ("Cette formation demande certaines qualités", "expectations"),
    ("Êtes-vous fait pour cette formation ?", "expectations"),
    ("Vous pourrez devenir", "trades"),
    ("Ce diplôme donne accès à plusieurs métiers", "trades"),
    ("Un premier pas vers d'autres diplômes", "further_study"),
    ("Ce diplôme permet de poursuivre ses études", "further_study"),
    ("Le CAP en quelques mots", "description"),
    ("Le certificat de spécialisation en bref", "description"),
    ("Ce que vous apprendrez à faire", "description"),
    ("Ce diplôme prépare à un emploi qualifié", "description"),
    ("Ce diplôme est défini par arrêté", "legal_texts"),
    ("Le cadre réglementaire du CAP", "legal_texts"),
    ("Le référentiel se télécharge ici", "documents"),
    # what others state is of no field
    ("Un diplôme ouvert sur l'international", None),
    ("Ce diplôme est un CAP", None),
    ("Le CAP Vannerie en apprentissage", None),
    ("Il faut deux ans", None),
]


@pytest.mark.parametrize(("heading", "field"), STATEMENTS)
def test_a_heading_states_what_follows(heading: str, field: str | None) -> None:
    entry = Lexicon.packaged().heading(heading)
    assert (entry.field if entry else None) == field


@pytest.mark.parametrize(
    "page",
    [
        "<h2>{}</h2><p>{}</p><h2>{}</h2><p>{}</p>",
        "<dl><dt>{}<dd>{}<dt>{}<dd>{}</dl>",
        "<table><tr><th>{}<td>{}<tr><th>{}<td>{}</table>",
        "<div class=titre>{}</div><p>{}</p><div class=titre>{}</div><p>{}</p>",
        "<p><b>{} :</b> {}</p><p><b>{} :</b> {}</p>",
    ],
)
def test_a_statement_heads_its_text_however_it_is_made(page: str) -> None:
    access, study = "Ouvert à tous.", "Les plus motivés entrent en BMA."
    heads = ("Ce diplôme est ouvert sous conditions", "Poursuite d'études")
    record = record_with_facts(page.format(heads[0], access, heads[1], study))
    assert (record.access, record.further_study) == (access, study)


def test_a_statement_in_a_text_is_a_sentence_of_it() -> None:
    text = "Ce diplôme est ouvert sous conditions"
    record = record_with_facts(f"<h2>Description</h2><p>{TASK}</p><p>{text}</p><p>{TASK}</p>")
    assert record.access is None
    assert text in (record.description or "")


@pytest.mark.parametrize(
    "heading", ["Le cœur du métier", "Présentation des missions du professionnel"]
)
def test_a_heading_says_by_its_words_which_text_follows(heading: str) -> None:
    record = record_with_facts(f"<h2>{heading}</h2><p>{TASK}</p><h2>Après l'examen</h2><p>{STUDY}")
    assert (record.description, record.further_study) == (TASK, STUDY)


@pytest.mark.parametrize(
    "sentence",
    [
        TASK,
        "Tourné vers la vente, ce professionnel a pour mission première de tresser des paniers.",
        "Tresser, vendre, réparer : telles sont les tâches confiées au diplômé dès son entrée.",
    ],
)
@pytest.mark.parametrize("heading", ["Un diplôme pour quel métier ?", "Le métier visé"])
def test_a_text_on_a_trade_is_no_list_of_trades(heading: str, sentence: str) -> None:
    record = record_with_facts(f"<h2>{heading}</h2><p>{sentence}</p>")
    assert (record.description, record.trades) == (sentence, ())
    named = record_with_facts(f"<h2>{heading}</h2><ul><li>vannier</li><li>rotinier</li></ul>")
    assert [trade.label for trade in named.trades] == ["vannier", "rotinier"]


def test_a_box_with_orders_behind_a_text_is_no_part_of_it() -> None:
    order = "<ul><li>Arrêté du 3 mai 2021 portant création du CAP</li></ul>"
    box = f"<div><h3>Ce que disent les textes</h3><p>Première session : 2023.</p>{order}</div>"
    record = record_of(f"{CODE}<h2>Finalité du diplôme</h2><p>{TASK}</p>{box}")
    assert record.description == TASK
    assert [(t.date, t.kind) for t in record.legal_texts] == [("2021-05-03", "creation")]
    box = "<div><h3>Ses outils</h3><p>Il les affûte.</p></div>"
    record = record_of(f"{CODE}<h2>Finalité du diplôme</h2><p>{TASK}</p>{box}")
    assert record.description == f"{TASK}\n\nSes outils\n\nIl les affûte."


@pytest.mark.parametrize("heading", ["Repères chiffrés", "L'essentiel à retenir", "En chiffres"])
def test_facts_stand_below_the_heading_of_figures(heading: str) -> None:
    facts = "<li><strong>2 ans</strong> <span>de formation</span></li>"
    figures = f"<h2>{heading}</h2><ul>{facts}<li><b>49 %</b> <span>en emploi</span></li></ul>"
    record = record_of(CODE + figures, "<h1>BNMA Bijouterie</h1>")
    assert record.duration_months == 24


CREATED = "créé par l'arrêté du 5 mars 2023 et dont la première session a eu lieu en 2025, est"


def test_a_session_behind_the_order_of_creation_is_the_diplomas() -> None:
    record = record_of(
        f"{CODE}<p>Le BNMA Bijouterie, {CREATED} un diplôme.</p>", "<h1>BNMA Bijouterie</h1>"
    )
    assert (record.first_session, len(record.legal_texts)) == (2025, 1)
    other = record_of(
        f"{CODE}<p>Le CAP Rotin, {CREATED} un diplôme.</p>", "<h1>BNMA Bijouterie</h1>"
    )
    assert other.first_session is None
    assert any(i.field == "first_session" and i.value for i in other.issues)


def test_the_last_session_is_that_since_the_end_of_which_no_diploma_is_awarded() -> None:
    sentence = "{} n'est plus délivré depuis la fin de la session 2021, la dernière."
    assert record_of(CODE + f"<p>{sentence.format('Ce diplôme')}</p>").last_session == 2021
    assert record_of(CODE + f"<p>{sentence.format('Le CAP Rotin')}</p>").last_session is None
