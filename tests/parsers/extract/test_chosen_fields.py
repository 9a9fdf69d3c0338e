"""Each field of a record has a rule that chooses its value."""

import pytest

from parsers.extract import record
from parsers.model.document import Document
from parsers.model.statement import Policy
from parsers.parse import read
from schema.errors import ProgramFault
from schema.lexicon import Lexicon

PAGE = "<html><title>CAP horlogerie</title><h1>CAP horlogerie</h1><p>Code : 50025137</p></html>"


def test_a_field_without_a_rule_is_a_fault_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was told as an invalid page."""
    rules = record._STATED.rules
    without = Policy({fields: rule for fields, rule in rules.items() if fields != ("cpc",)})
    monkeypatch.setattr(record, "_STATED", without)
    with pytest.raises(ProgramFault, match="_STATED chooses the field 'cpc'"):
        read(Document(PAGE.encode(), name="horlogerie"), Lexicon.packaged())
