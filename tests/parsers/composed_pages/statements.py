"""The wordings of sessions, codes, levels, the repeal, and what says nothing of the record."""

from .draft import Draft
from .pieces import Piece, alert, entry, note, pair, par, under
from .titles import ROMAN_LEVELS

FIRST = (
    pair("Première session", "{year}"),
    pair("Première session d'examen", "{year}"),
    pair("1re session", "{year}"),
    pair("1<sup>re</sup> session d'examen", "juin {year}"),
    pair("Date de la première session", "{year}"),
    pair("Première session", "session {year}"),
    par("La première session d'examen a lieu en {year}."),
    par("Ce diplôme est délivré à compter de la session {year}."),
    par("Application à partir de la session d'examen {year}."),
    note("Première session d'examen : {year}"),
    pair("Mise en application", "session {year}"),
    par(
        "La première session du diplôme organisée conformément aux dispositions de l'arrêté a "
        "lieu en {year}."
    ),
    under("Première session", "{year}"),
    pair("Première session du diplôme", "juin {year}"),
    note("1ère session {year}"),
    par("Rentrée {start}, première session {year}."),
)
LAST = (
    pair("Dernière session", "{year}"),
    pair("Dernière session d'examen", "{year}"),
    pair("Date de la dernière session", "{year}"),
    pair("Dernière session", "juin {year}"),
    par("La dernière session d'examen a lieu en {year}."),
    par("La dernière session est fixée à {year}."),
    alert("Attention : dernière session en {year}."),
    note("Dernière session d'examen : {year}"),
    pair("Dernière session", "{year} (session supplémentaire {next})"),
    par("Dernière session normale : {year}. Une session de rattrapage est organisée en {next}."),
    under("Dernière session", "{year}"),
    par(
        "La dernière session a lieu en {year} ; une session supplémentaire est ouverte en {next} "
        "aux candidats ajournés."
    ),
    alert("Dernière session d'examen : {year}"),
    pair("Dernière session du diplôme", "session {year}"),
)
BOTH = (
    pair("Sessions", "{first} à {last}"),
    pair("Sessions d'examen", "de {first} à {last}"),
    pair("Première et dernière sessions", "{first} - {last}"),
    par("Première session : {first}. Dernière session : {last}."),
    par("La première session a eu lieu en {first} et la dernière session a lieu en {last}."),
)
CODE = (
    pair("Code", "{code}"),
    pair("Code diplôme", "{code}"),
    pair("Code du diplôme", "{code}"),
    pair("Code formation-diplôme", "{code}"),
    pair("Code scolarité", "{code}"),
    pair("N° de diplôme", "{code}"),
    pair("Code formation diplôme (CFD)", "{code}"),
    pair("CFD", "{code}"),
    par("Diplôme enregistré sous le code {code}."),
    par("Code diplôme {code}"),
    note("(code {code})"),
    under("Code diplôme", "{code}"),
    pair("Code diplôme", "{code} (NSF {field})"),
    par("Code du diplôme : {code} - groupe NSF {field}"),
    pair("Code nomenclature", "{code}"),
    pair("Code diplôme (nomenclature)", "{code}"),
)
RNCP = (
    pair("RNCP", "{number}"),
    pair("Code RNCP", "{number}"),
    pair("N° RNCP", "{number}"),
    pair("Fiche RNCP", "{link}"),
    par("Inscrit au RNCP sous le numéro {number}."),
    par("Fiche RNCP n° {number}"),
    par(
        "Ce diplôme est enregistré au répertoire national des certifications professionnelles "
        "(RNCP{number})."
    ),
    pair("Numéro de fiche RNCP", "RNCP{number}"),
    entry("{link}"),
    note("RNCP {number}"),
    under("Code RNCP", "{number}"),
    pair("Certification", "RNCP{number}"),
    par("Voir la {file}."),
    pair("Répertoire national (RNCP)", "fiche {number}"),
)
LEVEL = (
    pair("Niveau", "{level}"),
    pair("Niveau", "niveau {level}"),
    pair("Niveau", "{roman}"),
    pair("Niveau de qualification", "{level}"),
    pair("Niveau du diplôme", "Niveau {level}"),
    par("Diplôme de niveau {level}"),
    par("Diplôme de niveau {roman}"),
    pair("Niveau", "{level} (ancien niveau {roman})"),
    pair("Niveau de formation", "{roman}"),
    par("Niveau {level} du cadre national des certifications professionnelles"),
    note("Niveau {level}"),
    under("Niveau", "{level}"),
    pair("Niveau européen", "{level}"),
    pair("Niveau de certification", "niveau {level}"),
)
REPEAL = (
    pair("Abrogé par", "{order_r}"),
    pair("Arrêté d'abrogation", "{date_r}"),
    par("Ce diplôme a été abrogé par {order_r}."),
    alert("Diplôme abrogé par {order_r}"),
    alert("Attention : diplôme abrogé ({order_r}, {jo_r})."),
    note("Abrogé par {order_r}"),
    pair("Abrogation", "{order_r}"),
    pair("Date de l'arrêté d'abrogation", "{date_r}"),
    par("L'{order_c} est abrogé par l'{order_r}."),
    under("Abrogation", "Arrêté du {date_r}"),
    par("Diplôme supprimé par {order_r} ({jo_r})."),
    par("Arrêté du {date_r} portant abrogation du diplôme à l'issue de la dernière session."),
    entry("Arrêté du {date_r} abrogeant l'{order_c}"),
    pair("Situation", "abrogé par {order_r}"),
)
IN_FORCE = (
    pair("Statut", "en vigueur"),
    pair("État", "En vigueur"),
    par("Diplôme en vigueur."),
    pair("Situation du diplôme", "en vigueur"),
    note("Diplôme en vigueur"),
)
FURTHER = (
    pair("Durée de la formation", "2 ans"),
    pair("Commission professionnelle consultative", "Métiers de la construction"),
    pair("Secteur", "Services"),
    par(
        "Ce diplôme peut être obtenu par la voie scolaire, par apprentissage, par la formation "
        "continue ou par la VAE."
    ),
    pair("Ministère certificateur", "éducation nationale"),
)


def chosen(draft: Draft, slot: str, stock: tuple[Piece, ...]) -> Piece:
    """Choose a wording; its variant is named after its words."""
    names = ((f"{piece.kind} {piece.label} {piece.text}", piece) for piece in stock)
    return draft.choose(slot, tuple(names))


def first_session(draft: Draft) -> Piece:
    draft.first = draft.diploma.first or draft.days["c"].year + 2
    piece = chosen(draft, "first session", FIRST)
    return draft.piece(piece, year=draft.first, start=draft.first - 2)


def last_session(draft: Draft) -> Piece:
    draft.last = draft.last_year()
    return draft.piece(chosen(draft, "last session", LAST), year=draft.last, next=draft.last + 1)


def both_sessions(draft: Draft) -> Piece:
    draft.first = draft.diploma.first or draft.days["c"].year + 2
    draft.last = draft.last_year()
    return draft.piece(chosen(draft, "both sessions", BOTH), first=draft.first, last=draft.last)


def code(draft: Draft) -> Piece:
    draft.code_stated = True
    field = draft.code[3:6] + draft.diploma.letter.lower()
    written = draft.code_form(draft.code, draft.diploma.letter)
    return draft.piece(chosen(draft, "code", CODE), code=written, field=field)


def rncp(draft: Draft) -> Piece:
    number = draft.diploma.rncp or str(draft.random.randint(34000, 39999))
    draft.rncp = (f"RNCP{number}",)
    address = f'<a href="https://www.francecompetences.fr/recherche/rncp/{number}/">'
    return draft.piece(
        chosen(draft, "RNCP", RNCP),
        number=number,
        link=f"{address}RNCP{number}</a>",
        file=f"{address}fiche RNCP {number}</a>",
    )


def level(draft: Draft) -> Piece:
    number = draft.diploma.level
    return draft.piece(chosen(draft, "level", LEVEL), level=number, roman=ROMAN_LEVELS[number])


def repeal(draft: Draft) -> Piece:
    piece = chosen(draft, "repeal", REPEAL)
    draft.state_order("r", "r")
    draft.status = "repealed"
    if "{order_c}" in piece.text:
        draft.state_order("c", "-")
    return draft.piece(piece)


def in_force(draft: Draft) -> Piece:
    draft.status = "in_force"
    return chosen(draft, "in force", IN_FORCE)


def further(draft: Draft) -> Piece:
    return chosen(draft, "further", FURTHER)
