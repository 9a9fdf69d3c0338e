"""Secrets in addresses reach no copy in the archive, log, message, issue or published file.

A secret is planted wherever an address can stand; then every byte that was written or printed is
searched. What a server sent is archived as it came: these bytes alone are left out of the search.
"""

import gzip
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schema.issues import IssueCode
from schema.secrets import masked
from tests.faults.crawling import crawl
from tests.faults.server import PAGE, Exchange, FaultServer, serving
from tests.support.command import invoke
from tests.support.effort import SOAK

_PACKAGED = Path(__file__).parents[2] / "scraper" / "data" / "official_list_2025-06.csv"
LIST = b"".join(_PACKAGED.read_bytes().splitlines(keepends=True)[:20])
# How an address holds a secret: the beginning, the path of what is requested, the end.
FORMS = {
    "user": "http://{secret}:x@{host}{path}",
    "password": "http://me:{secret}@{host}{path}",
    "password with at": "http://me:a@{secret}@{host}{path}",
    "user alone": "http://{secret}@{host}{path}",
    "token": "http://{host}{path}?token={secret}",
    "key behind another": "http://{host}{path}?v=1&api_key={secret}&w=2",
    "signature": "http://{host}{path}?X-Amz-Signature={secret}",
    "semicolons": "http://{host}{path}?v=1;password=a;{secret}",
    "session of a path": "http://{host}{path};jsessionid={secret}",
    "session of PHP": "http://{host}{path}?v=1&PHPSESSID={secret}",
    "fragment": "http://{host}{path}#access_token={secret}",
    "address in an address": "http://{host}{path}?next=http%3A%2F%2Fme%3A{secret}%40h.example%2F",
    "token in an address": "http://{host}{path}?next=http%3A%2F%2Fh.example%2F%3Ftoken%3D{secret}",
    "without scheme": "//me:{secret}@{host}{path}",
}
ABSOLUTE = [form for form in FORMS.values() if form.startswith("http")]
# The pages and the spreadsheet are made of the tables.
PLAIN = () if SOAK else ("--no-site", "--no-xlsx")
SECRETS = st.text("abcdefXYZ0189-_.~", min_size=6, max_size=20).map("s3cr3t".__add__)


class Planted:
    """A server whose every answer holds addresses with a secret; `bodies`: what it sent."""

    def __init__(self, server: FaultServer, form: str, secret: str) -> None:
        self.server, self.form, self.secret = server, form, secret
        self.bodies: list[bytes] = []
        server.routes = self  # type: ignore[assignment]

    def address(self, path: str) -> str:
        return self.form.format(secret=self.secret, host=self.server.host, path=path)

    def get(self, path: str, _default: object = None) -> object:
        """Return the handler of a path, as a dictionary of routes does."""
        name = path.partition("?")[0].partition(";")[0].rpartition("/")[2]
        return getattr(self, f"_{name.partition('.')[0]}", self._page)

    def _send(self, x: Exchange, body: bytes, *headers: str, status: int = 200) -> None:
        self.bodies.append(body)
        link = f"Link: <{self.address('/canonical.html')}>; rel=canonical"
        x.answer(status, body, link, f"Refresh: 9; url={self.address('/later.html')}", *headers)

    def _robots(self, x: Exchange) -> None:
        rules = f"User-agent: *\nSitemap: {self.address('/sitemap.xml')}\nDisallow: /x\n"
        self._send(x, rules.encode(), "Content-Type: text/plain")

    def _sitemap(self, x: Exchange) -> None:
        address = self.address("/mapped.html").replace("&", "&amp;")
        body = f"<?xml version='1.0'?><urlset><url><loc>{address}</loc></url></urlset>"
        self._send(x, body.encode(), "Content-Type: text/xml")

    def _list(self, x: Exchange) -> None:
        self._send(x, LIST, "Content-Type: text/csv")

    def _redirect(self, x: Exchange) -> None:
        self._send(x, b"", f"Location: {self.address('/target.html')}", status=302)

    def _elsewhere(self, x: Exchange) -> None:
        target = self.address("/away.html").replace(self.server.host, "h.example")
        self._send(x, b"", f"Location: {target}", status=302)

    def _refused(self, x: Exchange) -> None:
        self._send(x, b"not for everybody", status=403)

    def _page(self, x: Exchange) -> None:
        links = "".join(
            f'<p><a href="{self.address(path)}">Annexe</a></p>'
            for path in ("/linked.html", "/annexe.pdf")
        )
        self._send(x, PAGE.replace(b"</body>", links.encode() + b"</body>"))


@contextmanager
def planted(form: str, secret: str) -> Iterator[Planted]:
    with serving({}) as server:
        yield Planted(server, form, secret)


def call(*arguments: object) -> str:
    """Call the command; return what it printed."""
    return invoke(*arguments).output


def written(folder: Path, *received: bytes) -> bytes:
    """Return the names and contents of the files below a folder, unpacked, without `received`."""
    pieces = []
    for path in sorted(folder.rglob("*")):
        pieces.append(str(path).encode())
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as pack:
                pieces += map(pack.read, pack.namelist())
        elif path.is_file():
            content = path.read_bytes()
            pieces.append(gzip.decompress(content) if path.suffix == ".gz" else content)
    everything = b"\n".join(pieces)
    for body in received:
        everything = everything.replace(body, b"") if body else everything
    return everything


@settings(
    max_examples=200 if SOAK else 2,
    deadline=None,
    derandomize=not SOAK,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(form=st.sampled_from(ABSOLUTE), secret=SECRETS)
def test_a_secret_in_an_address_is_written_nowhere(
    form: str, secret: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("secret")
    data, seeds, config = folder / "data", folder / "seeds", folder / "eduscol.toml"
    with planted(form, secret) as site:
        names = ("page", "redirect", "elsewhere", "refused")
        seeds.write_text("\n".join(site.address(f"/{name}.html") for name in names))
        lines = (
            f'[crawl]\nseeds = ["{seeds}"]',
            f'[sources]\nofficial_list = "{site.address("/list.csv")}"',
            f"[notify]\ncommand = \"sh -c 'exit 1' {site.address('/told')}\"",
            f'heartbeat = "{site.address("/beat")}"',
            f'[log]\nfile = "{data}/log"',
        )
        config.write_text("\n".join(lines))
        live = ("--allow-host", site.server.host, "--contact", "you@example.org")
        run = ("run", "--config", config, "--data", data, "--rate", 0, *live)
        told = call(*run, *PLAIN)
        sent = site.server.asked[:]
        told += call("config", "--config", config)
        told += call("status", "--notify", "--config", config, "--data", data)
        told += call(*run, "--contact", site.address("/me"))
        told += call(*run, "--allow-host", site.address("/"))
        told += call("publish", "--data", data, "--fiches", site.address("/fiches.xml"))
        told += call("inspect", site.address("/page.html"), "--data", data)
        told += call("capture", site.address("/page.html"), *live, "--folder", data / "captured")
        told += call("pull", site.address("/published"), "--data", data / "pulled")
        told += call("push", site.address("/target"), "--data", data)
    assert (data / "published" / "latest").exists()
    assert secret in "".join(sent) or "@" in form or "#" in form  # it was used nevertheless
    assert secret.encode() not in written(data, *site.bodies)
    assert secret not in told


def test_a_secret_in_the_address_of_a_dead_host_is_written_nowhere(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    with planted("http://me:{secret}@{host}{path}?token={secret}", "s3cr3t-5d41402a") as site:
        seeds.write_text(site.address("/page.html"))
    crawled = crawl(tmp_path / "data", site.server, seeds=(str(seeds),))
    assert crawled.report.later is not None
    assert "s3cr3t" not in crawled.report.later
    assert b"s3cr3t" not in written(tmp_path / "data")


def test_a_link_with_a_secret_is_not_followed_and_every_version_says_so(tmp_path: Path) -> None:
    links = b'<a href="/a.html?token=s3cr3t">a</a><a href="/b.html?password=s3cr3t">b</a></body>'
    page = PAGE.replace(b"</body>", links)

    def unchanged(x: Exchange) -> None:
        x.answer(304, b"") if "if-none-match" in x.headers else x.answer(200, page, 'ETag: "1"')

    def sitemap(x: Exchange) -> None:
        address = f"http://{x.headers['host']}/c.html?token=s3cr3t"
        x.answer(200, f"<urlset><url><loc>{address}</loc></url></urlset>".encode())

    def robots(x: Exchange) -> None:
        rules = f"Sitemap: http://{x.headers['host']}/map.xml".encode()
        x.answer(200, rules, "Content-Type: text/plain")

    routes = {"/page.html": unchanged, "/map.xml": sitemap, "/robots.txt": robots}
    with serving(routes) as server:
        for _ in range(2):  # the second run finds the page unchanged, and its links too
            crawled = crawl(tmp_path / "data", server, sample=0.0)
            (issue,) = crawled.pages["/page.html"].issues
            assert issue.issue is IssueCode.LINKS_NOT_FOLLOWED
            assert issue.value == server.url("/a.html?token=***")
            assert issue.message.endswith("2 addresses with a secret")
            assert crawled.report.issues["links-not-followed"] == 2  # that of the sitemap too
        assert not [path for path in server.asked if path.startswith(("/a", "/b", "/c"))]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_secret_in_a_text_is_masked(form: str) -> None:
    address = form.format(secret="s3cr3t", host="h.example", path="/a.csv")
    assert "s3cr3t" not in masked(f"{address}: not there; see {address}, or ask me@example.org")
    assert "/a.csv" in masked(address)


def test_a_session_called_sid_is_masked() -> None:
    assert masked(f"https://h/a.html?t=1&sid={'0f' * 16}") == "https://h/a.html?t=1&sid=***"
    assert masked(f"https://h/?next=%2Fa%3Fsid%3D{'0f' * 16}") == "https://h/?next=%2Fa%3Fsid%3D***"


@pytest.mark.parametrize(
    "address",
    [
        "https://h/a.csv?mode=list",
        "https://h/article.php?sid=112",
        "https://h/referentiels/cap.html",
        "https://h/?page=2&v=1",
    ],
)
def test_what_is_no_secret_stays(address: str) -> None:
    assert masked(address) == address
