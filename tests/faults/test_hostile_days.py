"""Bad days taken from README and `docs/` alone: what they promise, tried against a real server.

A good night comes first, once for all. Each day begins with a copy of its data folder, is run
through the command as an operator would, and is judged by exit code, messages and files. The file
is long because the table of the days is.
"""

import gzip
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from scraper.cli.main import cli
from tests.faults.server import Exchange, FaultServer, Handler, serving
from tests.support.effort import SOAK
from tests.support.line_files import rows_of

PATHS = [f"/cap{number:02}.html" for number in range(12)]
BAD, OTHER = PATHS[3], PATHS[5]
NEW = "Un texte neuf, d'un élève."
Records = dict[str, str | None]


def page(path: str, text: str = "Le titulaire travaille.") -> bytes:
    """A mock-up of a référentiel, another one for each path."""
    number = int(path[4:6])
    return (
        f"<!DOCTYPE html><html><head><title>CAP essai {number}</title></head><body>"
        f"<h1>CAP essai {number}</h1><p>Code scolarité : 500221{number + 10}</p>"
        f"<p>Durée : 2 ans</p><h2>Description</h2><p>{text}</p>"
        "<h2>Conditions d'accès</h2><p>Après la classe de troisième.</p></body></html>"
    ).encode()


def good(x: Exchange) -> None:
    x.answer(200, page(x.path))


def says(status: int, body: bytes = b"no", *headers: str) -> Handler:
    return lambda x: x.answer(status, body, *headers)


def rewritten(change: Callable[[bytes], bytes], *headers: str, text: str = NEW) -> Handler:
    return lambda x: x.answer(200, change(page(x.path, text)), *headers)


def every_second_time(x: Exchange) -> None:
    (good if x.number % 2 else says(404))(x)


def waiting_room(x: Exchange) -> None:
    x.answer(200, f"<html><title>Un instant</title><p>Patientez : {x.number}</p></html>".encode())


def counted(x: Exchange) -> None:
    x.answer(200, page(x.path) + b"<!-- %d -->" % x.number)


def false_304(x: Exchange) -> None:
    x.answer(304, b"") if "if-none-match" in x.headers else x.answer(200, page(x.path, NEW))


def banner(body: bytes) -> bytes:
    login = "<form action=/login><input type=password><button>Connexion</button></form>"
    notice = f"<p>Une maintenance du site est prévue le 12 décembre.</p>{login}"
    return body.replace(b"<body>", b"<body>" + notice.encode())


def sober(x: Exchange) -> None:
    code = 50022110 + int(x.path[4:6])
    x.answer(200, f"<html><title>CAP essai</title><h1>CAP essai</h1><p>Code : {code}</p>".encode())


def links_to_many(server: FaultServer) -> None:
    more = [f"/cap{number}.html" for number in range(12, 60)]
    server.routes.update(dict.fromkeys(more, good))
    links = "".join(f'<a href="{path}">CAP</a> ' for path in more).encode()
    server.routes[BAD] = rewritten(
        lambda body: body.replace(b"</body>", links), text="Le titulaire"
    )


def on(handler: Handler, *paths: str) -> Callable[[FaultServer], None]:
    return lambda server: server.routes.update(dict.fromkeys(paths or PATHS, handler))


def both(*changes: Callable[[FaultServer], None]) -> Callable[[FaultServer], None]:
    def applied(server: FaultServer) -> None:
        for change in changes:
            change(server)

    return applied


def files(pattern: str, change: Callable[[Path], object]) -> Callable[[Path], None]:
    def applied(data: Path) -> None:
        paths = list(data.glob(pattern))
        assert paths, pattern
        for path in paths:
            change(path)

    return applied


def lose(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def spoil(path: Path) -> None:
    path.write_bytes(b"\0garbage{")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])


def lengthen(path: Path, tail: bytes = b" ") -> None:
    path.write_bytes(path.read_bytes() + tail)


def in_place_of_folder(path: Path) -> None:
    shutil.rmtree(path)
    path.write_text("x")


def has(text: str, number: int = 1) -> Callable[[Records, Records], bool]:
    """Records in which at least `number` have the new text, none lost."""
    return lambda before, after: (
        before.keys() <= after.keys() and sum(each == text for each in after.values()) >= number
    )


def same(before: Records, after: Records) -> bool:
    return before == after


@dataclass(frozen=True)
class Day:
    """What happens, and what the documents promise.

    `issue`: stands in the version in force; `said`: a pattern of the messages; `untouched`: no page
    is requested; `kept`: compares the records of the good night with those in force.
    """

    name: str
    site: Callable[[FaultServer], None] = lambda server: None
    folder: Callable[[Path], None] = lambda data: None
    codes: tuple[int, ...] = (0,)
    calls: tuple[str, ...] = ("run",)
    kept: Callable[[Records, Records], bool] | None = same
    issue: str | None = None
    said: str = ""
    untouched: bool = False
    is_left_to_soak: bool = False  # it waits between retries, or days like it are tried anyway


LOGIN = b"<html><title>Connexion</title><form><input type=password></form></html>"
WALLS = {
    "access denied": b"<html><title>Access Denied</title><h1>Access Denied</h1></html>",
    "unknown wall": b"<html><title>Bonjour</title><p>Merci de patienter. 4711</p></html>",
    "empty": b"",
    "json": b'{"error": "busy"}',
    "login": LOGIN,
    "maintenance": b"<html><title>Site en maintenance</title>Revenez plus tard</html>",
    "text": b"OK",
    "bytes": bytes(range(256)) * 40,
}
LATER = "Retry-After: 999999"
MOVED = r"neu\.example[\s\S]*--allow-host neu\.example"
STAYS = ("run", "run", "run")
UTF_16 = "Content-Type: text/html"
DAYS = [
    *(Day(f"wall: {name}", on(says(200, body)), codes=(75,),
          is_left_to_soak=name in {"empty", "json", "text", "maintenance"})
      for name, body in WALLS.items()),
    *(Day(f"{status}", on(says(status, b"no", LATER)), codes=(75,),
          is_left_to_soak=status in {400, 451, 500, 502, 504})
      for status in (204, 400, 401, 403, 429, 451, 500, 502, 503, 504)),
    Day("all 404", on(says(404)), codes=(4,), calls=STAYS, said="HTTP 404"),
    Day("a login form behind a redirect", both(on(says(302, b"", "Location: /login")),
        on(says(200, LOGIN), "/login")), codes=(75,)),
    Day("a response of 25 MB", on(says(200, b"x" * 25_000_000), BAD), issue="fetch-failed"),
    Day("a redirect to itself", on(says(302, b"", f"Location: {BAD}"), BAD), issue="fetch-failed"),
    Day("into a private network", on(says(302, b"", "Location: http://10.0.0.1/"), BAD)),
    Day("to a file", on(says(302, b"", "Location: file:///etc/passwd"), BAD)),
    Day("escape characters in a Location",
        on(says(302, b"", "Location: http://a\x1b[2J.example/\x9b"), BAD)),
    Day("the site moves to an unknown host",
        on(lambda x: x.answer(301, b"", f"Location: http://neu.example{x.path}")),
        codes=(4,), calls=("run", "publish", "status"), said=MOVED),
    Day("robots.txt is 503", on(says(503), "/robots.txt"), codes=(75,), untouched=True,
        is_left_to_soak=True),
    Day("robots.txt forbids all", on(says(200, b"User-agent: *\nDisallow: /\n"), "/robots.txt"),
        codes=(4,), calls=("run", "run", "status"), untouched=True,
        said=r"failing[\s\S]*robots.txt forbids pages \(12\)"),
    Day("a 304 that nobody asked for", on(says(304, b""), BAD), calls=("run --full",)),
    Day("gzip that is none", on(rewritten(bytes, "Content-Encoding: gzip"), BAD)),
    Day("gzip cut off", on(rewritten(lambda body: gzip.compress(body)[:99],
        "Content-Encoding: gzip"), BAD), is_left_to_soak=True),
    Day("a body shorter than announced", on(rewritten(bytes, "Content-Length: 9999"), BAD),
        is_left_to_soak=True),
    Day("a page cut off", on(rewritten(lambda body: body[:180]), BAD), issue="page-suspect"),
    Day("every address gives one page", on(says(200, page(OTHER))), codes=(75,)),
    Day("one address gives another page", on(says(200, page(OTHER)), BAD), issue="page-suspect"),
    Day("300 000 nested elements",
        on(rewritten(lambda body: b"<html><title>CAP essai 3</title>" + b"<div>" * 300_000), BAD)),
    Day("a waiting room that counts, thrice a day", on(waiting_room, BAD), calls=STAYS),
    Day("to the start page, thrice a day", both(on(says(302, b"", "Location: /"), BAD),
        on(says(200, b"<html><title>Accueil</title><h1>Accueil</h1></html>"), "/")), calls=STAYS),
    Day("404 every second time", on(every_second_time, BAD), calls=STAYS),
    Day("one text changes", on(rewritten(bytes), OTHER), kept=has(NEW)),
    Day("one page asks for a long wait", both(on(says(503, b"", LATER), BAD),
        on(rewritten(bytes), OTHER)), calls=("run", "status"), said="healthy", kept=has(NEW)),
    Day("five neighbours fail", both(on(says(403), *PATHS[:5]), on(rewritten(bytes), OTHER)),
        codes=(0, 75), calls=("run", "run"), kept=has(NEW)),
    Day("a notice of maintenance and a login form on each page",
        on(rewritten(banner, text="Le titulaire travaille."))),
    Day("a token in each page", on(counted), said="nothing new"),
    Day("control characters", on(rewritten(bytes, text="A \x1b[31mB\x1b]0;C\x07 \x9b2J")),
        kept=lambda _, after: not re.search(r"[\x07\x1b\x9b]", str(list(after.values())))),
    Day("Latin-1 that says UTF-8", on(rewritten(lambda body: body.decode().encode("latin-1"))),
        kept=has(NEW, 12), issue="encoding-repaired"),
    Day("UTF-16", on(rewritten(lambda body: body.decode().encode("utf-16"), UTF_16)),
        kept=has(NEW, 12)),
    Day("a 304 that lies", on(false_304, BAD), calls=("run --sample 1",), kept=has(NEW)),
    Day("from 12 records to 60", links_to_many, kept=lambda _, after: len(after) == 60,
        said="grow"),
    Day("a single page is gone", on(says(410), BAD), kept=lambda _, after: len(after) == 11,
        calls=("run", "run --accept records-gone"), issue="page-gone"),
    Day("a new layout loses most fields", on(sober, *PATHS[:4]), codes=(4,), said="page-suspect"),
    Day("a new layout is looked at and right", on(sober, *PATHS[:4]), codes=(0,),
        calls=("run --accept page-suspect --accept values:description",),
        kept=lambda _, after: sum(text is None for text in after.values()) == 4),
    Day("versions.json is garbage", folder=files("published/versions.json", spoil), codes=(2,),
        said="move it away"),
    Day("versions.json is lost", folder=files("published/versions.json", lose)),
    Day("changes.ndjson is cut", folder=files("published/changes.ndjson", cut), codes=(2,),
        said="move the file away"),
    Day("changes.ndjson is lost", folder=files("published/changes.ndjson", lose)),
    Day("latest is lost", folder=files("published/latest", lose)),
    Day("the version is lost", folder=files("published/2*", lose), calls=("publish",)),
    Day("all that is published is lost", folder=files("published", lose), calls=("publish",)),
    Day("a file of the version is altered", folder=files("published/2*/pages.ndjson.gz", lengthen),
        codes=(2, 4), calls=("verify", "push {data}/target", "run"), kept=None,
        said="pages.ndjson.gz"),
    Day("freshness.json is garbage", folder=files("published/freshness.json", spoil)),
    Day("published is a file", folder=files("published", in_place_of_folder), codes=(2,),
        kept=None),
    Day("archive is a file", folder=files("archive", in_place_of_folder), codes=(2,)),
    Day("the WARC files are lost", folder=files("archive/*.warc.gz", lose)),
    Day("the history of the archive is lost", folder=files("archive/versions", lose)),
    Day("a journal ends in half a line",
        folder=files("archive/runs/*", partial(lengthen, tail=b'{"event": "pa'))),
    Day("the state is lost", folder=files("state.db", lose)),
    Day("the state is garbage", folder=files("state.db", spoil)),
    Day("the reports are lost", folder=files("reports", lose)),
    Day("a report is garbage", folder=files("reports/run-*", spoil), calls=("run", "status")),
]  # fmt: skip


class Operator:
    """Calls the command with a data folder; `data` may be replaced by a copy of it."""

    def __init__(self, server: FaultServer, folder: Path) -> None:
        self.server, self.data, self.seeds = server, folder / "good", folder / "seeds.txt"
        self.seeds.write_text("\n".join(map(server.url, PATHS)))

    def __call__(self, call: str) -> tuple[int, str]:
        verb, *more = call.format(data=self.data).split()
        given: list[object] = [verb, *more, "--data", self.data]
        if verb == "verify":
            given = [verb, self.data / "published" / "latest"]
        if verb == "run":
            given += ["--seeds", self.seeds, "--allow-host", self.server.host, "--rate", 0,
                      "--contact", "you@example.org", "--only", "eduscol", "--no-site",
                      "--no-xlsx"]  # fmt: skip
            given += [] if "--sample" in more else ["--sample", 0]
        if verb == "publish":
            given += ["--only", "eduscol", "--no-site", "--no-xlsx"]
        done = CliRunner().invoke(cli, list(map(str, given)))
        return done.exit_code, done.output

    def records(self) -> Records:
        """Page and description of each record in force."""
        rows = rows_of(self.data / "published" / "latest", "referentials")
        return {row["page"]: row["description"] for row in rows}

    def issues(self) -> set[str]:
        database = self.data / "published" / "latest" / "referentials.db"
        with sqlite3.connect(database) as db:
            return {name for (name,) in db.execute("SELECT DISTINCT issue FROM issues")}


@pytest.fixture(scope="module")
def good_night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Operator, Records]]:
    with serving(dict.fromkeys(PATHS, good)) as server:
        operator = Operator(server, tmp_path_factory.mktemp("days"))
        assert operator("run")[0] == 0
        yield operator, operator.records()


@pytest.mark.parametrize(
    "day", [day for day in DAYS if SOAK or not day.is_left_to_soak], ids=lambda day: day.name
)
def test_a_bad_day_costs_nothing_that_was_good(
    day: Day, good_night: tuple[Operator, Records], tmp_path: Path
) -> None:
    operator, before = good_night
    home, operator.data = operator.data, tmp_path / "data"
    shutil.copytree(home, operator.data, symlinks=True)
    operator.server.start_anew(dict.fromkeys(PATHS, good))
    day.site(operator.server)
    day.folder(operator.data)
    try:
        for call in day.calls:
            code, output = operator(call)
            assert code in day.codes, output
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", output)
        assert re.search(day.said, output), output
        assert day.kept is None or day.kept(before, operator.records())
        assert day.issue is None or day.issue in operator.issues()
        assert not day.untouched or not set(PATHS) & set(operator.server.asked)
        assert len(operator.server.asked) < 100  # no hammering
        if SOAK and day.kept is same:  # when the bad day is over, all is as before
            operator.server.start_anew(dict.fromkeys(PATHS, good))
            code, output = operator("run")
            assert code in (0, 2), output
            assert operator.records() == before
    finally:
        operator.data = home


def test_publish_without_a_crawl_says_what_to_do(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["publish", "--data", str(tmp_path / "data")])
    assert done.exit_code == 2
    assert "eduscol run" in done.output
