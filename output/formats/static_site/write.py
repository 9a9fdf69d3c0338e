"""`site/`: the version as French pages that work by double click and from any web server.

The same version gives the same bytes. Pages need no script, but for the search and the filters of
the start page; nothing is loaded from elsewhere.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from output.dataset.rows import ChangeRow, SourceRow
from output.formats.change_values import Values, shown_values
from output.formats.json_files import record_file
from output.formats.static_site import french
from output.formats.static_site.diploma_page import diploma_page
from output.formats.static_site.plots import plots
from output.formats.static_site.search_index import index_script
from output.formats.static_site.site_data import SiteData, Trade
from output.tables.change_views import KINDS, cause_name, field_name
from parsers.model.file_types import format_name
from schema.files import write_file
from schema.referential import Referential
from schema.text import fold

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = "site"
_HERE = Path(__file__).parent
_ASSETS = ("style.css", "search.js", "vendor/base-stemmer.js", "vendor/french-stemmer.js",
           "vendor/LICENSE.txt")  # fmt: skip
# A page that is read, not a file for programs: older changes stand in changes.ndjson.
_CHANGES_SHOWN = 500


# The newest changes; of a version that follows none, of which all is new, none.
_CHANGES = """
SELECT c.*, coalesce(c.name, r.name, c.referential) AS title
FROM changes AS c LEFT JOIN referentials AS r ON r.id = c.referential
WHERE c.previous IS NOT NULL OR c.referential IS NULL ORDER BY c.number DESC LIMIT ?
"""
# The versions with the number of their first change; with the count of records of one that follows
# none.
_VERSIONS = """
SELECT v.version, v.previous, v.day, iif(v.previous IS NULL, v.records, NULL), c.first
FROM versions AS v LEFT JOIN (
  SELECT version, min(number) AS first FROM changes WHERE cause <> 'withdrawal' GROUP BY version
) AS c ON c.version = v.version ORDER BY v.rowid
"""


class Section(NamedTuple):
    """The changes of a version, or a withdrawal or restoration and those that go with it.

    `place`: the number of the first change, by which sections stand in order; of a version without
    changes one before it. `records`: how many a version has that follows none.
    """

    anchor: str
    version: str
    day: str
    place: int
    rows: list[tuple[ChangeRow, str, Values]]
    event: ChangeRow | None = None
    records: int | None = None


def write_site(database: Path, folder: Path) -> None:
    """Write the pages of the version in `folder` from its tables and its records' files.

    `database`: the path of one with all tables but the data dictionary.

    Raises OSError.
    """
    site = folder / FOLDER
    for name in _ASSETS:
        write_file(site / "assets" / name, (_HERE / "assets" / name).read_bytes())
    with closing(sqlite3.connect(database)) as connection:
        data = SiteData(connection)
        write_file(site / "assets" / "index.js", index_script(data, connection))
        environment = _environment()
        sources = _sources(connection)
        environment.globals |= {**_globals(connection), "sources": sources}
        for name, template, values in _pages(folder, data, connection, sources):
            root = "../" * name.count("/")
            html = environment.get_template(template).render(values, root=root, data=data)
            write_file(site / name, html.encode())


@cache
def _environment() -> "Environment":
    """Return the templates, compiled once in a process: a tenth of a second."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # only a site needs them

    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _sources(database: sqlite3.Connection) -> tuple[SourceRow, ...]:
    rows = database.execute("SELECT * FROM sources ORDER BY name")
    names = [column[0] for column in rows.description]
    return tuple(SourceRow.model_validate(dict(zip(names, row, strict=True))) for row in rows)


def _globals(database: sqlite3.Connection) -> dict[str, Any]:
    """Return the values that every page of a version may show."""
    facts = dict(database.execute("SELECT key, value FROM meta"))
    return {
        "version": facts["version"] or "",
        "day": french.date(facts["day"]) if facts["day"] else "",
        "french": french,
        "field_name": field_name,
        "format_name": format_name,
        "is_link": lambda url: bool(url) and url.startswith(("http://", "https://")),
    }


def _pages(
    folder: Path, data: SiteData, database: sqlite3.Connection, sources: tuple[SourceRow, ...]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the path, the template and the values of each page."""
    yield "index.html", "index.html", _start(data)
    yield "metiers.html", "trades.html", {"letters": _letters(data)}
    yield "reperes.html", "plots.html", {"plots": plots(database)}
    yield "changements.html", "changes.html", _changes(database)
    yield "sources.html", "sources.html", {}
    for name in sorted(data.diplomas):
        record = Referential.model_validate_json(record_file(folder, name).read_bytes())
        values = diploma_page(record, data, database, sources)
        yield f"diplomes/{record.id}.html", "diploma.html", values
    for trade in data.trades.values():
        diplomas = [data.diplomas[name] for name in trade.diplomas]
        yield f"metiers/{trade.id}.html", "trade.html", {"trade": trade, "diplomas": diplomas}


def _start(data: SiteData) -> dict[str, Any]:
    """Return the diplomas by type, and the values to filter by with their counts."""
    diplomas = list(data.diplomas.values())

    def values(lists: Iterator[tuple[Any, ...]]) -> list[tuple[Any, int]]:
        counts: dict[Any, int] = {}
        for value in (value for row in lists for value in row if value):
            counts[value] = counts.get(value, 0) + 1
        return sorted(counts.items(), key=lambda item: fold(str(item[0])))

    in_order = sorted(diplomas, key=lambda diploma: (diploma.level or 9, fold(diploma.type)))
    groups = [
        (kind, list(members))
        for kind, members in groupby(in_order, key=lambda diploma: diploma.type)
    ]
    return {
        "groups": _merged(groups),
        "filters": (
            ("type", "Type", values((diploma.type,) for diploma in diplomas)),
            ("level", "Niveau", values((diploma.level,) for diploma in diplomas)),
            ("domain", "Domaine", values((diploma.domain,) for diploma in diplomas)),
            ("board", "Commission (CPC)", values((diploma.board,) for diploma in diplomas)),
            ("state", "État", values((diploma.state,) for diploma in diplomas)),
            ("after", "Accessible après", values(diploma.after for diploma in diplomas)),
        ),
    }


def _merged(groups: list[tuple[str, list[Any]]]) -> list[tuple[str, str, list[Any]]]:
    """Return one group a type, though its diplomas have several levels; with an anchor."""
    merged: dict[str, list[Any]] = {}
    for kind, members in groups:
        merged.setdefault(kind, []).extend(members)
    return [
        (kind, fold(kind).replace(" ", "-") or "sans-type", members)
        for kind, members in merged.items()
    ]


def _letters(data: SiteData) -> list[tuple[str, list[Trade]]]:
    """Return the trades by their first letter."""
    groups = groupby(data.trades.values(), lambda trade: trade.id[0].upper())
    return [(letter, list(members)) for letter, members in groups]


def _changes(database: sqlite3.Connection) -> dict[str, Any]:
    """Return the changes by version, withdrawal and restoration, the newest first."""
    cursor = database.execute(_CHANGES, (_CHANGES_SHOWN,))
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in reversed(cursor.fetchall())]
    sections: dict[str, Section] = {}
    event = ""
    for row in rows:
        title, change = row.pop("title"), ChangeRow.model_validate(row)
        if change.referential is None:
            event = f"{change.version}-{change.number}"
            day = french.date(change.day)
            sections[event] = Section(event, change.version, day, change.number, [], change)
            continue
        if change.cause != "withdrawal":
            event = ""
        key = event or change.version
        day = french.date(change.day)
        section = sections.setdefault(key, Section(key, change.version, day, change.number, []))
        section.rows.append((change, title, shown_values(change)))
    is_cut = len(rows) == _CHANGES_SHOWN
    place = 0
    for version, previous, day, records, first in database.execute(_VERSIONS):
        # one without changes stands behind the withdrawals that led to the version before it
        led = [s.place for s in sections.values() if s.event and s.event.after == previous]
        place = first or max(place, *led, 0)
        if version not in sections and not (is_cut and place < rows[0]["number"]):
            day = french.date(day)
            sections[version] = Section(version, version, day, place, [], records=records)
    shown = sorted(sections.values(), key=lambda section: section.place)
    return {"sections": shown[::-1], "kinds": KINDS, "cause_name": cause_name, "cut": is_cut}
