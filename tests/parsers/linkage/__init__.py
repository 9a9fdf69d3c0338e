"""Tests of `parsers.linkage`."""
