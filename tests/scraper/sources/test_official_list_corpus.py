"""The packaged list against the publisher's file, each column read in another way than ours."""

import csv
import datetime
import re
from importlib.resources import files
from pathlib import Path

import pytest

from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential
from scraper.sources.official_list import OfficialList
from tests.support.corpus import CORPUS

PACKAGED = files("scraper").joinpath("data", "official_list_2025-06.csv")
TYPES = {
    "CAP": "CAP", "BAC PRO": "BAC_PRO", "BP": "BP", "BTS": "BTS", "BMA": "BMA", "DMA": "DMA",
    "CS3": "CS", "CS4": "CS", "Diplôme": "OTHER", "certificat (autre que diplôme)": "OTHER",
}  # fmt: skip
MONTHS = {"février": 2, "octobre": 10}
# Known of the site, and their codes are not in the list.
NOT_IN_LIST = {
    "50031126": "CAP conducteur routier de marchandises option livraisons longue distance",
    "50031127": "CAP conducteur routier de marchandises option livraisons de proximité",
    "50025225": "CAP maintenance des véhicules option véhicules légers",
    "50025226": "CAP maintenance des véhicules option véhicules de transport routier",
    "50025227": "CAP maintenance des véhicules option motocycles",
    "40025224": "bac pro maintenance des véhicules option véhicules légers",
    "40025225": "bac pro maintenance des véhicules option véhicules de transport routier",
    "40025226": "bac pro maintenance des véhicules option motocycles",
}


def table(text: str) -> list[dict[str, str]]:
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter=";"))


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def succession(comment: str) -> tuple[list[str], list[str]]:
    """By numbers of eight digits alone."""
    numbers = [digits(n) for n in re.findall(r"\d{3}[- ]?\d{5}(?!\d)", comment)]
    lowered = comment.lower()
    if "par" in lowered.split():
        return [], numbers if "remplac" in lowered else []
    return (numbers if "remplac" in lowered else []), []


def repeal(comment: str) -> str | None:
    if "brogé" not in comment:
        return None
    day, month, year = re.findall(r"(\d+)[ /](\S+?)[ /](\d{4})", comment)[0]
    number = MONTHS[month] if month in MONTHS else int(month)
    return datetime.date(int(year), number, int(day)).isoformat()


def check(row: dict[str, str], record: Referential) -> None:
    title = " ".join(row["Intitulé de la spécialité (et options)"].split())
    assert record.code == digits(row["Code diplôme"])
    assert record.id == f"cfd.{record.code}"
    assert record.title == record.name == title
    assert record.diploma_type_label == row["Diplôme"]
    assert record.diploma_type == TYPES[row["Diplôme"]]
    assert (record.level_label, record.level) == (row["Niveau"], int(row["Niveau"][-1]))
    assert record.cpc == row["Commission professionnelle consultative"].removeprefix("CPC ")
    assert record.sector == (row["Secteur"].removeprefix("Secteur").strip() or None)
    rncp = digits(row["Code RNCP"])
    assert record.rncp_codes == ((f"RNCP{rncp}",) if rncp else ())
    assert record.first_session == int(row["Première session"])
    last = row["Dernière session"]
    assert record.last_session == (int(last) if last else None)
    replaces, replaced_by = succession(row["Commentaire"])
    assert (list(record.replaces), list(record.replaced_by)) == (replaces, replaced_by)
    repealed = repeal(row["Commentaire"])
    assert record.status == ("repealed" if repealed else "unknown")
    orders = [(row["Date de l'arrêté de création"], "creation")]
    orders += [(repealed, "repeal")] if repealed else []
    assert [(text.date, text.kind) for text in record.legal_texts] == orders
    assert (record.page, record.url, record.source_kind) == (None, None, "csv")


def troubles(record: Referential) -> set[tuple[str, str | None, str | None]]:
    quiet = {"missing-field", "empty-value", "unlabelled-text", "derived-value"}
    return {(i.issue.value, i.field, i.value) for i in record.issues if i.issue.value not in quiet}


if CORPUS is not None:
    FILE: Path = CORPUS / "reference" / "liste_diplomes_professionnels_2025-06.csv"
    ROWS = table(FILE.read_text(encoding="utf-8-sig"))

    @pytest.fixture(scope="module")
    def records() -> list[Referential]:
        records = []
        for document in OfficialList().documents():
            assert document.document is not None, document.refused
            (only,) = read(document.document, Lexicon.packaged()).records
            records.append(only.record)
        return records

    def test_the_packaged_file_holds_the_publishers_facts() -> None:
        assert table(PACKAGED.read_text(encoding="utf-8")) == ROWS

    def test_every_row_is_read_as_its_columns_say(records: list[Referential]) -> None:
        assert len(records) == len(ROWS) == 576
        for row, record in zip(ROWS, records, strict=True):
            check(row, record)

    def test_what_could_not_be_read_is_known(records: list[Referential]) -> None:
        said = {(record.code, *item) for record in records for item in troubles(record)}
        assert said == {
            ("40025519", "invalid-code", "replaces", "4025513R"),
            ("50023114", "unknown-rncp", "rncp_codes", "en cours"),
            # of the prefix of the CAP
            ("50023114", "type-contradicts-code", "diploma_type", "certificat (autre que diplôme)"),
            *(
                (code, "unknown-type", "diploma_type", "Diplôme")
                for code in ("32225202", "42024210", "42032305", "42032306")
            ),
        }

    def test_known_diplomas_in_the_list(records: list[Referential]) -> None:
        known = table(files("scraper").joinpath("data", "known_pages.csv").read_text("utf-8"))
        codes = {record.code for record in records}
        assert len(known) == 209
        titles = {
            row["Code diplôme"]: row["Intitulé de la spécialité (et options)"] for row in known
        }
        assert sum(row["Code diplôme"] in codes for row in known) == 201
        assert {code: title for code, title in titles.items() if code not in codes} == NOT_IN_LIST
