"""Results of checks: name, observed value, bound, level; and the refusal of those that failed."""

import re
from collections.abc import Collection
from typing import Literal, NamedTuple

from schema.errors import RefusedToPublish

# Faults of the program cannot be accepted: the result would not be a valid version.
FAULTS = frozenset({"schema-validity", "integrity", "order"})
# The warning that an option of the last version was left out.
INPUTS_GONE = "inputs-gone"
# Too many pages are held back: the site may have a new design, whose labels a lexicon can name.
HELD_BACK = "page-suspect"
# Checks, by the part of their name before the colon, that a wrong line of a lexicon makes fail.
OF_READING = frozenset({
    "filled", "values", "source-refused", "source-shrunk", "records", "records-gone",
    "records-fallen",
})  # fmt: skip

Level = Literal["fatal", "warning"]


class Check(NamedTuple):
    """A result. `observed` is None where there was nothing to compare with."""

    name: str
    observed: float | str | None
    bound: float | str
    level: Level
    passed: bool
    explanation: str


class FailedChecks(RefusedToPublish):
    """Raised with all results; its text names the failed ones and how to accept them.

    An option of the last version that was left out comes first: it is the likeliest cause. Before
    a failure of reading is accepted, a lexicon of the user's is to be looked at (`has_lexicon`).
    """

    def __init__(
        self, checks: tuple[Check, ...], accept: Collection[str] = (), has_lexicon: bool = False
    ) -> None:
        self.checks = checks
        self.failed = fatal(checks, accept)
        reasons = "; ".join(f"{check.name}: {check.explanation}" for check in self.failed)
        acceptable = [check.name for check in self.failed if check.name not in FAULTS]
        options = " ".join(f"--accept {name}" for name in acceptable)
        if len(acceptable) < len(self.failed):
            advice = "a fault of the program, which cannot be accepted: please report it"
        elif any(check.name == "records" and not check.observed for check in self.failed):
            advice = "nothing was read that could be published: eduscol status says what to do"
        else:
            advice = f"look at it, and publish it all the same with {options}"
        of_lexicon = has_lexicon and len(acceptable) == len(self.failed)
        if of_lexicon and OF_READING & {check.name.partition(":")[0] for check in self.failed}:
            advice = f"correct the line of the lexicon, or publish without --lexicon; else {advice}"
        if any(check.name == HELD_BACK for check in self.failed):
            advice = (
                "is it a new design? eduscol suggest-labels proposes lexicon lines, and run takes "
                f"them with --lexicon; else {advice}"
            )
        super().__init__(f"not published: {_left_out(checks)}{reasons}; {advice}")


def options_left_out(explanation: str) -> str:
    """Return the options that the explanation of a failed `inputs-gone` names, with a space."""
    return " ".join(re.findall("--[a-z-]+", explanation))


def _left_out(checks: Collection[Check]) -> str:
    """Return the start of a refusal that says what to give again; empty when nothing is missing."""
    for check in checks:
        if check.name == INPUTS_GONE and not check.passed:
            options = options_left_out(check.explanation)
            return (
                f"{check.name}: {check.explanation}: run the same command with {options} ..., or "
                "with the --config that names them; what fails without: "
            )
    return ""


def fatal(checks: Collection[Check], accept: Collection[str] = ()) -> tuple[Check, ...]:
    """Return the failed checks that prevent a publication."""
    return tuple(
        check
        for check in checks
        if not check.passed
        and check.level == "fatal"
        and (check.name in FAULTS or check.name not in accept)
    )


def _percentages(share: float, bound: float) -> tuple[str, str]:
    """Return both with as many decimals as the bound has, and as tell them apart; at most 5."""
    for decimals in range(1, 6):
        pair = f"{share:.{decimals}%}", f"{bound:.{decimals}%}"
        if round(bound, decimals + 2) == bound and (share == bound or pair[0] != pair[1]):
            break
    return pair


def at_most(name: str, share: float | None, bound: float, level: Level, subject: str) -> Check:
    """Make the check that `share` (0 to 1; None: nothing to compare with) is at most `bound`."""
    shown = None if share is None else round(share, 4)
    explanation = f"{subject}: nothing to compare with"
    if share is not None:
        shown_share, shown_bound = _percentages(share, bound)
        explanation = f"{subject}: {shown_share}, at most {shown_bound} allowed"
    return Check(name, shown, bound, level, share is None or share <= bound, explanation)


def at_least(name: str, share: float | None, bound: float, level: Level, subject: str) -> Check:
    """Make the check that `share` (0 to 1; None: nothing to count) is at least `bound`."""
    shown = None if share is None else round(share, 4)
    explanation = f"{subject}: nothing to count"
    if share is not None:
        shown_share, shown_bound = _percentages(share, bound)
        explanation = f"{subject}: {shown_share}, at least {shown_bound} needed"
    return Check(name, shown, bound, level, share is None or share >= bound, explanation)
