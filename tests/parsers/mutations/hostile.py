"""Markup that exhausts parsers: each page is made and read in a process of its own.

`python -m tests.parsers.mutations.hostile` measures all of them. With `--serve` it is the process
that the tests ask: it has read the lexicon, and every page is read by a fork of it.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon

TITLE = "<title>CAP monteur de ponts</title>"
HEAD = (
    f"<!DOCTYPE html><html><head>{TITLE}</head><body><h1>CAP monteur de ponts</h1>"
    "<p>Code scolarité : 50023199</p><p>Niveau : niveau 3</p>"
)
END = "</body></html>"
CPU_SECONDS = 20
ADDRESS_SPACE = 1_500_000_000
MEGA = 1_000_000
_PLACE = Path(__file__).resolve().parents[3]


def _page(body: str) -> str:
    return HEAD + body + END


def _filled(unit: str, size: int) -> str:
    return unit * (size // len(unit))


def _letters(number: int) -> str:
    """Return a word for a number: names of options hold no digit."""
    return "".join(chr(97 + int(digit)) for digit in f"{number:05d}")


def _deep(tag: str, depth: int, inside: str = "fond") -> str:
    return f"<{tag}>" * depth + inside + f"</{tag}>" * depth


def _table(rows: int, columns: int, attributes: str) -> str:
    cells = f"<td{attributes}>x</td>" * columns
    return "<table>" + f"<tr>{cells}</tr>" * rows + "</table>"


PAGES: dict[str, Callable[[], str]] = {
    # depth
    "div_deep_4000": lambda: _page(_deep("div", 4_000)),
    "div_deep_100000": lambda: _page(_deep("div", 100_000)),
    "div_open_5mb": lambda: _page(_filled("<div>", 5 * MEGA)),
    "span_deep_4000": lambda: _page(_deep("span", 4_000)),
    "section_deep_with_text": lambda: _page("<section><p>Accès</p>" * 4_000),
    "blockquote_p_deep": lambda: _page("<blockquote><p>x" * 4_000),
    "ul_li_deep_2000": lambda: _page("<ul><li>un" * 2_000),
    "dl_dd_deep_2000": lambda: _page("<dl><dt>Accès<dd>un" * 2_000),
    "li_open_150000": lambda: _page("<li>" * 150_000),
    "nested_lists_150000": lambda: _page("<ul><li>" * 75_000),
    "tables_deep_1000": lambda: _page("<table><tr><td>un" * 1_000 + "</td></tr></table>" * 1_000),
    "tables_deep_1600_open": lambda: _page("<table><tr><td>un" * 1_600),
    "a_div_1mb": lambda: _page(_filled("<a><div>", MEGA)),
    "a_href_div_150": lambda: _page('<a href="x.pdf"><div>' * 150 + "texte" * 10),
    "formatting_200000": lambda: _page("<b>" * 200_000),
    "formatting_150_in_9000_p": lambda: _page("<b><i>" * 90 + "<p>x" * 9_000),
    "font_blocks": lambda: _page("<font color=red>" * 190 + "<p>un</p>" * 20_000),
    "nobr_alternating": lambda: _page("<nobr><p>" * 40_000),
    "a_alternating": lambda: _page("<a href=x><p>" * 40_000),
    "button_form_deep": lambda: _page("<form><button>" * 20_000),
    "select_option": lambda: _page("<select>" + "<option>x" * 150_000),
    "svg_deep": lambda: _page(_deep("svg", 4_500)),
    "math_annotation": lambda: _page("<math><annotation-xml><svg><desc>" * 1_000),
    "template_deep": lambda: _page("<template>" * 4_500),
    "headings_deep": lambda: _page("<h2><div>" * 2_400 + "Accès"),
    # size
    "attribute_1mb": lambda: _page(f'<p class="{"x" * MEGA}">texte</p>'),
    "attribute_400kb": lambda: _page(f'<p class="{"x " * 200_000}">texte</p>'),
    "attributes_1000000": lambda: _page("<p " + "a=1 " * MEGA + ">texte</p>"),
    "attributes_without_value": lambda: _page(
        "<p " + " ".join(f"a{n}" for n in range(100_000)) + ">texte</p>"
    ),
    "attributes_999_on_2000_tags": lambda: _page(
        ("<p " + " ".join(f"a{n}=1" for n in range(990)) + ">x</p>") * 800
    ),
    "style_400kb": lambda: _page(f'<p style="{"color:" * 60_000}">texte</p>'),
    "siblings_1000000": lambda: _page("<p></p>" * MEGA),
    "siblings_190000": lambda: _page("<p>x" * 190_000),
    "spans_190000": lambda: _page("<p>" + "<span>x</span>" * 95_000),
    "p_5mb": lambda: _page(_filled("<p>", 5 * MEGA)),
    "less_than_5mb": lambda: "<" * (5 * MEGA),
    "less_than_in_page_5mb": lambda: _page("<" * (5 * MEGA)),
    "less_than_letter_5mb": lambda: _page(_filled("<a", 5 * MEGA)),
    "closing_tags_5mb": lambda: _page(_filled("</p>", 5 * MEGA)),
    "br_1000000": lambda: _page("<br>" * MEGA),
    "br_190000": lambda: _page("<p>" + "x<br>" * 190_000),
    "hr_190000": lambda: _page("<hr>" * 190_000),
    "comments_1000000": lambda: _page("<!---->" * MEGA),
    "comment_open_5mb": lambda: _page("<!--" + "x" * 5 * MEGA),
    "scripts_60000": lambda: _page("<script>x</script>" * 60_000),
    "script_open_60000": lambda: _page("<script>" * 60_000),
    "script_open_5mb": lambda: _page("<script>" + "<p>" * (5 * MEGA // 3)),
    "titles_30000": lambda: _page("<title>x</title>" * 30_000),
    "styles_1mb": lambda: _page(_filled("<style>x</style>", MEGA)),
    "cdata_1mb": lambda: _page(_filled("<svg><![CDATA[x]]></svg>", MEGA)),
    "processing_5mb": lambda: _page(_filled("<?x?>", 5 * MEGA)),
    "links_100000": lambda: _page('<a href="a.pdf">x</a> ' * 95_000),
    "links_of_their_own_40000": lambda: _page(
        "<ul>" + "".join(f'<li><a href="a{n}.pdf">Annexe {n}</a>' for n in range(40_000))
    ),
    "documents_40000": lambda: _page(
        "<h2>Annexes</h2><ul>"
        + "".join(f'<li><a href="a{n}.pdf">Annexe {n}</a>' for n in range(40_000))
    ),
    "tabs_20000": lambda: _page(
        "".join(
            f'<a role="tab" aria-controls="t{n}">x</a><div id="t{n}" hidden>y</div>'
            for n in range(20_000)
        )
    ),
    "tabpanels_5000": lambda: _page(
        "".join(
            f'<div role="tabpanel" id="p{n}" aria-labelledby="q{n}">x</div>' for n in range(5_000)
        )
    ),
    "footers_with_titles": lambda: _page('<div class="footer">' * 2_000 + "x"),
    "controlled_deep": lambda: _page('<div class="menu" id="a"><a href="#a">x</a>' * 2_000),
    # tables
    "cells_50000_rowspan": lambda: _page(_table(1_000, 50, ' rowspan="65534"')),
    "cells_50000_colspan": lambda: _page(_table(1_000, 50, ' colspan="1000"')),
    "columns_90000": lambda: _page(_table(2, 45_000, "")),
    "rows_40000": lambda: _page(_table(40_000, 2, "")),
    "grid_of_codes_5000": lambda: _page(
        "<table><tr><th>Code</th><th>Option</th></tr>"
        + "".join(f"<tr><td>500{n:05d}</td><td>option {n}</td></tr>" for n in range(5_000))
        + "</table>"
    ),
    "label_groups_3000": lambda: _page(
        "".join(
            f"<h2>Option {n}</h2><p>Code : 500{n:05d}</p><p>Niveau : 3</p>" for n in range(3_000)
        )
    ),
    "options_by_name_19000": lambda: _page(
        "<h1>CAP Vannerie</h1>" + "".join(f"<p>Option {_letters(n)}</p>" for n in range(19_000))
    ),
    "sections_20000": lambda: _page("<h2>Accès</h2><p>Après la troisième.</p>" * 20_000),
    "other_sections_10000": lambda: _page(
        "".join(f"<h2>Accès</h2><p>Après la classe {n}.</p>" for n in range(10_000))
    ),
    "unknown_headings_40000": lambda: _page("<h2>Rien</h2><p>x</p>" * 40_000),
    "trades_40000": lambda: _page(
        "<h2>Métiers</h2><ul>" + "".join(f"<li>monteur/euse {n}" for n in range(40_000)) + "</ul>"
    ),
    "orders_20000": lambda: _page(
        "<h2>Textes officiels</h2><ul>"
        + "".join(f"<li>Arrêté du {n % 28 + 1} mai {1900 + n % 200} no {n}" for n in range(20_000))
    ),
    "cells_of_three_lines_1800_rowspan": lambda: _page(
        "<table><tr><th>Code<th>Option</tr>"
        + "<tr><td rowspan=1000><p>x<p>y<p>z<td>x" * 1_800
        + "</table>"
    ),
    "options_as_items_5000": lambda: _page(
        "<ul>" + "".join(f"<li>Option mo{_letters(n)}" for n in range(5_000)) + "</ul>"
    ),
    "rows_of_no_date_4000": lambda: _page(
        "<h2>Textes officiels</h2>" + "<h3>Discipline-</h3><p>x</p>" * 4_000
    ),
    "fields_set_off_4000": lambda: _page("<p>" + "<b>Niveau</b> : 3 | " * 4_000),
    # long texts
    "line_36kb_title_and_codes": lambda: "<p>Titre : CAP Mode" + " - Code : 50012345" * 2_000,
    "address_200kb_schemes": lambda: _page(
        f'<h2>Annexes</h2><ul><li><a href="https://a.fr/?{"-a%3a%2f%2f" * 18_000}">x</a></ul>'
    ),
    "lines_below_options_6000": lambda: _page("<h2>Options</h2><p>" + "Voir<br>" * 6_000),
    "lines_of_one_order_2000": lambda: _page(
        "<h2>Textes officiels</h2><p>" + "[. Option A • 1re session 1950) ’<br>" * 2_000
    ),
    "links_of_one_file_2000": lambda: _page(
        "<p>" + '<a href="a.pdf">Arrêté du 3 mai 1990</a> ' * 2_000
    ),
    "lines_of_one_link_3000": lambda: _page(
        '<h2>Options</h2><p><a href="a.pdf">'
        + "".join(f"Option mo{_letters(n)} 2 ans<br>" for n in range(3_000))
    ),
    "link_divided_5000": lambda: _page(
        "<p>" + '<a href="a.pdf">Annexe </a><a href="a.pdf">un </a>' * 2_500
    ),
    "title_100kb": lambda: _page("").replace("monteur", "monteur " * 12_500),
    "h1_1mb": lambda: f"<h1>CAP {'x' * MEGA}</h1><p>Code : 50023199</p>",
    "line_5mb_colons": lambda: _page("<p>" + _filled("Le monteur : il monte : ", 5 * MEGA)),
    "line_5mb_labels": lambda: _page("<p>" + _filled("Niveau : 3 | Durée : 2 ans | ", 5 * MEGA)),
    "line_1mb_labels_without_colon": lambda: _page("<p>" + _filled("Code formation ", MEGA)),
    "line_5mb_letters": lambda: _page("<p>" + "x" * 5 * MEGA),
    "line_5mb_digits": lambda: _page("<p>" + "5" * 5 * MEGA),
    "line_5mb_orders": lambda: _page("<p>" + _filled("arrêté du 3 mai 2020 et du ", 5 * MEGA)),
    "line_1mb_order_words": lambda: _page("<p>" + _filled("arrêté ", MEGA)),
    "line_1mb_codes": lambda: _page("<p>Code : " + _filled("50023199 ", MEGA)),
    "line_1mb_rncp": lambda: _page("<p>RNCP : " + _filled("RNCP 12 345, ", MEGA)),
    "line_1mb_successors": lambda: _page("<p>" + _filled("remplacé par le 40025303 ", MEGA)),
    # lines as long as a line may be
    "lines_1mb_replaces": lambda: _page(("<p>" + _filled("remplace ", 99_000)) * 10),
    "lines_1mb_repeals": lambda: _page(("<p>" + _filled("CAP abrogé par arrêté ", 99_000)) * 10),
    "lines_1mb_sessions": lambda: _page(("<p>" + _filled("dernière session 2020 ", 99_000)) * 10),
    "line_1mb_diplomas": lambda: _page("<h2>Accès</h2><p>" + _filled("un CAP ou un bac ", MEGA)),
    "line_1mb_holders": lambda: _page("<h2>Accès</h2><p>" + _filled("titulaire ", MEGA)),
    "trade_1mb_slashes": lambda: _page("<h2>Métiers</h2><p>" + _filled("monteur/euse/", MEGA)),
    "trades_100kb_sentence": lambda: _page("<h2>Métiers</h2><p>" + _filled("monteur, ", MEGA)),
    "duration_1mb": lambda: _page("<p>Durée : " + _filled("2 ans et ", MEGA)),
    "duration_1mb_digits": lambda: _page("<p>Durée : " + _filled("1 2", MEGA)),
    "level_1mb": lambda: _page("<p>Niveau : " + _filled("niveau 3 ", MEGA)),
    "type_1mb_parentheses": lambda: _page("<p>Type : CAP " + "(" * 500_000 + ")" * 500_000),
    "code_1mb": lambda: _page("<p>Code : 500" + " " * MEGA + "-23199" + "." * MEGA),
    "spaces_5mb": lambda: _page("<p>" + " " * 5 * MEGA + "x"),
    "nbsp_1mb": lambda: _page("<p>x" + "\u00a0" * MEGA + "x"),
    "separators_1000000": lambda: _page("<p>" + "| " * MEGA),
    "separators_of_all_kinds": lambda: _page("<p>x" + "| – · ; / " * 100_000 + "x"),
    "dashes_1mb": lambda: _page("<p>" + "-" * MEGA + " x"),
    "dots_in_title": lambda: _page("").replace("monteur", "monteur" + " ." * 100_000),
    "title_dashes": lambda: _page("").replace("monteur", "monteur" + "–— " * 100_000),
    "soft_hyphens_1mb": lambda: _page("<p>mon" + "\u00ad" * MEGA + "teur"),
    "combining_1mb": lambda: _page("<p>e" + "\u0301" * MEGA),
    "entities_1000000": lambda: _page("<p>" + "&eacute;" * MEGA),
    "entities_twice_1000000": lambda: _page("<p>" + "&amp;eacute;" * MEGA),
    "entity_digits_1mb": lambda: _page("<p>&#" + "1" * MEGA + ";"),
    "ampersands_5mb": lambda: _page("<p>" + "&" * 5 * MEGA),
    "mojibake_1mb": lambda: _page("<p>" + "Ã©" * 500_000),
    "pre_lines_200000": lambda: _page("<pre>" + "ligne\n" * 200_000),
    "pre_labels_50000": lambda: _page("<pre>" + "Niveau : 3\n" * 50_000),
    # Markdown
    "markdown_quotes": lambda: "# CAP x\n" + ">" * 200_000,
    "markdown_lists": lambda: "# CAP x\n" + "\n".join("  " * n + "- x" for n in range(1_000)),
    "markdown_stars_1mb": lambda: "# CAP x\n" + "*a " * 300_000,
    "markdown_brackets_1mb": lambda: "# CAP x\n" + "[" * MEGA,
    "markdown_links_1mb": lambda: "# CAP x\n" + "[a](" * 250_000,
    "markdown_images": lambda: "# CAP x\n" + "![[" * 300_000,
    "markdown_backticks": lambda: "# CAP x\n" + " ".join("`" * n for n in range(1_500)),
    "markdown_labels": lambda: "# CAP x\n" + "**Niveau:** 3\n" * 40_000,
    "markdown_headings": lambda: "# CAP x\n" + "## Accès\n\nx\n\n" * 20_000,
    "markdown_dashes": lambda: "# CAP x\n" + "-\n" * 400_000,
    "markdown_spaces": lambda: "# CAP x\n" + " " * 2 * MEGA + "-\n",
    "markdown_blank_lines": lambda: "# CAP x\n" + "   \n" * 300_000,
}


# Kin of other pages: left to `make soak`.
BY_HAND = frozenset(
    "div_deep_100000 span_deep_4000 section_deep_with_text nested_lists_150000 svg_deep "
    "tables_deep_1600_open template_deep headings_deep math_annotation a_alternating "
    "nobr_alternating button_form_deep attribute_400kb attributes_without_value style_400kb "
    "less_than_letter_5mb closing_tags_5mb hr_190000 comment_open_5mb cdata_1mb script_open_5mb "
    "footers_with_titles controlled_deep rows_40000 line_5mb_digits line_1mb_order_words "
    "line_1mb_holders line_1mb_labels_without_colon trade_1mb_slashes spaces_5mb nbsp_1mb "
    "dots_in_title soft_hyphens_1mb entity_digits_1mb markdown_quotes markdown_lists "
    "markdown_spaces markdown_blank_lines markdown_backticks lines_1mb_sessions pre_lines_200000 "
    "script_open_60000 markdown_headings lines_1mb_replaces font_blocks trades_40000 "
    "dl_dd_deep_2000 tabpanels_5000 grid_of_codes_5000 blockquote_p_deep".split()
)


class Outcome(NamedTuple):
    """What came of one page. `ended`: "record", a reason of refusal, or how the process died."""

    ended: str
    seconds: float
    megabytes: float


@contextmanager
def serving() -> Iterator[Callable[[str], Outcome]]:
    """Give a function that reads the page of a name and tells what came of it."""
    command = [sys.executable, "-m", "tests.parsers.mutations.hostile", "--serve"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_PLACE
    ) as server:
        questions, answers = server.stdin, server.stdout
        assert questions is not None
        assert answers is not None

        def measured(name: str) -> Outcome:
            questions.write(f"{name}\n")
            questions.flush()
            return Outcome(*json.loads(answers.readline()))

        yield measured
        questions.close()


def _measured(name: str) -> Outcome:
    """Read the page `name` in a fork with a limit of processor time and of address space."""
    answer, result = os.pipe()
    child = os.fork()
    if child == 0:
        outcome = Outcome("died of an error", 0, 0)
        try:
            outcome = _read(name)
        finally:
            os.write(result, json.dumps(outcome).encode())
            os._exit(0)
    os.close(result)
    with os.fdopen(answer) as file:
        text = file.read()
    _, status = os.waitpid(child, 0)
    return Outcome(*json.loads(text)) if text else Outcome(f"died: status {status}", 0, 0)


def _read(name: str) -> Outcome:
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    body = PAGES[name]().encode()
    start = time.process_time()
    try:
        ended = "record" if _reading(body) else "nothing"
    except Refused as refused:
        ended = refused.reason.value
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Outcome(ended, round(seconds, 2), round(peak))


def _reading(body: bytes) -> bool:
    address = "https://eduscol.education.fr/referentiels-professionnels/x.html"
    return bool(read(Document(body, address), Lexicon.packaged()).records)


def _main(arguments: list[str]) -> None:
    _ = _reading(_page("").encode())  # lexicon and patterns are made once
    if arguments == ["--serve"]:
        for line in sys.stdin:
            print(json.dumps(_measured(line.strip())), flush=True)
        return
    for name in arguments or PAGES:
        outcome = _measured(name)
        print(f"{name:32} {outcome.seconds:7.2f} s {outcome.megabytes:6.0f} MB  {outcome.ended}")


if __name__ == "__main__":
    _main(sys.argv[1:])
