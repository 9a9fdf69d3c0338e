"""Tests of `parsers.formats`."""
