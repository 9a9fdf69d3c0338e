"""Weigh what a page states of each of its diplomas: whether it is enough for a référentiel."""

import re
from dataclasses import dataclass

from parsers.classify.listed_diplomas import WHOLE_FIELD
from parsers.classify.referentiel_files import (
    has_referentiel_title,
    is_brochure,
    is_only_file,
    is_referentiel_file,
)
from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.model.document import Document
from parsers.model.statement import SUCCESSION, Chosen
from parsers.segment.title_words import is_neutral, is_sentence
from schema.dates import MONTHS
from schema.issues import IssueCode
from schema.referential import TEXT_FIELDS
from schema.text import fold
from schema.title import read_title
from schema.vocabulary import page_words

# Only pages of one diploma state these.
_OF_ONE = ("first_session", "last_session", "replaces", "replaced_by", "rncp_codes")
_LABELS = ("duration_label", "level_label", "acronym", "first_session", "last_session")
# "Session 2026" above or behind a type: of all its diplomas
_SESSION = re.compile(
    rf"(?:sessions? )?(?:d examens? )?(?:de )?(?:{'|'.join(map(fold, MONTHS))})?"
    r"(?: ?(?:19|20)\d\d)?"
)
TEXTS = (*TEXT_FIELDS, "trades")
_STATE = page_words("state of a diploma")
_LIFE = frozenset({"status", "replaces", "replaced_by", "first_session", "last_session"})


@dataclass(frozen=True)
class Evidence:
    """The statements of a page about one diploma; derived values do not count.

    `typed`: the title has a type and a name. `legal`: it dates an order. `distinctive`: it states
    anything that only the diploma's own page does. `brochure`: a file is called so, as printed
    référentiels were; schools have such too. `fields`, `labels`: how many texts and labelled
    values there are.
    """

    typed: bool
    code: bool
    legal: bool
    distinctive: bool
    trades: bool
    brochure: bool
    known_type: bool
    fields: int
    labels: int

    @property
    def enough(self) -> bool:
        """Return whether the page is a référentiel if nothing speaks against it."""
        stated = self.fields + self.labels
        if self.typed and (self.distinctive or stated > 1 or self.trades or self.brochure):
            return True
        return (self.code and (self.legal or stated > 1)) or (
            self.known_type and (self.distinctive or self.labels > 2)
        )

    @property
    def official(self) -> bool:
        """Return whether enough is labelled to skip the tests for other speakers."""
        return (self.code and (self.legal or self.known_type)) or (
            self.known_type and self.labels > 2
        )


def evidence_of(draft: Chosen, document: Document) -> Evidence:
    """Count the facts of a diploma that a page states."""
    values = draft.values
    title = read_title(values.get("title") or "")
    labelled = {s.field for s in draft.statements if s.label and s.value is not None}
    # "500-00000" is an example's
    identity = DiplomaIdentity(None, title.name, values.get("diploma_type"))
    is_field = WHOLE_FIELD.match(fold(title.name))  # "CAP du bâtiment": files may be of several
    is_own = has_referentiel_title if is_field else is_referentiel_file
    files = [each for each in draft.statements if each.field == "documents"]
    code = not (values.get("code") or "00000").endswith("00000")
    legal = any(text.date for text in values.get("legal_texts", ()))
    return Evidence(
        typed=title.is_whole and not _names_nothing(title.name),
        code=code,
        legal=legal,
        trades=bool(values.get("trades")),
        brochure=any(is_brochure(text.title) for text in values.get("documents", ()))
        or is_only_file(draft, document),
        distinctive=code
        or document.is_known
        or legal
        or values.get("status", "unknown") != "unknown"
        or "cpc" in labelled
        or any(values.get(name) for name in _OF_ONE)
        or any(
            remark.field in _LIFE and _tells_life(remark.field, remark.value or "")
            for remark in draft.issues
        )
        or any(is_own(linked, document, identity) for linked in files),
        known_type="diploma_type" in labelled
        or ("diploma_type_label" in labelled and _is_ambiguous(draft)),
        fields=sum(name in labelled for name in TEXTS),
        labels=sum(bool(values.get(name)) for name in _LABELS) + ("diploma_type_label" in labelled),
    )  # fmt: skip


def _names_nothing(name: str) -> bool:
    """Return whether what stands beside a type is no name: *Référentiel*, *session 2026*."""
    if name and _SESSION.fullmatch(fold(name)):
        return True
    return is_neutral(name) or is_sentence(name)


def _tells_life(field: str, text: str) -> bool:
    """Return whether an unread text states a repeal, a session, a predecessor or a successor.

    By its first words, or as the title of another diploma: *Remplacé par : CAP Osier*.
    """
    return bool(_STATE.match(fold(text))) or (field in SUCCESSION and read_title(text).is_whole)


def _is_ambiguous(draft: Chosen) -> bool:
    """Return whether the words of the type mean two: *Certificat de spécialisation*."""
    return any(remark.issue == IssueCode.AMBIGUOUS_TYPE for remark in draft.issues)
