"""Two links of one file, files of all diplomas, sites, and orders that change the page's own."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

HEAD = "<h1>CAP Vannerie</h1>"
ORDER = "<p>Arrêté du 3 mai 2004</p>"
ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/van.html"
FORMS = ("<p>{}</p>", "<ul><li>{}</li></ul>", "<h3>Annexes</h3><p>{}</p>", "<div>{}</div>")


def records(body: str) -> list[Referential]:
    page = f"<html><body>{body}</body></html>"
    return [r.record for r in read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records]


def documents(body: str) -> list[tuple[str, str]]:
    (only,) = records(HEAD + ORDER + body)
    return [(document.url.rpartition("/")[2], document.title) for document in only.documents]


def orders(body: str) -> list[tuple[str | None, str | None, str | None]]:
    (only,) = records(HEAD + body)
    return sorted((o.date or "", o.kind, o.nor) for o in only.legal_texts)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("alt", ["", ' alt=""', ' alt="PDF"', ' alt="document PDF"'])
@pytest.mark.parametrize("title", ["Annexe I", "Annexe II - Référentiel", "Lexique", "Annexes"])
def test_an_icon_beside_the_words_leads_to_the_same_file(form: str, alt: str, title: str) -> None:
    icon = f'<a href=v/v1.pdf><img src="acrobat.gif"{alt}></a>'
    words = f"<a href=v/v1.pdf>{title}</a>"
    assert documents(form.format(f"{icon} {words}")) == [("v1.pdf", title)]
    assert documents(form.format(f"{words} {icon}")) == [("v1.pdf", title)]
    in_row = f"<table><tr><td>{icon}</td><td>{words}</td></tr></table>"
    assert documents(in_row) == [("v1.pdf", title)]


@pytest.mark.parametrize("form", FORMS)
def test_icons_of_several_lines_are_of_their_own_words(form: str) -> None:
    lines = "<br>".join(
        f"<a href=v/v{n}.pdf><img src=pdf.gif alt=PDF></a> <a href=v/v{n}.pdf>Annexe {n}</a>"
        for n in (1, 2, 3)
    )
    assert documents(form.format(lines)) == [(f"v{n}.pdf", f"Annexe {n}") for n in (1, 2, 3)]


@pytest.mark.parametrize("form", FORMS)
def test_an_icon_alone_takes_its_name_from_the_line(form: str) -> None:
    icon = "<a href=v/v1.pdf><img src=pdf.gif alt=PDF></a>"
    assert documents(form.format(f"Lexique {icon}")) == [("v1.pdf", "Lexique")]
    assert documents(form.format(f"•&nbsp;{icon} Lexique")) == [("v1.pdf", "Lexique")]
    titled = "<a href=v/v1.pdf title=Télécharger>voir</a>"
    assert documents(form.format(f"Lexique : {titled}")) == [("v1.pdf", "Lexique")]
    back = "<br><a href=recherche.html>Nouvelle recherche</a>"
    assert documents(form.format(f"Lexique {icon}{back}")) == [("v1.pdf", "Lexique")]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("title", "is_own"),
    [
        ("Calendrier des examens 2014", False), ("Calendrier 2014 des examens", False),
        ("Calendrier de la session 2014", False), ("Le calendrier national des examens", False),
        ("Guide d'utilisation du site", False), ("Aide du site", False),
        ("Charte éditoriale", False), ("Mode d'emploi", False),
        ("Mode d'emploi du référentiel", True), ("Charte du jury", True),
        ("Guide d'utilisation du référentiel", True), ("Guide de tri sur site", True),
        ("Calendrier de la formation", True), ("Définition des épreuves de l'examen", True),
    ],
)  # fmt: skip
def test_a_calendar_of_examinations_or_guide_of_the_site_is_told(
    form: str, title: str, is_own: bool
) -> None:
    (only,) = records(HEAD + ORDER + form.format(f"<a href=docs/c.pdf>{title} (PDF)</a>"))
    told = [issue.value for issue in only.issues if issue.field == "documents"]
    assert (len(only.documents), len(told)) == ((1, 0) if is_own else (0, 1))


@pytest.mark.parametrize("label", ["Sites utiles : ", "Liens utiles : ", "Voir aussi : ", ""])
@pytest.mark.parametrize("site", ["https://www.onisep.fr/", "http://www.onisep.fr"])
def test_a_site_is_no_document(label: str, site: str) -> None:
    listed = "<h3>Annexes</h3><ul><li><a href=v/a.pdf>Annexe I</a></li></ul>"
    line = f'<p>{label}<a href="https://eduscol.education.fr/">Éduscol</a>'
    line += f' - <a href="{site}">Onisep</a></p>'
    assert documents(listed + line) == [("a.pdf", "Annexe I")]


@pytest.mark.parametrize(
    "words", ["modifiant l'", "portant modification de l'", "portant abrogation de l'"]
)
@pytest.mark.parametrize("form", ["<p>{}</p><p>{}</p>", "<ul><li>{}</li><li>{}</li></ul>",
                                  "<h2>{}</h2><h2>{}</h2>", "<p>{}<br>{}</p>"])  # fmt: skip
@pytest.mark.parametrize("tail", ["", ", JO du 9 juin 2010", " - NOR : MENE1012345A",
                                  ' (<a href="/bo/2010/9/mene1012345a.htm">B.O.</a>)'])  # fmt: skip
@pytest.mark.parametrize("kind", [None, "creation"])
def test_an_order_that_another_one_changes_keeps_its_kind(
    words: str, form: str, tail: str, kind: str | None
) -> None:
    own = "Arrêté du 3 mai 2004" + (" (création)" if kind else "")
    change = f"Arrêté du 1er juin 2010 {words}arrêté du 3 mai 2004{tail}"
    nor = "MENE1012345A" if "12345" in tail else None
    does = "repeal" if "abrogation" in words else "modification"
    read_orders = orders(form.format(own, change))
    assert read_orders == [("2004-05-03", kind, None), ("2010-06-01", does, nor)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Arrêté du 3 mai 2004 portant création ; en dernier lieu, arrêté du 1er juin 2010.",
         ("creation", "modification")),
        ("Arrêté du 3 mai 2004, modifié, en dernier lieu, par l'arrêté du 1er juin 2010.",
         (None, "modification")),
        ("Arrêté de création : 3 mai 2004 - Dernière modification : 1er juin 2010",
         ("creation", "modification")),
        ("Arrêté de création : 3 mai 2004 (consolidé avec l'arrêté du 1er juin 2010)",
         ("creation", "modification")),
        ("Arrêté du 1° juin 2010 annulant et remplaçant l'annexe II de l'arrêté du 3 mai 2004",
         (None, "modification")),
        ("Arrêté du 1<sup>er</sup> juin 2010 modifiant les annexes II et III de l'arrêté du "
         "3 mai 2004 portant création du CAP Vannerie", ("creation", "modification")),
        ("Arrêté du 3 mai 2004 portant création (dernière mise à jour : arrêté du 1er juin 2010)",
         ("creation", "modification")),
        ("Arrêté du 1er juin 2010 supprimant l'annexe II de l'arrêté du 3 mai 2004",
         (None, "modification")),
        ("Arrêté du 3 mai 2004, arrêté du 1er juin 2010 portant suppression du CAP Vannerie",
         (None, "repeal")),
        ("Arrêté du 3 mai 2004, arrêté du 1er juin 2010 portant suppression de l'épreuve de langue",
         (None, None)),
        ("Arrêté du 3 mai 2004 portant création du CAP, arrêté du 1er juin 2010 remplaçant les "
         "anciens textes", ("creation", None)),
    ],
)  # fmt: skip
def test_which_of_two_orders_changes_the_other(
    line: str, expected: tuple[str | None, str | None]
) -> None:
    assert orders(f"<p>{line}</p>") == [
        ("2004-05-03", expected[0], None), ("2010-06-01", expected[1], None),
    ]  # fmt: skip


def test_the_day_of_an_advice_below_an_order_is_none() -> None:
    page = "<p>Arrêté de création : 3 mai 2004</p><p>Avis de la CPC Industrie du 15 mai 2003</p>"
    assert orders(page) == [("2004-05-03", "creation", None)]


def test_the_day_of_a_page_beside_an_order_is_no_change() -> None:
    for mark in ("</p><p>", "<br>"):
        page = f"<p>Arrêté de création : 3 mai 2004{mark}Dernière modification : 1er juin 2010</p>"
        assert orders(page) == [("2004-05-03", "creation", None)]


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("{0}<img src=i.gif></a> Annexe I &nbsp; {1}<img src=i.gif></a> Annexe II", "III"),
        ("Annexe I {0}<img src=i.gif></a> &nbsp; Annexe II {1}<img src=i.gif></a>", "III"),
        ("Annexe I .......... {0}PDF</a><br>Annexe II .......... {1}PDF</a>", "III"),
        ("{0}Annexe I.pdf</a> (345,2 Ko) - {1}Annexe II.PDF</a>", "III"),
    ],
)
def test_words_beside_icons_and_formats_name_their_files(line: str, titles: str) -> None:
    body = line.format("<a href=v/v1.pdf>", "<a href=v/v2.pdf>")
    assert documents(f"<p>{body}</p>") == [
        ("v1.pdf", f"Annexe {titles[:1]}"), ("v2.pdf", f"Annexe {titles[1:]}"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "is_own"),
    [("Référentiel de l'ancien diplôme CAP Tonnellerie", False),
     ("Correspondance entre les unités de l'ancien diplôme et du nouveau", True),
     ("Mentions légales", False),
     ("Référentiel de l'ancien CAP Vannerie", False), ("Plan du site", False),
     ("Référentiel du CAP Vannerie", True), ("Mentions du règlement", True)],
)  # fmt: skip
def test_files_of_a_former_diploma_and_of_the_site_are_told(title: str, is_own: bool) -> None:
    (only,) = records(HEAD + ORDER + f"<ul><li><a href=v/c.pdf>{title}</a></li></ul>")
    told = [issue.value for issue in only.issues if issue.field == "documents"]
    assert (len(only.documents), len(told)) == ((1, 0) if is_own else (0, 1))


@pytest.mark.parametrize("words", ["référentiel du", "Annexes du", "création du"])
def test_a_file_of_another_diploma_below_what_leads_on_is_told(words: str) -> None:
    listed = "<h3>Annexes</h3><ul><li><a href=v/a.pdf>Annexe I</a></li></ul>"
    line = f"{listed}<p>Voir aussi : <a href=v/b.pdf>{words} CAP Tonnellerie</a></p>"
    assert documents(line) == [("a.pdf", "Annexe I")]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("Ancien diplôme|Code", (None, ("50024199",), ())),
        ("Nouveau diplôme|Code", (None, (), ("50024199",))),
        ("Code|Ancien diplôme", ("50024199", (), ())),
    ],
)
def test_a_code_behind_the_name_of_a_former_diploma_is_its(
    columns: str, expected: tuple[str | None, tuple[str, ...], tuple[str, ...]]
) -> None:
    first, second = columns.split("|")
    cells = {"Code": "50024199"}
    row = "".join(f"<td>{cells.get(name, 'CAP Osier')}</td>" for name in (first, second))
    table = f"<table><tr><th>{first}</th><th>{second}</th></tr><tr>{row}</tr></table>"
    (only,) = records(HEAD + ORDER + table)
    assert (only.code, only.replaces, only.replaced_by) == expected


def test_a_number_before_an_order_that_changes_another_is_its_own() -> None:
    lines = (
        "<p>MENE0412345A : Arrêté du 3 mai 2004<br>MENE1012345A : Arrêté du 1er juin 2010 {}</p>"
    )
    for words in ("portant modification de l'arrêté du 3 mai 2004", "(modification)"):
        assert orders(lines.format(words)) == [
            ("2004-05-03", None, "MENE0412345A"), ("2010-06-01", "modification", "MENE1012345A"),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", ""), (" ; BOEN n° 23 du 11 juin 2009", " ; BOEN n° 18 du 3 mai 2012"),
        (", JO du 11 juin 2009", ", JO du 3 mai 2012"),
        (", NOR : MENE0912345A, publié au JO du 11 juin 2009", ", NOR : MENE1212345A"),
        (" - JORF du 11 juin 2009", ""),
        (" – N° NOR MENE0912345A", " – N° NOR MENE1212345A"),
        (" ; NORMEN E 0912345 A", " ; NORMEN E 1212345 A"),
    ],
)  # fmt: skip
def test_a_list_of_orders_goes_on_behind_a_journal(first: str, second: str) -> None:
    line = f"Arrêté du 18 mars 2008 modifié par les arrêtés du 21 mai 2009{first}"
    line += f" et du 7 avril 2012{second}"
    nors = ("MENE0912345A", "MENE1212345A") if "12345" in first else (None, None)
    assert orders(f"<p>{line}</p>") == [
        ("2008-03-18", None, None), ("2009-05-21", "modification", nors[0]),
        ("2012-04-07", "modification", nors[1]),
    ]  # fmt: skip


def test_a_second_date_of_a_journal_is_no_order() -> None:
    for journal in ("JO du 11 juin 2009 et du 12 juin 2009", "JO du 11 juin et BO du 18 juin 2009"):
        assert [o[0] for o in orders(f"<p>Arrêté du 21 mai 2009, {journal}</p>")] == ["2009-05-21"]


@pytest.mark.parametrize("lead", ["", "Voir aussi l'", "Unités générales : "])
def test_an_order_that_defines_units_of_all_is_no_order_of_one(lead: str) -> None:
    line = "fixant les unités générales du CAP et définissant les modalités d'évaluation"
    page = f"{ORDER}<p>{lead}arrêté du 17 juin 2003 {line}</p>"
    assert orders(page) == [("2004-05-03", None, None)]
    # a change of the diploma's own
    changed = f"{ORDER}<p>Arrêté du 8 juin 2010 modifiant les unités générales</p>"
    assert [order[0] for order in orders(changed)] == ["2004-05-03", "2010-06-08"]
    assert orders("<p>Arrêté du 3 mai 2004 définissant le CAP Vannerie</p>")[0][1] == "creation"


@pytest.mark.parametrize("head", ["Texte|Date|Objet", "Date|JO|Intitulé", "Date|Objet"])
@pytest.mark.parametrize("verb", ["Modifiant", "Complétant", "Abrogeant"])
def test_a_link_that_says_what_an_order_changes_is_that_orders(head: str, verb: str) -> None:
    address = "https://www.legifrance.gouv.fr/eli/arrete/{}/{}/jo/texte"
    links = [
        f"<a href={address.format('2004/5/3', 'MENE0400123A')}>Portant création du diplôme</a>",
        f"<a href={address.format('2010/6/5', 'MENE1000123A')}>{verb} l'arrêté du 3 mai 2004 "
        "portant création du CAP Vannerie</a>",
    ]
    rows = ""
    for date, link in zip(("3 mai 2004", "5 juin 2010"), links, strict=True):
        cells = {"Texte": "Arrêté", "Date": date, "JO": "2 juillet 2010"}
        rows += "<tr>" + "".join(f"<td>{cells.get(name, link)}" for name in head.split("|"))
    names = "".join(f"<th>{name}" for name in head.split("|"))
    assert [(date, nor) for date, _, nor in orders(f"<table><tr>{names}{rows}</table>")] == [
        ("2004-05-03", "MENE0400123A"), ("2010-06-05", "MENE1000123A"),
    ]  # fmt: skip


@pytest.mark.parametrize("subject", ["Modification de l'arrêté du 3 mai 2004", "Modification"])
@pytest.mark.parametrize("number", ["", "MENE0400123A"])
def test_the_number_of_a_row_is_not_that_of_the_order_it_changes(subject: str, number: str) -> None:
    rows = (
        ("Arrêté du 3 mai 2004", "Création du CAP Vannerie", number),
        ("Arrêté du 5 juin 2010", subject, "MENE1000123A"),
    )
    table = "".join("<tr><td>" + "<td>".join(row) for row in rows)
    assert orders(f"<table><tr><th>Date<th>Objet<th>NOR{table}</table>") == [
        ("2004-05-03", "creation", number or None), ("2010-06-05", "modification", "MENE1000123A"),
    ]  # fmt: skip


@pytest.mark.parametrize("does", ["portant création du CAP Vannerie", "relatif au CAP Vannerie"])
@pytest.mark.parametrize("own", ["", " (NOR MENE1012345A)", ", NOR : MENE1012345A,"])
def test_a_number_behind_a_changed_order_is_that_orders(does: str, own: str) -> None:
    changed = f"l'arrêté du 5 mai 2004 (NOR MENE0400123A) {does}"
    (order,) = orders(f"<p>Arrêté du 3 mai 2010{own} modifiant {changed}</p>")
    assert order == ("2010-05-03", "modification", "MENE1012345A" if own else None)


@pytest.mark.parametrize("first", ["Annexes", "Référentiel (PDF)", "Référentiel de certification"])
@pytest.mark.parametrize("counts", [(1, 1), (1, 2), (2, 2), (2, 3), (2, 1)])
def test_an_option_owns_the_whole_list_below_its_heading(
    first: str, counts: tuple[int, int]
) -> None:
    titles = (first, "Définition des épreuves", "Lexique")
    body = HEAD + ORDER + "<p><a href=v/c.pdf>Annexe commune</a></p>"
    for letter, count in zip("AB", counts, strict=True):
        items = "".join(
            f"<li><a href=v/{letter}{n}.pdf>{title}</a></li>"
            for n, title in enumerate(titles[:count])
        )
        body += (
            f"<h3>Option {letter} : {'osier' if letter == 'A' else 'rotin'}</h3><ul>{items}</ul>"
        )
    own = [sorted(d.url.rpartition("/")[2] for d in r.documents) for r in records(body)]
    assert own == [
        [f"{letter}{n}.pdf" for n in range(count)] + ["c.pdf"]
        for letter, count in zip("AB", counts, strict=True)
    ]


@pytest.mark.parametrize("letters", ["AB", "BA"])
@pytest.mark.parametrize("form", ["<ul><li>{}</li><li>{}</li></ul>", "<p>{}<br>{}</p>"])
def test_options_with_codes_stand_in_any_order(letters: str, form: str) -> None:
    lines = (f"Option {letter} - osier {letter} (500-2412{n})" for n, letter in enumerate(letters))
    read_records = records(HEAD + form.format(*lines) + ORDER)
    assert [r.code for r in read_records] == ["50024120", "50024121"]
    assert [r.title[-1] for r in read_records] == list(letters)


@pytest.mark.parametrize("head", ["Autres diplômes", "Voir aussi", "Diplômes du même secteur"])
def test_codes_of_diplomas_beside_do_not_hide_options(head: str) -> None:
    options = "<p>option A : osier<br>option B : rotin</p>"
    beside = f"<h4>{head}</h4><ul><li><a href=t.html>BTS Coiffure</a> - 32033607 T</li>"
    beside += "<li><a href=b.html>CAP Bronzier</a> - 50022349 V</li></ul>"
    found = [r.title for r in records(HEAD + options + ORDER + beside)]
    assert found == ["CAP Vannerie option A osier", "CAP Vannerie option B rotin"]


@pytest.mark.parametrize("words", ["Référentiel", "Annexes", "Règlement d'examen"])
def test_the_words_of_a_last_line_name_its_icon(words: str) -> None:
    lines = [f"{t} <a href=v/{n}.pdf><img src=i.gif alt=PDF></a>"
             for n, t in enumerate(("Lexique", "Savoirs associés", words))]  # fmt: skip
    body = f"<h3>Documents à télécharger</h3><p>{'<br>'.join(lines)}</p>"
    assert documents(body)[-1] == ("2.pdf", words)


def test_a_fiche_among_documents_is_a_number() -> None:
    fiche = "<a href='https://www.francecompetences.fr/recherche/rncp/38636/'>Fiche RNCP38636</a>"
    body = f"<h3>À télécharger</h3><p><a href=v/a.pdf>Annexes</a></p><ul><li>{fiche}</li></ul>"
    (only,) = records(HEAD + ORDER + body)
    assert (only.rncp_codes, len(only.documents)) == (("RNCP38636",), 1)


@pytest.mark.parametrize("repeal", ["<p>Abrogation : arrêté du 19 février 2024</p>", ""])
@pytest.mark.parametrize("words", ["Annexé à l'", "Référentiel fixé par l'"])
def test_a_cited_order_counts_beside_one_that_repeals(repeal: str, words: str) -> None:
    found = orders(f"<p>{words}<a href=v/arr.pdf>arrêté du 11 mars 1994</a></p>{repeal}")
    assert [o[0] for o in found] == ["1994-03-11", "2024-02-19"][: len(found)]
    assert len(found) == 1 + bool(repeal)


@pytest.mark.parametrize("name", ["C.A.P.", "CAP", "B.P.", "B.T.S.", "B.M.A."])
@pytest.mark.parametrize(
    ("words", "field"),
    [("Ce diplôme remplace le", "replaces"), ("Il est remplacé par le", "replaced_by"),
     ("Remplace le", "replaces")],
)  # fmt: skip
def test_the_stops_of_a_type_end_no_sentence(name: str, words: str, field: str) -> None:
    (only,) = records(f"{HEAD}{ORDER}<p>{words} {name} Osiériculture (500-24199 S).</p>")
    assert getattr(only, field) == ("50024199",)
    assert only.code is None


@pytest.mark.parametrize("and_another", [False, True])
@pytest.mark.parametrize("name", ["CAP Vannerie", "CAP Vannerie : osier", "BP Osier : rotin, jonc"])
def test_the_order_of_a_predecessor_in_its_bracket(name: str, and_another: bool) -> None:
    line = f"Remplace le {name} (50024199, arrêté du 2 juin 1995)"
    if and_another:
        line += " et le CAP Osier option C - rotin, jonc (50024198, arrêté du 2 juin 1995)"
    (only,) = records(f"{HEAD}{ORDER}<p>{line}.</p>")
    assert only.replaces == ("50024199", "50024198")[: 1 + and_another]
    assert [o.date for o in only.legal_texts] == ["2004-05-03"]


@pytest.mark.parametrize("tag", ["h2", "h4"])
@pytest.mark.parametrize(
    ("order", "code"),
    [
        ("Arrêté du 3 mai 2004", "50024123"),
        ("Arrêté du 3 mai 2004 portant création du CAP Vannerie", "50024123"),
        ("Arrêté du 3 mai 2004 créant le CAP Osiériculture", None),
    ],
)  # fmt: skip
def test_a_code_below_an_order(tag: str, order: str, code: str | None) -> None:
    line = "<p>Code 50024123 S. Diplôme délivré à compter de la session 2006.</p>"
    (only,) = records(f"{HEAD}<p>Remplace : 50024199</p><{tag}>{order}</{tag}>{line}")
    assert only.code == code


@pytest.mark.parametrize("value", ["500-24199 S", "50024199"])
@pytest.mark.parametrize(
    "form", ["<p><b>Diplôme précédent</b></p><p>{}</p>",
             "<div><div>Diplôme précédent</div><div>{}</div></div>"],
)  # fmt: skip
@pytest.mark.parametrize(
    "facts",
    [
        "<p><b>Code :</b> 50024123</p><p>Arrêté du 3 mai 2004</p>",
        "<p>Arrêté du 3 mai 2004 (JO du 9 mai 2004)</p><p>Code diplôme : 500-24123 S</p>",
        "<p>Code 500-24123 S. Première session en 2006.</p><p>Arrêté du 3 mai 2004</p>",
        "<table><tr><th>Code</th><th>RNCP</th></tr><tr><td>50024123 S</td><td>RNCP38565</td></tr>"
        "</table><p>Arrêté du 3 mai 2004</p>",
    ],
)
def test_what_follows_the_code_of_a_predecessor_is_the_diplomas(
    form: str, value: str, facts: str
) -> None:
    (only,) = records(HEAD + form.format(value) + facts)
    assert (only.replaces, only.code) == (("50024199",), "50024123")
    assert [o.date for o in only.legal_texts] == ["2004-05-03"]


@pytest.mark.parametrize("form", ["<p>{}</p><p>{}</p>", "<ul><li>{}</li><li>{}</li></ul>"])
@pytest.mark.parametrize("words", ["le diplôme de code 500-24199 S", "le 500-24199",
                                   "le CAP Osiériculture (50024199)"])  # fmt: skip
def test_a_predecessor_below_an_order_is_the_diplomas(form: str, words: str) -> None:
    body = "<h3>Documents</h3><p><a href=v/a.pdf>Annexes</a></p>"
    body += form.format("Arrêté du 3 mai 2004 – NOR MENE0412345A", f"Remplace {words}.")
    (only,) = records(HEAD + "<p>Code 500-24123</p>" + body)
    assert only.replaces == ("50024199",)


def test_a_format_tells_no_two_documents_apart() -> None:
    items = "".join(f"<li><a href=v/{n}.pdf>Repères (PDF)</a></li>" for n in "ab")
    assert documents(f"<ul>{items}</ul>") == [("a.pdf", "Repères"), ("b.pdf", "Repères")]
    items += "<li><a href=v/c.pdf>Repères</a></li>"
    assert [title for _, title in documents(f"<ul>{items}</ul>")] == ["Repères"] * 3
    items = "<li><a href=v/a.pdf>Repères (PDF)</a></li><li><a href=v/b.doc>Repères (Word)</a></li>"
    assert [title for _, title in documents(f"<ul>{items}</ul>")] != ["Repères", "Repères"]


@pytest.mark.parametrize("title", ["Annexes", "Référentiel", "Le référentiel", "Documents"])
@pytest.mark.parametrize("above", ["", "<h2>Arrêté</h2><p>Arrêté du 5 mai 2005</p>"])
def test_a_cell_beside_an_icon_names_its_file_and_is_no_label(title: str, above: str) -> None:
    row = "<tr><td><a href=v/{0}.pdf><img src=pdf.gif alt=''></a></td><td>{1}</td></tr>"
    rows = row.format("v1", title) + row.format("v2", "Grilles d'évaluation")
    named = [("v1.pdf", title), ("v2.pdf", "Grilles d'évaluation")]
    assert documents(f"{above}<table>{rows}</table>") == named
    assert documents(f"{above}<table>{row.format('v1', title)}</table>") == named[:1]


def test_a_label_beside_words_that_lead_to_a_file_stays_one() -> None:
    cells = "<td><a href=v/v1.pdf>Annexe I</a></td><td>Code</td><td>500-24220</td>"
    (only,) = records(f"{HEAD}{ORDER}<table><tr>{cells}</tr></table>")
    assert only.code == "50024220"


@pytest.mark.parametrize("text", ["Télécharger le référentiel", "Consulter les annexes"])
def test_words_that_open_a_named_file_name_it_before_its_icon(text: str) -> None:
    icon = "<a href=v/v1.pdf><img src=pdf.gif alt=PDF></a>"
    assert documents(f"<ul><li>{text} {icon}</li></ul>") == [("v1.pdf", text)]
    assert documents(f"<ul><li>Télécharger {icon}</li></ul>") == [("v1.pdf", "v1.pdf")]


@pytest.mark.parametrize("acronym", ["[VAN]", "(VAN)", "[Vannerie]"])
def test_an_order_about_the_name_without_its_acronym_is_the_own_one(acronym: str) -> None:
    head = f"<h1>CAP Vannerie ancienne {acronym}</h1>"
    order = "<p>L'arrêté du 3 mai 2004 portant création du CAP vannerie ancienne est abrogé.</p>"
    (only,) = records(f"{head}<p>Code : 500-24220</p>{order}")
    assert ([each.date for each in only.legal_texts], only.status) == (["2004-05-03"], "repealed")


@pytest.mark.parametrize("news", ["Actualités", "Nouveautés"])
@pytest.mark.parametrize("first", ["Arr. du 3-5-2004", "Arrêté du 3 mai 2004",
                                   "Arrêté n° 10-419 du 3 mai 2004"])  # fmt: skip
def test_a_list_of_orders_behind_one_of_news_is_the_diplomas(news: str, first: str) -> None:
    lines = "<li>En ligne : <a href=v/v1.pdf>Référentiel</a></li>"
    listed = f"<ul><li>{first}</li><li>modifié par arrêté du 5 juin 2006</li></ul>"
    found = orders(f"<p>Code : 500-24220</p><h3>{news}</h3><ul>{lines}</ul>{listed}")
    assert [date for date, *_ in found] == ["2004-05-03", "2006-06-05"]


@pytest.mark.parametrize("items", [
    "<li>CAP Boulanger : <a href=b.html>en ligne</a></li><li>Arrêté du 5 juin 2006</li>",
    "<li>CAP Boulanger</li></ul><ul><li>CAP Boulanger : arrêté du 5 juin 2006</li>",
])  # fmt: skip
def test_orders_in_news_are_not_the_diplomas(items: str) -> None:
    found = orders(f"{ORDER}<p>Code : 500-24220</p><h3>Actualités</h3><ul>{items}</ul>")
    assert [date for date, *_ in found] == ["2004-05-03"]


@pytest.mark.parametrize("menu", ["<nav>{}</nav>", "<div id=menu>{}</div>"])
@pytest.mark.parametrize("other", ["Liste des diplômes", "Retour à la liste", "Tous les diplômes"])
def test_files_in_a_menu_of_all_pages_are_the_diplomas(menu: str, other: str) -> None:
    links = [("index.html", "Accueil"), ("l.html", other), ("v/v1.pdf", "Annexes")]
    items = "".join(f"<li><a href={href}>{text}</a></li>" for href, text in links)
    body = menu.format(f"<ul>{items}</ul>")
    assert documents(f"<p>Code : 500-24220</p>{body}") == [("v1.pdf", "Annexes")]
    others = body.replace("index.html", "b.html").replace("Accueil", "CAP Boulanger")
    assert documents(f"<p>Code : 500-24220</p>{others}") == []


@pytest.mark.parametrize("icon", ["<img src=pdf.gif alt=pdf>", "<img src=pdf.gif>"])
@pytest.mark.parametrize(
    "label", ["Fichiers", "À télécharger", "Annexes", "Documents joints", "Téléchargement"]
)
def test_the_words_behind_an_icon_name_its_file_and_no_label_of_the_list(
    icon: str, label: str
) -> None:
    first, second = (f"<a href={name}.pdf>{icon}</a>" for name in "ab")
    found = documents(f"<p><b>{label}</b> : {first} Horaires<br>{second} Grilles</p>")
    assert found == [("a.pdf", "Horaires"), ("b.pdf", "Grilles")]


@pytest.mark.parametrize("behind", ["", " (2 pages)", " PDF - 2 Mo"])
def test_a_label_before_an_icon_alone_names_its_file(behind: str) -> None:
    icon = "<a href=a.pdf><img src=pdf.gif alt=pdf></a>"
    found = documents(f"<p><b>Règlement d'examen</b> : {icon}{behind}</p>")
    assert found == [("a.pdf", "Règlement d'examen")]


def test_words_between_two_icons_name_the_one_behind_them() -> None:
    icon = "<a href={}.pdf><img src=pdf.gif alt=PDF></a>"
    body = f"<p><span>Référentiel</span> {icon.format('a')} Annexes {icon.format('b')}</p>"
    assert documents(body) == [("a.pdf", "Référentiel"), ("b.pdf", "Annexes")]


def test_a_label_with_the_word_of_a_link_is_no_part_of_its_name() -> None:
    link = "<a href={}.pdf>télécharger</a>"
    found = documents(
        f"<p><b>À télécharger</b> : Horaires - {link.format('a')}<br>"
        f"Grilles - {link.format('b')}</p>"
    )
    assert found == [("a.pdf", "Horaires"), ("b.pdf", "Grilles")]


@pytest.mark.parametrize("head", ["", "<h2>Textes officiels</h2>"])
@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("Modifié le 25 avril 2013 par arrêté", ("2013-04-25", "modification", None)),
        ("Modifié le 25/04/2013 par un arrêté, NOR : MENE1348693A",
         ("2013-04-25", "modification", "MENE1348693A")),
        ("Modifié le <a href=/jo/a>25 avril 2013</a> par arrêté",
         ("2013-04-25", "modification", None)),
        ("Diplôme modifié le 25 avril 2013 par arrêté", ("2013-04-25", "modification", None)),
        ("Créé le 25 avril 2013 par arrêté", ("2013-04-25", "creation", None)),
        ("Abrogé le 25 avril 2013 par arrêté", ("2013-04-25", "repeal", None)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["<p>{}</p><p>{}</p>", "<ul><li>{}</li><li>{}</li></ul>",
                                  "<p>{}<br>{}</p>"])  # fmt: skip
def test_what_was_done_on_a_day_by_order(
    head: str, line: str, order: tuple[str, str, str | None], form: str
) -> None:
    first = "Arrêté du 3 mai 2004 (modification)"
    assert orders(head + form.format(first, line)) == [("2004-05-03", "modification", None), order]


def test_the_day_on_which_a_page_was_changed_is_no_order() -> None:
    found = orders("<p>Arrêté du 3 mai 2004</p><p>Modifié le 25 avril 2013</p>")
    assert found == [("2004-05-03", None, None)]


@pytest.mark.parametrize("names", ["", "<tr><th>Arrêté</th><th>Objet</th><th>NOR</th></tr>"])
@pytest.mark.parametrize("said", ["Modification du diplôme", "modification", "Arrêté modificatif"])
def test_a_cell_says_what_the_order_before_it_does(names: str, said: str) -> None:
    rows = "".join(
        f"<tr><td>Arrêté du 3 mai {year}</td><td>{does}</td><td>MENE{year[2:]}01234A</td></tr>"
        for year, does in (("2004", "création"), ("2006", said))
    )
    assert orders(f"<h2>Textes</h2><table>{names}{rows}</table>") == [
        ("2004-05-03", "creation", "MENE0401234A"),
        ("2006-05-03", "modification", "MENE0601234A"),
    ]


@pytest.mark.parametrize("above", ["", "<p><b>Références des textes</b></p>", "<p>Niveau : 3</p>"])
@pytest.mark.parametrize("head", ["Objet", "Portée", "Nature"])
@pytest.mark.parametrize("said", ["modification du diplôme", "Modification des annexes"])
def test_a_column_of_references_is_one_of_orders(above: str, head: str, said: str) -> None:
    table = (
        f"<table><tr><th>Référence</th><th>{head}</th><th>NOR</th></tr>"
        "<tr><td>Arrêté du 3 mai 2004</td><td>création</td><td>MENE0401234A</td></tr>"
        f"<tr><td>Arrêté du 5 juin 2006</td><td>{said}</td><td>MENE0601234A</td></tr></table>"
    )
    assert orders(above + table) == [
        ("2004-05-03", "creation", "MENE0401234A"),
        ("2006-06-05", "modification", "MENE0601234A"),
    ]


@pytest.mark.parametrize("date", ["3/5/2004", "<a href=arr.pdf>3 mai 2004</a>"])
@pytest.mark.parametrize("beside", ["", "&nbsp;"])
def test_a_date_below_orders_with_nothing_beside_it_is_one(date: str, beside: str) -> None:
    table = (
        "<table><tr><th>Arrêtés</th><th>Objet</th></tr>"
        f"<tr><td>{date}</td><td>{beside}</td></tr>"
        "<tr><td>5 juin 2006</td><td>modification</td></tr></table>"
    )
    assert orders(table) == [("2004-05-03", None, None), ("2006-06-05", "modification", None)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Se reporter à l'arrêté du 25 avril 2013.", ["2013-04-25"]),
        ("Se reporter à l'<a href=arr.pdf>arrêté du 25 avril 2013</a>. Le diplôme a été modifié "
         "par l'arrêté du 4 juin 2014.", ["2013-04-25", "2014-06-04"]),
        ("Arrêté du 3 mai 2004. Pour les dispenses, se reporter à l'arrêté du 25 avril 2013.",
         ["2004-05-03"]),
    ],
)  # fmt: skip
def test_the_order_that_a_page_refers_to_first_is_its_own(text: str, dates: list[str]) -> None:
    assert [date for date, _, _ in orders(f"<p>{text}</p>")] == dates


def test_the_label_of_a_further_order_in_a_row_says_nothing_of_the_one_before() -> None:
    row = (
        "<table><tr><th>Arrêté de création<td>Arrêté du 16 mai 1997"
        "<th>Arrêté de modification<td>Arrêté du 17 novembre 1999</table>"
    )
    assert orders(row) == [("1997-05-16", "creation", None), ("1999-11-17", "modification", None)]


@pytest.mark.parametrize("nor", ["MENE1514931A", "MEN E1514931 A", "MEN E 1514931 A"])
def test_a_sentence_ends_behind_the_letter_of_a_number(nor: str) -> None:
    text = (
        f"Le texte de référence est l'arrêté du 18/02/2015 - NOR {nor}. "
        "L'abrogation résulte de l'arrêté du 14/07/2022."
    )
    assert orders(f"<p>{text}</p>") == [
        ("2015-02-18", None, "MENE1514931A"),
        ("2022-07-14", "repeal", None),
    ]
