"""Trying again: how often, how long, and what the site asks for."""

from datetime import UTC, datetime

import pytest

from scraper.clients.retry import Retrier, RetryPolicy, asked_to_wait, may_pass
from scraper.model.response import Answer, Failure, FailureKind, Response

NOW = datetime(2026, 1, 1, tzinfo=UTC)
URL = "https://eduscol.education.fr/"


def response(status: int, retry_after: str | None = None) -> Response:
    headers = (("Retry-After", retry_after),) if retry_after is not None else ()
    return Response(URL, URL, status, headers, b"")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Thu, 01 Jan 2026 00:02:00 GMT", 120.0),
        ("Thu, 01 Jan 2026 00:02:00", 120.0),
        ("Wed, 31 Dec 2025 00:00:00 GMT", 0.0),
        ("9" * 400, 999999999999.0),
        ("-1", None),
        ("1.5", None),
        ("٣", None),
        ("soon", None),
        ("Thu, 99 Jan 2026 99:99:99 GMT", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert asked_to_wait(response(503, value), NOW) == seconds


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, 599])
def test_statuses_that_may_pass(status: int) -> None:
    assert may_pass(response(status))


@pytest.mark.parametrize("status", [200, 301, 304, 400, 401, 403, 404, 410, 418, 451])
def test_statuses_that_are_an_answer(status: int) -> None:
    assert not may_pass(response(status))


def test_failures_that_may_pass() -> None:
    passing = {kind for kind in FailureKind if may_pass(Failure(URL, kind, ""))}
    assert passing == {
        FailureKind.DNS,
        FailureKind.CONNECT,
        FailureKind.TIMEOUT,
        FailureKind.TRUNCATED_BODY,
    }


def tried(policy: RetryPolicy, *answers: Answer) -> tuple[Answer, list[float]]:
    """The last answer and the waits before it; the last of `answers` is repeated."""
    waits: list[float] = []
    queue = list(answers)

    def ask() -> Answer:
        return queue.pop(0) if len(queue) > 1 else queue[0]

    return Retrier(policy, waits.append, lambda: NOW)(ask), waits


def test_waits_grow_up_to_a_longest_one() -> None:
    policy = RetryPolicy(attempts=7, first=1.0, longest=8.0)
    answer, waits = tried(policy, response(500))
    assert isinstance(answer, Response)
    assert answer.status == 500
    assert len(waits) == 6
    assert all(low <= wait <= 8.0 for low, wait in zip([1, 2, 4, 8, 8, 8], waits, strict=True))


def test_the_site_s_wait_counts_when_it_is_longer() -> None:
    answer, waits = tried(RetryPolicy(), response(429, "30"), response(200))
    assert isinstance(answer, Response)
    assert (answer.status, waits) == (200, [30.0])


def test_a_wait_above_the_cap_ends_the_attempts() -> None:
    policy = RetryPolicy(retry_after=120.0)
    answer, waits = tried(policy, response(429, "121"), response(200))
    assert isinstance(answer, Response)
    assert (answer.status, waits) == (429, [])
    assert Retrier(policy, waits.append, lambda: NOW).is_long(answer)


def test_an_answer_that_stalls_is_not_repeated_for_long() -> None:
    stalled, refused = (
        Failure(URL, FailureKind.TIMEOUT, "", stalled=is_stalled) for is_stalled in (True, False)
    )
    policy = RetryPolicy(attempts=4, stalled=0.0)
    assert len(tried(policy, stalled)[1]) == 0
    assert len(tried(policy, refused)[1]) == 3
    assert len(tried(RetryPolicy(attempts=4), stalled)[1]) == 3


def test_the_total_time_is_capped() -> None:
    _, waits = tried(RetryPolicy(total=0.0), response(500))
    assert waits == []
