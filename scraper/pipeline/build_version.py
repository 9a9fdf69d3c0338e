"""From the archive to a published version: reading, linking, building and publishing in order."""

from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from output.checks.thresholds import Bounds
from output.dataset.dataset import Dataset, dataset_of
from output.publish.publish import Published, publish
from output.versions.catalogue import freshness
from output.versions.manifest import Index
from schema.errors import RefusedToPublish
from scraper.archive.archive import Archive
from scraper.model.site import Site
from scraper.pipeline.carry_forward import latest_version, published_addresses
from scraper.pipeline.collect_rows import Collector
from scraper.pipeline.link_certifications import LinkedCertifications
from scraper.pipeline.link_records import Linker
from scraper.pipeline.link_trades import LinkedTrades
from scraper.pipeline.load_sources import LoadedSources
from scraper.pipeline.page_results import PageResults
from scraper.pipeline.parse_pages import read_pages
from scraper.pipeline.processes import ALONE, ReadOptions, writing_processes
from scraper.pipeline.read_documents import DocumentReader
from scraper.pipeline.reader import Reader, open_reader
from scraper.pipeline.readings_cache import NAME
from scraper.pipeline.reconcile import reconcile
from scraper.pipeline.snapshots import Snapshots, current_snapshots, past_snapshots
from scraper.pipeline.source_rows import certifications_of, source_rows, trades_of
from scraper.pipeline.version_inputs import Inputs, inputs_of_version
from scraper.sources.source_options import SourceOptions


class OtherPages(RefusedToPublish):
    """Raised when what is read in the archive is not what a version was made of."""


class Schedule(NamedTuple):
    """How often the site is meant to be asked, and the grace after which the data is stale."""

    every_days: int = 7
    grace_days: int = 3


@dataclass(frozen=True)
class BuiltDataset:
    """The content of a version, with the sums of its pages."""

    pages: PageResults
    rows: Collector
    content: Dataset
    trades: LinkedTrades | None = None
    certifications: LinkedCertifications | None = None


@dataclass(frozen=True)
class ArchivedDataset:
    """A dataset built from the archive, its inputs, and when the live site was last asked."""

    dataset: BuiltDataset
    inputs: Inputs
    looked_at: str | None


@dataclass(frozen=True)
class Publication:
    """The outcome of a call: the dataset that was built, and the version published or kept."""

    dataset: BuiltDataset
    published: Published
    inputs: Inputs


def build_dataset(
    snapshots: Snapshots,
    inputs: Inputs,
    former: Path | None = None,
    reader: Reader | None = None,
) -> BuiltDataset:
    """Build the dataset of snapshots of the archives and of the other sources.

    Pages are read, linked and merged a document at a time.

    `former`: the folder of the version that is replaced, from which the records of pages are
    carried forward that the archive has lost. `reader`: of the lexicon of `inputs`, else one in
    this process. `UnusableInput` for a source that cannot be used; raises as `Reader.read`.
    """
    options, snapshot = inputs.sources, snapshots.pages
    sources = options.sources()
    origin = snapshot.source if snapshot else None
    pages = PageResults(Site(), published_addresses(former) if snapshot else ())
    rows, lost = Collector(), frozenset[str]()
    reader = reader or Reader(inputs.lexicon)
    loaded = LoadedSources(reader)
    for source in sources:
        loaded.add(source)
    if snapshot:
        for page in pages.add(read_pages(snapshot.pages(), reader, loaded.expected)):
            rows.add_page(page)
            loaded.add_page(page.records, page.result.page.sha256)
        lost = pages.lost()
        rows.pages.extend(pages.never_met())
        rows.add_damage(snapshot.damage)
        rows.add_issues(pages.damage(lost))
    rows.add_sources(loaded)
    rows.add_fetched(options.fetched)
    linker = Linker(loaded, options.scope)
    rows.add_duplicates(loaded, linker.duplicates)
    for merged in linker.records():
        rows.add_record(merged)
    rows.add_carried(former, lost)
    rows.add_reconciliation(reconcile(loaded, linker, rows.disagreements))
    own_sources = source_rows(loaded, sources, rows.used, pages if snapshot else None)
    trades, trade_sources = trades_of(options, rows)
    sheets, sheet_sources = certifications_of(options, rows)
    documents = DocumentReader(snapshots.texts)
    if options.with_documents:
        documents.read(rows.records, snapshots.documents)
        rows.add_issues(documents.issues)
    dataset = dataset_of(
        rows,
        sources=(*own_sources, *trade_sources, *sheet_sources),
        trade_codes=trades.codes if trades else (),
        certifications=sheets.sheets if sheets else (),
        certification_blocks=sheets.blocks if sheets else (),
        certification_romes=sheets.romes if sheets else (),
        certification_successions=sheets.successions if sheets else (),
        document_files=documents.files,
        document_pages=documents.pages,
        unread=pages.unread,
        damaged=lost,
        day=snapshot.day if snapshot else None,
        scope=_scope(origin, pages, options),
        code=version("eduscol-referentials"),
        inputs=inputs.named() | snapshots.inputs(),
    )
    return BuiltDataset(pages, rows, dataset, trades, sheets)


def rebuild_dataset(
    data: Path,
    index: Index,
    files: Path,
    former: Path | None,
    options: ReadOptions = ALONE,
) -> Dataset:
    """Build the dataset of a published version once more, from the archive in `data`.

    `files`: a folder that does not exist yet, for the user's files; `former`: see `build_dataset`.
    `RefusedToPublish` and `UnusableInput` when the archive does not hold what it was built from,
    `OtherPages` when it holds other pages, or this program reads them otherwise.
    """
    named = index.made.inputs
    inputs = inputs_of_version(named, Archive(data / "archive"), files)
    with (
        past_snapshots(data, named) as snapshots,
        open_reader(inputs, options, snapshots.pages) as reader,
    ):
        dataset = build_dataset(snapshots, inputs, former, reader).content
        for name, fingerprint in snapshots.inputs().items():
            if fingerprint != named[name]:
                # issues and clocks of pages are among it, which another program may word otherwise
                raise OtherPages(
                    f"{index.version}: the {name} in the archive, as this program reads them, are "
                    "not those that it was made of: take the program that made it, if it was "
                    "another one; else the archive from the copy that was saved with the version"
                )
    return dataset


def _scope(origin: str | None, pages: PageResults, options: SourceOptions) -> str:
    """Name the extent of a version: the checks compare only versions of the same scope."""
    parts = []
    if origin:
        parts.append(origin if origin != "live" else "site" if pages.is_whole else "part")
    if options.scope == "all":
        parts.append("all")
    if options.only:
        parts.append(f"only {' '.join(options.only)}")
    return " ".join(parts)


def build_from_archive(data: Path, inputs: Inputs, options: ReadOptions = ALONE) -> ArchivedDataset:
    """Build the dataset of the archive in `data`, and keep the inputs to rebuild it.

    Raises as `build_dataset`.
    """
    with (
        current_snapshots(data, inputs) as snapshots,
        open_reader(inputs, options, snapshots.pages, data / NAME) as reader,
    ):
        dataset = build_dataset(snapshots, inputs, latest_version(data / "published"), reader)
        # before the version is there, so that every version has copies of its inputs
        inputs.keep(Archive(data / "archive"))
        snapshots.keep()
        pages = snapshots.pages
    return ArchivedDataset(dataset, inputs, pages.looked_at if pages else None)


def publish_dataset(
    data: Path,
    built: ArchivedDataset,
    limits: Bounds,
    accept: tuple[str, ...],
    schedule: Schedule = Schedule(),  # noqa: B008  a constant
    report: str | None = None,
    options: ReadOptions = ALONE,
) -> Publication:
    """Publish a dataset in `data`; `report`: name of the run report.

    Raises as `output.publish` and `writing_processes`.
    """
    looked, content = built.looked_at, built.dataset.content
    with writing_processes(options, len(content.lines)) as executor:
        published = publish(
            content,
            data / "published",
            freshness=freshness(datetime.fromisoformat(looked), *schedule) if looked else None,
            limits=limits,
            accept=accept,
            report=report,
            executor=executor,
        )
    return Publication(built.dataset, published, built.inputs)
