"""The published models of a record, the vocabularies and the rules that read them."""
