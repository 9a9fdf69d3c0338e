"""The trades of a section: list items, lines, neighbouring elements, or one sentence."""

import re
from collections.abc import Mapping

from parsers.model.blocks import Part
from parsers.segment.labels import Piece, without_bullet
from schema.issues import Issue, IssueCode, issue, unlabelled
from schema.text import clean, same_length
from schema.trade import Trade, parse_trade
from schema.vocabulary import lone_words

_VERB = lone_words("sentence of a trade")
# "Ce diplôme prépare aux métiers suivants : …", "… les métiers de …"
_LEAD_IN = re.compile(
    r"^.*?(?:metiers?|emplois?|postes?|professions?)\s*(?:suivants?\s*)?"
    r"(?::\s*|(?:tels? que|comme)\s+|(?:de |d['’]\s?))"
)
# "Le plombier pose les réseaux d'eau et raccorde les appareils.": no trade has an article so far
# from its end
_BEGINS_SENTENCE = re.compile(r"(?:L[ea]s? |L['’]|Un|Une) ?.{50}")
_LONGEST = 130
_NO_TRADE = re.compile(r"[\W\d]*|[A-N]\d{4}")
# the link behind a trade
_SUFFIX = re.compile(
    r"\s*[(\[–-]?\s*(?:voir (?:la |le )?(?:fiche|métier|plus)\b.*|en savoir plus|fiche métier)"
    r"[)\]]?\s*$",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"^(?:(?:et|ou) )?(?:de |d['’]\s?)")  # "de boulanger, de pâtissier"
_MARKED = re.compile(r"\w+[/(·]")


def trades_in(
    content: list[Piece], given: Mapping[str, tuple[str, str]]
) -> tuple[list[tuple[Trade, Piece]], list[Issue]]:
    """Return the trades that a section's content names, each with the piece it stood in.

    `given`: the masculine and the feminine that the document itself gives for a label.
    What is no list of trades is the issue `unreadable-trades`, what stands beside the names
    (numbers, groups, sentences on a card) `unlabelled-text`; an introducing line that ends
    with a colon is left out. A trade named twice counts once.
    """
    trades: dict[str, tuple[Trade, Piece]] = {}
    issues: list[Issue] = []
    kept = _naming(content)
    naming = {id(piece) for piece in kept}
    issues += [
        unlabelled("trades", piece.text[:200], "it names no trade")
        for piece in content
        if id(piece) not in naming and piece.text
    ]
    content = kept
    labels = [(label, piece) for piece in content for label in _labels(piece, len(content))]
    for number, (label, piece) in enumerate(labels):
        if label.endswith(":") and number + 1 < len(labels):
            continue
        text = _SUFFIX.sub("", label).rstrip(" .;,:")
        if _NO_TRADE.fullmatch(text):
            # a number or a ROME code in a column of its own
            issues.append(unlabelled("trades", label, "it names no trade"))
            continue
        is_sentence = label.endswith(".") and bool(_BEGINS_SENTENCE.match(label))
        if len(text) > _LONGEST or is_sentence or _VERB.search(same_length(text)):
            issues.append(issue(IssueCode.UNREADABLE_TRADES, "trades", label[:300]))
            continue
        trade, remarks = parse_trade(text, *given.get(label, ()))
        issues += remarks
        if trade is not None:
            trades.setdefault(trade.id, (trade, piece))
    return list(trades.values()), issues


def _naming(content: list[Piece]) -> list[Piece]:
    """Return the pieces that name trades.

    Not the headers of a table's columns; of cards their headings and not their sentences; of lists
    their items and not the headings that group them.
    """
    content = [p for p in content if not (p.block.cell and p.block.cell.header)]
    headings = [p for p in content if p.kind == "heading" and p.block.level]
    if not headings:
        return content
    listed = any(p.kind == "item" for p in content)
    return [p for p in content if p.kind != "heading"] if listed else headings


def _labels(piece: Piece, count: int) -> list[str]:
    """Return the trade labels in one piece."""
    lines = [without_bullet(line) for line in piece.lines]
    if piece.kind == "item" and len(lines) == 1:
        return [piece.text]
    if len(lines) > 1:
        return [label for line in lines for label in _split(line, False)]
    if elements := _elements(piece.parts):
        return elements
    return _split(piece.text, count == 1)


def _elements(parts: tuple[Part, ...]) -> list[str]:
    """Return the texts of neighbouring elements, divided by white space alone: a trade each."""
    filled = [part for part in parts if part.text.strip()]
    distinct = {part.element for part in filled}
    if len(filled) < 2 or len(distinct) < len(filled) or not all(p.making for p in filled):
        return []
    if any(part.text.strip() in {",", ";", "/", "et", "."} for part in filled):
        return []
    spaced = [p for p in parts if not p.text.strip() or p.text != p.text.strip()]
    return [clean(part.text) for part in filled] if spaced else []


def _split(text: str, alone: bool) -> list[str]:
    """Split a line of trades, `a ; b ; c`, or a sentence, `a, b et c`."""
    if not alone and not text.endswith("."):
        return _cut(text, ";")
    plain = same_length(text)
    if _VERB.search(plain) or ":" in text:
        lead = _LEAD_IN.match(plain)
        if lead is None or (_VERB.search(plain[lead.end() :])):
            return [text]
        text = text[lead.end() :]
    for mark in (";", "|", " • ", " · "):
        if mark in text.rstrip(" ;."):
            return _cut(text, mark)
    if "," not in text:
        return [text]
    labels = _cut(text.rstrip(" ."), ",")
    last = labels.pop()
    before, conjunction, after = re.sub(r"^(?:et|ou) ", "", last).partition(" et ")
    after = _AGAIN.sub("", after)
    single = " " not in before and " " not in after
    if conjunction and ((_MARKED.match(after) and _MARKED.match(before)) or single):
        return [*labels, before, after]
    return [*labels, re.sub(r"^(?:et|ou) ", "", last)]


def _cut(text: str, mark: str) -> list[str]:
    parts = (_AGAIN.sub("", clean(raw).strip(" .;")) for raw in text.split(mark))
    return [part for part in parts if part]
