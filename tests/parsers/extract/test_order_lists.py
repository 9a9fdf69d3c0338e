"""Orders in lists, tables and timelines; dates near orders that belong to other things."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.parsers.extract.pages import orders_of, record_of

PAGE = "<html><body><h1>CAP Vannerie</h1><p>Niveau 3</p>{}</body></html>"
A, B, C, LATER = "2003-06-17", "2007-01-08", "2012-10-26", "2014-05-03"
LONG = {"a": "17 juin 2003", "b": "8 janvier 2007", "c": "26 octobre 2012"}
DOTTED = {"a": "17.06.03", "b": "08.01.07", "c": "26.10.12"}
DASHED = {"a": "17-6-2003", "b": "8-1-2007", "c": "26-10-2012"}
_KINDS = {"c": "creation", "m": "modification", "r": "repeal", "-": None}

# A wording of the orders {a}, {b}, {c}, and what it says of each.
SENTENCES = (
    # the words of the next sentence are none of the order before it
    ("Arrêté du {a} (NOR : MENE0301234A). Ce diplôme a été créé par arrêté du {b}.", "-c"),
    ("Texte fondateur : arrêté du {a}. Textes modificatifs : arrêtés du {b} et du {c}.", "cmm"),
    ("Arrêté du {a}. Modifié par l'arrêté du {b}.", "-m"),
    ("Arrêté du {a}. Crée la spécialité. Arrêté du {b}. Modifie l'annexe II.", "cm"),
    ("Arrêté du {a} (JO du 3 juillet 2003). Création de la spécialité.", "c"),
    # said behind the dates
    ("arrêtés : {a} (création), {b} et {c} (modifications)", "cmm"),
    ("arrêtés du {a} (création) et du {b}", "c-"),
    ("arrêtés du {a}, du {b} et du {c} (modifications)", "mmm"),
    ("{a} : création - {b} : modification", "cm"),
    ("{a} création, {b} modification, {c} abrogation", "cmr"),
    ("{a} (création)", "c"),
    ("NOR : MEN/E 0301234/A - arrêté du {a}", "-"),
    ("Créé le {a} - modifié le {b}", "cm"),
    # said before a list, behind one order of it alone, in a sentence that defines the diploma
    ("Arrêté du {a}, modifié par : arrêté du {b} ; arrêté du {c}", "-mm"),
    ("Arrêté du {a}<br>(modifié : {b}, {c})", "-mm"),
    # changed on a day, without a mark behind a number, a journal or the title
    ("Arrêté du {a} - arrêté de création publié au JORF du 3 juillet 2003 modifié le {b}", "cm"),
    ("Arrêté du {a} - arrêté de création modifié le {b}", "cm"),
    ("Arrêté du {a} : création du diplôme modifié le {b}", "cm"),
    ("Arrêté du {a} (arrêté de création) (BO n° 31 du 9 septembre 2003) modifié le {b}", "cm"),
    (
        "Arrêté du {a} portant création du CAP Vannerie NOR:MENE0301234A arrêté du {b} modifiant "
        "l'arrêté du {a} portant création du CAP Vannerie",
        "cm",
    ),
    ("Arrêté du {a} (JO du 3 juillet 2003) - NOR:MENE0301234A modifié le {b}", "-m"),
    ("Arrêté du {a} NORMEN E 0301234 A modifié les {b} et {c}", "-mm"),
    ("Arrêté du {a} portant création du CAP Vannerie modifié le {b}", "cm"),
    ("Arrêté du {a} créant le CAP Vannerie paru au JO du 3 juin modifié par l'arrêté du {b}", "cm"),
    ("Arrêté du {a} portant création du CAP Vannerie. Annexe modifiée le 3 juin 2009.", "c"),
    ("A. {a} (JO du 3 juillet 2003), mod. a. {b}", "-m"),
    # the word before a bracket is of all orders in it, and of no other
    ("Arrêté du {a} modifié (arrêté du {b} ; arrêté du {c})", "-mm"),
    ("Arrêté du {a} (JO du 3 juillet 2003), modifié (arrêté du {b} (JO du 9) ; du {c})", "-mm"),
    ("Arrêté du {a} - NOR : MENE0301234A modifié [arr. du {b}, JO du 9 ; arr. du {c}]", "-mm"),
    ("Créé (arrêté du {a}), modifié (arrêté du {b}), abrogé (arrêté du {c})", "cmr"),
    ("Arrêté du {a} (modifié par arrêté du {b}, NOR : MENE0700123A ; arrêté du {c})", "-mm"),
    ("Arrêté du {a} modifié ({b} ; {c})", "-mm"),
    ("Arrêté du {a} - NOR/MEN E 0301234 A modifié (arrêté du {b}, NOR/MEN E 0701234 A)", "-m"),
    ("Arrêté du {a} modifié (arrêté du {b}) ; arrêté du {c}", "-m-"),
    ("Arrêté du {a} (modifié par : arrêté du {b}) ; arrêté du {c}", "-m-"),
    ("Arrêté du {a} - Référentiel modifié le 5 juin 2015", "-"),
    ("Arrêté du {a} (JO du 3 juillet 2003), modifié", "-"),
    ("Arrêté du {a} modifié (JO du 3 juillet 2003)", "-"),
    ("Arrêté du {a} (JO du 3 juillet 2003) : création ; arrêté du {b} (modifié)", "c-"),
    ("Arrêté du {a} portant création, arrêté du {b}", "c-"),
    ("Régi par le décret du {a}, qui l'institue, et par l'arrêté du {b}", "c-"),
    ("défini par arrêté du {a}<br>modifié par arrêté du {b}", "-m"),
    ("Arrêté du {a}. Les épreuves générales obéissent à l'arrêté du 3 juin 1999.", "-"),
    ("A. {a} (création). A. {b} (modification de cette épreuve) ; A. {c}", "cm-"),
    # abbreviations
    ("Modif. : arr. du {a} (J.O. 3 juil. 2003)", "m"),
    ("arrêté du {a} (modif.)", "m"),
    ("<b>Créat.</b></p><p>A. du {a}</p><p><b>Arr. abrog.</b></p><p>A. du {b}", "cr"),
    ("<b>Option</b></p><p>A. du {a}", "-"),
    (
        "Création : arrêté ministériel du {a}<br>Modif. : arrêté ministériel du {b}<br>"
        "arrêté ministériel du {c}",
        "cmm",
    ),
    ("<b>Abrogation</b> A. {a}, JO du 3 juillet 2003", "r"),
    ("Arr. du {a}, modif. par arr. du {b}", "-m"),
    ("Arrêté du {a} (NOR : MENE0301234A) modif. arr. du {b} modif. arr. du {c}", "-mm"),
    ("Arrêté du {a} (création) modif. arr. du {b}", "cm"),
    ("Arrêtés modificatifs : {a} - JO du 3 juillet 2003 ; {b} - JO du 2 février 2007", "mm"),
    ("Arrêtés modificatifs : {a} - JO du 3 juillet 2003 - BO n° 23 ; {b} (JO du 9) ; {c}", "mmm"),
    ("Arrêtés modificatifs : {a} (pdf), BO n°24 ; {b}", "mm"),
    ("Arrêtés modificatifs : {a}, NOR : MENE0301234A ; {b} - NOR/MEN E 0702345 A", "mm"),
    ("Arrêté modificatif : {a} - JO du 3 juillet 2003 ; BO du 5 juillet 2003", "m"),
    ("Arrêté modificatif : {a} - JO du 3 juillet 2003 ; BO n° 24 du 5 juillet 2003", "m"),
    # dates of the journal are no orders'
    ("arrêtés : {a} et {b}<br>JO : 19 juillet 2003, 10 mai 2005, 14 mars 2008", "--"),
    ("Arrêté du {a} (JO du 3 juillet 2003, 5 juillet 2003)", "-"),
    ("Arrêtés du {a} (JO du 3 juillet 2003) et du {b} (JO du 2 février 2007)", "--"),
    ("Arrêté du {a} - B.O. n° 25 du 3 juillet 2003 (arrêté en PDF)", "-"),
    (
        "arrêtés du {a}, BO n° 8 du 3 juillet 2003, {b}, BO n° 45 du 2 février 2007 et du {c}, BO",
        "---",
    ),
    ("Arrêté du {a}, mod. par arr. du {b}, JO du 2 février 2007, du {c}, JO du 4 mai 2013", "-mm"),
    ("Arrêté du {a}, mod. par arr. du {b}, {c} et du 3 mai 2014", "-mmm"),
    ("arrêtés du {a} - JO du 3 juillet 2003 texte de l'arrêté et du {b} - JO", "--"),
    # the predecessor's
    ("Arrêté du {a}. Remplace le CAP Osier, rotin 500-24122 T (arrêté du 21 août 1992).", "-"),
    (
        "Arrêté du {a} portant création du CAP Vannerie. L'arrêté du 21 août 1992 portant création "
        "du CAP Osier est abrogé.",
        "c",
    ),
    ("Arrêté du {a} ; l'arrêté du 21 août 1992 qui l'avait créé est abrogé.", "-"),
    ("L'arrêté du {a} qui a créé ce diplôme a été abrogé par celui du {b}.", "cr"),
    ("Créé par l'arrêté du {a}, il est modifié par celui du {b}.", "cm"),
    ("L'arrêté du {a} l'a créé, celui du {b} l'abroge.", "cr"),
    ("Texte créateur : arrêté du {a} ; texte abrogatoire : arrêté du {b}", "cr"),
    ("Arrêté du {a} pris en application du décret du 2 mars 1990", "-"),
    # of "celui du" behind a verb it is said that it ends: the predecessor's
    ("L'arrêté du {a} abroge celui du 4 juin 1992.", "-"),
    ("L'arrêté du {a} remplace celui du 4 juin 1992.", "-"),
    ("Arrêté du {a} abrogeant et remplaçant celui du 4 juin 1992.", "-"),
    ("L'arrêté du {a} modifie celui du {b}.", "--"),
    # rules of all diplomas of a type, and the order that the own one abrogates
    ("Décret du 9 mai 1995 portant règlement général du CAP ; arrêté du {a}", "-"),
    ("Décret n° 2002-463 du 4 avril 2002 relatif au CAP ; arrêté du {a}", "-"),
    (
        "Décret du 10 mai 2009 relatif à l'organisation de la voie professionnelle<br>A. du {a}",
        "-",
    ),
    ("Texte général des CAP : arrêté du 16 juillet 1984. Texte propre : arrêté du {a}.", "-"),
    ("Arrêté du {a}. L'arrêté du 29 juillet 1992 s'applique à tous les CAP.", "-"),
    ("Arrêté du {a} modifié par l'arrêté du 30 août 2019 (tous les CAP)", "-"),
    ("L'arrêté du 30 août 2019, commun à tous les CAP, et le décret du {a} créant le CAP", "c"),
    (
        "Arrêté du {a} (création). Il abroge, à l'issue de la session 2005, l'arrêté du 21 août "
        "1992 portant création du CAP Vannier de rotin.",
        "c",
    ),
    ("L'arrêté est le suivant : {a} (JO du 3 juillet 2003). Il a créé ce CAP.", "c"),
    ("A. du {a}, JO du 3 juillet 2003<br>A. modificatif du {b}, JO du 2 février 2007", "-m"),
    ("<ul><li>{a} : création par arrêté</li><li>{b} : premier arrêté modificatif</li></ul>", "cm"),
    ("Le CAP Vannerie a connu plusieurs versions. Il a été modifié par l'arrêté du {a}.", "m"),
    ("Arrêté du {a} ; JO du 3 juillet 2003</p><p>(création)", "c"),
    # the visas of an order's text, and its articles
    (
        "Vu l'arrêté du {a} portant création du CAP Vannerie ; vu l'arrêté du {b} modifiant "
        "l'arrêté du {a} portant création du CAP Vannerie",
        "cm",
    ),
    (
        "Vu l'arrêté du {a} portant création du CAP Vannerie ;</p><p>Vu l'arrêté du {b} modifiant "
        "l'arrêté du {a}",
        "cm",
    ),
    (
        "Vu l'arrêté du {a} portant création du CAP Vannerie ;</p><p>Vu l'arrêté du {b} modifiant "
        "les annexes de l'arrêté du {a}.",
        "cm",
    ),
    (
        "Vu l'arrêté du {a} portant création du CAP Vannerie ;</p><p>Vu l'arrêté du {b} portant "
        "abrogation du CAP Vannerie",
        "cr",
    ),
    (
        "Vu l'arrêté du {a} portant création du CAP Vannerie ;</p><p>Vu l'arrêté du 5 juin 2005 "
        "modifiant l'arrêté du 9 mai 1995 relatif au contrôle en cours de formation",
        "c",
    ),
    (
        "Vu l'arrêté du {a} portant création du CAP Vannerie ;</p><p>Vu l'arrêté du 5 juin 2005 "
        "portant abrogation du CAP Osier",
        "c",
    ),
    (
        "Arrêté du {a} portant création du CAP Vannerie</p><p>Article 5 - La dernière session "
        "organisée conformément aux dispositions de l'arrêté du 21 août 1992 portant création du "
        "CAP Vannerie d'osier aura lieu en 2004. À l'issue de cette session, l'arrêté du 21 août "
        "1992 précité est abrogé.",
        "c",
    ),
    # what defines a diploma, not what rules a part of it
    (
        "Le certificat d'aptitude professionnelle Vannerie, rotin et osier, vannerie d'ameublement "
        "de jardin, est défini par l'arrêté du {a}, modifié par l'arrêté du {b}.",
        "-m",
    ),
    ("Le référentiel est défini par l'arrêté du {a}, modifié par l'arrêté du {b}.", "-m"),
    ("Le référentiel de ce CAP est défini par l'arrêté du {a}, modifié par celui du {b}.", "-m"),
    ("Arrêté du {a}. Le référentiel d'anglais est défini par l'arrêté du 5 mai 2005.", "-"),
    ("Les conditions de délivrance de ce diplôme sont fixées par l'arrêté du {a}.", "c"),
    ("Les conditions de délivrance du CAP Vannerie sont fixées par l'arrêté du {a}.", "c"),
    ("Ce CAP a été créé et ses conditions de délivrance fixées par l'arrêté du {a}.", "c"),
    (
        "Arrêté du {a}. Les épreuves facultatives du CAP sont définies par l'arrêté du 5 mai 2005.",
        "-",
    ),
    ("Arrêté du {a}. Ce CAP remplace le CAP Osier défini par l'arrêté du 21 août 1992.", "-"),
)
# Read so where no heading says what the text is about.
FACTS = (
    ("Code : 500-23438 V. Arrêté du {a} (JO du 3 juillet 2003). Durée : 2 ans.", "-"),
    ("AC : {a} - JORF 3/07/2003 - BOEN n° 31 du 9/09/2003<br>AM : {b} - JORF 2/02/2007", "--"),
)
PLACES = ("<p>{}</p>", "<div>{}</div>", "<blockquote><p>{}</p></blockquote>")
BELOW = "<h3>Histoire</h3><p>{}</p>"
LAYOUTS = (
    # unknown columns before one of links, below a heading of orders
    ("<table><caption>Textes réglementaires</caption><tr><th>Date</th><th>Objet</th><th>NOR</th>"
     "<th>Lien</th></tr><tr><td>{a}</td><td>création</td><td>MENE0301234A</td><td>"
     "<a href='https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000000589212'>Légifrance</a></td></tr>"
     "</table>", "c"),
    # a label of titles above a column of orders
    *(
        (f"<table><tr><th>{head}</th><th>NOR</th><th>J.O.</th></tr>"
         "<tr><td>Arrêté du {a}</td><td>MENE0301234A</td><td>3 juillet 2003</td></tr></table>", "-")
        for head in ("Intitulé", "Titre", "Arrêté", "Texte")
    ),
    # a row of a table as a line: the second day is the journal's where it follows soon
    ("<h3>Textes</h3><p>{a} - 3-7-2003 - création<br>{b} - MENE0701234A - 3-2-2007 - modification",
     "cm"),
    ("<h3>Textes</h3><p>Arrêté - {a} - 3/7/2003 - Création", "c"),
    ("<h3>Textes</h3><p>{a} - {b} - modification", "-m"),
    # what ends with its list, its table or its part of the page says nothing of what is below it
    *(
        (f"{field.format('Abrogation')}<p>Arrêté du {{a}}</p>", "-")
        for field in ("<dl><dt>{}</dt><dd></dd></dl>", "<ul><li>{} :</li></ul>", "<p>{} : –</p>",
                      "<table><tr><td>{}</td><td>&nbsp;</td></tr></table>",
                      "<dl><dt>{}</dt><dd>-</dd></dl>", "<div><div>{} :</div><div>–</div></div>")
    ),
    ("<h2>Arrêté de création</h2><ul><li>{a} (JO du 3 juillet 2003)</li></ul>"
     "<h2>Arrêtés de modification</h2><ul><li>{b} (JO du 2 février 2007)</li>"
     "<li>{c}</li></ul>", "cmm"),
    ("<h3>Arrêté d'abrogation</h3><p>{a}</p>", "r"),
    # what an order does, on a line of its own above or below it
    ("<p>Création</p><p>Arrêté du {a}</p><p>Modifications</p><p>Arrêté du {b}</p>"
     "<p>Arrêté du {c}</p>", "cmm"),
    ("<div><div>Création :</div><div>Arrêté du {a}</div></div><p><b>Modifications</b></p><ul>"
     "<li>Arrêté du {b}</li><li>Arrêté du {c}</li></ul>", "cmm"),
    ("<p>Arrêté du {a}</p><p>JO du 3 juillet 2003</p><p>NOR/MEN E 0303012 A</p><p>Création du "
     "diplôme</p><p>Arrêté du {b}</p><p>Modification</p>", "cm"),
    ("<table><tr><td>Arrêté du {a}<br>J.O. du 3 juillet 2003<br>Création</td></tr><tr><td>"
     "Arrêté du {b}<br>Modification</td></tr></table>", "cm"),
    ("<table><tr><td><a href=i.html>Accueil</a></td><td><p>Création</p><p>Arrêté du {a}</p>"
     "<p>Modification</p><p>Arrêté du {b}</p><p>Annexes</p></td></tr></table>", "cm"),
    ("<ul><li>Arrêté de création : {a}, modifié par<ul><li>{b} (JO du 2 février 2007)</li></ul>"
     "</li><li>arrêté du {c}</li></ul>", "cm-"),
    ("<ul><li>Arrêté du {a} : arrêté de création paru au JO du 3 juillet 2003, modifié par<ul><li>"
     "<a href=b.pdf>{b}</a></li><li>arrêté du {c}</li></ul></li></ul>", "cmm"),
    # in a cell beside or below what they do, also where days stand alone behind an order
    ("<table><tr><td>Modification(s)</td><td>Arrêté du {a} (JO du 3 juillet 2003)<br>{b} - JO du "
     "2 février 2007<br>{c}</td></tr></table>", "mmm"),
    ("<table><tr><th>Intitulé</th><th>Création</th><th>Modification(s)</th></tr><tr><td>CAP "
     "Vannerie</td><td>arrêté du {a}</td><td>arrêté du {b}<br>arrêté du {c}</td></tr></table>",
     "cmm"),
    # on lines below, without a mark behind what they do
    ("<p><b>Arrêtés modificatifs</b> arrêté du {a} NOR/MEN E0329002 A<br>arrêté du {b}</p>", "mm"),
    ("<p>Arrêté de création du diplôme {a}</p><p>Modification(s) {b}<br>{c}</p>", "cmm"),
    ("<p><b>Arrêté modificatif</b> arrêté du {a}<br>arrêté du {b}</p>", "m-"),
    ("<dl><dt>Arrêté(s) modificatif(s)<dd>{a} paru au JO du 3 juillet 2003<br>{b} publié au JORF "
     "du 2 février 2007</dl>", "mm"),
    # visas cite what rules a type
    ("<p>Arrêté du {a} portant création du CAP Vannerie</p><p>Vu le code de l'éducation ; D. n° "
     "2002-463 du {c} mod. ; avis de la commission professionnelle consultative du 3 mai 2002</p>"
     "<p>Arrêté du {b}</p>", "c-"),
    # what it does, between the title and the order
    ("<p>Création et conditions de délivrance</p><p>NOR : MENE0301234A<br>arrêté du {a} - J.O. du "
     "3-7-2003<br>MEN - DGESCO A2-3</p><hr><p>Vu code de l'éducation</p><p>Arrêté du {b}</p>",
     "c-"),
    ("<p>Création et règlement d'examen</p><p>arrêté du {a}</p>", "-"),
    ("<p>Arrêté du {a} portant création, modifié par :</p><p>arrêté du {b}</p><p>arrêté du {c}"
     "</p>", "cmm"),
    ("<table><tr><th>Texte</th><th>Date</th><th>Publication</th></tr>"
     "<tr><td>Création</td><td>{a}</td><td>JO du 3 juillet 2003</td></tr>"
     "<tr><td rowspan=2>Modification</td><td>{b}</td><td>JO du 2 février 2007</td></tr>"
     "<tr><td>{c}</td><td>JO du 3 novembre 2012</td></tr></table>", "cmm"),
    ("<table><tr><td>Arrêté</td><td>Date</td><td>BO</td></tr>"
     "<tr><td rowspan=2>Création</td><td rowspan=2>{a}</td><td>n° 31 du 9 septembre 2003</td></tr>"
     "<tr><td>n° 32 du 16 septembre 2003</td></tr>"
     "<tr><td>Modification</td><td>{b}</td><td>n° 5 du 2 février 2007</td></tr></table>", "cm"),
    ("<table><tr><td>Texte 1</td><td>Arrêté du {a}</td><td>JO 3/07/03</td><td>Création</td></tr>"
     "<tr><td>Texte 2</td><td>Arrêté du {b}</td><td>JO 2/02/07</td>"
     "<td>Modification de l'annexe</td></tr></table>", "cm"),
    ("<ol><li><time>{a}</time><p>Arrêté de création</p></li>"
     "<li><time>{b}</time><p>Arrêté modificatif (épreuves)</p></li>"
     "<li><time>{c}</time><p>Arrêté modificatif</p></li></ol>", "cmm"),
    ("<dl><dt>{a}</dt><dd>Arrêté de création</dd><dt>{b}</dt><dd>Arrêté modificatif</dd>"
     "</dl>", "cm"),
    ("<div><div><b>{a}</b><div>Arrêté de création</div></div>"
     "<div><b>{b}</b><div>Arrêté modificatif</div></div></div>", "cm"),
    ("<h2>Arrêté du {a}</h2><p>portant création de la spécialité « Vannerie » de certificat "
     "d'aptitude professionnelle et fixant les conditions de délivrance de cette spécialité à "
     "compter de la prochaine session</p><h2>Arrêté du {b}</h2><p>modifiant les annexes</p>", "cm"),
    ("<h2>Arrêté du {a}</h2><p>Cet arrêté crée le CAP Vannerie.</p>", "c"),
    ("<p>Arrêté du {a}</p><p>Il porte création du CAP Vannerie.</p>", "c"),
    # lines and blocks below a label that is answered, with labels of their own
    ("<p><b>Modifications</b><br>arrêté du {a} (JO du 3 juillet 2003) ; arrêté du {b}</p>", "mm"),
    ("<p><b>Modifié par :</b> arrêté du {a}</p><p>Autre texte : arrêté du {b} relatif aux "
     "épreuves</p>", "m-"),
    ("<h3>Arrêté modificatif</h3><p>{a} (JO du 3 juillet 2003)</p><p>Unités générales : arrêté du "
     "{b} fixant les unités générales du CAP</p>", "m"),
    ("<h3>Arrêtés modificatifs</h3><p>Premier : arrêté du {a}</p><p>Second : arrêté du {b}</p>",
     "mm"),
    ("<p><b>Arrêtés modificatifs</b></p><ul><li>Premier : arrêté du {a}</li><li>Second : arrêté "
     "du {b}</li></ul>", "mm"),
    ("<p>Arrêté du {a}</p><p>Voir aussi : arrêté du {b} relatif aux épreuves</p>", "--"),
    ("<p>Arrêté du {a}</p><p>Voir aussi : arrêté du {b} portant création du CAP Osier</p>", "-"),
    ("<p>Arrêté .............. {a}<br>J.O. ................ 3-07-2003</p>", "-"),
    ("<pre>\nCréation ....... arrêté du {a}\nModifications .. arrêté du {b}\n"
     "                 arrêté du {c}\nPremière session . 2004\n</pre>", "cmm"),
    ("<pre>\nCréation ....... arrêté du {a}\nModifications ....... arrêté du {b}\n"
     "                 arrêté du {c}\n</pre>", "cmm"),
    ("<pre>\nModification ....... arrêté du {a}\nTextes ....... arrêté du {b}\n</pre>", "m-"),
    ("<p><b>Arrêté de création</b></p><p>{a} (JO du 3 juillet 2003)</p><p><b>Modification</b></p>"
     "<p>{b} (JO du 2 février 2007)</p>", "cm"),
    ("<table><tr><td>Créée par<td>{a} - NOR : MENE0301234A<tr><td>Modifiée par<td>{b} - NOR : "
     "MENE0701234A<br>{c} - NOR : MENE1201234A</table>", "cmm"),
    # spans of a word processor inside a word, between words, in another colour
    ("<p><b><span style='font-family:Arial'>Arrêté</span><span lang=FR> du {a}</span></b></p><p>"
     "<span class=SpellE>Arr</span><span class=GramE>êté du {b}</span> <span style='color:black'>"
     "modifiant</span> le précédent</p>", "-m"),
    ("<table><tr><td><p>Nature<td><p>Date<td><p><span lang=FR>JO</span><span style='color:black'>"
     "RF</span><td><p>Objet<tr><td>Arrêté<td>{a}<td>3 juillet 2003<td>Création</table>", "c"),
    # what an order does stands on a line of its own, or behind the name of the page's update
    ("<p><i>Code</i><br>500-22134<br><i>Création</i><br>Arrêté du {a}<br><i>Arrêté modificatif</i>"
     "<br>Arrêté du {b}</p>", "cm"),
    ("<p><i>Texte réglementaire</i><br>Arrêté du {a}<br><i>Modification</i><br>arrêté du {b}</p>",
     "-m"),
    ("<p><i>Texte réglementaire</i><br>Arrêté du {a}<br>Création</p>", "c"),
    ("<p>Arrêté du {a}<br>(création)</p><p>Arrêté du {b}<br>(modification des épreuves)</p>", "cm"),
    ("<p>Création : arrêté du {a}</p><p>Dernière mise à jour : arrêté du {b}</p>", "cm"),
    ("<p>Création : arrêté du {a}</p><p>Dernière mise à jour : {b}</p>", "c"),
    ("<p>Création : {a} (arrêté) / Modification : {b} (arrêté)</p>", "cm"),
    # the order that another one changes or ends
    ("<p>Arrêté du {b} relatif à la modification de l'arrêté du {a} créant le CAP Vannerie</p>",
     "cm"),
    ("<p>Arrêté du {a}</p><p>Modification de l'arrêté du {a} : arrêté du {b}</p>", "-m"),
    ("<p>Date de modification de l'arrêté : {a}</p>", "m"),
    ("<p>Arrêté du {a} (consolidé suite à l'arrêté du {b})</p>", "-m"),
    ("<p>Arrêté du {a} portant création du CAP Vannerie (abroge l'arrêté du {b})</p>", "c"),
    ("<p>Arrêté du {a} portant création du CAP Vannerie<br>Abroge l'arrêté du {b}</p>", "c"),
    ("<p>Par arrêté du {a} est créé le CAP Vannerie. Par arrêté du {b}, le règlement d'examen est "
     "modifié.</p>", "cm"),
)  # fmt: skip


def _read(content: str) -> Referential:
    (only,) = read(Document(PAGE.format(content).encode()), Lexicon.packaged()).records
    return only.record


def _orders(record: Referential) -> list[tuple[str | None, str | None]]:
    return sorted(((text.date, text.kind) for text in record.legal_texts), key=str)


def _expected(kinds: str) -> list[tuple[str, str | None]]:
    return [(date, _KINDS[kind]) for date, kind in zip((A, B, C, LATER), kinds, strict=False)]


@pytest.mark.parametrize(
    ("place", "sentence", "kinds"),
    [
        *((place, *case) for case in (*SENTENCES, *FACTS) for place in PLACES),
        *((BELOW, *case) for case in SENTENCES),
    ],
)
def test_sentences(place: str, sentence: str, kinds: str) -> None:
    for written in (LONG, DOTTED, DASHED):
        assert _orders(_read(place.format(sentence.format(**written)))) == _expected(kinds)


@pytest.mark.parametrize(("layout", "kinds"), LAYOUTS)
def test_lists_tables_and_timelines(layout: str, kinds: str) -> None:
    for written in (LONG, DASHED):
        assert _orders(_read(layout.format(**written))) == _expected(kinds)


@pytest.mark.parametrize(
    "layout",
    [
        "<ol><li><time>Juin {f}</time><p>Première session</p></li>"
        "<li><time>8 mai 2019</time><p>Une visite</p></li></ol>",
        "<dl><dt>{f}</dt><dd>Première session d'examen</dd><dt>2019</dt><dd>Salon</dd></dl>",
        "<table><tr><td>Juin {f}</td><td>Première session</td></tr>"
        "<tr><td>Juin 2019</td><td>Salon</td></tr></table>",
        "<ul><li>Juin {f} : première session</li><li>Juin 2019 : salon</li></ul>",
        "<p>1re session ............ {f}</p>",
        "<pre>\nCréation .......... arrêté du 17 juin 2003\nPremière session .. {f}\n</pre>",
        "<p>Arrêté : 17 juin 2003<br>Première session . {f}<br>Dernière session . 2011</p>",
    ],
)
def test_the_year_of_a_session_stands_before_it_in_a_timeline(layout: str) -> None:
    assert _read(layout.format(f=2006)).first_session == 2006


def test_a_table_of_two_generations_tells_of_the_end_of_the_first() -> None:
    record = _read(
        "<table><tr><th>Texte</th><th>Date</th><th>NOR</th><th>Observations</th></tr>"
        "<tr><td>Arrêté de création</td><td>17 juin 2003</td><td>MENE0301234A</td>"
        "<td>abrogé à l'issue de la session 2013</td></tr>"
        "<tr><td>Arrêté de création</td><td>26 octobre 2012</td><td>MENE1212345A</td>"
        "<td>première session 2014</td></tr></table>"
    )
    assert _orders(record) == [(A, "creation"), (C, "creation")]
    assert (record.first_session, record.last_session, record.status) == (2014, None, "unknown")
    assert {"last_session", "status"} <= {issue.field for issue in record.issues}


ABROGATING = "Arrêté du 26 octobre 2012 abrogeant l'arrêté du {}"


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (f"<p>Arrêté du 17 juin 2003<br>{ABROGATING.format('17 juin 2003')}</p>",
         "repeal", "repealed"),
        (f"<ul><li>{ABROGATING.format('17 juin 2003')} portant création du CAP « Vannerie »</li>"
         "<li>Arrêté du 17 juin 2003 portant création du CAP « Vannerie »</li></ul>",
         "repeal", "repealed"),
        # of the successor's page: another order, an order of its own, a later session
        (f"<p>{ABROGATING.format('17 juin 2003')}</p>", None, "unknown"),
        (f"<p>{ABROGATING.format('17 juin 2003')} portant création du CAP « Vannerie »</p>",
         "repeal", "repealed"),
        (f"<p>Arrêté modificatif : 8 janvier 2007</p><p>{ABROGATING.format('17 juin 2003')} "
         "portant création du CAP « Vannerie »</p>", "repeal", "repealed"),
        (f"<p>{ABROGATING.format('17 juin 2003')} portant création du CAP « Tonnellerie »</p>",
         None, "unknown"),
        (f"<p>Arrêté du 8 janvier 2007 (création)</p><p>{ABROGATING.format('17 juin 2003')} "
         "portant création du CAP « Vannerie »</p>", None, "unknown"),
        (f"<p>Arrêté du 8 janvier 2007</p><p>{ABROGATING.format('17 juin 2003')}</p>",
         None, "unknown"),
        (f"<p>Arrêté du 17 juin 2003<br>{ABROGATING.format('17 juin 2003')}</p>"
         "<p>Première session : 2014</p>", None, "unknown"),
        (f"<p>{ABROGATING.format('17 juin 2003')}</p><p>Arrêté du 26 octobre 2012 (création)</p>"
         "<p>Arrêté du 17 juin 2003</p>", "creation", "unknown"),
        # a table whose first column has the date, a card that has the date as its name
        ("<table><tr><th>Date</th><th>Texte</th></tr>"
         "<tr><td>17/06/2003</td><td>Arrêté créant le diplôme</td></tr>"
         "<tr><td>26/10/2012</td><td>Arrêté abrogeant l'arrêté du 17 juin 2003</td></tr></table>",
         "repeal", "repealed"),
        ("<table><tr><th>Date</th><th>Texte</th></tr>"
         "<tr><td>08/01/2007</td><td>Arrêté créant le diplôme</td></tr>"
         "<tr><td>26/10/2012</td><td>Arrêté abrogeant l'arrêté du 17 juin 2003</td></tr></table>",
         None, "unknown"),
        ("<p>Arrêté du 17 juin 2003 portant création du diplôme</p><div>"
         f"<p>Arrêté du 26 octobre 2012</p><p>{ABROGATING.format('17 juin 2003')}</p></div>",
         "repeal", "repealed"),
        # without a date
        ("<p>Arrêté du 17 juin 2003 portant création du diplôme</p>"
         "<p>Arrêté du 26 octobre 2012 abrogeant l'arrêté de création</p>", "repeal", "repealed"),
        ("<p>Arrêté du 17 juin 2003</p>"
         "<p>Arrêté du 26 octobre 2012 abrogeant l'arrêté susvisé</p>", None, "unknown"),
    ],
)  # fmt: skip
def test_an_order_that_repeals_the_pages_only_order_repeals_the_diploma(
    content: str, kind: str | None, status: str
) -> None:
    record = _read(content)
    assert {text.date: text.kind for text in record.legal_texts}[C] == kind
    assert record.status == status


@pytest.mark.parametrize("verb", ["modifiant", "abrogeant"])
def test_the_order_that_another_one_changes_is_a_part_of_its_title(verb: str) -> None:
    title = f"Arrêté du 26 octobre 2012 {verb} l'arrêté du 17 juin 2003 portant création du CAP X"
    record = _read(f"<p>{title}</p><p>Arrêté du 17 juin 2003 portant création du CAP X</p>")
    assert [text.title for text in record.legal_texts if text.date == C] == [title]


@pytest.mark.parametrize("tag", ["div", "section"])
def test_a_button_above_its_panel_is_a_heading_that_may_name_an_order(tag: str) -> None:
    record = _read(
        f"<div><div><button>Arrêté du 17 juin 2003</button><{tag}><p>Crée l'option. "
        f"<a href='a'>Lire l'arrêté</a></p>"
        f"</{tag}></div><div><button>Arrêtés de modification</button><{tag}><p>8 janvier 2007</p>"
        f"</{tag}></div></div>"
    )
    assert _orders(record) == [(A, "creation"), (B, "modification")]


def test_a_button_that_heads_no_panel_is_none() -> None:
    menu = "<div><button>Arrêté du 17 juin 2003</button><div>Arrêté du 8 janvier 2007</div></div>"
    assert _orders(_read(menu)) == [(B, None)]


@pytest.mark.parametrize(
    "layout",
    [
        "<p>Création</p><p>Arrêté du {a}</p>",
        "<h3>Modifications</h3><ul><li>Arrêté du {a}</li></ul>",
        "<table><tr><td>Arrêté</td><td>NOR</td><td>Objet</td></tr>"
        "<tr><td>Arrêté du {a}</td><td>MENE0301234A</td><td>création</td></tr></table>",
    ],
)
def test_a_heading_or_the_name_of_a_column_above_orders_is_no_unknown_one(layout: str) -> None:
    issues = _read(layout.format(**LONG)).issues
    assert {remark.issue for remark in issues} & {
        IssueCode.UNKNOWN_HEADING, IssueCode.EMPTY_SECTION,
    } == set()  # fmt: skip


def test_a_heading_with_nothing_of_orders_below_it_is_told() -> None:
    body = "<p>Arrêté du 17 juin 2003</p><h3>Création</h3><p>Texte.</p>"
    assert "Création" in {remark.value for remark in _read(body).issues}


@pytest.mark.parametrize(
    "heading",
    ["<h2>Textes généraux</h2>", "<h2>Textes communs à tous les CAP</h2>",
     "<p>Textes généraux :</p>", "<h3>Réglementation générale du CAP</h3>",
     "<h2>Arrêtés communs aux CAP</h2>"],
)  # fmt: skip
def test_orders_below_a_heading_of_general_texts_are_cited(heading: str) -> None:
    own = "<ul><li>Arrêté du 17 juin 2003 portant création</li></ul>"
    general = "<ul><li>Arrêté du 30 août 2019 relatif aux épreuves</li></ul>"
    record = _read(f"<h2>Textes propres au diplôme</h2>{own}{heading}{general}")
    assert [text.date for text in record.legal_texts] == ["2003-06-17"]
    assert any("30 août 2019" in (remark.value or "") for remark in record.issues)
    assert [text.date for text in _read(f"{heading}{own}").legal_texts] == ["2003-06-17"]
    options = _read(f"<p>Arrêté du 3 mai 2003</p><h2>Textes communs aux options</h2>{own}")
    assert len(options.legal_texts) == 2


NEXT_ORDER = "<p>Arrêté du 18 octobre 2008 - applicable à compter de la session 2009</p>"


@pytest.mark.parametrize(
    ("content", "first"),
    [
        (f"<p>Arrêté du 9 mai 2006</p>{NEXT_ORDER}", None),
        (NEXT_ORDER, 2009),
        (f"<p>Arrêté du 9 mai 2006</p><p>Première session : 2008</p>{NEXT_ORDER}", 2008),
    ],
)
def test_the_session_from_which_a_later_order_applies_is_no_first_one(
    content: str, first: int | None
) -> None:
    record = _read(content)
    assert record.first_session == first
    told = "an order applies since then, and an older one stands beside it"
    messages = [issue.message for issue in record.issues if issue.field == "first_session"]
    assert bool(messages) == ("2006" in content)
    assert all(told in message for message in messages)


@pytest.mark.parametrize("verb", ["abrogeant et remplaçant", "annulant et remplaçant"])
def test_an_order_that_another_one_replaces_is_stated_in_either_form(verb: str) -> None:
    new, old = "26 octobre 2012", "17 juin 2003"
    for line in (
        f"<p>Arrêté du {new} {verb} l'arrêté du {old}</p>",
        f"<ul><li>Arrêté du {new} {verb} l'arrêté du {old}.</li></ul>",
        f"<p>Arrêté du {old} (abrogé et remplacé par l'arrêté du {new})</p>",
    ):
        record = _read(line)
        assert sorted(_orders(record), key=str) == [(A, None), (C, None)]
        assert record.status == "unknown"
        assert "status" in {each.field for each in record.issues}
    # of the order that creates the diploma, the former one is the predecessor's
    made = _read(
        f"<p>Arrêté du {new} portant création du CAP Vannerie, {verb} l'arrêté du {old}</p>"
    )
    assert [date for date, _ in _orders(made)] == [C]


@pytest.mark.parametrize("mark", [" / ", " ; ", ", ", " – "])
def test_a_shortened_order_behind_a_diplomas_name_is_no_part_of_it(mark: str) -> None:
    first = "Arrêté du 17 juin 2003 portant création du CAP Vannerie"
    record = _read(
        f"<p>{first}{mark}Arr. du 26 octobre 2012 modifiant l'arrêté du 17 juin 2003</p>"
    )
    assert _orders(record) == [(A, "creation"), (C, "modification")]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Arrêté du {a} – Arrêté du {b} modificatif – Arrêté du {c} relatif à ce diplôme", "-m-"),
        ("Arrêté du {a} - création – Arrêté du {b} - modification des annexes", "cm"),
        ("Arrêté du {a} – création du diplôme – arrêté du {b} – modification", "cm"),
        # a label before its order
        ("Création – arrêté du {a} – Modification – arrêté du {b}", "cm"),
    ],
)
def test_dashes_divide_orders_and_what_they_do(line: str, kinds: str) -> None:
    days = {"a": "17 juin 2003", "b": "8 janvier 2007", "c": "26 octobre 2012"}
    meant = {"-": None, "c": "creation", "m": "modification"}
    expected = [*zip((A, B, C), map(meant.get, kinds), strict=False)]
    assert _orders(_read(f"<p>{line.format(**days)}</p>")) == expected


@pytest.mark.parametrize("mark", [" ; ", " | "])
@pytest.mark.parametrize("behind", ["[JO du 2 mars 2007]", "(JO du 2 mars 2007)", "Texte intégral"])
def test_what_stands_behind_a_diplomas_name_is_no_part_of_it(mark: str, behind: str) -> None:
    first = "Arrêté du 17 juin 2003 créant le CAP Vannerie"
    change = f"Arrêté du 8 janvier 2007 portant modification de la spécialité Vannerie {behind}"
    cell = f"<table><tr><th>Arrêtés</th><td>{first}{mark}{change}</td></tr></table>"
    assert _orders(_read(cell)) == [(A, "creation"), (B, "modification")]
    made = f"ARRETE DU 17 JUIN 2003 PORTANT CREATION DU CAP {behind.upper()}"
    assert _orders(_read(f"<h2>Textes</h2><p>{made}</p><p>Arrêté du 8 janvier 2007</p>")) == [
        (A, "creation"), (B, None),
    ]  # fmt: skip


ACTS = [
    ("Acte de création", "creation"),
    ("Texte portant création", "creation"),
    ("Création (arrêté)", "creation"),
    ("Créé par arrêté", "creation"),
    ("Texte créant le diplôme", "creation"),
    ("Modifié par un arrêté", "modification"),
    ("Texte portant modification", "modification"),
    ("Texte modificatif", "modification"),
    ("Texte modifiant le diplôme", "modification"),
    ("Modification (arrêté)", "modification"),
    ("Abrogé par arrêté", "repeal"),
]


@pytest.mark.parametrize(("act", "kind"), ACTS)
@pytest.mark.parametrize(
    "item",
    [
        "<li><time>{date}</time><p>{act}{nor}</p></li>",
        "<li>{date} – {act}{nor}</li>",
        "<li>{date} : <a href=https://www.legifrance.gouv.fr/jorf/id/JORFTEXT1>{act}</a>{nor}</li>",
    ],
)
def test_an_event_that_is_an_act_is_an_order(act: str, kind: str, item: str) -> None:
    for nor in ("", " (NOR : MENE1803415A)"):
        first = item.format(date="8 avril 2018", act=act, nor=nor)
        (order,) = record_of(f"<ol>{first}</ol><p>Code : 500-23438</p>").legal_texts
        found = (order.date, order.kind, order.nor)
        assert found == ("2018-04-08", kind, "MENE1803415A" if nor else None)


def test_an_event_that_is_no_act_is_no_order() -> None:
    events = "<li>8 avril 2018 : création de la page</li><li>9 avril 2018 : texte de la fiche</li>"
    assert record_of(f"<p>Code : 500-23438</p><ol>{events}</ol>").legal_texts == ()


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        ("et arrêté du 5 juin 2008 le modifiant", "modification"),
        ("et l'arrêté du 5 juin 2008", None),
        ("et arrêté modificatif du 5 juin 2008", "modification"),
    ],
)
def test_an_order_behind_the_name_of_the_diploma(second: str, kind: str | None) -> None:
    first = "Arrêté du 3 mai 2004 portant création du CAP Vannerie"
    expected = [("2004-05-03", "creation"), ("2008-06-05", kind)]
    assert orders_of(f"<ul><li>{first} {second}</li></ul>") == expected


@pytest.mark.parametrize(
    "days",
    [
        "5 avril 2024 et 27 avril 2024",
        "5.4.2024 et 27.4.2024",
        "5 avril 2024, 27 avril 2024 et 6 mai 2025",
    ],
)
@pytest.mark.parametrize("label", ["Arrêté modificatif", "Modifié par l'arrêté du"])
def test_and_joins_days_of_orders_however_near_they_are(label: str, days: str) -> None:
    orders = orders_of(f"<table><tr><td>{label}<td>{days}</table>")
    assert orders[:2] == [("2024-04-05", "modification"), ("2024-04-27", "modification")]


def test_of_creation_and_journal_are_no_two_orders() -> None:
    assert orders_of("<p>Arrêté modificatif : 5 avril 2024 (JO du 27 avril 2024)</p>") == [
        ("2024-04-05", "modification")
    ]
