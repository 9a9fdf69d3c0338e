"""Description, access, expectations, further study, trades: the fields of many words."""

from collections.abc import Mapping

from parsers.extract.access import diplomas_in, levels_in
from parsers.extract.documents import documents_in
from parsers.extract.single_values import NO_VALUE
from parsers.extract.trades import trades_in
from parsers.model.draft import Draft
from parsers.model.observation import Observation
from parsers.segment.labels import Piece
from parsers.segment.sections import Section
from schema.diploma_type import type_words
from schema.issues import IssueCode, issue
from schema.referential import paragraphs
from schema.text import clean, fold


def put_text(draft: Draft, name: str, sections: list[Section]) -> None:
    """A text field. Sections of different names follow each other; of the same name the first
    stays and a different second is a conflict.
    """
    texts: list[str] = []
    labels: dict[str, str] = {}
    for section in sections:
        written = [_written(piece, section) for piece in section.content]
        text = paragraphs([one for one in written if one])
        if text is None or fold(text) in NO_VALUE:
            draft.issues.append(issue(IssueCode.EMPTY_SECTION, name, section.heading.label or None))
            continue
        label = fold(section.heading.label)
        if text in texts:
            continue
        if label in labels:
            both = f"{labels[label][:200]} | {text[:200]}"
            draft.issues.append(issue(IssueCode.CONFLICTING_VALUES, name, both))
            continue
        if texts:
            draft.issues.append(issue(IssueCode.MERGED_SECTIONS, name, section.heading.label))
        labels[label] = text
        texts.append(text)
        draft.evidence.append(
            Observation(name, text, section.content[0].block.place, section.heading.label)
        )
    draft.values[name] = paragraphs(texts)


def _written(piece: Piece, section: Section) -> str:
    """One piece as a paragraph: items with a dash; a repeated label is left out."""
    if piece.kind == "label":
        return clean(piece.label).rstrip(" :")
    text = clean(piece.text)
    target = piece.block.only_link
    if target and not piece.entry and documents_in(piece, None, False, ""):
        return ""  # "Télécharger le référentiel": a document, not a sentence
    if piece.kind == "heading" and (
        fold(text) == fold(section.heading.label)
        or (piece.entry is not None and piece.entry.field == section.entry.field)
    ):
        return ""
    return f"- {text}" if piece.kind == "item" and text else text


def put_access(draft: Draft) -> None:
    """Diplomas and levels that the access text names: derived."""
    access = draft.values.get("access")
    own = frozenset(
        words for words, types in type_words() if draft.values.get("diploma_type") in types
    )
    named = diplomas_in(access, own) if access else []
    levels = levels_in(access, named) if access else []
    draft.values["access_diplomas"] = tuple(one.text for one in named)
    draft.values["access_levels"] = tuple(levels)
    for one in named:
        rule = "named in the access text"
        draft.evidence.append(Observation("access_diplomas", one.text, "access", "", rule, True))
    for level in levels:
        because = ", ".join(one.text for one in named if one.level == level) or f"niveau {level}"
        rule = "level of the diplomas named in the access text"
        draft.evidence.append(Observation("access_levels", because, "access", "", rule, True))


def put_trades(draft: Draft, sections: list[Section], given: Mapping[str, tuple[str, str]]) -> None:
    """The trades of all sections that list them; `given`: see `Flat.trade_forms`."""
    found, issues = trades_in([piece for section in sections for piece in section.content], given)
    draft.issues += issues
    draft.values["trades"] = tuple(trade for trade, _ in found)
    for section in sections:
        if not section.content:
            draft.issues.append(issue(IssueCode.EMPTY_SECTION, "trades", section.heading.label))
    for trade, piece in found:
        label = sections[0].heading.label
        draft.evidence.append(Observation("trades", trade.label, piece.block.place, label))
