"""Retry requests that may succeed a little later, with growing waits, as the site asks.

Connection faults, timeouts, 408, 429 and 5xx are retried; other statuses are an answer.
`Retry-After` (RFC 9110, 10.2.3; seconds or a date) is waited for up to a cap; a request that asks
for more is not repeated.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import chain, count

from tenacity import RetryCallState, Retrying, retry_if_result, stop_after_attempt, stop_any
from tenacity.stop import stop_after_delay
from tenacity.wait import wait_exponential_jitter

from scraper.model.response import Answer, Failure, FailureKind, Response

_PASSING = frozenset(
    {FailureKind.DNS, FailureKind.CONNECT, FailureKind.TIMEOUT, FailureKind.TRUNCATED_BODY}
)


@dataclass(frozen=True)
class RetryPolicy:
    """How often a request is repeated, and how long it waits in between.

    - `attempts`: requests, the first among them.
    - `total`: seconds for all attempts.
    - `stalled`: seconds after which a request whose answer stalls is not repeated: each attempt
      takes as long as the client waits, and each address of a page may stall.
    - `first`: seconds of the first wait; later ones are longer.
    - `longest`: seconds of the longest wait.
    - `retry_after`: longest `Retry-After` that is kept, in seconds.
    """

    attempts: int = 4
    total: float = 300.0
    stalled: float = 45.0
    first: float = 1.0
    longest: float = 60.0
    retry_after: float = 120.0


def may_pass(answer: Answer) -> bool:
    """Return whether the same request may succeed a little later."""
    if isinstance(answer, Failure):
        return answer.kind in _PASSING and not answer.permanent
    return isinstance(answer, Response) and (
        answer.status in (408, 429) or 500 <= answer.status <= 599
    )


def asked_to_wait(answer: Answer, now: datetime) -> float | None:
    """Return the seconds that `Retry-After` asks for; None without it or if it is malformed."""
    response = answer.response if isinstance(answer, Failure) else answer
    value = response.header("retry-after") if isinstance(response, Response) else None
    if not value:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:12])
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Retrier:
    """Repeats calls by `policy`; `sleep` makes the waits and may raise to end them."""

    def __init__(
        self,
        policy: RetryPolicy,
        sleep: Callable[[float], None],
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self.policy, self._sleep, self._now = policy, sleep, now
        self._growing = wait_exponential_jitter(
            multiplier=policy.first, max=policy.longest, jitter=policy.first
        )

    def __call__(self, ask: Callable[[], Answer]) -> Answer:
        """Call `ask` until its answer is not to be retried; return the last answer."""
        begun = time.monotonic()
        first = ask()
        if not self._is_to_be_repeated(first, begun):
            return first  # nearly always, at no cost
        left = self.policy.total - (time.monotonic() - begun)
        answers = chain((first,), (ask() for _ in count(2)))
        retrying = Retrying(
            sleep=self._sleep,
            stop=stop_any(stop_after_attempt(self.policy.attempts), stop_after_delay(left)),
            wait=self._wait,
            retry=retry_if_result(lambda answer: self._is_to_be_repeated(answer, begun)),
            retry_error_callback=_last_answer,
        )
        return retrying(lambda: next(answers))

    def _is_to_be_repeated(self, answer: Answer, begun: float) -> bool:
        if isinstance(answer, Failure) and answer.stalled:
            return time.monotonic() - begun < self.policy.stalled
        return may_pass(answer) and not self.is_long(answer)

    def is_long(self, answer: Answer) -> bool:
        """Return whether the site asks for a longer wait than the policy allows."""
        seconds = asked_to_wait(answer, self._now())
        return seconds is not None and seconds > self.policy.retry_after

    def _wait(self, state: RetryCallState) -> float:
        seconds = asked_to_wait(_last_answer(state), self._now())
        return max(self._growing(state), seconds or 0.0)


def _last_answer(state: RetryCallState) -> Answer:
    assert state.outcome is not None
    answer: Answer = state.outcome.result()
    return answer
