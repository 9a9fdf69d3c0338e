"""Tables and views: columns, rows, descriptions."""
