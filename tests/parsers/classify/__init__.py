"""Tests of `parsers.classify`."""
