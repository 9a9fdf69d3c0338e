"""Records of pages of a title and a body."""

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

ORDER = "<p>Arrêté du 3 mai 2004</p>"


def records_of(body: str, title: str = "<h1>CAP Vannerie</h1>") -> list[Referential]:
    """The records of a page; `title`: the HTML that stands before its body."""
    page = f"<html><head><title>Référentiels</title></head><body>{title}{body}</body></html>"
    found = read(Document(page.encode()), Lexicon.packaged()).records
    return [each.record for each in found]


def record_of(body: str, title: str = "<h1>CAP Vannerie</h1>") -> Referential:
    """The only record of a page, as `records_of`."""
    (only,) = records_of(body, title)
    return only


def record_with_facts(body: str) -> Referential:
    """The only record of a page that states a code and an order above its body."""
    return record_of(body, f"<h1>CAP Vannerie</h1><p>Code : 500-23438</p>{ORDER}")


def trades_of(body: str) -> list[str]:
    """The trades of a page, as published."""
    return [trade.label for trade in record_with_facts(body).trades]


def orders_of(
    body: str, title: str = "<h1>CAP Vannerie</h1>"
) -> list[tuple[str | None, str | None]]:
    """The date of each order of a page, and what it does."""
    return [(text.date, text.kind) for text in record_of(body, title).legal_texts]
