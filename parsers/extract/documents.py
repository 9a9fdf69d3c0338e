"""Find the documents that a page links to, and what each is called.

Annexes, règlements, full référentiels. Which links are documents and which words name them are
decided together.
"""

import itertools
import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from parsers.extract.diploma_mentions import NOUNS, DiplomaIdentity, begins_with_another, is_own
from parsers.extract.orders import SITE, is_legal_address
from parsers.extract.passage_rows import Row
from parsers.extract.rncp import rncp_in
from parsers.formats.boilerplate import OWN_FILE, is_boilerplate_line, is_own_file
from parsers.formats.html_links import joined_address
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
from parsers.model.statement import Finding, Statement
from parsers.segment.labels import Piece
from parsers.segment.sections import Passage
from schema.issues import unlabelled
from schema.referential import Document
from schema.secrets import masked
from schema.text import clean, fold, has_digit, same_length
from schema.title import read_title
from schema.vocabulary import page_words

_ANNEX = page_words("annex")
_KIND_BEHIND = re.compile(rf"\breferentiels?\b|{_ANNEX.pattern}")  # "BTS CCST référentiel"
_ABOVE = page_words("file above the title")
_GENERIC = re.compile(rf"^(?:{page_words('link that only opens').pattern})\b.{{0,25}}$")
# a format and a size, as links of files have them in or behind them
_OF_A_FILE = (
    r"(?:(?:format|fichier|document|archive|texte|tableur|classeur|tableau|feuille de calcul"
    r"|diaporama|poids|taille|environ)[\s,:]{1,3}){0,2}"
)
_KIND = (
    rf"{_OF_A_FILE}(?:(?:ms|adobe)\s)?(?<!\w)\.?"
    r"(?:pdf|docx?|odt|ods|rtf|xlsx?|pptx?|zip|word|excel|powerpoint|opendocument)\b"
)
_KIND_ALONE = re.compile(_KIND, re.IGNORECASE)
_AMOUNT = r"\d{1,3}(?:\s?\d{3}){0,2}(?:[.,]\d{1,9})?\s{0,3}(?:[km](?:i?o|b)|octets)"
# "en ligne (format PDF, 1,4 Mo)", where the address has no extension
_FORMAT_BEHIND = re.compile(rf"[(\[](?:au )?{_KIND}", re.IGNORECASE)
_FILE_NAME = re.compile(rf"[\w%-]{{2,60}}\.(?:{'|'.join(FILE_TYPES)})", re.IGNORECASE)
# "Consulter le référentiel" names it
_OPENS_IT = re.compile(
    r"[a-z]+ (?:l ensemble )?(?:le|la|les|l|du|des) "
    r"(?!(?:fichiers?|documents?|pdf|textes?|versions?|formats?|liens?|pages?|ici)\b)[a-z]{3}"
)
_NOTHING_BETWEEN = re.compile(r"(?:[\W_]|\b(?:et|ou)\b)*")
# the number of a footnote: "Référentiel [3]"
_NOTE = re.compile(r"\s{0,3}\[\d{1,2}\]$")
_WORD = re.compile(r"[^\W\d_]{3}")
_NUMERAL = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2})(?: ?[a-z])?\W{0,2}")
_FORMAT_MARK = re.compile(r"[(\[–—,\d-]")  # one of them stands wherever `_FORMAT` matches
_FORMAT = re.compile(
    rf"\s{{0,3}}(?:(?<!\S)(?:au|en)\s)?(?:[(\[–—,-]\s{{0,3}}|(?<!\S)(?={_KIND}[\s–—,:/(-]{{0,5}}{_AMOUNT}))"
    rf"(?:{_KIND}|{_OF_A_FILE}{_AMOUNT})"
    rf"(?:[\s,;:/()–—-]{{1,5}}(?:{_KIND}|{_AMOUNT}|\d{{1,3}} pages?|(?:non )?accessible"
    r"|(?:ouvr\w+ )?(?:dans )?(?:une? )?(?:nouvelle fenêtre|nouvel onglet))){0,4}"
    r"\s{0,3}[)\]]?\s{0,3}$",
    re.IGNORECASE,
)
# "Les autres CAP", "Liste des diplômes": a page that lists others
_LISTS_OTHERS = re.compile(
    r"(?:voir |consulter |retour aux? )?(?:(?:tou(?:s|tes) )?(?:les |autres |les autres )"
    r"|(?:la )?(?:liste|catalogue|sommaire|index) d(?:es?|u) (?:referentiels\b)?)"
    rf"(?:(?<=referentiels)|(?:{NOUNS}|baccalaureats)s?\b)"
    r"(?: (?:pro\w*|complementaires?|de|du|des|d|en|par)\b.{0,40})?"
    r"|(?:sujets|annales) d(?:es?|u)? (?:examens?|epreuves|sessions?)\b.{0,40}"
)
# The way back to all of them, copied with the page
_OF_SITE = re.compile(
    r"(?:(?:tous )?les )?referentiels(?: professionnels| des diplomes(?: professionnels)?)?"
)
# The page of a tag, which lists what bears it: `/tags/referentiels`
_OF_TAG = re.compile(r"/(?:tags?|taxonomy|etiquettes?|mots?-cles?)/", re.IGNORECASE)
# A calendar of examinations below "Actualités"
_NEWS = re.compile(
    r"actualites?\b|actu\b|a la une|en bref|nouveautes?\b|infos?\b|(?:la )?(?:news)?lett(?:re|er)\b"
)
# "Publication du BP Fleuriste (arrêté du 3 mai 2021)"
_OF_NEWS = re.compile(r"(?:creation|publication|parution|renovation) (?:du |de la )")
_OF_ALL = page_words("file of all diplomas")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_MARKS = " :–—-|,;"


def lists_of_annexes(passages: Sequence[Passage]) -> set[int]:
    """Return the elements around links above the title of which one is named as an annex."""
    return {
        around
        for passage in passages
        if passage.above and passage.piece.block.has_link
        for part in passage.piece.parts
        if is_file(part.href) and _ABOVE.search(fold(part.text))
        for around in passage.piece.block.containers[1:2]
    }


def documents(
    row: Row, base: str | None, diploma: DiplomaIdentity, lists: Set[int]
) -> Iterator[Finding]:
    """Yield the documents that a row links to; `lists`: see `lists_of_annexes`.

    A file of another diploma, or above the title one whose name is not that of an annex and that
    stands in no list of such, is an issue.
    """
    if not row.in_linked:
        return
    listed = row.section is not None and row.section.entry.kind == "links" and not row.names
    beside = row.label if listed and row.pieces[0].kind == "pair" else ""
    if row.pieces[0].block.cell:
        cells = (p.text for p in row.pieces if not any(part.href for part in p.parts))
        named = [text for text in cells if text and not is_file_detail(text)]
        # "I | Référentiel des activités | PDF"
        words = (text for text in named if not _NUMERAL.fullmatch(text))
        beside = next(words, next(iter(named), row.label or beside))
    elif row.is_card and not row.pieces[-1].block.has_link:
        beside = next((p.text for p in row.pieces if not is_file_detail(p.text)), beside)
    elif head := _card_heading(row):
        beside = head.label or head.text
    # of several links in a row each is named by its column
    of_columns = sum(any(part.href for part in piece.parts) for piece in row.pieces) > 1
    placed = [
        (piece, document, text)
        for piece, head in zip(row.pieces, row.heads, strict=True)
        for document, text in documents_in(
            piece, base, listed or row.is_card, (head, beside) if of_columns else (beside, head)
        )
        # of other pages' news, only files count
        if not (row.is_beside and is_page(document.url))
        # an address that stands for itself under the label of addresses is the page's own
        if not (row.field == "url" and piece.text.strip() == document.url)
    ]
    if len({document.url for _, document, _ in placed}) < len(placed):
        # an icon in the cell beside the words leads to the same file
        worded = {d.url for piece, d, _ in placed if _names(_title(piece.parts), d.url)}
        is_kept = (d.url not in worded or _names(_title(p.parts), d.url) for p, d, _ in placed)
        placed = [*itertools.compress(placed, is_kept)]
    titles = [document.title for _, document, _ in placed]
    # the list of a folder's files shows their names
    says = (_ABOVE.search(fold(t)) or _FILE_NAME.fullmatch(t) for t in titles)
    is_aside = row.above and not (listed or any(says) or any(map(diploma.is_called, titles)))
    is_aside = is_aside and lists.isdisjoint(row.pieces[0].block.containers[1:2])
    is_of_another = not (listed or _FILE_NAME.match(row.text))
    is_of_another = is_of_another and begins_with_another(row.text, diploma)
    is_apart = bool(placed) and not row.is_card and _is_below_heading(row)
    # "< CAP Boucher | Liste | CAP Boulanger >"
    pages = (document.title for _, document, _ in placed if not is_file(document.url))
    leads_around = len(placed) > 2 and any(_is_foreign(title, diploma, False) for title in pages)
    is_news = row.is_beside and _NEWS.match(fold(row.label))
    for piece, document, text in placed:
        place = piece.block.place
        detail = "a file above the title" if is_aside else ""
        is_its = is_own_file(f"{document.url} {document.title}")
        if row.is_beside and _is_among_pages(row) and not is_its:
            detail = "a file among links to pages"
        elif _OF_ALL.match(fold(document.title)):
            detail = "a file of all diplomas"
        elif is_news and not (
            OWN_FILE.search(fold(document.title)) or diploma.is_called(document.title)
        ):
            detail = "a file among news"
        leads_on = row.is_beside or not is_file(document.url)
        if is_of_another or (
            (leads_on or is_apart) and _is_foreign(document.title, diploma, not leads_on)
        ):
            detail = "a file of another diploma"
        elif is_page(document.url) and "#" in document.url:
            detail = "a place on a page"
        elif leads_around and not (is_file(document.url) or _ANNEX.search(fold(document.title))):
            detail = "a page beside those of other diplomas"
        if detail:
            yield unlabelled("documents", document.url, f"{detail}: {document.title}", place)
        else:
            yield Statement("documents", document, text or document.title, place, row.label)


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


def _card_heading(row: Row) -> Piece | None:
    """Return the heading right above a row that may name its file."""
    head = row.section.heading if row.section else row.unknown
    if head is None or head.block.number + 1 != row.pieces[0].block.number:
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
    piece: Piece, base: str | None, listed: bool, beside: Sequence[str]
) -> list[tuple[Document, str]]:
    """Return the documents that a piece links to, and the whole text that each is named by.

    `listed`: it stands in a section of documents, where every link is one; elsewhere only
    links to files and links named as annexes are. `beside`: other texts of the same table row
    and column, which name a link that only says "Télécharger".
    """
    parts = piece.parts
    if piece.kind in {"label", "pair"}:  # what stands in the label may be a link too
        lines = [n for n in lines_of(piece.block.parts) if piece.label in clean(joined(n))]
        links_in = ((line, [p.text.strip() for p in line if p.href]) for line in lines)
        named = [line for line, texts in links_in if any(t and t in piece.label for t in texts)]
        if named:  # "Annexes : PDF", which the label names
            parts = (*named[0], *(part for part in piece.parts if part not in named[0]))
    result: list[tuple[Document, str]] = []
    links = _links(parts)
    if len({link.href for link in links}) < len(links):
        # an icon beside the words leads to the same file
        worded = {link.href for link in links if _names(_title(link.parts), link.href)}
        links = [k for k in links if k.href not in worded or _names(_title(k.parts), k.href)]
    titled = [(link, _title(link.parts)) for link in links]
    annexes = {link.href for link, title in titled if _ANNEX.search(fold(title))}
    led = False  # by words before it, or before the one that it follows
    for link, title in titled:
        url = absolute(link.href, base)
        if url is None or is_legal_address(url) or SITE.fullmatch(url):
            continue
        kind = media_type(url)
        text = clean(joined(link.parts))  # "Référentiel (PDF)", whatever the address
        has_format = bool(
            (_FORMAT_MARK.search(text) and _FORMAT.search(text))
            or _FORMAT_BEHIND.match(link.after)
            or _FILE_NAME.fullmatch(text)
            or (_only_opens(title) and _FILE_NAME.fullmatch(link.before))
        )
        is_named = _ANNEX.search(fold(title)) or any(_are_alike(link.href, h) for h in annexes)
        if not (is_file(url) or listed or has_format or is_named):
            continue
        opens = _only_opens(title)
        # "Acrobat Reader", "Page précédente"; "ne traite pas de X ; voir sa page"; the register
        leads_away = (
            is_boilerplate_line(text)
            or rncp_in(f"{title} {url}")
            or (opens and link.before.endswith((";", ".")))
            or _LISTS_OTHERS.fullmatch(fold(title))
            or _OF_SITE.fullmatch(fold(title))
            or _OF_TAG.search(url)
            or ("#" in url and file_name(url) == file_name(base or ""))  # a place on this page
        )
        # "Voir aussi les autres CAP" below the documents: a page that a text leads to
        led = bool(_WORD.search(link.before)) or (link.follows and led)
        in_text = kind == "text/html" and not (opens or is_named) and led
        if is_page(url) and (leads_away or in_text):
            continue
        is_name = title.lower() in _names_of_file(link.href.lower())
        if not title or is_name or opens:
            label = piece.label if piece.kind == "pair" and not result else ""
            before = "" if link.before.endswith(".") else link.before or label
            shared = result[-1][0].title if result and link.follows else link.after
            around = before or ("" if link.follows and _FILE_NAME.fullmatch(shared) else shared)
            around = link.parts[0].title or around
            around = _unbracketed(_title((Part(around),)).strip(_MARKS)).strip(_MARKS)
            own = title if title and title != link.href else file_name(url)
            # `[3]` and `Télécharger` beside a link name nothing
            texts = (text.rstrip(" :") for text in (around, *beside) if _WORD.search(text))
            names = (t for t in texts if not (_only_opens(t) or is_file_detail(t)))
            says_more = bool(title) and not _KIND_ALONE.fullmatch(title)  # "version Word"
            shown, title = title, next(names, own)
            text = own if is_name else shown if says_more else title
        document = Document(url=url, title=title or file_name(url), media_type=kind)
        result.append((document, text))
    return result


def _unbracketed(text: str) -> str:
    """Return a text without brackets around it, or one that is the other half of a link's."""
    if text.count("(") > text.count(")"):
        return text.removeprefix("(").removesuffix("(")
    if text.count(")") > text.count("("):
        return text.removesuffix(")")
    return text[1:-1] if _IN_BRACKETS.fullmatch(text) else text


def _only_opens(title: str) -> bool:
    """Return whether a link says no more than that it opens a file, not which one."""
    plain = fold(title)
    return bool(_GENERIC.match(plain)) and not _OPENS_IT.match(plain)


def _are_alike(address: str, other: str) -> bool:
    """Return whether addresses differ in the last character of their names (`b061a`, `b061b`)."""
    stem, _, extension = address.rpartition(".")
    other_stem, _, other_extension = other.rpartition(".")
    return len(stem) > 3 and (stem[:-1], extension) == (other_stem[:-1], other_extension)


def distinct(statements: Sequence[Statement]) -> tuple[Document, ...]:
    """Keep each address once: a link that names its document wins over one that only opens it.

    Of documents with one title the words of the links tell (`Référentiel (Word)`), or the names
    of the files (`b171a.pdf`) if these differ in more than the format; sizes tell nothing.
    """
    best: dict[str, Statement] = {}
    for statement in statements:
        url, title = statement.value.url, statement.value.title
        if url not in best or (_names(title, url) and not _names(best[url].value.title, url)):
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


def _told_apart(alike: Sequence[Statement]) -> dict[str, str]:
    """Return by address what tells documents of one title apart; nothing where that is nothing."""
    texts = [each.text for each in alike]
    formats = {found[0].lower() for text in texts for found in _KIND_ALONE.finditer(text)}
    if len(formats) < 2:  # a format that all have tells nothing
        texts = [clean(_FORMAT.sub("", text)) for text in texts]
    if len({FILE_SIZE.sub("", text) for text in texts}) < len(texts):
        return {}
    is_format = len({_stem(each.value.url) for each in alike}) == 1
    urls = [each.value.url for each in alike]
    told = zip(urls, texts, strict=True)
    return {url: text for url, text in told if text and not (is_format and is_file(text))}


def _names(title: str, address: str) -> bool:
    """Return whether a title says which file it is: no file's name, no word that only opens it."""
    is_name = title.lower() in _names_of_file(address.lower())
    return bool(title) and not (is_name or _only_opens(title))


def _names_of_file(href: str) -> tuple[str, ...]:
    """Return the texts of a link that only has the name of its file (`f012`, not `annexe`)."""
    stem = _stem(href)
    return (href, file_name(href), *([stem] if has_digit(stem) else []))


def _stem(url: str) -> str:
    return file_name(url).rpartition(".")[0]


class _Link(NamedTuple):
    """A link of a line with the text before it (since the link before) and after it.

    `follows`: nothing but marks stands between the link before and this one.
    """

    href: str
    parts: tuple[Part, ...]
    before: str
    after: str
    follows: bool


def _links(parts: tuple[Part, ...]) -> list[_Link]:
    """Return the links of some lines, in order.

    Where each stands alone on its line, below a line of text, that stands before it; else a line
    below a link alone stands behind it.
    """
    lines = _lines(parts)
    texts = ["" if any(part.href for part in line) else clean(joined(line)) for line in lines]
    texts = ["", *texts, ""]
    links = [(n, link) for n, line in enumerate(lines, 1) for link in _links_of_line(line)]
    alone = [link.follows or not (link.before or link.after) for _, link in links]
    are_below = all(alone) and all(texts[n - 1] for n, _ in links)
    if are_below:
        return [link._replace(before=texts[n - 1]) for n, link in links]
    return [
        link._replace(after=link.after or texts[n + 1]) if is_alone else link
        for (n, link), is_alone in zip(links, alone, strict=True)
    ]


def _lines(parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """Divide parts at the breaks between them, but for those inside a link."""
    lines: list[tuple[Part, ...]] = []
    for line in lines_of(parts):
        before = lines[-1][-1] if lines else None
        if before and line[0].href and (before.href, before.link) == (line[0].href, line[0].link):
            lines[-1] += line
        else:
            lines.append(line)
    return lines


def _links_of_line(line: tuple[Part, ...]) -> Iterator[_Link]:
    """Yield the links of a line, in order; word processors divide one into several."""
    runs: list[tuple[str | None, tuple[Part, ...]]] = []
    for (href, _), parts in itertools.groupby(line, lambda part: (part.href, part.link)):
        run = tuple(parts)
        if href and runs and runs[-1][0] == href and _names(_title(run), href):
            title, goes_on = _title(runs[-1][1]), clean(joined(run))[:1].islower()
            if _names(title, href) or (title and goes_on):  # "Télécharger", " les annexes"
                run = (*runs.pop()[1], *run)
        runs.append((href, run))
    linked = False
    for number, (href, run) in enumerate(runs):
        if href is None:
            continue
        before, after = (
            clean(joined(around[0][1])) if around and around[0][0] is None else ""
            for around in (runs[max(number - 1, 0) : number], runs[number + 1 : number + 2])
        )
        follows = linked and _NOTHING_BETWEEN.fullmatch(before) is not None
        yield _Link(href, run, "" if follows else before, after, follows)
        linked = True


def _title(parts: tuple[Part, ...]) -> str:
    while len(parts) > 1 and _says_nothing(clean(parts[-1].text)):
        before = joined(parts[:-1])
        if before.count("(") > before.count(")"):
            break  # of one text, which a word processor divides
        parts = parts[:-1]
    text = clean(joined(parts))
    if _says_nothing(text):
        return ""
    if not _FORMAT_MARK.search(text):
        return text.strip(" |") or text
    shorter = _FORMAT.sub("", _NOTE.sub("", text))
    return clean(shorter).strip(" –—-|") or text


def _says_nothing(text: str) -> bool:
    """Return whether a text is no more than the format or size of a file, or marks."""
    return is_file_detail(text) or not any(character.isalnum() for character in text)


def absolute(href: str, base: str | None) -> str | None:
    """Return the whole address that a link's target is; None where it leads to no file or page."""
    # as browsers do: white space inside is encoded, a backslash is a slash
    href = re.sub(r"[\t\r\n]", "", href).strip().replace("\\", "/").replace(" ", "%20")
    if not href or href.startswith(("#", "mailto:", "tel:", "javascript:", "data:")):
        return None
    address = joined_address(base or "", href)
    return masked(address) if address else None
