"""Where a sentence ends: before a capital, with an accent or without, and before nothing else."""

import re

import pytest

from parsers.extract import order_tokens, passage_rows, sentences
from parsers.segment import labelled_lines, option_mentions, title_words

ENDS = {
    "labelled_lines": labelled_lines._FACT_END,
    "option_mentions": option_mentions._STOP,
    "order_tokens": order_tokens._SENTENCE_END,
    "passage_rows": passage_rows._NEXT_SENTENCE,
    "sentences": sentences._SENTENCE_END,
    "title_words": title_words._FACTS,
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_a_sentence_begins_with_a_capital(end: re.Pattern[str]) -> None:
    for word in ("Abrogé", "Établi", "Œuvres"):
        assert end.search(f"du diplôme. {word} par l'arrêté"), word
    for word in ("abrogé", "établi", "œuvres"):
        assert not end.search(f"du diplôme. {word} par l'arrêté"), word
