"""Inputs made of seeds: cut, spliced, repeated, with bytes put in, replaced and flipped."""

from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

_WORDS = [
    *(word.encode() for word in "< > &amp; ; [ { -1 null http://[ <!-- <![CDATA[ ]]>".split()),
    *(b'"', b"\0", b"\n", b"\r\n", b"9" * 30, b"\xff\xfe", b"\xc3", "é\u2028\u202e".encode()),
    *(b"<script ", b"<table>", b"<option>", b"<a href="),
]


@st.composite
def changed(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """An input with a few changes; its first byte, which says who reads it, is rarely one."""
    body = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(1, max(len(body), 1)))
        kind = draw(st.sampled_from(["put", "replace", "flip", "cut", "repeat", "splice"]))
        some = draw(st.one_of(st.sampled_from(_WORDS), st.binary(max_size=8)))
        if kind == "put":
            body[at:at] = some
        elif kind == "replace":
            body[at : at + len(some)] = some
        elif kind == "flip" and at < len(body):
            body[at] ^= 1 << draw(st.integers(0, 7))
        elif kind == "cut":
            del body[at : at + draw(st.integers(1, 2_000))]
        elif kind == "repeat":
            body[at:at] = body[at : at + draw(st.integers(1, 200))] * draw(st.integers(1, 40))
        elif kind == "splice":
            other = draw(st.sampled_from(seeds))
            begin = draw(st.integers(0, len(other)))
            body[at:at] = other[begin : begin + draw(st.integers(1, 3_000))]
    return bytes(body)


def try_changed(
    run: Callable[[bytes], None], seeds: list[bytes], number: int, *, at_random: bool
) -> None:
    """Give `number` inputs made of `seeds` to `run`."""

    @settings(
        max_examples=number,
        derandomize=not at_random,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(changed(seeds))
    def each(data: bytes) -> None:
        run(data)

    each()
