import { expect, it } from "vitest";
import { temporaryFolder } from "../database/open-store.ts";
import { times } from "../runs.ts";
import { MONDAY_TEN } from "../world.ts";
import { openDisk } from "./disk.ts";
import { createRandom } from "./random.ts";
import { TEARS } from "./torn-log.ts";

/** Saves rows, several at once and again and again, and cuts the power in between or in the midst of a save; gives how the log was torn, and what was lost. */
async function disturbed(seed: number, cuts: number, syncedUntil?: (log: Buffer) => number) {
  const random = createRandom(`cuts/${seed}`);
  const disk = await openDisk(temporaryFolder(), { now: () => MONDAY_TEN }, random, syncedUntil);
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
  const found: { tear: string; lost: readonly string[] }[] = [];
  for (let cut = 0; cut < cuts; cut += 1) {
    for (let saves = random.below(5); saves > 0; saves -= 1) await disk.store.save(...(await save(`${cut}/${saves}`)));
    found.push(await disk.cut(...(random.chance(0.7) ? [[...(await save(`${cut}`))] as const] : [])));
  }
  await disk.close();
  return { tears: new Set(found.map(({ tear }) => tear)), lost: found.flatMap(({ lost }) => lost) };
}

it("has everything that was acknowledged, and of a save under way all or nothing, after a power cut that tears the log", async () => {
  for (let seed = 1; seed <= times(1, 40); seed += 1) {
    const { tears, lost } = await disturbed(seed, 40);
    expect(lost).toEqual([]);
    expect(tears.size).toBe(TEARS.length);
  }
});

it("would see what is lost where more is torn than was not synchronised", async () => {
  const { lost } = await disturbed(1, 10, () => 0);
  expect(lost.join()).toMatch(/pause place-\d+ at north was acknowledged and is lost/);
});
