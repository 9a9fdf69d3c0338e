"""Search columns of a record beside its published texts: stems, codes, other spellings."""

from collections.abc import Iterable, Iterator, Sequence

from schema.diploma_type import further_writings
from schema.referential import TEXT_FIELDS, Referential
from schema.stems import option_letters, other_forms, stems
from schema.text import fold, search_text
from schema.title import read_title
from schema.vocabulary import table


def search_columns(record: Referential, former_titles: Iterable[str]) -> dict[str, str]:
    """Return the search columns of a record by name.

    `former_titles`: titles of the diplomas that it replaces, which are still searched for.
    """
    types = table("diploma_types.csv", "diploma_type").get(record.diploma_type or "", {})
    trades = [form for trade in record.trades for form in (trade.masculine, trade.feminine)]
    names = stems(
        record.code,  # before the diplomas that replace it
        record.name,
        record.title,
        record.acronym,
        record.diploma_type,
        record.diploma_type_label,
        types.get("label_fr"),
        *further_writings(read_title(record.title).type_label or ""),
        *former_titles,
    )
    return {
        "search_text": _search_text(record),
        "search_names": " ".join(dict.fromkeys((*names.split(), *option_letters(record.title)))),
        "search_trades": stems(*trades),
        "search_texts": stems(
            *(getattr(record, name) for name in TEXT_FIELDS),
            record.cpc,
            record.sector,
            record.nsf_label,
        ),
    }


def _search_text(record: Referential) -> str:
    """Return the text that is searched beside the published ones.

    A tokenizer that opens ligatures would make the file unreadable for every other program, so
    each text that holds one stands here a second time, without it.
    """
    numbers = (number.removeprefix("RNCP") for number in record.rncp_codes)
    parts = [record.code or "", *record.rncp_codes, *numbers, record.nsf_code or ""]
    parts += record.replaces
    for trade in record.trades:
        forms = (trade.label, trade.masculine, trade.feminine)
        parts += [part for form in forms for part in (form, *_opened(form))]
    genders = (form for trade in record.trades for form in (trade.masculine, trade.feminine))
    parts += further_forms(record.name, *genders)
    for name in ("name", "title", "acronym", *TEXT_FIELDS):
        parts += _opened(getattr(record, name))
    return "\n".join(part for part in dict.fromkeys(parts) if part)


def further_forms(*texts: str) -> Iterator[str]:
    """Yield the other numbers and genders of the words, for searches without stems."""
    for word in dict.fromkeys(word for text in texts for word in fold(text).split()):
        yield from other_forms(word)


def _opened(text: str | None) -> Sequence[str]:
    """Return the text with its ligatures opened, if it has any."""
    # Few texts have one, and looking is a hundred times faster than translating.
    if text is None or not any(mark in text for mark in "œŒæÆß"):
        return ()
    return (search_text(text),)
