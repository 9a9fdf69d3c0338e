"""A mock-up page, what it states, and the four ways in which such pages were made.

Titles, codes and dates of orders are taken from the ministry's list and Onisep's export, or
changed; file names, NOR and RNCP numbers may be invented. No text is a real page's.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

NOTICE = "Maquette écrite pour des essais ; ce n'est pas une page d'Eduscol."
FOLDER = "https://eduscol.education.fr/referentiels-professionnels/"


OPEN: Any = "?"


@dataclass(frozen=True)
class Facts:
    """What a page states of one diploma; what it does not state is empty.

    `title`, `name`: one text, or several that are right. `orders`: one a line of
    `YYYY-MM-DD kind NOR`, where the kind is `c` (creation), `m` (modification), `r` (repeal), `-`
    (none) or `?` (the page leaves it open); the NOR may be absent. `documents`: address relative
    to the page's, and title (empty: any). `order_files`: addresses of orders that are files, right
    among the documents or not. `OPEN`: any value of a field is right, or is told by an issue.
    """

    title: str | tuple[str, ...]
    name: str | tuple[str, ...]
    type: str | tuple[str, ...] | None
    code: str | None = None
    orders: str = ""
    documents: tuple[tuple[str, str], ...] = ()
    order_files: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    rncp: tuple[str, ...] = ()
    status: str = "unknown"
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()


def by_option(facts: Facts, *names: str) -> tuple[Facts, ...]:
    """Return the facts of each option of a diploma, where the page states nothing of one alone."""
    return tuple(
        replace(facts, title=f"{facts.title} option {name}", name=f"{facts.name} option {name}")
        for name in names
    )


@dataclass(frozen=True)
class Page:
    """A page: name of its address, bytes, what it states of each of its diplomas."""

    name: str
    body: bytes
    facts: tuple[Facts, ...] = field(default=())

    @property
    def url(self) -> str:
        return f"{FOLDER}{self.name}.html"


Making = Callable[[str, str], bytes]


def brochure(content: str, head: str) -> bytes:
    """HTML 3.2 in Latin-1 without a word of its encoding: printed brochures put on the web."""
    return (
        f"<HTML>\n<HEAD><TITLE>{head}</TITLE></HEAD>\n<BODY BGCOLOR=#FFFFFF>\n{content}\n<HR>\n"
        f"<P><FONT SIZE=1>{NOTICE}</FONT>\n</BODY>\n</HTML>"
    ).encode("latin-1", "xmlcharrefreplace")


def frozen(content: str, head: str) -> bytes:
    """A dynamic page that HTTrack has frozen: its comments, the menu of the site, windows-1252."""
    menu = "".join(
        f'<li><a href="{address}">{name}</a></li>'
        for address, name in (
            ("index.html", "Accueil"),
            ("index0553.html?rub=12", "Les diplômes"),
            ("index83d2.html?rub=14", "Les CPC"),
            ("mailto:webmestre@example.org", "Contact"),
        )
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<!-- Mirrored from example.org/index.php?id=27 by HTTrack Website Copier/3.x -->
<!-- Added by HTTrack --><meta http-equiv="content-type" content="text/html;charset=windows-1252" />
<head><title>{head}</title><script type="text/javascript" src="js/menu.js"></script></head>
<body><div id="bandeau"><img src="images/bandeau.gif" alt="Ministère de l'éducation nationale" />
</div><div id="menu"><ul>{menu}</ul></div>
<div id="contenu">
{content}
</div><div id="pied"><p>{NOTICE}</p></div></body></html>""".encode("windows-1252")


def slug(content: str, head: str) -> bytes:
    """A page made by hand in UTF-8, with little around its content."""
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>{head}</title></head>
<body>
{content}
<footer><p>{NOTICE}</p></footer>
</body></html>""".encode()


def modern(content: str, head: str) -> bytes:
    """A page of a content management system with the State's design: landmarks, menu, footer."""
    return f"""<!DOCTYPE html>
<html lang="fr" data-fr-scheme="system"><head><meta charset="utf-8"><title>{head}</title></head>
<body><header role="banner" class="fr-header"><p class="fr-logo">République<br>Française</p>
<a href="/">éduscol</a><nav class="fr-nav" role="navigation"><ul>
<li><a href="/4341/voie-professionnelle">Voie professionnelle</a></li>
<li><a href="/recherche">Recherche</a></li></ul></nav></header>
<main role="main"><nav class="fr-breadcrumb"><ol><li><a href="/">Accueil</a></li></ol></nav>
{content}
</main><footer class="fr-footer"><p>{NOTICE}</p><ul>
<li><a href="/mentions-legales">Mentions légales</a></li></ul></footer></body></html>""".encode()


def page(
    name: str, making: Making, content: str, *facts: Facts, head: str = "Référentiels"
) -> Page:
    """Make a page of `content`; `head` is its `<title>`, often the same on every page."""
    return Page(name, making(content, head), facts)
