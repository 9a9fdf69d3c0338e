"""Checks of a dataset by itself: they guard a first version too."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError

from output.checks.result import Check, Level, at_least, at_most
from output.checks.thresholds import Bounds
from output.diff.version_content import VersionContent
from output.tables.table_rows import json_text
from schema.issues import IssueCode
from schema.referential import Referential, content_hash

# The scope of a whole crawl of the packaged list of addresses.
WHOLE = "site"
_PAGES = "eduscol"
_LIST = "list"
_SUBSTANCE = ("legal_texts", "documents", "description", "access", "trades")


def _is_whole(new: VersionContent) -> bool:
    return (new.scope or "").split(" ")[0] == WHOLE


def records(new: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Count the records; a whole crawl has a floor of its own."""
    count = len(new.records)
    floor = max(bounds.min_records, bounds.min_site_records if _is_whole(new) else 0)
    explanation = f"{count} records, at least {floor} needed"
    yield Check("records", count, floor, "fatal", count >= floor, explanation)


def _filled(*names: str) -> Callable[[dict[str, Any]], bool]:
    return lambda record: any(record.get(name) not in (None, "", []) for name in names)


# Fields that most records of a healthy whole crawl have, and the bound that says how many.
_FIELDS: dict[str, tuple[str, Callable[[dict[str, Any]], bool]]] = {
    "type": ("min_filled_type_share", _filled("diploma_type")),
    "code": ("min_filled_code_share", _filled("code")),
    "level": ("min_filled_level_share", _filled("level")),
    "substance": ("min_filled_substance_share", _filled(*_SUBSTANCE)),
}


def filled(new: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the shares of filled fields, over all records and by family, with their floors.

    *Substance* is an order, a document, a description, conditions of access or trades: the least
    that a page says. Fatal for a whole crawl. A few pages or a copy of the site may be special:
    there only the records without a code are counted, as a warning.
    """
    if not _is_whole(new):
        yield _codes_of_a_part(new, bounds)
        return
    families: Counter[str] = Counter()
    filled_in: dict[str, Counter[str]] = {name: Counter() for name in _FIELDS}
    for record in new.records:
        family = str(record["diploma_type"])
        families[family] += 1
        for name, (_, is_filled) in _FIELDS.items():
            filled_in[name][family] += is_filled(record)
    total = families.total()
    for name, (bound_name, _) in _FIELDS.items():
        bound, counts = getattr(bounds, bound_name), filled_in[name]
        share = sum(counts.values()) / total if total >= bounds.min_family_records else None
        yield at_least(f"filled:{name}", share, bound, "fatal", f"records with a {name}")
        for family, members in sorted(families.items()):
            if members >= bounds.min_family_records:
                share = counts[family] / members
                subject = f"records of type {family} with a {name}"
                check = at_least(f"filled:{name}:{family}", share, bound, "fatal", subject)
                if not check.passed:
                    yield check


def _codes_of_a_part(new: VersionContent, bounds: Bounds) -> Check:
    has_code = _FIELDS["code"][1]
    total, without = len(new.records), sum(not has_code(record) for record in new.records)
    share = 1 - without / total if total >= bounds.min_family_records else None
    subject = f"records with a code in the scope {new.scope} ({without} of {total} have none)"
    return at_least("filled:code", share, bounds.min_filled_code_share, "warning", subject)


def refused_pages(new: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the share of pages that gave no record with its bound."""
    outcomes = Counter(page["outcome"] for page in new.pages)
    seen = sum(outcomes[outcome] for outcome in ("record", "refused", "failed"))
    share = (seen - outcomes["record"]) / seen if seen else None
    bound = bounds.warn_refused_share
    yield at_most("pages-refused", share, bound, "warning", "pages that gave no record")


def held_back(new: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the share of records whose page is held back with `max_gone_share`."""
    count = sum(record["url"] in new.held_back for record in new.records)
    share = count / len(new.records) if len(new.records) else None
    subject = "records of pages held back (no référentiel where one stood; issue page-suspect)"
    yield at_most("page-suspect", share, bounds.max_gone_share, "fatal", subject)


def refused_documents(new: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the share of refused documents of each other source with its bound."""
    for name, source in sorted(new.sources.items()):
        if name != _PAGES:  # its pages have a check of their own
            share = source.refused / source.documents if source.documents else None
            bound = bounds.max_source_refused_share
            subject = f"documents of the source {name} that were refused"
            yield at_most(f"source-refused:{name}", share, bound, "fatal", subject)


def list_size(new: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the size of the official list, whose size is known, with its floor."""
    if (source := new.sources.get(_LIST)) is not None:
        count, floor = source.documents, bounds.min_list_documents
        level: Level = "fatal" if _is_whole(new) else "warning"
        explanation = f"{count} rows of the official list, at least {floor} needed"
        yield Check("source-small:list", count, floor, level, count >= floor, explanation)


def unknown_values(new: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the shares of records with unknown types, prefixes and headings with their bounds."""
    kinds = (
        (
            "unknown-types",
            {IssueCode.UNKNOWN_TYPE, IssueCode.AMBIGUOUS_TYPE},
            bounds.warn_unknown_types_share,
        ),
        ("unknown-prefixes", {IssueCode.UNKNOWN_PREFIX}, bounds.warn_unknown_prefixes_share),
        ("unknown-headings", {IssueCode.UNKNOWN_HEADING}, bounds.warn_unknown_headings_share),
    )
    hits: Counter[str] = Counter()
    for record in new.records:
        issues = {remark["issue"] for remark in record["issues"]}
        hits.update(name for name, codes, _ in kinds if not codes.isdisjoint(issues))
    for name, _, bound in kinds:
        share = hits[name] / len(new.records) if len(new.records) else None
        yield at_most(name, share, bound, "warning", f"records with {name.replace('-', ' ')}")


def validity(new: VersionContent, _: Bounds) -> Iterator[Check]:
    """Validate every record as it would be published."""
    wrong, first = 0, "every record fits the schema"
    for record in new.records:
        if fault := _fault(record):
            first = first if wrong else fault
            wrong += 1
    yield Check("schema-validity", wrong, 0, "fatal", not wrong, first)


def _fault(record: dict[str, Any]) -> str | None:
    """Return the fault of a record as it would be published, or None for a valid record."""
    text = json_text(record)
    if not unicodedata.is_normalized("NFC", text):
        return f"{record.get('id')}: a text that is not in Unicode NFC"
    try:
        read = Referential.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        return f"{record.get('id')}: {'.'.join(map(str, first['loc']))}: {first['msg']}"
    if read.content_sha256 != content_hash(read):
        return f"{read.id}: its hash is not that of its content"
    return None


OF_DATASET = (
    records,
    filled,
    refused_pages,
    held_back,
    refused_documents,
    list_size,
    unknown_values,
    validity,
)
