"""Read in the articles of an order's text that this order makes the diploma."""

import re
from collections.abc import Sequence

from parsers.extract.legal_texts import NOT_STATED
from parsers.model.statement import Finding, Statement
from parsers.segment.passages import Passage
from schema.text import fold, same_length
from schema.title import read_title

# "Article 1er - Il est créé une spécialité de brevet professionnel « Fleuriste » dont …"
_MAKES = re.compile(
    r"(?:\W{0,3}art(?:icle|\.) ?(?:1(?:er)?|premier)\W{1,5})?il est (?:cree|institue)e? "
    r"(?:une? |l[ea] |l')[^.;]{3,300}"
)
_MARK = "Il est "  # most passages hold no such words


def created_by_its_text(
    findings: Sequence[Finding], passages: Sequence[Passage], title: str
) -> list[Finding]:
    """Return the findings, with the only order of a page as the creating one where it says so.

    A page of the Bulletin holds the text of the order that its first line names: *Il est créé une
    spécialité « X »*, X being the diploma of the page's `title`. Other orders that the text names
    are no orders of the diploma.
    """
    lines: list[str] = []
    for passage in passages:
        if _MARK in passage.piece.text:
            lines += passage.piece.lines
    name = fold(read_title(title).name) if lines else ""
    if not name:  # most pages
        return list(findings)
    orders = [
        each for each in findings
        if each.field == "legal_texts" and isinstance(each, Statement)
        and each.rule not in NOT_STATED
    ]  # fmt: skip
    makes = (_MAKES.match(same_length(line)) for line in lines)
    is_made = any(match and name in fold(match[0]) for match in makes)
    if not is_made or len(orders) != 1 or orders[0].value.kind:
        return list(findings)
    (order,) = orders
    value = order.value.model_copy(update={"kind": "creation"})
    made = order._replace(value=value, rule="its text says that it makes the diploma")
    return [made if each is order else each for each in findings]
