import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { startChild } from "./child.ts";
import { MIGRATIONS, openStore, temporaryFolder } from "./open-store.ts";
import { change, postIn } from "./sample-rows.ts";

const POSTS = 160;
const LANES = 8;

it("two processes on one file post everything once and in order, although one is killed with -9 in the middle", async () => {
  const folder = temporaryFolder();
  const [path, platform] = [join(folder, "desk.db"), join(folder, "platform")];
  const store = await openStore(path);
  const posts = Array.from({ length: POSTS }, (_, index) =>
    postIn(`web:${index % LANES}`, String(index).padStart(4, "0")),
  );
  await store.save(
    DEFAULT_DESK,
    { id: null, at: 0 },
    posts.map((post) => change("post", post)),
  );
  const [killed, other] = ["A", "B"].map((owner) => startChild("poster.mjs", path, MIGRATIONS, owner, platform));
  await Promise.all([killed?.nextLine(), other?.nextLine()]);
  writeFileSync(`${platform}.go`, "");
  await expect.poll(() => killed?.lines.length, { interval: 5 }).toBeGreaterThan(10);
  await killed?.kill();
  writeFileSync(`${platform}.later`, "");
  const unsettled = { where: { state: ["pending", "sending"] as const } };
  await expect.poll(() => store.at(DEFAULT_DESK).list("post", unsettled), { timeout: 60_000 }).toEqual([]);
  await other?.kill();
  const standing = readFileSync(platform, "utf8").trimEnd().split("\n");
  for (let lane = 0; lane < LANES; lane += 1) {
    const inLane = (ids: readonly string[]) => ids.filter((id) => Number(id) % LANES === lane);
    expect(inLane(standing)).toEqual(inLane(posts.map(({ id }) => id)));
  }
  expect(await store.at(DEFAULT_DESK).list("post", { where: { state: "posted" } })).toHaveLength(POSTS);
  await store.close();
});
