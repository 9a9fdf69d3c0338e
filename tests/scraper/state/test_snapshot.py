"""The pages of a version, found again in the archive when later runs have seen others."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from schema.errors import RefusedToPublish, UnusableInput
from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions
from scraper.state.snapshot import ArchiveSnapshot, past, present

PAGES = Path("eduscol.education.fr") / "referentiels-professionnels"
A, B, FURTHER = "cap_aepe.html", "cap_ca.html", "cap_boucher.html"
# short, and yet what the site itself would say of a page that is not there
ERROR = "<html><title>404 Not Found</title><h1>Page introuvable</h1></html>"


def page(name: str) -> str:
    return f"<html><title>CAP {name}</title><h1>CAP {name}</h1><p>Code : 50022141</p></html>"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the site with two pages (mock-ups)."""
    folder = tmp_path / "copy" / PAGES
    folder.mkdir(parents=True)
    for name in (A, B):
        (folder / name).write_text(page(name))
    return tmp_path / "copy"


def bodies(moment: ArchiveSnapshot) -> dict[str, bytes]:
    return {item.url: item.content.body for item in moment.pages() if item.content}


def seen(data: Path) -> str:
    """The fingerprint of the archive as it is now, which is kept."""
    with present(data) as moment:
        bodies(moment)
        moment.keep()
        return moment.fingerprint


def options(data: Path, copy: Path, pages: int | None = None) -> FetchOptions:
    """A fetch of the pages of these tests alone."""
    seeds = copy.with_name("seeds")
    names = (A, B, FURTHER)
    seeds.write_text(
        "".join(f"https://eduscol.education.fr/{PAGES.name}/{name}\n" for name in names)
    )
    return FetchOptions(data=data, mirror=copy, seeds=(str(seeds),), max_pages=pages)


def fetched(data: Path, copy: Path) -> str:
    fetch(options(data, copy))
    return seen(data)


def test_two_readings_of_one_copy_have_one_fingerprint(copy: Path, tmp_path: Path) -> None:
    first = fetched(tmp_path / "one", copy)
    assert first == fetched(tmp_path / "two", copy)
    assert first == fetched(tmp_path / "one", copy)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / A).write_text(page("other")),
        lambda folder: (folder / A).write_text(ERROR),
        lambda folder: (folder / A).unlink(),
        lambda folder: (folder / FURTHER).write_text(page("further")),
    ],
    ids=["other content", "an error page", "a page less", "a page more"],
)
def test_what_a_version_shows_shows_in_the_fingerprint(
    copy: Path, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    data = tmp_path / "data"
    before = fetched(data, copy)
    change(copy / PAGES)
    assert fetched(data, copy) != before


def test_the_past_has_its_own_pages(copy: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = fetched(data, copy)
    (copy / PAGES / A).write_text(page("changed"))
    second = fetched(data, copy)
    for fingerprint, title in ((first, A), (second, "changed")):
        with past(data, fingerprint) as moment:
            assert any(title in body.decode() for body in bodies(moment).values())
            assert moment.fingerprint == fingerprint


def test_the_past_of_a_run_that_went_on_later(copy: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    fetch(options(data, copy, pages=1))
    part = seen(data)
    fetch(options(data, copy))
    assert seen(data) != part
    with past(data, part) as moment:
        assert len(bodies(moment)) == 1
        assert moment.fingerprint == part


def test_a_run_at_work_beside_does_not_show(copy: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    before = fetched(data, copy)
    with present(data) as moment:
        (copy / PAGES / A).write_text(page("changed"))
        fetch(options(data, copy))
        bodies(moment)
        assert moment.fingerprint == before
    # whoever closes last leaves the state whole: the next run need not rebuild it
    assert (data / "state.db.sum").exists()
    assert not (data / "state.db-wal").exists()


def test_a_moment_that_the_archive_does_not_know(copy: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    fingerprint = fetched(data, copy)
    shutil.rmtree(data / "archive" / "moments")
    with pytest.raises(RefusedToPublish, match="does not know when"), past(data, fingerprint):
        pass


def test_without_a_run_there_is_no_moment(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="no archived run"), present(tmp_path):
        pass
    (tmp_path / "archive" / "runs").mkdir(parents=True)
    with pytest.raises(UnusableInput, match="no archived run"), present(tmp_path):
        pass
