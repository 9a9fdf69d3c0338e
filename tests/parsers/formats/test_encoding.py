"""Bytes to text: which encoding wins, what is mended and told, what is refused."""

import pytest

from parsers.formats.encoding import decode
from schema.errors import Refused
from schema.issues import IssueCode, Refusal

TEXT = "<p>Métiers de l’électricité : cœur</p>"
META = '<meta charset="{}">'


@pytest.mark.parametrize(
    ("body", "header", "encoding", "told"),
    [
        (TEXT.encode(), None, "utf-8", False),
        (TEXT.encode("cp1252"), None, "cp1252", False),
        # the web's rule: iso-8859-1 means windows-1252, which has the quote and the oe
        (TEXT.encode("cp1252"), "text/html; charset=iso-8859-1", "cp1252", False),
        ((META.format("iso-8859-1") + TEXT).encode("cp1252"), None, "cp1252", False),
        # what is UTF-8 strictly is UTF-8 whatever is declared, and the other way round
        (TEXT.encode(), "text/html; charset=iso-8859-1", "utf-8", True),
        ((META.format("iso-8859-1") + TEXT).encode(), None, "utf-8", True),
        (TEXT.encode("cp1252"), "text/html; charset=utf-8", "cp1252", True),
        # a byte order mark wins over the header
        (TEXT.encode("utf-16"), "text/html; charset=utf-8", "utf-16-le", True),
        (TEXT.encode("utf-8-sig"), None, "utf-8", False),
        # read as windows-1252 and encoded again, before it was sent
        (TEXT.encode().decode("cp1252").encode(), None, "utf-8", True),
    ],
)
def test_the_text_is_read_as_it_was_meant(
    body: bytes, header: str | None, encoding: str, told: bool
) -> None:
    decoded = decode(body, header)
    assert decoded.text.endswith(TEXT)
    assert not decoded.text.startswith("\ufeff")
    assert decoded.encoding == encoding
    assert [issue.issue for issue in decoded.issues] == [IssueCode.ENCODING_REPAIRED] * told


@pytest.mark.parametrize(
    "text",
    [
        "<p>Accueil › Diplômes › CAP › Vannerie</p>",
        "<h2>Métiers <a href=#a>¶</a></h2><h2>Textes <a href=#b>¶</a></h2><h2>Sites ¶</h2>",
    ],
)
def test_signs_that_stand_alone_are_no_sign_of_another_encoding(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b" \r\n\t", Refusal.EMPTY),
        (b"\x89PNG\r\n\x1a\n", Refusal.NOT_TEXT),
        (b"<p>CAP\x00boulanger</p>", Refusal.NOT_TEXT),
        # an old Macintosh: "é" would be read as "Ž"
        ("<p>Métiers de l'électricité</p>".encode("mac-roman"), Refusal.UNDECODABLE),
    ],
)
def test_what_no_rule_reads_as_french_is_refused(body: bytes, reason: Refusal) -> None:
    with pytest.raises(Refused) as refused:
        decode(body)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "name", ["uu", "hex", "base64", "rot13", "zlib", "bz2", "idna", "punycode", "undefined", "nix"]
)
def test_a_declared_codec_that_is_no_encoding_of_text_is_passed_over(name: str) -> None:
    page = f"<meta charset={name}><p>Arrêté du 3 mai 2004, créé à Sète</p>"
    decoded = decode(page.encode("cp1252"))
    assert decoded.text == page
    assert decode(page.encode("cp1252"), f"text/html; charset={name}").text == page
