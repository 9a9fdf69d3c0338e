"""Questions that head values and texts, also with the diploma's name; all pages are mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of, records_of

FILE = "<p><a href='a.pdf'>Annexe I</a></p>"


@pytest.mark.parametrize(
    ("question", "answer", "field", "value"),
    [
        ("Sous quel code s'inscrire ?", "Sous le code 50023438.", "code", "50023438"),
        ("Le diplôme est-il inscrit au RNCP ?", "Oui, sous le n° 37237.", "rncp", "RNCP37237"),
        ("De quel niveau est le CAP Vannerie ?", "De niveau 3.", "level_label", "De niveau 3."),
        ("En combien de temps le prépare-t-on ?", "En deux ans.", "duration_months", 24),
        (
            "À quelle session le certificat d'aptitude professionnelle Vannerie a-t-il été "
            "organisé pour la première fois ?",
            "À la session 2024.",
            "first_session",
            2024,
        ),
        ("Quelle est la dernière session ?", "La session 2028.", "last_session", 2028),
        ("De quelle commission relève-t-il ?", "De la CPC « Industrie ».", "cpc", "Industrie"),
    ],
)
def test_a_question_asks_for_a_value(question: str, answer: str, field: str, value: object) -> None:
    record = record_of(f"{ORDER}<h2>{question}</h2><p>{answer}</p>{FILE}")
    if field == "rncp":
        assert record.rncp_codes == (value,)
    else:
        assert getattr(record, field) == value


def test_a_question_on_the_level_of_candidates_asks_for_none() -> None:
    page = "<h2>De quel niveau faut-il être pour entrer ?</h2><p>Du niveau 4.</p>"
    assert record_of(f"{ORDER}{page}{FILE}").level == 3


@pytest.mark.parametrize(
    ("description", "access", "trades"),
    [
        ("Le CAP Vannerie, en quoi ça consiste ?", "Le CAP Vannerie, comment y accéder ?",
         "Le CAP Vannerie, pour quels métiers ?"),
        ("CAP Vannerie : présentation", "CAP Vannerie : accès", "CAP Vannerie : métiers"),
        ("En quoi ça consiste ?", "Comment y accéder ?", "Avec le CAP Vannerie, quels métiers ?"),
        ("Le métier du diplômé", "Accès", "À quels métiers prépare-t-il ?"),
        ("Le métier du titulaire", "Accès", "Métiers (exemples)"),
    ],
)  # fmt: skip
def test_headings_name_the_diploma_and_ask(description: str, access: str, trades: str) -> None:
    text = "Sous l'autorité d'un chef d'équipe, il tresse l'osier."
    (record,) = records_of(
        f"{ORDER}<h2>{description}</h2><p>{text}</p>"
        f"<h2>{access}</h2><p>Après la classe de troisième.</p>"
        f"<h2>{trades}</h2><ul><li>vannier</li><li>rempailleur</li></ul>{FILE}"
    )
    assert record.description == text
    assert record.access == "Après la classe de troisième."
    assert [trade.label for trade in record.trades] == ["vannier", "rempailleur"]


def test_the_exercise_of_a_trade_is_described() -> None:
    text = "L'exercice du métier suppose de la rigueur et le goût du travail soigné."
    assert record_of(f"{ORDER}<h2>Le métier</h2><p>{text}</p>{FILE}").description == text


def test_a_lead_says_where_somebody_works() -> None:
    text = "Le vannier qualifié exerce son activité dans les ateliers et chez les particuliers."
    assert record_of(f"<p>{text}</p>{ORDER}{FILE}").description == text


@pytest.mark.parametrize("field", ["duration_months", "cpc"])
def test_what_no_rule_reads_is_told(field: str) -> None:
    text = (
        "Le nouveau diplôme remplace le diplôme portant le code 500-23437.</p><p>Il porte le code "
        "500-23438. La durée de la préparation est de 2 ans. Il dépend de la CPC Industrie."
    )
    record = record_of(f"{ORDER}<p>{text}</p>{FILE}")
    assert getattr(record, field) is None
    assert any(each.field == field and "500-23438" in (each.value or "") for each in record.issues)


def test_what_is_read_is_not_told_again() -> None:
    record = record_of(f"{ORDER}<p>Durée de la formation : 2 ans</p><p>CPC : Industrie</p>{FILE}")
    assert not [i for i in record.issues if i.field in {"duration_months", "cpc"}]


def test_what_a_label_tells_already_is_told_once() -> None:
    line = "Durée de la formation : deux ans ou trois ans de formation"
    record = record_of(f"{ORDER}<p>{line}</p>{FILE}")
    assert record.duration_months is None
    assert sum(each.field == "duration_months" for each in record.issues) == 1


def test_what_stands_in_a_text_is_told_there() -> None:
    text = "La formation comprend un stage de deux mois, le secteur « Bois » et la CPC des métiers."
    record = record_of(f"{ORDER}<h2>Accès</h2><p>{text}</p>{FILE}")
    assert record.access == text
    assert not [i for i in record.issues if i.field in {"duration_months", "sector"}]


@pytest.mark.parametrize(
    ("sentence", "replaces", "replaced_by"),
    [
        ("Le code 50023439, celui du nouveau CAP Vannerie, remplace le code 50023438, celui du CAP "
         "Vannerie.", (), ("50023439",)),
        ("Le code 50023437 S, qui était celui de l'ancien CAP Vannerie, laisse la place au code "
         "50023438 S, qui est celui du CAP Vannerie.", ("50023437",), ()),
    ],
)  # fmt: skip
def test_of_two_codes_in_one_sentence_the_second_is_the_diplomas(
    sentence: str, replaces: tuple[str, ...], replaced_by: tuple[str, ...]
) -> None:
    record = record_of(f"{ORDER}<p>{sentence}</p>{FILE}")
    assert (record.code, record.replaces, record.replaced_by) == (
        "50023438", replaces, replaced_by
    )  # fmt: skip


def test_facts_of_a_diploma_to_go_on_to_are_its_text() -> None:
    page = "<h3>BP Vannerie</h3><p>Niveau 4. Code 45023405. Formation en deux ans.</p>"
    record = record_of(f"{ORDER}<h2>Poursuite d'études</h2>{page}{FILE}")
    assert (record.code, record.level, record.duration_months) == (None, 3, None)
    text = "BP Vannerie\n\nNiveau 4. Code 45023405. Formation en deux ans."
    assert record.further_study == text


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("La première session a eu lieu en 2008 ; la dernière se tiendra en 2015.", 2008, 2015),
        ("La première session a eu lieu en 2008 ; la dernière aura lieu en 2015.", 2008, 2015),
    ],
)
def test_a_last_session_goes_on_behind_a_semicolon(sentence: str, first: int, last: int) -> None:
    record = record_of(f"{ORDER}<p>{sentence}</p>{FILE}")
    assert (record.first_session, record.last_session) == (first, last)


def test_the_day_of_a_commissions_advice_is_no_commission() -> None:
    line = "Avis de la commission professionnelle consultative : 1er avril 1994"
    record = record_of(f"{ORDER}<p>{line}</p>{FILE}")
    assert record.cpc is None
    assert sum(each.field == "cpc" for each in record.issues) == 1


def test_a_colon_behind_an_abbreviation_is_no_part_of_the_value() -> None:
    label = "<span class='views-label'><abbr title='Commission'>CPC</abbr>: </span>"
    value = "<span class='field-content'>Industrie</span>"
    further = "<div><span class='views-label'>Secteur: </span><span>Bois</span></div>"
    page = f"<div>{further}<div>{label}{value}</div></div>"
    assert record_of(f"{ORDER}{page}{FILE}").cpc == "Industrie"


@pytest.mark.parametrize("suffix", [" – fiche Onisep", " (fiche métier)"])
def test_the_link_behind_a_trade_is_no_part_of_it(suffix: str) -> None:
    page = f"<ul><li>vannier{suffix}</li><li>rempailleur{suffix}</li></ul>"
    record = record_of(f"{ORDER}<h2>Métiers</h2>{page}{FILE}")
    assert [trade.label for trade in record.trades] == ["vannier", "rempailleur"]
