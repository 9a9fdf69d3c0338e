"""Publish a dataset as a new version, or rebuild an old version."""
