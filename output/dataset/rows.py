"""The rows of a version beside its records: typed, each described once.

The descriptions written here and in `schema` are the only ones: tables, CSV headers, the data
dictionary, TableSchema and Datasette's metadata are all made from them (`output.tables.columns`).

Long because it is one list of forms, each column with its two descriptions, and none of it runs.
"""

import marshal
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict

from schema.fields import ISO_DAY, described
from schema.issues import Issue
from schema.outcomes import DocumentOutcome, MatchKind, PageOutcome

Sha256 = r"^[0-9a-f]{64}$"
SCOPE = (
    "Périmètre : `site` (toutes les adresses connues), `part` (une partie), `mirror` ou `warc` "
    "(une copie) ; puis `all` (diplômes sans page compris), `only` et les seules sources lues.",
    "What was looked at: `site` (every known address), `part` (some of them), `mirror` or "
    "`warc` (a copy); then `all` (diplomas without a page too), `only` and the sources read.",
)


class Row(BaseModel):
    """A frozen, strict row."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class PageRow(Row):
    """Une adresse et ce qu'elle a donné. / An address and its outcome."""

    url: str = described("Adresse de la page.", "Address of the page.", min_length=1, form="uri")
    canonical_url: str = described(
        "Adresse canonique de la page, telle que les fiches et les constats la portent.",
        "Canonical address of the page, as records, issues and rejected documents bear it.",
        default="",
        form="uri",
    )
    page: str | None = described("Nom de la page.", "Name of the page.")
    reached_url: str | None = described(
        "Adresse où elle a été lue, si une redirection y a mené ; les liens en dépendent.",
        "Address where it was read, when a redirect led there; its links are relative to it.",
        default=None,
        form="uri",
    )
    outcome: PageOutcome = described(
        "Ce que la page a donné : record (lue), refused (écartée), alias, gone (supprimée), "
        "failed, robots, not-tried, not-in-copy (absente de la copie).",
        "What the page gave; `gone` only for pages that the site says do not exist.",
    )
    reason: str | None = described(
        "Motif si rien n'a été lu : de refus (vocabulaire refusal), d'échec (failure), un constat "
        "(issue) ; pour alias, la page à laquelle elle mène, ou dont elle est une autre écriture ; "
        "pour record, pourquoi la fiche est celle d'un contenu antérieur : fetch-failed (la page "
        "n'a rien donné de lisible), page-suspect (sa réponse est mise de côté), not-in-copy "
        "(absente de la copie).",
        "Reason when nothing was read: of a refusal (vocabulary refusal), of a failure (failure), "
        "an issue; for alias, the page that it leads to or is another spelling of; for record, why "
        "the record is that of former content: `fetch-failed` (the page gave nothing usable), "
        "`page-suspect` (its answer is held back), `not-in-copy` (the copy lacks it).",
    )
    records: int = described("Nombre de fiches tirées de la page.", "Records it gave.", ge=0)
    sha256: str | None = described(
        "Empreinte SHA-256 de la page lue.", "SHA-256 of the page as read.", pattern=Sha256
    )
    layout: str | None = described(
        "Empreinte de la mise en page (balises, classes, libellés) ; elle change avec le gabarit.",
        "Fingerprint of the page's layout; it changes when the template does.",
        pattern=r"^[0-9a-f]{12}$",
        default=None,
    )
    retrieved_at: str | None = described(
        "Quand le contenu lu est arrivé en dernier (UTC) ; vide pour une copie du site.",
        "When the content that was read came last, in full (UTC); null for a copy of the site.",
        default=None,
        form="date-time",
    )
    changed_at: str | None = described(
        "Quand ce contenu a différé pour la première fois (UTC).",
        "When that content first differed from the one before (UTC).",
        default=None,
        form="date-time",
    )
    stale_since: str | None = described(
        "Dernière fois que le contenu a été vu valable, s'il est repris d'un passage antérieur.",
        "Last time the content was seen to be valid, when it is carried forward from a former run.",
        default=None,
        form="date-time",
    )
    update_text: str | None = described(
        "Ce que la page dit elle-même de sa dernière mise à jour, tel que publié.",
        "What the page itself says of its last update, as published (`Mis à jour le 12/03/2019`).",
        default=None,
    )


class Rejected(Row):
    """Un document écarté, ou une fiche. / A document or a record that was left out."""

    input: str = described("Adresse ou fichier.", "Address or file.")
    page: str | None = described("Nom de la page.", "Name of the page.")
    reason: str = described(
        "Motif : un motif de refus (vocabulaire refusal), ou duplicate-id.",
        "Reason of the refusal (vocabulary refusal), or duplicate-id.",
    )
    detail: str = described("Ce qui a été vu.", "What was seen.")
    record: str | None = described(
        "La fiche écartée, en JSON, s'il y en a une.", "The record left out, as JSON."
    )


class PageIssue(Row):
    """A page-level issue: about the document, not about one of its records."""

    url: str = described("Adresse de la page.", "Address of the page.")
    issue: Issue = described("Constat.", "Issue.")


class _About(Row):
    referential: str | None = described("Identifiant de la fiche.", "Id of the record.")
    url: str | None = described(
        "Adresse de la page ; pour une autre source, son nom et son document.",
        "Address of the page; of another source, its name and document.",
    )


class IssueRow(Issue, _About):
    """Un constat sur une fiche ou une page. / An issue of a record or of a page."""


class EvidenceRow(NamedTuple):
    """Where a published value came from; the tables of evidence describe the fields.

    Not a model: a record has two dozen of these, and none comes from outside the program.
    """

    referential: str
    field: str
    text: str
    place: str
    label: str | None
    rule: str
    derived: bool
    source: str
    document: str
    document_sha256: str | None
    chosen: bool
    choice: str


class EvidenceDocument(NamedTuple):
    """A document that evidence came from."""

    source: str
    document: str
    sha256: str | None


class EvidenceRule(NamedTuple):
    """A rule by which values were read, and the rule that chose between sources."""

    rule: str
    choice: str
    derived: bool


# Field, text, place and label of a row, the places of its document and rule among those of its
# record, and whether it was chosen.
PlainEvidence = tuple[str, str, str, str | None, int, int, bool]


class PackedEvidence(NamedTuple):
    """The evidence of a record in one piece, the documents that it came from, and its rules.

    Most of a dataset is evidence: packed it goes through temporary files and to other processes as
    bytes, for which no objects are made on the way.
    """

    referential: str
    documents: tuple[EvidenceDocument, ...]
    rules: tuple[EvidenceRule, ...]
    packed: bytes

    @classmethod
    def of(cls, rows: Sequence[EvidenceRow]) -> Self:
        """Pack rows of one record, of which there is at least one."""
        documents: dict[tuple[str, str, str | None], int] = {}
        rules: dict[tuple[str, str, bool], int] = {}
        plain: list[PlainEvidence] = [
            (field, text, place, label,
             documents.setdefault((source, document, sha256), len(documents)),
             rules.setdefault((rule, choice, derived), len(rules)), chosen)
            for _, field, text, place, label, rule, derived, source, document, sha256, chosen,
                choice in rows
        ]  # fmt: skip
        return cls(
            rows[0].referential,
            tuple(map(EvidenceDocument._make, documents)),
            tuple(map(EvidenceRule._make, rules)),
            marshal.dumps(plain),
        )

    def plain(self) -> list[PlainEvidence]:
        """Return what was packed."""
        rows: list[PlainEvidence] = marshal.loads(self.packed)
        return rows

    def rows(self) -> Iterator[EvidenceRow]:
        """Yield the rows."""
        for field, text, place, label, document, number, chosen in self.plain():
            rule = self.rules[number]
            yield EvidenceRow(
                self.referential, field, text, place, label, rule.rule, rule.derived,
                *self.documents[document], chosen, rule.choice,
            )  # fmt: skip


class EvidenceDocumentRow(Row):
    """Un document d'où viennent des valeurs. / A document that values came from."""

    id: int = described("Numéro du document.", "Number of the document.", ge=1)
    source: str = described("Source du document.", "Source of the document.")
    document: str = described(
        "Adresse de la page, identifiant de la fiche de l'Onisep ou code dans la liste.",
        "Address of the page, identifier of the fiche, or code in the list.",
    )
    sha256: str | None = described(
        "Empreinte SHA-256 du document lu.", "SHA-256 of the document read.", pattern=Sha256
    )


class EvidenceRuleRow(Row):
    """Une règle de lecture. / A rule by which values are read and chosen."""

    id: int = described("Numéro de la règle.", "Number of the rule.", ge=1)
    rule: str = described(
        "Règle de lecture appliquée, par son nom anglais dans le programme.",
        "Rule by which the text was read, by its name in the program.",
    )
    choice: str = described(
        "Règle qui a choisi entre les sources, en anglais : « only source » (seule source), « "
        "first in rank » (la première dans l'ordre cité), « stated before derived or not "
        "understood » (donnée plutôt que déduite ou incomprise), « derived » (déduite), « label "
        "of the same value » (libellé de la même valeur), « the newest year » (l'année la plus "
        "récente), « a repeal counts whoever says so » (une abrogation compte, qui que ce soit "
        "qui la dise), « another source says what an order does » (une autre source dit ce que "
        "fait un arrêté), « another source names the order of creation » (une autre source nomme "
        "l'arrêté de création), « all sources together » (toutes ensemble).",
        "Rule that chose between the sources.",
    )
    derived: bool = described(
        "Vrai si la valeur est déduite et non publiée.", "True when derived, not published."
    )


class StoredEvidenceRow(Row):
    """D'où vient une valeur publiée. / Where a published value came from.

    Documents and rules stand in tables of their own, and a text that is the record's own value in
    the record: that was three quarters of the bytes of the evidence.
    """

    referential: str = described("Identifiant de la fiche.", "Id of the record.")
    position: int = described(
        "Rang parmi celles de la fiche.", "Place in the record, from 1.", ge=1
    )
    field: str = described("Champ de la fiche.", "Field of the record.")
    text: str | None = described(
        "Texte tel que publié ; vide quand la fiche a ce texte même dans ce champ.",
        "Text as published; null where it is, as it stands, the value of the record's field.",
    )
    place: str = described(
        "Endroit dans le document : sélecteur CSS (son premier élément), ligne, page, colonne.",
        "Place in the document: CSS selector (its first element), line, page or column.",
    )
    label: str | None = described(
        "Libellé ou titre sous lequel il se trouvait.", "Label or heading it stood under."
    )
    document: int = described(
        "Numéro du document (evidence_documents).", "Number of the document (evidence_documents).",
        ge=1,
    )  # fmt: skip
    rule: int = described(
        "Numéro de la règle (evidence_rules).", "Number of the rule (evidence_rules).", ge=1
    )
    chosen: bool = described(
        "Vrai si la valeur publiée en vient ; faux si une autre source a été retenue.",
        "True when the published value is made of it; false when another source was believed.",
    )


class SourceRow(Row):
    """Une source et sa licence. / A source and its licence.

    The defaults are for versions from before documents were counted.
    """

    name: str = described("Nom court.", "Short name.")
    title: str = described("Intitulé et producteur.", "Title and producer.")
    licence: str = described("Licence.", "Licence.")
    attribution: str = described("Mention à reproduire.", "Attribution to be given.")
    url: str | None = described("Adresse de la source.", "Address of the source.", form="uri")
    date: str | None = described(
        "Date de la source, jour ou mois, là où elle en a une.",
        "Day or month of the source, where it has one.",
        pattern=r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$",
        default=None,
    )
    documents: int = described(
        "Documents de la source.", "Documents of the source.", ge=0, default=0
    )
    refused: int = described("Documents écartés.", "Documents refused.", ge=0, default=0)
    records: int = described(
        "Fiches auxquelles elle donne une valeur, le code d'un métier ou une fiche du RNCP.",
        "Records to which it gives a value, a code of a trade or a sheet of the RNCP.",
        ge=0,
        default=0,
    )
    sha256: str | None = described(
        "Empreinte du fichier utilisé (absente pour le site).",
        "SHA-256 of the file used (none for the site).",
        pattern=Sha256,
    )


class ReconciliationRow(Row):
    """Un document et sa fiche. / A document of a source and its record, or either without one."""

    source: str = described(
        "Source ; known : les diplômes dont la page du site est connue d'avance.",
        "Source; `known`: the diplomas whose page on the site is known beforehand.",
    )
    document: str | None = described(
        "Document de la source ; vide pour une fiche qu'elle ne connaît pas.",
        "Document of the source; null for a record that it does not know.",
    )
    match: MatchKind = described(
        "Rapproché par address (adresse de la page), code, code-title (code et intitulé), "
        "title-date (type, intitulé et date de l'arrêté), trade (nom d'un métier), rncp (numéro "
        "RNCP) ; none (rien), ambiguous (plusieurs possibles), site-only (inconnu de la source).",
        "Joined by address, code, code and title, or type, name and date of the order; by the name "
        "of a trade, by the RNCP number; none, ambiguous, or unknown to the source.",
    )
    referential: str | None = described("Identifiant de la fiche.", "Id of the record.")
    code: str | None = described("Code scolarité.", "Code scolarité.")
    title: str = described("Intitulé sans les mots du type.", "Title without the type's words.")
    url: str | None = described(
        "Adresse, telle que la source la donne.", "Address, as the source gives it."
    )
    candidates: tuple[str, ...] = described(
        "Fiches possibles quand le rapprochement est ambigu.", "Records it may belong to."
    )
    disagrees: tuple[str, ...] = described(
        "Champs où elle contredit une autre source de la fiche.",
        "Fields in which it contradicts another source of the record.",
    )
    in_list: bool | None = described(
        "Le code est dans la liste officielle ; vide sans code ou sans liste.",
        "Whether the official list has the code; null without a code or a list.",
    )
    successors: tuple[str, ...] = described(
        "Codes qui ont remplacé celui-ci.", "Codes that have taken the place of this one."
    )
    diploma_type: str | None = described(
        "D'un document sans fiche : son type contrôlé.",
        "Of a document without a record: its controlled type.",
        default=None,
    )
    level: int | None = described(
        "D'un document sans fiche : son niveau.", "Of a document without a record: its level.",
        default=None, ge=1, le=8,
    )  # fmt: skip
    first_session: int | None = described(
        "D'un document sans fiche : la première session qu'il donne.",
        "Of a document without a record: the first session that it states.",
        default=None,
    )
    last_session: int | None = described(
        "D'un document sans fiche : la dernière session qu'il donne.",
        "Of a document without a record: the last session that it states.",
        default=None,
    )
    status: str | None = described(
        "D'un document sans fiche : l'état qu'il donne (vocabulaire status).",
        "Of a document without a record: the status that it states (vocabulary status).",
        default=None,
    )


CrosswalkKind = Literal["page", "onisep", "rncp", "nsf", "replaces", "replaced_by"]


class CrosswalkRow(Row):
    """Une correspondance entre identifiants. / A pair of identifiers of one diploma."""

    code: str | None = described(
        "Code scolarité ; vide quand il n'est pas connu.", "Code scolarité; null when not known."
    )
    kind: CrosswalkKind = described(
        "Ce à quoi il correspond : page, onisep, rncp, nsf, replaces, replaced_by.",
        "Kind of the other identifier.",
    )
    value: str = described(
        "L'autre identifiant ; d'une page, son adresse canonique, quelle que soit la source.",
        "The other identifier; of a page its canonical address, whichever source gives it.",
    )
    title: str = described("Intitulé sans les mots du type.", "Title without the type's words.")
    referential: str | None = described(
        "Identifiant de la fiche ; vide pour un diplôme sans fiche.",
        "Id of the record; null for a diploma without one.",
    )
    source: str = described("Source qui le dit.", "Source that says so.")
    date: str | None = described(
        "Jour ou mois de la source.", "Day or month of the source.",
        pattern=r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$",
    )  # fmt: skip


class TradeCodeRow(Row):
    """Un code officiel d'un métier. / An official code of a trade."""

    trade: str = described("Identifiant du métier.", "Id of the trade.")
    kind: Literal["onisep", "rome"] = described(
        "onisep (identifiant MET.…) ou rome (code ROME).", "Onisep's identifier or a ROME code."
    )
    code: str = described("Code, tel MET.782 ou K1301.", "The code, such as MET.782 or K1301.")
    label: str | None = described("Libellé du code.", "Label of the code.")
    address: str | None = described(
        "Adresse de la fiche, telle que publiée.", "Address of its sheet, as published."
    )
    source: str = described("Source qui donne le code.", "Source that gives the code.")
    document: str = described("Ligne de la source.", "Row of the source.")
    rule: str = described("Règle du rapprochement.", "Rule of the match.")


class CertificationRow(Row):
    """Une fiche du RNCP. / A sheet of the RNCP that a record names."""

    rncp_code: str = described("Numéro RNCP.", "RNCP number.")
    title: str = described("Intitulé de la fiche.", "Title of the sheet.")
    abbreviation: str | None = described("Type abrégé (CAP, BTS…).", "Abbreviated type.")
    level: int | None = described("Niveau, 1 à 8.", "Level, 1-8.", ge=1, le=8)
    active: bool = described("Vrai si la fiche est active.", "Whether the sheet is active.")
    registration: str | None = described("Type d'enregistrement.", "Kind of registration.")
    decided_on: str | None = described(
        "Date de la décision.", "Day of the decision.", pattern=ISO_DAY
    )
    effective_on: str | None = described("Date d'effet.", "Day of effect.", pattern=ISO_DAY)
    ends_on: str | None = described(
        "Fin de l'enregistrement.", "End of the registration.", pattern=ISO_DAY
    )
    certifiers: tuple[str, ...] = described("Certificateurs.", "Certifiers.")
    access_ways: tuple[str, ...] = described("Voies d'accès.", "Ways of access.")


class CertificationBlockRow(Row):
    """Un bloc de compétences. / A block of competences of a sheet."""

    rncp_code: str = described("Numéro RNCP.", "RNCP number.")
    code: str = described("Code du bloc.", "Code of the block.")
    label: str = described("Intitulé du bloc.", "Title of the block.")


class CertificationRomeRow(Row):
    """Un code ROME d'une fiche. / A ROME code of a sheet."""

    rncp_code: str = described("Numéro RNCP.", "RNCP number.")
    code: str = described("Code ROME.", "ROME code.")
    label: str | None = described("Libellé, tel que publié.", "Label, as published.")


class CertificationSuccessionRow(Row):
    """Une fiche d'avant ou d'après. / A former or a later sheet."""

    rncp_code: str = described("Numéro RNCP.", "RNCP number.")
    relation: Literal["replaces", "replaced_by"] = described(
        "replaces (remplace) ou replaced_by (remplacée par).", "A former or a later sheet."
    )
    other: str = described("L'autre fiche.", "The other sheet.")


class DocumentFileRow(Row):
    """Un document (PDF) lié par une page. / A PDF that a page links to, with --documents."""

    url: str = described("Adresse, telle que les fiches la portent.", "Address, as in `documents`.")
    outcome: DocumentOutcome = described(
        "text (son texte est dans la recherche), scanned (images sans texte), unreadable "
        "(illisible), failed, robots, not-tried (pas encore demandé), not-in-copy.",
        "`text`: its text is in the search; `scanned`: pages without text; else why there is none.",
    )
    reason: str | None = described(
        "Ce qui a empêché de le lire, ou de le lire en entier.",
        "What stood in the way of reading it, or all of it.",
    )
    sha256: str | None = described(
        "Empreinte SHA-256 du fichier archivé.", "SHA-256 of the file archived.", pattern=Sha256
    )
    bytes: int | None = described("Taille en octets.", "Size in bytes.", ge=0)
    pages: int | None = described("Nombre de pages.", "Number of pages.", ge=0)
    text_pages: int | None = described("Pages qui ont du texte.", "Pages that have text.", ge=0)
    retrieved_at: str | None = described(
        "Quand le fichier est arrivé en dernier (UTC) ; vide pour une copie du site.",
        "When the file came last, in full (UTC); null for a copy of the site.",
        form="date-time",
    )
    changed_at: str | None = described(
        "Quand ce contenu a différé pour la première fois (UTC).",
        "When that content first differed from the one before (UTC).",
        form="date-time",
    )
    stale_since: str | None = described(
        "Dernière fois que le contenu a été vu valable, s'il est repris d'un passage antérieur.",
        "Last time the content was seen to be valid, when it is carried forward from a former run.",
        form="date-time",
    )


class DocumentPageRow(Row):
    """Une page d'un document. / A page of a document, by the hash of the file."""

    sha256: str = described("Empreinte SHA-256 du fichier.", "SHA-256 of the file.", pattern=Sha256)
    page: int = described("Numéro de la page.", "Number of the page.", ge=1)
    characters: int = described("Longueur du texte.", "Length of the text.", ge=1)
    text: str = described("Texte de la page.", "Text of the page.")


ChangeKind = Literal[
    "created", "changed", "removed", "not_seen", "came_back", "id_renamed", "withdrawn", "restored",
    "document_changed",
]  # fmt: skip
Cause = Literal["source", "reading", "join", "scope", "withdrawal"]


class Change(Row):
    """Un changement d'une version à une autre. / A change from one version to another."""

    version: str = described("Version qui l'apporte.", "Version that brings it.")
    day: str | None = described(
        "Jour de cette version, vide pour une copie du site ; d'un retrait ou d'un rétablissement, "
        "le jour où il a eu lieu.",
        "Day of that version, null for a copy of the site; of a withdrawal or restoration, the day "
        "on which it was made.",
        pattern=ISO_DAY,
    )
    previous: str | None = described(
        "Version en vigueur jusque-là ; d'un retrait, le plus souvent la version retirée.",
        "The version in force until then; of a withdrawal mostly the withdrawn version.",
    )
    referential: str | None = described(
        "Identifiant de la fiche ; vide quand il s'agit de la version entière.",
        "Id of the record; null where the version as a whole is concerned.",
    )
    kind: ChangeKind = described(
        "created (apparue), changed (modifiée), removed (supprimée à la source), not_seen (page "
        "ou source non vue), came_back (revenue), id_renamed (identifiant changé), withdrawn "
        "(version ou fiche retirée), restored (version rétablie), document_changed (un document "
        "lié a changé de contenu).",
        "`removed`: its source says so; `not_seen`: its page, or the source that alone knows it, "
        "was not seen this time; `withdrawn`, `restored`: a version was taken back or put in force "
        "again (`before`: the version in force until then, `after`: from then on), or a record "
        "went with it; `document_changed`: a linked document has other bytes than the copy of the "
        "version before (`before`, `after`: its address, hash, size and pages, as JSON).",
    )
    field: str | None = described(
        "Champ modifié ; vide quand il s'agit de la fiche entière.",
        "Field changed; null for the record as a whole.",
    )
    before: str | None = described(
        "Valeur d'avant, en texte (JSON pour une liste).",
        "Value before: a text as it is, a number or list as the text of its JSON.",
    )
    after: str | None = described(
        "Valeur d'après, en texte (JSON pour une liste).",
        "Value after: a text as it is, a number or list as the text of its JSON.",
    )
    cause: Cause = described(
        "source (la page est nouvelle ou a changé), reading (notre lecture a changé), join (une "
        "autre source a été ajoutée, retirée ou changée, ou complète la fiche autrement), scope "
        "(le périmètre de la version est autre), withdrawal (une version a été retirée ou "
        "rétablie).",
        "`source`: the page is new or its bytes changed; `reading`: our code or lexicon did; "
        "`join`: another source was added, left out or changed, or completes the record "
        "otherwise; `scope`: the record came or left because the version has another scope than "
        "the one before; `withdrawal`: a version was withdrawn or restored.",
    )
    old_id: str | None = described("Ancien identifiant.", "Former id, for id_renamed.")
    # Lines from before these fields existed lack them.
    code: str | None = described(
        "Code scolarité de la fiche ; d'une fiche partie, le dernier.",
        "Code scolarité of the record; of one that left, the last.",
        default=None,
    )
    diploma_type: str | None = described(
        "Type contrôlé de la fiche ; d'une fiche partie, le dernier.",
        "Controlled type of the record; of one that left, the last.",
        default=None,
    )
    name: str | None = described(
        "Intitulé sans les mots du type ; d'une fiche partie, le dernier.",
        "Title of the record without the type's words; of one that left, the last.",
        default=None,
    )


class _Numbered(Row):
    number: int = described(
        "Numéro du changement, croissant d'une version à l'autre.",
        "Number of the change, running over all versions; a follower goes on behind its last one.",
        ge=1,
    )


class ChangeRow(Change, _Numbered):
    """Un changement, numéroté. / A numbered change."""


class VersionRow(Row):
    """Une version publiée. / A published version."""

    version: str = described("Nom de la version.", "Name of the version.")
    previous: str | None = described("Version remplacée.", "The version it replaces.")
    day: str | None = described(
        "Jour où le site a été interrogé en dernier ; vide pour une copie du site.",
        "Day on which the site was last asked; null for a copy of the site.",
        pattern=ISO_DAY,
    )
    scope: str = described(*SCOPE)
    schema_version: str = described("Version du schéma.", "Version of the schema.")
    records: int = described("Nombre de fiches.", "Number of records.")
    content_sha256: str = described("Empreinte des données.", "Hash of the data.", pattern=Sha256)
