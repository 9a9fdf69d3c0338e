"""The rows of the tables: a record's lists unfolded, keys and search text added."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from output.dataset.dataset import Build, shared_trades, trade_issues
from output.dataset.page_lookup import PageIndex
from output.tables.search_columns import search_columns
from schema.text import fold

Row = dict[str, Any]


def dumped(models: Iterable[BaseModel]) -> Iterator[Row]:
    """Rows whose columns are the models' fields."""
    return (model.model_dump(mode="json") for model in models)


def numbered(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with a `pk`, from 1."""
    return ({"pk": number, **row} for number, row in enumerate(rows, 1))


def json_text(value: object) -> str:
    """A value as compact JSON, in UTF-8."""
    return to_json(value).decode()


def with_json(models: Iterable[BaseModel]) -> Iterator[Row]:
    """Rows whose columns are the models' fields; lists as JSON columns."""
    for row in dumped(models):
        yield {
            f"{name}_json" if isinstance(value, list) else name: (
                json_text(value) if isinstance(value, list) else value
            )
            for name, value in row.items()
        }


def referentials(made: Build) -> Iterator[Row]:
    """The records; lists as JSON columns; what is searched and sorted by beside them."""
    former = former_titles(made)
    for pk, (record, row) in enumerate(zip(made.records, with_json(made.records), strict=True), 1):
        titles = [title for code in record.replaces for title in former.get(code, ())]
        yield {"pk": pk, **row, "sort_key": fold(record.name), **search_columns(record, titles)}


def former_titles(made: Build) -> dict[str, tuple[str, ...]]:
    """Titles by code, of every code that a record replaces: from records and all sources."""
    replaced = {code for record in made.records for code in record.replaces}
    titles: dict[str, dict[str, None]] = {}
    documents = ((row.code, row.title) for row in made.reconciliation)
    records = ((record.code, record.name) for record in made.records)
    for code, title in chain(records, documents):
        if code in replaced:
            titles.setdefault(code, {})[title] = None
    return {code: tuple(given) for code, given in titles.items()}


def trades(made: Build) -> Iterator[Row]:
    """One row a trade, however many records have it."""
    for trade in shared_trades(made.records).values():
        yield {"id": trade.id, "masculine": trade.masculine, "feminine": trade.feminine}


# The column of a list of plain values; lists of models have their models' fields.
_PLAIN = {
    "rncp_codes": "rncp_code",
    "access_levels": "level",
    "access_diplomas": "diploma",
    "sources": "source",
}


def parts(made: Build, field: str) -> Iterator[Row]:
    """One row for each element of a list field, with its record and its place in it."""
    for record in made.records:
        for position, value in enumerate(getattr(record, field), 1):
            row: Row = {"referential": record.id, "position": position}
            if field == "trades":
                yield {**row, "trade": value.id, "label": value.label}
            elif field in _PLAIN:
                yield {**row, _PLAIN[field]: value}
            else:
                yield {**row, **value.model_dump(mode="json")}


def successions(made: Build) -> Iterator[Row]:
    """Former and later codes of each record."""
    for record in made.records:
        for relation, codes in (("replaces", record.replaces), ("replaced_by", record.replaced_by)):
            for position, code in enumerate(codes, 1):
                yield {
                    "referential": record.id,
                    "relation": relation,
                    "position": position,
                    "code": code,
                }


def page_links(made: Build) -> Iterator[Row]:
    """The known address of each record's page, which may differ from its canonical one."""
    index = PageIndex(page.model_dump(mode="json") for page in made.pages)
    for record in made.records:
        page = index.find(record.url, record.page)
        if page is not None:
            yield {"referential": record.id, "page_url": page["url"]}


def issues(made: Build) -> Iterator[Row]:
    """Issues of records, then those that only the whole shows, then those of pages."""
    own = ((record, found) for record in made.records for found in record.issues)
    for record, found in chain(own, trade_issues(made.records)):
        yield {"referential": record.id, "url": record.url, **found.model_dump(mode="json")}
    for row in made.issues:
        yield {"referential": None, "url": row.url, **row.issue.model_dump(mode="json")}
