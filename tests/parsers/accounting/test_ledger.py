"""A signal is accounted for by a value of the record, or by an issue that can be looked up."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from parsers.accounting.ledger import unaccounted
from parsers.accounting.page_lines import Line, page_lines
from parsers.accounting.signals import Signal, page_signals
from parsers.model.document import Document
from parsers.parse import read
from schema.issues import IssueCode, issue
from schema.lexicon import Lexicon
from schema.referential import LegalText, Referential

PAGE = (
    "<title>CAP vannerie</title><h1>CAP vannerie</h1><p>Code scolarité : 500-23438</p>"
    "<p>Arrêté du 3 mai 2004</p><ul><li><a href='vannerie/annexe%201.pdf'>Annexe I</a></li></ul>"
)


def record() -> Referential:
    body = f"<html><body>{PAGE}</body></html>".encode()
    url = "https://eduscol.education.fr/referentiels-professionnels/b001.html"
    (only,) = read(Document(body, url), Lexicon.packaged()).records
    return only.record


def test_a_page_read_exactly_leaves_nothing() -> None:
    signals = page_signals(*page_lines(LexborHTMLParser(PAGE)))
    assert [signal.kind for signal in signals] == ["code", "order-date", "file"]
    assert unaccounted(signals, [record()]) == ()


@pytest.mark.parametrize(
    ("field", "empty", "lost"),
    [
        ("code", None, "500-23438"),
        ("legal_texts", (), "3 mai 2004"),
        ("documents", (), "vannerie/annexe%201.pdf"),
    ],
)
def test_a_lost_value_is_named(field: str, empty: object, lost: str) -> None:
    poorer = record().model_copy(update={field: empty})
    (signal,) = unaccounted(page_signals(*page_lines(LexborHTMLParser(PAGE))), [poorer])
    assert (signal.field, signal.words) == (field, lost)


@pytest.mark.parametrize(
    ("code", "field", "value", "place", "counts"),
    [
        (IssueCode.CONFLICTING_VALUES, "code", "500-23439 C", "body > p", True),
        (IssueCode.CONFLICTING_VALUES, "code", "500-23439 C", None, False),
        (IssueCode.CONFLICTING_VALUES, "level", "500-23439 C", "body > p", False),
        (IssueCode.CONFLICTING_VALUES, "code", None, "body > p", False),
        (IssueCode.CONFLICTING_VALUES, "code", "500-23438", "body > p", False),
        (IssueCode.MISSING_FIELD, "code", "500-23439 C", "body > p", False),
        (IssueCode.UNACCOUNTED, "code", "500-23439 C", "body > p", False),
    ],
)
def test_an_issue_counts_with_field_words_and_place(
    code: IssueCode, field: str, value: str | None, place: str | None, *, counts: bool
) -> None:
    signal = Signal("code", "code", "500-23439 C", "50023439", Line("500-23439 C"))
    given = issue(code, field, value, place=place)
    assert (unaccounted([signal], [record()], [given]) == ()) is counts


def test_the_reader_says_what_it_left_out() -> None:
    """A menu's file is no document of the diploma: the record says so instead of losing it."""
    menu = (
        "<nav><ul><li><a href='/'>Accueil</a></li><li><a href='/aide.pdf'>Aide</a></li></ul></nav>"
    )
    body = f"<html><body>{menu}{PAGE}</body></html>".encode()
    (only,) = read(Document(body), Lexicon.packaged()).records
    assert "/aide.pdf" not in [document.url for document in only.record.documents]
    (left,) = [each for each in only.record.issues if each.value == "/aide.pdf"]
    assert (left.issue, left.field, left.severity) == (
        IssueCode.UNLABELLED_TEXT,
        "documents",
        "info",
    )
    assert (left.place or "").endswith("ul:nth-child(1) > li:nth-child(2) > a:nth-child(1)")


def test_a_menu_as_long_as_no_text_may_be_is_told_and_refuses_nothing() -> None:
    links = "".join(f"<a href='/{number}.pdf'>Aide</a> " for number in range(25_000))
    body = f"<html><body><nav>{links}</nav>{PAGE}</body></html>".encode()
    (only,) = read(Document(body), Lexicon.packaged()).records
    told = [each.value for each in only.record.issues if each.field == "documents"]
    assert len(told) == len(set(told)) == 25_000


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("arrêté du 3 mai 2004 portant création et arrêté du 5 juin 2008", True),
        ("arrêté du 3 mai 2004 portant création ; par l'arrêté modificatif du 5 juin 2008", True),
        ("arrêté du 3 mai 2004 modifiant l'arrêté du 5 juin 2008 portant création", False),
        ("arrêté du 3 mai 2004 modifiant les arrêtés du 7 mai 2003 et du 5 juin 2008", False),
        ("arrêté du 3 mai 2004 modifiant l'arrêté du 7 mai 2003 et l'arrêté du 5 juin 2008", False),
    ],
)
def test_an_order_beside_another_is_not_held_by_its_title(title: str, is_told: bool) -> None:
    page = f"<title>CAP vannerie</title><h1>CAP vannerie</h1><p>{title}</p>"
    order = LegalText(title=title, date="2004-05-03", kind=None, nor=None, url=None)
    held = record().model_copy(update={"legal_texts": (order,)})
    left = unaccounted(page_signals(*page_lines(LexborHTMLParser(page))), [held])
    assert ("5 juin 2008" in {signal.words for signal in left}) == is_told
