"""Accept a page as a référentiel on evidence, or refuse it with the one true reason.

For: a title with a type and a name, and any one of: an order, a code, a status, a session, a file
called référentiel, annexe or règlement, an address of the known list. Against: the title names a
subject of a whole type (programmes, calendrier), the line below it another thing (rapport de
jury), several other diplomas are listed, or a school, a publisher, news or a trade's page speaks.
"""

import itertools
import re

from parsers.classify.foreign_files import foreign_subject
from parsers.classify.foreign_headings import foreign_heading
from parsers.classify.foreign_labels import foreign_label
from parsers.classify.foreign_speakers import Told, foreign_speaker
from parsers.classify.listed_diplomas import is_list_of_diplomas, other_diploma
from parsers.classify.order_text import is_text_of_order
from parsers.classify.page_evidence import evidence_of
from parsers.classify.page_subject import (
    OF_ORDER,
    heading_of_another,
    is_headed_as_list,
    page_subject,
)
from parsers.classify.several_diplomas import is_about_type, lists_diplomas, makes_several
from parsers.formats.html import Flat
from parsers.model.document import Document
from parsers.model.statement import Chosen
from parsers.segment.pieces import Piece
from parsers.segment.title_sources import NUMBER
from schema.errors import Refused
from schema.issues import Refusal
from schema.text import fold, has_any, same_length
from schema.title import Title, read_title
from schema.vocabulary import page_words

_FORUM = page_words("forum")
_OTHER_SITE = page_words("other site")
_NO_DIPLOMA = page_words("no diploma")
# a text without these is not folded for it
# "Le titre délivré par la fédération n'est pas un diplôme", on the page of a diploma
_OF_A_TITLE = re.compile(
    r"(?:l[ea]s? |l |une? )(?:titre|cqp|attestation|habilitation|certificat de qualification)\b"
)
_DENIES = (
    *("pas un", "istinct", "ifférent", "confondu", "même intitulé", "même nom"),
    *("calculatrice", "Aucun document", " sujet com", "France compétences."),
)
_UNPUBLISHED = page_words("unpublished")
# of general education, or of the technological schools: no professional diploma
_GENERAL = re.compile(r"(?:le )?bac(?:calaureat)? (?:general|techno(?:logique)?)\b")
_SEGMENTS = re.compile(r"\s[–—|-]\s|\s?\|\s?")
_MOST_PREFIXES = 2  # of the codes of one diploma's options, where its type was renamed
# "Liste des diplômes", as the pages of a site are headed, above diplomas with their orders
# the last as a site's name above the diploma's title
_LIST = re.compile(
    r"(?:la )?liste des (?:diplomes|referentiels)(?: professionnels)?"
    r"|diplomes professionnels de l education nationale"
)
_FEWEST_QUESTIONS = 2
_ANSWERED = re.compile(rf"{_LIST.pattern}|(?:foire aux questions|questions (?:et )?\w+|faq)")


def refuse_other_pages(
    flat: Flat,
    pieces: list[Piece],
    drafts: list[Chosen],
    title: str,
    places: set[str],
    document: Document,
) -> None:
    """Raise `Refused` with the reason when the page is no référentiel; `places`: of the title."""
    evidence = [evidence_of(draft, document) for draft in drafts]
    reading = read_title(title)
    # a page about a whole type, or a list, has no code, and hardly three of a diploma's texts
    described = any(d.fields > (1 if d.code or d.legal else 2) for d in evidence)
    prefixes = {code[:3] for draft in drafts if (code := draft.values.get("code"))}
    is_list = (
        len(prefixes) > _MOST_PREFIXES
        or is_about_type(flat, drafts, title)
        or lists_diplomas(flat, pieces, drafts, evidence, reading)
        or makes_several(pieces, title)
        or (len(drafts) > 1 and is_headed_as_list(flat))
        or (not described and is_list_of_diplomas(pieces, title, places, len(drafts)))
    )
    if is_list:
        raise Refused(Refusal.INDEX_PAGE, "a list of diplomas")
    is_official = any(map(_states_official, drafts))
    states = is_official or any(diploma.code or diploma.legal for diploma in evidence)
    if _GENERAL.match(fold(title)):
        raise Refused(Refusal.OTHER_PAGE, f"no professional diploma: {title[:80]!r}")
    is_bare = any(diploma.typed and diploma.labels for diploma in evidence)
    if not any(diploma.enough for diploma in evidence) and not (
        is_bare and _is_bare(pieces, places)
    ):
        raise _not_enough(flat, reading)
    if len(drafts) == 1 and (
        other := other_diploma(pieces, title, places, drafts[0].values.get("diploma_type"))
    ):
        raise Refused(Refusal.INDEX_PAGE, f"about two diplomas: {other[:80]!r}")
    subject = None if described else page_subject(flat, pieces, title, reading, places, states)
    are_whole = all(diploma.legal for diploma in evidence)
    if subject and not (are_whole and _may_head(subject, pieces, drafts)):
        raise Refused(Refusal.OTHER_PAGE, f"about a whole type of diploma: {subject[:80]!r}")
    if not described and (foreign := foreign_label(pieces, places, states)):
        raise Refused(Refusal.OTHER_PAGE, f"it states something else: {foreign[:80]!r}")
    if not (described or document.is_known) and (
        heading := heading_of_another(flat, reading, places)
        or foreign_heading(pieces, places, title, drafts)
    ):
        raise Refused(Refusal.OTHER_PAGE, f"a heading about something else: {heading[:80]!r}")
    is_whole = described and is_official  # of a page that says so much, the files decide nothing
    if not is_whole and (
        foreign := foreign_subject(flat, pieces, places, drafts, document, described)
    ):
        raise Refused(Refusal.OTHER_PAGE, f"files of something else: {foreign[:80]!r}")
    if not document.is_known and (site := _other_site(flat, pieces, places, states)):
        raise Refused(Refusal.OTHER_PAGE, f"of another site: {site[:80]!r}")
    if len(drafts) > 1 and OF_ORDER.match(same_length(title)):
        raise Refused(Refusal.OTHER_PAGE, f"an order about several diplomas: {title[:80]!r}")
    texts = [block.text for block in flat.blocks if not block.boilerplate]
    if not (described or document.is_known or _has_files(drafts)) and is_text_of_order(texts):
        raise Refused(Refusal.OTHER_PAGE, "the text of an order")
    whole = " ".join(texts)
    # these words first: most pages have none, and are not folded
    if ("posté" in whole or "Répondre" in whole) and len(set(_FORUM.findall(fold(whole)))) > 2:
        raise Refused(Refusal.OTHER_PAGE, "a forum")
    if disowned := _disowned(texts, whole, drafts):
        raise Refused(Refusal.OTHER_PAGE, f"it says that it is no référentiel: {disowned[:80]!r}")
    told = Told(
        official=any(diploma.official for diploma in evidence),
        stated=any(diploma.distinctive for diploma in evidence),
        described=described and (is_official or any(diploma.legal for diploma in evidence)),
    )
    if speaker := foreign_speaker(flat, title, texts, told):
        raise Refused(Refusal.OTHER_PAGE, speaker)


def _may_head(subject: str, pieces: list[Piece], drafts: list[Chosen]) -> bool:
    """Return whether a page of one diploma that states orders may have such a line.

    *Liste des diplômes*, and above questions with their answers, where it has files,
    *Questions fréquentes*.
    """
    questions = sum("?" in f"{piece.label}{piece.text}" for piece in pieces)
    is_answered = questions >= _FEWEST_QUESTIONS and _has_files(drafts)
    return bool((_ANSWERED if is_answered else _LIST).fullmatch(fold(subject)))


def _disowned(texts: list[str], whole: str, drafts: list[Chosen]) -> str | None:
    """Return the text that says that the page is of no diploma of the ministry's, or None.

    Or, on a page without orders, files and a last session, that no référentiel is published yet.
    `whole`: all texts in one, which is searched faster.
    """
    for text in texts if has_any(whole, _DENIES) else ():
        plain = fold(text) if has_any(text, _DENIES) else ""
        is_of_title = _OF_A_TITLE.match(plain) and all(map(_is_diploma, drafts))
        if _NO_DIPLOMA.search(plain) and not is_of_title:
            return text
    told = ("documents", "legal_texts", "last_session")
    if any(draft.values.get(name) for draft in drafts for name in told):
        return None
    return next((t for t in texts if "publi" in t.lower() and _UNPUBLISHED.search(fold(t))), None)


def _is_diploma(draft: Chosen) -> bool:
    """Return whether a record is of a ministry's diploma by its type and code."""
    is_title = draft.values.get("diploma_type") in {None, "OTHER", "TITRE_PRO"}
    return bool(draft.values.get("code")) and not is_title


def _has_files(drafts: list[Chosen]) -> bool:
    return any(draft.values.get("documents") for draft in drafts)


def _states_official(draft: Chosen) -> bool:
    """Return whether a page says of a diploma what no school does.

    Which commission of the ministry's examined it, or the first session of its examination.
    """
    return bool(draft.values.get("cpc") or draft.values.get("first_session"))


def _other_site(flat: Flat, pieces: list[Piece], places: set[str], states: bool) -> str | None:
    """Return the name of a site that is not the ministry's, which heads a page, or None.

    Behind or before the title in its own line or in `<title>`, or right below it: *CAP Couvreur |
    France compétences*. Or in the first line of all. Above an RNCP number it is a label, where the
    page `states` a code or an order.
    """
    lines = [piece for piece in pieces if not piece.block.boilerplate]
    at = next((n for n, piece in enumerate(lines) if piece.block.place in places), None)
    heads = [flat.title]
    if at is not None:
        rest = lines[at:]
        heads += [p.text for p in lines[: min(at, 1)] if p.kind == "text" and not p.block.has_link]
        own = [*itertools.takewhile(lambda p: p.block.place in places, rest)]
        heads += [piece.text for piece in own[:1]]
        # "France compétences" beside "RNCP38570" is a label
        below, number = (*rest[len(own) : len(own) + 2], None, None)[:2]
        is_label = states and number is not None and NUMBER.fullmatch(fold(number.text))
        if below and not (is_label or below.entry or below.block.cell or below.kind == "pair"):
            heads += [below.text] if below.block.kind != "term" else []
    segments = (segment for head in heads for segment in _SEGMENTS.split(head))
    return next((each for each in segments if _OTHER_SITE.fullmatch(fold(each))), None)


def _is_bare(pieces: list[Piece], places: set[str]) -> bool:
    """Return whether a page has labelled values below its title, and at most one line more."""
    lines = itertools.dropwhile(lambda piece: piece.block.place not in places, pieces)
    below = [p for p in lines if p.block.place not in places and not p.block.boilerplate]
    # the value of a label stands behind it: "<dt>Niveau</dt><dd>V</dd>"
    values = {
        id(value)
        for label, value in itertools.pairwise(below)
        if _names_value(label) and not value.entry
    }
    stated = (p for p in below if (p.kind == "pair" and p.entry) or _names_value(p))
    values.update(map(id, stated))
    others = [piece for piece in below if id(piece) not in values]
    is_stated = len(others) < min(len(below), 2)
    return is_stated and not any(piece.block.has_link for piece in others)


def _names_value(piece: Piece) -> bool:
    return piece.kind == "label" and piece.entry is not None and piece.entry.kind == "value"


def _not_enough(flat: Flat, title: Title) -> Refused:
    """Return why a page without sufficient evidence is refused."""
    text = any(block.text for block in flat.blocks)
    lost_letters = any("\ufffd" in block.text for block in flat.blocks)
    if not flat.closed and not lost_letters:
        return Refused(Refusal.TRUNCATED, "the document ends before its content")
    if not text:
        return Refused(Refusal.EMPTY, "no text in the page")
    if lost_letters:
        return Refused(Refusal.UNDECODABLE, "letters were lost before the page was sent (U+FFFD)")
    if title.is_type_alone:
        return Refused(Refusal.OTHER_PAGE, "the title names a type of diploma and no diploma")
    if title.types:
        return Refused(Refusal.OTHER_PAGE, "a diploma's title, and nothing that its page states")
    return Refused(Refusal.OTHER_PAGE, "no code, no diploma title, no known sections")
