"""Facts on one line, of which some have a label and a colon, and commissions by their names.

All pages are mock-ups.
"""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

FACTS = {"code": "50023438", "level": 3, "duration_months": 24, "cpc": "Industrie"}


@pytest.mark.parametrize("mark", ["|", "•", "–", "·", "-"])
@pytest.mark.parametrize(
    "line",
    [
        "Code : 500-23438 {0} Niveau 3 {0} Durée : 2 ans {0} CPC Industrie {0} RNCP 38359",
        "Code : 50023438 {0} Durée : 2 ans {0} CPC Industrie {0} Niveau 3 {0} RNCP38359",
        "CPC : Industrie {0} RNCP38359 {0} Niveau : 3 {0} Durée : 2 ans {0} Code : 50023438",
    ],
)
def test_facts_of_one_line_are_read_with_a_colon_and_without(mark: str, line: str) -> None:
    record = record_of(f"{ORDER}<p>{line.format(mark)}</p>")
    assert {name: getattr(record, name) for name in FACTS} == FACTS
    assert record.rncp_codes == ("RNCP38359",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Il dépend de la CPC {}, secteur « Bois et dérivés ».",
        "Le CAP Vannerie (code 500-23438) est un diplôme de niveau 3, qui relève de la CPC {}.",
        "Ce diplôme entre dans le champ de la commission professionnelle consultative {}.",
        "Ce diplôme a été établi par la commission professionnelle consultative (CPC) « {} ».",
        "Comme le BP Vannerie d'art, le CAP Vannerie relève de la CPC {}.",
        "Commission professionnelle consultative compétente : la CPC {}.",
    ],
)
@pytest.mark.parametrize("name", ["Construction", "Arts, spectacles et médias", "Commerce"])
def test_a_commission_is_read_by_its_official_name(sentence: str, name: str) -> None:
    assert record_of(f"{ORDER}<p>{sentence.format(name)}</p>").cpc == name


def test_the_commission_of_another_diploma_is_not_the_own() -> None:
    other = "Le CAP Boucher relève de la CPC Commerce."
    assert record_of(f"{ORDER}<p>{other}</p>").cpc is None


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2 ans (1 an pour les titulaires d'un autre CAP)", 24),
        ("2 ans (possible en 1 an pour les candidats titulaires d'un diplôme)", 24),
        ("1 an (2 ans en apprentissage)", None),
        ("1 ou 2 ans", None),
    ],
)
def test_a_shorter_way_for_some_leaves_the_duration_as_it_is(text: str, months: int | None) -> None:
    record = record_of(f"{ORDER}<p>Durée : {text}</p>")
    assert (record.duration_months, record.duration_label) == (months, text)


@pytest.mark.parametrize(
    ("line", "level", "months"),
    [
        ("Diplôme enregistré sous le code 500 23438 M - Niveau : 3 - Formation en 1 an", "3", 12),
        ("Diplôme de niveau 3 - Durée : 2 ans - CPC : Industrie", "niveau 3", 24),
        ("RNCP36255 – Niveau : 3 – Durée : 2 ans", "3", 24),
        # a name is no fact
        ("Vannerie - Niveau : 3 - Durée : 2 ans", None, None),
    ],
)
def test_a_fact_in_words_stands_beside_facts_with_labels(
    line: str, level: str | None, months: int | None
) -> None:
    record = record_of(f"{ORDER}<p>{line}</p>")
    assert (record.level_label, record.duration_months) == (level, months)


def test_facts_stand_behind_the_order_of_their_line() -> None:
    line = (
        "Arrêté : 3 mai 2004, NOR : MENE0401234A. Niveau : 3. Cycle de deux ans. "
        "CPC : Industrie. Inscrit au RNCP sous le numéro 38649. Code : 500-23438."
    )
    record = record_of(f"<p>{line}</p>")
    assert {name: getattr(record, name) for name in FACTS} == FACTS
    assert (record.level_label, record.rncp_codes) == ("3", ("RNCP38649",))
    assert [text.nor for text in record.legal_texts] == ["MENE0401234A"]


@pytest.mark.parametrize("above", ["Entrée en vigueur à la session 2017",
                                   "Modifié par l'arrêté du 22 avril 2014",
                                   "CPC Arts, spectacles et médias, secteur Communication "
                                   "graphique et audiovisuel"])  # fmt: skip
def test_a_duration_stands_on_a_line_of_its_own(above: str) -> None:
    record = record_of(f"{ORDER}<p>{above}<br>Formation de 2 ans</p>")
    assert record.duration_months == 24
    if "CPC" in above:
        assert record.sector == "Communication graphique et audiovisuel"


@pytest.mark.parametrize("link", ['<a href="b168.html">BP Maçon</a> (450-22112)',
                                  '<a href="b168.html">450-22112</a>'])  # fmt: skip
@pytest.mark.parametrize("form", ["<p><b>{}</b><br>{}</p>", "<dl><dt>{}</dt><dd>{}</dd></dl>",
                                  "<p><b>{} :</b> {}</p>"])  # fmt: skip
def test_a_box_of_facts_may_link_to_the_predecessor(form: str, link: str) -> None:
    facts = (("CPC compétente", "Industrie"), ("Durée", "deux ans"), ("Diplôme remplacé", link))
    box = "".join(form.format(*fact) for fact in facts)
    record = record_of(f"{ORDER}<aside><h4>Fiche</h4>{box}</aside>")
    assert (record.cpc, record.duration_months, record.replaces) == (
        "Industrie", 24, ("45022112",),
    )  # fmt: skip
