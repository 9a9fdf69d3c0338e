"""What is read beside the pages: fiches and lists."""
