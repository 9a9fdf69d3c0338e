"""What `make release` writes, and when it refuses."""

import pytest

from tests.support.document_blocks import ROOT
from tests.support.release import with_heading, with_version


def test_the_present_files_can_be_released() -> None:
    project = with_version((ROOT / "pyproject.toml").read_text("utf-8"), "7.8.9")
    assert project.count('version = "7.8.9"') == 1
    changelog = with_heading((ROOT / "CHANGELOG.md").read_text("utf-8"), "7.8.9", "2030-01-02")
    assert "## Unreleased\n\n## 7.8.9 (2030-01-02)\n" in changelog
    again = with_heading(changelog, "8.0.0", "2030-02-03")
    assert again.index("8.0.0") < again.index("7.8.9")


def test_a_changelog_that_says_nothing_new_is_refused() -> None:
    with pytest.raises(ValueError, match="no part headed unreleased"):
        with_heading("# Changelog\n\n## 1.0.0 (2030-01-02)\n", "1.1.0", "2030-02-03")
