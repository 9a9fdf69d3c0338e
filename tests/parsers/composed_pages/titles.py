"""The wordings of titles: type and name in lines, in capitals, quoted, with level or code."""

from collections.abc import Callable
from html import escape
from typing import NamedTuple

from schema.text import ascii_text

from .diplomas import TYPES
from .draft import Draft
from .pieces import Piece, pair


class Form(NamedTuple):
    """A wording. `spelling`: of type and name; `also`: a title that is right as well.

    `types`: the types that it is for (none: all); `single`: it is for a page of one diploma.
    """

    name: str
    weight: int
    lines: tuple[str, ...]
    also: tuple[str, ...] = ()
    spelling: str = ""
    types: tuple[str, ...] = ()
    single: bool = False
    labels: tuple[tuple[str, str], ...] = ()


_SHORT, _LONG = ("{short} {name}",), ("{label} {name}",)
# a title that is labels and values keeps the labels or not
_LABELLED = (
    *_LONG,
    "{label} Spécialité {name}",
    "Diplôme : {label} Spécialité : {name}",
    "Diplôme : {label} {name}",
    "Diplôme {label} {name}",
)
FORMS = (
    Form("short", 4, _SHORT),
    Form("full", 3, _LONG),
    Form("full, two lines", 5, ("{label}", "{name}")),
    Form("short, two lines", 3, ("{short}", "{name}")),
    Form("bare capitals", 3, ("{label}", "{name}"), spelling="bare capitals"),
    Form("short, capitals", 2, _SHORT, spelling="capitals"),
    Form("short, bare capitals", 1, _SHORT, spelling="bare capitals"),
    Form("name in capitals", 1, ("{label}", "{name}"), spelling="name in capitals"),
    Form("guillemets", 1, ("{short} « {name} »",), _SHORT),
    Form("quotes", 1, ('{label} "{name}"',), _LONG),
    Form("speciality", 1, ("{label} spécialité {name}",), _LONG),
    Form("speciality, two lines", 1, ("{label}", "Spécialité : {name}"), _LONG),
    Form("speciality, colon", 1, ("{label}, spécialité : {name}",), _LONG),
    Form("speciality of", 1, ("Spécialité « {name} » de {small_label}",), _LONG, single=True),
    Form("level after a dash", 1, ("{short} {name} - niveau {level}",), _SHORT),
    Form("level in brackets", 1, ("{label} {name} (niveau {some_level})",), _LONG),
    Form("code in brackets", 1, ("{short} {name} ({code})",), _SHORT, single=True),
    Form("code after a dash", 1, ("{short} {name} - {code}",), _SHORT, single=True),
    Form("référentiel of", 1, ("Référentiel {du} {short} {name}",), _SHORT),
    Form("sheet", 1, ("Fiche diplôme : {short} {name}",), _SHORT),
    Form("site", 1, ("éduscol | {short} {name}",), _SHORT),
    Form("site above the type", 1, ("éduscol – {label}", "{name}"), _LONG),
    Form("presentation of", 1, ("Présentation {du} {short} {name}",), _SHORT),
    Form("level in square brackets", 1, ("{label} {name} [niveau {some_level}]",), _LONG),
    Form("former sheet", 1, ("{short} {name} (ancien référentiel)",), _SHORT),
    Form("version", 1, ("{short} {name} (version 2010)",), _SHORT),
    Form("sheet below", 1, ("{short} {name}", "Référentiel de certification"), _SHORT, single=True),
    Form("level below", 1, ("{short} {name}", "Niveau {some_level}"), _SHORT, single=True),
    Form("code below", 1, ("{short} {name}", "Code {code}"), _SHORT, single=True),
    Form("brochure below", 1, ("{short} {name}", "Brochure n° 123"), _SHORT, single=True),
    Form("dash", 1, ("{short} - {name}",), _SHORT),
    Form("colon", 1, ("{short} : {name}",), _SHORT),
    Form("comma", 1, ("{label}, {name}",), _LONG),
    Form("type below", 1, ("{name}", "{label}"), _LONG),
    Form("type in brackets", 1, ("{name} ({short})",), _SHORT),
    Form("short in brackets", 1, ("{label} ({first_short}) {name}",), (*_LONG, *_SHORT)),
    Form("three lines", 1, ("{label_start}", "{label_end}", "{name}")),
    Form(
        "labels",
        1,
        (),
        _LABELLED,
        single=True,
        labels=(("Diplôme", "{label}"), ("Spécialité", "{name}")),
    ),
    Form("title and label", 1, _SHORT, _LONG, labels=(("Intitulé", "{label} {name}"),)),
    Form("level", 4, ("{label} de niveau {level}", "{name}"), _LONG, types=("MC", "CS")),
    Form(
        "former type",
        2,
        ("{label} (ex mention complémentaire)", "{name}"),
        (*_LONG, "CS {name}"),
        types=("CS",),
    ),
    Form("former type in short", 2, ("CS (ex MC) {name}",), (*_LONG, "CS {name}"), types=("CS",)),
)
ROMAN_LEVELS = {3: "V", 4: "IV", 5: "III"}
_SPELLINGS: dict[str, Callable[[str], str]] = {
    "": str,
    "capitals": str.upper,
    "bare capitals": lambda text: ascii_text(text.replace("’", "'")).upper(),
}


def titles(draft: Draft) -> tuple[list[str], list[Piece]]:
    """Choose a wording of the title: its lines, and the pairs that say it, if any do."""
    form = draft.choose(
        "title",
        [
            (form.name, form)
            for form in FORMS
            for _ in range(form.weight)
            if draft.type in (form.types or TYPES) and not (form.single and draft.family)
        ],
    )
    kind, level = TYPES[draft.type], draft.diploma.level
    spell = _SPELLINGS["capitals" if form.spelling == "name in capitals" else form.spelling]
    label = kind.label if form.spelling == "name in capitals" else spell(kind.label)
    short = draft.some(*kind.short)
    name = spell(draft.name)
    start, _, end = label.rpartition(" ")
    words = {
        "name": name,
        "label": label,
        "small_label": label[0].lower() + label[1:],
        "label_start": start,
        "label_end": end,
        "short": short.upper() if form.spelling else short,
        "first_short": kind.short[0],
        "level": level,
        "some_level": draft.some(level, ROMAN_LEVELS[level]),
    }
    if any("{code}" in line for line in form.lines):
        words["code"] = draft.code_form(draft.code, draft.diploma.letter)
        draft.code_stated = True
    lines = [draft.render(line, **words) for line in form.lines]
    also = (draft.render(title, **words) for title in form.also)
    published = (" ".join(lines), *also)
    draft.titles = tuple(dict.fromkeys(" ".join(title.split()) for title in published if title))
    draft.published_name = name
    pairs = [(label, draft.render(value, **words)) for label, value in form.labels]
    return lines, [pair(label, escape(value, quote=False)) for label, value in pairs]
