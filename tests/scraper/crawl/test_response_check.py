"""What a page states at first sight is not doubted: its validators are sent back."""

import pytest

from parsers.model.document import Document
from parsers.parse import records_of
from schema.errors import Refused
from schema.issues import Refusal
from schema.lexicon import Lexicon
from scraper.crawl.response_check import states_diploma
from scraper.model.response import Response
from tests.support.document_blocks import ROOT

FIXTURES = ROOT / "tests" / "fixtures"
URL = "https://eduscol.education.fr/page.html"


def test_what_states_a_diploma_at_first_sight_is_no_error_page_and_not_damaged() -> None:
    """It may be the page of a school that cites a diploma, but of the site itself it is one."""
    lexicon, stating = Lexicon.packaged(), 0
    for path in sorted(FIXTURES.glob("refused/*.html")):
        body = path.read_bytes()
        if states_diploma(Response(URL, URL, 200, (("Content-Type", "text/html"),), body)):
            stating += 1
            with pytest.raises(Refused) as refused:
                records_of(Document(body, URL), lexicon)
            assert refused.value.reason is Refusal.OTHER_PAGE, path.name
    assert stating
    pages = [path.read_bytes() for path in sorted(FIXTURES.rglob("site/**/*.html"))]
    responses = [Response(URL, URL, 200, (("Content-Type", "text/html"),), page) for page in pages]
    assert sum(map(states_diploma, responses)) * 2 > len(pages)  # or a crawl reads each of them
