import { describe, expect, it } from "vitest";
import { createReplicaNews } from "../adapters/replica-news.ts";
import { topicsOf } from "../adapters/web/live.ts";
import { DEFAULT_DESK } from "../src/desk.ts";
import { waitOf } from "../src/doors/attempt.ts";
import type { Change } from "../src/outcome.ts";
import type { Store } from "../src/ports.ts";
import { NEWS_KEPT_MS } from "../src/replicas/news.ts";
import { SHARED_STORES } from "./database/shared-stores.ts";
import { countingIds, createWorld, customer, MINUTE, SECOND } from "./world.ts";

/** A process on the store, and what its listeners have heard, each with the row's version. */
function replica(store: Store, owner: string, ids: ReturnType<typeof countingIds>) {
  const world = createWorld({ store, ids });
  const { bot, log } = world;
  const heard: string[] = [];
  const news = createReplicaNews({
    ...{ storeAt: (desk) => store.at(desk), bot, clock: { now: world.now }, log, owner },
    isNews: (change: Change) => topicsOf(change).length > 0,
  });
  bot.onSaved((changes) => {
    for (const { table, row } of changes) if (table !== "news") heard.push(`${table} ${row.id} ${row.version}`);
  });
  return { world, news, heard };
}

async function two(open: () => Promise<readonly [Store, Store]>) {
  const [a, b] = await open();
  const ids = countingIds();
  return [replica(a, "A", ids), replica(b, "B", ids)] as const;
}

describe.each(SHARED_STORES)("two processes on a store %s", (_, open) => {
  it("hear of what the other saves, once, and tell nobody of it again", async () => {
    const [first, second] = await two(open);
    await first.world.writes(customer, "My invoice is wrong.");
    await first.news.tell();
    for (let times = 0; times < 3; times += 1) await second.news.ask();
    const tables = second.heard.map((one) => one.split(" ")[0]).toSorted();
    expect(tables).toEqual(["customer", "entry", "interaction"]);
    await second.news.tell();
    expect((await first.world.store.list("news", {})).map(({ owner }) => owner)).toEqual(["A"]);
    const before = first.heard.length;
    await first.news.ask();
    expect(first.heard).toHaveLength(before);
  });

  it("hear of a row that moved twice as it stands now", async () => {
    const [first, second] = await two(open);
    await first.world.writes(customer, "My invoice is wrong.");
    await first.world.writes(customer, "And the other one.");
    await first.news.tell();
    await second.news.ask();
    const [interaction] = await second.world.store.list("interaction", {});
    expect(second.heard).toContain(`interaction ${interaction?.id} ${interaction?.version}`);
    expect(interaction?.customerMessages).toBe(2);
  });

  it("keep what they told for a minute", async () => {
    const [first] = await two(open);
    await first.world.writes(customer, "My invoice is wrong.");
    await first.news.tell();
    first.world.sleep(NEWS_KEPT_MS);
    await first.world.writes(customer, "Is anybody there?");
    await first.news.tell();
    expect(await first.world.store.list("news", {})).toHaveLength(1);
  });

  it("count tries to come in together, and take one answer of a device", async () => {
    const [first, second] = await two(open);
    const stamps = { id: null, at: first.world.now() };
    const tried = { kind: "entry-tried", ...stamps, attempts: ["ash", "here"], within: MINUTE } as const;
    const bots = [first.world.bot, second.world.bot];
    await Promise.all([...bots, ...bots].map((bot) => bot.handle(tried)));
    const attempt = await second.world.allDesks.at(DEFAULT_DESK).get("attempt", "ash");
    expect(attempt?.times).toHaveLength(4);
    const now = second.world.now();
    expect(waitOf(attempt, { now, within: MINUTE, most: 4 })).toBe(MINUTE);
    expect(waitOf(attempt, { now: now + 50 * SECOND, within: MINUTE, most: 4 })).toBe(10 * SECOND);
    expect(waitOf(attempt, { now, within: MINUTE, most: 5 })).toBe(0);
    const challenge = { id: "words", origin: "https://desk.example", accountId: null, until: now + MINUTE };
    await first.world.bot.handle({ kind: "device-asked", ...stamps, challenge });
    const answered = { kind: "device-answered", ...stamps, challenge: "words" } as const;
    const answers = await Promise.all(bots.map((bot) => bot.handle(answered)));
    expect(answers.filter(({ refusal }) => refusal === undefined)).toHaveLength(1);
  });
});
