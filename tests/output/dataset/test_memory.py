"""Publishing takes the memory of a few records, however many there are."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from output.publish.publish import publish
from schema.referential import Referential
from tests.support.samples import EDUSCOL, build, other, page

LENGTH = 50_000
COUNT = 70
# The database is given some thirty rows at a time; what compresses a file takes five, and the files
# of all tables that records have are open together. A version held once would add 70.
ENOUGH = 125


def records(level: int) -> Iterator[Referential]:
    texts = (f"{number}{'m' * LENGTH}" for number in range(COUNT))
    return (other(n, description=text, level=level) for n, text in enumerate(texts))


def publish_all(folder: Path, level: int) -> None:
    publish(
        build(records(level), pages=map(page, records(level)), sources=[EDUSCOL], scope="part"),
        folder,
    )


def peak_of_publishing(folder: Path, level: int) -> int:
    """Publish and return the most memory that was held meanwhile, in bytes."""
    tracemalloc.start()
    try:
        publish_all(folder, level)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_neither_a_version_nor_the_one_before_it_is_held_in_memory(tmp_path: Path) -> None:
    publish_all(tmp_path, level=3)
    # In one of two: the interpreter's own table of interned strings doubles now and then.
    assert any(peak_of_publishing(tmp_path, level) / LENGTH < ENOUGH for level in (4, 5))
