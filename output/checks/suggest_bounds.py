"""Propose bounds for the checks from a healthy version."""

from math import floor

from output.checks.check_result import Check
from output.checks.of_dataset import OF_DATASET
from output.checks.thresholds import Bounds
from output.diff.version_content import VersionContent

# A healthy version may lose a tenth of each before it is ill.
_ROOM = 0.9
_FLOORS = {
    "records": "min_site_records",
    "filled:type": "min_filled_type_share",
    "filled:code": "min_filled_code_share",
    "filled:level": "min_filled_level_share",
    "filled:substance": "min_filled_substance_share",
    "source-small:list": "min_list_documents",
}


def suggested_bounds(healthy: VersionContent, bounds: Bounds) -> str:
    """Return the lines of a table `[gates]` (TOML) with floors a tenth below a healthy version."""
    checks = {check.name: check for rule in OF_DATASET for check in rule(healthy, bounds)}
    lines = ["[gates]"]
    for name, bound in _FLOORS.items():
        check = checks.get(name)
        if check is not None and isinstance(check.observed, int | float):
            lines.append(f"{bound} = {_floor(check)}  # observed: {check.observed:g}")
    return "\n".join(lines) + "\n"


def _floor(check: Check) -> str:
    assert isinstance(check.observed, int | float)
    if isinstance(check.bound, int):
        return str(floor(check.observed * _ROOM))
    return f"{floor(check.observed * _ROOM * 100) / 100:.2f}"
