"""Stopping in good order: a signal ends waiting at once and the crawl after the page in hand."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_STEP = 0.2


class Interrupted(Exception):
    """Waiting was ended by a signal; nothing was learnt about the page."""


class Stop:
    """Whether to stop, and why: `reason` is None while the crawl may go on."""

    def __init__(self) -> None:
        self.reason: str | None = None

    def sleep(self, seconds: float) -> None:
        """Wait; `Interrupted` as soon as there is a reason to stop."""
        until = time.monotonic() + seconds
        while True:
            if self.reason:
                raise Interrupted(self.reason)
            left = until - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, _STEP))


@contextmanager
def stop_on_signals(stop: Stop) -> Iterator[None]:
    """SIGTERM and Ctrl-C set `stop`; a second one of the same kind ends the process as usual."""

    def on_signal(number: int, _frame: FrameType | None) -> None:
        stop.reason = f"stopped by {signal.Signals(number).name}"
        signal.signal(number, former[signal.Signals(number)])

    former = {}
    try:
        for number in (signal.SIGTERM, signal.SIGINT):
            former[number] = signal.getsignal(number)
            signal.signal(number, on_signal)
    except ValueError:  # not in the main thread: whoever runs us there has to set `stop`
        former = {}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
