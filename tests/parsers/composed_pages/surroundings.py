"""What stands above and below a diploma: menus, news, links to others, dates of the page."""

from collections.abc import Callable
from datetime import date
from html import escape

from .diplomas import TYPES
from .draft import Draft
from .layout import Layout, plain_list
from .neighbours import others, short_title, stem

Surrounding = Callable[[Draft, Layout], str]
_MENU = (
    ("index.html", "Accueil"),
    ("cap.html", "CAP"),
    ("bacpro.html", "Baccalauréat professionnel"),
    ("bp.html", "BP"),
    ("bts.html", "BTS"),
    ("mc.html", "Mentions complémentaires"),
)


def _text(template: str) -> Surrounding:
    """Make a paragraph; `{short}`: the type, `{made}`: the day that the page was made."""

    def surrounding(draft: Draft, layout: Layout) -> str:
        day = _made(draft)
        made, short = draft.written(day), TYPES[draft.type].short[0]
        return f"<p>{draft.render(template, made=made, year=day.year, type=short)}</p>"

    return surrounding


def _made(draft: Draft) -> date:
    """A day after those of the orders."""
    earliest = max([2001, *(day.year + 1 for day in draft.orders)])
    return date(max(earliest, draft.random.randint(min(earliest, 2025), 2025)), 6, 17)


def _link(draft: Draft, title: str = "") -> str:
    other = others(draft, 1)[0]
    text = title or escape(short_title(other), quote=False)
    return f'<a href="{stem(other)}.html">{text}</a>'


def _menu(draft: Draft, layout: Layout) -> str:
    links = [f'<a href="{address}">{title}</a>' for address, title in _MENU]
    return f'<div id="menu">{plain_list(links)}</div>'


def _search(draft: Draft, layout: Layout) -> str:
    return (
        '<form action="../recherche.html" method="get"><input type="text" name="q" '
        'value="Rechercher"> <input type="submit" value="OK"></form>'
    )


def _news(draft: Draft, layout: Layout) -> str:
    entries = []
    for other in others(draft, draft.random.randint(1, 3)):
        title = escape(short_title(other), quote=False)
        day = draft.written(date(draft.random.randint(2009, 2025), draft.random.randint(1, 12), 14))
        first = draft.random.randint(2015, 2027)
        entries.append(
            draft.some(
                f"{title} : arrêté du {day} publié au JO",
                f"Nouveau diplôme : {title}, première session {first}",
            )
        )
    return layout.box("Actualités", entries)


def _other_links(draft: Draft, layout: Layout) -> str:
    heading = draft.some("Autres diplômes du secteur", "Voir aussi", "Dans le même domaine")
    return layout.box(heading, [_link(draft) for _ in range(3)])


def _other_codes(draft: Draft, layout: Layout) -> str:
    entries = [
        f'<a href="{stem(other)}.html">{escape(short_title(other), quote=False)}</a> '
        f"({other.code[:3]}-{other.code[3:]})"
        for other in others(draft, 2)
    ]
    return layout.box("Autres diplômes", entries)


def _consultations(draft: Draft, layout: Layout) -> str:
    other = others(draft, 1)[0]
    title = escape(short_title(other), quote=False)
    address = f"../consultation/{stem(other)}_projet.pdf"
    link = f'<a href="{address}">{title} : projet de référentiel</a> (PDF)'
    return layout.box("Consultations en cours", [link])


def _previous_and_next(draft: Draft, layout: Layout) -> str:
    if draft.replaces or draft.replaced_by or "predecessor" in " ".join(draft.variants):
        return '<p><a href="#haut">Haut de page</a></p>'
    links = (_link(draft, f"Diplôme {word}") for word in ("précédent", "suivant"))
    return f"<p>{' | '.join(links)}</p>"


ABOVE: tuple[tuple[str, Surrounding], ...] = (
    (
        "way",
        _text(
            '<a href="../index.html">Accueil</a> &gt; <a href="index.html">Référentiels '
            "professionnels</a> &gt; {type}"
        ),
    ),
    ("menu", _menu),
    (
        "ministry",
        _text("Ministère de l’éducation nationale - Direction générale de l’enseignement scolaire"),
    ),
    (
        "links",
        _text(
            '<a href="../index.html">Accueil</a> | <a href="liste.html">Liste des diplômes</a> | '
            '<a href="../plan.html">Plan du site</a> | <a href="../contact.html">Contact</a>'
        ),
    ),
    ("search", _search),
    ("site", _text("Les référentiels des diplômes professionnels")),
    ("list", _text('<a href="liste.html">Retour à la liste des diplômes</a>')),
    ("skip", _text('<a href="#contenu">Aller au contenu</a> <a href="#menu">Aller au menu</a>')),
)
BELOW: tuple[tuple[str, Surrounding], ...] = (
    ("news", _news),
    ("other diplomas", _other_links),
    ("other codes", _other_codes),
    (
        "contact",
        _text(
            'Contact : <a href="mailto:referentiels@example.invalid">bureau des diplômes '
            "professionnels</a>"
        ),
    ),
    ("copyright", _text("© Ministère de l'éducation nationale {year}")),
    (
        "update",
        _text("[Mise à jour : |Dernière mise à jour : |Page mise à jour le |Mis à jour le ]{made}"),
    ),
    (
        "legal",
        _text(
            '<a href="../mentions.html">Mentions légales</a> - <a href="../plan.html">Plan du '
            'site</a> - <a href="../accessibilite.html">Accessibilité : non conforme</a>'
        ),
    ),
    ("share", _text('Partager cette page : <a href="#">courriel</a> <a href="#">imprimer</a>')),
    ("previous and next", _previous_and_next),
    ("top", _text('<a href="#haut">Haut de page</a>')),
    (
        "glossary",
        _text(
            "JO : Journal officiel de la République française - BO : Bulletin officiel de "
            "l’éducation nationale"
        ),
    ),
    ("consultations", _consultations),
    (
        "experience",
        _text(
            "Pour tout renseignement sur la validation des acquis de l’expérience, s’adresser au "
            "rectorat de votre académie."
        ),
    ),
    (
        "viewer",
        _text(
            "Pour lire les documents au format PDF, utilisez le logiciel "
            '<a href="http://www.adobe.fr/">Acrobat Reader</a>.'
        ),
    ),
    ("sale", _text("Les brochures sont en vente dans les centres de documentation pédagogique.")),
    ("published", _text("Publié le {made} - Imprimer")),
)


def surroundings(draft: Draft, layout: Layout) -> tuple[str, str]:
    """Choose what stands above and below."""
    above, below = draft.some((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2), (2, 3), (1, 0))
    parts = []
    for stock, count in ((ABOVE, above), (BELOW, below)):
        written = []
        for name, surrounding in draft.random.sample(stock, count):
            draft.note("around", name)
            written.append(surrounding(draft, layout))
        parts.append("\n".join(written))
    return parts[0], parts[1]
