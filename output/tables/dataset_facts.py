"""The facts of a dataset that the rows of a record hold, beside the record itself."""

from typing import NamedTuple

from output.dataset.aggregates import CodeName
from output.dataset.dataset import Dataset
from output.dataset.record_lines import RecordKeys
from output.dataset.rows import EvidenceDocument, EvidenceRule, PackedEvidence
from schema.issues import Issue


class DatasetFacts(NamedTuple):
    """Facts for the rows of a record.

    - `number`: the place of the record, from 1.
    - `former_titles`: of the diplomas that it replaces.
    - `names`: of the diplomas of all codes that it replaces or is replaced by; None where a code
      has no name.
    - `page_url`: the known address of its page, which may differ from its canonical one.
    - `issues`: those that only the whole dataset shows.
    - `evidence`: of the record, with the numbers of its documents and those of all rules.
    """

    number: int
    in_official_list: bool | None
    former_titles: list[str]
    names: dict[str, CodeName | None]
    page_url: str | None
    issues: list[Issue]
    evidence: list[PackedEvidence]
    documents: dict[EvidenceDocument, int]
    rules: dict[EvidenceRule, int]


def dataset_facts(dataset: Dataset, record: RecordKeys, number: int) -> DatasetFacts:
    """Return the facts for the rows of a record, given as its keys, at a place of its dataset."""
    aggregates = dataset.aggregates
    page = dataset.page_index.find(record.url, record.page)
    evidence = list(dataset.evidence.at(record.id))
    documents = {document for packed in evidence for document in packed.documents}
    return DatasetFacts(
        number,
        aggregates.in_official_list(record.code),
        [title for code in record.replaces for title in aggregates.titles_of(code)],
        {code: aggregates.name_of(code) for code in (*record.replaces, *record.replaced_by)},
        page["url"] if page else None,
        list(aggregates.trade_issues(record.trades)),
        evidence,
        {document: aggregates.document_number(document) for document in documents},
        aggregates.evidence_rules,
    )
