"""The title of a list of files is that of none of them, and a verb before a name is part of a link.

All pages are mock-ups.
"""

import pytest

from tests.parsers.extract.pages import ORDER, record_of


def titles_of(body: str) -> list[str]:
    return [document.title for document in record_of(f"{ORDER}{body}").documents]


VIEW = "<div class=view><{0}>{1}</{0}><div><div><b>{2}</b></div><div>{3}</div></div></div>"
TERMS = "<dl><dt>{1}</dt><dd>{2} {3}</dd></dl>"
CARD = "<div class=fiche><div class=titre>{1}</div><p>{2}</p><p>{3}</p></div>"


@pytest.mark.parametrize("form", [VIEW, TERMS, CARD])
@pytest.mark.parametrize("head", ["Documents à télécharger", "Fichiers", "Annexes"])
@pytest.mark.parametrize("name", ["Grille d'évaluation", "Référentiel", "Règlement d'examen"])
@pytest.mark.parametrize("link", ["PDF", "Télécharger", "Télécharger le fichier"])
def test_the_only_file_of_a_list_is_named_by_its_line(
    form: str, head: str, name: str, link: str
) -> None:
    body = form.format("h3", head, name, f"<a href=vannerie/f1.pdf>{link}</a>")
    assert titles_of(body) == [name]


@pytest.mark.parametrize("head", ["Annexes", "Référentiel", "Lexique"])
def test_the_title_of_a_card_names_its_file_where_no_line_does(head: str) -> None:
    card = f"<div class=card><h3>{head}</h3><p>PDF, 120 Ko</p><a href=a.pdf>Télécharger</a></div>"
    assert titles_of(card) == [head]


@pytest.mark.parametrize(
    ("link", "title"),
    [
        ("Télécharger Règlement d’examen", "Règlement d’examen"),
        ("Télécharger Référentiel", "Référentiel"),
        ("Consulter Annexe II", "Annexe II"),
        ("Consulter le référentiel", "Consulter le référentiel"),
        ("Annexe II 689 Ko", "Annexe II"),
        ("Annexe II | PDF | 689 Ko", "Annexe II"),
        ("Annexe II • PDF", "Annexe II"),
        ("Télécharger le document : Annexe I", "Annexe I"),
        ("Ouvrir : Annexe I", "Annexe I"),
        # these say nothing
        ("Télécharger le document", "Grilles"),
        ("Télécharger (PDF)", "Grilles"),
        ("Télécharger Fichier PDF", "Grilles"),
        ("Télécharger PDF", "Grilles"),
    ],
)
def test_a_verb_before_a_name_is_no_part_of_it(link: str, title: str) -> None:
    assert titles_of(f"<h2>Grilles</h2><p><a href=f1.pdf>{link}</a></p>") == [title]


@pytest.mark.parametrize(
    "detail",
    [" [240 ko] | ", " (PDF, 1,2 Mo) | ", " - 1,2 Mo, ", " (pdf – 120 Ko) ", ", 4 pages ; "],
)
def test_the_size_behind_a_link_is_no_part_of_the_next_files_name(detail: str) -> None:
    files = detail.join(f"{name} : <a href={name}.pdf>PDF</a>" for name in ("Annexes", "Grilles"))
    assert titles_of(f"<p>{files}{detail}</p>") == ["Annexes", "Grilles"]


@pytest.mark.parametrize("mark", [" / ", " | ", " - "])
def test_files_in_one_line_are_named_by_the_words_before_each(mark: str) -> None:
    names = ["Annexe V - Correspondance des épreuves", "Référentiel", "Règlement d'examen"]
    for head in ("Docs", "Documents à télécharger"):
        files = (f"{name} : <a href=f{n}.pdf>Télécharger</a>" for n, name in enumerate(names))
        assert titles_of(f"<p><b>{head}</b> : {mark.join(files)}</p>") == names, head


def test_files_of_one_title_are_not_told_apart_by_words_that_only_open_them() -> None:
    rows = (
        f"<p>Règlement d'examen <a href=f{n}.{kind}>{link}</a></p>"
        for n, (kind, link) in enumerate([("pdf", "Télécharger"), ("odt", "Ouvrir le fichier")])
    )
    assert titles_of(f"<h2>Documents</h2>{''.join(rows)}") == ["Règlement d'examen"] * 2


@pytest.mark.parametrize(
    "line",
    [
        "<p align=center><font size=1>{}</font></p>",
        "<p>{}</p>",
        "<table><tr><td>{}</td></tr></table>",
    ],
)
def test_the_links_of_a_site_below_the_files_are_no_documents(line: str) -> None:
    names = ["Gestion des cookies", "Données personnelles", "Marchés publics", "Plan du site"]
    links = " | ".join(f"<a href=/page{n}.html>{name}</a>" for n, name in enumerate(names))
    files = "<h2>Documents</h2><p><a href=f1.pdf>Annexe I</a></p>"
    assert titles_of(f"{files}<hr>{line.format(links)}") == ["Annexe I"]


def test_small_print_below_the_last_rule_may_hold_files() -> None:
    files = "<hr><p><font size=1><a href=f1.pdf>Annexe I</a></font></p>"
    assert titles_of(files) == ["Annexe I"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Annexe I (nouvelle fenêtre)", "Annexe I"), ("Annexe I - Nouvelle fenêtre", "Annexe I"),
        ("Annexe I (ouvre un nouvel onglet)", "Annexe I"),
        ("Annexe I (PDF, 12 Ko, nouvelle fenêtre)", "Annexe I"),
        ("Annexe I (nouvelle fenêtre) [PDF]", "Annexe I"),
        ("Annexe I (version de 2012, nouvelle fenêtre)", "Annexe I (version de 2012)"),
        ("Annexe I <span>PDF</span> (nouvelle fenêtre)", "Annexe I"),
        ("Annexe I : nouvelle version", "Annexe I : nouvelle version"),
    ],
)  # fmt: skip
def test_how_a_link_opens_is_left_out_and_its_brackets_stay_closed(text: str, title: str) -> None:
    assert titles_of(f"<p><a href=v/a.pdf>{text}</a></p>") == [title]
    if "<" not in text:
        assert titles_of(f'<p><a href=v/a.pdf title="{text}">Télécharger</a></p>') == [title]
        image = f'<img src=pdf.gif alt="{text}">'
        assert titles_of(f"<p><a href=v/a.pdf>{image}</a></p>") == [title]


@pytest.mark.parametrize("pages", ["31 p.", "31 p", "1 p."])
@pytest.mark.parametrize(
    "link", ["{} (PDF, {})", "{} – pdf – {}", "{} ({})", "{} [pdf, {}]", "{} - {}", "{} {}"]
)
def test_how_many_pages_a_file_has_is_no_part_of_its_title(link: str, pages: str) -> None:
    words = link.format("Annexe II : épreuves", pages)
    assert titles_of(f"<p><a href=a2.pdf>{words}</a></p>") == ["Annexe II : épreuves"]


def test_a_page_of_a_text_stays_in_the_title() -> None:
    names = ["Annexe II, p. 31", "Annexe III : pages 3 à 5"]
    assert titles_of("".join(f"<p><a href={len(n)}.pdf>{n}</a></p>" for n in names)) == names


@pytest.mark.parametrize("verb", ["Afficher", "Afficher le document", "Accès", "Ouvrir"])
@pytest.mark.parametrize("mark", ["", " →", " :", " ►"])
def test_a_link_that_only_opens_has_the_name_before_it(verb: str, mark: str) -> None:
    item = f"<li>Grille d'évaluation{mark} <a href=grille.xls>{verb}</a></li>"
    assert titles_of(f"<h2>Documents</h2><ul>{item}</ul>") == ["Grille d'évaluation"]


@pytest.mark.parametrize("heads", ["Libellé|Type|Taille|Lien", "Intitulé|Format|Poids|Accès"])
@pytest.mark.parametrize("name", ["Savoirs associés", "Repères pour la formation", "Lexique"])
def test_a_row_of_a_table_with_sizes_is_a_file_and_no_diploma(heads: str, name: str) -> None:
    cells = (name, "pdf", "264 Ko", "<a href=s.pdf>Ouvrir</a>")
    head = "".join(f"<th>{each}</th>" for each in heads.split("|"))
    row = "".join(f"<td>{each}</td>" for each in cells)
    assert titles_of(f"<table><tr>{head}</tr><tr>{row}</tr></table>") == [name]


@pytest.mark.parametrize(
    "name", ["Savoirs associés", "Relations entre les référentiels", "Brochure", "Lexique"]
)
@pytest.mark.parametrize(
    "type_words", [" – CAP", " (CAP)", " - Certificat d'aptitude professionnelle"]
)
def test_a_file_named_with_its_type_is_of_no_other_diploma(name: str, type_words: str) -> None:
    title = f"{name}{type_words}"
    assert titles_of(f"<h3>Éléments</h3><ul><li><a href=x.pdf>{title}</a></li></ul>") == [title]
    strong = f"<p><strong>{title}</strong> <a href={{}}.pdf>Télécharger</a></p>"
    files = "".join(strong.format(n) for n in "abc")
    assert len(titles_of(f"<h2>Documents</h2>{files}")) == 3


def test_the_search_page_of_the_site_is_no_document() -> None:
    links = "<p><a href=/recherche>Foire aux questions</a> - <a href=/aide.pdf>Annexe I</a></p>"
    assert titles_of(f"<h2>Documents</h2>{links}") == ["Annexe I"]


@pytest.mark.parametrize("lead", ["", "Documents du ", "Page du ", "Dossier du "])
def test_the_title_may_link_to_the_file_of_the_diploma(lead: str) -> None:
    title = f"<h1><a href=v/referentiel.pdf>{lead}CAP Vannerie</a></h1>"
    (document,) = record_of(ORDER, title).documents
    assert document.url == "v/referentiel.pdf"


@pytest.mark.parametrize("verb", ["Télécharger", "Consulter", "Ouvrir le fichier"])
@pytest.mark.parametrize(
    "name", ["grille horaire", "livret de suivi", "référentiel", "liste des savoirs", "lexique"]
)
@pytest.mark.parametrize("head", ["Référentiel", "Documents", "Textes"])
def test_a_name_in_small_letters_may_stand_behind_the_verb(verb: str, name: str, head: str) -> None:
    links = f"<p><a href=a.pdf>{verb} {name}</a>, 12 Ko</p><p><a href=b.pdf>Annexe V</a></p>"
    assert titles_of(f"<h2>{head}</h2>{links}") == [name, "Annexe V"]


@pytest.mark.parametrize(
    "words", ["Télécharger en pdf", "Consulter le texte", "Lire texte intégral"]
)
def test_words_that_open_a_file_name_none(words: str) -> None:
    item = f"<li>Grille d'évaluation : <a href=grille.xls>{words}</a></li>"
    assert titles_of(f"<h2>Documents</h2><ul>{item}</ul>") == ["Grille d'évaluation"]


@pytest.mark.parametrize("size", [" – PDF – 380 Ko", " - 380 Ko", " – pdf", " – ODT – 1,2 Mo"])
@pytest.mark.parametrize("label", ["Annexes", "Documents", "Fichiers"])
def test_the_size_of_a_file_begins_no_field_of_its_line(label: str, size: str) -> None:
    names = ["Savoirs associés", "Grille horaire", "Lexique"]
    items = [f"{name}{size} : <a href=f{n}.pdf>Ouvrir</a>" for n, name in enumerate(names)]
    assert titles_of(f"<p>{label} : {' ; '.join(items)}</p>") == names


def test_answers_to_questions_are_no_document() -> None:
    links = "<li><a href=van.pdf>Annexes</a></li><li><a href=faq.html>Foire aux questions</a></li>"
    assert titles_of(f"<h2>Fichiers</h2><ul>{links}</ul>") == ["Annexes"]
