"""Signals and time limits end waits at once, and a page in hand that takes too long."""

import os
import signal
from pathlib import Path

import pytest

from scraper.crawl.graceful_stop import Interrupted, Stop, stop_on_signals
from scraper.model.response import Outcome
from tests.faults.crawling import crawl
from tests.faults.server import PAGE, Exchange, serving


def read_for_ever(stop: Stop) -> None:
    with stop.page_in_hand():
        while True:
            pass


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_reading_that_takes_too_long(number: signal.Signals) -> None:
    stop = Stop(grace=0.01)
    with stop_on_signals(stop):
        os.kill(os.getpid(), number)
        with pytest.raises(Interrupted, match=f"stopped by {number.name}"):
            read_for_ever(stop)


def test_a_time_limit_ends_a_reading_that_takes_too_long() -> None:
    stop = Stop(grace=0.01)
    stop.limit(0.01)
    with stop_on_signals(stop), pytest.raises(Interrupted, match=r"the limit of 0\.01 seconds"):
        read_for_ever(stop)


def test_a_signal_never_ends_what_writes() -> None:
    stop = Stop(grace=0.01)
    with stop_on_signals(stop):
        os.kill(os.getpid(), signal.SIGTERM)
        signal.sigtimedwait([], 0.3)  # more than one alarm comes meanwhile
    assert stop.reason == "stopped by SIGTERM"


def test_a_page_that_was_given_up_is_requested_by_the_next_call(tmp_path: Path) -> None:
    def slow(x: Exchange) -> None:
        if x.number == 1:
            os.kill(os.getpid(), signal.SIGTERM)
            x.wait(0.7)
        x.answer(200, PAGE)

    with serving({"/page.html": slow}) as server:
        stop = Stop(grace=0.01)
        crawled = crawl(tmp_path / "data", server, stop=stop)
        assert crawled.report.later == "stopped by SIGTERM"
        assert crawled.pages["/page.html"].outcome is Outcome.NOT_TRIED
        crawled = crawl(tmp_path / "data", server)
    assert crawled.report.later is None
    assert crawled.pages["/page.html"].outcome is Outcome.NEW
