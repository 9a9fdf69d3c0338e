"""The sources beside the pages, a module each."""
