"""Soft errors: which 200s are none (mock-ups, written for these tests)."""

import pytest

from schema.issues import Refusal
from scraper.crawl.error_pages import soft_error


def page(title: str, body: str = "") -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


LONG = "<p>" + "Le titulaire du diplôme exerce son métier en atelier. " * 60 + "</p>"
LOGIN = "<form><input name=mdp type='password'></form>"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (page("Page non trouvée | éduscol"), Refusal.NOT_FOUND_PAGE),
        (page("x", "<h1 class=t>La page demandée n&#39;existe pas</h1>"), Refusal.NOT_FOUND_PAGE),
        (page("404 Not Found"), Refusal.NOT_FOUND_PAGE),
        (page("Erreur 404"), Refusal.NOT_FOUND_PAGE),
        (page("Authentification requise"), Refusal.LOGIN_PAGE),
        (page("Espace pro", LOGIN), Refusal.LOGIN_PAGE),
        (page("Just a moment..."), Refusal.CHALLENGE_PAGE),
        (page("x", "<script src=/cdn-cgi/challenge-platform/h></script>"), Refusal.CHALLENGE_PAGE),
        (page("Accès refusé"), Refusal.CHALLENGE_PAGE),
        (page("Site en maintenance"), Refusal.MAINTENANCE_PAGE),
        (page("Maintenance en cours"), Refusal.MAINTENANCE_PAGE),
        (page("502 Bad Gateway"), Refusal.MAINTENANCE_PAGE),
        ("<TITLE>\nErreur\n404\n</TITLE>", Refusal.NOT_FOUND_PAGE),
    ],
)  # fmt: skip
def test_no_page(text: str, reason: Refusal) -> None:
    assert soft_error(text) is reason


@pytest.mark.parametrize(
    "text",
    [
        page("CAP maintenance des véhicules"),
        page("CS maintenance des équipements thermiques individuels"),
        page("BP n° 404"),
        page("BMA serrurier", LOGIN + LONG),
        page("CAP boulanger", LONG + "<div class=g-recaptcha></div>"),
        page("CAP", "<p>Page non trouvée, erreur 404, connexion</p>"),
        "<title " + "x" * 100_000,
        "<title>" * 20_000,
        "",
    ],
)
def test_may_be_a_page(text: str) -> None:
    assert soft_error(text) is None
