"""Accept a page as a référentiel on evidence, or refuse it with the one true reason.

For: a title with a type and a name, and any one of: an order, a code, a status, a session, a file
called référentiel, annexe or règlement, an address of the known list. Against: the title names a
subject of a whole type (programmes, calendrier), the line below it another thing (rapport de
jury), several other diplomas are listed, or a school, a publisher, news or a trade's page speaks.
"""

import itertools
import re
from dataclasses import dataclass
from functools import cache

from parsers.classify.foreign_files import foreign_subject
from parsers.classify.foreign_headings import foreign_heading
from parsers.classify.foreign_speakers import Told, foreign_speaker
from parsers.classify.listed_diplomas import (
    WHOLE_FIELD,
    has_file,
    is_list_of_diplomas,
    other_diploma,
)
from parsers.classify.referentiel_files import (
    has_referentiel_title,
    is_brochure,
    is_only_file,
    is_referentiel_file,
)
from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.formats.html import Flat
from parsers.model.blocks import Block, joined
from parsers.model.document import Document
from parsers.model.file_types import is_page
from parsers.model.link_words import only_opens
from parsers.model.statement import SUCCESSION, Chosen
from parsers.segment.heading_styles import is_among_facts, is_of_no_field, is_one_of_sections
from parsers.segment.pieces import Piece
from parsers.segment.tables import heads_diploma
from parsers.segment.title_sources import NUMBER, is_site
from parsers.segment.title_words import (
    in_singular,
    is_lead,
    is_neutral,
    is_sentence,
    is_subject,
    names_subject,
    words_before_type,
)
from schema.code import placed_codes
from schema.dates import MONTHS
from schema.diploma_type import family
from schema.errors import Refused
from schema.issues import IssueCode, Refusal
from schema.name_words import option_part
from schema.referential import TEXT_FIELDS
from schema.text import clean, fold, has_any, has_digit, same_length
from schema.title import Title, is_of_page, read_title, type_starts, without_label
from schema.vocabulary import lone_words, page_words, phrases, rows

# Only pages of one diploma state these.
_OF_ONE = ("first_session", "last_session", "replaces", "replaced_by", "rncp_codes")
_TEXTS = (*TEXT_FIELDS, "trades")
_LABELS = ("duration_label", "level_label", "acronym", "first_session", "last_session")
_FORUM = page_words("forum")
_OTHER_SITE = page_words("other site")
_NO_DIPLOMA = page_words("no diploma")
# a text without these is not folded for it
_DENIES = (
    *("pas un", "istinct", "ifférent", "confondu", "même intitulé", "même nom"),
    *("calculatrice", "Aucun document", " sujet com", "France compétences."),
)
_UNPUBLISHED = page_words("unpublished")
# "Des sujets zéro sont en ligne", and above a title "À la une : …": what the site announces
_ANNOUNCEMENT = page_words("announcement")
_BANNER = page_words("banner")
# "Inscriptions : jusqu'au 22 novembre", what a site reminds of above the page of a diploma
_DEADLINE = re.compile(r"\b(?:jusqu'au|avant le|au plus tard le) \d")
_SEGMENTS = re.compile(r"\s[–—|-]\s|\s?\|\s?")
# "Salaire" says by itself that a page is of something else; of "Commune", "Places", two do
_OTHER_LABEL = lone_words("label of something else")
_BESIDE_LABEL = lone_words("label beside such ones")
_LABELS_BEGIN = {
    begin
    for row in rows("page_words.csv")
    if row["kind"] in {"label of something else", "label beside such ones"}
    for begin in (row["words"][:2], row["words"][:2].replace("e", "é"))
}  # a label is looked at only behind two letters of one: most lines are none
_LABEL_LENGTH = 30
# what else is about a diploma names it so, below its own title (93 pages by ten authors), and no
# référentiel does
_CONCERNED = re.compile(r"(?:diplome|certification)s? concernee?s?")
_FIGURES = 12  # lines of a section of figures
_SECTIONS = 2  # of different fields, beside one of figures
_BELOW = re.compile(rf"(?:(?:les?|la|l|une?|des) )?(?:{phrases('subject below a title')})")
_PART = re.compile(rf"(?:(?:les?|la|l|une?|des) )?(?:{phrases('part of a diploma')})")
_ABOVE = page_words("subject above a title")
_FIRST_HEADS = 3  # above a title that nothing sets off
_SUBTITLE = re.compile(r"(?<!inter)titre|title")  # the class of a line below a title
_LEAD_LINE = re.compile(rf"{_SUBTITLE.pattern}|chapo|chapeau|accroche")
_LONGEST_KICKER = 80  # of a line above a title that nothing sets off
_LONGEST_WORDS = 500  # of a subject or a part: far above any of the lists
# "CAP Couvreur : sujet zéro", "CAP Couvreur Rapport de jury"
_NEXT_PART = re.compile(r"\s?[:–—/-]\s|\s(?=[A-ZÀÂÉÈÊÎÔ][a-zà-ÿ])")
# "Arrêté du 7 février 2012 portant abrogation de spécialités": the title of an order
_OF_ORDER = re.compile(r"\W*(?:arrete|decret)s? (?:du|des|n)\b")
# "Session 2026" above or behind a type: of all its diplomas
_SESSION = re.compile(
    rf"(?:sessions? )?(?:d examens? )?(?:de )?(?:{'|'.join(map(fold, MONTHS))})?"
    r"(?: ?(?:19|20)\d\d)?"
)
# Fields whose words mark a page as a diploma's, even where their values were not understood.
_STATE = page_words("state of a diploma")
_LIFE = frozenset({"status", "replaces", "replaced_by", "first_session", "last_session"})
# "Les CAP de l'hôtellerie"
_SEVERAL = re.compile(rf"les \S.{{1,60}}? {WHOLE_FIELD.pattern}")
_MOST_PREFIXES = 2  # of the codes of one diploma's options, where its type was renamed
# "CAP - textes communs à toutes les spécialités", "deux diplômes comparés", "Le CAP en chiffres",
# "DN MADE : les mentions"
_OF_SPECIALITIES = re.compile(
    r"\b(?:tou(?:te)?s(?: les)?|plusieurs|divers(?:es)?|certaine?s|deux|trois)"
    r" (?:specialites|diplomes|cap|bts|brevets|certificats|baccalaureats|mentions)\b"
    r"|^arretes? .{0,60}\b(?:divers|plusieurs|certains) arretes\b"
    r"|^tous les referentiels d(?:u|es?)\b|\ben chiffres$|: les (?:specialites|mentions|options)$"
)
# "Tous les CAP", "Spécialités de CAP", "Diplômes de niveau 3 : CAP"
_ALL_OF = re.compile(
    r"(?:tou(?:s|tes) les|(?:les )?(?:liste|referentiels|specialites) d(?:es?|u)|les"
    r"|diplomes(?: \w{1,15}){0,3} ?[:–—-]) "
)
# "Diplômes relevant de la commission", above the one diploma of the page: a rubric
_RUBRIC = re.compile(
    r"(?:les )?diplomes (?:professionnels )?(?:relevant )?de la (?:\w+ )?(?:commission|cpc)\b"
)
# "Exercer un métier", a label of trades among a page's sections, and else what the page is about
_DOING = re.compile(r"exercer\b", re.IGNORECASE)
# "Liste des diplômes", as the pages of a site are headed, above diplomas with their orders
_LIST = re.compile(r"(?:la )?liste des (?:diplomes|referentiels)(?: professionnels)?")
# "Diplômes abrogés", "Archives : spécialités fermées"
_IN_PLURAL = re.compile(
    r"(?:archives? )?(?:les )?(?:diplomes|specialites) (?:\w+ )?(?:abroge|supprime|ferme)e?s\b"
)
_INDEX = 5  # links to diplomas, or diplomas of different names, that make a list
_FAMILY = 4  # the most diplomas without a common name that are known of one page


@dataclass(frozen=True)
class Evidence:
    """The statements of a page about one diploma; derived values do not count.

    `typed`: the title has a type and a name. `legal`: it dates an order. `distinctive`: it states
    anything that only the diploma's own page does. `brochure`: a file is called so, as printed
    référentiels were; schools have such too. `fields`, `labels`: how many texts and labelled
    values there are.
    """

    typed: bool
    code: bool
    legal: bool
    distinctive: bool
    trades: bool
    brochure: bool
    known_type: bool
    fields: int
    labels: int

    @property
    def enough(self) -> bool:
        """Return whether the page is a référentiel if nothing speaks against it."""
        stated = self.fields + self.labels
        if self.typed and (self.distinctive or stated > 1 or self.trades or self.brochure):
            return True
        return (self.code and (self.legal or stated > 1)) or (
            self.known_type and (self.distinctive or self.labels > 2)
        )

    @property
    def official(self) -> bool:
        """Return whether enough is labelled to skip the tests for other speakers."""
        return (self.code and (self.legal or self.known_type)) or (
            self.known_type and self.labels > 2
        )


def evidence_of(draft: Chosen, document: Document) -> Evidence:
    """Count the facts of a diploma that a page states."""
    values = draft.values
    title = read_title(values.get("title") or "")
    labelled = {s.field for s in draft.statements if s.label and s.value is not None}
    # "500-00000" is an example's
    identity = DiplomaIdentity(None, title.name, values.get("diploma_type"))
    is_field = WHOLE_FIELD.match(fold(title.name))  # "CAP du bâtiment": files may be of several
    is_own = has_referentiel_title if is_field else is_referentiel_file
    files = [each for each in draft.statements if each.field == "documents"]
    code = not (values.get("code") or "00000").endswith("00000")
    legal = any(text.date for text in values.get("legal_texts", ()))
    return Evidence(
        typed=title.is_whole and not _names_nothing(title.name),
        code=code,
        legal=legal,
        trades=bool(values.get("trades")),
        brochure=any(is_brochure(text.title) for text in values.get("documents", ()))
        or is_only_file(draft, document),
        distinctive=code
        or document.is_known
        or legal
        or values.get("status", "unknown") != "unknown"
        or any(values.get(name) for name in _OF_ONE)
        or any(
            remark.field in _LIFE and _tells_life(remark.field, remark.value or "")
            for remark in draft.issues
        )
        or any(is_own(linked, document, identity) for linked in files),
        known_type="diploma_type" in labelled
        or ("diploma_type_label" in labelled and _is_ambiguous(draft)),
        fields=sum(name in labelled for name in _TEXTS),
        labels=sum(bool(values.get(name)) for name in _LABELS) + ("diploma_type_label" in labelled),
    )  # fmt: skip


def _names_nothing(name: str) -> bool:
    """Return whether what stands beside a type is no name: *Référentiel*, *session 2026*."""
    if name and _SESSION.fullmatch(fold(name)):
        return True
    return is_neutral(name) or is_sentence(name)


def _tells_life(field: str, text: str) -> bool:
    """Return whether an unread text states a repeal, a session, a predecessor or a successor.

    By its first words, or as the title of another diploma: *Remplacé par : CAP Osier*.
    """
    return bool(_STATE.match(fold(text))) or (field in SUCCESSION and read_title(text).is_whole)


def _is_ambiguous(draft: Chosen) -> bool:
    """Return whether the words of the type mean two: *Certificat de spécialisation*."""
    return any(remark.issue == IssueCode.AMBIGUOUS_TYPE for remark in draft.issues)


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
    described = any(diploma.fields > (1 if diploma.code else 2) for diploma in evidence)
    prefixes = {code[:3] for draft in drafts if (code := draft.values.get("code"))}
    is_list = (
        len(prefixes) > _MOST_PREFIXES
        or _is_of_type(flat, drafts, title)
        or _is_list(flat, pieces, drafts, evidence, reading)
        or (not described and is_list_of_diplomas(pieces, title, places, len(drafts)))
    )
    if is_list:
        raise Refused(Refusal.INDEX_PAGE, "a list of diplomas")
    is_bare = any(diploma.typed and diploma.labels for diploma in evidence)
    if not any(diploma.enough for diploma in evidence) and not (
        is_bare and _is_bare(pieces, places)
    ):
        raise _not_enough(flat, reading)
    if len(drafts) == 1 and (
        other := other_diploma(pieces, title, places, drafts[0].values.get("diploma_type"))
    ):
        raise Refused(Refusal.INDEX_PAGE, f"about two diplomas: {other[:80]!r}")
    is_official = any(map(_states_official, drafts))
    states = is_official or any(diploma.code or diploma.legal for diploma in evidence)
    subject = None if described else _subject(flat, pieces, title, reading, places, states)
    are_whole = all(diploma.legal for diploma in evidence)
    if subject and not (are_whole and _LIST.fullmatch(fold(subject))):
        raise Refused(Refusal.OTHER_PAGE, f"about a whole type of diploma: {subject[:80]!r}")
    if not described and (foreign := _foreign_label(pieces, places, states)):
        raise Refused(Refusal.OTHER_PAGE, f"it states something else: {foreign[:80]!r}")
    if not (described or document.is_known) and (
        heading := foreign_heading(pieces, places, title, drafts)
    ):
        raise Refused(Refusal.OTHER_PAGE, f"a heading about something else: {heading[:80]!r}")
    is_whole = described and is_official  # of a page that says so much, the files decide nothing
    if not is_whole and (
        foreign := foreign_subject(flat, pieces, places, drafts, document, described)
    ):
        raise Refused(Refusal.OTHER_PAGE, f"files of something else: {foreign[:80]!r}")
    if not document.is_known and (site := _other_site(flat, pieces, places, states)):
        raise Refused(Refusal.OTHER_PAGE, f"of another site: {site[:80]!r}")
    if len(drafts) > 1 and _OF_ORDER.match(same_length(title)):
        raise Refused(Refusal.OTHER_PAGE, f"an order about several diplomas: {title[:80]!r}")
    texts = [block.text for block in flat.blocks if not block.boilerplate]
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


def _disowned(texts: list[str], whole: str, drafts: list[Chosen]) -> str | None:
    """Return the text that says that the page is of no diploma of the ministry's, or None.

    Or, on a page without orders, files and a last session, that no référentiel is published yet.
    `whole`: all texts in one, which is searched faster.
    """
    for text in texts if has_any(whole, _DENIES) else ():
        if has_any(text, _DENIES) and _NO_DIPLOMA.search(fold(text)):
            return text
    told = ("documents", "legal_texts", "last_session")
    if any(draft.values.get(name) for draft in drafts for name in told):
        return None
    return next((t for t in texts if "publi" in t.lower() and _UNPUBLISHED.search(fold(t))), None)


def _states_official(draft: Chosen) -> bool:
    """Return whether a page says of a diploma what no school does.

    Which commission of the ministry's examined it, or the first session of its examination.
    """
    return bool(draft.values.get("cpc") or draft.values.get("first_session"))


def _subject(
    flat: Flat, pieces: list[Piece], title: str, reading: Title, places: set[str], states: bool
) -> str | None:
    """Return the subject that the title, what stands before it, or the first heading names.

    `states`: see `_subject_below`.
    """
    # the first one: in lines without elements of their own, orders below stand at the same place
    titled = (b for b in flat.blocks if b.place in places and title in b.text)
    if block := next(titled, None):
        before = block.text.partition(title)[0]
        is_label = ":" in before and without_label(block.text) != block.text  # "Examen : CAP"
        is_about = is_subject(before) or _PART.match(fold(before))
        is_own = is_label or is_of_page(before) or is_lead(before)
        # "Sujets d'examen : CAP Cuisine", "Dernier ajout : CAP Cuisine"
        if (is_about and not is_own) or (":" in before and _is_announcement(before)):
            return block.text
    # "mention Livre", but "spécialité Cuisine : annales"
    called = rf"\b(?:mention|specialite) {re.escape(same_length(reading.name))}$"
    is_first = not any(map(is_subject, re.split(r" [:–—-] ", reading.name)[1:]))
    is_called = is_first and re.search(called, same_length(title))
    is_name = not is_subject(reading.name) or is_called
    lead, *further = re.split(r" [:–—-] ", title)  # "Le CAP évolue - CAP Couvreur", "Unité U3 : …"
    if further and not reading.types and (is_sentence(lead) or _PART.match(fold(lead))):
        return title
    if reading.types and is_sentence(reading.name):  # "Le CAP Couvreur va être rénové"
        return title
    # "Du CAP au BTS": no diplôme universitaire
    if _is_led(title) or (title.startswith("Du ") and any(type_starts(title))):
        return title
    plain = same_length(title)
    if (
        not is_name
        or title.endswith("?")
        or _SEVERAL.match(plain)
        or _OF_SPECIALITIES.search(plain)
    ):
        return title
    lines = [block for block in flat.blocks if not block.boilerplate]
    heads = [block for block in lines if block.level == 1]
    set_off = (b for b in lines if (b.level or b.strong) and not b.has_link)
    lead_line = next(itertools.chain(heads, set_off), None)
    if lead_line and (
        _is_led(lead_line.text) or _OF_SPECIALITIES.search(same_length(lead_line.text))
    ):
        return lead_line.text
    first = next(iter(heads), None)
    is_titled = any(block.place in places for block in heads)  # then the first names the site
    if first and fold(first.text).startswith("index of "):  # a folder's files
        return None
    # "Diplômes professionnels" above the title is no subject
    is_other = first and not is_titled and is_subject(first.text) and not is_neutral(first.text)
    is_other = is_other and first and not _RUBRIC.match(fold(first.text))
    if first and is_other and (first.text.endswith("?") or not read_title(first.text).types):
        return first.text
    return _subject_above(pieces, places, fold(flat.title), states) or _subject_below(
        pieces, places, states
    )


def _is_led(text: str) -> bool:
    """Return whether the words before a title say what else a line is about.

    *Arrêté portant nomination du jury du CAP Couvreur*, *Unité du BP Barman*.
    """
    lead = words_before_type(text)
    plain = fold(lead)
    start = next(type_starts(text), 0) if lead else 0
    return "?" in text[:start] or bool(
        lead
        and not (is_of_page(lead) or is_lead(text[:start]))
        and (names_subject(lead) or _PART.match(plain) or _BELOW.match(plain))
    )


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


def _is_announcement(text: str) -> bool:
    """Return whether a line is a notice of the site: *Des annales sont en ligne*."""
    return bool(_ANNOUNCEMENT.match(same_length(text)))


def _subject_below(pieces: list[Piece], places: set[str], states: bool) -> str | None:
    """Return the subject that a line of the title's block, or the next one, begins with.

    A line with a link opens a file of the diploma, and a label has its own content. Above a title
    that nothing sets off, the first line that is set off tells. `states`: the page states a code,
    or dates an order.
    """
    lines = [piece for piece in pieces if not piece.block.boilerplate]
    above = [*itertools.takewhile(lambda piece: piece.block.place not in places, lines)]
    rest = lines[len(above) :]
    own = [*itertools.takewhile(lambda p: p.block.place in places, rest)]
    behind = rest[len(own) :]
    below, further = [*behind, None, None][:2]
    # a page in one element: what stands behind its facts is not below its title
    facts = (
        n for n, p in enumerate(own)
        if n and (p.entry or has_file(p.parts) or _OF_ORDER.match(same_length(p.text)))
    )  # fmt: skip
    if (first_fact := next(facts, None)) is not None:
        below, further, own = None, None, own[:first_fact]
    titled = [*dict.fromkeys(piece.block for piece in own)]
    # "Calendrier des épreuves : 12 juin" above "Code : …" is a fact among facts
    is_fact = bool(
        below
        and has_digit(below.text.partition(":")[2])
        and not (below.block.level or below.block.strong)
        and (further and further.entry)
    )
    # "Grille horaire", one of the sections of a page that has an order's date or a code
    is_fact |= bool(below and states and is_one_of_sections(below, lines))
    # the first line of its block, as the labels of several texts are
    if below and states and below.kind == "heading" and below.block.kind != "term":
        is_fact |= not below.block.level
    is_fact |= below is not None and is_among_facts(below, (), further)
    is_fact |= below is not None and states and _is_announcement(below.text)
    # "Lexique" above "Télécharger", the name of a file in a box of both
    if states and further and has_file(further.parts):
        is_fact |= only_opens(further.text)
    is_label = below is not None and below.kind in {"pair", "label"}
    if below and is_label and _DOING.match(below.label):
        is_label = is_one_of_sections(below, lines)
    after = [below.block] if below and not (is_label or is_fact) else []
    first: list[Block] = []
    if not titled or titled[0].kind == "term" or not (titled[0].level or titled[0].strong):
        heads = (p.block for p in above if p.block.level or p.block.strong)
        first = [*itertools.islice((b for b in heads if not is_neutral(b.text)), _FIRST_HEADS)]
    titles = _texts(titled)
    is_subtitle = below and _SUBTITLE.search(below.style) and not below.block.has_link
    is_subtitle = is_subtitle and below and below.text[-1:] != ":"  # which heads what follows
    styles = [piece.style for piece in lines if is_subtitle]  # of one line, and of no headings
    if (
        below
        and styles.count(below.style) == 1
        and names_subject(below.text)
        and not _STATE.match(fold(below.text))
    ):
        return below.text
    is_divided = len(own) > 1 and own[0].block is own[1].block
    ends = [(text, match.end()) for text in titles for match in _NEXT_PART.finditer(text)]
    last_code = cache(lambda text: max((at for at, _, _ in placed_codes(text)), default=-1))
    for text, at in (*ends, *((text, 0) for text in (*titles, *_texts([*first, *after])))):
        # "Inscription aux examens : code …"
        if _begins(_BELOW, text, at) and last_code(text) < at:
            return text[at:]
    parts = (*titles[0 if is_divided else 1 :], *_texts(first))
    for text, at in (*ends, *((text, 0) for text in parts)):
        if _begins(_PART, text, at):
            return text[at:]
    if not is_fact and (part_below := _only_part(behind, states)):
        return part_below
    return next((text for text in _texts(first) if _ABOVE.match(fold(text))), None)


def _begins(words: re.Pattern[str], text: str, at: int) -> bool:
    """Return whether a text begins with some words at a place; a whole end would be quadratic."""
    return bool(words.match(fold(text[at : at + _LONGEST_WORDS])))


def _only_part(lines: list[Piece], states: bool) -> str | None:
    """Return the first line if it names a part of the diploma, and heads no file or other part.

    The only heading of a page that `states` no code or order tells what its files are of. A table
    of the former diploma and this one is a part of a page that states one and has files.
    """
    if (
        not lines
        or lines[0].entry
        or lines[0].block.has_link
        or not _PART.match(fold(lines[0].text))
    ):
        return None
    own = lines[0]
    heads = [p.text for p in lines if p.block.level or (p.block.strong and not own.block.level)]
    if own.text not in heads and _LEAD_LINE.search(own.style):
        heads.insert(0, own.text)
    heads_file = any(has_file(piece.parts) for piece in lines[1:2])
    heads_file &= states or len(heads) > 1
    if states and any(heads_diploma(piece.block) for piece in lines[1:2]):
        heads_file |= any(has_file(piece.parts) for piece in lines)
    is_only = [text for text in heads if _PART.match(fold(text))] == [own.text]
    return own.text if is_only and not heads_file else None


def _foreign_label(pieces: list[Piece], places: set[str], states: bool) -> str | None:
    """Return the labels of a page that only pages of something else have, or None.

    *Diplôme concerné* is one where the page does not begin with its title (`places`).
    `states`: the page states a code, or dates an order, and one of its sections may be called so.
    """
    beside: dict[str, str] = {}
    sections = {p.entry.field for p in pieces if p.entry and p.entry.is_section}
    for number, piece in enumerate(pieces):
        text = piece.block.text
        if piece.entry:
            if "oncern" in piece.label and _CONCERNED.match(fold(piece.label)):
                first = next(p.block for p in pieces if p is piece or not _says_nothing(p.block))
                if first is not piece.block and first.place not in places:
                    return text
            continue
        if piece.block.boilerplate or text[:2].lower() not in _LABELS_BEGIN:
            continue
        block = piece.block
        end = text.find(":", 0, _LABEL_LENGTH)
        if end > 0 or (len(text) < _LABEL_LENGTH and (block.strong or block.cell)):
            label = fold(text[:end] if end > 0 else text)
            if _OTHER_LABEL.fullmatch(label):
                return text
            is_section = states and block.level > 0 and is_one_of_sections(piece, pieces)
            if _BESIDE_LABEL.fullmatch(label) and not (
                is_section or (states and _is_among_others(number, pieces, len(sections)))
            ):
                beside.setdefault(label, text)
    return ", ".join(beside.values()) if len(beside) > 1 else None


def _says_nothing(block: Block) -> bool:
    """Return whether a line says no more than where a page stands: a menu, the site, a rubric."""
    return block.boilerplate or is_site(block.text) or is_neutral(block.text)


def _is_among_others(number: int, pieces: list[Piece], sections: int) -> bool:
    """Return whether a line stands in a section that is of no field, among others of the page.

    Below *Chiffres clés*: `Candidats présents : 120`, `Établissements : 14`; or it names a column
    of a table there. `sections`: of how many fields the page has sections.
    """
    cell = pieces[number].block.cell
    before = pieces[max(number - _FIGURES, 0) : number]
    if cell and cell.header:  # the name of a column
        outside = (p for p in reversed(before) if (p.block.cell or ())[:1] != cell[:1])
        above = next(outside, None)
        is_apart = above is not None and is_of_no_field(above.text.rstrip(" :."))
        return is_apart and sections >= _SECTIONS
    heads = (p for p in reversed(before) if p.kind in {"heading", "label"} or p.block.strong)
    head = next(heads, None)
    return (
        head is not None
        and is_of_no_field((head.label or head.text).rstrip(" :"))
        and is_one_of_sections(head, pieces)
    )


def _texts(blocks: list[Block]) -> list[str]:
    """Return the lines of blocks without links."""
    return [clean(joined(line)) for block in blocks if not block.has_link for line in block.lines]


def _subject_above(pieces: list[Piece], places: set[str], called: str, states: bool) -> str | None:
    """Return the subject that a set-off line next to the title names, above it.

    Or says in a sentence that the page is `called`; or the one of several diplomas that any line
    names there. A rubric of the site, or a sector, is
    no subject. Cells of the title's own table are looked over.
    """
    lines = [piece for piece in pieces if not piece.block.boilerplate]
    titled = next((p.block for p in lines if p.block.place in places), None)
    if titled is None:
        return None
    table = titled.cell.table if titled.cell else None
    above = [
        p for p in itertools.takewhile(lambda p: p.block is not titled, lines)
        if table is None or p.block.cell in {None, titled.cell} or p.block.cell.table != table
    ]  # fmt: skip
    set_off = [p for p in above if (p.block.level or p.block.strong) and not p.block.has_link]
    for piece in set_off:
        if _OF_SPECIALITIES.search(same_length(piece.text)):
            return piece.text
    if not above or above[-1].block.has_link or above[-1].block.kind in {"term", "item"}:
        return None
    last = above[-1].block.text
    if _is_announcement(last) or _BANNER.match(same_length(last)):
        return None
    is_about = _begins(_PART, last, 0) or _begins(_BELOW, last, 0)
    if above[-1] not in set_off[-1:]:
        is_fact = above[-1].entry or is_sentence(last) or any(placed_codes(last))
        is_notice = states and _DEADLINE.search(same_length(last))
        is_kicker = is_about and len(last) < _LONGEST_KICKER
        return last if is_kicker and not (is_fact or is_notice) else None
    plain = fold(last)
    is_about |= names_subject(last)
    is_about |= is_sentence(last) and called.startswith(plain) and not is_site(last)
    return last if is_about and not read_title(last).types else None


def _is_of_type(flat: Flat, drafts: list[Chosen], title: str) -> bool:
    """Return whether the title names a type in the plural, or alone above a table of names.

    Described all the same are diplomas with titles and files of their own below it.
    """
    lead = _ALL_OF.match(same_length(title))
    words = title[lead.end() :] if lead else title
    singular = in_singular(words)
    whole = next(filter(lambda read: read.types, map(read_title, (singular, words))), None)
    if whole is None or "OTHER" in whole.types:
        return False
    titles = [draft.values.get("title") or "" for draft in drafts]
    are_options = len(drafts) > 1 and all(map(option_part, titles))
    have_files = all(draft.values.get("documents") for draft in drafts)
    is_alone = whole.is_type_alone or read_title(whole.name).is_type_alone
    is_plural = lead or fold((singular if is_alone else whole.type_label) or "") not in fold(title)
    if is_plural and (is_alone or WHOLE_FIELD.match(fold(whole.name))):
        have_texts = all(any(draft.values.get(name) for name in _TEXTS) for draft in drafts)
        are_own = title not in titles and all(read_title(text).types for text in titles)
        return not (are_own and (have_files or have_texts)) or bool(_linked_diplomas(flat))
    # "Référentiels du CAP Métiers de la gravure", but "Référentiels des CAP"
    is_of_one = lead is not None and lead[0].endswith("referentiels du ")
    return are_options and (is_alone or (bool(is_plural) and not (have_files or is_of_one)))


def _is_list(
    flat: Flat, pieces: list[Piece], drafts: list[Chosen], evidence: list[Evidence], title: Title
) -> bool:
    """Return whether the page lists diplomas instead of describing one."""
    types = {family(kind) for draft in drafts if (kind := draft.values["diploma_type"])}
    names = [option_part(draft.values.get("title") or "") for draft in drafts]
    if len(drafts) > 1 and all(read_title(name).types for name in names):  # "option CAP"
        return True
    if len(drafts) > 1 and not _share_a_name(drafts):
        heads = (b for b in flat.blocks if (b.level or b.strong) and not b.boilerplate)
        is_headed = any(_IN_PLURAL.match(fold(head.text)) for head in itertools.islice(heads, 1))
        if is_headed or len(drafts) > _FAMILY or len(types) > 1:
            return True
    # a table with a diploma a row, whose names were not found: they differ by their codes alone
    if len(drafts) > _FAMILY and len({draft.values.get("title") for draft in drafts}) == 1:
        return True
    if not is_subject(title.name) and any(diploma.enough for diploma in evidence):
        return False
    described = len(evidence) == 1 and (evidence[0].known_type or evidence[0].code)
    return _is_index(flat, pieces) and not described


def _share_a_name(drafts: list[Chosen]) -> bool:
    """Return whether the titles of a page's diplomas have a word of their names in common."""
    names = [fold(read_title(draft.values.get("title") or "").name) for draft in drafts]
    words = [{word for word in name.split() if len(word) > 3} for name in names]
    return bool(set.intersection(*words))


def _is_bare(pieces: list[Piece], places: set[str]) -> bool:
    """Return whether a page has labelled values below its title, and at most one line more."""
    lines = itertools.dropwhile(lambda piece: piece.block.place not in places, pieces)
    below = [p for p in lines if p.block.place not in places and not p.block.boilerplate]
    others = [piece for piece in below if not (piece.kind == "pair" and piece.entry)]
    is_stated = len(others) < min(len(below), 2)
    return is_stated and not any(piece.block.has_link for piece in others)


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


def _is_index(flat: Flat, pieces: list[Piece]) -> bool:
    """Return whether the page is a list of links: five or more to diplomas, or most lines."""
    if len(_linked_diplomas(flat)) >= _INDEX:
        return True
    lines = [p for p in pieces if p.kind in {"text", "item"}]
    pages = [p for p in lines if any(is_page(part.href) for part in p.parts)]
    return len(pages) > _INDEX and len(pages) > 0.6 * len(lines)


def _linked_diplomas(flat: Flat) -> set[str]:
    """Return the addresses of pages that are linked by a diploma's title."""
    return {
        part.href
        for block in flat.blocks
        for part in block.parts
        if part.href and not block.boilerplate and is_page(part.href)
        and read_title(part.text).types
    }  # fmt: skip
