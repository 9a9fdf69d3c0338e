"""Check a dataset before it is published: by itself, and against the versions before it.

Success is derived from the results. A fatal check that fails prevents the publication unless it
is accepted by name.
"""

from collections.abc import Sequence

from output.checks.against_past import AGAINST_LAST, fallen_records
from output.checks.check_result import Check
from output.checks.of_dataset import OF_DATASET
from output.checks.thresholds import Bounds
from output.diff.version_content import NOTHING, VersionContent


def run_checks(
    new: VersionContent,
    last: VersionContent | None,
    bounds: Bounds,
    earlier: Sequence[int] = (),
) -> tuple[Check, ...]:
    """Run every check on a dataset but those of `output.publish`, which writing it makes.

    `last`: the last version of the same scope, if there is one. `earlier`: the numbers of records
    of all earlier versions of the scope, in order.
    """
    compared = last or NOTHING
    return (
        *(check for rule in OF_DATASET for check in rule(new, bounds)),
        *(check for rule in AGAINST_LAST for check in rule(new, compared, bounds)),
        fallen_records(new, earlier, bounds),
    )
