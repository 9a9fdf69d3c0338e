"""From the archive to a published version: the one place that joins `scraper` and `output`."""

from collections import Counter
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click

from output.bounds import Bounds
from output.build import Build, build
from output.rows import EvidenceRow, PageIssue, PageRow, ReconciliationRow, Rejected, SourceRow
from output.version import publish
from output.versions_file import freshness
from parsers.merge import Merged
from schema.vocabulary import table
from scraper.addresses import Site
from scraper.archive import Archive
from scraper.assemble import Assembled, assemble
from scraper.complete import Completion
from scraper.moment import Moment, present
from scraper.reading import read_pages
from scraper.recipe import Recipe
from scraper.reconcile import Disagreements, Reconciled, reconcile
from scraper.run_report import report
from scraper.sources.digest import digest
from scraper.sources.gather import PAGES, Gathering
from scraper.sources.options import SourceOptions
from scraper.sources.shelf import Shelf
from scraper.sources.source import Source

# A crawl a week is expected; ten days after the last one the data is stale.
EVERY_DAYS, GRACE_DAYS = 7, 3


@dataclass(frozen=True)
class Made:
    """What a version is built from: the pages, what the sources met, the build itself."""

    pages: Assembled
    reconciled: tuple[Reconciled, ...]
    build: Build


def now(data: Path, recipe: Recipe) -> AbstractContextManager[Moment | None]:
    """The archive of `data` as it is, where pages are part of the recipe.

    `UnusableInput` where there is no archive although pages are wanted.
    """
    return present(data) if recipe.sources.with_pages else nullcontext()


def made_of(moment: Moment | None, recipe: Recipe) -> Made:
    """The pages of a moment of the archive, read and completed by the other sources.

    `UnusableInput` for a source that cannot be used.
    """
    options = recipe.sources
    sources = options.sources()
    origin, pages = None, Assembled()
    if moment:
        origin = moment.source
        pages = assemble(read_pages(moment.pages(), recipe.lexicon), Site())
    with Shelf() as shelf:
        gathering = Gathering(shelf, recipe.lexicon)
        gathering.add_pages(pages.records)
        for source in sources:
            gathering.add(source)
        completion = Completion(gathering, options.scope)
        merged = list(completion.records())
    disagreements: Disagreements = {}
    for one in merged:
        for source_name, document, name in one.disagreements:
            disagreements.setdefault((source_name, document), []).append(name)
    reconciled = tuple(reconcile(gathering, completion.meetings, disagreements))
    inputs = recipe.inputs() | ({"pages": moment.fingerprint} if moment else {})
    made = _build(pages, merged, reconciled, _source_rows(gathering, sources, merged),
                  gathering, _scope(origin, pages, options), origin, inputs)  # fmt: skip
    return Made(pages, reconciled, made)


def _scope(origin: str | None, pages: Assembled, options: SourceOptions) -> str:
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
    gathering: Gathering, sources: list[Source], merged: list[Merged]
) -> list[SourceRow]:
    """The sources of the version: the pages if they are one, and every other that was read."""
    used = Counter(name for one in merged for name in one.record.sources)
    held = {**({PAGES: gathering.pages} if gathering.pages.documents else {}), **gathering.sources}
    dates = {source.name: source.date for source in sources}
    found = []
    for name, gathered in held.items():
        files = [path for source in sources if source.name == name for path in source.files]
        found.append(
            SourceRow(
                **table("sources.csv", "name")[name],
                date=dates.get(name),
                documents=gathered.documents,
                refused=len(gathered.refused),
                records=used[name],
                sha256=digest(files) if files else None,
            )
        )
    return found


def publish_archive(
    data: Path,
    recipe: Recipe,
    limits: Bounds,
    accept: tuple[str, ...],
    looked: bool = False,
) -> None:
    """Publish the archive of `data`, and say what is in it and what to look at.

    `looked`: the site has just been looked at, which `versions.json` tells.
    """
    with now(data, recipe) as moment:
        made = made_of(moment, recipe)
        # before the version is there, so that none is without what it was made of
        recipe.keep(Archive(data / "archive"))
        if moment:
            moment.keep()
    fresh = freshness(datetime.now(UTC), EVERY_DAYS, GRACE_DAYS) if looked else None
    done = publish(made.build, data / "published", freshness=fresh, limits=limits, accept=accept)
    refused = [(one.name, one.refused) for one in made.build.sources if one.name != PAGES]
    issues = (row.issue for row in made.build.issues)
    for line in report(made.pages, refused, made.build.records, issues, made.reconciled):
        click.echo(line)
    for one in done.checks:
        if not one.passed:
            click.echo(f"{one.level:10} {one.name}: {one.explanation}", err=True)
    new = "new version" if done.new else "nothing new, still version"
    click.echo(f"{new} {done.version} in {done.folder}")


def _build(
    pages: Assembled,
    merged: list[Merged],
    reconciled: tuple[Reconciled, ...],
    sources: list[SourceRow],
    gathering: Gathering,
    scope: str,
    origin: str | None,
    inputs: Mapping[str, str],
) -> Build:
    """All of it in the words of `output`."""
    others = gathering.sources.items()
    return build(
        (one.record for one in merged),
        rejected=[
            *(
                Rejected(input=result.page.url, page=result.name, reason=refused.reason.value,
                         detail=refused.detail, record=None)
                for result, refused in pages.refused
            ),
            *(
                Rejected(input=result.page.url, page=result.name, reason="duplicate-id",
                         detail=one.record.id, record=one.record.model_dump_json())
                for one, result in pages.duplicates
            ),
            *(
                Rejected(input=f"{source} {name}", page=None, reason=refused.reason.value,
                         detail=refused.detail, record=None)
                for source, gathered in others
                for name, refused in gathered.refused
            ),
        ],
        pages=[
            PageRow(url=row.url, page=row.page, outcome=row.outcome, reason=row.reason,
                    records=row.records, sha256=row.sha256, layout=row.layout)
            for row in pages.rows
        ],
        issues=[
            *(
                PageIssue(url=result.page.url, issue=issue)
                for result in pages.results
                for issue in result.issues
            ),
            *(
                PageIssue(url=f"{source} {name}", issue=issue)
                for source, gathered in others
                for name, issue in gathered.issues
            ),
        ],
        evidence=[
            EvidenceRow(referential=one.record.id, source=seen.source, document=seen.document,
                        document_sha256=seen.sha256, chosen=seen.chosen, choice=seen.choice,
                        **seen.observation._asdict())
            for one in merged
            for seen in one.evidence
        ],
        sources=sources,
        reconciliation=(ReconciliationRow(**row._asdict()) for row in reconciled),
        day=None if origin == "mirror" else pages.day,
        scope=scope,
        code=version("eduscol-referentials"),
        inputs=inputs,
    )  # fmt: skip
