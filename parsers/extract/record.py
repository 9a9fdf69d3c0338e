"""Passages to a record: every statement read, one choice among them, nothing guessed."""

import itertools
import re
from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from parsers.extract import legal_texts
from parsers.extract.annotators import annotate, empty_lists, names_another
from parsers.extract.bounds import within_bounds
from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.extract.documents import absolute, distinct
from parsers.extract.identity import identity, nsf
from parsers.extract.lead_paragraphs import lead_description
from parsers.extract.loose_codes import loose_code
from parsers.extract.order_articles import created_by_its_text
from parsers.extract.sessions import IN_SENTENCE, OF_NEW
from parsers.extract.single_values import SESSION_AFTER, SIMPLE, labelled
from parsers.extract.texts import access_words, sections_joined, texts, trades
from parsers.extract.told_values import durations_told, levels_told
from parsers.extract.unlabelled_facts import (
    acronyms,
    also_called,
    durations,
    durations_in_texts,
    durations_of_other_ways,
    levels,
    lines_of_facts,
    sorts,
)
from parsers.extract.unread_values import unread_values
from parsers.extract.version_sessions import sections_of_versions, without_version_sessions
from parsers.model.document import Context
from parsers.model.statement import (
    SUCCESSION,
    Chosen,
    Finding,
    Policy,
    Statement,
    Values,
    choose,
    every,
    first,
)
from parsers.segment.passages import Outline, Passage, Section
from parsers.segment.pieces import Piece
from schema.code import codes_in
from schema.dates import dates_in
from schema.errors import ProgramFault, Refused
from schema.issues import Issue, IssueCode, Refusal, issue, unlabelled
from schema.referential import TEXT_FIELDS, Referential, content_hash
from schema.text import clean, fold, same_length
from schema.title import begins_with_type

_FORMER_CODE = re.compile(r"\bancien(?:s? (?:codes?|numeros?)|nement)\b")
_ARTICLE = re.compile(r"^(?:Le|La|Les) |^L['’]")
_SESSIONS = frozenset({"first_session", "last_session"})
EXPECTED = ("code", "diploma_type", "level", "duration_label", "description", "access",
            "further_study", "trades")  # fmt: skip
_MISSING = {name: issue(IssueCode.MISSING_FIELD, name) for name in EXPECTED}


def read_record(option_outline: Outline, shared: Outline, context: Context) -> Chosen:
    """Read all fields but id, hash and issues. `option_outline`: the option's part."""
    sections = [*option_outline.sections, *shared.sections]

    mine, common = _by_field(option_outline.sections), _by_field(shared.sections)

    def under(name: str) -> list[Section]:
        return mine.get(name) or common.get(name, [])

    passages = [*option_outline.passages, *shared.passages]
    # in a row of a list it stands in its column
    loose = loose_code(passages, context.title) if context.kind != "csv" else None
    lines = lines_of_facts(passages, context.title)
    stated = [*levels(lines, context.title, context.title_place)]
    findings = [*identity(under, context, loose, stated)]
    findings += labelled(SIMPLE["acronym"], under("acronym"))
    unnamed = [*acronyms(lines, context.title), *also_called(passages, context.title)]
    findings += unnamed
    chosen = choose(findings, _IDENTITY).values
    diploma = DiplomaIdentity(*(chosen[name] for name in DiplomaIdentity._fields))
    if not under("duration"):
        of_training = (under(name) for name in ("access", "description", "expectations"))
        texts_of_it = itertools.chain.from_iterable(of_training)
        in_texts = (
            *durations_in_texts(texts_of_it, of_others=False),
            *durations_in_texts(under("further_study"), of_others=True),
        )
        unnamed += (terms := [*durations(lines, diploma)] or [*in_texts])
        findings += terms
    others = _of_others(passages, diploma) | sections_of_versions(passages, sections)
    other_ways = durations_of_other_ways(passages) if under("duration") else set()
    detail = "of another diploma, of a change, or of files below it"
    for name, field in SIMPLE.items():
        if name != "acronym" and under(name):
            told = [s for s in under(name) if "session" in name and id(s) in others]
            told += [s for s in under(name) if name == "duration" and id(s) in other_ways]
            findings += labelled(field, (s for s in under(name) if s not in told))
            heads = (section.heading.block for section in told)
            findings += (unlabelled(field.names[0], b.text[-200:], detail, b.place) for b in heads)
    labelled_values = {f.field for f in findings if isinstance(f, Statement) and f.value}
    said: list[Finding] = []
    said += (each for each in sorts(lines, diploma) if each.field not in labelled_values)
    if not under("duration") and not any(_states_duration(each) for each in unnamed):
        said += durations_told(lines, diploma)
    if "level" not in labelled_values:
        said += levels_told(lines, diploma)
    findings += said
    for name in TEXT_FIELDS:
        if sections_of_text := under(name):
            findings += texts(sections_of_text)
    of_lead: Sequence[Piece] = ()
    # "Le diplôme en bref", above facts, is no description either
    described = [section for section in under("description") if section.content]
    if context.kind != "csv" and not described:
        # the option's own, else the lead that all options share
        outlines = (option_outline.passages, shared.passages)
        leads = itertools.chain.from_iterable(map(lead_description, outlines))
        if lead := next(leads, None):
            statement, of_lead = lead
            findings.append(statement)
    findings += trades(under("trades"), context.trade_forms)
    read_already = {f.text for f in (*stated, *unnamed, *said) if isinstance(f, Statement)}
    read_already |= {piece.text for piece in of_lead}
    if loose:
        read_already.add(loose.place)
    elif codes_in(context.title) == [chosen["code"]]:
        read_already.add(context.title)
    if context.code:  # of an option, which the title of the page may state
        above = (passage.piece.text for passage in shared.passages if passage.above)
        read_already |= {text for text in above if context.code in codes_in(text)}
    findings += annotate(passages, diploma, context.base, read_already)
    findings += empty_lists(sections, passages, findings)
    findings += legal_texts.repealing_orders(findings)
    findings += legal_texts.modified_order(findings)
    findings += legal_texts.replaced_orders(findings)
    findings += [*legal_texts.orders_of_files(findings)]
    findings = created_by_its_text(findings, passages, context.title)
    findings = legal_texts.placed_numbers(findings)
    findings = [*within_bounds(legal_texts.of_former_order(findings))]
    findings = without_version_sessions(findings, passages)
    record = _derived([*_of_former_diploma(findings)], diploma.diploma_type)
    record = _with_unread(record, passages)
    # an option's part is read first, and may stand below what is common to all
    if not option_outline.passages:
        return record
    return _with_documents_in_order(record, passages, context.base)


def _with_unread(record: Chosen, passages: Sequence[Passage]) -> Chosen:
    """Add the issues of lines that seem to state a value which nothing read."""
    unread = unread_values(passages, record)
    return record._replace(issues=(*record.issues, *unread)) if unread else record


def _by_field(sections: Sequence[Section]) -> dict[str, list[Section]]:
    result: dict[str, list[Section]] = {}
    for section in sections:
        result.setdefault(section.entry.field, []).append(section)
    return result


def _of_others(passages: Sequence[Passage], diploma: DiplomaIdentity) -> set[int]:
    """Return the sections of values that stand right behind the name of another diploma.

    *Le CAP Vannerie (arrêté du 24 mars 2016) : 500-25221 R. Première session : 2018*: no entry of a
    list, no file, and a sentence (*Le CAP …*) only in the same paragraph.
    """
    others: set[int] = set()
    lead: Piece | None = None
    for piece, section, _, _, above in passages:
        if section is None:
            lead = None if above or piece.kind == "item" else piece
        elif section.entry.is_section:
            lead = None
        elif lead:
            text, is_same = clean(lead.text), lead.block is section.heading.block
            text = _ARTICLE.sub("", text) if is_same else "" if lead.block.has_link else text
            if begins_with_type(text) and names_another(text, diploma):
                others.add(id(section))
    return others


def _of_former_diploma(findings: list[Finding]) -> Iterator[Finding]:
    """Yield the findings, with issues for a last session before the first one, and its repeal.

    A page may name the last session, and tell of the repeal, of the diploma of the same name that
    went before: "La dernière session, organisée selon l'arrêté du 27 juillet 1998, a lieu en 2015".
    The one code of a repealed diploma may be called a former one: it is its own or a predecessor's.
    """
    findings = _without_successor(_of_first_order(findings))
    statements = [finding for finding in findings if isinstance(finding, Statement)]
    is_coded = any(s.field == "code" and s.value for s in statements)
    begins = [s.value for s in statements if s.field == "first_session" and s.value]
    ended = [s for s in statements if begins and s.field == "last_session"]
    former = [s for s in ended if (s.value or 9999) < min(begins)]
    if is_coded and not former:  # most records
        yield from findings
        return
    is_repealed = any(s.field == "status" and s.value == "repealed" for s in statements)
    # "Nouveau diplôme : code …" and "Ancien diplôme : code …": the page is of one of both
    heads = {f"{s.field} {fold(s.label)}" for s in statements if s.field in SUCCESSION}
    is_of_either = heads >= {"replaces ancien diplome", "replaced_by nouveau diplome"}
    for finding in findings:
        if isinstance(finding, Statement) and (
            finding in former
            or (finding.field == "status" and any(finding.text in end.text for end in former))
        ):
            detail = f"the first session is {min(begins)}: said of the diploma before it"
            yield unlabelled(finding.field, finding.text[:200], detail, finding.place)
        elif (
            not is_coded
            and isinstance(finding, Statement)
            and (
                (is_of_either and finding.field == "replaced_by")
                or (
                    (is_repealed and finding.field == "replaces")
                    and _FORMER_CODE.search(same_length(f"{finding.label} {finding.text}"))
                )
            )
        ):
            detail = "no present code: the diploma's own or another one's"
            yield unlabelled("code", finding.text[:200], detail, finding.place)
        else:
            yield finding


def _of_first_order(findings: list[Finding]) -> list[Finding]:
    """Return the findings, with issues for a first session said of an order beside an older one.

    "Arrêté du 9 mai 2006", and below it "Arrêté du 18 octobre 2008, applicable à compter de la
    session 2009": the order of 2008 changes the diploma, or makes it anew.
    """
    statements = [finding for finding in findings if isinstance(finding, Statement)]
    sessions = [s for s in statements if s.field == "first_session" and s.rule == IN_SENTENCE]
    if not sessions:  # most records
        return findings
    orders = [
        s.value
        for s in statements
        if s.field == "legal_texts" and s.value.date and s.rule not in legal_texts.NOT_STATED
    ]
    oldest = min((order.date for order in orders if order.kind != "repeal"), default="")
    told: dict[int, Issue] = {}
    for session in sessions:
        days = {str(date) for _, date in dates_in(session.text)}
        of_order = [order for order in orders if order.date in days]
        is_later = all(o.kind not in {"creation", "repeal"} and o.date > oldest for o in of_order)
        if of_order and is_later and "premiere" not in same_length(session.text):
            detail = "an order applies since then, and an older one stands beside it"
            text = session.text[:200]
            told[id(session)] = unlabelled(session.field, text, detail, session.place)
    return [told.get(id(finding), finding) for finding in findings]


def _without_successor(findings: list[Finding]) -> list[Finding]:
    """Return the findings, with issues for sessions of a *nouveau diplôme* that is a successor's.

    It is the record's own where it begins some years after the record's order, and the page names
    no successor nor an earlier session. The repeal of the one order is the diploma's.
    """
    if not any(_may_be_of_successor(finding) for finding in findings):  # most records
        return findings
    statements = [finding for finding in findings if isinstance(finding, Statement)]
    orders = [s for s in statements if s.field == "legal_texts" and s.value.date]
    made = [s for s in orders if s.value.kind not in {"modification", "repeal"}] or orders
    stated = [s for s in made if s.rule not in legal_texts.NOT_STATED] or made
    years = [int(s.value.date[:4]) for s in stated]
    is_named = any(s.field == "replaced_by" for s in statements)
    ends = is_named or any(s.field == "last_session" for s in statements)
    own = (s for s in statements if s.field in _SESSIONS and s.rule != OF_NEW and s.value)
    earliest = min((s.value for s in own), default=9999)
    first_session = max((s.value or 0 for s in statements if s.field == "first_session"), default=0)
    result: list[Finding] = []
    for finding in findings:
        if isinstance(finding, Issue) and finding.field == "status":
            finding = legal_texts.end_of_order(finding, stated, first_session)
        if isinstance(finding, Statement) and finding.rule == OF_NEW:
            begins = finding.value if finding.field == "first_session" else 0
            is_own = any(0 <= begins - year <= legal_texts.YEARS_BEFORE_SESSION for year in years)
            is_own &= begins <= earliest
            if is_named or not (is_own if years else begins and not ends):
                detail = "of a new diploma, which may be a successor's"
                finding = unlabelled(finding.field, finding.text[:200], detail, finding.place)
        result.append(finding)
    return result


def _may_be_of_successor(finding: Finding) -> bool:
    """Return whether a finding is a session of a *nouveau diplôme*, or an issue of the status."""
    if isinstance(finding, Issue):
        return finding.field == "status"
    return finding.rule == OF_NEW


def _derived(findings: list[Finding], diploma_type: str | None) -> Chosen:
    """Choose the stated values, add derived values, and yield issues for missing ones."""
    stated = choose(findings, _STATED)
    by_field = {
        statement.field: statement
        for statement in reversed(stated.statements)
        if statement.value is not None
    }
    following: list[Finding] = [*nsf(by_field.get("code"))]
    if "access" in by_field:
        access = stated.values["access"], by_field["access"].place
        following += access_words(*access, diploma_type)
    derived = choose(following, _DERIVED)
    missing = [told for name, told in _MISSING.items() if stated.values[name] in (None, ())]
    return Chosen(
        stated.values | derived.values,
        stated.statements + derived.statements,
        (*stated.issues, *derived.issues, *missing),
    )


def _with_documents_in_order(
    chosen: Chosen, passages: Sequence[Passage], base: str | None
) -> Chosen:
    """Put the documents in the order in which their links stand on the page."""
    blocks = {passage.piece.block.number: passage.piece.block for passage in passages}
    numbers = {block.place: number for number, block in blocks.items()}
    # lines without elements of their own share a place
    places = {
        (block.place, absolute(part.href, base)): (block.number, number)
        for block in blocks.values()
        for number, part in enumerate(block.parts)
        if part.href
    }
    placed: dict[str, tuple[int, int]] = {}
    for statement in chosen.statements:
        if statement.field == "documents":
            url, number = statement.value.url, numbers.get(statement.place, 0)
            place = places.get((statement.place, url), (number, 0))
            placed[url] = min(place, placed.get(url, place))
    ordered = sorted(chosen.values["documents"], key=lambda document: placed[document.url])
    return chosen._replace(values=chosen.values | {"documents": tuple(ordered)})


def _documents(_: Sequence[str], statements: Sequence[Statement]) -> Values:
    return {"documents": distinct(statements)}, []


def _status(_: Sequence[str], statements: Sequence[Statement]) -> Values:
    """Choose the status: a repeal counts wherever it stands, a word alone against no label."""
    is_in_force = {s.value for s in statements if s.label} == {"in_force"}
    words = [s for s in statements if is_in_force and not s.label and " " not in s.text]
    values = [statement.value for statement in statements if statement not in words]
    issues = [issue(IssueCode.CONFLICTING_VALUES, "status", s.text, None, s.place) for s in words]
    return {"status": "repealed" if "repealed" in values else next(iter(values), "unknown")}, issues


def _session(fields: Sequence[str], statements: Sequence[Statement]) -> Values:
    """Choose a session: a label's year comes before a sentence's.

    A supplementary session, for those who failed the last one, is not that, and an issue.
    """
    ranked = sorted(statements, key=lambda statement: statement.rule == IN_SENTENCE)
    usual = [statement for statement in ranked if statement.rule != SESSION_AFTER]
    values, issues = first(fields, usual)
    known = {None, values[fields[0]]}
    issues += [
        unlabelled(fields[0], each.text, "a supplementary session", each.place)
        for each in ranked
        if each.rule == SESSION_AFTER and each.value not in known
    ]
    return values, issues


def _states_duration(finding: Finding) -> bool:
    return isinstance(finding, Statement) and finding.field == "duration_months"


_IDENTITY = Policy(
    {
        ("code",): first,
        ("title",): first,
        ("name",): first,
        ("diploma_type", "diploma_type_label"): first,
        ("acronym",): first,
    }
)
_STATED = Policy(
    {
        **_IDENTITY.rules,
        ("level", "level_label"): first,
        ("duration_months", "duration_label"): first,
        ("cpc",): first,
        ("sector",): first,
        ("first_session",): _session,
        ("last_session",): _session,
        **{(name,): sections_joined for name in TEXT_FIELDS},
        ("trades",): every,
        ("documents",): _documents,
        ("legal_texts",): legal_texts.chosen_orders,
        ("rncp_codes",): every,
        ("replaces",): every,
        ("replaced_by",): every,
        ("status",): _status,
    }
)
_DERIVED = Policy(
    {
        ("nsf_code",): first,
        ("nsf_label",): first,
        ("access_diplomas",): every,
        ("access_levels",): every,
    }
)


def finished(chosen: Chosen, context: Context, identifier: str) -> Referential:
    """Return the validated record.

    Raises `Refused(invalid-record)` with the first invalid value, and `ProgramFault` for a field of
    which no rule chooses the value.
    """
    values = {
        **chosen.values,
        "id": identifier,
        "page": context.page,
        "url": context.url,
        "sources": (context.source,),
        "source_kind": context.kind,
        "content_sha256": "0" * 64,
        "issues": tuple(dict.fromkeys(chosen.issues)),
    }
    try:
        record = Referential(**values)
    except ValidationError as error:
        first_error = error.errors()[0]
        where = ".".join(str(part) for part in first_error["loc"]) or "record"
        if where not in values and where in Referential.model_fields:
            raise ProgramFault(
                f"parsers/extract/record.py: no rule in _STATED chooses the field {where!r}"
            ) from None
        raise Refused(Refusal.INVALID_RECORD, f"{where}: {first_error['msg']}") from None
    return record.model_copy(update={"content_sha256": content_hash(record)})
