"""Three pages of the sample site: enough for tests of the command that ask for no more."""

import shutil
from pathlib import Path

SITE = Path(__file__).parent.parent / "fixtures" / "site"
PAGES = "eduscol.education.fr/referentiels-professionnels"


def small_site(folder: Path) -> Path:
    """Make a copy of the site in `folder`: a page of one diploma, one of three, one refused."""
    (folder / PAGES).mkdir(parents=True)
    for name in ("MC3_METI.html", "e009.html", "E046.html"):
        shutil.copy(SITE / PAGES / name, folder / PAGES)
    return folder
