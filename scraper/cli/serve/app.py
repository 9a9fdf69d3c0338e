"""An ASGI application that serves the latest version, and the next one once it is published.

A version never changes, so that Datasette may take its database as immutable; a new version is a
new database, for which a new Datasette is made at the first request after its publication.
"""

import json
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.plugins import pm

from output.versions.verify import DATABASE
from schema.errors import missing_data
from scraper.cli.serve import plugin

_TEMPLATES = Path(__file__).parent / "templates"
# A hostile or careless query ends after a second and returns no more than a thousand rows.
_SETTINGS = {
    "sql_time_limit_ms": 1000,
    "max_returned_rows": 1000,
    "default_page_size": 50,
    "default_facet_size": 20,
    "facet_time_limit_ms": 500,
    "suggest_facets": False,
    "allow_csv_stream": True,
    "truncate_cells_html": 300,
}


class LatestVersion:
    """The application: `latest` is the link to the newest version's folder.

    Raises `UnusableInput` when there is no version to begin with.
    """

    def __init__(self, latest: Path) -> None:
        self._latest = latest
        if not (latest / DATABASE).is_file():
            raise missing_data(latest.parents[1], "published version")
        if not pm.is_registered(plugin):
            pm.register(plugin)
        self._folder = latest.resolve()
        self._app = _datasette(self._folder).app()

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """Answer a request from the version that is the latest when it comes in."""
        if scope["type"] == "http":
            folder = self._latest.resolve()
            # While a publication moves the link, and after a version was taken away, the one
            # that is open stays.
            if folder != self._folder and (folder / DATABASE).is_file():
                self._folder, self._app = folder, _datasette(folder).app()
        await self._app(scope, receive, send)


def _datasette(folder: Path) -> Datasette:
    metadata = json.loads((folder / "metadata.json").read_bytes())
    return Datasette(
        immutables=[str(folder / DATABASE)],
        metadata=metadata,
        settings=_SETTINGS,
        template_dir=str(_TEMPLATES),
    )
