"""Tests of `scraper.archive`."""
