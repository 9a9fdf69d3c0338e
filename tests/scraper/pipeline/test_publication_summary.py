from collections import Counter

from scraper.pipeline.publication_summary import _source_lines
from tests.support.samples import EDUSCOL


def test_sheets_that_no_record_names_are_counted() -> None:
    rncp = EDUSCOL.model_copy(update={"name": "rncp", "documents": 9, "refused": 1})
    (line,) = _source_lines([rncp], {"rncp": Counter({"rncp": 2})})
    assert line == (
        "source     rncp: 9 documents, 1 refused: 2 joined by number, 7 named by no record"
    )
