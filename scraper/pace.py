"""The pace of requests: over all hosts together, and never faster than the site asks."""

import time
from collections.abc import Callable


class Pace:
    """At most one request in `interval` seconds, counted from start to start; 0 for no limit."""

    def __init__(
        self,
        interval: float,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.interval = interval
        self._sleep, self._clock = sleep, clock
        self._next = float("-inf")

    def at_least(self, seconds: float) -> None:
        """The site asks for `seconds` between requests; a faster pace becomes this one."""
        self.interval = max(self.interval, seconds)

    def wait(self) -> None:
        """Return when the next request may begin."""
        left = self._next - self._clock()
        if left > 0:
            self._sleep(left)
        self._next = self._clock() + self.interval
