"""Read France compétences' daily export of the RNCP: a zip of CSV files, for the numbers wanted.

UTF-8, semicolons, quoted cells over several lines, dates as d/m/Y; the names of the files end in
the date. Files are recognised by words of their names, since zips spell accents in several ways.
"""

import csv
import io
import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from schema.dates import parse_date
from schema.errors import Refused, UnusableInput
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.text import clean, fold
from scraper.sources.zip_or_file import ZIP_FAULTS

_MOST_BYTES = 2 << 30  # of one file, unpacked
_DATE = re.compile(r"(20\d\d)[_-](\d\d)[_-](\d\d)\.csv$")
_NUMBER = re.compile(r"(?:RNCP|RS)[0-9]{1,6}")
# By a word of its name, the columns that are read of a file.
_FILES = {
    "standard": ("Numero_Fiche", "Intitule", "Abrege_Libelle", "Nomenclature_Europe_Niveau",
                 "Date_Decision", "Date_Effet", "Date_Fin_Enregistrement", "Type_Enregistrement",
                 "Actif"),
    "blocs": ("Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"),
    "certificateurs": ("Numero_Fiche", "Nom_Certificateur"),
    "rome": ("Numero_Fiche", "Codes_Rome_Code", "Codes_Rome_Libelle"),
    "voix": ("Numero_Fiche", "Si_Jury"),
    "ancienne": ("Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"),
}  # fmt: skip


@dataclass
class Certification:
    """A sheet of the RNCP. Dates are ISO days; `level` 1-8; pairs are code and label."""

    number: str
    title: str
    abbreviation: str | None
    level: int | None
    active: bool
    registration: str | None
    decided_on: str | None
    effective_on: str | None
    ends_on: str | None
    blocks: dict[str, str] = field(default_factory=dict)
    certifiers: dict[str, None] = field(default_factory=dict)
    romes: dict[str, str] = field(default_factory=dict)
    access_ways: dict[str, None] = field(default_factory=dict)
    replaces: dict[str, None] = field(default_factory=dict)
    replaced_by: dict[str, None] = field(default_factory=dict)


@dataclass
class Certifications:
    """The content of an export.

    `by_number`: the sheets wanted; `sheets`: the number of all; `refused`: rows by file and line.
    """

    by_number: dict[str, Certification] = field(default_factory=dict)
    date: str | None = None
    sheets: int = 0
    refused: list[tuple[str, Refused]] = field(default_factory=list)
    issues: list[tuple[str, Issue]] = field(default_factory=list)


def read_certifications(path: Path, numbers: Collection[str]) -> Certifications:
    """Read the sheets `wanted` from the export in the zip `path`.

    A row that is cut is refused; the other rows are read. Of a number given twice the first sheet
    stays, with an issue. `UnusableInput` for a zip that cannot be read, that lacks one of the files
    or columns, or whose text is not UTF-8 or ends in an open quotation mark.
    """
    certifications = Certifications()
    try:
        with zipfile.ZipFile(path) as packed:
            members = _members(path, packed)
            certifications.date = _date(members["standard"].filename)
            for row in _rows(path, packed, members, "standard", certifications):
                _add_sheet(certifications, row, numbers)
            for name in list(_FILES)[1:]:
                for row in _rows(path, packed, members, name, certifications):
                    if sheet := certifications.by_number.get(row[0]):
                        _add(certifications, sheet, name, row[1:])
    except ZIP_FAULTS as error:
        raise UnusableInput(
            f"--rncp {path}: not a zip that can be read ({error}); fetch the export again"
        ) from None
    return certifications


def _members(path: Path, packed: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the files of the export by a word of their names; none is written anywhere."""
    members: dict[str, zipfile.ZipInfo] = {}
    for word in _FILES:
        fitting = [
            info
            for info in packed.infolist()
            if f" {word}" in fold(PurePosixPath(info.filename).stem.replace("_", " "))
            and info.filename.lower().endswith(".csv")
        ]
        if len(fitting) != 1:
            raise UnusableInput(
                f'--rncp {path}: {len(fitting)} files named "…{word}…csv" in it, where one is '
                "expected; fetch the export again"
            )
        if fitting[0].file_size > _MOST_BYTES:
            raise UnusableInput(f"--rncp {path}: {fitting[0].filename} is too large")
        members[word] = fitting[0]
    return members


def _date(name: str) -> str | None:
    match = _DATE.search(name)
    return "-".join(match.groups()) if match else None


def _rows(
    path: Path,
    packed: zipfile.ZipFile,
    members: dict[str, zipfile.ZipInfo],
    name: str,
    certifications: Certifications,
) -> Iterator[list[str]]:
    """Yield the cells of the file's columns, row by row; note the rows that are cut."""
    info, columns = members[name], _FILES[name]
    with packed.open(info) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        try:
            reader = csv.reader(text, delimiter=";", strict=True)
            head = [clean(cell) for cell in next(reader, [])]
            for column in columns:
                if head.count(column) != 1:
                    raise UnusableInput(
                        f'--rncp {path}: not one column "{column}" in {info.filename}; fetch the '
                        "export again"
                    )
            places = [head.index(column) for column in columns]
            for cells in reader:
                if len(cells) != len(head):
                    where = f"{info.filename}, line {reader.line_num}"
                    detail = f"{where}: {len(cells)} cells under {len(head)} columns"
                    certifications.refused.append((where, Refused(Refusal.MALFORMED_ROW, detail)))
                    continue
                yield [clean(cells[place]) for place in places]
        except (csv.Error, UnicodeDecodeError) as error:
            raise UnusableInput(
                f"--rncp {path}: {info.filename} cannot be read to its end ({error}); fetch the "
                "export again"
            ) from None


def _add_sheet(certifications: Certifications, row: list[str], numbers: Collection[str]) -> None:
    """Add a row of the export to `certifications`, if its number is one of `numbers`.

    A row that is malformed is refused, a second one of a number is an issue.
    """
    number, title, abbreviation, level, decided, effective, ends, registration, active = row
    if not _NUMBER.fullmatch(number):
        detail = f'"{number}" is not a number of a sheet'
        certifications.refused.append((number or "a row", Refused(Refusal.MALFORMED_ROW, detail)))
        return
    certifications.sheets += 1
    if number not in numbers:
        return
    if number in certifications.by_number:
        certifications.issues.append(
            (number, issue(IssueCode.REPEATED_DOCUMENT, "rncp_codes", title))
        )
        return
    if fold(active) not in ("active", "inactive"):
        detail = f'{number}: "{active}" is neither ACTIVE nor INACTIVE'
        certifications.refused.append((number, Refused(Refusal.MALFORMED_ROW, detail)))
        return
    digits = re.fullmatch(r"NIV([1-8])", level)
    if level and not digits:
        unknown = issue(IssueCode.UNKNOWN_LEVEL, "rncp_codes", level)
        certifications.issues.append((number, unknown))
    certifications.by_number[number] = Certification(
        number=number,
        title=title,
        abbreviation=abbreviation or None,
        level=int(digits[1]) if digits else None,
        active=fold(active) == "active",
        registration=registration or None,
        decided_on=_day(certifications, number, decided),
        effective_on=_day(certifications, number, effective),
        ends_on=_day(certifications, number, ends),
    )


def _day(certifications: Certifications, number: str, text: str) -> str | None:
    if not text:
        return None
    day = parse_date(text)
    if day is None:
        certifications.issues.append((number, issue(IssueCode.UNKNOWN_DATE, "rncp_codes", text)))
    return day.isoformat() if day else None


def _add(certifications: Certifications, sheet: Certification, name: str, cells: list[str]) -> None:
    """Add the cells of one row of a file beside the sheets'; a label without a code is refused."""
    first, second = cells[0], cells[-1]
    if name in ("blocs", "rome") and second and not first:
        detail = f'{sheet.number}, {name}: "{second}" has no code'
        certifications.refused.append((sheet.number, Refused(Refusal.MALFORMED_ROW, detail)))
    elif name == "blocs" and first:
        sheet.blocks.setdefault(first, second)
    elif name == "rome" and first:
        sheet.romes.setdefault(first, second)
    elif name == "certificateurs" and first:
        sheet.certifiers[first] = None
    elif name == "voix" and first:
        sheet.access_ways[first] = None
    elif name == "ancienne":
        if first:
            sheet.replaces[first] = None
        if second:
            sheet.replaced_by[second] = None
