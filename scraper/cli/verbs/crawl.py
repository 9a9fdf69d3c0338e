"""Verbs that fetch: fetch, run."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from scraper.cli.options import (
    SOURCE_PARAMETERS,
    accept_option,
    completion_options,
    format_options,
    lexicon_option,
    named_sources,
    source_options,
)


def _fetched(
    max_time: float | None, warc: tuple[Path, ...], captures: tuple[Path, ...], **options: Any
) -> Any:
    """Run `scraper.crawl.run` with a progress bar on a terminal, and say what came of it."""
    from scraper.cli.progress import progress
    from scraper.crawl.options import FetchOptions
    from scraper.crawl.run import fetch as fetch_pages

    if captures and not warc:
        raise click.UsageError(f"unexpected argument {captures[0]}; WARC files follow --warc")
    warcs = (*warc, *captures)
    if warcs and options["mirror"]:
        raise click.UsageError(
            "--mirror and --warc both stand in for the network: give one of them"
        )
    with progress() as on_progress:
        report = fetch_pages(FetchOptions(max_seconds=max_time, warc=warcs, **options), on_progress)
    counted = ", ".join(f"{number} {name}" for name, number in sorted(report.outcomes.items()))
    click.echo(f"addresses  {report.known} known: {counted or 'none asked for'}")
    if report.failures:
        failed = ", ".join(f"{number} {name}" for name, number in sorted(report.failures.items()))
        click.echo(f"failures   {failed}")
    return report


def _fetch_sources(addresses: tuple[str, ...], options: dict[str, Any]) -> None:
    """Fetch the files of sources as the options for pages say, and say what came of it."""
    from scraper.crawl.options import FetchOptions
    from scraper.pipeline.report import counted
    from scraper.sources.remote_files import fetch_sources

    names = ("data", "contact", "allow_hosts", "rate", "sample", "full")
    report = fetch_sources(FetchOptions(**{name: options[name] for name in names}), addresses)
    click.echo(f"fetched    {len(addresses)} files of sources: {counted(report.outcomes)}")


@click.command()
@source_options
def fetch(**options: Any) -> None:
    """Bring the archive up to date with the site; publish nothing.

    Stopped by a limit, a signal or a fault it exits 75, and goes on when called again. What came
    of each address is counted: new, changed, same, not-modified (304), alias (leads to a page
    known under another address), gone, failed (why: below it), robots (not allowed), not-tried,
    not-in-copy. A soft-error is an error page sent with status 200.

    \b
    Example: eduscol fetch --contact you@example.org --max-pages 5 --data data/live
    """
    report = _fetched(**options)
    report.raise_for_later()


@click.command()
@source_options
@completion_options
@lexicon_option
@format_options
@accept_option
@click.pass_obj
def run(
    config: Any,
    /,
    lexicon: Path | None,
    accept: tuple[str, ...],
    formats: tuple[str, ...],
    **options: Any,
) -> None:
    """The whole way: fetch the pages, read them, publish a version.

    Before the pages, the files of other sources are fetched whose address is given, and nothing
    else from there. When that fails, the file that came last is taken, and an issue tells. With
    --mirror or --warc nothing is asked for, and the file that came last is taken too.

    \b
    Example: eduscol run --mirror tests/fixtures/site --data data/sample
             eduscol run --contact you@example.org --data data/live
             eduscol run --config eduscol.toml
    """
    from scraper.cli.summary import print_publication
    from scraper.crawl.lock import locked
    from scraper.pipeline.inputs import read_inputs
    from scraper.pipeline.publish import publish_archive
    from scraper.sources.remote_files import located

    sources = named_sources(**{name: options.pop(name) for name in SOURCE_PARAMETERS})
    inputs = read_inputs(lexicon, config.content, None, formats)
    with locked(options["data"]):
        if sources.addresses and not options["mirror"] and not options["warc"]:
            _fetch_sources(sources.addresses, options)
        inputs = replace(inputs, sources=located(options["data"], sources))
        if inputs.sources.with_pages:
            _fetched(**options).raise_for_later()
        print_publication(publish_archive(options["data"], inputs, config.gates, accept))
