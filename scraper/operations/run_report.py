"""The report of one call of `run`, `fetch` or `publish`: a typed document.

`reports/run-<id>.json` in the data folder holds one report. Times are UTC, ISO 8601; durations are
seconds. Counts of pages agree with the table `pages` of the version that was made or refused.
"""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue

from output.dataset.rows import SCOPE
from schema.fields import described
from scraper.model.response import PageSource

FORMAT = 1
EXAMPLES = 3


class RunOutcome(StrEnum):
    """How a call ended; in words in the vocabulary `run_outcome`."""

    RUNNING = "running"
    PUBLISHED = "published"
    NOTHING_NEW = "nothing-new"
    FETCHED = "fetched"
    INCOMPLETE = "incomplete"
    UNAVAILABLE = "unavailable"
    BUSY = "busy"
    REFUSED = "refused"
    UNUSABLE = "unusable"
    FAULT = "fault"
    KILLED = "killed"


GOOD = frozenset({RunOutcome.PUBLISHED, RunOutcome.NOTHING_NEW, RunOutcome.FETCHED})
FAILED = frozenset({
    RunOutcome.UNAVAILABLE,
    RunOutcome.REFUSED,
    RunOutcome.UNUSABLE,
    RunOutcome.FAULT,
    RunOutcome.KILLED,
})  # fmt: skip


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class MovedHostReport(_Part):
    """Un hôte qui renvoie ailleurs. / A host that sends most of its pages to one not allowed."""

    host: str = described("Hôte interrogé.", "Host that was asked.")
    target: str = described("Hôte vers lequel il renvoie.", "Host that it redirects to.")
    pages: int = described("Pages renvoyées.", "Pages that it redirects.")
    asked: int = described("Pages demandées à cet hôte.", "Pages that it was asked for.")


class CrawlReport(_Part):
    """Ce qui a été demandé au site. / What a call asked the site for: pages, or their documents."""

    run: str = described(
        "Passage dans l'archive ; plusieurs appels peuvent y travailler.",
        "Run in the archive; several calls may work on one run.",
    )
    source: PageSource = described("D'où viennent les pages.", "Where pages come from.")
    known: int = described("Adresses connues.", "Addresses known.")
    waiting: int = described(
        "Adresses encore à demander dans ce passage.", "Addresses still to be asked in this run."
    )
    asked: dict[str, int] = described(
        "Pages ou documents demandés dans ce passage, par résultat (vocabulaire request_outcome).",
        "Pages (or documents) asked in this run, by outcome (vocabulary request_outcome).",
    )
    failures: dict[str, int] = described(
        "Pages en échec, par genre d'échec (vocabulaire failure).",
        "Pages that failed, by kind of failure (vocabulary failure).",
    )
    statuses: dict[str, int] = described(
        "Pages en échec par leur statut HTTP, par statut.",
        "Pages that failed by their HTTP status, by status.",
        default_factory=dict,
    )
    moved: tuple[MovedHostReport, ...] = described(
        "Hôtes qui renvoient la plupart de leurs pages vers un hôte non autorisé.",
        "Hosts that redirect most of their pages to a host that is not allowed.",
        default=(),
    )
    issues: dict[str, int] = described(
        "Constats des demandes, par code.", "Issues of asking, by code."
    )
    requests: int = described("Requêtes HTTP de cet appel.", "HTTP requests of this call.")
    bytes: int = described(
        "Octets des réponses reçues par cet appel, décodées.",
        "Bytes of bodies received by this call, decoded.",
        default=0,
    )
    stopped: str | None = described(
        "Pourquoi le passage n'est pas terminé.", "Why the run is not at its end.", default=None
    )


class IssueCount(_Part):
    """Un constat, son nombre, des exemples. / An issue code with its number and examples."""

    code: str = described("Code du constat.", "Code of the issue.")
    severity: str = described("Gravité : info, warning ou error.", "Info, warning or error.")
    count: int = described("Nombre de constats.", "Number of issues.")
    examples: tuple[str, ...] = described(
        f"Au plus {EXAMPLES} : adresse ou source, puis le message.",
        f"At most {EXAMPLES}: address or source, then the message.",
        default=(),
    )


class CheckReport(_Part):
    """Le résultat d'un contrôle. / The result of a check."""

    name: str = described("Nom du contrôle.", "Name of the check.")
    level: Literal["fatal", "warning"] = described(
        "Conséquence d'un échec.", "What follows when it fails."
    )
    passed: bool = described("Vrai s'il est réussi.", "Whether it passed.")
    observed: JsonValue = described("Valeur observée.", "Value observed.", default=None)
    bound: JsonValue = described("Borne.", "Bound.", default=None)
    explanation: str = described("Explication.", "Explanation, in a line.")


class SourceReport(_Part):
    """Une source des fiches. / A source of the records."""

    name: str = described("Nom de la source.", "Name of the source.")
    documents: int = described("Documents lus.", "Documents read.")
    refused: int = described("Documents écartés.", "Documents refused.")
    records: int = described("Fiches qu'elle a données.", "Records it gave.")


class LayoutReport(_Part):
    """Une mise en page nouvelle. / A page layout that the version before did not have."""

    layout: str = described("Empreinte de la mise en page.", "Fingerprint of the layout.")
    pages: int = described("Nombre de pages.", "Number of pages.")
    example: str = described("Adresse de l'une d'elles.", "Address of one of them.")


class DataReport(_Part):
    """Les données lues. / The data that was read, whether it was published or refused."""

    scope: str = described(*SCOPE)
    pages: dict[str, int] = described(
        "Adresses par résultat, comme dans la table pages (vocabulaire page_outcome).",
        "Addresses by outcome: SELECT outcome, count(*) FROM pages GROUP BY outcome.",
    )
    refusals: dict[str, int] = described("Pages écartées, par motif.", "Refused pages by reason.")
    sources: tuple[SourceReport, ...] = described("Sources.", "Sources.", default=())
    records: int = described("Nombre de fiches.", "Number of records.")
    held_back: int = described(
        "Pages dont la réponse a été retenue : le dernier bon contenu reste.",
        "Pages whose answer was held back: the last good content stays.",
        default=0,
    )
    issues: tuple[IssueCount, ...] = described(
        "Constats, par code.", "Issues, by code.", default=()
    )
    new_layouts: tuple[LayoutReport, ...] = described(
        "Mises en page nouvelles.", "New layouts of pages.", default=()
    )


class RunReport(_Part):
    """Un appel de `run`, `fetch` ou `publish`. / One call of `run`, `fetch` or `publish`."""

    format: int = described("Forme du rapport.", "Form of the report.", default=FORMAT)
    id: str = described(
        "Heure UTC du début, avec un numéro pour la même seconde ; celle du rapport précédent "
        "si l'horloge a reculé : les identifiants suivent l'ordre des appels.",
        "UTC time of the start, with a number for the same second; that of the report before if "
        "the clock was set back: ids are in the order of the calls.",
    )
    verb: Literal["run", "fetch", "publish"] = described("Commande.", "Command that was called.")
    started: str = described("Début (UTC).", "Start (UTC).", form="date-time")
    ended: str | None = described(
        "Fin (UTC) ; vide tant que l'appel travaille.",
        "End (UTC); null while the call is at work.",
        default=None,
        form="date-time",
    )
    outcome: RunOutcome = described(
        "Comment l'appel s'est terminé.", "How the call ended.", default=RunOutcome.RUNNING
    )
    exit_code: int | None = described(
        "Code de sortie ; vide tant que l'appel travaille, et s'il a été tué.",
        "Exit code; null while at work, and when killed.",
        default=None,
    )
    reason: str | None = described(
        "Pourquoi l'issue n'est pas bonne, en une ligne.",
        "Why the outcome is no good one, in one line.",
        default=None,
    )
    code: str = described("Version du programme.", "Version of the program.")
    schema_version: str = described(
        "Version du schéma des fiches.", "Version of the schema of records."
    )
    options: dict[str, JsonValue] = described(
        "Options en vigueur ; les secrets des adresses sont masqués.",
        "Effective options; secrets in addresses are masked.",
        default_factory=dict,
    )
    durations: dict[str, float] = described(
        "Secondes par étape : sources, fetch, documents, read, publish.",
        "Seconds by stage: sources, fetch, documents, read, publish.",
        default_factory=dict,
    )
    crawl: CrawlReport | None = described(
        "Pages demandées ; vide si aucune ne l'a été.",
        "The asking of pages; null when none was asked for.",
        default=None,
    )
    documents: CrawlReport | None = described(
        "Documents des pages demandés, avec --documents.",
        "The asking of the documents that pages link to, with --documents.",
        default=None,
    )
    data: DataReport | None = described(
        "Données lues ; vide si l'appel n'a pas lu.",
        "The data that was read; null when the call did not come to reading.",
        default=None,
    )
    checks: tuple[CheckReport, ...] = described("Contrôles.", "Checks.", default=())
    changes: dict[str, int] = described(
        "Fiches par genre de changement depuis la version précédente (vocabulaire change_kind) ; "
        "d'une version publiée seulement.",
        "Records by kind of change against the version before (vocabulary change_kind); of a "
        "published version only.",
        default_factory=dict,
    )
    version: str | None = described(
        "Version publiée ou, si rien n'est nouveau, confirmée par cet appel.",
        "Version published or, when nothing is new, confirmed by this call.",
        default=None,
    )

    def to_json(self) -> bytes:
        """Return the bytes of the file."""
        return (self.model_dump_json(indent=2) + "\n").encode()

    @property
    def failed_checks(self) -> tuple[CheckReport, ...]:
        """Return the fatal checks that failed."""
        return tuple(c for c in self.checks if not c.passed and c.level == "fatal")

    @property
    def inputs_gone(self) -> tuple[CheckReport, ...]:
        """Return the warning that an option of the last version was left out, if a check failed.

        The missing input is then the likeliest cause.
        """
        gone = (c for c in self.checks if c.name == "inputs-gone" and not c.passed)
        return tuple(gone) if self.failed_checks else ()
