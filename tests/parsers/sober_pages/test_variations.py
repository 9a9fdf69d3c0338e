"""Families of sober pages in varied places, tags, order and wording, each with near misses."""

import itertools
from collections.abc import Callable, Iterator

import pytest

from .compare import compare
from .page import Facts, Page, page, slug

TITLE = "<h1>CAP Vannerie</h1>"
ORDER = "<p>Arrêté du 7 mars 2001</p>"
CODE = "<p>Code : 500-23438 T</p>"


def _vannerie(
    orders: str = "2001-03-07 -",
    first: int | None = None,
    status: str = "unknown",
    documents: tuple[tuple[str, str], ...] = (),
) -> Facts:
    return Facts(
        "CAP Vannerie", "Vannerie", "CAP", orders=orders, first=first, status=status,
        documents=documents,
    )  # fmt: skip


def _page(content: str, *facts: Facts) -> Page:
    return page("varied", slug, content, *facts)


LISTS = (
    lambda rows: "<ul>" + "".join(f"<li>{a} : {b}</li>" for a, b in rows) + "</ul>",
    lambda rows: "<ol>" + "".join(f"<li><time>{a}</time> {b}</li>" for a, b in rows) + "</ol>",
    lambda rows: "<table>" + "".join(f"<tr><td>{a}<td>{b}</tr>" for a, b in rows) + "</table>",
    lambda rows: "<dl>" + "".join(f"<dt>{a}</dt><dd>{b}</dd>" for a, b in rows) + "</dl>",
    lambda rows: "<p>" + "<br>".join(f"{a} – {b}" for a, b in rows) + "</p>",
)
ENDS = ("Abrogation", "Suppression du diplôme", "Abrogation de la spécialité")
OTHER_ENDS = ("Suppression de l'épreuve E5", "Rénovation", "Abrogation du CAP Osiériculture")


def events() -> Iterator[Page]:
    """A list of events tells of the first session and, by a noun, of the repeal."""
    for listed, end in itertools.product(LISTS, (*ENDS, *OTHER_ENDS)):
        rows = (("2003", "Première session"), ("2019", end))
        status = "repealed" if end in ENDS else "unknown"
        yield _page(TITLE + ORDER + listed(rows), _vannerie(first=2003, status=status))
        yield _page(TITLE + listed(rows) + ORDER, _vannerie(first=2003, status=status))


HEADS = (
    ("Date", "Nature", "NOR"), ("Date de l'arrêté", "Objet", "N° NOR"), ("Texte", "Objet", "NOR"),
)  # fmt: skip
CELLS = ("{}", "<p>{}</p>", "<b>{}</b>", "<p>{}</p><p></p>")


def columns() -> Iterator[Page]:
    """Columns of date, nature and number in any order are orders with kind and number."""
    values = (
        ("7 mars 2001", "création", "MENE0100123A"),
        ("4/5/2010", "Modification", "MENE1000123A"),
    )
    both = _vannerie("2001-03-07 c MENE0100123A\n2010-05-04 m MENE1000123A")
    for head, cell, tag, order in itertools.product(
        HEADS, CELLS, ("td", "th"), itertools.permutations(range(3))
    ):
        rows = [f"<{tag}>{cell.format(head[n])}</{tag}>" for n in order]
        table = f"<tr>{''.join(rows)}</tr>"
        for value in values:
            table += f"<tr>{''.join(f'<td>{cell.format(value[n])}</td>' for n in order)}</tr>"
        yield _page(f"{TITLE}<table>{table}</table>", both)


def done_columns() -> Iterator[Page]:
    """What the columns' names say of orders is their kind."""
    for first, second, date in itertools.product(
        ("Créé le", "Arrêté de création", "Création"),
        ("Modifié le", "Arrêté modificatif", "Modifié par"),
        ("{}", "arrêté du {}"),
    ):
        cells = f"<td>{date.format('7 mars 2001')}</td><td>{date.format('4 mai 2010')}</td>"
        yield _page(
            f"{TITLE}{CODE}<table><tr><th>{first}</th><th>{second}</th></tr><tr>{cells}</tr></table>",
            Facts(
                "CAP Vannerie", "Vannerie", "CAP", "50023438", orders="2001-03-07 c\n2010-05-04 m"
            ),
        )


SENTENCES = (
    "<p>Ce diplôme comporte deux options : {}.</p>", "<p>Le CAP comprend les options suivantes : {}</p>",
    "<p>Il existe en deux options : {}.</p>", "<p><b>Options :</b> {}</p>", "<div>Deux options : {}</div>",
)  # fmt: skip
LETTERED = (
    "A – osier ; B – rotin",
    "option A osier et option B rotin",
    "A : osier, B : rotin",
    "A « osier » – B « rotin »",
)
NO_OPTIONS = (
    "Pour l'épreuve EP2, le candidat choisit l'option A osier ou l'option B rotin.",
    "Il remplace les options A osier et B rotin du CAP de 1990.",
    "L'épreuve facultative comporte deux options : A osier et B rotin.",
    "Le BEP comporte deux options : A – osier ; B – rotin.",
)


def options() -> Iterator[Page]:
    """Options that share the page's code are a diploma each; options of another thing are none."""
    two = tuple(
        Facts(f"CAP Vannerie option {o}", f"Vannerie option {o}", "CAP", "50023438", "2001-03-07 -")
        for o in ("A osier", "B rotin")
    )
    for sentence, names in itertools.product(SENTENCES, LETTERED):
        text = sentence.format(names)
        for content in (text + CODE + ORDER, CODE + text + ORDER, ORDER + CODE + text):
            yield _page(TITLE + content, *two)
    one = Facts("CAP Vannerie", "Vannerie", "CAP", "50023438", orders="2001-03-07 -")
    for text in NO_OPTIONS:
        yield _page(f"{TITLE}{CODE}{ORDER}<p>{text}</p>", one)


DETAILS = ("PDF – 1,2 Mo", "Document PDF, 2 Mo", "(pdf, 412 ko)", "Poids : 412 Ko")


def cards() -> Iterator[Page]:
    """A link beside the format or size of a file is a document, whatever its address."""
    for detail, tag in itertools.product(DETAILS, ("p", "div")):
        small = f"<{tag}>{detail}</{tag}>"
        yield _page(
            f"{TITLE}{ORDER}<div><h3><a href='/media/7'>Grille horaire</a></h3>{small}</div>"
            f"<div><h3>Lexique</h3>{small}<a href='/media/8'>Télécharger</a></div>",
            _vannerie(documents=(("/media/7", "Grille horaire"), ("/media/8", "Lexique"))),
        )
    yield _page(f"{TITLE}{ORDER}<p><a href='/media/7'>Nos actualités</a></p>", _vannerie())


def brackets() -> Iterator[Page]:
    """What follows an order's bracket is said of the diploma named before it, not of the order."""
    for noun, end in itertools.product(
        ("Le BEP", "Le BEP Vannerie", "Le bac pro Artisanat"), ("a été supprimé", "n'existe plus")
    ):
        text = f"<p>{noun} (arrêté du 3 mai 1990) {end}.</p>"
        yield _page(TITLE + ORDER + text, _vannerie())
        yield _page(TITLE + text + ORDER, _vannerie())
    for noun in ("Le CAP", "Ce CAP", "Ce diplôme"):
        text = f"<p>{noun} (arrêté du 7 mars 2001) a été supprimé.</p>"
        yield _page(TITLE + text, _vannerie(status="repealed"))


FAMILIES = (events, columns, done_columns, options, cards, brackets)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_read_exactly_in_all_its_forms(family: Callable[[], Iterator[Page]]) -> None:
    wrong = [
        (varied.body.decode().partition("<h1>")[2], outcome)
        for varied in family()
        if (outcome := compare(varied)).refusal or outcome.differences
    ]
    assert wrong == []
