"""Fetching from a mirror, options that cannot be used, seeds, and archives cut anywhere."""

import io
import random
import shutil
from pathlib import Path

import pytest

from parsers.formats.sitemap import read_sitemap
from schema.errors import TryLater, UnusableInput
from scraper.archive.lock import locked
from scraper.clients.live_client import user_agent
from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions, Progress
from scraper.crawl.seeds import read_seeds, read_source
from scraper.model.response import Outcome
from scraper.state.archived_pages import ArchivedPage, archived_pages

HOST = "eduscol.education.fr"
FOLDER = "referentiels-professionnels"


def mirror_in(folder: Path) -> Path:
    """A copy with two known pages, one linked, one under the other host (mock-ups)."""
    old = folder / HOST / FOLDER
    new = folder / f"{FOLDER}.{HOST}"
    old.mkdir(parents=True)
    new.mkdir()
    (old / "cap_aepe.html").write_text("<html><title>CAP AEPE</title><a href='linked.html'>x</a>")
    (old / "linked.html").write_text("<html><title>CAP</title><a href='annexe.pdf'>x</a>")
    (new / "CAP_CA.html").write_text("<html><title>CAP CA</title>")
    return folder


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    return mirror_in(tmp_path / "copy")


def by_outcome(data: Path) -> dict[Outcome, list[ArchivedPage]]:
    result: dict[Outcome, list[ArchivedPage]] = {}
    for page in archived_pages(data):
        result.setdefault(page.outcome, []).append(page)
    return result


def test_a_mirror(mirror: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []
    report = fetch(FetchOptions(data=tmp_path / "data", mirror=mirror), seen.append)
    assert report.later is None
    assert report.outcomes == {"new": 3, "not-in-copy": 181}
    assert (seen[-1].done, seen[-1].known) == (184, 184)
    result = by_outcome(tmp_path / "data")
    assert [page.url.rpartition("/")[2] for page in result[Outcome.NEW]] == [
        "CAP_AEPE.html",
        "CAP_CA.html",
        "linked.html",
    ]
    assert all(page.issues == () and page.kind is None for page in result[Outcome.NOT_IN_COPY])


def test_a_mirror_again_is_the_same(mirror: Path, tmp_path: Path) -> None:
    for outcome in ("new", "same"):
        report = fetch(FetchOptions(data=tmp_path / "data", mirror=mirror))
        assert report.outcomes == {outcome: 3, "not-in-copy": 181}


def test_a_file_that_left_the_mirror_is_no_removal(mirror: Path, tmp_path: Path) -> None:
    fetch(FetchOptions(data=tmp_path / "data", mirror=mirror))
    (mirror / f"{FOLDER}.{HOST}" / "CAP_CA.html").unlink()
    for _ in range(2):
        fetch(FetchOptions(data=tmp_path / "data", mirror=mirror))
        carried = [p for p in by_outcome(tmp_path / "data")[Outcome.NOT_IN_COPY] if p.content]
        assert [page.url.rpartition("/")[2] for page in carried] == ["CAP_CA.html"]
        assert carried[0].carried_since is not None


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a copy, of a run that stopped before its end, and of one that ended."""
    folder = tmp_path_factory.mktemp("begun")
    mirror = mirror_in(folder / "copy")
    fetch(FetchOptions(data=folder / "part", mirror=mirror, max_pages=175))
    shutil.copytree(folder / "part", folder / "whole")
    fetch(FetchOptions(data=folder / "whole", mirror=mirror))
    return folder


@pytest.mark.parametrize("number", range(12))
def test_an_archive_cut_anywhere_is_mended(number: int, begun: Path, tmp_path: Path) -> None:
    """As a power cut may leave it: the ends of both files lost, independently."""
    data = tmp_path / "data"
    chance = random.Random(number)
    shutil.copytree(begun / "part", data)
    for pattern in ("archive/*.warc.gz", "archive/runs/*.ndjson"):
        (path,) = data.glob(pattern)
        if chance.random() < 0.7:
            content = path.read_bytes()
            path.write_bytes(content[: chance.randint(len(content) // 3, len(content))])
    assert fetch(FetchOptions(data=data, mirror=begun / "copy")).later is None
    mended, whole = archived_pages(data), archived_pages(begun / "whole")
    assert [(p.key, p.outcome, p.content and p.content.body) for p in mended] == [
        (p.key, p.outcome, p.content and p.content.body) for p in whole
    ]


def test_a_run_that_stopped_goes_on_with_its_own_source_only(mirror: Path, tmp_path: Path) -> None:
    data, capture = tmp_path / "data", tmp_path / "other.warc"
    first = fetch(FetchOptions(data=data, mirror=mirror, max_pages=1))
    with pytest.raises(TryLater, match="the limit of 1 page is reached; 182 pages wait"):
        first.raise_for_later()
    capture.write_bytes(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
    other = fetch(FetchOptions(data=data, warc=(capture,)))
    assert other.run != first.run
    assert other.outcomes == {"not-in-copy": 183}
    last = fetch(FetchOptions(data=data, mirror=mirror))
    assert last.run not in (first.run, other.run)
    assert last.outcomes == {"new": 3, "not-in-copy": 181}


@pytest.mark.parametrize(
    "contact", ["", "me", "me@host", "a@b.fr\r\nX: y", "<a@b.fr>", "ftp://x.fr"]
)
def test_a_live_crawl_needs_a_contact(tmp_path: Path, contact: str) -> None:
    with pytest.raises(UnusableInput, match="--contact"):
        fetch(FetchOptions(data=tmp_path / "data", contact=contact))
    assert not list((tmp_path / "data" / "archive").glob("*.warc.gz"))


@pytest.mark.parametrize("contact", ["data@example.org", "https://example.org/robot"])
def test_who_asks(contact: str) -> None:
    assert user_agent(contact, "1.2") == f"eduscol-referentials/1.2 (+{contact})"


@pytest.mark.parametrize("host", ["", "a@b", "h?x", "h#x", "a b"])
def test_a_host_that_is_none(tmp_path: Path, host: str) -> None:
    with pytest.raises(UnusableInput, match="--allow-host"):
        fetch(FetchOptions(data=tmp_path / "data", allow_hosts=(host,)))


def test_seeds_on_a_host_that_is_not_allowed(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds.txt"
    seeds.write_text("http://127.0.0.1:9/a.html\n")
    with pytest.raises(UnusableInput, match=r"needs --allow-host 127\.0\.0\.1:9"):
        fetch(FetchOptions(data=tmp_path / "data", seeds=(str(seeds),), contact="a@b.fr"))


def test_seeds_of_the_user(tmp_path: Path, mirror: Path) -> None:
    seeds = tmp_path / "seeds.txt"
    seeds.write_text(f"\ufeff# more\n\nhttps://{HOST}/{FOLDER}/linked.html  \r\n")
    fetch(FetchOptions(data=tmp_path / "one", seeds=(str(seeds),), mirror=mirror))
    assert [page.origin for page in archived_pages(tmp_path / "one")] == ["user"]
    (copy,) = (tmp_path / "one" / "archive" / "files").iterdir()
    assert copy.read_bytes() == seeds.read_bytes()
    fetch(FetchOptions(data=tmp_path / "two", seeds=("known", str(seeds)), mirror=mirror))
    assert sum(1 for _ in archived_pages(tmp_path / "two")) == 184


def test_seeds_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"https://a.fr/ b\nhttps://a.fr/#c"))
    monkeypatch.setattr("sys.stdin", stream)
    assert read_seeds("-", read_source("-")) == ["https://a.fr/%20b", "https://a.fr/"]


def test_seeds_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("https://a.fr/\nmailto:x\n")
    (tmp_path / "latin.txt").write_bytes(b"\xe9")
    for name, message in [
        ("absent.txt", "cannot be read"),
        ("bad.txt", "line 2: not an http"),
        ("latin.txt", "not UTF-8"),
    ]:
        with pytest.raises(UnusableInput, match=message):
            read_seeds(name, read_source(str(tmp_path / name)))


def test_the_lock_may_be_entered_again(tmp_path: Path, mirror: Path) -> None:
    with locked(tmp_path / "data"):
        assert fetch(FetchOptions(data=tmp_path / "data", mirror=mirror)).later is None
    assert not (tmp_path / "data" / "lock.json").exists()


AT = "https://a.fr/"


@pytest.mark.parametrize(
    ("body", "addresses", "is_index"),
    [
        ("<urlset><url><loc> https://a.fr/x?a=1&amp;b=2 </loc></url>", [AT + "x?a=1&b=2"], False),
        ("\ufeff<sitemapindex><loc>https://a.fr/m.xml</loc>", [AT + "m.xml"], True),
        ("<s:urlset><s:loc><![CDATA[https://a.fr/]]></s:loc></s:urlset>", [AT], False),
        ("https://a.fr/1\nhttps://a.fr/2\nnone", [AT + "1", AT + "2"], False),
        ("<html><body>error</body></html>", [], False),
        ("\x00", [], False),
    ],
)
def test_sitemaps(body: str, addresses: list[str], is_index: bool) -> None:
    assert read_sitemap(body.encode()) == (tuple(addresses), is_index)
