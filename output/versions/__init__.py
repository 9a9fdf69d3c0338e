"""Published versions: folders, manifest, catalogue, verification."""
