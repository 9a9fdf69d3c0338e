"""Read the packaged list of diplomas whose page address is known (Onisep's export, ODbL)."""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

# The day of the export that the packaged list was made from.
KNOWN_DAY = "2025-10-21"


class KnownDiploma(NamedTuple):
    """A diploma whose page address is known, as published. `line`: its line in the file."""

    url: str
    code: str
    title: str
    acronym: str
    type: str
    line: int = 0


# The header of the packaged list: labels that the reader of rows knows.
KNOWN_COLUMNS = (
    "Lien", "Code diplôme", "Intitulé de la spécialité (et options)", "Sigle", "Diplôme",
)  # fmt: skip


@cache
def known_diplomas() -> tuple[KnownDiploma, ...]:
    """Read the 209 diplomas of the packaged list, in its order."""
    text = files("scraper").joinpath("data", "known_pages.csv").read_text(encoding="utf-8")
    diplomas = []
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            url, code, title, acronym, kind = next(csv.reader([line], delimiter=";"))
            diplomas.append(KnownDiploma(url, code, title, acronym, kind, number))
    return tuple(diplomas[1:])  # behind the header


@cache
def known_addresses() -> tuple[str, ...]:
    """Return the 182 addresses of the packaged list, as published, in its order."""
    return tuple(dict.fromkeys(diploma.url for diploma in known_diplomas()))
