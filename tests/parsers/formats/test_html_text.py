"""Text in attributes, files behind scripts, frames and lists, and boilerplate that is content.

All pages are mock-ups.
"""

from pathlib import Path

import pytest

from parsers.formats.html import flatten
from parsers.formats.pdf import join_lines
from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
FOLDER = ADDRESS.rpartition("/")[0]
FILE = f"{FOLDER}/b224/b224a.pdf"


def texts(body: str) -> list[str]:
    return [block.text for block in flatten(f"<body>{body}</body>").blocks]


def record(body: str) -> Referential:
    page = f"<html><head><title>x</title></head><body>{body}</body></html>".encode()
    (only,) = read(Document(page, ADDRESS, "text/html"), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize(
    ("link", "title"),
    [
        ("<a href=b224/b224a.pdf><img src=pdf.gif alt='Annexe I'></a>", "Annexe I"),
        ("<a href=b224/b224a.pdf title='Annexe I'><img src=pdf.gif></a>", "Annexe I"),
        ("<a href=b224/b224a.pdf aria-label='Annexe I'></a>", "Annexe I"),
        ("<a href=b224/b224a.pdf><i class=icon title='Annexe I'></i></a>", "Annexe I"),
        ("<a href=b224/b224a.pdf></a>", "b224a.pdf"),
        ("<a href=b224/b224a.pdf data-bs-toggle=tooltip title='En PDF'>Annexe I</a>", "Annexe I"),
        (
            "<mat-nav-list role=navigation><a href=b224/b224a.pdf>Annexe I</a></mat-nav-list>",
            "Annexe I",
        ),
        (
            "<div class=card><h5>Annexe I</h5><p>1,2 Mo</p><a href=b224/b224a.pdf>Télécharger</a>"
            "</div>",
            "Annexe I",
        ),
        (
            "<dl><dt><a href=b224/b224a.pdf title='PDF - 2,9 Mo'><img src=p.png alt='PDF - 2,9 Mo'>"
            "</a></dt><dt>Annexe I</dt><dd>PDF - 2,9 Mo</dd></dl>",
            "Annexe I",
        ),
        (
            "<dl><dt><a href=b224/b224a.pdf title='PPT - 2,9 Mo'><img src=p.png alt=PPT></a></dt>"
            "<dt>Annexe I</dt></dl>",
            "Annexe I",
        ),
        (
            "<div><h3>Textes</h3><p>En bref</p><h3>Fichiers</h3><dl><dt><a href=b224/b224a.pdf "
            "title='PDF - 2 Mo'><img src=p.png alt=PDF></a></dt><dt>Annexe I</dt></dl></div>",
            "Annexe I",
        ),
        (
            "<div><h3>Textes</h3><dl><dt>Niveau</dt><dd>3</dd></dl><h3>Fichiers</h3>"
            "<p><a href=b224/b224a.pdf title='PDF - 2 Mo'><img src=p.png alt=PDF></a></p></div>",
            "b224a.pdf",
        ),
        (
            "<figure><a href=b224/b224a.pdf><img src=pdf.gif alt=icône></a>"
            "<figcaption>Annexe I</figcaption></figure>",
            "Annexe I",
        ),
        (
            "<figure><a href=b224/b224a.pdf><img src=pdf.gif></a><a href=/textes>"
            "Textes</a><figcaption>Annexe I</figcaption></figure>",
            "b224a.pdf",
        ),
        ("<img src=m.gif usemap=#m><map name=m><area href=b224/b224a.pdf alt='Annexe I'></map>",
         "Annexe I"),
        ("<iframe src=b224/b224a.pdf title='Annexe I'></iframe>", "Annexe I"),
        ("<embed src=b224/b224a.pdf title='Annexe I'>", "Annexe I"),
        ("<object data=b224/b224a.pdf title='Annexe I'></object>", "Annexe I"),
        ("<object data=b224/b224a.pdf><a href=b224/b224a.pdf>Annexe I</a></object>", "Annexe I"),
        ("<form><select><option>Choisir<option value=b224/b224a.pdf>Annexe I</select></form>",
         "Annexe I"),
        ("<a href='#' onclick=\"window.open('b224/b224a.pdf')\">Annexe I</a>", "Annexe I"),
        ("<a href=\"javascript:ouvrir('b224/b224a.pdf', 'w')\">Annexe I</a>", "Annexe I"),
        ("<button onclick=\"location.href='b224/b224a.pdf'\">Annexe I</button>", "Annexe I"),
        ("<input type=button value='Annexe I' onclick=\"aller('b224/b224a.pdf')\">", "Annexe I"),
        ("<span data-href=b224/b224a.pdf>Annexe I</span>", "Annexe I"),
        ("<h3><a href=b224/b224a.pdf>Annexe I</a></h3>", "Annexe I"),
        ("<aside><a href=b224/b224a.pdf>Annexe I</a></aside>", "Annexe I"),
        ("<nav><ul><li><a href=b224/b224a.pdf>Annexe I</a></ul></nav>", "Annexe I"),
        ("<div class=menu><a href=b224/b224a.pdf>Annexe I</a></div>", "Annexe I"),
        ("<div class=sidebar><a href=b224/b224a.pdf>Annexe I</a></div>", "Annexe I"),
        ("<form action=x><p><a href=b224/b224a.pdf>Annexe I</a></p></form>", "Annexe I"),
        ("<div role=alert><a href=b224/b224a.pdf>Annexe I</a></div>", "Annexe I"),
    ],
)  # fmt: skip
def test_a_file_is_a_document_whatever_leads_to_it(link: str, title: str) -> None:
    diploma = record(f"<h1>CAP boulanger</h1><p>Arrêté du 21 février 2014</p>{link}")
    assert [(document.url, document.title) for document in diploma.documents] == [(FILE, title)]


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=menu><a href=b1.html>CAP boucher</a> <a href=b2.html>CAP cuisine</a></div>",
        "<aside><a href=b1.html>CAP boucher</a> <a href=b2.html>Voir</a> <a href=a.pdf>Guide</a>"
        "</aside>",
        "<div class=footer><a href=annexe.pdf>Annexe I</a></div>",
        "<div class=cookies role=alert>Ce diplôme abrogé emploie des cookies.</div>",
        "<nav><a href=/plan.pdf>Plan du site</a></nav>",
        "<form role=search><input name=q><button>Rechercher</button></form>",
        "<aside>À voir : <a href=b1.html>CAP boucher (abrogé)</a></aside>",
        "<select><option value=b1.html>CAP boucher</option><option>CAP cuisine</option></select>",
        "<img src=logo.gif alt='Logo du ministère'><img src=filet.gif alt=''>",
        "<td><img src=b.gif alt='Direction générale de l enseignement scolaire'></td>",
        "<i class='fa fa-print' title='Imprimer'></i><a href=#top title='Haut de page'></a>",
        "<script>document.write('<a href=annexe.pdf>Annexe I</a>')</script>",
        "<template><a href=annexe.pdf>Annexe I</a></template>",
    ],
)
def test_boilerplate_and_decoration_are_left_out(markup: str) -> None:
    assert texts(f"<h1>CAP boulanger</h1>{markup}") == ["CAP boulanger"]


@pytest.mark.parametrize(
    "notice",
    [
        "<div role=alert>Diplôme abrogé</div>",
        "<div class='alert alert-warning' role=status><p>Ce diplôme est abrogé.</p></div>",
        "<aside><p>Diplôme abrogé par arrêté du 3 mars 2016</p></aside>",
        "<p><img src=abroge.gif alt='Diplôme abrogé'></p>",
        "<span class='badge badge-danger'>Diplôme abrogé</span>",
    ],
)
def test_a_repeal_is_seen_wherever_it_stands(notice: str) -> None:
    assert record(f"<h1>CAP boulanger</h1>{notice}").status == "repealed"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p><font size=7>A</font> rrêté du 3 mai 2010</p>", ["Arrêté du 3 mai 2010"]),
        ("<p><font size=7>C</font>ERTIFICAT</p>", ["CERTIFICAT"]),
        ("<p><span class=lettrine>L</span> e titulaire</p>", ["Le titulaire"]),
        ("<p><b>C</b> ertificat d'aptitude</p>", ["Certificat d'aptitude"]),
        ("<p><img src=a.gif alt=A>rrêté du 3 mai 2010</p>", ["Arrêté du 3 mai 2010"]),
        ("<h1><img src=c.gif alt=C>AP Vannerie</h1>", ["CAP Vannerie"]),
        ("<p><img src=i.gif alt=i>Arrêté</p>", ["Arrêté"]),
        ("<p><img src=i.gif alt=I> ARRÊTÉ</p>", ["ARRÊTÉ"]),
        ("<p><font size=6>M</font>ENTION COMPLÉMENTAIRE</p>", ["MENTION COMPLÉMENTAIRE"]),
        ("<p><b>C</b> ERTIFICAT D'APTITUDE</p>", ["CERTIFICAT D'APTITUDE"]),
        ("<table><tr><td><p>M</table><p>ENTION COMPLÉMENTAIRE</p>", ["MENTION COMPLÉMENTAIRE"]),
        ("<div>A</div><p>rrêté du 3 mai 2010</p>", ["Arrêté du 3 mai 2010"]),
        ("<p>A</p><p>blanchisserie</p>", ["A", "blanchisserie"]),
        ("<p>B</p><p>ENTION</p>", ["B", "ENTION"]),
        ("<p><a href=#n1>[1]</a> Code 500-23438</p>", ["Code 500-23438"]),
        ("<p><a href=#n>Notes</a></p>", ["Notes"]),
        ("<p><b>A</b> blanchisserie</p>", ["A blanchisserie"]),
        ("<p><b>à</b> la fin</p>", ["à la fin"]),
    ],
)
def test_drop_caps(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


OTHERS = "<ul>" + "".join(f"<li><a href=b{n}.html>BP {n}</a></li>" for n in range(5)) + "</ul>"


@pytest.mark.parametrize(
    "column",
    [
        "<aside><h2>Repères</h2>{0}<h2>Voir aussi</h2>{1}</aside>",
        "<aside><h2>Voir aussi</h2>{1}<h2>Repères</h2>{0}</aside>",
        "<div class=sidebar><div><section><h2>Repères</h2>{0}</section><section><h2>Voir</h2>{1}"
        "</section></div></div>",
    ],
)
@pytest.mark.parametrize(
    "fact", ["<p>Code : 50025221</p>", "<p><a href=b224/b224a.pdf>Annexe I</a></p>"]
)
def test_a_part_of_a_side_column_is_content_beside_links_to_others(column: str, fact: str) -> None:
    found = texts(f"<main><h1>CAP Vannerie</h1></main>{column.format(fact, OTHERS)}")
    assert found == ["CAP Vannerie", "Repères", "Annexe I" if "pdf" in fact else "Code : 50025221"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h1><span class=type>CAP</span><span class=nom>Vannerie</span></h1>", "CAP Vannerie"),
        ("<h1><span id=t>BP</span><span id=n>Vannerie</span></h1>", "BP Vannerie"),
        ("<h1><span class=a>BREVET</span><span class=b>VANNERIE</span></h1>", "BREVET VANNERIE"),
        ("<h1>Vannerie<small>Niveau 3</small></h1>", "Vannerie Niveau 3"),
        ("<p><label>Session</label><output>2018</output></p>", "Session 2018"),
        ("<p><a href=a.pdf>Arrêté de 2018</a><span>PDF</span></p>", "Arrêté de 2018 PDF"),
        # one word in several elements
        ("<p><b>B</b>rosserie</p>", "Brosserie"),
        ("<p><span class=grand>V</span><span class=petit>ANNERIE</span></p>", "VANNERIE"),
        ("<p><span lang=fr>van</span><span lang=fr>nerie</span></p>", "vannerie"),
        ("<p>vann<b>erie</b></p>", "vannerie"),
        ("<p><span class=n>Annexe I</span><span class=s>304 Ko</span></p>", "Annexe I 304 Ko"),
        ("<p>cadre<sup>2</sup></p>", "cadre2"),
    ],
)
def test_boxes_in_one_line_hold_words_of_their_own(markup: str, expected: str) -> None:
    assert texts(markup) == [expected]


def test_blank_lines_of_preformatted_text_separatejoin_lines() -> None:
    long = "Le titulaire de ce diplôme exerce son métier dans les entreprises du bâtiment " * 2
    pre = f"<pre>CAP BOULANGER\n\n{long}\n{long}\n\n  \nArrêté du 3 mai 2010\n</pre>"
    assert texts(pre) == ["CAP BOULANGER", f"{long.strip()} {long.strip()}", "Arrêté du 3 mai 2010"]
    assert texts("<pre><b>Accès</b>\n\nAprès la 3e</pre>") == ["Accès", "Après la 3e"]


def test_a_page_of_frames_gives_the_text_for_browsers_without() -> None:
    frames = (
        "<html><head><title>x</title></head><frameset cols='20%,*'><frame src=m.html>"
        "<frame src=t.html><noframes><body><h1>CAP boulanger</h1><p>Arrêté du 3 mai 2010</p></body>"
        "</noframes></frameset></html>"
    )
    assert [block.text for block in flatten(frames).blocks] == [
        "CAP boulanger", "Arrêté du 3 mai 2010",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "head",
    ["<h1>CAP boulanger</h1>", "<p><b>CAP boulanger</b></p>", "<table><tr><td>CAP boulanger"],
)
def test_a_form_around_the_whole_page_is_no_form(head: str) -> None:
    page = f"<form method=post action=Page.aspx id=aspnetForm>{head}</table><p>Texte</p></form>"
    assert texts(page) == ["CAP boulanger", "Texte"]


def test_lines_of_a_pdf_are_joined_with_the_lexicon_in_use() -> None:
    text = f"{'x' * 60} fin\nGlossaire maison\nsuite de la ligne"
    extended = Lexicon.packaged().extended(b"description;text;Glossaire maison", Path("own.csv"))
    assert join_lines(text, extended)[1:] == ["Glossaire maison", "suite de la ligne"]
    assert len(join_lines(text, Lexicon.packaged())) == 1
