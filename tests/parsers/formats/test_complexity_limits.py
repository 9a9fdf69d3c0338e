"""The bounds before parsing: what stands at a bound passes, what is one above it is refused."""

import pytest

from parsers.formats import complexity_limits
from parsers.formats.complexity_limits import refuse_too_complex
from schema.errors import Refused
from schema.issues import Refusal

ATTRIBUTES = " ".join(f"a{n}=1" for n in range(complexity_limits.MAX_ATTRIBUTES))
AT_THE_BOUND = {
    "characters": ("x" * complexity_limits.MAX_CHARACTERS, "x"),
    "tags": ("<p>" * complexity_limits.MAX_TAGS, "<p>"),
    "depth": ("<div>" * complexity_limits.MAX_DEPTH, "<div>"),
    "formatting": ("<b>" * complexity_limits.MAX_OPEN_FORMATTING, "<b>"),
    "options": ("<option>" * complexity_limits.MAX_OPTIONS, "<option>"),
}


@pytest.mark.parametrize("name", AT_THE_BOUND)
def test_a_page_at_a_bound_is_parsed_and_one_above_it_refused(name: str) -> None:
    text, more = AT_THE_BOUND[name]
    refuse_too_complex(text)
    with pytest.raises(Refused) as refused:
        refuse_too_complex(text + more)
    assert refused.value.reason == Refusal.TOO_COMPLEX


def test_attributes_of_one_tag_are_counted() -> None:
    refuse_too_complex(f"<p {ATTRIBUTES}>")
    for tag in (
        f"<p {ATTRIBUTES} b=1>",
        f"<p class={'x' * complexity_limits.MAX_ATTRIBUTE_BYTES}>",
    ):
        with pytest.raises(Refused, match="attributes"):
            refuse_too_complex(tag)


def test_what_is_closed_or_stands_in_a_script_does_not_count() -> None:
    refuse_too_complex("<div></div>" * (complexity_limits.MAX_TAGS // 2))
    refuse_too_complex("<b></b>" * 1_000)
    refuse_too_complex(f"<script>{'<div>' * (complexity_limits.MAX_DEPTH + 1)}</script>")
