"""The facts of a dataset that the rows of a record hold, beside the record itself."""

from typing import NamedTuple

from output.dataset.aggregates import CodeName, EvidenceDocument, document_of, rule_of
from output.dataset.dataset import Dataset
from schema.issues import Issue
from schema.referential import Referential


class StoredEvidence(NamedTuple):
    """A row of evidence, with the numbers of its document and its rule."""

    field: str
    text: str | None
    place: str
    label: str | None
    document: int
    rule: int
    chosen: bool


class DatasetFacts(NamedTuple):
    """Facts for the rows of a record.

    - `number`: the place of the record, from 1.
    - `former_titles`: of the diplomas that it replaces.
    - `names`: of the diplomas of all codes that it replaces or is replaced by; None where a code
      has no name.
    - `page_url`: the known address of its page, which may differ from its canonical one.
    - `issues`: those that only the whole dataset shows.
    - `evidence`: without a text that is the field's own value.
    """

    number: int
    in_official_list: bool | None
    former_titles: list[str]
    names: dict[str, CodeName | None]
    page_url: str | None
    issues: list[Issue]
    evidence: list[StoredEvidence]


def dataset_facts(dataset: Dataset, record: Referential, number: int) -> DatasetFacts:
    """Return the facts for the rows of a record at a place of its dataset."""
    aggregates = dataset.aggregates
    page = dataset.page_index.find(record.url, record.page)
    return DatasetFacts(
        number,
        aggregates.in_official_list(record.code),
        [title for code in record.replaces for title in aggregates.titles_of(code)],
        {code: aggregates.name_of(code) for code in (*record.replaces, *record.replaced_by)},
        page["url"] if page else None,
        list(aggregates.trade_issues(record)),
        _evidence(dataset, record),
    )


def _evidence(dataset: Dataset, record: Referential) -> list[StoredEvidence]:
    """Return the evidence of a record, without a text that is the field's own value.

    It may be long, and the record has it.
    """
    aggregates, rules = dataset.aggregates, dataset.aggregates.evidence_rules
    numbers: dict[EvidenceDocument, int] = {}  # a record has two dozen rows of few documents
    stored = []
    for row in dataset.evidence_of(record.id):
        if (document := document_of(row)) not in numbers:
            numbers[document] = aggregates.document_number(document)
        text = None if row.text == getattr(record, row.field, None) else row.text
        rule = rules[rule_of(row)]
        place, label, number = row.place, row.label, numbers[document]
        stored.append(StoredEvidence(row.field, text, place, label, number, rule, row.chosen))
    return stored
