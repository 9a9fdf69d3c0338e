"""One pass over the rows of a page: each is looked at once by every annotator it may concern.

An annotator has trigger words (`TRIGGERS`, beside its patterns): a row without any of them is not
looked at. What a section may keep of the statements of its rows is the table `_LEFT_OUT`.
"""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from parsers.extract import legal_texts, rncp, sessions, status, succession
from parsers.extract.diploma_mentions import (
    NOUNS,
    THE_DIPLOMA,
    DiplomaIdentity,
    abbreviates,
    is_own,
)
from parsers.extract.documents import absolute, annexes_of, documents
from parsers.extract.names_beside_links import name_of, names_beside_links
from parsers.extract.nor import nor_in, order_number_in, year_of
from parsers.extract.order_lines import (
    begins_with_date,
    begins_with_order,
    is_number,
    names_order,
)
from parsers.extract.order_tokens import effect_of, tokens_of
from parsers.extract.passage_rows import rows
from parsers.extract.row import Row
from parsers.extract.row_context import says_of_what
from parsers.extract.surroundings import is_below_another
from parsers.extract.unread_texts import Leftovers
from parsers.model.file_types import is_page
from parsers.model.statement import SUCCESSION, Finding, Statement
from parsers.segment.passages import Passage, Section
from parsers.segment.title_words import fact_segments, is_name_line, title_end
from schema.code import codes_in
from schema.dates import dates_in
from schema.issues import IssueCode, issue, unlabelled
from schema.text import any_of, fold, has_any, has_digit
from schema.title import Title, begins_with_type, read_title

# Labels that announce what must follow, and the published field of each.
_ANNOUNCED = {
    "rncp": "rncp_codes", "replaces": "replaces", "replaced_by": "replaced_by",
    "documents": "documents", "legal_texts": "legal_texts", "status": "status",
}  # fmt: skip


class Annotator(NamedTuple):
    """Reads statements of one kind.

    `triggers`: a row is looked at when one of them stands in its folded text or in the targets of
    its links, or when it stands under a label of `fields`. `numeric`: it states nothing of a text
    without a digit.
    """

    kind: str
    read: Callable[[Row, DiplomaIdentity], Iterator[Finding]]
    numeric: bool
    fields: frozenset[str]
    triggers: tuple[str, ...]


ANNOTATORS = tuple(
    Annotator(kind, read, numeric, frozenset(fields.split()), tuple(triggers))
    for kind, read, numeric, fields, triggers in (
        ("orders", legal_texts.orders, True, "legal_texts", legal_texts.TRIGGERS),
        ("sessions", sessions.sessions, True, "", sessions.TRIGGERS),
        ("succession", succession.succession, False, "replaces replaced_by", succession.TRIGGERS),
        ("status", status.status, False, "status replaced_by", status.TRIGGERS),
        ("rncp", rncp.rncp, True, "rncp", rncp.TRIGGERS),
    )
)
_FIELDS = frozenset(field for annotator in ANNOTATORS for field in annotator.fields)
_LONG = 100  # a longer text has the type first, if it begins with a title at all
_LONGEST_TITLE = 401  # `read_title` takes nothing longer for a title
_ALL_KINDS = frozenset(annotator.kind for annotator in ANNOTATORS)
_DATED = frozenset({"legal_texts", "first_session", "last_session"})
_LIFE = frozenset({"succession", "status"})
_NOTHING: frozenset[str] = frozenset()
# "N° NOR" above the number, or beside it
_CALLS_NUMBER = re.compile(r"(?:(?:n\W?|numero|ref\w*)\W{0,2} )?nor\W{0,3}")
_DATE_ALONE = re.compile(r"[^DJZ]*D[^DJZ]*")
_IN_SENTENCE = re.compile(r"(?:l[ea]s?|ce|cet|cette) |l['’]", re.IGNORECASE)
_LEADS_ON = re.compile(r"\W*(?:voir|consulter|consultez|cf\.?|se (?:reporter|referer))\b(?! ci)")
_BEFORE_TYPE = re.compile(r"\W*(?:la page du |l[ea]s? )?(?:nouveau |nouvelle )?", re.IGNORECASE)
# Below the label of a successor: "Diplôme supprimé par arrêté du 23 septembre 2027".
_ENDED_BY = re.compile(
    rf"\W*(?:(?:{THE_DIPLOMA}|(?:{NOUNS})) )?(?:est )?(?:abroge|supprime)e? par\b"
)
# What is not taken from a section, by its field or, where it has none, its kind: access and
# further study tell of the diplomas before and after this one. Documents are taken everywhere.
_LEFT_OUT = {
    "access": _ALL_KINDS - {"orders"},
    "further_study": _ALL_KINDS - {"orders"},
    "trades": _ALL_KINDS,
    "documents": _LIFE | {"rncp"},
    "rncp": _LIFE,
    "code": frozenset({"orders"}),
    "replaces": _ALL_KINDS - _LIFE - {"sessions"},  # which are told of
    "replaced_by": _ALL_KINDS - _LIFE - {"sessions"},
    "title": frozenset({"orders"}),
    "ignore": _ALL_KINDS,
    "ignored-value": _ALL_KINDS - {"orders"},
    "heading": _ALL_KINDS,
}
_WITH_FICHES = frozenset({"ignore", "further", "documents"})


def annotate(
    passages: Sequence[Passage],
    diploma: DiplomaIdentity,
    base: str | None,
    read_already: Set[str],
) -> Iterator[Finding]:
    """Yield what the rows state, and an issue for each text of which nothing was read.

    `base`: what links are relative to. `read_already`: places and texts of rows of which
    a code or a level was read that no label names.
    """
    leftovers = Leftovers(diploma.code)
    orders_so_far: list[Statement] = []
    numbers: list[Row] = []
    latest: list[Finding] = []
    heads: list[Row] = []  # such as `Création`, names of columns: until something below was read
    annexes = annexes_of(passages, base)
    all_rows = [*rows(passages)]
    named = names_beside_links(all_rows)
    naming = {*named.values()}
    for number, row in enumerate(all_rows):
        findings: list[Finding] = []
        if row.in_linked:
            name = name_of(all_rows[named[number]]) if number in named else ""
            findings += documents(row, base, diploma, annexes, name)
        field = row.field
        is_numeric = has_digit(row.plain)
        if not row.names and (field in _FIELDS or _is_triggered(row, is_numeric)):
            left_out = _left_out(row, diploma)
            for annotator in ANNOTATORS:
                if annotator.kind not in left_out and (
                    field in annotator.fields
                    or ((is_numeric or not annotator.numeric)
                        and has_any(row.plain, annotator.triggers))
                ):  # fmt: skip
                    findings += (_resolved(f, base) for f in annotator.read(row, diploma))
        is_state = "vigueur" in row.plain
        below = all_rows[number + 1 : number + 2] if is_state else []
        findings = _without_heading(findings, row, below) if is_state else findings
        if is_numeric and not row.field and _has_bare_date(row, findings, read_already):
            detail = "a date of which nothing says that it is an order's"
            findings.append(unlabelled("legal_texts", row.text, detail, row.place))
        yield from findings
        # "JO | 15/02/2013", or "N° NOR", stands between an order and its NOR
        below = all_rows[number + 1 : number + 2] if "nor" in row.plain else []
        calls_number = bool(below) and _calls_number(row, below[0])
        is_between = field == "ignored-value" or calls_number
        above, latest = latest, findings or (latest if is_between else findings)
        if findings:
            orders_so_far += [
                finding
                for finding in findings
                if isinstance(finding, Statement) and finding.field == "legal_texts"
            ]
            leftovers.read(row, findings)
            if any(isinstance(each, Statement) and each.field in _DATED for each in findings):
                heads = [head for head in heads if not _stands_over(head, row)]
            numbers += _number_among_facts(row, findings, diploma) if "nor" in row.plain else []
            continue
        cell = row.pieces[0].block.cell
        if row.unknown is row.pieces[0] and _is_head(row):
            heads.append(row)
            continue
        beside = [s for s in above if isinstance(s, Statement) and s.field == "legal_texts"]
        order = beside[0] if len(beside) == 1 else None
        text = row.pieces[-1].text
        is_bare = order and not (row.field or order.value.kind)
        if order and cell and is_bare and is_number(text) and effect_of(text):
            # "Objet | portant création du CAP": of the order in the row above
            value = order.value.model_copy(update={"kind": effect_of(text)})
            yield order._replace(value=value, rule="what it does in the next row")
        elif is_numeric and nor_in(row.text) and "orders" not in _left_out(row, diploma):
            if order and order.value.nor is None and order_number_in(row.text):  # in the next row
                yield _with_number(order, row)
            else:
                numbers.append(row)
        elif not (
            number in naming or (order and calls_number) or read_already & {row.place, row.text}
        ):
            yield from leftovers.add(row)
    for head in heads:
        yield from leftovers.add(head)
    yield from _numbered(orders_so_far, numbers, leftovers)
    yield from leftovers.rest()


def _is_triggered(row: Row, is_numeric: bool) -> bool:
    """Return whether any annotator concerns a row by its words."""
    trigger = _trigger(row.field, is_numeric)
    return trigger is not None and trigger.search(row.plain) is not None


@cache
def _trigger(field: str, is_numeric: bool) -> re.Pattern[str] | None:
    """Return the words by which any annotator concerns a row below a label of a field, if any."""
    # of these, `_left_out` keeps more than the table says
    left_out = _NOTHING if field in _WITH_FICHES else _LEFT_OUT.get(field, _NOTHING)
    words = [
        trigger
        for each in ANNOTATORS
        if each.kind not in left_out and (is_numeric or not each.numeric)
        for trigger in each.triggers
    ]
    return any_of(words) if words else None


def _left_out(row: Row, diploma: DiplomaIdentity) -> Set[str]:
    """Return the annotators whose statements a row does not make of the diploma."""
    if row.field not in SUCCESSION and _is_of_another(row, diploma):
        return _ALL_KINDS - _LIFE
    left_out = _LEFT_OUT.get(row.field, _NOTHING)
    if row.field == "documents" and all(map(is_page, row.targets)):
        return _NOTHING  # a sentence behind the last document, not the name of one
    if row.field == "replaced_by" and _ENDED_BY.match(row.plain):
        return left_out - {"orders"}
    leads_to_fiche = row.field == "documents" and any(map(rncp.rncp_in, row.targets))
    is_fiche = row.field in _WITH_FICHES and rncp.is_fiche(row.text)
    return left_out - {"rncp"} if is_fiche or leads_to_fiche else left_out


def _has_bare_date(row: Row, findings: Sequence[Finding], read_already: Set[str]) -> bool:
    """Return whether a short line of facts, a code among them, has a date and no word for it.

    The code, or the title, may stand on the line or in the cell before.
    """
    if row.names or len(row.text) > _LONG or any(f.field == "legal_texts" for f in findings):
        return False
    if not dates_in(row.text):  # most rows, which need no tokens
        return False
    letters = tokens_of(row.text).letters
    is_alone = letters == "D" and (row.place in read_already or row.pieces[0].block.cell)
    return bool(is_alone or (_DATE_ALONE.fullmatch(letters) and codes_in(row.text)))


def _without_heading(findings: list[Finding], row: Row, below: Sequence[Row]) -> list[Finding]:
    """Leave out a status that heads the orders in the next row: *Réglementation en vigueur*.

    Or that is denied there: *En vigueur*, and below it *Non*.
    """
    # "Observation" as a term, and "en vigueur" as what it says
    above = row.unknown
    is_value = above is not None and above is not row.pieces[0] and above.block.kind == "term"
    if not findings or row.field or is_value:
        return findings
    is_head = status.TEXTS_IN_FORCE.fullmatch(row.plain) and any(names_order(n.text) for n in below)
    if any(next_row.plain[:4].strip(" ,.;:") == "non" for next_row in below):
        told = unlabelled("status", row.text[:200], "it is denied right below", row.place)
        return [told if finding.field == "status" else finding for finding in findings]
    return [finding for finding in findings if not is_head or finding.field != "status"]


def _stands_over(head: Row, row: Row) -> bool:
    """Return whether a heading, or the name of a column, is that of a row below it."""
    if says_of_what(head.text):
        return row.heading is head.pieces[0]
    above, below = head.pieces[0].block.cell, row.pieces[0].block.cell
    return bool(above and below and above.table == below.table and below.row)


def _resolved(finding: Finding, base: str | None) -> Finding:
    """Make the address of an order absolute, as those of documents are."""
    if (
        not isinstance(finding, Statement)
        or finding.field != "legal_texts"
        or not finding.value.url
    ):
        return finding
    url = absolute(finding.value.url, base)
    return finding._replace(value=finding.value.model_copy(update={"url": url}))


def _numbered(
    orders_so_far: list[Statement], numbers: list[Row], leftovers: Leftovers
) -> Iterator[Finding]:
    """Give the one NOR that stands apart to the one order without any; others are left over.

    Of several orders it is the one of its year. No order has the number of a circular.
    """
    bare = [order for order in orders_so_far if order.value.nor is None]
    of_orders = [row for row in numbers if order_number_in(row.text)]
    given: Row | None = None
    # "3 mai 2004 - NOR MENE0400123A" below words that nobody knows: of an order of its own
    if len(of_orders) == 1 and not begins_with_date(of_orders[0].text):
        if len({order.value.date for order in bare}) > 1:
            nor = nor_in(of_orders[0].text)
            year = f"{year_of(nor)}-" if nor else "?"
            bare = [order for order in bare if (order.value.date or "").startswith(year)]
        if len({order.value.date for order in bare}) == 1 and _are_of_one_time(
            bare[0], of_orders[0]
        ):
            given = of_orders[0]
            yield _with_number(bare[0], given)
    for row in numbers:
        if row is not given:
            yield from leftovers.add(row)


def _are_of_one_time(order: Statement, row: Row) -> bool:
    """Return whether a NOR was given in the year of an order, or in the one before or after."""
    nor, date = nor_in(row.text), order.value.date
    return not (nor and date) or abs(year_of(nor) - int(date[:4])) <= 1


def _is_head(row: Row) -> bool:
    """Return whether a heading is such as `Création`, or the name of a column; a NOR is a value."""
    cell = row.pieces[0].block.cell
    is_head = says_of_what(row.text) or (cell is not None and cell.row == 0)
    return is_head and nor_in(row.text) is None


def _number_among_facts(
    row: Row, findings: Sequence[Finding], diploma: DiplomaIdentity
) -> list[Row]:
    """Return a row with a NOR among other facts, if no order was read in it.

    *Statut : en vigueur. NOR : MENE0401234A.*
    """
    # an order that is not ours has its number too
    has_order = any(f.field == "legal_texts" and isinstance(f, Statement) for f in findings)
    has_order = has_order or begins_with_order(row.text)
    if has_order or nor_in(row.text) is None or "orders" in _left_out(row, diploma):
        return []
    return [row]


def _calls_number(row: Row, below: Row) -> bool:
    """Return whether a row says that the next one is an order's number, and that one is: *N° NOR*.

    With a date beside it the number is that of another order.
    """
    is_called = _CALLS_NUMBER.fullmatch(row.plain) is not None
    return is_called and bool(nor_in(below.text)) and not dates_in(below.text)


def _with_number(order: Statement, row: Row) -> Statement:
    legal_text = order.value.model_copy(update={"nor": nor_in(row.text)})
    return order._replace(value=legal_text, rule="NOR on a line of its own")


def _is_of_another(row: Row, diploma: DiplomaIdentity) -> bool:
    """Return whether another diploma's title begins a row, or is the unknown heading above it.

    A name that contains the diploma's own name, or is part of it, is not another's. A row that
    leads to the page of a diploma ("Voir le nouveau CAP ...") is another's.
    """
    if _LEADS_ON.match(row.plain) and any(
        is_page(part.href) and begins_with_type(_BEFORE_TYPE.sub("", part.text, count=1))
        for piece in row.pieces
        for part in piece.parts
    ):
        return True
    heads = (row.pieces[0], row.unknown)
    if any(names_another(piece.text, diploma) for piece in heads if piece):
        return True
    return (row.unknown is not None or row.earlier is not None) and is_below_another(row, diploma)


def names_another(text: str, diploma: DiplomaIdentity) -> bool:
    """Return whether a text begins with the title of another diploma."""
    title = _title_of(text[:_LONGEST_TITLE])
    if title is None:
        return False
    names = fold(title.name), fold(diploma.name or "")
    alike = names[0] in names[1] or names[1] in names[0] or abbreviates(title.name, diploma)
    alike = alike or bool(fact_segments(title.name))  # "CAP de niveau 3, RNCP 37492"
    return not (alike and is_own(title.type_label or "", diploma, False))


@lru_cache(maxsize=64)  # the heading of a section is looked at for each of its rows
def _title_of(text: str) -> Title | None:
    """Return the title that begins a text, if it has a controlled type."""
    is_long = len(text) > _LONG and not begins_with_type(text)
    if _IN_SENTENCE.match(text) or is_long or "_" in text.partition(" ")[0]:  # "BTS_IC_2022.pdf"
        return None
    title = read_title(text[: title_end(text)])
    if title.name_first and not is_name_line(title.name):
        return None  # "Arrêté du 3 mai 2004 (CAP)"
    return title if title.types and "OTHER" not in title.types else None


def empty_lists(
    sections: Sequence[Section], passages: Sequence[Passage], findings: Sequence[Finding]
) -> list[Finding]:
    """Return an issue for each label of a list that nothing stands under and that is no link.

    The name of a column has its cells below it, and *Textes réglementaires* what is read below
    *Arrêté de création*: `findings`.
    """
    empty: list[Finding] = []
    without = [s for s in sections if s.entry.field in _ANNOUNCED and not s.content]
    filled = _filled_below(passages, findings) if without else set()
    columns = {
        (cell.table, cell.column)
        for passage in passages
        if (cell := passage.piece.block.cell) and cell.row and not passage.piece.entry
    }
    for section in without:
        block = section.heading.block
        linked = any(part.href for part in block.parts)
        heads = block.cell and not block.cell.row and (block.cell.table, block.cell.column)
        if not (linked or heads in columns or id(section) in filled):
            is_section = section.entry.is_section
            code = IssueCode.EMPTY_SECTION if is_section else IssueCode.EMPTY_VALUE
            label = section.heading.label or None
            empty.append(issue(code, _ANNOUNCED[section.entry.field], label, None, block.place))
    return empty


def _filled_below(passages: Sequence[Passage], findings: Sequence[Finding]) -> set[int]:
    """Return the sections of lists whose field is stated below, up to a heading of another one."""
    stated = {(each.field, each.place) for each in findings if isinstance(each, Statement)}
    filled: set[int] = set()
    waiting: dict[str, list[int]] = {}
    for piece, section, _, names, _ in passages:
        field = _ANNOUNCED.get(section.entry.field, "") if section else ""
        if piece.block.level:
            waiting = {field: waiting.get(field, [])}
        for name, labels in waiting.items():
            if labels and (name, piece.block.place) in stated:
                filled |= set(labels)
                labels.clear()
        if section and field and names:
            waiting.setdefault(field, []).append(id(section))
    return filled
