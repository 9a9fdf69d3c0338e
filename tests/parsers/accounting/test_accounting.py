"""Every signal of a page is in its records or in an issue that names field, words and place."""

import random
import re
from typing import NamedTuple

import pytest

from parsers.accounting.ledger import unaccounted
from parsers.accounting.page_lines import Line
from parsers.accounting.signals import Signal, SignalKind
from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.parsers.accounting.pages import lost, pages
from tests.support.effort import SOAK

PAGES = list(pages())
FOLDERS = sorted({name.partition("/")[0] for name, _ in PAGES})
_ROUNDS = 10_000 if SOAK else 300

# What pages state of other things than their diploma: other diplomas, past papers.
OF_OTHERS = {
    "life/repeals_predecessor": {"2024"},
    "several/one__links_to_others": {"400-25006", "500-22339", "500-22342"},
    "sober/CAP_CC": {"500-22138"},
    "sober/e082": {"7 septembre 1990"},
    "sober/index5b5b": {"2004"},
    "sober/CAP_carrossier": {"2025"},
}


class Added(NamedTuple):
    """Markup that states one thing; `{day}` is 21 to 29, `{number}` 100 to 999."""

    kind: SignalKind
    key: str
    markup: str


ADDED = (
    Added("order-date", "2011-03-{day}", "<p>Arrêté du {day} mars 2011</p>"),
    Added("order-date", "2011-03-{day}", "<div>Arrêté du {day}-3-2011, J.O. du 30-4-2011</div>"),
    Added("order-date", "2011-03-{day}", "<li>Décret n° 2011-{number} du {day} mars 2011</li>"),
    Added("order-date", "2011-03-{day}", " <span>modifié par l'arrêté du {day}/03/2011</span> "),
    Added("file", "z/annexe_{number}.pdf", '<p><a href="z/annexe_{number}.pdf">Annexe</a></p>'),
    Added("file", "z/{number}.odt", '<a href="z/{number}.ODT"><img src="odt.gif" alt=""></a>'),
    Added("file", "z/{number}.pdf", '<map><area href="z/{number}.pdf" alt="Annexe"></map>'),
    Added("file", "z/{number}.doc", '<select><option value="z/{number}.doc">A</option></select>'),
    Added("file", "z/{number}.pdf", '<iframe src="z/{number}.pdf"></iframe>'),
    Added("file", "z/{number}.pdf", '<object data="z/{number}.pdf"></object>'),
    Added("file", "z/{number}.pdf", "<button onclick=\"window.open('z/{number}.pdf')\">A</button>"),
    Added("session", "20{day}", "<p>Dernière session : 20{day}</p>"),
    Added("session", "20{day}", "<p>Première session d'examen en 20{day}</p>"),
    Added("code", "50077{number}", "<p>Code : 500-77{number}</p>"),
    Added("code", "40077{number}", " <b>400-77{number} T</b> "),
    Added("rncp", "{number}99", "<p>RNCP {number}99</p>"),
    Added("rncp", "{number}99", '<a href="https://example.org/rncp/{number}99/">Fiche</a>'),
    Added("nor", "MENE11{number}22A", "<p>NOR : MENE11{number}22A</p>"),
    Added("repeal", "abroge", '<div class="alert">Ce diplôme est abrogé.</div>'),
    Added("repeal", "abroge", '<img src="abroge.gif" alt="Diplôme abrogé">'),
    Added("repeal", "n'est ", "<p>Ce diplôme n'est plus en vigueur.</p>"),
    Added("repeal", "suppri", "<p>Cette spécialité est supprimée.</p>"),
    Added("repeal", "rempla", "<p>Ce diplôme est remplacé par le 400-77{number} R.</p>"),
)
_TAG = re.compile(
    rb"<!--.*?-->|<(script|style|template|title|textarea|del|s|strike)\b.*?</\1\s*>"
    rb"|(?P<tag></?[a-zA-Z][^<>]*>)",
    re.DOTALL | re.IGNORECASE,
)


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_signal_of_a_page_is_lost(folder: str) -> None:
    """Of each page the words of the signals that nothing accounts for, when there are any."""
    lost_words = {
        name: words
        for name, body in PAGES
        if name.startswith(f"{folder}/")
        if (words := {issue.value for issue in lost(name, body)})
    }
    expected = {name: words for name, words in OF_OTHERS.items() if name.startswith(f"{folder}/")}
    assert lost_words == expected


def _with_signal(body: bytes, choose: random.Random) -> tuple[bytes, Signal]:
    """Return `body` with something stated behind a random tag, and the signal of that."""
    added = choose.choice(ADDED)
    values = {"day": choose.randint(21, 29), "number": choose.randint(100, 999)}
    markup = added.markup.format(**values).encode("ascii", "xmlcharrefreplace")
    start = body.lower().find(b"<body")
    places = [m.end() for m in _TAG.finditer(body) if m["tag"] and m.start() >= start]
    place = choose.choice(places)
    signal = Signal(added.kind, "", "", added.key.format(**values), Line(""))
    return body[:place] + markup + body[place:], signal


def _is_told(signal: Signal, records: list[Referential]) -> bool:
    """Whether a record or any of its issues with field, words and place holds a signal."""
    renamed = [
        record.model_copy(
            update={
                "issues": tuple(
                    issue.model_copy(update={"issue": IssueCode.UNLABELLED_TEXT})
                    for issue in record.issues
                    if issue.issue is not IssueCode.MISSING_FIELD
                )
            }
        )
        for record in records
    ]
    return unaccounted([signal], renamed) == ()


def test_nothing_added_anywhere_goes_untold() -> None:
    """A page is read with something added in a random place: it is told, or the page refused."""
    choose = random.Random(20261126)
    missing = []
    for _ in range(_ROUNDS):
        name, body = choose.choice(PAGES)
        changed, signal = _with_signal(body, choose)
        url = f"https://eduscol.education.fr/referentiels-professionnels/{name.split('/')[-1]}.html"
        try:
            reading = read(Document(changed, url), Lexicon.packaged())
        except Refused:
            continue
        if not _is_told(signal, [each.record for each in reading.records]):
            missing.append((name, signal.kind, signal.key))
    assert missing == []
