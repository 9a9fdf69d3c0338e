"""Every pattern of the readers takes time in proportion to the text that it meets.

A pattern of `schema` or `parsers` meets foreign text: hostile lines are given to each, as the code
uses it, and lines four times as long to those that are not done at once.
"""

import ast
import multiprocessing
import pkgutil
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType
from typing import Any

import parsers
import schema
from schema.text import clean
from tests.support.processor_time import allow

LENGTH = 3_000
# A linear pattern takes four times as long for the fourfold text, a quadratic one 16 times. What is
# done in less than AT_ONCE (seconds of processor time) is not measured.
TIMES = 4
MOST_GROWTH = 8
AT_ONCE = 0.05
NO_END = 60  # seconds, for patterns that are worse than quadratic
UNITS = [
    "(", ")", "[", ",", ";", ":", "|", "/", "-", "–", "_", "'", "«", "•", ".", "x.", "a", "A ",
    "a ", "1", "1 ", "1,", "12/", "1-", "1er ", "a, ", "a (", "(a) ", "a;", "et ", "par ", "du ",
    "n° ", "option a ", "A : ", "2004 ", "arrete du ", "12 mars 2004 ", "session ", "niveau ",
    "http://", "code ", "bts ", "x_", "l'", "1 an ",
]  # fmt: skip
# They are searched in short text: a title, a duration, a line of codes.
SEARCHED_IN_SHORT = {
    "parsers.segment.option_mentions._AROUND_NAME",
    "schema.duration._OTHERS",
    "schema.title._CODE",
}


def modules() -> Iterator[ModuleType]:
    for package in (schema, parsers):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield import_module(module.name)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of a module, those in its tables too."""
    for module in modules():
        for name, value in vars(module).items():
            for item in value if isinstance(value, list | tuple) else (value,):
                if isinstance(item, re.Pattern) and isinstance(item.pattern, str):
                    yield f"{module.__name__}.{name}", item


def only_matched() -> set[str]:
    """The patterns of which the code asks only whether a text is, or begins with, what they say."""
    used: Counter[str] = Counter()
    matched: Counter[str] = Counter()
    for module in modules():
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
            used[_named(module.__name__, node)] += 1
            if isinstance(node, ast.Attribute) and node.attr in {"match", "fullmatch", "pattern"}:
                matched[_named(module.__name__, node.value)] += 1
    names = {name: _place(*name.rsplit(".", 1)) for name, _ in patterns()}
    return {name for name, place in names.items() if matched[place] == used[place]}


def _named(module: str, node: ast.AST) -> str:
    """Where the name that a node uses is known; empty for other nodes."""
    if isinstance(node, ast.Attribute):
        return _place(module, node.attr)
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        return _place(module, node.id)
    return ""


def _place(module: str, name: str) -> str:
    return f"{module}.{name}" if name.startswith("_") else name  # others are imported elsewhere


def try_all(progress: Connection) -> None:
    lines, longer = (
        [clean(text) for unit in UNITS for text in _around((unit * length)[:length])]
        for length in (LENGTH, LENGTH * TIMES)
    )
    not_searched = only_matched() | SEARCHED_IN_SHORT
    for name, pattern in patterns():
        progress.send(name)
        allow(NO_END)
        # a search begins with a match at the start
        for ask in (pattern.match if name in not_searched else pattern.search, pattern.fullmatch):
            # other work on the machine may lengthen one measurement
            if all(_growth(ask, lines, longer) > MOST_GROWTH for _ in range(3)):
                return
    progress.send("")


def _growth(ask: Callable[[str], Any], lines: list[str], longer: list[str]) -> float:
    at_first = _seconds(ask, lines)
    return 0 if at_first < AT_ONCE else _seconds(ask, longer) / at_first


def _seconds(ask: Callable[[str], Any], lines: list[str]) -> float:
    start = time.process_time()
    for line in lines:
        ask(line)
    return time.process_time() - start


def _around(text: str) -> tuple[str, str]:
    return text, f"a{text}!"


def test_every_pattern_is_linear() -> None:
    context = multiprocessing.get_context("spawn")
    progress, end = context.Pipe(duplex=False)
    process = context.Process(target=try_all, args=(end,), daemon=True)
    process.start()
    end.close()  # the process holds the other copy: its end is the end of the names
    names = []
    with suppress(EOFError):
        while True:
            names.append(progress.recv())
    process.join()
    assert names, "nothing was tried"
    assert not names[-1], f"takes more than {MOST_GROWTH} times as long: {names[-1]}"


def test_what_is_searched_in_short_text_is_there() -> None:
    assert {name for name, _ in patterns()} >= SEARCHED_IN_SHORT
