"""The names of the sources, as `sources.csv` and the option `--only` have them."""

from typing import Literal

Name = Literal["eduscol", "onisep", "list"]
NAMES: tuple[Name, ...] = ("eduscol", "onisep", "list")

# The records: the diplomas with a page on the site, or all that any source knows.
Scope = Literal["site", "all"]
