"""The result of reading one published value: what was understood, and what was not."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Generic, NamedTuple, ParamSpec, TypeVar, cast

from schema.issues import Issue

T = TypeVar("T")
P = ParamSpec("P")
_SHORT = 100  # characters of a text that is likely to be read again


class Parsed(NamedTuple, Generic[T]):
    """`value` is None when nothing could be understood; `issues` say why."""

    value: T | None
    issues: tuple[Issue, ...] = ()


def remembered(parse: Callable[P, T]) -> Callable[P, T]:
    """Return `parse`, a pure function, with a memory of its results for short texts.

    Pages state the same durations, levels and types again and again.
    """
    of_short = cast("Callable[P, T]", lru_cache(maxsize=1024)(parse))

    @wraps(parse)
    def remembering(*values: P.args, **named: P.kwargs) -> T:
        is_short = all(len(value) < _SHORT for value in values if isinstance(value, str))
        return of_short(*values, **named) if is_short else parse(*values, **named)

    return remembering
