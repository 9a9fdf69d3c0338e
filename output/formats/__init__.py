"""Write a dataset in one format (SQLite, JSON, CSV, Parquet, ...)."""
