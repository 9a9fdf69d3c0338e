"""Classify pages: error pages, types of pages, layouts."""
