"""Find the known labels that stand before the colons of a line."""

import re
from collections.abc import Iterator

from parsers.model.blocks import Part
from parsers.segment.pieces import LONGEST_LABEL
from schema.label_entry import Entry
from schema.lexicon import OWN_WORDS, SO_LISTED, Lexicon, ending_of
from schema.text import clean

_QUESTION = re.compile(r"\s*[^:?.!;]{3,60}\?(?=\s|$)")
# In a text that is read backwards: its last word, and the word before brackets around that, in
# which the length of the value may stand: "Code (8 caractères)".
_LAST_WORDS = re.compile(
    r"[^a-z0-9]*([a-z0-9]+)(?:(?:/[a-z]{2,10}| \d{1,2}(?: a| rus| ne)?)?\( {0,2}([a-z0-9]+))?"
)


def label_in_other_words(
    raw: str, begin: int, found: re.Match[str], lexicon: Lexicon
) -> list[tuple[int, int, Entry]]:
    """Return the label of a value that a line begins with, where the first one `found` is later.

    `Fiche du RNCP : 35699 Niveau : 4`: only its words without the little ones are a label.
    """
    if not any(map(str.isalpha, raw[begin : found.start()])):
        return []  # most lines
    colon = raw.find(":", begin, min(found.end(), begin + LONGEST_LABEL))
    entry = lexicon.lookup(clean(raw[begin:colon])) if colon > 0 else None
    return [(begin, colon + 1, entry)] if entry and entry.kind == "value" else []


def with_colon_inside(
    raw: str, line: tuple[Part, ...], match: re.Match[str], entry: Entry, lexicon: Lexicon
) -> tuple[int, Entry]:
    """Return where a label ends, and its entry: behind its first colon, unless it goes on there.

    *Après le diplôme : poursuivre ses études*, up to a further colon or the end of its element.
    *Accès : pour qui ?* up to its mark: a question is no text of a section. Of a fact too, as in
    *Nomenclature : niveau : 4*. *Débouchés : exemples de métiers* to its end.
    """
    end = match.end()
    stops = [raw.find(":", end, end + LONGEST_LABEL)]
    at = 0
    for part in line:
        at += len(part.text) + part.after_break
        if at >= end:  # the end of the element that holds the first colon
            stops.append(at if part.strong or part.making else -1)
            break
    for stop in stops:
        whole = lexicon.lookup(clean(raw[match.start(1) : stop])) if stop > end else None
        if whole and whole.is_section == entry.is_section and ":" in whole.label:
            return stop + (raw[stop : stop + 1] == ":"), whole
    if entry.kind in {"text", "list"}:
        behind = lexicon.lookup(clean(raw[end:]))
        if behind and behind.meaning == entry.meaning:
            return len(raw), entry
    asked = _QUESTION.match(raw, end) if entry.is_section and "?" in raw else None
    # up to the end of the line, or of what is set off
    is_whole = asked and (
        not raw[asked.end() :].strip() or asked.end() == max(stops[1:], default=0)
    )
    return (asked.end() if asked and is_whole else end), entry


def before_colons(plain: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """Yield the labels right before a colon in a text without accents or capitals."""
    before, colon = 0, plain.find(":")
    while colon >= 0:
        start = max(before, colon - 2 * LONGEST_LABEL)
        # "Accueil :: Diplômes par CPC :: Nouveautés" is a menu
        is_double = plain[colon : colon + 2] == "::" or plain[colon - 1 : colon] == ":"
        # "Code diplôme (CFD) :", where "CFD" and "Code diplôme CFD" may be labels too
        words = () if is_double else _last_words(plain[start:colon])
        patterns = map(lexicon.before_colon, words)
        found = [m for p in patterns if p and (m := p.search(plain, start, colon + 1))]
        if found:
            yield min(found, key=_begin_and_length) if len(found) > 1 else found[0]
        before, colon = colon + 1, plain.find(":", colon + 1)


def _begin_and_length(label: re.Match[str]) -> tuple[int, int]:
    """Return a key that puts the first label first, and of two the longer one."""
    return label.start(), -label.end(1)


def _last_words(text: str) -> list[str]:
    """Return the words in which a label at the end of a text may end.

    Its last one, the one before brackets, and the one before what says that it is the diploma's.
    """
    if "suivant" in text[-12:]:
        text = SO_LISTED.sub("", text)
    last = _LAST_WORDS.match(text[::-1])
    if last is None:
        return []
    words = [word[::-1] for word in last.groups() if word]
    if words[0] in OWN_WORDS:
        before = _LAST_WORDS.match(text[: ending_of(text)][::-1])
        words += [before[1][::-1]] if before else []
    return words
