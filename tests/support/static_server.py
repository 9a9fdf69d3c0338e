"""A static web server on the loopback interface, for tests of what is read over HTTP."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class StaticServer(ThreadingHTTPServer):
    """Serves a folder with `Range` and `If-Modified-Since`.

    `requests`: path, `Range` and status of each answer. `cut`: after so many bytes the answer for a
    path ends and the connection with it, once. `moved`: where a path redirects to. `long`: paths
    with an answer of 50 MB; `sent`: those of which all was sent.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
        self.requests: list[tuple[str, str | None, int]] = []
        self.cut: dict[str, int] = {}
        self.moved: dict[str, str] = {}
        self.long: set[str] = set()
        self.sent: set[str] = set()

    @property
    def address(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """Stay quiet about connections that a test has cut."""


class _Handler(SimpleHTTPRequestHandler):
    server: StaticServer

    def do_GET(self) -> None:
        if target := self.server.moved.get(self.path):
            self.send_response(302)
            self.send_header("Location", target)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.path in self.server.long:
            self.send_response(200)
            self.end_headers()
            for _ in range(500):
                self.wfile.write(bytes(100_000))
            self.server.sent.add(self.path)
            return
        path = Path(self.translate_path(self.path))
        wanted, cut = self.headers.get("Range"), self.server.cut.pop(self.path, None)
        if (wanted is None and cut is None) or not path.is_file():
            super().do_GET()
            return
        content = path.read_bytes()
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        status = 416 if start >= len(content) else 206 if wanted else 200
        body = b"" if status == 416 else content[start:]
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:cut])
        if cut is not None:
            self.close_connection = True

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        self.server.requests.append((self.path, self.headers.get("Range"), int(code)))

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[StaticServer]:
    """Serve `folder` while the block is running."""
    server = StaticServer(folder)
    # asked for its end it looks every 0.02 s, not every half second
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
