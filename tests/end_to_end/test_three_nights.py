"""Three nights as an operator meets them: a good one, headings renamed, a wall.

The command is called as a scheduler calls it, against a stand-in of the site on loopback.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from scraper.cli.main import cli
from tests.faults.server import Exchange, FaultServer, serving
from tests.support.command import invoke

PAGES = 8
WALL = Path(__file__).parents[1] / "fixtures" / "refused" / "challenge-page__captcha.html"


@dataclass
class StandIn:
    """The site: `heading` stands above what gives access; `wall` answers in place of any page."""

    heading: str = "Accès"
    wall: bytes | None = None
    server: FaultServer = field(init=False)

    def answer(self, exchange: Exchange) -> None:
        number = int(exchange.path[4:-5])
        exchange.answer(200, self.wall or self.page(number))

    def page(self, number: int) -> bytes:
        """A mock-up of a référentiel."""
        return (
            f"<html><title>CAP métier {number}</title><h1>CAP métier numéro {number}</h1>"
            f"<p>Code scolarité : 5002213{number}</p><p>Niveau : niveau 3</p>"
            f"<h2>Description</h2><p>Texte {number} de la page fictive.</p>"
            f"<h2>{self.heading}</h2><p>Après la classe de troisième, voie {number}.</p>"
            "<h2>Métiers</h2><ul><li>boulanger / boulangère</li></ul></html>"
        ).encode()


@dataclass
class Operator:
    """A configuration made by `init`, and the commands that a scheduler runs."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def run(self, *more: str) -> Result:
        return self._call("run", "--rate", "0", "--sample", "0", *more)

    def publish(self, *more: str) -> Result:
        return self._call("publish", *more)

    def status(self) -> list[str]:
        """The lines that an operator sees, and the exit code behind them."""
        done = CliRunner().invoke(cli, ["status", "--data", str(self.data)])
        return [*done.stdout.splitlines(), str(done.exit_code)]

    def _call(self, verb: str, *more: str) -> Result:
        config = ["--config", str(self.folder / "eduscol.toml"), "--data", str(self.data)]
        return invoke(verb, *config, *more)

    @property
    def messages(self) -> list[str]:
        """What the notifier told so far: title and text."""
        path = self.folder / "messages.txt"
        return path.read_text().split("\f")[:-1] if path.exists() else []

    @property
    def latest(self) -> str:
        return (self.data / "published" / "latest").readlink().name

    def records(self) -> list[dict[str, Any]]:
        latest = self.data / "published" / "latest" / "referentials.json"
        records: list[dict[str, Any]] = json.loads(latest.read_bytes())
        return records


@pytest.fixture
def site() -> Iterator[StandIn]:
    stand_in = StandIn()
    with serving({f"/cap{n}.html": stand_in.answer for n in range(PAGES)}) as server:
        stand_in.server = server
        yield stand_in


@pytest.fixture
def operator(site: StandIn, tmp_path: Path) -> Operator:
    """What `init` wrote, with the stand-in for the site and a notifier."""
    done = CliRunner().invoke(cli, ["init", str(tmp_path), "--contact", "you@example.org"])
    assert done.exit_code == 0, done.output
    seeds, notifier = tmp_path / "seeds.txt", tmp_path / "notify.sh"
    seeds.write_text("".join(site.server.url(f"/cap{n}.html\n") for n in range(PAGES)))
    notifier.write_text(
        f'{{ echo "$EDUSCOL_TITLE"; cat; printf "\\f"; }} >> {tmp_path}/messages.txt\n'
    )
    config = tmp_path / "eduscol.toml"
    text = config.read_text()
    for old, new in (
        ('# seeds = ["known"]', 'seeds = ["seeds.txt"]'),
        ("# allow_host = []", f'allow_host = ["{site.server.host}"]'),
        ("# only = []", 'only = ["eduscol"]'),
        ('# command = ""', f'command = "sh {notifier}"'),
    ):
        assert old in text
        text = text.replace(old, new)
    config.write_text(text)
    return Operator(tmp_path)


def test_three_nights(site: StandIn, operator: Operator) -> None:
    # the first night is good: nobody hears of it
    night = operator.run()
    assert (night.exit_code, night.stderr, operator.messages) == (0, "", [])
    health, *_, code = operator.status()
    assert (health.split()[0], code) == ("healthy", "0")
    good = operator.latest
    assert len(operator.records()) == PAGES
    assert all(record["access"] for record in operator.records())

    # the second night: the site renamed a heading
    site.heading = "Comment on y entre"
    assert operator.run().exit_code == 4
    assert operator.latest == good
    (message,) = operator.messages
    assert "healthy -> failing" in message
    first = operator.status()
    assert (first[0].split()[0], first[-1]) == ("failing", "4")
    assert any("access" in line for line in first[:4]), first
    assert any("Comment on y entre" in line for line in first[:6]), first
    assert operator.run().exit_code == 4
    assert len(operator.messages) == 1  # told once

    # one line of lexicon mends it, without asking the site
    asked = len(site.server.asked)
    (operator.folder / "labels.csv").write_text("access;text;Comment on y entre\n")
    mended = operator.publish("--lexicon", str(operator.folder / "labels.csv"))
    assert mended.exit_code == 0, mended.output
    assert len(site.server.asked) == asked
    assert all(record["access"] for record in operator.records())
    assert "failing -> healthy" in operator.messages[1]
    assert operator.status()[0].startswith("healthy")

    # the third night: a wall in front of every page
    published, site.wall = operator.latest, WALL.read_bytes()
    night = operator.run("--lexicon", str(operator.folder / "labels.csv"))
    assert night.exit_code == 75
    assert operator.latest == published
    assert len(site.server.asked) - asked < 2 * PAGES
    assert "healthy -> failing" in operator.messages[2]
    first = operator.status()
    assert first[0].startswith("failing")
    assert any("challenge-page" in line or "soft-error" in line for line in first[:4]), first

    # the wall goes: the next night goes on where it was, and nothing was lost
    site.wall = None
    night = operator.run("--lexicon", str(operator.folder / "labels.csv"))
    assert night.exit_code == 0, night.output
    assert len(operator.records()) == PAGES
    assert "failing -> healthy" in operator.messages[3]
    outcomes = [
        json.loads(path.read_bytes())["outcome"]
        for path in sorted((operator.data / "reports").glob("run-2*Z*.json"))
    ]
    assert sorted(outcomes) == sorted(
        ["published", "refused", "refused", "nothing-new", "unavailable", "nothing-new"]
    )
