"""The lexicon: which labels and headings mean which field. Data, not code.

The packaged lexicon is `schema/data/lexicon.csv`; users add a file of their own with the same three
columns (`field;kind;label`), whose entries win over the packaged ones.
"""

import csv
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from schema.errors import ProgramFault, UnusableInput
from schema.heading_words import NUMBERING, of_question, of_statement
from schema.label_entry import FIELDS, Entry
from schema.referential import TEXT_FIELDS
from schema.text import CAPITALS, fold, has_digit
from schema.title import begins_with_type, read_title
from schema.vocabulary import rows

# Labels of many things: *Nature : CAP*, but *Nature : arrêté*; *Nom : CAP Cuisine*, but a person's;
# *Entrée en formation* above whom it is open to, but *Entrée en formation : septembre 2024*
_BY_VALUES = (
    Entry("diploma_type", "value", "Nature"),
    Entry("diploma_type", "value", "Examen"),
    Entry("diploma_type", "value", "Catégorie"),  # else of articles
    Entry("title", "value", "Nom"),
    Entry("title", "value", "Le diplôme"),
    # of another diploma, but else of a file or an order
    Entry("replaced_by", "value", "Nouvelle version"),
    Entry("replaces", "value", "Ancienne version"),
    Entry("replaced_by", "value", "Abrogé et remplacé par"),
    Entry("replaced_by", "value", "Abrogé et remplacé par le"),
    Entry("access", "text", "Entrée en formation"),
    # of sentences, but else of an order, a circular or a letter; of facts
    Entry("description", "text", "Objet"),
    Entry("description", "text", "En résumé"),
    Entry("description", "text", "En bref"),
    # of years and sessions, but else of what is taught, of an office or a page
    Entry("duration", "value", "Formation"),
    Entry("first_session", "value", "Ouverture"),
    Entry("first_session", "value", "Applicable à compter de"),
    Entry("first_session", "value", "Applicable à partir de"),
    Entry("first_session", "value", "Applicable depuis"),
    Entry("first_session", "value", "En vigueur depuis"),
    Entry("first_session", "value", "Délivré depuis"),
    Entry("first_session", "value", "Début"),
    Entry("last_session", "value", "Fermeture"),
    Entry("last_session", "value", "Fin"),
    # but "Diplôme rénové : il se substitue au CAP Y" is said of the diploma itself
    Entry("replaced_by", "value", "Diplôme rénové"),
    Entry("replaced_by", "value", "Spécialité rénovée"),
)
_WORD = re.compile("[a-z0-9]+")
NUMBER_OF_OPTIONS = re.compile(r"\b(?:deux|trois|quatre|cinq|[2-9]) (?=options\b)", re.IGNORECASE)
# "12e CPC", "CPC n° 12", as the commissions were called up to 2007
_NUMBER_OF_COMMISSION = re.compile(
    r"^\W*\d{1,2} ?(?:i?[eè]me|[eè]re|er?|re|è)\.? (?=c\.?p\.?c\b|commission\b)"
    r"|(?<=\bcpc) n[°o] ?\d{1,2}\b|(?<=\bc\.p\.c\.) n[°o] ?\d{1,2}\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\s*[(\[]\d{1,3}[)\]]\s*:?\s*$")  # "Métiers associés (12)"
# "Objectifs du CAP": before the words of a type, where these stand for the diploma itself
_BEFORE_OWN_TYPE = re.compile(
    r"(?<=\w)\W+(?:(?:du|de l[ae]|l[ae]|au|ce|cette)\s+|(?:de )?l['’]\s?)(?=[bcdmt](?!ipl\w*\W*$))",
    re.IGNORECASE,
)
# "Que faire après ce certificat ?"
_SHORT_TYPE = re.compile(r"\bce(?:tte)? (?:certificat|brevet|mention|titre)\W*$")
_IN_BRACKETS = re.compile(r"\s*\(([^()]{2,20})\)\s*:?\s*$")
# The length of a value, in brackets behind its label: "Code (8 caractères)"
_LENGTH = r"(?:a |sur |en )?\d{1,2} (?:caracteres|chiffres|positions|signes)"
_LENGTH_ALONE = re.compile(_LENGTH)
_JOINT = re.compile(r" (?:et|ou) | :", re.IGNORECASE)  # between two labels
# between labels of several values: "Code / niveau", "Code, niveau et durée"
_BETWEEN_VALUES = re.compile(r" ?[/,&+] ?| [–—-] | et ", re.IGNORECASE)
_LONGEST_JOINT, _MOST_JOINT = 50, 3
_OF_JOINT = frozenset("code level duration diploma_type rncp acronym cpc sector".split())
# "Poursuite d'études. Formations possibles": the second label is no more of the first
_NEXT_SENTENCE = re.compile(rf"\w{{3}}\.\s+[{CAPITALS}]")
_PLURAL = re.compile(r"[(.·](s|x|es)[).]?(?=\s|$)", re.IGNORECASE)
_PLURAL_INSIDE = re.compile(r"\((?:e?s|x)\)(?=\s*[a-z])")
_LEADING = re.compile(
    r"^(?:(?:quel(?:le)?s? (?:est|sont)|ou trouver) ?(?=.)|quels|quelles)? ?"
    r"(?:(?:le|la|les|l|un|une|des|son|sa|ses|votre|vos) )?"
)
# "Les métiers visés sont les suivants :", but "Diplôme suivant" leads to the next page
_SO_LISTED = r"(?:(?:sont|est) l[ea]s? suivante?s?|suivante?s)"
SO_LISTED = re.compile(rf" {_SO_LISTED}\s*$")
_TRAILING = re.compile(
    r" (?:du diplome|de ce diplome|au diplome|de la formation|de cette formation|a la formation|"
    r"de la certification|de la specialite|du referentiel|pdf|possibles?|n|s|"
    rf"{_SO_LISTED})$"
)
# Words that say nothing more in a label, and nouns and participles that end it and say no more than
# that it is the diploma's: "Date de la première session d'examen du diplôme".
_LITTLE = frozenset("le la les l un une des du de d au aux a en ce cet cette son sa ses".split())
OWN_WORDS = frozenset(
    "diplomes diplome specialites specialite certifications certification formations formation "
    "examens examen prevues prevue organisees organisee ouvertes ouverte titulaire".split()
)
# The same without the ends of plurals: they say alone nothing of a field
_OF_ANY_FIELD = frozenset({*(word.rstrip("sx") for word in OWN_WORDS), "et", "ou"})
# What headings ask and say in any words
_OF_ANY_HEADING = frozenset(
    {*(word.rstrip("sx") for word in (*_LITTLE, *OWN_WORDS))}
    | set("et ou ce s est sont il elle on je y qu que quoi qui peut plu tou en par pour".split())
    | set("sur dans avec".split())
)
# Skills are no expectations, the ways to train no access; *Mention objet* is a name
_OF_NO_HEADING = frozenset(
    "competence aptitude agit bac faire voie mention objet candidat passerelle origine loin".split()
)
_OF_TRADES = re.compile(r"\b(?:metiers|emplois|postes|debouches)\b")
# An examination's duration is not the diploma's, nor is how it is reached.
_NOT_OF_EXAMINATION = frozenset({"duration", "trades", *TEXT_FIELDS})
# Labels that may stand before any other: "Le diplôme : présentation".
_OF_ALL = frozenset({"le diplome", "la formation", "apres le diplome", "apres la formation"})
_ENDS_OF_ALL = frozenset({"ôme", "ome", "ion"})
_OF_OWN_TYPE = frozenset("code acronym duration level first_session last_session status".split())
_OF_LINES = frozenset({"text", "list"})  # kinds of sections
_BETWEEN = r"[^a-z0-9:|]{1,5}"  # "Arrêté(s) modificatif(s)", without its letters: `without_plurals`
_END = (
    rf"{_BETWEEN}(?:(?:{'|'.join(sorted(_LITTLE))}){_BETWEEN}){{0,2}}"
    rf"(?:{'|'.join(sorted(OWN_WORDS))})(?![a-z0-9])"
)
_ENDING = f"(?:{_END}){{0,2}}"
_ENDING_HERE = re.compile(_ENDING)
_AT_END = re.compile(rf"(?<=[a-z0-9])(?:{_END}){{1,2}}[^a-z0-9]*$")
# How editors shorten words of labels, without their stops.
_SHORTENED = {
    "premiere": ("prem", "1re", "1ere", "1e"), "derniere": ("dern", "der"), "session": ("sess",),
    "depuis": ("dep",), "arrete": ("arr",), "ancien": ("anc",), "nouveau": ("nouv",),
    "diplome": ("dipl",), "specialite": ("spec",), "niveau": ("niv",), "reference": ("ref",),
    "reglementaire": ("regl",), "n": ("no",),  # typed for "n°"
}  # fmt: skip
# "Métiers (exemples)", "Textes (Légifrance)"
_OF_LIST = re.compile(
    r"(?:quelques )?exemples?|legifrance|extraits?|(?:liste )?(?:indicative|non exhaustive)"
    r"|(?:(?:commune?|identique) a(?:ux)? |pour )?(?:toutes )?(?:les )?options"
)
_LONGEST_QUESTION = 200  # with the name of a diploma in it
_NEAR_END = len("session :")
# Texts that were looked up, and words before colons: all are forgotten when there are too many.
_MOST_REMEMBERED = 20_000
_IN_FULL = {short: word for word, forms in _SHORTENED.items() for short in forms}


class Writing(NamedTuple):
    """A folded label as it may be written, and whether words may follow that say no more."""

    words: str
    is_extended: bool


class Lexicon:
    """Looks up the meaning of a label or heading."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, Entry] = {}
        self._looked_up: dict[str, Entry | None] = {}
        self._headings: dict[str, Entry | None] = {}
        self._before_colon: dict[str, re.Pattern[str] | None] = {}
        self._value_patterns: dict[str, re.Pattern[str]] = {}
        for entry in entries:
            self._entries[_in_full(fold(entry.label))] = entry
        self._by_core: dict[str, Entry | None] = {}
        self._first_words: set[str] = set()
        for label, entry in self._entries.items():
            core = _core(label)
            self._first_words.add(core.partition(" ")[0])
            # "Se prépare en" heads a duration, but "Le diplôme se prépare :" the ways to it
            is_open = entry.field == "duration" and label[-3:] == " en"
            # one word alone is too little: "À la suite de"; elements of XML are no words
            if " " in core and not is_open and "_" not in entry.label:
                other = self._by_core.setdefault(core, entry)
                if other is None or other.meaning != entry.meaning:
                    self._by_core[core] = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all entries, each label once."""
        return tuple(self._entries.values())

    @classmethod
    def packaged(cls) -> "Lexicon":
        """Return the lexicon that comes with the program."""
        return _packaged()

    @cached_property
    def by_values(self) -> "Lexicon":
        """Return this lexicon with the labels that only some values make labels of a field.

        Most name a diploma, before the words of a type.
        """
        return Lexicon([*self._entries.values(), *_BY_VALUES])

    def extended(self, content: bytes, name: Path) -> "Lexicon":
        """Return this lexicon with the entries of a user's file, which is called `name`.

        Raises `UnusableInput` with file, line and reason when the file or a line is bad.
        """
        return Lexicon([*self._entries.values(), *_read(content, name).values()])

    def changed_by(self, content: bytes, name: Path) -> Iterator[str]:
        """Yield a text for each entry of a user's file that gives a known label another meaning.

        Raises as `extended` does.
        """
        for number, entry in _read(content, name).items():
            known = self.lookup(entry.label)
            if known and known.meaning != entry.meaning:
                yield (
                    f"{name}:{number}: '{entry.label}' means {_meaning(entry)} from this line on; "
                    f"without it: {_meaning(known)}"
                )

    def lookup(self, text: str) -> Entry | None:
        """Return the entry whose label `text` is, apart from numbering, articles and a colon."""
        if text[90:] and not (text[-1] == "?" and len(text) <= _LONGEST_QUESTION):
            return None
        if text not in self._looked_up:
            if len(self._looked_up) > _MOST_REMEMBERED:
                self._looked_up.clear()
            self._looked_up[text] = (
                self._as_written(text)
                or ("(" in text and self._before_bracket(text))
                or (_JOINT.search(text) and self._of_two(text))
                or ("options" in text and self._of_counted(text))
                or (has_digit(text) and self._of_numbered(text))
                or self._of_own_type(text)
                or (text[-1:] == "?" and of_question(text))
                or (_BETWEEN_VALUES.search(text) and self._of_several(text))
                or None
            )
        return self._looked_up[text]

    def joint(self, text: str) -> tuple[Entry, ...]:
        """Return the entries of a label of two values or three: `Code et niveau`; else none."""
        words = _BETWEEN_VALUES.split(text.rstrip(" :"))
        entries = [self.lookup(word) for word in words] if len(words) <= _MOST_JOINT else []
        known = [e for e in entries if e and e.kind == "value" and e.field in _OF_JOINT]
        is_of_each = len({entry.field for entry in known}) == len(words) > 1
        return tuple(known) if is_of_each else ()

    def _of_several(self, text: str) -> Entry | None:
        """Return the entry of a label of several values, which `joint` tells apart."""
        is_joint = len(text) <= _LONGEST_JOINT and self.joint(text)
        return Entry("", "joint", text) if is_joint else None

    def _as_written(self, text: str) -> Entry | None:
        """Return the entry whose label a text is, or says no more than."""
        labels = [_in_full(reading) for reading in _readings(text)]
        found = next(filter(None, map(self._entries.get, labels)), None)
        if found and "_" in found.label and "_" not in text:
            return None  # an element of XML, which is no word: "Niveau / Code"
        if found:
            return None if ": " in text and self._is_pair(text, found) else found
        return None if ". " in text and _NEXT_SENTENCE.search(text) else self._by_content(labels)

    def _before_bracket(self, text: str) -> Entry | None:
        """Return the entry of a label before brackets with words of labels: `Code (CFD/MEN)`."""
        bracket = _IN_BRACKETS.search(text)
        is_no_more = bracket is not None and self._says_no_more(bracket[1])
        return self.lookup(text[: bracket.start()]) if bracket and is_no_more else None

    def _of_counted(self, text: str) -> Entry | None:
        """Return the entry of a label with the number of options: `Ce diplôme a deux options`."""
        several = NUMBER_OF_OPTIONS.sub("plusieurs ", text)
        return self.lookup(several) if several != text else None

    def _of_numbered(self, text: str) -> Entry | None:
        """Return the entry of a commission's label with its number: `12e CPC`, `CPC n° 12`."""
        plain = _NUMBER_OF_COMMISSION.sub("", text)
        return self.lookup(plain) if plain != text else None

    def _of_own_type(self, text: str) -> Entry | None:
        """Return the entry of a label that ends in a type, as with *diplôme* in its place.

        But for a predecessor's or a file's: *Remplace le CAP*.
        """
        if short := "ce" in text and _SHORT_TYPE.search(text):
            return self.lookup(f"{text[: short.start()]}ce diplôme")
        start = own_type_start(text)
        if start is None:
            return None
        is_alone = ":" not in text[start:].rstrip(" :") and read_title(text[start:]).is_type_alone
        entry = self.lookup(f"{text[:start]}diplôme") if is_alone else None
        is_own = entry is not None and (entry.kind in _OF_LINES or entry.field in _OF_OWN_TYPE)
        return entry if is_own else None

    def _is_pair(self, text: str, found: Entry) -> bool:
        """Return whether a label that a text is as a whole is a shorter one and its value.

        *Accès : après la 3e*, but for the colon a label of a text or a list.
        """
        if found.kind not in _OF_LINES or ":" in found.label:
            return False
        before, _, after = text.partition(":")
        shorter = self.lookup(before) if after.strip() else None
        return shorter is not None and shorter.meaning == found.meaning

    def _of_two(self, text: str) -> Entry | None:
        """Return the entry of a text that is two labels.

        Of one section: `Public visé et voies d'accès`; one of them may be other words of the
        section's labels: `Poursuite d'études et formations complémentaires`. Or of all the diploma
        and of a section: `Le diplôme : présentation`; or of one session both times: `Ouverture de
        l'examen : première session`.
        """
        text = text.rstrip(" :")
        is_small = " et " in text or " ou " in text or " :" in text
        text = text if is_small else text.lower()  # "APTITUDES ET QUALITÉS REQUISES :"
        before, colon, after = text.partition(" :")
        if colon and "session" in after[-_NEAR_END:]:
            first, second = self.lookup(before), self.lookup(after)
            return second if first and second and first.meaning == second.meaning else None
        if colon and after.strip():
            first = self.lookup(before) if before[-3:].lower() in _ENDS_OF_ALL else None
            second = self.lookup(after) if first and fold(first.label) in _OF_ALL else None
        elif ":" in text:
            return None
        else:
            second = self._of_joined(*before.split(" et " if " et " in before else " ou ", 1))
        is_one = second is not None and second.kind in _OF_LINES
        return Entry(second.field, second.kind, text) if is_one and second else None

    def _of_joined(self, before: str, after: str = "") -> Entry | None:
        """Return the entry of two labels of one section, or of one and other words of it."""
        first = self.lookup(before)
        second = self.lookup(after) if first is None or first.kind in _OF_LINES else None
        if first and second:
            return second if first.meaning == second.meaning else None
        known, rest = (first, after) if first else (second, before)
        is_text = known is not None and known.kind == "text"
        return known if known and is_text and self._says(known.field, rest) else None

    def _says(self, field: str, text: str) -> bool:
        """Return whether all words of a text are of a field's labels, and one is of no diploma."""
        words = {word.rstrip("sx") for word in fold(NUMBERING.sub("", text)).split(" ")} - _LITTLE
        return (
            bool(words - _OF_ANY_FIELD)
            and words <= self._words_of_sections[field, "text"] | _LITTLE
        )

    def heading(self, text: str) -> Entry | None:
        """Return the entry that a heading means by its words alone: `S'inscrire : les conditions`.

        Two words or more that say something, all of the labels of one text or list, but not behind
        the words of a type, which name a diploma; or a statement (`of_statement`).
        """
        if text not in self._headings:
            if len(self._headings) > _MOST_REMEMBERED:
                self._headings.clear()
            by_words = None if begins_with_type(text) else self._by_words(text)
            self._headings[text] = of_statement(text) or by_words
        return self._headings[text]

    def _by_words(self, text: str) -> Entry | None:
        """Return the entry of the only text or list whose labels have all words of a heading."""
        plain = fold(NUMBERING.sub("", text))
        words = {word.rstrip("sx") for word in plain.split(" ")} - _OF_ANY_HEADING
        fields = [
            (field, kind)
            for (field, kind), known in self._words_of_sections.items()
            if len(words) > 1 and words <= known and words.isdisjoint(_OF_NO_HEADING)
        ]
        is_one = len(fields) == 1
        if is_one and fields[0][0] == "description" and _OF_TRADES.search(plain):
            return None
        return Entry(*fields[0], text, by_words=True) if is_one else None

    @cached_property
    def _words_of_sections(self) -> dict[tuple[str, str], set[str]]:
        """Return the words of the labels of each text and list, without the ends of plurals."""
        by_field: dict[tuple[str, str], set[str]] = {}
        for label, entry in self._entries.items():
            if entry.kind in _OF_LINES:
                words = (word.rstrip("sx") for word in label.split(" "))
                by_field.setdefault(entry.meaning, set()).update(words)
        return by_field

    def _by_content(self, labels: Iterable[str]) -> Entry | None:
        """Return the entry of a label with other little words, or that says whose it is."""
        for core in dict.fromkeys(map(_core, labels)):
            if core.partition(" ")[0] not in self._first_words:
                continue
            if entry := self._by_core.get(core):
                return entry
            words = core.split(" ")
            while len(words) > 1 and words[-1] in OWN_WORDS:
                dropped = words.pop()
                core = " ".join(words)
                entry = self._by_core.get(core) or self._entries.get(core)
                if entry and not (
                    # "Référentiel de certification" is the name of an annex
                    entry.field == "documents"
                    or (dropped.startswith("examen") and entry.field in _NOT_OF_EXAMINATION)
                ):
                    return entry
        return None

    @cached_property
    def _by_last_word(self) -> dict[str, list[Writing]]:
        """Return all labels in all their writings by their last word, the longest first."""
        by_word: dict[str, list[Writing]] = {}
        for key, entry in self._written():
            for word in _WORD.findall(key)[-1:]:
                # "œ" is one letter in a text of the same length
                for each in {word, word.replace("oe", "o")}:
                    by_word.setdefault(each, []).append(Writing(key, entry.field != "documents"))
        return by_word

    def _says_no_more(self, words: str) -> bool:
        """Return whether labels end in each of some words, or these are the length of a value."""
        plain = fold(words)
        is_length = _LENGTH_ALONE.fullmatch(plain) is not None
        is_length = is_length or _OF_LIST.fullmatch(plain) is not None
        return is_length or (bool(plain) and self._by_last_word.keys() >= set(plain.split(" ")))

    def _written(self) -> Iterator[tuple[str, Entry]]:
        """Yield each label in all its writings, the longest first."""
        written = [(w, e) for key, e in self._entries.items() for w in _writings(key)]
        return iter(sorted(written, key=lambda pair: -len(pair[0])))

    def before_colon(self, last_word: str) -> re.Pattern[str] | None:
        """Return a pattern for the labels that end in a word, or its singular, before a colon.

        In text without accents or capitals; None if no label ends so.
        """
        if last_word not in self._before_colon:
            if len(self._before_colon) > _MOST_REMEMBERED:
                self._before_colon.clear()
            self._before_colon[last_word] = self._ending_in(last_word)
        return self._before_colon[last_word]

    def _ending_in(self, last_word: str) -> re.Pattern[str] | None:
        singular = (last_word, last_word.removesuffix("s"), last_word.removesuffix("es"))
        words_once = dict.fromkeys(singular)
        labels = [label for word in words_once for label in self._by_last_word.get(word, ())]
        if not labels:
            return None
        labels.sort(key=lambda label: len(label.words), reverse=True)
        choices = []
        for ending in (_ENDING, ""):
            chosen = [
                label.words.split(" ") for label in labels if label.is_extended == bool(ending)
            ]
            choices += [rf"{_any_of(chosen)}(?:\(?e?s\)|s)?{ending}"] if chosen else []
        return re.compile(
            rf"(?<![a-z0-9])({'|'.join(choices)})"
            rf"(?: {{1,2}}\((?:[a-z]{{2,20}}(?:/[a-z]{{2,10}})?|{_LENGTH})\)| {_SO_LISTED})?"
            r"[^a-z0-9:|]{0,2}\s*:"
        )

    def value_at_start(self, text: str) -> tuple[Entry, int] | None:
        """Return the longest label of a value that `text` begins with, and where it ends.

        `text` is without accents and capitals.
        """
        pattern = self._value_pattern(_first_word(text))
        match = pattern.match(text) if pattern else None
        if match is None:
            return None
        entry = self._value_labels[" ".join(_WORD.findall(match[0]))]
        is_extended = entry.field not in _NOT_OF_EXAMINATION
        ending = _ENDING_HERE.match(text, match.end()) if is_extended else None
        return entry, (ending or match).end()

    @cached_property
    def _value_labels(self) -> dict[str, Entry]:
        """Return the labels of values in all their writings, the longest first.

        "Diplôme de niveau 4" begins a sentence, as in conditions of access.
        """
        return {
            " ".join(_WORD.findall(key)): entry
            for key, entry in self._written()
            if entry.kind == "value" and not (entry.field == "level" and key[:7] == "diplome")
        }

    @cached_property
    def _values_by_first_word(self) -> dict[str, list[str]]:
        by_word: dict[str, list[str]] = {}
        for key in self._value_labels:
            by_word.setdefault(_first_word(key), []).append(key)
        return by_word

    def _value_pattern(self, first_word: str) -> re.Pattern[str] | None:
        """Return a pattern for the labels of values that begin with a word, the longest first."""
        if first_word not in self._values_by_first_word:
            return None
        if first_word not in self._value_patterns:
            labels = self._values_by_first_word[first_word]
            words = "|".join(_BETWEEN.join(map(re.escape, label.split(" "))) for label in labels)
            self._value_patterns[first_word] = re.compile(f"(?:{words})(?![a-z0-9])")
        return self._value_patterns[first_word]


def _any_of(labels: list[list[str]]) -> str:
    """Return a pattern for labels given as words: those that begin alike are compared together."""
    by_word: dict[str, list[list[str]]] = {}
    for first, *rest in labels:
        by_word.setdefault(first, []).append(rest)
    choices = []
    for first, rests in sorted(by_word.items(), reverse=True):  # "diplomes" before "diplome"
        further = [rest for rest in rests if rest]
        ends = "?" if len(further) < len(rests) else ""
        behind = f"(?:{_BETWEEN}{_any_of(further)}){ends}" if further else ""
        choices.append(first.replace("oe", "oe?") + behind)
    return f"(?:{'|'.join(choices)})" if len(choices) > 1 else choices[0]


def _in_full(label: str) -> str:
    """Return a folded label without shortened words."""
    return " ".join([_IN_FULL.get(word, word) for word in label.split(" ")])


def without_plurals(text: str) -> str:
    """Return a text of the same length without the endings in brackets: `Arrêté(s) de création`."""
    return _PLURAL_INSIDE.sub(lambda match: " " * len(match[0]), text) if "(" in text else text


def own_type_start(label: str) -> int | None:
    """Return where a title begins that a label ends in, behind an article: `Objectifs du CAP`.

    None if there is no title, or nothing before it.
    """
    article = _BEFORE_OWN_TYPE.search(label)
    while article and not begins_with_type(label[article.end() :]):
        article = _BEFORE_OWN_TYPE.search(label, article.end())
    return article.end() if article else None


def ending_of(text: str) -> int:
    """Return where the words begin that say at the end of a label that it is the diploma's."""
    match = _AT_END.search(text)
    return match.start() if match else len(text)


def _core(label: str) -> str:
    """Return a folded label without its little words; the last may be an option's letter."""
    *words, last = label.removesuffix(" en").split(" ")  # "Première session organisée en"
    return " ".join([*(word for word in words if word not in _LITTLE), last])


def _writings(label: str) -> list[str]:
    """Return a folded label with each of its words in full and shortened."""
    forms = [(word, *_SHORTENED.get(word, ())) for word in label.split(" ")]
    return [" ".join(words) for words in itertools.product(*forms)]


def _first_word(text: str) -> str:
    word = _WORD.match(text)
    return word[0] if word else text[:1]


def _readings(text: str) -> list[str]:
    readings = []
    text = text.strip("+[] ") if "+" in text else text  # "Les métiers [+]", which opens a panel
    text = _COUNT.sub("", text) if "(" in text or "[" in text else text
    # "Poursuite(s) d'études": both the plural and the singular
    has_plural = _PLURAL.search(text)
    for plural in {_PLURAL.sub(r"\1", text), _PLURAL.sub("", text)} if has_plural else (text,):
        readings += [fold(plural), fold(NUMBERING.sub("", plural, count=1))]
    for reading in list(readings):
        shorter = _LEADING.sub("", reading)
        readings += [shorter, _TRAILING.sub("", shorter)]
    return [reading for reading in dict.fromkeys(readings) if reading]


@cache
def _packaged() -> Lexicon:
    lines = [(row["field"], row["kind"], row["label"]) for row in rows("lexicon.csv")]
    known: dict[str, Entry] = {}
    for line in lines:
        if reason := _fault(line) or _contradiction(Entry(*line), known):
            raise ProgramFault(f"schema/data/lexicon.csv: {';'.join(line)}: {reason}")
    return Lexicon(Entry(*line) for line in lines)


def read_file(path: Path) -> bytes:
    """Read a user's file; `UnusableInput` when it cannot be read or is empty."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnusableInput(f"--lexicon {path}: cannot be read ({reason})") from None
    if not content.strip():
        raise UnusableInput(f"--lexicon {path}: is empty; a line is field;kind;label")
    return content


def _read(content: bytes, path: Path) -> dict[int, Entry]:
    """Return the entries of a user's file by their lines."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        raise UnusableInput(
            f"{path}:{number}: no UTF-8; save the file as UTF-8 (in Excel: CSV UTF-8)"
        ) from None
    entries: dict[int, Entry] = {}
    known: dict[str, Entry] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip("; \t") or line.startswith("#"):  # Excel writes an empty row as ";;"
            continue
        *before, label = [cell.strip() for cell in next(csv.reader([line], delimiter=";"))]
        cells = [*map(str.lower, before), label]
        if [*cells[:2], label.lower()] == ["field", "kind", "label"]:
            continue
        if reason := _other_separator(line) or _fault(cells):
            raise UnusableInput(f"{path}:{number}: {reason}; a line is field;kind;label")
        field, kind, label = cells  # `_fault` has counted them
        entry = Entry(field, kind, label)
        if reason := _contradiction(entry, known):
            raise UnusableInput(f"{path}:{number}: {reason}; keep one of the two")
        entries[number] = entry
    return entries


def _contradiction(entry: Entry, known: dict[str, Entry]) -> str | None:
    """Return why an entry contradicts one before, which `known` has by its label; it is added."""
    first = known.setdefault(_in_full(fold(entry.label)), entry)
    if first.meaning == entry.meaning:
        return None
    return f"'{entry.label}' means {_meaning(first)} in a line before ('{first.label}')"


def _other_separator(line: str) -> str | None:
    """Return how the columns of a line without a semicolon seem to be separated."""
    for sign, name in ((",", "commas"), ("\t", "tabs")):
        if ";" not in line and line.count(sign) >= 2:
            return f"the columns are separated by {name}, not by semicolons"
    return None


def _meaning(entry: Entry) -> str:
    """Return what a label means, as a lexicon file has it: `first_session;value`."""
    return f"{entry.field};{entry.kind}"


def _fault(cells: Sequence[str]) -> str | None:
    if len(cells) != 3:
        return f"{len(cells)} columns"
    field, kind, label = cells
    if kind not in FIELDS:
        return f"unknown kind {kind!r}, one of {', '.join(FIELDS)}"
    if field not in FIELDS[kind]:
        choices = ", ".join(filter(None, FIELDS[kind])) or "none: leave it empty"
        return f"unknown field {field!r} for kind {kind!r}, one of {choices}"
    if not fold(label):
        return "empty label"
    return None
