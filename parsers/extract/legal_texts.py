"""Orders to statements, and the orders of a record from them: mentions of one order are merged."""

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence

from parsers.extract.diploma_mentions import NOUNS, THE_DIPLOMA, DiplomaIdentity
from parsers.extract.nor import nor_in, year_of
from parsers.extract.order_grammar import OTHER_EVENT
from parsers.extract.order_lines import (
    asks_for_one,
    begins_with_date,
    is_above_general,
    is_day,
    is_order_alone,
    is_order_named,
    is_plural,
    lead_of,
    names_order,
    says_what,
)
from parsers.extract.order_tokens import effect_of, names_repealed, tokens_of
from parsers.extract.orders import OrderMention, is_date_label, is_told, orders_in
from parsers.extract.row import Row
from parsers.extract.row_lines import order_lines
from parsers.extract.status import RUBRIC
from parsers.extract.surroundings import refers_to_pages, surroundings
from parsers.model.blocks import Part, joined
from parsers.model.file_types import FILE_SIZE, is_file, is_page
from parsers.model.statement import Finding, Statement, Values
from parsers.segment.line_marks import LEADER, has_leader, without_bullet
from parsers.segment.title_words import title_end
from schema.dates import dates_in, parse_date
from schema.issues import Issue, IssueCode, issue, unlabelled
from schema.referential import LegalText
from schema.text import clean, fold, has_digit, same_length
from schema.title import read_title
from schema.vocabulary import page_words

# A row is looked at only where one of these stands in its folded text or in an address of its
# links, or under a label of the field: a new pattern needs its word here.
TRIGGERS = (
    "arret|arete|decret|arr.|arr |a.|d.|creation|cree |creant |modifi|rectifi|abrogation|jo |jorf"
    "|j.o|texte : |creat.|modif.|abrog."
).split("|")
# "Circulaire", in the column of a text's nature; "Avis de la CPC", in that of events
_OTHER_TEXT = re.compile(
    r"(?:(?:circulaire|note de service|instruction|loi|ordonnance|avis)s?\b"
    rf"|{OTHER_EVENT}|code (?:de l'education|du travail|rural)\b)[a-z' ]{{0,80}}"
)
_REFERS = re.compile(r"\W{0,3}voir (?:aussi|egalement) ")
_DAY = re.compile(r"(?:[wa.]{1,12}[,:-]){0,3}a?D")
_LONGEST_HEADING = 40
_REPEALS = re.compile(
    r"\babroge(?:ant)? (?:l'arr?ete|celui)"
    r" (?:du (?P<date>.{6,20})|(?:de creation|initial|susvise|precite)\b)"
)
_AFTER = re.compile(
    r"\b(?:a l'issue de|apres|au terme de) la session (?:d'examen )?(?:de )?"
    r"(?P<last>(?:19|20)\d\d)\b"
)
# nothing behind it says that it rules all diplomas of a type
_MODIFIES = re.compile(r"\bmodifiant l'(?P<order>arr?ete du (?P<date>.{6,20}?))\W*$")
_REPLACES = re.compile(
    r"\b(?:abrogeant|annulant) et remplacant l'(?P<order>arr?ete du (?P<date>.{6,20}?))\W*$"
)
# but not "L'annexe II de l'arrêté est abrogée", "L'arrêté est abrogé en ce qui concerne l'option B"
_IS_REPEALED = re.compile(
    r"(?:(?<!\bde )|(?<=dispositions de ))\bl'arr?ete (?:de creation |initial )?"
    r"du (?P<date>\S+(?: \w+ \d+)?)\b(?:(?! relati)[^.;])*"
    r" (?:est|sont|(?:a|ont) ete|sera|seront) abroge(?:e?s)?\b"
    r"(?! (?:en (?:ce|tant|partie)|pour|partiel))"
)
# A diploma of three years, prepared from the second autumn after its order on.
YEARS_BEFORE_SESSION = 5
# "3 mai 2004 ; 12 mai 2006": two orders, or one and its journal
_DATES_ALONE = re.compile(r"a?D(?:[;,&-]a?D)+")
_ORDER = re.compile(r"(?<!\bpresent )(?<!\bcet )(?<!\bce )\b(?:arretes?|decrets?)\b.*[0-9]")
# "(diplôme abrogé)" above the orders
# "Ce diplôme est régi par l'arrêté du …", also in a text
_RULES_IT = re.compile(
    rf"\b{THE_DIPLOMA}\b[^.;]{{0,200}}? est (?:regi|defini|fixe)e? par"
    r" (?:l'|un )?arr?ete"
)
_OF_DIPLOMA = re.compile(
    rf"(?:attention\W{{1,3}})?(?:(?:ce|cet|cette|le|la) )?(?:{NOUNS}|referentiel)\b(?!.*\barr?ete)"
)
# "Articles D. 337-1 à D. 337-25 du Code de l'éducation"
_CODE = re.compile(r"(?:l?es )?(?:articles? .{1,60}? du )?code d(?:e |u )")
_OWN_LINE = re.compile(r"(?:A(?:rr(?:[êe]t[ée]|\.)|\.)|ARR[ÊE]T[ÉE]|D[ée]cret) ")
_LAST_CHANGE = re.compile(r"(?:derniere modification|modifiee? en dernier lieu par) ?: ?arr?ete")
_ANNEX = page_words("annex")
FULL, IN_SENTENCE = "as published", "named in a sentence"
CITED, OF_ANOTHER = "an order that is only cited", "an order that names another diploma"
# what no order of the record is found by, but where nothing else names one
NOT_STATED = {CITED, OF_ANOTHER}


def _changes_in_turn(row: Row, mentions: list[OrderMention]) -> list[OrderMention]:
    """Return the mentions of a row that begins with *Dernière modification : arrêté du …*.

    The orders on lines of their own below it change the diploma too, each later than the one
    before; but not those of which words say something, nor *Arrêté du …*, which begins anew.
    """
    first, *others = [mention.text for mention in mentions]
    dates = [text.date or "" for text in (first, *others)]
    is_in_time = all(one < other for one, other in itertools.pairwise(dates))
    lines = [clean(joined(line.parts)) for line in order_lines(row)]
    are_own = any(_OWN_LINE.match(line) or not is_order_alone(line) for line in lines[1:])
    if first.kind != "modification" or any(text.kind for text in others):
        return mentions
    if not is_in_time or are_own or len(lines) != len(mentions):
        return mentions
    return [mention.of_kind("modification") for mention in mentions]


def _of_repealed(mentions: list[OrderMention], head: str) -> list[OrderMention]:
    """Return orders as they are, or without a kind behind *Textes abrogés :*."""
    if not names_repealed(same_length(head)):
        return mentions
    return [mention.of_kind(None) for mention in mentions]


def orders(row: Row, diploma: DiplomaIdentity) -> Iterator[Finding]:
    """Yield the orders that a row names; dates under their label without an order are issues."""
    cells = row.pieces[:3] if row.cells or row.is_cells else ()
    worded = (p.text for p in cells if not (p.text.isdigit() or is_day(p.text)))  # "2 | 3 mai 2004"
    if _OTHER_TEXT.fullmatch(same_length(next(worded, ""))):
        yield unlabelled("legal_texts", row.text, "a text of another kind", row.place)
        return
    listed = bool(row.effect_above) or (row.field == "legal_texts" and not _is_annex(row))
    asks_for_it = listed or row.field == "ignored-value"  # "Dernière modification : arrêté du"
    asks_for_it = asks_for_it and not _REFERS.match(row.plain)
    # "Modifications" above several orders is no label, and says what they do
    above = row.heading
    is_band = above and above.block.cell and above.block.cell.right > above.block.cell.column
    # no name of another column
    is_head = above and (is_band or not (row.cells and above.block.cell))
    heading = above.text if above and is_head and _may_ask(above.text) else ""
    is_rubric = RUBRIC.fullmatch(same_length(heading))  # "Abrogé" says what became of them
    # "Le CAP X a-t-il été modifié ?", and below it "Oui, par l'arrêté du …"
    is_asked = heading.endswith("?") and row.plain.startswith("oui")
    is_said = is_asked or not _OF_DIPLOMA.match(fold(heading))
    heading = heading if effect_of(heading) and is_said else ""
    heading = "" if is_rubric else heading
    named, cell = row.section and row.section.heading.block.cell, row.pieces[0].block.cell
    # of one cell alone, or with the cells of its column below empty ones
    is_column = bool(row.cells and named and cell and named.row < cell.row)
    is_column = is_column and not (named and cell and named.column < cell.column)
    label = row.effect_above or ("" if is_column else row.label if asks_for_it else heading)
    if row.field == "ignored-value" and label:
        label = f"{label} : arrêté"  # "Dernière mise à jour", of which an order is the value
    one = not row.effect_above and asks_for_one(label)  # "Abrogation", above its order
    own = row.pieces[0].block
    head_block = row.section.heading.block if row.section else own
    # an item "Arrêté modificatif : …" with its order, and further items that name orders
    are_items = head_block is not own and head_block.kind == own.kind == "item"
    are_items = are_items and not row.effect_above  # "…, modifié par :", and a list below
    is_head_order = row.section and (row.section.heading.kind == "pair" or names_order(label))
    are_items = are_items and bool(is_head_order)  # "Modifié par", alone in its item
    # "Modifié par : arrêté du …" with its order, and below it a line "Arrêté du …" of its own
    is_next = row.section and row.section.heading.kind == "pair" and not row.effect_above
    is_next = is_next and _OWN_LINE.match(row.text) and row.is_answered
    # but lines of one paragraph, each no more than an order, go on with what changes the diploma
    lines = row.pieces[0].lines if head_block is own and is_next else [""]
    is_next = is_next and not all(map(is_order_alone, lines))
    one = one or (bool(is_next or are_items) and not is_plural(label) and names_order(row.text))
    is_text = row.pieces[0].kind == "text" and not is_plural(row.label)
    beside = row.section and (row.section.heading.kind == "pair" or is_text)
    # "Modification" on a line of its own, and below it all orders that change the diploma
    is_apart = says_what(row.pieces[0].lines[0])
    mentions: list[OrderMention] = []
    changes, for_all, question = "", False, ""
    for line in order_lines(row):
        is_listed = (listed and not _is_stray(row)) or bool(row.cells)
        text = clean(joined(line.parts))
        text = LEADER.sub(":", text) if has_leader(text) else text
        head, colon, _ = without_bullet(text).partition(":")
        # "Modifié par : arrêté du …", and below that "Autre texte : arrêté du …"
        if label and (mentions or row.is_answered):
            is_led = beside and colon and not (names_order(head) or has_digit(head))
            label = "" if one or is_led else label
        # "<b>Base réglementaire</b>", a label that nobody knows, below "Texte modifiant"
        if label and row.is_answered and _is_set_off(line.parts):
            label = ""
        told = changes if changes and is_order_alone(joined(line.parts)) else label
        is_list = is_apart or is_plural(changes)
        is_own = told == changes != label and not is_list and _OWN_LINE.match(text)
        if is_own and not _is_later(text, mentions):
            told = label
        told, question = told or question, text if text.endswith("?") else ""
        leads = says_what(heading) or bool(changes and told == changes)
        found = orders_in(line.parts, is_listed, told, diploma, leads)
        found = _of_repealed(found, head) if "brogé" in head else found
        if for_all:  # "Textes généraux : code de l'éducation", and below it in its block
            found = [mention._replace(general=True) for mention in found]
        for_all |= bool(colon and not has_digit(head) and is_above_general(head))
        if not (colon and says_what(head)):  # "Modification : arrêté du …"
            head = lead_of(text) if found else ""
            head = head if is_plural(head) else ""
        if head:  # and further ones below
            changes = head if effect_of(head) == "modification" else ""
        mentions += _titled(found, line.titles)
    if len(mentions) > 1 and _LAST_CHANGE.match(row.plain):
        mentions = _changes_in_turn(row, mentions)
    certain = row.section is None or row.section.entry.kind != "text"
    certain = certain or bool(_RULES_IT.search(row.plain))
    among = surroundings(row) if mentions else None
    is_others = bool(mentions) and _is_page_of_another(row, diploma)
    is_general = bool(among and among.for_all)
    is_told = bool(among and (among.for_all or among.matter or among.news))
    for mention in mentions:
        is_bare = not (mention.text.date or has_digit(FILE_SIZE.sub("", mention.text.title)))
        if is_bare and any(map(is_file, row.targets)) and row.is_answered:
            continue  # a link called "Arrêté", below the order
        # "portant règlement général du BTS" makes no diploma of that type
        is_of_type = mention.general and diploma.name and "lement général d" in mention.text.title
        is_code = mention.text.date is None and _CODE.match(same_length(mention.text.title))
        does_nothing = mention.text.kind is None
        if is_code or ((mention.general or is_told) and (is_of_type or does_nothing)):
            detail = "a rule of all diplomas, or of something else"
            yield unlabelled("legal_texts", mention.text.title, detail, row.place)
            continue
        is_cited = mention.cited or is_general or (does_nothing and refers_to_pages(row))
        doubtful = is_cited or not (certain or mention.text.kind or mention.full)
        another = mention.another or is_others
        mention = mention._replace(cited=doubtful, another=another)
        yield from _statement(mention, row, row.label if listed else "")
    if listed:
        yield from _unread(row, mentions)


def _may_ask(heading: str) -> bool:
    """Return whether a heading is short, or a question: *Quel texte a créé le CAP Vannerie ?*."""
    return len(heading) <= _LONGEST_HEADING or heading.endswith("?")


def _is_page_of_another(row: Row, diploma: DiplomaIdentity) -> bool:
    """Return whether a row links to a page that is called as a diploma of another name.

    *Archives :* `<a href="van.html">CAP Vannerie, arrêté du 3 mai 2004</a>`: so dated is that one.
    """
    parts = [part for piece in row.pieces for part in piece.parts if part.text.strip()]
    linked = [clean(part.text) for part in parts if is_page(part.href)]
    if not linked or any(has_digit(part.text) for part in parts if not is_page(part.href)):
        return False  # most rows with an order
    titles = [read_title(text[: title_end(text)]) for text in linked]
    named = (title.is_whole and not title.name_first for title in titles)
    own = fold(diploma.name or "")
    return bool(own) and all(named) and all(fold(title.name) != own for title in titles)


def _is_set_off(parts: tuple[Part, ...]) -> bool:
    """Return whether a line is in bold, and names neither an order nor a number."""
    text = joined(parts)
    is_bold = all(part.strong for part in parts if part.text.strip())
    return is_bold and not (has_digit(text) or names_order(text))


def _is_annex(row: Row) -> bool:
    """Return whether a row links to an annex: `Grilles d'évaluation (25 février 2004)`."""
    is_named = row.has_link and _ANNEX.search(row.plain)
    return bool(is_named) and not (
        begins_with_date(row.text.removeprefix("du ")) or names_order(row.text)
    )


def _is_stray(row: Row) -> bool:
    """Return whether a paragraph below an order is a date: the day of the page, or of what.

    Before it may stand words: *Direction de l'enseignement scolaire - 12/04/2021*, and then above
    it a date alone. A label of several changes has two below it, made alike, and further ones
    where dates alone are orders.
    """
    piece, above = row.pieces[0], row.earlier
    head = row.section.heading.block if row.section else piece.block
    # in no table, or in the cell of its label: the whole page may be one
    is_around = piece.block.cell in {None, head.cell if head is not piece.block else None}
    is_apart = piece.block.kind != "item" and is_around and head.kind != "term"
    if (
        not (is_apart and _DAY.fullmatch(tokens_of(clean(row.text)).letters))
        or row.effect_above
        or row.lead
    ):
        return False
    if above and piece.style == above.pieces[0].style and is_plural(row.label):
        asks_for_it = effect_of(row.label) and begins_with_date(row.text)
        is_of_list = above.earlier is None or _has_bare_date(above)
        if asks_for_it and is_of_list:
            return False
    is_worded = not begins_with_date(row.text)
    while above and not (names_order(above.text) or (is_worded and begins_with_date(above.text))):
        above = above.earlier
    return above is not None


def _has_bare_date(row: Row | None) -> bool:
    """Return whether a row, or one before it, is an order that only its date names."""
    while row and not begins_with_date(row.text):
        row = row.earlier
    return row is not None


def _titled(mentions: Sequence[OrderMention], titles: Sequence[str]) -> Iterator[OrderMention]:
    """Give orders their titles, where there are as many; a single one takes the first."""
    titles = titles[:1] if len(mentions) == 1 else titles
    for number, mention in enumerate(mentions):
        if mention.full and len(titles) == len(mentions):
            text = mention.text.model_copy(update={"title": titles[number]})
            yield mention._replace(text=text)
        else:
            yield mention


def _statement(mention: OrderMention, row: Row, label: str) -> Iterator[Finding]:
    rule = CITED if mention.cited else FULL if mention.full else IN_SENTENCE
    rule = OF_ANOTHER if mention.another and rule != CITED else rule
    title = mention.text.title
    # "09/03/2023 | Arrêté abrogeant l'arrêté du 3 mai 2004", whose title is the date
    is_apart = row.cells and "abrogeant" in row.plain and "abrogeant" not in title
    text = row.text if is_apart else title
    yield Statement("legal_texts", mention.text, text, row.place, label, rule)
    if mention.text.kind == "repeal" and rule not in NOT_STATED:
        # "Abrogation : arrêté du 3 mai 2020"
        yield Statement("status", "repealed", title, row.place, label, "an order repeals it", True)
    if mention.text.date is None:
        yield issue(IssueCode.UNKNOWN_DATE, "legal_texts", title, None, row.place)


def _stated(findings: Sequence[Finding], field: str) -> list[Statement]:
    """Return the statements of a field among findings."""
    return [each for each in findings if each.field == field and isinstance(each, Statement)]


def repealing_orders(findings: Sequence[Finding]) -> list[Finding]:
    """Return the order that repeals the first one of a page, the status and last session by it.

    "Arrêté du 22 février 2017 abrogeant l'arrêté du 22 novembre 2007" creates a diploma on the
    successor's page, whose first session comes later; it ends that of 2007 on its own page, which
    states that order too. Issues where nothing says which page it is.
    """
    stated = [s for s in _stated(findings, "legal_texts") if s.rule not in NOT_STATED]
    # of two of one day, that which says more
    last = max(stated, key=lambda s: (s.value.date or "", "abrogeant" in s.text), default=None)
    repeals = _REPEALS.search(same_length(last.text)) if last else None
    if last is None or repeals is None:
        return []
    if any(s.value.kind for s in stated if s.value.date == last.value.date):
        return []
    beside = [s for s in stated if s.value.kind != "modification" and s.text not in last.text]
    made = {s.value.date for s in beside if s.value.kind == "creation"}
    # "abrogeant l'arrêté du … portant création de ce diplôme"
    named = {s.value.date for s in stated if s.value.kind == "creation" and s.text in last.text}
    made = made or named or {min((s.value.date for s in beside if s.value.date), default="")}
    begins = [str(s.value) for s in _stated(findings, "first_session") if s.value]
    # without a date, the one that the page says to have made the diploma
    date = parse_date(repeals["date"]) if repeals["date"] else _only_creation(beside)
    if date is None or max(begins, default="") > last.value.date:
        return []
    if date.isoformat() not in made:
        detail = "it ends this diploma, or one before it"
        fields = ("legal_texts", "status")
        return [unlabelled(field, last.text[:200], detail, last.place) for field in fields]
    rule = "it repeals the page's order"
    text = last.value.model_copy(update={"kind": "repeal"})
    result: list[Finding] = [
        last._replace(value=text, rule=rule),
        Statement("status", "repealed", last.text, last.place, last.label, rule, True),
    ]
    if ends := _AFTER.search(same_length(last.text), repeals.end()):
        year = int(ends["last"])
        result.append(Statement("last_session", year, last.text, last.place, last.label, rule))
    return result


def _only_creation(statements: Sequence[Statement]) -> datetime.date | None:
    """Return the date of the only order that makes the diploma; None if there are several."""
    dates = {s.value.date for s in statements if s.value.kind == "creation"} - {None}
    return datetime.date.fromisoformat(dates.pop()) if len(dates) == 1 else None


def modified_order(findings: Sequence[Finding]) -> list[Finding]:
    """Return the order that all orders of a page change, as their titles say.

    *Arrêté du 4 mai 2010 modifiant l'arrêté du 3 mai 2004*, where the page says no more of the
    order of 2004: it is the diploma's, and what it does is not said. Empty where another order was
    not understood, or is only cited.
    """
    stated = [finding for finding in findings if finding.field == "legal_texts"]
    orders = [
        each for each in stated if isinstance(each, Statement) and each.rule not in NOT_STATED
    ]
    if len(orders) < len(stated) or any(s.value.kind != "modification" for s in orders):
        return []
    changes = [(s, _MODIFIES.search(same_length(s.value.title))) for s in orders]
    changed = {parse_date(match["date"]): (s, match) for s, match in changes if match}
    if len(changed) != 1:
        return []
    date, (statement, match) = changed.popitem()
    if date is None:
        return []
    title = statement.value.title[match.start("order") : match.end("order")]
    order = LegalText(date=date.isoformat(), title=title, kind=None, nor=None, url=None)
    return [statement._replace(value=order, rule="the order that the page's orders change")]


def replaced_orders(findings: Sequence[Finding]) -> list[Finding]:
    """Return the orders that others of a page replace, as the titles of these say.

    *Arrêté du 4 mai 2010 abrogeant et remplaçant l'arrêté du 3 mai 2004* states two orders, as
    *Arrêté du 3 mai 2004, abrogé et remplacé par l'arrêté du 4 mai 2010* does; that it says nothing
    of the diploma's own end is told. Empty where the page says what the later one does.
    """
    stated = _stated(findings, "legal_texts")
    dates = {statement.value.date for statement in stated}
    replaced: list[Finding] = []
    for statement in stated:
        title = statement.value.title
        if statement.value.kind or statement.rule in NOT_STATED or "remplaçant" not in title:
            continue
        match = _REPLACES.search(same_length(title))
        date = parse_date(match["date"]) if match else None
        if match is None or date is None or date.isoformat() in dates:
            continue
        dates.add(date.isoformat())
        text = title[match.start("order") : match.end("order")]
        order = LegalText(date=date.isoformat(), title=text, kind=None, nor=None, url=None)
        rule = "the order that an order of the page replaces"
        replaced.append(statement._replace(value=order, rule=rule))
        detail = "an order is replaced, and it is not said that the diploma is"
        replaced.append(unlabelled("status", title[:200], detail, statement.place))
    return replaced


def placed_numbers(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, with a NOR below several orders moved to the one of its year.

    *Arrêté de création : 3 mai 2004*, *Arrêté modificatif : 9 mai 2008*, *NOR : MENE0401234A*: it
    stands on no order's line, and of the orders without any one alone is of 2004.
    """
    stated = _stated(findings, "legal_texts")
    years = {s.value.date: int(s.value.date[:4]) for s in stated if s.value.date}
    if len(years) < 2:  # most records
        return list(findings)
    numbered = {s.value.date: s.value.nor for s in stated if s.value.nor and s.value.date}
    bare: dict[int, list[str]] = {}  # dates of the orders without a number, by their years
    for date, year in years.items():
        if date not in numbered:
            bare.setdefault(year, []).append(date)
    moved: dict[str, tuple[str, str]] = {}  # from the one date to the other
    for date, nor in numbered.items():
        at_home = bare.get(year_of(nor), [])
        if years[date] != year_of(nor) and len(at_home) == 1:
            moved[date] = at_home.pop(), nor
    for statement in stated:
        if statement.value.date in moved and nor_in(statement.text):
            del moved[statement.value.date]  # it stands on the order's line
    found = dict(moved.values())
    changed = moved.keys() | found.keys()
    return [
        finding._replace(
            value=finding.value.model_copy(update={"nor": found.get(finding.value.date)})
        )
        if finding.field == "legal_texts"
        and isinstance(finding, Statement)
        and finding.value.date in changed
        else finding
        for finding in findings
    ]


def of_former_order(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings, with issues for an order that is repealed and what is said with it.

    "L'arrêté du 3 mai 2004 portant création du CAP X est abrogé" is said of a former version where
    the page's own order came later, and nothing else on the page names that of 2004.
    """
    stated = _stated(findings, "legal_texts")
    made = [s for s in stated if s.value.kind in {"creation", None} and s.rule not in NOT_STATED]
    former = {
        order.text
        for order in made
        if order.value.kind
        and (ended := _IS_REPEALED.search(same_length(order.text)))
        and str(parse_date(ended["date"])) == order.value.date
        and all(other.value.date != order.value.date for other in stated if other is not order)
        and any((other.value.date or "") > order.value.date for other in made)
    }
    if not former:  # most records
        yield from findings
        return
    for finding in findings:
        if (
            finding.field in {"legal_texts", "status"}
            and isinstance(finding, Statement)
            and finding.text in former
        ):
            detail = "repealed, and the page's order is later: of a version before this one"
            yield unlabelled(finding.field, finding.text[:200], detail, finding.place)
        else:
            yield finding


def end_of_order(told: Issue, orders: Sequence[Statement], begins: int) -> Finding:
    """Return the status that follows where an issue says the page's one order to be repealed.

    "L'arrêté du 3 mai 2004 est abrogé" is said of a former version where other orders than changes
    stand beside it, or where the diploma begins later.
    """
    ended = _IS_REPEALED.search(same_length(told.value or ""))
    date = parse_date(ended["date"]) if ended else None
    made = {
        s.value.date for s in orders if s.value.kind != "modification" and s.rule not in NOT_STATED
    }
    if date is None or made != {str(date)} or begins - date.year > YEARS_BEFORE_SESSION:
        return told
    text, place, rule = told.value or "", told.place or "", "the page's order is repealed"
    return Statement("status", "repealed", text, place, "", rule, True)


def orders_of_files(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what the link to an order's file says (`Arrêté de création`) of the order itself.

    That is the only one of the page of which no line says what it does; else it is an issue. A
    modification is one beside the order that it modifies.
    """
    links = [s for s in _stated(findings, "documents") if is_order_named(s.value.title)]
    if not links:
        return
    chosen, _ = chosen_orders((), _stated(findings, "legal_texts"))
    texts: tuple[LegalText, ...] = chosen["legal_texts"]
    bare = [text for text in texts if text.kind is None and text.date]
    known = {text.kind for text in texts}
    for kind in ("creation", "modification"):
        named = {s.value.url: s for s in links if effect_of(s.value.title) == kind}
        if not (bare and named) or kind in known:
            continue
        link = next(iter(named.values()))
        if len(bare) == len(named) == 1 and (kind == "creation" or "creation" in known):
            update = {"kind": kind, "url": bare[0].url or link.value.url}
            value, rule = bare.pop().model_copy(update=update), "its file is called so"
            yield Statement("legal_texts", value, link.text, link.place, link.label, rule)
        else:
            detail = "which order it is stands nowhere"
            yield unlabelled("legal_texts", link.text, detail, link.place)


def _unread(row: Row, mentions: list[OrderMention]) -> Iterator[Issue]:
    asks_for_date, code = is_date_label(row.label) and not row.effect_above, None
    if mentions:
        is_dates = _DATES_ALONE.fullmatch(tokens_of(clean(row.text)).letters)
        if (asks_for_date or is_dates) and not is_told(row.text, mentions):
            code = IssueCode.CONFLICTING_VALUES
    elif asks_for_date:
        first = row.section.content[:1] if row.section else []  # none below an empty label
        if first and row.pieces[0] is first[0]:
            code = IssueCode.UNKNOWN_DATE
    elif dates_in(row.text):  # an order of another diploma
        code = IssueCode.UNLABELLED_TEXT
    elif _ORDER.search(row.plain):  # on a day that does not exist
        code = IssueCode.UNKNOWN_DATE
    if code:
        yield issue(code, "legal_texts", row.text[:200], None, row.place)


def _is_later(text: str, mentions: Sequence[OrderMention]) -> bool:
    """Return whether the first day of a line is later than those of the changes above it.

    An order of its own below *Modification : arrêté du …* is no creating one then. But where other
    lines say what their orders do, one that does not says nothing.
    """
    stated = [day.isoformat() for _, day in dates_in(text)[:1]]
    orders = [mention.text for mention in (*mentions[:1], *mentions[-1:])]
    return bool(stated and orders) and all(
        order.kind == "modification" and (order.date or stated[0]) < stated[0] for order in orders
    )


def chosen_orders(_: Sequence[str], statements: Sequence[Statement]) -> Values:
    """Choose one text for each order: mentions of the same date (and NOR) complete one another.

    Those under a label come first. An order that is only cited counts where it is the only one
    beside one that repeals it; else it is an issue, as is one that names another diploma
    beside orders that do not.
    """
    ranked = sorted(statements, key=lambda statement: not statement.label)
    stated = [statement for statement in ranked if statement.rule not in NOT_STATED]
    cited = [statement for statement in ranked if statement.rule == CITED]
    others = [statement for statement in ranked if statement.rule == OF_ANOTHER]
    stated, others = (stated, others) if stated or cited else (others, [])
    stated = _without_led(_by_own_words(stated))
    known = {statement.value.date for statement in stated}
    # "Vu l'arrêté du 3 mai 2012 modifiant l'arrêté du 10 juin 2010", which is the page's
    of_known = {statement.place for statement in cited if statement.value.date in known}
    changes = [s for s in cited if s.value.kind == "modification" and s.value.date not in known]
    stated += [statement for statement in changes if statement.place in of_known]
    ends = all(statement.value.kind == "repeal" for statement in stated)
    if ends and len({statement.value.date for statement in cited}) == 1:
        stated, cited = [*stated, *cited], []
    texts: list[tuple[LegalText, bool]] = []
    for statement in stated:
        for number, (text, full) in enumerate(texts):
            if _same(statement.value, text):
                texts[number] = _joined(text, full, statement.value, statement.rule == FULL)
                break
        else:
            texts.append((statement.value, statement.rule == FULL))
    issues = [
        unlabelled("legal_texts", s.text, "it is only cited", s.place)
        for s in cited
        if s.value.date not in {text.date for text, _ in texts}
    ]
    issues += [
        unlabelled("legal_texts", s.text, "it names another diploma", s.place) for s in others
    ]
    return {"legal_texts": tuple(text for text, _ in texts)}, issues


def _by_own_words(stated: list[Statement]) -> list[Statement]:
    """Return orders without what only a label says that they do, where their own words say else.

    *Annexe I (arrêté du 3 mai 2004)* below *Arrêté modificatif*: that of 2004 is *portant création*
    on another line.
    """
    if len({s.value.date for s in stated}) == len(stated):  # most records
        return stated
    worded = [
        s for s in stated if s.value.kind and (not s.label or effect_of(s.text) == s.value.kind)
    ]
    known = {s.value.date: s.value.kind for s in worded}
    return [
        s._replace(value=s.value.model_copy(update={"kind": None}))
        if s.label
        and not effect_of(s.text)
        and s.value.kind != known.get(s.value.date, s.value.kind)
        else s
        for s in stated
    ]


def _without_led(stated: list[Statement]) -> list[Statement]:
    """Return orders of which the first one in time is no change if only a label before it says so.

    "Arrêté modificatif : 3 mai 2008", and on the next line "Arrêté du 9 mai 2004": where all
    others are changes, it is what they change. Labels of several orders tell of each.
    """
    dated = [s for s in stated if s.value.date]
    if len({s.value.date for s in dated}) < 2 or {s.value.kind for s in stated} != {"modification"}:
        return stated
    first = min(dated, key=lambda s: s.value.date)
    label, title = first.label, first.value.title
    led = next(s for s in stated if s.label == label)
    if led.value.date == first.value.date or not effect_of(label) or is_plural(label):
        return stated
    if effect_of(title) or not names_order(title):
        return stated
    text = first.value.model_copy(update={"kind": None})
    return [s._replace(value=text) if s is first else s for s in stated]


def _same(order: LegalText, other: LegalText) -> bool:
    if order.nor and other.nor:
        return order.nor == other.nor
    if order.date is None or other.date is None:
        return order.title == other.title
    return order.date == other.date and _is_decree(order) == _is_decree(other)


def _is_decree(order: LegalText) -> bool:
    return fold(order.title).startswith("decret")


def _joined(
    first: LegalText, first_full: bool, second: LegalText, second_full: bool
) -> tuple[LegalText, bool]:
    stated = {name: value for name, value in first if value is not None}
    if second_full and not first_full:
        stated["title"] = second.title
    return second.model_copy(update=stated), first_full or second_full
