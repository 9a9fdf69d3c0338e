"""Tests of `output.formats`."""
