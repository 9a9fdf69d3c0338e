"""The SQL that makes a table."""

from output.tables.columns import quoted
from output.tables.table import Table

# Keys of one integer column that are SQLite's own row number.
_NUMBERS = {"pk", "number"}


def ddl(table: Table) -> str:
    """Return the statement that makes `table`, each column with its description as a comment."""
    alone = table.key[0] if len(table.key) == 1 else ""
    lines = [f"  {column.sql()}" for column in table.columns]
    if alone in _NUMBERS:
        lines[0] = f'  "{alone}" INTEGER PRIMARY KEY'
    else:
        lines.append(f"  PRIMARY KEY ({', '.join(map(quoted, table.key))})")
    lines += [f"  UNIQUE ({quoted(name)})" for name in table.unique]
    comments = [f" -- {column.fr}" for column in table.columns]
    comments += [""] * (len(lines) - len(comments))
    commas = [","] * (len(lines) - 1) + [""]
    body = "\n".join(
        line + comma + comment for line, comma, comment in zip(lines, commas, comments, strict=True)
    )
    return f"CREATE TABLE {quoted(table.name)} ( -- {table.fr}\n{body}\n) STRICT"
