"""Describe the requests and files of a run, without making any."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing, nullcontext
from urllib.parse import urlsplit

from output.versions.catalogue import read_versions
from schema.secrets import masked
from scraper.archive.archive import Archive
from scraper.crawl.fetch_options import FetchOptions, seeds_of, site_of
from scraper.pipeline.version_inputs import Inputs
from scraper.sources.source_options import SourceOptions
from scraper.state.frontier import State, past_state


def dry_run(options: FetchOptions, sources: SourceOptions, inputs: Inputs) -> Iterator[str]:
    """Yield lines that describe the requests, inputs and outputs of `run` with these options.

    Raises as `seeds_of`. Nothing is asked for: how many pages robots.txt forbids, and which new
    ones are linked, is not known.
    """
    site = site_of(options)
    seeds = {site.key(a): a for group in seeds_of(options, site) for a in group.addresses}
    if sources.with_pages:
        with _state(options) as state:
            yield from _pages(options, seeds, state)
    if sources.addresses and options.source == "live":
        yield f"asks       files of sources: {', '.join(map(masked, sources.addresses))}"
    if sources.with_documents and options.source == "live":
        yield (
            "asks       the PDFs that pages link to, at most "
            f"{options.max_documents} and {options.max_document_mb} MB"
        )
    for name, content in (("lexicon", inputs.lexicon_file), ("configuration", inputs.config)):
        if content is not None:
            yield f"reads      {name}, {len(content)} bytes"
    yield f"writes     {options.data}/archive, state.db, readings.db, reports, published"
    latest = read_versions(options.data / "published" / "versions.json").latest
    yield (
        f"publishes  a version after {latest}, if the checks pass; else {latest} stays"
        if latest
        else "publishes  a first version, if the checks pass"
    )


def _state(options: FetchOptions) -> "closing[State] | nullcontext[None]":
    """Open the state as the journals give it, in memory; None before the first run."""
    if not (options.data / "archive" / "runs").is_dir():
        return nullcontext()
    archive = Archive(options.data / "archive")
    if not (runs := archive.runs()):
        return nullcontext()
    return closing(past_state(archive, runs[-1], archive.size(runs[-1])))


def _pages(options: FetchOptions, seeds: dict[str, str], state: State | None) -> Iterator[str]:
    """Yield the lines on pages: how many, on which hosts, with validators, for how long."""
    wanted = dict(seeds)
    with_validators = 0
    opened = state.open_run() if state else None
    if state:
        for page in state.pages():
            wanted.pop(page.key, None)
            if page.pending or not opened:
                wanted[page.key] = page.addresses[0] if page.addresses else page.url
                is_known = bool(page.etag or page.last_modified) and not options.full
                with_validators += is_known
    if opened:
        yield f"goes on    run {opened[0]}, which did not end"
    hosts = Counter(urlsplit(address).netloc for address in wanted.values())
    named = ", ".join(f"{number} on {host}" for host, number in hosts.most_common())
    number = min(len(wanted), options.max_pages or len(wanted))
    if options.source != "live":
        yield f"reads      {len(wanted)} addresses from the {options.source}: nothing is asked"
        return
    yield f"asks       {number} of {len(wanted)} pages: {named or 'none'}"
    yield f"           {with_validators} with validators; then the pages that they link to"
    yield "           robots.txt of each host first, and the sitemaps that it names"
    if options.rate > 0:
        minutes = number / options.rate / 60
        yield f"           {options.rate:g} a second: about {max(minutes, 1):.0f} minutes"
