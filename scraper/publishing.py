"""From the archive to a published version: the one place that joins `scraper` and `output`."""

from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click

from output.build import Build, build
from output.rows import EvidenceRow, PageIssue, PageRow, Rejected, SourceRow
from output.version import publish
from output.versions_file import freshness
from schema.lexicon import Lexicon
from schema.vocabulary import rows
from scraper.addresses import Site
from scraper.assemble import Assembled, assemble
from scraper.last_run import last_source
from scraper.pages import archived_pages
from scraper.reading import read_pages

# A crawl a week is expected; ten days after the last one the data is stale.
EVERY_DAYS, GRACE_DAYS = 7, 3


def made_of(data: Path, lexicon: Lexicon) -> tuple[Assembled, Build]:
    """The archive of `data` read: what came of each page, and the build of it."""
    source = last_source(data)
    assembled = assemble(read_pages(archived_pages(data), lexicon), Site())
    return assembled, _build(assembled, source)


def publish_archive(
    data: Path, lexicon: Lexicon, accept: tuple[str, ...], looked: bool = False
) -> None:
    """Publish the archive of `data`, and say what is in it and what to look at.

    `looked`: the site has just been looked at, which `versions.json` tells.
    """
    assembled, made = made_of(data, lexicon)
    fresh = freshness(datetime.now(UTC), EVERY_DAYS, GRACE_DAYS) if looked else None
    done = publish(made, data / "published", freshness=fresh, accept=accept)
    pages = sum(result.page.content is not None for result in assembled.results)
    reasons = ", ".join(f"{n} {reason}" for reason, n in sorted(assembled.reasons().items()))
    issues = ", ".join(f"{n} {code}" for code, n in sorted(assembled.issues().items()))
    click.echo(f"pages      {pages} read, {len(assembled.refused)} refused{_in_brackets(reasons)}")
    click.echo(f"records    {len(assembled.records)}")
    click.echo(f"issues     {issues or 'none'}")
    for one in done.checks:
        if not one.passed:
            click.echo(f"{one.level:10} {one.name}: {one.explanation}", err=True)
    new = "new version" if done.new else "nothing new, still version"
    click.echo(f"{new} {done.version} in {done.folder}")


def _in_brackets(text: str) -> str:
    return f" ({text})" if text else ""


def _build(made: Assembled, source: str) -> Build:
    """The assembled run in the words of `output`."""
    return build(
        (one.record for one, _ in made.records),
        rejected=[
            *(
                Rejected(input=result.page.url, page=result.name, reason=refused.reason.value,
                         detail=refused.detail, record=None)
                for result, refused in made.refused
            ),
            *(
                Rejected(input=result.page.url, page=result.name, reason="duplicate-id",
                         detail=one.record.id, record=one.record.model_dump_json())
                for one, result in made.duplicates
            ),
        ],
        pages=[
            PageRow(url=row.url, page=row.page, outcome=row.outcome, reason=row.reason,
                    records=row.records, sha256=row.sha256, layout=row.layout,)
            for row in made.rows
        ],
        issues=[
            PageIssue(url=result.page.url, issue=issue)
            for result in made.results
            for issue in result.issues
        ],
        evidence=[
            EvidenceRow(referential=one.record.id, page_sha256=sha256, **seen._asdict())
            for one, sha256 in made.records
            for seen in one.evidence
        ],
        sources=[SourceRow(**row, sha256=None) for row in rows("sources.csv")],
        day=None if source == "mirror" else made.day,
        scope=source if source != "live" else "site" if made.is_whole else "part",
        code=version("eduscol-referentials"),
    )  # fmt: skip
