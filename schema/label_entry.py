"""A label of the lexicon: the field that it means, and what kind of content follows it."""

from dataclasses import dataclass
from dataclasses import field as attribute

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


@dataclass(frozen=True, slots=True)
class Entry:
    """One label: the field it means (empty for what holds no field), its kind, its writing.

    `by_words`: no label of a lexicon is written so, but its words are those of one field.
    `meaning`: field and kind. `is_section`: paragraphs follow, rather than one value.
    """

    field: str
    kind: str
    label: str
    by_words: bool = False
    meaning: tuple[str, str] = attribute(init=False, repr=False, compare=False)
    is_section: bool = attribute(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "meaning", (self.field, self.kind))
        is_section = self.kind not in {"value", "joint", "ignored-value"}
        object.__setattr__(self, "is_section", is_section)

    @property
    def is_beside(self) -> bool:
        """Return whether it heads what is no field of the diploma: news, links to other pages."""
        return self.kind in {"ignore", "further"}
