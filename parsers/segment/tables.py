"""Tables whose first row names the columns: labels above, values below.

One row of values is a set of labels with their values; several rows with a code or an option's
letter each are several diplomas. So are several columns with a code or letter each.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import NamedTuple

from parsers.model.blocks import Block, Part, joined
from parsers.model.file_types import is_file, is_file_detail
from parsers.model.link_words import only_opens
from parsers.model.statement import SUCCESSION
from parsers.segment.value_ends import ORDER_LINE
from parsers.segment.value_shapes import tells
from schema.code import CodeScolarite, codes_in
from schema.label_entry import Entry
from schema.lexicon import Lexicon
from schema.text import clean, fold, has_digit, same_length
from schema.title import begins_with_type
from schema.vocabulary import page_words, phrases

_MOST_COLUMNS = 40  # more are a list of other things, and would take long
_FEWEST_PAIRS = 2
_LONGEST_LEAD = 60
_OF_AN_ORDER = re.compile(
    r"\W*(?:date (?:de (?:la )?|d')(?:creation|modification|abrogation)"
    r"|references?(?: (?:du texte|des textes|reglementaires?|juridiques?))?)\W*"
)
# A cell stands in each row that it spans. Such a table of 40 columns has 500 rows; what a larger
# one holds is read cell by cell.
_MOST_PLACES = 20_000
_OPTION = re.compile(r"(?:(?:[Oo]ption|OPTION) ?:? ?){1,2}([A-Z])\b(?!['’])")
# the name of a column: "Option osier", "- option : osier", but no subject of an examination
_NAMED_OPTION = re.compile(
    r"(?:[–—-] ?)?option ?[:–—-]? ?(?!facultati|obligatoire|au choix)(?:[«“\"] ?)?([^\W\d].+)",
    re.IGNORECASE,
)
_OPTION_ALONE = re.compile(r"(?:l')?options? ?:?", re.IGNORECASE)
_LETTERED = re.compile(r"([A-H])\s?[:–—-]\s+\w")  # "A - osier"
_OF_FILES = re.compile(r"(?:nom|fichiers?|documents?|taille|poids)\b.{0,20}")
_SIZE = re.compile(r"(?:taille|poids)(?: du fichier)?", re.IGNORECASE)
# in a table of files: diplomas have no size
_OF_SIZED = {"title": "Nom du fichier", "diploma_type": "Format", "access": "Lien"}
_LAST_CHANGE = re.compile(r"(?:modifie|cree)e?s? (?:le|par)\W{0,3}")
_OF_ORDERS = re.compile(
    r"(?:dates? (?:de l'|des |du )?)?(?:(?:arr?etes?|decrets?|textes?)\b|arr\.).{0,25}"
    r"|(?:(?:complete et )?modifie|cree|complete|abroge)e?s? (?:les?|par|en dernier lieu)\b"
    r"[\w ]{0,12}\W{0,3}|mod(?:if)?\. par\W{0,3}"
    r"|(?:creation|modification|modificatif|abrogation)(?:s|\(s\))?"
    r"(?: (?:du (?:diplome|referentiel)|apportees? par|successives?))?\W{0,3}"
)
# what columns of a table of orders or files are called, folded
_OF_TEXTS = re.compile(
    r"(?:dates?(?: de l arrete)?|nor|jo|jorf|bo|boen|publication|journal officiel|nature"
    r"|(?:textes?|documents?|annexes?|fichiers?|intitules?)(?: ou (?:textes?|documents?))?)"
)
_NUMBER = re.compile(r"N[°o]|Num[ée]ro")
_YEAR = re.compile(r"(?:(?:en |session (?:de )?|juin |depuis )?(?:19|20)\d\d)")
_LONGEST_WHICH = 40
_MOST_SESSION_CELLS = 20  # behind *Sessions*: a page may have that word ten thousand times
# what an order is called, and a file: "portant création", "Annexe I"
_PUBLISHED_IN = frozenset({"legifrance", "bo", "jo", "bulletin officiel", "journal officiel"})
_AN_ORDER = re.compile(
    r"(?:(?:arr?ete|decret)s? (?!et annexes)|portant|fixant|relatif|cre(?:ant|ation|ee?s?)\b|modifi"
    r"|complet|abrog|rectifi)"
)
_DOES = re.compile(r"portant (?:creation|modif|abrog)")
_A_FILE = re.compile(rf"{phrases('annex')}|referentiels\b")
_OF_DIPLOMA = {"legal_texts", "first_session", "last_session"}
_ANNEX = page_words("annex")
# "Sessions", and beside or below it "première", "dernière : 2024"
_SESSIONS = re.compile(r"sessions?(?: d'examens?)?\W*")
_WHICH_SESSION = re.compile(
    r"\W*(?:(?P<first>premiere|1(?:re|ere)|debut)|derniere|fin)\W*"
    r"(?P<value>(?:(?:en |session (?:de )?|juin |depuis )?(?:19|20)\d\d\W*)?)"
)
_BEFORE_ANOTHER = re.compile(
    r"(?:l[ea] )?(?:(?:(?:dipl[ôo]me|sp[ée]cialit[ée]) ?)?(?:(?:de )?code ?:? ?)?(?=\d))?",
    re.IGNORECASE,
)
_FEWEST_STACKED = 4  # rows of names and of values in turn
_Cells = dict[int, list[Block]]  # a row: the blocks of each cell, by column


def names_orders(head: str) -> bool:
    """Return whether a name of a column says that orders stand below it: `Création`."""
    return bool(_OF_ORDERS.fullmatch(same_length(head)))


def names_order_of(head: str, value: str) -> bool:
    """Return whether a name of a row or column and an order in its cell belong together.

    `Date de création` and `Référence` name orders only where an order stands beside or below them.
    """
    if not ORDER_LINE.match(same_length(value[:_LONGEST_LEAD])):
        return False
    return names_orders(head) or _OF_AN_ORDER.fullmatch(same_length(head)) is not None


def lists_files(heads: Iterable[str]) -> bool:
    """Return whether names of columns head a list of files: `Nom | Modifié le | Taille`.

    The days in it are those of the files, and no orders.
    """
    plain = [same_length(head) for head in heads]
    changes = [_LAST_CHANGE.fullmatch(head) for head in plain]
    others = [head for head, change in zip(plain, changes, strict=True) if not change]
    return (
        any(changes)
        and any(map(_OF_FILES.fullmatch, others))
        and not any(map(_OF_ORDERS.fullmatch, others))
    )


def is_another(text: str) -> bool:
    """Return whether a text begins with a diploma's type or code, as the value of a label.

    *CAP Vannier*, *500-22134 S*, *le diplôme 500-22134*, *code 50022134*.
    """
    text = _BEFORE_ANOTHER.sub("", text)
    return begins_with_type(text) or (has_digit(text[:1]) and bool(codes_in(text)))


_SAYS_WHICH = re.compile(r"\barrete\b|\bsession\b")


def heads_diploma(block: Block) -> bool:
    """Return whether a name of a column is a diploma's title, and below it its order or session.

    As in *Correspondance des épreuves*, where the former diploma stands beside the present one.
    """
    if block.cell is None or block.cell.row or not (block.cell.header or block.strong):
        return False
    if not has_digit(joined(block.lines[-1])) or not begins_with_type(block.text):
        return False
    is_divided = block.cell.header and len(block.lines) > 1
    return is_divided or bool(_SAYS_WHICH.search(same_length(block.text)))


def with_texts_named(blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[Block, ...]:
    """Call a column of orders or files so that a label of titles heads: `Intitulé | J.O.`.

    And one of what orders do that a label of diplomas' types heads: *Type*, above *Création*; and
    one of links that a label of texts heads: *Accès*, behind *Date* and *NOR*.
    """
    columns: dict[tuple[int, int], list[Block]] = {}
    for block in blocks:
        if block.cell is not None:
            columns.setdefault((block.cell.table, block.cell.column), []).append(block)
    named = _of_rows(blocks)
    sized = {table for (table, _), (head, *_) in columns.items() if _SIZE.fullmatch(head.text)}
    for (table, _), (head, *below) in columns.items():
        entry = lexicon.lookup(head.text)
        name = _OF_SIZED.get(entry.field) if entry and below and table in sized else None
        if entry and entry.field == "diploma_type" and _tells_effects(head, below, columns):
            name = "Nature"
        if entry and entry.kind == "text" and _are_links(head, below, columns):
            name = "Lien"
        if name:
            named[head.number] = Part(name)
        # but "Intitulé :", and below it a further label: "Arrêté :"
        elif entry and entry.field == "title" and not _are_labels(head, below):
            texts = [same_length(block.text) for block in below]
            orders = [bool(_AN_ORDER.match(text)) for text in texts]
            are_known = [a or bool(_A_FILE.search(b)) for a, b in zip(orders, texts, strict=True)]
            others = (b.text for b, is_known in zip(below, are_known, strict=True) if not is_known)
            if any(are_known) and not any(map(lexicon.lookup, others)):
                is_order = orders[0] and texts[0].startswith(("arr", "decret"))
                name = "Textes" if is_order else "Objet" if any(orders) else "Nom du fichier"
                named[head.number] = Part(name)
    if not named:  # most pages
        return blocks
    kept = (b for b in blocks if b.number not in named or named[b.number].text)
    return tuple(replace(b, parts=(named[b.number],)) if b.number in named else b for b in kept)


def _are_links(
    head: Block, below: Sequence[Block], columns: Mapping[tuple[int, int], Sequence[Block]]
) -> bool:
    """Return whether the cells of a column are links, and the columns before it are of orders."""
    if not head.cell or not head.cell.column or not all(block.only_link for block in below):
        return False
    before = (columns.get((head.cell.table, n), ()) for n in range(head.cell.column))
    return any(cells and _OF_TEXTS.fullmatch(fold(cells[0].text)) for cells in before)


def _tells_effects(
    head: Block, below: Sequence[Block], columns: Mapping[tuple[int, int], Sequence[Block]]
) -> bool:
    """Return whether the cells of a column say what orders do: but *Type | CAP* is one of rows."""
    beside = columns.get((head.cell.table, 1), ()) if head.cell else ()
    is_row = bool(beside) and begins_with_type(beside[0].text)
    # "Arrêté modificatif", "portant création"
    texts = [same_length(block.text) for block in below]
    return (
        bool(texts) and not is_row and all(_OF_ORDERS.fullmatch(t) or _DOES.match(t) for t in texts)
    )


def _are_labels(head: Block, below: Sequence[Block]) -> bool:
    """Return whether the cells of a column are labels, each with a colon, of what is beside it."""
    return head.text.endswith(":") and any(block.text.endswith(":") for block in below)


def _of_rows(blocks: Sequence[Block]) -> dict[int, Part]:
    """Make labels of `N°` beside a code, and of `première` below or beside a cell *Sessions*."""
    named: dict[int, Part] = {}
    for number, head in enumerate(blocks):
        if head.text[:1] not in "SsN":  # most blocks
            continue
        if head.text[:7].lower() == "session" and _SESSIONS.fullmatch(same_length(head.text)):
            named |= _of_sessions(head, blocks[number + 1 : number + _MOST_SESSION_CELLS])
        elif (place := head.cell) and place.column == 0 and _NUMBER.fullmatch(head.text):
            (value,) = blocks[number + 1 : number + 2] or (head,)
            is_beside = value.cell and value.cell[:2] == place[:2]
            if is_beside and CodeScolarite.parse(value.text).value:
                named[head.number] = Part("Code")
    return named


def _of_sessions(head: Block, below: Sequence[Block]) -> dict[int, Part]:
    """Make labels of `première` and `dernière` in the cells behind *Sessions*.

    The year stands in the same cell or in the next one, or in a table inside. Names of columns
    are left: *Sessions* above them is one of those.
    """
    named: dict[int, Part] = {}
    for block, following in pairwise([*below, None]):
        if block is None or block.cell is None or len(block.text) > _LONGEST_WHICH:
            break
        which = _WHICH_SESSION.fullmatch(same_length(block.text))
        behind = same_length(following.text) if following else ""
        is_inside = (head.cell and head.cell.table) != block.cell.table
        is_name = is_inside and _WHICH_SESSION.fullmatch(behind)  # and years below
        if which and (which["value"] or is_name or _YEAR.fullmatch(behind)):
            name = "Première session" if which["first"] else "Dernière session"
            value = block.text[which.start("value") :].strip()
            named[block.number] = Part(f"{name} : {value}" if value else name)
            if head.cell:
                named[head.number] = Part("")
        elif not _YEAR.fullmatch(same_length(block.text)):
            break
    return named


class Grid(NamedTuple):
    """A table with named columns. `columns`: the meaning of each (None: unknown), by number.

    `rows`: the blocks of each row by column; `blocks`: all blocks of the table.
    """

    columns: dict[int, Entry | None]
    headers: dict[int, Block]
    rows: tuple[dict[int, tuple[Block, ...]], ...]
    blocks: tuple[Block, ...]

    @property
    def is_of_several(self) -> bool:
        """Return whether each row is a diploma's: of its own code, or the letter of an option.

        Rows of one code and no names are the versions of one diploma.
        """
        fields = {column: entry.field for column, entry in self.columns.items() if entry}
        cells = [(fields.get(c, ""), cell[0].text) for row in self.rows for c, cell in row.items()]
        named = (
            _OPTION.match(f"{field} {text}".strip())
            or (_LETTERED.match(text) if field in {"option", "title"} else None)
            for field, text in cells
        )
        letters = [match[1] for match in named if match]
        is_lettered = len(letters) == len(self.rows) and letters == sorted(set(letters))
        is_named = not {"option", "title"}.isdisjoint(fields.values())
        codes = {text for field, text in cells if field == "code"}
        is_coded = len(codes) > 1 or (bool(codes) and is_named)
        return is_lettered or is_coded or self.names_options

    @property
    def names_options(self) -> bool:
        """Return whether each row names another option by that word: *CAP X option osier*.

        A column *Option* is that word where each row has a file, order or session. *Option A :* is
        a label.
        """
        fields = {column: entry.field for column, entry in self.columns.items() if entry}
        names = [
            cell[0].text
            for row in self.rows
            for column, cell in row.items()
            if (
                fields.get(column) in {"option", "title"}
                or (column not in fields and _NAMED_OPTION.match(cell[0].text))
            )
            and (
                ("option " in cell[0].text.lower() and not cell[0].text.endswith(":"))
                or ("option" in self._head(column) and self._makes_diploma(row))
            )
        ]
        return 1 < len(names) == len(self.rows) == len(set(names))

    def _makes_diploma(self, row: dict[int, tuple[Block, ...]]) -> bool:
        """Return whether a row has a file, or an order or session of its own."""
        fields = {entry.field for c, entry in self.columns.items() if entry and c in row}
        return bool(fields & _OF_DIPLOMA) or any(map(_has_file, row.values()))

    def _head(self, column: int) -> str:
        return self.headers[column].text.lower() if column in self.headers else ""


def _has_file(cell: tuple[Block, ...]) -> bool:
    return any(is_file(part.href) for block in cell for part in block.parts)


def grids(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Grid]:
    """Return the tables among `blocks` whose first row names the columns.

    It holds at least two labels, one of a value among them, and no other row begins with a label.
    Or all are headers, one of them of a text or of trades, and one row follows.
    """
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.cell is not None:
            tables.setdefault(block.cell.table, []).append(block)
    parts = chain.from_iterable(map(_stacked, tables.values()))
    return [grid for members in parts if (grid := _grid(members, lexicon, blocks))]


def _stacked(members: list[Block]) -> list[list[Block]]:
    """Divide a table in which rows of headers and of values take turns into pairs of rows.

    But one of a single column has a section below each header.
    """
    headers: dict[int, set[bool]] = {}
    for block in members:
        if block.cell is None or block.cell.last > block.cell.row:
            return [members]
        headers.setdefault(block.cell.row, set()).add(block.cell.header or block.strong)
    rows = sorted(headers)
    turns = [{True}, {False}] * (len(rows) // 2)
    are_wide = len({block.cell.column for block in members if block.cell}) > 1
    if not are_wide or len(rows) < _FEWEST_STACKED or [headers[row] for row in rows] != turns:
        return [members]
    pairs = {row: number // 2 for number, row in enumerate(rows)}
    parts: list[list[Block]] = [[] for _ in range(len(rows) // 2)]
    for block in members:
        if block.cell:
            parts[pairs[block.cell.row]].append(block)
    return parts


def _grid(members: list[Block], lexicon: Lexicon, blocks: tuple[Block, ...]) -> Grid | None:
    """Return a table's rows below the names of its columns; None where it has no such names."""
    rows: dict[int, _Cells] = {}
    cells = [block.cell for block in members if block.cell]
    if len(cells) > _MOST_PLACES or sum(c.last - c.row + 1 for c in cells) > _MOST_PLACES:
        return None
    for block in members:
        assert block.cell is not None
        for number in range(block.cell.row, block.cell.last + 1):
            rows.setdefault(number, {}).setdefault(block.cell.column, []).append(block)
    if len(rows) == 1 and len(members) == 2:
        return _of_lines(members[0], members[1], lexicon)
    if len(rows) < 2:
        return None
    if sideways := _sideways(rows, members, lexicon, blocks):
        return sideways
    if _takes_turns([*rows.values()]):
        return None
    first, *others = _named_by_one_row([rows[number] for number in sorted(rows)], lexicon)
    columns = {
        column: _entry(
            cell[0].text, lexicon, [row[column][0].text for row in others if column in row]
        )
        for column, cell in first.items()
    }
    has_files = any(_has_file(tuple(cell)) for row in others for cell in row.values())
    if has_files and lists_files(cell[0].text for cell in first.values()):
        return None
    # "Lien" is of each order or file
    if has_files or any(names_orders(cell[0].text) for cell in first.values()):
        columns = {c: None if e and e.field == "url" else e for c, e in columns.items()}
    known = [e for e in columns.values() if e is not None and e.field]
    if _are_of_annexes(first, columns, others) or _is_opened(columns, others):
        return None
    heads = [cell[0] for cell in first.values()]
    count = len(known)
    is_one = len(others) == 1
    # nothing but a label stands in each cell of the first row, and below each stands a cell
    are_bare = all(len(cell) == 1 and not cell[0].has_link for cell in first.values())
    are_labels = is_one and count == len(heads) == len(others[0]) and are_bare
    is_headed = is_one and all(head.cell and head.cell.header for head in heads)
    are_sections = is_headed and are_bare and any(e.kind in {"text", "list"} for e in known)
    if not (any(e.kind == "value" for e in known) or are_labels or are_sections):
        return None
    headers = {column: cell[0] for column, cell in first.items()}
    others = [_without_names(row, headers) for row in others]
    frozen = tuple({c: tuple(cell) for c, cell in row.items()} for row in others)
    grid = Grid(columns, headers, frozen, tuple(members))
    is_told = grid.names_options or _codes_below(columns, others)
    is_named = is_headed or (are_labels and len(rows) == 2 and names_orders(heads[0].text))
    if count < (1 if is_named else 2) and not is_told:
        return None
    # it may have empty cells
    least = 1 if is_one and (count == len(heads) or is_headed) else 2
    if any(len(row) < least or max(row) > max(first) for row in others):
        return None
    if any(_is_label(row[min(row)][0], lexicon) for row in others) or _are_pairs(first, columns):
        return None
    # "Secteur | Bois | Sigle | VAN", and below it "Référence | … | Dernière session | 2025"
    of_values = [column for column, entry in columns.items() if entry and entry.kind == "value"]
    below = (row[column][0] for row in others for column in of_values if column in row)
    return None if any(_is_label(cell, lexicon) for cell in below) else grid


def _are_pairs(first: _Cells, columns: Mapping[int, Entry | None]) -> bool:
    """Return whether labels and their values take turns in a row: `Session | 2012 | Sigle | X`."""
    places = sorted(first)
    pairs = [*zip(places[::2], places[1::2], strict=False)]
    if len(pairs) < _FEWEST_PAIRS or len(places) % 2 or any(columns[p] for p in places[1::2]):
        return False
    told: list[bool | None] = []
    for label, value in pairs:
        entry, text = columns[label], first[value][0].text
        is_order = names_order_of(first[label][0].text, text)
        told.append(is_order or (tells(entry.field, text) if entry else False))
    return True in told and False not in told


def _without_names(row: _Cells, headers: Mapping[int, Block]) -> _Cells:
    """Return a row whose cells do not begin with the names of their columns.

    As they do for narrow screens: `<td><span>Code</span> 500-23438</td>` below *Code*.
    """
    shown = {
        column: [replace(first, parts=first.parts[1:]), *rest]
        for column, (first, *rest) in row.items()
        if len(first.parts) > 1
        and column in headers
        and clean(first.parts[0].text).rstrip(" :") == headers[column].text.rstrip(" :")
    }
    return {**row, **shown} if shown else row


def _takes_turns(rows: Sequence[_Cells]) -> bool:
    """Return whether the rows are several labels each in front of its value, marked as such."""
    heads = [[bool(c[0].cell and c[0].cell.header) for _, c in sorted(r.items())] for r in rows]
    are_alike = all(row == heads[0][: len(row)] for row in heads)
    return are_alike and sum(heads[0]) > 1 and not all(heads[0])


def _entry(head: str, lexicon: Lexicon, below: Sequence[str] = ()) -> Entry | None:
    """Return the meaning of a column; of orders is `Création`, and `N°` of the codes `below`.

    *Nouvelle version* is of the diplomas below.
    """
    entry = lexicon.lookup(head)
    if entry is None and below and all(map(is_another, below)):
        named = lexicon.by_values.lookup(head)
        entry = named if named and named.field in SUCCESSION else None
    if entry and entry.field == "access" and below and all(map(_opens, below)):
        return None  # "Consulter", in the column of links
    if entry is None and names_orders(head) and not has_digit(head):
        return lexicon.lookup("Arrêtés")
    if entry is None and below and _NUMBER.fullmatch(head):
        are_codes = all(CodeScolarite.parse(text).value for text in below)
        return lexicon.lookup("Code") if are_codes else None
    return entry


def _opens(text: str) -> bool:
    """Return whether the text of a cell only opens what its row names."""
    return only_opens(text) or fold(text) in _PUBLISHED_IN


def _are_of_annexes(
    names: _Cells, columns: Mapping[int, Entry | None], rows: Sequence[_Cells]
) -> bool:
    """Return whether the titles of a table are those of files: `Annexe | Intitulé | Fichier`."""
    fields = {e.field: column for column, e in columns.items() if e and e.kind == "value"}
    heads = [fold(cell[0].text) for cell in names.values()]
    # "Titre | Fichier"; but "Diplôme | Lien" of diplomas
    are_named = any(map(_ANNEX.search, heads)) or bool({"fichier", "fichiers"} & {*heads})
    if fields.keys() != {"title"} or not are_named:
        return False
    titles = (row[fields["title"]][0].text for row in rows if fields["title"] in row)
    have_files = all(_has_file((*chain(*row.values()),)) for row in rows)
    return have_files and not any(map(begins_with_type, titles))


def _is_opened(columns: Mapping[int, Entry | None], rows: Sequence[_Cells]) -> bool:
    """Return whether the only row is a file's name, and a link behind it that only opens the file.

    *Document | Téléchargement* above *Règlement d'examen | Ouvrir*: a list of one file. But
    *Code | Référentiel* heads facts, and *Diplôme | Lien* a diploma.
    """
    if len(rows) > 1 or not all(
        e.kind == "links" or e.field == "title" for e in columns.values() if e
    ):
        return False
    (name, *_), *others = rows[0].values()
    links = [block for cell in others for block in cell if _has_file((block,))]
    are_mute = all(only_opens(link.text) or is_file_detail(link.text) for link in links)
    return bool(links) and are_mute and not (name.has_link or begins_with_type(name.text))


def _is_label(cell: Block, lexicon: Lexicon) -> bool:
    """Return whether a cell is a label, and no file that is called so."""
    return bool(_entry(cell.text, lexicon)) and not _has_file((cell,))


def _of_lines(labels: Block, values: Block, lexicon: Lexicon) -> Grid | None:
    """Return a table of a cell with a label on each line, and one with a value on each."""
    columns = {n: lexicon.lookup(clean(joined(line))) for n, line in enumerate(labels.lines)}
    if not 1 < len(columns) == len(values.lines) or None in columns.values():
        return None
    headers = {n: replace(labels, parts=line) for n, line in enumerate(labels.lines)}
    row: dict[int, tuple[Block, ...]] = {
        n: (replace(values, parts=line),) for n, line in enumerate(values.lines)
    }
    return Grid(columns, headers, (row,), (labels, values))


def _named_by_one_row(rows: list[_Cells], lexicon: Lexicon) -> list[_Cells]:
    """Join a head of two rows, as `Sessions` above `Première | Dernière`, to one.

    The name of a column in the second row is a label with the one above it; else nothing changes.
    """
    first, second, *others = rows
    if not others or any(len(cell) != 1 for cell in (*first.values(), *second.values())):
        return rows
    head: _Cells = {}
    joins = False
    for column, (block,) in second.items():
        over = max((c for c in first if c <= column), default=None)
        above = first[over][0] if over is not None else block
        if above is block:  # it spans both rows, or nothing stands above it
            head[column] = [block]
            continue
        name = f"{block.text} {re.sub(r's(?= |$)', '', above.text)}"
        # "Arrêtés" above "Création | Modification"
        if names_orders(above.text) and names_orders(block.text):
            name = block.text
        elif lexicon.lookup(name) is None:
            if not _are_groups(first, second, lexicon):
                return rows
            name = block.text
        joins = True
        head[column] = [replace(block, parts=(Part(name),))]
    return [head, *others] if joins else rows


def _are_groups(first: _Cells, second: _Cells, lexicon: Lexicon) -> bool:
    """Return whether the first row names groups of columns, and the second one the columns.

    All their cells are headers, and one of the second row is a label.
    """
    above, names = ([cell[0] for cell in row.values()] for row in (first, second))
    return (
        all(block.cell and block.cell.header for block in (*above, *names))
        and len(names) >= len(above)
        and any(lexicon.lookup(block.text) for block in names)
    )


def _sideways(
    rows: dict[int, _Cells], members: list[Block], lexicon: Lexicon, blocks: tuple[Block, ...]
) -> Grid | None:
    """Return a table with a diploma in each column, or in the columns that its first row heads.

    The labels stand in the first column, or in the first one of each diploma; there may be none
    where all columns are options'. A cell that spans the columns of several is of each.
    """
    code_row, spans = _diplomas(rows, lexicon)
    if len(spans) < 2:
        return None
    first, is_bare = rows[min(rows)], spans[0][0] == 0
    parts = [
        {n: _of_columns(row, span, lexicon, is_bare) for n, row in rows.items()} for span in spans
    ]
    headers = {n: label for part in reversed(parts) for n, (label, _) in part.items() if label}
    columns = {
        # "Arrêté du": the date stands in the cells
        n: lexicon.lookup(headers[n].text.removesuffix(" du")) if n in headers else None
        for n in rows
    }
    code = next(entry for n, entry in columns.items() if rows[n] is code_row)
    is_coded = bool(_coded(code_row))
    if code and not is_coded:  # "Document | Option A | Option B"
        columns[min(rows)] = code = lexicon.lookup("Option")
    elif code and code.field == "option":  # "Options" spans the row of codes
        columns = {n: lexicon.lookup("Code") if rows[n] is code_row else columns[n] for n in rows}
        code = lexicon.lookup("Code")
    have_files = any(all(_has_file(part[n][1]) for part in parts) for n in rows)
    is_told = is_bare or have_files or any(columns.values())
    if (code is None or code.field == "option") and not (code_row is first and is_told):
        return None
    labels = {(n, lexicon.lookup(b.text)) for part in parts for n, (b, _) in part.items() if b}
    used = {id(b) for part in parts for label, cell in part.values() for b in (label, *cell) if b}
    # none has labels of its own, and no column is left out
    if (
        len(labels) > len(headers)
        or len(used) < len(members)
        or (code and code.field not in {"code", "option"})
    ):
        return None
    diplomas = tuple({n: cell for n, (_, cell) in part.items() if cell} for part in parts)
    grid = Grid(columns, headers, diplomas, tuple(members))
    return _beside_former(grid, min(rows), lexicon, blocks)


def _beside_former(grid: Grid, first: int, lexicon: Lexicon, blocks: tuple[Block, ...]) -> Grid:
    """Return a table of *Ancien diplôme | Nouveau diplôme* with the values of the page's own alone.

    What the other column says is the value of its head. The own one is that whose title stands
    elsewhere on the page (`blocks`), else the new one. `first`: the number of the row of heads.
    """
    heads = [cell[0] for row in grid.rows if (cell := row.get(first))]
    entries = [lexicon.lookup(head.text) for head in heads]
    fields = [entry.field if entry else "" for entry in entries]
    if len(heads) != 2 or len(grid.rows) != 2 or SUCCESSION.isdisjoint(fields):
        return grid
    inside = {id(block) for block in grid.blocks}
    titles = {block.text for block in blocks if id(block) not in inside}
    named = [n for n in (0, 1) if any(c[0].text in titles for c in grid.rows[n].values())]
    if SUCCESSION.issuperset(fields) and len(named) == 1:
        other = 1 - named[0]
    else:
        other = fields.index("replaces" if "replaces" in fields else "replaced_by")
    cells = [cell for n, cell in grid.rows[other].items() if n != first]
    said = ", ".join(block.text for cell in cells for block in cell)
    row = {n: cell for n, cell in grid.rows[1 - other].items() if n != first}
    last = max(grid.columns) + 1
    row[last] = (replace(heads[other], parts=(Part(said),)),)
    columns = {**grid.columns, last: entries[other]}
    return Grid(columns, {**grid.headers, last: heads[other]}, (row,), grid.blocks)


def _diplomas(rows: dict[int, _Cells], lexicon: Lexicon) -> tuple[_Cells, list[tuple[int, int]]]:
    """Return the row that tells diplomas apart, and the first and last column of each.

    By their codes, at least two of them different, else by the letters of options in the first row.
    """
    first = rows[min(rows)]
    is_lead = 0 in first and _OPTION_ALONE.fullmatch(first[0][0].text) is not None
    below = [row[0][0].text for n, row in rows.items() if n > min(rows) and 0 in row]
    # labels stand in the first column, and none beside the first of them
    are_names = is_lead and any(_entry(text, lexicon) for text in below)
    are_names &= not any(_entry(cell[0].text, lexicon) for c, cell in first.items() if c)
    lead = "option " if are_names else ""
    cells = {
        c: _OPTION.match(f"{lead}{b.text}") or _NAMED_OPTION.match(f"{lead}{b.text}")
        for c, (b, *_) in first.items()
        if c or not lead
    }
    heads = {column: match[1] for column, match in cells.items() if match}
    coded = ((row, codes) for row in rows.values() if len(codes := _coded(row)) > 1)
    row, named = next(coded, (first, heads))
    if 0 in named:  # no labels stand in the first column
        row, named = first, heads
    if len(set(named.values())) < 2 or len(named) > _MOST_COLUMNS:
        return first, []
    over = [next((head for head in first.values() if _is_over(head, c)), row[c]) for c in named]
    spans = {(place.column, place.right) for (block, *_) in over if (place := block.cell)}
    return row, sorted(spans) if len(spans) == len(named) else []


def _coded(row: _Cells) -> dict[int, str]:
    """Return the codes that cells of a row are, by column."""
    return {
        column: code.code
        for column, (block, *_) in row.items()
        if block.text[:2].isdigit() and (code := CodeScolarite.parse(block.text).value)
    }


def _is_over(cell: list[Block], column: int) -> bool:
    place = cell[0].cell
    return place is not None and place.column <= column <= place.right


def _of_columns(
    row: _Cells, span: tuple[int, int], lexicon: Lexicon, is_bare: bool
) -> tuple[Block | None, tuple[Block, ...]]:
    """Return the label of a row and the blocks of its cells that reach into the columns `span`.

    `is_bare`: its first column is a diploma's too.
    """
    inside = [
        column
        for column, (block, *_) in row.items()
        if block.cell and column <= span[1] and block.cell.right >= span[0]
    ]
    label = None
    if len(inside) > 1 and lexicon.lookup(row[inside[0]][0].text):
        label = row[inside.pop(0)][0]
    elif 0 in row and 0 not in inside and not is_bare:
        label = row[0][0]
    return label, tuple(block for column in inside for block in row[column])


def _codes_below(columns: dict[int, Entry | None], rows: list[dict[int, list[Block]]]) -> bool:
    """Return whether a column named as the code's holds a code in each of several rows."""
    for column, entry in columns.items():
        if entry is not None and entry.field == "code" and len(rows) > 1:
            cells = [row[column][0].text for row in rows if column in row]
            return bool(cells) and all(codes_in(text) for text in cells)
    return False
