// Saves without end to the file named first, from the number named third; writes each number once its save has returned.
import { writeSync } from "node:fs";
import { openSqliteStore } from "../../build/adapters/database/sqlite.js";

const [path, migrations, from] = process.argv.slice(2);
const store = await openSqliteStore({ path, migrations, clock: { now: () => 0 } });
const receipt = (id, version) => ({
  table: "receipt",
  row: { id, version, fingerprint: "x".repeat(500), at: 0, status: null, answer: null },
});
for (let number = Number(from); ; number++) {
  const counter = await store.at("ours").get("receipt", "counter");
  const changes = [
    receipt(`row-${number}`, 0),
    receipt(`also-${number}`, 0),
    receipt("counter", counter?.version ?? 0),
  ];
  const saved = await store.save("ours", { id: `event-${number}`, at: number }, changes);
  if (saved !== "saved") throw new Error(`Save ${number} was ${saved}.`);
  writeSync(1, `${number}\n`);
}
