"""The short way to the records says what the whole reading says."""

from collections.abc import Callable, Iterable
from functools import partial

from parsers.model.document import Document
from parsers.model.reading import ReadRecord
from parsers.parse import read, records_of
from schema.errors import Refused
from schema.lexicon import Lexicon
from tests.support.document_blocks import ROOT

FIXTURES = ROOT / "tests" / "fixtures"


def whole(document: Document, lexicon: Lexicon) -> Iterable[ReadRecord]:
    return read(document, lexicon).records


def outcome(read_records: Callable[[], Iterable[ReadRecord]]) -> object:
    """What is read of a document: its values and where they come from; or why it is refused."""
    try:
        return [(read.record.model_copy(update={"issues": ()}), read.evidence)
                for read in read_records()]  # fmt: skip
    except Refused as refused:
        return refused.reason, refused.detail


def test_the_short_way_reads_and_refuses_what_a_reading_does() -> None:
    lexicon, refusals = Lexicon.packaged(), set()
    paths = [*(FIXTURES / "refused").glob("*.html"), *sorted(FIXTURES.rglob("site/**/[ac]*.html"))]
    for path in paths:
        document = Document(path.read_bytes(), f"https://eduscol.education.fr/{path.name}")
        expected = outcome(partial(whole, document, lexicon))
        assert outcome(partial(records_of, document, lexicon)) == expected, path
        refusals.add(isinstance(expected, tuple))
    assert refusals == {True, False}
