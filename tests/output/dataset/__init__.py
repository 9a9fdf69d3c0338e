"""Tests of `output.dataset`."""
