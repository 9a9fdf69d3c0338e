"""Records, documents and sources that several tests share."""
