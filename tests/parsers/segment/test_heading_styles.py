"""How a page makes its headings: what its known labels have in common."""

import pytest

from parsers.formats.html import flatten
from parsers.segment import heading_styles
from parsers.segment.labels import split_blocks
from parsers.segment.pieces import Piece
from schema.lexicon import Lexicon
from tests.parsers.extract.pages import ORDER, record_of

LEXICON = Lexicon.packaged()
ACCESS, FURTHER = "Conditions d'accès", "Poursuite d'études"
LONG = "Après la classe de troisième. " * 5


def read(body: str) -> list[Piece]:
    return split_blocks(flatten(f"<body>{body}</body>").blocks, LEXICON)[0]


@pytest.mark.parametrize(
    ("body", "heads"),
    [
        # bold lines are headings here, since known labels are
        (f"<p><b>{ACCESS}</b></p><p>Un.</p><p><b>{FURTHER}</b></p><p>Deux.</p><p><b>Vie</b></p>",
         ["Vie"]),
        # plain ones are not
        (f"<p><b>{ACCESS}</b></p><p>Un.</p><p>Vie</p>", []),
        # nor what ends like a sentence or a list
        (f"<p><b>{ACCESS}</b></p><p>Un.</p><p><b>Vie.</b></p><p><b>Vie ;</b></p>", []),
        # capitals, once two labels are in capitals
        ("<p>CONDITIONS D'ACCÈS</p><p>Un.</p><p>POURSUITE D'ÉTUDES</p><p>Deux.</p><p>VIE LIBRE</p>",
         ["VIE LIBRE"]),
        ("<p>CONDITIONS D'ACCÈS</p><p>Un.</p><p>VIE LIBRE</p>", []),
        # set-off words in the paragraph that they head
        (f"<p><b>{ACCESS} :</b> Un.</p><p><b>{FURTHER} :</b> Deux.</p><p><b>Vie</b> Trois.</p>",
         ["Vie Trois."]),
        # the same words above a list, alone in their paragraph
        (f"<p><b>{ACCESS} :</b> Un.</p><p><b>{FURTHER} :</b> Deux.</p><p><b>Vie :</b></p>",
         ["Vie :"]),
        # set off around the element that holds all texts, as word processors write it
        (f"<p><b><span>{ACCESS}</span></b></p><p><span>{LONG}</span></p>"
         "<p><b><span>Vie</span></b></p><p><span>Vie</span></p>", ["Vie"]),
    ],
)  # fmt: skip
def test_lines_made_like_labels_act_as_headings(body: str, heads: list[str]) -> None:
    result = read(body)
    styles = heading_styles.label_styles(result) | heading_styles.extra_styles(result)
    acting = [
        p.text for p in result
        if p.entry is None and heading_styles.acts_as_heading(p, styles, False, False)
    ]  # fmt: skip
    assert acting == heads


def test_a_making_that_long_texts_share_is_no_heading_s() -> None:
    long = "x" * 121
    assert heading_styles.label_styles(read(f"<p><b>{ACCESS}</b></p><p>Un.</p>"))
    assert not heading_styles.label_styles(read(f"<p><b>{ACCESS}</b></p><p><b>{long}</b></p>"))


@pytest.mark.parametrize(
    ("body", "style"),
    [
        (f"<h2>{ACCESS}</h2><p>Un.</p><h2>{FURTHER}</h2>", "h2"),
        (f"<h2>{ACCESS}</h2><p>Un.</p><h3>{FURTHER}</h3>", None),
        (f"<h2>{ACCESS}</h2><p>Un.</p><h2>{ACCESS}</h2>", None),  # one field twice is no habit
        ("<p>x</p>", None),
    ],
)
def test_the_dominant_style_is_that_of_two_fields_at_least(body: str, style: str | None) -> None:
    assert heading_styles.dominant_style(read(body)) == style


@pytest.mark.parametrize(
    ("form", "ends"),
    [
        ("<p><b>{} :</b> {}</p>", True),
        ("<p><b>{}.</b> {}</p>", True),
        ("<p><b>{}</b> : {}</p>", True),
        ("<p><font size=4><b>{}</b></font><br>{}</p>", True),
        ("<p><u>{}</u> :</p><p>{}</p>", True),
        # an emphasis in a text, and a section with a heading of its own
        ("<p><b>{}</b> {}</p>", False),
        ("<h3>{}</h3><p>{}</p>", False),
    ],
)
def test_a_text_ends_where_a_paragraph_begins_as_its_own_heading_does(
    form: str, ends: bool
) -> None:
    first = form if ends else "<p><b>{} :</b> {}</p>" if "h3" not in form else form
    second = form if ends else "<p><b>{}</b> {}</p>"
    body = first.format(ACCESS, "Après la troisième.") + second.format("Vie de la classe", "Deux.")
    text = record_of(f"{ORDER}{body}").access or ""
    assert text.startswith("Après la troisième.")
    assert ("Deux" in text) != ends


@pytest.mark.parametrize(
    ("body", "access"),
    [
        # items that begin as that of the section does are sections of their list
        ("<ul><li><b>Accès :</b> Sur dossier.</li><li><b>Vie libre</b> Un foyer.</li></ul>",
         "Sur dossier."),
        ("<ul><li><b>Accès</b><ul><li>Après la 3e.</li></ul></li>"
         "<li><b>Vie libre</b><ul><li>Un foyer.</li></ul></li></ul>", "- Après la 3e."),
        # items of a list inside the section are not
        ("<ul><li><b>Accès</b> Deux voies :<ul><li><b>Scolaire</b> après la 3e</li></ul></li></ul>",
         "Deux voies :\n\n- Scolaire après la 3e"),
        # a plain line is no heading where all labels made like it are set off
        ("<p class=t><b><span>Accès</span></b></p><p class=t><span>Sont admis :</span></p>"
         "<p class=t><span>les élèves de 3e.</span></p>", "Sont admis :\n\nles élèves de 3e."),
        # nor where the label made so repeats the heading above it
        ("<h3>Accès</h3><p>On accueille :</p><ul><li>des élèves</li></ul>"
         "<h3>Débouchés professionnels</h3><p>Métiers visés :</p><ul><li>vannier</li></ul>",
         "On accueille :\n\n- des élèves"),
    ],
)  # fmt: skip
def test_what_is_made_as_labels_are_and_what_is_not(body: str, access: str) -> None:
    assert record_of(f"{ORDER}{body}").access == access


def test_a_heading_above_sections_has_no_text_of_its_own() -> None:
    below = "<h3>Emploi du temps</h3><p>Deux jours.</p><h3>Accès</h3><p>Après la 3e.</p>"
    record = record_of(f"{ORDER}<h2>Description de la formation</h2>{below}")
    assert (record.description, record.access) == (None, "Après la 3e.")
    kept = record_of(
        f"{ORDER}<h2>Description de la formation</h2><h3>Le vannier</h3><p>Il tresse l'osier.</p>"
    )
    assert kept.description == "Le vannier\n\nIl tresse l'osier."


def test_below_names_of_columns_each_text_is_its_columns() -> None:
    names = "<tr><th>Métiers<th>Poursuite d'études<th>Accès</tr>"
    cells = "<tr><td><p>Métiers visés :</p><ul><li>vannier</ul><td><p>Un BP.<td><p>La 3e."
    record = record_of(f"{ORDER}<table>{names}{cells}</table>")
    assert [trade.label for trade in record.trades] == ["vannier"]
    assert (record.further_study, record.access) == ("Un BP.", "La 3e.")


@pytest.mark.parametrize("mark", ["<p><b>{}</b> {}</p>", "<p>{} : {}</p>", "<p><b>{} :</b> {}</p>"])
def test_a_label_may_hold_a_colon(mark: str) -> None:
    label = "Après le diplôme : poursuivre ses études"
    assert record_of(ORDER + mark.format(label, "Un BP est possible.")).further_study == (
        "Un BP est possible."
    )
    plain = record_of(ORDER + mark.format("Après le diplôme", "Suivre : un BP."))
    assert plain.further_study == "Suivre : un BP."


def test_an_order_is_no_description() -> None:
    order = "Arrêté du 3 mai 2004 portant définition du diplôme"
    assert record_of(f"<dl><dt>Définition<dd>{order}</dl>").description is None
    told = f"<dl><dt>Définition<dd>Le vannier tresse l'osier. {order}.</dl>"
    assert (record_of(told).description or "").startswith("Le vannier tresse")


_LED = "<p>{}</p><ul><li>par l'apprentissage ;</li><li>en formation continue.</li></ul>"
_LINES = "\n\n- par l'apprentissage ;\n\n- en formation continue."


@pytest.mark.parametrize(
    "other",
    [
        "<nav><p>Sommaire</p><ul><li><a href=#a>Accès</a></ul></nav>",
        "<h2>Documents</h2><p>Annexes</p><ul><li><a href=a.pdf>Annexe I</a></ul>",
        f"<h2>{FURTHER}</h2><p>Un BP.</p><p>Exemples de formations poursuivies :</p>"
        "<ul><li>BP Vannier</ul>",
    ],
)
@pytest.mark.parametrize("head", ["<h2>{}</h2>", "<p><b>{}</b></p>"])
def test_a_plain_line_above_a_list_goes_on_with_its_text(other: str, head: str) -> None:
    """Whatever else is made as the line is: a label of another section, the table of contents."""
    led = "L'inscription se fait :"
    below = f"{head.format(ACCESS)}<p>Un entretien suffit.</p>{_LED.format(led)}"
    for body in (other + below, below + other):
        assert record_of(ORDER + body).access == f"Un entretien suffit.\n\n{led}{_LINES}"
    only = record_of(f"{ORDER}{other}{head.format(ACCESS)}{_LED.format(led)}")
    assert only.access == f"{led}{_LINES}"


@pytest.mark.parametrize("lead", ["Le diplôme se prépare :", "Ce diplôme peut se préparer :"])
def test_how_a_diploma_is_prepared_is_no_duration(lead: str) -> None:
    record = record_of(f"{ORDER}<h2>{ACCESS}</h2>{_LED.format(lead)}")
    assert (record.access, record.duration_months) == (f"{lead}{_LINES}", None)
    stated = record_of(f"{ORDER}<h2>{ACCESS}</h2><p>La 3e.</p><p>Il se prépare en : 2 ans</p>")
    assert stated.duration_months == 24


def test_a_line_above_a_list_is_a_heading_where_labels_of_texts_are_made_so() -> None:
    """Or where it is the name of a section of no field."""
    plain = "<p class=t>{} :</p><p>La 3e.</p><p class=t>Nos partenaires :</p><ul><li>Un</ul>"
    assert record_of(ORDER + plain.format(ACCESS)).access == "La 3e."
    named = f"<h2>{ACCESS}</h2><p>La 3e.</p><p>Emploi du temps :</p><ul><li>deux jours</ul>"
    assert record_of(f"{ORDER}<p>Sommaire</p>{named}").access == "La 3e."


@pytest.mark.parametrize("last", ["Annexes : <a href=b.pdf>Télécharger</a>", "Annexes – {}"])
def test_below_an_item_no_heading_stands(last: str) -> None:
    """The last file of a list may be called as a label of files."""
    last = last.format("<a href=b.pdf>PDF</a>")
    files = f"<dl><dt>Documents<dd><ul><li><a href=a.pdf>Règlement</a><li>{last}</ul></dl>"
    news = "<div><h3>{}</h3><ul><li><a href=/actualites/12>Un salon à Lyon</a></ul></div>"
    for name in ("Actualité pédagogique", "En ce moment au lycée"):
        record = record_of(f"{ORDER}{files}{news.format(name)}")
        assert [each.url for each in record.documents] == ["a.pdf", "b.pdf"]


_WORK = "Le CAP est un diplôme professionnel qui se prépare en deux ans au lycée."


@pytest.mark.parametrize("name", ["Champ d'activité", "2. Champ d'activité", "Champs d’activité"])
@pytest.mark.parametrize("head", ["<h2>{}</h2>", "<p><b>{}</b></p>"])
@pytest.mark.parametrize("above", ["", "<p>Secteur : Arts appliqués</p>"])
def test_a_field_of_work_above_a_text_is_a_description(name: str, head: str, above: str) -> None:
    body = f"{ORDER}{above}<h2>Accès</h2><p>La 3e.</p>{head.format(name)}"
    assert record_of(f"{body}<p>{_WORK}</p>").description == _WORK
    led = record_of(f"{body}<p>Ses missions :</p><ul><li>tresser</li></ul>")
    assert led.description == "Ses missions :\n\n- tresser"
    short = record_of(f"{ORDER}{head.format(name)}<p>Arts appliqués</p>")
    assert (short.description, short.sector) == (None, "Arts appliqués")


@pytest.mark.parametrize(
    "form", ["<fieldset><legend>{}</legend><p>{}</p></fieldset>", "<dl><dt>{}</dt><dd>{}</dd></dl>"]
)
@pytest.mark.parametrize("label", ["Remplace le code", "Remplacé par le diplôme"])
def test_a_text_behind_the_code_of_another_diploma_is_the_pages(form: str, label: str) -> None:
    other = f"<h3>Code</h3><p>500-23438</p><h3>{label}</h3><p>500-23404</p>"
    record = record_of(ORDER + other + form.format(ACCESS, "La 3e."))
    assert (record.access, record.code) == ("La 3e.", "50023438")
