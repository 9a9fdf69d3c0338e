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


@pytest.mark.parametrize(("size", "most"), [(2_000, 17_000), (30_000, 45_000)])
def test_reading_a_page_takes_no_more_calls_than_it_did(size: int, most: int) -> None:
    lexicon = Lexicon.packaged()
    pages = [page(number, size, 3) for number in range(_BEFORE + _PAGES)]
    documents = [
        Document(made, f"https://eduscol.education.fr/referentiels-professionnels/{number}.html")
        for number, made in enumerate(pages)
    ]
    for document in documents[:_BEFORE]:
        read(document, lexicon)
    counted = calls_of_reading(documents[_BEFORE:], lexicon) / _PAGES
    assert counted < most
