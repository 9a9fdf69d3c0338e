"""Checks that a dataset must pass before it is published, and their thresholds."""
