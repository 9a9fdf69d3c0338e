"""The library that others import."""
