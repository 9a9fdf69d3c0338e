"""Addresses to responses; sources of pages; the command line."""
