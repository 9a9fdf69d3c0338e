"""French words reduced to stems, so that plural and feminine find singular and masculine.

A word loses its accents first (people search without them), then its plural and feminine
endings, then what the Snowball stemmer for French removes, until no rule applies or five
letters are left. The static pages run the same steps in the browser with `PLURAL`, `ALIKE`,
`GENDER` and Snowball's own JavaScript.

Measured on the 873 gendered titles of Onisep's Idéo-Métiers: of the words that differ between
the masculine and the feminine form by gender alone, all but *booker*, *manager*, *docteur* and
*valoriseur* have one stem.
"""

import re
from functools import lru_cache
from itertools import chain
from string import ascii_lowercase

from snowballstemmer import stemmer

from schema.code import IN_TEXT
from schema.text import clean, fold, folded_words

# Endings of folded words and their replacements; the first that fits is used. At least two
# letters must stand before an ending.
PLURAL = (
    ("eaux", "eau"),
    ("aux", "al"),
    ("oux", "ou"),
    ("eux", "eu"),
    ("ss", "ss"),
    ("s", ""),
)
# Singulars whose plural ends as that of words in `al`: `matériau`, `travail` and `métal`.
ALIKE = (
    ("eau", "eau"),
    ("au", "al"),
    ("ail", "al"),
)
GENDER = (
    ("euse", "eur"),
    ("trice", "teur"),
    ("iere", "ier"),
    ("ere", "er"),
    ("ienne", "ien"),
    ("onne", "on"),
    ("ive", "if"),
    ("ette", "et"),
    ("elle", "el"),
    ("esse", "e"),
    ("ffe", "f"),
)
# From masculine endings to the feminine ones; shorter ones (`f`, `e`) end words that have none.
_FEMININE = tuple((masculine, ending) for ending, masculine in GENDER if len(masculine) > 1)
# Words that say nothing about a diploma; a search leaves them out.
STOP_WORDS = frozenset(
    "a au aux avec ce ces d dans de des du elle en est et il l la le les leur ou par pour qu que "
    "qui s sa se ses sur un une".split()
)
# Words that name something in titles and trades (*option A*, *métiers du son*), while texts are
# full of them: a search looks for them in those alone.
TITLE_WORDS = frozenset({"son", *ascii_lowercase})
_OPTION_LETTER = re.compile(r"\boptions?\W{1,3}([a-z])(?![\w'’])", re.IGNORECASE)
_SHORTEST = 4
# The longest French word has 25 letters, and the stemmer takes quadratic time: 40 000 letters of
# hostile input would take minutes.
_LONGEST = 40
# A shorter stem would be an acronym's twin: Snowball makes `meti` of *métier*.
_SHORTEST_STEM = 5
_APART = re.compile(r"[\s'’-]+")
_WHOLE = re.compile(r"(?<![(/·.\w])\w+")
_DOTTED = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)")
_RNCP = re.compile(r"\b(?:code )?rncp (\d+)")


def _replaced(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, instead in endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + instead
    return word


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of one folded word; very short and very long ones, and numbers, stay."""
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return word
    word = _replaced(_replaced(_replaced(word, PLURAL), ALIKE), GENDER)
    snowball = stemmer("french")  # it keeps the word in hand as state: one for each call
    while (shorter := snowball.stemWord(word)) != word and len(shorter) >= _SHORTEST_STEM:
        word = shorter
    return word


@lru_cache(maxsize=16384)
def other_forms(word: str) -> tuple[str, ...]:
    """Return the singular, plural, masculine and feminine of a folded word, itself apart.

    For searches that know no stems, by the endings of `GENDER`; *agent* and *assistant* bring their
    feminine, and *vente* no *vent*. Some are no words of French (`atelier` has no feminine), which
    costs nothing but their room. None for short words, stop words, numbers and codes.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or word in STOP_WORDS:
        return ()
    singular = _replaced(word, PLURAL)
    masculine = _replaced(singular, GENDER)
    # *option* is no masculine of *optionne*; *-ion* ends the commonest words of titles
    further = [
        masculine.removesuffix(ending) + instead
        for ending, instead in _FEMININE
        if masculine.endswith(ending) and not masculine.endswith("ion")
    ]
    if masculine.endswith(("ant", "ent")) and not masculine.endswith("ment"):
        further.append(f"{masculine}e")
    if word.endswith("aux") and not word.endswith("eaux"):
        further += [word[:-1], f"{word[:-2]}il"]
    singulars = dict.fromkeys((singular, masculine, *further))
    forms = dict.fromkeys(form for one in singulars for form in (one, *_plurals(one)))
    return tuple(form for form in forms if form != word)


def _plurals(word: str) -> tuple[str, ...]:
    regular = word if word[-1] in "sxz" else f"{word}s"
    if word.endswith(("au", "eu")):
        return (f"{word}x",)
    if word.endswith("ou"):
        return (f"{word}x", regular)
    if word.endswith("al"):
        return (f"{word[:-1]}ux", regular)
    if word.endswith("ail"):
        return (f"{word[:-2]}ux", regular)
    return (regular,)


def stems(*texts: str | None) -> str:
    """Return the stems of all words of `texts`, each once, in order, separated by spaces."""
    # long texts repeat their words: each is folded and looked at once
    written = dict.fromkeys(chain.from_iterable(text.split() for text in texts if text))
    words = dict.fromkeys(folded_words(" ".join(written)))
    # numbers and codes, of which each page has others, must not fill the memory of `stem`
    stemmed = (stem(w) if w.isalpha() else w for w in words if w not in STOP_WORDS)
    return " ".join(dict.fromkeys(stemmed))


def option_letters(*texts: str | None) -> list[str]:
    """Return the letters of options in `texts`, folded: `option A` is no *à*."""
    return [letter.lower() for text in texts for letter in _OPTION_LETTER.findall(text or "")]


def written_words(*texts: str | None) -> dict[str, str]:
    """Return the words of `texts` as written, by their folded form: none that is broken.

    Of *technicien(ne)* and *monteur/euse* what stands before the mark; no stop words.
    """
    tokens = (token for text in texts if text for token in _APART.split(text.lower()))
    words = (match[0] for token in tokens if (match := _WHOLE.search(token)))
    return {folded: word for word in words if (folded := fold(word)) and folded not in STOP_WORDS}


def query_words(query: str) -> list[str]:
    """Split a user's query into folded words, without stop words (unless there are no others).

    A code scolarité in any of its five writings becomes one word of eight characters, *Code RNCP :
    37919* one word, and so does *C.A.P.*
    """
    text = IN_TEXT.sub(lambda match: f" {match[1]}{match[2]}{match[3]} ", clean(query).upper())
    text = _DOTTED.sub(lambda match: match[0].replace(".", ""), text)
    words = list(dict.fromkeys(_RNCP.sub(r"rncp\1", fold(text)).split()))
    letters = option_letters(text)
    return [word for word in words if word not in STOP_WORDS or word in letters] or words
