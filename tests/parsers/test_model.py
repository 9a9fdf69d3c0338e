"""Blocks and addresses of files: the vocabulary that all stages share."""

import pytest

from parsers.model.blocks import Block, Part, joined, lines_of
from parsers.model.document import Context, Document
from parsers.model.file_types import file_name, is_file, is_page, media_type
from parsers.page_structure import page_of
from schema.errors import Refused
from schema.issues import Refusal
from schema.lexicon import Lexicon


def test_a_block_says_what_its_parts_have_in_common() -> None:
    parts = (Part(" A ", True, href="a.htm"), Part("B", True, href="a.htm", after_break=True))
    block = Block("paragraph", parts, "p")
    assert (block.text, block.strong, block.only_link, block.has_link) == (
        "A B", True, "a.htm", True,
    )  # fmt: skip
    assert block.lines == [parts[:1], parts[1:]]
    file = tuple(part._replace(href="a.pdf") for part in parts)
    assert Block("paragraph", file, "p").lines == [file]  # one link to a file has one name
    apart = (file[0], file[1]._replace(link=1))
    assert Block("paragraph", apart, "p").lines == [apart[:1], apart[1:]]
    mixed = Block("paragraph", (*parts, Part(" c")), "p")
    assert (mixed.strong, mixed.only_link, mixed.has_link) == (False, None, True)
    assert Block("paragraph", (Part("A", True), Part(" ")), "p").strong  # white space is not plain


def test_a_break_at_the_beginning_makes_no_empty_line() -> None:
    parts = (Part("A", after_break=True), Part("B"))
    assert lines_of(parts) == [parts]
    assert joined(parts) == " AB"
    assert lines_of(()) == [()]


@pytest.mark.parametrize(
    ("address", "type_", "is_a_file", "is_a_page", "name"),
    [
        ("https://a.fr/b/C.PDF?x=1#p", "application/pdf", True, False, "C.PDF"),
        ("b.html", "text/html", False, True, "b.html"),
        ("b.htm#p", "text/html", False, True, "b.htm"),
        ("/document/5123/download", None, True, True, "download"),
        ("f.php?doc=a.pdf", "application/pdf", True, False, "f.php"),
        ("b/", None, False, True, "b"),
        ("#haut", None, False, False, ""),
        ("", None, False, False, ""),
        ("image.gif", None, False, True, "image.gif"),
        ("http://[x/a.pdf", None, False, True, "a.pdf"),
    ],
)
def test_addresses(
    address: str, type_: str | None, is_a_file: bool, is_a_page: bool, name: str
) -> None:
    assert (media_type(address), is_file(address), is_page(address), file_name(address)) == (
        type_, is_a_file, is_a_page, name,
    )  # fmt: skip


URL = "https://eduscol.education.fr/referentiels-professionnels/b224.html"


def test_a_page_is_divided_at_its_title() -> None:
    body = (
        "<html><body><p>Session 2020</p><h1>CAP boulanger</h1>"
        "<p>Durée : 2 ans</p><h2>Accès</h2><p>Un.</p></body></html>"
    ).encode()
    page = page_of(Document(body, URL), Lexicon.packaged())
    assert isinstance(page.context, Context)
    assert (page.context.title, page.context.page, page.context.url) == (
        "CAP boulanger", "b224", URL,
    )  # fmt: skip
    assert [p.piece.text for p in page.common.passages if p.above] == [
        "Session 2020",
        "CAP boulanger",
    ]
    assert [s.entry.field for s in page.common.sections] == ["duration", "access"]
    assert len(page.variants) == 1


@pytest.mark.parametrize(
    ("body", "media", "kind"),
    [
        (b"<html><h1>CAP boulanger</h1></html>", "text/html", "html"),
        (b"# CAP boulanger\n", "text/markdown", "markdown"),
        (b"# CAP boulanger\n", None, "markdown"),
    ],
)
def test_the_form_is_told_by_type_and_bytes(body: bytes, media: str | None, kind: str) -> None:
    assert page_of(Document(body, URL, media), Lexicon.packaged()).context.kind == kind


@pytest.mark.parametrize(
    ("body", "media"),
    [(b'{"a": 1}', None), (b"x", "image/png"), (b"<?xml version='1.0'?><rss></rss>", None)],
)
def test_what_is_no_page_is_refused(body: bytes, media: str | None) -> None:
    with pytest.raises(Refused) as refused:
        page_of(Document(body, URL, media), Lexicon.packaged())
    assert refused.value.reason == Refusal.NOT_TEXT
