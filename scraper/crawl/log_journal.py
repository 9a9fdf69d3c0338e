"""Log the events of a run's journal in the vocabulary of the log."""

import logging

from schema.secrets import masked
from scraper.archive.journal import (
    AddressesFound,
    Event,
    FileRead,
    PageRequested,
    RunEnded,
    RunResumed,
    RunStarted,
    RunStopped,
)
from scraper.model.log_events import LogEvent, is_logged, log

_ASIDES = {
    "robots": LogEvent.ROBOTS_READ,
    "sitemap": LogEvent.SITEMAP_READ,
    "seeds": LogEvent.SEEDS_READ,
}


def log_journal_event(run: str, event: Event) -> None:
    """Log one event of the run; page by page at level DEBUG, the course of the run at INFO."""
    if isinstance(event, PageRequested) and not is_logged(logging.DEBUG):
        return  # most lines by far
    match event:
        case RunStarted():
            log(LogEvent.RUN_STARTED, level=logging.INFO, run=run, source=event.source)
        case RunResumed():
            log(LogEvent.RUN_RESUMED, level=logging.INFO, run=run)
        case RunStopped():
            reason = masked(event.reason)
            log(LogEvent.RUN_STOPPED, level=logging.INFO, run=run, reason=reason)
        case RunEnded():
            log(LogEvent.RUN_ENDED, level=logging.INFO, run=run)
        case AddressesFound():
            log(LogEvent.ADDRESSES_FOUND, run=run, origin=event.origin, count=len(event.addresses))
        case FileRead():
            log(
                _ASIDES[event.what],
                run=run,
                url=masked(event.url),
                status=event.status,
                detail=event.detail and masked(event.detail),
            )
        case PageRequested():
            log(
                LogEvent.PAGE_ASKED,
                run=run,
                url=masked(event.asked[-1] if event.asked else event.key),
                outcome=event.outcome.value,
                status=event.status,
                kind=event.kind and event.kind.value,
                detail=event.detail and masked(event.detail),
            )
