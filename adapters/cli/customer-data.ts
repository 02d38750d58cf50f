import { systemClock } from "../../src/clock.ts";
import { gatherHeld } from "../../src/forgetting/gather-held.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { findCustomer } from "./find-customer.ts";
import { openBot } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { commander } from "./reader.ts";

/** `emptychair customer-data`: everything that is kept about a customer, as JSON on standard output; the audit log tells of it. May be run while the program runs. */
export async function customerData(wanted: string, options: DeskChoice): Promise<void> {
  const config = loadDesk(options);
  await withStore(config, async (store) => {
    const [{ id: desk }] = config.desks;
    const customer = await findCustomer(store.at(desk), wanted);
    const bot = await openBot(config, store);
    const what = { by: commander(), customerId: customer.id };
    await bot.handle({ kind: "data-given", id: null, desk, at: systemClock.now(), ...what });
    const held = await gatherHeld(store.at(desk), customer.id);
    process.stdout.write(`${JSON.stringify(held, null, 2)}\n`);
  });
}
