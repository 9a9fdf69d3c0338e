"""Rank the labels and texts of the archive's pages that the lexicon does not know.

For each a lexicon line is proposed where the field can be inferred; a person accepts or changes it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from parsers.classify.unknown_labels import UnknownLabel, unknown_labels
from parsers.formats.encoding import decode
from parsers.formats.html import flatten
from parsers.formats.pdf import is_pdf
from schema.errors import Refused, UnusableInput
from schema.issues import IssueCode, Refusal
from schema.lexicon import Lexicon
from schema.text import fold
from scraper.model.response import Outcome
from scraper.model.wording import numbered
from scraper.pipeline.parse_pages import PageResult, read_pages
from scraper.pipeline.reader import Reader
from scraper.state.archived_pages import ArchivedPage
from scraper.state.snapshot import present

_TOLD = {IssueCode.UNLABELLED_TEXT, IssueCode.UNACCOUNTED}
_HEADINGS = {IssueCode.UNKNOWN_HEADING}


@dataclass
class Suggestion:
    """A label, or a text that no field holds, on one page or several.

    `field`, `kind`, `reason`: the most frequent proposal, None and empty without one.
    `refused_pages`: those of `pages` that were refused as no référentiel.
    """

    text: str
    is_label: bool
    pages: list[str] = field(default_factory=list)
    refused_pages: list[str] = field(default_factory=list)
    proposals: Counter[tuple[str | None, str | None, str]] = field(default_factory=Counter)
    sample: str = ""

    @property
    def proposal(self) -> tuple[str | None, str | None, str]:
        """Return the field, kind and reason proposed most often; one with a meaning goes first.

        The heading of a group of labels has the kind `heading` and an empty field.
        """
        counted = [
            (count, proposal)
            for proposal, count in self.proposals.items()
            if proposal[0] or proposal[1]
        ]
        return max(counted, key=lambda pair: pair[0])[1] if counted else (None, None, "")

    @property
    def line(self) -> str | None:
        """Return the line for a lexicon file; None without a meaning.

        None too for a label of one refused page alone, which more likely is no page of a diploma
        than one whose labels were renamed.
        """
        name, kind, _ = self.proposal
        label = f'"{self.text}"' if ";" in self.text else self.text
        is_worth = len(self.pages) > 1 or not self.refused_pages
        return f"{name};{kind};{label}" if self.is_label and kind and is_worth else None


def suggest_labels(data: Path, lexicon: Lexicon) -> tuple[list[Suggestion], int]:
    """Read every page of the archive of `data`; labels first, the most frequent first.

    Of a page that is held back, what it answers now is read: a new design has new labels.

    Return the number of pages too whose content the archive has lost. `UnusableInput` when the
    folder holds no run, or no page that can be read.
    """
    labels: dict[str, Suggestion] = {}
    texts: dict[str, Suggestion] = {}
    read = lost = 0
    with present(data) as snapshot:
        for result in read_pages(map(_as_answered, snapshot.pages()), Reader(lexicon)):
            read += result.page.to_read is not None
            lost += result.page.damaged
            page = result.name or result.page.url
            for label in _labels(result, lexicon):
                suggestion = labels.setdefault(
                    fold(label.text), Suggestion(label.text, is_label=True)
                )
                _add(suggestion, page, (label.field, label.kind, label.reason), label.sample)
                if result.refused and page not in suggestion.refused_pages:
                    suggestion.refused_pages.append(page)
            for text, name in _issues(result, _TOLD):
                suggestion = texts.setdefault(fold(text), Suggestion(text, is_label=False))
                _add(
                    suggestion,
                    page,
                    (name, None, "its words are of that field" if name else ""),
                    "",
                )
    if not read:
        why = f": {lost_content(lost)}" if lost else ""
        raise UnusableInput(f"{data}: its archive holds no page that can be read{why}")
    for key in set(texts) & set(labels):
        del texts[key]
    return [*_ranked(labels), *_ranked(texts)], lost


def _as_answered(page: ArchivedPage) -> ArchivedPage:
    """Return a page with the answer that is held back, if there is one, as its content."""
    is_held_back = page.outcome is Outcome.SUSPECT and page.unread is not None
    return replace(page, content=page.unread) if is_held_back else page


def lost_content(pages: int) -> str:
    """Say that the archive has lost the content of so many pages, and what to do."""
    return (
        f"it has lost the content of {numbered(pages, 'pages')} (archive-damaged: WARC files are "
        "damaged or gone); eduscol fetch brings them in again"
    )


def _labels(result: PageResult, lexicon: Lexicon) -> Iterator[UnknownLabel]:
    """Yield the unknown labels of a page.

    Of a page that was read, every heading that an issue tells, and what looks like a label at the
    beginning of a text that one tells; of one refused as no référentiel, all that look like one.
    """
    headings = [text for text, _ in _issues(result, _HEADINGS)]
    told = [f"{fold(text)} " for text in headings]
    told += [f"{fold(text)} " for text, _ in _issues(result, _TOLD)]
    named = []
    for label in _made_like_labels(result, lexicon):
        begin = f"{fold(label.text)} "
        if result.refused or any(text.startswith(begin) for text in told):
            named.append(begin)
            yield label
    for text in headings:
        if not any(f"{fold(text)} ".startswith(begin) for begin in named):
            yield UnknownLabel(text, None, None, "", "")


def _made_like_labels(result: PageResult, lexicon: Lexicon) -> Iterator[UnknownLabel]:
    response = result.page.to_read
    refused = result.refused
    if refused and refused.reason is not Refusal.OTHER_PAGE:
        return
    if response is None or is_pdf(response.body):
        return
    try:
        text = decode(response.body, response.content_type).text
        blocks = flatten(text, lexicon=lexicon).blocks
    except Refused:
        return
    yield from unknown_labels(blocks, lexicon)


def _issues(result: PageResult, codes: set[IssueCode]) -> dict[tuple[str, str | None], None]:
    """Return the texts of a page's issues, each with the issue's field, in order."""
    issues = (issue for read_record in result.records for issue in read_record.record.issues)
    return {
        (issue.value, issue.field): None for issue in issues if issue.issue in codes and issue.value
    }


def _add(
    suggestion: Suggestion, page: str, proposal: tuple[str | None, str | None, str], sample: str
) -> None:
    if page not in suggestion.pages:
        suggestion.pages.append(page)
    suggestion.proposals[proposal] += 1
    suggestion.sample = suggestion.sample or sample


def _ranked(suggestions: dict[str, Suggestion]) -> list[Suggestion]:
    return sorted(suggestions.values(), key=lambda s: (-len(s.pages), len(s.refused_pages), s.text))
