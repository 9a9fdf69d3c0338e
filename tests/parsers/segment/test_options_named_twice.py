"""Options that are named below the title and again above their files, in other words or by letter.

All pages are mock-ups.
"""

from itertools import product

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

ORDER = "<p>Arrêté du 17 juin 2003</p>"
TITLE = "<h1>CAP Vannerie</h1>"


def records(body: str) -> list[Referential]:
    page = f"<html><body>{body}</body></html>".encode()
    document = Document(page, "https://x.invalid/c1.html", "text/html")
    return [each.record for each in read(document, Lexicon.packaged()).records]


def files(record: Referential) -> list[str]:
    return [each.url.rpartition("/")[2] for each in record.documents]


def part(head: str, name: str) -> str:
    return f'{head}<p><a href="v/{name}1.pdf">Annexe I</a><br><a href="v/{name}2.pdf">Annexe II</a>'


NAMED = (
    "<p><b>Option osier (500-22434 V)</b></p><p><b>Option rotin (500-22435 V)</b></p>",
    "<p>option osier (code 500-22434 V)</p><p>option rotin (code 500-22435 V)</p>",
    "<h3>option osier (50022434)</h3><h3>option rotin (50022435)</h3>",
)
HEADS = ("<h4>{}</h4>", "<p><strong>{}</strong></p>", "<h4><u>{} :</u></h4>")


@pytest.mark.parametrize(("named", "head"), [*product(NAMED, HEADS)])
def test_files_below_the_second_name_are_of_their_option(named: str, head: str) -> None:
    parts = part(head.format("Option osier"), "o") + part(head.format("Option rotin"), "r")
    for before, common in product(("", "<h3>Annexes</h3>"), ("", "Annexes communes aux options")):
        last = head.format(common) + '<p><a href="v/c.pdf">Annexe V</a></p>' if common else ""
        found = records(f"{TITLE}{named}{ORDER}{before}{parts}{last}")
        assert [each.code for each in found] == ["50022434", "50022435"]
        assert [each.name for each in found] == ["Vannerie option osier", "Vannerie option rotin"]
        shared = ["c.pdf"] if common else []
        assert [files(each) for each in found] == [
            ["o1.pdf", "o2.pdf", *shared],
            ["r1.pdf", "r2.pdf", *shared],
        ]
        assert all(each.legal_texts for each in found)


@pytest.mark.parametrize(
    ("mark", "bullet", "head"), [*product((" - ", " : ", "&nbsp;: "), ("", "&middot; "), HEADS)]
)
def test_a_letter_alone_above_files_takes_the_name_from_above(
    mark: str, bullet: str, head: str
) -> None:
    lines = [f"{bullet}option A{mark}Osier, jonc et rotin", f"{bullet}option B{mark}Rotin"]
    parts = part(head.format("Option A"), "a") + part(head.format("Option B : Rotin"), "b")
    found = records(f"{TITLE}<p>{'<br>'.join(lines)}</p>{ORDER}{parts}")
    assert [each.name for each in found] == [
        "Vannerie option A Osier, jonc et rotin",
        "Vannerie option B Rotin",
    ]
    assert [files(each) for each in found] == [["a1.pdf", "a2.pdf"], ["b1.pdf", "b2.pdf"]]


def test_a_letter_with_another_name_is_no_second_name() -> None:
    """Nothing is chosen among two names of one letter."""
    lines = "<p>option A - Osier<br>option B - Rotin</p>"
    parts = part("<h4>Option A : Jonc</h4>", "a") + part("<h4>Option B : Rotin</h4>", "b")
    found = records(f"{TITLE}{lines}{ORDER}{parts}")
    assert "Vannerie option A Osier" not in [each.name for each in found]


@pytest.mark.parametrize("code", ["({})", "- {}", ", code {}"])
@pytest.mark.parametrize(
    "tag", ["<h1>CAP<br>Vannerie<br>{}<br>{}</h1>", "<h1>CAP Vannerie {} {}</h1>"]
)
def test_codes_of_the_options_of_a_title(tag: str, code: str) -> None:
    options = ("option A - Osier ", "OPTION B - Rotin ")
    codes = map(code.format, ("500-22434 V", "50022435"))
    found = records(tag.format(*(a + b for a, b in zip(options, codes, strict=True))) + ORDER)
    assert [each.code for each in found] == ["50022434", "50022435"]
    assert [each.name for each in found] == ["Vannerie option A Osier", "Vannerie option B Rotin"]
    assert not [each for record in found for each in record.issues if each.field == "code"]


LEADS = ("Annexes {} :", "Annexes de l'{} -", "{} :", "Référentiel ({}) :")


@pytest.mark.parametrize(("lead", "between"), [*product(LEADS, ("<br>", "</p><p>", "</p>\n<p>"))])
def test_lines_of_links_are_of_the_option_that_their_words_name(lead: str, between: str) -> None:
    for names in (("option osier", "option rotin"), ("option A", "option B")):
        named = "<p>option A osier (500-22434)<br>option B rotin (500-22435)</p>"
        links = [
            f'{lead.format(name)} <a href="v/{name[-1]}1.pdf">I</a> | '
            f'<a href="v/{name[-1]}2.pdf">II</a>'
            for name in names
        ]
        common = 'Annexes communes : <a href="v/c.pdf">V</a>'
        found = records(f"{TITLE}{named}{ORDER}<p>{between.join([*links, common])}</p>")
        ends = [name[-1] for name in names]
        assert [files(each) for each in found] == [
            [f"{end}1.pdf", f"{end}2.pdf", "c.pdf"] for end in ends
        ], (names, lead)


def test_a_line_that_names_both_options_or_none_is_of_both() -> None:
    named = "<p>option A osier (500-22434)<br>option B rotin (500-22435)</p>"
    for lead in ("Annexes des options A et B :", "Annexes :", "Options osier et rotin :"):
        found = records(f'{TITLE}{named}{ORDER}<p>{lead} <a href="v/1.pdf">I</a></p>')
        assert [files(each) for each in found] == [["1.pdf"], ["1.pdf"]], lead


def test_a_sentence_about_each_option_is_no_option() -> None:
    said = "<p>Option préparée par la voie scolaire et par l'apprentissage.</p>"
    found = records(f"{TITLE}{ORDER}<p>Option A Osier</p>{said}<p>Option B Rotin</p>{said}")
    assert [each.name for each in found] == ["Vannerie option A Osier", "Vannerie option B Rotin"]


@pytest.mark.parametrize("options", ["<ul><li>{}</li><li>{}</li></ul>", "{}<br>{}", "<p>{}<p>{}"])
def test_the_label_of_the_next_row_is_no_option(options: str) -> None:
    """The label *Options* stands in the first row, where names of columns may stand too."""
    value = options.format("Option A Osier", "Option B Rotin")
    rows = (("Options", value), ("Examen", "Arrêté du 17 juin 2003"))
    table = "".join(f"<tr><td><b>{a}</b></td><td>{b}</td></tr>" for a, b in rows)
    found = records(f"{TITLE}<table>{table}</table>")
    assert [each.name for each in found] == ["Vannerie option A Osier", "Vannerie option B Rotin"]


@pytest.mark.parametrize("between", ["<br>", "</p><p>"])
@pytest.mark.parametrize("code", [" (code 500-22339 V)", " : 500-22339 V", ""])
def test_letters_in_front_of_a_bracket(between: str, code: str) -> None:
    lines = f"A) osier{code}{between}B) rotin{code.replace('339', '343')}"
    found = records(f"{TITLE}{ORDER}<h3>Options du diplôme</h3><p>{lines}</p>")
    assert [each.name for each in found] == ["Vannerie option A osier", "Vannerie option B rotin"]
    assert [each.code for each in found] == (["50022339", "50022343"] if code else [None, None])


@pytest.mark.parametrize("head", ["<p><b>{}</b></p>", "<h3>{}</h3>", "<p><strong>{}</strong><p>"])
def test_the_label_of_an_option_with_its_name_heads_its_files(head: str) -> None:
    """*Option : osier (500-22434)*, in other forms below each."""
    osier = '<ul><li><a href="v/o.pdf">Référentiel</a></li></ul>'
    rotin = '<p><a href="v/r.pdf">Référentiel</a></p>'
    options = head.format("Option : osier (500-22434 V)") + osier
    options += head.format("Option : rotin (500-22435)") + rotin
    found = records(f"{TITLE}{ORDER}{options}<p>Première session : 2005</p>")
    assert [files(each) for each in found] == [["o.pdf"], ["r.pdf"]]
    assert [each.first_session for each in found] == [2005, 2005]


def test_files_named_alike_are_of_the_last_option() -> None:
    """What stands below it in other words: of it by the files' names, of all by none."""
    for end, own in (("b", True), ("c", False), ("", False)):
        last = f'<p><a href="v/rgt{"_" if end else ""}{end}.pdf">Règlement d\'examen</a></p>'
        parts = [
            f'<h4>Option {name} : {number}</h4><p><a href="v/a1_{mark}.pdf">Référentiel</a></p>'
            for name, number, mark in (("A osier", "50022434", "a"), ("B rotin", "50022435", "b"))
        ]
        found = records(f"{TITLE}{ORDER}{''.join(parts)}{last}")
        assert [len(each.documents) for each in found] == ([1, 2] if own else [2, 2]), last


@pytest.mark.parametrize(
    "said",
    [
        "<p>Niveau : 3 - La première session d'examen a eu lieu en 2003</p>",
        "<p>Diplôme défini par l'arrêté du 17 juin 2003.</p><p>À partir de 2007 | En vigueur</p>",
        "<p>Référence : Arrêté du 17 juin 2003 modifié par l'arrêté du 3 mai 2010</p>",
        "<p><b>Arrêté de création :</b> 17 juin 2003<br>NOR MENE0301234A</p><p>Niveau : 3</p>",
        "<p>La première session du diplôme aura lieu en 2003.</p>",
    ],
)
def test_what_makes_the_diploma_below_the_last_option_is_of_all(said: str) -> None:
    parts = part("<h3>Option A osier : 500-22434 V</h3>", "a")
    parts += part("<h3>Option B rotin : 500-22435</h3>", "b") + "</p><ul><li>x</li></ul>"
    found = records(f"{TITLE}{parts}{said}")
    facts = [
        ([text.date for text in each.legal_texts], each.first_session, each.status)
        for each in found
    ]
    assert facts[0] == facts[1] != ([], None, "unknown")


@pytest.mark.parametrize(
    "subject",
    [
        "Diplôme comportant trois",
        "Ce diplôme comporte trois",
        "Brevet proposant trois",
        "CAP offrant",
    ],
)
def test_a_sentence_names_options_by_letters(subject: str) -> None:
    found = records(f"{TITLE}{ORDER}<p>{subject} options : A - osier ; B - rotin ; C - jonc.</p>")
    names = [f"Vannerie option {each}" for each in ("A osier", "B rotin", "C jonc")]
    assert [each.name for each in found] == names


def test_the_first_line_of_a_value_is_as_much_an_option_as_the_others() -> None:
    """All of its lines are diplomas, or none is and an issue says so."""
    values = "<span>osier<br>rotin<br>paille</span>"
    found = records(f"{TITLE}{ORDER}<div><span>Options du diplôme</span> {values}</div>")
    assert len(found) in {1, 3}
    assert len(found) == 3 or any(remark.value for remark in found[0].issues)


FORMS = [
    (
        '<p><a href="v/a.pdf">Annexes option A</a></p>',
        '<ul><li><a href="v/b.pdf">Référentiel option B</a></li></ul>',
    ),
    (
        '<ul><li><a href="v/a.pdf">Référentiel de l\'option A</a></li></ul>',
        '<p><a href="v/b.pdf">Annexes option B</a></p>',
    ),
]
STATUS = "<p><b>Statut :</b> {}</p>"


@pytest.mark.parametrize(
    ("below", "status", "first", "rncp", "common"),
    [
        (STATUS.format("En vigueur"), ["in_force"] * 2, None, (), []),
        ("<p><b>Niveau :</b> V</p>" + STATUS.format("Abrogé"), ["repealed"] * 2, None, (), []),
        # of each option one
        (STATUS.format("Abrogé"), ["in_force", "repealed"], None, (), []),
        ("<p><b>Code RNCP :</b> RNCP35640</p><p><b>Première session :</b> 2005</p><ul><li>"
         "<a href=v/c.pdf>Annexe I - Référentiels</a></li></ul>",
         ["unknown"] * 2, 2005, ("RNCP35640",), ["c.pdf"]),
        ("<p><b>Niveau :</b> V</p><p><b>Télécharger</b></p><p><a href=v/c.pdf>Annexe I</a></p>",
         ["unknown"] * 2, None, (), ["c.pdf"]),
        ("<p><a href=v/c.pdf>Annexes</a></p><p>Arrêté du 12 janvier 1999</p>",
         ["unknown"] * 2, None, (), ["c.pdf"]),
    ],
)  # fmt: skip
def test_what_follows_the_last_options_file_is_of_all(
    below: str, status: list[str], first: int | None, rncp: tuple[str, ...], common: list[str]
) -> None:
    """A file in a paragraph and one in a list are of one form."""
    for a, b in FORMS:
        own = STATUS.format("En vigueur") if "in_force" in status and "repealed" in status else ""
        body = f"<h3>Option A osier</h3>{a}{own}<h3>Option B rotin</h3>{b}{below}"
        found = records(f"{TITLE}{ORDER}{body}")
        assert [each.status for each in found] == status
        assert [(each.first_session, each.rncp_codes) for each in found] == [(first, rncp)] * 2
        assert [files(each) for each in found] == [["a.pdf", *common], ["b.pdf", *common]]


def test_a_state_below_options_of_two_forms_is_of_all() -> None:
    a = "<table><tr><td>Code</td><td>50022434</td></tr></table><p><a href=v/a.pdf>Annexes</a></p>"
    b = "<ul><li>Code : 50022435</li></ul><p><a href=v/b.pdf>Annexes</a></p>"
    state = "<table><tr><td>Situation</td><td>{}</td></tr></table>"
    session = "<table><tr><td>Dernière session</td><td>2025</td></tr></table>"
    for own, states in (
        ("", ["repealed"] * 2),
        (state.format("En vigueur"), ["in_force", "repealed"]),
    ):
        options = f"<h3>Option A osier</h3>{a}{own}<h3>Option B rotin</h3>{b}"
        found = records(f"{TITLE}{ORDER}{options}{state.format('Abrogé')}{session}")
        assert [each.status for each in found] == states
        assert [each.last_session for each in found] == [2025, 2025]


def test_a_long_name_of_a_file_is_no_text_of_an_option() -> None:
    names = [
        "osier et autres brins tressés à la main",
        "rotin et autres lianes exotiques refendues",
    ]
    link = '<p><a href="v/{}.pdf">Référentiel option {}</a></p>'
    parts = [f"<h3>Option {name}</h3>{link.format(name[0], name)}" for name in names]
    common = "<h2>À lire</h2><p><a href=v/c.pdf>Référentiel du diplôme</a></p>"
    found = records(f"{TITLE}{ORDER}{''.join(parts)}{common}")
    assert [files(each) for each in found] == [["o.pdf", "c.pdf"], ["r.pdf", "c.pdf"]]


def test_files_below_a_code_in_lines_alone_are_of_all() -> None:
    """Lines without elements of their own stand in no box of the page for each option."""
    body = (
        "<b>CAP Vannerie</b><br><br><b>Option osier</b><br>Code : 50022434<br><br>"
        "<b>Option rotin</b><br>Code : 50022435<br><br><b>Documents</b><br>Annexes "
        "<a href=v/c.pdf>[PDF]</a><br><br>"
    )
    assert [files(each) for each in records(body)] == [["c.pdf"], ["c.pdf"]]


def test_documents_in_lines_alone_stand_in_the_order_of_the_page() -> None:
    body = (
        "<b>CAP Vannerie</b><br><br>Arrêté du 17 juin 2003<br><br><b>Annexes</b><br>"
        "<a href=v/c.pdf>Référentiel</a><br><br><b>Option A : osier</b><br><a href=v/a.pdf>"
        "Annexes option A</a><br><br><b>Option B : rotin</b><br><a href=v/b.pdf>Annexes option B"
        "</a>"
    )
    assert [files(each) for each in records(body)] == [["c.pdf", "a.pdf"], ["c.pdf", "b.pdf"]]


@pytest.mark.parametrize("level", ["", "<tr><td><b>Niveau</b></td><td>IV</td></tr>"])
def test_a_level_below_the_first_option_leaves_the_session_below_the_last_to_all(
    level: str,
) -> None:
    row = "<tr><td><b>{}</b></td><td>{}</td></tr>"
    options = [row.format("OPTION OSIER", "50022434"), row.format("OPTION ROTIN", "50022435")]
    rows = options[0] + level + options[1] + row.format("1re session", "2005")
    found = records(f"{TITLE}{ORDER}<table>{rows}</table>")
    assert [each.first_session for each in found] == [2005, 2005]
