"""Boilerplate and content: each way in which boilerplate is made, and what is content after all."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.formats.boilerplate import Page, is_boilerplate, is_boilerplate_line, is_content
from parsers.formats.html import flatten
from schema.lexicon import Lexicon
from tests.parsers.extract.pages import record_of

FILE = "<a href=b224/annexe1.pdf>Annexe I</a>"
LINKS = "<a href=b1.html>CAP</a><a href=b2.html>BP</a>"
HOME = "<a href=index.html>Accueil</a><a href=l.html>Liste des diplômes</a><a href=/>Retour</a>"
ORDER = "Arrêté du 3 mai 2004"
LEXICON = Lexicon.packaged()
DIPLOMA = "<h1>CAP boulanger</h1>"
CODE = "<dt>Code<dd>500-22434 V"
RNCP = "<dt>RNCP<dd><a href=https://www.francecompetences.fr/recherche/rncp/37919/>RNCP37919</a>"


def element(html: str) -> LexborNode:
    """The first element of a body."""
    node = LexborHTMLParser(f"<body>{html}").css_first("body > *")
    assert node is not None
    return node


BOILERPLATE = [
    "<nav>x", "<aside>x", "<footer>x", "<header>x", "<script>x</script>", "<noscript>x",
    "<div role=navigation>x", "<div role=banner>x", "<div class=breadcrumb>x", "<div id=menu>x",
    "<div class='fil-d-ariane'>x", "<div class=piedPage>x", "<ul class=cookie-consent><li>x",
    "<div class='voir_aussi'>x", "<form><input><button>ok", "<del>Durée : 3 ans</del>",
    "<div style='mso-element:footer'>x", "<p class=footer>x", "<p class=pied>x",
    "<p class=MsoFooter>x",
    "<address>x",
]  # fmt: skip
OWN = [
    "<main>x", "<p class=menu>x", "<p class='pied texte'>x", "<h2 class=menu>x", "<div>x",
    "<div class=content-menu>x",
    "<div class=card-header>x", "<div class=tab-pane>x", f"<div class=header>{DIPLOMA}",
    f"<form>{DIPLOMA}", "<form><p><b>CAP boulanger</b>", "<form><h2>CAP<br>Boulanger</h2>",
    "<div role=tablist><div role=tabpanel>x</div></div>", "<div class=menuisier>x",
]  # fmt: skip


@pytest.mark.parametrize("html", BOILERPLATE)
def test_boilerplate_is_known_by_tag_role_class_and_style(html: str) -> None:
    node = element(html)
    assert is_boilerplate(node, node.tag or "", node.attributes)


@pytest.mark.parametrize("html", OWN)
def test_what_is_made_like_content_is_no_boilerplate(html: str) -> None:
    node = element(html)
    assert not is_boilerplate(node, node.tag or "", node.attributes)


@pytest.mark.parametrize(
    ("html", "is_kept"),
    [
        (f"<aside>{FILE}", True),
        (f"<nav>{FILE}{LINKS}", False),  # more pages than files
        (f"<nav>{FILE}<a href=b1.html>CAP</a>", True),  # as many
        (f"<div class=menu>{LINKS}", False),
        (f"<nav>{HOME}{FILE}", True),  # pages that all pages lead to
        (f"<div id=menu>{HOME}{FILE}", True),
        (f"<nav>{HOME}{LINKS}{FILE}", False),
        (f"<nav>{HOME}<a href=plan.pdf>Plan d'accès</a>", False),
        ("<aside><a href=https://autre.example/plaquette.pdf>Plaquette</a>", False),
        ("<aside><a href=https://autre.example/a.pdf>Arrêté</a>", True),
        (f"<aside>{ORDER}", True),
        ("<div role=alert>Diplôme abrogé à la session 2020", True),
        ("<div role=alert>Cette spécialité est actuellement en vigueur", True),
        ("<div role=alert>Cette certification est en vigueur", True),
        ("<div role=status>Certification en vigueur", True),
        ("<div role=alert>Mention complémentaire en vigueur", True),
        ("<div role=alert>Successeur : CAP Vannier de la terre et du bois (500 22133)", True),
        ("<div role=alert>Nos horaires en vigueur", False),
        ("<div role=alert>Remplace le CAP vannier (500-22133)", True),
        ("<div role=alert>Diplôme précédent : 500-22133", True),
        ("<div role=alert>Ce diplôme se substitue au CAP vannier", True),
        ("<div role=alert>Le nouveau site est en ligne", False),
        ("<div role=alert>Abrogé par <a href=b1.html>un autre</a>", True),
        (f"<aside>{ORDER}<a href=b1.html>CAP</a>", False),  # a link makes it a list of others
        (f"<aside>{ORDER}{'x' * 600}", False),  # a column of its own
        ("<aside>Toute l'actualité", False),
        (
            "<aside><h2>Repères</h2><p>Arrêté : <a href=o.html>3 mai 2004</a>"
            "<p>Première session : 2006",
            True,
        ),
        # a box of facts
        (f"<aside><h2>Repères</h2><dl>{CODE}</dl>", True),
        (f"<aside><h2>Repères</h2><dl>{RNCP}</dl>", True),
        ("<aside><dl><dt>Sessions<dd>à partir de 2012</dl>", True),
        ("<aside><p>Sessions : de 2012 à 2020", True),
        ("<aside><dl><dt>Remplace<dd>500-22433 V</dl>", True),
        (f"<aside><dl>{CODE}<dt>Remplace<dd>CAP Vannerie (500-22433 V)</dl>", True),
        (f"<aside><dl><dt>CAP Vannerie<dd>Sessions depuis 2012{CODE}</dl>", False),
        (f"<aside><dl>{CODE}</dl><a href=b1.html>Voir</a>", False),
        # its own address is a fact, and leads nowhere else
        (
            f"<aside><dl>{CODE}<dt>Lien<dd><a href=https://a.example/b.html>"
            "https://a.example/b.html</a></dl>",
            True,
        ),
        ("<aside>Session 2026 : le calendrier", False),
        # facts by their labels alone, beside the types that the level is that of
        (
            "<aside><dl><dt>CFD<dd>500 33002<dt>Sigle<dd>VAN<dt>Durée<dd>2 ans"
            "<dt>Niveau<dd>Niveau 3 – CAP, BEP</dl>",
            True,
        ),
        ("<aside><p>CFD : 500 33002<p>Sigle : VAN<p>Diplôme délivré : CAP<p>Durée : 2 ans", True),
        (
            "<aside><dl><dt>Sigle<dd>VAN<dt>Niveau<dd>3<dt>Secteur<dd>" + "Bois, " * 120 + "</dl>",
            True,
        ),
        ("<aside><dl><dt>Sigle<dd>VAN<dt>Niveau<dd>3<dt>Secteur<dd>CAP Vannerie</dl>", False),
        (f"<div class=footer>{FILE}", False),
        (f"<div class=cookie>{ORDER}", False),
        (f"<footer>{FILE}", False),
        (f"<header>{DIPLOMA}", True),
        ("<header><h1>CAP</h1>", False),  # a type and no diploma
        ("<header><p>Brevet professionnel</p><h1>Boulanger</h1>", True),
        ("<header><p>Les référentiels</p><h1>CAP</h1>", False),
        ("<header><p>Brevet professionnel</p><h1>Boulanger</h1><a href=/>Accueil</a>", True),
        ("<header><p>CAP</p><h1>Boulanger</h1><p><a href=a.pdf>Arrêté du 3 mai 2004</a>", True),
        ("<header><p><a href=a.pdf>Arrêté</a></p><p>CAP</p><h1>Boulanger</h1>", True),
        ("<header><h1>CAP</h1><h2>Boulanger</h2><a href=a.pdf>Arrêté du 3 mai 2004</a>", True),
        ("<header><p>Éduscol</p><h1>Boulanger</h1><a href=/>Accueil</a>", False),
        ("<header><p><a href=cap.html>CAP</a></p><h1>Boulanger</h1>", False),
        ("<header><h1>Éduscol</h1>", False),
        ("<header><h1>Éduscol</h1><h2>Référentiels</h2>", False),
        ("<header><h1>CAP</h1><h2>Boulanger</h2>", True),
        ("<header><h1>Boulanger <small>C.A.P.</small></h1>", True),
        ("<header><h1>Boulanger <small>Éduscol</small></h1>", False),
        ("<header><h2>Option A – cuir</h2></header>", True),  # above a part of the text
        ("<header><h2>Option A – cuir</h2><p>Éduscol", False),
        ("<header class=bandeau><h2>Éduscol</h2>", False),
    ],
)
def test_boilerplate_that_holds_the_diploma_s_files_or_a_statement_is_content(
    html: str, is_kept: bool
) -> None:
    node = element(html)
    assert is_content(node, node.tag or "", LEXICON) is is_kept


def test_a_side_box_is_content_by_the_labels_of_the_users_lexicon_too() -> None:
    node = element("<aside><p>Diminutif : VAN</p></aside>")
    own = LEXICON.extended(b"field;kind;label\nacronym;value;diminutif\n", Path("own.csv"))
    assert [is_content(node, "aside", each) for each in (LEXICON, own)] == [False, True]


@pytest.mark.parametrize(
    ("html", "is_hidden"),
    [
        ("<div hidden>x", True),
        ("<div aria-hidden=true>x", True),
        ("<div style='color:red; display : none'>x", True),
        ("<div class='a d-none'>x", True),
        ("<div aria-hidden=false>x", False),
        ("<div class=hidden-print>x", False),
        ("<div role=tabpanel hidden>x", False),  # a tab opens it
        ("<div id=p hidden>x</div><button aria-controls=p>Accès</button>", False),
        ("<div id=p hidden>x</div><a href=#p data-toggle=collapse>Accès</a>", False),
        ("<div id=p hidden>x</div><a href=#p>plus bas</a>", True),  # an anchor opens nothing
    ],
)
def test_hidden_is_what_no_tab_or_button_opens(html: str, is_hidden: bool) -> None:
    node = element(html)
    root = node.parent
    assert root is not None
    assert Page(root).is_hidden(node, node.attributes) is is_hidden


@pytest.mark.parametrize(
    ("body", "is_hidden"),
    [
        # all that stands below its heading, where a script or a link says that it opens
        ("<div id=accordion><h3>Accès</h3><div style='display:none'>x</div></div>", False),
        ("<div><h3 class=faq-titre>Accès</h3> <div hidden>x</div><h3>Durée</h3></div>", False),
        ("<div><h4><a href='#'>Accès</a></h4><!-- a --><div hidden>x</div></div>", False),
        ("<div><dl><dt>Accès</dt></dl><h4><a>Accès</a></h4><div hidden>x</div></div>", False),
        # nothing says so, a text stands between, more follows, or the heading leads to a page
        ("<div><h3>Accès</h3><div hidden>x</div></div>", True),
        ("<div id=accordion><h3>Accès</h3> en bref <div hidden>x</div></div>", True),
        ("<div id=accordion><h3>Accès</h3><div hidden>x</div><p>Autre</p></div>", True),
        ("<div id=accordion><p>Accès</p><div hidden>x</div></div>", True),
        ("<div><h3><a href=acces.html>Accès</a></h3><div hidden>x</div></div>", True),
    ],
)
def test_a_hidden_element_may_be_the_panel_of_the_heading_above_it(
    body: str, is_hidden: bool
) -> None:
    root = element(body)
    node = root.css_first("[hidden],[style]")
    assert node is not None
    assert Page(root).is_hidden(node, node.attributes) is is_hidden


def test_lines_of_boilerplate_are_known_by_their_words() -> None:
    lines = ["Imprimer", "Haut de page", "Retour à l'accueil", "© Ministère", "Partager"]
    lines += ["Envoyer par courriel"]
    own = [
        "Envoyer un courrier à ses clients",
        "Imprimeur",
        "Durée : 2 ans",
        "CAP boulanger",
        "Accueil des clients au comptoir",
    ]
    assert [line for line in lines + own if is_boilerplate_line(line)] == lines


@pytest.mark.parametrize(
    "facts",
    [
        "<dt>Niveau de la certification<dd>niveau 3",
        "<dt>Code de la formation<dd>50025136",
        "<dt>Fiche RNCP<dd>RNCP n°38394",
        "<dt>1re session<dd>juin 2015",
        "<dt>État<dd>toujours en vigueur",
        "<dt>Durée des études<dd>deux ans",
        "<p>Secteur d'activité : vannerie",
        "<dt>Sigle :<dd>VAN",
        "<dt>Diplôme de remplacement :<dd>500-22431<dt>CPC :<dd>Industrie",
        "<dt>Type de diplôme<dd>BMA<dt>Code<dd>40123304",
    ],
)
def test_a_box_of_facts_may_name_the_type_and_no_diploma(facts: str) -> None:
    box = element(f"<aside><h2>En bref</h2><dl>{facts}</dl></aside>")
    assert is_content(box, "aside", LEXICON)
    beside = element(f"<aside><dl><dt>Diplôme<dd>BMA Vitrail{facts}</dl></aside>")
    assert not is_content(beside, "aside", LEXICON)


@pytest.mark.parametrize("address", ["texte1.htm", "https://www.legifrance.gouv.fr/jorf/id/X1"])
@pytest.mark.parametrize(
    "order",
    [
        "<a href={}>Arrêté du 3 mai 2004 portant création</a> (JO du 12 mai 2004)",
        "Arrêté modificatif du <a href={}>3 mai 2004</a>",
        "Modification : <a href={}>arrêté du 03/05/2004</a>",
    ],
)
def test_a_list_that_is_made_like_a_menu_may_hold_orders(address: str, order: str) -> None:
    items = "".join(f"<li><h3>{order.format(address)}</h3></li>" for _ in range(4))
    assert is_content(element(f"<div class='menu articles'><ul>{items}</ul></div>"), "div", LEXICON)
    others = f"{items}<li><a href=b.html>CAP Boucher</a></li>"
    assert not is_content(element(f"<div class=menu><ul>{others}</ul></div>"), "div", LEXICON)
    assert not is_content(element(f"<nav><ul>{items}</ul></nav>"), "nav", LEXICON)


@pytest.mark.parametrize("name", ["profil_recherche", "bloc-profil-recherche", "Profil_Recherche"])
@pytest.mark.parametrize("where", ["id", "class"])
def test_a_section_may_be_called_as_its_heading(name: str, where: str) -> None:
    section = f"<section {where}={name}><h2>{{}}</h2><p>Être soigneux.</p></section>"
    assert record_of(f"<p>{ORDER}</p>{section.format('Profil recherché')}").expectations == (
        "Être soigneux."
    )
    for heading in ("Recherche", "Recherche de profil", "Votre recherche"):
        node = element(section.format(heading))
        assert is_boilerplate(node, "section", node.attributes)
        assert not is_content(node, "section", LEXICON)


@pytest.mark.parametrize(
    ("html", "is_last"),
    [
        ("<hr><p><small>x</small></p>", True),
        ("<hr><font size=1>x</font>", True),
        ("<p><small>x</small></p>", False),  # no rule above it
        ("<hr><p><small>x</small> y</p>", False),
        ("<hr><font size=2>x</font>", False),
        ("<hr><p><small>x</small></p><p>y</p>", False),  # more below it
        ("<hr><font size=-2>x</font>", True),
        ("<hr><p><i>x</i></p>", True),
        ("<p><i>x</i></p>", False),
        (f"<hr><p><i>{'x' * 200}</i></p>", False),
        ("<hr><p><i>x</i> y</p>", False),
    ],
)
def test_small_print_below_the_last_rule_is_boilerplate(html: str, is_last: bool) -> None:
    node = LexborHTMLParser(f"<body>{html}").css_first("body > p, body > font")
    assert node is not None
    assert is_boilerplate(node, node.tag or "", node.attributes) == is_last


@pytest.mark.parametrize(
    ("above", "is_foot"),
    [
        ("<h2>Accès</h2><div>Sans condition.</div>", True),
        ("<hr><div>Page vue 12 fois</div>", True),
        ("<hr><div>Page vue 12 fois</div><h3>Remarque <small>b</small></h3>", True),
        ("<h3>Remarque <small>b</small></h3>", False),  # it is not the only small text
        ("<div><font size=1>y</font></div>", False),
    ],
)
@pytest.mark.parametrize("line", ["<p><small>x</small></p>", "<p><font size=1>x</font></p>"])
def test_the_only_line_in_small_print_ends_a_page_without_a_rule(
    above: str, line: str, is_foot: bool
) -> None:
    for page, expected in ((above + line, is_foot), (f"{above}{line}<h2>Durée</h2>", False)):
        node = LexborHTMLParser(f"<body>{page}").css_first("body > p")
        assert node is not None
        assert is_boilerplate(node, "p", node.attributes) == expected


@pytest.mark.parametrize("fact", ["<dt>Sigle</dt><dd>BOU</dd>", "<dt>CFD</dt><dd>50022434</dd>"])
def test_one_fact_below_the_heading_of_facts_makes_a_box_content(fact: str) -> None:
    for heading, is_kept in (("Fiche d'identité", True), ("Le saviez-vous ?", False)):
        page = f"<main>{DIPLOMA}<aside><h2>{heading}</h2><dl>{fact}</dl></aside></main>"
        assert (heading in [block.text for block in flatten(page).blocks]) == is_kept


FACT_BOX = "<section><h2>Repères</h2><p>Durée : 2 ans</p><p>CPC : Industrie</p></section>"
TALK = "x" * 600


@pytest.mark.parametrize(
    "other",
    [
        f"<section><h2>Le mot du mois</h2><p>{TALK}</p></section>",
        f"<section><h2>Voir</h2>{LINKS}</section>",
        f"<div><p>CAP boulanger</p><p>{TALK}</p></div>",
    ],
)
def test_each_box_of_a_column_beside_the_content_is_looked_at_by_itself(other: str) -> None:
    for boxes in (FACT_BOX + other, other + FACT_BOX):
        blocks = flatten(f"<main>{DIPLOMA}<aside>{boxes}</aside></main>").blocks
        texts = [block.text for block in blocks]
        assert texts == ["CAP boulanger", "Repères", "Durée : 2 ans", "CPC : Industrie"]


@pytest.mark.parametrize(
    ("link", "is_kept"),
    [
        ("Texte : <a href=https://www.legifrance.gouv.fr/x>arrêté du 3 mai 2010</a>", True),
        ("Texte : <a href=b1.html>arrêté du 3 mai 2010</a>", True),
        ("<a href=b1.html>CAP</a>", False),
    ],
)
def test_a_box_of_facts_may_lead_to_the_orders(link: str, is_kept: bool) -> None:
    facts = "<p>Code : 500-22434 V</p><p>Niveau : 3</p><p>Première session : 2012</p>"
    page = f"<main>{DIPLOMA}<aside><h2>Repères</h2>{facts}<p>{link}</p></aside></main>"
    texts = [block.text for block in flatten(page).blocks]
    assert ("Niveau : 3" in texts) == is_kept
    other = f"<aside><h2>À lire</h2><p>Niveau : 3</p><p>{link}</p></aside>"
    assert [block.text for block in flatten(f"<main>{DIPLOMA}{other}").blocks] == ["CAP boulanger"]


def test_a_column_with_loose_text_is_looked_at_as_a_whole() -> None:
    page = f"<main>{DIPLOMA}<aside><p>Bonjour</p>{FACT_BOX}<p>{TALK}</p></aside></main>"
    assert [block.text for block in flatten(page).blocks] == ["CAP boulanger"]


@pytest.mark.parametrize("mark", ["|", "•", "·", "–"])
def test_marks_between_facts_that_only_the_eye_sees_divide_these(mark: str) -> None:
    hidden = f"<span aria-hidden=true>{mark}</span>"
    (block,) = flatten(f"<p><span>CPC : Arts</span> {hidden} <span>Sigle : VAN</span></p>").blocks
    assert "".join(part.text for part in block.parts) == f"CPC : Arts {mark} Sigle : VAN"
    (block,) = flatten(f"<p><span>CPC : Arts</span>{hidden}<span>Sigle : VAN</span></p>").blocks
    assert block.text == f"CPC : Arts {mark} Sigle : VAN"


@pytest.mark.parametrize(
    "hidden",
    [
        "<span aria-hidden=true>#</span>", "<span aria-hidden=true>CPC</span>",
        "<span aria-hidden=true style='display:none'>|</span>", "<span hidden>|</span>",
    ],
)  # fmt: skip
def test_other_hidden_texts_stay_hidden(hidden: str) -> None:
    (block,) = flatten(f"<p><span>CPC : Arts</span> {hidden} <span>Sigle : VAN</span></p>").blocks
    assert block.text == "CPC : Arts Sigle : VAN"


@pytest.mark.parametrize("name", ["acces-rapide", "liens_rapides", "acces-rapides bloc"])
def test_quick_links_are_boilerplate(name: str) -> None:
    page = f"<body><h1>CAP Vannerie</h1><div class='{name}'><ul><li><a href=/agenda>Agenda</a></ul>"
    assert [block.text for block in flatten(page).blocks] == ["CAP Vannerie"]


@pytest.mark.parametrize("line", ["Page modifiée le 3 mai 2019", "Modifié le 3 mai 2019"])
def test_the_day_of_a_page_s_last_change_is_boilerplate(line: str) -> None:
    assert is_boilerplate_line(line)


@pytest.mark.parametrize("label", ["Textes", "Niveau", "Arrêté"])
def test_a_table_of_contents_parts_no_title_from_its_name(label: str) -> None:
    contents = f'<nav><p>Sommaire</p><ol><li><a href="#a">{label}</a></li></ol></nav>'
    name = "<h2>Métiers de l'électricité et de ses environnements connectés</h2>"
    record = record_of(f"{contents}{name}<p>{ORDER}</p>", "<h1>Bac pro MELEC</h1>")
    assert record.name == "Métiers de l'électricité et de ses environnements connectés"


@pytest.mark.parametrize(
    ("link", "is_kept"),
    [
        ("Diplôme successeur : <a href=b.html>CAP vannier (500-22435)</a>", True),
        ("Remplacé par: <a href=b.html>CAP vannier (500-22435)</a>", True),
        ("Voir : <a href=b.html>CAP vannier (500-22435)</a>", False),
        ("<a href=b.html>CAP vannier (500-22435)</a>", False),
    ],
)
def test_a_box_of_facts_may_lead_to_the_successor(link: str, is_kept: bool) -> None:
    facts = "<li>RNCP : RNCP37542</li><li>Première session : 2012</li>"
    box = f"<aside><p>Repères</p><ul><li>{link}</li>{facts}</ul></aside>"
    texts = [block.text for block in flatten(f"<main>{DIPLOMA}{box}</main>").blocks]
    assert ("Première session : 2012" in texts) == is_kept


@pytest.mark.parametrize("made", ["<b>{}</b> : {}", "<span class=label>{}</span> : {}"])
def test_a_colon_behind_the_element_of_a_label_is_no_part_of_its_value(made: str) -> None:
    facts = (("Niveau", "niveau 3 (CAP)"), ("Durée", "2 ans"), ("CPC", "Industrie"))
    lines = "".join(f"<li>{made.format(*fact)}</li>" for fact in facts)
    assert is_content(element(f"<aside><ul>{lines}</ul></aside>"), "aside", LEXICON)
    page = f"<main>{DIPLOMA}<ul>{lines}</ul></main>"
    assert "CPC : Industrie" in {" ".join(b.text.split("\n")) for b in flatten(page).blocks}
