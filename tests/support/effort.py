"""How much the tests do: a few minutes in `make test`, everything in `make soak`."""

import os

SOAK = os.environ.get("EDUSCOL_SOAK") == "1"
