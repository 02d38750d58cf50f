import { createInterface } from "node:readline/promises";
import type { Bot } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import { isBegun, type Tombstone } from "../../src/forgetting/tombstone.ts";
import type { Customer } from "../../src/interaction/customer.ts";
import type { Reader, Store } from "../../src/ports.ts";
import { databaseOf } from "../compose.ts";
import type { Config } from "../config.ts";
import type { OpenedStore } from "../database/database.ts";
import { keepTombstones } from "../database/tombstones.ts";
import { forgottenFileOf } from "../database-place.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { Failure } from "./failure.ts";
import { findCustomer } from "./find-customer.ts";
import { openBot, surroundingsOf } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { commander } from "./reader.ts";

export interface ForgetOptions extends DeskChoice {
  readonly yes?: true;
}

async function isAgreed(name: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Failure(["Forgetting cannot be undone; say --yes where nobody can be asked."], 2);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(
    `Forget ${name} with everything that is kept about them? This cannot be undone. [y/N] `,
  );
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

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

function report({ stage }: Tombstone, copies: readonly string[]): string {
  const left = stage === "done" ? "" : " What the bot posted in chat is edited by the program as soon as it runs.";
  const kept = copies.length === 0 ? [] : [`Copies still hold it; remove them: ${copies.join(", ")}`];
  const others =
    "Backups of your own, logs, exports and what people wrote on the platforms themselves are yours to look after.";
  return [`Forgotten.${left}`, ...kept, others].join("\n");
}

async function begun(reader: Reader, { id }: Customer): Promise<Tombstone | undefined> {
  return (await reader.list("tombstone", { where: { customerId: id } })).find(isBegun);
}

async function forgetAt(config: Config, store: OpenedStore, wanted: string, yes: boolean) {
  const [{ id: desk }] = config.desks;
  const reader = store.at(desk);
  const customer = await findCustomer(reader, wanted);
  if (!yes && !(await isAgreed(customer.name ?? wanted))) throw new Failure(["Nothing was changed."], 1);
  const bot = await openBot(config, store);
  const { log, clock } = await surroundingsOf(config);
  await keepTombstones({ file: forgottenFileOf(config.database, config.dataFolder), store, bot, clock, log });
  const at = systemClock.now();
  await bot.handle({
    kind: "forget-wanted",
    id: null,
    desk,
    at,
    by: commander(),
    customerId: customer.id,
    isSure: true,
  });
  const tombstone = await begun(reader, customer);
  if (!tombstone) throw new Failure(["It could not be begun; try again."]);
  const done = await eraseRows(bot, store, desk, tombstone.id);
  await store.scrub();
  const copies = (await databaseOf(config.database)).copies();
  process.stdout.write(`${report(done, copies)}\n`);
}

/** `emptychair forget`: takes away everything that is kept about a customer; may be run while the program runs. */
export async function forget(wanted: string, options: ForgetOptions): Promise<void> {
  const config = loadDesk(options);
  await withStore(config, (store) => forgetAt(config, store, wanted, options.yes === true));
}
