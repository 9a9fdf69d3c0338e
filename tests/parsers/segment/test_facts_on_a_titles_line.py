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
        "(niveau 3) 500-24122", "500-24122 (niveau 3)", "(durée : 2 ans)", "[durée : 2 ans]",
        "(2 années)", "(formation en 2 ans)", "(réf. : 500-24122)", "(JO : 5 mai 2004)",
        "(secteur : bois)", "(remplace : CAP Osier)", "(se substitue au CAP Osier)",
        "(voir le CAP Osier)",
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
        "(diplôme : abrogé)", "[statut : en vigueur]",
    ],
)  # fmt: skip
def test_a_text_behind_the_title_is_no_part_of_it(behind: str) -> None:
    found = record(f"<h1>CAP Vannerie {behind}</h1>{FACTS}")
    assert (found.title, found.name) == ("CAP Vannerie", "Vannerie")
    assert [text.date for text in found.legal_texts] == ["2004-05-03"]
    values = [str(value) for value in found.model_dump(exclude={"issues"}).values()]
    told = [remark.value or "" for remark in found.issues]
    is_said_by_the_title = behind in {"rénové", "– niveau 3"} or found.status == "in_force"
    number = "38430" if "RNCP" in behind and "38430" in behind else behind.strip(" ,-()")
    assert is_said_by_the_title or any(number in text for text in (*values, *told))


@pytest.mark.parametrize(
    "label", ["Diplôme : CAP", "Examen : Certificat d'aptitude professionnelle"]
)
def test_a_label_of_the_type_on_the_line_below_the_title_is_no_part_of_it(label: str) -> None:
    page = f"<p><b>CAP Vannerie</b><br>{label}<br>Niveau : 3<br>Arrêté du 3 mai 2004</p>"
    assert record(page).title == "CAP Vannerie"
    with pytest.raises(Refused):  # a list of titles
        record("<p><b>CAP Vannerie</b><br>CAP Rotin : arrêté du 3 mai 2004<br>CAP Osier</p>")


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
    quiet = {"missing-field", "derived-value"}
    remarks = [remark.value for remark in found.issues if remark.issue.value not in quiet]
    assert remarks == ([told] if told else [])


@pytest.mark.parametrize(
    "before", ["Diplôme abrogé : ", "Abrogé - ", "[Abrogé] ", "ABROGÉ ", "(diplôme supprimé) "]
)
def test_a_state_before_the_title_is_read(before: str) -> None:
    found = record(f"<h1>{before}CAP Vannerie</h1>{FACTS}")
    assert (found.title, found.status) == ("CAP Vannerie", "repealed")


def test_a_level_behind_a_named_speciality_leaves_that_in_the_name() -> None:
    found = record(f"<h1>CAP Vannerie - Spécialité osier Niveau 3</h1>{FACTS}")
    assert (found.name, found.level) == ("Vannerie - Spécialité osier", 3)


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


HEADS = ("<h1>{}</h1>", "<p><b>{}</b></p>", "<div><span>{}</span></div>")


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    "line",
    [
        "Référentiel de certification", "Niveau V", "Secteur bois", "17e CPC", "Annexes", "2 ans",
        "Durée : 2 ans", "Textes officiels", "mis à jour le 3 mai 2012", "mai 2012", "Édition 2012",
        "Brochure n° 123", "Ministère de l'éducation nationale", "rentrée 1998", "2012",
        "Direction générale de l'enseignement scolaire", "arrêté de 2009", "diplôme de niveau V",
    ],
)  # fmt: skip
def test_a_title_ends_above_a_line_that_is_no_name(line: str, head: str) -> None:
    found = record(f"{head.format(f'CAP Vannerie<br>{line}')}{FACTS}")
    assert (found.title, found.name) == ("CAP Vannerie", "Vannerie")


@pytest.mark.parametrize("head", HEADS[:2])
@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("CAP Vannerie<br>et rotin", "CAP Vannerie et rotin"),
        ("CAP Vannerie des<br>2 Savoie", "CAP Vannerie des 2 Savoie"),
        ("CAP<br>Vannerie", "CAP Vannerie"),
        ("éduscol | CAP<br>Vannerie (version 2014)", "CAP Vannerie"),
        ("Référentiel<br>CAP Vannerie", "CAP Vannerie"),
        ("CAP Vannerie<br>(ex BEP Osier)", "CAP Vannerie (ex BEP Osier)"),
    ],
)
def test_a_title_goes_on_in_a_line_that_is_a_part_of_it(lines: str, title: str, head: str) -> None:
    assert record(f"{head.format(lines)}{FACTS}").title == title


@pytest.mark.parametrize(
    "behind",
    [
        "[niveau V]", "[diplôme de niveau IV]", "(code diplôme 500-24122)",
        "[code diplôme : 50024122]",
        "[2010]", "(rentrée 2016)", "version 2013", "(diplôme en vigueur)", "- diplôme en vigueur",
        "CODE 50024122S", "rentrée 2016", "diplôme de niveau V", "arrêté de 2009",
    ],
)  # fmt: skip
def test_brackets_of_any_kind_and_words_of_a_fact_are_no_part_of_the_name(behind: str) -> None:
    assert record(f"<h1>CAP Vannerie {behind}</h1>{FACTS}").name == "Vannerie"


@pytest.mark.parametrize("mark", [" : ", " - ", " – ", " "])
@pytest.mark.parametrize("label", ["Fiche diplôme", "FICHE DIPLÔME", "Référentiels professionnels"])
def test_a_sheet_s_name_before_the_title_is_no_part_of_it(label: str, mark: str) -> None:
    assert record(f"<h1>{label}{mark}CAP Vannerie</h1>{FACTS}").title == "CAP Vannerie"


@pytest.mark.parametrize("site", ["éduscol | ", "éduscol – Référentiels professionnels – "])
def test_the_site_s_name_before_a_type_alone_is_no_part_of_the_title(site: str) -> None:
    assert record(f"<h1>{site}CAP</h1><h2>Vannerie</h2>{FACTS}").title == "CAP Vannerie"


@pytest.mark.parametrize(
    ("heading", "title", "name"),
    [
        ("CAP Vannerie rotinière.", "CAP Vannerie rotinière", "Vannerie rotinière"),
        ("CAP spéc. Vannerie", "CAP spéc. Vannerie", "Vannerie"),
        ("CAP, spé vannerie", "CAP, spé vannerie", "vannerie"),
        ("CAP (spécialité vannerie)", "CAP (spécialité vannerie)", "vannerie"),
        ("Vannerie<br>(CAP)", "Vannerie (CAP)", "Vannerie"),
        (
            "CAP (certificat d'aptitude professionnelle) Vannerie",
            "CAP (certificat d'aptitude professionnelle) Vannerie",
            "Vannerie",
        ),
        ("Le diplôme des métiers d'art Cirque", "Le diplôme des métiers d'art Cirque", "Cirque"),
    ],
)
def test_words_and_marks_around_the_name_are_no_part_of_it(
    heading: str, title: str, name: str
) -> None:
    found = record(f"<h1>{heading}</h1>{FACTS}")
    assert (found.title, found.name) == (title, name)


@pytest.mark.parametrize(
    "label",
    ["<p>Option : {}</p>", "<h2>Option</h2><p>{}</p>", "<table><tr><th>Option<td>{}</table>"],
)
def test_the_only_option_that_a_label_states_belongs_to_the_title(label: str) -> None:
    level, head = "<p>Niveau : 3</p>", "<h1>CAP Vannerie</h1>"
    found = record(f"{head}{level}{label.format('osier')}{FACTS}")
    assert (found.title, found.name) == ("CAP Vannerie option osier", "Vannerie option osier")
    for text in ("néant", "langue vivante", "Vannerie", "osier : voir l'annexe II."):
        assert record(f"{head}{level}{label.format(text)}{FACTS}").name == "Vannerie"
    files = '<p><a href="b.pdf">Annexe de l\'option rotin</a></p>'
    found = record(f"{head}{level}{label.format('osier')}{FACTS}{files}")
    assert found.name == "Vannerie"


def test_the_name_of_a_file_is_no_title() -> None:
    body = '<p>Spécialité : CAP Vannerie</p><p>Référentiel : <a href="mc_a.pdf">mc_a.pdf</a></p>'
    assert record(f"{body}{FACTS}").title == "CAP Vannerie"


def test_the_value_of_a_title_s_label_ends_at_its_line() -> None:
    found = record(f"<h1>Intitulé du diplôme : CAP Vannerie<br>arrêté de 2009</h1>{FACTS}")
    assert (found.title, found.name) == ("CAP Vannerie", "Vannerie")


@pytest.mark.parametrize("head", ["<h1>{}</h1><h2>{}</h2>", "<p><b>{}</b></p><p><b>{}</b></p>"])
@pytest.mark.parametrize("label", ["Intitulé du diplôme", "Intitulé"])
def test_a_labelled_type_is_completed_by_the_name_below(label: str, head: str) -> None:
    body = head.format(f"{label} : CAP", "« Vannerie »")
    assert record(f"{body}{FACTS}").name == "Vannerie"


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("<h1>CAP Métiers du</h1>", "<h2>rotin</h2>", "CAP Métiers du rotin"),
        ("<h1>CAP Osier,</h1>", "<h2>rotin et jonc</h2>", "CAP Osier, rotin et jonc"),
        ("<h2>CAP Vannier en</h2>", "<p>rotin</p>", "CAP Vannier en rotin"),
        ("<h1>CAP Vannerie</h1>", "<h2>rotin</h2>", "CAP Vannerie"),
        ("<p><b>CAP<br>Métiers du<br>rotin : jonc<br>(arrêté du 3 mai 2004)</b></p>", "",
         "CAP Métiers du rotin : jonc"),
        ("<table><tr><td><b>CAP<br>Osier et<br>rotin<br>(niveau 3)</b></td></tr></table>", "",
         "CAP Osier et rotin"),
        ("<p><b>CAP</b></p><p><b>VANNIER</b></p>", "<p><b>D'OSIER</b></p>", "CAP VANNIER D'OSIER"),
        ("<h1>CAP Vannerie de</h1>", "<h2>Annexes</h2>", "CAP Vannerie de"),
        ("<h1>Référentiels professionnels</h1><table><tr><td>Intitulé :</td>",
         "<td>Référentiel du CAP Vannerie</td></tr></table>", "Référentiel du CAP Vannerie"),
    ],
)  # fmt: skip
def test_a_heading_that_is_open_at_its_end_goes_on_below(
    first: str, second: str, title: str
) -> None:
    assert record(f"{first}{second}{FACTS}").title == title


def test_a_name_below_its_type_goes_on_in_a_third_paragraph() -> None:
    lines = (
        "<p><b>CAP</b></p><p><b>Mise en œuvre des</b></p><p><b>caoutchoucs et élastomères</b></p>"
    )
    found = record(f"{lines}{FACTS}")
    assert found.title == "CAP Mise en œuvre des caoutchoucs et élastomères"
