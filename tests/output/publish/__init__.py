"""Tests of `output.publish`."""
