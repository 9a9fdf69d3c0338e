"""Links of a page (mock-ups, written for these tests)."""

import pytest

from parsers.formats.html_links import links
from schema.errors import Refused

URL = "https://eduscol.education.fr/referentiels-professionnels/index.html"
SITE = "https://eduscol.education.fr"
FOLDER = "https://eduscol.education.fr/referentiels-professionnels/"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<a href="a.html">a</a>', [FOLDER + "a.html"]),
        ("<a href=a.html>a<a href=a.html>b<a href=b.html>", [FOLDER + "a.html", FOLDER + "b.html"]),
        ('<base href="/x/"><a href="a.html">', ["https://eduscol.education.fr/x/a.html"]),
        ('<base href="http://[bad"><a href="a.html">', [FOLDER + "a.html"]),
        ('<map><area href="b.html"></map>', [FOLDER + "b.html"]),
        ('<frameset><frame src="c.html"></frameset>', [FOLDER + "c.html"]),
        ('<meta HTTP-EQUIV="Refresh" CONTENT="0; URL=d.html">', [FOLDER + "d.html"]),
        ('<meta http-equiv="refresh" content="30">', []),
        ('<meta http-equiv="content-type" content="0; url=d.html">', []),
        ('<a name="x"><a href=""><a href="http://[bad">', []),
        ('<a href="/b/c.html"><a href="b/c.html">', [SITE + "/b/c.html", FOLDER + "b/c.html"]),
        ('<a href="../c.html"><a href="//a.fr/c"><a href="?p=1">',
         [SITE + "/c.html", "https://a.fr/c", URL + "?p=1"]),
        ('<a href="javascript:x()">', ["javascript:x()"]),
        ("", []),
    ],
)  # fmt: skip
def test_links(html: str, found: list[str]) -> None:
    assert links(html, URL) == found


@pytest.mark.parametrize("markup", ["<div>", "<a><div>"])
def test_what_would_exhaust_the_parser_is_refused(markup: str) -> None:
    with pytest.raises(Refused, match="too-complex"):
        links(markup * 200_000, URL)
