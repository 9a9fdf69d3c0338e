"""Error pages sent with status 200: recognised alike by the reader and by the crawler.

All pages are mock-ups written for these tests.
"""

from pathlib import Path

import pytest

from parsers.classify.error_pages import ERROR_PAGES, classify_error_page
from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.issues import Refusal
from schema.lexicon import Lexicon
from scraper.crawl.response_check import classify
from scraper.model.response import Failure, FailureKind, Response

REFUSED = Path(__file__).parents[2] / "fixtures" / "refused"
WALLS = sorted(
    file for file in REFUSED.glob("*.html") if file.stem.split("__")[0] in ERROR_PAGES
)  # fmt: skip
ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/b224.html"


def page(title: str, body: str = "") -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


LONG = "<p>" + "Le titulaire du diplôme exerce son métier en atelier. " * 60 + "</p>"
SIGN = "<h1>CAP Vannerie</h1><h1>Identification</h1><p>Code : 500-25221</p>"
LOGIN = "<form><input name=mdp type='password'></form>"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (page("Page non trouvée | éduscol"), Refusal.NOT_FOUND_PAGE),
        (page("x", "<h1 class=t>La page demandée n&#39;existe pas</h1>"), Refusal.NOT_FOUND_PAGE),
        (page("404 Not Found"), Refusal.NOT_FOUND_PAGE),
        (page("Erreur 404"), Refusal.NOT_FOUND_PAGE),
        (page("éduscol - Page introuvable"), Refusal.NOT_FOUND_PAGE),
        (page("CAP boucher | Page non trouvée"), Refusal.NOT_FOUND_PAGE),
        (page("CAP", "<p>Page non trouvée, erreur 404</p>"), Refusal.NOT_FOUND_PAGE),
        (page("Éduscol", "<p>Le document demandé n'existe plus.</p>"), Refusal.NOT_FOUND_PAGE),
        (page("Authentification requise"), Refusal.LOGIN_PAGE),
        (page("Espace pro", LOGIN), Refusal.LOGIN_PAGE),
        (page("Connexion"), Refusal.LOGIN_PAGE),
        (page("éduscol", f"{SIGN}{LOGIN}"), Refusal.LOGIN_PAGE),
        (page("CAP boucher", "<p>Vous devez vous connecter pour lire.</p>"), Refusal.LOGIN_PAGE),
        (page("Just a moment..."), Refusal.CHALLENGE_PAGE),
        (page("x", "<script src=/cdn-cgi/challenge-platform/h></script>"), Refusal.CHALLENGE_PAGE),
        (page("Accès refusé"), Refusal.CHALLENGE_PAGE),
        (page("403 Forbidden"), Refusal.CHALLENGE_PAGE),
        (page("Trop de requêtes"), Refusal.CHALLENGE_PAGE),
        (page("Site en maintenance"), Refusal.MAINTENANCE_PAGE),
        (page("Maintenance en cours"), Refusal.MAINTENANCE_PAGE),
        (page("502 Bad Gateway"), Refusal.MAINTENANCE_PAGE),
        (page("éduscol", "<p>Le service est indisponible.</p>"), Refusal.MAINTENANCE_PAGE),
        ("<TITLE>\nErreur\n404\n</TITLE>", Refusal.NOT_FOUND_PAGE),
        ("404 page not found", Refusal.NOT_FOUND_PAGE),
    ],
)  # fmt: skip
def test_error_page(text: str, reason: Refusal) -> None:
    assert classify_error_page(text) is reason


@pytest.mark.parametrize(
    "text",
    [
        page("CAP maintenance des véhicules"),
        page("CS maintenance des équipements thermiques individuels"),
        page("Bac pro services - maintenance | Référentiels"),
        page("Référentiels", "<h1>Maintenance des matériels</h1><p>CAP</p>"),
        page("BTS services informatiques", "<p>Le site est en maintenance</p><a href=a.pdf>x</a>"),
        page("BP n° 404"),
        page("BMA serrurier", LOGIN + LONG),
        page("BMA serrurier", f"<header>{LOGIN}</header><p>Diplôme abrogé</p>"),
        page("CAP boulanger", LONG + "<div class=g-recaptcha></div>"),
        page("CAP tailleur", "<p>Arrêté du 3 mai 2010. Le document n'est plus disponible.</p>"),
        page("CAP tailleur", "<p>500-24235. Connectez-vous pour en savoir plus.</p>"),
        page("éduscol", SIGN),
        page("CAP", "<noscript>Activez JavaScript</noscript><p>Arrêté du 3 mai 2010</p>"),
        page("Ce diplôme n'existe plus", "<p>CAP cannier remplacé en 2012</p>"),
        "<title " + "x" * 100_000,
        "",
    ],
)
def test_no_error_page(text: str) -> None:
    assert classify_error_page(text) is None


def test_a_page_too_complex_to_parse_is_no_error_page_for_the_crawler() -> None:
    body = b"<title>" * 20_000
    answer = Response(ADDRESS, ADDRESS, 200, (("content-type", "text/html"),), body)
    assert classify(answer) is answer
    with pytest.raises(Refused, match="too-complex"):
        classify_error_page(body.decode())


@pytest.mark.parametrize("file", WALLS, ids=lambda file: file.name)
def test_the_crawler_refuses_what_the_reader_refuses(file: Path) -> None:
    body = file.read_bytes()
    reason = Refusal(file.stem.split("__")[0])
    with pytest.raises(Refused) as refused:
        read(Document(body, ADDRESS, None, None), Lexicon.packaged())
    answer = classify(Response(ADDRESS, ADDRESS, 200, (("content-type", "text/html"),), body))
    assert refused.value.reason is reason
    assert isinstance(answer, Failure)
    assert (answer.kind, answer.detail) == (FailureKind.SOFT_ERROR, reason.value)
