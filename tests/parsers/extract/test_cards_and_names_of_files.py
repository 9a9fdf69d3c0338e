"""Files and orders in cards, and what names them: file names, lines made alike. Mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, orders_of, record_of

ICON = "<a href={}><img src=pdf.png alt='PDF - 2 Mo'></a>"


def documents(body: str) -> list[tuple[str, str]]:
    found = record_of(ORDER + body).documents
    return [(document.url.rpartition("/")[2], document.title) for document in found]


def in_turn(
    head: str, files: list[tuple[str, str]], name: str = "<div class=nom><b>{}</b></div>"
) -> str:
    lines = "".join(f"<p>{ICON.format(file)}</p>{name.format(text)}" for file, text in files)
    return head + lines


FILES = [("x1.pdf", "Savoirs associés"), ("x2.pdf", "Règlement d'examen")]


@pytest.mark.parametrize(
    "head", ["<p><strong>Contenu du référentiel</strong></p>", "<h3>Dossier</h3>"]
)
def test_a_line_made_otherwise_than_the_names_of_files_heads_them(head: str) -> None:
    assert documents(in_turn(head, FILES)) == FILES
    # and behind them likewise
    before = "".join(
        f"<div class=nom><b>{text}</b></div><p>{ICON.format(file)}</p>" for file, text in FILES
    )
    assert documents(f"{before}<p><strong>Contenu du référentiel</strong></p>") == FILES


@pytest.mark.parametrize(
    "files",
    [
        [("Annexe_1-2.pdf", "Annexe 1"), ("Annexe_2-2.pdf", "Annexe 2")],
        [("Annexe-I-savoirs-asso.pdf", "Annexe I, savoirs associés"), ("x2.pdf", "Annexe II")],
    ],
)
def test_files_are_called_as_their_names_are(files: list[tuple[str, str]]) -> None:
    line = "<p>{}</p>"
    assert documents(in_turn(line.format("Dossier du diplôme"), files, line)) == files
    above = "".join(line.format(text) + line.format(ICON.format(file)) for file, text in files)
    assert documents(above + line.format("Dossier du diplôme")) == files


def test_a_link_without_words_beside_one_of_an_order_is_a_file_of_its_own() -> None:
    body = "<p>- <a href=arrete.pdf>Arrêté du 3 mai 2004</a><br>- "
    body += f"{ICON.format('x1.pdf')}</p><p><b>Annexe 1</b></p>"
    assert ("x1.pdf", "Annexe 1") in documents(body)


def test_the_nearest_title_around_a_link_is_that_of_its_file() -> None:
    card = f"<ul><li>{ICON.format('x1.pdf')}<div class=doc_titre><b>Annexe 1</b></div></li></ul>"
    page = f"<div><h2 class=titre-article>CAP<br>Vannerie</h2>{ORDER}{card}</div>"
    (document,) = record_of(page, "").documents
    assert document.title == "Annexe 1"


@pytest.mark.parametrize(
    ("file", "text", "title"),
    [
        ("a.pdf", "Annexe I PDF", "Annexe I"),
        ("a.zip", "Annexes zip", "Annexes"),
        ("a.doc", "Annexe I PDF", "Annexe I PDF"),  # another format than the file's
        ("a.pdf", "Référentiel en PDF", "Référentiel en PDF"),
        ("a.pdf", "Référentiel, version PDF", "Référentiel, version PDF"),
    ],
)
def test_the_format_behind_the_name_of_a_file(file: str, text: str, title: str) -> None:
    assert documents(f"<p><a href={file}>{text}</a></p>") == [(file, title)]


@pytest.mark.parametrize("label", ["", "<h2>Arrêtés</h2>"])
def test_what_an_order_does_stands_below_it_in_its_card(label: str) -> None:
    cards = (("3 mai 2004", "Création du diplôme"), ("5 juin 2010", "Modification"))
    body = "".join(
        f"<div><h3>Arrêté du {day}</h3><p>{effect}</p><a href=https://www.legifrance.gouv.fr/{n}>"
        "Lire sur Légifrance</a></div>"
        for n, (day, effect) in enumerate(cards)
    )
    assert orders_of(label + body) == [("2004-05-03", "creation"), ("2010-06-05", "modification")]


@pytest.mark.parametrize(
    ("body", "orders"),
    [
        ("<p>Les conditions de délivrance sont fixées par l'arrêté du 3 mai 2004</p><p>Arrêté de"
         " modification du 5 juin 2010</p>",
         [("2004-05-03", "creation"), ("2010-06-05", "modification")]),
        # the last change, whose date is a link
        ("<ul><li>Arrêté du 3 mai 2004</li><li>Dernière modification : arrêté du <a"
         " href=https://www.legifrance.gouv.fr/x>5 juin 2010</a></li></ul>",
         [("2004-05-03", None), ("2010-06-05", "modification")]),
        # "l'arrêté de création" is what the order above changes
        ("<p>Arrêté du 5 juin 2010 modifiant l'arrêté de création<br>Référence : arrêté du 3 mai"
         " 2004</p>", [("2004-05-03", None), ("2010-06-05", "modification")]),
        ("<p>Modification de l'arrêté de création : arrêté du 5 juin 2010. Texte : arrêté du 3 mai"
         " 2004</p>", [("2004-05-03", None), ("2010-06-05", "modification")]),
        ("<p>Arrêté du 5 juin 2010 modifiant l'arrêté de création NOR : MENE1012345A Arrêté du 7"
         " mars 2012 modifiant l'arrêté de création NOR : MENE1212345A</p>",
         [("2010-06-05", "modification"), ("2012-03-07", "modification")]),
        # an earlier order below a change
        ("<div>Modifié par l'arrêté du 5 juin 2010 – NOR : MENE1012345A <a href=https://www."
         "legifrance.gouv.fr/x>Légifrance</a></div><div>arrêté du <a href=https://www.legifrance."
         "gouv.fr/y>3 mai 2004</a></div>", [("2004-05-03", None), ("2010-06-05", "modification")]),
        ("<p>Modifié par l'arrêté du 5 juin 2010</p><p>arrêté du 3 mai 2004</p>",
         [("2004-05-03", None), ("2010-06-05", "modification")]),
        ("<ul><li>Dernière modification : <a href=https://www.legifrance.gouv.fr/x>arrêté du 5 juin"
         " 2010</a><li>arrêté du 3 mai 2004</ul>",
         [("2004-05-03", None), ("2010-06-05", "modification")]),
        # below the label of a successor, the order that ends the diploma
        ("<h3>Remplacé par</h3><p>CAP Tonnellerie</p><p>Diplôme supprimé par arrêté du 5 juin 2010"
         "</p>", [("2010-06-05", "repeal")]),
        ("<h3>Remplacé par</h3><p>CAP Tonnellerie, créé par arrêté du 5 juin 2010</p>", []),
    ],
)  # fmt: skip
def test_orders_and_the_lines_around_them(body: str, orders: list[tuple[str, str | None]]) -> None:
    assert sorted(orders_of(body), key=str) == sorted(orders, key=str)


def test_a_number_below_the_last_change_is_not_that_of_the_next_order() -> None:
    body = "<p>Dernière modification : arrêté du 5 juin 2010 – NOR : MENE1012345A<br>Modifié par"
    body += " l'arrêté du 7 mars 2010<br>Création : arrêté du 3 mai 2004</p>"
    numbers = {text.date: text.nor for text in record_of(body).legal_texts}
    assert numbers == {"2010-06-05": "MENE1012345A", "2010-03-07": None, "2004-05-03": None}


@pytest.mark.parametrize("words", ["Télécharger", "Ouvrir"])
@pytest.mark.parametrize("attribute", ["title", "aria-label"])
@pytest.mark.parametrize("heading", ["Annexes", "Annexes de l'arrêté"])
def test_the_attributes_of_the_first_link_name_its_file_rather_than_the_heading(
    words: str, attribute: str, heading: str
) -> None:
    files = [("x1.pdf", "Annexe I : Savoirs associés"), ("x2.pdf", "Annexe II : lexique")]
    items = "".join(f'<li><a href={url} {attribute}="{name}">{words}</a>' for url, name in files)
    assert documents(f"<h3>{heading}</h3><ul>{items}</ul>") == files


@pytest.mark.parametrize("head", ["", "<p><b>Référentiel</b></p>", "<h2>Textes</h2>"])
def test_the_caption_below_a_picture_in_a_table_names_its_file(head: str) -> None:
    table = "<table><tr><td><a href={}><img src=c.gif alt=''></a></td></tr><tr><td>{}</table>"
    files = [("x1.pdf", "Annexe I - Savoirs associés"), ("x2.pdf", "Règlement d'examen")]
    assert documents(head + "".join(table.format(*each) for each in files)) == files
    assert documents(head + table.format(*files[0])) == files[:1]
