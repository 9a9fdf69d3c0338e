"""Divide blocks into labels, sections, tables, title and options."""
