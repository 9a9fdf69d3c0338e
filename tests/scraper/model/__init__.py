"""Tests of `scraper.model`."""
