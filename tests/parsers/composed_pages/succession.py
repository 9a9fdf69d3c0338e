"""The wordings of what a diploma replaces and what replaces it, with and without codes."""

import re
from html import escape

from .diplomas import TYPES, diplomas
from .draft import Draft
from .neighbours import other_name
from .pieces import Piece, alert, note, pair, par, table, under
from .statements import chosen

REPLACES = (
    pair("Remplace", "{code}"),
    pair("Remplace", "le {code}"),
    par("Remplace le n° {code}."),
    par("Ce diplôme remplace le {title} (code {code})."),
    pair("Diplôme précédent", "{title} ({code})"),
    note("Remplace le {title} {code}"),
    pair("Diplôme remplacé", "{code} - {title}"),
    par("Il se substitue au {title}, code {code}."),
    pair("Ancien diplôme", "{title} - code {code}"),
    under("Remplace", "{title} ({code})"),
    alert("Remplace le diplôme {code} ({title})"),
    par("Ce diplôme remplace le {title}."),
    pair("Remplace", "{title}"),
    note("Ce diplôme se substitue au {title}."),
    par("Le {title} ({code}) est remplacé par le présent diplôme."),
    pair("Prédécesseur", "{code}"),
)
REPLACED = (
    pair("Remplacé par", "{code}"),
    pair("Remplacé par", "le {code}"),
    par("Est remplacé par le {code}."),
    par("Ce diplôme est remplacé par le {title} (code {code})."),
    pair("Diplôme suivant", "{title} ({code})"),
    note("Remplacé par le {title} {code}"),
    alert("Attention ! Ce diplôme est remplacé par le {title} ({code})."),
    pair("Successeur", "{code} - {title}"),
    par("Voir désormais le {title}, code {code}, qui le remplace."),
    under("Remplacé par", "{title} ({code})"),
    par("Ce diplôme est remplacé par le {title}."),
    alert("Ce diplôme est remplacé par le {link}."),
    pair("Remplacé par", "{title}"),
    par("Le {title} ({code}) remplace le présent diplôme."),
    pair("Nouveau diplôme", "{title} - code {code}"),
    alert("Nouveau diplôme : {link} ({code}), qui remplace celui-ci."),
)
BOTH = (
    par("Ce diplôme remplace le {before} ({code}) et est remplacé par le {after} ({next})."),
    table(
        ("", "Code", "Diplôme"),
        ("Remplace", "{code}", "{before}"),
        ("Remplacé par", "{next}", "{after}"),
    ),
    par("Diplôme remplacé : {before} ({code}) ; diplôme de remplacement : {after} ({next})."),
)
_TYPES = {
    "500": "CAP", "400": "BAC_PRO", "450": "BP", "401": "BMA", "320": "BTS", "321": "DMA",
    "010": "MC", "561": "CS", "461": "CS",
}  # fmt: skip
_FEMININE = (
    (r"\ble ((?:<a[^>]*>)?MC )", r"la \1"),
    (r"\bLe (MC )", r"La \1"),
    (r"\bau (MC )", r"à la \1"),
)


def _related(draft: Draft, later: bool) -> tuple[str, str, str]:
    """The code, its letter and the title of a predecessor or successor: listed, or invented."""
    if draft.type == "MC" and later and draft.random.random() < 0.7:
        return draft.diploma.code, draft.diploma.letter, f"CS {escape(draft.name, quote=False)}"
    codes = draft.diploma.successors if later else draft.diploma.predecessors
    code = codes[0] if codes else ""
    if not code or code == draft.code:
        number = int(re.sub(r"\D", "0", draft.code[6:]))
        step = draft.random.randint(3, 9) if later else -draft.random.randint(1, 4)
        code = f"{draft.code[:6]}{(number + step) % 99:02d}"
        code = f"{draft.code[:6]}97" if code == draft.code else code
    other = diplomas().by_code.get(code)
    kind = _TYPES.get(code[:3], draft.type)
    name = other.name if other else draft.name if codes else other_name(draft)
    title = f"{TYPES[kind].short[0]} {name}"
    return code, other.letter if other else "", escape(title, quote=False)


def _one(draft: Draft, slot: str, stock: tuple[Piece, ...], later: bool) -> tuple[Piece, str]:
    code, letter, title = _related(draft, later)
    template = chosen(draft, slot, stock)
    page = draft.some("cap_nouveau", "bp_2", f"i0{draft.random.randint(1, 40):02d}")
    piece = draft.piece(
        template,
        code=draft.code_form(code, letter),
        title=title,
        link=f'<a href="{page}.html">{title}</a>',
    )
    text = piece.text
    for pattern, feminine in _FEMININE:
        text = re.sub(pattern, feminine, text)
    return piece._replace(text=text), code if "{code}" in template.text else ""


def predecessor(draft: Draft) -> Piece:
    piece, code = _one(draft, "predecessor", REPLACES, later=False)
    draft.replaces = (code,) if code else ()
    return piece


def successor(draft: Draft) -> Piece:
    piece, code = _one(draft, "successor", REPLACED, later=True)
    draft.replaced_by = (code,) if code else ()
    return piece


def both(draft: Draft) -> Piece:
    code, letter, before = _related(draft, later=False)
    following, next_letter, after = _related(draft, later=True)
    draft.replaces, draft.replaced_by = (code,), (following,)
    return draft.piece(
        chosen(draft, "succession", BOTH),
        code=draft.code_form(code, letter),
        next=draft.code_form(following, next_letter),
        before=before,
        after=after,
    )
