"""Checks of a dataset by itself: they guard a first version too."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from output.checks.check_result import HELD_BACK, Check, Level, at_least, at_most
from output.checks.thresholds import Bounds
from output.diff.version_content import VersionContent
from schema.issues import IssueCode

# The scope of a whole crawl of the packaged list of addresses.
WHOLE = "site"
_PAGES = "eduscol"
_LIST = "list"
# Refused documents of a source that a check names, and characters of a reason.
_NAMED, _LONGEST = 3, 200


def _is_whole(new: VersionContent) -> bool:
    return (new.scope or "").split(" ")[0] == WHOLE


def records(new: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Count the records; a whole crawl has a floor of its own."""
    count = len(new.records)
    floor = max(bounds.min_records, bounds.min_site_records if _is_whole(new) else 0)
    explanation = f"{count} records, at least {floor} needed"
    yield Check("records", count, floor, "fatal", count >= floor, explanation)


# What most records of a healthy whole crawl have, and the bound that says how many.
FILLED = {
    "type": "min_filled_type_share",
    "code": "min_filled_code_share",
    "level": "min_filled_level_share",
    "substance": "min_filled_substance_share",
}


def _filled_in(name: str, new: VersionContent) -> Counter[str]:
    """Count the records of each type that have what `FILLED` names."""
    sums = new.records.sums
    if name == "substance":
        return sums.substantial
    return sums.filled.get("diploma_type" if name == "type" else name, Counter[str]())


def filled(new: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the shares of filled fields, over all records and by family, with their floors.

    *Substance* is an order, a document, a description, conditions of access or trades: the least
    that a page says. Fatal for a whole crawl. A few pages or a copy of the site may be special:
    there only the records without a code are counted, as a warning.
    """
    if not _is_whole(new):
        yield _codes_of_a_part(new, bounds)
        return
    families = new.records.sums.families
    total = families.total()
    for name, bound_name in FILLED.items():
        bound, counts = getattr(bounds, bound_name), _filled_in(name, new)
        share = counts.total() / total if total >= bounds.min_family_records else None
        yield at_least(f"filled:{name}", share, bound, "fatal", f"records with a {name}")
        for family, members in sorted(families.items()):
            if members >= bounds.min_family_records:
                share = counts[family] / members
                subject = f"records of type {family} with a {name}"
                check = at_least(f"filled:{name}:{family}", share, bound, "fatal", subject)
                if not check.passed:
                    yield check


def _codes_of_a_part(new: VersionContent, bounds: Bounds) -> Check:
    total = len(new.records)
    without = total - _filled_in("code", new).total()
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
    held_back_records = new.records if new.held_back else ()
    count = sum(record["url"] in new.held_back for record in held_back_records)
    share = count / len(new.records) if len(new.records) else None
    subject = (
        "records of pages held back (a new design that loses fields, or no référentiel where one "
        "stood; issue page-suspect)"
    )
    yield at_most(HELD_BACK, share, bounds.max_gone_share, "fatal", subject)


def unread(new: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the share of records whose page failed, and that only an earlier run has read."""
    of_pages = failed = 0
    for record in new.records if new.unread else ():
        of_pages += record["page"] is not None
        failed += record["url"] in new.unread
    share = failed / of_pages if of_pages else None
    subject = "records whose page gave no usable answer (robots.txt, redirect, error)"
    yield at_most("pages-unread", share, bounds.max_unread_share, "fatal", subject)
    yield at_most("pages-unread-some", share, bounds.max_gone_share, "warning", subject)


def damaged(new: VersionContent, _: Bounds) -> Iterator[Check]:
    """Name how many pages the archive has lost, whose records are those of the last version."""
    count = len(new.damaged)
    explanation = "the archive holds every page that was read"
    if count:
        explanation = (
            f"pages that the archive has lost (WARC files or journals are damaged): {count}; "
            "they keep their last published record until a run reads them again"
        )
    yield Check("archive-damaged", count, 0, "warning", not count, explanation)


def reader_faults(new: VersionContent, _: Bounds) -> Iterator[Check]:
    """Name the first documents on which the program failed: its fault, not theirs."""
    count = len(new.reader_faults)
    explanation = "the program failed on no document"
    if count:
        first = "; ".join(fault[:_LONGEST] for fault in new.reader_faults[:_NAMED])
        explanation = f"documents on which the program failed: {count} ({first}); report them"
    yield Check("reader-fault", count, 0, "fatal", not count, explanation)


def refused_documents(new: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the share of refused documents of each other source with its bound.

    Beyond it, the first of them are named with the reasons.
    """
    for name, source in sorted(new.sources.items()):
        if name != _PAGES:  # its pages have a check of their own
            share = source.refused / source.documents if source.documents else None
            bound = bounds.max_source_refused_share
            subject = f"documents of the source {name} that were refused"
            if share is not None and share > bound:
                reasons = [reason[:_LONGEST] for reason in islice(new.refusals(name), _NAMED)]
                subject += f" ({source.refused}: {'; '.join(reasons) or 'reasons unknown'})"
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
    for issues, count in new.records.sums.issues.items():
        for name, codes, _ in kinds:
            hits[name] += 0 if codes.isdisjoint(issues) else count
    for name, _, bound in kinds:
        share = hits[name] / len(new.records) if len(new.records) else None
        yield at_most(name, share, bound, "warning", f"records with {name.replace('-', ' ')}")


OF_DATASET = (
    records,
    filled,
    refused_pages,
    held_back,
    unread,
    damaged,
    reader_faults,
    refused_documents,
    list_size,
    unknown_values,
)
