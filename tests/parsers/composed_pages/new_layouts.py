"""The layouts of pages of dynamic sites: frozen by HTTrack, of a CMS, in the State's design."""

from collections.abc import Sequence
from html import escape

from .layout import Layout, Shell
from .pieces import Piece, Rows


class Frozen(Layout):
    """A page of a dynamic site that HTTrack has frozen."""

    encodings = ("latin-1 by HTTrack", "latin-1 by HTTrack", "utf-8 by HTTrack", "windows-1252")

    def title(self, lines: Sequence[str]) -> str:
        texts = [escape(line, quote=False) for line in lines]
        if self.variant:
            return '<div class="titre">' + '</div><div class="titre2">'.join(texts) + "</div>"
        return f"<h1>{' <br />'.join(texts)}</h1>"

    def heading(self, text: str) -> str:
        return f'<h3 class="rubrique">{text}</h3>'

    def pair(self, label: str, value: str) -> str:
        shown = f'<span class="label">{label} :</span> <span class="valeur">{value}</span>'
        return f'<div class="ligne">{shown}</div>'

    def alert(self, text: str) -> str:
        return f'<div class="avertissement">{text}</div>'

    def page(self, shell: Shell, content: str) -> str:
        day, number = self.random.randint(1, 28), self.random.randint(100, 999)
        return (
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
            '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
            '<html xmlns="http://www.w3.org/1999/xhtml">\n'
            f"<!-- Mirrored from serveur.invalid/index.php?id={number} by HTTrack Website "
            f"Copier/3.x [XR&CO'2014], Tue, {day} Apr 2015 09:12:08 GMT -->\n<head>\n"
            f"{shell.meta}<title>{shell.head}</title>\n"
            '<link rel="stylesheet" href="css/style.css" type="text/css" />\n</head>\n<body>\n'
            f'<table width="100%"><tr><td width="180" valign="top">{shell.top}</td>\n'
            f'<td valign="top" id="contenu">\n{content}\n</td></tr></table>\n{shell.bottom}\n'
            "</body>\n<!-- Mirrored from serveur.invalid by HTTrack -->\n</html>"
        )


class State(Layout):
    """The State's design: landmarks, classes that begin with `fr-`."""

    encodings = ("utf-8",)

    def title(self, lines: Sequence[str]) -> str:
        texts = [escape(line, quote=False) for line in lines]
        return f'<h1 class="fr-h1">{(" <br>" if self.variant else " ").join(texts)}</h1>'

    def pair(self, label: str, value: str) -> str:
        if self.variant:
            return f'<p class="fr-text"><strong>{label}</strong> {value}</p>'
        return f"<p><strong>{label} :</strong> {value}</p>"

    def note(self, text: str) -> str:
        return f'<p class="fr-text--sm">{text}</p>'

    def alert(self, text: str) -> str:
        return f'<div class="fr-alert fr-alert--warning"><p>{text}</p></div>'

    def table(self, rows: Rows) -> str:
        table = super().table(rows).replace(' border="1"', "")
        return f'<div class="fr-table">{table}</div>'

    def page(self, shell: Shell, content: str) -> str:
        logo = '<p class="fr-logo">République<br>Française</p>'
        return (
            f'<!DOCTYPE html>\n<html lang="fr" data-fr-scheme="light">\n<head>\n{shell.meta}'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{shell.head}</title>\n</head>\n<body>\n"
            f'<header role="banner" class="fr-header"><div class="fr-header__body">{logo}</div>'
            f'</header>\n<nav class="fr-nav">{shell.top}</nav>\n'
            f'<main id="contenu" class="fr-container">\n{content}\n</main>\n'
            f'<footer class="fr-footer">{shell.bottom}</footer>\n</body>\n</html>'
        )


class Cards(State):
    """The State's design, with a card for each section."""

    def section(self, heading: str, body: str) -> str:
        head = f'<h3 class="fr-card__title">{heading}</h3>' if heading else ""
        inner = f'{head}<div class="fr-card__desc">{body}</div>'
        return f'<div class="fr-card"><div class="fr-card__body">{inner}</div></div>'


class Accordions(State):
    """The State's design, with an accordion for each section."""

    def section(self, heading: str, body: str) -> str:
        if not heading:
            return body
        button = f'<button class="fr-accordion__btn" aria-expanded="false">{heading}</button>'
        return (
            f'<section class="fr-accordion"><h3 class="fr-accordion__title">{button}</h3>'
            f'<div class="fr-collapse">{body}</div></section>'
        )


class Details(Layout):
    """HTML 5 whose sections can be folded."""

    encodings = ("utf-8",)

    def section(self, heading: str, body: str) -> str:
        return (
            f"<details open><summary>{heading}</summary>\n{body}\n</details>" if heading else body
        )

    def page(self, shell: Shell, content: str) -> str:
        return (
            f'<!DOCTYPE html>\n<html lang="fr"><head>{shell.meta}<title>{shell.head}</title>'
            f"</head><body>\n<header>{shell.top}</header>\n<main>\n{content}\n</main>\n"
            f"<footer>{shell.bottom}</footer></body></html>"
        )


class Headings(Layout):
    """HTML 5 with headings alone; a label may be one too."""

    encodings = ("utf-8", "utf-8", "utf-8 with mark", "latin-1")

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> str:
        if not self.variant:
            return super().pairs(pairs)
        return "\n".join(f"<h3>{label}</h3>\n<p>{value}</p>" for label, value in pairs)

    def pieces(self, pieces: Sequence[Piece]) -> str:
        """Put labels that are headings last: what stands below them would be theirs."""
        return super().pieces(sorted(pieces, key=lambda p: self.variant and p.kind == "pair"))

    def page(self, shell: Shell, content: str) -> str:
        page = super().page(shell, content)
        return page.replace("<html>", '<!DOCTYPE html>\n<html lang="fr">', 1)


class Spip(Layout):
    """A page of the CMS SPIP, whose tags have its class."""

    def title(self, lines: Sequence[str]) -> str:
        first, *rest = (escape(line, quote=False) for line in lines)
        below = "".join(f'<p class="soustitre">{line}</p>' for line in rest)
        return f'<div class="cartouche"><h1 class="titre">{first}</h1>{below}</div>'

    def heading(self, text: str) -> str:
        return f'<h3 class="spip">{text}</h3>'

    def pair(self, label: str, value: str) -> str:
        return f'<p class="spip"><strong class="spip">{label}</strong> : {value}</p>'

    def par(self, text: str) -> str:
        return f'<p class="spip">{text}</p>'

    def entries(self, texts: Sequence[str]) -> str:
        entries = "".join(f'<li class="spip">{text}</li>' for text in texts)
        return f'<ul class="spip">{entries}</ul>'

    def page(self, shell: Shell, content: str) -> str:
        return (
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
            '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html lang="fr">\n<head>\n'
            f'{shell.meta}<title>{shell.head}</title>\n</head>\n<body class="page_article">\n'
            f'<div id="entete">{shell.top}</div>\n<div id="conteneur"><div class="texte">\n'
            f'{content}\n</div></div>\n<div id="pied">{shell.bottom}</div>\n</body>\n</html>'
        )


class Fieldsets(Layout):
    """Sections in frames with a legend."""

    encodings = ("utf-8", "latin-1")

    def section(self, heading: str, body: str) -> str:
        if not heading:
            return body
        return f"<fieldset><legend>{heading}</legend>\n{body}\n</fieldset>"


class Fields(Layout):
    """The fields of a CMS: nothing but `<div>` and `<span>`."""

    encodings = ("utf-8",)

    def title(self, lines: Sequence[str]) -> str:
        texts = (escape(line, quote=False) for line in lines)
        spans = (f'<span class="l{place}">{text}</span>\n' for place, text in enumerate(texts))
        return f'<div class="page-title">{"".join(spans)}</div>'

    def heading(self, text: str) -> str:
        return f'<div class="field-label">{text}</div>'

    def pair(self, label: str, value: str) -> str:
        return f'<div class="field">{self.heading(label)}{self.par(value)}</div>'

    def par(self, text: str) -> str:
        return f'<div class="field-item">{text}</div>'

    def entries(self, texts: Sequence[str]) -> str:
        return "".join(f"{self.par(text)}\n" for text in texts)

    def page(self, shell: Shell, content: str) -> str:
        return (
            f'<!DOCTYPE html>\n<html lang="fr">\n<head>\n{shell.meta}<title>{shell.head}</title>\n'
            '</head>\n<body class="node-type-referentiel">\n'
            f'<div class="region-header">{shell.top}</div>\n<div class="content">\n{content}\n'
            f'</div>\n<div class="region-footer">{shell.bottom}</div>\n</body>\n</html>'
        )


class Short(Layout):
    """Little more than headings, with all that encodings can be."""

    encodings = ("utf-8", "utf-8 with mark", "latin-1 undeclared", "utf-8 undeclared")

    def title(self, lines: Sequence[str]) -> str:
        first, *rest = (escape(line, quote=False) for line in lines)
        return f"<h1>{first}</h1>" + "".join(f"\n<h2>{line}</h2>" for line in rest)

    def heading(self, text: str) -> str:
        return f"<h3>{text}</h3>"
