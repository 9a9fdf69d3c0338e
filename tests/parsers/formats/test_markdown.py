"""Markdown to blocks: headings, labels, bullets, links, and the places of all."""

import pytest

from parsers.formats.markdown import flatten_markdown
from schema.errors import Refused
from schema.issues import Refusal


def read(text: str) -> list[tuple[str, int, str, str]]:
    return [(b.kind, b.level, b.text, b.place) for b in flatten_markdown(text).blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# CAP x\n\n## Accès\n", [("heading", 1, "CAP x", "line 1"),
                                   ("heading", 2, "Accès", "line 3")]),
        # each bold label begins a block of its own, a plain line goes on
        ("**Durée:** 2 ans\n**Code:** 50022137", [("paragraph", 0, "Durée: 2 ans", "line 1"),
                                                  ("paragraph", 0, "Code: 50022137", "line 2")]),
        ("Après la\ntroisième", [("paragraph", 0, "Après la troisième", "line 1")]),
        # a bullet's text may stand on the line after its dash
        ("- boulanger/ère\n-\n  pâtissier/ère", [("item", 0, "boulanger/ère", "line 1"),
                                                 ("item", 0, "pâtissier/ère", "line 2")]),
        # twelve spaces are no code here
        ("Un.\n\n            Deux.", [("paragraph", 0, "Un.", "line 1"),
                                      ("paragraph", 0, "Deux.", "line 3")]),
        # nor are tags, entities and escapes anything but text
        ("<b>a</b> &amp; \\*", [("paragraph", 0, "<b>a</b> &amp; \\*", "line 1")]),
    ],
)  # fmt: skip
def test_blocks(text: str, blocks: list[tuple[str, int, str, str]]) -> None:
    assert read(text) == blocks


def test_links_and_set_off_words_keep_their_parts() -> None:
    (block,) = flatten_markdown("**Lien:** [la page](https://a.fr/b.html)").blocks
    assert [(part.text, part.strong, part.href) for part in block.parts] == [
        ("Lien:", True, None), (" ", False, None), ("la page", False, "https://a.fr/b.html"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Refusal.EMPTY),
        ("---\n", Refusal.EMPTY),
        ("[" * 2_001, Refusal.TOO_COMPLEX),
        ("x" * 500_001, Refusal.TOO_COMPLEX),
    ],
)
def test_what_is_no_fiche_is_refused(text: str, reason: Refusal) -> None:
    with pytest.raises(Refused) as refused:
        flatten_markdown(text)
    assert refused.value.reason == reason
