"""The names of the checks that may be accepted, known before there is any data."""

from collections.abc import Collection, Iterator

from output.checks.of_dataset import FILLED
from schema.referential import Referential
from schema.suggestions import not_known
from schema.vocabulary import table

_FATAL = (
    "records", "records-gone", "records-fallen", "page-suspect", "pages-unread", "reader-fault",
    "scope", "withdrawn",
)  # fmt: skip


def acceptable() -> Iterator[str]:
    """Yield the name of every check whose failure stops a publication and may be accepted."""
    yield from _FATAL
    yield "source-small:list"
    for name in table("sources.csv", "name"):
        yield from (f"source-refused:{name}", f"source-shrunk:{name}")
    for name in FILLED:
        yield f"filled:{name}"
        families = (*table("diploma_types.csv", "diploma_type"), "None")
        yield from (f"filled:{name}:{family}" for family in families)
    yield from (f"values:{field}" for field in Referential.model_fields)


def refuse_unknown(accept: Collection[str]) -> None:
    """Raise `UnusableInput` for a name that is not that of such a check."""
    names = set(acceptable())
    for name in accept:
        if name not in names:
            raise not_known(
                "", f"--accept {name}", sorted(f"--accept {known_name}" for known_name in names)
            )
