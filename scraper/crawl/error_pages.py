"""Pages that are no answer although their status says so (*soft errors*).

What the site's own look like is not known; these are the words that French public sites and the
usual servers write in title and first heading.
"""

import re
from html import unescape

from schema.issues import Refusal
from schema.text import fold

_BEGINNING = 65_536
_HEADINGS = re.compile(r"<(title|h1)\b[^<>]{0,400}>(.{0,500}?)</\1", re.IGNORECASE | re.DOTALL)
_SHORT = 2500
_SCRIPT = re.compile(r"<(script|style)\b.*?</\1", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_PASSWORD = re.compile(r"<input\b[^<>]{0,400}\btype\s*=\s*[\"']?password", re.IGNORECASE)
_CHALLENGE = re.compile(
    r"cf-chl-|/cdn-cgi/challenge-platform|g-recaptcha|h-captcha|incapsula incident|_Incapsula_",
    re.IGNORECASE,
)
# Compared without accents and punctuation. "maintenance" alone is the name of diplomas.
_WORDS: dict[Refusal, re.Pattern[str]] = {
    Refusal.NOT_FOUND_PAGE: re.compile(
        r"\b(page|document|fichier|contenu|ressource) (non trouvee?|introuvable|inexistante?"
        r"|not found|n existe (pas|plus))|\berreur 40[34]\b|^404\b|\berror 404\b|\bnot found\b"
        r"|\bpage demandee (est|n)\b"
    ),
    Refusal.LOGIN_PAGE: re.compile(
        r"^(authentification|connexion|identification|se connecter|login|log in|sign in)\b"
        r"|\bservice d authentification\b"
    ),
    Refusal.CHALLENGE_PAGE: re.compile(
        r"\bjust a moment\b|\bun instant\b|\bchecking your browser\b|\bcaptcha\b"
        r"|\bare you (a )?(human|robot)\b|\bverification (de securite|de votre navigateur)\b"
        r"|\baccess denied\b|\bacces (refuse|interdit)\b|\battention required\b"
    ),
    Refusal.MAINTENANCE_PAGE: re.compile(
        r"\b(site|service|serveur|plateforme) (est )?(actuellement )?(en (cours de )?maintenance|"
        r"(momentanement |temporairement )?indisponible)|\bunder maintenance\b"
        r"|^maintenance( en cours)?$|\bservice unavailable\b|\berreur (interne|50[0-9])\b"
        r"|\binternal server error\b|\bbad gateway\b"
    ),
}


def soft_error(text: str) -> Refusal | None:
    """Why the HTML `text`, sent with status 200, is no page of the site; None when it may be one.

    Only the beginning of `text` is looked at, in linear time.
    """
    text = text[:_BEGINNING]
    headings = [fold(unescape(_TAG.sub(" ", match[2]))) for match in _HEADINGS.finditer(text)]
    for reason, words in _WORDS.items():
        if any(words.search(heading) for heading in headings):
            return reason
    # A login box or a captcha also stands beside the text of a good page: then there is text.
    if len(_TAG.sub("", _SCRIPT.sub("", text))) > _SHORT:
        return None
    if _CHALLENGE.search(text):
        return Refusal.CHALLENGE_PAGE
    return Refusal.LOGIN_PAGE if _PASSWORD.search(text) else None
