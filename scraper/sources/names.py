"""The names of the sources, as `sources.csv` and the option `--only` have them."""

from typing import Literal

Name = Literal["eduscol", "onisep", "list"]
NAMES: tuple[Name, ...] = ("eduscol", "onisep", "list")
