"""Pages a second and memory for reading distinct pages, beside a bare parse and a parsel reader.

`python -m tests.benchmarks.reading [SECONDS [PYTHON]]`. Each reader runs in a process of its own.
`lexbor` and `eduscol` read 330 distinct pages of every style, evidence and accounting included.
The parsel reader finds the same fields by the markup of one style, and reads pages of that one:
what a reader costs that knows its pages; `eduscol-one-style` is ours, which does not, on them.
parsel comes with Scrapy into an environment made for this and thrown away, unless PYTHON names an
interpreter that has it.
"""

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE_BYTES = 30_000
DISTINCT = 330
KNOWN_STYLE = "headings_h2"
READERS = ("lexbor", "eduscol", "eduscol-one-style", "parsel")
FIELDS = ("title", "code", "acronym", "duration", "level", "type", "first_session", "last_session",
          "rncp", "description", "access", "expectations", "further_study", "trades", "documents",
          "legal")  # fmt: skip


def pages(styles: Sequence[str]) -> list[bytes]:
    """Distinct pages, the styles in turn: words of their own, navigation and footer around; 30 KB
    where the style shows running text.
    """
    from tests.page_generator import MAKINGS, NOISE
    from tests.page_generator.example import EXAMPLE

    random = Random(5)  # the same pages at each run
    words = sorted({word for text in EXAMPLE.description for word in text.split()})
    made = []
    for number in range(DISTINCT):
        style = styles[number % len(styles)]
        values = replace(EXAMPLE, title=f"CAP allumeur de réverbères {number}")
        before = 0
        while True:
            page = MAKINGS[style](values)
            for noise in ("site_header", "cookie_banner", "search_form", "footer", "see_also"):
                page = NOISE[noise](page)
            if len(page) >= PAGE_BYTES or len(page) == before:
                break
            before = len(page)
            added = tuple(_paragraph(random, words) for _ in range(8))
            values = replace(
                values,
                description=(*values.description, *added[:4]),
                further_study=(*values.further_study, *added[4:]),
            )
        made.append(page)
    return made


def _paragraph(random: Random, words: list[str]) -> str:
    return " ".join(random.choices(words, k=60)).capitalize() + "."


def lexbor() -> Callable[[bytes], int]:
    """A parse and nothing else."""
    from selectolax.lexbor import LexborHTMLParser

    def run(page: bytes) -> int:
        return int(LexborHTMLParser(page.decode("utf-8", "replace")).body is not None)

    return run


def eduscol() -> Callable[[bytes], int]:
    """The project's reader; gives the number of fields that it filled."""
    from parsers.model.document import Document
    from parsers.parse import read
    from schema.lexicon import Lexicon

    lexicon = Lexicon.packaged()
    names = {"duration": "duration_label", "type": "diploma_type", "rncp": "rncp_codes",
             "legal": "legal_texts"}  # fmt: skip

    def run(page: bytes) -> int:
        document = Document(page, "https://eduscol.education.fr/referentiels-professionnels/x.html")
        (record,) = read(document, lexicon).records
        return sum(bool(getattr(record.record, names.get(name, name))) for name in FIELDS)

    return run


def parsel() -> Callable[[bytes], int]:
    """Selectors for the same fields; gives the number of fields that they filled."""
    read = selectors()
    return lambda page: sum(bool(value) for value in read(page).values())


def selectors() -> Callable[[bytes], dict[str, Any]]:
    """A reader of the fields by parsel, written for this making."""
    from parsel import Selector  # type: ignore[import-not-found,unused-ignore]

    from tests.page_generator.labels import label_variants

    labels = label_variants("headings_h2")

    def run(page: bytes) -> dict[str, Any]:
        tree = Selector(text=page.decode())
        result: dict[str, Any] = {"title": tree.css("h1::text").get()}
        facts = {
            re.sub(r"\s*:\s*$", "", item.css("strong::text").get("")): item.xpath("string()").get(
                ""
            )
            for item in tree.css("p:has(> strong)")
        }
        for name in FIELDS[1:9]:
            result[name] = facts.get(labels[name], "").partition(":")[2].strip()
        for heading in tree.css("h2"):
            label = heading.xpath("string()").get("").strip()
            name = next((item for item in FIELDS[9:] if labels[item] == label), "")
            content = heading.xpath(
                "following-sibling::*[preceding-sibling::h2[1][. = $label]][not(self::h2)]",
                label=label,
            )
            if name == "documents":
                links = content.css("a")
                result[name] = [(a.attrib["href"], a.xpath("string()").get()) for a in links]
            elif name in ("trades", "legal"):
                result[name] = [
                    " ".join(li.xpath(".//text()").getall()) for li in content.css("li")
                ]
            else:
                result[name] = [
                    " ".join(" ".join(part.xpath(".//text()").getall()).split())
                    for part in content.xpath("self::p | self::h3 | .//li")
                ]
        return result

    return run


def measure(name: str, seconds: float) -> dict[str, Any]:
    """Run one reader for some seconds, in this process."""
    from tests.page_generator import MAKINGS

    bodies = pages(sorted(MAKINGS) if name in {"lexbor", "eduscol"} else [KNOWN_STYLE])
    readers = {"lexbor": lexbor, "parsel": parsel}
    run: Callable[[bytes], int] = readers.get(name, eduscol)()
    fields = run(bodies[0])
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        run(bodies[count % len(bodies)])
        count += 1
    spent = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"pages": count / spent, "megabytes": peak, "fields": fields}


def compare(seconds: str, python: str) -> None:
    """Print a table of all readers; `python` is the interpreter that has parsel."""
    print(f"{'reader':18} {'pages/s':>8} {'peak MB':>8} {'fields':>7}   ({DISTINCT} pages)")
    for name in READERS:
        interpreter = python if name == "parsel" else sys.executable
        done = subprocess.run(
            [interpreter, "-m", "tests.benchmarks.reading", name, seconds],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:] or ["no output"]
            print(f"{name:18} not measured: {last[0]}")
            continue
        output = json.loads(done.stdout)
        fields = "-" if name == "lexbor" else f"{output['fields']}/{len(FIELDS)}"
        print(f"{name:18} {output['pages']:8.0f} {output['megabytes']:8.0f} {fields:>7}")


def main(arguments: list[str]) -> None:
    """One reader by name, or all of them."""
    if arguments and arguments[0] in READERS:
        print(json.dumps(measure(arguments[0], float(arguments[1]))))
    elif len(arguments) == 2:
        compare(*arguments)
    else:
        from tests.benchmarks.__main__ import scrapy_python

        with tempfile.TemporaryDirectory() as folder:
            compare(arguments[0] if arguments else "5", scrapy_python(Path(folder)))


if __name__ == "__main__":
    main(sys.argv[1:])
