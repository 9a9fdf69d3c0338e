"""The day of its last change that a page states about itself, as published."""

import re
from collections.abc import Iterable

from schema.text import has_any, has_digit, same_length

_MONTH = r"(?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (
    r"(?:\d{1,2}(?:er)?[ ./-]+(?:\d{1,2}|[a-z]+)[ ./-]+(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    rf"|{_MONTH} \d{{4}})\b"
)
# Only a line that begins so is about the page, or a service's: "DGESCO - mis à jour le …", but
# "Règlement (mis à jour le …)" is about a document.
_SERVICE = r"(?:dgesco|eduscol|ministere|bureau|(?:sous-)?direction|mission)\b[^|\d]{0,60}? [–—-] "
_LABEL = (
    r"(?:(?:cette |la )?page |(?:cet |l')?article |contenu |fiche )?(?:a ete )?"
    r"(?:date de (?:la )?)?(?:derniere )?"
    r"(?:mise?s? a jour|maj|modification de la page|page modifiee)"
)
_UPDATE = re.compile(
    rf"(?:^(?:{_SERVICE})?|[|•·;]|(?:publiee?|mise en ligne|creee?)\W+(?:le )?{_DATE}\W)[^\w|•·;]*"
    rf"(?P<note>{_LABEL}\b[^\d|•·;]{{0,40}}?{_DATE})"
)
_MAY_SAY = ("jour", "odifi", "MAJ", "Maj")  # before a line is folded
_LABEL_ALONE = re.compile(rf"\W*{_LABEL}(?: le)?\W*")
_DATE_ALONE = re.compile(rf"(?:le )?{_DATE}\W*")


def page_update(lines: Iterable[str]) -> str | None:
    """Return a page's statement of its last change (`Mis à jour le 12/03/2019`), or None.

    `lines`: its lines in reading order, footer among them. Different notes are joined by ` | `.
    """
    notes: dict[str, None] = {}
    label = ""
    text = "\n".join(lines)
    for line in text.split("\n") if has_any(text, _MAY_SAY) else ():
        if not (label or has_any(line, _MAY_SAY)):  # most lines
            continue
        folded = same_length(line)
        if label and _DATE_ALONE.fullmatch(folded):
            notes[f"{label} {line}"] = None
        label = ""
        is_update = "a jour" in folded or "modifi" in folded or "maj" in folded
        if is_update and has_digit(folded) and (match := _UPDATE.search(folded)):
            notes[line[match.start("note") : match.end("note")]] = None
        elif is_update and _LABEL_ALONE.fullmatch(folded):
            label = line
    return " | ".join(notes) or None
