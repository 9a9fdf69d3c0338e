"""Thin pages at the addresses of the packaged list: a title, an order, links to annexes.

Mock-ups of ours, made of the facts of the packaged lists (titles, dates of orders), in the forms
that the names of the pages hint at: hand-made pages of 2000, a mirrored dynamic site, pages of a
CMS. No real page was seen.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from html import escape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from parsers.parse import read
from schema.lexicon import Lexicon
from schema.name_words import option_part
from schema.referential import Referential
from schema.text import ascii_text
from scraper.model.known_diplomas import KnownDiploma, known_diplomas
from scraper.model.site import Site
from scraper.model.url import normalise
from scraper.sources.official_list import OfficialList

_TYPES = {
    "CAP": "Certificat d'aptitude professionnelle",
    "BAC_PRO": "Baccalauréat professionnel",
    "BP": "Brevet professionnel",
    "BMA": "Brevet des métiers d'art",
    "CS": "Mention complémentaire",
    "MC": "Mention complémentaire",
    "BTS": "Brevet de technicien supérieur",
}
NOTICE = "Maquette écrite pour les essais d'eduscol-referentials ; ce n'est pas une page d'Eduscol."
_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)


class ThinPage(NamedTuple):
    """The facts of one page. `names`: of its diplomas, as the official list writes them."""

    url: str
    diplomas: tuple[KnownDiploma, ...]
    names: tuple[str, ...]
    type_label: str
    day: date

    @property
    def name(self) -> str:
        """The title without the type: what the names have in common, when there are several."""
        if len(self.names) == 1:
            return self.names[0]
        first = self.names[0]
        return first[: fold_index(first)].rstrip(" ,:–-")

    @property
    def options(self) -> tuple[str, ...]:
        """The option lines of a page of several diplomas."""
        if len(self.names) == 1:
            return ()
        if len(set(self.names)) < len(self.names):  # two options of one code: only Onisep has them
            return tuple(f"Option {option_part(d.title).capitalize()}" for d in self.diplomas)
        return tuple(
            name[fold_index(name) :].strip().replace("option", "Option", 1) for name in self.names
        )

    @property
    def stem(self) -> str:
        """The name of the page's file, without extension."""
        return unquote(urlsplit(self.url).path.rpartition("/")[2]).rpartition(".")[0]


def fold_index(name: str) -> int:
    """Where the word *option* begins in `name`; its length without one."""
    place = name.lower().rfind("option")
    return place if place > 0 else len(name)


@cache
def listed() -> dict[str, Referential]:
    """The records of the packaged official list, by code."""
    lexicon = Lexicon.packaged()
    documents = (document.document for document in OfficialList().documents())
    records = [read(document, lexicon).records[0].record for document in documents if document]
    return {str(record.code): record for record in records}


@cache
def thin_pages() -> tuple[ThinPage, ...]:
    """The 168 HTML addresses whose 189 diplomas the official list has."""
    by_page: dict[str, list[KnownDiploma]] = {}
    for diploma in known_diplomas():
        if diploma.code in listed() and not diploma.url.lower().endswith(".pdf"):
            by_page.setdefault(Site().key(normalise(diploma.url) or ""), []).append(diploma)
    return tuple(_page(diplomas) for diplomas in by_page.values())


def _page(diplomas: list[KnownDiploma]) -> ThinPage:
    records = [listed()[diploma.code] for diploma in diplomas]
    day = next((text.date for text in records[0].legal_texts if text.date), None)
    kind = str(records[0].diploma_type)
    return ThinPage(
        diplomas[0].url,
        tuple(diplomas),
        tuple(record.name for record in records),
        _TYPES[kind],
        date.fromisoformat(day or "2000-01-01"),
    )


def hand_made(page: ThinPage) -> bytes:
    """HTML 3.2 in Latin-1: unaccented capitals, type and speciality on lines of their own."""
    capitals = _unaccented(page.name)
    options = "".join(f"<BR>{escape(_unaccented(o))}\n" for o in page.options)
    order = f"{page.day.day}-{page.day.month}-{page.day.year}"
    return (
        "<HTML><HEAD><TITLE>Référentiel</TITLE></HEAD>\n<BODY BGCOLOR=#FFFFFF>\n<CENTER>\n"
        f"<P><FONT SIZE=4><B>{_unaccented(page.type_label)}</B></FONT></P>\n"
        f"<P><FONT SIZE=5><B>{escape(capitals)}</B></FONT></P>\n"
        + (f"<P>{options.removeprefix('<BR>')}</P>\n" if options else "")
        + f"</CENTER>\n<P>Arrêté du {order} - J.O. du {order}</P>\n"
        f'<P><A HREF="{page.stem}/{page.stem}.pdf">Référentiel</A></P>\n'
        f"<P ALIGN=CENTER><SMALL>{NOTICE}</SMALL></P>\n</BODY></HTML>\n"
    ).encode("latin-1", "xmlcharrefreplace")


def _unaccented(text: str) -> str:
    return ascii_text(text.replace("’", "'")).upper()


def mirrored(page: ThinPage) -> bytes:
    """A page of a dynamic site that HTTrack froze: its comment, a table, options as a list."""
    options = "".join(f"<li>{escape(option)}</li>\n" for option in page.options)
    return (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">\n<html><head>\n'
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">\n'
        "<title>Référentiels des diplômes professionnels</title></head>\n"
        "<!-- Mirrored by HTTrack Website Copier -->\n<body>\n<table><tr><td>\n"
        f"<h2>{escape(page.type_label)}</h2>\n<h3>{escape(page.name)}</h3>\n"
        + (f"<ul>\n{options}</ul>\n" if options else "")
        + f"<p>Arrêté de création du {_written(page.day)}</p>\n"
        f'<p><a href="{page.stem}/annexe1.pdf">Annexe I</a> - '
        f'<a href="{page.stem}/annexe2.pdf">Annexe II</a></p>\n'
        f'</td></tr></table>\n<div class="pied">{NOTICE}</div>\n</body></html>\n'
    ).encode("latin-1", "xmlcharrefreplace")


def written(page: ThinPage) -> bytes:
    """A page of a CMS in UTF-8: one heading, sections for options, texts and documents."""
    options = "".join(f"<p>{escape(option)}</p>\n" for option in page.options)
    return (
        '<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8">\n'
        f"<title>{escape(page.name)} | éduscol</title></head>\n<body><main>\n"
        f"<h1>{escape(page.type_label)} {escape(page.name)}</h1>\n"
        + options
        + f"<h2>Textes réglementaires</h2>\n<p>Arrêté du {_written(page.day)}</p>\n"
        "<h2>Documents</h2>\n<ul>\n"
        f'<li><a href="{page.stem}/Annexes_{page.stem}.pdf">Annexes</a></li>\n'
        f'<li><a href="{page.stem}/reglement.pdf">Règlement d\'examen</a></li>\n</ul>\n'
        f"</main><footer><p>{NOTICE}</p></footer></body></html>\n"
    ).encode()


def of_its_era(page: ThinPage) -> bytes:
    """The form that the name of the page hints at."""
    if page.stem.lower().startswith("index"):
        return mirrored(page)
    return hand_made(page) if page.stem[1:4].isdigit() else written(page)


FORMS: tuple[Callable[[ThinPage], bytes], ...] = (hand_made, mirrored, written)


def _written(day: date) -> str:
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"
