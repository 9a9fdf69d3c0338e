"""Follow a publication by its numbered changes: python3 follow_changes.py ADDRESS STATE_FILE"""

import json
import sys
import urllib.request
from pathlib import Path

if len(sys.argv) != 3:
    sys.exit(__doc__)
address, state_file = sys.argv[1], Path(sys.argv[2])
state = json.loads(state_file.read_text()) if state_file.exists() else {"number": 0, "ids": []}
ids = set(state["ids"])
with urllib.request.urlopen(f"{address}/changes.ndjson") as lines:
    for change in map(json.loads, lines):
        if change["number"] > state["number"]:
            if change["kind"] in ("created", "came_back", "id_renamed"):
                ids.add(change["referential"])
            elif change["kind"] in ("removed", "not_seen", "withdrawn"):
                ids.discard(change["referential"])
            ids.discard(change["old_id"])
            state["number"] = change["number"]
state_file.write_text(json.dumps({"number": state["number"], "ids": sorted(ids - {None})}))
