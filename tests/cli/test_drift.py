"""A template that changes is told by its layout, before any field goes missing."""

import json
from pathlib import Path

from tests.support.command import eduscol
from tests.support.small_site import PAGES, SITE, small_site


def test_parse_reports_the_layout(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = (SITE / PAGES / "bac_pro_CIEL.html").read_text("utf-8")
    layouts = []
    for body in (text, text.replace("3 ans", "2 ans"), text.replace("<dl", '<dl class="fiche"')):
        page.write_text(body, "utf-8")
        eduscol("parse", page, "--report", tmp_path / "report")
        layouts.append(json.loads((tmp_path / "report").read_bytes())["layout"])
    same, other_value, other_template = layouts
    assert same == other_value != other_template


def test_a_run_names_new_layouts_though_the_data_is_the_same(tmp_path: Path) -> None:
    site, data = small_site(tmp_path / "site"), tmp_path / "data"
    first = eduscol("run", "--mirror", site, "--data", data, "--only", "eduscol")
    assert b"new-layouts" not in first.stderr, "the first run only informs"
    for path in (site / PAGES).glob("*.html"):
        body = (
            path.read_bytes().replace(b"<h1", b'<h1 class="nouveau"').replace(b"<dl", b"<dl id=d")
        )
        path.write_bytes(body.replace(b"<p", b'<p class="neuf"').replace(b"<P", b'<P CLASS="neuf"'))
    second = eduscol("run", "--mirror", site, "--data", data, "--only", "eduscol")
    assert second.returncode == 0
    output = second.stderr.decode()
    assert "warning    new-layouts: pages of a new layout, such as" in output
    assert "https://eduscol.education.fr/referentiels-professionnels/" in output
