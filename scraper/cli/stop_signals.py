"""End the process at SIGTERM or Ctrl-C, outside of a crawl, which ends in good order."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from scraper.model.exit_codes import EXIT_LATER

_TOLD: list[Callable[[str], None]] = []


def end_at_once(number: int, _frame: FrameType | None) -> None:
    """End at once, as after a kill; only the registered callback is called first.

    Unfinished files bear temporary names, and the next run removes them. An exception might be
    taken on its way for one of bad data.
    """
    os.write(2, b"eduscol: stopped; run the same command again\n")
    try:
        while _TOLD:  # emptied, so that a second signal does not wait
            _TOLD.pop()(signal.Signals(number).name)
    finally:
        os._exit(EXIT_LATER)


@contextmanager
def told_when_stopped(tell: Callable[[str], None]) -> Iterator[None]:
    """Call `tell` with the name of the signal that ends the process inside the `with`."""
    _TOLD.append(tell)
    try:
        yield
    finally:
        _TOLD.clear()
