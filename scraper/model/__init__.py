"""Addresses, responses and the known pages of the site."""
