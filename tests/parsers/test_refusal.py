"""The short way to a refusal says what the whole reading says."""

from parsers.model.document import Document
from parsers.parse import read, refusal
from schema.errors import Refused
from schema.lexicon import Lexicon
from tests.support.document_blocks import ROOT

FIXTURES = ROOT / "tests" / "fixtures"


def test_the_short_way_refuses_what_a_reading_refuses_and_nothing_else() -> None:
    lexicon, refusals = Lexicon.packaged(), set()
    paths = [*(FIXTURES / "refused").glob("*.html"), *sorted(FIXTURES.rglob("site/**/[ac]*.html"))]
    for path in paths:
        document = Document(path.read_bytes(), f"https://eduscol.education.fr/{path.name}")
        try:
            read(document, lexicon)
            expected = None
        except Refused as refused:
            expected = (refused.reason, refused.detail)
        told = refusal(document, lexicon)
        assert (told and (told.reason, told.detail)) == expected, path.name
        refusals.add(expected is None)
    assert refusals == {True, False}
