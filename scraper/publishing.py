"""From the archive to a published version: the one place that joins `scraper` and `output`."""

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from operator import itemgetter
from pathlib import Path

import click

from output.build import Build, build
from output.rows import EvidenceRow, PageIssue, PageRow, ReconciliationRow, Rejected, SourceRow
from output.spool import Spool
from output.version import publish
from output.versions_file import freshness
from parsers.merge import Merged
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential
from schema.vocabulary import table
from scraper.addresses import Site
from scraper.assemble import Assembled, Assembly, Row
from scraper.complete import Completion
from scraper.last_run import last_source
from scraper.pages import archived_pages
from scraper.reading import read_pages
from scraper.reconcile import KNOWN, LIST, Disagreements, Reconciled, reconcile, summary
from scraper.run_report import counted, known_line, pages_line, source_lines
from scraper.sources.digest import digest
from scraper.sources.gather import PAGES, Gathering
from scraper.sources.options import SourceOptions
from scraper.sources.source import Source

# A crawl a week is expected; ten days after the last one the data is stale.
EVERY_DAYS, GRACE_DAYS = 7, 3


@dataclass(frozen=True)
class Made:
    """What a version is built from: what its pages and sources come to, and the build itself."""

    pages: Assembly
    sources: tuple[SourceRow, ...]
    found: "_Found"
    build: Build


def made_of(data: Path, lexicon: Lexicon, options: SourceOptions) -> Made:
    """The archive of `data` read and completed by the other sources, a document at a time.

    `UnusableInput` for a source that cannot be used, and where there is no archive although pages
    are wanted.
    """
    sources = options.sources()
    origin = last_source(data) if options.with_pages else None
    assembly, found = Assembly(Site()), _Found()
    gathering = Gathering(Spool((), itemgetter(0)), lexicon)
    if origin:
        for page in assembly.add(read_pages(archived_pages(data), lexicon)):
            found.take_page(page)
            gathering.add_page(page.records, page.result.page.sha256)
        found.pages.extend(map(_page_row, assembly.never_met()))
    for source in sources:
        gathering.add(source)
    found.take_sources(gathering)
    completion = Completion(gathering, options.scope)
    for merged in completion.records():
        found.take_record(merged)
    found.met.extend(reconcile(gathering, completion.meetings, found.disagreements))
    rows = _source_rows(gathering, sources, found.used)
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
    gathering: Gathering, sources: list[Source], used: Counter[str]
) -> tuple[SourceRow, ...]:
    """The sources of the version: the pages if they are one, and every other that was read."""
    held = {**({PAGES: gathering.pages} if gathering.pages.documents else {}), **gathering.sources}
    dates = {source.name: source.date for source in sources}
    files = {name: [f for one in sources if one.name == name for f in one.files] for name in held}
    return tuple(
        SourceRow(
            **table("sources.csv", "name")[name],
            date=dates.get(name),
            documents=gathered.documents,
            refused=len(gathered.refused),
            records=used[name],
            sha256=digest(files[name]) if files[name] else None,
        )
        for name, gathered in held.items()
    )


def publish_archive(
    data: Path,
    lexicon: Lexicon,
    options: SourceOptions,
    accept: tuple[str, ...],
    looked: bool = False,
) -> None:
    """Publish the archive of `data`, and say what is in it and what to look at.

    `looked`: the site has just been looked at, which `versions.json` tells.
    """
    made = made_of(data, lexicon, options)
    fresh = freshness(datetime.now(UTC), EVERY_DAYS, GRACE_DAYS) if looked else None
    done = publish(made.build, data / "published", freshness=fresh, accept=accept)
    found = made.found
    issues = found.issues_by_code + made.pages.issues
    counts = summary(found.met)
    refused = [(one.name, one.refused) for one in made.sources if one.name != PAGES]
    click.echo(pages_line(made.pages))
    for line in source_lines(refused, counts):
        click.echo(line)
    if LIST in counts:
        click.echo(known_line(row for row in found.met if row.source == KNOWN))
    several = f", {found.completed} of several sources" if found.completed else ""
    click.echo(f"records    {len(found.records)}{several}")
    click.echo(f"issues     {counted(issues) or 'none'}")
    for one in done.checks:
        if not one.passed:
            click.echo(f"{one.level:10} {one.name}: {one.explanation}", err=True)
    new = "new version" if done.new else "nothing new, still version"
    click.echo(f"{new} {done.version} in {done.folder}")


class _Found:
    """What pages and sources gave so far, in the words of `output`.

    `used`: how many records use each source. `issues_by_code`: those of records. `disagreements`:
    by source and document, the fields on which another source was believed.
    """

    def __init__(self) -> None:
        self.records: Spool[Referential] = Spool()
        self.rejected: Spool[Rejected] = Spool()
        self.pages: Spool[PageRow] = Spool()
        self.issues: Spool[PageIssue] = Spool()
        self.evidence: Spool[EvidenceRow] = Spool()
        self.met: Spool[Reconciled] = Spool()
        self.used: Counter[str] = Counter()
        self.completed = 0
        self.issues_by_code: Counter[str] = Counter()
        self.disagreements: Disagreements = {}

    def take_page(self, page: Assembled) -> None:
        """Add what a page gave beside its records."""
        result = page.result
        url, name = result.page.url, result.name
        if refused := result.refused:
            self.rejected.extend([_rejected(url, name, refused)])
        self.rejected.extend(
            Rejected(input=url, page=name, reason="duplicate-id",
                     detail=one.record.id, record=one.record.model_dump_json())
            for one in page.duplicates
        )  # fmt: skip
        self.issues.extend(PageIssue(url=url, issue=issue) for issue in result.issues)
        self.pages.extend(map(_page_row, page.rows))

    def take_sources(self, gathering: Gathering) -> None:
        """Add what was refused or doubtful in the other sources."""
        for source, gathered in gathering.sources.items():
            self.rejected.extend(
                _rejected(f"{source} {name}", None, refused) for name, refused in gathered.refused
            )
            self.issues.extend(
                PageIssue(url=f"{source} {name}", issue=issue) for name, issue in gathered.issues
            )
            self.issues_by_code.update(issue.code.value for _, issue in gathered.issues)

    def take_record(self, merged: Merged) -> None:
        """Add a record with the evidence of all its sources."""
        record = merged.record
        self.records.extend([record])
        self.used.update(record.sources)
        self.completed += len(record.sources) > 1
        self.issues_by_code.update(issue.code.value for issue in record.issues)
        self.evidence.extend(
            EvidenceRow(referential=record.id, source=seen.source, document=seen.document,
                        document_sha256=seen.sha256, chosen=seen.chosen, choice=seen.choice,
                        **seen.observation._asdict())
            for seen in merged.evidence
        )  # fmt: skip
        for source, document, field in merged.disagreements:
            self.disagreements.setdefault((source, document), []).append(field)


def _rejected(source: str, page: str | None, refused: Refused) -> Rejected:
    reason, detail = refused.reason.value, refused.detail
    return Rejected(input=source, page=page, reason=reason, detail=detail, record=None)


def _page_row(row: Row) -> PageRow:
    return PageRow(**asdict(row))
