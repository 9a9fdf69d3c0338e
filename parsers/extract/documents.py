"""Find the documents that a page links to: annexes, règlements, full référentiels."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from parsers.extract.diploma_mentions import (
    NOUNS,
    DiplomaIdentity,
    begins_with_another,
    is_certainly_another,
    is_own,
)
from parsers.extract.link_names import (
    FORMAT,
    FORMAT_MARK,
    FORMAT_NAME,
    FORMAT_WORDS,
    Link,
    links_in,
    names_of_file,
    says_which,
    stem_of,
    title_of,
    without_brackets,
    without_ending,
)
from parsers.extract.order_lines import is_above_general, names_order
from parsers.extract.order_tokens import effect_of
from parsers.extract.orders import SITE, is_legal_address
from parsers.extract.rncp import rncp_in
from parsers.extract.row import Row
from parsers.extract.surroundings import is_below_another, surroundings
from parsers.formats.boilerplate import OWN_FILE, is_boilerplate_line, is_own_file
from parsers.formats.html_links import joiner
from parsers.model.blocks import Part, joined, lines_of
from parsers.model.file_types import (
    FILE_SIZE,
    FILE_TYPES,
    file_name,
    is_file,
    is_file_detail,
    is_page,
    media_type,
)
from parsers.model.link_words import BEGINS_TO_OPEN, only_opens
from parsers.model.statement import Finding, Statement
from parsers.segment.line_marks import LEADER, without_bullet
from parsers.segment.passages import Passage
from parsers.segment.pieces import Piece, is_outside
from parsers.segment.title_words import title_start
from schema.dates import dates_in
from schema.issues import unlabelled
from schema.referential import Document
from schema.secrets import masked
from schema.text import clean, fold, has_digit, same_length
from schema.title import begins_with_type, read_title
from schema.vocabulary import page_words

_ANNEX = page_words("annex")
_BESIDE_ANNEX = page_words("annex beside another")
_KIND_BEHIND = re.compile(rf"\breferentiels?\b|{_ANNEX.pattern}")  # "BTS CCST référentiel"
_ABOVE = page_words("file above the title")
# "en ligne (format PDF, 1,4 Mo)", where the address has no extension
_FORMAT_BEHIND = re.compile(rf"[(\[](?:au )?{FORMAT_WORDS}", re.IGNORECASE)
_FILE_NAME = re.compile(rf"[\w%-]{{2,60}}\.(?:{'|'.join(FILE_TYPES)})", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}")
_NUMERAL = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2})(?: ?[a-z])?\W{0,2}")
# "Les autres CAP", "Liste des diplômes": a page that lists others
_LISTS_OTHERS = re.compile(
    r"(?:voir |consulter |retour aux? )?(?:(?:tou(?:s|tes) )?(?:les |autres |les autres )"
    r"|(?:la )?(?:liste|catalogue|sommaire|index) d(?:es?|u) (?:referentiels\b)?)"
    rf"(?:(?<=referentiels)|(?:{NOUNS}|baccalaureats)s?\b)"
    r"(?: (?:pro\w*|complementaires?|de|du|des|d|en|par)\b.{0,40})?"
    # "« Précédent : BP Sommelier", where the pages of a site follow one another
    r"|(?:precedent|suivant)e?s?\b.{0,120}|(?:page|fiche|diplome) (?:precedent|suivant)e?\b.{0,120}"
    r"|(?:sujets|annales) d(?:es?|u)? (?:examens?|epreuves|sessions?)\b.{0,40}"
)
# The way back to all of them, copied with the page; what teachers find on another one
_OF_SITE = re.compile(
    r"(?:(?:tous )?les )?referentiels(?: professionnels| des diplomes(?: professionnels)?)?"
    r"|(?:(?:les|sites?|pages?)(?: d(?:es?|e la))? )?ressources?\b.{0,80}"
)
# What a site offers on all its pages
_OFFERED = re.compile(
    r"(?:rechercher|trouver) (?:un|une|des|le|les) (?:diplomes?|referentiels?|formations?)"
    r"|valider ses acquis\b.{0,40}|(?:le )?glossaire|(?:les )?nouveautes\b.{0,30}"
    r"|(?:la )?foire aux questions"
    r"|(?:les )?commissions professionnelles consultatives|annuaire des (?:formations|metiers)"
)
# The page of a tag, which lists what bears it: `/tags/referentiels`
_OF_TAG = re.compile(r"/(?:tags?|taxonomy|etiquettes?|mots?-cles?)/", re.IGNORECASE)
# "Publication du BP Fleuriste (arrêté du 3 mai 2021)"
# "référentiel du BP Fleuriste"
_OF_NEWS = re.compile(
    r"(?:creation|publication|parution|renovation|referentiel|annexes) (?:du |de la )"
)
# "Référentiel de l'ancien diplôme BTS Charpente"; but "de l'ancien diplôme et du nouveau"
_OF_FORMER = re.compile(
    rf"\b(?:de l'ancien|du precedent)(?:ne|e)? (?:{NOUNS})\b(?! et (?:du|de la) (?:nouve|present))"
)
# The first page of a site or of a part of it, which holds no document.
_ENTRY_PAGE = re.compile(
    r"(?:^https?://[^/?#]+|/(?:index|accueil|default|home|sommaire|menu|contact|plan|liste|recherche|search)(?:\.[a-z]{3,5})?)/?(?:\?|$)",
    re.IGNORECASE,
)
# "Les fichiers (pdf) s'ouvrent avec un lecteur."
_HOW_TO_OPEN = re.compile(r"\b(?:s'ouvr(?:e|ent)|lecteurs?|logiciels?|visionneuse|reader)\b")
_OF_ALL = page_words("file of all diplomas")
_MATTER = page_words("matter of all diplomas")
_LIST = re.compile(
    r"(?:documents?|fichiers?|pieces?|ressources?|(?:a|en) telecharg\w+|telechargements?)\b"
)
_ORDER = re.compile(r"(?:arretes?|decrets?|circulaires?|notes? de service)\b")
# a file beside the annexes, where an order is a link to where it is published
_NOTE = re.compile(r"(?:circulaires?|notes? de service)\b")
_BREAK = re.compile(r"[\t\r\n]")
_ARTICLE = re.compile(r"(?:l[ea]s? |l['’] ?)", re.IGNORECASE)
_MARKS = " :–—-|/,;*→⇒➔➜►▶"
# What a line of links begins and ends with that leads back and on among the pages of a site
_BACK, _ON = frozenset("<«‹←⟨◄◀"), frozenset(">»›→⟩►▶")
# "version Word", which tells no more of a document than its format; below the label of a list,
# where nothing else names it, it is told apart by that
_FORMAT_ALONE = re.compile(rf"(?:version )?{FORMAT_WORDS}", re.IGNORECASE)
_ENDS_IN_FORMAT = re.compile(rf"\s{FORMAT_WORDS}$", re.IGNORECASE)
# "Référentiel au format", before a link that is called "pdf"
_ASKS_FORMAT = re.compile(r"\s(?:au|en)(?: format)?$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:n[°o]\s?)?(?:[IVX]{1,5}|\d{1,2}|[A-H])(?=\s*(?:$|[:.–—-]))")
_ANNEX_BEFORE = re.compile(r"(?:^|\s)[Aa]nnexes?$")


class Annexes(NamedTuple):
    """The elements around lists of annexes above the title, and the beginnings of their addresses.

    See `lists_of_annexes` and `series_of_annexes`.
    """

    lists: Set[int]
    series: Set[str]


def annexes_of(passages: Sequence[Passage], base: str | None) -> Annexes:
    """Return where on a page annexes are listed, and how the addresses of a series begin."""
    return Annexes(lists_of_annexes(passages), series_of_annexes(passages, base))


def lists_of_annexes(passages: Sequence[Passage]) -> set[int]:
    """Return the elements around links above the title of which one is named as an annex."""
    return {
        around
        for passage in passages
        if passage.above and passage.piece.block.has_link
        for part in passage.piece.parts
        # "Annexe I : <a>Télécharger</a>"
        if is_file(part.href)
        and _ABOVE.search(fold(passage.piece.text if only_opens(part.text) else part.text))
        for around in passage.piece.block.containers[1:2]
    }


def series_of_annexes(passages: Sequence[Passage], base: str | None) -> set[str]:
    """Return how the addresses of pages begin of which two are called as annexes.

    `an1.htm`, *Règlement d'examen*, and `an2.htm`: so is `an3.htm`, *Tableau des unités*. Among
    them the folder that is called as the page at `base` is. Beside an annex *Grille horaire* is
    one too. The cell before a link that only opens its page names it.
    """
    folder = _folder_of(base)
    called = [
        (series, name, part.href)
        for before, passage in zip([None, *passages], passages, strict=False)
        if passage.piece.block.has_link and not passage.above
        for part in passage.piece.parts
        if part.href and is_page(part.href)
        for series in (_series(part.href), folder if folder in f"/{part.href}" else "")
        if series and (name := _name_of(part, passage.piece, before))
    ]
    annexes = Counter(series for series, name, address in called if _names_annex(name, address))
    further = (series for series, name, _ in called if _BESIDE_ANNEX.match(fold(name)))
    named = annexes + Counter(further)
    return {series for series in annexes if named[series] > 1}


def _name_of(part: Part, piece: Piece, before: Passage | None) -> str:
    """Return the words of a link, or the text of the cell before it where they only open a page."""
    cell, place = piece.block.cell, before.piece.block.cell if before else None
    is_beside = before and cell and place and cell[:2] == place[:2] and only_opens(part.text)
    return before.piece.text if before and is_beside else part.text


def _series(address: str) -> str:
    """Return the address of a page without the number or letter at the end of its name; or empty.

    `an` of `an1.htm`.
    """
    stem, _, ending = address.rpartition(".")
    return f"{stem[:-1]}.{ending}" if len(stem) > 2 and "/" not in ending else ""


def documents(
    row: Row, base: str | None, diploma: DiplomaIdentity, annexes: Annexes, name: str
) -> Iterator[Finding]:
    """Yield the documents that a row links to; `annexes`: what the page has of them.

    `name`: the line above or below that names a link which says nothing, or empty.

    A file of another diploma, or above the title one whose name is not that of an annex and that
    stands in no list of such, is an issue.
    """
    listed = row.section is not None and row.section.entry.kind == "links" and not row.names
    listed = listed and not _is_in_box(row)
    placed = _placed(row, base, listed, name, annexes.series)
    if not placed:
        return
    of_row = _LinksOfRow(
        row, [document for _, document, _ in placed], diploma, listed, annexes.lists
    )
    for piece, document, text in placed:
        place = piece.block.place
        if why := of_row.why_not(document):
            yield unlabelled("documents", document.url, f"{why}: {document.title}", place)
        else:
            yield Statement("documents", document, text or document.title, place, row.label)


def _placed(
    row: Row, base: str | None, listed: bool, name: str, series: Set[str]
) -> list[tuple[Piece, Document, str]]:
    """Return the documents that the pieces of a row link to, named by what stands beside them.

    Each with its piece and the whole text that names it.
    """
    beside = row.label if listed and row.pieces[0].kind == "pair" else ""
    if row.pieces[0].block.cell:
        cells = (p.text for p in row.pieces if not any(part.href for part in p.parts))
        # no day, and no format
        named = [t for t in cells if any(map(str.isalpha, t)) and not is_file_detail(t)]
        # "I | Référentiel des activités | PDF"
        words = (text for text in named if not _NUMERAL.fullmatch(text))
        beside = next(words, next(iter(named), ""))
        head = None if beside else _card_heading(row)
        # "<td><dl><dt>Annexe I</dt><dd><a>PDF</a></dd>", in the cell beside *Documents*
        is_in_cell = head is not None and head.block.cell == row.pieces[0].block.cell
        beside = beside or (head.label or head.text if head and is_in_cell else row.label)
    elif row.is_card and not row.pieces[-1].block.has_link:
        beside = next((p.text for p in row.pieces if not is_file_detail(p.text)), beside)
    elif head := _card_heading(row):
        beside = head.label or head.text
    beside = name or beside
    # of several links in a row each is named by its column
    of_columns = sum(any(part.href for part in piece.parts) for piece in row.pieces) > 1
    placed = [
        (piece, document, text)
        for piece, head in zip(row.pieces, row.heads, strict=True)
        for document, text in documents_in(
            piece,
            base,
            listed or row.is_card,
            (head, beside) if of_columns else (beside, head),
            row.label or "",
            name if _ABOVE.search(fold(name)) else "",
            series,
        )
        # of other pages' news, only files count
        if not (row.is_beside and is_page(document.url))
        # an address that stands for itself under the label of addresses is the page's own
        if not (row.field == "url" and piece.text.strip() == document.url)
    ]
    if len({document.url for _, document, _ in placed}) < len(placed):
        # an icon in the cell beside the words leads to the same file
        titles = {id(piece): title_of(piece.parts) for piece in row.pieces}
        says = cache(lambda piece, url: says_which(titles[piece], url))
        worded = {d.url for p, d, _ in placed if says(id(p), d.url)}
        is_kept = (d.url not in worded or says(id(p), d.url) for p, d, _ in placed)
        placed = [*itertools.compress(placed, is_kept)]
    return placed


class _LinksOfRow:
    """Knows which links of a row are no documents of the diploma, by what they stand among."""

    def __init__(
        self,
        row: Row,
        documents: Sequence[Document],
        diploma: DiplomaIdentity,
        listed: bool,
        lists: Set[int],
    ) -> None:
        self._row, self._diploma = row, diploma
        titles = [document.title for document in documents]
        # the list of a folder's files shows their names
        says = (_ABOVE.search(fold(t)) or _FILE_NAME.fullmatch(t) for t in titles)
        called = (title[title_start(title)[0] :] for title in titles)
        is_aside = row.above and not (listed or any(says) or any(map(diploma.is_called, called)))
        self._is_aside = is_aside and lists.isdisjoint(row.pieces[0].block.containers[1:2])
        is_of_another = not (listed or _FILE_NAME.match(row.text))
        first = next(iter(row.pieces[0].lines), row.text)  # further ones are of other files
        is_named = is_of_another and begins_with_another(first, diploma)
        is_named |= _is_behind_another(row, diploma)
        self._is_of_another = is_named or is_below_another(row, diploma)
        self._is_apart = not row.is_card and _is_below_heading(row)
        # "< CAP Boucher | Liste | CAP Boulanger >"
        pages = (document.title for document in documents if not is_file(document.url))
        self._leads_around = len(documents) > 2 and any(
            _is_foreign(title, diploma, False) for title in pages
        )
        # "Accueil | Liste alphabétique | Plan du site", at the end of a page
        if len(documents) > 1 and not self._leads_around:
            self._leads_around = any(
                _ENTRY_PAGE.search(f"/{target}") for target in row.targets
            ) and not any(_ANNEX.search(fold(document.title)) for document in documents)
        # "< Boucher | Liste | Boulanger >", where no type is written
        if not self._leads_around and len(documents) > 1 and row.text[:1] in _BACK:
            self._leads_around = row.text[-1:] in _ON and not row.is_cells
        self._among = surroundings(row)

    def why_not(self, document: Document) -> str:
        """Return why a document is not the diploma's; empty when it is."""
        row, url, title = self._row, document.url, document.title
        leads_on = row.is_beside or not is_file(url)
        may_be_foreign = leads_on or self._is_apart
        if (
            self._is_of_another
            or self._among.others
            or (row.field == "replaces" and row.section and row.section.heading.block.level)
            or _OF_FORMER.search(same_length(title))
            or (_OF_NEWS.match(same_length(title)) and self._names_another(title))
            or (may_be_foreign and _is_foreign(title, self._diploma, not leads_on))
        ):
            return "a file of another diploma"
        if is_page(url) and "#" in url:
            return "a place on a page"
        if is_page(url) and not is_file(url) and _ENTRY_PAGE.search(url):
            return "a page that leads to others"
        if not is_file(url) and _HOW_TO_OPEN.search(row.plain):
            return "a page on how files are opened"
        if self._leads_around and not (is_file(url) or _ANNEX.search(fold(title))):
            return "a page beside those of other diplomas"
        if row.is_beside and _is_among_pages(row) and not is_own_file(f"{url} {title}"):
            return "a file among links to pages"
        plain = fold(title)
        is_own = plain.startswith("referentiel") or bool(_ANNEX.search(plain))
        is_order = _ORDER.match(plain) is not None
        if (
            _OF_ALL.match(plain)
            or (is_order and _rules_all(title) and not (_NOTE.match(plain) and is_file(url)))
            or (self._among.for_all and not is_own)
        ):
            return "a file of all diplomas"
        is_annex = OWN_FILE.search(plain) and not is_order
        if self._among.news and (is_page(url) or not (is_annex or self._diploma.is_called(title))):
            return "a file among news"
        return "a file above the title" if self._is_aside else ""

    def _names_another(self, title: str) -> bool:
        return begins_with_another(f"{title} :", self._diploma)


def _is_behind_another(row: Row, diploma: DiplomaIdentity) -> bool:
    """Return whether files stand behind the link to another diploma's page, called by its title."""
    links = [part for part in row.pieces[0].parts if part.href and part.text.strip()]
    if len(links) < 2 or not is_page(links[0].href):
        return False
    name = clean(links[0].text)
    return begins_with_type(name) and is_certainly_another(name, diploma)


def _rules_all(title: str) -> bool:
    """Return whether an order that a file is called as rules all diplomas of a type."""
    is_general = is_above_general(title) or _MATTER.search(same_length(title))
    return bool(is_general) and effect_of(title) is None


def _is_among_pages(row: Row) -> bool:
    """Return whether the section of a row has more links to pages than to files."""
    content = row.section.content if row.section else []
    links = {part.href for piece in content for part in piece.parts if part.href}
    return sum(map(is_file, links)) < sum(map(is_page, links))


def _is_below_heading(row: Row) -> bool:
    """Return whether a heading that no lexicon knows is nearer to a row than its section's label.

    `Consultations en cours` below the documents: what follows may be another diploma's.
    """
    if row.section is None:
        return row.heading is not None
    heads = (piece.block.number for piece in row.section.content if piece.kind == "heading")
    return any(number < row.pieces[0].block.number for number in heads)


def _is_in_box(row: Row) -> bool:
    """Return whether pages below documents stand in a box outside, below a heading of its own.

    *À consulter*, behind the article: pages of others, unless they are called as files are.
    """
    if row.section is None or not row.targets or not all(map(is_page, row.targets)):
        return False
    number, label = row.pieces[0].block.number, row.section.heading
    heads = (p for p in row.section.content if p.kind == "heading" and p.block.number < number)
    return any(is_outside(label, head) for head in heads) and not OWN_FILE.search(fold(row.text))


def _card_heading(row: Row) -> Piece | None:
    """Return the heading right above a row, or before it in its block, that may name its file."""
    head = row.section.heading if row.section else row.unknown
    if head is None or row.pieces[0].block.number - head.block.number not in {0, 1}:
        return None
    return head if row.section is None or _ABOVE.search(fold(head.label)) else None


def _is_foreign(title: str, diploma: DiplomaIdentity, by_part: bool) -> bool:
    """Return whether a link is named as another diploma.

    `by_part`: a part of the own name, or more than it, is its own.
    """
    title = title[news.end() :] if (news := _OF_NEWS.match(same_length(title))) else title
    if not read_title(title).types or _FILE_NAME.fullmatch(title):
        return False
    annex = _KIND_BEHIND.search(same_length(title))
    title = title[: annex.start()] if annex else title
    named, own_name = read_title(title), fold(diploma.name or "")
    name = fold(named.name)
    if by_part and name and own_name and (name in own_name or own_name in name):
        title = named.type_label or ""
    return not is_own(title, diploma, False)


def documents_in(
    piece: Piece,
    base: str | None,
    listed: bool,
    beside: Sequence[str],
    heading: str = "",
    name: str = "",
    series: Set[str] = frozenset(),
) -> list[tuple[Document, str]]:
    """Return the documents that a piece links to, and the whole text that each is named by.

    `listed`: it stands in a section of documents, where every link is one; elsewhere only
    links to files and links named as annexes are. `beside`: other texts of the same table row
    and column, which name a link that only says "Télécharger". `heading`: the label of the list,
    which names a file only where nothing else does. `name`: a line that names the file. `series`:
    see `series_of_annexes`.
    """
    parts = piece.parts
    if piece.kind in {"label", "pair"}:  # what stands in the label may be a link too
        lines = [n for n in lines_of(piece.block.parts) if piece.label in clean(joined(n))]
        # "Option A : cuir <a>Référentiel</a>", above the label "Référentiel"
        headed = [n for n in lines if without_bullet(clean(joined(n))).startswith(piece.label)]
        lines = headed or lines
        linked = ((line, [p.text.strip() for p in line if p.href]) for line in lines)
        is_list = _LIST.match(fold(piece.label))  # "À télécharger : Horaires - télécharger"
        named = [
            line
            for line, texts in linked
            if any(t and t in piece.label and not (is_list and only_opens(t)) for t in texts)
        ]
        if named:  # "Annexes : PDF", which the label names
            parts = (*named[0], *(part for part in piece.parts if part not in named[0]))
    result: list[tuple[Document, str]] = []
    links = links_in(parts)
    if len({link.href for link in links}) < len(links):
        # an icon beside the words leads to the same file
        worded = {link.href for link in links if says_which(title_of(link.parts), link.href)}
        links = [k for k in links if k.href not in worded or says_which(title_of(k.parts), k.href)]
    words = [(k, _numbered(k) if k.before else title_of(k.parts)) for k in links]
    titled = [(link, without_ending(title, link.href)) for link, title in words]
    annexes = {link.href for link, title in titled if _names_annex(title, link.href)}
    # "Lexique : <a href=lexique.htm>pdf</a> - <a href=lexique.rtf>rtf</a>"
    twins = {stem_of(link.href) for link in links if is_file(link.href)} if links[1:] else set()
    folder = _folder_of(base) if series else ""
    leads = {link.before for link in links}
    is_headed = listed and _heads_pages(piece)
    led = False  # by words before it, or before the one that it follows
    for link, title in titled:
        url = absolute(link.href, base)
        if url is None or is_legal_address(url) or SITE.fullmatch(url):
            continue
        kind = media_type(url)
        text = clean(joined(link.parts))  # "Référentiel (PDF)", whatever the address
        has_format = bool(
            (FORMAT_MARK.search(text) and FORMAT.search(text))
            or _FORMAT_BEHIND.match(link.after)
            or _FILE_NAME.fullmatch(text)
            or (only_opens(title) and _FILE_NAME.fullmatch(link.before))
        )
        is_named = _names_annex(title, link.href) or any(
            _are_alike(link.href, annex) for annex in annexes
        )
        is_named = is_named or (bool(series) and _series(link.href) in series)
        is_named = is_named or (folder in series and folder in url and is_page(url))
        # "Annexe I - Référentiel | consulter", whose page the cell beside it names
        opens = only_opens(title)
        is_named = is_named or (opens and any(_names_annex(t, link.href) for t in beside if t))
        # "Annexe I - Référentiel <a>PDF</a>", whatever the address ends in
        is_bare = opens or not title or bool(_FORMAT_ALONE.fullmatch(title))
        if link.before and is_bare and not is_named:
            is_named = _names_annex(_nearest(link.before), link.href)
            is_named = is_named or (bool(twins) and stem_of(link.href) in twins)
        is_named = is_named or (title[-11:].lower() == "référentiel" and _is_below(url, base))
        if not (is_file(url) or listed or has_format or is_named):
            continue
        # "Acrobat Reader", "Page précédente"; "ne traite pas de X ; voir sa page"; the register
        leads_away = (
            is_boilerplate_line(text)
            or rncp_in(f"{title} {url}")
            or (opens and link.before.endswith((";", ".")))
            or _LISTS_OTHERS.fullmatch(fold(title))
            or _OF_SITE.fullmatch(fold(title))
            or _OFFERED.fullmatch(fold(title))
            or _OF_TAG.search(url)
            or (title.isdigit() and fold(piece.text).startswith("page "))  # "Page 12 / 14  11 13"
            or ("#" in url and file_name(url) == file_name(base or ""))  # a place on this page
        )
        # "Voir aussi les autres CAP" below the documents: a page that a text leads to
        led = bool(_WORD.search(link.before)) or (link.follows and led)
        led |= is_headed and not OWN_FILE.search(fold(title))
        in_text = kind == "text/html" and not (opens or is_named) and led
        # "Arrêté du 3 mai 2010", the page of an order below "Textes et annexes"
        is_order = not is_named and names_order(title) and bool(dates_in(title))
        if is_page(url) and (leads_away or in_text or is_order):
            continue
        is_name = title.lower() in names_of_file(link.href.lower())
        is_name = is_name or bool(_FILE_NAME.fullmatch(title))  # "ref1.pdf", of van_ref1.pdf
        if not title or is_name or opens:
            label = _label_of(piece) if piece.kind == "pair" and not result else ""
            # "Fichiers : [icon] Horaires", where the words are those behind the icon
            is_icon = not title or (is_name and not link.before)
            is_own = is_icon and link.after[:1].isupper() and link.after not in leads
            label = "" if is_own else label
            lead = link.before if _WORD.search(link.before) else label  # "•" names nothing
            lead = _nearest(LEADER.sub("", lead).rstrip(" …"))  # "Annexe I ........ PDF"
            before = "" if lead.endswith(".") else lead
            shared = result[-1][0].title if result and link.follows else link.after
            around = before or ("" if link.follows and _FILE_NAME.fullmatch(shared) else shared)
            tip = _without_verb(link.parts[0].title, title)
            # the title of its card
            of_list = fold(tip) == fold(heading) or bool(_LIST.match(fold(tip)))
            tip, last = ("", tip) if of_list or name else (tip, "")
            arounds = (without_brackets(_bare(each)).strip(_MARKS) for each in (tip, around))
            # `[3]` and `Télécharger` beside a link name nothing
            bare = [_bare(each) for each in beside]
            candidates = (*arounds, _bare(name), last, *bare) if name else (*arounds, *bare, last)
            texts = (text.rstrip(" :") for text in candidates if _WORD.search(text))
            names = (t for t in texts if not (only_opens(t) or is_file_detail(t)))
            own = title if title and title != link.href else file_name(url)
            heads_list = (piece.entry is not None and piece.entry.field == "documents") or fold(
                around
            ).endswith(" a telecharger")
            is_format = (FORMAT_NAME if heads_list else _FORMAT_ALONE).fullmatch(title)
            says_more = bool(title) and not is_format
            shown, title = title, next(names, own)
            text = own if is_name else shown if says_more else title
        document = Document(url=url, title=title or file_name(url), media_type=kind)
        result.append((document, text))
    return result


def _numbered(link: Link) -> str:
    """Return the words of a link, with *Annexe* before its number: `Annexe <a>III</a> : X`."""
    title = title_of(link.parts)
    number = _NUMBER.match(title)
    word = _ANNEX_BEFORE.search(link.before) if number else None
    if not (number and word):
        return title
    name = link.after if number.end() == len(title) and link.after[:1] in {*":–—-"} else ""
    return f"{word[0].strip()} {title} {name}".strip()


def _heads_pages(piece: Piece) -> bool:
    """Return whether a block of links to pages begins with a set-off line of its own.

    *Rubrique* above *Le contrôle en cours de formation*: what the site offers beside the
    documents; but no block that is headed as documents are.
    """
    if piece.kind != "text" or any(is_file(part.href) for part in piece.parts):
        return False
    first, *further = lines_of(piece.parts)
    words = [part for part in first if part.text.strip()]
    if not further or not words or not all(part.strong and not part.href for part in words):
        return False
    if not all(any(part.href for part in line) for line in further):
        return False
    heading = fold(joined(first))
    return not (_ABOVE.search(heading) or _LIST.match(heading))


def _bare(words: str) -> str:
    """Return words around a link without the format and size of its file, and without marks."""
    # "Annexe I (pdf) :" before the link: the format ends the words only without the mark
    return title_of((Part(without_bullet(words).rstrip(_MARKS)),)).strip(_MARKS)


def _label_of(piece: Piece) -> str:
    """Return a label with the article before it: *Le règlement*, since it names a file."""
    for line in lines_of(piece.block.parts):
        before, _, behind = clean(joined(line)).partition(piece.label)
        if behind and _ARTICLE.fullmatch(before):
            return f"{before}{piece.label}"
    return piece.label


def _names_annex(title: str, address: str) -> bool:
    """Return whether a link is named as an annex.

    The page of an order that changes one is not, nor *Les périodes de formation*, one of the site.
    """
    plain = fold(title)
    if not _ANNEX.search(plain):
        return False
    is_of_site = plain.startswith(("les periodes", "les pfmp", "la periode", "la pfmp"))
    is_order = _ORDER.match(plain) and effect_of(title) == "modification"
    return not (is_page(address) and (is_of_site or is_order))


def _without_verb(tip: str, title: str) -> str:
    """Return *Annexe I* of *Télécharger Annexe I*, the tip of a link *Télécharger*.

    And of *Annexe I Télécharger*, the heading of the card in which the link stands.
    """
    if title and tip.endswith(f" {title}"):
        return tip.removesuffix(title)
    rest = tip[len(title) :].lstrip(" :–-") if title and tip.startswith(title) else ""
    return rest if rest[:1].isupper() else tip


def _nearest(lead: str) -> str:
    """Return the words right before a link: behind a semicolon, or in a bracket without a date."""
    inside = lead.rpartition("(")[2]
    is_open = lead.rfind("(") > lead.rfind(")") and not has_digit(inside)
    for words in (inside if is_open else lead, lead):
        last = words.rpartition(";")[2]
        if _WORD.search(last):
            return _ASKS_FORMAT.sub("", last)
    return lead


def _folder_of(base: str | None) -> str:
    """Return the folder that is called as the page at `base` is: `/cap_van/` of `cap_van.htm`."""
    stem = file_name(base or "").partition(".")[0]
    return f"/{stem}/" if len(stem) > 3 else ""


def _is_below(address: str, base: str | None) -> bool:
    """Return whether an address stands in the folder that is called as the page at `base` is."""
    folder = _folder_of(base)
    return bool(folder) and folder in address


def _are_alike(address: str, other: str) -> bool:
    """Return whether addresses differ in the last character of their names (`b061a`, `b061b`)."""
    stem, _, extension = address.rpartition(".")
    other_stem, _, other_extension = other.rpartition(".")
    return len(stem) > 3 and (stem[:-1], extension) == (other_stem[:-1], other_extension)


def distinct(statements: Sequence[Statement]) -> tuple[Document, ...]:
    """Keep each address once: a link that names its document wins over one that only opens it.

    Of documents with one title the words of the links tell (`Référentiel (Word)`), or the names
    of the files (`b171a.pdf`) if these differ in more than the format and say more than the title;
    sizes tell nothing.
    """
    best: dict[str, Statement] = {}
    for statement in statements:
        url, title = statement.value.url, statement.value.title
        former = best.get(url)
        is_better = former is None or not says_which(former.value.title, url)
        if former is None or (says_which(title, url) and (is_better or _is_icon(former))):
            best[url] = statement
    named: dict[str, list[Statement]] = {}
    for statement in best.values():
        named.setdefault(statement.value.title, []).append(statement)
    alike = [_told_apart(group) for group in named.values() if len(group) > 1]
    titles = {url: title for told in alike for url, title in told.items()}
    return tuple(
        each.value.model_copy(update={"title": titles[url]}) if url in titles else each.value
        for url, each in best.items()
    )


def _is_icon(statement: Statement) -> bool:
    """Return whether the link of a document is an image, which the file's name stands for."""
    return statement.text.lower() in names_of_file(statement.value.url.lower())


def _told_apart(alike: Sequence[Statement]) -> dict[str, str]:
    """Return by address what tells documents of one title apart; nothing where that is nothing."""
    texts = [each.text for each in alike]
    formats = {found[0].lower() for text in texts for found in FORMAT_NAME.finditer(text)}
    if len(formats) < 2:  # a format that all have tells nothing
        texts = [_ENDS_IN_FORMAT.sub("", clean(FORMAT.sub("", text))) for text in texts]
    if len({FILE_SIZE.sub("", text) for text in texts}) < len(texts):
        return {}
    is_format = len({stem_of(each.value.url) for each in alike}) == 1
    urls = [each.value.url for each in alike]
    title = fold(alike[0].value.title)
    told = zip(urls, texts, strict=True)
    return {
        url: text
        for url, text in told
        if text and not (is_file(text) and (is_format or fold(stem_of(url)) == title))
        if not BEGINS_TO_OPEN.match(text)
    }


def absolute(href: str, base: str | None) -> str | None:
    """Return the whole address that a link's target is; None where it leads to no file or page."""
    # as browsers do: white space inside is encoded, a backslash is a slash
    href = _BREAK.sub("", href).strip().replace("\\", "/").replace(" ", "%20")
    if not href or href.startswith(("#", "mailto:", "tel:", "javascript:", "data:")):
        return None
    address = joiner(base or "")(href)
    return masked(address) if address else None
