"""Record a call of `run`, `fetch` or `publish`: report, summary or JSON, notification."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

if TYPE_CHECKING:
    from scraper.cli.config import Config
    from scraper.operations.run_recorder import RunRecorder


@contextmanager
def recorded_call(
    verb: Literal["run", "fetch", "publish"], data: Path, config: "Config", as_json: bool
) -> Iterator["RunRecorder"]:
    """Record the call of the present command.

    Afterwards its report is printed as JSON if asked for, and a change of health is notified.
    """
    from scraper.cli.say import say
    from scraper.cli.stop_signals import told_when_stopped
    from scraper.operations.run_recorder import recorded

    # settings of notices are checked now: they must not fail when a notice is due
    config.notify.check()
    recorder = None
    try:
        with (
            recorded(data, verb, _parameters()) as recorder,
            told_when_stopped(recorder.stopped),
        ):
            yield recorder
    finally:
        if recorder:
            if as_json:
                say(recorder.report.model_dump_json(indent=2))
            if recorder.is_written:
                _tell(data, config, recorder)


def _parameters() -> dict[str, Any]:
    context = click.get_current_context()
    return {name: value for name, value in context.params.items() if name != "captures" or value}


def _tell(data: Path, config: "Config", recorder: "RunRecorder") -> None:
    """Tell a change of health, and ask the heartbeat after a good call."""
    from scraper.operations.notify import beat, tell_change
    from scraper.operations.run_report import GOOD, RunOutcome
    from scraper.operations.status import status_of

    if recorder.report.outcome is RunOutcome.BUSY:
        return
    settings = config.notify
    path = click.get_current_context().meta["eduscol.config"]
    status = status_of(data, held_back_above=settings.held_back_above, config=path)
    tell_change(data, settings, status)
    if recorder.report.outcome in GOOD:
        beat(settings)
