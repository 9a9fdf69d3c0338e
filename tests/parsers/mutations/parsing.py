"""Reading pages in tests: a page's bytes to its records, or to the refusal."""

import json
from typing import Any

from parsers.model.document import Document
from parsers.model.reading import Reading
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential, content_hash

URL = "https://eduscol.education.fr/referentiels-professionnels/b999.html"
# What differs between two pages that say the same.
_BOOKKEEPING = {"issues", "content_sha256"}


def records(
    body: bytes, url: str | None = URL, content_type: str | None = "text/html"
) -> tuple[Referential, ...]:
    """The records of a page; raises `Refused`."""
    document = Document(body, url, content_type)
    return tuple(record.record for record in read(document, Lexicon.packaged()).records)


def records_or_refusal(
    body: bytes, url: str | None = URL, content_type: str | None = "text/html"
) -> tuple[Referential, ...] | Refused:
    """The records of a page, or the refusal itself."""
    try:
        return records(body, url, content_type)
    except Refused as refused:
        return refused


def said(record: Referential) -> dict[str, Any]:
    """What a record says of the diploma, as published in JSON: all but issues and hash."""
    values: dict[str, Any] = json.loads(record.model_dump_json(exclude=_BOOKKEEPING))
    return values


def differences(before: Referential, after: Referential) -> dict[str, tuple[Any, Any]]:
    """The fields in which two records differ, with both values."""
    one, other = said(before), said(after)
    return {name: (one[name], other[name]) for name in one if one[name] != other[name]}


def outcome(document: Document) -> Reading | tuple[str, str]:
    """The records, or the reason; anything else is raised."""
    try:
        return read(document, Lexicon.packaged())
    except Refused as refused:
        return refused.reason.value, refused.detail


def holds(document: Document) -> None:
    """What must be true of any document."""
    result = outcome(document)
    assert outcome(document) == result
    if not isinstance(result, Reading):
        return
    assert result.records
    for record in result.records:
        text = record.record.model_dump_json()
        again = Referential.model_validate_json(text)
        assert again == record.record
        assert again.model_dump_json() == text
        assert record.record.content_sha256 == content_hash(record.record)
        assert all(seen.field in Referential.model_fields for seen in record.evidence)
