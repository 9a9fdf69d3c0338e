"""Every issue code and every reason of refusal: the one place where they are defined.

An issue is something a user of the data should be able to query: a value that is missing,
derived, contradicted or not understood. Its level says how much it matters:
`info` (known and harmless), `warning` (the value deserves a look), `error` (a value was lost).

Long because it is a table: a code beside its words is found at a glance, and hardly any of it runs.
"""

from enum import StrEnum
from typing import Literal, NamedTuple

from pydantic import AliasChoices, BaseModel, ConfigDict

from schema.fields import described

Level = Literal["info", "warning", "error"]


class Kind(NamedTuple):
    """The severity of an issue code, and its explanation in French and in English."""

    level: Level
    fr: str
    en: str


class IssueCode(StrEnum):
    """The codes of issues; `KINDS` documents each."""

    MISSING_FIELD = "missing-field"
    DERIVED_VALUE = "derived-value"
    CONFLICTING_VALUES = "conflicting-values"
    UNKNOWN_HEADING = "unknown-heading"
    UNKNOWN_TITLE = "unknown-title"
    UNKNOWN_TYPE = "unknown-type"
    AMBIGUOUS_TYPE = "ambiguous-type"
    TYPE_BY_PREFIX = "type-by-prefix"
    TYPE_CONTRADICTS_CODE = "type-contradicts-code"
    INVALID_CODE = "invalid-code"
    DOUBTFUL_CODE = "doubtful-code"
    UNKNOWN_PREFIX = "unknown-prefix"
    UNKNOWN_NSF = "unknown-nsf"
    UNKNOWN_LEVEL = "unknown-level"
    AMBIGUOUS_LEVEL = "ambiguous-level"
    NO_LEVEL = "no-level"
    LEVEL_CONTRADICTS_CODE = "level-contradicts-code"
    UNKNOWN_DURATION = "unknown-duration"
    DURATION_NOT_IN_MONTHS = "duration-not-in-months"
    UNKNOWN_TRADE_FORM = "unknown-trade-form"
    TRADE_FORMS_DIFFER = "trade-forms-differ"
    UNKNOWN_DATE = "unknown-date"
    UNKNOWN_SESSION = "unknown-session"
    UNKNOWN_RNCP = "unknown-rncp"
    UNCLOSED_DOCUMENT = "unclosed-document"
    ENCODING_REPAIRED = "encoding-repaired"
    EMPTY_SECTION = "empty-section"
    UNLABELLED_TEXT = "unlabelled-text"
    MERGED_SECTIONS = "merged-sections"
    UNREADABLE_TRADES = "unreadable-trades"
    DUPLICATE_ID = "duplicate-id"
    EMPTY_VALUE = "empty-value"
    OTHER_ADDRESS = "other-address"
    SOURCES_DISAGREE = "sources-disagree"
    SOURCES_DIFFER = "sources-differ"
    AMBIGUOUS_JOIN = "ambiguous-join"
    CODE_OF_ANOTHER = "code-of-another"
    STALE_CODE = "stale-code"
    REPEATED_CODE = "repeated-code"
    REPEATED_DOCUMENT = "repeated-document"
    FETCH_FAILED = "fetch-failed"
    PAGE_GONE = "page-gone"
    PAGE_SUSPECT = "page-suspect"
    ARCHIVE_DAMAGED = "archive-damaged"
    INSECURE_REDIRECT = "insecure-redirect"
    HIDDEN_CHANGE = "hidden-change"
    WRONG_CONTENT_TYPE = "wrong-content-type"
    LINKS_NOT_FOLLOWED = "links-not-followed"
    ODD_ROBOTS = "odd-robots"
    UNACCOUNTED = "unaccounted"
    KNOWN_DISAGREES = "known-disagrees"
    SPLIT_BY_KNOWN = "split-by-known"
    AMBIGUOUS_TRADE = "ambiguous-trade"
    UNMATCHED_TRADE = "unmatched-trade"
    UNKNOWN_ROME = "unknown-rome"
    UNKNOWN_CERTIFICATION = "unknown-certification"
    CERTIFICATION_DISAGREES = "certification-disagrees"
    STALE_CERTIFICATION = "stale-certification"
    OPTIONS_DIFFER = "options-differ"
    DOCUMENT_UNREAD = "document-unread"


KINDS: dict[IssueCode, Kind] = {
    IssueCode.MISSING_FIELD: Kind(
        "info", "Le document ne dit rien de ce champ.", "The document does not state this field."
    ),
    IssueCode.DERIVED_VALUE: Kind(
        "info",
        "Niveau ou type déduit du préfixe du code, ou niveau déduit du type ; non publié.",
        "A level or type derived from the code's prefix, or a level from the type; not published.",
    ),
    IssueCode.CONFLICTING_VALUES: Kind(
        "warning",
        "Le document donne plusieurs valeurs ; la première est retenue.",
        "The document gives several values; the first is kept.",
    ),
    IssueCode.UNKNOWN_HEADING: Kind(
        "warning",
        "Titre de rubrique inconnu : ce qu'aucun libellé connu n'y annonce n'est rattaché à rien.",
        "Heading not in the lexicon: what stands below it under no known label is of no field.",
    ),
    IssueCode.UNKNOWN_TITLE: Kind(
        "warning",
        "Le titre ne donne qu'un type de diplôme : la spécialité n'a pas été trouvée.",
        "The title names a type of diploma only: no speciality was found.",
    ),
    IssueCode.UNKNOWN_TYPE: Kind(
        "warning", "Type de diplôme inconnu.", "Diploma type not in the vocabulary."
    ),
    IssueCode.AMBIGUOUS_TYPE: Kind(
        "warning",
        "Libellé de type porté par plusieurs types ; il faut le code pour trancher.",
        "A label that several types bear; only the code decides.",
    ),
    IssueCode.TYPE_BY_PREFIX: Kind(
        "info",
        "Le préfixe du code a tranché entre des types de même libellé.",
        "The code's prefix decided between types that bear the same label.",
    ),
    IssueCode.TYPE_CONTRADICTS_CODE: Kind(
        "warning",
        "Le type publié et le préfixe du code se contredisent.",
        "The published type and the code's prefix disagree.",
    ),
    IssueCode.INVALID_CODE: Kind(
        "error",
        "Ce n'est pas un code scolarité (8 caractères).",
        "Not a code scolarité (8 characters).",
    ),
    IssueCode.DOUBTFUL_CODE: Kind(
        "warning",
        "Code qui contient une lettre là où l'on attend un chiffre.",
        "A code with a letter where a digit was probably meant.",
    ),
    IssueCode.UNKNOWN_PREFIX: Kind(
        "warning",
        "Préfixe de code absent de la nomenclature.",
        "Code prefix not in the nomenclature.",
    ),
    IssueCode.UNKNOWN_NSF: Kind(
        "info",
        "Les caractères 4 à 6 du code ne sont pas un groupe NSF.",
        "Characters 4-6 of the code are not an NSF group.",
    ),
    IssueCode.UNKNOWN_LEVEL: Kind("warning", "Niveau non compris.", "Level not understood."),
    IssueCode.AMBIGUOUS_LEVEL: Kind(
        "warning",
        "Niveau qui peut se lire de deux façons (ancienne et nouvelle échelle).",
        "A level that can be read in two ways (former and present scale).",
    ),
    IssueCode.NO_LEVEL: Kind(
        "info", "Le document dit qu'il n'y a pas de niveau.", "The document says: no level."
    ),
    IssueCode.LEVEL_CONTRADICTS_CODE: Kind(
        "warning",
        "Le niveau publié et le préfixe du code se contredisent.",
        "The published level and the code's prefix disagree.",
    ),
    IssueCode.UNKNOWN_DURATION: Kind("warning", "Durée non comprise.", "Duration not understood."),
    IssueCode.DURATION_NOT_IN_MONTHS: Kind(
        "info",
        "Durée qui n'est pas un nombre entier de mois ; le libellé est gardé.",
        "A duration that is no whole number of months; the label is kept.",
    ),
    IssueCode.UNKNOWN_TRADE_FORM: Kind(
        "warning",
        "Marque de genre non comprise ; le libellé est gardé tel quel.",
        "Gender mark not understood; the label is kept as it is.",
    ),
    IssueCode.TRADE_FORMS_DIFFER: Kind(
        "warning",
        "D'autres fiches écrivent ce métier autrement ; la forme la plus fréquente est retenue.",
        "Other records write this trade in another way; the most frequent form is kept.",
    ),
    IssueCode.UNKNOWN_DATE: Kind("warning", "Date non comprise.", "Date not understood."),
    IssueCode.UNKNOWN_SESSION: Kind("warning", "Session non comprise.", "Session not understood."),
    IssueCode.UNKNOWN_RNCP: Kind("warning", "Numéro RNCP non compris.", "RNCP number unreadable."),
    IssueCode.UNCLOSED_DOCUMENT: Kind(
        "warning",
        "HTML sans </body> ni </html> : il peut manquer la fin.",
        "HTML without </body> or </html>: its end may be missing.",
    ),
    IssueCode.ENCODING_REPAIRED: Kind(
        "warning",
        "Le texte n'était pas dans l'encodage annoncé ; il a été réparé.",
        "The text was not in the declared encoding; it was repaired.",
    ),
    IssueCode.EMPTY_SECTION: Kind(
        "warning",
        "Rubrique annoncée par un titre, mais vide.",
        "A section announced by its heading, but empty.",
    ),
    IssueCode.UNLABELLED_TEXT: Kind(
        "info",
        "Paragraphe hors de toute rubrique : il n'est rattaché à aucun champ.",
        "A paragraph outside all sections: it belongs to no field.",
    ),
    IssueCode.MERGED_SECTIONS: Kind(
        "info",
        "Deux rubriques de noms différents pour un même champ : leurs textes se suivent.",
        "Two sections of different names for one field: their texts follow each other.",
    ),
    IssueCode.UNREADABLE_TRADES: Kind(
        "warning",
        "Texte sous les métiers qui n'est pas une liste de métiers.",
        "Text under the trades that is no list of trades.",
    ),
    IssueCode.DUPLICATE_ID: Kind(
        "error",
        "Deux documents donnent le même identifiant.",
        "Two documents give the same id.",
    ),
    IssueCode.EMPTY_VALUE: Kind("info", "Libellé sans valeur.", "A label without a value."),
    IssueCode.OTHER_ADDRESS: Kind(
        "info",
        "Le lien de la fiche ne mène pas à une page du site ; il est laissé de côté.",
        "The fiche's link leads to no page of the site; it is left out.",
    ),
    IssueCode.SOURCES_DISAGREE: Kind(
        "warning",
        "Deux sources se contredisent ; l'autre valeur est gardée comme preuve.",
        "Two sources disagree; the other value is kept as evidence.",
    ),
    IssueCode.SOURCES_DIFFER: Kind(
        "info",
        "Une autre source écrit autre chose ; son texte est gardé comme preuve.",
        "Another source words it otherwise; its text is kept as evidence.",
    ),
    IssueCode.CODE_OF_ANOTHER: Kind(
        "warning",
        "Une autre source donne ce code à un diplôme d'un autre nom : rien n'en est repris.",
        "Another source gives this code to a diploma of another name: nothing is taken from it.",
    ),
    IssueCode.AMBIGUOUS_JOIN: Kind(
        "warning",
        "Plusieurs rapprochements possibles avec une autre source : aucun n'est fait.",
        "Several documents of another source may belong here: none was joined.",
    ),
    IssueCode.STALE_CODE: Kind(
        "warning",
        "Le code a été remplacé par un autre depuis.",
        "The code has been replaced by another one since.",
    ),
    IssueCode.REPEATED_CODE: Kind(
        "warning",
        "Une fiche d'une autre page a ce code (option, page renommée ou code faux).",
        "A record of another page has this code (an option, a renamed page or a wrong code).",
    ),
    IssueCode.REPEATED_DOCUMENT: Kind(
        "warning",
        "Le même document deux fois dans une source, avec des textes différents.",
        "A source holds the same document twice, with different texts.",
    ),
    IssueCode.FETCH_FAILED: Kind(
        "error",
        "L'adresse n'a rien donné de lisible ; le contenu d'avant, s'il y en a un, est gardé.",
        "The address gave nothing usable; former content, if there is any, is kept.",
    ),
    IssueCode.PAGE_GONE: Kind(
        "warning",
        "Le site n'a pas cette page : 404 ou 410 deux fois de suite, ou page d'erreur ou renvoi à "
        "une autre page deux jours différents.",
        "The site has no such page: 404 or 410 in two separate runs, or an error page or a "
        "redirect to another page on two days.",
    ),
    IssueCode.PAGE_SUSPECT: Kind(
        "warning",
        "La réponse n'est pas le référentiel qui se trouvait là : elle est mise de côté, et le "
        "contenu d'avant gardé, jusqu'à ce qu'un autre jour la confirme.",
        "The answer is not the référentiel that stood there: it is held back, and the former "
        "content kept, until another day confirms it.",
    ),
    IssueCode.ARCHIVE_DAMAGED: Kind(
        "error",
        "Cette partie de l'archive ne peut pas être lue ; le prochain passage en ligne la "
        "remplace.",
        "This part of the archive cannot be read; the next live run replaces it.",
    ),
    IssueCode.INSECURE_REDIRECT: Kind(
        "warning",
        "La page sécurisée (https) renvoie à une adresse qui ne l'est pas (http).",
        "The https page redirects to http, where anybody on the way may change it.",
    ),
    IssueCode.HIDDEN_CHANGE: Kind(
        "warning",
        "Le site disait la page inchangée (304) alors qu'elle a changé.",
        "The site said that the page was unchanged (304), and it had changed.",
    ),
    IssueCode.WRONG_CONTENT_TYPE: Kind(
        "info",
        "Le type annoncé n'est pas celui du contenu.",
        "The announced type is not that of the content.",
    ),
    IssueCode.LINKS_NOT_FOLLOWED: Kind(
        "warning",
        "Liens laissés de côté : trop de pages, trop loin des adresses de départ, ou adresse avec "
        "un secret (jeton, mot de passe).",
        "Links left aside: too many pages, too far from the first addresses, or an address with a "
        "secret (token, password).",
    ),
    IssueCode.ODD_ROBOTS: Kind(
        "warning", "robots.txt inhabituel.", "A robots.txt that is not what it should be."
    ),
    IssueCode.KNOWN_DISAGREES: Kind(
        "warning",
        "Une autre source place ici un autre diplôme : rien n'en est repris.",
        "Another source places another diploma at this address: nothing was taken from it.",
    ),
    IssueCode.AMBIGUOUS_TRADE: Kind(
        "warning",
        "Plusieurs métiers de l'Onisep portent ce nom : aucun n'est retenu.",
        "Several of Onisep's trades bear this name: none was linked.",
    ),
    IssueCode.UNMATCHED_TRADE: Kind(
        "info",
        "Métier absent de la table des métiers de l'Onisep.",
        "A trade that Onisep's table of trades does not hold.",
    ),
    IssueCode.UNKNOWN_ROME: Kind(
        "warning",
        "Code ROME absent de la table des fiches ROME, ou mal formé.",
        "A ROME code that the table of sheets lacks, or that is malformed.",
    ),
    IssueCode.UNKNOWN_CERTIFICATION: Kind(
        "warning",
        "Numéro RNCP absent de l'export de France compétences.",
        "An RNCP number that France compétences' export does not hold.",
    ),
    IssueCode.CERTIFICATION_DISAGREES: Kind(
        "warning",
        "La fiche RNCP et le diplôme se contredisent.",
        "The sheet of the RNCP and the diploma disagree.",
    ),
    IssueCode.STALE_CERTIFICATION: Kind(
        "warning",
        "La fiche RNCP n'est plus active alors que rien ne dit le diplôme terminé.",
        "The sheet of the RNCP has ended, and nothing says that the diploma has.",
    ),
    IssueCode.SPLIT_BY_KNOWN: Kind(
        "info",
        "Page de plusieurs diplômes sans code : divisée d'après ceux qu'on y connaît.",
        "A page of several diplomas without codes, divided by those known at its address.",
    ),
    IssueCode.OPTIONS_DIFFER: Kind(
        "warning",
        "Les options de la page ne sont pas celles qu'on y connaît.",
        "The options of the page are not those of the diplomas known at its address.",
    ),
    IssueCode.DOCUMENT_UNREAD: Kind(
        "warning",
        "Document (PDF) lié qui n'a pas pu être lu, ou pas jusqu'au bout.",
        "A linked document (PDF) that could not be read, or not to its end.",
    ),
    IssueCode.UNACCOUNTED: Kind(
        "warning",
        "La page contient ceci, que la fiche ne reprend nulle part.",
        "The page holds this, and no field of the record does.",
    ),
}


class Refusal(StrEnum):
    """Why a document gives no record. A closed list, `REFUSALS` explains each."""

    EMPTY = "empty"
    NOT_TEXT = "not-text"
    UNDECODABLE = "undecodable"
    NOT_FOUND_PAGE = "not-found-page"
    LOGIN_PAGE = "login-page"
    CHALLENGE_PAGE = "challenge-page"
    MAINTENANCE_PAGE = "maintenance-page"
    INDEX_PAGE = "index-page"
    OTHER_PAGE = "other-page"
    TRUNCATED = "truncated"
    TOO_COMPLEX = "too-complex"
    PDF_WITHOUT_TEXT = "pdf-without-text"
    PDF_UNREADABLE = "pdf-unreadable"
    UNREADABLE = "unreadable"
    MALFORMED_ROW = "malformed-row"
    INVALID_RECORD = "invalid-record"
    READER_FAULT = "reader-fault"


REFUSALS: dict[Refusal, str] = {
    Refusal.EMPTY: "nothing in it",
    Refusal.NOT_TEXT: "binary, JSON or another format that holds no page",
    Refusal.UNDECODABLE: "text that no known encoding reads",
    Refusal.NOT_FOUND_PAGE: "a page that says the address does not exist",
    Refusal.LOGIN_PAGE: "a page that asks to log in",
    Refusal.CHALLENGE_PAGE: "a page that checks for robots",
    Refusal.MAINTENANCE_PAGE: "a page that says the site is being maintained",
    Refusal.INDEX_PAGE: "a list of links to referentials",
    Refusal.OTHER_PAGE: "a page about something else",
    Refusal.TRUNCATED: "a document cut off before its content",
    Refusal.TOO_COMPLEX: "markup that would exhaust the parser",
    Refusal.PDF_WITHOUT_TEXT: "a PDF in which no text names a diploma",
    Refusal.PDF_UNREADABLE: "an encrypted or broken PDF",
    Refusal.UNREADABLE: "a file that cannot be opened",
    Refusal.MALFORMED_ROW: "a row or element of a source that lacks the form of its kind",
    Refusal.INVALID_RECORD: "a record that failed validation; kept in rejected.ndjson.gz",
    Refusal.READER_FAULT: "a document on which the program fails: please report it",
}


class Issue(BaseModel):
    """Un constat sur une fiche ou une page. / A remark on one record or page.

    `issue` and `severity` were `code` and `level` up to schema 1: beside a diploma's own code and
    level those names misled. Journals of that time are still read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    issue: IssueCode = described(
        "Code du constat.", "Issue code.", validation_alias=AliasChoices("issue", "code")
    )
    severity: Level = described(
        "Gravité : info, warning ou error.",
        "Severity: info (known and harmless), warning (deserves a look), error (a value was lost).",
        validation_alias=AliasChoices("severity", "level"),
    )
    field: str | None = described("Champ concerné.", "Field concerned.")
    message: str = described(
        "Explication, en anglais ; le sens du code en français est dans le vocabulaire issue et "
        "dans la vue v_constats.",
        "Explanation, in English.",
    )
    value: str | None = described(
        "Texte en cause, tel que publié (d'un état, sa valeur) ; de deux qui se contredisent, les "
        "deux, séparés par « | », le texte retenu d'abord, coupés à 200 caractères.",
        "The text concerned, as published (of a status, its value); of two that contradict each "
        "other both, ` | ` between them, the one that was kept first, each cut at 200 characters.",
    )
    place: str | None = described(
        "Où il se trouve dans le document : sélecteur CSS (son premier élément), ligne, page.",
        "Where it stands in the document: CSS selector (its first element), line, page.",
        default=None,
    )
    source: str | None = described(
        "Source du texte ou du document en cause ; vide s'il n'y en a pas une seule.",
        "Source of the text or document concerned; null where it is not one source.",
        default=None,
    )
    chosen: bool | None = described(
        "Vrai si la valeur publiée du champ vient de cette source ; faux si une autre a été "
        "retenue : la valeur en cause n'est pas publiée ; vide quand il n'y a pas de champ, pas de "
        "valeur publiée ou pas une seule source.",
        "True when the field's published value comes from that source; false when another source "
        "was believed: the value concerned is not published; null where no field, no published "
        "value or no single source is concerned.",
        default=None,
    )


def issue(
    code: IssueCode,
    field: str | None = None,
    value: str | None = None,
    detail: str | None = None,
    place: str | None = None,
    source: str | None = None,
) -> Issue:
    """Make an issue of `code`; `detail` is added to the code's own explanation (English).

    `field`, `value` (the words as published) and `place` together account for a signal of the
    page: see `parsers.accounting`. `source`: whose text it is, where the record's merging does not
    say.
    """
    kind = KINDS[code]
    message = f"{kind.en.rstrip('.')}: {detail}" if detail else kind.en
    return Issue(
        issue=code, severity=kind.level, field=field, message=message, value=value, place=place,
        source=source,
    )  # fmt: skip


def unlabelled(
    field: str | None, value: str | None, detail: str | None = None, place: str | None = None
) -> Issue:
    """Make the issue of a text that no field holds; see `issue`."""
    return issue(IssueCode.UNLABELLED_TEXT, field, value, detail, place)
