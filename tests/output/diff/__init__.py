"""Tests of `output.diff`."""
