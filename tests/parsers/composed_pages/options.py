"""The wordings of options: lists, tables, sentences, with letters, with codes, with both."""

from html import escape
from typing import NamedTuple

from schema.text import ascii_text

from .draft import Draft
from .pieces import Piece, entry, pair, par, table
from .words import code_forms

HEADINGS = ("", "Options", "Options du diplôme")
_NUMBERS = {2: "deux", 3: "trois", 4: "quatre", 5: "cinq"}


class Form(NamedTuple):
    """A wording: `each` option's piece, or one piece of them all, joined by `join`.

    `lead`: what stands before them. `codes`: the page states a code for each option, or one for
    all (`common`). `spelling`: of letter and name.
    """

    name: str
    lettered: bool
    kind: str
    each: str
    join: str = ""
    lead: str = ""
    codes: str = ""
    spelling: str = ""


FORMS = (
    Form("list", True, "entry", "Option {letter}[ : | - | – | ]{name}"),
    Form("list with codes", True, "entry", "Option {letter} - {name} ({code})", codes="each"),
    Form("table", True, "table", "Option|{letter}~Intitulé|{name}~Code|{code}", codes="each"),
    Form("line", True, "pair", "{letter} - {name}", " ; ", "Options"),
    Form(
        "sentence",
        True,
        "par",
        "option {letter} «&nbsp;{name}&nbsp;»",
        ", ",
        "Ce diplôme comporte {number} options : ",
    ),
    Form("labels", True, "pair", "{name}", lead="Option {letter}"),
    Form("lines", True, "par", "Option {letter} : {name}", "<br>\n"),
    Form("letters", True, "entry", "{letter} : {name}", lead="Options :"),
    Form(
        "table with RNCP",
        True,
        "table",
        "Option|Option {letter} : {name}~Code|{code}~RNCP|{rncp}",
        codes="each",
    ),
    Form("title", True, "title", "Option {letter} : {name}"),
    Form("small letters", True, "entry", "option {letter} - {name}", spelling="small"),
    Form("common code", True, "entry", "Option {letter} : {name}", codes="common"),
    Form(
        "sentence with codes",
        True,
        "par",
        "option {letter} : {name} (code {code})",
        " ; ",
        "{Number} options : ",
        "each",
    ),
    Form("capitals", True, "par", "OPTION {letter} : {name}", "<br>\n", spelling="capitals"),
    Form("names, table", False, "table", "Option|{name}~Code|{code}", codes="each"),
    Form("names, list", False, "entry", "Option {name} : {code}", codes="each"),
    Form("names, sentence", False, "par", "{name} (code {code})", ", ", "Options : ", "each"),
    Form("names, labels", False, "pair", "{code}", lead="Code option {name}", codes="each"),
    Form("names alone", False, "entry", "Option {name}"),
    Form("names, lines", False, "par", "{code} : option {name}", "<br>\n", codes="each"),
)


def options(draft: Draft) -> tuple[list[Piece], list[str]]:
    """Choose a wording of the family's options: its pieces, or the lines that it adds to a title.

    Options are diplomas of their own, by letters, codes or names alone.
    """
    lettered = bool(draft.family[0].option_letter)
    form = draft.choose("options", [(f.name, f) for f in FORMS if f.lettered == lettered])
    small = draft.random.random() < 0.25
    codes = [dict(code_forms(diploma.code, diploma.letter)) for diploma in draft.family]
    code_form = draft.some(*codes[0])
    draft.note("code form", code_form)
    shown: list[dict[str, str]] = []
    for place, diploma in enumerate(draft.family):
        name = diploma.option
        name = (name[0].lower() if small else name[0].upper()) + name[1:]
        letter = chr(ord("A") + place) if lettered else ""
        if form.spelling == "capitals":
            name = ascii_text(name.replace("’", "'")).upper()
        if form.spelling == "small":
            letter = letter.lower()
        shown.append({
            "letter": letter, "name": escape(name, quote=False), "code": codes[place][code_form],
            "rncp": diploma.rncp or "",
        })  # fmt: skip
        code = {"each": diploma.code, "common": draft.family[0].code}.get(form.codes)
        rncp = diploma.rncp if "{rncp}" in form.each else None
        draft.options.append((letter, name, code, rncp))
    return _pieces(draft, form, shown)


def _pieces(draft: Draft, form: Form, shown: list[dict[str, str]]) -> tuple[list[Piece], list[str]]:
    number = _NUMBERS[len(shown)]
    template = draft.render(form.each.replace("{", "{{").replace("}", "}}"))
    if form.kind == "table":
        columns = [column.split("|") for column in form.each.split("~")]
        rows = [tuple(cell.format(**each) for _, cell in columns) for each in shown]
        return [table(tuple(head for head, _ in columns), *rows)], []
    texts = [template.format(**each) for each in shown]
    if form.kind == "title":
        return [], texts
    if form.join:
        text = form.join.join(texts)
        if form.name == "sentence":
            text = f"{', '.join(texts[:-1])} et {texts[-1]}"
        lead = form.lead.format(number=number, Number=number.capitalize())
        if form.kind == "pair":
            return [pair(lead, text)], []
        return [par(lead + text + ("." if lead else ""))], []
    if form.kind == "pair":
        labels = [form.lead.format(**each) for each in shown]
        return [pair(*both) for both in zip(labels, texts, strict=True)], []
    before = [par(form.lead)] if form.lead else []
    if form.codes == "common":
        before = [pair("Code diplôme (commun aux options)", shown[0]["code"])]
    return [*before, *map(entry, texts)], []
