"""Choose a wording of orders, and note what it states of them."""

from datetime import date, timedelta
from html import escape

from .draft import Draft
from .neighbours import other_name
from .order_wordings import FORMS, OBJECTS, RULES, SPECIALITY
from .pieces import Piece

_WEIGHTED = tuple((form.name, form) for form in FORMS for _ in range(form.weight))
_BARE = FORMS[0]


def orders(draft: Draft) -> list[Piece]:
    """Choose a wording of the diploma's orders, and note what it states of them."""
    form = draft.choose("orders", _WEIGHTED)
    day, rules, other = draft.days["c"], RULES.get(draft.type), other_name(draft)
    if (
        ("r" in form.kinds and not draft.repeal())
        or ("g" in form.kinds and (not rules or rules[0] == day))
        or ("{other}" in form.pieces[0].text and other == draft.name)
    ):
        form = _BARE
        draft.note("orders", form.name)
    objects = OBJECTS
    if draft.type in ("CAP", "BAC_PRO", "BP", "BMA"):
        objects = (("speciality", SPECIALITY), *OBJECTS[1:])
    if rules:
        draft.days["g"] = rules[0]
    kind, words = draft.choose("object", objects) if "o" in form.kinds else ("", "")
    for which, stated in zip(_ordered(form.kinds), form.kinds, strict=True):
        if stated != "g":  # a rule of all diplomas of the type is no order of this one
            draft.state_order(which, {"o": kind}.get(stated, stated))
    draft.status = "repealed" if "r" in form.kinds else draft.status
    former = date(day.year - draft.random.randint(8, 20), draft.random.randint(2, 11), 17)
    values = {
        "object": draft.render(words),
        "rules": rules[1] if rules else "",
        "former": draft.written(former),
        "other": escape(other, quote=False),
        "jo_later": f"JO du {draft.written(day + timedelta(40))}",
    }
    for link, which, text in (
        ("link", "c", "{Order_c}"),
        ("link_m", "m", "{Order_m}"),
        ("link_object", "c", "{Order_c} {object}"),
    ):
        if any(f"{{{link}}}" in piece.text for piece in form.pieces):
            values[link] = _link(draft, which, draft.render(text, **values))
    return [draft.piece(piece, **values) for piece in form.pieces]


def _ordered(kinds: str) -> str:
    """The orders that a form is of: the letters of the days, in the order of the kinds."""
    if "g" in kinds or "r" in kinds:
        return "c" + kinds[1]
    return "cmn"[: len(kinds)]


def _link(draft: Draft, which: str, text: str) -> str:
    """A link on an order: to its file, or to its page of the journal or the bulletin."""
    day, number = draft.day(which), draft.random.randint(10**7, 10**8 - 1)
    short, stem = f"{day:%y%m%d}", draft.stem
    beside = f"arretes/{stem}_{short}.pdf"
    name = draft.some(f"arrete_{short}", f"{stem}_arrete_{short}", f"ar{short}")
    inside = draft.file(f"{name}.pdf")
    address = draft.choose(
        "order link",
        (
            ("file", inside),
            ("file", inside),
            ("file beside", beside),
            ("journal", f"https://www.legifrance.gouv.fr/jorf/id/JORFTEXT0000{number}"),
            (
                "bulletin",
                f"http://www.education.gouv.fr/bo/{day.year}/{number % 41 + 5}/default.htm",
            ),
            ("law", f"https://www.legifrance.gouv.fr/loda/id/JORFTEXT0000{number}/"),
        ),
    )
    if address.endswith(".pdf"):
        draft.order_files.append(address)
    return f'<a href="{address}">{text}</a>'
