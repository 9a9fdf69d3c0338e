"""Tests: every page, document and expected result they use is in `tests/fixtures`."""
