"""Validate a record as it is published."""

import json
import unicodedata

from pydantic import ValidationError

from schema.referential import Referential, content_hash


class InvalidRecord(Exception):
    """A line that is no record of the schema; the text gives its id and why."""


def validated(line: bytes) -> Referential:
    """Return the record of a line of JSON. Raises `InvalidRecord`."""
    text = line.decode()
    if not unicodedata.is_normalized("NFC", text):
        raise InvalidRecord(f"{json.loads(text).get('id')}: a text that is not in Unicode NFC")
    try:
        record = Referential.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise InvalidRecord(f"{json.loads(text).get('id')}: {place}: {first['msg']}") from None
    if record.content_sha256 != content_hash(record):
        raise InvalidRecord(f"{record.id}: its hash is not that of its content")
    return record
