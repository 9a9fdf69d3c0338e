"""Read Onisep's trades (*Idéo-Métiers*, CSV) and the sheets of ROME.

Two spellings of the header are known; columns are compared without case, accents, spaces and
underscores, and further columns are accepted. One trade has several rows (one a publication).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from schema.errors import Refused, UnusableInput
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.text import clean, fold
from schema.trade import parse_trade
from scraper.sources.csv_rows import Row, rows

_MOST_ROWS = 100_000  # the export of October 2025 has 1 489
_IDENTIFIER = re.compile(r"\bMET\.[0-9]+$")
_ROME = re.compile(r"[A-N][0-9]{4}")
_METIERS = ("libelle metier", "lien site onisep.fr", "code rome", "libelle rome")
_SHEETS = ("code rome", "libelle rome")


@dataclass
class Occupation:
    """A trade of Onisep's.

    `code`: such as `MET.782`. `forms`: the folded forms of its name. `rome`: labels by ROME code.
    `row`: the first row that names it.
    """

    code: str
    label: str
    address: str
    row: int
    forms: set[str] = field(default_factory=set)
    rome: dict[str, str] = field(default_factory=dict)


@dataclass
class TableRemarks:
    """Remarks on a file: rows refused, issues by row, the number of rows."""

    refused: list[tuple[str, Refused]] = field(default_factory=list)
    issues: list[tuple[str, Issue]] = field(default_factory=list)
    rows: int = 0


@dataclass
class Occupations(TableRemarks):
    """The content of a table of trades: trades by code."""

    by_code: dict[str, Occupation] = field(default_factory=dict)


@dataclass
class RomeSheets(TableRemarks):
    """The content of ROME's table of sheets: labels by code."""

    labels: dict[str, str] = field(default_factory=dict)


def read_occupations(path: Path) -> Occupations:
    """Read the trades of *Idéo-Métiers*.

    A row that is cut, or has no identifier, is refused; the other rows are read. `UnusableInput`
    for a file without the columns, or without any trade.
    """
    occupations = Occupations()
    for row, cells in _cells("--metiers", path, _METIERS, occupations):
        label, address, codes, labels = cells
        identifier, trade = _IDENTIFIER.search(address), parse_trade(label).value
        if identifier is None or trade is None:
            detail = f"row {row.number}: needs a trade name and an address ending in MET.<number>"
            refused = Refused(Refusal.MALFORMED_ROW, detail)
            occupations.refused.append((f"row {row.number}", refused))
            continue
        first = Occupation(identifier[0], label, address, row.number)
        occupation = occupations.by_code.setdefault(identifier[0], first)
        occupation.forms |= {fold(trade.masculine), fold(trade.feminine)}
        names = [clean(name) for name in labels.split("|")]
        for number, code in enumerate(clean(part) for part in codes.split("|")):
            if _ROME.fullmatch(code):
                name = names[number] if number < len(names) else ""
                occupation.rome.setdefault(code, name)
            elif code:
                invalid = issue(IssueCode.UNKNOWN_ROME, "trades", code, "not a ROME code")
                occupations.issues.append((f"row {row.number}", invalid))
    if not occupations.by_code:
        raise UnusableInput(f"--metiers {path}: no trade in it; fetch Idéo-Métiers again")
    return occupations


def read_rome(path: Path) -> RomeSheets:
    """Read the label of each ROME code.

    A row that is cut, or has no code or label, is refused; the other rows are read. Of a code given
    twice with different labels the first stays, with an issue. `UnusableInput` for a file without
    the columns or codes.
    """
    sheets = RomeSheets()
    for row, (code, label) in _cells("--rome", path, _SHEETS, sheets):
        name = f"row {row.number}"
        if not _ROME.fullmatch(code) or not label:
            detail = f'{name}: "{code}" is no ROME code with a label'
            sheets.refused.append((name, Refused(Refusal.MALFORMED_ROW, detail)))
        elif sheets.labels.setdefault(code, label) != label:
            repeated = issue(IssueCode.REPEATED_DOCUMENT, "trades", f"{code} {label}")
            sheets.issues.append((name, repeated))
    if not sheets.labels:
        raise UnusableInput(f"--rome {path}: no ROME code in it; fetch the table of sheets again")
    return sheets


def _cells(
    option: str, path: Path, columns: Sequence[str], remarks: TableRemarks
) -> Iterator[tuple[Row, list[str]]]:
    """Yield each row with the cells of `columns`; note the rows that cannot be read."""
    lines = rows(path)
    head = next(lines, None)
    names = [_key(cell) for cell in (head.cells or [] if head else [])]
    places = []
    for column in columns:
        if (times := names.count(_key(column))) != 1:
            raise UnusableInput(
                f'{option} {path}: the first row must have the column "{column}" exactly once; it '
                f"has it {times} times; give the file as published, in CSV"
            )
        places.append(names.index(_key(column)))
    repaired: list[str] = []
    for row in lines:
        remarks.rows += 1
        if remarks.rows > _MOST_ROWS:
            raise UnusableInput(f"{option} {path}: more than {_MOST_ROWS} rows")
        name = f"row {row.number}"
        repaired += [name] if row.repaired else []
        cells = row.cells
        if cells is None or len(cells) <= max(places) or len(cells) != len(names):
            count = len(cells) if cells else 0
            detail = f"{name}: {count} cells under {len(names)} columns"
            remarks.refused.append((name, Refused(Refusal.MALFORMED_ROW, detail)))
            continue
        yield row, [clean(cells[place]) for place in places]
    if repaired:
        detail = f"{len(repaired)} rows from this one on, read as windows-1252"
        problem = issue(IssueCode.ENCODING_REPAIRED, None, None, detail)
        remarks.issues.append((repaired[0], problem))


def _key(column: str) -> str:
    return fold(column.replace("_", " ")).replace(" ", "")
