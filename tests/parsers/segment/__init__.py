"""Tests of `parsers.segment`."""
