"""Count what a page holds without reading it, and find what the record leaves out."""
