"""Reading PDFs: page by page, and no more of a hostile one than its bounds allow."""

import pytest

from parsers.formats.pdf import PdfText, read_pdf, tidy_pages
from schema.errors import Refused
from schema.issues import Refusal
from tests.support.pdf_files import of_streams, pdf


def test_each_page_has_its_own_text_and_a_scanned_one_has_none() -> None:
    pages = pdf(["Épreuve EP1", "", "Soudure  à l'arc"], [], ["Annexe"])
    text = tidy_pages(read_pdf(pages, 10))
    assert text == PdfText(3, ("Épreuve EP1\nSoudure à l'arc", "", "Annexe"), None)
    assert read_pdf(pages, 2).left == "only the first 2 pages are read"


@pytest.mark.parametrize(
    ("streams", "left"),
    [
        ([b"q Q", b"q " * 200_001], "from page 2 on it holds more than is read of a PDF"),
        ([b"q Q", b" " * 50_000_001], "from page 2 on it holds more than is read of a PDF"),
    ],
    ids=["operations", "unpacked bytes"],
)
def test_what_would_keep_the_reader_busy_is_left_with_the_page(
    streams: list[bytes], left: str
) -> None:
    text = read_pdf(of_streams(*streams), 10)
    assert (text.pages, len(text.texts), text.left) == (2, 1, left)


@pytest.mark.parametrize("body", [b"%PDF-1.4", pdf(["x"])[:300], b"%PDF-1.4\n%%EOF"])
def test_a_broken_file_is_refused(body: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_pdf(body, 10)
    assert refused.value.reason is Refusal.PDF_UNREADABLE
