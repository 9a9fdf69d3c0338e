"""`published/freshness.json`: when each page of the live site was asked last, and the outcome.

Replaced at every run, also at one that publishes nothing: requesting pages again makes no version.
"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from schema.fields import described
from schema.files import replace_file
from scraper.model.response import Outcome
from scraper.operations.failed_runs import log_not_written
from scraper.state.archived_pages import open_to_read
from scraper.state.page import Page

_FILE = "freshness.json"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PageFreshness(_Part):
    """Une page et sa dernière demande. / A page and the last request for it."""

    url: str = described(
        "Adresse canonique de la page.", "Canonical address of the page.", form="uri"
    )
    asked_at: str | None = described(
        "Dernière demande (UTC) ; vide s'il n'y en a pas eu.",
        "Last request (UTC); null when there was none.",
        form="date-time",
    )
    outcome: Outcome | None = described(
        "Résultat de cette demande ; vide s'il n'y en a pas eu.",
        "Outcome of that request; null when there was none.",
    )
    read_at: str | None = described(
        "Dernière lecture du contenu, ou confirmation (304) (UTC) ; vide sans contenu, et pour "
        "une page disparue ou qui mène à une autre.",
        "When its content was last read, or confirmed by a 304 (UTC); null without a content, and "
        "for a page that is gone or leads to another.",
        default=None,
        form="date-time",
    )


class Freshness(_Part):
    """Toutes les pages connues, par adresse. / All known pages, by address."""

    looked_at: str | None = described(
        "Fin du dernier passage sur le site (UTC).",
        "End of the last run on the live site (UTC).",
        form="date-time",
    )
    pages: tuple[PageFreshness, ...] = described("Pages.", "Pages.")


def read_freshness(published: Path) -> Freshness | None:
    """Return the content of the file; None where it is missing or cannot be read."""
    try:
        return Freshness.model_validate_json((published / _FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def _is_there(page: Page) -> bool:
    return page.content is not None and not page.gone and page.outcome is not Outcome.ALIAS


def write_freshness(data: Path) -> None:
    """Replace the file, where there is a folder of versions; a failure to write is a warning."""
    published = data / "published"
    if not published.is_dir():
        return
    with open_to_read(data) as (state, _):
        pages = [
            PageFreshness(
                url=page.url,
                asked_at=page.asked_at,
                outcome=page.outcome,
                read_at=page.seen_at if _is_there(page) else None,
            )
            for page in state.pages()
        ]
        looked_at = state.looked_at
    pages.sort(key=lambda page: page.url)
    content = Freshness(looked_at=looked_at, pages=tuple(pages))
    path = published / _FILE
    try:
        replace_file(path, (content.model_dump_json(indent=1) + "\n").encode())
    except OSError as error:
        log_not_written(path, error)
