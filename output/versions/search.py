"""Search a published version: words in any form of French, codes in any writing.

`SEARCH_SQL` and `match_query` are the one search: the command, Datasette and every SQL user get
the same diplomas in the same order with them. Where nothing is found, the command takes the last
word for the beginning of one, as the pages do. Diplomas that match only by a linked document
follow: one of its pages holds every word (`DOCUMENTS_SQL`).
"""

import difflib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from output.tables.change_views import field_name
from output.versions.store import to_restore
from output.versions.verify import DATABASE
from schema.diploma_type import further_writings, type_acronyms
from schema.errors import UnusableInput, missing_data
from schema.referential import TEXT_FIELDS
from schema.stems import TITLE_WORDS, query_words, stem, written_words
from schema.text import fold

_NAMES = "{search_names}"
_TITLES = "{search_names search_trades}"
_STEMS = "{search_names search_trades search_texts}"
# A match in the title or the acronym counts most, then in the trades, then in the running texts;
# in the order of the columns of the index; the last ones count 1.
_WEIGHTS = "10, 10, 10, 1, 1, 1, 1, 4, 8, 5, 1"
SEARCH_SQL = f"""
SELECT r.id, r.code, r.diploma_type, r.name
FROM referentials_fts JOIN referentials AS r ON r.search_id = referentials_fts.rowid
WHERE referentials_fts MATCH :match
ORDER BY bm25(referentials_fts, {_WEIGHTS}), r.sort_key, r.id
""".strip()
# The pages of linked documents that hold every word, best first.
DOCUMENTS_SQL = """
SELECT r.id, r.code, r.diploma_type, r.name, d.title, p.page
FROM document_pages_fts JOIN document_pages AS p ON p.pk = document_pages_fts.rowid
  JOIN document_files AS f ON f.sha256 = p.sha256 JOIN documents AS d ON d.url = f.url
  JOIN referentials AS r ON r.id = d.referential
WHERE document_pages_fts MATCH :match
ORDER BY bm25(document_pages_fts), r.sort_key, r.id, d.position, p.page
""".strip()
_NEAREST = 3
_SHORTEST_BEGINNING = 3


class Hit(NamedTuple):
    """A diploma that a search found, and where its words stand, in French."""

    id: str
    code: str | None
    diploma_type: str | None
    name: str
    found_in: tuple[str, ...]


def match_query(query: str, by_beginning: bool = False) -> str:
    """Return the FTS5 expression for a user's query: every word, as it is or by its stem.

    The word of a type (*CAP*) is looked for in titles and types alone, because the texts of half of
    all diplomas name one; a word of `TITLE_WORDS` in titles and trades. `by_beginning`: the
    last word is only the beginning of one. Empty for a query without words, which no index can
    answer.
    """
    words = query_words(query)
    matches = [_match_word(word) for word in words]
    if by_beginning and words and len(words[-1]) >= _SHORTEST_BEGINNING:
        matches[-1] = f'{_columns(words[-1])} : "{words[-1]}" *'
    return " AND ".join(matches)


def _columns(word: str) -> str:
    if word in type_acronyms():
        return _NAMES
    return _TITLES if word in TITLE_WORDS else _STEMS


def nowhere(word: str) -> str:
    """Return, in French, that no record holds a word: where it was looked for alone, if so."""
    columns = _columns(word)
    if columns == _STEMS:
        return "n'est nulle part"
    return "n'est dans aucun intitulé" + (" ni métier" if columns == _TITLES else "")


def _match_word(word: str) -> str:
    columns = _columns(word)
    if columns == _STEMS:
        return f'("{word}" OR {columns} : "{stem(word)}")'
    return f'{columns} : "{word}"'


def match_pages_query(query: str) -> str:
    """Return the FTS5 expression for a user's query on the pages of linked documents."""
    words = (f'("{word}" OR {{stems}} : "{stem(word)}")' for word in query_words(query))
    return " AND ".join(words)


def search(folder: Path, query: str) -> list[Hit]:
    """Return the diplomas of the version in `folder` that hold every word of `query`, best first.

    Raises `UnusableInput` for a query without words and for a version that cannot be searched.
    """
    match = match_query(query)
    if not match:
        raise UnusableInput(
            f"« {query} » ne contient aucun mot à chercher : nommez un diplôme ou un métier / "
            "holds no word to search for; name a diploma or a trade"
        )
    with closing(_opened(folder)) as database:
        try:
            words, pages = query_words(query), list(_pages(database, query))
            rows = database.execute(SEARCH_SQL, {"match": match}).fetchall()
            by_beginning = not rows and not pages
            if by_beginning:
                match = match_query(query, by_beginning=True)
                rows = database.execute(SEARCH_SQL, {"match": match}).fetchall()
            hits = {row["id"]: _hit(database, row, words, by_beginning) for row in rows}
            for row in pages:
                place = f"annexe : {row['title']}, page {row['page']}"
                known = hits.get(
                    row["id"], Hit(row["id"], row["code"], row["diploma_type"], row["name"], ())
                )
                if not any(other.startswith("annexe : ") for other in known.found_in):
                    hits[row["id"]] = known._replace(found_in=(*known.found_in, place))
            return list(hits.values())
        except sqlite3.Error as error:
            raise UnusableInput(
                f"{folder}: cannot be searched ({error}); {_remedy(folder, error)}"
            ) from error


def _remedy(folder: Path, error: sqlite3.Error) -> str:
    """Say what to do: SQLite tells what is not in the database from what is damaged."""
    is_of_older_program = isinstance(error, sqlite3.OperationalError)
    return "publish again with this program" if is_of_older_program else to_restore(folder)


def _hit(
    database: sqlite3.Connection, row: sqlite3.Row, words: Sequence[str], by_beginning: bool
) -> Hit:
    places = tuple(_places(database, row["id"], words, by_beginning))
    return Hit(row["id"], row["code"], row["diploma_type"], row["name"], places)


def _pages(database: sqlite3.Connection, query: str) -> Iterator[sqlite3.Row]:
    """Yield the pages of documents that hold every word; none in a version of an older program."""
    table = "SELECT 1 FROM sqlite_master WHERE name = 'document_pages_fts'"
    if database.execute(table).fetchone():
        yield from database.execute(DOCUMENTS_SQL, {"match": match_pages_query(query)})


def _opened(folder: Path) -> sqlite3.Connection:
    path = folder / DATABASE
    if not path.is_file():
        raise missing_data(folder.parents[1], "published version")
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    database = sqlite3.connect(address, uri=True)
    database.row_factory = sqlite3.Row
    return database


def _places(
    database: sqlite3.Connection, name: str, words: Sequence[str], by_beginning: bool
) -> Iterator[str]:
    """Yield where the words stand in a record: the first place of each, in order of importance."""
    places = list(_texts(database, name))
    begun = words[-1:] if by_beginning else ()
    wanted = dict.fromkeys(
        next((place for place, text in places if _holds(text, word, word in begun)), None)
        for word in words
    )
    yield from (place for place, _ in places if place in wanted)


def _holds(text: str, word: str, by_beginning: bool) -> bool:
    folded = fold(text).split()
    if by_beginning:
        return any(other.startswith(word) for other in folded)
    return word in folded or stem(word) in map(stem, folded)


def _texts(database: sqlite3.Connection, name: str) -> Iterator[tuple[str, str]]:
    """Yield each searched text of a record after the French name of its place."""
    row = database.execute("SELECT * FROM referentials WHERE id = ?", (name,)).fetchone()
    numbers = _column(database, _RNCP, name)
    numbers += [number.removeprefix("RNCP") for number in numbers]
    yield "code", " ".join(filter(None, (row["code"], *numbers)))
    yield "sigle", row["acronym"] or ""
    yield "intitulé", f"{row['name']} {row['title']}"
    label = row["diploma_type_label"] or ""
    yield "type", " ".join((row["diploma_type"] or "", label, *further_writings(label)))
    for masculine, feminine in database.execute(_TRADES, (name,)):
        forms = dict.fromkeys((masculine, feminine))
        yield f"métier : {' / '.join(forms)}", " ".join(forms)
    yield "ancien code", " ".join(_column(database, _FORMER, name))
    for field in TEXT_FIELDS:
        if field in row.keys():  # noqa: SIM118 - `in row` looks at values; older versions lack some
            yield field_name(field), row[field] or ""
    others = ("cpc", "sector", "nsf_code", "nsf_label")
    yield "domaine", " ".join(row[column] or "" for column in others)
    yield "ancien intitulé", row["search_names"]


_RNCP = "SELECT rncp_code FROM rncp_codes WHERE referential = ? ORDER BY position"
_FORMER = """SELECT code FROM successions
WHERE referential = ? AND relation = 'replaces' ORDER BY position"""
_TRADES = """SELECT t.masculine, t.feminine FROM referential_trades AS x
JOIN trades AS t ON t.id = x.trade WHERE x.referential = ? ORDER BY x.position"""


def _column(database: sqlite3.Connection, sql: str, name: str) -> list[str]:
    return [value for (value,) in database.execute(sql, (name,))]


def nearest_words(folder: Path, query: str) -> dict[str, list[str]]:
    """Return the nearest words of titles, acronyms and trades for the words of `query`.

    Only for words that no diploma holds; the best come first.
    """
    with closing(_opened(folder)) as database:
        missing = [
            word
            for word in query_words(query)
            if database.execute(SEARCH_SQL, {"match": match_query(word)}).fetchone() is None
            and next(_pages(database, word), None) is None
        ]
        known = _vocabulary(database)
    return {word: [known[near] for near in _nearest(word, known)] for word in missing}


def _nearest(word: str, known: dict[str, str]) -> list[str]:
    begin = [other for other in known if len(word) > 2 and other.startswith(word)]
    # *diététique* for *diététicienne*
    alike = [other for other in known if word.startswith(root := stem(other)) and len(root) > 4]
    near = difflib.get_close_matches(word, alike, _NEAREST, 0.6)
    near += difflib.get_close_matches(word, known, _NEAREST, 0.7)
    return list(dict.fromkeys(begin + near))[:_NEAREST]


def _vocabulary(database: sqlite3.Connection) -> dict[str, str]:
    """Return the words of titles, acronyms and trades as written, by their folded form."""
    rows = database.execute(
        "SELECT name, acronym FROM referentials UNION ALL SELECT masculine, feminine FROM trades"
    )
    return written_words(*(text for row in rows for text in row))
