"""Tests of the command, as its users call it."""
