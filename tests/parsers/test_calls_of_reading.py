"""The calls that reading takes, which tell of a costly rule on any machine.

The bounds are a sixth above what Python 3.11 counted when they were set (14 804 and 38 682): a rule
that looks at every row in a new way goes beyond them. Raise one only with a reason: it is the price
of each first publication.
"""

import gc
import sys
from types import FrameType

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from tests.benchmarks.archive import page

# Pages that are counted, behind those that fill what is made once, such as patterns of labels.
_PAGES, _BEFORE = 12, 84


def calls_of_reading(documents: list[Document], lexicon: Lexicon) -> int:
    """Count the calls of functions, those of C among them, that reading documents takes."""
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    gc.disable()  # a library for tests has a call made at each collection
    sys.setprofile(count)
    try:
        for document in documents:
            read(document, lexicon)
    finally:
        sys.setprofile(before)
        gc.enable()
    return calls


def documents(size: int) -> list[Document]:
    # of no other size's numbers: their texts would be remembered
    numbers = range(size, size + _BEFORE + _PAGES)
    pages = [page(number, size, 3) for number in numbers]
    return [
        Document(made, f"https://eduscol.education.fr/referentiels-professionnels/{number}.html")
        for number, made in enumerate(pages)
    ]


@pytest.mark.parametrize(("size", "most"), [(2_000, 17_000), (30_000, 45_000)])
def test_reading_a_page_takes_no_more_calls_than_it_did(size: int, most: int) -> None:
    lexicon = Lexicon.packaged()
    before, counted = documents(size)[:_BEFORE], documents(size)[_BEFORE:]
    for document in before:
        read(document, lexicon)
    assert calls_of_reading(counted, lexicon) / _PAGES < most
