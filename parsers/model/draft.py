"""A record on its way: what is known of the document, the values so far, where they came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from parsers.model.document import Document
from parsers.model.observation import Observation
from schema.issues import Issue
from schema.referential import SourceKind


@dataclass
class Context:
    """What is known of a document beside its pieces.

    `title`: as published, with the place it stood in. `code`: the code that an option's table
    row, heading or label gave. `page`, `url`, `source`, `kind`: see `Referential`;
    `trade_forms`: see `Flat`.
    """

    document: Document
    title: str
    title_place: str
    page: str | None
    url: str | None
    base: str | None
    source: str
    kind: SourceKind
    trade_forms: Mapping[str, tuple[str, str]]
    code: str | None = None


@dataclass
class Draft:
    """A record on its way: values by field, the observations behind them, issues."""

    values: dict[str, Any] = field(default_factory=dict)
    evidence: list[Observation] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def put(self, name: str, value: Any, seen: Observation | None = None) -> None:
        """Set a field and remember where its value came from."""
        self.values[name] = value
        if seen is not None and value not in (None, (), []):
            self.evidence.append(seen._replace(field=name))

    def derived(self, name: str, value: Any, text: str, place: str, rule: str) -> None:
        """Set a field to a value that follows from another one."""
        self.values[name] = value
        self.evidence.append(Observation(name, text, place, "", rule, True))
