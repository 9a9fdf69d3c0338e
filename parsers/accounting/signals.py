"""Count the signals of a page: things that it states and that a record must not lose.

The table of signals is closed (see `SignalKind`); each is found by words around it, without
understanding the page. `parsers.accounting.ledger` compares them with the record.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from parsers.accounting import patterns
from parsers.accounting.addresses import path_steps
from parsers.accounting.page_lines import Address, Line
from parsers.accounting.positions import Cell, cell_of
from schema.secrets import masked

SignalKind = Literal["file", "order-date", "session", "code", "rncp", "nor", "repeal"]
# A governing word stands at most so many characters before its date or behind the word *session*.
_NEAR = 300
_SESSION_REACH = 120
_LABEL = 100
_ADDRESS_LENGTH = 2000
_NOR_DIGITS = 7
_LONG = 100
_SHORT = 60


class Signal(NamedTuple):
    """One thing that a page states.

    `field`: the field of the record it belongs to. `words`: as published (a link: its address).
    `key`: the same in one form (a date as `YYYY-MM-DD`, a code of eight characters).
    `line`: where it stands.
    """

    kind: SignalKind
    field: str
    words: str
    key: str
    line: Line

    @property
    def place(self) -> str:
        """Return the CSS path of the element, which is asked for where the signal is lost."""
        return self.line.place


class _Text:
    """A line with its folded text, the numbers, days and words of repeal in it, and its cell.

    `before`: the two lines before it, the nearest first.
    """

    def __init__(self, line: Line, before: Sequence["_Text"] = ()) -> None:
        self.line = line
        self._before = before
        look = _looked_at if len(line.text) < _LONG else _look_at
        self.folded, self.numbers, self.days, self.repeals = look(line.text)

    @cached_property
    def cell(self) -> Cell | None:
        return cell_of(self.line.node)

    @cached_property
    def labels(self) -> list["_Text"]:
        """Return the short lines that may state the subject of a line, the likeliest first.

        The name of its column, else the lines before it; of a table with names of columns only
        those of the same row. None of a long line without a day.
        """
        if not self.days and len(self.folded) > _LABEL:
            return []
        head = self.cell.head if self.cell else None
        named = [_Text(Line(head.text(separator=" ").strip()))] if head is not None else []
        # "5 du cadre national", above the next value of a table of labels and values
        named = [label for label in named if not (label.numbers or label.folded[1:2] == " ")]
        near = [each for each in self._before if not named or _same_row(each.cell, self.cell)]
        return [label for label in (*named, *near) if len(label.folded) <= _LABEL]


def _look_at(
    text: str,
) -> tuple[str, list[tuple[int, int]], list[patterns.Day], list[re.Match[str]]]:
    folded, numbers = patterns.folded(text), patterns.numbers(text)
    days = patterns.days(folded) if patterns.may_hold_day(text, numbers) else []
    return folded, numbers, days, patterns.repeals(folded)


# short lines, such as labels and entries of menus, stand on many pages
_looked_at = lru_cache(maxsize=2048)(_look_at)


def page_signals(lines: Sequence[Line], addresses: Sequence[Address]) -> tuple[Signal, ...]:
    """Return the signals of an HTML page (`page_lines`), each kind and key once, in order."""
    signals: dict[tuple[str, str], Signal] = {}
    for signal in (*_in_lines(lines), *(s for a in addresses for s in _in_address(a))):
        signals.setdefault((signal.kind, signal.key), signal)
    return tuple(signals.values())


def keys_in(text: str) -> Iterator[tuple[SignalKind, str]]:
    """Yield the keys of all that a text could account for, whatever stands around it."""
    line = _Text(Line(text))
    for signal in (*_numbers(line), *_repeals(line)):
        yield signal.kind, signal.key
    for stem in re.findall(r"abroge|suppri|n'est |n'sont|rempla", line.folded):
        yield "repeal", stem
    if not line.numbers:
        return
    for day in line.days:
        yield "order-date", day.iso
    for year in re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", text):
        yield "session", year
    for number in re.findall(r"(?<![0-9])[0-9]{1,3}\s?[0-9]{3}(?![0-9])|[0-9]{3}", text):
        yield "rncp", "".join(number.split()).lstrip("0")


def keys_in_title(title: str) -> Iterator[tuple[SignalKind, str]]:
    """Yield the keys that the title of an order accounts for.

    Another order that it cites, by which something is done or which it changes; not one that its
    words go on to name beside it: *et arrêté du 5 juin 2008*.
    """
    line = _Text(Line(title))
    first = line.days[0].end if line.days else 0
    further = {
        day.iso
        for day in line.days[1:]
        if patterns.FURTHER_ORDER.search(line.folded, max(0, day.start - _SHORT), day.start)
        and not patterns.CITES.search(line.folded, first, day.start)
    }
    for kind, key in keys_in(title):
        if kind in {"nor", "repeal"} or (kind == "order-date" and key not in further):
            yield kind, key


def nor_keys(text: str) -> Iterator[tuple[SignalKind, str]]:
    """Yield the keys of the NOR in a text."""
    for match in _nors(text, patterns.numbers(text)):
        yield "nor", patterns.nor_of(match)


def _nors(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for start, end in runs:  # as fast again as `any` of an expression
        if end - start >= _NOR_DIGITS:
            yield from patterns.NOR.finditer(text)
            return


def _in_lines(lines: Sequence[Line]) -> Iterator[Signal]:
    before: tuple[_Text, ...] = ()
    legal_before = False
    for line in lines:
        text = _Text(line, before)
        before = (text, *before[:1])
        if text.repeals:  # few lines
            yield from _repeals(text)
        if text.numbers:
            yield from _numbers(text)
            legal = [*_legal_days(text, legal_before)]
            for day in legal:
                written = text.line.text[day.start : day.end]
                yield Signal("order-date", "legal_texts", written, day.iso, text.line)
            yield from _sessions(text)
            yield from _labelled_rncp(text)
            legal_before = bool(legal)


def _same_row(cell: Cell | None, other: Cell | None) -> bool:
    return cell is not None and other is not None and cell.row.mem_id == other.row.mem_id


def code_keys(text: str) -> Iterator[tuple[str, str]]:
    """Yield the codes in a text: as written, and in eight characters."""
    yield from _codes(text, patterns.numbers(text))


def _codes(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    if not patterns.may_hold_code(text, runs):
        return
    is_named = "code" in text.lower()
    for pattern in (patterns.CODE, patterns.SPACED_CODE) if is_named else (patterns.CODE,):
        for match in pattern.finditer(text):
            if code := patterns.compact_code(match["code"]):
                yield match["code"], code


def _numbers(text: _Text) -> Iterator[Signal]:
    """Yield codes, RNCP numbers and NOR."""
    if not text.numbers:
        return
    for written, code in _codes(text.line.text, text.numbers):
        yield Signal("code", "code", written, code, text.line)
    if "rncp" in text.folded or "certifications prof" in text.folded:
        for match in patterns.RNCP.finditer(text.folded):
            numbers = re.findall(r"[0-9]{1,3}\s[0-9]{3}|[0-9]{3,6}", match["numbers"])
            is_year = len(numbers[0]) == 4 and numbers[0].startswith(("19", "20"))
            if is_year and "°" not in match["mark"]:
                continue
            for number in numbers:
                key = "".join(number.split()).lstrip("0")
                yield Signal("rncp", "rncp_codes", number, key, text.line)
    for match in _nors(text.line.text, text.numbers):
        yield Signal("nor", "legal_texts", match[0], patterns.nor_of(match), text.line)


def _repeals(text: _Text) -> Iterator[Signal]:
    """Yield words of repeal."""
    for match in text.repeals:
        if _says_repeal(text, match):
            stem = match[0].strip()[:6]
            written = text.line.text[match.start() : match.end()]
            yield Signal("repeal", "status", written, stem, text.line)


def _says_repeal(text: _Text, match: re.Match[str]) -> bool:
    """Return whether a word states the end of something, not the work of a trade."""
    word, written = match[0], text.line.text[match.start() : match.end()]
    if word.startswith("n'"):
        return True
    if "é" not in written.lower() and not written.isupper():
        return False  # the present tense: *remplace*, *abroge*
    if word.startswith("abrog"):
        return True
    around = slice(max(0, match.start() - _NEAR), match.end() + _NEAR)
    diploma = patterns.DIPLOMA_WORD.search(text.folded[around]) or patterns.CODE.search(
        text.line.text[around]
    )
    if word.startswith("supprim"):
        return bool(diploma) or len(text.folded) <= 30
    return bool(match["by"]) and (bool(diploma) or match.start() == 0)


def _legal_days(text: _Text, legal_before: bool) -> Iterator[patterns.Day]:
    """Yield the days of orders in a line, by the nearest governing word."""
    if not text.days:
        return
    previous, state = 0, ""
    has_legal = bool(patterns.LEGAL.search(text.folded))
    for number, day in enumerate(text.days):
        between = text.folded[max(previous, day.start - _NEAR) : day.start]
        governing = _governing(between, has_legal)
        if (
            not governing
            and previous
            and len(between) <= 60
            and patterns.CONNECTIVE.fullmatch(between)
        ):
            governing = state
        if not governing and len(between) <= 15:
            following = text.days[number + 1].start if number + 1 < len(text.days) else None
            after = text.folded[day.end : min(following or day.end + 60, day.end + 60)]
            governing = _governing(after, has_legal, first=True)
        if not governing and not previous and _bare(text):
            governing = _by_label(text.labels) or ("legal" if legal_before else "")
        previous, state = day.end, governing
        if governing == "legal":
            yield day


def _governing(text: str, has_legal: bool, *, first: bool = False) -> str:
    """Return the kind of a date by the last (or first) governing word: `legal`, `aside` or `""`."""
    ends = [m.end() for m in patterns.SENTENCE_END.finditer(text)]
    if ends and not first:
        text = text[ends[-1] :]
    verdicts: list[tuple[int, bool, str]] = []  # an aside wins over a word that it holds
    for pattern, verdict in (
        (patterns.LEGAL, "legal"),
        (patterns.REPEAL_DATE, "legal" if has_legal else "aside"),
        (patterns.MODIFIED, "legal" if has_legal else "aside"),
        (patterns.ASIDE, "aside"),
    ):
        aside = verdict == "aside"
        for match in pattern.finditer(text):
            verdicts.append((-match.start() if first else match.end(), aside, verdict))
    return max(verdicts)[2] if verdicts else ""


def _bare(text: _Text) -> bool:
    """Return whether a line holds little beside its dates."""
    return len(text.folded) - sum(day.end - day.start for day in text.days) <= 40


def _by_label(labels: list[_Text]) -> str:
    for label in labels:
        if not label.days and (verdict := _governing(label.folded, True)):
            return verdict
    return ""


def _sessions(text: _Text) -> Iterator[Signal]:
    """Yield the years that the word *session* goes with."""
    if "sess" not in text.folded:
        only = patterns.YEARS_ONLY.fullmatch(text.folded)
        label = text.labels[0].folded if only and text.labels else ""
        if only and patterns.SESSION.search(label) and not patterns.YEAR.search(label):
            yield from _years(text, only["years"], only.start("years"), label)
        return
    masked = patterns.without_days(text.folded, text.days)
    matches = list(patterns.SESSION.finditer(masked))
    for match, following in zip(matches, [*matches[1:], None], strict=False):
        limit = following.start() if following else len(masked)
        after = masked[match.end() : min(limit, match.end() + _SESSION_REACH)]
        first = _first_year(after)
        before = masked[max(0, match.start() - 25) : match.start()]
        if first:
            chain = patterns.YEARS_ONLY.match(after, first.start())
            years = chain["years"] if chain else first[0]
            head = masked[max(0, match.start() - 30) : match.start()]
            yield from _years(text, years, match.end() + first.start(), f"{head} ")
        elif year := _first_year(before):
            start = max(0, match.start() - 25) + year.start()
            yield from _years(text, year[0], start, before)


def _first_year(text: str) -> re.Match[str] | None:
    for year in patterns.YEAR.finditer(text):
        if not patterns.NOT_A_SESSION.search(text[max(0, year.start() - 30) : year.start()]):
            return year
    return None


def _years(text: _Text, years: str, start: int, label: str) -> Iterator[Signal]:
    field = "last_session" if patterns.LAST.search(f"{label} ") else "first_session"
    for match in re.finditer(r"[0-9]{4}", years):
        begin = start + match.start()
        written = text.line.text[begin : begin + 4]
        yield Signal("session", field, written, match[0], text.line)


def _labelled_rncp(text: _Text) -> Iterator[Signal]:
    only = patterns.NUMBER_ONLY.fullmatch(text.folded)
    if only and any(patterns.RNCP_LABEL.search(label.folded) for label in text.labels[:1]):
        number = only["numbers"]
        yield Signal("rncp", "rncp_codes", number, number.lstrip("0"), text.line)


def _in_address(address: Address) -> Iterator[Signal]:
    """Yield files that an address or a script leads to, and the numbers in addresses."""
    text = address.line.text[:_ADDRESS_LENGTH]
    lower = text.lower()
    if lower.startswith(("data:", "mailto:", "tel:")):
        return
    if lower.startswith("javascript:") or address.attribute.startswith("on"):
        files = [match["address"] for match in patterns.QUOTED_FILE.finditer(text)]
    else:
        whole = (address.file and text and not text.startswith("#")) or patterns.FILE.search(text)
        files = [text] if whole else []
    for file in files:
        shown = masked(file)  # as the reader writes it into the record
        yield Signal("file", "documents", shown, "/".join(path_steps(shown)), address.line)
    if not files and address.attribute == "href":
        for match in patterns.NOR_IN_ADDRESS.finditer(text):
            yield Signal("nor", "legal_texts", match[0], match[1].upper(), address.line)
        for match in patterns.RNCP_IN_ADDRESS.finditer(text):
            number = match["numbers"]
            yield Signal("rncp", "rncp_codes", number, number.lstrip("0"), address.line)
