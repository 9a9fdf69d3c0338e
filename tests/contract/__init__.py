"""The contract as other tools read it: TypeScript, ajv, frictionless, Datasette and others.

`make test-contract` installs what they need from npm and runs them (`EDUSCOL_CONTRACT=1`).
"""
