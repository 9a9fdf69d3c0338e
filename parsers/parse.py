"""A document to its records: the whole way, with nothing but the bytes."""

from collections.abc import Sequence

from parsers.accounting.ledger import issues_of, unaccounted
from parsers.accounting.page_lines import page_lines
from parsers.accounting.signals import Signal, page_signals
from parsers.classify.layout_fingerprint import layout_of
from parsers.classify.page_evidence import evidence_of
from parsers.classify.page_type import refuse_other_pages
from parsers.classify.unknown_labels import with_likely_fields
from parsers.extract.page_update import page_update
from parsers.extract.record import finished, read_record
from parsers.formats.html import Flat
from parsers.model.document import Context, Document, ExpectedDiploma
from parsers.model.identifiers import own_id, record_id
from parsers.model.reader_faults import faults_as_refusals
from parsers.model.reading import Reading, ReadRecord
from parsers.model.statement import Chosen, Statement
from parsers.page_structure import Page, page_of
from parsers.segment.page_diplomas import Variant, addressed_option, named_option
from parsers.segment.sections import outline
from schema.errors import Refused
from schema.issues import IssueCode, Refusal, issue
from schema.lexicon import Lexicon
from schema.referential import Document as LinkedFile


def read(document: Document, lexicon: Lexicon, expected: Sequence[ExpectedDiploma] = ()) -> Reading:
    """Read one document of any form: HTML, Markdown, PDF, a row of a list, a fiche as data.

    The form shows in the content type and the first bytes. `expected`: the diplomas that other
    sources place at its address; they divide a page of several diplomas without codes.

    Raises `Refused` with one of the closed list of reasons, nothing else.
    """
    with faults_as_refusals():
        page, records = _page_and_records(document, lexicon, expected)
        layout = layout_of(page.pieces, page.title_blocks)
        if page.flat.tree is None:
            return Reading(records, layout)
        lines, addresses = page_lines(page.flat.tree)
        records = _accounted(records, page_signals(lines, addresses), page.flat)
        return Reading(records, layout, page_update([line.text for line in lines]))


def records_of(document: Document, lexicon: Lexicon) -> tuple[ReadRecord, ...]:
    """Return the records of `read`, without looking for signals that they leave out.

    Raises `Refused` as `read` does.
    """
    with faults_as_refusals():
        return _page_and_records(document, lexicon, ())[1]


def _page_and_records(
    document: Document, lexicon: Lexicon, expected: Sequence[ExpectedDiploma]
) -> tuple[Page, tuple[ReadRecord, ...]]:
    page = page_of(document, lexicon, expected)
    drafts = statements_of(page)
    _refuse(page, drafts, document)
    return page, _records(page, drafts, lexicon)


def statements_of(page: Page) -> list[Chosen]:
    """Read a page: the statements, values and issues of each of its diplomas, in order."""
    drafts = []
    for variant in page.variants:
        option_outline = outline(list(variant.pieces))
        draft = read_record(option_outline, page.common, _context_of(page, variant))
        draft = draft._replace(issues=(*page.issues, *draft.issues))
        drafts.append(_without_files_of_others(draft, variant, page))
    return drafts


def _without_files_of_others(draft: Chosen, variant: Variant, page: Page) -> Chosen:
    """Leave out the documents that are named by the letter or name of another option.

    The title names it, or the address: `option_b_annexe.pdf`, but not of a file that stands in the
    part of its option: a site may call all files by the first one.
    """
    variants = page.variants
    if len(variants) == 1:
        return draft
    own_places = {piece.block.place for piece in variant.pieces}
    files = (each for each in draft.statements if each.field == "documents")
    placed = {each.value.url for each in files if each.place in own_places}

    def is_own(file: LinkedFile) -> bool:
        named = named_option(file.title, variants)
        if named is None and file.url not in placed:
            named = addressed_option(file.url, page.context.base or "", variants)
        return named in {None, variant}

    kept = tuple(each for each in draft.values["documents"] if is_own(each))
    statements = (s for s in draft.statements if s.field != "documents" or is_own(s.value))
    return draft._replace(values=draft.values | {"documents": kept}, statements=tuple(statements))


def _context_of(page: Page, variant: Variant) -> Context:
    context = page.context
    if not variant.title:
        return context
    place = variant.place or context.title_place
    return context._replace(title=variant.title, code=variant.code, title_place=place)


def _accounted(
    records: tuple[ReadRecord, ...], signals: tuple[Signal, ...], flat: Flat
) -> tuple[ReadRecord, ...]:
    """Add to each record an issue for whatever the page states and no record or issue holds.

    A signal that only a menu, banner or footer holds is an issue of its own.
    """
    lost = unaccounted(signals, [each.record for each in records])
    if not lost:
        return records
    added = issues_of(lost, flat.left_out)
    return tuple(
        each._replace(record=each.record.model_copy(update={"issues": each.record.issues + added}))
        for each in records
    )


def _refuse(page: Page, drafts: list[Chosen], document: Document) -> None:
    """Raise `Refused` when a document of its form is no référentiel: see `Refusal`."""
    kind = page.context.kind
    if kind == "pdf":
        evidence = [evidence_of(draft, document) for draft in drafts]
        if not any(diploma.code or diploma.typed for diploma in evidence):
            raise Refused(Refusal.PDF_WITHOUT_TEXT, "no text in it names a diploma")
    elif kind == "csv":  # nothing but its code names a row
        if any(draft.values["code"] is None for draft in drafts):
            raise Refused(Refusal.MALFORMED_ROW, "the row has no code scolarité (8 characters)")
    elif kind != "fiche":  # the file it stands in says what it is
        places = {page.context.title_place, *(block.place for block in page.title_blocks)}
        title = page.context.title
        refuse_other_pages(page.flat, page.pieces, drafts, title, places, document)
    if not page.context.title:
        raise Refused(Refusal.OTHER_PAGE, "no title in it")


def _records(page: Page, drafts: list[Chosen], lexicon: Lexicon) -> tuple[ReadRecord, ...]:
    context = page.context
    codes = [
        draft.values.get("code") or (variant.expected.code if variant.expected else None)
        for draft, variant in zip(drafts, page.variants, strict=True)
    ]
    records = []
    for draft, variant, code in zip(drafts, page.variants, codes, strict=True):
        # an id without a code or option would go to the next such option of the page
        is_told_apart = code is not None and codes.count(code) == 1
        option = variant.option if len(drafts) > 1 and not is_told_apart else None
        identifier = record_id(context.page, code, option)
        if context.page is None:
            identifier = own_id(context.document, context.source, code) or identifier
        if variant.expected:
            named = f"{variant.expected.code or ''} {variant.expected.titles[0]}".strip()
            divided = issue(IssueCode.SPLIT_BY_KNOWN, None, named)
            draft = draft._replace(issues=(*draft.issues, divided))
        # of a fiche the names of elements are told
        pieces = page.pieces if context.kind != "fiche" else []
        issues = with_likely_fields(draft.issues, pieces, lexicon)
        record = finished(draft._replace(issues=issues), context, identifier)
        evidence = [statement for statement in draft.statements if statement.value is not None]
        if variant.expected and not variant.title:
            evidence = [_shared_title(statement) for statement in evidence]
        records.append(ReadRecord(record, tuple(evidence), variant.expected))
    return tuple(records)


def _shared_title(statement: Statement) -> Statement:
    """Mark the title of a page of several diplomas as derived: it is not stated of one of them."""
    if statement.field not in {"title", "name"}:
        return statement
    return statement._replace(rule="title that the diplomas of the page share", derived=True)
