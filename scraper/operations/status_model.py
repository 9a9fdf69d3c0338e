"""The status of a data folder as a typed document."""

from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from schema.fields import described
from scraper.model.exit_codes import EXIT_CHECK_FAILED
from scraper.operations.run_report import IssueCount, RunOutcome


class Health(StrEnum):
    """The health of a data folder; `stale` and `failing` are exit code 4 of `eduscol status`."""

    HEALTHY = "healthy"
    HELD_BACK = "held-back"
    STALE = "stale"
    FAILING = "failing"
    EMPTY = "empty"


# A folder without a version is empty, and healthy only while its first run is at work.
UNHEALTHY = frozenset({Health.STALE, Health.FAILING, Health.EMPTY})


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Wording(_Part):
    """Une ligne à lire. / A line for people."""

    en: str = described("En anglais.", "In English.")
    fr: str = described("En français.", "In French.")


class Trouble(NamedTuple):
    """Hold why a folder is `failing` without a failed call: headline, cause, and advice."""

    headline: Wording
    cause: Wording
    advice: Wording


class LatestVersion(_Part):
    """La dernière bonne version. / The last good version."""

    name: str = described("Nom de la version.", "Name of the version.")
    day: str | None = described(
        "Jour où le site a été interrogé en dernier ; vide pour une copie du site.",
        "Day on which the site was last asked; null for a copy of the site.",
        form="date",
    )
    records: int = described("Nombre de fiches.", "Number of records.")
    looked_at: str | None = described(
        "Dernier passage entier sur le site.",
        "When the live site was last asked in full.",
        form="date-time",
    )
    age_days: float | None = described(
        "Jours depuis ; vide pour une date à venir, d'une horloge fausse.",
        "Days since then; null for a time to come, of a clock that was wrong.",
    )
    expected_every_days: int | None = described(
        "Fréquence attendue, en jours.", "Days between two looks, as expected."
    )
    stale_after: str | None = described(
        "Périmé à partir de cette date.", "The data is stale from then on.", form="date-time"
    )
    is_there: bool = described(
        "Vrai si les lecteurs la trouvent : le lien latest, ses fichiers et leurs tailles.",
        "Whether readers find it: the link latest, its files and their sizes.",
        default=True,
    )


class Failing(_Part):
    """Les appels en échec. / The calls that failed since all was well."""

    since: str = described(
        "Début du premier d'entre eux.", "Start of the first of them.", form="date-time"
    )
    calls: int = described("Nombre d'appels.", "Number of calls.")
    outcome: RunOutcome = described(
        "Comment le dernier s'est terminé.", "How the last of them ended."
    )
    reason: str = described("Motif du dernier.", "Reason of the last of them.")
    report: str = described(
        "Chemin du rapport du dernier.", "Path of the report of the last of them."
    )
    version: str | None = described(
        "Version que le dernier a publiée ou confirmée malgré tout.",
        "Version that the last of them published or confirmed all the same.",
        default=None,
    )
    new_issues: tuple[IssueCount, ...] = described(
        "Constats plus nombreux qu'au dernier bon appel : la cause probable.",
        "Issues that are more than in the last good call: the likely cause.",
        default=(),
    )
    new_layouts: tuple[str, ...] = described(
        "Mises en page nouvelles : une adresse et le nombre de pages.",
        "New layouts of pages: an address and the number of pages.",
        default=(),
    )


class PageTrouble(_Part):
    """Une page à regarder. / A page that deserves a look."""

    url: str = described("Adresse de la page, ou fiche.", "Address of the page, or record.")
    trouble: Wording = described("Ce qui ne va pas.", "What is wrong with it.")


class LastCall(_Part):
    """Le dernier appel. / The last call of run, fetch or publish, one at work included."""

    id: str = described("Identifiant de son rapport.", "Id of its report.")
    verb: str = described("Commande.", "Command that was called.")
    started: str = described("Début (UTC).", "Start (UTC).", form="date-time")
    ended: str | None = described(
        "Fin (UTC) ; vide tant qu'il travaille.",
        "End (UTC); null while it is at work.",
        form="date-time",
    )
    outcome: RunOutcome = described("Comment l'appel s'est terminé.", "How the call ended.")
    seconds: float | None = described("Durée en secondes.", "Duration in seconds.")


class Status(_Part):
    """L'état d'un dossier de données. / The status of a data folder."""

    health: Health = described("Santé.", "Health.")
    checked_at: str = described("Date de cet état (UTC).", "When it was so.", form="date-time")
    headline: Wording = described("L'essentiel en une ligne.", "The whole in one line.")
    causes: tuple[Wording, ...] = described("Causes.", "Causes.", default=())
    advice: tuple[Wording, ...] = described("Que faire.", "What to do.", default=())
    warnings: tuple[Wording, ...] = described(
        "Avertissements des contrôles de la version en vigueur, et des appels.",
        "Warnings of the checks of the version in force, and of the calls.",
        default=(),
    )
    version: LatestVersion | None = described(
        "Dernière bonne version ; vide avant la première.",
        "The last good version; null before the first.",
        default=None,
    )
    next_run_due: str | None = described(
        "Prochain passage attendu.", "When the next run is due.", default=None, form="date-time"
    )
    failing: Failing | None = described(
        "Appels en échec ; vide si un appel ultérieur a réussi ce qui avait échoué.",
        "The calls that failed; null when a later one did well what had failed.",
        default=None,
    )
    held_back: int = described(
        "Pages dont la réponse a été retenue.", "Pages whose answer was held back.", default=0
    )
    held_back_pages: tuple[PageTrouble, ...] = described(
        "Exemples de ces pages.", "Examples of these pages.", default=()
    )
    worst_pages: tuple[PageTrouble, ...] = described(
        "Pages qui appellent le plus un regard.", "Pages that deserve a look most.", default=()
    )
    last_call: LastCall | None = described(
        "Dernier appel ; vide avant le premier.",
        "The last call; null before the first.",
        default=None,
    )

    @property
    def exit_code(self) -> int:
        """Return 0 for a healthy folder, 4 for a stale, failing or empty one."""
        return EXIT_CHECK_FAILED if self.health in UNHEALTHY else 0
