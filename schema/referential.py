"""A record: one French professional diploma as its référentiel publishes it.

Flat, so that SQL and pandas users need no unpacking; labels as published stay beside the
normalised values. Strict and frozen: what does not fit is refused, never adjusted.
"""

import hashlib
from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from schema.code import PATTERN
from schema.fields import described
from schema.issues import Issue
from schema.trade import Trade

SCHEMA_VERSION = "2.0.0"

DiplomaTypeCode = Literal[
    "CAP",
    "CAP_AGRI",
    "CS",
    "CS_AGRI",
    "MC",
    "BP",
    "BP_AGRI",
    "BMA",
    "BNMA",
    "BAC_PRO",
    "BAC_PRO_AGRI",
    "BTS",
    "BTSA",
    "DMA",
    "DN_MADE",
    "DSAA",
    "DEUST",
    "TITRE_PRO",
    "OTHER",
]
SourceKind = Literal["html", "markdown", "pdf", "csv", "fiche"]
Rncp = Annotated[str, StringConstraints(pattern=r"^RNCP[0-9]{1,6}$")]
Code = Annotated[str, StringConstraints(pattern=PATTERN)]
IsoDate = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
LevelNumber = Annotated[int, Field(ge=1, le=8)]
Nor = Annotated[str, StringConstraints(pattern=r"^[A-Z]{4}[0-9]{7}[A-Z]$")]


class _Published(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Document(_Published):
    """Un document lié : annexe, règlement, référentiel complet. / A document linked by the page."""

    url: str = described(
        "Adresse du document, rendue absolue.", "Address of the document, made absolute."
    )
    title: str = described(
        "Titre du lien ; lui seul dit de quel document il s'agit (référentiel, règlement…).",
        "Title of the link; it alone says which kind of document it is.",
    )
    media_type: str | None = described(
        "Type de média d'après l'extension.", "Media type by the address's extension."
    )


class LegalText(_Published):
    """Un texte officiel (arrêté) qu'une source nomme. / An order (arrêté) that a source names."""

    title: str = described(
        "Texte tel que la source le donne ; la date seule (AAAA-MM-JJ), qui n'est pas un intitulé, "
        "quand une liste ne donne qu'elle.",
        "The text as its source gives it; of an order that a list only dates, that date "
        "(`2022-12-09`), which is no title.",
    )
    date: IsoDate | None = described("Date de l'arrêté.", "Date of the order.")
    kind: Literal["creation", "modification", "repeal"] | None = described(
        "Ce que l'arrêté fait au diplôme : création, modification, abrogation ; si la source du "
        "texte ne le dit pas, d'après une autre.",
        "What the order does to the diploma; where its source does not say that, as another does.",
    )
    nor: Nor | None = described("Numéro NOR.", "NOR number.")
    url: str | None = described(
        "Adresse du texte (JORF, ELI), telle que publiée.", "Address of the text, as published."
    )


class Referential(_Published):
    """Un diplôme professionnel tel que son référentiel le publie. / One professional diploma."""

    id: str = described(
        "Identifiant stable : nom de page, puis le code que la page donne elle-même ou, de "
        "plusieurs diplômes d'une page, celui de la liste `known` ; un autre code n'y est pas. "
        "D'options d'une page sans code à elles, leur lettre ou leur nom à la fin (`-d`, `-son`).",
        "Stable id: the page's name, then the code that the page itself states or, of several "
        "diplomas of one page, that of the list `known`; no other code is part of it. Of options "
        "of a page without a code of their own their letter or name at the end (`-d`, `-son`).",
        pattern=r"^[a-z0-9_.-]+$",
    )
    page: str | None = described("Nom de la page.", "Name of the page.")
    url: str | None = described(
        "Adresse canonique de la page.", "Canonical address of the page.", form="uri"
    )
    code: Code | None = described(
        "Code scolarité (CFD), 8 caractères ; c'est un texte.", "Code scolarité, text."
    )
    title: str = described("Intitulé tel que publié.", "Title as published.", min_length=1)
    name: str = described(
        "Intitulé sans les mots du type.", "Title without the type's words.", min_length=1
    )
    acronym: str | None = described("Sigle.", "Acronym.")
    diploma_type: DiplomaTypeCode | None = described(
        "Type contrôlé de diplôme.", "Controlled diploma type."
    )
    diploma_type_label: str | None = described(
        "Type tel que publié : sous un libellé, ou dans l'intitulé d'un diplôme de type OTHER.",
        "Type as published: below a label, or in the title of a diploma of type OTHER.",
    )
    level: int | None = described(
        "Niveau, 1 à 8 (cadre national, comme l'EQF).", "Level, 1-8 (same as EQF).", ge=1, le=8
    )
    level_label: str | None = described("Niveau tel que publié.", "Level as published.")
    duration_months: int | None = described("Durée en mois.", "Duration in months.", ge=1)
    duration_label: str | None = described("Durée telle que publiée.", "Duration as published.")
    nsf_code: str | None = described(
        "Groupe NSF (caractères 4 à 6 du code).",
        "NSF group (characters 4 to 6 of the code).",
        pattern=r"^[0-9]{3}$",
    )
    nsf_label: str | None = described("Libellé du groupe NSF.", "Label of the NSF group.")
    cpc: str | None = described(
        "Commission professionnelle consultative, telle que publiée, sans le mot « CPC ».",
        "Advisory board (CPC) that the diploma belongs to, as published without the word *CPC*.",
    )
    sector: str | None = described(
        "Secteur professionnel, tel que publié, sans le mot « Secteur ».",
        "Professional sector, as published without the word *Secteur*.",
    )
    description: str | None = described(
        "Présentation du diplôme ; paragraphes séparés par une ligne vide.",
        "Description; paragraphs separated by a blank line.",
    )
    access: str | None = described("Conditions d'accès.", "Access conditions.")
    access_levels: tuple[LevelNumber, ...] = described(
        "Niveaux des diplômes que l'accès nomme (déduit).",
        "Levels of the diplomas named in the access text (derived).",
    )
    access_diplomas: tuple[str, ...] = described(
        "Diplômes que l'accès nomme, comme il les écrit, au singulier (déduit) ; leur type "
        "contrôlé est dans la table access_diplomas.",
        "Diplomas named in the access text, in its words, in the singular (derived); the table "
        "`access_diplomas` has their controlled types.",
    )
    expectations: str | None = described("Attendus.", "Expectations.")
    further_study: str | None = described("Poursuite d'études.", "Further study.")
    trades: tuple[Trade, ...] = described("Métiers associés.", "Associated trades.")
    documents: tuple[Document, ...] = described("Documents liés.", "Linked documents.")
    legal_texts: tuple[LegalText, ...] = described("Textes officiels.", "Legal texts.")
    rncp_codes: tuple[Rncp, ...] = described("Numéros RNCP.", "RNCP numbers.")
    replaces: tuple[Code, ...] = described("Codes que ce diplôme remplace.", "Codes it replaces.")
    replaced_by: tuple[Code, ...] = described("Codes qui le remplacent.", "Codes that replace it.")
    first_session: int | None = described(
        "Première session d'examen (année).", "First exam session (year).", ge=1900, le=2100
    )
    last_session: int | None = described(
        "Dernière session d'examen (année), sans compter une session supplémentaire.",
        "Last exam session (year); a supplementary one behind it is not counted.",
        ge=1900, le=2100,
    )  # fmt: skip
    status: Literal["in_force", "repealed", "unknown"] = described(
        "État : abrogé (repealed) si la page ou une autre source le dit, sinon en vigueur "
        "(in_force) si l'une le dit, sinon non précisé (unknown) ; jamais d'après la date du jour.",
        "`repealed` as soon as the page or another source says so, else `in_force` where one says "
        "that, else `unknown`; never by today's date. The evidence names the source.",
    )
    sources: tuple[str, ...] = described("Sources utilisées.", "Names of the sources used.")
    source_kind: SourceKind = described("Forme du document lu.", "Form of the document read.")
    content_sha256: str = described(
        "Empreinte du contenu de la fiche : SHA-256 de son JSON compact, sans `issues` ni "
        "ce champ.",
        "Hash of the record's content: SHA-256 of its compact JSON without `issues` and this "
        "field.",
        pattern=r"^[0-9a-f]{64}$",
    )
    issues: tuple[Issue, ...] = described("Constats.", "Issues.")

    @model_validator(mode="after")
    def _paragraphs_are_clean(self) -> Self:
        for name in TEXT_FIELDS:
            text = getattr(self, name)
            if text is not None and (not text.strip() or text != text.strip()):
                raise ValueError(f"{name} begins or ends with white space, or is empty")
        return self


TEXT_FIELDS = ("description", "access", "expectations", "further_study")


def content_hash(record: Referential) -> str:
    """Hash the record's published content, all fields but issues and this hash: SHA-256 (hex)."""
    content = record.model_dump_json(exclude={"issues", "content_sha256"})
    return hashlib.sha256(content.encode()).hexdigest()


def paragraphs(texts: Sequence[str]) -> str | None:
    """Join paragraphs as records hold them, with a blank line between; None without any."""
    return "\n\n".join(texts) or None
