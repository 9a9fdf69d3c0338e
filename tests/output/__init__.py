"""Tests of `output`."""
