"""Where the corpus of real documents is, when it is: `EDUSCOL_CORPUS` names its folder."""

import os
from pathlib import Path

CORPUS = Path(os.environ["EDUSCOL_CORPUS"]) if os.environ.get("EDUSCOL_CORPUS") else None
