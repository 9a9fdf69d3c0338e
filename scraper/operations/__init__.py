"""Reports of runs, health, notification and housekeeping, for operators."""
