"""Exit codes of the command, as README and `--help` list them.

`EXIT_CHECK_FAILED`: of a dataset (nothing is published), of a data folder (`status`: stale, failing
or empty), of published files (`verify`) or of a version made again (`replay`). `EXIT_UNREAD`: what
shells show of a program that SIGPIPE ended.
"""

EXIT_BUG, EXIT_USAGE, EXIT_SOME_REFUSED, EXIT_CHECK_FAILED, EXIT_LATER = 1, 2, 3, 4, 75
EXIT_UNREAD = 141
