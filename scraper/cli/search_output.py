"""Output of `eduscol search`, in French."""

from collections.abc import Iterator, Mapping, Sequence

from output.versions.search import Hit, nowhere
from schema.stems import written_words
from schema.vocabulary import table

_NO_CODE = "sans code"


def hit_lines(hits: Sequence[Hit]) -> Iterator[str]:
    """Yield one line a diploma: code, type, title, where the words were found."""
    width = max(len(_short_type(hit)) for hit in hits)
    for hit in hits:
        code, kind = hit.code or _NO_CODE, _short_type(hit)
        places = f"  [{', '.join(hit.found_in)}]" if hit.found_in else ""
        yield f"{code:9}  {kind:{width}}  {hit.name}{places}"
    yield f"{len(hits)} diplôme{'s' * (len(hits) > 1)}"


def _short_type(hit: Hit) -> str:
    types = table("diploma_types.csv", "diploma_type")
    return types[hit.diploma_type]["short_fr"] if hit.diploma_type in types else ""


def nothing_found(query: str, nearest: Mapping[str, Sequence[str]]) -> str:
    """Return a hint for a search without hits: the nearest words, or what to try."""
    lines = [f"Aucun diplôme pour « {query} »."]
    written = written_words(query)
    for word, others in nearest.items():
        told = f"« {written.get(word, word)} » {nowhere(word)}"
        if others:
            lines.append(f"{told} ; mots proches : {', '.join(others)}")
        else:
            lines.append(f"{told}, et aucun mot ne lui ressemble.")
    if not nearest:
        lines.append("Chaque mot existe, mais aucun diplôme ne les a tous : retirez-en un.")
    return "\n".join(lines)
