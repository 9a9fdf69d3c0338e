"""The verbs of the command, by subject. Each imports its work when called: help stays quick."""
