"""Files by address: which address is asked, and what the first bytes of an answer tell."""

import pytest

from scraper.crawl.file_downloads import FILES, files_at, suffix_of
from scraper.model.response import Failure, Response
from scraper.model.site import Root


def answer(body: bytes, media_type: str = "", url: str = "https://x.fr/download") -> Response:
    return Response(url, url, 200, (("Content-Type", media_type),), body)


def test_no_other_spelling_of_an_address_is_asked() -> None:
    files = files_at(("http://x.fr/Index.html?a=B",), (Root("y.fr"),))
    met = ("http://x.fr/Index.html?a=B", "http://x.fr/former.xml")
    assert files.askable(met) == ["http://x.fr/Index.html?a=B"]
    hosts = ("http://x.fr/moved", "https://y.fr/moved", "https://z.fr/moved")
    assert [files.allows(host) for host in hosts] == [True, True, False]


@pytest.mark.parametrize(
    ("body", "suffix"),
    [
        (b'<?xml version="1.0"?><formations/>', ".xml"),
        (b"\xef\xbb\xbf\r\n <formations/>", ".xml"),
        ("<formations/>".encode("utf-16"), ".xml"),
        (b"<!-- <html> --><formations><p>html</p></formations>", ".xml"),
        (b' {"formations": 1}', ".json"),
        (b"[]", ".json"),
        (b"PK\x03\x04\x14", ".zip"),
        (b"Code;Titre\n", ".csv"),
        ("Code;Titre\n".encode("utf-16"), ".csv"),
    ],
)
def test_the_first_bytes_tell_the_form(body: bytes, suffix: str) -> None:
    good = FILES.classify(answer(body, "text/html"))
    assert isinstance(good, Response)
    assert suffix_of(good, good.url) == suffix


def test_markdown_is_told_by_its_type_or_its_address() -> None:
    by_address = answer(b"# CAP; ou\n", url="https://x.fr/FOR.1_x.md?v=2")
    for item in (answer(b"# CAP\n", "text/markdown; charset=utf-8"), by_address):
        assert suffix_of(item, item.url) == ".md"
    assert isinstance(FILES.classify(answer(b"# CAP\n", "text/plain")), Failure)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"<html><title>Portail</title>", "an HTML page in place of the file"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "an HTML page in place of the file"),
        ("<!DOCTYPE html><p>Données</p>".encode("utf-16"), "an HTML page in place of the file"),
        (b"<script>location = '/'</script>", "an HTML page in place of the file"),
        (b"<!-- -->" * 1000 + b"<html>", "an HTML page in place of the file"),
        (b"<html><title>Authentification</title>", "login-page"),
    ],
)
def test_a_page_is_no_file(body: bytes, message: str) -> None:
    judged = FILES.classify(answer(body, "application/xml"))
    assert isinstance(judged, Failure)
    assert judged.detail == message
    assert judged.response is not None
