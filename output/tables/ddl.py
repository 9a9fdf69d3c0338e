"""The SQL that makes a table."""

from output.tables.columns import quoted
from output.tables.table import Table

# Keys of one integer column that are SQLite's own row number.
_NUMBERS = {"pk", "number"}


def is_its_key(table: Table) -> bool:
    """Return whether rows are short and in the order of the key: the table is its own index."""
    types = {column.name: column.type for column in table.columns}
    return (
        bool(table.key)
        and table.order == table.key
        and "integer" not in map(types.get, table.key[:1])
        and (not table.unique)
    )


def stored_order(table: Table) -> str:
    """Return the expression that gives the rows of `table` in the order they were put in.

    The rows of a view are in order of their columns.
    """
    if table.view:
        return ", ".join(quoted(column.name) for column in table.columns)
    return ", ".join(map(quoted, table.key)) if is_its_key(table) else "rowid"


def ddl(table: Table) -> str:
    """Return the statement that makes `table`, each column with its description as a comment."""
    if table.view:
        return f"CREATE VIEW {quoted(table.name)} AS -- {table.fr}\n{table.view}"
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
    kind = "STRICT, WITHOUT ROWID" if is_its_key(table) else "STRICT"
    return f"CREATE TABLE {quoted(table.name)} ( -- {table.fr}\n{body}\n) {kind}"
