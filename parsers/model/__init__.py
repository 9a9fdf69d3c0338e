"""Document, blocks, statements, identifiers: the values that the parsers hand on."""
