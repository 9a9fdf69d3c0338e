"""Count the signals of a page without reading it, and find those that the record leaves out."""
