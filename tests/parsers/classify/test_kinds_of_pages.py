"""Pages of 77 kinds that are no diploma's, and pages of one diploma with their words and frames.

All are mock-ups, composed without a look at the reader: one page of each kind, of four
layouts (HTML 3.2 by hand, a frozen dynamic site, UTF-8 by hand, a content management system).
"""

import csv
from pathlib import Path

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon

_FOLDER = Path(__file__).parent / "near_miss_pages"
_ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/x.html"
# A page of one diploma, or of its options: its file, and title, code and type of the first.
_TABLE = (_FOLDER / "diplomas.csv").read_text(encoding="utf-8")
_DIPLOMAS = list(csv.DictReader(_TABLE.splitlines(), delimiter=";"))


def _document(name: str) -> Document:
    return Document((_FOLDER / f"{name}.html").read_bytes(), _ADDRESS)


@pytest.mark.parametrize("name", sorted(path.stem for path in _FOLDER.glob("none-*.html")))
def test_a_page_of_another_kind_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        read(_document(name), Lexicon.packaged())


@pytest.mark.parametrize("stated", _DIPLOMAS, ids=lambda stated: stated["page"])
def test_a_page_of_one_diploma_among_such_words_is_read(stated: dict[str, str]) -> None:
    first, *options = read(_document(stated["page"]), Lexicon.packaged()).records
    found = {name: getattr(first.record, name) or "" for name in stated if name != "page"}
    assert bool(options) == ("-options-" in stated["page"])
    assert {"page": stated["page"], **found} == stated
