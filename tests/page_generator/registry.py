"""The table of makings: a decorator names a function, gives it its labels, encodes its page."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from .labels import Labels, label_variants
from .values import Values

Making = Callable[[Values], bytes]
MAKINGS: dict[str, Making] = {}
SOBER: set[str] = set()


def making(
    encoding: str = "utf-8", *, bom: bytes = b"", sober: bool = False
) -> Callable[[Callable[[Values, Labels], str]], Making]:
    """Register ``f(values, labels) -> text of a page`` as ``values -> bytes`` under its own name.

    Characters that the encoding lacks become numeric references, as editors write them.
    ``sober`` says that the page shows only the title, the legal texts and the documents.
    """

    def register(function: Callable[[Values, Labels], str]) -> Making:
        name = function.__name__

        @wraps(function)
        def make(values: Values) -> bytes:
            text = function(shown(name, values), label_variants(name))
            return bom + text.encode(encoding, "xmlcharrefreplace")

        if name in MAKINGS:
            raise ValueError(f"two makings are called {name}")
        MAKINGS[name] = make
        if sober:
            SOBER.add(name)
        return make

    return register


def shown(name: str, values: Values) -> Values:
    """The values that the page of the making ``name`` shows: all, or a sober page's few."""
    if name not in SOBER:
        return values
    return replace(Values(title=values.title), legal=values.legal, documents=values.documents)
