"""A document to its parts: blocks, labels, title, options, sections; no value is read yet."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from parsers.classify.error_pages import classify_error_page
from parsers.formats.complexity_limits import refuse, refuse_too_complex
from parsers.formats.csv_row import flatten_row, row_number
from parsers.formats.encoding import decode
from parsers.formats.html import Flat, flatten
from parsers.formats.html_links import base_of
from parsers.formats.markdown import flatten_markdown
from parsers.formats.onisep_xml import MEDIA_TYPE, flatten_formation
from parsers.formats.pdf import flatten_pdf, is_pdf
from parsers.model.blocks import Block
from parsers.model.document import Context, Document, ExpectedDiploma
from parsers.model.file_types import is_page
from parsers.model.identifiers import address_name, fiche_id, is_site_address, page_name
from parsers.segment.bar_tables import with_bar_tables
from parsers.segment.find_title import find_title
from parsers.segment.first_lines import with_first_lines_apart
from parsers.segment.glossaries import without_glossaries
from parsers.segment.inline_grids import with_grids_divided
from parsers.segment.known_options import divide
from parsers.segment.labels import split_blocks, split_row
from parsers.segment.option_columns import with_options_in_full
from parsers.segment.option_mentions import announces
from parsers.segment.option_words import option_word
from parsers.segment.options import variants
from parsers.segment.page_diplomas import OPTION, Split, Variant
from parsers.segment.passages import Outline, Passage, Section
from parsers.segment.pieces import Piece
from parsers.segment.sections import outline
from parsers.segment.split_types import divide_notices, join_split_types
from parsers.segment.stacked_tables import with_stacked_tables_divided
from parsers.segment.timeline_blocks import with_timelines
from parsers.segment.turned_tables import with_tables_turned
from parsers.segment.wrapped_lines import join_wrapped
from schema.errors import Refused
from schema.issues import REFUSALS, Issue, IssueCode, Refusal, issue
from schema.lexicon import Lexicon
from schema.referential import SourceKind
from schema.secrets import masked
from schema.text import clean, has_any
from schema.title import read_title

_MARKDOWN_TYPES = ("text/markdown", "text/x-markdown")
# Four is the most that is known of one page; ten times that is a list of diplomas.
_LONGEST_VALUE = 120  # above the title
_FEWEST_VALUES = 2  # of a box of facts above the title
_MOST_DIPLOMAS = 40
_OTHER_XML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|urlset|sitemapindex|svg)\b")
# A file's name may hold spaces and commas: where one address ends shows by the next one.
_ADDRESS_AHEAD = re.compile(r"(?<![\s,;|])[\s,;|]+(?=https?://)", re.IGNORECASE)
_OTHER_TYPES = ("application/json", "image/", "audio/", "video/", "application/zip", "text/css")


class Page(NamedTuple):
    """A document in parts.

    `pieces`: of all its blocks. `context`: what is known beside them. `common`: what its diplomas
    share, with the text above the title. `variants`: its diplomas. `issues`: of the whole page.
    """

    flat: Flat
    pieces: list[Piece]
    context: Context
    title_blocks: tuple[Block, ...]
    common: Outline
    variants: tuple[Variant, ...]
    issues: list[Issue]


def page_of(document: Document, lexicon: Lexicon, expected: Sequence[ExpectedDiploma] = ()) -> Page:
    """Divide a document of any form; `expected`: see `parsers.parse.read`. Raises `Refused`."""
    kind, flat, issues, source = _flat(document, lexicon)
    is_row, own = kind == "csv", flat
    word = option_word(flat.blocks) if kind in {"html", "pdf"} else None
    if word:
        blocks = tuple(map(word.as_option, flat.blocks))
        flat = flat._replace(blocks=blocks, title=word.in_options(flat.title))
    pieces, tables = (split_row if is_row else split_blocks)(flat.blocks, lexicon)
    pieces = with_first_lines_apart(pieces)
    addresses, elsewhere = _own_links(pieces, document)
    issues += [issue(IssueCode.OTHER_ADDRESS, "url", address) for address in elsewhere]
    if (
        document.url is None
        and len({(address_name(address) or "").lower() for address in addresses}) > 1
    ):
        issues.append(issue(IssueCode.CONFLICTING_VALUES, "url", " | ".join(addresses)))
    address = document.url or next(iter(addresses), None)
    url = masked(address) if address else None
    title, title_blocks, behind_title = find_title(
        flat.blocks, pieces, flat.title, lexicon, flat.boilerplate, row=is_row
    )
    above, body = _body(pieces, title, title_blocks)
    body = [*behind_title, *body]
    alone = Split(body, (Variant(()),))
    # a row and a fiche describe one diploma, whatever options their texts name
    parts = (
        alone
        if kind in {"csv", "fiche"}
        else variants(body, title, tables, title_blocks[0].level if title_blocks else 0)
    )
    parts = divide(parts, body, title, expected)
    if word:
        if not all(each.code or each.pieces or each.expected for each in parts.variants):
            # dominantes that share code, orders and files are no diplomas
            parts = alone._replace(issues=parts.issues)
        flat, parts, title = own, word.of_split(parts), word.of_text(title)
        pieces, above = [*map(word.of_piece, pieces)], [*map(word.of_passage, above)]
        title_blocks = tuple(map(word.of_block, title_blocks))
    labelled = (p.block.place for p in pieces if title and p.entry and p.entry.field == "title")
    context = Context(
        document=document,
        title=title,
        title_place=title_blocks[0].place if title_blocks else next(labelled, "title"),
        # a row of a list has a page only where it gives the address of one
        page=page_name(document, url) if not is_row or is_site_address(url) else None,
        url=url,
        base=base_of(flat.tree, document.base or url or "") or None if flat.tree else url,
        source=source,
        kind=kind,
        trade_forms=flat.trade_forms,
    )
    if len(parts.variants) > _MOST_DIPLOMAS:
        refuse(f"more than {_MOST_DIPLOMAS} diplomas on one page")
    common = outline(parts.shared, _behind_options(body, parts))
    common = common._replace(passages=[*above, *common.passages])
    all_issues = [*issues, *parts.issues]
    return Page(flat, pieces, context, title_blocks, common, parts.variants, all_issues)


def _flat(document: Document, lexicon: Lexicon) -> tuple[SourceKind, Flat, list[Issue], str]:
    """Return the form of a document, its blocks, issues, and the source that writes in this form.

    The source says how a level is written. It names the form only: every row of a CSV file is
    written as the ministry's list, whoever publishes it. Which source a document really comes from
    is known where it was loaded, and is put into the record there (`scraper/pipeline`).
    """
    media = (document.content_type or "").split(";")[0].strip().lower()
    if media == MEDIA_TYPE:
        flat = flatten_formation(document.body, lexicon)
        return "fiche", flat, list(flat.issues), "onisep"
    if is_pdf(document.body) or media == "application/pdf":
        return "pdf", flatten_pdf(document.body, lexicon), [], "eduscol"
    if media.startswith(_OTHER_TYPES):
        raise Refused(Refusal.NOT_TEXT, f"{media} holds no page")
    decoded = decode(document.body, document.content_type)
    text = decoded.text
    issues = list(decoded.issues)
    if row := row_number(document.content_type):
        return "csv", flatten_row(text, row), issues, "list"
    if media in _MARKDOWN_TYPES or _is_markdown(text):
        return "markdown", flatten_markdown(text), issues, "onisep"
    if not text.strip():
        raise Refused(Refusal.EMPTY, "nothing but white space in it")
    if _OTHER_XML.match(text):
        raise Refused(Refusal.NOT_TEXT, "XML of another kind than a page")
    if text.lstrip()[0] in "{[" and "<" not in text[:200]:
        raise Refused(Refusal.NOT_TEXT, "JSON, not a page")
    refuse_too_complex(text)
    tree = LexborHTMLParser(text)
    if reason := classify_error_page(text, tree):
        raise Refused(reason, REFUSALS[reason])
    flat = flatten(text, tree, lexicon)
    blocks = with_stacked_tables_divided(with_bar_tables(without_glossaries(flat.blocks)))
    blocks = with_tables_turned(blocks)
    blocks = with_grids_divided(with_timelines(with_options_in_full(blocks)), lexicon)
    blocks = join_wrapped(join_split_types(blocks, lexicon), lexicon)
    flat = flat._replace(blocks=divide_notices(blocks, lexicon))
    if not flat.closed:
        issues.append(issue(IssueCode.UNCLOSED_DOCUMENT))
    return "html", flat, issues + list(flat.issues), "eduscol"


def _behind_options(body: list[Piece], parts: Split) -> frozenset[str]:
    """Return the places of what all diplomas share right behind what only one of them has."""
    if len(parts.variants) < 2:
        return frozenset()
    shared = {piece.block.place for piece in parts.shared}
    places = (piece.block.place for piece in body)
    return frozenset(
        behind
        for place, behind in itertools.pairwise(places)
        if place not in shared and behind in shared
    )


def _is_markdown(text: str) -> bool:
    start = text.lstrip()[:2000]
    return start.startswith("# ") and not has_any(start.lower(), ("<html", "<body"))


def _own_links(pieces: list[Piece], document: Document) -> tuple[list[str], list[str]]:
    """Return the addresses that the document gives as its own (*Lien*), and those that are not.

    A fiche's is a page's only where it is of the site: others lead to a school, to the order, to
    the RNCP.
    """
    holders = [
        holder
        for number, piece in enumerate(pieces)
        if piece.entry and piece.entry.field == "url"
        for holder in ([piece] if piece.parts else _following(pieces, number))
    ]
    addresses: list[str] = []
    elsewhere: list[str] = []
    for holder in holders:
        hrefs = [part.href for part in holder.parts if part.href]
        for address in map(masked, hrefs or _ADDRESS_AHEAD.split(clean(holder.text))):
            if fiche_id(document):
                (addresses if is_site_address(address) else elsewhere).append(address)
            elif hrefs or address.startswith(("http://", "https://")):
                addresses.append(address)
    return list(dict.fromkeys(addresses)), list(dict.fromkeys(elsewhere))


def _following(pieces: list[Piece], number: int) -> list[Piece]:
    """Return the value of a label: the piece after it, or a whole list."""
    rest = pieces[number + 1 :]
    return list(itertools.takewhile(lambda piece: piece.kind == "item", rest)) or rest[:1]


def _names_options(piece: Piece) -> bool:
    """Return whether a piece names an option or says that options follow, and leads to no page."""
    text = piece.label or piece.text
    if "ption" not in text or piece.block.boilerplate or any(is_page(p.href) for p in piece.parts):
        return False
    return bool(OPTION.match(text)) or announces(text)


def _is_beside(label: Piece, piece: Piece) -> bool:
    """Return whether both stand in one row of a table, or in none."""
    head, cell = label.block.cell or (), piece.block.cell or ()
    return head[:2] == cell[:2]


def _has_value(label: Piece, below: Piece | None, in_box: bool) -> bool:
    """Return whether a label is one of a table, or has its value in a line of its own below it.

    `in_box`: among others, of which each may stand with its value in an element.
    """
    if label.block.cell:
        return True
    if below is None or below.kind != "text" or below.block.kind != "paragraph":
        return False
    is_linked = label.block.has_link or below.block.has_link
    of_label, around = label.block.containers[1:], below.block.containers[1:]
    is_near = of_label == around or (in_box and {*of_label[:1]} <= {*around})
    return is_near and not is_linked and len(below.text) <= _LONGEST_VALUE


def _states_values(pieces: list[Piece], start: int) -> bool:
    """Return whether labelled values stand above the title, as in a box of facts beside it."""
    above = [
        piece.entry
        for piece in pieces
        if piece.entry and piece.block.number < start and not piece.block.boilerplate
    ]
    values = [entry for entry in above if entry.kind == "value" and entry.field != "title"]
    return len(values) >= _FEWEST_VALUES


def _body(
    pieces: list[Piece], title: str, holders: tuple[Block, ...]
) -> tuple[list[Passage], list[Piece]]:
    """Divide the pieces at the title.

    First the passages above it with those of the title itself, then the pieces of the diploma,
    among them labelled values from above.
    """
    start = holders[0].number if holders else -1
    above: list[Passage] = []
    body: list[Piece] = []
    files: Section | None = None  # a list of files that stands above the title
    options = False  # of the diploma, which stand above its title
    other: Piece | None = None  # a heading above that names a diploma, as news do
    label: Piece | None = None  # of one value, which the cell beside it holds, or the line below
    has_box, in_trades = _states_values(pieces, start), False
    for piece, below in itertools.zip_longest(pieces, pieces[1:]):
        repeated = piece.kind == "heading" and piece.block.level == 1 and piece.text == title
        is_beside = label is not None and _is_beside(label, piece)
        is_value = is_beside or (piece.entry is not None and piece.entry.kind == "value")
        is_head = is_value and piece.kind == "label" and _has_value(piece, below, has_box)
        label = piece if is_head else None
        is_value = is_value and (is_beside or piece.kind == "pair" or label is not None)
        is_title = piece.entry and piece.entry.field in {"title", "diploma_type"}
        is_below = piece.block.number > start
        if piece.entry or piece.block.level or piece.block.kind == "term":
            is_list = piece.entry is not None and piece.entry.field == "trades"
            in_trades = has_box and is_list and not is_below
        options = options or (not is_below and _names_options(piece))
        # "Spécialité", between the type and the name
        is_between = is_title and holders and start < piece.block.number < holders[-1].number
        if piece.block in holders or repeated or (is_between and piece.kind == "label"):
            above.append(Passage(piece, above=True))
        elif piece.block.boilerplate:
            continue
        elif is_below or is_value or in_trades or (options and not is_title):
            body.append(piece)
        else:
            if piece.kind == "heading":
                reading = read_title(piece.text)
                other = piece if reading.types and not reading.is_type_alone else None
            section = Section(piece.entry, piece) if piece.entry else None
            if section is not None or piece.kind != "item":
                files = section if section and section.entry.kind == "links" else None
            over = above[-1] if above and above[-1].names and not section else None
            if over and over.section and over.section.entry.kind == "legal":
                # "Créé par", and its order below it
                section = over.section if _is_beside(over.piece, piece) else None
            names = piece.kind == "label"
            above.append(Passage(piece, section or files, other, names, above=True))
    return above, body
