"""Read the level that no label names: in a title (`MC de niveau 3`), on a line of facts."""

import re
from collections.abc import Iterator, Sequence

from parsers.extract.single_values import placed
from parsers.model.statement import Finding, Statement
from parsers.segment.sections import Passage
from parsers.segment.title_words import fact_segments
from schema.level import DiplomaLevel
from schema.text import same_length
from schema.title import read_title

_NUMBER = r"niveau (?:[1-8]|[ivx]{1,4})(?![\w+])"
_IN_TITLE = re.compile(rf"(?<!ex[ -])\b{_NUMBER}")
# "Diplôme de niveau 4", "certification professionnelle classée au niveau 4", "de niveau IV"
_LINE = re.compile(
    r"(?:(?:diplome|certification|titre|formation)(?: \w{1,15}){0,2}? )?"
    rf"(?:(?:de|du|au) )?(?P<level>{_NUMBER})(?: du cadre national.{{0,60}})?"
)


def stated_levels(passages: Sequence[Passage], title: str, place: str) -> Iterator[Finding]:
    """Yield level and label of the first level in `title`, which stands at `place`, and on lines.

    A line may hold the words of the title's type and other facts, but no sentence.
    """
    if match := _IN_TITLE.search(same_length(title)):
        label = title[match.start() : match.end()]
        yield from _statements(label, title, place, "level in the title")
    types = read_title(title).types
    for passage in passages:
        if passage.section is None and passage.unknown is None and not passage.names:
            text, where = passage.piece.text, passage.piece.block.place
            for label in _levels_on(text, types):
                yield from _statements(label, text, where, "level on a line of facts")


def _levels_on(text: str, types: frozenset[str]) -> Iterator[str]:
    plain = same_length(text)
    start = plain.find("niveau ")
    if start < 0:
        return
    before = read_title(text[:start].removesuffix("de "))
    is_own_type = before.is_type_alone and before.types == types
    for segment in fact_segments(text[start:] if is_own_type else text):
        if match := _LINE.fullmatch(same_length(segment)):
            yield segment[match.start("level") : match.end("level")]


def _statements(label: str, text: str, place: str, rule: str) -> Iterator[Finding]:
    parsed = DiplomaLevel.parse(label)
    yield from placed(parsed.issues, place)
    if parsed.value is not None and parsed.value.level is not None:
        yield Statement("level", parsed.value.level, text, place, "", rule)
        yield Statement("level_label", parsed.value.level_label, text, place, "", rule)
