"""Text and addresses in attributes, function by function."""

import pytest

from parsers.formats import html_text
from parsers.model.blocks import Part


@pytest.mark.parametrize(
    ("tag", "attributes", "images", "href", "text"),
    [
        ("a", {"title": "Annexe I"}, [], "a.pdf", "Annexe I"),
        ("a", {"aria-label": "Annexe I", "title": "x y"}, [], None, "Annexe I"),
        ("a", {}, ["logo"], "a.pdf", "logo"),  # better than the file's name
        ("a", {}, [], "b/a.pdf", "a.pdf"),
        ("a", {}, [], "b.html", ""),
        ("h2", {"title": "logo du site"}, [], None, ""),
        ("b", {"title": "un mot ou deux de trop"}, [], None, ""),
    ],
)
def test_what_stands_in_the_place_of_missing_text(
    tag: str, attributes: dict[str, str | None], images: list[str], href: str | None, text: str
) -> None:
    assert html_text.replacement_text(tag, attributes, images, href) == text


@pytest.mark.parametrize(
    ("attributes", "address"),
    [
        ({"href": "javascript:ouvrir('a.pdf')"}, "a.pdf"),
        ({"onclick": 'window.open("a.pdf?x=1")'}, "a.pdf?x=1"),
        ({"data-href": "a.pdf"}, "a.pdf"),
        ({"onclick": "imprimer('a.html')"}, None),
        ({"href": "a.pdf"}, None),  # an ordinary link
        ({}, None),
    ],
)
def test_files_that_a_script_opens(attributes: dict[str, str | None], address: str | None) -> None:
    assert html_text.scripted_address(attributes) == address


def test_files_in_frames_and_images_that_state_something() -> None:
    assert html_text.embedded_address("iframe", {"src": "a.pdf"}) == "a.pdf"
    assert html_text.embedded_address("iframe", {"src": "a.html"}) is None
    assert html_text.embedded_address("p", {"src": "a.pdf"}) is None
    assert html_text.image_text({"alt": "Diplôme abrogé"}) == "Diplôme abrogé"
    assert html_text.image_text({"alt": "Un fournil"}) == ""


@pytest.mark.parametrize(
    ("parts", "texts"),
    [
        ((Part("A", making="font"), Part("rrêté du 3 mai")), ["Arrêté du 3 mai"]),
        ((Part("A"), Part("rrêtés")), ["Arrêtés"]),
        ((Part("A"), Part(" lire")), ["A", " lire"]),
        ((Part("A", making="font"), Part("rrêté", after_break=True)), ["A", "rrêté"]),
        ((Part("Arrêté"),), ["Arrêté"]),
    ],
)
def test_a_large_first_letter_is_of_its_word(parts: tuple[Part, ...], texts: list[str]) -> None:
    assert [part.text for part in html_text.whole_words(list(parts))] == texts
