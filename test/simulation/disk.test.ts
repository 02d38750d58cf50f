import { appendFileSync, cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MIGRATIONS, temporaryFolder } from "../database/open-store.ts";
import { change, sampleRows } from "../database/sample-rows.ts";
import { times } from "../runs.ts";
import { MONDAY_TEN } from "../world.ts";
import { type DiskOptions, openDisk, type PowerCut } from "./disk.ts";
import { createRandom } from "./random.ts";
import { TEARS } from "./torn-log.ts";

/** Saves rows, several at once and again and again, and cuts the power in between or in the midst of a save; gives how the log was torn, and what was lost. */
async function disturbed(seed: number, cuts: number, options: DiskOptions = {}) {
  const random = createRandom(`cuts/${seed}`);
  const disk = await openDisk(temporaryFolder(), { now: () => MONDAY_TEN }, random, { upgrades: 0, ...options });
  const changesOf = async () => {
    const ids = new Set(Array.from({ length: random.between(1, 12) }, () => `place-${random.below(30)}`));
    const rows = [...ids].map(
      async (id) => (await disk.store.at("north").get("pause", id)) ?? { id, version: 0, until: 0 },
    );
    return (await Promise.all(rows)).map((row) => ({
      table: "pause" as const,
      row: { ...row, until: random.below(1e9) },
      ...(row.version > 0 && random.chance(0.1) ? { remove: true as const } : {}),
    }));
  };
  const save = async (id: string) => ["north", { id, at: MONDAY_TEN }, await changesOf()] as const;
  const found: PowerCut[] = [];
  for (let cut = 0; cut < cuts; cut += 1) {
    for (let saves = random.below(5); saves > 0; saves -= 1) await disk.store.save(...(await save(`${cut}/${saves}`)));
    found.push(await disk.cut(...(random.chance(0.7) ? [[...(await save(`${cut}`))] as const] : [])));
  }
  await disk.close();
  return { tears: new Set(found.flatMap(({ tear }) => tear ?? [])), lost: found.flatMap(({ lost }) => lost) };
}

it("has everything that was acknowledged, and of a save under way all or nothing, after a power cut that tears the log", async () => {
  for (let seed = 1; seed <= times(1, 40); seed += 1) {
    const { tears, lost } = await disturbed(seed, 40);
    expect(lost).toEqual([]);
    expect(tears.size).toBe(TEARS.length);
  }
});

it("would see what is lost where more is torn than was not synchronised", async () => {
  const { lost } = await disturbed(1, 10, { syncedUntil: () => 0 });
  expect(lost.join()).toMatch(/pause place-\d+ at north was acknowledged and is lost/);
});

/** Customers who talked, answered and had a case, each brought over by a newer program. */
async function upgraded(seed: number, keys: readonly string[], options: DiskOptions = {}) {
  const random = createRandom(`upgrades/${seed}`);
  const disk = await openDisk(temporaryFolder(), { now: () => MONDAY_TEN }, random, { upgrades: 1, ...options });
  const found: PowerCut[] = [];
  for (const key of keys) {
    const {
      customer,
      identity,
      interaction,
      entry,
      resolution,
      survey,
      response,
      post,
      case: opened,
    } = sampleRows(key);
    const told = { trialId: null, trialArm: null, drawnAt: null };
    const changes = [
      ...[change("customer", customer), change("identity", identity), change("interaction", interaction)],
      ...[change("entry", entry), change("resolution", resolution), change("survey", { ...survey, ...told })],
      change("post", post),
      change("response", { ...response, trialId: null, arm: null }),
      change("case", { ...opened, product: response.product, score: response.score }),
    ];
    expect(await disk.store.save("north", { id: key, at: MONDAY_TEN }, changes)).toBe("saved");
    found.push(await disk.cut());
  }
  await disk.close();
  return { from: found.map(({ upgrade }) => upgrade?.from), lost: found.flatMap(({ lost }) => lost) };
}

it("has every row as it was, and every figure, after a newer program has brought it over from an earlier schema", async () => {
  for (let seed = 1; seed <= times(1, 40); seed += 1) {
    const { from, lost } = await upgraded(seed, ["1", "2"]);
    expect(lost).toEqual([]);
    for (const version of from) expect(version).toBeGreaterThanOrEqual(16);
  }
});

it("would see a row that the newer program changes as it starts", async () => {
  const migrations = temporaryFolder();
  cpSync(MIGRATIONS, migrations, { recursive: true });
  const last = readdirSync(migrations).filter((name) => name.endsWith(".sql"));
  appendFileSync(join(migrations, last.sort().at(-1) ?? ""), "UPDATE customer SET locale = 'de';\n");
  const { lost } = await upgraded(1, ["1"], { migrations });
  expect(lost.join()).toMatch(
    /upgrade from \d+: customer .*customer-\d.* stood there 1 times, and stands there 0 times/,
  );
});
