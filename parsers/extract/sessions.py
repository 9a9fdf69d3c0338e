"""The first and last exam sessions that sentences name: `première session d'examen en 1997`."""

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parsers.extract.attribution import Attribution, attribution
from parsers.extract.diploma_mentions import NOUNS, THE_DIPLOMA, THIS_DIPLOMA, DiplomaIdentity
from parsers.extract.named_diplomas import Owner, names_diploma
from parsers.extract.order_lines import names_order, says_what
from parsers.extract.order_tokens import Effect, effect_of
from parsers.extract.row import Row
from parsers.extract.row_context import is_session_heading
from parsers.extract.session_subjects import begins_diploma, is_of_part
from parsers.formats.boilerplate import OWN_FILE
from parsers.model.file_types import is_file
from parsers.model.statement import SUCCESSION, Finding, Statement
from parsers.segment.line_marks import LEADER
from parsers.segment.pieces import Piece
from schema.code import placed_codes
from schema.dates import dates_in, placed_dates
from schema.issues import unlabelled
from schema.text import clean, fold, has_any, same_length

# A row is looked at only where one of these stands in its folded text or in an address of its
# links, or under a label of the field: a new pattern needs its word here.
TRIGGERS = (
    "session", "sess.", "r examen", "sera plus ", "examen : ", "examen de ", "examen 1", "examen 2",
    "es epreuves", "rs candidats", "premiere ", "derniere ", "delivre",
    "depuis ", "a partir de ", "a compter de ", "rattrapage",
)  # fmt: skip
IN_SENTENCE = "named in a sentence"
OF_NEW = "named in a sentence, of a new diploma"
_YEAR = r"(?:19|20)\d\d"
_WHICH = r"(?P<which>premier|dernier|ultime|1(?:ere|re|e)(?= ))e?s?"
_SESSION = rf"{_WHICH} sessions?(?: d'examens?)?"
# Between the word and its year stands no other year, session or sentence.
_AFTER = re.compile(
    # "Première session des épreuves session 2021"
    rf"\b{_SESSION}(?:(?: d(?:es epreuves|e l'examen|u diplome))? session\b)?"
    # "la première session du C.A.P. Conducteur est organisée en 2014"
    # but "Première et dernière sessions : première : 2014"
    r"(?:(?!session|premiere ?:)[^.;\d]|\.(?! )|(?<=\b[a-z]\.[a-z])\.|\d(?!\d\d\d)){0,300}?"
    rf"(?:(?:: ?|\b(?:est|sera|fut) la )session (?:de )?(?:juin )?)?\b(?P<year>{_YEAR})\b(?!\d)"
)
# "Premier examen : 2021", "Première mise en œuvre du diplôme : 2021",
# "les premières épreuves se tiendront à la session 2028"
_EXAMINATION = re.compile(
    r"\b(?P<which>(?:premier|dernier)(?: examen|es epreuves\b"
    r"|e mise en oe?uvre (?:du diplome|de l'examen|des epreuves)\b"
    r"|s candidats [^.;\d]{0,40}\b(?:examines\b|l'examen\b|les epreuves\b|se presente)))"
    rf"(?:(?!session)[^.;\d]){{0,60}}?"
    rf"(?: session (?:de )?)?\b(?P<year>{_YEAR})\b(?!\d)"
)
# "la session 2025 est la première session", "Juin 2009 : première session",
# "Session 2009 : première session d'examen"
_BEFORE = re.compile(
    rf"(?:\bsession(?: d'examen)?(?: de)? |^\W{{0,3}}(?:en )?(?:[a-z]{{3,9}} )?"
    # "L'arrêté fixe à 2016 la première session."
    rf"|\bfixe (?:a|en) )(?P<year>{_YEAR})"
    r"(?:,? | ?[:(-] ?)"
    rf"(?:est |sera |etait |fut )?(?:la |sa )?{_SESSION}"
    # "première session 2016, dernière session en 2024": the year that follows is its own
    rf"(?!(?:(?!session| et )[^.;\d]){{0,45}}?\b{_YEAR}\b)"
)
# "session 2025 (première)", "1992 (1re session)"
_BESIDE = re.compile(
    rf"\b(?P<year>{_YEAR}) ?\((?P<which>premiere|derniere|ultime|1(?:ere|re|e))"
    r"(?: sessions?(?: d'examens?)?)?\)"
)
# "La session 2014 fut la première, la session 2025 la dernière", "session 1998, qui fut la
# première", "session 1995 : la première"
_OF_YEAR = re.compile(
    rf"\b(?:session|celle) (?:de )?(?P<year>{_YEAR})(?: ?:|, qui)? "
    r"(?:(?:est|sera|etait|fut|a(?:ura)? ete) )?la "
    r"(?P<which>premiere|derniere)\b(?! sessions?\b(?! (?:d'examen )?organisee))"
)
# "de 1998, année de la première session, à 2026, année de la dernière"
_ITS_YEAR = re.compile(
    rf"\b(?P<year>{_YEAR}),? (?:qui est |est |fut )?(?:l')?(?:annee|date) de (?:la|sa) "
    r"(?P<which>premiere|derniere)\b(?: sessions?)?"
)
# "C'est la session 2021 qui a inauguré ce diplôme"
_BEGINS_IT = re.compile(
    rf"\bsession (?:de )?(?P<year>{_YEAR}) (?:qui )?(?:a |aura )?(?P<which>inaugur|clot|clora)\w*"
    rf" {THIS_DIPLOMA}"
)
# "C'est en 2017 qu'a eu lieu la première session du CAP X"
_IT_WAS_IN = re.compile(
    rf"\bc'est (?:en|a la session(?: de)?) (?P<year>{_YEAR}) qu(?:e |')[^.;,\d]{{0,40}}?"
    rf"\b{_SESSION}"
)
# "Session 2020 pour le premier examen"
_FOR_THE = re.compile(
    rf"\bsession (?:de )?(?P<year>{_YEAR}),? pour (?:l[ea]s? |sa |son )?(?P<which>premier|dernier)"
    r"(?: examen|e delivrance|es epreuves|s candidats)\b"
)
# "2012 : première session", as a list of events has it
_EVENT = re.compile(
    r"^\W{0,2}(?:(?:\d\d? )?(?!rentree|session)[a-z]{3,9}\.? )?"
    rf"(?P<year>{_YEAR})\W{{1,4}}{_SESSION}(?=\W{{0,3}}$|\W{{1,3}}(?:arr|decret))"
)
# "première session en 1997, dernière en 2024", "Sessions : première 2016, dernière 2024",
# "Session : 1re en 2012"; but "la classe de première en 2024"
_SHORT = re.compile(
    r"(?<!\bde )(?<!\ben )\b(?P<which>premiere|derniere"
    r"|(?<=session )1(?:re|ere)|(?<=session : )1(?:re|ere)|(?<=sessions : )1(?:re|ere))"
    rf"(?= d(?:u|e l[a']|e ce) ?(?:{NOUNS}|nouveau|nouvelle|ancien|actuel|present)| ?:"
    rf"| (?:aura|a eu|ayant|est|sera|se|s'est|le sera|celle de|en(?! date)|a la session|{_YEAR})\b)"
    rf"(?:(?!session)[^.;\d]){{0,60}}?(?:(?<=a la )session )?\b(?P<year>{_YEAR})\b(?!\d)"
)
# "Ouverture du diplôme à l'examen : session 2016", but not of the inscriptions; "Fin : session
# 2008", "arrêté du …, applicable à la session 2022"
_OPENING = re.compile(
    r"\b(?P<which>ouverture|entre(?:e|ra)? en (?:vigueur|application)"
    r"|mise en (?:place|oe?uvre|application)"
    r"|date d'effet|fermeture|cloture|extinction|creation|(?:premiere|derniere) promotion"
    r"|(?:(?<![\w'] )|(?<=\bsessions ))(?<!\w)(?:debute?|fin)"
    r"|(?:(?:^\W*|(?<=x, )|(?<=x \()|(?<=creation, )|(?<=creation \())"
    r"(?:(?:date d'|prise d'|date de prise d')?(?:application|effet)|applicable|ouverte?)))"
    r"(?: (?:(?:de la|du|a la|au) |(?:de |a )?l')?(?:diplome|examen|specialite|formation)){0,3}"
    r"(?: ?[:,-] ?| )"
    r"(?:(?:a|des|en|pour|apres|a compter de|a partir de|a l'issue de|a la fin de) )?(?:la )?"
    r"session (?:d'examen )?(?:de )?(?:juin )?"
    rf"(?P<year>{_YEAR})\b(?!\d)"
)
# "Première session du nouveau règlement d'examen : 2002"
_OF_SUCCESSOR = re.compile(
    rf"\bd(?:u|e la) (?:{NOUNS}) (?:qui |lequel )?(?:remplac|succed|se substitu)"
)
_OF_CHANGE = re.compile(
    r"\bd(?:u|es?|e la) nouve(?:aux?|lles?) (?:reglement|epreuve|modalite|grille)"
)
# "À compter de la session 2026, le règlement d'examen est celui de l'annexe III"
_OF_PART = re.compile(
    r",? (?:l[ea]s? |l')(?:(?:epreuve|reglement|modalite|coefficient|unite|annexe|disposition)s?\b"
    r"|candidats? (?:se presentent|sont presentes) (?:au|a la) )"
)
_PLANNED = re.compile(
    r"\bprojet d[eu'] ?(?:nouve|diplome|renov|certif)|\ba l'etude\b"
    # "Il avait été envisagé de fixer la première session à 2024"
    r"|\benvisage d[e']"
)
# "Session d'entrée en vigueur : 1992"
_OF_OPENING = re.compile(
    r"\bsession (?:de |d')(?:l')?(?P<which>ouverture|entree en (?:vigueur|application)|fermeture)"
    rf" ?(?::|est|en) ?(?P<year>{_YEAR})\b(?!\d)"
)
# "Abrogation du CAP X", on a line of its own: what the next line begins with is the record's again
_OF_FORMER = re.compile(
    r"\W*(?:abrogation d|abroge l|(?:abroge et )?remplace (?:l|(?=\d{3}))"
    r"|(?:succede|se substitue|fait suite) a|(?:vient en remplacement|prend la suite) d)"
    r"(?:es?|u|ux|a|')? ?"
    r"(?!\d\d? |1er |.*\bpar\b)"
)
_LABELLED = re.compile(r"\W*sessions?(?: d'examens?)?\s?:.*\d")
# "Mise en application : session 2009"
_OF_ONE_YEAR = re.compile(rf"(?=.*session)\W*[a-z1][^:.;]{{2,40}}:[^:.;\d]{{1,20}}{_YEAR}\W*")
# "la session de juin 2025": the month of examinations, and no date
_MONTH = re.compile(rf"(?<!\d )(?<!\der )\b(?:(?<=ession )de )?juin (?={_YEAR}\b)", re.IGNORECASE)
# "Dernière session au titre de ce référentiel : 2027": of the diploma
_OF_THIS_TEXT = re.compile(r" au titre (?:de ce|du présent|du) référentiel\b")
_ABBREVIATED = re.compile(r"\b(sess|dern?|prem|dep|modif|abrog)\.", re.IGNORECASE)
_IN_FULL = {
    "ses": "session", "der": "dernière", "pre": "première", "dep": "depuis",
    "mod": "modification", "abr": "abrogation",
}  # fmt: skip
# "Examen : 2004 – 2024", "Examen : première en 2004, dernière en 2024"
_EXAMINATIONS = re.compile(
    rf"\W*examens?\s*:?\s*(?=(?:de\s)?(?P<first>{_YEAR})\s*(?:[–—-]|à)\s*(?P<last>{_YEAR})\W*$"
    rf"|premi[èe]re en {_YEAR},? (?:et )?derni[èe]re en {_YEAR}\W*$)",
    re.IGNORECASE,
)
_EXAMINATION_HEADING = re.compile(r"\W*examens?\W*", re.IGNORECASE)
_BEGINS = re.compile(rf"\W*(?:la (?=prem))?{_SESSION}")
# "Sessions : 2016 à 2024", "2018 →" (an arrow is folded to a question mark),
# "Première et dernière sessions : 2016 et 2024",
# "Première session, dernière session : 2016, 2024", "Validité : session 2016 - session 2024"
_RANGE = re.compile(
    r"\b(?P<which>(?:premiere|1(?:ere|re|e))(?: sessions?)?(?:,? et |, | ?[/-] ?)derniere )?"
    r"(?P<which_valid>validite ?: ?)?"
    r"sessions?(?: d(?:'|e l'|es )examens?)?(?: d(?:u|e ce) diplome)?"
    r"(?:(?: sont)? (?:ouvertes?|organisees?))?"
    r"(?: \(premiere ?(?:-|/|et) ?derniere\)|\))?\s*:?\s*(?:de )?(?P<first>(?:19|20)\d\d)"
    r"\s*(?:(?:(?:[=-]?[?>]|[-/]|\.{3})\s*(?:la session |(?(which_valid)session ))?"
    r"|(?:au?|(?:,? et )?jusqu'(?:en|a)|(?(which)(?:et|,)|a))\s*(?:(?:la )?session )?)(?:de )?"
    r"(?P<last>(?:19|20)\d\d)\b"
    r"|(?:[-?>]{1,2}|(?:a\s*)?\.{3})\s*(?:\(?en cours\)?)?\W*$)"
)
_GIVEN = (
    r"(?:(?:delivre|attribue|decerne|passe|organise|examine)e?s?|ouverte?s? a l'examen"
    r"|examen ouvert"
    r"|mise?s? (?:en |a l')examen|lieu)"
)
_SIT = r"(?:se present\w{0,4}|pass\w{1,4} l'examen)"
# "Diplôme en vigueur jusqu'à la session 2024", on a line of its own or behind a comma
_THE_DIPLOMA = r"(?:l[ea] |cet?(?:te)? )?(?:diplome|specialite|mention) ?:? ?"
_VALID = (
    r"(?:(?:est |reste |demeure )?(?:en vigueur|ouverte?|valable|valide|applicable|maintenue?) )"
)
# "en vigueur depuis la session 2013", "Sessions : à partir de 2019"
_SINCE = r"(?:depuis|a partir de|a compter de|des|en vigueur a)"
_FROM = re.compile(
    rf"\b{_SINCE} la (?:premiere )?session (?:d'examen )?(?:de )?(?:juin )?"
    r"(?P<first>(?:19|20)\d\d)\b"
    rf"|\bsessions?(?: d(?:'|e l'|es )examens?)?(?: d(?:u|e ce) diplome)?"
    rf"(?: (?:ouvert|organise)es?)?\s*:?\s*{_SINCE} "
    r"(?:la session |juin )?"
    r"(?P<first_after>(?:19|20)\d\d)\b"
    r"|\bsessions?(?: d'examens?)?\s*:?\s*(?P<first_on>(?:19|20)\d\d),? et "
    r"(?:suivantes?|ulterieures?|au[- ]dela|apres)\b"
    rf"|\b(?:(?:{_GIVEN}|{_SIT}) pour la premiere fois"
    r"|ouverte?s? aux candidats pour la premiere fois|premiere delivrance)\b"
    r"(?:(?!rentree)[^.;\d]){0,40}?\b(?P<first_time>(?:19|20)\d\d)\b"
    rf"|\b{_GIVEN}(?:(?!rentree)[^.;\d]){{0,40}}?\b(?P<first_year>(?:19|20)\d\d),? "
    r"pour la premiere fois\b"
    r"|\bsession (?:de )?(?P<first_session>(?:19|20)\d\d),? pour la premiere fois\b"
    # "C'est à la session de 2014 que le BP a été attribué pour la première fois."
    rf"|\bsession (?:de )?(?P<first_when>{_YEAR}) que {THE_DIPLOMA}\b"
    rf"[^.;,\d]{{0,60}} {_GIVEN} pour la premiere fois\b"
    r"|\bpremiers (?:candidats|diplomes)\b[^.;\d]{0,80}\bsession (?:d'examen )?(?:de )?"
    r"(?P<first_candidates>(?:19|20)\d\d)\b"
    rf"|\b(?:l'examen|{THIS_DIPLOMA}|diplome) (?:a ete |est )?ouverte? a la session "
    rf"(?:de )?(?P<first_open>{_YEAR})\b"
    rf"|\bdelivree? de (?P<first_given>{_YEAR})(?= a {_YEAR}\b)"
)
# "Créé par arrêté du 12 mars 2014 (session 2017)"
_OF_CREATION = re.compile(
    rf"(?:\bcreee? par (?:l'|un )?arr?ete du|\bportant creation"
    r"(?:[^.;()x]|(?<=\b[a-z])\.){0,200}"
    r"|^\W*(?:arr?ete (?:de )?)?creation[ :]{1,3}(?:arr?ete du )?)"
    rf" ?x* \(session (?P<first>{_YEAR})\)"
)
# "délivré pour la dernière fois en 2024",
# "supprimé à l'issue de la session 2024", "abrogé par l'arrêté du … à l'issue de la session 2024"
_UNTIL = re.compile(
    r"(?<!\bil )(?<!\belle )(?<!\bqui )\b(?:(?:supprim|abrog)(?:ee?s?|e?ant(?! l.arr))|abrogation"
    r"|suppression|mis fin|cesse(?:ra|ront)?|s'etei(?:nt|ndra)"
    r"|n(?:'est|e sera) plus (?:delivre|organise|ouvert)e?)\b"
    r"[a-z?', :-]{0,120}?(?:\([^()]{0,40}\)[a-z?', :-]{0,40}?)?"
    r"\(?\b(?:a l'issue de|(?:a|(?:a compter|a partir) de|depuis) la fin de|au terme de|apres)"
    r" la session "
    r"(?:d'examen )?(?:de )?(?:: ?)?(?P<last>(?:19|20)\d\d)\b"
    r"|\bfin (?:du diplome|de (?:la )?(?:validite|delivrance)) ?:? (?:a l'issue de la )?"
    r"session (?:de )?(?P<last_end>(?:19|20)\d\d)\b"
    rf"|\b(?:(?:{_GIVEN}|{_SIT}) pour la derniere fois|derniere delivrance)\b"
    r"[^.;\d]{0,40}?\b(?P<last_time>(?:19|20)\d\d)\b"
    rf"|\b{_GIVEN} jusqu'a la session (?:d'examen )?(?:de )?(?P<last_until>(?:19|20)\d\d)\b"
    r"(?! sous )"  # another name
    rf"|(?:^\W*(?:{_THE_DIPLOMA})?(?:validite ?:? |delivrance ?:? |{_VALID})?"
    rf"|, {_THE_DIPLOMA}{_VALID})jusqu'a la session (?:d'examen )?(?:de )?"
    r"(?P<last_alone>(?:19|20)\d\d)\b"
    r"|\b(?:apres|passe|au terme de|a l'issue de) la session (?:d'examen )?(?:de )?"
    rf"(?P<last_before>{_YEAR}), {THE_DIPLOMA}[^.;,]{{0,60}}"
    r" (?:(?:n'est|ne sera) plus (?:delivre|organise)e?|cesse(?:ra)? d'etre (?:delivre|organise)e?"
    r"|(?:est|sera) abrogee?)\b"
    rf"|\bse termine(?:ra)? (?:avec|a) la session (?:de )?(?P<last_term>{_YEAR})\b"
    rf"|\bdelivree? de {_YEAR} a (?P<last_given>{_YEAR})\b"
    rf"|\b{_GIVEN} jusqu'en (?P<last_of>(?:19|20)\d\d) ?\(session (?:incl|compr)"
    rf"|\b{_SIT} une derniere fois\b[^.;\d]{{0,60}}?\b(?P<last_once>{_YEAR})\b"
    r"|\bne sera plus (?:organise|prevu|propose|ouvert)e? d'examen [^.;\d]{0,60}?"
    rf"(?:apres|au[- ]dela de) (?:juin |la session (?:de )?)?(?P<last_planned>{_YEAR})\b"
    rf"|\barrivee? a (?:son )?(?:terme|echeance) (?:avec|a l'issue de|apres) la session (?:de )?"
    rf"(?P<last_due>{_YEAR})\b"
    rf"|\baucune session [^.;\d]{{3,90}} (?:apres|au[- ]dela de) (?:celle|la session) (?:de )?"
    rf"(?P<last_none>{_YEAR})\b"
    r"|\b(?:plus d'examens?(?: pour ce diplome)?(?= (?:apres|au[- ]dela de) la session)"
    r"|(?:plus (?:de|aucune)|pas de|aucune) sessions?(?: d'examen)?)"
    r" (?:apres|au[- ]dela de) (?:la session )?(?:de )?(?P<last_held>(?:19|20)\d\d)\b"
    # "Sessions d'examen : jusqu'en 2029"
    r"|^\W*sessions?(?: d(?:'|e l'|es )examens?)?(?: ?:)? jusqu'(?:en|a la session) "
    rf"(?P<last_sessions>{_YEAR})\b"
    # "organisé pour la première fois en 2009, pour la dernière fois en 2019"
    rf"|\b{_YEAR},? (?:et )?pour la derniere fois\b[^.;\d]{{1,40}}?\b(?P<last_then>{_YEAR})\b"
    rf"|\b{_GIVEN}(?:(?!premiere fois)[^.;\d]){{0,40}}?\b(?P<last_year>(?:19|20)\d\d),?"
    r" pour la derniere fois\b"
    rf"|\bsession (?:de )?(?P<last_session>{_YEAR}),? pour la derniere fois\b"
    rf"(?! (?:en|a la session|lors de) [^.;\d]{{0,20}}{_YEAR})"
)
# "Le CAP Y remplace le présent diplôme (première session 2025)": of that, and not of this
_REPLACES_THIS = re.compile(
    r"\b(?:remplace(?:ra|nt|ront)?|(?:succede|se substitue)(?:ra|nt|ront)? a)"
    rf" (?:(?:cet?|cette|au?|l[ea]) (?:presente? |actuel(?:le)? )?(?:{NOUNS})|cel(?:ui|le)-ci)"
    r" ?[(,–-] ?(?:(?:avec|depuis|a partir de|des) )?(?:l[ea] |sa )?$"
)
# "Pour les sessions 2025 et suivantes, voir le CAP Y"
_SEE = re.compile(r"[\s,:]{1,3}(?:voir|consulter|se reporter)\b")
# the beginning then is a successor's or a change's, or has ended
_ENDING = re.compile(
    r"\bremplac|\babrog|\bsupprim|\bn'est plus\b|\bancien|\bnouve|\bsubstitu|\bmodif"
    r"|\bversions?\b(?! en vigueur| actuelle)"
)
# "Ce bac pro remplace à la session 2026 les trois options du bac pro Y"
_REPLACES_AT = re.compile(
    rf"\b(?:remplace|se substitue|succede)(?:nt)?,? (?:a|pour|lors de) la session (?:de )?"
    rf"(?P<first>{_YEAR}),?"
    rf"(?= (?:(?:l[ea]s?|aux?|du|des|a|de) |[ld]')(?:\w+ ){{0,3}}?(?:{NOUNS})s?\b)"
)
# "Anciens documents (sessions 1981 à 2018)", "Sessions 2020 à 2023 : anciennes annexes"
_OLD_TEXTS = (
    r"(?:anciens? (?:documents?|referentiels?|textes?)|anciennes? (?:annexes?|versions?)"
    r"|(?:documents?|referentiels?|annexes?|versions?) (?:anterieure?|precedente?)s?)\b"
)
_OF_OLD_TEXTS = re.compile(
    rf"\W*(?:(?:pour (?:memoire|information)|voir(?: aussi)?|consulter) ?:? ?)?(?:l[ea]s? |l')?"
    rf"(?:{_OLD_TEXTS}|sessions?\b[^:]{{1,40}}: ?(?:les )?{_OLD_TEXTS})"
)
# "Une nouvelle version aura sa première session en 2028. Cette page concerne l'ancienne version"
_PAGE_OF_OLD = re.compile(
    r"\b(?:presente|cette) (?:page|fiche) (?:ne )?(?:concerne|decrit|presente|traite|porte sur)"
    r"(?: que| donc| encore| toujours)? (?:l[ae] |l')?"
    r"(?:ancien(?:ne)?|precedente?) (?:version|diplome|referentiel|reglementation)\b"
    r"|\b(?:presente|cette) (?:page|fiche) (?:est|reste) (?:donc )?(?:celle )?"
    r"(?:consacree a|de) l'ancien(?:ne)? (?:version|diplome|referentiel|reglementation)\b"
)
# "La dernière session, d'abord annoncée pour 2022, est reportée à 2023"
_MOVED = re.compile(
    rf"(?:(?!session)[^.;\d]){{0,40}}\b(?:reporte|repousse)e? (?:a|en) (?:la session )?(?:de )?"
    rf"(?P<year>{_YEAR})\b"
)
_LONGEST_HEAD = 200
_MARK_ENDS = re.compile(r"\s[-–—:?]\s?(?:la )?$")
_SESSION_ASIDE = re.compile(r"[(\[][^()\[\]]{0,60}\bsessions? [^()\[\]]{0,60}[)\]]")
# The day on which sessions are held; the year of another date is none of a session.
_ITS_DAY = re.compile(r"\b(?:le|session du) $")
_START = re.compile(
    rf"\brentree (?:scolaire )?(?:de )?(?:septembre )?(?P<year>{_YEAR})\b(?=[ ,]*/)"
)
_NUMBERS = re.compile(
    r"\([^()]*\b(?:nor\b|jo(?:rf)?\b|j\.o\.|journal)[^()]*\)|\b[a-z]{4}\d{7}[a-z]\b"
)
# "Sessions : première : 2011 ; dernière : 2025" is one
_STATEMENT = re.compile(
    r"(?:[^.;]|[.;](?!\s)|(?<=\b[jb]\.o)\."
    # "B.T.S. Maintenance des véhicules", where no other fact begins
    r"|(?<=\b[a-z]\.[a-z])\.(?! (?:(?:la )?(?:premiere|derniere)|sessions?|1|arr|code)\b)"
    r"|;(?= derniere ?:| la derniere (?:le|en|aura|a eu|sera|se|s'est) )"
    r"|(?:(?<=\ba)|(?<=\barr))\.(?= (?:du )?x))+"  # before a date
)
# "En vigueur à compter de la session 1998", on a line of its own
_SINCE_ALONE = re.compile(
    rf"\W*(?:(?:diplome )?en vigueur |applicable |valable )?{_SINCE} la (?:premiere )?session "
    rf"(?:d'examen )?(?:de )?(?P<year>{_YEAR})\W*"
)
# "Application : à partir de 2005", or "depuis 2007" below *Calendrier*: the year of a session, or
# that in which the training begins
_SINCE_YEAR = re.compile(rf"(?:[^.;:\d]{{2,40}}:\s?)?{_SINCE} {_YEAR}\W*")
_SUPPLEMENTARY = re.compile(
    rf"\b(?:session (?:de remplacement|supplementaire)|rattrapage)\b[^.;\d]{{0,20}}{_YEAR}"
)
_NAMED = re.compile(rf"\bsessions? (?:d'examen )?(?:de )?{_YEAR}\b")
_BEFORE_IT = 25
# "remplace le 500-21002 T, première session 2021": set apart, and the predecessor's was long ago
_SET_APART = re.compile(r"[,–-] (?:et )?(?:la )?$|\ba (?:partir|compter) de la (?:session )?$")


_PATTERNS = [
    _EVENT, _ITS_YEAR, _BEGINS_IT, _IT_WAS_IN, _OF_YEAR, _FOR_THE, _BESIDE, _BEFORE, _AFTER,
    _OPENING, _OF_OPENING, _SHORT,
]  # fmt: skip
_LAST = ("dernier", "ultime", "fermeture", "fin", "cloture", "extinction", "clot", "clora")
# "Entrée en vigueur à la session 2023, en remplacement du 500-21002 T"
_IN_PLACE = re.compile(r"\W{1,3}en (?:remplacement|lieu et place) d")
_ORDER_BEHIND = re.compile(r" arr?ete d")  # on the line below
# In the line of a change, these are the change's: "Modifié par arrêté du … (prise d'effet à la"
_OF_A_CHANGE = ("entre", "date", "prise", "effet")
# A longer text below "Sessions" or "Quand a eu lieu la première session ?" is no answer.
_LONGEST = 80


class Session(NamedTuple):
    """A session that a sentence names, and whose it is."""

    field: str
    year: int
    owner: Owner


def sessions(row: Row, diploma: DiplomaIdentity) -> Iterator[Finding]:
    """Yield the sessions that the sentences of a row name; another diploma's are issues."""
    heads = (head.text for head in (row.pieces[0], row.heading) if head and says_what(head.text))
    effect_label = row.effect_above or next(heads, row.label)
    effect = effect_of(effect_label)
    changes = effect == "modification"
    is_of_another = row.field in SUCCESSION
    is_told = changes
    for text, place in _placed_texts(row, effect_label, effect):
        is_of_file = any(map(_is_version, row.pieces)) or _names_version(row)
        # "Arrêté modificatif : arrêté du … (à compter", "Arrêté de modification : 3 mai 2004 ("
        of_change = changes and (names_order(text) or bool(dates_in(text)))
        for session in sessions_in(text, diploma):
            is_told = True
            if is_of_another or (of_change and session.field == "first_session"):
                session = session._replace(owner="other")
            if session.owner != "other" and not is_of_file:
                rule = OF_NEW if session.owner == "new" else IN_SENTENCE
                yield Statement(session.field, session.year, text, place, "", rule)
            else:
                detail = "the session of another diploma, of a change or of a file"
                yield unlabelled(session.field, text[:200], detail, place)
    yield from _further(row, is_told)


def _placed_texts(row: Row, label: str, effect: Effect | None) -> Iterator[tuple[str, str]]:
    """Yield the texts of a row in which sessions are looked for, with their places.

    `effect`: of its orders, as `label` says.
    """
    # "Sessions | 2019 à 2026": the word in one cell, its years in the next
    texts = _cells(row) if row.is_cells else [piece.text for piece in row.pieces]
    # "Abrogé par : arrêté du …, à l'issue de la session 2012", "Création : … (session 2017)"
    if effect == "repeal" or (effect == "creation" and "(session" in row.plain):
        texts = [f"{label.rstrip(' :')} : {t}" if dates_in(t) else t for t in texts]
    # a heading or column above, or a line that is no more than "Sessions d'examen"
    above = (row.earlier and row.earlier.text, row.lead, row.heading and row.heading.text)
    heads = () if row.is_cells else row.heads
    head = next((text for text in (*above, *heads) if text and is_session_heading(text)), "")
    if head and len(row.text) <= _LONGEST:
        texts = [_below(head, text) for text in texts]
    if row.heading and _EXAMINATION_HEADING.fullmatch(row.heading.text):
        headed = (f"Examen : {text}" for text in texts)
        texts = [a if _EXAMINATIONS.match(a) else b for a, b in zip(headed, texts, strict=True)]
    if row.is_cells:
        yield from ((text, row.place) for text in texts)
        return
    for text, piece in zip(texts, row.pieces, strict=False):
        for line in _events(text, piece.lines, effect == "modification"):
            yield line, piece.block.place


def _below(head: str, text: str) -> str:
    """Return a text with the heading above it where one of them speaks of sessions.

    A mere year below *Première session*, or *session 2016* below *Mise en application*; in
    brackets it may speak of a further session.
    """
    plain = same_length(text).partition("(")[0]
    are_one = ("session" in plain) != ("session" in same_length(head))
    return f"{head.strip(' :')} : {text}" if are_one else text


def _cells(row: Row) -> list[str]:
    """Return the text of a table's row, and apart those of cells in columns of sessions."""
    named = zip(row.heads, row.pieces, strict=True)
    cells = [(head or _head(piece), piece) for head, piece in named]
    apart = {piece.text: head for head, piece in cells if head and _is_of_sessions(head)}
    if not apart or _is_change(cells):
        return [row.text]
    together = " ".join(piece.text for piece in row.pieces if piece.text not in apart)
    below = (t if t.startswith(head) else _below(head, t) for t, head in apart.items())
    return [together, *below]


def _head(piece: Piece) -> str:
    """Return the name of its column that was written into a cell: `Sessions : 2012 - 2024`."""
    if piece.kind == "pair":
        return piece.label
    return piece.text[: max(0, piece.text.find(" : "))]


def _is_of_sessions(head: str) -> bool:
    """Return whether a name of a column says that sessions stand below it: *En vigueur* may."""
    return is_session_heading(head) or same_length(head) == "en vigueur"


def _is_change(cells: Iterable[tuple[str, Piece]]) -> bool:
    """Return whether a table's row, cells below the names of columns, is of an order that changes.

    But what stands below *Modifié par* changes the diploma of the row.
    """
    effects = [
        (None if head.endswith(" par") else effect_of(head), piece.text) for head, piece in cells
    ]
    are_dated = [effect for effect, text in effects if dates_in(text)]
    return {*are_dated} == {"modification"} or any(
        effect is None and effect_of(text) == "modification" for effect, text in effects
    )


def _further(row: Row, is_told: bool) -> Iterator[Finding]:
    """Yield issues of the years in a row that are no first or last session of the diploma.

    Of supplementary sessions and, if nothing `is_told` of the row, of those that a file or a change
    holds for, and of years alone since which something is so: *Application : à partir de 2005*.
    """
    for piece in row.pieces:
        place = piece.block.place
        files = [part.text for part in piece.parts if is_file(part.href)]
        of_file = [text for text in files if _NAMED.search(same_length(text))]
        for text in () if is_told else of_file:
            yield unlabelled("first_session", text, "the session of a file", place)
        for line in piece.lines:
            plain = same_length(line)
            if _SUPPLEMENTARY.search(plain) and row.field != "extra_session":
                yield unlabelled("last_session", line[:200], "a supplementary session", place)
            elif is_told or of_file:
                continue
            elif len(line) <= _LONGEST and _SINCE_YEAR.fullmatch(plain):
                detail = "a year since which something is so: of the session, or of the training"
                yield unlabelled("first_session", line, detail, place)
            elif _NAMED.search(plain) and effect_of(line) == "modification":
                yield unlabelled("first_session", line[:200], "the session of a change", place)


def _is_version(piece: Piece) -> bool:
    """Return whether a link to a file says since or until when: *Annexe (dès la session 2015)*."""
    links = (
        (part.text for part in piece.parts if is_file(part.href)) if piece.block.has_link else ()
    )
    return any(
        (_FROM.search(plain := same_length(_without_month(text))) or _UNTIL.search(plain))
        and not names_order(text)
        for text in links
    )


def _names_version(row: Row) -> bool:
    """Return whether a row says in brackets since when its file is used, before the link.

    `Règlement d'examen (depuis la session 2015) : Télécharger`.
    """
    aside = _SESSION_ASIDE.search(row.plain) if "session" in row.plain else None
    return (
        aside is not None
        and bool(OWN_FILE.search(fold(row.plain[: aside.start()])))
        and any(map(is_file, row.targets))
        and not names_order(row.text)
    )


def _events(text: str, lines: list[str], changes: bool) -> list[str]:
    """Return the lines of a text apart where one of them is an event: `2003 – Première session`.

    Or where a session stands below a line on a predecessor, or behind a label of its own below a
    line that names no diploma, or alone; or behind a label in a line of a year, below one of no
    change. `changes`: the lines are orders that change others.
    """
    text, *lines = (clean(LEADER.sub(" : ", each)) for each in (text, *lines))
    plain = [same_length(line) for line in lines]
    apart = [
        (_OF_FORMER.match(a) and _BEGINS.match(b))
        or (_LABELLED.match(b) and not names_diploma(a))
        or (_OF_ONE_YEAR.fullmatch(b) and (_OF_ONE_YEAR.fullmatch(a) or not _ENDING.search(a)))
        for a, b in itertools.pairwise(plain)
    ]
    goes_on = [_goes_on(a, b, changes) for a, b in itertools.pairwise(["", *plain])]
    is_alone = len(lines) > 1 and False in goes_on
    if not (is_alone or any(map(_EVENT.match, plain)) or any(apart)):
        return [text]
    joined: list[str] = []
    for line, is_part in zip(lines, goes_on, strict=True):
        joined[-1:] = [f"{joined[-1]} {line}"] if is_part else [*joined[-1:], line]
    return joined


def _goes_on(before: str, line: str, changes: bool) -> bool | None:
    """Return whether a line that says since which session is of the change in the line before.

    Not where the session came before that. None of another line.
    """
    since = _SINCE_ALONE.fullmatch(line) if "session" in line else None
    if since is None:
        return None
    if before.endswith("."):
        return False
    dates = [date.year for _, date in dates_in(before)]
    is_change = bool(_ENDING.search(before)) or (changes and bool(dates))
    return is_change and int(since["year"]) > max(dates, default=0)


def sessions_in(text: str, diploma: DiplomaIdentity) -> list[Session]:
    """Return the first and last exam sessions that sentences name, each once."""
    text = _ABBREVIATED.sub(lambda short: _IN_FULL[short[1][:3].lower()], clean(text))
    text = _OF_THIS_TEXT.sub("", _without_month(text))
    text = text.replace("ession(s)", "essions").replace("ESSION(S)", "ESSIONS")
    held = _EXAMINATIONS.match(text)
    # "Examen : 2023-2024" names a school year
    if held and not (held["first"] and int(held["last"]) == int(held["first"]) + 1):
        text = f"Sessions : {text[held.end() :]}"
    result: list[Session] = []
    plain, about = _without_dates(text), attribution(text, diploma)
    of_old = _PAGE_OF_OLD.search(plain) if "ancien" in plain else None
    for statement in _STATEMENT.finditer(plain):
        for session in _sessions_of(statement[0], statement.start(), about):
            if of_old:
                session = _on_page_of_old(session, statement, of_old.start())
            # "Remplacé par le CAP X (500-23438) ; première session 2026"
            begins = session.field == "first_session" and session.owner == "own"
            is_next = begins and about.goes_on_with_successor(statement.start())
            result.append(session._replace(owner="other") if is_next else session)
    return list(dict.fromkeys(result))


def _on_page_of_old(session: Session, statement: re.Match[str], at: int) -> Session:
    """Return a session of a notice that says `at` a place that the page is of the old version.

    The last one that the same sentence names is ours, and the new version's is not.
    """
    if session.field == "last_session" and statement.start() <= at < statement.end():
        return session._replace(owner="own")
    return session._replace(owner="other") if "nouve" in statement[0] else session


def _without_month(text: str) -> str:
    """Return a text with `session 2025` for `session de juin 2025`."""
    return _MONTH.sub("", text) if "uin " in text or "UIN " in text else text


def _without_dates(text: str) -> str:
    """Return the folded text with letters for codes, orders' numbers and dates but of sessions.

    "L'actuel CAP (500-23437) a sa dernière session en 2025."
    """
    plain = same_length(text)
    spans = [
        (date.start, date.end)
        for date in placed_dates(plain)
        if not _ITS_DAY.search(plain, max(0, date.start - len("session du ")), date.start)
    ]
    spans += [number.span() for number in _NUMBERS.finditer(plain)]
    if "rentree" in plain:  # "rentrée 2011 / 2013", of which the second is the session's
        spans += [start.span("year") for start in _START.finditer(plain)]
    for start, end in [*spans, *((start, end) for start, end, _ in placed_codes(text))]:
        plain = f"{plain[:start]}{'x' * (end - start)}{plain[end:]}"
    return plain


def _sessions_of(statement: str, at: int, about: Attribution) -> Iterator[Session]:
    """Yield the sessions of a statement, which stands `at` that place in the text."""
    if (years := _RANGE.search(statement)) and (years["last"] or years.start() == 0):
        is_old = "session" in statement and _OF_OLD_TEXTS.match(statement)
        owner = about.owner(at + years.start(), at + years.end())
        yield from _years(years, "other" if is_old else owner)
        return
    if until := _UNTIL.search(statement):
        yield from _until(until, at, about)
    endings = set(_ENDING.findall(statement))
    if match := _FROM.search(statement):
        yield from _since(match, at, about, endings)
    elif begins := _REPLACES_AT.search(statement):
        yield from _years(begins, about.owner(at + begins.start(), at + begins.start()))
    elif created := _OF_CREATION.search(statement):
        # "modifiant l'arrêté portant création du CAP X (session 2018)": the change's
        changes = "modifiant" in statement[: created.start()]
        owner = about.owner(at + created.start(), at + created.end())
        yield from _years(created, "other" if changes else owner)
    # "Un projet de nouveau diplôme est à l'étude (première session envisagée : 2027)"
    may_be_planned = has_any(statement, ("projet", "etude", "envisage d"))
    is_others = may_be_planned and _PLANNED.search(statement) is not None
    # "Voir la version précédente du diplôme (dernière session : 2008)"
    is_others = is_others or bool("version" in statement and _OF_OLD_TEXTS.match(statement))
    seen: set[int] = set()
    for pattern in [*(_PATTERNS if "session" in statement else ()), _EXAMINATION]:
        for match in pattern.finditer(statement):
            if match.start("which") in seen:
                continue
            is_of_new = "nouve" in match[0] and _OF_CHANGE.search(match[0])
            if is_of_new or (endings and _OF_SUCCESSOR.search(match[0])):
                yield from _years(match, "other")
                continue
            seen.add(match.start("which"))
            if is_others or _is_parts(statement, match):
                yield from _years(match, "other")
                continue
            is_in_order = match["which"].startswith("applica") and match.start()
            in_place = _IN_PLACE.match(statement, match.end()) and len(endings) == 1
            is_of_change = match["which"].startswith(_OF_A_CHANGE) and not in_place
            if endings and (is_in_order or is_of_change):
                yield from _years(match, "other")  # a change's
                continue
            start, end = at + match.start(), at + match.end()
            mention = about.mention_of(start, end)
            relation = mention.relation if mention else None
            # "remplacé par le CAP Y, dernière session 2025"
            is_set_apart = relation == "replaced_by"
            if match["which"].startswith(("prem", "1")):
                before = statement[max(0, match.start() - _BEFORE_IT) : match.start()]
                is_set_apart = relation == "replaces" and bool(_SET_APART.search(before))
                if endings and _REPLACES_THIS.search(statement, 0, match.start()):
                    yield from _years(match, "other")
                    continue
            moved = _MOVED.match(statement, match.end()) if "report" in statement else None
            for session in _years(match, "own" if is_set_apart else about.owner(start, end)):
                yield session._replace(year=int(moved["year"])) if moved else session


def _since(
    match: re.Match[str], at: int, about: Attribution, endings: set[str]
) -> Iterator[Session]:
    """Yield the first session that a statement of a begin names: *depuis la session 2014*.

    `endings`: words of the statement by which it may be a successor's or a change's.
    """
    statement, start, end = match.string, match.start(), match.end()
    behind = _SEE.match(statement, end) or _OF_PART.match(statement, end)
    before = match[0] if match["first_when"] else statement[:start]
    is_other = bool(behind) or not begins_diploma(before)
    # "Il remplace, à compter de la session 2000, le CAP X"
    takes_over = match["first"] and not is_other and about.takes_over(at + start)
    if takes_over and endings <= {"remplac", "substitu", "ancien"}:
        yield from _years(match, "own")
    else:
        if _ORDER_BEHIND.match(statement, end):  # a line of its own: what that does to it
            endings = set(_ENDING.findall(statement, 0, end))
        owner = "other" if is_other or endings else about.owner(at + start, at + end)
        yield from _years(match, owner)


def _until(match: re.Match[str], at: int, about: Attribution) -> Iterator[Session]:
    """Yield the last session that a statement of an end names: *jusqu'à la session 2022*."""
    owner = about.owner(at + match.start(), at + match.end())
    # "pour la dernière fois en 2012, hors la session supplémentaire de 2013"
    is_other = "supplementaire" in match[0] or is_of_part(match.string[: match.start()])
    yield from _years(match, "other" if is_other else owner)


def _is_parts(statement: str, match: re.Match[str]) -> bool:
    """Return whether a session of a statement is one of a part of the diploma.

    *L'épreuve entre en vigueur à la session*, *Première session du chef-d'œuvre : 2021*; or a part
    heads it, as in *Concours « X » – première session en 1985*.
    """
    is_opening = match["which"].startswith("entre")
    begin = max(0, match.start() - _LONGEST_HEAD)
    words = statement[begin : match.end()] if is_opening else match[0].partition(",")[0]
    head = statement[begin : match.start()].removeprefix("calendrier")
    is_headed = _MARK_ENDS.search(head) and is_of_part(head) and not names_diploma(head)
    return is_of_part(words) or bool(is_headed)


def _years(match: re.Match[str], owner: Owner) -> Iterator[Session]:
    """Yield the sessions of a match by its groups: `first`, `last`, or `year` beside `which`."""
    groups = {name: text for name, text in match.groupdict().items() if text}
    is_last = any(groups[name].startswith(_LAST) for name in groups if "which" in name)
    for name, text in groups.items():
        kind = name.partition("_")[0]
        if kind != "which":
            last = is_last if kind == "year" else kind == "last"
            yield Session("last_session" if last else "first_session", int(text), owner)
