"""The tables of a version: for each its columns, its keys and where its rows come from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from output import table_rows as rows
from output.build import Build
from output.columns import Column, columns_of, described_column
from output.rows import (
    ChangeRow,
    EvidenceRow,
    PageIssue,
    PageRow,
    Rejected,
    SourceRow,
    VersionRow,
)
from output.vocabularies import (
    DiplomaTypeRow,
    LevelRow,
    NsfGroupRow,
    diploma_types,
    levels,
    nsf_groups,
)
from schema.issues import Issue
from schema.referential import Document, LegalText, Referential
from schema.trade import Trade


@dataclass(frozen=True)
class History:
    """What the version is one of: every version up to this one, every change, in order."""

    versions: tuple[VersionRow, ...] = ()
    changes: tuple[ChangeRow, ...] = ()


Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """A table. `rows` gives its rows from a build and its history, in the order to keep.

    `key`: the primary key. `indexes`: further columns to be indexed; foreign keys always are.
    """

    name: str
    fr: str
    en: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Build, History], Iterable[Row]]
    unique: tuple[str, ...] = ()
    indexes: tuple[str, ...] = field(default=())

    @property
    def public(self) -> tuple[Column, ...]:
        """The columns that every form of the data shows."""
        return tuple(column for column in self.columns if not column.internal)


def _internal(name: str, kind: str, fr: str, en: str) -> Column:
    return Column(name, kind, fr, en, internal=True)  # type: ignore[arg-type]


_PK = _internal("pk", "integer", "Numéro de ligne.", "Row number, for full-text search.")
_SORT = _internal("sort_key", "text", "Clé de tri sans accents.", "Name without accents, to sort.")
_SEARCH = _internal(
    "search_text",
    "text",
    "Texte de recherche : code, métiers, ligatures ouvertes.",
    "Text for searching: code, trades, and what holds ligatures with them opened.",
)
_OWNER = Column(
    "referential",
    "text",
    "Identifiant de la fiche.",
    "Id of the record.",
    references=("referentials", "id"),
)
_POSITION = Column(
    "position", "integer", "Rang dans la fiche.", "Place in the record, from 1.", minimum=1
)


def _child(name: str, fr: str, en: str, *columns: Column, part: str) -> Table:
    return Table(
        name,
        fr,
        en,
        (_OWNER, _POSITION, *columns),
        ("referential", "position"),
        lambda made, _: rows.parts(made, part),
    )


def _refer(column: Column, table: str, name: str) -> Column:
    return replace(column, references=(table, name))


TABLES: tuple[Table, ...] = (
    Table(
        "diploma_types",
        "Types de diplôme.",
        "Diploma types.",
        columns_of(DiplomaTypeRow),
        ("diploma_type",),
        lambda made, _: rows.dumped(diploma_types(made.records)),
    ),
    Table(
        "levels",
        "Niveaux du cadre national.",
        "Levels of the national framework (same as EQF).",
        columns_of(LevelRow),
        ("level",),
        lambda *_: rows.dumped(levels()),
    ),
    Table(
        "nsf_groups",
        "Groupes de spécialités (NSF).",
        "Groups of specialities (NSF).",
        columns_of(NsfGroupRow),
        ("nsf_code",),
        lambda made, _: rows.dumped(nsf_groups(made.records)),
    ),
    Table(
        "referentials",
        "Une ligne par diplôme.",
        "One row per diploma.",
        (
            _PK,
            *columns_of(
                Referential,
                references={
                    "diploma_type": ("diploma_types", "diploma_type"),
                    "level": ("levels", "level"),
                    "nsf_code": ("nsf_groups", "nsf_code"),
                },
            ),
            _SORT,
            _SEARCH,
        ),
        ("pk",),
        lambda made, _: rows.referentials(made),
        unique=("id",),
        indexes=("code", "url", "page", "sort_key"),
    ),
    Table(
        "trades",
        "Métiers, au masculin et au féminin.",
        "Trades, masculine and feminine.",
        columns_of(Trade, frozenset({"label"})),
        ("id",),
        lambda made, _: rows.trades(made),
    ),
    _child(
        "referential_trades",
        "Métiers de chaque diplôme.",
        "The trades of each diploma.",
        Column(
            "trade",
            "text",
            "Identifiant du métier.",
            "Id of the trade.",
            references=("trades", "id"),
        ),
        described_column(Trade, "label"),
        part="trades",
    ),
    _child(
        "documents",
        "Documents liés.",
        "Linked documents.",
        *columns_of(Document),
        part="documents",
    ),
    _child(
        "legal_texts",
        "Textes officiels de chaque diplôme.",
        "Legal texts of each diploma.",
        *columns_of(LegalText),
        part="legal_texts",
    ),
    _child(
        "rncp_codes",
        "Numéros RNCP.",
        "RNCP numbers.",
        described_column(Referential, "rncp_codes", "rncp_code"),
        part="rncp_codes",
    ),
    _child(
        "access_levels",
        "Niveaux des diplômes que l'accès nomme (déduit).",
        "Levels of the diplomas that the access text names (derived).",
        _refer(described_column(Referential, "access_levels", "level"), "levels", "level"),
        part="access_levels",
    ),
    _child(
        "access_diplomas",
        "Diplômes que l'accès nomme (déduit).",
        "Diplomas that the access text names (derived).",
        described_column(Referential, "access_diplomas", "diploma"),
        part="access_diplomas",
    ),
    Table(
        "successions",
        "Codes remplacés et remplaçants.",
        "Codes that a diploma replaces or is replaced by.",
        (
            _OWNER,
            Column(
                "relation",
                "text",
                "replaces (remplace) ou replaced_by (remplacé par).",
                "Whether the code is a former or a later one.",
                enum=("replaces", "replaced_by"),
            ),
            _POSITION,
            replace(
                described_column(Referential, "replaces", "code"),
                fr="Code remplacé ou remplaçant.",
                en="The former or later code; several diplomas may bear it.",
            ),
        ),
        ("referential", "relation", "position"),
        lambda made, _: rows.successions(made),
        indexes=("code",),
    ),
    Table(
        "sources",
        "Sources, licences et mentions.",
        "Sources, licences and attributions.",
        columns_of(SourceRow),
        ("name",),
        lambda made, _: rows.dumped(made.sources),
    ),
    _child(
        "referential_sources",
        "Sources de chaque fiche.",
        "The sources of each record.",
        described_column(Referential, "sources", "source"),
        part="sources",
    ),
    Table(
        "pages",
        "Toutes les adresses, avec ce qu'elles ont donné.",
        "All addresses, with what they gave.",
        columns_of(PageRow),
        ("url",),
        lambda made, _: rows.dumped(made.pages),
        indexes=("page", "outcome"),
    ),
    Table(
        "issues",
        "Constats sur les fiches et les pages.",
        "Issues of records and pages.",
        (
            replace(_PK, en="Row number."),
            replace(_OWNER, nullable=True),
            replace(described_column(PageIssue, "url"), nullable=True),
            *columns_of(Issue),
        ),
        ("pk",),
        lambda made, _: rows.numbered(rows.issues(made)),
        indexes=("code", "url"),
    ),
    Table(
        "rejected",
        "Documents et fiches écartés.",
        "Documents and records left out.",
        (replace(_PK, en="Row number."), *columns_of(Rejected)),
        ("pk",),
        lambda made, _: rows.numbered(rows.dumped(made.rejected)),
        indexes=("reason",),
    ),
    Table(
        "evidence",
        "D'où vient chaque valeur.",
        "Where each value came from.",
        (
            replace(_PK, en="Row number."),
            *columns_of(EvidenceRow, references={"referential": ("referentials", "id")}),
        ),
        ("pk",),
        lambda made, _: rows.numbered(rows.dumped(made.evidence)),
    ),
    Table(
        "versions",
        "Les versions, de la première à celle-ci.",
        "The versions, from the first to this one.",
        columns_of(VersionRow),
        ("version",),
        lambda _, history: rows.dumped(history.versions),
    ),
    Table(
        "changes",
        "Ce qui a changé, depuis la première version.",
        "What changed, since the first version.",
        (replace(_PK, en="Row number."), *columns_of(ChangeRow)),
        ("pk",),
        lambda _, history: rows.numbered(rows.dumped(history.changes)),
        indexes=("referential", "version"),
    ),
)
