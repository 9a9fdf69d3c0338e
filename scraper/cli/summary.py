"""Print the outcome of fetching and of publishing, and log the facts that operators look at."""

import logging
from typing import TYPE_CHECKING

from scraper.cli.say import say
from scraper.model.log_events import LogEvent, log
from scraper.model.response import Outcome
from scraper.model.wording import counted, failures_text

if TYPE_CHECKING:
    from scraper.crawl.fetch_options import FetchReport
    from scraper.pipeline.build_version import Publication

_LEVELS = {"info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_ANSWERED = ("new", "changed", "same", "not-modified")


def print_fetch(report: "FetchReport", as_json: bool) -> None:
    """Print the outcome of `fetch`: addresses by outcome, failures by kind."""
    if as_json:
        return
    say(f"addresses  {report.known} known: {counted(report.outcomes) or 'none asked for'}")
    if report.failures:
        say(f"failures   {failures_text(report.failures, report.statuses)}")
    _say_if_copy_is_of_others(report)


def print_answers(report: "FetchReport", as_json: bool) -> None:
    """Print the results of `run` from the site; the line of pages counts outcomes of addresses."""
    if as_json:
        return
    answers = {name: report.outcomes[name] for name in _ANSWERED if report.outcomes.get(name)}
    failures = failures_text(report.failures, report.statuses)
    failed = f"; no usable answer: {failures}" if failures else ""
    suspect = report.outcomes.get(Outcome.SUSPECT)
    held_back = f"; held back: {suspect}" if suspect else ""
    say(f"answers    {counted(answers) or 'none'}{held_back}{failed}")
    _say_if_copy_is_of_others(report)


def _say_if_copy_is_of_others(report: "FetchReport") -> None:
    if report.outcomes and report.outcomes.keys() == {Outcome.NOT_IN_COPY}:
        say("missing    none of the known addresses is in the copy; name those of its pages with "
            "--seeds FILE")  # fmt: skip


def print_publication(publication: "Publication", as_json: bool) -> None:
    """Print the summary on standard output; log failed checks and issues of sources."""
    from scraper.pipeline.publication_summary import summary_lines

    lines = [] if as_json else list(summary_lines(publication))
    for line in lines[:-1]:
        say(line)
    _log(publication)
    for line in lines[-1:]:
        say(line)


def _log(publication: "Publication") -> None:
    for file in publication.inputs.sources.fetched:
        for issue in file.issues:
            text = f"{file.address}: {issue.message}"
            log(LogEvent.SOURCE_ISSUE, text, level=_LEVELS[issue.severity], url=file.address,
                reason=issue.message)  # fmt: skip
    published = publication.published
    for check in published.checks:
        if not check.passed:
            severity = "accepted" if check.level == "fatal" else check.level
            text = f"{check.name}: {check.explanation}"
            log(LogEvent.CHECK_FAILED, text, level=logging.WARNING, check=check.name,
                severity=severity, explanation=check.explanation)  # fmt: skip
    event = LogEvent.VERSION_PUBLISHED if published.new else LogEvent.NOTHING_NEW
    log(event, version=published.version)
