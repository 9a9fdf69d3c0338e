"""PDF to blocks: the text of its pages, line by line."""

import io
import re
from typing import NamedTuple

from parsers.formats.html import Flat
from parsers.model.blocks import Block, Part
from schema.errors import Refused
from schema.issues import Refusal
from schema.lexicon import Lexicon
from schema.text import clean

# The diploma is named on the first pages; annexes run to hundreds.
_PAGES = 12
# A page of text has some 2 000 operations and 4 000 characters; an operation takes 12 µs.
_MOST_OPERATIONS = 3_000_000
_MOST_OF_A_PAGE = 200_000
_MOST_TEXT = 10_000_000
# Bytes of drawing instructions, unpacked: pages may share one stream that is small as packed.
_MOST_CONTENT = 50_000_000
_NEW_LINE = re.compile(r"^(?:[-–•·▪*]|\d{1,2}[.)]|annexe\b|article\b|arr[êe]t[ée])", re.IGNORECASE)
_OBJECT = re.compile(r"IndirectObject\([^()]*\)")
_ENDS = (".", ":", ";", "!", "?")


def is_pdf(body: bytes) -> bool:
    """Return whether the bytes are a PDF's: its mark stands in the first kilobyte."""
    return b"%PDF-" in body[:1024]


def flatten_pdf(body: bytes, lexicon: Lexicon) -> Flat:
    """Return the text of the first pages as blocks.

    Refused `pdf-unreadable` (broken, encrypted) or `pdf-without-text` (scanned).
    """
    texts = read_pdf(body, _PAGES).texts
    placed = [(line, n) for n, text in enumerate(texts, 1) for line in join_lines(text, lexicon)]
    blocks = [
        Block("paragraph", (Part(line),), f"page {page}", making="pdf", number=number)
        for number, (line, page) in enumerate(placed)
    ]
    if not blocks:
        raise Refused(Refusal.PDF_WITHOUT_TEXT, "no text in its first pages")
    return Flat(tuple(blocks), "", closed=True)


class PdfText(NamedTuple):
    """The text of a PDF.

    `pages`: how many it has; `texts`: of the pages that were read, from the first; `left`: why
    the others were not, None when all were.
    """

    pages: int
    texts: tuple[str, ...]
    left: str | None


class _TooMuch(Exception):
    """Raised by the count of operations: a page that would keep the reader busy for hours."""


def read_pdf(body: bytes, most: int) -> PdfText:
    """Return the text of the first `most` pages, within bounds of work and of text.

    Bounds count what is in the file and no time, so that one file always gives one text. Refused
    `pdf-unreadable` when it is broken or encrypted.
    """
    from pypdf import PdfReader  # where a PDF is read: it takes long to import

    texts: list[str] = []
    left, length, content, operations, bound = None, 0, 0, 0, 0

    def count(*_: object) -> None:
        nonlocal operations
        operations += 1
        if operations > bound:
            raise _TooMuch

    try:
        reader = PdfReader(io.BytesIO(body), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused(Refusal.PDF_UNREADABLE, "it is encrypted")
        pages = len(reader.pages)
        for page in reader.pages[:most]:
            drawing = page.get_contents()
            content += 0 if drawing is None else len(drawing.get_data())
            if content > _MOST_CONTENT:
                raise _TooMuch
            bound = min(operations + _MOST_OF_A_PAGE, _MOST_OPERATIONS)
            text = page.extract_text(visitor_operand_before=count) or ""
            length += len(text)
            # an error that `count` raises inside a form of the page is swallowed there
            if length > _MOST_TEXT or operations > bound:
                raise _TooMuch
            texts.append(text)
    except Refused:
        raise
    except _TooMuch:
        left = f"from page {len(texts) + 1} on it holds more than is read of a PDF"
    except Exception as error:  # noqa: BLE001 - broken PDFs make pypdf raise whatever there is
        # pypdf names objects by where they stand in memory: another text each time
        message = _OBJECT.sub("an object", f"{type(error).__name__}: {error}")
        raise Refused(Refusal.PDF_UNREADABLE, message) from None
    if left is None and pages > most:
        left = f"only the first {most} pages are read"
    return PdfText(pages, tuple(texts), left)


def tidy_pages(pdf: PdfText) -> PdfText:
    """Return the text with only the lines of its pages that are not blank, each cleaned."""
    pages = ("\n".join(filter(None, map(clean, text.split("\n")))) for text in pdf.texts)
    return pdf._replace(texts=tuple(pages))


def join_lines(text: str, lexicon: Lexicon) -> list[str]:
    """Join lines to paragraphs.

    A label, a bullet, a blank line, or a line that is not full before one that begins with a
    capital, ends one.
    """
    lines = [clean(line) for line in text.split("\n")]
    width = max((len(line) for line in lines), default=0)
    result: list[str] = []
    before = ""  # the line before, as printed; empty where nothing can be joined to it
    for line in lines:
        if not line:
            before = ""
            continue
        label = lexicon.lookup(line) or lexicon.lookup(line.split(":")[0])
        goes_on = bool(before) and not label and not _NEW_LINE.match(line)
        full = len(before) > 0.85 * width and not before.endswith(_ENDS)
        if goes_on and (full or not line[0].isupper()):
            result[-1] += f" {line}"
        else:
            result.append(line)
        before = "" if lexicon.lookup(line) else line
    return result
