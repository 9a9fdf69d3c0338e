"""The diplomas of a page: by headings, table, list, title or other sources; none is invented."""

import pytest

from parsers.formats.html import flatten
from parsers.model.document import Document, ExpectedDiploma
from parsers.parse import read
from parsers.segment.known_options import divide
from parsers.segment.labels import split_blocks
from parsers.segment.options import of_title, variants
from parsers.segment.page_diplomas import Split
from schema.lexicon import Lexicon
from schema.referential import Referential

TITLE = "BTS audiovisuel"
A, B = "option A image", "option B son"
BOTH = [("a", f"{TITLE} {A}"), ("b", f"{TITLE} {B}")]


def read_body(body: str) -> list[Referential]:
    page = f"<html><head><title>Référentiels</title></head><body>{body}</body></html>"
    address = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
    document = Document(page.encode(), address, "text/html")
    return [each.record for each in read(document, Lexicon.packaged()).records]


def split(body: str, title: str = TITLE) -> Split:
    blocks = flatten(f"<body>{body}</body>").blocks
    pieces, tables = split_blocks(blocks, Lexicon.packaged())
    return variants(pieces, title, tables, 1)


@pytest.mark.parametrize(
    ("body", "title", "expected", "codes"),
    [
        (f"<h2>{A}</h2><p>Code : 32032305</p><h2>{B}</h2><p>Code : 32032306</p>", TITLE, BOTH,
         [None, None]),
        (f"<p>{A} : 32032305</p><p>{B} : 32032306</p>", TITLE, BOTH, ["32032305", "32032306"]),
        (f"<table><tr><td>Code<td>Option<tr><td>32032305<td>{A}<tr><td>32032306<td>{B}</table>",
         TITLE, BOTH, ["32032305", "32032306"]),
        ("<p>Durée : 2 ans</p>", f"{TITLE} {A}, {B}", BOTH, [None, None]),
        # one option, one code, or none
        (f"<p>{A} : 32032305</p>", TITLE, [(None, "")], [None]),
        # two options may bear one code
        (f"<p>{A} : 32032305</p><p>{B} : 32032305</p>", TITLE, BOTH, ["32032305", "32032305"]),
        ("<p>Durée : 2 ans</p>", TITLE, [(None, "")], [None]),
        ("", "", [(None, "")], [None]),
    ],
)  # fmt: skip
def test_the_diplomas_of_a_page(
    body: str, title: str, expected: list[tuple[str | None, str]], codes: list[str | None]
) -> None:
    result = split(body, title).variants
    assert [(item.option, item.title) for item in result] == expected
    assert [item.code for item in result] == codes


def test_each_option_has_its_part_and_the_rest_is_shared() -> None:
    body = f"<p>Durée : 2 ans</p><h2>{A}</h2><p>Sigle : I</p><h2>{B}</h2><p>Sigle : X</p>"
    parts = split(body)
    own = [
        [piece.text for piece in variant.pieces if piece.kind == "pair"]
        for variant in parts.variants
    ]
    assert own == [["I"], ["X"]]
    assert [piece.text for piece in parts.shared] == ["2 ans"]


def test_one_code_and_one_option_make_no_list() -> None:
    assert len(split(f"<p>{A} : 32032305</p>").variants) == 1
    assert of_title(f"{TITLE} {A}") == []


def test_a_further_file_of_the_last_option_is_its_own() -> None:
    files = ["<p><a href=a.pdf>Annexe A</a></p>", "<p><a href=b.pdf>Annexe B</a></p>"]
    body = f"<h2>{A}</h2>{files[0]}<h2>{B}</h2>{files[1]}<p><a href=c.pdf>Annexe B2</a></p>"
    own = [[piece.text for piece in variant.pieces] for variant in split(body).variants]
    assert own == [["Annexe A"], ["Annexe B", "Annexe B2"]]
    shared = split(body.replace("Annexe B2", "Règlement d'examen")).shared
    assert [piece.text for piece in shared] == ["Règlement d'examen"]


EXPECTED = [
    ExpectedDiploma(name, code, "BTS", (f"audiovisuel {name}",))
    for name, code in ((A, "32032305"), (B, "32032306"))
]


@pytest.mark.parametrize(
    ("body", "expected", "names"),
    [
        (f"<p>{A}</p><p>{B}</p>", EXPECTED, [A, B]),
        ("<p>Durée : 2 ans</p>", EXPECTED, [A, B]),  # the address alone tells
        # the page's own codes win, and one expected diploma divides nothing
        (f"<p>{A}</p><p>{B}</p><p>Code : 32032307</p>", EXPECTED, [None]),
        (f"<p>{A}</p><p>{B}</p>", EXPECTED[:1], [None]),
        # options that nobody expects
        ("<p>option C montage</p><p>option D décor</p>", EXPECTED, [None]),
    ],
)  # fmt: skip
def test_what_other_sources_expect_at_an_address(
    body: str, expected: list[ExpectedDiploma], names: list[str | None]
) -> None:
    whole, _ = split_blocks(flatten(f"<body>{body}</body>").blocks, Lexicon.packaged())
    parts = divide(Split(whole, variants(whole, TITLE, [], 1).variants[:1]), whole, TITLE, expected)
    assert [
        variant.expected.name if variant.expected else None for variant in parts.variants
    ] == names


OSIER, ROTIN = "CAP Vannerie option A osier", "CAP Vannerie option B rotin"
NAMED = (
    "<p>Option A : osier<br>Option B : rotin</p>",
    "<p>Option A : osier</p><p>Option B : rotin</p>",
    "<ul><li>Option A : osier</li><li>Option B : rotin</li></ul>",
    "<p>options<br>A - osier<br>B - rotin</p>",
    "<dl><dt>Option A</dt><dd>osier</dd><dt>Option B</dt><dd>rotin</dd></dl>",
    "<p>Ce diplôme comporte deux options : A : osier et B : rotin.</p>",
)
CODED = (
    "Codes diplôme : 500-23437 (option A) et 500-23438 (option B)",
    "Code 500-23437 pour l'option A, 500-23438 pour l'option B.",
    "Les codes sont 500-23437 (A) et 500-23438 (B).",
    "L'option A a le code 500-23437, l'option B le code 500-23438.",
)


def titles_by_code(body: str) -> dict[str | None, str]:
    page = f"<html><body>{body}<p>Arrêté du 3 mai 2004</p></body>".encode()
    records = [each.record for each in read(Document(page), Lexicon.packaged()).records]
    return {record.code: record.title for record in records}


@pytest.mark.parametrize("codes", CODED)
@pytest.mark.parametrize("names", NAMED)
def test_letters_with_codes_take_the_names_that_the_page_gives_them(names: str, codes: str) -> None:
    titles = titles_by_code(f"<h1>CAP Vannerie</h1>{names}<p>{codes}</p>")
    assert titles == {"50023437": OSIER, "50023438": ROTIN}


@pytest.mark.parametrize(
    "body",
    [
        "<h1>CAP Vannerie</h1><p>Ce CAP comporte deux options, sous deux codes :</p><ol>"
        "<li>osier (500-23437)</li><li>rotin (500-23438)</li></ol>",
        "<h1>CAP Vannerie</h1><p>Deux options :<br>A « osier » – 500-23437<br>B « rotin » – "
        "500-23438</p>",
        "<p><b>CAP<br>Vannerie</b><br>options<br>A : osier<br>B : rotin</p><p>Codes : A 500-23437,"
        " B 500-23438</p>",
    ],
)
def test_codes_in_a_list_or_the_title_s_block_make_the_options(body: str) -> None:
    titles = titles_by_code(body)
    assert len(titles) == 2
    assert "osier" in titles["50023437"]
    assert "rotin" in titles["50023438"]


@pytest.mark.parametrize("title", ["DTMS", "Diplôme de technicien des métiers du spectacle (DTMS)"])
@pytest.mark.parametrize(
    "options",
    [
        "<p>Option machiniste constructeur<br>Option techniques de l'habillage</p>",
        "<ul><li>Option machiniste constructeur</li><li>Option techniques de l'habillage</li></ul>",
        "<p>Ce diplôme comporte deux options : machiniste constructeur et techniques de "
        "l'habillage.</p>",
        "<p>Arrêté du 10 mars 1997 portant création du diplôme de technicien des métiers du "
        "spectacle - J.O. du 21/03/1997</p><h2>Options</h2><h3>Option machiniste constructeur</h3>"
        "<p>Code : 420-32306 V</p><h3>Option techniques de l'habillage</h3>"
        "<p>Code : 420-24210 V</p>",
    ],
)
def test_a_type_without_specialities_is_named_by_its_options(title: str, options: str) -> None:
    page = f"<html><body><h1>{title}</h1>{options}<p>Arrêté du 10 mars 1997</p></body>".encode()
    records = [each.record for each in read(Document(page), Lexicon.packaged()).records]
    assert [record.name for record in records] == [
        "option machiniste constructeur", "option techniques de l'habillage",
    ]  # fmt: skip


def test_options_with_letters_are_diplomas_without_a_code_too() -> None:
    options = "<p>Option A : tailleur dame<br>Option B : tailleur homme</p>"
    url = "https://eduscol.education.fr/referentiels-professionnels/e009.html"
    page = f"<h1>BP Vêtement</h1>{options}<p>Arrêté du 23 juillet 1998</p>"
    records = [
        each.record for each in read(Document(page.encode(), url), Lexicon.packaged()).records
    ]
    assert [(record.id, record.title) for record in records] == [
        ("e009-a", "BP Vêtement option A tailleur dame"),
        ("e009-b", "BP Vêtement option B tailleur homme"),
    ]


def test_options_in_capitals_beside_their_files_have_their_names() -> None:
    page = (
        "<h1>BP VETEMENT</h1><p>OPTION A : DAME<br>OPTION B : HOMME</p><p>Arrêté du 23 juillet"
        " 1998</p><p><a href=a.pdf>Option A - référentiel</a><br><a href=b.pdf>Option B - "
        "référentiel</a>"
    )
    records = [each.record for each in read(Document(page.encode()), Lexicon.packaged()).records]
    names = [record.name for record in records]
    assert names == ["VETEMENT option A DAME", "VETEMENT option B HOMME"]


@pytest.mark.parametrize("end", ["", "<h2>Annexes</h2><p><a href=a.pdf>Annexe I</a></p>"])
def test_an_order_below_the_last_option_is_of_all(end: str) -> None:
    options = "<p>Option A : tailleur dame</p><p>Option B : tailleur homme</p>"
    page = f"<h1>BP Vêtement</h1>{options}<p>Arrêté du 23 juillet 1998</p>{end}"
    records = [each.record for each in read(Document(page.encode()), Lexicon.packaged()).records]
    assert [[text.date for text in record.legal_texts] for record in records] == [
        ["1998-07-23"],
        ["1998-07-23"],
    ]


def test_rows_below_options_with_codes_in_a_table_are_of_all() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{value}</td></tr>"
        for name, value in (
            ("option A diamant", "500-22339 V"),
            ("option B pierres de couleur", "500-22344 V"),
            ("Texte", "Arrêté du 20 septembre 1974"),
            ("Depuis la session", "1976"),
        )
    )
    page = f"<table><tr><td colspan=2><h2>CAP Lapidaire</h2></td></tr>{rows}</table>"
    records = [each.record for each in read(Document(page.encode()), Lexicon.packaged()).records]
    assert [(r.code, r.legal_texts[0].date, r.first_session) for r in records] == [
        ("50022339", "1974-09-20", 1976),
        ("50022344", "1974-09-20", 1976),
    ]


def test_the_last_option_keeps_a_text_whose_like_stands_under_an_unknown_heading() -> None:
    text = "{} porte sur un tissage : nettoyage, reprise des lisières, réfection du velours."
    page = (
        "<h1>BMA Tapis</h1><p>Arrêté du 5 août 1993</p><p><b>BMA Tapis option D tapis</b></p>"
        f"<p><b>Vie</b></p><p>{text.format('D')}</p><p><b>BMA Tapis option E tapisserie</b></p>"
        f"<h3>Objectifs</h3><p>{text.format('E')}</p>"
    )
    records = [each.record for each in read(Document(page.encode()), Lexicon.packaged()).records]
    assert [record.description for record in records] == [None, text.format("E")]


SECOND = "<h2>CAP Cuir en décor</h2><p>Code : 500-24239 S<br>Première session : 2007</p>"


@pytest.mark.parametrize(
    ("below", "codes"),
    [
        (SECOND, ["50024238", "50024239"]),
        (SECOND.replace("décor", "décor (ancien)"), ["50024238"]),
        (f"<h2>Voir aussi</h2>{SECOND}", ["50024238"]),
        (f"<p>Remplace :</p>{SECOND}", ["50024238"]),
        (SECOND.replace("h2", "h3"), ["50024238"]),
    ],
)
def test_two_titles_with_a_code_below_each_are_two_diplomas(below: str, codes: list[str]) -> None:
    page = f"<h2>CAP Cuir en siège</h2><p>Code : 500-24238 S</p><p>Arrêté du 3 mai 2004</p>{below}"
    records = [each.record for each in read(Document(page.encode()), Lexicon.packaged()).records]
    assert [record.code for record in records] == codes
    told = {remark.issue.value for record in records for remark in record.issues}
    assert len(codes) > 1 or "conflicting-values" in told


@pytest.mark.parametrize("lead", ["", "Trois options : ", "Options : ", "3 options suivantes : "])
@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CAP Orfèvre", "Orfèvre"),
        ("CAP Orfèvre (niveau 3)", "Orfèvre"),
        ("CAP Orfèvre - niveau V", "Orfèvre"),
        ('CAP "Orfèvre"', "Orfèvre"),
    ],
)
def test_names_of_options_hold_no_lead_level_or_quotes(lead: str, title: str, name: str) -> None:
    codes = "option A : Monteur (code 500-22341 T) ; option B : Tourneur (code 500-22342 T) ; "
    codes += "option C : Polisseur (code 500-22343 T)"
    records = read_body(f"<h1>{title}</h1><p>{lead}{codes}.</p><p>Arrêté du 3 mai 2002</p>")
    names = [record.name for record in records]
    assert names == [f"{name} option {own}" for own in ("A Monteur", "B Tourneur", "C Polisseur")]


@pytest.mark.parametrize("mark", [" - ", " : ", " – "])
def test_small_letters_are_letters_of_options(mark: str) -> None:
    lines = "".join(f"<p>option {a}{mark}{n}</p>" for a, n in (("a", "Cuir"), ("b", "Textile")))
    records = read_body(f"<h1>CAP Sellerie</h1>{lines}<p>Arrêté du 3 mai 2002</p>")
    assert [r.title for r in records] == [
        "CAP Sellerie option a Cuir",
        "CAP Sellerie option b Textile",
    ]


def test_a_code_common_to_all_options_is_no_option() -> None:
    options = "<p>Option A : Cuir</p><p>Option B : Textile</p>"
    code = "<p><b>Code diplôme (commun aux options) : </b>500 24318</p>"
    records = read_body(f"<h1>CAP Sellerie</h1>{code}{options}<p>Arrêté du 3 mai 2002</p>")
    assert [(r.code, r.name) for r in records] == [
        ("50024318", "Sellerie option A Cuir"), ("50024318", "Sellerie option B Textile"),
    ]  # fmt: skip


def test_options_of_the_diploma_that_is_replaced_are_no_options() -> None:
    former = "options A (400-25513 R), B (400-25514 R) et C (400-25515 R)"
    said = f"<p>Cette spécialité se substitue au bac pro Systèmes numériques, {former}.</p>"
    body = (
        f"<h1>Bac pro Cybersécurité</h1><p>Code : 400-25519 R</p>{said}<p>Arrêté du 3 mai 2023</p>"
    )
    (record,) = read_body(body)
    assert record.code == "40025519"
    assert record.replaces == ("40025513", "40025514", "40025515")


def test_options_behind_a_speciality_first_are_read() -> None:
    title = "<h1>Spécialité « Lapidaire » de certificat d'aptitude professionnelle</h1>"
    records = read_body(
        f"{title}<p>Option A : Diamant</p><p>Option B : Pierres</p><p>Arrêté du 3 mai 2002</p>"
    )
    assert [(r.name, r.diploma_type) for r in records] == [
        ("Lapidaire option A Diamant", "CAP"), ("Lapidaire option B Pierres", "CAP"),
    ]  # fmt: skip
