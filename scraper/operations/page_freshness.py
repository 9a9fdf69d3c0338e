"""`published/freshness.json`: when each page of the live site was asked last, and the outcome.

Replaced at every run, also at one that publishes nothing: looking again makes no version.
"""

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from schema.files import replace_file
from scraper.operations.failed_runs import log_not_written
from scraper.state.archived_pages import open_to_read


class PageFreshness(BaseModel):
    """A page and the last request for it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(description="Canonical address of the page.")
    asked_at: str | None = Field(description="Last request (UTC); null when there was none.")
    outcome: str | None = Field(
        description="new, changed, same, not-modified, alias, suspect, gone, failed, robots."
    )


class Freshness(BaseModel):
    """All known pages, by address."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="PageFreshness")

    looked_at: str | None = Field(description="End of the last run on the live site (UTC).")
    pages: tuple[PageFreshness, ...]


def freshness_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file."""
    schema = Freshness.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


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
                outcome=page.outcome.value if page.outcome else None,
            )
            for page in state.pages()
        ]
        looked_at = state.looked_at
    pages.sort(key=lambda page: page.url)
    content = Freshness(looked_at=looked_at, pages=tuple(pages))
    path = published / "freshness.json"
    try:
        replace_file(path, (content.model_dump_json(indent=1) + "\n").encode())
    except OSError as error:
        log_not_written(path, error)
