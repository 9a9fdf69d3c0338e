"""PDF to blocks: the text of its pages, line by line."""

import io
import re

from pypdf import PdfReader

from parsers.formats.html import Flat
from parsers.model.blocks import Block, Part
from schema.errors import Refused
from schema.issues import Refusal
from schema.lexicon import Lexicon
from schema.text import clean

# The diploma is named on the first pages; annexes run to hundreds.
_PAGES = 12
_NEW_LINE = re.compile(r"^(?:[-–•·▪*]|\d{1,2}[.)]|annexe\b|article\b|arr[êe]t[ée])", re.IGNORECASE)


def is_pdf(body: bytes) -> bool:
    """Return whether the bytes are a PDF's: its mark stands in the first kilobyte."""
    return b"%PDF-" in body[:1024]


def flatten_pdf(body: bytes, lexicon: Lexicon) -> Flat:
    """Return the text of the first pages as blocks.

    Refused `pdf-unreadable` (broken, encrypted) or `pdf-without-text` (scanned).
    """
    try:
        reader = PdfReader(io.BytesIO(body), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused(Refusal.PDF_UNREADABLE, "it is encrypted")
        texts = [page.extract_text() or "" for page in reader.pages[:_PAGES]]
    except Refused:
        raise
    except Exception as error:  # noqa: BLE001 - broken PDFs make pypdf raise whatever there is
        raise Refused(Refusal.PDF_UNREADABLE, f"{type(error).__name__}: {error}") from None
    placed = [(line, n) for n, text in enumerate(texts, 1) for line in join_lines(text, lexicon)]
    blocks = [
        Block("paragraph", (Part(line),), f"page {page}", making="pdf", number=number)
        for number, (line, page) in enumerate(placed)
    ]
    if not blocks:
        raise Refused(Refusal.PDF_WITHOUT_TEXT, "no text in its first pages")
    return Flat(tuple(blocks), "", closed=True)


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
        full = len(before) > 0.85 * width and not _ends(before)
        if goes_on and (full or not line[0].isupper()):
            result[-1] += f" {line}"
        else:
            result.append(line)
        before = "" if lexicon.lookup(line) else line
    return result


def _ends(line: str) -> bool:
    return line.endswith((".", ":", ";", "!", "?"))
