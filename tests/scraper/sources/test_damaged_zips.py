"""A zip of a source with a wrong byte anywhere is read or refused by name; it ends in no fault."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from schema.errors import UnusableInput
from scraper.sources.onisep import OnisepFile
from scraper.sources.rncp import read_certifications
from tests.scraper.sources.test_rncp import FILES

FICHES = {
    "a.xml": b"<formations><formation><identifiant>FOR.1</identifiant></formation></formations>"
}
EXPORT = {f"export_{name}_2026_11_20.csv": "\n".join(FILES[name]).encode() for name in FILES}
READERS: dict[str, tuple[dict[str, bytes], Callable[[Path], object]]] = {
    "--fiches": (FICHES, lambda path: list(OnisepFile(path).documents())),
    "--rncp": (EXPORT, lambda path: read_certifications(path, ("RNCP1",))),
}


@pytest.mark.parametrize("option", READERS)
def test_a_wrong_byte_anywhere(option: str, tmp_path: Path) -> None:
    files, read = READERS[option]
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    whole = path.read_bytes()
    refusals = []
    for position in range(0, len(whole), 1 if len(whole) < 1000 else 7):
        for bit in (0x01, 0x80):
            body = bytearray(whole)
            body[position] ^= bit
            path.write_bytes(body)
            try:
                read(path)
            except UnusableInput as error:
                refusals.append(str(error))
    assert len(refusals) > 100
    assert all(f"{option} {path}" in refusal for refusal in refusals)
