"""The command `eduscol`, its options, configuration and terminal output."""
