"""Recognise error pages: not found, login, robot challenge, maintenance, sent with status 200.

The crawler asks before it accepts a body, the reader before it reads one: both get the same
answer. The site's own error pages are unknown; the words are those that French public sites and
the usual servers, firewalls and content management systems write (20 mock-ups in
`tests/fixtures/refused`). Two rules keep true pages out:

- a title or first heading decides only when one of its segments *begins* with words of an error
  (a diploma whose name holds "maintenance" begins with its type);
- words in the running text decide only on a short page that links to no file and states neither
  an order nor a code.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.formats.limits import refuse_too_complex
from parsers.model.file_types import is_file
from schema.code import codes_in
from schema.issues import Refusal
from schema.text import clean, fold
from schema.title import read_title

# What each reason says of a page.
ERROR_PAGES = {
    Refusal.NOT_FOUND_PAGE: "the page says that the address does not exist",
    Refusal.LOGIN_PAGE: "the page asks to log in",
    Refusal.CHALLENGE_PAGE: "the page checks for robots",
    Refusal.MAINTENANCE_PAGE: "the page says that the site is unavailable",
}
# Longer texts are articles or référentiels, whatever stands beside them.
_SHORT = 2500
# A notice stands at the beginning, below the title.
_BEGINNING = 1000
# An article that can be read is no wall, whatever its scripts and `noscript` say.
_WALL = 500
_NOT_SHOWN = frozenset("script style template noscript svg head".split())
_AROUND = frozenset("nav header footer aside".split())
_AROUND_ROLES = frozenset("navigation banner contentinfo complementary search dialog".split())
_SEGMENTS = re.compile(r"\s[-–—|:/]{1,2}\s|[|:!?.…»«]+")
_ORDER = re.compile(r"\b(?:arretes?|decrets?)\b.{0,60}\b(?:19|20)\d\d\b")
_PAGE = r"(?:page|document|contenu|fichier|ressource|adresse|article|fiche|rubrique|url)"
_MISSING = (
    r"(?:non trouvee?|introuvable|inexistante?|pas trouvee?|not found|n existe (?:pas|plus)|"
    r"n est (?:plus|pas) (?:disponible|en ligne|accessible)|"
    r"a ete (?:supprimee?|retiree?|deplacee?)|"
    r"n a (?:pas|pu) (?:pu )?(?:pas )?(?:ete|etre) trouvee?)"
)
# Compared with segments of titles and first headings, folded, from their beginning.
_HEADINGS: dict[Refusal, re.Pattern[str]] = {
    Refusal.NOT_FOUND_PAGE: re.compile(
        rf"(?:oups |desole |erreur )?(?:cette |la |le |l |ce )?{_PAGE}\b.{{0,40}}\b{_MISSING}\b"
        r"|(?:http )?(?:erreur|error|code|status)? ?(?:http )?(?:404|410)\b"
        r"|(?:object |file )?not found$"
        r"|page not found\b|page (?:demandee|inconnue|manquante)$|erreur de page$"
    ),
    Refusal.LOGIN_PAGE: re.compile(
        r"(?:page d |service (?:central )?d |portail d |guichet d |espace d )?"
        r"(?:authentification|identification)\b|connexion(?: (?:a|au|aux|requise|securisee)\b|$)"
        r"|(?:se connecter|connectez vous|identifiez vous|veuillez vous (?:connecter|identifier))\b"
        r"|(?:login|log in|sign in|central authentication service|cas login)\b"
        r"|(?:acces|espace) (?:reserve|securise|prive)\b|mot de passe\b|session expiree\b"
    ),
    Refusal.CHALLENGE_PAGE: re.compile(
        r"just a moment\b|un instant\b|un moment\b|checking (?:your browser|if)\b|captcha\b|ddos\b"
        r"|(?:are you (?:a )?|verify you are )(?:human|robot)\b|etes vous un (?:robot|humain)\b"
        r"|verifi(?:cation|ons) (?:de securite|de votre navigateur|du navigateur|que vous)\b"
        r"|(?:403 )?(?:access denied|acces (?:refuse|interdit|bloque)|forbidden|interdit$)"
        r"|(?:erreur|error) 403\b|403(?: forbidden)?$|attention required\b"
        r"|pardon our interruption\b"
        r"|(?:the )?request(?:ed url was)? (?:rejected|blocked)\b|trafic inhabituel\b"
        r"|(?:too many requests|trop de requetes)\b|429\b|human verification\b|bot detection\b"
    ),
    Refusal.MAINTENANCE_PAGE: re.compile(
        r"(?:le |ce |notre |votre )?(?:site|service|serveur|plateforme|application|portail|page)"
        r"(?: \w+)? (?:(?:est |sera )?(?:actuellement |momentanement |temporairement )?"
        r"(?:en (?:cours de )?maintenance|indisponible|ferme|en travaux|hors service)\b)"
        r"|(?:maintenance|en maintenance)(?: (?:en cours|planifiee|programmee|du site|technique))?$"
        r"|(?:operation|periode) de maintenance\b"
        r"|(?:site )?(?:is )?(?:under|down for) maintenance\b"
        r"|(?:momentanement|temporairement) indisponible\b|service (?:temporarily )?unavailable\b"
        r"|(?:http )?(?:erreur|error)? ?(?:http )?50[0-4]\b|(?:internal )?server error\b"
        r"|bad gateway\b|gateway time ?out\b|erreur (?:interne|du serveur|technique)\b"
        r"|nous revenons (?:bientot|dans)\b|de retour bientot\b"
    ),
}
# Searched in the beginning of a page that says hardly anything, folded.
_TEXTS: dict[Refusal, re.Pattern[str]] = {
    Refusal.NOT_FOUND_PAGE: re.compile(
        rf"\b{_PAGE} (?:demandee? |recherchee? |que vous .{{0,40}}|cherchee? )?{_MISSING}\b"
        r"|\berreur 404\b|\b404 (?:page )?not found\b|\bpage not found\b|\bwas not found on this\b"
    ),
    Refusal.LOGIN_PAGE: re.compile(
        r"\b(?:identifiez|connectez|authentifiez) vous\b|\bguichet d authentification\b"
        r"|\bvous (?:devez|allez) (?:vous (?:connecter|identifier|authentifier)|etre connecte)"
        r"|\b(?:entrez|saisissez) votre (?:identifiant|mot de passe|nom d utilisateur)\b"
        r"|\breserve (?:aux|a l usage des) (?:enseignants|personnels|utilisateurs|membres|abonnes)"
        r".{0,60}\b(?:connect|identifi)|\bvotre session a expire\b"
    ),
    Refusal.CHALLENGE_PAGE: re.compile(
        r"\bactive[rz] (?:le )?javascript\b|\benable (?:javascript|js|cookies)\b|\bcaptcha\b"
        r"|\bverification (?:de|du) (?:votre )?navigateur\b|\bad blocker\b|\bsupport id\b"
        r"|\bpas un robot\b|\brequested url was rejected\b|\bunusual traffic\b|\bray id\b"
        r"|\btrafic inhabituel\b|\bdon t have permission to access\b|\bchecking your browser\b"
    ),
    Refusal.MAINTENANCE_PAGE: re.compile(
        r"\b(?:site|service|serveur|plateforme|application|portail)(?: \w+){0,5} est (?:\w+ment )?"
        r"(?:en (?:cours de )?maintenance|indisponible|ferme|hors service)\b"
        r"|\boperation de maintenance\b|\bservice (?:temporarily )?unavailable\b"
        r"|\b(?:merci de|veuillez) (?:revenir|reessayer) (?:plus tard|ulterieurement|dans)\b"
    ),
}
# Addresses and class names that firewalls put into their own pages.
_CHALLENGE_SCRIPT = re.compile(
    r"cf-chl-|_cf_chl|/cdn-cgi/challenge-platform|g-recaptcha|h-captcha|captcha-delivery\.com"
    r"|incapsula incident|_Incapsula_",
    re.IGNORECASE,
)


def classify_error_page(text: str, tree: LexborHTMLParser | None = None) -> Refusal | None:
    """Why the HTML (or plain) `text` is an error page; None when it may be a page of the site.

    The four reasons are `not-found-page`, `login-page`, `challenge-page` and `maintenance-page`.
    `tree`: the text as parsed, where it was parsed before.
    Raises `Refused(too-complex)` when the HTML parser could not take the text.
    """
    refuse_too_complex(text)
    tree = tree or LexborHTMLParser(text)
    page = _MainText(tree.body)
    is_wall = len(page.text) <= _WALL
    for heading in _headings(tree) or [page.text] * is_wall:
        if reason := _heading_reason(heading):
            return reason
    if page.says_more:
        return None
    if page.has_password:
        return Refusal.LOGIN_PAGE
    plain = fold(page.text[:_BEGINNING])
    for reason, words in _TEXTS.items():
        if words.search(plain) and (is_wall or reason is not Refusal.CHALLENGE_PAGE):
            return reason
    return Refusal.CHALLENGE_PAGE if is_wall and _CHALLENGE_SCRIPT.search(text) else None


def _heading_reason(heading: str) -> Refusal | None:
    """Return the error that a segment of a heading begins with."""
    # "Bac pro technicien de service - maintenance"
    is_diploma = bool(read_title(heading).types)
    for segment in [heading, *_SEGMENTS.split(heading)]:
        folded = fold(segment)
        for reason, words in _HEADINGS.items():
            if words.match(folded) and not (is_diploma and reason is Refusal.MAINTENANCE_PAGE):
                return reason
    return None


def _headings(tree: LexborHTMLParser) -> list[str]:
    """Return the texts of `<title>` and of every `h1`."""
    texts = [clean(node.text()[:500]) for node in tree.css("head > title, h1")]
    return [text for text in texts if text]


class _MainText:
    """The text that a reader sees, without navigation, header, footer and asides.

    The walk ends as soon as the text is too long for an error page. `says_more`: whether the page
    states what an error page never does.
    """

    def __init__(self, root: LexborNode | None) -> None:
        self.has_password = False
        texts: list[str] = []
        length, has_file = 0, False
        stack = [root.child if root is not None else None]
        while stack and length <= _SHORT:
            node = stack.pop()
            if node is None:
                continue
            stack.append(node.next)
            if node.is_text_node:
                text = clean(node.text_content or "")
                texts += [text] if text else []
                length += len(text)
            elif node.is_element_node and not _is_around(node):
                attributes = node.attributes
                has_file |= is_file(attributes.get("href"))
                self.has_password |= (attributes.get("type") or "").lower() == "password"
                stack.append(node.child)
        self.text = " ".join(texts)
        self.says_more = (
            length > _SHORT
            or has_file
            or bool(_ORDER.search(fold(self.text)))
            or bool(codes_in(self.text))
        )


def _is_around(node: LexborNode) -> bool:
    """Return whether the element is not shown, or is page furniture by its tag or role."""
    tag = node.tag or ""
    if tag in _NOT_SHOWN:
        return True
    around = tag in _AROUND or node.attributes.get("role") in _AROUND_ROLES
    return around and node.css_first("h1") is None
