"""Options and the facts of each, in every form: headings, lists, tables, sections. Mock-ups."""

import itertools
import random
from collections.abc import Callable

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

Fact = tuple[str, str]  # a label and its value
Option = tuple[str, list[Fact]]

NAMES = {
    "letters": ("Option A osier", "Option B rotin", "Option C paille"),
    "letters set off": ("Option A : osier", "Option B : rotin", "Option C : paille"),
    "words": ("Option osier", "Option rotin", "Option paille"),
    "quoted": ("Option « osier »", "Option « rotin »", "Option « paille »"),
    "capitals": ("OPTION A : OSIER", "OPTION B : ROTIN", "OPTION C : PAILLE"),
    "letters alone": ("A - Osier", "B - Rotin", "C - Paille"),
}
KEYS = ("osier", "rotin", "paille")
FACTS: dict[str, Callable[[int], Fact]] = {
    "code": lambda n: ("Code diplôme", f"500-2243{n} M"),
    "session": lambda n: ("Première session", str(2012 + n)),
    "order": lambda n: ("Arrêté de création", f"{n + 2} mars 2010"),
    "rncp": lambda n: ("Fiche RNCP", f"RNCP452{n}"),
    "file": lambda n: ("Référentiel", f'<a href="x/{KEYS[n]}.pdf">Référentiel</a>'),
}
SETS = (("code",), ("session",), ("order",), ("rncp",), ("file",), ("code", "file"),
        ("code", "session"), ("code", "order"), ("session", "order", "file"))  # fmt: skip
COMMON = (("", ""), ("<p>Arrêté du 26 mars 1997</p>", ""),
          ("", "<h2>Textes réglementaires</h2><p>Arrêté du 26 mars 1997</p>"),
          ("<p><a href='x/regle.pdf'>Règlement</a></p>", ""),
          ("", "<h2>Documents communs</h2><p><a href='x/regle.pdf'>Règlement</a></p>"),
          )  # fmt: skip


def lines(form: str, facts: list[Fact]) -> str:
    return "".join(form.format(f"{label} : {value}") for label, value in facts)


def below(head: str) -> Callable[[list[Option]], str]:
    return lambda options: "".join(
        head.format(name) + lines("<p>{}</p>", facts) for name, facts in options
    )


def sections(options: list[Option]) -> str:
    """Make a heading for each fact, with a line for each option below it."""
    return "".join(
        f"<h3>{label}</h3><ul>"
        + "".join(f"<li>{name} : {facts[number][1]}</li>" for name, facts in options)
        + "</ul>"
        for number, (label, _) in enumerate(options[0][1])
    )


def columns(options: list[Option]) -> str:
    heads = "".join(f"<th>{label}</th>" for label, _ in options[0][1])
    rows = "".join(
        f"<tr><td>{name}</td>{''.join(f'<td>{value}</td>' for _, value in facts)}</tr>"
        for name, facts in options
    )
    return f"<table><tr><th>Option</th>{heads}</tr>{rows}</table>"


FORMS: dict[str, Callable[[list[Option]], str]] = {
    "headings": below("<h2>{}</h2>"),
    "bold lines": below("<p><b>{}</b></p>"),
    "details": lambda options: "".join(
        f"<details><summary>{name}</summary>{lines('<p>{}</p>', facts)}</details>"
        for name, facts in options
    ),
    "terms": lambda options: (
        "<dl>"
        + "".join(f"<dt>{name}</dt>{lines('<dd>{}</dd>', facts)}" for name, facts in options)
        + "</dl>"
    ),
    "lists in items": lambda options: (
        "<ul>"
        + "".join(
            f"<li>{name}<ul>{lines('<li>{}</li>', facts)}</ul></li>" for name, facts in options
        )
        + "</ul>"
    ),
    "columns": columns,
    "sections": sections,
}
# where all options are told apart in words alone
LEFT = {("sections", "file"), ("sections", "rncp")}


def truth(number: int, facts: tuple[str, ...], common: tuple[str, str]) -> tuple[object, ...]:
    has_order, has_file = ("1997" in "".join(common)), ("regle" in "".join(common))
    return (
        f"5002243{number}" if "code" in facts else None,
        2012 + number if "session" in facts else None,
        {f"2010-03-0{number + 2}"} if "order" in facts else set(),
        {"1997-03-26"} if has_order else set(),
        (f"RNCP452{number}",) if "rncp" in facts else (),
        {f"{KEYS[number]}.pdf"} if "file" in facts else set(),
        {"regle.pdf"} if has_file else set(),
    )


def stated(record: Referential) -> tuple[object, ...]:
    orders = {order.date for order in record.legal_texts}
    files = {file.url.rpartition("/")[2] for file in record.documents}
    return (
        record.code,
        record.first_session,
        orders - {"1997-03-26"},
        orders & {"1997-03-26"},
        record.rncp_codes,
        files - {"regle.pdf"},
        files & {"regle.pdf"},
    )


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("form", FORMS)
def test_each_option_has_its_own_facts_and_the_common_ones(form: str, names: str) -> None:
    rng = random.Random(f"{form} {names}")
    for facts, common in itertools.product(SETS, COMMON):
        if any((form, fact) in LEFT for fact in facts):
            continue
        count = rng.choice((2, 3))
        options = [
            (name, [FACTS[fact](number) for fact in facts])
            for number, name in enumerate(NAMES[names][:count])
        ]
        body = f"<h1>CAP Vannerie</h1>{common[0]}{FORMS[form](options)}{common[1]}"
        document = Document(f"<body>{body}</body>".encode(), "https://eduscol.education.fr/x.html")
        records = [found.record for found in read(document, Lexicon.packaged()).records]
        assert [stated(record) for record in records] == [
            truth(number, facts, common) for number in range(count)
        ], body
        titles = [(record.title or "").lower() for record in records]
        assert all(key in title for key, title in zip(KEYS, titles, strict=False)), body


@pytest.mark.parametrize("mark", [" : ", " - ", " – "])
@pytest.mark.parametrize("form", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
def test_lettered_lines_with_facts_that_are_not_told_apart_are_told(form: str, mark: str) -> None:
    items = ("A - Osier{}RNCP : RNCP4521", "B - Rotin{}RNCP : RNCP4522")
    body = "".join(form.format(item.format(mark)) for item in items)
    html = f"<h1>CAP Vannerie</h1><p>Arrêté du 26 mars 1997</p>{body}"
    (found,) = read(Document(html.encode(), "https://eduscol.education.fr/x.html"),
                    Lexicon.packaged()).records  # fmt: skip
    assert any(each.field == "title" for each in found.record.issues)


def test_lettered_parts_of_a_page_are_no_options() -> None:
    parts = "".join(
        f"<li>{letter} - {name} : {file}</li>"
        for letter, name, file in (
            ("A", "Référentiel", "<a href='a.pdf'>pdf</a>"),
            ("B", "Règlement d'examen", "<a href='b.pdf'>pdf</a>"),
        )
    )
    html = f"<h1>CAP Vannerie</h1><p>Arrêté du 26 mars 1997</p><ul>{parts}</ul>"
    (found,) = read(Document(html.encode(), "https://eduscol.education.fr/x.html"),
                    Lexicon.packaged()).records  # fmt: skip
    assert len(found.record.documents) == 2
    assert not any(each.field == "title" for each in found.record.issues)


HEAD = "<h1>CAP Vannerie</h1><p>Arrêté du 26 mars 1997</p>"


def records_of(body: str) -> list[Referential]:
    document = Document(f"{HEAD}{body}".encode(), "https://eduscol.education.fr/x.html")
    return [found.record for found in read(document, Lexicon.packaged()).records]


@pytest.mark.parametrize("words", ["Commun", "Communs", "Toutes les options", "Tronc commun"])
@pytest.mark.parametrize("is_coded", [True, False])
def test_a_row_of_what_is_common_is_no_option(words: str, is_coded: bool) -> None:
    code = "<td>{}</td>" if is_coded else ""
    rows = "".join(
        f"<tr><td>Option {name}</td>{code.format(number)}<td><a href={key}.pdf>Référentiel</a></td>"
        for name, number, key in (("A : osier", "500-22434", "a"), ("B : rotin", "500-22435", "b"))
    )
    common = f"<tr><td>{words}</td>{code.format('')}<td><a href=regle.pdf>Règlement</a></td>"
    heads = f"<tr><th>Option</th>{'<th>Code</th>' if is_coded else ''}<th>Fichiers</th>"
    found = records_of(f"<table>{heads}{rows}{common}</table>")
    files = [{file.url.rpartition("/")[2] for file in record.documents} for record in found]
    assert files == [{"a.pdf", "regle.pdf"}, {"b.pdf", "regle.pdf"}]


@pytest.mark.parametrize("words", ["abrogée par", "a été abrogée par", "est supprimée par"])
def test_the_end_of_one_option_is_not_that_of_the_others(words: str) -> None:
    heads = "".join(
        f"<h2>Option {letter} : {name}</h2><p><a href={letter}.pdf>Référentiel</a></p>"
        for letter, name in (("A", "osier"), ("B", "rotin"))
    )
    found = records_of(f"{heads}<p>Option B {words} arrêté du 3 mai 2021.</p>")
    assert [record.status for record in found] == ["unknown", "repealed"]
    assert [len(record.legal_texts) for record in found] == [1, 2]


def test_the_name_of_an_option_may_have_a_label_below_its_letter() -> None:
    parts = (
        f"<h2>Option {letter}</h2><p><b>Intitulé :</b> {name}</p><p><b>Code :</b> 500-2243{n} M</p>"
        for n, (letter, name) in enumerate((("A", "osier"), ("B", "rotin")))
    )
    found = records_of("".join(parts))
    assert [(record.name, record.code) for record in found] == [
        ("Vannerie option A osier", "50022430"),
        ("Vannerie option B rotin", "50022431"),
    ]


@pytest.mark.parametrize(
    "form", ["<p>{}<br>{}<br>{}</p>", "<ul><li>{}</li><li>{}</li><li>{}</li></ul>"]
)
def test_a_line_below_those_of_the_options_is_of_all(form: str) -> None:
    lines = ("Option A : arrêté du 3 mai 2004", "Option B : arrêté du 4 juin 2005",
             "Arrêté du 7 juillet 2006")  # fmt: skip
    found = records_of(f"<p>Options : A osier, B rotin</p><h3>Arrêtés</h3>{form.format(*lines)}")
    dates = [{order.date for order in record.legal_texts} for record in found]
    assert dates == [
        {"1997-03-26", "2004-05-03", "2006-07-07"},
        {"1997-03-26", "2005-06-04", "2006-07-07"},
    ]
    assert not any(each.issue.value == "unaccounted" for r in found for each in r.issues)
