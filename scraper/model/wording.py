"""Word numbers of things in messages."""

from collections.abc import Mapping

from scraper.model.response import FailureKind


def numbered(number: int, plural: str) -> str:
    """Return `3 pages`, `1 page`; `plural` is a regular plural, whose last letter falls away."""
    return f"{number} {plural.removesuffix('s') if number == 1 else plural}"


def counted(counts: Mapping[str, int]) -> str:
    """Return `3 name, 1 other`, in order of name."""
    return ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))


def failures_text(failures: Mapping[str, int], statuses: Mapping[str, int]) -> str:
    """Return `1 HTTP 404, 3 robots`: failures by kind, those by an HTTP status with the status."""
    counts = dict(failures)
    by_status = counts.pop(FailureKind.STATUS.value, 0)
    counts |= {f"HTTP {status}": number for status, number in statuses.items()}
    if unknown := by_status - sum(statuses.values()):  # a report from before statuses were counted
        counts[FailureKind.STATUS.value] = unknown
    return counted(counts)
