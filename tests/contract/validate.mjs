// node validate.mjs SCHEMAS DATA: every line or element of DATA/<name>.ndjson fits SCHEMAS/<name>.json
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [schemas, data] = process.argv.slice(2);
let count = 0;
for (const file of readdirSync(data)) {
  const ajv = new Ajv2020.default({ strict: true, allErrors: true });
  addFormats.default(ajv);
  const schema = JSON.parse(readFileSync(join(schemas, file.replace(".ndjson", ".json"))));
  const validate = ajv.compile(schema);
  for (const line of readFileSync(join(data, file), "utf-8").split("\n").filter(Boolean)) {
    count += 1;
    if (!validate(JSON.parse(line))) {
      console.error(file, ajv.errorsText(validate.errors));
      process.exit(1);
    }
  }
}
console.log(count);
