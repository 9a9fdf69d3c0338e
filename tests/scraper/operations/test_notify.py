"""Notification: once a change, with the cause; a notifier that fails never matters."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from schema.errors import UnusableInput
from scraper.operations import notify
from scraper.operations.notify import beat, tell_change
from scraper.operations.notify_settings import NotifySettings
from scraper.operations.status_model import Health, Status, Wording
from tests.faults.server import FaultServer, serving


def status(health: Health) -> Status:
    return Status(
        health=health,
        checked_at="2026-11-26T03:00:00Z",
        headline=Wording(en="the headline", fr="le titre"),
        causes=(Wording(en="the cause", fr="la cause"),),
    )


@pytest.fixture
def settings(tmp_path: Path) -> NotifySettings:
    """A command that appends what it is told to a file."""
    script = tmp_path / "notify.sh"
    script.write_text(f'{{ echo "$EDUSCOL_TITLE"; cat; }} >> {tmp_path}/told\n')
    return NotifySettings(command=f"sh {script}")


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with serving({"/beat/s3cr3t": lambda x: x.answer(200, b"ok")}) as server:
        yield server


def test_a_change_is_told_once_with_the_cause(tmp_path: Path, settings: NotifySettings) -> None:
    told = tmp_path / "told"
    assert not tell_change(tmp_path, settings, status(Health.HEALTHY))
    assert tell_change(tmp_path, settings, status(Health.FAILING))
    assert not tell_change(tmp_path, settings, status(Health.FAILING))
    assert "healthy -> failing" in told.read_text()
    assert told.read_text().count("the cause") == 1
    assert tell_change(tmp_path, settings, status(Health.HEALTHY))
    assert "failing -> healthy" in told.read_text()


def test_a_call_that_has_nobody_to_tell_leaves_it_to_one_that_has(
    tmp_path: Path, settings: NotifySettings
) -> None:
    assert not tell_change(tmp_path, NotifySettings(), status(Health.FAILING))
    assert tell_change(tmp_path, settings, status(Health.FAILING))
    assert "the cause" in (tmp_path / "told").read_text()


def test_another_cause_of_failing_is_told(tmp_path: Path, settings: NotifySettings) -> None:
    def told(cause: str) -> bool:
        failing = status(Health.FAILING)
        causes = (Wording(en=cause, fr=""),)
        return tell_change(tmp_path, settings, failing.model_copy(update={"causes": causes}))

    assert told("unavailable: /a.html: status 500")
    assert not told("unavailable: /b.html: status 503")
    assert told("pages-unread: records whose page gave no usable answer: 100.0%")
    assert not told("pages-unread: records whose page gave no usable answer: 99.0%")
    assert "still failing, for another cause" in (tmp_path / "told").read_text()


@pytest.mark.parametrize("command", ["false", "/no/such/program"])
def test_a_notifier_that_fails_is_a_warning_and_tried_again(
    tmp_path: Path, settings: NotifySettings, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert not tell_change(tmp_path, NotifySettings(command=command), status(Health.FAILING))
    assert any(record.levelname == "WARNING" for record in caplog.records)
    assert tell_change(tmp_path, settings, status(Health.FAILING))
    assert (tmp_path / "told").exists()


def test_a_notifier_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notify, "COMMAND_SECONDS", 0.2)
    hanging = NotifySettings(command="sleep 60")
    assert not tell_change(tmp_path, hanging, status(Health.STALE))


def test_apprise_is_told_the_title_and_the_text(tmp_path: Path, server: FaultServer) -> None:
    server.routes["/"] = lambda x: x.answer(200, b"ok")
    settings = NotifySettings(addresses=[f"json://{server.host}/"])
    assert tell_change(tmp_path, settings, status(Health.FAILING))
    assert server.asked == ["/"]


def test_the_heartbeat_is_asked_and_its_failure_tells_no_secret(
    server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    beat(NotifySettings(heartbeat=server.url("/beat/s3cr3t")))
    assert server.asked == ["/beat/s3cr3t"]
    beat(NotifySettings(heartbeat=server.url("/gone/s3cr3t")))
    assert "failed" in caplog.text
    assert "gone/s3cr3t" not in caplog.text


@pytest.mark.parametrize(
    "settings",
    [NotifySettings(heartbeat="ftp://x"), NotifySettings(command="sh 'unclosed")],
)
def test_settings_that_cannot_be_used_are_refused_beforehand(settings: NotifySettings) -> None:
    with pytest.raises(UnusableInput, match=r"\[notify\]"):
        settings.check()
