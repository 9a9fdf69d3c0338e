"""Limit the rate of requests: over all hosts together, and never faster than the site asks."""

import time
from collections.abc import Callable
from typing import ClassVar

# Requests a second where the user gives no `--rate`.
DEFAULT_RATE = 1.0


class RateLimit:
    """At most one request in `interval` seconds, counted from start to start; 0 for no limit.

    Requests of earlier instances in this process count: to the site they are one visitor.
    """

    _latest: ClassVar[float] = float("-inf")

    def __init__(
        self,
        interval: float,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.interval = interval
        self._sleep, self._clock = sleep, clock
        self._next = RateLimit._latest + interval if clock is time.monotonic else float("-inf")

    def at_least(self, seconds: float) -> None:
        """Slow down to one request in `seconds`; never speed up."""
        self.interval = max(self.interval, seconds)

    def wait(self) -> None:
        """Wait until the next request may begin."""
        left = self._next - self._clock()
        if left > 0:
            self._sleep(left)
        begun = self._clock()
        self._next = begun + self.interval
        if self._clock is time.monotonic:
            RateLimit._latest = begun
