"""Events of a run, as `archive/runs/<run>.ndjson` holds them: one JSON object a line.

They and the WARC files are the truth; `state.db` is the result of applying them in order.
Dates are UTC, ISO 8601. A page is named by its `key` (`Site.key`).
"""

from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, model_validator

from schema.fields import described
from schema.issues import Issue
from scraper.model.response import WITH_CONTENT, FailureKind, Outcome, PageSource

FORMAT = 1
_MOST = 2**53  # every reader of JSON holds it, and SQLite holds its successors
Count = Annotated[int, Field(ge=0, le=_MOST)]


def _address(text: str) -> str:
    """Return `text`, an address whose host and port can be read; else raise `ValueError`."""
    _ = urlsplit(text).port
    return text


Address = Annotated[str, AfterValidator(_address)]
EVENT_FR, EVENT_EN = "Genre d'événement.", "Kind of event."
AT_FR, AT_EN = "Date (UTC).", "When (UTC)."


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RecordPlace(_Event):
    """Où un enregistrement se trouve dans l'archive. / Place of a record in the archive."""

    file: str = described(
        "Fichier WARC, par son nom dans l'archive.", "WARC file, by its name in the archive."
    )
    offset: Count = described("Position en octets.", "Offset in bytes.")
    end: Count = described(
        "Taille du fichier après le dernier enregistrement de l'échange.",
        "Size of the file after the last record of the exchange.",
    )
    crc32: Count | None = described(
        "CRC-32 des octets entre ces deux positions, comprimés ; vide dans d'anciens journaux.",
        "CRC-32 of the bytes between these offsets, as compressed; null in old journals.",
        default=None,
    )


class RunStarted(_Event):
    """Un passage commence. / A run begins: every known page on `hosts` is to be requested."""

    event: Literal["start"] = described(EVENT_FR, EVENT_EN, default="start")
    format: int = described("Forme du journal.", "Form of the journal.", default=FORMAT)
    at: str = described(AT_FR, AT_EN, form="date-time")
    source: PageSource = described("D'où viennent les pages.", "Where pages come from.")
    hosts: tuple[str, ...] = described("Hôtes du passage.", "Hosts of the run.")
    user_agent: str | None = described(
        "Nom sous lequel le site est interrogé ; vide pour une copie.",
        "Name under which the site is asked; null for a copy.",
        default=None,
    )


class AddressesFound(_Event):
    """Des adresses ont été rencontrées. / Addresses were met."""

    event: Literal["found"] = described(EVENT_FR, EVENT_EN, default="found")
    origin: str = described("Où elles l'ont été.", "Where they were met.")
    depth: Count = described("Liens suivis jusqu'à elles.", "Links followed up to them.")
    addresses: tuple[tuple[str, Address], ...] = described(
        "Clé de la page et adresse à demander.", "Key of the page and address to be requested."
    )


class ArchivedContent(_Event):
    """Un contenu lu et archivé. / A body that was read, and where it is archived."""

    sha256: str = described("Empreinte SHA-256 du contenu.", "SHA-256 of the body.")
    media_type: str | None = described("Type de média.", "Media type.", default=None)
    final_url: str = described(
        "Adresse dont il vient, redirections suivies.",
        "Address it came from, behind all redirects.",
        form="uri",
    )
    captured: str = described("Date de la réponse (UTC).", "When it came (UTC).", form="date-time")
    payload_digest: str = described(
        "Empreinte à laquelle il se reconnaît dans l'archive.",
        "Digest by which it is recognised in the archive.",
    )
    place: RecordPlace = described("Endroit dans l'archive.", "Place in the archive.")


class HeldBackAnswer(_Event):
    """Une réponse retenue. / An answer that is no référentiel where one stood."""

    signature: str = described(
        "Égale pour des réponses semblables à cet égard.",
        "Equal for answers that are the same in this respect.",
    )
    day: str | None = described(
        "Jour de la réponse ; vide pour une copie du site.",
        "Day of the answer; null for a copy of the site.",
        form="date",
    )


class PageRequested(_Event):
    """Une page a été demandée. / A page was requested in this run."""

    event: Literal["page"] = described(EVENT_FR, EVENT_EN, default="page")
    at: str = described(AT_FR, AT_EN, form="date-time")
    key: str = described("Clé de la page.", "Key of the page.")
    outcome: Outcome = described("Résultat.", "Outcome.")
    asked: tuple[Address, ...] = described(
        "Adresses demandées, celle qui a répondu en dernier.",
        "Every address requested, the answering one last.",
        default=(),
    )
    reached: tuple[str, str] | None = described(
        "Clé et adresse au bout des redirections.",
        "Key and address at the end of the redirects.",
        default=None,
    )
    status: Count | None = described("Statut HTTP.", "HTTP status.", default=None)
    kind: FailureKind | None = described("Genre d'échec.", "Kind of failure.", default=None)
    detail: str | None = described("Précision.", "Detail.", default=None)
    content: ArchivedContent | None = described(
        "Contenu nouveau, changé, ou archivé à nouveau.",
        "Content that is new or changed, or where the archived one was damaged.",
        default=None,
    )
    etag: str | None = described("En-tête ETag.", "Header ETag.", default=None)
    last_modified: str | None = described(
        "En-tête Last-Modified.", "Header Last-Modified.", default=None
    )
    alias_of: str | None = described(
        "Clé de la page à laquelle elle mène.", "Key of the page that it leads to.", default=None
    )
    place: RecordPlace | None = described(
        "Enregistrement de cette visite, même d'une erreur ou sans contenu nouveau.",
        "The record of this visit, a revisit or an error page included.",
        default=None,
    )
    found: tuple[tuple[str, Address], ...] = described(
        "Adresses rencontrées sur la page : clé et adresse à demander.",
        "Addresses met on the page: key and address to be requested.",
        default=(),
    )
    issues: tuple[Issue, ...] = described("Constats.", "Issues.", default=())
    held_back: HeldBackAnswer | None = described(
        "Réponse retenue, pour le résultat suspect.",
        "The answer held back, with the outcome suspect.",
        default=None,
    )
    missing: str | None = described(
        "Jour où une page d'erreur au statut 200 a dit que la page n'existe pas.",
        "The day on which an error page with status 200 said that the page is not there.",
        default=None,
    )

    @model_validator(mode="after")
    def _content_has_an_address(self) -> Self:
        if self.outcome in WITH_CONTENT and not self.asked:
            raise ValueError("content of no address")
        return self


class FileRead(_Event):
    """Un fichier autre qu'une page a été lu. / A file other than a page was read."""

    event: Literal["aside"] = described(EVENT_FR, EVENT_EN, default="aside")
    at: str = described(AT_FR, AT_EN, form="date-time")
    url: str = described(
        "Son adresse ; pour un fichier, son nom dans l'archive.",
        "Its address; for a file its name in the archive.",
    )
    what: Literal["robots", "sitemap", "seeds"] = described("Genre de fichier.", "Kind of file.")
    status: Count | None = described("Statut HTTP.", "HTTP status.", default=None)
    detail: str | None = described("Précision.", "Detail.", default=None)
    place: RecordPlace | None = described(
        "Endroit dans l'archive.", "Place in the archive.", default=None
    )
    issues: tuple[Issue, ...] = described("Constats.", "Issues.", default=())


class RunStopped(_Event):
    """Le passage s'est arrêté avant sa fin. / The run stopped before its end and may go on."""

    event: Literal["stop"] = described(EVENT_FR, EVENT_EN, default="stop")
    at: str = described(AT_FR, AT_EN, form="date-time")
    reason: str = described("Motif.", "Reason.")
    again: bool = described(
        "Vrai si ses échecs passagers sont à tenter de nouveau.",
        "Whether its passing failures are to be tried again.",
        default=False,
    )


class RunResumed(_Event):
    """Le passage reprend. / The run goes on."""

    event: Literal["resume"] = described(EVENT_FR, EVENT_EN, default="resume")
    at: str = described(AT_FR, AT_EN, form="date-time")


class RunEnded(_Event):
    """Le passage est terminé. / Every page has been requested."""

    event: Literal["end"] = described(EVENT_FR, EVENT_EN, default="end")
    at: str = described(AT_FR, AT_EN, form="date-time")


Event = RunStarted | AddressesFound | PageRequested | FileRead | RunStopped | RunResumed | RunEnded


class JournalLine(RootModel[Annotated[Event, Field(discriminator="event")]]):
    """Un événement d'un passage. / An event of a run: a line of its journal."""


def read_event(line: bytes) -> Event:
    """Parse one line; pydantic's `ValidationError` when it is not an event."""
    return JournalLine.model_validate_json(line).root


def place_of(event: Event) -> RecordPlace | None:
    """Return the place in the archive of the exchange that the event records."""
    return event.place if isinstance(event, PageRequested | FileRead) else None
