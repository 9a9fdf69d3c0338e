"""A site of mock-up pages on loopback: `python -m tests.benchmarks.site PAGES`; prints its port.

30 KB a page, each of its own texts, with ETags. One process, keep-alive, made to cost little.
"""

import asyncio
import random
import sys

from tests.benchmarks import archive

SIZE = 30_000


def page(number: int, pages: int) -> bytes:
    """The page of that number: a mock-up of a référentiel with texts of its own and 20 links."""
    chance = random.Random(number)
    links = "".join(
        f'<li><a href="/p{chance.randrange(pages)}.html">Voir aussi</a></li>' for _ in range(20)
    )
    made = archive.page(number, SIZE, 2)
    return made.replace(b"</body>", f"<ul>{links}</ul></body>".encode())


class Site(asyncio.Protocol):
    """HTTP/1.1 as far as a crawler needs it; pages are made once and kept."""

    pages: int
    made: dict[int, bytes]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport, self.data = transport, b""

    def data_received(self, data: bytes) -> None:
        self.data += data
        while b"\r\n\r\n" in self.data:
            head, self.data = self.data.split(b"\r\n\r\n", 1)
            assert isinstance(self.transport, asyncio.Transport)
            self.transport.write(self.answer(head))

    def answer(self, head: bytes) -> bytes:
        path = head.split(b" ", 2)[1]
        if not path.startswith(b"/p"):
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        number = int(path[2:-5])
        etag = b'ETag: "%d"\r\n' % number
        if b"if-none-match" in head.lower():
            return b"HTTP/1.1 304 Not Modified\r\n%s\r\n" % etag
        body = self.made.setdefault(number, b"") or page(number, self.pages)
        self.made[number] = body
        return (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
            b"%sContent-Length: %d\r\n\r\n%s" % (etag, len(body), body)
        )


async def main(pages: int) -> None:
    """Serve until killed."""
    Site.pages, Site.made = pages, {}
    for number in range(pages):
        Site.made[number] = page(number, pages)
    server = await asyncio.get_running_loop().create_server(Site, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
