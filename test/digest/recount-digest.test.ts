import { describe, expect, it } from "vitest";
import { memoryLists } from "../../adapters/database/memory-lists.ts";
import { memorySearch } from "../../adapters/database/memory-search.ts";
import { memoryTallies } from "../../adapters/database/memory-tallies.ts";
import { readThemes } from "../../adapters/themes.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { recountDigest } from "../../src/digest/recount-digest.ts";
import { createDraft } from "../../src/outcome.ts";
import type { Reader } from "../../src/ports.ts";
import type { DigestRow } from "../../src/rows.ts";
import { WORDING } from "../catalogues.ts";
import { createDigestWorld, type DigestWorld, desk, passDays } from "../conversations/digest-world.ts";

/** The store as it will be when this answer is no longer there. */
function without({ store }: DigestWorld, responseId: string): Reader {
  const list: Reader["list"] = async (table, filter) =>
    (await store.list(table, filter)).filter(({ id }) => table !== "response" || id !== responseId);
  return {
    get: async (table, id) => (table === "response" && id === responseId ? null : store.get(table, id)),
    list,
    ...memoryTallies(list),
    ...memoryLists(list),
    ...memorySearch(list),
  };
}

async function recounted(world: DigestWorld, store: Reader): Promise<DigestRow | undefined> {
  const [row] = await world.digests();
  const draft = createDraft();
  const surroundings = { ids: world.ids, clock: { now: world.now }, teamLanes: ["web:team"] };
  const words = { wording: WORDING, themes: readThemes() };
  const context = { deskId: DEFAULT_DESK, store, settings: desk(), ...words, ...surroundings };
  if (row) await recountDigest(context, draft, { ...row, dueAt: world.now() }, world.now());
  return draft.outcome().changes.flatMap((change) => (change.table === "digest" ? [change.row] : []))[0];
}

describe("Counting a digest again", () => {
  it("after a person was forgotten keeps their words in no version, and their number in the first", async () => {
    const world = createDigestWorld();
    const forgotten = await world.visit({ score: 1, comment: "Mumble." });
    await world.visit({ score: 9, comment: "Murmur." });
    await passDays(world, 7);
    const row = await recounted(world, without(world, forgotten ?? ""));
    expect(row).toMatchObject({ revision: 2, document: { nps: { answers: 1 } } });
    expect(row?.history).toMatchObject([{ revision: 1, document: { nps: { answers: 2 } } }]);
    expect(JSON.stringify(row)).not.toContain("Mumble");
    expect(row?.history[0]?.document.verbatims).toMatchObject([{ text: "Murmur." }]);
  });

  it("leaves everything as it is where nothing has changed", async () => {
    const world = createDigestWorld();
    await world.visit({ score: 9 });
    await passDays(world, 7);
    expect(await recounted(world, world.store)).toMatchObject({ revision: 1, dueAt: null, history: [] });
  });
});
