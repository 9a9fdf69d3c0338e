"""Every pattern of the readers takes time in proportion to the text that it meets.

A pattern of `schema` or `parsers` meets foreign text: hostile lines are given to each, as the code
uses it, in a process that may take so many seconds for all lines of a pattern.
"""

import multiprocessing
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

import parsers
import schema
from schema.text import clean
from tests.support.processor_time import allow

# A linear pattern takes at most a quarter of a second for all lines, one that is quadratic on many
# of them some seconds.
LENGTH = 3_000
SECONDS = 2
UNITS = [
    "(", ")", "[", ",", ";", ":", "|", "/", "-", "–", "_", "'", "«", "•", ".", "x.", "a", "A ",
    "a ", "1", "1 ", "12/", "1-", "1er ", "a, ", "a (", "(a) ", "a;", "et ", "par ", "du ", "n° ",
    "option a ", "A : ", "2004 ", "arrete du ", "12 mars 2004 ", "session ", "niveau ", "http://",
    "code ", "bts ", "x_", "l'", "1 an ",
]  # fmt: skip
# They match a text from its start, or are searched in a title, a duration or just before a date.
NOT_SEARCHED = {
    "parsers.accounting.patterns.NUMBER_ONLY",
    "parsers.accounting.patterns.YEARS_ONLY",
    "parsers.classify.listed_diplomas._COUNTABLE",
    "parsers.classify.listed_diplomas._COUNTED",
    "parsers.classify.listed_diplomas._NO_NAME",
    "parsers.classify.unknown_labels._PAIR",
    "parsers.extract.annotators._LEADS_ON",
    "parsers.extract.loose_codes._SAYS_SO",
    "parsers.extract.order_grammar._ADDED",
    "parsers.extract.order_grammar._ADDED_BEHIND",
    "parsers.extract.order_grammar._FURTHER",
    "parsers.extract.order_grammar._IN_OPENED",
    "parsers.extract.order_lines._DATE_FIRST",
    "parsers.extract.order_lines._GOES_ON",
    "parsers.extract.order_lines._OF_IT",
    "parsers.extract.page_update._LABEL_ALONE",
    "parsers.extract.rncp._LIST",
    "parsers.extract.sessions._BEGINS",
    "parsers.extract.sessions._LABELLED",
    "parsers.extract.sessions._OF_FORMER",
    "parsers.extract.single_values._ASIDE",
    "parsers.extract.single_values._FIRST_SENTENCE",
    "parsers.extract.succession_grammar.NAMED",
    "parsers.extract.succession_grammar._IT_BEGINS",
    "parsers.extract.trades._MARKED",
    "parsers.formats.html_links._REFRESH",
    "parsers.formats.html_text._FORMAT",
    "parsers.formats.html_text._LARGE",
    "parsers.segment.labels._UNKNOWN_PAIR",
    "parsers.segment.options._LEAD",
    "parsers.segment.title_sources._FILE_NAME",
    "schema.duration._ASIDE_BESIDE",
    "schema.duration._OTHERS",
    "schema.duration._STATED",
    "schema.title._CODE",
}


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of a module, those in its tables too."""
    for package in (schema, parsers):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(import_module(module.name)).items():
                for item in value if isinstance(value, list | tuple) else (value,):
                    if isinstance(item, re.Pattern) and isinstance(item.pattern, str):
                        yield f"{module.name}.{name}", item


def try_all(progress: "multiprocessing.SimpleQueue[str]") -> None:
    lines = [clean(text) for unit in UNITS for text in _around((unit * LENGTH)[:LENGTH])]
    for name, pattern in patterns():
        progress.put(name)
        allow(SECONDS)
        # a search begins with a match at the start
        try_at = pattern.match if name in NOT_SEARCHED else pattern.search
        for line in lines:
            try_at(line)
            pattern.fullmatch(line)
    progress.put("")


def _around(text: str) -> tuple[str, str]:
    return text, f"a{text}!"


def test_every_pattern_is_linear() -> None:
    context = multiprocessing.get_context("spawn")
    progress: multiprocessing.SimpleQueue[str] = context.SimpleQueue()
    process = context.Process(target=try_all, args=(progress,), daemon=True)
    process.start()
    process.join()
    names = []
    while not progress.empty():
        names.append(progress.get())
    assert names, "nothing was tried"
    assert not names[-1], f"no end within {SECONDS} s of processor time: {names[-1]}"


def test_what_is_not_searched_is_there() -> None:
    assert {name for name, _ in patterns()} >= NOT_SEARCHED
