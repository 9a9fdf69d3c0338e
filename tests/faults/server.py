"""A server on loopback with real sockets whose every path plays a fault."""

import socket
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

# A mock-up that the reader accepts.
PAGE = (
    b"<html><title>CAP boulanger</title><body><h1>CAP boulanger</h1>"
    b"<p>Code scolarit&eacute; : 50022137</p><p>Dur&eacute;e : 2 ans</p>"
    b"<h2>Description</h2><p>Texte.</p></body></html>"
)


@dataclass
class Exchange:
    """One request and the connection to answer it on; `number` counts those of its path."""

    connection: socket.socket
    path: str
    headers: dict[str, str]
    number: int
    closing: threading.Event
    keep: bool = False

    def raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.connection.sendall(data)

    def answer(self, status: int = 200, body: bytes = PAGE, *headers: str) -> None:
        """A well-formed answer; `headers` as `Name: value`, replacing the usual ones."""
        names = {header.split(":")[0].lower() for header in headers}
        usual = ["Content-Type: text/html; charset=utf-8", f"Content-Length: {len(body)}"]
        lines = [line for line in usual if line.split(":")[0].lower() not in names]
        head = "\r\n".join([f"HTTP/1.1 {status} X", *lines, *headers, self._connection()])
        self.raw(head.encode("latin-1") + b"\r\n\r\n" + body)

    def _connection(self) -> str:
        return "Connection: keep-alive" if self.keep else "Connection: close"

    def reset(self) -> None:
        """Close with a reset, in the middle of whatever there was."""
        linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)

    def wait(self, seconds: float) -> bool:
        """Wait; false when the server is closing."""
        return not self.closing.wait(seconds)


Handler = Callable[[Exchange], None]


@dataclass
class FaultServer:
    """`routes`: path to handler; other paths are 404. `asked`: the requested paths in order.

    `keep`: whether connections stay open.
    """

    routes: dict[str, Handler]
    tls: ssl.SSLContext | None = None
    keep: bool = False
    connections: int = 0
    asked: list[str] = field(default_factory=list)
    requests: list[Exchange] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._closing = threading.Event()
        self._count: Counter[str] = Counter()
        self._threads: list[threading.Thread] = []
        self.host = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self.port = int(self._socket.getsockname()[1])
        self._main = threading.Thread(target=self._accept, daemon=True)
        self._main.start()

    def start_anew(self, routes: Mapping[str, Handler]) -> None:
        """Serve `routes`, and forget what was requested."""
        self.routes = dict(routes)
        self.asked.clear()
        self.requests.clear()
        self._count.clear()

    def url(self, path: str = "/page.html") -> str:
        """The address of `path`."""
        return f"{'https' if self.tls else 'http'}://{self.host}{path}"

    def close_listening(self) -> None:
        """Refuse connections from now on."""
        if self._socket.fileno() >= 0:
            self._socket.shutdown(socket.SHUT_RDWR)  # or a waiting accept would take one more
            self._socket.close()

    def close(self) -> None:
        """Stop serving; handlers that wait end."""
        self._closing.set()
        self.close_listening()
        self._main.join(5)
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, plain: socket.socket) -> None:
        try:
            with plain, self._wrapped(plain) as connection:
                connection.settimeout(10)
                self.connections += 1
                while self._one(connection) and self.keep:
                    pass
        except OSError:
            pass  # the client went away, which is what many of these faults are for

    def _wrapped(self, connection: socket.socket) -> socket.socket:
        if self.tls is None:
            return connection
        return self.tls.wrap_socket(connection, server_side=True)

    def _one(self, connection: socket.socket) -> bool:
        data = b""
        while b"\r\n\r\n" not in data:
            piece = connection.recv(65_536)
            if not piece:
                return False
            data += piece
        lines = data.decode("latin-1").split("\r\n")
        path = lines[0].split(" ")[1]
        pairs = [line.split(": ", 1) for line in lines[1:] if ": " in line]
        self.asked.append(path)
        self._count[path] += 1
        headers = {name.lower(): value for name, value in pairs}
        number = self._count[path]
        exchange = Exchange(connection, path, headers, number, self._closing, self.keep)
        self.requests.append(exchange)
        handler = self.routes.get(path)
        if handler is None:
            exchange.answer(404, b"not found")
        else:
            handler(exchange)
        return True


@contextmanager
def serving(
    routes: Mapping[str, Handler], tls: ssl.SSLContext | None = None
) -> Iterator[FaultServer]:
    """A running server."""
    server = FaultServer(dict(routes), tls)
    try:
        yield server
    finally:
        server.close()
