"""Pairs of two lists, chosen so that every member of each list is used."""

from collections.abc import Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def covering(firsts: Sequence[A], seconds: Sequence[B], each: int) -> list[tuple[A, B]]:
    """Pair every first with `each` of the seconds, in turn, instead of the whole cross product.

    The pairs are the same in every run; every second occurs when
    `len(firsts) * each >= len(seconds)`.
    """
    each = min(each, len(seconds))
    return [
        (first, seconds[(number * each + turn) % len(seconds)])
        for number, first in enumerate(firsts)
        for turn in range(each)
    ]
