"""Names, connections, certificates and redirects: what is refused before anything is asked."""

import ssl
from dataclasses import replace
from pathlib import Path

import pytest

from schema.issues import IssueCode
from scraper.clients.ssrf_guard import is_public
from scraper.model.response import FailureKind, Outcome
from scraper.model.site import Root, Site
from tests.faults.crawling import SETTINGS, crawl, no_name
from tests.faults.server import Exchange, serving

TLS = Path(__file__).parents[1] / "fixtures" / "tls"


def tls(name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / name)
    return context


def test_dns_failure(tmp_path: Path) -> None:
    with serving({}) as server:
        crawled = crawl(tmp_path / "data", server, resolver=no_name)
    # robots.txt cannot be read: nothing is known of the page, and nothing is claimed.
    assert crawled.report.later is not None
    assert "name or service not known" in crawled.report.later
    assert crawled.pages["/page.html"].outcome is Outcome.NOT_TRIED
    assert server.asked == []


def test_dns_failure_after_robots(tmp_path: Path) -> None:
    names = iter([["127.0.0.1"]])

    def once(host: str, port: int) -> list[str]:
        result = next(names, None)
        return result if result else no_name(host, port)

    with serving({"/robots.txt": lambda x: x.answer(404)}) as server:
        crawled = crawl(tmp_path / "data", server, resolver=once)
    page = crawled.pages["/page.html"]
    assert (page.outcome, page.kind) == (Outcome.FAILED, FailureKind.DNS)
    assert crawled.report.later is None


def test_refused_connection(tmp_path: Path) -> None:
    with serving({}) as server:
        pass
    crawled = crawl(tmp_path / "data", server)
    assert crawled.report.later is not None
    assert crawled.pages["/page.html"].outcome is Outcome.NOT_TRIED


@pytest.mark.parametrize("certificate", ["wrong_host.pem", "loopback.pem"])
def test_a_certificate_that_nobody_vouches_for(tmp_path: Path, certificate: str) -> None:
    with serving({"/page.html": Exchange.answer}, tls(certificate)) as server:
        crawled = crawl(tmp_path / "data", server)
    assert crawled.report.later is not None
    assert "certificate" in crawled.report.later
    assert server.asked == []


@pytest.mark.parametrize(("name", "read"), [("loopback.pem", True), ("wrong_host.pem", False)])
def test_a_certificate_must_be_for_the_host(tmp_path: Path, name: str, read: bool) -> None:
    trusting = ssl.create_default_context(cafile=str(TLS / name))
    with serving({"/page.html": Exchange.answer}, tls(name)) as server:
        crawled = crawl(tmp_path / "data", server, settings=replace(SETTINGS, tls=trusting))
    expected = Outcome.NEW if read else Outcome.NOT_TRIED
    assert crawled.pages["/page.html"].outcome is expected


def test_a_redirect_from_https_to_http_is_followed_and_an_issue_tells(tmp_path: Path) -> None:
    trusting = ssl.create_default_context(cafile=str(TLS / "loopback.pem"))
    with serving({"/page.html": Exchange.answer}) as plain:
        to_plain = f"Location: {plain.url()}"
        routes = {"/page.html": lambda x: x.answer(301, b"", to_plain)}
        with serving(routes, tls("loopback.pem")) as server:
            hosts = Site(roots=(), others=(Root(server.host), Root(plain.host)))
            settings = replace(SETTINGS, tls=trusting)
            crawled = crawl(tmp_path / "data", server, settings=settings, site=hosts)
        (page,) = crawled.pages.values()
    assert page.outcome is Outcome.NEW
    assert [remark.issue for remark in page.issues] == [IssueCode.INSECURE_REDIRECT]


@pytest.mark.parametrize(
    "target",
    [
        "http://other.example/page.html",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://localhost/",
        "http://127.0.0.1:1/",
        "http://2130706433/",
        "//other.example/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "javascript:alert(1)",
        "http://127.0.0.1@other.example/",
        "https://[bad/",
    ],
)
def test_a_forbidden_redirect_is_refused_before_any_connection(tmp_path: Path, target: str) -> None:
    asked: list[str] = []

    def watching(host: str, port: int) -> list[str]:
        asked.append(f"{host}:{port}")
        return ["127.0.0.1"]

    def redirect(x: Exchange) -> None:
        x.answer(302, b"", f"Location: {target}")

    with serving({"/page.html": redirect}) as server:
        crawled = crawl(tmp_path / "data", server, resolver=watching)
    page = crawled.pages["/page.html"]
    assert (page.outcome, page.kind) == (Outcome.FAILED, FailureKind.OFF_HOST_REDIRECT)
    assert crawled.report.later is None
    assert set(asked) == {server.host}  # no connection to anywhere else was begun
    assert server.asked == ["/robots.txt", "/page.html"]


def test_an_official_name_that_leads_inside_a_private_network(tmp_path: Path) -> None:
    with serving({"/page.html": Exchange.answer}) as server:
        site = Site(roots=(Root(f"site.test:{server.port}"),))
        seeds = tmp_path / "seeds.txt"
        seeds.write_text(f"http://site.test:{server.port}/page.html")
        crawled = crawl(
            tmp_path / "data",
            server,
            resolver=lambda host, port: ["127.0.0.1"],
            site=site,
            seeds=(str(seeds),),
        )
    assert crawled.report.later is not None
    assert "inside a private network" in crawled.report.later
    assert server.asked == []


def test_redirects_are_followed_and_recorded(tmp_path: Path) -> None:
    routes = {
        "/page.html": lambda x: x.answer(301, b"", "Location: /moved.html"),
        "/moved.html": lambda x: x.answer(302, b"", "Location: ../there.html#part"),
        "/there.html": Exchange.answer,
    }
    with serving(routes) as server:
        crawled = crawl(tmp_path / "data", server)
    page = crawled.pages["/page.html"]
    assert page.outcome is Outcome.NEW
    assert page.content is not None
    assert page.content.final_url == server.url("/there.html")
    assert server.url("/there.html") in page.aliases


def test_too_many_redirects(tmp_path: Path) -> None:
    def on(x: Exchange) -> None:
        x.answer(302, b"", f"Location: {int(x.path[1:-5]) + 1}.html")

    routes = {f"/{n}.html": on for n in range(20)}
    with serving(routes) as server:
        crawled = crawl(tmp_path / "data", server, "/0.html")
    assert crawled.pages["/0.html"].kind is FailureKind.REDIRECT_LOOP
    assert len(server.asked) == 7


def test_a_redirect_to_a_login_page(tmp_path: Path) -> None:
    login = b"<html><title>Connexion</title><form><input type=password></form></html>"
    routes = {
        "/page.html": lambda x: x.answer(302, b"", "Location: /login"),
        "/login": lambda x: x.answer(200, login),
    }
    with serving(routes) as server:
        crawled = crawl(tmp_path / "data", server)
    page = crawled.pages["/page.html"]
    assert (page.outcome, page.kind, page.detail) == (
        Outcome.FAILED,
        FailureKind.SOFT_ERROR,
        "login-page",
    )


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["185.75.143.24", "2001:660:3003::1", "::ffff:185.75.143.24"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)
