"""Tests of `scraper.state`."""
