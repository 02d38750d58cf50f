// Saves eight at once to the file named first, so many times over; writes a line for each once it has returned.
import { writeSync } from "node:fs";
import { openSqliteStore } from "../../build/adapters/database/sqlite.js";

const [path, migrations, rounds] = process.argv.slice(2);
const store = await openSqliteStore({ path, migrations, clock: { now: () => 0 } });
writeSync(1, "opened\n");
for (let round = 0; round < Number(rounds); round++) {
  const saves = Array.from({ length: 8 }, async (_, place) => {
    const row = { id: `${round}-${place}`, version: 0, fingerprint: "x", at: 0, status: null, answer: null };
    const saved = await store.save("ours", { id: row.id, at: 0 }, [{ table: "receipt", row }]);
    writeSync(1, `${saved} ${row.id}\n`);
  });
  await Promise.all(saves);
}
writeSync(1, "done\n");
await store.close();
