"""Tests of `output.checks`."""
