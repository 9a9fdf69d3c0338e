"""Stop in good order: a signal or a time limit ends waits at once, and the crawl after the page.

A page that takes too long then is given up: nothing of it is recorded, and the next call requests
it again.
"""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_STEP = 0.2
# Seconds for the page in hand: init systems kill a minute and a half after the signal.
_GRACE = 10.0


class Interrupted(BaseException):
    """Raised when a wait or the page in hand is ended by a signal or a time limit.

    Not an `Exception`: no handler of bad data on its way may catch it.
    """


class Stop:
    """Holds the reason to stop: set by a signal, or a time limit that has passed.

    `grace`: seconds from then on for the page in hand.
    """

    def __init__(self, grace: float = _GRACE) -> None:
        self.reason: str | None = None
        self.grace = grace
        self._is_in_hand = False
        self._limit = self._deadline = float("inf")

    def limit(self, seconds: float) -> None:
        """Set a time limit, counted from now."""
        self._limit, self._deadline = seconds, time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Return the seconds that the time limit leaves."""
        return max(self._deadline - time.monotonic(), 0.0)

    def check(self) -> str | None:
        """Return the reason to stop; None while the crawl may go on."""
        if self.reason is None and time.monotonic() >= self._deadline:
            return f"the limit of {self._limit:g} seconds is reached"
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
    def page_in_hand(self) -> Iterator[None]:
        """Allow the work inside to be given up: a request or a reading, but nothing that writes."""
        self._is_in_hand = True
        try:
            yield
        finally:
            self._is_in_hand = False

    def give_up(self) -> None:
        """Raise `Interrupted` if there is a reason to stop and a page in hand."""
        if self._is_in_hand and (reason := self.check()):
            raise Interrupted(reason)


@contextmanager
def stop_on_signals(stop: Stop) -> Iterator[None]:
    """Let SIGTERM and Ctrl-C set `stop`, and an alarm end the page in hand when its time is over.

    A second signal ends the process as usual.
    """

    def on_signal(number: int, _frame: FrameType | None) -> None:
        stop.reason = f"stopped by {signal.Signals(number).name}"
        signal.signal(number, former[signal.Signals(number)])
        signal.setitimer(signal.ITIMER_REAL, stop.grace, _STEP)

    def on_alarm(_number: int, _frame: FrameType | None) -> None:
        stop.give_up()

    former = {}
    try:
        for number in (signal.SIGTERM, signal.SIGINT):
            former[number] = signal.getsignal(number)
            signal.signal(number, on_signal)
        former[signal.SIGALRM] = signal.signal(signal.SIGALRM, on_alarm)
        if stop.left < float("inf"):
            signal.setitimer(signal.ITIMER_REAL, stop.left + stop.grace, _STEP)
    except ValueError:  # not in the main thread: the caller there has to set `stop`
        former = {}
    try:
        yield
    finally:
        if former:
            signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in former.items():
            signal.signal(number, handler)
