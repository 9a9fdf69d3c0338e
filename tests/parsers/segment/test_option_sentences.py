"""Options in sentences and titles, and codes and files beside their names. Mock-ups."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

ORDER = "<p>Arrêté du 3 mai 2004</p>"


def records(body: str) -> list[Referential]:
    head = "" if "<h1>" in body else "<h1>CAP Gravure</h1>"
    document = Document(f"<body>{head}{body}{ORDER}</body>".encode())
    return [each.record for each in read(document, Lexicon.packaged()).records]


def options(body: str) -> list[str]:
    return [(each.title or "").removeprefix("CAP Gravure option ") for each in records(body)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Options en vigueur : A cuir et B textile",
        "Avec options : A - cuir ; B - textile.",
        "Il existe deux options : l'option A (cuir) et l'option B (textile).",
        "Ce diplôme est décliné en 2 options : option A « cuir » et option B « textile ».",
        "La spécialité comporte deux options, désignées par les lettres suivantes : A, cuir ; "
        "B, textile.",
        "Le CAP Gravure est organisé en options (A : cuir ; B : textile).",
        "Opt. A : cuir ; opt. B : textile",
    ],
)
def test_a_sentence_names_options_by_their_letters(sentence: str) -> None:
    assert options(f"<p>{sentence}</p>") == ["A cuir", "B textile"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Diplôme à deux options (cuir, textile).",
        "Deux options sont proposées : cuir ; textile.",
        "Les options sont au nombre de deux : cuir, textile.",
        "Le candidat choisit l'une des deux options suivantes : cuir ou textile.",
        "Deux options : cuir - textile",
        "Comprend : option cuir, option textile.",
        "Option cuir ou option textile",
        "Opt. cuir<br>Opt. textile",
        "1) option cuir<br>2) option textile",
    ],
)
def test_a_sentence_names_as_many_options_as_it_says(sentence: str) -> None:
    assert options(f"<p>{sentence}</p>") == ["cuir", "textile"]


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("CAP Gravure à deux options (cuir, textile)", ["cuir", "textile"]),
        ("CAP Gravure - Options : A cuir ; B textile", ["A cuir", "B textile"]),
        ("CAP Gravure (option A : cuir, option B : textile)", ["A cuir", "B textile"]),
        ("CAP Gravure<br>Deux options : A - cuir ; B - textile", ["A cuir", "B textile"]),
    ],
)
def test_a_title_names_all_its_options(heading: str, named: list[str]) -> None:
    assert options(f"<h1>{heading}</h1>") == named


@pytest.mark.parametrize(
    "sentence",
    [
        "Options : cuir, textile",
        "(options : cuir, textile)",
        "Diplôme à 3 options : cuir, textile",
        "Ce diplôme est délivré au titre des options suivantes : cuir et textile.",
        "Les deux options (cuir, textile) sont abrogées.",
        "Deux options : cuir, textile et bois",
    ],
)
def test_names_that_no_letter_or_number_divides_are_told(sentence: str) -> None:
    (only,) = records(f"<p>{sentence}</p>")
    assert only.name == "Gravure"
    assert any(each.field == "title" and "textile" in (each.value or "") for each in only.issues)


@pytest.mark.parametrize(
    "sentence",
    [
        "L'épreuve facultative comporte deux options : A musique et B théâtre.",
        "Ce diplôme remplace les deux options : cuir et textile.",
        "Options facultatives : langue vivante, musique",
        "Le BTS Métiers propose deux options : cuir et textile.",
    ],
)
def test_options_of_examinations_and_others_are_none_of_the_diploma(sentence: str) -> None:
    assert [each.name for each in records(f"<p>{sentence}</p>")] == ["Gravure"]


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Code : {0}<br>Option A : cuir</p><p>Code : {1}<br>Option B : textile</p>",
        "<p>Code : {0}</p><p>Option A : cuir</p><p>Code : {1}</p><p>Option B : textile</p>",
        "<p>{0}</p><p>option A : cuir</p><p>{1}</p><p>option B : textile</p>",
        "<dl><dt>{0}</dt><dd>option A : cuir</dd><dt>{1}</dt><dd>option B : textile</dd></dl>",
        "<h2>Option A : cuir</h2><p>{0}</p><h2>Option B : textile</h2><p>{1}</p>",
    ],
)
def test_a_code_above_each_option_is_that_option_s(lines: str) -> None:
    found = records(lines.format("500-25221", "500-25222"))
    assert [(each.code, each.name) for each in found] == [
        ("50025221", "Gravure option A cuir"), ("50025222", "Gravure option B textile"),
    ]  # fmt: skip
    assert all(len(each.legal_texts) == 1 for each in found)


def test_lists_within_an_option_s_item_hold_its_own_files() -> None:
    item = '<li>Option {} : {}<ul><li><a href="{}.pdf">Annexe I</a></li></ul></li>'
    body = f"<ul>{item.format('A', 'cuir', 'a')}{item.format('B', 'textile', 'b')}</ul>"
    assert [[file.url for file in each.documents] for each in records(body)] == [
        ["a.pdf"], ["b.pdf"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("behind", "field"),
    [
        (" - n° 500-2522{}", "code"),
        (" : modifiée par arrêté du {} mai 2012", "legal_texts"),
        (" (nouvelle option, créée par arrêté du {} mai 2012)", "issues"),
    ],
)
def test_what_stands_behind_an_option_is_no_part_of_its_name(behind: str, field: str) -> None:
    items = f"<li>Option A : cuir{behind.format(1)}</li><li>Option B : osier{behind.format(2)}</li>"
    found = records(f"<ul>{items}</ul>")
    assert [each.name for each in found] == ["Gravure option A cuir", "Gravure option B osier"]
    assert getattr(found[0], field) != getattr(found[1], field)


def test_files_that_name_the_title_with_an_option_each_are_told() -> None:
    link = '<p><a href="{0}.pdf">CAP Gravure option {0}</a></p>'
    (only,) = records(link.format("cuir") + link.format("osier"))
    assert any(each.field == "title" for each in only.issues)


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><th>Diplôme :</th><td>CAP Gravure</td></tr>"
        "<tr><th>Option A :</th><td>cuir (500-25221)</td></tr>"
        "<tr><th>Option B :</th><td>osier (500-25222)</td></tr>",
        "<tr><td>Option A : cuir (500-25221)</td><td>Option B : osier (500-25222)</td></tr>",
    ],
)
def test_cells_of_a_table_name_an_option_each(rows: str) -> None:
    found = records(f"<h1>CAP Gravure</h1><table>{rows}</table>")
    assert [(each.code, each.name) for each in found] == [
        ("50025221", "Gravure option A cuir"), ("50025222", "Gravure option B osier"),
    ]  # fmt: skip
