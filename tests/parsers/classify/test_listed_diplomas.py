"""Pages that list diplomas are refused, in whatever form; pages of one diploma alike are read.

All are mock-ups of ours. Each head of a page stands above each body: the names, dates and codes are
real or near it, the combinations are not.
"""

import itertools
from collections.abc import Callable

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.text import fold

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
# name, file, code, date of the order
DIPLOMAS = [
    ("Tonnellerie", "b118", "500-23426", "5 mai 2015"),
    ("Sellerie générale", "CAP_SELL", "500-24307", "9 juillet 2015"),
    ("Métiers de l'enseigne et de la signalétique", "indexa1f0", "500-32210", "13 mars 2019"),
    ("Vannerie", "b077", "500-23443", "12 mai 1998"),
]

HEADS = {
    "type": "<h1>Certificat d'aptitude professionnelle</h1>",
    "abbreviation": "<h1>CAP</h1>",
    "with stops": "<p align=center><b>C.A.P.</b></p>",
    "plural": "<h1>Les CAP</h1>",
    "spelled out, plural": "<h2>Certificats d'aptitude professionnelle</h2>",
    "field": "<h1>CAP de l'artisanat d'art</h1>",
    "sector": "<h1>CAP - Secteur artisanat d'art</h1>",
    "sector without a type": "<h1>Artisanat d'art</h1><h2>CAP</h2>",
    "sector and paragraph": "<h1>Métiers d'art</h1><p>CAP</p>",
    "number": "<h1>CAP Artisanat d'art</h1><p>Quatre CAP :</p>",
    "number in a heading": "<h1>CAP Artisanat d'art</h1><h2>Les 4 diplômes</h2>",
    "list": "<h1>Liste des CAP</h1>",
    "news": "<h1>CAP : diplômes rénovés</h1><p>Publié le 3 mars 2020</p><p>Quatre CAP :</p>",
    "search": "<h1>Recherche</h1><p>Votre recherche : <b>CAP artisan</b> - 4 résultats</p>",
    "no heading": "<center><font size=5><b>BREVET PROFESSIONNEL</b></font></center>",
}  # fmt: skip
Facts = Callable[[str, str, str, str], tuple[str, str]]  # the name as shown, and what is behind it
FACTS: dict[str, Facts] = {
    "order": lambda name, file, code, day: (name, f"arrêté du {day}"),
    "order and file": lambda name, file, code, day: (
        name, f"arrêté du {day} - <a href={file}/{file}.pdf>pdf</a>"
    ),
    "order and page": lambda name, file, code, day: (
        name, f"Arrêté du {day} - <a href={file}.html>voir</a>"
    ),
    "linked, order": lambda name, file, code, day: (
        f"<a href={file}.html>{name}</a>", f"(arrêté du {day})"
    ),
    "linked": lambda name, file, code, day: (f"<a href={file}.html>{name}</a>", ""),
    "code": lambda name, file, code, day: (name, code),
    "code, order": lambda name, file, code, day: (name, f"code {code}, arrêté du {day}"),
    "typed, order": lambda name, file, code, day: (f"CAP {name}", f"arrêté du {day}"),
    "typed, linked, order": lambda name, file, code, day: (
        f"<a href={file}.html>CAP {name}</a>", f"Arrêté du {day}"
    ),
    "labels": lambda name, file, code, day: (
        name, f"Arrêté : {day}<br>Annexes : <a href={file}/annexes.pdf>pdf</a>"
    ),
}  # fmt: skip
FORMS = {
    "paragraphs": ("", "<p>{} : {}</p>", ""),
    "dashes": ("", "<p>{} - {}</p>", ""),
    "lines": ("<p>", "{} - {}<br>", "</p>"),
    "items": ("<ul>", "<li>{} - {}</li>", "</ul>"),
    "numbered": ("<ol>", "<li>{} : {}</li>", "</ol>"),
    "rows": ("<table>", "<tr><td>{}</td><td>{}</td></tr>", "</table>"),
    "rows with names": (
        "<table><tr><th>Spécialité</th><th>Textes</th></tr>", "<tr><td>{}</td><td>{}</td></tr>",
        "</table>",
    ),
    "terms": ("<dl>", "<dt>{}</dt><dd>{}</dd>", "</dl>"),
    "sections": ("", "<h2>{}</h2><p>{}</p>", ""),
    "small sections": ("", "<h4>{}</h4><div>{}</div>", ""),
    "strong lines": ("", "<p><b>{}</b></p><p>{}</p>", ""),
    "strong and break": ("", "<p><strong>{}</strong><br>{}</p>", ""),
    "cards": ("", "<div class=card><div class=name>{}</div><div class=text>{}</div></div>", ""),
    "accordions": ("", "<details><summary>{}</summary><p>{}</p></details>", ""),
}  # fmt: skip


def titles(body: str) -> list[str] | None:
    """Return the titles of what is read of a page; None where it is refused."""
    page = f"<html><head><title>Référentiels</title></head><body>{body}</body></html>".encode()
    try:
        records = read(Document(page, ADDRESS, "text/html"), Lexicon.packaged()).records
    except Refused:
        return None
    return [record.record.title for record in records]


def listing(form: str, facts: str) -> str:
    begin, entry, end = FORMS[form]
    return begin + "".join(entry.format(*FACTS[facts](*each)) for each in DIPLOMAS) + end


@pytest.mark.parametrize("form", FORMS)
def test_a_list_of_diplomas_is_none(form: str) -> None:
    accepted = {
        (head, facts): found
        for head, facts in itertools.product(HEADS, FACTS)
        if (found := titles(HEADS[head] + listing(form, facts))) is not None
    }
    assert accepted == {}


# Lists in further forms, search results, news, pages about a type with a référentiel's labels.
FURTHER = {
    "files of several, rows": (
        "<h1>Annexes des arrêtés - téléchargement</h1><table>"
        "<tr><td>BP Barman</td><td><a href=e003/e003.pdf>e003.pdf</a></td></tr>"
        "<tr><td>BP Gemmologue</td><td><a href=e057/e057.pdf>e057.pdf</a></td></tr>"
        "<tr><td>CAP Horlogerie</td><td><a href=b232/b232.pdf>b232.pdf</a></td></tr></table>"
    ),
    "files of several, items": (
        "<h1>Téléchargements</h1><ul><li><a href=e003/e003.pdf>BP Barman</a></li>"
        "<li><a href=e057/e057.pdf>BP Gemmologue</a></li>"
        "<li><a href=b232/b232.pdf>CAP Horlogerie</a></li></ul>"
    ),
    "types of exemptions": (
        "<h1>Dispenses d'épreuves et d'unités générales au CAP</h1><p>Arrêté du 26 avril 1995 "
        "relatif aux dispenses de domaines</p><table><tr><th>Titulaires de<th>Dispensés de"
        "<tr><td>BEP, CAP<td>Français<tr><td>Baccalauréat<td>Domaines généraux</table>"
    ),
    "sector, typed p": (
        '<h1>Coiffure</h1><p>CAP Coiffure : arrêté du 3 mars 2016 - <a '
        'href=x0.pdf>pdf</a></p><p>BP Coiffure : arrêté du 4 mars 2016 - <a '
        'href=x1.pdf>pdf</a></p><p>Bac pro Métiers de la coiffure : arrêté du 5 mars 2016 - '
        '<a href=x2.pdf>pdf</a></p><p>BTS Métiers de la coiffure : arrêté du 6 mars 2016 - <a'
        ' href=x3.pdf>pdf</a></p>'
    ),
    "sector, typed p pages": (
        '<h1>Filière coiffure</h1><p><a href=x0.html>CAP Coiffure</a></p><p><a '
        'href=x1.html>BP Coiffure</a></p><p><a href=x2.html>Bac pro Métiers de la '
        'coiffure</a></p><p><a href=x3.html>BTS Métiers de la coiffure</a></p><p>Arrêté du 3 '
        'mai 2012</p>'
    ),
    "sector, typed h2": (
        '<h1>Diplômes de la coiffure</h1><h2>CAP Coiffure</h2><p>Arrêté du 3 mars '
        '2016</p><h2>BP Coiffure</h2><p>Arrêté du 4 mars 2016</p><h2>Bac pro Métiers de la '
        'coiffure</h2><p>Arrêté du 5 mars 2016</p><h2>BTS Métiers de la '
        'coiffure</h2><p>Arrêté du 6 mars 2016</p>'
    ),
    "sector, typed li": (
        '<h1>Métiers de la coiffure</h1><ul><li>CAP Coiffure (arrêté du 3 mars '
        '2016)</li><li>BP Coiffure (arrêté du 4 mars 2016)</li><li>Bac pro Métiers de la '
        'coiffure (arrêté du 5 mars 2016)</li><li>BTS Métiers de la coiffure (arrêté du 6 '
        'mars 2016)</li></ul>'
    ),
    "sector, typed br": (
        '<h1>Métiers de la coiffure</h1><p>CAP Coiffure (arrêté du 3 mars 2016)<br>BP '
        'Coiffure (arrêté du 4 mars 2016)<br>Bac pro Métiers de la coiffure (arrêté du 5 mars'
        ' 2016)<br>BTS Métiers de la coiffure (arrêté du 6 mars 2016)<br></p>'
    ),
    "sector, three CAP h2": (
        '<h1>Métiers du cuir</h1><h2>CAP Tonnellerie</h2><p>Arrêté du 3 mars 2016</p><h2>CAP '
        'Vannerie</h2><p>Arrêté du 4 mars 2016</p><h2>CAP Sellerie générale</h2><p>Arrêté du '
        '5 mars 2016</p>'
    ),
    "sector three rubrics": (
        '<h1>Bois</h1><h2>CAP</h2><ul><li><a href=x0.html>Tonnellerie</a> (arrêté du 3 mai '
        '2011)</li><li><a href=x1.html>Vannerie</a> (arrêté du 4 mai 2011)</li><li><a '
        'href=x2.html>Sellerie générale</a> (arrêté du 5 mai 2011)</li></ul><h2>Bac '
        'pro</h2><ul><li><a href=a1.html>Technicien menuisier</a> (arrêté du 3 mai '
        '2011)</li></ul>'
    ),
    "sector rubrics two each": (
        '<h1>Bois</h1><h2>CAP</h2><ul><li><a href=x0.html>Tonnellerie</a> (arrêté du 3 mai '
        '2011)</li><li><a href=x1.html>Vannerie</a> (arrêté du 4 mai '
        '2011)</li></ul><h2>BP</h2><ul><li><a href=y0.html>Menuisier</a> (arrêté du 3 mai '
        '2011)</li><li><a href=y1.html>Charpentier</a> (arrêté du 4 mai 2011)</li></ul>'
    ),
    "sector rubrics br one each": (
        '<h1>Métiers du pressing</h1><p>CAP<br><a href=b1.html>Pressing</a> (arrêté du 3 mai '
        '2011)</p><p>Bac pro<br><a href=a1.html>Métiers du pressing</a> (arrêté du 3 mai '
        '2011)</p><p>BTS<br><a href=e1.html>Textile</a> (arrêté du 3 mai 2011)</p>'
    ),
    "two below a type": (
        '<h1>BMA</h1><p>Tonnellerie - arrêté du 3 mai 2011 - <a '
        'href=x0.html>voir</a></p><p>Vannerie - arrêté du 4 mai 2011 - <a '
        'href=x1.html>voir</a></p>'
    ),
    "type page labels": (
        '<h1>Brevet professionnel</h1><p><b>Textes :</b> articles D. 337-95 à D. 337-124 du '
        "code de l'éducation</p><p><b>Arrêté :</b> arrêté du 3 mars 2009 fixant les modalités"
        " d'évaluation</p><p><b>Annexes :</b> <a href=r/bp.pdf>annexes</a></p>"
    ),
    "type page labels 2": (
        '<h2>CAP</h2><p>Texte : décret n° 2002-463 du 4 avril 2002</p><p>Arrêté : 30 août '
        '2019 (unités générales)</p><p>Annexes : <a href=r/bp.pdf>pdf</a></p>'
    ),
    "type page labels 3": (
        '<h1>Mention complémentaire</h1><p>Remarques : la mention est un diplôme de niveau 3 '
        'ou 4.</p><p>Textes : décret du 2 avril 2001</p><p>Annexes : <a '
        'href=r/bp.pdf>pdf</a></p>'
    ),
    "type page labels dl": (
        '<h1>Baccalauréat professionnel</h1><dl><dt>Textes</dt><dd>articles D. 337-51 à D. '
        '337-94</dd><dt>Arrêté</dt><dd>arrêté du 10 février 2009</dd><dt>Annexes</dt><dd><a '
        'href=a.pdf>annexes</a></dd></dl>'
    ),
    "type page table": (
        '<h1>CAP</h1><table><tr><td>Textes</td><td>articles D. 337-1 à D. '
        '337-25-1</td></tr><tr><td>Arrêté</td><td>arrêté du 30 août '
        '2019</td></tr><tr><td>Annexes</td><td><a href=a.pdf>pdf</a></td></tr></table>'
    ),
    "type page br": (
        '<h1>CAP</h1><p>Règlement : articles D. 337-1 à D. 337-25-1<br>Arrêté : 30 août '
        '2019<br>Annexes : <a href=a.pdf>pdf</a></p>'
    ),
    "type page unknown label": (
        '<h1>CAP</h1><p><b>Réglementation :</b> articles D. 337-1 à D. 337-25-1 du code de '
        "l'éducation</p><p>Arrêté du 30 août 2019 - <a href=a.pdf>annexes</a></p>"
    ),
    "type page definition": (
        '<h1>CAP</h1><p>Unités générales : arrêté du 30 août 2019</p><p>Unités facultatives :'
        ' arrêté du 30 août 2019</p><p>Enseignements généraux : arrêté du 3 avril 2019</p>'
    ),
    "type page general": (
        "<h1>Certificat d'aptitude professionnelle</h1><p>Enseignement général : arrêté du 30"
        ' août 2019 - <a href=a.pdf>pdf</a></p>'
    ),
    "search labels": (
        '<h1>Résultats</h1><p>1. <a href=b1.html>CAP Vannerie</a><br>Intitulé : Vannerie. '
        'Code : 500-23443 T. Arrêté du 12 mai 1998</p><p>2. <a href=b2.html>BMA '
        'Ébéniste</a><br>Intitulé : Ébéniste. Arrêté du 3 mai 2015</p>'
    ),
    "search two": (
        '<h1>Résultats de votre recherche</h1><ul><li><a href=b1.html>CAP Vannerie</a> Arrêté'
        ' du 12 mai 1998</li><li><a href=b2.html>BMA Ébéniste</a> - Arrêté du 3 mai '
        '2015</li></ul>'
    ),
    "search h3": (
        '<h1>Recherche</h1><h3><a href=b1.html>CAP Vannerie</a></h3><p>Code : 500-23443. '
        'Arrêté du 12 mai 1998</p><h3><a href=b2.html>CAP Tonnellerie</a></h3><p>Arrêté du 12'
        ' mai 1998</p><h3><a href=b2.html>BMA Ébéniste</a></h3><p>Arrêté du 3 mai 2015</p>'
    ),
    "search no h1": (
        '<p>3 résultats pour « CAP »</p><p><a href=b1.html>CAP Vannerie</a> - arrêté du 12 '
        'mai 1998</p><p><a href=b2.html>CAP Tonnellerie</a> - arrêté du 12 mai 1998</p><p><a '
        'href=b2.html>BMA Ébéniste</a> - arrêté du 12 mai 1998</p>'
    ),
    "news": (
        '<h1>Nouveaux CAP</h1><p>Publié le 3 mai 2020</p><ul><li>CAP Tonnellerie : arrêté du '
        '3 mars 2020</li><li>CAP Vannerie : arrêté du 4 mars 2020</li><li>CAP Sellerie '
        'générale : arrêté du 5 mars 2020</li></ul>'
    ),
    "news 2": (
        '<h1>Deux CAP rénovés à la rentrée 2024</h1><p>CAP Tonnellerie : arrêté du 3 mars '
        '2020<br>CAP Vannerie : arrêté du 4 mars 2020<br></p>'
    ),
    "news 3": (
        "<h1>Rénovation des CAP de l'artisanat</h1><ul><li>Tonnellerie : arrêté du 3 mars "
        '2020</li><li>Vannerie : arrêté du 4 mars 2020</li><li>Sellerie générale : arrêté du '
        '5 mars 2020</li></ul>'
    ),
    "news 4": (
        '<h1>Trois CAP en 2024</h1><p><b>Tonnellerie</b> - arrêté du 3 mars 2020 - première '
        'session 2026</p><p><b>Vannerie</b> - arrêté du 4 mars 2020 - première session '
        '2026</p><p><b>Sellerie générale</b> - arrêté du 5 mars 2020 - première session '
        '2026</p>'
    ),
    "news 5": (
        '<h1>Les diplômes créés en 2024</h1><p>CAP Tonnellerie - arrêté du 3 mars 2020 - '
        'première session 2026</p><p>CAP Vannerie - arrêté du 4 mars 2020 - première session '
        '2026</p><p>CAP Sellerie générale - arrêté du 5 mars 2020 - première session 2026</p>'
    ),
    "news 6": (
        '<h2>Arrêtés parus au JO</h2><p>CAP Tonnellerie - arrêté du 3 mars 2020 - première '
        'session 2026</p><p>CAP Vannerie - arrêté du 4 mars 2020 - première session '
        '2026</p><p>CAP Sellerie générale - arrêté du 5 mars 2020 - première session 2026</p>'
    ),
    "abrogated": (
        '<h1>CAP abrogés</h1><p>Tonnellerie : abrogé par arrêté du 3 mars 2020</p><p>Vannerie'
        ' : abrogé par arrêté du 4 mars 2020</p><p>Sellerie générale : abrogé par arrêté du 5'
        ' mars 2020</p>'
    ),
    "last session": (
        '<h1>CAP : dernières sessions</h1><p>Tonnellerie : dernière session 2023, arrêté du 3'
        ' mars 2020</p><p>Vannerie : dernière session 2024, arrêté du 4 mars '
        '2020</p><p>Sellerie générale : dernière session 2025, arrêté du 5 mars 2020</p>'
    ),
    "intro sentence": (
        '<h1>CAP</h1><p>Les diplômes suivants sont en vigueur.</p><ul><li>Tonnellerie : '
        'arrêté du 3 mars 2020</li><li>Vannerie : arrêté du 4 mars 2020</li><li>Sellerie '
        'générale : arrêté du 5 mars 2020</li></ul>'
    ),
    "cards with text": (
        '<h1>CAP</h1><div class=card><h3>Tonnellerie</h3><p>Le titulaire de ce diplôme '
        'fabrique des objets.</p><p>Arrêté du 3 mars 2020</p><a href=x0.html>Lire la '
        'suite</a></div><div class=card><h3>Vannerie</h3><p>Le titulaire de ce diplôme '
        'fabrique des objets.</p><p>Arrêté du 4 mars 2020</p><a href=x1.html>Lire la '
        'suite</a></div><div class=card><h3>Sellerie générale</h3><p>Le titulaire de ce '
        'diplôme fabrique des objets.</p><p>Arrêté du 5 mars 2020</p><a href=x2.html>Lire la '
        'suite</a></div>'
    ),
    "alphabetical": (
        '<h1>CAP</h1><h2>S</h2><ul><li>Sellerie générale - arrêté du 3 mai '
        '2019</li></ul><h2>T</h2><ul><li>Tonnellerie - arrêté du 4 mai '
        '2019</li></ul><h2>V</h2><ul><li>Vannerie - arrêté du 4 mai 1998</li></ul>'
    ),
    "pre": (
        "<h1>CAP</h1><pre>Tonnellerie      arrêté du 3 mars 2020\nVannerie      "
        "arrêté du 4 mars 2020\nSellerie générale      arrêté du 5 mars 2020\n</pre>"
    ),
    "only pdf": (
        '<h1>CAP</h1><p>Tonnellerie - <a href=x0.pdf>pdf</a></p><p>Vannerie - <a '
        'href=x1.pdf>pdf</a></p><p>Sellerie générale - <a href=x2.pdf>pdf</a></p><p>Arrêté du'
        ' 3 mai 2011</p>'
    ),
    "pdf links br": (
        '<h1>CAP</h1><p><a href=x0.pdf>Tonnellerie</a><br><a href=x1.pdf>Vannerie</a><br><a '
        'href=x2.pdf>Sellerie générale</a><br></p><p>Arrêté du 3 mai 2011</p>'
    ),
    "pdf links p": (
        '<p><b>CAP</b></p><p><a href=x0.pdf>Tonnellerie</a></p><p><a '
        'href=x1.pdf>Vannerie</a></p><p><a href=x2.pdf>Sellerie générale</a></p><p>Arrêté du '
        '3 mai 2011</p>'
    ),
    "capitals": (
        '<CENTER><FONT SIZE=5><B>C.A.P.</B></FONT></CENTER><P><B>TONNELLERIE</B><BR>Arrêté du'
        ' 3-3-1999 - J.O. du 12-4-1999</P><P><B>VANNERIE</B><BR>Arrêté du 4-3-1999 - J.O. du '
        '12-4-1999</P><P><B>SELLERIE GÉNÉRALE</B><BR>Arrêté du 5-3-1999 - J.O. du '
        '12-4-1999</P>'
    ),
    "table th code": (
        '<h1>CAP</h1><table><tr><th>Intitulé</th><th>Code</th><th>Arrêté</th></tr><tr><td>Ton'
        'nellerie</td><td>500-23440</td><td>3 mai '
        '2010</td></tr><tr><td>Vannerie</td><td>500-23441</td><td>3 mai '
        '2011</td></tr><tr><td>Sellerie générale</td><td>500-23442</td><td>3 mai '
        '2012</td></tr></table>'
    ),
    "table day": (
        '<h1>BP</h1><table><tr><th>Diplôme</th><th>Date de '
        "l'arrêté</th></tr><tr><td>Tonnellerie</td><td>3 mai "
        '2010</td></tr><tr><td>Vannerie</td><td>3 mai 2011</td></tr><tr><td>Sellerie '
        'générale</td><td>3 mai 2012</td></tr></table>'
    ),
    "nested": (
        '<h1>CAP</h1><ul><li>Tonnellerie<ul><li>Arrêté du 3 mai 2019</li><li><a '
        'href=x0.pdf>Annexes</a></li></ul></li><li>Vannerie<ul><li>Arrêté du 4 mai '
        '2019</li><li><a href=x1.pdf>Annexes</a></li></ul></li><li>Sellerie '
        'générale<ul><li>Arrêté du 5 mai 2019</li><li><a '
        'href=x2.pdf>Annexes</a></li></ul></li></ul>'
    ),
}  # fmt: skip


def test_further_lists_and_pages_about_a_type_are_no_diploma() -> None:
    accepted = {kind: found for kind, page in FURTHER.items() if (found := titles(page))}
    assert accepted == {}


# One diploma: its type and its name on lines of their own.
ONE_HEADS = {
    "one line": "<h1>CAP Tonnellerie</h1>",
    "h1 and h2": "<h1>Certificat d'aptitude professionnelle</h1><h2>Tonnellerie</h2>",
    "h1 and line": "<h1>CAP</h1><p>Tonnellerie</p>",
    "strong lines": "<p><b>CAP</b></p><p><b>Tonnellerie</b></p>",
    "broken heading": "<h1>CAP<br>Tonnellerie</h1>",
    "name first": "<h1>Tonnellerie</h1><h2>CAP</h2>",
    "capitals": "<center><font size=4><b>CERTIFICAT D'APTITUDE PROFESSIONNELLE</b></font><br>"
    "<font size=5><b>TONNELLERIE</b></font></center>",
    "speciality": "<h1>Certificat d'aptitude professionnelle</h1><p>Spécialité : Tonnellerie</p>",
}  # fmt: skip
ORDERS = ["Arrêté du 5 mai 2015", "Arrêté modificatif du 3 juin 2016", "Arrêté du 9 mars 2019"]
ANNEXES = [
    ("Annexe I : référentiel des activités professionnelles", "a1"),
    ("Annexe II : règlement d'examen", "a2"), ("Définition des épreuves", "a3"),
    ("Grille horaire", "a4"), ("Savoirs associés", "a5"),
]  # fmt: skip
ORDER = f"<p>{ORDERS[0]}</p>"
ONE_BODIES = {
    "several orders": "".join(f"<p>{order}</p>" for order in ORDERS),
    "orders as lines": "<p>" + "<br>".join(ORDERS) + "</p>",
    "orders called": "<p>Création : arrêté du 5 mai 2015</p><p>Modification : arrêté du 3 juin 2016"
    "</p><p>Modification : arrêté du 9 mars 2019</p>",
    "orders with links": "<ul>"
    + "".join(f"<li><a href=o{n}.html>{order}</a></li>" for n, order in enumerate(ORDERS))
    + "</ul>",
    "annexes": ORDER + "".join(f"<p><a href=b224/{f}.pdf>{t}</a></p>" for t, f in ANNEXES),
    "annexes behind names": ORDER
    + "".join(f"<p>{t} - <a href=b224/{f}.pdf>pdf</a></p>" for t, f in ANNEXES),
    "annexes as lines": ORDER + "<p>"
    + "<br>".join(f"{t} : <a href=b224/{f}.pdf>pdf</a>" for t, f in ANNEXES) + "</p>",
    "annexes as items": ORDER + "<ul>"
    + "".join(f"<li><a href=b224/{f}.pdf>{t}</a></li>" for t, f in ANNEXES) + "</ul>",
    "annexes as rows": ORDER + "<table>"
    + "".join(f"<tr><td>{t}</td><td><a href=b224/{f}.pdf>pdf</a></td></tr>" for t, f in ANNEXES)
    + "</table>",
    "annexes as sections": ORDER
    + "".join(f"<h3>{t}</h3><p><a href=b224/{f}.pdf>pdf</a></p>" for t, f in ANNEXES),
    "annexes as pages": ORDER + "<ul>"
    + "".join(f"<li><a href=b224/{f}.html>{t}</a></li>" for t, f in ANNEXES[:3]) + "</ul>",
    "sessions": f"{ORDER}<p>Première session : 2017</p><p>Dernière session : 2024</p>",
    "labels": "<p>Arrêté : 5 mai 2015<br>Annexes : <a href=b224/a1.pdf>pdf</a></p><p>Remarques : "
    "le tonnelier monte et répare des tonneaux.</p>",
    "code and orders": f"<p>Code : 500-23426</p>{ORDER}<p>{ORDERS[1]}</p>",
    "neighbours": f"{ORDER}<p><a href=b224/a1.pdf>Annexe I</a></p><h2>Voir aussi</h2><ul>"
    "<li><a href=b1.html>CAP Vannerie</a></li><li><a href=b2.html>CAP Sellerie générale</a></li>"
    "<li><a href=e1.html>BP Menuisier</a></li></ul>",
    "neighbours of a type": f"{ORDER}<p><a href=b224/a1.pdf>Annexe I</a></p><p><b>Liste des "
    "certificats d'aptitude professionnelle (CAP)</b></p><ul><li><a href=b1.html>CAP Vannerie</a>"
    "</li><li><a href=b2.html>CAP Sellerie</a></li><li><a href=e1.html>CAP Menuisier</a></li></ul>",
    "general teaching": f"{ORDER}<p>Mathématiques : arrêté du 3 avril 2019</p><p>Français : arrêté "
    "du 3 avril 2019</p><p>Éducation physique et sportive : arrêté du 3 avril 2019</p>",
    "links": f"{ORDER}<h2>Ressources</h2><p><a href=r.html>Voir</a></p><h2>Liens utiles</h2><p>"
    "<a href=l.html>Voir</a></p><h2>Se renseigner</h2><p><a href=s.html>Voir</a></p>",
    "dates of orders": "<table><tr><td>Date<td>J.O.<td>Objet" + "".join(
        f"<tr><td><p>{day} 2008<td><p>2 septembre 2008<td><p>Modifiant l'arrêté du 5 mai 2005"
        for day in ("11 octobre", "8 juillet", "3 juin", "5 juin")
    ) + "</table>",
    "unknown sections": "<h2>Références</h2><p>Arrêté du 5 mai 2015</p><h2>Évolution</h2><p>Arrêté "
    "modificatif du 3 juin 2016</p><h2>Consultation</h2><p><a href=b224/a1.pdf>Annexe I</a></p>",
    "predecessors": f"{ORDER}<p>Remplace :</p><ul><li>CAP Tonnelier (500-23402)</li><li>CAP Barils "
    "(500-23403)</li><li>BEP Bois (510-23404)</li></ul>",
    "menu": "<div class=menu><ul><li><a href=b1.html>Vannerie</a></li><li><a href=b2.html>Sellerie "
    f"générale</a></li><li><a href=e1.html>Menuisier</a></li></ul></div>{ORDER}",
}  # fmt: skip


EXPECTED = [["cap tonnellerie"], ["certificat d aptitude professionnelle tonnellerie"]]


@pytest.mark.parametrize("head", ONE_HEADS)
def test_a_page_of_one_diploma_alike_is_read(head: str) -> None:
    found = {kind: titles(ONE_HEADS[head] + body) for kind, body in ONE_BODIES.items()}
    wrong = {
        kind: read_titles
        for kind, read_titles in found.items()
        if [fold(text).replace("c a p", "cap") for text in read_titles or ()] not in EXPECTED
    }
    assert wrong == {}


NAMES = ["CAP Boucher", "CAP Tonnelier", "Bac pro Maintenance nautique", "BTS Diététique"]
ROW = "<table>{}</table>"
ROWS = {
    "files": "<tr><td><a href=a/{1}.pdf>{0} - annexes</a></td><td>88K</td></tr>",
    "files in lines": "<p>├── <a href=a/{1}.pdf>{0} - annexes</a></p>",
    "prices": "<tr><td>{0}</td><td>réf. 001 B 4310</td><td>{1} €</td></tr>",
    "prices in francs": "<li>{0} : brochure n° {1}, 45 F</li>",
    "folder": "<tr><td><a href=b{1}.html>b{1}.html</a></td><td>4.1K</td><td>{0}</td></tr>",
}  # fmt: skip
ABOVE = {
    "annexes": "<h1>Toutes les annexes publiées en 2023</h1>",
    "order form": "<h2>Commander les brochures</h2>",
    "folder": "<h1>Index of /referentiels-professionnels</h1>",
    "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize(("rows", "above"), [*itertools.product(ROWS, ABOVE)])
def test_a_list_of_files_prices_or_pages_is_no_diploma(rows: str, above: str) -> None:
    listed = "".join(ROWS[rows].format(name, number) for number, name in enumerate(NAMES, 12))
    body = f"<table>{listed}</table>" if listed.startswith("<tr") else listed
    assert titles(ABOVE[above] + body) is None


@pytest.mark.parametrize("rows", ["files", "files in lines"])
def test_files_of_one_diploma_are_no_list(rows: str) -> None:
    listed = "".join(
        ROWS[rows].format(f"CAP Boucher {part}", number)
        for number, part in enumerate(["référentiel", "règlement", "savoirs", "unités"])
    )
    body = f"<table>{listed}</table>" if listed.startswith("<tr") else listed
    for above in ("<h1>CAP Boucher</h1>", "<p>CAP Boucher</p>"):
        assert titles(f"{above}<p>Arrêté du 5 mai 2015</p>{body}") == ["CAP Boucher"]


def test_several_diplomas_behind_a_colon_are_no_title() -> None:
    body = (
        "<h2>Les champs professionnels</h2><p>Arrêté du 10 février 2009</p>"
        "<p>Champ « hôtellerie » : bac pro cuisine, bac pro commercialisation et services</p>"
    )
    assert titles(body) is None


SITE = [
    "<div><h1><a href=start.html>Référentiels</a></h1></div>",
    "<h1><a href=start.html><span>Textes</span></a></h1>",
    "<table><tr><th>Name<th>Size<th>Description</tr><tr><td><a href=../>..</a></tr></table>",
]
OWN = [
    "<h1>Sommellerie</h1><p><strong>Mention complémentaire</strong> – niveau 4</p>",
    "<p><b>Mention complémentaire</b></p><p><b>Sommellerie</b></p>",
    "<table><caption>Mention complémentaire Sommellerie</caption><tr><td>Textes<td>BO</table>",
]


@pytest.mark.parametrize(("site", "own"), [*itertools.product(SITE, OWN)])
def test_a_site_s_name_and_names_of_columns_end_no_search_for_the_title(
    site: str, own: str
) -> None:
    found = titles(f"{site}{own}<p>Arrêté du 30 décembre 2022</p><p><a href=a.pdf>Annexes</a></p>")
    assert found in (
        ["Mention complémentaire Sommellerie"],
        ["Mention complémentaire – niveau 4 Sommellerie"],
    )


TWO = "<h2>{}Tonnellerie</h2><p>Arrêté du 5 mai 2015</p>{}<h2>{}Vannerie</h2><p>Arrêté du 6 mai</p>"


@pytest.mark.parametrize("head", ["CAP", "Les CAP", "Certificat d'aptitude professionnelle"])
@pytest.mark.parametrize("file", ["", "<p><a href=a.pdf>Annexes</a></p>"])
def test_two_titles_with_orders_below_a_type_are_a_list(head: str, file: str) -> None:
    assert titles(f"<h1>{head}</h1>{TWO.format('CAP ', file, 'CAP ')} 2015") is None


@pytest.mark.parametrize("name", ["Livre", "Spectacle", "Graphisme"])
@pytest.mark.parametrize("form", ["<h1>DN MADE {}</h1>", "<h1>DN MADE</h1><h2>{}</h2>"])
def test_a_mention_may_be_called_like_a_subject(name: str, form: str) -> None:
    assert titles(f"{form.format(name)}<p>Arrêté du 18 mai 2018</p>") == [f"DN MADE {name}"]


def test_a_book_is_no_diploma() -> None:
    assert titles("<h1>CAP Cuisine - Livre de l'élève</h1><p>Arrêté du 18 mai 2018</p>") is None


@pytest.mark.parametrize("files", ["Maçon, Carreleur, Plâtrier", "Référentiel, Épreuves, Unités"])
def test_files_below_a_field_are_of_one_diploma_where_they_are_called_so(files: str) -> None:
    links = "".join(f"<li><a href=x/{n}.pdf>{f}</a></li>" for n, f in enumerate(files.split(", ")))
    expected = None if files.startswith("Maçon") else ["CAP du bâtiment"]
    assert titles(f"<h1>CAP du bâtiment</h1><ul>{links}</ul>") == expected


NUMBERS = ["001 C {}", "C-{}", "{}", "n° {}"]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("head", ["", "<h2>Catalogue des brochures</h2>", "<h1>CNDP</h1>"])
def test_a_catalogue_has_a_number_and_a_price_beside_each_name(number: str, head: str) -> None:
    rows = "".join(
        f"<tr><td>{number.format(1200 + place)}</td><td>{diploma}</td><td>{place + 4},5 €</td></tr>"
        for place, diploma in enumerate(("CAP Vannerie", "Bac pro Microtechniques", "BP Barman"))
    )
    table = f"<table><tr><th>Réf.</th><th>Titre</th><th>Prix</th></tr>{rows}</table>"
    body = f"<html><body>{head}{table}<p><a href=bon.pdf>Bon de commande</a></p></body></html>"
    with pytest.raises(Refused):
        read(Document(body.encode(), ADDRESS), Lexicon.packaged())


NEWS = (
    "<li>BTS Fonderie : arrêté du 28 septembre 2022 publié au JO</li>",
    "<li>Nouveau diplôme : CAP Tapissier, première session 2018</li>",
    "<li>CS Peinture décoration : arrêté du 8 août 2018</li>",
)
ALSO = "<ul>{}</ul>".format(
    "".join(f"<li><a href=x{n}.html>{name}</a></li>" for n, name in enumerate(
        ("CAP Cannage et paillage", "BTS Management commercial", "Bac pro Cuisine"))
    )
)  # fmt: skip
TITLES = (
    "<h1>CAP Tonnellerie</h1>", "<h1>Spécialité « Tonnellerie » de certificat d'aptitude "
    "professionnelle</h1>", "<h2>C.A.P. Tonnellerie - 500-23426S</h2>",
    "<p align=center><b>Certificat d'aptitude<br>professionnelle</b></p><p><b>Tonnellerie</b></p>",
)  # fmt: skip


@pytest.mark.parametrize(
    "above", ["<h2>Actualités</h2>", "<h3>Dans le même domaine</h3>", "<p>Voir aussi</p>"]
)
@pytest.mark.parametrize("head", TITLES)
def test_news_and_links_beside_a_diploma_make_no_list(head: str, above: str) -> None:
    order = (
        "<p>Le CAP tonnellerie a été créé par arrêté du 5 mai 2015.</p><a href=b/a.pdf>Annexes</a>"
    )
    for count, lines in itertools.product(range(4), (f"{above}{ALSO}", ALSO)):
        news = "<ul>{}</ul>".format("".join(NEWS[:count])) if count else ""
        found = titles(f"{head}{order}<h2>Actualités</h2>{news}{lines}")
        assert len(found or []) == 1, (count, lines)


OPTIONS = ["osier", "rotin", "fibres tressées"]


@pytest.mark.parametrize("word", ["option {}", "options {}"])
@pytest.mark.parametrize(
    "facts",
    [
        "<b>En bref</b><br>CFD : 500 2434{}<br>",
        "<b>En bref</b><br>CFD : 500 2434{}<br>RNCP : 38649<br>",
    ],
)
def test_options_below_the_diploma_and_its_order_are_no_list(word: str, facts: str) -> None:
    body = "<b>CAP Vannerie</b><br><b>Textes</b><br>- Arrêté du 5 mai 2015 portant création<br>"
    for number, name in enumerate(OPTIONS, 1):
        body += f"<b>CAP Vannerie {word.format(name)}</b><br>{facts.format(number)}"
    found = titles(body)
    assert [len(found or ()), found and "osier" in found[0]] == [3, True]
