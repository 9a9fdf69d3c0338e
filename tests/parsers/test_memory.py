"""A page that needs more memory than there is, is refused like any page that is too complex."""

import pytest

import parsers.parse
from parsers.model.document import Document
from schema.errors import Refused
from schema.issues import Refusal
from schema.lexicon import Lexicon


def test_a_page_that_needs_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(parsers.parse, "page_of", exhausted)
    with pytest.raises(Refused) as refused:
        parsers.parse.read(Document(b"<h1>CAP Vannerie</h1>"), Lexicon.packaged())
    assert refused.value.reason is Refusal.TOO_COMPLEX
