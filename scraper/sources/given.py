"""The sources as the command's options name them: files of the user's, or addresses of files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from schema.errors import UnusableInput
from scraper.model.site import normalise
from scraper.sources.names import Name, Scope
from scraper.sources.place import Place
from scraper.sources.registry import SourceOptions


@dataclass(frozen=True)
class Given:
    """As `SourceOptions`, with addresses (texts) beside paths.

    `UnusableInput` for an address that is none, for options that leave nothing to build from and
    for a path where there is no file: all that can be told before anything is asked for.
    """

    fiches: tuple[Place, ...] = ()
    official_list: Place | None = None
    only: tuple[Name, ...] = ()
    scope: Scope = "site"

    def __post_init__(self) -> None:
        if "onisep" in self.only and not self.fiches:
            raise UnusableInput("--only onisep: name the fiches with --fiches PATH or ADDRESS")
        for place in self._places():
            _address(place)
        self.options({}).sources()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Those that a version needs, normalised, each once."""
        found = (_address(place) for place in self._places())
        return tuple(dict.fromkeys(filter(None, found)))

    def options(self, files: Mapping[str, Path]) -> SourceOptions:
        """The options with its file in the place of each address; one without is left out."""
        paths = (_path(place, files) for place in self.fiches)
        listed = _path(self.official_list, files) if self.official_list else None
        return SourceOptions(tuple(filter(None, paths)), listed, self.only, self.scope)

    def _places(self) -> Iterator[Place]:
        used = SourceOptions(only=self.only).uses
        if used("onisep"):
            yield from self.fiches
        if used("list") and self.official_list:
            yield self.official_list


def _address(place: Place) -> str | None:
    if isinstance(place, Path):
        return None
    address = normalise(place)
    if address is None:
        raise UnusableInput(f"{place}: no http(s) address; give one, or a file")
    return address


def _path(place: Place, files: Mapping[str, Path]) -> Path | None:
    return place if isinstance(place, Path) else files.get(_address(place) or "")
