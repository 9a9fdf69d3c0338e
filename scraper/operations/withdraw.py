"""Withdraw a published version: the last good one before it becomes the latest."""

import logging
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from output.diff.compare_versions import version_folder
from output.publish.withdrawals import record_withdrawals
from output.versions.catalogue import Withdrawal
from output.versions.manifest import BrokenIndex, read_index
from output.versions.store import LOCK, Store
from schema.errors import Busy, UnusableInput
from schema.files import writable
from scraper.model.log_events import LogEvent, log
from scraper.operations.pull_origin import refuse_pulled
from scraper.operations.report_store import utc_now


class Withdrawn(NamedTuple):
    """The version withdrawn, and the latest from here on; None when no version is left."""

    version: str
    latest: str | None


def withdraw(data: Path, name: str, reason: str) -> Withdrawn:
    """Withdraw the version `name` (or `latest`) of `data`; its folder stays where it is.

    The records that it changed are not published again as they were in it by the same program
    unless `withdrawn` is accepted: see `output.publish.withdrawn_data`.
    `UnusableInput` for a version that is not there or already withdrawn, or an empty reason;
    `Busy`; `UnusableTarget`, also where the versions were pulled: they are withdrawn where they are
    published.
    """
    if not reason.strip():
        raise UnusableInput("--reason: say why, in one line: versions.json shows it to others")
    published = data / "published"
    refuse_pulled(published)
    folder = version_folder(published, name)
    with writable(published):
        try:
            with FileLock(published / LOCK, timeout=0):
                index, store = read_index(folder.resolve()), Store(published)
                withdrawal = Withdrawal(
                    version=index.version,
                    reason=reason.strip(),
                    at=utc_now(),
                    content_sha256=index.content_sha256,
                    code=index.made.code,
                )
                _refuse_second(store, withdrawal)
                latest = store.withdraw(withdrawal)
                record_withdrawals(store, latest)
        except Timeout:
            raise Busy(f"another call is publishing into {published}; wait for it") from None
        except BrokenIndex as error:
            raise UnusableInput(f"{error}; move the damaged version away instead") from error
    log(
        LogEvent.VERSION_WITHDRAWN,
        level=logging.INFO,
        version=index.version,
        reason=withdrawal.reason,
    )
    return Withdrawn(index.version, latest)


def _refuse_second(store: Store, withdrawal: Withdrawal) -> None:
    """Raise `UnusableInput` for a version that was withdrawn for another reason.

    With the same reason a withdrawal that was cut short is completed.
    """
    for former in store.withdrawals():
        if former.version == withdrawal.version and former.reason != withdrawal.reason:
            raise UnusableInput(
                f"{former.version} was already withdrawn at {former.at}: {former.reason}; nothing "
                "is left to do"
            )
