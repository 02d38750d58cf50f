import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { openStore } from "../../adapters/compose.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { lastFinishedWeek, windowOf } from "../../src/digest/week.ts";
import { createDigestWorld, desk } from "../conversations/digest-world.ts";
import { DAY } from "../world.ts";
import { eachInFolder } from "./folder.ts";
import { start } from "./program.ts";

const folder = eachInFolder({ withDatabase: true });

/** A week that is over, in which somebody wrote far more than is kept today; gives the week. */
async function fillWith(comment: string): Promise<string> {
  const week = lastFinishedWeek(Date.now(), "UTC");
  const store = await openStore(join(folder.path, "emptychair.db"));
  const settings = desk({ desk: { zone: "UTC" } });
  const world = createDigestWorld({ store, settings, start: windowOf(week, "UTC").from + DAY, teamLanes: [] });
  const id = await world.visit({ score: 3, comment: "Late" });
  const response = id && (await world.store.get("response", id));
  if (!response) throw new Error("No answer");
  await store.save(DEFAULT_DESK, { id: null, at: world.now() }, [{ table: "response", row: { ...response, comment } }]);
  await store.close();
  return week;
}

it.each([
  ["one letter", "a"],
  ["Japanese letters", "注文"],
])(
  "starts on a database that holds 120,000 letters of %s in one comment, and posts the digest",
  {
    timeout: 60_000,
  },
  async (_, unit) => {
    const week = await fillWith(unit.repeat(120_000 / unit.length));
    const program = await start({ EMPTYCHAIR_DATA: folder.path });
    const isPosted = async () => {
      const { headers } = await fetch(program.url, { redirect: "manual" });
      const cookie = headers.get("set-cookie")?.split(";")[0] ?? "";
      return (await (await fetch(`${program.origin}/team`, { headers: { cookie } })).text()).includes(
        `/digest/${week}`,
      );
    };
    for (let tries = 0; tries < 100 && !(await isPosted()); tries += 1) await setTimeout(100);
    await program.end("SIGTERM");
    const store = await openStore(join(folder.path, "emptychair.db"));
    const rows = await store.at(DEFAULT_DESK).list("digest", { where: { week } });
    await store.close();
    expect(rows.map(({ document }) => document.nps.answers)).toEqual([1]);
    expect(rows[0]?.document.comments.with).toBe(1);
  },
);
