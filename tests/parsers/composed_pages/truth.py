"""What a composed page states, as the facts that sober pages are compared with."""

from dataclasses import replace
from html import unescape

from tests.parsers.sober_pages.page import Facts

from .draft import Draft
from .encodings import without_signs

# the ways in which a title may join an option that stands elsewhere on the page
_LETTERED = (
    "option {letter} {name}",
    "option {letter} : {name}",
    "option {letter} - {name}",
    "option {letter} – {name}",
    "option {letter} « {name} »",
    "- option {letter} : {name}",
)
_NAMED = ("option {name}", "- {name}", "- option {name}", "{name}")


def facts(draft: Draft, plain: bool) -> tuple[Facts, ...]:
    """Return the facts of each diploma of a page; `plain`: its quotes and dashes are."""

    def shown(text: str) -> str:
        return without_signs(text) if plain else text

    titles = tuple(map(shown, draft.titles))
    name = shown(draft.published_name)
    orders = sorted(
        f"{day.isoformat()} {kind}" + (f" {number}" if number else "")
        for day, (kind, number) in draft.orders.items()
    )
    common = Facts(
        titles,
        name,
        draft.type,
        draft.code if draft.code_stated else None,
        "\n".join(orders),
        tuple((address, shown(unescape(title))) for address, title in draft.documents),
        tuple(draft.order_files),
        draft.first,
        draft.last,
        draft.rncp,
        draft.status,
        draft.replaces,
        draft.replaced_by,
    )
    if not draft.options:
        return (common,)
    return tuple(
        replace(
            common,
            title=_with_option(titles, name, letter, shown(option)),
            name=f"{name} option {letter} {shown(option)}".replace("  ", " "),
            code=code,
            rncp=(f"RNCP{rncp}",) if rncp else common.rncp,
        )
        for letter, option, code, rncp in draft.options
    )


def _with_option(titles: tuple[str, ...], name: str, letter: str, option: str) -> tuple[str, ...]:
    """The titles of an option, which stands at the end or before the type that follows the name."""
    joined = []
    for title in titles:
        for form in _LETTERED if letter else _NAMED:
            words = form.format(letter=letter, name=option)
            for word in ("option", "Option", "OPTION"):
                written = words.replace("option", word, 1)
                joined.append(f"{title} {written}")
                if title.startswith(name):
                    joined.append(f"{name} {written}{title.removeprefix(name)}")
    return tuple(dict.fromkeys(joined))
