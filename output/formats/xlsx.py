"""`referentiels.xlsx`: the flat views as a French spreadsheet, one sheet a view.

Codes are texts, dates are dates, addresses are links; headings stay in sight and have filters. The
same data and the same XlsxWriter give the same bytes: the only day in the file is that of the
version.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from output.tables.columns import quoted
from output.tables.french_views import FLAT_VIEWS
from output.tables.view_definition import View, ViewColumn

SPREADSHEET = "referentiels.xlsx"
# A file without a day (a copy of the site) bears the first day that a zip file can have.
_NO_DAY = datetime.fromisoformat("1980-01-01")
# Limits of Excel: characters in a cell, characters of an address, links in a sheet.
_LONGEST_CELL, _LONGEST_LINK, _MOST_LINKS = 32767, 2079, 65530
_ABOUT_WIDTHS = (26, 110)


def write_xlsx(database: Path, folder: Path) -> None:
    """Write the spreadsheet of the version in `folder`. Raises OSError.

    `database`: the path of one with all tables but the data dictionary.
    """
    import xlsxwriter  # where a spreadsheet is written: it takes long to import

    with closing(sqlite3.connect(database)) as connection:
        facts = dict(connection.execute("SELECT key, value FROM meta"))
        day = facts["day"]
        # Texts such as "=1+1" and addresses in running text stay texts.
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": str(folder),
        }
        book = xlsxwriter.Workbook(str(folder / SPREADSHEET), options)
        book.set_properties(
            {
                "title": facts["title_fr"],
                "comments": facts["attribution"],
                "created": datetime.fromisoformat(day) if day else _NO_DAY,
            }
        )
        writer = _Writer(book)
        for view in FLAT_VIEWS:
            if view.sheet:
                writer.add(view, connection)
        writer.add_about(_about(connection, facts))
        book.close()


class _Writer:
    """Adds sheets to a workbook, with formats made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        plain = {"valign": "top", "font_name": "Arial", "font_size": 10}
        self._text = book.add_format({**plain, "num_format": "@"})
        self._wrapped = book.add_format({**plain, "num_format": "@", "text_wrap": True})
        self._number = book.add_format({**plain, "num_format": "0", "align": "center"})
        self._date = book.add_format({**plain, "num_format": "dd/mm/yyyy", "align": "center"})
        self._link = book.add_format({**plain, "font_color": "#000091", "underline": 1})
        self._name = book.add_format({**plain, "bold": True, "text_wrap": True})
        self._title = book.add_format({"bold": True, "font_name": "Arial", "font_size": 14})
        self._head = book.add_format(
            {
                **plain,
                "bold": True,
                "font_color": "#FFFFFF",
                "bg_color": "#000091",
                "text_wrap": True,
                "valign": "vcenter",
            }
        )

    def add(self, view: View, database: sqlite3.Connection) -> None:
        """Add the sheet of a view."""
        sheet = self._book.add_worksheet(view.sheet)
        for number, column in enumerate(view.columns):
            sheet.set_column(number, number, column.width)
        sheet.set_row(0, 30)
        for number, column in enumerate(view.columns):
            sheet.write_string(0, number, column.heading, self._head)
        names = ", ".join(quoted(column.name) for column in view.columns)
        last, links = 0, 0
        for last, row in enumerate(
            database.execute(f"SELECT {names} FROM {quoted(view.name)}"), start=1
        ):
            sheet.set_row(last, 15)
            for number, (column, value) in enumerate(zip(view.columns, row, strict=True)):
                links += self._cell(sheet, last, number, column, value, links)
        sheet.freeze_panes(1, _frozen(view.columns))
        sheet.autofilter(0, 0, last, len(view.columns) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _cell(
        self, sheet: Any, row: int, number: int, column: ViewColumn, value: Any, links: int
    ) -> int:
        """Write a cell; return how many links it holds."""
        if value is None:
            return 0
        if column.kind == "integer":
            sheet.write_number(row, number, value, self._number)
        elif column.kind == "date" and (day := _day(value)):
            sheet.write_datetime(row, number, day, self._date)
        elif column.kind == "link" and _can_be_link(value) and links < _MOST_LINKS:
            sheet.write_url(row, number, value, self._link, value)
            return 1
        else:
            sheet.write_string(row, number, str(value)[:_LONGEST_CELL], self._text)
        return 0

    def add_about(self, lines: Sequence[tuple[str, str]]) -> None:
        """Add the sheet that describes the file."""
        sheet = self._book.add_worksheet("Lisez-moi")
        for number, width in enumerate(_ABOUT_WIDTHS):
            sheet.set_column(number, number, width)
        for row, (name, text) in enumerate(lines):
            sheet.write_string(row, 0, name, self._name if row else self._title)
            sheet.write_string(row, 1, text, self._wrapped)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)


def _frozen(columns: Sequence[ViewColumn]) -> int:
    """Return how many columns stay in sight: one, unless it is wide."""
    return 1 if columns[0].width <= 16 else 0


def _day(value: str) -> date | None:
    """Return a day as Excel counts them, from 1900; None for an older one, which stays a text."""
    day = date.fromisoformat(value)
    return day if day.year >= 1900 else None


def _can_be_link(value: str) -> bool:
    return value.startswith(("http://", "https://")) and len(value) <= _LONGEST_LINK


def _about(database: sqlite3.Connection, facts: dict[str, str | None]) -> list[tuple[str, str]]:
    """Return the lines of the sheet *Lisez-moi*: the sheets, the sources, the limits."""
    day = facts["day"]
    lines = [
        ("Référentiels des diplômes professionnels", ""),
        ("Version", facts["version"] or ""),
        ("Pages lues le", f"{day[8:]}/{day[5:7]}/{day[:4]}" if day else "copie du site, sans date"),
        ("", ""),
        ("Feuilles", ""),
    ]
    lines += [(view.sheet, view.fr) for view in FLAT_VIEWS if view.sheet]
    lines += [
        ("", ""),
        ("À savoir", "Les codes sont des textes : leurs zéros comptent. Les textes sont ceux des "
         "sources, sans correction. « Accès : niveaux » et « Accès : diplômes » sont déduits du "
         "texte d'accès. Une cellule vide veut dire que la source ne le dit pas."),
        ("D'où vient une valeur", "Fichier csv/fr/provenance.zip, ou les pages de site/."),
        ("", ""),
        ("Sources et licences", ""),
    ]  # fmt: skip
    sources = "SELECT title, attribution, licence, date FROM sources ORDER BY name"
    for title, attribution, licence, day in database.execute(sources):
        dated = f" ({day})" if day else ""
        lines.append((title, f"{attribution}{dated}. Licence : {licence}"))
    return lines
