"""Normalise one published value: a code, a level, a duration, a trade."""

from schema.code import CodeScolarite
from schema.duration import Duration
from schema.level import DiplomaLevel
from schema.parsed_value import Parsed as Normalised
from schema.trade import Trade, parse_trade
from scraper.library.arguments import refuse_other

__all__ = [
    "Normalised",
    "normalise_code",
    "normalise_duration",
    "normalise_level",
    "normalise_trade",
]


def normalise_code(text: str) -> Normalised[CodeScolarite]:
    """Read a code scolarité in any writing: `400-25303 M` has the code `40025303`.

    `value` is None when nothing was understood; `issues` say why.
    """
    refuse_other("text", text, str)
    return CodeScolarite.parse(text)


def normalise_level(text: str) -> Normalised[DiplomaLevel]:
    """Read a level of the present or the former scale: `niveau V` is level 3."""
    refuse_other("text", text, str)
    return DiplomaLevel.parse(text)


def normalise_duration(text: str) -> Normalised[Duration]:
    """Read the duration of a training: `2 ans` has 24 months."""
    refuse_other("text", text, str)
    return Duration.parse(text)


def normalise_trade(text: str) -> Normalised[Trade]:
    """Read a trade written for both genders: `plombier/ère` is `plombier` and `plombière`."""
    refuse_other("text", text, str)
    return parse_trade(text)
