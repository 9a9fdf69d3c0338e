"""A label of the lexicon: the field that it means, and what kind of content follows it."""

from typing import NamedTuple

from schema.referential import TEXT_FIELDS

FIELDS: dict[str, tuple[str, ...]] = {
    "value": (
        "code", "acronym", "duration", "level", "diploma_type", "title", "option", "url", "rncp",
        "first_session", "last_session", "extra_session", "status", "replaces", "replaced_by",
        "cpc", "sector",
    ),
    "text": TEXT_FIELDS,
    "list": ("trades",),
    "links": ("documents",),
    "legal": ("legal_texts",),
    # Known headings that hold no field: of a group of labels; of something to leave out.
    "heading": ("",),
    "ignore": ("",),
    "further": ("",),
    "ignored-value": ("",),
}  # fmt: skip


class Entry(NamedTuple):
    """One label: the field it means (empty for what holds no field), its kind, its writing.

    `by_words`: no label of a lexicon is written so, but its words are those of one field.
    """

    field: str
    kind: str
    label: str
    by_words: bool = False

    @property
    def is_section(self) -> bool:
        """Return whether paragraphs follow, rather than one value."""
        return self.kind not in {"value", "joint", "ignored-value"}

    @property
    def is_beside(self) -> bool:
        """Return whether it heads what is no field of the diploma: news, links to other pages."""
        return self.kind in {"ignore", "further"}
