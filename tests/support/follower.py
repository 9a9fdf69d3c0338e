"""A publication that goes through a rename, a withdrawal and a restore, for clients to follow."""

import json
from collections.abc import Iterator
from pathlib import Path

from output.publish.publish import publish
from scraper.operations.withdraw import withdraw
from tests.support.samples import other, record, sample

MOVED = record(id="mc_meti-56122706", page="MC_METI")


def steps(data: Path) -> Iterator[tuple[str, list[str]]]:
    """Take one step after the other in `data`; its name, and the ids that are in force then."""
    published = data / "published"

    def in_force() -> list[str]:
        records = json.loads((published / "latest" / "referentials.json").read_bytes())
        return sorted(row["id"] for row in records)

    publish(sample(record(), other(1)), published)
    yield "first", in_force()
    renamed = sample(MOVED, other(1), other(2))
    publish(renamed, published)
    yield "rename", in_force()
    withdraw(data, "latest", "the page moved by mistake")
    yield "withdrawal", in_force()
    publish(renamed, published, accept={"withdrawn"})
    yield "restore", in_force()
    publish(sample(MOVED, other(3)), published, accept={"records-gone"})
    yield "next", in_force()
