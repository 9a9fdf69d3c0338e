"""The packaged vocabularies: small `;`-separated tables in `schema/data`, each with its source."""

import csv
import re
from functools import cache
from importlib.resources import files

from schema.errors import ProgramFault


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `schema/data/<name>`.

    Lines that begin with `#` say its meaning and source.
    """
    text = files("schema").joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter=";", strict=True))


@cache
def table(name: str, key: str) -> dict[str, dict[str, str]]:
    """Return the rows of `schema/data/<name>` by the value of their column `key`."""
    return {row[key]: row for row in rows(name)}


def source_row(name: str) -> dict[str, str]:
    """Return licence and attribution of a source. Raises `ProgramFault` for one without a row."""
    known = table("sources.csv", "name")
    if name not in known:
        raise ProgramFault(f"schema/data/sources.csv: no row of the source {name!r}")
    return known[name]


@cache
def french(vocabulary: str) -> dict[str, str]:
    """Return the French words for the values of a small vocabulary (`vocabularies.csv`)."""
    return {r["value"]: r["fr"] for r in rows("vocabularies.csv") if r["vocabulary"] == vocabulary}


@cache
def value_lists() -> dict[frozenset[str], str]:
    """Return the name of each vocabulary of `vocabularies.csv`, and of types, by its values."""
    values = {"diploma_type": [row["diploma_type"] for row in rows("diploma_types.csv")]}
    for row in rows("vocabularies.csv"):
        values.setdefault(row["vocabulary"], []).append(row["value"])
    return {frozenset(known): name for name, known in values.items()}


@cache
def page_words(kind: str) -> re.Pattern[str]:
    """Return the words of a kind in `page_words.csv` as one pattern on folded text.

    Raises `ProgramFault` as `phrases`.
    """
    return re.compile(phrases(kind))


@cache
def phrases(kind: str) -> str:
    """Return the words of a kind in `page_words.csv` as the source of a pattern, or a part of one.

    Raises `ProgramFault` for a kind without words: its pattern would be found in every text.
    """
    words = [row["words"] for row in rows("page_words.csv") if row["kind"] == kind]
    if not all(words) or not words:
        raise ProgramFault(f"schema/data/page_words.csv: no words of the kind {kind!r}")
    return "|".join(re.sub("[A-Z]{4,}", _alternatives, each) for each in words)


def lone_words(kind: str) -> re.Pattern[str]:
    """Return the pattern of `page_words` for whole words only."""
    return re.compile(rf"\b(?:{phrases(kind)})\b")


def _alternatives(kind: re.Match[str]) -> str:
    return f"(?:{phrases(kind[0])})"
