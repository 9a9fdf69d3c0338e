"""The wordings of links to documents: annexes, référentiels, grids, with size or format."""

from collections.abc import Callable
from itertools import count

from .draft import Draft
from .pieces import Piece, entry, pair, par, table

HEADINGS = (
    "",
    "Annexes",
    "Annexes",
    "Documents",
    "Documents à télécharger",
    "Référentiel",
    "Téléchargements",
    "Annexes de l’arrêté",
    "À télécharger",
    "Fichiers",
    "Documents joints",
    "Pièces jointes",
)
NUMERALS = ("I", "II", "III", "IV", "V", "VI")
_ANNEXES = (
    (
        "Référentiel des activités professionnelles",
        "Référentiel de certification",
        "Règlement d'examen",
        "Définition des épreuves",
        "Périodes de formation en milieu professionnel",
        "Tableau de correspondance entre épreuves",
    ),
    (
        "Référentiel d'activités",
        "Référentiel de compétences",
        "Référentiel d'évaluation",
        "Unités constitutives du référentiel",
        "Stage en milieu professionnel",
        "Lexique",
    ),
    (
        "Présentation des référentiels du diplôme",
        "Unités constitutives du diplôme",
        "Règlement d'examen",
        "Formation en milieu professionnel",
        "Correspondance d'unités",
        "Savoirs associés",
    ),
)
_LETTERED = (
    ("Annexe I a", "Annexe I b", "Annexe II a", "Annexe II b", "Annexe III"),
    ("Annexe Ia", "Annexe Ib", "Annexe II", "Annexe III", "Annexe IV"),
    ("Annexe I a", "Annexe I b", "Annexe II a", "Annexe II b", "Annexe II c", "Annexe III"),
)
_SHEETS = (
    ("Grille d'évaluation E2", "grille_e2.xls"),
    ("Grille nationale d'évaluation", "grille.xlsx"),
    ("Fiche d'évaluation du stage", "fiche.doc"),
    ("Livret de suivi", "livret.docx"),
)
_GUIDES = (
    ("Guide d'accompagnement pédagogique", "guide.pdf"),
    ("Repères pour la formation", "reperes.pdf"),
    ("Sujet zéro épreuve E2", "sujet0_e2.pdf"),
    ("Document ressource", "ressource.pdf"),
)
_ICON = '<img src="../images/pdf.gif" alt="{}" width="16" height="16" border="0">'
# what stands in an entry of a list of annexes
_ENTRIES = (
    ("annexes", 4, "{link}"),
    ("size beside", 2, "{link} (PDF, {size})"),
    ("size inside", 1, "{sized}"),
    ("format", 1, "{link} [pdf]"),
    ("download after", 1, "{title} : {download}"),
    ("icon", 1, "{icon} {title}"),
    ("icon inside", 1, "{with_icon}"),
)


def _link(draft: Draft, file: str, title: str, text: str = "") -> str:
    """A link to a file of the page; its title is that of the document unless `text` is all."""
    return f'<a href="{draft.document(draft.file(file), title)}">{text or title}</a>'


def _size(draft: Draft) -> str:
    number = draft.random.randint(40, 980)
    return draft.some(f"{number} ko", f"{number} Ko", f"1,{number % 9 + 1} Mo", f"{number}&nbsp;ko")


def _annexes(draft: Draft, most: int = 5) -> list[tuple[str, str]]:
    """The files and titles of some annexes."""
    names, mark = draft.some(*_ANNEXES), draft.some(" : ", " - ", " – ", ". ", " ")
    shown = draft.random.randint(2, most)
    return [
        (annex_file(draft, place), f"Annexe {NUMERALS[place]}{mark}{names[place]}")
        for place in range(shown)
    ]


def annex_file(draft: Draft, place: int) -> str:
    """The name of the file of an annex, in the manner that the page keeps to."""
    numeral, stem = NUMERALS[place], draft.stem
    return (
        f"{stem}{'abcdef'[place]}.pdf",
        f"annexe{place + 1}.pdf",
        f"Annexe_{numeral}.pdf",
        f"{stem}_annexe_{place + 1}_{draft.days['c']:%y%m%d}.pdf",
        f"Annexe%20{numeral}.pdf",
    )[draft.file_style]


def _listed(template: str) -> Callable[[Draft], list[Piece]]:
    """Make a form: a list of annexes, each as the template says."""

    def form(draft: Draft) -> list[Piece]:
        pieces = []
        for file, title in _annexes(draft):
            size = _size(draft)
            if "{link}" in template:
                text = template.format(link=_link(draft, file, title), size=size)
            elif template == "{sized}":
                text = _link(draft, file, "", f"{title} ({draft.some('PDF - ', 'pdf, ')}{size})")
                draft.documents[-1] = (draft.documents[-1][0], title)
            elif template == "{with_icon}":
                text = _link(draft, file, title, f"{_ICON.format('')} {title}")
            else:
                word = draft.some("Télécharger", "télécharger", "PDF")
                shown = _ICON.format("PDF") if "{icon}" in template else word
                link = _link(draft, file, "", shown)
                text = template.format(title=title, download=link, icon=link)
            pieces.append(entry(text))
        return pieces

    return form


def _whole(draft: Draft) -> list[Piece]:
    title = draft.some(
        "Référentiel",
        "Référentiel du diplôme",
        "Télécharger le référentiel",
        "Référentiel complet",
        "Référentiel et règlement d’examen",
    )
    link = _link(draft, f"{draft.stem}{draft.some('', '_ref', 'ref')}.pdf", title)
    return [draft.some(entry, par)(link)]


def _all_annexes(draft: Draft) -> list[Piece]:
    title = draft.some(
        "Annexes", "Annexes du diplôme", "Annexes de l’arrêté", "Voir les annexes", "Les annexes"
    )
    return [par(_link(draft, draft.some("annexes.pdf", f"Annexes_{draft.stem}.pdf"), title))]


def _lettered(draft: Draft) -> list[Piece]:
    titles = draft.some(*_LETTERED)[: draft.random.randint(2, 6)]
    return [
        entry(_link(draft, f"{draft.stem}{letter}.pdf", title))
        for letter, title in zip("abcdefg", titles, strict=False)
    ]


def _sheets(draft: Draft) -> list[Piece]:
    files = [*_annexes(draft, 2), *((f, t) for t, f in draft.random.sample(_SHEETS, 2))]
    return [entry(_link(draft, file, title)) for file, title in files]


def _archive(draft: Draft) -> list[Piece]:
    link = _link(draft, f"{draft.stem}.zip", "Ensemble des annexes")
    return [par(f"{link} (zip, {_size(draft)})")]


def _sentence(draft: Draft) -> list[Piece]:
    links = [
        _link(draft, annex_file(draft, place), f"annexe {NUMERALS[place]}")
        for place in range(draft.random.randint(2, 4))
    ]
    return [par(f"Consulter : {', '.join(links[:-1])} et {links[-1]}.")]


def _table(draft: Draft) -> list[Piece]:
    rows = [(_link(draft, f, title), "PDF", _size(draft)) for f, title in _annexes(draft)]
    return [table(("Document", "Format", "Taille"), *rows)]


def _dated(draft: Draft) -> list[Piece]:
    file = f"{draft.stem}_{draft.days['c']:%y%m%d}.pdf"
    link = _link(draft, file, draft.some("Référentiel", "Annexes"))
    return [entry(link + draft.some("", f" ({_size(draft)})"))]


def _guides(draft: Draft) -> list[Piece]:
    files = (("Référentiel", "referentiel.pdf"), *draft.random.sample(_GUIDES, 2))
    return [entry(_link(draft, file, title)) for title, file in files]


def _numbered(draft: Draft) -> list[Piece]:
    form = draft.some("Annexe {}", "annexe {}", "ANNEXE {}", "Annexe n° {}")
    numbers = draft.some(NUMERALS, tuple("123456"))
    return [
        entry(_link(draft, annex_file(draft, place), form.format(numbers[place])))
        for place in range(draft.random.randint(2, 5))
    ]


def _in_line(draft: Draft) -> list[Piece]:
    links = (
        _link(draft, annex_file(draft, place), f"Annexe {NUMERALS[place]}")
        for place in range(draft.random.randint(2, 4))
    )
    return [par(" | ".join(links))]


def _labelled(draft: Draft) -> list[Piece]:
    names = draft.some(*_ANNEXES)
    return [
        pair(f"Annexe {numeral}", _link(draft, annex_file(draft, place), name))
        for place, numeral, name in zip(count(), NUMERALS[:2], names, strict=False)
    ]


def _none(draft: Draft) -> list[Piece]:
    return []


FORMS: tuple[tuple[str, Callable[[Draft], list[Piece]]], ...] = (
    *((name, _listed(template)) for name, weight, template in _ENTRIES for _ in range(weight)),
    *(("one référentiel", _whole),) * 3,
    *(("one file of annexes", _all_annexes),) * 3,
    *(("lettered", _lettered),) * 2,
    ("sheets", _sheets),
    ("archive", _archive),
    ("sentence", _sentence),
    ("table", _table),
    ("dated file", _dated),
    ("guides", _guides),
    *(("numbered", _numbered),) * 2,
    ("in line", _in_line),
    ("labelled", _labelled),
    *(("none", _none),) * 2,
)


def documents(draft: Draft) -> list[Piece]:
    """Choose a wording of the page's documents."""
    return draft.choose("documents", FORMS)(draft)
