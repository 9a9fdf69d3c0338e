"""What stands behind a diploma's name on the line of its title: facts, and other diplomas."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential

FACTS = '<p>Arrêté du 3 mai 2004</p><p><a href="a.pdf">Référentiel</a></p>'


def record(body: str) -> Referential:
    document = Document(
        f"<html><body>{body}</body></html>".encode(), None, "text/html; charset=utf-8"
    )
    (read_record,) = read(document, Lexicon.packaged()).records
    return read_record.record


@pytest.mark.parametrize(
    "behind",
    [
        "(ex-CAP Osiériculture)", "(ancien CAP Osiériculture)", "(diplôme de niveau 3)", "(2004)",
        "(3 ans)", "(version consolidée)", "(ancien référentiel)", "(CPC Arts appliqués)",
        "(niveau 3) 500-24122", "500-24122 (niveau 3)",
    ],
)  # fmt: skip
def test_a_fact_in_brackets_belongs_to_the_title_as_published_and_not_to_the_name(
    behind: str,
) -> None:
    found = record(f"<h1>CAP Vannerie {behind}</h1>{FACTS}")
    assert (found.title, found.name) == (f"CAP Vannerie {behind}", "Vannerie")


@pytest.mark.parametrize(
    "behind",
    [
        ", remplace le CAP Osiériculture", "(remplace le CAP Osiériculture et le BEP Vannerie)",
        "en remplacement du CAP Osiériculture", ", issu de la fusion des CAP Rotin et Osier",
        "RNCP 38430", "(RNCP n°38430)", "- nouveau diplôme", "- créé en 2004", "- en extinction",
        "- mise à jour 2019", "- diplôme fermé", "rénové", "- référentiel 2010", "– niveau 3",
        "- certification professionnelle enregistrée au RNCP", "- réforme 2019",
    ],
)  # fmt: skip
def test_a_text_behind_the_title_is_no_part_of_it(behind: str) -> None:
    found = record(f"<h1>CAP Vannerie {behind}</h1>{FACTS}")
    assert (found.title, found.name) == ("CAP Vannerie", "Vannerie")
    assert [text.date for text in found.legal_texts] == ["2004-05-03"]
    values = [str(value) for value in found.model_dump(exclude={"issues"}).values()]
    told = [remark.value or "" for remark in found.issues]
    is_said_by_the_title = behind in {"rénové", "– niveau 3"}
    number = "38430" if "RNCP" in behind and "38430" in behind else behind.strip(" ,-()")
    assert is_said_by_the_title or any(number in text for text in (*values, *told))


@pytest.mark.parametrize("behind", ["(bac pro)", "Rotin", "(osier)", "- osier et rotin"])
def test_a_type_or_a_part_of_the_name_behind_it_is_kept(behind: str) -> None:
    assert record(f"<h1>CAP Vannerie {behind}</h1>{FACTS}").name == f"Vannerie {behind}"


@pytest.mark.parametrize("code", ["510-24122", "51024122"])
def test_the_code_of_a_former_diploma_in_brackets_is_told_and_not_taken(code: str) -> None:
    found = record(f"<h1>CAP Vannerie (ex BEP Osiériculture, {code})</h1>{FACTS}")
    assert found.code is None
    assert any(code in (remark.value or "") for remark in found.issues)


@pytest.mark.parametrize(
    "title",
    [
        "CAP Vannerie et CAP Rotinier", "CAP Vannerie / CAP Rotinier", "CAP Vannerie, CAP Rotinier",
        "CAP Vannerie - CAP Rotinier", "CAP Vannerie ; CAP Rotinier",
        "CAP Vannerie<br>CAP Rotinier",
        "CAP Vannerie et BP Vannerie", "CAP Vannerie et le CAP Rotinier & BP Rotinier",
    ],
)  # fmt: skip
@pytest.mark.parametrize("element", ["h1", "p", "b"])
def test_the_titles_of_two_diplomas_are_not_that_of_one(title: str, element: str) -> None:
    with pytest.raises(Refused, match="no diploma title"):
        record(f"<{element}>{title}</{element}>{FACTS}")


@pytest.mark.parametrize(
    "title",
    [
        "DMA ART DU BIJOU ET DU JOYAU", "CAP Vannerie et rotin",
        "BTS Aéronautique option A et BTS Aéronautique option B",
        "Bac pro MELEC - Baccalauréat professionnel Métiers de l'électricité",
        "CAP Vannerie / Certificat d'aptitude professionnelle Vannerie",
        "Certificat de spécialisation Sommellerie - Mention complémentaire Sommellerie",
    ],
)  # fmt: skip
def test_the_title_of_one_diploma_may_repeat_its_type(title: str) -> None:
    assert record(f"<h1>{title}</h1>{FACTS}").title == title


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("Présentation du ", ""), ("Fiche diplôme ", ""), ("Diplôme professionnel ", ""),
        ("éduscol | ", ""), ("Eduscol - ", ""), ("Référentiels > ", ""), ("2. ", ""), ("I - ", ""),
        ("[Nouveau] ", ""), ("Ancien ", ""), ("Textes du ", ""), ("Arrêtés du ", ""),
        ("Alimentation - ", "Alimentation"), ("17e CPC : ", "17e CPC"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("type_", ["CAP", "Certificat d'aptitude professionnelle", "C.A.P."])
def test_words_before_the_title_lead_to_it(before: str, told: str, type_: str) -> None:
    found = record(f"<h1>{before}{type_} Vannerie</h1>{FACTS}")
    assert (found.title, found.name) == (f"{type_} Vannerie", "Vannerie")
    remarks = [remark.value for remark in found.issues if remark.issue.value != "missing-field"]
    assert remarks == ([told] if told else [])


@pytest.mark.parametrize(
    "before", ["Diplôme abrogé : ", "Abrogé - ", "[Abrogé] ", "ABROGÉ ", "(diplôme supprimé) "]
)
def test_a_state_before_the_title_is_read(before: str) -> None:
    found = record(f"<h1>{before}CAP Vannerie</h1>{FACTS}")
    assert (found.title, found.status) == ("CAP Vannerie", "repealed")


def test_a_level_before_the_title_is_read() -> None:
    found = record(f"<h1>Niveau V : CAP Vannerie</h1>{FACTS}")
    assert (found.title, found.level) == ("CAP Vannerie", 3)


@pytest.mark.parametrize(
    "before",
    ["Sujets du ", "Formation : ", "Après le ", "Voir aussi : ", "Programme du ", "Stage - ",
     "Inscription au ", "Devenir boucher avec le ", "Actualité : "],
)  # fmt: skip
def test_words_that_say_what_else_a_page_is_lead_to_no_title(before: str) -> None:
    with pytest.raises(Refused):
        record(f"<h1>{before}CAP Vannerie</h1>{FACTS}")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CAP de vannier", "vannier"), ("CAP des métiers de la vannerie", "métiers de la vannerie"),
        ("500-24122 - Vannerie", "Vannerie"), ("CAP Vannerie 2004", "Vannerie"),
        ("CAP Vannerie (H/F)", "Vannerie"), ("CAP Dessous de table", "Dessous de table"),
    ],
)  # fmt: skip
def test_prepositions_codes_and_years_are_no_part_of_the_name(title: str, name: str) -> None:
    found = record(f"<h1>{title}</h1>{FACTS}")
    assert (found.title, found.name) == (title, name)
