"""Where records come from beside the site's pages: one module a source."""
