import type { Bot } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import type { Tombstone } from "../../src/forgetting/tombstone.ts";
import type { Store } from "../../src/ports.ts";
import { Failure } from "./failure.ts";

/** Goes on with forgetting until the rows are gone: what then remains is edited in chat by the program. */
export async function eraseRows(bot: Bot, store: Store, desk: string, id: string): Promise<Tombstone> {
  for (;;) {
    const at = systemClock.now();
    await bot.handle({ kind: "tombstone-due", id: null, desk, at, subject: id });
    const tombstone = await store.at(desk).get("tombstone", id);
    if (!tombstone) throw new Failure(["The tombstone has gone; look at the database with emptychair doctor."]);
    if (tombstone.dueAt === null || tombstone.dueAt > at) return tombstone;
  }
}
