"""Stop in good order: a signal or a time limit ends waits at once, and the crawl after the page."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_STEP = 0.2


class Interrupted(Exception):
    """Raised when a wait is ended by a signal or a time limit; the page was not requested."""


class Stop:
    """Holds the reason to stop: set by a signal, or a time limit that has passed."""

    def __init__(self) -> None:
        self.reason: str | None = None
        self._limit = self._deadline = float("inf")

    def limit(self, seconds: float) -> None:
        """Set a time limit, counted from now."""
        self._limit, self._deadline = seconds, time.monotonic() + seconds

    def check(self) -> str | None:
        """Return the reason to stop; None while the crawl may go on."""
        if self.reason is None and time.monotonic() >= self._deadline:
            return f"the limit of {self._limit:.0f} seconds is reached"
        return self.reason

    def sleep(self, seconds: float) -> None:
        """Wait; `Interrupted` as soon as there is a reason to stop."""
        until = time.monotonic() + seconds
        while True:
            if reason := self.check():
                raise Interrupted(reason)
            left = until - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, _STEP))


@contextmanager
def stop_on_signals(stop: Stop) -> Iterator[None]:
    """Let SIGTERM and Ctrl-C set `stop`; a second one ends the process as usual."""

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
