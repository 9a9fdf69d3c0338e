"""Links to documents: which ones are, what they are called, and where they lead."""

import pytest

from parsers.extract.documents import distinct, documents_in
from parsers.model.document import Document as Source
from parsers.model.statement import Statement
from parsers.parse import read as read_page
from schema.lexicon import Lexicon
from schema.referential import Document
from tests.parsers.extract.pages import record_of
from tests.parsers.extract.reading import pieces_of

BASE = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
FOLDER = BASE.rpartition("/")[0]


def read(body: str, *, listed: bool = False, beside: str = "") -> list[tuple[str, str]]:
    (piece,) = pieces_of(f"<p>{body}</p>")
    documents = documents_in(piece, BASE, listed, (beside,))
    return [(item.title, item.url.removeprefix(f"{FOLDER}/")) for item, _ in documents]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<a href=a.pdf>Annexe I</a>", [("Annexe I", "a.pdf")]),
        ("<a href=a.pdf>Annexe I (PDF, 245 Ko)</a>", [("Annexe I", "a.pdf")]),
        ("<a href=a.pdf>Annexe I [pdf]</a>", [("Annexe I", "a.pdf")]),
        # a link that only opens has the name that stands before it, or its file's
        ("Annexe I : <a href=a.pdf>télécharger</a>", [("Annexe I", "a.pdf")]),
        ("<a href=a.pdf>PDF</a>", [("a.pdf", "a.pdf")]),
        ("[3] <a href=ref.pdf>ref.pdf</a>", [("ref.pdf", "ref.pdf")]),
        ("Pièce jointe : <a href=ref.pdf>ref.pdf</a>", [("ref.pdf", "ref.pdf")]),
        ("<a href=a.pdf><img src=p.gif alt=PDF></a> Annexe I (215 Ko)", [("Annexe I", "a.pdf")]),
        ("<a href=a.pdf>Annexe I (2 Mo)</a>", [("Annexe I", "a.pdf")]),
        ("<a href=a.pdf><button>Annexe I</button></a>", [("Annexe I", "a.pdf")]),
        # a script that gives a file is known by the file's name in the text
        ("<a href=f.asp?id=1>regie.pdf</a>", [("regie.pdf", "f.asp?id=1")]),
        ("bts_regie.pdf <a href=f.php?id=1>Télécharger</a>", [("bts_regie.pdf", "f.php?id=1")]),
        ("Annexe I [3] <a href=a.pdf>a.pdf</a>", [("Annexe I", "a.pdf")]),
        ("Référentiel : <a href=b078.pdf>B078.pdf</a>", [("Référentiel", "b078.pdf")]),
        ("<a href=f012.pdf>f012</a> : règlement", [("règlement", "f012.pdf")]),
        ("<a href=b255.pdf>b255.pdf</a> règlement (options A et B)",
         [("règlement (options A et B)", "b255.pdf")]),
        ("(règlement : <a href=b255.pdf>b255.pdf</a>)", [("règlement", "b255.pdf")]),
        ("<a href=b255.pdf>b255.pdf</a> (règlement)", [("règlement", "b255.pdf")]),
        ("Brochure : <a href=/d/mc.pdf>/d/mc.pdf</a>",
         [("Brochure", "https://eduscol.education.fr/d/mc.pdf")]),
        ("Règlement : <a href=a.doc>Word</a> ou <a href=a.pdf>PDF</a>",
         [("Règlement", "a.doc"), ("Règlement", "a.pdf")]),
        ("<a href=a.tif>Annexe I</a>", [("Annexe I", "a.tif")]),
        ("<a href=a.pdf>Annexes (fichier PDF, 1,9 Mo)</a>", [("Annexes", "a.pdf")]),
        ("<a href=a.pdf>Annexes (document au format pdf)</a>",
         [("Annexes (document au format pdf)", "a.pdf")]),
        ("<a href=a.pdf>Annexes (document PDF)</a>", [("Annexes", "a.pdf")]),
        ("<a href=a.pdf>Annexes (document pdf de 120 Ko)</a>", [("Annexes", "a.pdf")]),
        ("<a href=a.pdf>Annexes / PDF / 120 Ko</a>", [("Annexes", "a.pdf")]),
        ("<a href=a.pdf>Hygiène / sécurité</a>", [("Hygiène / sécurité", "a.pdf")]),
        # what the link does, before a colon; but a verb with its object is a name
        ("<a href=a.pdf>Télécharger : Annexes</a>", [("Annexes", "a.pdf")]),
        ("<a href=a.pdf>Consulter : Annexes</a>", [("Annexes", "a.pdf")]),
        ("<a href=a.pdf>Télécharger les annexes</a>", [("Télécharger les annexes", "a.pdf")]),
        ("<a href=a.pdf>Annexe I</a> <a href=b.pdf>Annexe II</a>",
         [("Annexe I", "a.pdf"), ("Annexe II", "b.pdf")]),
        # word processors divide a link, and its text by spans
        ("<a href=a.pdf>Annexe</a><a href=a.pdf> I b : règlement</a>",
         [("Annexe I b : règlement", "a.pdf")]),
        ("<a href=a.pdf>Réf</a><a href=a.pdf>éren</a><a href=a.pdf>tiel</a>",
         [("Référentiel", "a.pdf")]),
        ("<a href=a.pdf>Annexe</a><a href=b.pdf>Annexes</a>",
         [("Annexe", "a.pdf"), ("Annexes", "b.pdf")]),
        ("<a href=a.pdf>Annexe I</a><a href=a.pdf>Télécharger</a>", [("Annexe I", "a.pdf")]),
        ("<a href=a.pdf>Télécharger</a><a href=a.pdf> les annexes</a>",
         [("Télécharger les annexes", "a.pdf")]),
        ("<a href=a.pdf>PDF</a><a href=a.pdf>annexe I</a>", [("annexe I", "a.pdf")]),
        ("Arrêté : <a href=a.pdf>Télécharger l'ensemble des annexes</a>",
         [("Télécharger l'ensemble des annexes", "a.pdf")]),
        ("<a href=a.pdf>Annexe I<span> </span><b>- règlement</b></a>",
         [("Annexe I - règlement", "a.pdf")]),
        ("<a href=a.pdf>Annexe (option A<span>)</span></a>", [("Annexe (option A)", "a.pdf")]),
        ("<a href=a.pdf>Annexe I (PDF<span>, 21</span><i>0 ko)</i></a>", [("Annexe I", "a.pdf")]),
        ("<a href=a.pdf>Annexe I<span>PDF</span> <i>(210 ko)</i></a>", [("Annexe I", "a.pdf")]),
        ("Annexes : <a href=a.pdf>Document d'accompagnement</a>",
         [("Document d'accompagnement", "a.pdf")]),
        # white space and backslashes as browsers read them
        ("<a href='b 1\\a.pdf'>Annexe I</a>", [("Annexe I", "b%201/a.pdf")]),
        # a page is one only where it is called as an annex is, or its format is told
        ("<a href=a.html>Règlement d'examen</a>", [("Règlement d'examen", "a.html")]),
        ("<a href=/document/5/download>Texte (PDF)</a>",
         [("Texte", "https://eduscol.education.fr/document/5/download")]),
        ("<a href=a.html>Les métiers</a>", []),
        ("<a href=mailto:a@b.fr>Annexe I</a>", []),
        # an order's own page is an order
        ("<a href=https://www.legifrance.gouv.fr/jorf/id/JORFTEXT1>Annexe I</a>", []),
        ("Annexe I", []),
    ],
)  # fmt: skip
def test_documents(body: str, expected: list[tuple[str, str]]) -> None:
    assert read(body) == expected


def test_in_a_list_of_documents_every_link_is_one_and_the_cell_beside_names_it() -> None:
    body = "<a href=a.html>Présentation</a>"
    assert read(body) == []
    assert read(body, listed=True) == [("Présentation", "a.html")]
    assert read("<a href=a.pdf>Télécharger</a>", beside="Annexe I") == [("Annexe I", "a.pdf")]


def test_an_icon_beside_words_that_open_a_named_file_has_no_name_of_its_own() -> None:
    icon = "<a href=a.pdf><img src=p.gif alt=''></a> "
    for words in ("Consulter le référentiel", "Annexe I"):
        body = f"{icon}<a href=a.pdf>{words}</a>"
        assert read(body, listed=True, beside="Annexes") == [(words, "a.pdf")]
    opens = read(f"{icon}<a href=a.pdf>Télécharger</a>", listed=True, beside="Annexes")
    assert {title for title, _ in opens} == {"Annexes"}


def test_the_address_of_the_page_is_no_document_though_it_is_a_file() -> None:
    url = "https://eduscol.education.fr/f/BTS_Fonderie.pdf"
    body = f"<h1>BTS Fonderie</h1><p>Arrêté du 3 mai 2004</p><p>Adresse : <a href={url}>{url}</a>"
    (record,) = read_page(Source(body.encode(), BASE), Lexicon.packaged()).records
    assert record.record.documents == ()


def test_lines_with_a_link_each_have_a_document_each_where_the_first_is_a_label() -> None:
    body = (
        "<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p><p>Le référentiel du diplôme "
        "<a href=a.pdf>PDF</a><br>Le règlement d'examen <a href=b.pdf>PDF</a></p>"
    )
    (record,) = read_page(Source(body.encode(), BASE), Lexicon.packaged()).records
    titles = [item.title for item in record.record.documents]
    assert titles == ["Le référentiel du diplôme", "Le règlement d'examen"]


@pytest.mark.parametrize(
    "behind",
    [
        " (Word, 210 ko)", " (document Word, 210 Ko)", " – Excel, 45 ko", " (ODS, 40 Ko)",
        " (210 ko, PDF)", " (PDF, 12 pages, 2,1 Mo)", " (archive zip, 3 Mo)", " (.doc, 45 ko)",
        " (RTF)", " (PDF) - 210 ko", ", 1,2 Mo", ", pdf, 1,2 Mo", " - 310,2 ko", " PDF : 2 Mo",
        " (tableur Excel, 65 ko)", " (format OpenDocument, 12 pages, 65 Ko)", " (tableur, 65 ko)",
        " – PDF", " (poids : 2 Mo)", " [feuille de calcul Excel]",
        " (12 pages)", ", 12 pages", " (document PDF de 96 pages)",
    ],
)  # fmt: skip
def test_formats_and_sizes_are_no_part_of_a_title(behind: str) -> None:
    assert read(f"<a href=a.doc>Annexe I{behind}</a>") == [("Annexe I", "a.doc")]
    assert read("<a href=a.doc>Annexe de 12 pages</a>") == [("Annexe de 12 pages", "a.doc")]


def test_a_format_in_words_stays_in_the_title_with_or_without_a_size_in_brackets() -> None:
    for words in ("Annexe I au format Word", "Annexe I en PDF"):
        for size in ("", " (45 ko)", " [45 ko]"):
            assert read(f"<a href=a.doc>{words}{size}</a>") == [(words, "a.doc")]


def test_the_words_before_a_bracket_name_the_link_in_it() -> None:
    body = "Unités, épreuves&nbsp;: (<a href=a.pdf>PDF</a>)"
    assert read(body) == [("Unités, épreuves", "a.pdf")]


def test_a_program_that_sends_a_file_by_its_number_leads_to_no_other_diploma() -> None:
    page = (
        "<h1>BTS Géologie appliquée</h1><p>Arrêté du 5 mars 2019</p>"
        "<p><a href=/telechargement.php?id=872>BTS GA - Sujet zéro</a></p>"
    )
    (only,) = read_page(Source(page.encode(), BASE), Lexicon.packaged()).records
    assert [document.title for document in only.record.documents] == ["BTS GA - Sujet zéro"]


def test_a_program_to_read_files_is_no_document() -> None:
    body = "Fichiers PDF, lisibles avec <a href=http://www.adobe.fr/>Acrobat Reader</a>"
    assert read(body, listed=True) == []


def statement(url: str, title: str, text: str = "") -> Statement:
    document = Document(url=url, title=title, media_type=None)
    return Statement("documents", document, text or title, "p")


def test_of_two_links_to_one_file_the_one_that_names_it_stays() -> None:
    opens, names = statement("a:a", "Télécharger"), statement("a:a", "Annexe I")
    other = statement("a:b", "ici")
    assert distinct([opens, names, other]) == (names.value, other.value)
    assert distinct([names, opens]) == (names.value,)


def test_the_format_tells_documents_of_one_title_apart() -> None:
    both = (
        statement("a:a", "Référentiel", "Référentiel (Word)"),
        statement("a:b", "Référentiel", "Référentiel (PDF)"),
    )
    assert [each.title for each in distinct(both)] == ["Référentiel (Word)", "Référentiel (PDF)"]
    assert [each.title for each in distinct(both[:1])] == ["Référentiel"]


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        ("<ul><li><a href=tdp.pdf>tdp.pdf</a> <span>1.1 M</span></li></ul>", ["tdp.pdf"]),
        ("<dl><dt><a href=a.pdf>PDF - 81 ko</a></dt><dd>Annexes du CAP Vannerie</dd>"
         "<dt><a href=b.pdf>PDF - 91 ko</a></dt><dd>Guide</dd></dl>",
         ["Annexes du CAP Vannerie", "Guide"]),
        # an icon before each name, in one list or each in its own, below a heading
        ("<h3>Annexes</h3><dl><dt><a href=a.pdf title='PDF - 81 ko'><img src=p.png alt=''></a></dt>"
         "<dt><b>Annexe I</b></dt><dt><a href=b.ods title='ODS - 9 ko'><img src=p.png alt=''></a>"
         "</dt><dt><b>Annexe II</b></dt></dl>", ["Annexe I", "Annexe II"]),
        ("<h3>Annexes</h3><dl><dt><a href=a.pdf title='PDF - 81 ko'><img src=p.png alt=''></a></dt>"
         "<dt><b>Annexe I</b></dt></dl>", ["Annexe I"]),
        ("<h3>Annexes</h3><dl><dt>Annexe I</dt><dt><a href=a.pdf>PDF - 81 ko</a></dt>"
         "<dt>Annexe II</dt><dt><a href=b.pdf>PDF - 91 ko</a></dt></dl>",
         ["Annexe I", "Annexe II"]),
        ("<h3>Textes</h3><div><h3>Annexes</h3><div class=doc><a href=a.pdf title='PDF - 8 ko'>"
         "<img src=p.png alt=PDF></a> <h3>Règlement</h3><p>PDF - 8 ko</p></div></div>",
         ["Règlement"]),
        ("<h3>Annexes</h3><p><b>Référentiel du CAP Vannerie</b> "
         "<a href=a.pdf>Télécharger (PDF, 9 ko)</a></p>", ["Référentiel du CAP Vannerie"]),
        ("<table><tr><th>Document</th><th>Lien</th></tr>"
         "<tr><td>Annexe I</td><td><a href=a.pdf>Télécharger</a></td></tr></table>", ["Annexe I"]),
        ("<table><tr><th>Titre</th><th>Taille</th><th>Lien</th></tr><tr><td>Annexe I</td>"
         "<td>9 ko</td><td><a href=a.pdf>Télécharger</a></td></tr></table>", ["Annexe I"]),
    ],
)  # fmt: skip
def test_files_in_lists_of_content_management_systems(body: str, titles: list[str]) -> None:
    page = f"<html><body><h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>{body}</body></html>"
    (only,) = read_page(Source(page.encode()), Lexicon.packaged()).records
    assert [document.title for document in only.record.documents] == titles


@pytest.mark.parametrize(
    ("link", "titles"),
    [("BTS CCST référentiel", ["BTS CCST référentiel"]), ("BTS CCST annexes", ["BTS CCST annexes"]),
     ("BTS référentiel", ["BTS référentiel"]), ("BTS Vannerie référentiel", [])],
)  # fmt: skip
def test_a_link_without_a_file_names_the_diploma_by_its_acronym(
    link: str, titles: list[str]
) -> None:
    page = (
        "<h1>BTS Conseil et commercialisation de solutions techniques (CCST)</h1>"
        f"<p>Arrêté du 3 mai 2004</p><h2>Référentiel</h2><p><a href=/media/2/get>{link}</a></p>"
    )
    (only,) = read_page(Source(page.encode(), BASE), Lexicon.packaged()).records
    assert [document.title for document in only.record.documents] == titles
    told = {remark.value for remark in only.record.issues}
    assert titles or any("/media/2/get" in (value or "") for value in told)


@pytest.mark.parametrize(("name", "is_own"), [("Bac pro FPIR", True), ("Bac pro MELEC", False)])
def test_a_file_called_by_type_and_acronym_is_the_diplomas_if_its_words_make_it(
    name: str, is_own: bool
) -> None:
    page = (
        "<h1>Bac pro Façonnage de produits imprimés, routage</h1><p>Arrêté du 26 avril 2011</p>"
        f"<p><a href=fpi.pdf>{name}</a> (1,4 Mo)</p>"
    )
    (only,) = read_page(Source(page.encode(), BASE), Lexicon.packaged()).records
    assert [document.title for document in only.record.documents] == [name] * is_own


@pytest.mark.parametrize(
    ("content", "titles"),
    [
        ("annexe I<br><a href=I.pdf>I.pdf</a><br>annexe II<br><a href=II.pdf>II.pdf</a>",
         ["annexe I", "annexe II"]),
        ("<a href=1.pdf>1.pdf</a><br>annexe I<br><a href=2.pdf>2.pdf</a><br>annexe II",
         ["annexe I", "annexe II"]),
        ("Savoirs associés<br><a href=/s/dl.php?id=1>télécharger</a><br>Grille d'examen<br>"
         "<a href=/s/dl.php?id=2>télécharger</a>", ["Savoirs associés", "Grille d'examen"]),
        ("<a href=1.pdf>Annexe I<br>(activités)</a><br><a href=2.pdf>Annexe II</a>",
         ["Annexe I (activités)", "Annexe II"]),
    ],
)  # fmt: skip
def test_files_alone_on_their_lines_are_named_by_the_lines_between(
    content: str, titles: list[str]
) -> None:
    page = f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p><p>{content}</p>"
    record = read_page(Source(page.encode()), Lexicon.packaged()).records[0].record
    assert [document.title for document in record.documents] == titles


@pytest.mark.parametrize("link", ["Les autres CAP", "Tous les CAP", "Voir la liste des diplômes"])
def test_a_page_that_lists_other_diplomas_is_no_document(link: str) -> None:
    assert read(f"<a href=cap.htm>{link}</a>", listed=True) == []
    assert read(f"<a href=a.pdf>{link}</a>", listed=True) == [(link, "a.pdf")]


@pytest.mark.parametrize("link", ["Ressources pour la mise en œuvre", "Site de ressources"])
def test_a_page_of_what_teachers_find_elsewhere_is_no_document(link: str) -> None:
    assert read(f"<a href=ressources.html>{link}</a>", listed=True) == []
    assert read(f"<a href=ressources.pdf>{link}</a>", listed=True) == [(link, "ressources.pdf")]
    assert read("<a href=r.html>Référentiel</a>", listed=True) == [("Référentiel", "r.html")]


def test_an_order_on_a_site_of_the_official_journal_is_no_document() -> None:
    link = "<a href=http://jo.invalid/jo/19980723/arrete.html>Arrêté du 23 juillet 1998</a>"
    assert read(link, listed=True) == []


def test_a_general_file_among_links_to_other_pages_is_told() -> None:
    others = "<li><a href=/cap/boucher>CAP Boucher</a><li><a href=/cap/patissier>CAP Pâtissier</a>"
    guide = "<li><a href=/docs/guide.pdf>Guide du contrôle en cours de formation</a>"
    annex = "<li><a href=/docs/a.pdf>Annexe I</a>"
    for items, titles in (
        (others + guide, []), (guide, ["Guide du contrôle en cours de formation"]),
        (others + annex, ["Annexe I"]),
    ):  # fmt: skip
        page = (
            f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p><h2>Voir aussi</h2><ul>{items}</ul>"
        )
        address = "https://eduscol.education.fr/referentiels-professionnels/b1.html"
        (only,) = read_page(Source(page.encode(), url=address), Lexicon.packaged()).records
        assert [document.title for document in only.record.documents] == titles
        assert titles or any("guide.pdf" in (i.value or "") for i in only.record.issues)


@pytest.mark.parametrize("lead", ["Voir aussi", "Autres diplômes : voir", "Ne pas confondre avec"])
@pytest.mark.parametrize("mark", [", ", " et ", " ; ", " - "])
def test_pages_that_a_text_leads_to_are_no_documents(lead: str, mark: str) -> None:
    links = mark.join(["<a href=a.html>Melec</a>", "<a href=b.html>MFER</a>"])
    assert read(f"{lead} {links}", listed=True) == []
    titles = [title for title, _ in read(links, listed=True)]
    assert titles == ["Melec", "MFER"]
    files = mark.join(["<a href=a.pdf>Activités</a>", "<a href=b.pdf>Unités</a>"])
    assert [title for title, _ in read(f"{lead} {files}", listed=True)] == ["Activités", "Unités"]


def test_words_that_are_no_more_than_a_format_take_no_title_away() -> None:
    both = (
        statement("a:a", "Référentiel", "(PDF, 100 ko)"),
        statement("a:b", "Référentiel", "ancienne version"),
    )
    assert [each.title for each in distinct(both)] == ["Référentiel", "ancienne version"]


@pytest.mark.parametrize(
    "words",
    ["Page d'accueil", "Menu principal", "Liste alphabétique", "CAP", "Retour page d'accueil"],
)
def test_a_link_to_the_sites_first_page_below_the_files_is_none_of_them(words: str) -> None:
    files = "<h3>Annexes</h3><ul><li><a href='http://x/a.pdf'>Annexe I</a></ul>"
    body = f"{files}<p align=center><a href='http://x/y/index.html'>{words}</a></p>"
    assert [document.url for document in record_of(body).documents] == ["http://x/a.pdf"]


def test_a_page_of_its_own_below_the_files_may_be_a_document() -> None:
    body = "<h3>Annexes</h3><ul><li><a href='http://x/index4ac5.html'>Annexe I</a></ul>"
    assert [document.title for document in record_of(body).documents] == ["Annexe I"]


def test_a_reference_below_general_texts_is_the_diplomas() -> None:
    decree = "<li>Décret du 4 avril 2002 portant règlement général</li>"
    link = "<a href='http://x/a.pdf'>Référentiel complet</a>"
    body = f"<h4>Textes généraux</h4><ul>{decree}</ul><table><tr><td>{link}</td></tr></table>"
    assert [document.title for document in record_of(body).documents] == ["Référentiel complet"]


def test_a_table_of_one_annex_names_its_file() -> None:
    head = "<tr><th>Annexe</th><th>Intitulé</th><th>Fichier</th></tr>"
    row = (
        "<tr><td>I</td><td>Blocs de compétences</td><td><a href='http://x/a.pdf'>PDF</a></td></tr>"
    )
    record = record_of(f"<p>Arrêté du 3 mai 2004</p><table>{head}{row}</table>")
    assert [document.title for document in record.documents] == ["Blocs de compétences"]
    assert "title" not in {issue.field for issue in record.issues}
