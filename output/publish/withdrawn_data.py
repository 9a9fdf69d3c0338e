"""Check that data does not bring back what a version was withdrawn for."""

from heapq import merge
from itertools import groupby

from output.checks.check_result import Check
from output.dataset.dataset import Dataset
from output.dataset.record_lines import RecordLines
from output.diff.changes import field_changes
from output.diff.version_content import VersionContent, read_content
from output.publish.version_identity import content_sha256
from output.versions.catalogue import Withdrawal
from output.versions.manifest import BrokenIndex, Index, read_index
from output.versions.store import Store

_NAME = "withdrawn"


def withdrawn_check(
    dataset: Dataset, new: VersionContent, last: Index | None, before: VersionContent, store: Store
) -> Check:
    """Compare data with the versions of the same program that were withdrawn.

    Fatal when all records that such a version has otherwise than the last one are again as there,
    or when the data is the same to the byte; a warning when some of them are. `new`: the content of
    `dataset`; `last`, `before`: index and content of the version in force.
    """
    some: Check | None = None
    for withdrawal in store.withdrawals():
        if withdrawal.code != dataset.code:
            continue
        was = _withdrawn(withdrawal, dataset, store)
        back, of = _brought_back(was.records, before.records, new.records) if was else (0, 0)
        if (of and back == of) or _is_same_data(withdrawal, dataset, last, store):
            text = f"this data was withdrawn as version {withdrawal.version}: {withdrawal.reason}"
            return Check(_NAME, back or 1, 0, "fatal", False, text)
        if back:
            text = (
                f"{back} of the {of} records that were changed in version {withdrawal.version} "
                f"(withdrawn: {withdrawal.reason}) are as they were there"
            )
            some = Check(_NAME, back, 0, "warning", False, text)
    return some or Check(_NAME, 0, 0, "fatal", True, "this data was not withdrawn")


def _is_same_data(
    withdrawal: Withdrawal, dataset: Dataset, last: Index | None, store: Store
) -> bool:
    """Return whether the data is that of the version, and no later version is in force.

    Data with the same records in force was accepted since.
    """
    if withdrawal.content_sha256 != content_sha256(dataset):
        return False
    try:
        history = read_index(store.folder / withdrawal.version).history
    except BrokenIndex:
        return True
    return last is None or any(version.version == last.version for version in history)


def _withdrawn(withdrawal: Withdrawal, dataset: Dataset, store: Store) -> VersionContent | None:
    """Return the content of a version; None when its folder is gone, damaged or of another scope.

    A version of another scope lacks records for that reason alone.
    """
    try:
        content = read_content(store.folder / withdrawal.version)
    except BrokenIndex:
        return None
    return content if content.scope == dataset.scope else None


def _brought_back(
    withdrawn: RecordLines, in_force: RecordLines, new: RecordLines
) -> tuple[int, int]:
    """Count the records that differ between two versions, and those of them as in the first.

    Return the latter first. What is no change in the list of changes is none here.
    """
    back = of = 0
    for name, _ in groupby(merge(withdrawn.ids(), in_force.ids())):
        if not _is_same(name, withdrawn, in_force):
            of += 1
            back += _is_same(name, withdrawn, new)
    return back, of


def _is_same(name: str, first: RecordLines, second: RecordLines) -> bool:
    """Return whether both have the record with the same values, or both lack it."""
    if first.line(name) == second.line(name):
        return True
    before, after = first.get(name), second.get(name)
    return bool(before and after) and not any(field_changes(before or {}, after or {}))
