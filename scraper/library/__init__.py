"""`import eduscol`: read pages and published versions, normalise published values.

The names in `__all__` are covered by the package's semantic version; nothing else is promised.
Each is imported when first used, so that importing the library takes no time.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from schema.errors import EduscolError, UnusableInput
    from schema.issues import Issue
    from schema.referential import Referential
    from schema.trade import Trade
    from scraper.library.reading import Parsed, Refusal, parse_file, parse_html
    from scraper.library.values import (
        Normalised,
        normalise_code,
        normalise_duration,
        normalise_level,
        normalise_trade,
    )
    from scraper.library.versions import Change, Evidence, Version, open_version

__all__ = [
    "Change",
    "EduscolError",
    "Evidence",
    "Issue",
    "Normalised",
    "Parsed",
    "Referential",
    "Refusal",
    "Trade",
    "UnusableInput",
    "Version",
    "normalise_code",
    "normalise_duration",
    "normalise_level",
    "normalise_trade",
    "open_version",
    "parse_file",
    "parse_html",
]
_HOMES = {
    "schema.errors": ("EduscolError", "UnusableInput"),
    "schema.issues": ("Issue",),
    "schema.referential": ("Referential",),
    "schema.trade": ("Trade",),
    "scraper.library.reading": ("Parsed", "Refusal", "parse_file", "parse_html"),
    "scraper.library.values": (
        "Normalised",
        "normalise_code",
        "normalise_duration",
        "normalise_level",
        "normalise_trade",
    ),
    "scraper.library.versions": ("Change", "Evidence", "Version", "open_version"),
}


def __getattr__(name: str) -> Any:
    """Import a promised name when it is first used."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the promised names."""
    return __all__
