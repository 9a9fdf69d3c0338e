"""Building a dataset takes little memory for each page beyond what a page itself takes."""

import tracemalloc
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, cast

from output.dataset.spool import Spool
from output.diff.changes import changes
from output.diff.version_content import NOTHING, content_of
from parsers.model.reading import Reading, ReadRecord
from parsers.model.statement import Statement
from schema.lexicon import Lexicon
from scraper.model.response import Outcome
from scraper.pipeline.build_version import build_dataset
from scraper.pipeline.reader import Reader
from scraper.pipeline.snapshots import Snapshots
from scraper.pipeline.version_inputs import Inputs
from scraper.sources.source_options import SourceOptions
from scraper.state.archived_pages import ArchivedPage
from tests.support.samples import SITE, record

# What waits to be written, and what is remembered of any page, is full after some hundred pages.
FEW, MANY = 400, 1000
# Bytes a page: 1 MB a thousand pages. What is held for each of them is on disk, but for the facts
# by which its records are joined.
ENOUGH = 1000


class _Pages:
    """The pages of an archive, each without content of its own."""

    source, damage, fingerprint, day = "live", (), "", None

    def __init__(self, count: int) -> None:
        self.count = count

    def pages(self) -> Iterator[ArchivedPage]:
        for number in range(self.count):
            url = f"{SITE}/{number}/page.html"
            yield ArchivedPage(
                key=url, url=url, aliases=(), origin="link", outcome=Outcome.NEW, kind=None,
                detail=None, content=None, sha256=f"{number:064}", carried_since=None, unread=None,
                alias_of=None, issues=(),
            )  # fmt: skip


class _ReadBefore(Reader):
    """Gives each page a record of its own without reading anything."""

    def read(self, documents: Iterable[Any]) -> Iterator[Any]:
        for number, (page, _) in enumerate(documents):
            # few codes and names of pages: what is read of them is remembered, up to a bound
            code = f"500227{number % 50:02}"
            made = record(
                id=f"page-{number}-{code}", url=page.url, code=code, page="page",
                name=f"made-up diploma {number}", replaces=(),
            )  # fmt: skip
            seen = Statement("code", code, f"Code : {code}", "p 1", "Code", "label", False)
            yield page, Reading((ReadRecord(made, (seen,)),), "0" * 12)


def peak_of_building(pages: int) -> int:
    """Build a dataset and list its changes; return the most memory held meanwhile, in bytes."""
    snapshots = Snapshots(cast("Any", _Pages(pages)))
    inputs = Inputs(Lexicon.packaged(), sources=SourceOptions(only=("eduscol",)))
    tracemalloc.start()
    try:
        built = build_dataset(snapshots, inputs, reader=_ReadBefore(inputs.lexicon))
        assert len(built.content.records) == pages
        assert len(Spool(changes(NOTHING, content_of(built.content), "first"))) == pages
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def peaks() -> tuple[int, int]:
    """Return the most memory held for few and for many pages."""
    peak_of_building(FEW)  # what is remembered of any page is remembered before it is measured
    return peak_of_building(FEW), peak_of_building(MANY)


def test_a_thousand_pages_more_take_less_than_a_megabyte_more() -> None:
    # in a process of its own: what other tests left in memory changes what is kept
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        few, many = pool.submit(peaks).result()
    assert (many - few) / (MANY - FEW) < ENOUGH
