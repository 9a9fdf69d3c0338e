"""Tests of `parsers.extract`."""
