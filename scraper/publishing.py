"""From the archive to a published version: the one place that joins `scraper` and `output`."""

from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click

from output.build import Build, build
from output.rows import EvidenceRow, PageIssue, PageRow, Rejected, SourceRow
from output.spool import Spool
from output.version import publish
from output.versions_file import freshness
from schema.lexicon import Lexicon
from schema.referential import Referential
from schema.vocabulary import rows
from scraper.addresses import Site
from scraper.assemble import Assembled, Assembly, Row
from scraper.last_run import last_source
from scraper.pages import archived_pages
from scraper.reading import read_pages

# A crawl a week is expected; ten days after the last one the data is stale.
EVERY_DAYS, GRACE_DAYS = 7, 3


def made_of(data: Path, lexicon: Lexicon) -> tuple[Assembly, Build]:
    """The archive of `data` read: what its pages come to, and the build of it.

    One page at a time is in memory.
    """
    source = last_source(data)
    assembly = Assembly(Site())
    found = _Found()
    for page in assembly.add(read_pages(archived_pages(data), lexicon)):
        found.take(page)
    found.pages.extend(map(_page_row, assembly.never_met()))
    made = build(
        found.records,
        rejected=found.rejected,
        pages=found.pages,
        issues=found.issues,
        evidence=found.evidence,
        sources=[SourceRow(**row, sha256=None) for row in rows("sources.csv")],
        day=None if source == "mirror" else assembly.day,
        scope=source if source != "live" else "site" if assembly.is_whole else "part",
        code=version("eduscol-referentials"),
    )
    return assembly, made


def publish_archive(
    data: Path, lexicon: Lexicon, accept: tuple[str, ...], looked: bool = False
) -> None:
    """Publish the archive of `data`, and say what is in it and what to look at.

    `looked`: the site has just been looked at, which `versions.json` tells.
    """
    assembly, made = made_of(data, lexicon)
    fresh = freshness(datetime.now(UTC), EVERY_DAYS, GRACE_DAYS) if looked else None
    done = publish(made, data / "published", freshness=fresh, accept=accept)
    reasons = ", ".join(f"{n} {reason}" for reason, n in sorted(assembly.refused.items()))
    issues = ", ".join(f"{n} {code}" for code, n in sorted(assembly.issues.items()))
    refused = f"{assembly.refused.total()} refused{_in_brackets(reasons)}"
    click.echo(f"pages      {assembly.pages} read, {refused}")
    click.echo(f"records    {assembly.records}")
    click.echo(f"issues     {issues or 'none'}")
    for one in done.checks:
        if not one.passed:
            click.echo(f"{one.level:10} {one.name}: {one.explanation}", err=True)
    new = "new version" if done.new else "nothing new, still version"
    click.echo(f"{new} {done.version} in {done.folder}")


def _in_brackets(text: str) -> str:
    return f" ({text})" if text else ""


class _Found:
    """What the pages gave so far, in the words of `output`."""

    def __init__(self) -> None:
        self.records: Spool[Referential] = Spool()
        self.rejected: Spool[Rejected] = Spool()
        self.pages: Spool[PageRow] = Spool()
        self.issues: Spool[PageIssue] = Spool()
        self.evidence: Spool[EvidenceRow] = Spool()

    def take(self, page: Assembled) -> None:
        """Add what a page gave."""
        result, sha256 = page.result, page.result.page.sha256
        url, name = result.page.url, result.name
        self.records.extend(one.record for one in page.records)
        self.evidence.extend(
            EvidenceRow(referential=one.record.id, page_sha256=sha256, **seen._asdict())
            for one in page.records
            for seen in one.evidence
        )
        if refused := result.refused:
            self.rejected.extend([
                Rejected(input=url, page=name, reason=refused.reason.value,
                         detail=refused.detail, record=None)
            ])  # fmt: skip
        self.rejected.extend(
            Rejected(input=url, page=name, reason="duplicate-id",
                     detail=one.record.id, record=one.record.model_dump_json())
            for one in page.duplicates
        )  # fmt: skip
        self.issues.extend(PageIssue(url=url, issue=issue) for issue in result.issues)
        self.pages.extend(map(_page_row, page.rows))


def _page_row(row: Row) -> PageRow:
    return PageRow(**asdict(row))
