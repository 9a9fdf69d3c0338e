"""Plugin for Datasette: search boxes that find every form of a French word.

Datasette asks each index by one function, `escape_fts`, which does not learn which index it is for.
An expression that names the columns of one index is an error on another: so what a box asks of an
index other than that of the diplomas is asked by a function of its own.
"""

import inspect
import sqlite3
from collections.abc import Callable, Generator
from typing import Any

from datasette import hookimpl
from datasette.utils import escape_fts

from output.versions.search import match_pages_query, match_query

# An expression that nothing matches, for a query without words.
_NOTHING = '""'
_DIPLOMAS, _PAGES = "referentials_fts", "document_pages_fts"
_CALL = "escape_fts("


def _or_nothing(expression_of: Callable[[str], str]) -> Callable[[str | None], str]:
    return lambda query: expression_of(query or "") or _NOTHING


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]  # after Datasette's own function of that name
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Make Datasette's search boxes find every form of a word, as `eduscol search` does."""
    conn.create_function("escape_fts", 1, _or_nothing(match_query))
    conn.create_function("escape_fts_of_pages", 1, _or_nothing(match_pages_query))
    conn.create_function("escape_fts_of_words", 1, _or_nothing(escape_fts))


@hookimpl(hookwrapper=True)  # type: ignore[untyped-decorator]
def filters_from_request() -> Generator[None, Any, None]:
    """Ask each index by the function that names no columns but its own."""
    outcome = yield
    outcome.force_result([_by_index(found) for found in outcome.get_result()])


def _by_index(found: Any) -> Callable[[], Any]:
    """Return what is added to a query, to be awaited as Datasette awaits it."""

    async def filters() -> Any:
        value = found() if callable(found) else found
        arguments = await value if inspect.isawaitable(value) else value
        if arguments:
            arguments.where_clauses = list(map(_asked, arguments.where_clauses))
        return arguments

    return filters


def _asked(clause: str) -> str:
    if _DIPLOMAS in clause:
        return clause
    return clause.replace(_CALL, f"escape_fts_of_{'pages' if _PAGES in clause else 'words'}(")
