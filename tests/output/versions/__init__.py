"""Tests of `output.versions`."""
