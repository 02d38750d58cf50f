import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { TABLES } from "../../adapters/database/tables.ts";
import { createHomes, keepHome } from "../../adapters/homes.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Store } from "../../src/ports.ts";
import { openStore, temporaryFolder } from "../database/open-store.ts";
import { change, sampleRows } from "../database/sample-rows.ts";
import { createWorld } from "../world.ts";

const POSTS = 450;
const STORES: readonly (readonly [string, () => Promise<Store>])[] = [
  ["in memory", async () => createMemoryStore()],
  ["in a file", () => openStore(join(temporaryFolder(), "desk.db"), { durable: false })],
];

/** A store whose rows say `home`, more of them than are named at once, and the world around it. */
async function atHome(store: Store) {
  const { customer, identity, interaction, resolution, survey, response, post, digest, ...rest } = sampleRows();
  const lane = "slack:home:C9";
  const others = Array.from({ length: POSTS }, (_, index) => ({
    ...post,
    id: `post-${String(index + 2).padStart(4, "0")}`,
    lane: index % 2 === 0 ? lane : `${lane}:17.5`,
    surveyId: null,
  }));
  const about = { ...post.message, about: interaction.id };
  await store.save(DEFAULT_DESK, { id: null, at: 0 }, [
    ...[change("customer", customer), change("identity", identity), change("interaction", interaction)],
    ...[change("resolution", resolution), change("survey", survey), change("response", response)],
    change("post", { ...post, lane, message: about }),
    ...others.map((one) => change("post", one)),
    change("case", { ...rest.case, alerts: [{ lane, postId: post.id }] }),
    change("cord", { ...rest.cord, state: "pulled", posts: [{ lane, postId: "post-0004" }] }),
    change("greeting", { ...rest.greeting, state: "unreached", score: null, posts: [{ lane, postId: "post-0005" }] }),
    change("digest", {
      ...digest,
      posts: [
        { lane, postId: "post-0002" },
        { lane: "web:team", postId: "post-0003" },
      ],
    }),
  ]);
  return { world: createWorld({ store }), lane };
}

async function allText(store: Store): Promise<string> {
  const tables = TABLES.filter((table) => table !== "cursor");
  const rows = await Promise.all(tables.map((table) => store.at(DEFAULT_DESK).list(table, {})));
  return JSON.stringify(rows);
}

describe.each(STORES)("Rows that say home %s", (_, open) => {
  it("name the space everywhere once it is known, and are remembered for the next start", async () => {
    const store = await open();
    const { world } = await atHome(store);
    const homes = createHomes();
    const desk = { deskId: DEFAULT_DESK, store: world.store, bot: world.bot, clock: { now: world.now } };
    expect(await allText(store)).toContain("slack:home:");
    await keepHome(homes, desk, "slack", "T1");
    expect(await allText(store)).not.toContain(":home:");
    expect(homes.of(DEFAULT_DESK, "slack")).toBe("T1");
    const [item] = await world.store.list("case", {});
    expect(item?.alerts[0]?.lane).toBe("slack:T1:C9");
    const [digest] = await world.store.list("digest", {});
    expect(digest?.posts.map(({ lane }) => lane)).toEqual(["slack:T1:C9", "web:team"]);
    expect(await world.store.list("post", { where: { lane: "slack:T1:C9:17.5" } })).toHaveLength(POSTS / 2);
    expect(await world.store.get("cursor", "slack:home")).toMatchObject({ position: "T1" });
    await store.close();
  });

  it("of another platform, or in a space that was named already, are left alone", async () => {
    const store = await open();
    const { world } = await atHome(store);
    const before = await allText(store);
    const desk = { deskId: DEFAULT_DESK, store: world.store, bot: world.bot, clock: { now: world.now } };
    await keepHome(createHomes(), desk, "discord", "1");
    expect(await allText(store)).toBe(before);
    await store.close();
  });
});
