"""Print the suggestions for the lexicon: as text with lines to copy, or as JSON lines."""

import json
from collections.abc import Iterator, Sequence

from scraper.pipeline.suggest_labels import Suggestion

_PAGES_SHOWN = 3
_TEXT_SHOWN = 70


def json_lines(suggestions: Sequence[Suggestion]) -> Iterator[str]:
    """Yield one JSON object a suggestion."""
    for one in suggestions:
        field, _, reason = one.proposal
        yield json.dumps(
            {
                "text": one.text, "is_label": one.is_label, "pages": one.pages, "field": field,
                "line": one.line, "reason": reason, "sample": one.sample,
            },
            ensure_ascii=False,
        )  # fmt: skip


def text_lines(suggestions: Sequence[Suggestion], most: int) -> Iterator[str]:
    """Yield the first `most` labels and texts with their pages, then the lexicon lines proposed."""
    labels = [one for one in suggestions if one.is_label]
    texts = [one for one in suggestions if not one.is_label]
    if not suggestions:
        yield "every label and text of the archive's pages belongs to a field or is known"
        return
    for head, chosen in (("labels that no lexicon knows", labels),
                         ("texts that no field holds", texts)):  # fmt: skip
        if chosen:
            yield f"{head}: {len(chosen)}"
        for one in chosen[:most]:
            field, _, reason = one.proposal
            yield f"{len(one.pages):5} x  {one.text[:_TEXT_SHOWN]}  ->  {field or '?'}"
            why = [reason] if reason else []
            why += [f"below it: {one.sample[:_TEXT_SHOWN]}"] if one.sample else []
            pages = ", ".join(one.pages[:_PAGES_SHOWN])
            more = f" and {len(one.pages) - _PAGES_SHOWN} more" * (len(one.pages) > _PAGES_SHOWN)
            yield f"         on {pages}{more}" + "".join(f"; {text}" for text in why)
        if len(chosen) > most:
            yield f"         and {len(chosen) - most} more (--most, --json)"
    lines = [one.line for one in labels[:most] if one.line]
    if lines:
        yield "lines for a file to give with --lexicon, where you agree:"
        yield "field;kind;label"
        yield from lines
