"""Links of a page (mock-ups, written for these tests)."""

import pytest

from parsers.links import links

URL = "https://eduscol.education.fr/referentiels-professionnels/index.html"
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
        ("", []),
    ],
)
def test_links(html: str, found: list[str]) -> None:
    assert links(html, URL) == found
