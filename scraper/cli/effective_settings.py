"""The effective settings of `run`: value and origin of each."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from click.core import ParameterSource

from schema.secrets import masked

if TYPE_CHECKING:
    from scraper.cli.config import Config

_HIDDEN = {"as_json", "captures"}
_TABLES = ("gates", "log", "notify")


class EffectiveSetting(NamedTuple):
    """A setting, its value as JSON, and its origin in words."""

    name: str
    value: Any
    origin: str


def effective_settings(context: click.Context) -> list[EffectiveSetting]:
    """Return the settings of the command of `context`, then the tables that have no option."""
    path = _config_path(context)
    settings = [
        EffectiveSetting(
            parameter.opts[0], _plain(context.params[parameter.name]), _origin(context, parameter)
        )
        for parameter in context.command.params
        if isinstance(parameter, click.Option)
        and parameter.name in context.params
        and parameter.name not in _HIDDEN
    ]
    for table in _TABLES:
        model = getattr(context.obj, table)
        written = _written(context.obj, table)
        values = model.model_dump(mode="json")
        settings += [
            EffectiveSetting(
                f"[{table}] {key}",
                _plain(value),
                f"file {path}" if key in written else "default",
            )
            for key, value in values.items()
        ]
    return settings


def _written(config: "Config", table: str) -> set[str]:
    """Return the keys of a table that the file sets; of bounds, those that are not the default."""
    if table != "gates":
        return set(getattr(config, table).model_fields_set)
    from output.checks.thresholds import bounds

    defaults = bounds().model_dump()
    return {key for key, value in config.gates.model_dump().items() if value != defaults[key]}


def _config_path(context: click.Context) -> str:
    return str(context.meta.get("eduscol.config", ""))


def _origin(context: click.Context, parameter: click.Parameter) -> str:
    match context.get_parameter_source(parameter.name or ""):
        case ParameterSource.COMMANDLINE:
            return "option"
        case ParameterSource.ENVIRONMENT:
            return f"environment {parameter.envvar}"
        case ParameterSource.DEFAULT_MAP:
            return f"file {_config_path(context)}"
        case _:
            return "default"


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str | Path):
        return masked(str(value))
    return value
