"""Normalise text: to store it, to compare it, and to make names of it."""

import hashlib
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable

# U+00AD, zero-width characters, BOM and bidi marks: invisible, and they split words in searches.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_RUN = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
# C0/C1 controls other than white space, lone surrogates: never part of a French text.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
# What windows-1252 means by the bytes of C1, five of which it leaves free: in practice U+0092 is an
# apostrophe whose byte was read as ISO-8859-1, and the web reads `&#146;` so (HTML standard).
# U+0085 is not among them: it ends lines in text files, and is white space.
_WINDOWS = {
    chr(byte): meant
    for byte in range(0x80, 0xA0)
    if byte != 0x85 and (meant := bytes([byte]).decode("cp1252", "ignore"))
}
# Capital letters, for the class of a pattern.
CAPITALS = "A-ZÀ-ÝŒ"
_LIGATURE = re.compile("[œŒæÆß]")
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})
_STRAIGHT = str.maketrans(dict.fromkeys("’‘ʼ", "'") | dict.fromkeys("‐‑‒–—―−", "-"))


class _OneForOne(dict[int, str]):
    """Map each character to one without accent or capital, computed when first looked up."""

    def __missing__(self, key: int) -> str:
        character = _WINDOWS.get(chr(key), chr(key))
        plain = ascii_text(character.translate(_STRAIGHT)).lower() or "?"
        self[key] = plain[0]
        return plain[0]


_ONE_FOR_ONE = _OneForOne()
# "1° session", where the sign numbers no line
_FIRST = re.compile(r"(?<!\w)1[°º](?= ?sess(?:ions?|\.))", re.IGNORECASE)
# Names have up to 64 characters in the list of 182 addresses.
_LONGEST_SLUG = 120
# A table of bytes is ten times as fast as one of characters.
_NO_WORDS = bytes(n if re.match("[a-z0-9+]", chr(n)) else ord(" ") for n in range(256))
# `0` for an ASCII digit, a space for any other character
_DIGITS_AS_ZERO = bytes(ord("0") if chr(n) in "0123456789" else ord(" ") for n in range(256))
_KINDS = bytes(
    ord("0") if chr(n) in "0123456789" else ord("a") if chr(n).isalpha() and n < 128 else ord(" ")
    for n in range(256)
)
# Texts that `clean`, `fold` and `same_length` remember: how long, and how many of each.
_LONG, _MOST_REMEMBERED = 1000, 4096


class _Memory(dict[str, str]):
    """The results of a function for short texts; all are forgotten when there are too many.

    Short texts recur many times on a page. Long ones recur rarely, and a page of them must not fill
    the memory.
    """

    def __init__(self, function: Callable[[str], str]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, text: str) -> str:
        result = self._function(text)
        if not text[_LONG:]:
            if len(self) == _MOST_REMEMBERED:
                self.clear()
            self[text] = result
        return result


def _remembered(function: Callable[[str], str]) -> Callable[[str], str]:
    """Return `function` with a memory: looking a text up costs a fifth of what a call would."""
    return _Memory(function).__getitem__


def visible(text: str) -> str:
    """Return `text` in NFC without the invisible characters that split words for searches.

    No-break spaces become spaces.
    """
    if text.isascii():
        return text
    if not text.isprintable():
        text = _INVISIBLE.sub("", text).replace("\u00a0", " ").replace("\u202f", " ")
    return unicodedata.normalize("NFC", text)


def in_flow(text: str) -> str:
    """Return `text` as a browser shows it: each run of spaces, tabs and line ends one space."""
    return _RUN.sub(" ", text) if "\n" in text or "  " in text or "\t" in text else text


@_remembered
def clean(text: str) -> str:
    """Return one line of text: Unicode NFC, every run of white space (no-break too) one space.

    Spelling, quotation marks and dashes stay as published; characters of windows-1252 that were
    read as ISO-8859-1 are corrected.
    """
    if text.isprintable():  # its only white space are plain spaces
        text = " ".join(text.split()) if "  " in text else text.strip()
    else:
        text = _INVISIBLE.sub("", text)
        text = _CONTROL.sub(lambda match: _WINDOWS.get(match[0], ""), text)
        text = " ".join(text.split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def ascii_text(text: str) -> str:
    """Return `text` without accents and ligatures; characters without an ASCII form are dropped."""
    if text.isascii():
        return text
    try:
        plain = text.encode("latin-1").translate(_WITHOUT_ACCENTS, _DROPPED)
        if _SEVERAL not in plain:
            return plain.decode("ascii")
    except UnicodeEncodeError:
        pass
    return _decomposed(text)


def _decomposed(text: str) -> str:
    if _LIGATURE.search(text):
        text = text.translate(_LIGATURES)
    decomposed = unicodedata.normalize("NFKD", text)
    return decomposed.encode("ascii", "ignore").decode("ascii")


# The same for the bytes of ISO-8859-1, where a character gives one (most), none, or several.
_SEVERAL = b"\xff"
_DROPPED = bytes(n for n in range(256) if not _decomposed(chr(n)))
_WITHOUT_ACCENTS = b"".join(
    plain.encode() if len(plain) == 1 else _SEVERAL
    for plain in map(_decomposed, map(chr, range(256)))
)


@_remembered
def fold(text: str) -> str:
    """Return the form in which labels are compared.

    No case, accents, punctuation or spare space; `1° session` is `1e session`.
    """
    if "1°" in text or "1º" in text:
        text = _FIRST.sub("1e", text)
    return " ".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """Return the words of a text in their folded form."""
    plain = ascii_text(text.replace("’", " ")).lower()
    return plain.encode("ascii").translate(_NO_WORDS).decode("ascii").split()


@_remembered
def same_length(text: str) -> str:
    """Return `text` without accents or capitals, every character still at its place.

    Curly apostrophes and dashes become straight ones, other signs without an ASCII form `?`.
    """
    if text.isascii():
        return text.lower()
    if "1°" in text or "1º" in text:
        text = _FIRST.sub("1e", text)
    # what French texts hold beside ISO-8859-1 most often
    straight = text.replace("’", "'").replace("…", ".").replace("–", "-").replace("œ", "o")
    try:
        return straight.encode("latin-1").translate(_LATIN).decode("ascii")
    except UnicodeEncodeError:
        pass
    try:
        return text.encode("cp1252").translate(_BYTES).decode("ascii")
    except UnicodeEncodeError:
        return text.translate(_ONE_FOR_ONE)


# The same for the bytes of two encodings that hold nearly all that French texts are made of: a
# table of bytes is ten times as fast as one of characters, and ISO-8859-1 is encoded fastest.
_LATIN = bytes(ord(_ONE_FOR_ONE[n]) for n in range(256))
_BYTES = bytes(ord(_ONE_FOR_ONE[ord(bytes([n]).decode("cp1252", "replace"))]) for n in range(256))


def has_any(text: str, words: Iterable[str]) -> bool:
    """Return whether any of some words stands in a text."""
    for word in words:  # noqa: SIM110  # `any` of an expression takes half as long again
        if word in text:
            return True
    return False


def words_in(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return those of some words that stand in a text.

    Asked of a whole page first, they leave few words to look for in each of its lines.
    """
    return (*[word for word in words if word in text],)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that is found in a text where any of many words stands in it.

    Words that begin alike are looked for together, in half the time that `has_any` takes for them.
    """
    return re.compile(_choices(sorted(words)) or r"(?!)")  # of no words: found nowhere


def _choices(words: list[str]) -> str:
    choices = []
    for first, alike in itertools.groupby(words, lambda word: word[:1]):
        rests = [word[1:] for word in alike]
        # a word that ends here is found whatever follows
        choices.append(re.escape(first) + ("" if "" in rests else f"(?:{_choices(rests)})"))
    return "|".join(choices)


def has_digit(text: str) -> bool:
    """Return whether a text has a digit."""
    # ten tests written out take half as long as a loop
    return (
        "0" in text or "1" in text or "2" in text or "3" in text or "4" in text
        or "5" in text or "6" in text or "7" in text or "8" in text or "9" in text
    )  # fmt: skip


def has_letter_by_digit(text: str) -> bool:
    """Return whether an ASCII letter and a digit stand beside each other: `du8 avril`."""
    # a table of bytes takes a tenth of the time of a pattern
    kinds = text.encode("latin-1", "replace").translate(_KINDS)
    return b"a0" in kinds or b"0a" in kinds


def number_spans(text: str, digits: int) -> list[tuple[int, int]]:
    """Return where the numbers of so many ASCII digits, or more, begin and end in a text.

    Bytes are searched for them in a third of the time that a pattern takes.
    """
    zeros, number = text.encode("latin-1", "replace").translate(_DIGITS_AS_ZERO), b"0" * digits
    spans: list[tuple[int, int]] = []
    start = zeros.find(number)
    while start >= 0:
        end = zeros.find(b" ", start)
        end = len(zeros) if end < 0 else end
        spans.append((start, end))
        start = zeros.find(number, end)
    return spans


def count_digits(text: str) -> int:
    """Return how many ASCII digits a text has."""
    return text.encode("latin-1", "replace").translate(_DIGITS_AS_ZERO).count(b"0")


def slug(text: str) -> str:
    """Return the ASCII slug of a trade or a name: `[a-z0-9-]`, words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", ascii_text(text).lower()).strip("-")


def page_slug(page: str) -> str:
    """Return the ASCII slug of a page name for ids: `[a-z0-9_.-]`, spaces become `_`.

    A slug that would be too long for the name of a file, or empty, ends in 8 hexadecimal digits of
    the name's SHA-256. Empty only for an empty name.
    """
    name = clean(page)
    text = re.sub(r"[^a-z0-9_.-]+", "-", ascii_text(name).lower().replace(" ", "_")).strip("-")
    if len(text) <= _LONGEST_SLUG and (text or not name):
        return text
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{text[:_LONGEST_SLUG].strip('-') or 'document'}-{digest}"


def search_text(text: str) -> str:
    """Return `text` for full-text search: ligatures opened, so that `coeur` finds `cœur`."""
    return text.translate(_LIGATURES)
