"""Verbs that fetch: fetch, run."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scraper.cli.options import (
    SOURCE_PARAMETERS,
    accept_option,
    completion_options,
    documents_option,
    format_options,
    json_option,
    lexicon_option,
    log_options,
    named_sources,
    reading_options,
    schedule_options,
    source_options,
)
from scraper.cli.say import say
from scraper.model.wording import counted, numbered

if TYPE_CHECKING:
    from schema.lexicon import Lexicon
    from scraper.cli.config import Config
    from scraper.crawl.fetch_options import FetchOptions, FetchReport
    from scraper.crawl.graceful_stop import Stop
    from scraper.operations.run_recorder import RunRecorder
    from scraper.pipeline.processes import ReadOptions
    from scraper.pipeline.version_inputs import Inputs
    from scraper.sources.source_options import SourceOptions

# The check of pages held back; when accepted, the new answers replace the old pages.
PAGE_SUSPECT = "page-suspect"
# The check of what a version shows; when accepted, a copy of the site replaces the site's pages.
SCOPE = "scope"


def _fetch_options(
    max_time: float | None, warc: tuple[Path, ...], captures: tuple[Path, ...], **options: Any
) -> "FetchOptions":
    """Make the options of fetching of the parameters that `source_options` adds."""
    from scraper.crawl.fetch_options import FetchOptions

    if captures and not warc:
        raise click.UsageError(f"unexpected argument {captures[0]}; WARC files follow --warc")
    warcs = (*warc, *captures)
    if warcs and options["mirror"]:
        raise click.UsageError(
            "--mirror and --warc both stand in for the network: give one of them"
        )
    return FetchOptions(max_seconds=max_time, warc=warcs, **options)


def _fetched(options: "FetchOptions", recorder: "RunRecorder", stop: "Stop") -> "FetchReport":
    """Fetch the pages with a progress bar on a terminal, and record the outcome."""
    from scraper.cli.progress import progress
    from scraper.crawl.fetch import fetch as fetch_pages
    from scraper.operations.advice import moved_host

    with progress() as on_progress, recorder.stage("fetch"):
        report = fetch_pages(options, on_progress, stop)
    recorder.crawled(report)
    for host in recorder.report.crawl.moved if recorder.report.crawl else ():
        say(f"warning    {moved_host(host).en}", err=True)
    return report


def _fetch_documents(
    options: "FetchOptions",
    inputs: "Inputs",
    reading: "ReadOptions",
    recorder: "RunRecorder",
    stop: "Stop",
    as_json: bool,
) -> "FetchReport | None":
    """Fetch the PDFs that the archived pages link to, and print the outcome.

    `TryLater` when a signal or the limit of time ended the call; the bounds of documents do not.
    """
    from scraper.cli.progress import progress
    from scraper.pipeline.fetch_documents import fetch_documents, linked_documents

    with progress() as on_progress, recorder.stage("documents"):
        linked = linked_documents(options, inputs, reading)
        report = fetch_documents(options, linked, on_progress, stop)
    if report:
        recorder.fetched_documents(report)
    if not as_json:
        outcomes = counted(report.outcomes) if report else "none to fetch"
        others = f"; left out: {counted(linked.left_out)}" if linked.left_out else ""
        files = numbered(len(linked.addresses), "documents")
        say(f"fetched    {files} of pages: {outcomes}{others}")
    if report and stop.check():
        report.raise_for_later()
    return report


def _fetch_sources(
    addresses: tuple[str, ...], options: "FetchOptions", recorder: "RunRecorder", as_json: bool
) -> None:
    """Fetch the files of sources with the options of the pages, and print the outcome."""
    from scraper.crawl.fetch_options import FetchOptions
    from scraper.sources.remote_files import fetch_sources

    names = ("data", "contact", "allow_hosts", "rate", "sample", "full")
    given = FetchOptions(**{name: getattr(options, name) for name in names})
    with recorder.stage("sources"):
        report = fetch_sources(given, addresses)
    if not as_json:
        files = numbered(len(addresses), "files")
        say(f"fetched    {files} of sources: {counted(report.outcomes)}")


def _judge(
    options: "FetchOptions", sources: "SourceOptions", reading: "ReadOptions", lexicon: "Lexicon"
) -> None:
    """Raise `UnusableInput` for options that `run` cannot use, before it requests or writes."""
    from scraper.crawl.fetch import judge as judge_fetch
    from scraper.pipeline.workers import judge as judge_workers

    if sources.with_pages:
        judge_fetch(options)
    sources.judge(lexicon)
    judge_workers(reading)


def _say_what_would_be_done(
    options: "FetchOptions", sources: "SourceOptions", inputs: "Inputs"
) -> None:
    from scraper.operations.dry_run import dry_run

    for line in dry_run(options, sources, inputs):
        click.echo(line)


@click.command()
@source_options
@documents_option
@json_option
@log_options
@click.pass_obj
def fetch(config: "Config", /, as_json: bool, documents: bool, **parameters: Any) -> None:
    """Bring the archive up to date with the site; publish nothing.

    Stopped by a limit, a signal or a fault it exits 75, and continues when called again. The result
    for each address is counted: new, changed, same, not-modified (304), alias (leads to a page
    known under another address), suspect (held back: no référentiel where one stood), gone,
    failed (why: below it), robots (not allowed), not-tried, not-in-copy. A failure is an HTTP
    status (HTTP 404), of the network (dns, connect, tls, timeout, truncated-body), a redirect
    (off-host-redirect: to a host that --allow-host does not name; redirect-loop), an answer that
    is no page (wrong-type, too-large), or a soft-error: an error page sent with status 200. What a
    page lost is seen with the lexicon of --config, else with that of the last version.

    \b
    Example: eduscol fetch --contact you@example.org --max-pages 5 --data data/live
    """
    from scraper.archive.lock import locked
    from scraper.cli.report_and_notify import recorded_call
    from scraper.cli.summary import print_fetch
    from scraper.crawl.fetch import judge
    from scraper.crawl.graceful_stop import Stop
    from scraper.pipeline.processes import ReadOptions
    from scraper.pipeline.version_inputs import last_lexicon, read_inputs

    options = _fetch_options(**parameters)
    data, stop = options.data, Stop()
    with recorded_call("fetch", data, config, as_json) as recorder:
        own = config.lexicon.file
        inputs = read_inputs(Path(own) if own else last_lexicon(data))
        options = replace(options, lexicon=inputs.lexicon)
        judge(options)
        with locked(data):
            report = _fetched(options, recorder, stop)
            print_fetch(report, as_json)
            if documents and report.has_tried_all:
                fetched = _fetch_documents(options, inputs, ReadOptions(), recorder, stop, as_json)
                if fetched:
                    fetched.raise_for_later()
            report.raise_for_later()


@click.command()
@source_options
@completion_options
@lexicon_option
@format_options
@accept_option
@reading_options
@schedule_options
@click.option("--dry-run", is_flag=True, help="Say what would be asked and written; do nothing.")
@json_option
@log_options
@click.pass_obj
def run(
    config: "Config",
    /,
    lexicon: Path | None,
    accept: tuple[str, ...],
    formats: tuple[str, ...],
    every_days: int,
    grace_days: int,
    dry_run: bool,
    as_json: bool,
    reading: "ReadOptions",
    **parameters: Any,
) -> None:
    """Fetch the pages, read them, publish a version.

    Before the pages, the files of other sources are fetched whose address is given, and nothing
    else from there. When that fails, the file that came last is taken, and an issue tells. With
    --mirror or --warc nothing is asked for, and the file that came last is taken too.

    \b
    Example: eduscol run --mirror tests/fixtures/site --data data/try
             eduscol run --contact you@example.org --data data/live
             eduscol run --config eduscol.toml
    """
    from scraper.archive.lock import locked
    from scraper.cli.report_and_notify import recorded_call
    from scraper.cli.summary import print_answers, print_publication
    from scraper.crawl.graceful_stop import Stop
    from scraper.operations.publish_and_report import publish_recorded
    from scraper.pipeline.build_version import Schedule
    from scraper.pipeline.version_inputs import read_inputs
    from scraper.sources.remote_files import located

    sources = named_sources(**{name: parameters.pop(name) for name in SOURCE_PARAMETERS})
    options = _fetch_options(**parameters)
    data, schedule, stop = options.data, Schedule(every_days, grace_days), Stop()
    if dry_run:
        inputs = read_inputs(lexicon, config.content)
        _judge(options, sources, reading, inputs.lexicon)
        _say_what_would_be_done(options, sources, inputs)
        return
    with recorded_call("run", data, config, as_json) as recorder:
        inputs = read_inputs(lexicon, config.content, None, formats)
        _judge(options, sources, reading, inputs.lexicon)
        with locked(data):
            if sources.addresses and options.source == "live":
                _fetch_sources(sources.addresses, options, recorder, as_json)
            inputs = replace(inputs, sources=located(data, sources))
            report = documents = None
            if inputs.sources.with_pages:
                options = replace(
                    options,
                    accept_suspect=PAGE_SUSPECT in accept,
                    accept_copy=SCOPE in accept,
                    lexicon=inputs.lexicon,
                )
                report = _fetched(options, recorder, stop)
                print_answers(report, as_json)
                if not report.has_tried_all:
                    report.raise_for_later()
            if sources.with_documents:
                documents = _fetch_documents(options, inputs, reading, recorder, stop, as_json)
            publication = publish_recorded(
                recorder, data, inputs, config.gates, accept, schedule, reading
            )
            print_publication(publication, as_json)
            for fetched in (report, documents):
                if fetched:
                    # the pages that were read are published; others are to be requested again
                    fetched.raise_for_later()
