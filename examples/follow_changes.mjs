// Follow a publication by its numbered changes: node follow_changes.mjs ADDRESS STATE_FILE
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [address, stateFile] = process.argv.slice(2);
const state = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile)) : { number: 0, ids: [] };
const ids = new Set(state.ids);
const lines = (await (await fetch(`${address}/changes.ndjson`)).text()).split("\n").filter(Boolean);
for (const change of lines.map((line) => JSON.parse(line)).filter((change) => change.number > state.number)) {
  if (["created", "came_back", "id_renamed"].includes(change.kind)) ids.add(change.referential);
  if (["removed", "not_seen", "withdrawn"].includes(change.kind)) ids.delete(change.referential);
  ids.delete(change.old_id);
  state.number = change.number;
}
ids.delete(null);
writeFileSync(stateFile, JSON.stringify({ number: state.number, ids: [...ids].sort() }));
