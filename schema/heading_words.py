"""Tell by their words which field questions and statements used as headings are about.

The words are the kinds `question about`, `question for` and `heading about` of `page_words.csv`.
"""

import re
from functools import cache

from schema.label_entry import FIELDS, Entry
from schema.text import CAPITALS, fold
from schema.vocabulary import page_words

# what may stand before a label without changing it: "1. ", "II - ", "A) "
NUMBERING = re.compile(
    rf"^\s*(?:\d{{1,2}}(?:\.\d{{1,2}})+\s+(?=[{CAPITALS}])"
    r"|(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z]|[a-z])\s*[.)°/]+\s*[-–—]?\s*"
    rf"|(?:\d{{1,2}}|[IVX]{{1,5}})\s*[-–—:]\s*|[A-Z]\s+[-–—]\s+|\d{{1,2}}\s+(?=[{CAPITALS}]))"
)
_ASKS = re.compile(
    r"\b(?:qu[ei]?|quoi|quel(?:le)?s?|comment|combien|ou|(?:puis|peut|faut) (?:je|on|il))\b"
)
_OF_QUESTIONS = page_words("word of any question")


def of_question(text: str) -> Entry | None:
    """Return the entry of a question whose words are those of one field: `Quel métier exercer ?`.

    Beside words of any question, such as *quel* and *peut-on*.
    """
    plain = fold(NUMBERING.sub("", text))
    asked = [field for field, pattern in _questions_for_values() if pattern.search(plain)]
    if not _ASKS.search(plain):  # "Sa mission ? Tresser des paniers"
        return Entry("rncp", "value", text) if asked == ["rncp"] else None
    words = [word for word in plain.split(" ") if not _OF_QUESTIONS.fullmatch(word)]
    fields = [
        (field, kind)
        for field, kind, pattern in _questions()
        if words and all(map(pattern.fullmatch, words))
    ]
    if len(asked) == 1 and not fields:
        return Entry(asked[0], "value", text)
    return Entry(*fields[0], text) if len(fields) == 1 else None


def of_statement(text: str) -> Entry | None:
    """Return the entry of a heading that states what follows: *Vous pourrez devenir*."""
    plain = fold(NUMBERING.sub("", text))
    found = [(field, kind) for field, kind, words in _statements() if words.fullmatch(plain)]
    return Entry(*found[0], text, by_words=True) if len(found) == 1 else None


@cache
def _statements() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return the fields above which headings state what follows, and how they do."""
    return tuple(
        (field, kind, page_words(f"heading about {field}"))
        for kind in ("text", "list", "links", "legal")
        for field in FIELDS[kind]
        if field != "url"
    )


@cache
def _questions_for_values() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the fields of values that questions ask for, and the words by which they do."""
    fields = (
        *("code", "rncp", "level", "duration", "first_session", "last_session", "cpc"),
        *("replaces", "replaced_by"),
    )
    return tuple((field, page_words(f"question for {field}")) for field in fields)


@cache
def _questions() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return the fields that questions may be about, with the kind of label and their words."""
    return (
        *tuple(
            (field, kind, page_words(f"question about {field}"))
            for kind in ("text", "list", "links", "legal")
            for field in FIELDS[kind]
            if field != "url"
        ),
        ("duration", "value", page_words("question about duration")),
    )
