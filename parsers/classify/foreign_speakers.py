"""Tell who speaks of a diploma beside the ministry: a school, the press, a union, a publisher."""

import itertools
import re
from typing import NamedTuple

from parsers.formats.html import Flat
from schema.text import fold
from schema.vocabulary import page_words

_SPEAKERS = {
    kind: page_words(kind)
    for kind in (
        *("school", "school in passing", "news", "publisher", "seller"),
        *("trade guide", "union", "encyclopedia"),
    )
}
_SCHOOL_TITLE = page_words("school title")
_NUMBER = re.compile(r"\d+")  # "12 pages" and "18 pages" are one word of a publisher
# "28/02/2026 : Journée portes ouvertes des lycées", among the news of a site
_DATED = re.compile(r"\d\d?[/.]\d\d?[/.]\d{2,4}\b")
_LEADS = 3  # lines that are set off, in which a school's name heads its page


class Told(NamedTuple):
    """Tells how much a page states of a diploma, against which the words of others are weighed.

    `official`: a code with an order or a type, or labelled values: only a school's own page has
    so much too. `stated`: an order, a code or the like, and more words are needed against it.
    `described`: an order and several of a diploma's texts, beside which sections on lessons and
    results stand.
    """

    official: bool
    stated: bool
    described: bool


def foreign_speaker(flat: Flat, title: str, texts: list[str], told: Told) -> str | None:
    """Return why a page is refused whose author is not the ministry; None if it is.

    `texts`: of the page's blocks but for its boilerplate.
    """
    heads = (b.text for b in flat.blocks if (b.level or b.strong) and not b.boilerplate)
    leads = [fold(head) for head in itertools.islice(heads, _LEADS)]
    is_titled = bool(_SCHOOL_TITLE.search(fold(f"{flat.title} {title}")))
    # "Lycée Jean-Moulin", no rubric "Lycée"
    is_led = any(_SCHOOL_TITLE.match(lead) and " " in lead for lead in leads)
    if told.official and not (is_titled or is_led):
        return None
    # "Une semaine au lycée" names none above its table
    text = " | ".join([fold(text) for text in texts if not _DATED.match(text)])
    counts = {
        kind: len({_NUMBER.sub("", found) for found in words.findall(text)})
        for kind, words in _SPEAKERS.items()
    }
    counts["school"] += 2 if is_titled else is_led
    if told.official:
        return "a school speaks" if counts["school"] > 3 else None
    # texts on access speak of enrolment too
    if (counts["school"] and not told.described) or not told.stated:
        counts["school"] += counts["school in passing"]
    if counts["school"] >= (3 if told.stated else 2):
        return "a school or training centre speaks"
    if counts["news"] > 2:
        return "news of a diploma"
    # a library's record has authors, editions and an ISBN too
    sells = counts["seller"] > ("isbn" in text) or not told.stated
    if sells and counts["publisher"] + counts["seller"] >= (3 if told.stated else 2):
        return "a publisher or bookseller speaks"
    if counts["union"] > 1:
        return "a union speaks"
    if counts["encyclopedia"] > 1:
        return "an encyclopedia speaks"
    return "about a trade" if counts["trade guide"] >= 2 and not told.stated else None
