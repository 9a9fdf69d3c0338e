"""The rows of the tables: a record's lists unfolded, keys and search text added."""

from collections.abc import Callable, Iterable, Iterator

from pydantic import BaseModel
from pydantic_core import to_json

from output.dataset.dataset import Dataset
from output.tables.dataset_facts import DatasetFacts
from output.tables.search_columns import search_columns
from output.tables.table import SEARCH_ID, Row
from schema.diploma_type import DiplomaType
from schema.referential import Referential
from schema.text import fold

# The lists of a record whose tables hold all that the list does.
UNFOLDED = frozenset({"trades", "documents", "legal_texts", "issues"})


def dumped(models: Iterable[BaseModel]) -> Iterator[Row]:
    """Yield rows whose columns are the fields of `models`."""
    return (model.model_dump(mode="json") for model in models)


def json_text(value: object) -> str:
    """Return a value as compact JSON, in UTF-8."""
    return to_json(value).decode()


def own(record: Referential, facts: DatasetFacts) -> Iterator[Row]:
    """Yield the row of a record in `referentials`, with columns for sorting and searching."""
    yield {
        **record.model_dump(mode="json", exclude=set(UNFOLDED)),
        "in_official_list": facts.in_official_list,
        "sort_key": fold(record.name),
        **search_columns(record, facts.former_titles),
        SEARCH_ID.name: facts.number,
    }


def trades(dataset: Dataset) -> Iterator[Row]:
    """Yield one row a trade, however many records have it."""
    for trade in dataset.aggregates.trades.values():
        yield {"id": trade.id, "masculine": trade.masculine, "feminine": trade.feminine}


def models(field: str) -> Callable[[Referential, DatasetFacts], Iterator[Row]]:
    """Make the rows of a list of models: a row an element, with its record and its place."""

    def rows(record: Referential, _: DatasetFacts) -> Iterator[Row]:
        for position, value in enumerate(getattr(record, field), 1):
            yield {
                "referential": record.id,
                "position": position,
                **value.model_dump(mode="json"),
            }

    return rows


def values(field: str, column: str) -> Callable[[Referential, DatasetFacts], Iterator[Row]]:
    """Make the rows of a list of plain values, which stand in `column`."""

    def rows(record: Referential, _: DatasetFacts) -> Iterator[Row]:
        for position, value in enumerate(getattr(record, field), 1):
            yield {"referential": record.id, "position": position, column: value}

    return rows


def access_diplomas(record: Referential, _: DatasetFacts) -> Iterator[Row]:
    """Yield the diplomas that the access of a record names, with their controlled types."""
    for position, words in enumerate(record.access_diplomas, 1):
        singular = " ".join(word.removesuffix("s") for word in fold(words).split())
        parsed = (DiplomaType.parse(each).value for each in (words, singular))
        types = [value.diploma_type for value in parsed if value]
        yield {
            "referential": record.id,
            "position": position,
            "diploma": words,
            "diploma_type": next((name for name in types if name not in {None, "OTHER"}), None),
        }


def trade_links(record: Referential, _: DatasetFacts) -> Iterator[Row]:
    """Yield the trades of a record, as it names them."""
    for position, trade in enumerate(record.trades, 1):
        yield {
            "referential": record.id,
            "position": position,
            "trade": trade.id,
            "label": trade.label,
        }


def successions(record: Referential, facts: DatasetFacts) -> Iterator[Row]:
    """Yield the former and later codes of a record, with the names of their diplomas."""
    for relation, codes in (("replaces", record.replaces), ("replaced_by", record.replaced_by)):
        for position, code in enumerate(codes, 1):
            known = facts.names[code]
            yield {
                "referential": record.id,
                "relation": relation,
                "position": position,
                "code": code,
                "name": known.name if known else None,
                "named_by": known.named_by if known else None,
            }


def page_link(record: Referential, facts: DatasetFacts) -> Iterator[Row]:
    """Yield the known address of a record's page."""
    if facts.page_url is not None:
        yield {"referential": record.id, "page_url": facts.page_url}


def record_issues(record: Referential, facts: DatasetFacts) -> Iterator[Row]:
    """Yield the issues of a record, then those that only the whole dataset shows."""
    for remark in (*record.issues, *facts.issues):
        yield {"referential": record.id, "url": record.url, **remark.model_dump(mode="json")}


def page_issues(dataset: Dataset) -> Iterator[Row]:
    """Yield the issues of pages and documents."""
    for row in dataset.issues:
        yield {"referential": None, "url": row.url, **row.issue.model_dump(mode="json")}


def evidence(record: Referential, facts: DatasetFacts) -> Iterator[Row]:
    """Yield the evidence of a record, with the numbers of its documents and rules.

    A text that is the field's own value is left out: it may be long, and the record has it.
    """
    position = 0
    for packed in facts.evidence:
        documents = [facts.documents[each] for each in packed.documents]
        rules = [facts.rules[each] for each in packed.rules]
        for field, text, place, label, document, rule, chosen in packed.plain():
            position += 1
            yield {
                "referential": record.id,
                "position": position,
                "field": field,
                "text": None if text == getattr(record, field, None) else text,
                "place": place,
                "label": label or None,
                "document": documents[document],
                "rule": rules[rule],
                "chosen": chosen,
            }


def evidence_documents(dataset: Dataset) -> Iterator[Row]:
    """Yield the documents of the evidence, by number."""
    for number, document in enumerate(dataset.aggregates.evidence_documents(), 1):
        yield {"id": number, **document._asdict()}


def evidence_rules(dataset: Dataset) -> Iterator[Row]:
    """Yield the rules of the evidence, by number."""
    for rule, number in dataset.aggregates.evidence_rules.items():
        yield {"id": number, **rule._asdict()}
