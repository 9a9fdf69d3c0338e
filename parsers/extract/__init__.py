"""Read the fields of a record from labels, sections and text."""
