"""Bytes behind a complete response, and headers that no server should have to read twice."""

import gzip
import select
import socket
import ssl
from dataclasses import replace
from pathlib import Path

import pytest

from schema.errors import UnusableInput
from scraper.clients.content_encoding import read_body
from scraper.clients.live_client import user_agent
from scraper.clients.proxies import proxies_of_environment
from scraper.model.response import FailureKind, Outcome
from scraper.model.site import Root, Site
from tests.faults.crawling import SETTINGS, crawl
from tests.faults.server import PAGE, Exchange, FaultServer, Handler, serving
from tests.faults.test_network import TLS, tls

OTHER = PAGE.replace(b"Texte", b"Un autre texte")


def head(body: bytes, *headers: str) -> bytes:
    lines = ["HTTP/1.1 200 OK", "Content-Type: text/html", *headers]
    if not any(line.lower().startswith("transfer-encoding") for line in headers):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode()


SURPLUS = {
    "a whole response": head(OTHER) + OTHER,
    "half of a response": (head(OTHER) + OTHER)[:60],
    "some bytes": b"x",
    "line breaks": b"\r\n\r\n",
}


@pytest.mark.parametrize("surplus", SURPLUS.values(), ids=SURPLUS)
@pytest.mark.parametrize("chunked", [False, True])
def test_surplus_is_never_the_answer_for_the_next_page(
    surplus: bytes, chunked: bool, tmp_path: Path
) -> None:
    def first(x: Exchange) -> None:
        if chunked:
            body = f"{len(PAGE):x}\r\n".encode() + PAGE + b"\r\n0\r\n\r\n"
            x.raw(head(body, "Transfer-Encoding: chunked") + body + surplus)
        else:
            x.raw(head(PAGE) + PAGE + surplus)

    own = PAGE.replace(b"Texte", b"Le texte de la seconde page")
    with serving({"/a.html": first, "/b.html": lambda x: x.answer(200, own)}) as server:
        server.keep = True
        crawled = crawl(tmp_path / "data", server, "/a.html", "/b.html")
    bodies = [crawled.pages[path].content for path in ("/a.html", "/b.html")]
    assert [content and content.body for content in bodies] == [PAGE, own]


def test_a_304_with_a_body_does_not_shift_the_answers(tmp_path: Path) -> None:
    def unchanged(x: Exchange) -> None:
        if "if-none-match" in x.headers:
            x.raw(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n' + head(OTHER) + OTHER)
        else:
            x.answer(200, PAGE, 'ETag: "1"')

    own = PAGE.replace(b"Texte", b"Le texte de la seconde page")
    with serving({"/a.html": unchanged, "/b.html": lambda x: x.answer(200, own)}) as server:
        server.keep = True
        for _ in range(2):
            crawled = crawl(tmp_path / "data", server, "/a.html", "/b.html", sample=0.0)
    assert crawled.pages["/a.html"].outcome is Outcome.NOT_MODIFIED
    content = crawled.pages["/b.html"].content
    assert content is not None
    assert content.body == own


def visits(server: FaultServer, path: str) -> list[dict[str, str]]:
    return [request.headers for request in server.requests if request.path == path]


def test_validators_are_sent_to_the_address_that_gave_them_only(tmp_path: Path) -> None:
    """Where a redirect leads elsewhere, the same ETag may well be another page's."""

    def always_unchanged(x: Exchange) -> None:
        if "if-none-match" in x.headers:
            x.answer(304, b"")
        else:
            x.answer(200, PAGE if x.path == "/first.html" else OTHER, 'ETag: "1"')

    def moving(x: Exchange) -> None:
        x.answer(302, b"", "Location: " + ("/first.html" if x.number == 1 else "/second.html"))

    routes = {"/a.html": moving, "/first.html": always_unchanged, "/second.html": always_unchanged}
    with serving(routes) as server:
        crawl(tmp_path / "data", server, "/a.html")
        page = crawl(tmp_path / "data", server, "/a.html", sample=0.0).pages["/a.html"]
    assert page.content is not None
    assert page.content.body == OTHER
    assert all("if-none-match" not in headers for headers in visits(server, "/second.html"))


def test_headers_that_were_too_large_are_not_sent_again(tmp_path: Path) -> None:
    def strict(x: Exchange) -> None:
        if len(x.headers.get("if-none-match", "")) > 100:
            x.answer(431, b"")
        else:
            x.answer(200, PAGE, f'ETag: "{"e" * 200}"')

    with serving({"/page.html": strict}) as server:
        for _ in range(2):
            page = crawl(tmp_path / "data", server).pages["/page.html"]
            assert page.outcome in (Outcome.NEW, Outcome.SAME)
    assert len(visits(server, "/page.html")) == 3


def test_an_over_long_validator_is_never_sent(tmp_path: Path) -> None:
    with serving({"/page.html": lambda x: x.answer(200, PAGE, f'ETag: "{"e" * 5000}"')}) as server:
        for _ in range(2):
            crawl(tmp_path / "data", server)
    assert all("if-none-match" not in headers for headers in visits(server, "/page.html"))


def test_a_location_in_raw_utf_8_is_followed(tmp_path: Path) -> None:
    def moved(x: Exchange) -> None:
        head = "HTTP/1.1 301 X\r\nLocation: /pâtissier.html\r\nContent-Length: 0\r\n"
        x.raw(f"{head}Connection: close\r\n\r\n".encode())

    routes: dict[str, Handler] = {"/page.html": moved, "/p%C3%A2tissier.html": Exchange.answer}
    with serving(routes) as server:
        assert crawl(tmp_path / "data", server).pages["/page.html"].outcome is Outcome.NEW


@pytest.mark.parametrize(("one", "other"), [("%E9", "%E8"), ("%C3%A9", "%E8"), ("%E9a", "%E9b")])
def test_escapes_in_latin_1_are_different_pages(one: str, other: str) -> None:
    folder = "https://eduscol.education.fr/referentiels-professionnels/"
    assert Site().key(f"{folder}{one}.html") != Site().key(f"{folder}{other}.html")


def test_the_same_letter_in_both_encodings_is_one_page() -> None:
    folder = "https://eduscol.education.fr/referentiels-professionnels/"
    assert Site().key(f"{folder}%E9.html") == Site().key(f"{folder}%C3%A9.html")


@pytest.mark.parametrize("cut", [1, 17, 30, 31, 32, 10_000])
def test_several_gzip_members_are_one_body(cut: int) -> None:
    data = gzip.compress(b"one ") + gzip.compress(b"two ") + gzip.compress(b"three")
    pieces = [data[start : start + cut] for start in range(0, len(data), cut)]
    assert read_body(pieces, "gzip", 1000) == b"one two three"
    assert read_body([*pieces, b"\0\0padding"], "gzip", 1000) == b"one two three"


@pytest.mark.parametrize("mark", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_a_robots_txt_in_any_unicode_is_read(mark: str, tmp_path: Path) -> None:
    text = "User-agent: *\nDisallow: /page\n"
    bom = "\ufeff" if mark.endswith("e") else ""
    rules = (bom + text).encode(mark)
    with serving({"/robots.txt": lambda x: x.answer(200, rules, "Content-Type: text/plain"),
                  "/page.html": Exchange.answer}) as server:  # fmt: skip
        page = crawl(tmp_path / "data", server).pages["/page.html"]
    assert page.kind is FailureKind.ROBOTS


@pytest.mark.parametrize(
    "contact", ["rené@example.org", "https://exemple.fr/é", "https://me:secret@example.org/"]
)
def test_a_contact_that_cannot_be_sent_is_refused(contact: str) -> None:
    with pytest.raises(UnusableInput, match="--contact") as refused:
        user_agent(contact, "1")
    assert "secret" not in str(refused.value)


def test_the_proxy_of_the_environment_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proxy answers for a host that has no address here, and is told its password only."""
    with serving({}) as proxy:
        address = f"http://www.example.org:{proxy.port}/page.html"
        proxy.routes[address] = Exchange.answer
        monkeypatch.setenv("http_proxy", f"http://me:secret@{proxy.host}")
        monkeypatch.setenv("no_proxy", "")
        seeds = tmp_path / "seeds.txt"
        seeds.write_text(address)
        site = Site(roots=(), others=(Root(f"www.example.org:{proxy.port}"),))
        crawled = crawl(tmp_path / "data", proxy, seeds=(str(seeds),), site=site)
    assert crawled.report.outcomes == {"new": 1}
    assert proxy.requests[-1].headers["proxy-authorization"].startswith("Basic ")
    written = b"".join(p.read_bytes() for p in (tmp_path / "data").rglob("*.ndjson"))
    assert b"secret" not in written


def test_hosts_in_no_proxy_are_asked_directly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving({"/page.html": Exchange.answer}) as server:
        assert crawl(tmp_path / "data", server).report.outcomes == {"new": 1}


def test_a_proxy_of_another_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "socks5://me:secret@127.0.0.1:9")
    with pytest.raises(UnusableInput, match="ALL_PROXY") as refused:
        list(proxies_of_environment())
    assert "secret" not in str(refused.value)


def tunnel(x: Exchange) -> None:
    """A proxy's answer to CONNECT: it passes bytes on, both ways."""
    host, _, port = x.path.partition(":")
    with socket.create_connection((host, int(port))) as far:
        x.raw(b"HTTP/1.1 200 Connection established\r\n\r\n")
        ends = {x.connection: far, far: x.connection}
        while not x.closing.is_set():
            for end in select.select(list(ends), [], [], 0.1)[0]:
                data = end.recv(65_536)
                if not data:
                    return
                ends[end].sendall(data)


def test_a_proxy_is_used_on_after_a_host_whose_certificate_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusting = ssl.create_default_context(cafile=str(TLS / "loopback.pem"))
    trusting.load_verify_locations(str(TLS / "wrong_host.pem"))
    monkeypatch.setenv("no_proxy", "")
    with (
        serving({}) as proxy,
        serving({"/a.html": Exchange.answer}, tls("wrong_host.pem")) as bad,
        serving({"/b.html": Exchange.answer}, tls("loopback.pem")) as good,
    ):
        proxy.routes.update({bad.host: tunnel, good.host: tunnel})
        monkeypatch.setenv("https_proxy", proxy.url(""))
        seeds = tmp_path / "seeds.txt"
        seeds.write_text(f"{bad.url('/a.html')}\n{good.url('/b.html')}")
        crawled = crawl(
            tmp_path / "data",
            good,
            seeds=(str(seeds),),
            site=Site(roots=(), others=(Root(bad.host), Root(good.host))),
            settings=replace(SETTINGS, tls=trusting),
        )
    assert crawled.report.outcomes == {"failed": 1, "new": 1}
    assert crawled.report.failures == {"tls": 1}
    assert good.asked == ["/robots.txt", "/b.html"]


@pytest.mark.parametrize("status", [403, 407, 502])
def test_a_proxy_that_makes_no_tunnel_is_named(
    status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "")
    with serving({}) as proxy, serving({}, tls("loopback.pem")) as server:
        proxy.routes[server.host] = lambda x: x.answer(status, b"no")
        monkeypatch.setenv("https_proxy", proxy.url(""))
        crawled = crawl(tmp_path / "data", server)
    assert f"robots.txt could not be read: the proxy answers {status}" in (
        crawled.report.later or ""
    )
    assert server.asked == []
