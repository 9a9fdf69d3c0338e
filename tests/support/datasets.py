"""Datasets of pages and sources, built in this process as the command builds them."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from schema.issues import Issue, IssueCode
from schema.referential import Referential
from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions
from scraper.model.site import Site
from scraper.model.url import normalise
from scraper.pipeline.build_version import BuiltDataset, build_dataset
from scraper.pipeline.reader import Reader
from scraper.pipeline.readings_cache import Readings
from scraper.pipeline.snapshots import current_snapshots
from scraper.pipeline.version_inputs import read_inputs
from scraper.sources.source_options import SourceOptions
from tests.support.command import shared_readings


def write_site(folder: Path, pages: Mapping[str, bytes]) -> Path:
    """Write pages by address as a copy of the site, `folder/<host>/<path>`."""
    for url, body in pages.items():
        parts = urlsplit(normalise(url) or "")
        path = folder / parts.netloc / unquote(parts.path).lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return folder


def built(
    folder: Path, pages: Mapping[str, bytes], *, only: tuple[str, ...] = (), **files: Path
) -> BuiltDataset:
    """Build the dataset of pages by address; `files`: of sources by name (`onisep`, `list`)."""
    site, seeds = write_site(folder / "site", pages), folder / "seeds.txt"
    seeds.write_text("\n".join(filter(None, map(normalise, pages))), "utf-8")
    fetch(FetchOptions(data=folder / "data", mirror=site, seeds=(str(seeds),)))
    sources = SourceOptions({name: (path,) for name, path in files.items()}, only)
    inputs = read_inputs(None, None, sources)
    with (
        current_snapshots(folder / "data", inputs) as snapshots,
        Reader(inputs.lexicon, kept=Readings(shared_readings())) as reader,
    ):
        return build_dataset(snapshots, inputs, reader=reader)


def records_at(dataset: BuiltDataset, url: str) -> list[Referential]:
    """The records of a page, whatever host and case its address is written with."""
    return records_of(records_by_page(dataset), url)


def records_by_page(dataset: BuiltDataset) -> dict[str, list[Referential]]:
    """The records of each page, by its address without host and case."""
    pages: dict[str, list[Referential]] = {}
    for record in sorted(dataset.rows.records, key=lambda record: record.id):
        pages.setdefault(_key(record.url or ""), []).append(record)
    return pages


def records_of(pages: Mapping[str, list[Referential]], url: str) -> list[Referential]:
    """The records of a page among those of `records_by_page`."""
    return pages.get(_key(url), [])


def _key(url: str) -> str:
    return Site().key(normalise(url) or "")


def issues_of(record: Referential, code: IssueCode) -> list[Issue]:
    """The issues of one code."""
    return [issue for issue in record.issues if issue.issue == code]
