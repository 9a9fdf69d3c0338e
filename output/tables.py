"""The tables of a version, in an order in which foreign keys find what they refer to."""

from dataclasses import replace

from output import table_rows as rows
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
from output.table import OWNER, PK, POSITION, SEARCH, SORT, Table, child, refer
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
            PK,
            *columns_of(
                Referential,
                references={
                    "diploma_type": ("diploma_types", "diploma_type"),
                    "level": ("levels", "level"),
                    "nsf_code": ("nsf_groups", "nsf_code"),
                },
            ),
            SORT,
            SEARCH,
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
    child(
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
    child(
        "documents",
        "Documents liés.",
        "Linked documents.",
        *columns_of(Document),
        part="documents",
    ),
    child(
        "legal_texts",
        "Textes officiels de chaque diplôme.",
        "Legal texts of each diploma.",
        *columns_of(LegalText),
        part="legal_texts",
    ),
    child(
        "rncp_codes",
        "Numéros RNCP.",
        "RNCP numbers.",
        described_column(Referential, "rncp_codes", "rncp_code"),
        part="rncp_codes",
    ),
    child(
        "access_levels",
        "Niveaux des diplômes que l'accès nomme (déduit).",
        "Levels of the diplomas that the access text names (derived).",
        refer(described_column(Referential, "access_levels", "level"), "levels", "level"),
        part="access_levels",
    ),
    child(
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
            OWNER,
            Column(
                "relation",
                "text",
                "replaces (remplace) ou replaced_by (remplacé par).",
                "Whether the code is a former or a later one.",
                enum=("replaces", "replaced_by"),
            ),
            POSITION,
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
    child(
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
        "referential_pages",
        "La page d'où vient chaque fiche.",
        "The page that each record was read from.",
        (
            OWNER,
            replace(refer(described_column(PageRow, "url"), "pages", "url"), name="page_url"),
        ),
        ("referential", "page_url"),
        lambda made, _: rows.page_links(made),
    ),
    Table(
        "issues",
        "Constats sur les fiches et les pages.",
        "Issues of records and pages.",
        (
            replace(PK, en="Row number."),
            replace(OWNER, nullable=True),
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
        (replace(PK, en="Row number."), *columns_of(Rejected)),
        ("pk",),
        lambda made, _: rows.numbered(rows.dumped(made.rejected)),
        indexes=("reason",),
    ),
    Table(
        "evidence",
        "D'où vient chaque valeur.",
        "Where each value came from.",
        (
            replace(PK, en="Row number."),
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
        (replace(PK, en="Row number."), *columns_of(ChangeRow)),
        ("pk",),
        lambda _, history: rows.numbered(rows.dumped(history.changes)),
        indexes=("referential", "version"),
    ),
)
