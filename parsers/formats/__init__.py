"""Turn bytes of one format (HTML, Markdown, PDF, XML, CSV) into blocks."""
