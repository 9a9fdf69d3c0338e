"""Is it a referential? A page is accepted on evidence and refused with one named reason."""

import re
from dataclasses import dataclass

from parsers.extract.documents import PAGE_TYPES, media_type
from parsers.formats.html import Flat
from parsers.model.statement import Chosen
from parsers.segment.labels import Piece
from schema.errors import Refused
from schema.issues import Refusal
from schema.text import clean, fold
from schema.title import read_title

_PAGES = {None, *PAGE_TYPES.values()}
# A school, a training centre or a job portal speaks of itself.
_SCHOOL = re.compile(
    r"\b(?:notre|nos) (?:lycee|ecole|etablissement|cfa|campus|eleves|etudiants|formateurs|equipe|"
    r"equipes|ateliers?|plateau|formations?|classes?|section|enseignants|professeurs|apprentis)\b|"
    r"\bportes ouvertes\b|\binscri(?:vez|ption)s?[ -]?(?:vous|en ligne)?\b|\binternat\b|"
    r"\bau lycee\b|\ble lycee\b|\bnous contacter\b|\bcontactez nous\b|\btarifs?\b|"
    r"\brentree 20\d\d\b|\bhoraires? hebdomadaires?\b|\bemploi du temps\b|\bdemi pension\b"
)
_SCHOOL_TITLE = re.compile(
    r"\b(?:lycee|cfa|ecole|campus|college|greta|institut|mfr|centre de formation|etablissement)\b"
)
_TRADE_PAGE = re.compile(
    r"\b(?:fiche metier|le metier (?:de|d)|salaires?|remuneration|code rome|studyrama|"
    r"conditions de travail|qualites requises|missions principales|competences requises|"
    r"acces au metier|evolution de carriere|debutant)\b"
)


@dataclass(frozen=True)
class Evidence:
    """What speaks for a page being a referential, counted."""

    code: bool
    typed_title: bool
    fields: int
    labels: int
    legal: bool
    documents: int
    known_type: bool
    trades: bool

    @property
    def enough(self) -> bool:
        """Whether the page is a referential if nothing speaks against it."""
        if self.code and (self.typed_title or self.fields + self.labels >= 2):
            return True
        if self.typed_title and (self.legal or self.documents >= 2):
            return True
        if self.typed_title and (self.trades or self.fields + self.labels >= 2):
            return True
        return self.known_type and self.labels >= 3


def evidence_of(draft: Chosen) -> Evidence:
    """Count what a page states; derived values do not count."""
    values = draft.values
    texts = ("description", "access", "expectations", "further_study", "trades")
    labels = ("duration_label", "level_label", "acronym", "first_session", "last_session")
    title = read_title(values.get("title") or "")
    return Evidence(
        code=values.get("code") is not None,
        typed_title=bool(title.types) and bool(title.name),
        fields=sum(bool(values.get(name)) for name in texts),
        labels=sum(bool(values.get(name)) for name in labels)
        + any(e.field == "diploma_type_label" and e.label and e.value for e in draft.statements),
        legal=any(text.date for text in values.get("legal_texts", ())),
        documents=len(values.get("documents", ())),
        trades=bool(values.get("trades")),
        known_type=any(e.field == "diploma_type" and e.label and e.value for e in draft.statements),
    )


def refuse_other_pages(flat: Flat, found: list[Piece], drafts: list[Chosen], title: str) -> None:
    """Raise `Refused` with the reason when the page is not a referential."""
    evidence = [evidence_of(draft) for draft in drafts]
    text = fold(" ".join(block.text for block in flat.blocks if not block.furniture))
    headings = fold(
        " ".join([flat.title, title, *(b.text for b in flat.blocks if b.level and b.level < 3)])
    )
    if (
        any(e.enough for e in evidence)
        and not _against(text, headings, evidence)
        and not (_is_index(flat, found) and not read_title(title).types and not _stated(evidence))
        and not (len(drafts) > 2 and _links_its_titles(flat, drafts))
    ):
        return
    raise _refused(flat, found, text)


def _stated(evidence: list[Evidence]) -> bool:
    """Whether the page is about one diploma whose type or code it states."""
    return len(evidence) == 1 and (evidence[0].known_type or evidence[0].code)


def _links_its_titles(flat: Flat, drafts: list[Chosen]) -> bool:
    """Whether what looks like the page's diplomas are links to a page of their own each."""
    linked = {
        clean(part.text)
        for block in flat.blocks
        for part in block.parts
        if _leads_to_page(part.href)
    }
    titles = [draft.values.get("title") for draft in drafts]
    return sum(title in linked for title in titles) * 2 > len(titles)


def _against(text: str, headings: str, evidence: list[Evidence]) -> bool:
    """Whether the page is a school's or a trade's in spite of what it states."""
    official = any(
        (e.code and (e.legal or e.known_type)) or (e.known_type and e.labels >= 3) for e in evidence
    )
    if official:
        return False
    stated = any(e.code or e.legal for e in evidence)
    schools = len(set(_SCHOOL.findall(text))) + 2 * bool(_SCHOOL_TITLE.search(headings))
    trades = len(set(_TRADE_PAGE.findall(text)))
    return schools >= (3 if stated else 2) or (trades >= 2 and not stated)


def _refused(flat: Flat, found: list[Piece], text: str) -> Refused:
    if _is_index(flat, found):
        return Refused(Refusal.INDEX_PAGE, "a list of links to diplomas")
    if not flat.closed and (not text or not found):
        return Refused(Refusal.TRUNCATED, "the document ends before its content")
    if not text:
        return Refused(Refusal.EMPTY, "no text in the page")
    if "\ufffd" in "".join(block.text for block in flat.blocks):
        return Refused(Refusal.UNDECODABLE, "letters were lost before the page was sent (U+FFFD)")
    if not flat.closed:
        return Refused(Refusal.TRUNCATED, "the document ends before its content")
    return Refused(Refusal.OTHER_PAGE, "no code, no diploma title, no known sections")


def _is_index(flat: Flat, found: list[Piece]) -> bool:
    """Whether the page is a list of links: five or more to diplomas by their names, or most of
    its lines."""
    diplomas = {
        part.href
        for block in flat.blocks
        for part in block.parts
        if part.href and not block.furniture and _leads_to_page(part.href)
        and read_title(part.text).types
    }  # fmt: skip
    if len(diplomas) >= 5:
        return True
    lines = [p for p in found if p.kind in {"text", "item"}]
    pages = [p for p in lines if any(_leads_to_page(part.href) for part in p.parts)]
    return len(pages) >= 6 and len(pages) > 0.6 * len(lines)


def _leads_to_page(href: str | None) -> bool:
    return bool(href) and not str(href).startswith("#") and media_type(str(href)) in _PAGES
