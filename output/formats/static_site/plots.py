"""Plots of the page *Repères*: bars drawn as SVG, each with the table of its numbers."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from output.tables.change_views import KINDS
from output.tables.source_views import UNREAD_SQL
from schema.vocabulary import table

# Shades that differ in lightness too, for readers who cannot distinguish hues.
_SHADES = ("#1f2f7a", "#8fb3e8", "#b5651d", "#4a6fc3", "#e3b36b", "#6b7280")
_WIDTH, _ROW = 300, 44
_LATEST = 15  # bars of a plot over time


class Segment(NamedTuple):
    """A part of a bar, in units of the drawing."""

    x: float
    width: float
    colour: str
    title: str


class Bar(NamedTuple):
    """A bar with its label, its total and where it stands."""

    label: str
    total: int
    y: int
    segments: tuple[Segment, ...]


class Plot(NamedTuple):
    """A plot: bars of several series, and its table."""

    id: str
    title: str
    text: str
    series: tuple[tuple[str, str], ...]
    bars: tuple[Bar, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def height(self) -> int:
        """Return the height of the drawing."""
        return len(self.bars) * _ROW + 4

    @property
    def width(self) -> int:
        """Return the width of the drawing."""
        return _WIDTH


def plots(database: sqlite3.Connection) -> list[Plot]:
    """Return the plots of a version that have anything to show."""
    drawn = (_types(database), _sessions(database), _changes(database), _coverage(database))
    return [plot for plot in drawn if plot.bars]


def _plot(name: str, title: str, text: str, cells: Iterable[tuple[str, str, int]]) -> Plot:
    """Draw the cells (label, series, count), labels and series in order of occurrence."""
    counts: dict[str, dict[str, int]] = {}
    series: dict[str, None] = {}
    for label, part, count in cells:
        row = counts.setdefault(label, {})
        row[part] = row.get(part, 0) + count
        series.setdefault(part)
    colours = {part: _SHADES[number % len(_SHADES)] for number, part in enumerate(series)}
    largest = max((sum(row.values()) for row in counts.values()), default=1)
    return Plot(
        name,
        title,
        text,
        tuple(colours.items()),
        tuple(
            _bar(label, counts[label], colours, number * _ROW, largest)
            for number, label in enumerate(counts)
        ),
        tuple((label, tuple(row.get(part, 0) for part in series)) for label, row in counts.items()),
    )


def _bar(label: str, row: dict[str, int], colours: dict[str, str], y: int, largest: int) -> Bar:
    segments, x = [], 0.0
    for part, colour in colours.items():
        width = round(row.get(part, 0) * _WIDTH / largest, 2)
        if width:
            segments.append(Segment(round(x, 2), width, colour, f"{part} : {row[part]}"))
            x += width
    return Bar(label, sum(row.values()), y, tuple(segments))


def _types(database: sqlite3.Connection) -> Plot:
    rows = database.execute(
        "SELECT coalesce(t.short_fr, r.diploma_type, 'Type inconnu'), r.level, count(*) "
        "FROM referentials AS r LEFT JOIN diploma_types AS t ON t.diploma_type = r.diploma_type "
        "GROUP BY 1, 2 ORDER BY min(r.level) OVER (PARTITION BY r.diploma_type), 1, 2"
    )
    cells = [(kind, f"niveau {level}" if level else "sans niveau", n) for kind, level, n in rows]
    text = "Combien de diplômes de chaque type, et de quel niveau."
    return _plot("types", "Diplômes par type et par niveau", text, _in_order(cells))


def _in_order(cells: Sequence[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """Put levels in ascending order: empty cells of the first row name each level once."""
    if not cells:
        return []
    levels = sorted({part for _, part, _ in cells})
    return [(cells[0][0], part, 0) for part in levels] + list(cells)


def _sessions(database: sqlite3.Connection) -> Plot:
    rows = database.execute(
        "SELECT last_session, count(*) FROM referentials WHERE last_session IS NOT NULL "
        f"GROUP BY 1 ORDER BY 1 DESC LIMIT {_LATEST}"
    )
    text = (
        "Les diplômes dont la page ou une autre source dit la dernière session d'examen : "
        f"les {_LATEST} années les plus récentes."
    )
    cells = [(str(year), "dernière session", n) for year, n in rows]
    return _plot("sessions", "Sessions qui se terminent", text, cells)


def _changes(database: sqlite3.Connection) -> Plot:
    rows = database.execute(
        "SELECT coalesce(v.day, v.version), c.kind, count(DISTINCT c.referential) "
        "FROM changes AS c JOIN versions AS v ON v.version = c.version "
        "GROUP BY v.rowid, c.kind ORDER BY v.rowid DESC, c.kind LIMIT 60"
    )
    text = "Combien de diplômes sont apparus, ont changé ou sont partis, version après version."
    cells = [(day, KINDS.get(kind, kind), n) for day, kind, n in rows]
    return _plot("changements", "Changements au fil des versions", text, cells)


def _coverage(database: sqlite3.Connection) -> Plot:
    types = {row["prefix"]: row["diploma_type"] for row in table("prefixes.csv", "prefix").values()}
    short = table("diploma_types.csv", "diploma_type")
    rows = database.execute(
        f"SELECT substr(code, 1, 3), {UNREAD_SQL}, count(DISTINCT code) "
        "FROM reconciliation AS l "
        "WHERE source = 'list' AND document IS NOT NULL AND code IS NOT NULL "
        "GROUP BY 1, 2 ORDER BY 1, 2"
    ).fetchall()
    cells = [
        (
            short.get(types.get(prefix, ""), {}).get("short_fr", "Autre"),
            "absents du site" if missing else "lus sur le site",
            n,
        )
        for prefix, missing, n in rows
    ]
    text = "Des diplômes de la liste officielle du ministère, combien ont été lus sur le site."
    first = [(cells[0][0], "lus sur le site", 0)] if cells else []
    return _plot("couverture", "La liste officielle, et ce qui en a été lu", text, first + cells)
