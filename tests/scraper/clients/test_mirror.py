"""A copy of the site in a folder: how an address is looked up, and that nothing else is read."""

from pathlib import Path

import pytest

from schema.errors import UnusableInput
from scraper.clients.mirror import Mirror
from scraper.model.response import Failure, FailureKind, NotInCopy, Response

HOST = "eduscol.education.fr"
URL = f"https://{HOST}/referentiels-professionnels/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "copy" / HOST / "referentiels-professionnels"
    folder.mkdir(parents=True)
    (tmp_path / "secret.html").write_text("secret")
    return folder


def body(folder: Path, name: str) -> bytes | None:
    answer = Mirror(folder.parents[1], (HOST,)).get(URL + name)
    return answer.body if isinstance(answer, Response) else None


@pytest.mark.parametrize(
    ("files", "name", "found"),
    [
        (["a%20b.html", "a b.html"], "a%20b.html", "a%20b.html"),
        (["a b.html"], "a%20b.html", "a b.html"),
        (["A B.html"], "a%20b.html", "A B.html"),
        (["cap_x.html", "CAP_X.html"], "CAP_X.html", "CAP_X.html"),
        (["CAP_X.html"], "cap_x.html", "CAP_X.html"),
        (["index.html"], "", "index.html"),
        (["page.html?p=2"], "page.html?p=2", "page.html?p=2"),
        (["page.html"], "other.html", None),
        ([], "", None),
    ],
)
def test_lookup(folder: Path, files: list[str], name: str, found: str | None) -> None:
    for file in files:
        (folder / file).write_bytes(file.encode())
    assert body(folder, name) == (found.encode() if found else None)


@pytest.mark.parametrize(
    "name",
    [
        "..%2f..%2f..%2fsecret.html",
        "../../../secret.html",
        "%2e%2e/%2e%2e/%2e%2e/secret.html",
        "%2fetc/hostname",
        "%00.html",
        "x" * 5000,
        "out.html",
        "loop.html",
    ],
)
def test_never_outside_of_the_copy(folder: Path, name: str) -> None:
    (folder / "out.html").symlink_to(folder.parents[2] / "secret.html")
    (folder / "loop.html").symlink_to(folder / "loop.html")
    assert isinstance(Mirror(folder.parents[1], (HOST,)).get(URL + name), NotInCopy)


def test_a_link_within_the_copy_is_read(folder: Path) -> None:
    (folder / "a.html").write_text("A")
    (folder / "b.html").symlink_to(folder / "a.html")
    assert body(folder, "b.html") == b"A"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a", "text/html"),
        ("a.pdf", "application/pdf"),
        ("a.strange", "application/octet-stream"),
    ],
)
def test_type_from_the_extension(folder: Path, name: str, media_type: str) -> None:
    (folder / name).write_text("x")
    answer = Mirror(folder.parents[1], (HOST,)).get(URL + name)
    assert isinstance(answer, Response)
    assert (answer.status, answer.media_type) == (200, media_type)
    assert not answer.validators


def test_too_large(folder: Path) -> None:
    with (folder / "a.html").open("wb") as file:
        file.truncate(20_000_001)
    answer = Mirror(folder.parents[1], (HOST,)).get(URL + "a.html")
    assert isinstance(answer, Failure)
    assert answer.kind is FailureKind.TOO_LARGE
    # it gets into a version, which must not depend on where the copy stands
    assert answer.detail.startswith("20000001 bytes in eduscol.education.fr/")


def test_a_folder_that_is_no_copy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="no such folder"):
        Mirror(tmp_path / "absent", (HOST,))
    with pytest.raises(UnusableInput, match="holds no folder eduscol"):
        Mirror(tmp_path, (HOST,))
