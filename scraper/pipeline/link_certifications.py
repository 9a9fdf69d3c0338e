"""Compare records with the sheets of the RNCP that they name, and make the rows of the sheets."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from output.dataset.rows import (
    CertificationBlockRow,
    CertificationRomeRow,
    CertificationRow,
    CertificationSuccessionRow,
)
from schema.diploma_type import family
from schema.issues import Issue, IssueCode, issue
from schema.name_words import name_words, without_option
from schema.referential import Referential
from schema.title import read_title
from scraper.sources.registry import RNCP
from scraper.sources.rncp import Certification, Certifications


class LinkedCertifications(NamedTuple):
    """The rows of the sheets, and the issues by the id of the record."""

    sheets: tuple[CertificationRow, ...]
    blocks: tuple[CertificationBlockRow, ...]
    romes: tuple[CertificationRomeRow, ...]
    successions: tuple[CertificationSuccessionRow, ...]
    issues: tuple[tuple[str, Issue], ...]


def link_certifications(
    records: Iterable[Referential], certifications: Certifications
) -> LinkedCertifications:
    """Make the rows of all sheets read, and compare each record with the sheets that it names."""
    sheets = [certifications.by_number[number] for number in sorted(certifications.by_number)]
    return LinkedCertifications(
        tuple(map(_row, sheets)),
        tuple(
            CertificationBlockRow(rncp_code=sheet.number, code=code, label=label)
            for sheet in sheets
            for code, label in sorted(sheet.blocks.items())
        ),
        tuple(
            CertificationRomeRow(rncp_code=sheet.number, code=code, label=label or None)
            for sheet in sheets
            for code, label in sorted(sheet.romes.items())
        ),
        tuple(row for sheet in sheets for row in _successions(sheet)),
        tuple(
            (record.id, difference)
            for record in records
            for difference in _issues(record, certifications)
        ),
    )


def _row(sheet: Certification) -> CertificationRow:
    return CertificationRow(
        rncp_code=sheet.number,
        title=sheet.title,
        abbreviation=sheet.abbreviation,
        level=sheet.level,
        active=sheet.active,
        registration=sheet.registration,
        decided_on=sheet.decided_on,
        effective_on=sheet.effective_on,
        ends_on=sheet.ends_on,
        certifiers=tuple(sheet.certifiers),
        access_ways=tuple(sheet.access_ways),
    )


def _successions(sheet: Certification) -> Iterator[CertificationSuccessionRow]:
    number = sheet.number
    for other in sorted(sheet.replaced_by):
        yield CertificationSuccessionRow(rncp_code=number, relation="replaced_by", other=other)
    for other in sorted(sheet.replaces):
        yield CertificationSuccessionRow(rncp_code=number, relation="replaces", other=other)


def _issues(record: Referential, certifications: Certifications) -> Iterator[Issue]:
    for number in record.rncp_codes:
        sheet = certifications.by_number.get(number)
        if sheet is None:
            yield issue(IssueCode.UNKNOWN_CERTIFICATION, "rncp_codes", number, source=RNCP)
            continue
        for field, value, other in _compared(record, sheet):
            both = f"{value} | {other}"
            yield issue(IssueCode.CERTIFICATION_DISAGREES, field, both, number, source=RNCP)
        ended = record.status == "repealed" or record.last_session or record.replaced_by
        if not sheet.active and not ended:
            until = f"{number}, until {sheet.ends_on}" if sheet.ends_on else number
            yield issue(IssueCode.STALE_CERTIFICATION, "rncp_codes", number, until, source=RNCP)


def _compared(record: Referential, sheet: Certification) -> Iterator[tuple[str, str, str]]:
    """Yield the fields in which a record and a sheet differ, with both values."""
    if record.level and sheet.level and record.level != sheet.level:
        yield "level", str(record.level), str(sheet.level)
    types = read_title(f"{sheet.abbreviation} x").types if sheet.abbreviation else frozenset()
    if record.diploma_type and types and record.diploma_type != "OTHER":
        families = {family(kind) for kind in types}
        if family(record.diploma_type) not in families:
            yield "diploma_type", record.diploma_type, str(sheet.abbreviation)
    name, sheet_name = name_words(without_option(record.name)), name_words(sheet.title)
    whole = name_words(record.name)
    if not sheet_name.hold(name) and not whole.hold(sheet_name):
        yield "title", record.name, sheet.title
