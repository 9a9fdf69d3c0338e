"""The stages of reading a document, one line each: blocks, labels, sections, statements.

The first stage that is wrong on a misread page names the folder to mend: `parsers/formats`
(blocks), `parsers/segment` (labels, sections), `parsers/extract` (statements). A statement with the
right text and a wrong value: `schema`, which normalises levels, durations, codes, types and dates.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from parsers.model.document import Document
from parsers.page_structure import Page, page_of
from parsers.parse import statements_of
from parsers.segment.passages import Outline, Passage
from parsers.segment.sections import outline
from schema.lexicon import Lexicon

Line = dict[str, Any]
_LONGEST = 200


def stage_lines(stage: str, document: Document, lexicon: Lexicon) -> Iterator[Line]:
    """Yield the result of a stage of reading: one mapping a line, its `place` first.

    Raises `Refused` for a document that has no parts, such as an empty one; a page that is
    refused for what it says is shown.
    """
    yield from STAGES[stage](page_of(document, lexicon))


def _blocks(page: Page) -> Iterator[Line]:
    for block in page.flat.blocks:
        links = list(dict.fromkeys(part.href for part in block.parts if part.href))
        kind = f"{block.kind} {block.level}" if block.level else block.kind
        yield {
            "place": block.place,
            "kind": kind,
            "text": block.text,
            "links": links,
            "boilerplate": block.boilerplate,
        }


def _labels(page: Page) -> Iterator[Line]:
    for piece in page.pieces:
        entry = piece.entry
        yield {
            "place": piece.block.place,
            "kind": piece.kind,
            "field": (entry.field or entry.kind) if entry else "",
            "label": piece.label,
            "text": piece.text,
        }


def _sections(page: Page) -> Iterator[Line]:
    yield from _outline(0, page.common)
    for number, variant in enumerate(page.variants, 1):
        yield from _outline(number, outline(list(variant.pieces)))


def _outline(diploma: int, part: Outline) -> Iterator[Line]:
    """Yield the passages of a part of the page; diploma 0: passages that all diplomas share."""
    for passage in part.passages:
        yield {
            "place": passage.piece.block.place,
            "diploma": diploma,
            "section": _section(passage),
            "text": passage.piece.text or passage.piece.label,
        }


def _section(passage: Passage) -> str:
    if passage.above:
        return "title and above"
    if passage.section:
        entry = passage.section.entry
        role = "label of " if passage.names else ""
        return f"{role}{entry.field or entry.kind}"
    if passage.unknown is passage.piece:
        return "unknown heading"
    return "below an unknown heading" if passage.unknown else "none"


def _statements(page: Page) -> Iterator[Line]:
    for number, chosen in enumerate(statements_of(page), 1):
        for statement in chosen.statements:
            yield {
                "place": statement.place,
                "diploma": number,
                "field": statement.field,
                "value": _plain(statement.value),
                "text": statement.text,
                "label": statement.label,
                "rule": f"{statement.rule} (derived)" if statement.derived else statement.rule,
            }
        for issue in chosen.issues:
            yield {
                "place": issue.place or "",
                "diploma": number,
                "issue": issue.issue.value,
                "field": issue.field or "",
                "text": issue.value or "",
            }


def _plain(value: Any) -> Any:
    """Return the value as JSON can hold it."""
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else value


STAGES: dict[str, Callable[[Page], Iterator[Line]]] = {
    "blocks": _blocks,
    "labels": _labels,
    "sections": _sections,
    "statements": _statements,
}


def as_text(line: Line) -> str:
    """Format one line of a stage for a person: its kind, its text, its place last."""
    values = {name: value for name, value in line.items() if name not in {"place", "text"}}
    facts = [f"{name}={_shown(value)}" for name, value in values.items() if value]
    text = "  ".join([*facts, _shown(line["text"]), f"@ {line['place']}"])
    # foreign text must not control the terminal
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
