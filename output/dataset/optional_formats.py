"""List the formats that a version has only if one of its inputs asks for them.

By the name of that input; its value is the version of the library named here, which writes the
format and decides on the bytes.
"""

OPTIONAL_FORMATS = {"parquet": "pyarrow", "site": "Jinja2", "xlsx": "XlsxWriter"}
