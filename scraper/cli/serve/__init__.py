"""`eduscol serve`: the latest version in Datasette, in French."""
