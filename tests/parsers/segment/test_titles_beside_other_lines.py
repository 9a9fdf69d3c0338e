"""Titles beside menus, rubrics and lists of files, with codes, acronyms and options."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/van.html"
ORDER = "<p>Arrêté du 3 mai 2004</p>"
FILES = "<ul><li><a href=v/a.pdf>Annexe I</a></li><li><a href=v/b.pdf>Annexe II</a></li></ul>"
TWO_LINES = (
    "<h1>CAP</h1><h2>Vannerie</h2>",
    "<h2>CAP</h2><h3>Vannerie</h3>",
    "<div class=titre><div>CAP</div><div>Vannerie</div></div>",
    "<p><b>CAP</b></p><p><b>Vannerie</b></p>",
    "<h1>CAP<br>Vannerie</h1>",
)


def records(body: str) -> list[Referential]:
    page = f"<html><body>{body}</body></html>"
    return [r.record for r in read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records]


def title(body: str) -> str:
    (only,) = records(body)
    return only.title


@pytest.mark.parametrize("head", TWO_LINES)
@pytest.mark.parametrize("label", ["Certification", "Définition du diplôme", "Diplôme", "Intitulé"])
@pytest.mark.parametrize(
    "form", ["<ul><li>{}{}</li></ul>", "<h3>{}</h3>{}", "<p><b>{} :</b></p>{}"]
)
def test_a_list_of_files_is_no_title(head: str, label: str, form: str) -> None:
    body = head + ORDER + form.format("Le diplôme", FILES)
    body += form.format(label, FILES.replace("v/", "w/"))
    (only,) = records(body)
    assert (only.title, only.name, len(only.documents)) == ("CAP Vannerie", "Vannerie", 4)


@pytest.mark.parametrize("head", TWO_LINES)
@pytest.mark.parametrize("mark", [" | ", " - ", " ", " &gt; "])
def test_a_menu_of_types_is_no_title(head: str, mark: str) -> None:
    links = [("index", "Accueil"), ("cap", "CAP"), ("bp", "BP"), ("bma", "BMA")]
    menu = mark.join(f"<a href={page}.html>{text}</a>" for page, text in links)
    assert title(f"<p>{menu}</p>{head}{ORDER}{FILES}") == "CAP Vannerie"


@pytest.mark.parametrize("rubric", ["Diplômes professionnels", "Référentiels professionnels"])
@pytest.mark.parametrize("level", ["h2", "h3"])
def test_a_rubric_above_the_title_is_no_subject(rubric: str, level: str) -> None:
    body = f"<h1>{rubric}</h1><{level}>CAP Vannerie</{level}>{ORDER}{FILES}"
    assert title(body) == "CAP Vannerie"


@pytest.mark.parametrize("subject", ["Calendrier des examens", "Règlement général"])
def test_a_subject_above_a_title_is_one(subject: str) -> None:
    with pytest.raises(Refused):
        title(f"<h1>{subject}</h1><h2>CAP Vannerie</h2>{ORDER}")


@pytest.mark.parametrize("acronym", [" (Bac pro)", ""])
@pytest.mark.parametrize("head", ["<h1>{}</h1><h2>{}</h2>", "<div>{}</div><div>{}</div>",
                                  "<h1>{}<br>{}</h1>"])  # fmt: skip
@pytest.mark.parametrize(
    "options", ["", "<ul><li>option A – osier</li><li>option B – rotin</li></ul>"]
)
def test_the_acronym_beside_its_type_is_kept(acronym: str, head: str, options: str) -> None:
    words = f"Baccalauréat professionnel{acronym}"
    found = [r.title for r in records(head.format(words, "Vannerie") + options + ORDER + FILES)]
    ends = [" option A osier", " option B rotin"] if options else [""]
    assert found == [f"{words} Vannerie{end}" for end in ends]


@pytest.mark.parametrize(
    ("below", "title_behind"),
    [
        ("<br>option osier", " option osier"), ("<br>option C : osier", " option C : osier"),
        (",<br>option osier", ", option osier"),
        ("", ""), ("<br>options : osier, rotin", ""),
    ],
)  # fmt: skip
def test_one_option_below_a_labelled_title_ends_it(below: str, title_behind: str) -> None:
    body = f"<h1>CAP</h1><p><b>Intitulé :</b> Vannerie{below}</p>{ORDER}{FILES}"
    assert records(body)[0].title == f"CAP Vannerie{title_behind}"


@pytest.mark.parametrize(
    "code", ["500-24123", "500-24123 S", "50024123", "500-24123S", "500 24123 S"]
)
@pytest.mark.parametrize("mark", [" ", " - ", " : "])
@pytest.mark.parametrize("kind", ["CAP", "C.A.P.", "Certificat d'aptitude professionnelle"])
def test_a_code_before_the_type_is_no_name(code: str, mark: str, kind: str) -> None:
    (only,) = records(f"<h1>{code}{mark}{kind} Vannerie</h1>{ORDER}{FILES}")
    assert (only.name, only.code, only.diploma_type) == ("Vannerie", "50024123", "CAP")


@pytest.mark.parametrize("form", ["<p><b>{}</b></p><p>{}</p>", "<p><b>{} :</b> {}</p>",
                                  "<dl><dt>{}</dt><dd>{}</dd></dl>"])  # fmt: skip
def test_a_label_of_the_predecessor(form: str) -> None:
    (only,) = records(
        f"<h1>CAP Vannerie</h1>{ORDER}{form.format('En remplacement de', '50024123 S')}"
    )
    assert (only.replaces, only.code) == (("50024123",), None)


BOXES = (
    "<div><h3>{}</h3><ul><li>{}</li><li>{}</li></ul></div>",
    "<table><tr><td><p><b>{}</b><br>{}<br>{}</p></td></tr></table>",
    "<div><p><b>{}</b></p><p>{}</p><p>{}</p></div>",
)


@pytest.mark.parametrize("head", TWO_LINES)
@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("label", ["Référentiels", "Dans la même rubrique", "Liste des diplômes"])
def test_a_box_of_other_diplomas_hides_no_title_below_it(head: str, box: str, label: str) -> None:
    links = "<a href=b.html>BP Boucher</a>", "<a href=d.html>BTS Diététique</a>"
    assert title(box.format(label, *links) + head + ORDER + FILES) == "CAP Vannerie"


@pytest.mark.parametrize("head", TWO_LINES)
@pytest.mark.parametrize("label", ["Référentiel du diplôme", "Référentiel"])
def test_a_line_that_says_what_the_page_is_stands_above_the_title(head: str, label: str) -> None:
    news = "<h3>Actualités</h3><ul><li><a href=n.html>Nouveaux sujets</a></li></ul>"
    assert title(f"{news}<p>{label}</p>{head}{ORDER}{FILES}") == "CAP Vannerie"


@pytest.mark.parametrize(
    "pair",
    [
        "<p>Diplôme : {}</p><p>Spécialité : {}</p>",
        "<p><b>Diplôme :</b> {}</p><p><b>Spécialité :</b> {}</p>",
        "<div><span>Diplôme:</span> <span>{}</span></div>"
        "<div><span>Spécialité:</span> <span>{}</span></div>",
        "<table><tr><td>Diplôme</td><td>{}</td></tr><tr><td>Spécialité</td><td>{}</td></tr></table>",
    ],
)
@pytest.mark.parametrize("kind", ["CAP", "Certificat d'aptitude professionnelle"])
def test_type_and_speciality_with_a_label_each_make_a_title_without_these(
    pair: str, kind: str
) -> None:
    (only,) = records(pair.format(kind, "Vannerie") + ORDER + FILES)
    assert (only.title, only.name) == (f"{kind} Vannerie", "Vannerie")


@pytest.mark.parametrize("head", TWO_LINES[:4])
@pytest.mark.parametrize(
    "code", ["(code 500-23443 T)", "(500 23443)", "- 50023443", "[500-23443 T]"]
)
def test_a_code_behind_the_name_below_a_type_is_no_part_of_it(head: str, code: str) -> None:
    (only,) = records(head.replace("Vannerie", f"Vannerie {code}") + ORDER + FILES)
    assert (only.name, only.code) == ("Vannerie", "50023443")


@pytest.mark.parametrize("marks", ["« {} »", '"{}"', "“{}”", "{}"])
def test_quotation_marks_are_no_part_of_the_name_of_an_option(marks: str) -> None:
    names = [marks.format(name) for name in ("osier", "rotin")]
    body = f"<h1>CAP Vannerie</h1><p>Deux options :<br>A {names[0]} - 500-23443 T<br>"
    found = records(f"{body}B {names[1]} - 500-23444 T</p>{ORDER}{FILES}")
    assert [only.name for only in found] == ["Vannerie option A osier", "Vannerie option B rotin"]


@pytest.mark.parametrize("between", ["<br>", "<br>\n", " - ", " ; "])
@pytest.mark.parametrize("kind", ["CAP", "Certificat d'aptitude professionnelle"])
def test_type_and_speciality_in_one_paragraph_make_a_title_without_their_labels(
    between: str, kind: str
) -> None:
    (only,) = records(f"<p><b>Diplôme : {kind}{between}Spécialité : Vannerie</b></p>{ORDER}{FILES}")
    assert (only.title, only.name) == (f"{kind} Vannerie", "Vannerie")


@pytest.mark.parametrize("mark", [". – ", ". - ", ".\n&#8212; ", "<br>"])
@pytest.mark.parametrize("tag", ["b", "strong", "font color=red"])
def test_a_title_set_off_begins_a_paragraph_of_facts(mark: str, tag: str) -> None:
    facts = ["Arrêté du 3 mai 2004 (JO du 9 mai 2004)", "Code : 500-23443 T",
             "<a href=a.pdf>Annexe</a>", "Première session : 2006."]  # fmt: skip
    lead = f"<{tag}>CAP Vannerie</{tag.split()[0]}>"
    (only,) = records(f"<h3>Notice</h3><p>{mark.join([lead, *facts])}</p>")
    assert (only.title, only.code, only.first_session) == ("CAP Vannerie", "50023443", 2006)
    assert [document.title for document in only.documents] == ["Annexe"]


def test_a_level_behind_a_type_above_its_name_is_a_part_of_the_title() -> None:
    (only,) = records(f"<h2>MC de niveau 4</h2><h3>Vannerie</h3>{ORDER}{FILES}")
    assert (only.title, only.name, only.level) == ("MC de niveau 4 Vannerie", "Vannerie", 4)


ORDERS_ABOVE = (
    "Arrêté du 3 mai 2004, JO du 12 mai 2004",
    "Arrêté de création : 3 mai 2004",
    "Créé par l'arrêté du 3 mai 2004",
    "Date de l'arrêté de création : 3 mai 2004",
)
ONE_BLOCK = ("<p>{}<br>{}<br>{}</p>", "<pre>{}\n{}\n{}</pre>", "<td>{}<br />{}<br />{}</td>")
BLOCKS = ("<p>{}</p><h2>{}</h2>{}", "<p>{}</p><div>{}</div>{}", "<ul><li>{}<li>{}<li>{}</ul>")


@pytest.mark.parametrize("order", ORDERS_ABOVE)
@pytest.mark.parametrize("form", [*ONE_BLOCK, *BLOCKS])
@pytest.mark.parametrize("above", ["", "<p>Accueil &gt; Référentiels</p>"])
def test_an_order_stands_above_the_title(order: str, form: str, above: str) -> None:
    (only,) = records(above + form.format(order, "CAP Vannerie", "<a href=v/a.pdf>Annexes</a>"))
    assert (only.title, [text.date for text in only.legal_texts], len(only.documents)) == (
        "CAP Vannerie",
        ["2004-05-03"],
        1,
    )


@pytest.mark.parametrize("form", [*ONE_BLOCK, *BLOCKS])
def test_orders_of_several_diplomas_are_no_title(form: str) -> None:
    lines = [form.format(f"Arrêté du {day} mai 2004", f"CAP {name}", "texte")
             for day, name in enumerate(["Vannerie", "Cuisine", "Coiffure"], 3)]  # fmt: skip
    with pytest.raises(Refused):
        records("<h1>Actualités</h1>" + "".join(lines))


@pytest.mark.parametrize("name", ["Vannerie", "Spécialité : Vannerie", "spécialité Vannerie"])
def test_type_and_name_are_items_of_one_list(name: str) -> None:
    (only,) = records(f"<ul><li>CAP<li>{name}<li>Arrêté du 3 mai 2004</ul>{FILES}")
    assert (only.name, only.diploma_type) == ("Vannerie", "CAP")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("<p>{}<br>spécialité<br><b>Vannerie</b><br>N° 500-24122 T<br><b>Arrêtés</b><br>{}",
         "{} spécialité Vannerie"),
        ("<p>{}<br><b>Vannerie</b><br>N° 500-24122 T<br><b>Arrêtés</b><br>{}", "{} Vannerie"),
        ("<h3>{}</h3><p>spécialité</p><h2>Vannerie</h2><p>{}</p>", "{} spécialité Vannerie"),
        ("<h3>{}</h3><p>Spécialité :</p><h2>Vannerie</h2><p>{}</p>", "{} Vannerie"),
        ("<div>{} spécialité</div><h1>Vannerie</h1><p>{}</p>", "{} spécialité Vannerie"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "type_words",
    ["Certificat d'aptitude professionnelle", "Brevet d'études professionnelles (BEP)"],
)
def test_a_line_of_the_word_speciality_is_a_part_of_the_title(
    type_words: str, lines: str, title: str
) -> None:
    (only,) = records(f"{lines.format(type_words, 'Arrêté du 3 mai 2004')}{FILES}")
    assert (only.title, only.name) == (title.format(type_words), "Vannerie")


def test_a_menu_and_a_list_of_names_are_no_title() -> None:
    for items in ("<li>CAP<li>BP<li>BMA", "<li>CAP<li>Vannerie<li>Coiffure<li>Cuisine"):
        with pytest.raises(Refused):
            records(f"<ul>{items}</ul>{ORDER}")


@pytest.mark.parametrize("words", ["", "supérieur "])
@pytest.mark.parametrize(
    "head", ["<h1>{}</h1>", "<p><b>{}</b></p>", "<h1>Référentiel</h1><h2>{}</h2>"]
)
def test_a_diploma_of_no_type_that_is_known(words: str, head: str) -> None:
    name = f"Diplôme {words}de comptabilité et de gestion"
    for written in (name, name.upper()):
        assert title(head.format(written) + ORDER + FILES) == written
    with pytest.raises(Refused):
        records(head.format(f"Diplôme {words}de niveau 4") + ORDER + FILES)


def test_spans_shown_as_blocks_are_lines() -> None:
    span = "<span style='display: block'>{}</span>"
    assert title(span.format("CAP") + span.format("Vannerie") + ORDER + FILES) == "CAP Vannerie"


FACTS = ("<a href=v/a.pdf>Annexes</a>", "Niveau : 3", "Ancien diplôme : 50024102")


@pytest.mark.parametrize("last", FACTS)
@pytest.mark.parametrize("first", ["CAP Vannerie", "CAP<br>Vannerie", "<b>CAP</b><br><b>Vannerie"])
def test_a_fact_below_the_title_is_no_part_of_it(first: str, last: str) -> None:
    assert title(f"<p>{first}<br>{last}</p>{ORDER}{FILES}") == "CAP Vannerie"


@pytest.mark.parametrize("form", ["{1}{0}", "{2}{0}", "{0}{1}", "{0}<ul><li>CAP</ul>"])
def test_a_tag_beside_the_heading_is_its_type(form: str) -> None:
    tags = ("<p class=tag>CAP</p>", "<ul><li><a href=/t/1>CAP</a></ul>")
    assert title(form.format("<h1>Vannerie</h1>", *tags) + ORDER + FILES) == "CAP Vannerie"


def test_several_types_beside_a_heading_are_a_menu() -> None:
    menu = "".join(f"<li><a href=/t/{kind}>{kind}</a>" for kind in ("BP", "CAP"))
    with pytest.raises(Refused):
        records(f"<ul>{menu}</ul><h1>Vannerie</h1>{ORDER}{FILES}")


def test_a_list_of_all_diplomas_is_no_document_of_one() -> None:
    others = "<p><a href=/d/liste.pdf>Liste de tous les diplômes professionnels (PDF)</a></p>"
    (only,) = records(f"<h1>CAP Vannerie</h1>{ORDER}{FILES}{others}")
    assert len(only.documents) == 2


def test_the_first_session_is_a_session() -> None:
    (only,) = records(f"<h1>CAP Vannerie</h1>{ORDER}<p>Première session session 2017</p>")
    assert only.first_session == 2017


def test_each_date_below_a_label_of_orders_is_one() -> None:
    dates = "<div><div>4 mai 2006</div><div>5 mai 2007</div></div>"
    (only,) = records(f"<h1>CAP Vannerie</h1>{ORDER}<div>Modifié par arrêté(s) du</div>{dates}")
    kinds = {text.date: text.kind for text in only.legal_texts}
    assert kinds == {"2004-05-03": None, "2006-05-04": "modification", "2007-05-05": "modification"}


@pytest.mark.parametrize(
    "above",
    [
        "<h3><a href=v/ref.pdf>Référentiel du BMA Vannerie</a></h3><p>PDF – 909 ko</p>",
        "<p><b>Brevet des métiers d'art<br>Vannerie</b></p>",
        "<h3>B.M.A. Vannerie</h3><p>Mis à jour le 3 mai 2020</p>",
    ],
)
@pytest.mark.parametrize("head", ["<h3>{}</h3>", "<p><b>{}</b></p>"])
def test_the_title_again_is_no_option(above: str, head: str) -> None:
    options = (("Option osier", "40124102"), ("Option rotin", "40124103"))
    below = "".join(f"{head.format(name)}<p>Code : {code}</p>" for name, code in options)
    found = records(f"<h1>BMA Vannerie</h1>{ORDER}{above}{below}")
    assert [(each.title, each.code) for each in found] == [
        ("BMA Vannerie option osier", "40124102"),
        ("BMA Vannerie option rotin", "40124103"),
    ]


@pytest.mark.parametrize("mark", [" :", " : ", " ", "&nbsp;"])
@pytest.mark.parametrize("kind", ["BMA", "Brevet des métiers d'art"])
def test_labels_of_type_and_speciality_are_no_part_of_the_title(mark: str, kind: str) -> None:
    pairs = (("Diplôme", kind), ("Spécialité", "Vannerie"))
    lines = (f"<div><span>{k}{mark}</span><span>{v}</span></div>" for k, v in pairs)
    assert title("".join(lines) + ORDER + FILES) == f"{kind} Vannerie"


@pytest.mark.parametrize(
    "head", ["<strong>Option {} {}</strong>", "<b>option {} : {}</b>", "Option {} - {}"]
)
@pytest.mark.parametrize("code", ["", "Code : 401-2410{}", "(401-2410{})"])
@pytest.mark.parametrize("files", [1, 2])
def test_files_below_an_option_in_its_paragraph_are_no_part_of_its_name(
    head: str, code: str, files: int
) -> None:
    body = ""
    for place, (letter, name) in enumerate((("A", "osier"), ("B", "rotin")), 2):
        links = [f"<a href=v/{letter}{n}.pdf>Annexe {n}</a>" for n in range(files)]
        lines = [head.format(letter, name), *filter(None, [code.format(place)]), *links]
        body += f"<p>{'<br>'.join(lines)}</p>"
    found = records(f"<h1>BMA Vannerie</h1>{ORDER}{body}")
    assert [(each.title, len(each.documents)) for each in found] == [
        ("BMA Vannerie option A osier", files),
        ("BMA Vannerie option B rotin", files),
    ]


@pytest.mark.parametrize("fact", ["Code 500-24102", "Niveau 3 · Code 500-24102", "500-24102 T"])
@pytest.mark.parametrize("form", ["<p>{}<br>{}<br>{}<br>{}</p>", "<pre>{}\n{}\n{}\n{}</pre>"])
def test_a_line_of_facts_stands_above_the_title_in_its_block(fact: str, form: str) -> None:
    lines = (fact, "CAP Vannerie", "<a href=v/a.pdf>Annexe</a>", "Arrêté du 3 mai 2004")
    (only,) = records(form.format(*lines))
    assert (only.title, only.code, len(only.legal_texts)) == ("CAP Vannerie", "50024102", 1)


@pytest.mark.parametrize("code", ["", " (461-22704 S)", ", code 461-22704"])
@pytest.mark.parametrize(
    "rubric", ["<p><font size=2>{}</font></p>", "<h3>{}</h3>", "<div>{}</div>"]
)
def test_a_rubric_above_one_name_with_its_options(rubric: str, code: str) -> None:
    """*Mentions complémentaires* above a name whose options stand on lines below it."""
    lines = ("Technicien en énergies renouvelables",
             f"option A Énergie électrique{code}",
             f"option B Énergie thermique{code.replace('4', '5')}")  # fmt: skip
    for name in ("<p><b>{}</b></p>", "<h2>{}</h2>", "<p><font size=6><b>{}</b></font></p>"):
        body = rubric.format("Mentions complémentaires") + name.format("<br>".join(lines))
        titles = [record.title for record in records(f"{body}<p>Arrêté du 20 avril 2010</p>")]
        base = "Mention complémentaire Technicien en énergies renouvelables option"
        assert titles == [f"{base} A Énergie électrique", f"{base} B Énergie thermique"], body


def test_a_rubric_above_several_names_is_a_list() -> None:
    names = "<p><b>Boulangerie spécialisée</b></p><p><b>Sommellerie</b></p>"
    with pytest.raises(Refused):
        records(f"<p>Mentions complémentaires</p>{names}<p>Arrêté du 20 avril 2010</p>")


@pytest.mark.parametrize("name", ["Agent de contrôle", "Vannerie"])
@pytest.mark.parametrize("files", ["<ul>{}</ul>", "<p>{}</p>"])
def test_files_in_the_layout_cell_of_a_title_are_no_names_beside_it(name: str, files: str) -> None:
    tag = "li" if "ul" in files else "br"
    listed = "".join(
        f"<{tag}><a href=v/{n}.pdf>{text}</a>"
        for n, text in enumerate(("Référentiel de certification", "Définition des épreuves"))
    )
    sheet = (
        f"<table><tr><th colspan=2>MC</th></tr><tr><th colspan=2>{name}</th></tr>"
        "<tr><th>Première session</th><td>1996</td></tr></table>"
    )
    body = f"<table width=600><tr><td>{sheet}{files.format(listed)}</td></tr></table>{ORDER}"
    assert title(body) == f"MC {name}"


MARGINS = (
    "<p><b>À télécharger</b><br><a href=/doc/ccf.pdf>Guide</a><br><a href=/doc/p.pdf>PFMP</a></p>",
    "<p><b>Documents</b></p><ul><li><a href=/doc/ccf.pdf>Guide du CCF</a></li></ul>",
    "<h4>Téléchargements</h4><p><a href=/doc/ccf.pdf>Guide du CCF</a></p>",
)


@pytest.mark.parametrize("margin", MARGINS)
@pytest.mark.parametrize(
    "head",
    [
        "<p align=center><font size=3><b>CAP VANNERIE</b></font></p>",
        "<p><b>CAP</b></p><p><b>Spécialité vannerie</b></p>",
        "<p><b>VANNERIE (CAP)</b></p>",
    ],
)
def test_a_title_in_the_column_beside_a_margin_of_files(head: str, margin: str) -> None:
    page = f"<table><tr><td width=150>{margin}</td><td>{head}{ORDER}{FILES}</td></tr></table>"
    (record,) = records(page)
    assert (record.name or "").lower() == "vannerie"
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]


@pytest.mark.parametrize(
    "tag", ["header", "div class=entete", "div id=header", "div class=bandeau"]
)
@pytest.mark.parametrize("between", ["<br>\n", " ", "</strong><br><strong>"])
def test_a_banner_that_says_nothing_but_a_title_holds_it(tag: str, between: str) -> None:
    words = f"<strong>Certificat d'aptitude professionnelle{between}Vannerie</strong>"
    banner = f"<{tag}>{words}</{tag.split()[0]}>"
    page = f"<title>Document sans titre</title>{banner}{ORDER}{FILES}"
    assert title(page) == "Certificat d'aptitude professionnelle Vannerie"


@pytest.mark.parametrize("tag", ["header", "div class=entete"])
@pytest.mark.parametrize(
    "words", ["éduscol", "<strong>CAP</strong>", "<a href=coiffure.html>CAP Coiffure</a>"]
)
def test_a_banner_with_other_words_or_links_holds_no_title(tag: str, words: str) -> None:
    banner = f"<{tag}>{words}</{tag.split()[0]}>"
    assert title(f"{banner}<h2>CAP Vannerie</h2>{ORDER}{FILES}") == "CAP Vannerie"


@pytest.mark.parametrize("named", ["« vannerie »", "vannerie", ", spécialité « vannerie »,"])
@pytest.mark.parametrize("verb", ["est un diplôme national.", "est délivré par le recteur.",
                                  "est défini par le présent référentiel."])  # fmt: skip
def test_a_sentence_about_the_diploma_names_it(named: str, verb: str) -> None:
    sentence = f"<p>Le certificat d'aptitude professionnelle {named} {verb}</p>".replace(" ,", ",")
    (only,) = records(f"<h1>Certificat d'aptitude professionnelle</h1>{sentence}{ORDER}{FILES}")
    assert only.name == "vannerie"


@pytest.mark.parametrize("sentence", ["Le CAP est un diplôme national.",
                                      "Le bac pro vannerie est un diplôme national.",
                                      "Le CAP vannerie est une voie vers l'emploi."])  # fmt: skip
def test_other_sentences_name_no_diploma(sentence: str) -> None:
    (only,) = records(f"<h1>CAP</h1><p>{sentence}</p>{ORDER}<p>Code : 500-24220</p>{FILES}")
    assert "vannerie" not in only.title.lower()


@pytest.mark.parametrize("state", ["abrogé", "(abrogé)", "- diplôme abrogé"])
@pytest.mark.parametrize("label", ["Spécialité : ", "Intitulé : "])
def test_a_repeal_behind_a_labelled_name_is_none_of_it(state: str, label: str) -> None:
    (only,) = records(f"<h1>CAP</h1><h2>{label}Vannerie {state}</h2>{ORDER}{FILES}")
    assert only.name == "Vannerie"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a heading of the second level below labels with their values
        ("<p>Première session : 2005</p><p>Arrêté du 3 mai 2004</p><h2>BP Fleuriste</h2>",
         "BP Fleuriste"),
        ("<p>Dernière session : 2005</p><p>Remplacé par le BP Fleuriste</p>"
         "<h2>Brevet professionnel<br>Fleuriste</h2><p>Code : 450-34401 T</p>",
         "Brevet professionnel Fleuriste"),
        # lines that end in a preposition
        ("<h1>Bac pro<br>Interventions sur<br>le patrimoine bâti<br>Première session : 2010</h1>",
         "Bac pro Interventions sur le patrimoine bâti"),
    ],
)  # fmt: skip
def test_a_title_below_facts_and_on_several_lines(body: str, expected: str) -> None:
    assert title(body) == expected


def test_of_two_titles_below_facts_none_is_taken() -> None:
    body = "<p>Première session : 2005</p><p>Arrêté du 3 mai 2004</p><h2>BP Fleuriste</h2>"
    with pytest.raises(Refused):
        records(f"{body}<h2>CAP Vannerie</h2>")


@pytest.mark.parametrize(
    ("body", "stated"),
    [
        # a code goes with the facts behind it; alone it stays in the title
        ("<p>CAP Vannerie - 500-22139 S - arrêté du 3 mai 2004", "CAP Vannerie"),
        ("<p>CAP Vannerie ; 500-22139 S ; 03/05/2004 ; 2006", "CAP Vannerie"),
        ("<h1>CAP Vannerie - 500-22139 S</h1>" + ORDER, "CAP Vannerie - 500-22139 S"),
        ("<b>CAP Vannerie</b> 500-22139 S <a href=v/a.pdf>Annexes</a>", "CAP Vannerie"),
        # the name of a file, or the label below, is no title
        (
            "<p>Référentiel du BMA Vannerie : <a href=v/bma_van.pdf>bma_van.pdf</a>" + ORDER,
            "Référentiel du BMA Vannerie",
        ),
        (
            "<p><a href=i.html>Référentiels</a> &gt; CAP</p><p>Code : 500-22139 S"
            "<h2>CAP Vannerie</h2>",
            "CAP Vannerie",
        ),
    ],
)
def test_a_line_of_facts_begins_with_its_title(body: str, stated: str) -> None:
    assert title(body) == stated


@pytest.mark.parametrize(
    "text",
    [
        "Le {} (code 500-22139 S) a été créé par arrêté du 3 mai 2004 ; première session en 2006.",
        "Le {} est créé par l'arrêté du 3 mai 2004. La première session a lieu en 2006.",
        "L'arrêté du 3 mai 2004 porte création du {}.",
        "L'arrêté du 3 mai 2004 (NOR : MENE0401234A) crée le {}, code 500-22139.",
        "Arrêté du 3 mai 2004 portant création du {} et fixant ses modalités de délivrance",
        "Le {}, code 500-22139, remplace le CAP Osier depuis la session 2006.",
        "Le {} est abrogé : sa dernière session a eu lieu en 2006.",
        "Le référentiel du {} est défini par l'arrêté du 3 mai 2004.",
        "Vous pouvez télécharger le <a href=v/a.pdf>référentiel du {}</a>, créé par l'arrêté du "
        "3 mai 2004.",
    ],
)
@pytest.mark.parametrize("named", ["CAP Vannerie", "CAP Hygiène, propreté, osier", "C.A.P. Cuir"])
def test_a_page_of_a_few_sentences_has_its_title_in_the_first(text: str, named: str) -> None:
    assert title(f"<p>{text.format(named)}</p>") == named
    more = f"<p>{'Les titulaires travaillent en atelier. ' * 11}</p>"
    with pytest.raises(Refused):  # a text of any other kind
        records(f"<p>{text.format(named)}</p>{more}")


@pytest.mark.parametrize(
    "text",
    [
        "Le CAP Vannerie et le CAP Osier sont créés par arrêté du 3 mai 2004.",
        "L'arrêté du 3 mai 2004 porte création du CAP Cuir. L'arrêté du 4 mai 2004 crée le CAP Or.",
        "Le CAP Vannerie est préparé en deux ans au lycée.",
        "Le BTS est régi par le décret du 3 mai 2004.",
        "Par arrêté du 3 mai 2004, les candidats au CAP Vannerie présentent une épreuve.",
    ],
)
def test_a_sentence_about_others_or_without_a_fact_is_no_title(text: str) -> None:
    with pytest.raises(Refused):
        records(f"<p>{text}</p>")


@pytest.mark.parametrize(
    ("body", "is_read"),
    [
        ("<p><a href=van/van.pdf>PDF</a>", True),
        ("<p><a href=v/ref.pdf>Télécharger (pdf)</a>", True),
        ("<p><a href=v/sujet_2012.pdf>Télécharger</a>", False),
        ("<p><a href=https://example.org/v/ref.pdf>Télécharger</a>", False),
        ("<p>Un métier d'avenir</p><p><a href=v/ref.pdf>Télécharger</a>", False),
        ("<p><a href=v/a.pdf>Télécharger</a></p><p><a href=v/b.pdf>Télécharger</a>", False),
    ],
)
def test_a_file_that_is_all_of_a_page_is_the_diplomas(body: str, is_read: bool) -> None:
    try:
        (only,) = records(f"<h1>CAP Vannerie</h1>{body}")
    except Refused:
        assert not is_read
    else:
        assert is_read
        assert len(only.documents) == 1


@pytest.mark.parametrize("above", ["", "<h1>Référentiels</h1>"])
@pytest.mark.parametrize(
    "words", ["télécharger", "Télécharger le référentiel", "Consulter l’arrêté"]
)
@pytest.mark.parametrize("head", ["<h2>{} {}</h2>", "<p>{} {}</p>", "<p><b>{}</b> {}</p>"])
def test_a_link_that_calls_for_a_file_is_no_part_of_the_title(
    above: str, words: str, head: str
) -> None:
    link = f"<a href=v/van.pdf>{words}</a>"
    (record,) = records(above + head.format("CAP Vannerie", link) + ORDER)
    assert record.title == "CAP Vannerie"
    assert [file.url.rpartition("/")[2] for file in record.documents] == ["van.pdf"]


def test_a_name_that_leads_to_its_file_stays_in_the_title() -> None:
    assert title(f"<h1>CAP <a href=v/v.pdf>Voirie et réseaux</a></h1>{ORDER}") == (
        "CAP Voirie et réseaux"
    )
