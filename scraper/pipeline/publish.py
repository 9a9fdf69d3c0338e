"""From the archive to a published version: the one place that joins `scraper` and `output`."""

from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from operator import itemgetter
from pathlib import Path

import click

from output.checks.thresholds import Bounds
from output.dataset.dataset import Build, build
from output.dataset.rows import ReconciliationRow, SourceRow
from output.dataset.spool import Spool
from output.publish.publish import publish
from output.versions.catalogue import freshness
from schema.files import digest
from schema.vocabulary import table
from scraper.archive.archive import Archive
from scraper.model.site import KNOWN_DAY, Site, known_diplomas
from scraper.pipeline.collect import Found, page_row
from scraper.pipeline.inputs import Recipe
from scraper.pipeline.link_records import Completion
from scraper.pipeline.load_sources import PAGES, Gathering
from scraper.pipeline.page_results import Assembly
from scraper.pipeline.parse_pages import read_pages
from scraper.pipeline.reconcile import KNOWN, LIST, reconcile, summary
from scraper.pipeline.report import counted, known_line, pages_line, source_lines
from scraper.sources.base import Source
from scraper.sources.registry import SourceOptions
from scraper.state.snapshot import Moment, present

# A crawl a week is expected; ten days after the last one the data is stale.
EVERY_DAYS, GRACE_DAYS = 7, 3


@dataclass(frozen=True)
class Made:
    """What a version is built from: what its pages and sources come to, and the build itself."""

    pages: Assembly
    sources: tuple[SourceRow, ...]
    found: Found
    build: Build


def now(data: Path, recipe: Recipe) -> AbstractContextManager[Moment | None]:
    """The archive of `data` as it is, where pages are part of the recipe.

    `UnusableInput` where there is no archive although pages are wanted.
    """
    return present(data) if recipe.sources.with_pages else nullcontext()


def made_of(moment: Moment | None, recipe: Recipe) -> Made:
    """The pages of a moment of the archive, read and completed by the other sources, a document
    at a time.

    `UnusableInput` for a source that cannot be used.
    """
    options = recipe.sources
    sources = options.sources()
    origin = moment.source if moment else None
    assembly, found = Assembly(Site()), Found()
    gathering = Gathering(Spool((), itemgetter(0)), recipe.lexicon)
    if moment:
        for page in assembly.add(read_pages(moment.pages(), recipe.lexicon)):
            found.take_page(page)
            gathering.add_page(page.records, page.result.page.sha256)
        found.pages.extend(map(page_row, assembly.never_met()))
    for source in sources:
        gathering.add(source)
    found.take_sources(gathering)
    found.take_fetched(options.fetched)
    completion = Completion(gathering, options.scope)
    found.take_duplicates(gathering, completion.duplicates)
    for merged in completion.records():
        found.take_record(merged)
    with_fiches = options.uses("onisep")
    found.met.extend(reconcile(gathering, completion, found.disagreements, with_fiches))
    # the table of pages accounts for every address of the list
    with_known = with_fiches or moment is not None
    rows = _source_rows(gathering, sources, found.used, assembly if moment else None, with_known)
    made = build(
        found.records,
        rejected=found.rejected,
        pages=found.pages,
        issues=found.issues,
        evidence=found.evidence,
        sources=rows,
        reconciliation=(ReconciliationRow(**row._asdict()) for row in found.met),
        day=None if origin == "mirror" else assembly.day,
        scope=_scope(origin, assembly, options),
        code=version("eduscol-referentials"),
        inputs=recipe.inputs() | ({"pages": moment.fingerprint} if moment else {}),
    )
    return Made(assembly, rows, found, made)


def _scope(origin: str | None, pages: Assembly, options: SourceOptions) -> str:
    """What was looked at: only versions of the same scope are measures for one another."""
    parts = []
    if origin:
        parts.append(origin if origin != "live" else "site" if pages.is_whole else "part")
    if options.scope == "all":
        parts.append("all")
    if options.only:
        parts.append(f"only {' '.join(options.only)}")
    return " ".join(parts)


def _source_rows(
    gathering: Gathering,
    sources: list[Source],
    used: Counter[str],
    pages: Assembly | None,
    known: bool,
) -> tuple[SourceRow, ...]:
    """The sources of the version: the pages if they are one, every other that was read, and the
    list of the diplomas known beforehand.
    """
    dates: dict[str, str | None] = {}
    for source in sources:
        # several files of fiches are one source, as new as its newest
        dates[source.name] = max(source.date or "", dates.get(source.name) or "") or None
    counts = {n: (one.documents, len(one.refused)) for n, one in gathering.sources.items()}
    if pages:
        counts = {PAGES: (pages.pages, pages.refused.total()), **counts}
    if known:
        counts[KNOWN], dates[KNOWN] = (len(known_diplomas()), 0), KNOWN_DAY
    files = {name: [f for one in sources if one.name == name for f in one.files] for name in counts}
    return tuple(
        SourceRow(
            **table("sources.csv", "name")[name],
            date=dates.get(name),
            documents=documents,
            refused=refused,
            records=used[name],
            sha256=digest(files[name]) if files[name] else None,
        )
        for name, (documents, refused) in counts.items()
    )


def publish_archive(
    data: Path,
    recipe: Recipe,
    limits: Bounds,
    accept: tuple[str, ...],
) -> None:
    """Publish the archive of `data`, and say what is in it and what to look at."""
    with now(data, recipe) as moment:
        made = made_of(moment, recipe)
        # before the version is there, so that none is without what it was made of
        recipe.keep(Archive(data / "archive"))
        if moment:
            moment.keep()
    looked = moment.looked_at if moment else None
    fresh = freshness(datetime.fromisoformat(looked), EVERY_DAYS, GRACE_DAYS) if looked else None
    done = publish(made.build, data / "published", freshness=fresh, limits=limits, accept=accept)
    found = made.found
    issues = found.issues_by_code + made.pages.issues
    counts = summary(found.met)
    refused = [(one.name, one.refused) for one in made.sources if one.name not in (PAGES, KNOWN)]
    click.echo(pages_line(made.pages))
    for line in source_lines(refused, counts):
        click.echo(line)
    if LIST in counts and KNOWN in counts:
        click.echo(known_line(row for row in found.met if row.source == KNOWN))
    several = f", {found.completed} of several sources" if found.completed else ""
    click.echo(f"records    {len(found.records)}{several}")
    click.echo(f"issues     {counted(issues) or 'none'}")
    for file in recipe.sources.fetched:
        for said in file.issues:
            click.echo(f"{said.level:10} {file.address}: {said.message}", err=True)
    for one in done.checks:
        if not one.passed:
            level = "accepted" if one.level == "fatal" else one.level
            click.echo(f"{level:10} {one.name}: {one.explanation}", err=True)
    new = "new version" if done.new else "nothing new, still version"
    click.echo(f"{new} {done.version} in {done.folder}")
