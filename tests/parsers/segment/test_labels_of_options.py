"""Labels and sentences above options, and the words of a code behind their names."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon

HEAD = "<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>"
LABELS = (
    "Options offertes",
    "Options proposées",
    "Options ouvertes",
    "Liste des options",
    "Libellé des options",
    "Options de la spécialité",
    "Ce diplôme comporte plusieurs options",
    "Le diplôme comporte les options suivantes",
)


def titles(body: str) -> list[str]:
    found = read(Document(f"<body>{HEAD}{body}</body>".encode()), Lexicon.packaged()).records
    return [each.record.title or "" for each in found]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("code", ["code diplôme :", "code", "code :", ":", "code du diplôme :"])
@pytest.mark.parametrize(
    "layout",
    [
        "<p>{} : option osier - {}<br>option rotin - {}</p>",
        "<p>{} : osier {}<br>rotin {}</p>",
        "<p>{} :</p><ul><li>osier - {}</li><li>rotin - {}</li></ul>",
        "<table><tr><th>{}</th><td>option osier - {}<br>option rotin - {}</td></tr></table>",
    ],
)
def test_the_word_before_a_code_is_no_part_of_an_option(label: str, code: str, layout: str) -> None:
    codes = (f"{code} 500-24122", f"{code} 500-24123")
    names = ["CAP Vannerie option osier", "CAP Vannerie option rotin"]
    assert titles(layout.format(label, *codes)) == names


@pytest.mark.parametrize("label", LABELS)
def test_options_stand_behind_their_label(label: str) -> None:
    names = ["CAP Vannerie option A osier", "CAP Vannerie option B rotin"]
    assert titles(f"<p>{label} : option A : osier<br>option B : rotin</p>") == names
    assert titles(f"<p><b>{label} :</b> option A : osier ; option B : rotin</p>") == names


@pytest.mark.parametrize("table", ["<table><tr><th>{}</th><td>{}</td></tr></table>",
                                   "<dl><dt>{}</dt><dd>{}</dd></dl>"])  # fmt: skip
def test_a_list_below_a_table_of_labels_is_read_as_without_it(table: str) -> None:
    for items in ("<li>osier</li><li>rotin</li>", "<li>osier - code 50024122</li><li>rotin - code "
                  "50024123</li>"):  # fmt: skip
        body = f"{table.format('Niveau', '3')}<p>Il existe deux options :</p><ul>{items}</ul>"
        assert titles(body) == ["CAP Vannerie option osier", "CAP Vannerie option rotin"]


def test_items_of_a_further_list_are_no_options() -> None:
    options = "<p>Les options suivantes :</p><ul><li>Option osier</li><li>Option rotin</li>"
    options += "</ul>"
    names = ["CAP Vannerie option osier", "CAP Vannerie option rotin"]
    assert titles(f"{options}<ul><li>langue : français</li><li>durée : 2 ans</li></ul>") == names


@pytest.mark.parametrize("label", LABELS)
def test_names_on_the_lines_below_a_label_are_options(label: str) -> None:
    names = ["CAP Vannerie option osier", "CAP Vannerie option rotin"]
    assert titles(f"<dl><dt>{label}</dt><dd>osier<br>rotin</dd></dl>") == names
    text = "<dd>osier selon les lycées.<br>Voir l'annexe II.</dd>"
    assert titles(f"<dl><dt>{label}</dt>{text}</dl>") == ["CAP Vannerie"]


@pytest.mark.parametrize("label", ["Spécialité à options", "Diplôme à options"])
def test_the_first_option_stands_beside_its_label(label: str) -> None:
    names = ["CAP Vannerie option A osier", "CAP Vannerie option B rotin"]
    body = f"<ul><li>{label} : Option A : osier<br>Option B : rotin</li><li>Niveau : 3</li></ul>"
    assert titles(body) == names


BOLD = "<table><tr><td><b>CAP</b></td></tr><tr><td><b>Vannerie</b></td></tr></table>"
NAMED = ["CAP Vannerie option osier", "CAP Vannerie option rotin"]
BELOW = (
    "<p>Code : 500-24122 S</p><p><b>Option osier</b></p><p><b>Option rotin</b></p>",
    "<p>Code : 500-24122 S</p><p><b>Option : osier</b></p><p><b>Option : rotin</b></p>",
    "<p><b>Option osier</b><br>code 500-24122</p><p><b>Option rotin</b><br>code 500-24123</p>",
    "<p><b>Option : osier</b><br>code 500-24122</p><p><b>Option : rotin</b><br>code 500-24123</p>",
)


@pytest.mark.parametrize("body", BELOW)
def test_options_below_a_bold_title_are_all_of_its_diplomas(body: str) -> None:
    page = f"<body>{BOLD}<p>Arrêté du 3 mai 2004</p>{body}<p><a href=a.pdf>Annexe I</a></p></body>"
    found = read(Document(page.encode()), Lexicon.packaged()).records
    assert [each.record.title for each in found] == NAMED


def test_the_subject_of_a_paragraph_is_no_option() -> None:
    assert titles("<p>Option osier : arrêté du 3 mai 2004</p><p>Option rotin : 2 ans</p>") == [
        "CAP Vannerie"
    ]


@pytest.mark.parametrize("word", ["OPTION", "Option"])
def test_a_dash_in_the_name_of_an_option_ends_no_label(word: str) -> None:
    names = ("COURS COLLECTIFS - DANSE", "HALTEROPHILIE - MUSCULATION")
    items = (f"<li>{word} : {n} - CODE : 500-2412{i} M</li>" for i, n in enumerate(names, 2))
    expected = [f"CAP Vannerie option {name}" for name in names]
    assert titles(f"<ul>{''.join(items)}</ul>") == expected


@pytest.mark.parametrize("label", ["Remplacé par", "Diplômes remplacés"])
def test_options_below_a_label_of_other_diplomas_are_theirs(label: str) -> None:
    options = "<p>Option A osier : 500-24122</p><p>Option B rotin : 500-24123</p>"
    for body in (f"<p>{label}</p>{options}", f"<table><tr><td>{label}<td>{options}</table>"):
        page = f"<body>{HEAD}<p>Code : 500-24110</p>{body}</body>".encode()
        (found,) = read(Document(page), Lexicon.packaged()).records
        assert found.record.code == "50024110", body
    assert len(titles(options)) == 2


def test_codes_of_other_diplomas_in_a_table_name_no_options() -> None:
    body = (
        "<p>Code du diplôme : 500-22434</p><p>Certification : RNCP38578</p><table>"
        "<tr><th></th><th>Code</th><th>Diplôme</th></tr>"
        "<tr><td>Remplace</td><td>500-22430</td><td>CAP Rotin</td></tr>"
        "<tr><td>Remplacé par</td><td>500-22440</td><td>CAP Osier</td></tr></table>"
    )
    assert titles(body) == ["CAP Vannerie"]


def test_a_column_of_codes_that_were_replaced_divides_no_options() -> None:
    body = (
        "<table><tr><td>Statut</td><td>En vigueur</td></tr>"
        "<tr><td>Intitulé de l'option</td><td>Code</td><td>Code remplacé</td></tr>"
        "<tr><td>Option A : osier</td><td>500-25437 S</td><td>500-25435</td></tr>"
        "<tr><td>Option B : rotin</td><td>500-25438 S</td><td>500-25435</td></tr></table>"
    )
    assert titles(body) == ["CAP Vannerie option A osier", "CAP Vannerie option B rotin"]
