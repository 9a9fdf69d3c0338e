"""Static French pages that work from a folder by double click."""
