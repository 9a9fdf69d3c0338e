"""Print the suggestions for the lexicon: as text with lines to copy, or as JSON lines."""

import json
from collections.abc import Iterator, Sequence

from scraper.pipeline.suggest_labels import Suggestion

_PAGES_SHOWN = 3
_TEXT_SHOWN = 70


def json_lines(suggestions: Sequence[Suggestion]) -> Iterator[str]:
    """Yield one JSON object a suggestion."""
    for suggestion in suggestions:
        field, _, reason = suggestion.proposal
        yield json.dumps(
            {
                "text": suggestion.text, "is_label": suggestion.is_label,
                "pages": suggestion.pages, "field": field, "line": suggestion.line,
                "reason": reason, "sample": suggestion.sample,
                "refused_pages": suggestion.refused_pages,
            },
            ensure_ascii=False,
        )  # fmt: skip


def text_lines(suggestions: Sequence[Suggestion], most: int) -> Iterator[str]:
    """Yield the first `most` labels and texts with their pages, then the lexicon lines proposed."""
    labels = [suggestion for suggestion in suggestions if suggestion.is_label]
    texts = [suggestion for suggestion in suggestions if not suggestion.is_label]
    if not suggestions:
        yield "every label and text of the pages that were read belongs to a field or is known"
        return
    for head, chosen in (("labels that no lexicon knows", labels),
                         ("texts that no field holds", texts)):  # fmt: skip
        if chosen:
            yield f"{head}: {len(chosen)}"
        for suggestion in chosen[:most]:
            field, kind, reason = suggestion.proposal
            text = suggestion.text[:_TEXT_SHOWN]
            yield f"{len(suggestion.pages):5} x  {text}  ->  {field or kind or '?'}"
            why = [reason] if reason else []
            why += [f"below it: {suggestion.sample[:_TEXT_SHOWN]}"] if suggestion.sample else []
            pages = ", ".join(
                f"{page} (refused)" if page in suggestion.refused_pages else page
                for page in suggestion.pages[:_PAGES_SHOWN]
            )
            more = f" and {len(suggestion.pages) - _PAGES_SHOWN} more" * (
                len(suggestion.pages) > _PAGES_SHOWN
            )
            yield f"         on {pages}{more}" + "".join(f"; {text}" for text in why)
        if len(chosen) > most:
            yield f"         and {len(chosen) - most} more (--most, --json)"
    lines = [suggestion.line for suggestion in labels[:most] if suggestion.line]
    if lines:
        yield "lines for a file to give with --lexicon, where you agree:"
        yield "field;kind;label"
        yield from lines
