"""The counter of signals, and what neither record nor issue holds."""
