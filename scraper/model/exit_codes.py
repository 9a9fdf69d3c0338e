"""Exit codes of the command, as README and `--help` list them."""

EXIT_BUG, EXIT_USAGE, EXIT_SOME_REFUSED, EXIT_NOT_PUBLISHED, EXIT_LATER = 1, 2, 3, 4, 75
