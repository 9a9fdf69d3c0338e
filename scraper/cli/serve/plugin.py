"""Plugin for Datasette: a search box that finds every form of a French word."""

import sqlite3

from datasette import hookimpl

from output.versions.search import match_query

# An expression that nothing matches, for a query without words.
_NOTHING = '""'


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]  # after Datasette's own function of that name
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Make Datasette's search boxes find every form of a word, as `eduscol search` does."""
    conn.create_function("escape_fts", 1, lambda query: match_query(query or "") or _NOTHING)
