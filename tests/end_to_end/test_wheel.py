"""The wheel: built, installed elsewhere, run; and the guard against a foreign `schema`."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from output.publish.publish import publish
from tests.support.samples import sample

ROOT = Path(__file__).parents[2]
METI = ROOT / "tests" / "fixtures" / "founding" / "MC3_METI.md"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's packages, without the project's own folder in reach."""
    built, target = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("installed")
    for command in (
        ["-m", "hatchling", "build", "--target", "wheel", "--directory", str(built)],
        ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target),
         "--find-links", str(built), "eduscol-referentials"],
    ):  # fmt: skip
        subprocess.run([sys.executable, *command], cwd=ROOT, check=True, timeout=300)
    return target


def run(path: list[Path], *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    code = "import scraper, sys; from scraper.cli.main import main; sys.argv[0] = 'eduscol'; main()"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))}
    return subprocess.run(
        [sys.executable, "-P", "-c", code, *arguments],
        cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_the_installed_wheel_reads_the_founding_document(installed: Path, tmp_path: Path) -> None:
    done = run([installed], "parse", str(METI), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["id"] == "mc3_meti-56122706"


def test_the_wheel_carries_its_data(installed: Path) -> None:
    assert (installed / "schema" / "data" / "lexicon.csv").is_file()
    assert (installed / "scraper" / "data" / "known_pages.csv").is_file()
    assert (installed / "scraper" / "data" / "official_list_2025-06.csv").is_file()
    assert not (installed / "tests").exists()


def test_a_foreign_package_named_schema_is_refused(installed: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    (foreign / "schema").mkdir(parents=True)
    (foreign / "schema" / "__init__.py").write_text("")
    done = run([foreign, installed], "schema", cwd=tmp_path)
    assert done.returncode == 2
    assert "another package named schema is installed" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_foreign_schema_written_over_ours_is_refused(installed: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    shutil.copytree(installed, target)
    (target / "schema" / "__init__.py").write_text("class Schema:\n    pass\n")
    done = run([target], "--version", cwd=tmp_path)
    assert done.returncode == 2
    assert "another package named schema is installed" in done.stderr


def test_the_library_is_imported_under_its_own_name(installed: Path, tmp_path: Path) -> None:
    code = (
        "import eduscol; record = eduscol.parse_file(%r).records[0]; "
        "print(eduscol.__file__, record.id, eduscol.normalise_code('400-25303 M').value.code)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code % str(METI)], cwd=tmp_path, check=True, text=True,
        env={**os.environ, "PYTHONPATH": str(installed)}, capture_output=True, timeout=120,
    )  # fmt: skip
    place, name, normalised = done.stdout.split()
    assert Path(place).parent == installed / "eduscol"
    assert (name, normalised) == ("mc3_meti-56122706", "40025303")
    assert (installed / "eduscol" / "py.typed").is_file()


def test_the_examples_of_the_library_run_with_the_wheel_alone(
    installed: Path, tmp_path: Path
) -> None:
    publish(sample(), tmp_path / "published")
    refused = tmp_path / "lost.html"
    refused.write_text("<html><body>404 Not Found</body></html>")
    for name, arguments, expected in (
        ("read_version.py", [tmp_path, "plombier"],
         "56122706; maintenance des équipements thermiques individuels; plombière\n"),
        ("read_pages.py", [METI, refused], "mc3_meti-56122706; 56122706; 3; "),
    ):  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-P", ROOT / "examples" / name, *arguments], cwd=tmp_path, check=True,
            env={**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"},
            capture_output=True, timeout=120,
        )  # fmt: skip
        assert done.stdout.decode("utf-8").startswith(expected), name
    assert "lost.html: not-found-page: " in done.stdout.decode("utf-8")
