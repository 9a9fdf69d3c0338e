"""The diplomas of the composed pages: those of the packaged list, alone and by their options."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Type(NamedTuple):
    """The names of a type of diploma: in full, in short, and its article with *de*."""

    label: str
    short: tuple[str, ...]
    of: str = "du"


TYPES = {
    "CAP": Type("Certificat d'aptitude professionnelle", ("CAP", "C.A.P.")),
    "BAC_PRO": Type("Baccalauréat professionnel", ("Bac pro", "BAC PRO", "Baccalauréat pro")),
    "BTS": Type("Brevet de technicien supérieur", ("BTS", "B.T.S.")),
    "BP": Type("Brevet professionnel", ("BP", "B.P.")),
    "BMA": Type("Brevet des métiers d'art", ("BMA", "B.M.A.")),
    "DMA": Type("Diplôme des métiers d'art", ("DMA", "D.M.A.")),
    "MC": Type("Mention complémentaire", ("MC", "M.C."), "de la"),
    "CS": Type("Certificat de spécialisation", ("CS",)),
}
_LISTED = {"CS3": "CS", "CS4": "CS", "BAC PRO": "BAC_PRO"}
_OPTION = re.compile(
    r"(.*?)\s*[,-]?\s*options?\s*:?\s+(?:([A-D])\s*[-:]+\s*|([A-D])\s+)?(.+)", re.IGNORECASE
)


class Diploma(NamedTuple):
    """What the list says of a diploma. `letter`: of its code; `option_letter`: of its option."""

    type: str
    name: str
    code: str
    letter: str
    level: int
    rncp: str | None
    day: date
    first: int | None
    last: int | None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    base: str = ""
    option_letter: str = ""
    option: str = ""


class Diplomas(NamedTuple):
    """Diplomas to write a page of, families of options, and all of them by code."""

    single: tuple[Diploma, ...]
    families: tuple[tuple[Diploma, ...], ...]
    by_code: dict[str, Diploma]


def _read() -> Iterator[Diploma]:
    text = files("scraper").joinpath("data/official_list_2025-06.csv").read_text("utf-8-sig")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter=";"):
        day, kind = row["Date de l'arrêté de création"], row["Diplôme"]
        kind = _LISTED.get(kind, kind)
        if kind in TYPES and re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            yield _diploma(row, kind, date.fromisoformat(day))


def _diploma(row: dict[str, str], kind: str, day: date) -> Diploma:
    name = " ".join(row["Intitulé de la spécialité (et options)"].replace('"', "").split())
    code = re.sub(r"[^0-9A-Z]", "", row["Code diplôme"].upper())
    comment = row["Commentaire"].lower()
    others = tuple(re.sub(r"\D", "", x) for x in re.findall(r"\d{3}[- ]?\d{5}", comment))
    replaced = "remplacé" in comment or "est remplace" in comment
    replaces = not replaced and "remplace" in comment
    option = _OPTION.fullmatch(name)
    return Diploma(
        kind,
        name[0].upper() + name[1:],
        code[:8],
        code[8:9],
        int(row["Niveau"][-1]),
        row["Code RNCP"].strip() or None,
        day,
        _year(row["Première session"]),
        _year(row["Dernière session"]),
        others if replaces else (),
        others if replaced else (),
        (option[1][0].upper() + option[1][1:]).strip() if option else "",
        (option[2] or option[3] or "").upper() if option else "",
        option[4].strip() if option else "",
    )


def _year(text: str) -> int | None:
    return int(text) if text.strip().isdigit() else None


@cache
def diplomas() -> Diplomas:
    """Read the packaged list; a family has two to five options, all with a letter or none."""
    every = tuple(_read())
    families: dict[tuple[str, str, bool], list[Diploma]] = {}
    for each in every:
        if each.option:
            families.setdefault((each.type, each.base, bool(each.option_letter)), []).append(each)
    return Diplomas(
        tuple(each for each in every if not each.option_letter),
        tuple(
            tuple(sorted(family, key=lambda each: each.option_letter or each.option))
            for _, family in sorted(families.items())
            if 1 < len(family) < 6
        ),
        {each.code: each for each in every},
    )
