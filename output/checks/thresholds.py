"""Read the bounds of the checks: packaged defaults, any of which the user may set."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from schema.errors import ProgramFault, UnusableInput
from schema.suggestions import not_known


class Bounds(BaseModel):
    """The bounds by name; `data/gates.toml` explains each."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    min_records: int = Field(ge=0)
    min_site_records: int = Field(ge=0)
    min_filled_type_share: float = Field(ge=0, le=1)
    min_filled_code_share: float = Field(ge=0, le=1)
    min_filled_level_share: float = Field(ge=0, le=1)
    min_filled_substance_share: float = Field(ge=0, le=1)
    min_family_records: int = Field(ge=1)
    max_gone_share: float = Field(ge=0, le=1)
    warn_gone_share: float = Field(ge=0, le=1)
    max_unread_share: float = Field(ge=0, le=1)
    max_fallen_share: float = Field(ge=0, le=1)
    warn_growth_factor: float = Field(ge=1)
    max_lost_values_share: float = Field(ge=0, le=1)
    warn_lost_values_share_of_type: float = Field(ge=0, le=1)
    min_values: int = Field(ge=1)
    max_source_refused_share: float = Field(ge=0, le=1)
    max_source_shrunk_share: float = Field(ge=0, le=1)
    min_list_documents: int = Field(ge=0)
    warn_refused_share: float = Field(ge=0, le=1)
    warn_unknown_types_share: float = Field(ge=0, le=1)
    warn_unknown_prefixes_share: float = Field(ge=0, le=1)
    warn_unknown_headings_share: float = Field(ge=0, le=1)
    warn_new_layouts_share: float = Field(ge=0, le=1)


@cache
def _defaults() -> dict[str, Any]:
    return tomllib.loads(files("output").joinpath("data", "gates.toml").read_text("utf-8"))


def bounds(given: Mapping[str, Any] | None = None) -> Bounds:
    """Return the defaults with `given` (the table `gates` of a configuration) over them.

    Raises `UnusableInput` for an unknown name, with the nearest known one, and for a value that
    cannot be a bound. `ProgramFault` for a bound that the packaged file lacks.
    """
    for name in given or {}:
        if name not in Bounds.model_fields:
            raise not_known("gates", name, Bounds.model_fields)
    values = {**_defaults(), **(given or {})}
    if lacking := Bounds.model_fields.keys() - values.keys():
        raise ProgramFault(f"output/data/gates.toml lacks {', '.join(sorted(lacking))}")
    try:
        return Bounds(**values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise UnusableInput(f"gates.{name} = {values[name]!r}: {first['msg']}") from None
