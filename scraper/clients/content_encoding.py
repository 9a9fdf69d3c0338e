"""Decompress a body piece by piece as it arrives, and never more than allowed.

httpx decompresses a whole piece at once and does not notice a gzip stream that ends early; here a
compression bomb stops at the limit and a cut-off stream is an error.
"""

import zlib
from collections.abc import Iterable, Iterator


class BodyTooLarge(Exception):
    """More bytes than allowed, counted after decompression."""


class BodyTruncated(Exception):
    """A compressed body that ends before its end."""


class WrongEncoding(Exception):
    """A body that is not in the Content-Encoding that is announced, or in one not asked for."""


_PIECE = 65_536
_MEMBER = b"\x1f\x8b"
_WINDOW = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


def read_body(
    pieces: Iterable[bytes], encoding: str | None, limit: int, cut: bool = False
) -> bytes:
    """Return the decoded body made of `pieces`, in the Content-Encoding `encoding`.

    `BodyTooLarge` above `limit` bytes, or the first `limit` bytes if `cut`; `BodyTruncated`,
    `WrongEncoding`.
    """
    body = bytearray()
    for piece in _decoded(pieces, (encoding or "identity").strip().lower()):
        body += piece
        if len(body) > limit:
            if cut:
                return bytes(body[:limit])
            raise BodyTooLarge(f"above {limit} bytes")
    return bytes(body)


def _decoded(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Yield a body without its encoding, in pieces of bounded size.

    `WrongEncoding` for another encoding than was announced, `BodyTruncated` for a stream cut off.
    """
    if encoding in ("identity", ""):
        yield from pieces
        return
    if encoding not in _WINDOW:
        raise WrongEncoding(f"Content-Encoding {encoding}, which was not asked for")
    inflate = zlib.decompressobj(_WINDOW[encoding])
    begun, rest = False, b""
    for piece in pieces:
        rest += piece
        while rest:
            if inflate.eof:
                # RFC 1952, 2.2: a gzip file may have several members. What else follows is padding.
                if not _MEMBER.startswith(rest[:2]):
                    return
                if len(rest) < len(_MEMBER):
                    break
                inflate = zlib.decompressobj(_WINDOW[encoding])
            begun = True
            try:
                decoded = inflate.decompress(rest, _PIECE)
            except zlib.error as error:
                raise WrongEncoding(f"announced as {encoding}: {error}") from error
            yield decoded
            rest = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
    if begun and not inflate.eof:
        yield inflate.flush()
        if not inflate.eof:
            raise BodyTruncated(f"the {encoding} stream ends early")
