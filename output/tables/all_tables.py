"""The tables of a version, each after the tables that its foreign keys refer to.

Long because it is one list, in that order: what a table holds and refers to is read in one place.
"""

from dataclasses import replace

from output.dataset.rows import (
    CertificationBlockRow,
    CertificationRomeRow,
    CertificationRow,
    CertificationSuccessionRow,
    ChangeRow,
    CrosswalkRow,
    DocumentFileRow,
    DocumentPageRow,
    EvidenceDocumentRow,
    EvidenceRuleRow,
    IssueRow,
    PageRow,
    ReconciliationRow,
    Rejected,
    SourceRow,
    StoredEvidenceRow,
    TradeCodeRow,
    VersionRow,
)
from output.tables import crosswalk
from output.tables import table_rows as rows
from output.tables.columns import Column, columns_of, described_column
from output.tables.table import (
    OWNER,
    PK,
    POSITION,
    SEARCH,
    SEARCH_ID,
    SEARCH_STEMS,
    SORT,
    Table,
    child,
    refer,
)
from output.tables.vocabulary_tables import (
    DiplomaTypeRow,
    LevelRow,
    NsfGroupRow,
    VocabularyRow,
    diploma_types,
    levels,
    nsf_groups,
    vocabularies,
)
from schema.referential import Document, LegalText, Referential
from schema.trade import Trade

IN_OFFICIAL_LIST = Column(
    "in_official_list",
    "boolean",
    "Le code est dans la liste officielle du ministère ; vide sans code ou sans liste.",
    "Whether the ministry's list has the code; null without a code or without a list.",
    nullable=True,
)
_NAME = Column(
    "name",
    "text",
    "Intitulé du diplôme de ce code ; vide s'il n'est pas connu.",
    "Name of the diploma of that code; null where it is not known.",
    nullable=True,
)
_NAMED_BY = Column(
    "named_by",
    "text",
    "D'où vient l'intitulé : referentials (une fiche) ou le nom d'une source.",
    "Where the name comes from: referentials (a record) or the name of a source.",
    nullable=True,
)


# Long: for searching in the database, not for files of rows.
_PAGE_TEXT = replace(described_column(DocumentPageRow, "text"), internal=True)
_SHEET = ("certifications", "rncp_code")


def _referential_columns() -> tuple[Column, ...]:
    """Return the record's fields but `rows.UNFOLDED`, with `in_official_list` beside `status`."""
    fields = columns_of(
        Referential,
        rows.UNFOLDED,
        references={
            "diploma_type": ("diploma_types", "diploma_type"),
            "level": ("levels", "level"),
            "nsf_code": ("nsf_groups", "nsf_code"),
        },
    )
    place = [column.name for column in fields].index("status") + 1
    internal = (SORT, SEARCH, *SEARCH_STEMS, SEARCH_ID)
    return (*fields[:place], IN_OFFICIAL_LIST, *fields[place:], *internal)


REFERENTIALS = Table(
    "referentials",
    "Une ligne par diplôme.",
    "One row per diploma.",
    _referential_columns(),
    ("id",),
    of_record=rows.own,
    unique=("search_id",),
    indexes=("code", "page", "sort_key"),
    order=("id",),
)
TABLES: tuple[Table, ...] = (
    Table(
        "diploma_types",
        "Types de diplôme.",
        "Diploma types.",
        columns_of(DiplomaTypeRow),
        ("diploma_type",),
        lambda dataset, _: rows.dumped(diploma_types(dataset.aggregates.diploma_types)),
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
        lambda dataset, _: rows.dumped(nsf_groups(dataset.aggregates.nsf_labels)),
    ),
    REFERENTIALS,
    Table(
        "trades",
        "Métiers, au masculin et au féminin.",
        "Trades, masculine and feminine.",
        columns_of(Trade, frozenset({"label"})),
        ("id",),
        lambda dataset, _: rows.trades(dataset),
        order=("id",),
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
        of_record=rows.trade_links,
    ),
    replace(
        child(
            "documents",
            "Documents liés.",
            "Linked documents.",
            *columns_of(Document),
            of_record=rows.models("documents"),
        ),
        indexes=("url",),
    ),
    child(
        "legal_texts",
        "Textes officiels de chaque diplôme.",
        "Legal texts of each diploma.",
        *columns_of(LegalText),
        of_record=rows.models("legal_texts"),
    ),
    child(
        "rncp_codes",
        "Numéros RNCP.",
        "RNCP numbers.",
        described_column(Referential, "rncp_codes", "rncp_code"),
        of_record=rows.values("rncp_codes", "rncp_code"),
    ),
    child(
        "access_levels",
        "Niveaux des diplômes que l'accès nomme (déduit).",
        "Levels of the diplomas that the access text names (derived).",
        refer(described_column(Referential, "access_levels", "level"), "levels", "level"),
        of_record=rows.values("access_levels", "level"),
    ),
    child(
        "access_diplomas",
        "Diplômes que l'accès nomme (déduit).",
        "Diplomas that the access text names (derived).",
        replace(
            described_column(Referential, "access_diplomas", "diploma"),
            fr="Diplôme que l'accès nomme, comme il l'écrit, au singulier.",
            en="A diploma that the access text names, in its words, in the singular.",
        ),
        Column(
            "diploma_type",
            "text",
            "Type contrôlé de ce diplôme ; vide quand le nom en couvre plusieurs (bac) ou n'est "
            "d'aucun (bac technologique).",
            "Controlled type of that diploma; null where its name covers several (`bac`) or is of "
            "none (`bac technologique`).",
            nullable=True,
            references=("diploma_types", "diploma_type"),
        ),
        of_record=rows.access_diplomas,
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
            _NAME,
            _NAMED_BY,
        ),
        ("referential", "relation", "position"),
        of_record=rows.successions,
        indexes=("code",),
        order=("referential",),
    ),
    Table(
        "sources",
        "Sources, licences, mentions et nombre de documents.",
        "Sources, licences, attributions and counts of documents.",
        columns_of(SourceRow),
        ("name",),
        lambda dataset, _: rows.dumped(dataset.sources),
        order=("name",),
    ),
    child(
        "referential_sources",
        "Sources de chaque fiche.",
        "The sources of each record.",
        described_column(Referential, "sources", "source"),
        of_record=rows.values("sources", "source"),
    ),
    Table(
        "pages",
        "Toutes les adresses, avec ce qu'elles ont donné.",
        "All addresses, with what they gave.",
        columns_of(PageRow),
        ("url",),
        lambda dataset, _: rows.dumped(dataset.pages),
        order=("url",),
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
        of_record=rows.page_link,
        order=("referential", "page_url"),
        unsought=("page_url",),
    ),
    Table(
        "issues",
        "Constats sur les fiches et les pages.",
        "Issues of records and pages.",
        (
            PK,
            *columns_of(IssueRow, references={"referential": ("referentials", "id")}),
        ),
        ("pk",),
        lambda dataset, _: rows.page_issues(dataset),
        rows.record_issues,
    ),
    Table(
        "rejected",
        "Documents et fiches écartés.",
        "Documents and records left out.",
        (PK, *columns_of(Rejected)),
        ("pk",),
        lambda dataset, _: rows.dumped(dataset.rejected),
        order=("input", "reason"),
    ),
    Table(
        "evidence_documents",
        "Documents d'où viennent les valeurs.",
        "Documents that values came from.",
        columns_of(EvidenceDocumentRow),
        ("id",),
        lambda dataset, _: rows.evidence_documents(dataset),
        order=("id",),
        csv=False,
    ),
    Table(
        "evidence_rules",
        "Règles de lecture et de choix entre les sources.",
        "Rules of reading and of choosing between sources.",
        columns_of(EvidenceRuleRow),
        ("id",),
        lambda dataset, _: rows.evidence_rules(dataset),
        order=("id",),
        csv=False,
    ),
    Table(
        "evidence",
        "D'où vient chaque valeur ; la vue v_evidence réunit les trois tables.",
        "Where each value came from; the view v_evidence joins the three tables.",
        columns_of(
            StoredEvidenceRow,
            references={
                "referential": ("referentials", "id"),
                "document": ("evidence_documents", "id"),
                "rule": ("evidence_rules", "id"),
            },
        ),
        ("referential", "position"),
        of_record=rows.evidence,
        order=("referential", "position"),
        unsought=("document", "rule"),
        csv=False,
    ),
    Table(
        "reconciliation",
        "Ce que chaque source connaît de chaque diplôme, et comment il a été rapproché.",
        "What each source knows of which diploma, and by what it was joined.",
        (
            PK,
            *columns_of(ReconciliationRow, references={"referential": ("referentials", "id")}),
        ),
        ("pk",),
        lambda dataset, _: rows.dumped(dataset.reconciliation),
        indexes=("code",),
        order=("source",),
        unsought=("referential",),
    ),
    Table(
        "crosswalk",
        "Correspondances : code, page, identifiant Onisep, RNCP, NSF, codes d'avant et d'après.",
        "Pairs of identifiers: code, page, Onisep, RNCP, NSF, codes before and after.",
        columns_of(CrosswalkRow, references={"referential": ("referentials", "id")}),
        (),
        view=crosswalk.SQL,
    ),
    Table(
        "vocabularies",
        "Les valeurs des vocabulaires, en français et en anglais.",
        "The values of the vocabularies, in French and in English.",
        columns_of(VocabularyRow),
        ("vocabulary", "value"),
        lambda *_: rows.dumped(vocabularies()),
    ),
    Table(
        "certifications",
        "Fiches du RNCP que les diplômes citent.",
        "Sheets of the RNCP that records name.",
        columns_of(CertificationRow),
        ("rncp_code",),
        lambda dataset, _: rows.dumped(dataset.certifications),
    ),
    Table(
        "certification_blocks",
        "Blocs de compétences des fiches du RNCP.",
        "Blocks of competences of the sheets of the RNCP.",
        columns_of(CertificationBlockRow, references={"rncp_code": _SHEET}),
        ("rncp_code", "code"),
        lambda dataset, _: rows.dumped(dataset.certification_blocks),
    ),
    Table(
        "certification_romes",
        "Codes ROME des fiches du RNCP.",
        "ROME codes of the sheets of the RNCP.",
        columns_of(CertificationRomeRow, references={"rncp_code": _SHEET}),
        ("rncp_code", "code"),
        lambda dataset, _: rows.dumped(dataset.certification_romes),
        indexes=("code",),
    ),
    Table(
        "certification_successions",
        "Fiches du RNCP d'avant et d'après.",
        "Former and later sheets of the RNCP.",
        columns_of(CertificationSuccessionRow, references={"rncp_code": _SHEET}),
        ("rncp_code", "relation", "other"),
        lambda dataset, _: rows.dumped(dataset.certification_successions),
    ),
    Table(
        "trade_codes",
        "Identifiants de l'Onisep et codes ROME des métiers.",
        "Onisep's identifiers and ROME codes of the trades.",
        columns_of(TradeCodeRow, references={"trade": ("trades", "id")}),
        ("trade", "kind", "code"),
        lambda dataset, _: rows.dumped(dataset.trade_codes),
        indexes=("code",),
        order=("trade", "kind", "code"),
    ),
    Table(
        "document_files",
        "Les documents (PDF) liés : empreinte, taille, pages ; avec --documents.",
        "The linked documents (PDF): hash, size, pages; with --documents.",
        columns_of(DocumentFileRow),
        ("url",),
        lambda dataset, _: rows.dumped(dataset.document_files),
        indexes=("sha256",),
    ),
    Table(
        "document_pages",
        "Les pages des documents liés qui ont du texte.",
        "The pages of the linked documents that have text.",
        (PK, *columns_of(DocumentPageRow, frozenset({"text"})), _PAGE_TEXT),
        ("pk",),
        lambda dataset, _: rows.dumped(dataset.document_pages),
        indexes=("sha256",),
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
        columns_of(ChangeRow),
        ("number",),
        lambda _, history: rows.dumped(history.changes),
        indexes=("referential", "version"),
        order=("number",),
    ),
)
