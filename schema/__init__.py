"""What a record is: the published models, the vocabularies and the rules that read them."""
