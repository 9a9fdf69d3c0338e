"""Secrets in addresses reach no copy, log, message, issue or published file."""

import gzip
from pathlib import Path

import pytest
from click.testing import CliRunner

from scraper.cli.main import cli
from scraper.model.secrets import masked
from tests.faults.server import PAGE, Exchange, FaultServer, serving

SECRET = "s3cr3t-5d41402a"
LIST = (Path(__file__).parents[2] / "scraper" / "data" / "official_list_2025-06.csv").read_bytes()


def written(folder: Path) -> bytes:
    """Everything in the files below a folder, names and unpacked archives too."""
    pieces = []
    for path in sorted(folder.rglob("*")):
        pieces.append(str(path).encode())
        if path.is_file():
            content = path.read_bytes()
            pieces.append(gzip.decompress(content) if path.suffix == ".gz" else content)
    return b"\n".join(pieces)


def guarded(x: Exchange) -> None:
    """A server that wants its token: without it there is nothing."""
    if SECRET not in x.path:
        x.answer(403, b"no")
    elif x.path.startswith("/list.csv"):
        x.answer(200, LIST, "Content-Type: text/csv")
    else:
        x.answer(200, PAGE)


PLACES = {
    "query of a source": ("--official-list", "{url}/list.csv?token={secret}"),
    "query behind another": ("--official-list", "{url}/list.csv?v=1&X-Amz-Signature={secret}"),
    "key of a source": ("--official-list", "{url}/list.csv?api_key={secret}&v=1"),
    "user of a source": ("--official-list", "http://me:{secret}@{host}/list.csv?password={secret}"),
    "query of a page": ("--seeds", "{url}/page.html?access_token={secret}"),
    "user of a page": ("--seeds", "http://{secret}:x@{host}/page.html?pwd={secret}"),
    "redirect": ("--seeds", "{url}/redirect.html"),
    "redirect elsewhere": ("--seeds", "{url}/elsewhere.html"),
    "no such host": ("--seeds", "{url}/page.html?token={secret}"),
    "configuration": ("--config", "{url}/list.csv?token={secret}"),
    "host": ("--allow-host", "me:{secret}@example.org"),
    "contact": ("--contact", "https://me:{secret}@example.org/"),
}


def routes() -> dict[str, object]:
    class Every(dict[str, object]):
        def get(self, path: str, default: object = None) -> object:
            if path == "/robots.txt":
                return None
            if path == "/redirect.html":
                return lambda x: x.answer(302, b"", f"Location: /page.html?token={SECRET}")
            if path == "/elsewhere.html":
                return lambda x: x.answer(302, b"", f"Location: http://h.example/?token={SECRET}")
            return guarded

    return Every()


@pytest.mark.parametrize("place", PLACES)
def test_a_secret_is_written_nowhere(place: str, tmp_path: Path) -> None:
    option, form = PLACES[place]
    with serving({}) as server:
        server.routes = routes()  # type: ignore[assignment]
        said = call(server, option, form, tmp_path)
        if place == "no such host":
            server.close()
            said += call(server, option, form, tmp_path)
    assert SECRET.encode() not in written(tmp_path / "data")
    assert SECRET not in said


def call(server: FaultServer, option: str, form: str, tmp_path: Path) -> str:
    value = form.format(url=server.url(""), host=server.host, secret=SECRET)
    seeds, config = tmp_path / "seeds.txt", tmp_path / "eduscol.toml"
    seeds.write_text(value if option == "--seeds" else server.url(f"/page.html?token={SECRET}"))
    config.write_text(f'[sources]\nofficial_list = "{value}"\n')
    given = {
        "--data": tmp_path / "data",
        "--seeds": seeds,
        "--rate": 0,
        "--contact": "you@example.org",
        "--log-file": tmp_path / "data.log",
    }
    given[option] = {"--seeds": seeds, "--config": config}.get(option, value)
    arguments = [str(part) for pair in given.items() for part in pair]
    done = CliRunner().invoke(cli, ["run", *arguments, "--allow-host", server.host])
    logged = (tmp_path / "data.log").read_text() if (tmp_path / "data.log").exists() else ""
    return done.output + (done.stderr or "") + logged


def test_the_secret_is_sent_nevertheless(tmp_path: Path) -> None:
    with serving({}) as server:
        server.routes = routes()  # type: ignore[assignment]
        call(server, "--official-list", "{url}/list.csv?token={secret}", tmp_path)
    assert f"/list.csv?token={SECRET}" in server.asked
    assert f"/page.html?token={SECRET}" in server.asked


@pytest.mark.parametrize(
    "address",
    ["https://h/a.csv?mode=list", "https://h/referentiels/cap.html", "https://h/?page=2&v=1"],
)
def test_what_is_no_secret_stays(address: str) -> None:
    assert masked(address) == address
