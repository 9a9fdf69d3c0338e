"""Compose a page: choose its diploma, what it says of it, its layout and its encoding."""

import re
from collections.abc import Callable
from html import escape, unescape
from random import Random
from typing import NamedTuple

from schema.text import ascii_text
from tests.parsers.sober_pages.page import Page

from . import new_layouts as new
from . import old_layouts as old
from . import statements as say
from . import succession
from . import table_layouts as tables
from . import text_layouts as text
from .diplomas import TYPES, Diploma, diplomas
from .documents import HEADINGS as DOCUMENT_HEADINGS
from .documents import documents
from .draft import Draft
from .encodings import encode
from .layout import Layout, Shell
from .options import HEADINGS as OPTION_HEADINGS
from .options import options
from .order_wordings import HEADINGS as ORDER_HEADINGS
from .orders import orders
from .pieces import Piece, par
from .surroundings import surroundings
from .titles import titles
from .truth import facts
from .words import DATES

LAYOUTS: tuple[tuple[str, type[Layout]], ...] = (
    *(("brochure", old.Brochure),) * 3,
    *(("centred", old.Centred),) * 2,
    ("two columns", tables.TwoColumns),
    ("two columns with heads", tables.TwoColumnsWithHeads),
    ("definitions", text.Definitions),
    *(("breaks", text.Breaks),) * 2,
    *(("frozen", new.Frozen),) * 2,
    ("state", new.State),
    ("cards", new.Cards),
    ("accordions", new.Accordions),
    ("details", new.Details),
    ("word processor", old.WordProcessor),
    ("lists", text.Lists),
    ("preformatted", text.Preformatted),
    ("headings", new.Headings),
    ("one paragraph", text.OneParagraph),
    ("spip", new.Spip),
    ("fieldsets", new.Fieldsets),
    ("sidebar", tables.Sidebar),
    ("fields", new.Fields),
    *(("short", new.Short),) * 2,
)
_STEMS = {
    "CAP": ("b{n}", "B{n}", "CAP_{initials}", "cap_{initials}"),
    "BAC_PRO": ("a{n}", "bac_pro_{initials}", "BacPro_{initials}"),
    "BP": ("e{n}", "BP_{initials}", "bp_{initials}"),
    "BMA": ("f{n}", "BMA_{initials}"),
    "MC": ("d{n}", "MC3_{initials}", "MC4_{initials}"),
    "CS": ("d{n}", "MC3_{initials}", "CS_{initials}"),
    "BTS": ("bts_{initials}", "BTS_{initials}"),
    "DMA": ("dma_{initials}", "DMA_{initials}"),
}
# what a page may say besides title, orders and documents, with its weight
_STATEMENTS: dict[str, tuple[float, Callable[[Draft], Piece]]] = {
    "first": (4, say.first_session),
    "last": (2, say.last_session),
    "both": (1.2, say.both_sessions),
    "code": (6, say.code),
    "rncp": (2.5, say.rncp),
    "level": (4, say.level),
    "repeal": (1.6, say.repeal),
    "predecessor": (2, succession.predecessor),
    "successor": (2, succession.successor),
    "further": (1.5, say.further),
    "in force": (0.7, say.in_force),
    "succession": (0.4, succession.both),
}
# what is not said beside each other
_EXCLUSIVE = (
    {"both", "first"},
    {"both", "last"},
    {"in force", "last"},
    {"in force", "both"},
    {"in force", "repeal"},
    {"in force", "successor"},
    {"in force", "succession"},
    {"succession", "predecessor"},
    {"succession", "successor"},
)
_SINGLE = {"code", "rncp", "predecessor", "successor", "succession"}
_NOTICES = (
    "<!-- maquette -->",
    "<p><small>maquette</small></p>",
    "<!-- page maquette, sans valeur officielle -->",
)
_HEADINGS = ("", "", "", "Informations générales", "Le diplôme", "Caractéristiques", "Fiche")


class Composed(NamedTuple):
    """A page with the names of the variants that it is made of."""

    page: Page
    variants: tuple[str, ...]


def compose(seed: int) -> Composed:
    """Compose the page of a seed."""
    return _compose(Random(seed), f"x{seed:05d}")


def _compose(random: Random, name: str) -> Composed:
    draft = _begin(random)
    said = _chosen_statements(draft)
    lines, title_pairs = titles(draft)
    if draft.code_stated:
        said.discard("code")
    order_pieces: list[Piece] = []
    pieces = [_STATEMENTS[name][1](draft) for name in _STATEMENTS if name in said]
    random.shuffle(pieces)
    option_pieces, option_lines = options(draft) if draft.family else ([], [])
    if random.random() < 0.97:
        order_pieces = orders(draft)
    document_pieces = documents(draft)
    if not order_pieces and not document_pieces:
        order_pieces = orders(draft)
    layout = draft.choose("layout", LAYOUTS)(random)
    loose = [piece for piece in pieces if piece.kind in ("alert", "note")]
    above = [piece for piece in loose if piece.kind == "alert" or random.random() < 0.5]
    stated = [*title_pairs, *(piece for piece in pieces if piece not in loose)]
    sections = _ordered(
        draft, stated, bool(title_pairs), option_pieces, order_pieces, document_pieces
    )
    sections = [("", above), *sections, ("", [piece for piece in loose if piece not in above])]
    content = "\n".join(
        layout.section(heading, layout.pieces(section)) for heading, section in sections if section
    )
    head_lines = [*lines, *map(unescape, option_lines)]
    content = f"{layout.title(head_lines)}\n{content}" if head_lines else content
    above_all, below_all = surroundings(draft, layout)
    shell = Shell("{meta}", _head(draft), above_all, f"{below_all}\n{draft.some(*_NOTICES)}")
    body, plain = encode(draft, layout, layout.page(shell, content))
    return Composed(Page(name, body, facts(draft, plain)), tuple(draft.variants))


def _begin(random: Random) -> Draft:
    """Choose a diploma or a family of options, and the manner of the page."""
    stock = diplomas()
    family: tuple[Diploma, ...] = ()
    if random.random() < 0.13:
        family = random.choice(stock.families)
        diploma = family[0]
        name = diploma.base
    else:
        telling = [d for d in stock.single if d.predecessors or d.successors or d.last]
        diploma = random.choice(stock.single if random.random() < 0.7 else telling)
        name = diploma.name
    kind, code = diploma.type, diploma.code
    if kind == "CS" and not family and random.random() < 0.45:
        kind, code = "MC", f"010{code[3:]}"
    draft = Draft(random, diploma, kind, code, name, family)
    draft.days["c"] = diploma.day
    words = (word for word in re.findall("[A-Za-z]+", ascii_text(name)) if len(word) > 2)
    initials = "".join(word[0] for word in words).upper()[:5] or "X"
    stem = random.choice(_STEMS[kind]).format(n=f"{random.randint(10, 270):03d}", initials=initials)
    draft.stem = stem if random.random() < 0.88 else f"index{random.randint(4096, 65535):04x}"
    draft.file_style = random.choice((0, 0, 1, 2, 3, 4))
    draft.date_form = draft.choose("date", [(n, n) for n in (*DATES, *("words",) * 4)])
    _name_in_text(draft)
    return draft


def _name_in_text(draft: Draft) -> None:
    """Choose how the words of orders and sentences name the diploma."""
    name, some = draft.name, draft.some
    if draft.random.random() < 0.4 and name[1:2].islower():
        name = name[0].lower() + name[1:]
    name = escape(name, quote=False)
    kind = TYPES[draft.type]
    label = kind.label[0].lower() + kind.label[1:]
    draft.quoted = some(f"« {name} »", f'"{name}"', name)
    forms = [f"{label} {name}", f"{kind.short[0]} {name}", f"{label} « {name} »"]
    forms.append(f"{kind.short[0]} {draft.quoted}")
    if draft.type in ("CAP", "BAC_PRO", "BP"):
        forms.append(f"{label} spécialité {draft.quoted}")
    draft.in_text = some(*forms)


def _chosen_statements(draft: Draft) -> set[str]:
    """Choose what the page says besides: nothing on most pages, much on some."""
    random, chosen = draft.random, set[str]()
    weight = draft.choose(
        "weight", (*(("thin", 0),) * 12, *(("medium", 1),) * 5, *(("rich", 2),) * 3)
    )
    wanted = (0, random.randint(2, 3), random.randint(4, 7))[weight]
    while len(chosen) < wanted:
        name = random.choices([*_STATEMENTS], [share for share, _ in _STATEMENTS.values()])[0]
        if not any(name in pair and pair & (chosen - {name}) for pair in _EXCLUSIVE):
            chosen.add(name)
    if draft.family:
        chosen -= _SINGLE
    if not draft.diploma.last and (draft.diploma.first or draft.days["c"].year + 2) > 2022:
        chosen -= {"last", "both"}
    draft.repealable = "in force" not in chosen
    if "repeal" in chosen and not draft.repeal():
        chosen.discard("repeal")
    return chosen


def _ordered(
    draft: Draft,
    stated: list[Piece],
    stated_first: bool,
    option_pieces: list[Piece],
    order_pieces: list[Piece],
    document_pieces: list[Piece],
) -> list[tuple[str, list[Piece]]]:
    """Put the sections in an order that pages have, each with a heading or none."""
    random = draft.random
    order_heading = random.choice(ORDER_HEADINGS)
    if any(piece.kind == "pair" for piece in order_pieces) and random.random() < 0.6:
        order_heading = ""
    option_heading = random.choice(OPTION_HEADINGS)
    if option_pieces and (option_pieces[0].kind == "pair" or option_pieces[0] == par("Options :")):
        option_heading = ""
    sections = {
        "statements": (random.choice(_HEADINGS), stated),
        "options": (option_heading, option_pieces),
        "orders": (order_heading, order_pieces),
        "documents": (random.choice(DOCUMENT_HEADINGS), document_pieces),
    }
    names = [name for name, (_, pieces) in sections.items() if pieces]
    chance = random.random()
    if chance < 0.25 and stated and not stated_first:
        names.remove("statements")
        names.insert(random.randint(min(1, len(names)), len(names)), "statements")
    elif chance < 0.33 and names[-2:] == ["orders", "documents"]:
        names[-2:] = ["documents", "orders"]
    draft.note("sections", ", ".join(names))
    return [sections[name] for name in names]


def _head(draft: Draft) -> str:
    """Choose the page's `<title>`: its own, or one that many pages share."""
    title = escape(draft.titles[0], quote=False)
    return draft.choose(
        "head",
        (
            ("same", title),
            ("same", title),
            ("generic", "Référentiels professionnels"),
            ("untitled", "Document sans titre"),
            ("with the site", f"{title} - éduscol"),
            ("empty", ""),
            ("file", draft.stem),
            ("diplomas", "Diplômes professionnels"),
        ),
    )
