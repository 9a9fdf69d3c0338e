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
