"""Advise an operator, by the outcome of the last call."""

from pathlib import Path

from scraper.operations.run_report import CheckReport, RunOutcome, RunReport

_PROGRAM_FAULTS = ("schema-validity", "integrity", "determinism")
_WITHDRAWN = "withdrawn"
_ADVICE = {
    RunOutcome.UNAVAILABLE: "nothing is lost: the next scheduled call goes on; if it lasts, open "
    "the address above in a browser, then lower --rate or ask the site",
    RunOutcome.UNUSABLE: "mend what the cause names, then run the same command again",
    RunOutcome.FAULT: "a fault of the program: please report it with the log file",
    RunOutcome.KILLED: "run the same command again: it goes on where it was; look at memory "
    "and time limits of the scheduler if it happens again",
    RunOutcome.INCOMPLETE: "the next scheduled call goes on",
}


def advice_for(health: str, last: RunReport | None, data: Path) -> tuple[str, ...]:
    """Return steps, the most useful first; nothing for a healthy folder."""
    if health == "healthy":
        return ()
    if health == "held-back":
        return (
            "look at the pages in a browser; what lasts is taken on a later day, or at once with "
            f"eduscol run --data {data} --accept page-suspect",
        )
    if health == "stale":
        return (
            "no run has asked the site in time: look at the scheduler (systemctl list-timers, "
            "crontab -l), then run eduscol run",
        )
    if last is None:
        return (f"make a first run: eduscol run --data {data}",)
    if last.outcome is RunOutcome.REFUSED:
        return tuple(_after_refusal(last, data))
    return (_ADVICE[last.outcome],) if last.outcome in _ADVICE else ()


def _after_refusal(last: RunReport, data: Path) -> list[str]:
    """Return the advice for each kind of check that failed."""
    failed = last.failed_checks
    advice = []
    is_withdrawn = any(check.name == _WITHDRAWN for check in failed)
    if is_withdrawn:
        advice.append(
            "the data is that of a withdrawn version: mend what it was withdrawn for, then run "
            "the same command again"
        )
    elif any(check.name.startswith("values:") for check in failed) or _has_unknown_labels(last):
        advice.append(
            f"headings were renamed? eduscol suggest-labels --data {data} proposes lexicon "
            f"lines; then eduscol publish --data {data} --lexicon FILE"
        )
    if any(check.name in _PROGRAM_FAULTS for check in failed):
        advice.append("a fault of the program: please report it with the log file")
    accepted = [check.name for check in failed if _can_be_accepted(check)]
    if accepted:
        options = " ".join(f"--accept {name}" for name in accepted)
        reason = "if it is right after all" if is_withdrawn else "if the site really changed so"
        advice.append(f"{reason}: eduscol publish --data {data} {options}")
    return advice or [f"look at the cause, mend it, then eduscol publish --data {data}"]


def _has_unknown_labels(last: RunReport) -> bool:
    return last.data is not None and any(
        issue.code == "unknown-heading" for issue in last.data.issues
    )


def _can_be_accepted(check: CheckReport) -> bool:
    return check.name not in _PROGRAM_FAULTS
