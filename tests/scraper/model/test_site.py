"""Addresses: written safely, compared without case, 182 of them known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.model.known_diplomas import known_addresses
from scraper.model.site import OFFICIAL, Root, Site
from scraper.model.url import canonical, normalise

OLD = "https://eduscol.education.fr/referentiels-professionnels/"
NEW = "https://referentiels-professionnels.eduscol.education.fr/"


def test_known_addresses_are_182_for_181_pages() -> None:
    known = known_addresses()
    assert len(known) == len(set(known)) == 182
    # indexed53.html is known under http and under https.
    assert len({Site().key(address) for address in known}) == 181
    assert all(normalise(address) == address for address in known)
    assert all(Site().follows(address) for address in known)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("a b.html", OLD + "a%20b.html"),
        ("a%20b.html", OLD + "a%20b.html"),
        ("é.html", OLD + "%C3%A9.html"),
        ("x/../b.html", OLD + "b.html"),
        ("x/%2e%2E/b.html", OLD + "b.html"),
        ("x/.%2e/", OLD),
        ("../../../../etc/passwd", "https://eduscol.education.fr/etc/passwd"),
        ("b.html#haut", OLD + "b.html"),
        (" b.html\n", OLD + "b.html"),
        ("b\n.html", OLD + "b.html"),
        ("\\x\\b.html", "https://eduscol.education.fr/x/b.html"),
        ("HTTPS://Eduscol.Education.FR:443/B025.html", "https://eduscol.education.fr/B025.html"),
        ("https://a:b@eduscol.education.fr/x", "https://eduscol.education.fr/x"),
        ("https://eduscol.education.fr@evil.example/x", "https://evil.example/x"),
        ("//evil.example/x", "https://evil.example/x"),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/x"),
        ("http://[::1]:80/x", "http://[::1]/x"),
        ("https://eduscol.education.fr", "https://eduscol.education.fr/"),
        ("javascript:void(0)", None),
        ("mailto:a@b.fr", None),
        ("file:///etc/passwd", None),
        ("https:///x", "https://eduscol.education.fr/x"),
        ("https://[/x", None),
        ("https://eduscol.education.fr:99999/", None),
        ("https://edu%73col.education.fr/", None),
    ],
)
def test_normalise(written: str, asked: str | None) -> None:
    assert normalise(written, OLD + "index.html") == asked


@given(
    st.sampled_from(["http://", "https://", "HTTPS://", "ftp://"]),
    st.text("abA01._-~:%é ", max_size=70),
    st.lists(st.text("abA01._-~%2e;&é\\?# ", max_size=5), max_size=4).map("/".join),
)
def test_an_address_that_stays_as_it_is(scheme: str, host: str, path: str) -> None:
    """The shorter way gives what the long one gives, which a base asks for."""
    address = f"{scheme}{host}/{path}"
    assert normalise(address) == normalise(address, "file:///")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OLD + "CAP_patis.html", NEW + "cap_patis.html"),
        (OLD + "a.html", "http://eduscol.education.fr/referentiels-professionnels/a.html"),
        (OLD + "a.html", OLD + "a.htm"),
        (OLD + "a.html", OLD + "a"),
        (OLD + "MC4_Encadrement%20sportif.html", OLD + "mc4_encadrement sportif.html"),
        (OLD, OLD + "index.html"),
    ],
)
def test_one_page(one: str, other: str) -> None:
    assert Site().key(one) == Site().key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OLD, NEW),
        (OLD + "a.html", OLD + "a.pdf"),
        (OLD + "a.html", OLD + "x/a.html"),
        (OLD + "a.html", OLD + "a.html?p=2"),
        (OLD + "a.html", "https://eduscol.education.fr/a.html"),
        (OLD + "a.html", "http://127.0.0.1:8000/a.html"),
    ],
)
def test_two_pages(one: str, other: str) -> None:
    site = Site(others=(Root("127.0.0.1:8000"),))
    assert site.key(one) != site.key(other)


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        (OLD + "new_page.html", True),
        (OLD + "new_page", True),
        (OLD + "folder/", True),
        (NEW + "b224/b224a.pdf", True),
        (OLD + "b224/b224b.pdf", False),
        (OLD + "style.css", False),
        ("https://eduscol.education.fr/1234/cap", False),
        ("https://evil.example/referentiels-professionnels/a.html", False),
        ("https://eduscol.education.fr.evil.example/referentiels-professionnels/a.html", False),
    ],
)
def test_which_links_are_followed(address: str, followed: bool) -> None:
    assert Site().follows(address) is followed


def test_candidates_keep_case_and_prefer_https() -> None:
    written = "http://eduscol.education.fr/referentiels-professionnels/B025.html"
    assert Site().candidates([written]) == [
        OLD + "B025.html",
        NEW + "B025.html",
        "http://eduscol.education.fr/referentiels-professionnels/B025.html",
        "http://referentiels-professionnels.eduscol.education.fr/B025.html",
    ]


def test_an_address_with_a_port_keeps_its_scheme() -> None:
    site = Site(others=(Root("127.0.0.1:8000"),))
    assert site.candidates(["http://127.0.0.1:8000/a"]) == ["http://127.0.0.1:8000/a"]
    assert canonical("http://127.0.0.1:8000/a") == "http://127.0.0.1:8000/a"


def test_official_folders_are_the_two_of_the_site() -> None:
    assert [root.host + root.folder for root in OFFICIAL] == [
        OLD.removeprefix("https://"),
        NEW.removeprefix("https://"),
    ]
