"""The result of reading one published value: what was understood, and what was not."""

from typing import Generic, NamedTuple, TypeVar

from schema.issues import Issue

T = TypeVar("T")


class Parsed(NamedTuple, Generic[T]):
    """`value` is None when nothing could be understood; `issues` say why."""

    value: T | None
    issues: tuple[Issue, ...] = ()
