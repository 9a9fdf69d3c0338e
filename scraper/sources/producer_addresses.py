"""Look up the addresses where producers publish their files, by name.

The packaged table `source_addresses.csv` says when each was seen; none could be tried.
"""

import csv
from functools import cache
from importlib.resources import files


@cache
def named_addresses() -> dict[tuple[str, str], str]:
    """Read the table: the address by source and name (`onisep`, `ministere`)."""
    text = files("scraper").joinpath("data", "source_addresses.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter=";")
    return {(row["source"], row["name"]): row["address"] for row in rows}
