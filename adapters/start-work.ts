import { createTicker } from "../src/clock.ts";
import { createDispatcher } from "../src/outbox/dispatcher.ts";
import type { Change } from "../src/outcome.ts";
import { withoutWords } from "../src/privacy/hold-words.ts";
import type { Surroundings } from "./compose.ts";
import type { Config } from "./config.ts";
import { type ConnectedWays, connectPeople } from "./connect-people.ts";
import { createSealTender } from "./database/tend-seals.ts";
import { keepTombstones } from "./database/tombstones.ts";
import { forgottenFileOf } from "./database-place.ts";
import { type FirstAdmin, offerFirstAdmins } from "./first-admins.ts";
import { createReplicaNews } from "./replica-news.ts";
import { type Stoppable, startTogether, stopInTurn } from "./start-and-stop.ts";
import { watchTeamPosts } from "./watch-team-posts.ts";
import { topicsOf } from "./web/live.ts";
import { type OwnDatabase, openWorkplace, type Workplace } from "./workplace.ts";

/** Whether the change puts something into the outbox, or takes something out of the way there; what the dispatcher does it knows. */
function isForOutbox({ table, row }: Change): boolean {
  return table === "post" && (row.state === "pending" || row.state === "withdrawn");
}

/** Tables of which no page shows anything, and the other processes have to hear. */
const HEARD_OF = ["tombstone", "key"];

/** What goes on by itself: posting, the clock, the figures of weeks that are over, and hearing of other processes. */
function createEngines({ store, bot, clock, log, owner, isAlone, metrics }: Workplace, { chats }: ConnectedWays) {
  const dispatcher = createDispatcher({ store, bot, chats, clock, log, owner, onResult: metrics.onResult });
  const ticker = createTicker({ store, bot, clock, log, owner, looksAhead: true });
  const tender = createSealTender({ seals: store.seals, log });
  const isNews = (change: Change) =>
    topicsOf(change).length > 0 || HEARD_OF.includes(change.table) || isForOutbox(change);
  const storeAt = (desk: string) => withoutWords(store.at(desk));
  const news = isAlone ? [] : [createReplicaNews({ storeAt, bot, clock, log, owner, isNews })];
  bot.onSaved((changes) => {
    if (changes.some(isForOutbox)) dispatcher.wake();
  });
  return { dispatcher, ticker, tender, news };
}

/** What has to be done before anybody is heard. */
async function makeReady({ config, store, bot, clock, log, isAlone }: Workplace, { keeper, platforms }: ConnectedWays) {
  const { all } = bot.desks;
  const healthOf = new Map(platforms.map((one) => [one.chat.platform, one.health]));
  watchTeamPosts(bot, healthOf, () => all.flatMap((desk) => desk.teamLanes()));
  if (isAlone)
    for (const { id } of all) await bot.handle({ kind: "holders-gone", id: null, desk: id, at: clock.now() });
  await keeper.start();
  await keepTombstones({ file: forgottenFileOf(config.database, config.dataFolder), store, bot, clock, log });
}

/** What is at work: the address to open, the links for first admins, and what to stop, in this order. */
export interface WorkBegun {
  readonly url: string;
  readonly firstAdmins: readonly FirstAdmin[];
  readonly toStop: readonly Stoppable[];
}

/** Starts everything that works on the open store. Rejects, and has stopped it, where a platform refuses for good. */
export async function startWork(begun: Config, own: OwnDatabase, surroundings: Surroundings): Promise<WorkBegun> {
  const place = await openWorkplace(begun, own, surroundings);
  const people = await connectPeople(place);
  const { dispatcher, ticker, tender, news } = createEngines(place, people);
  const { thresholds, metrics, watch, clock } = place;
  const { keeper, works, platforms, web, webhooks, desks } = people;
  await makeReady(place, people);
  const { url } = await web.start();
  const firstAdmins = await offerFirstAdmins(desks, clock, web.publicUrl);
  for (const engine of [dispatcher, ticker, watch, works, tender, ...news]) engine.start();
  const heard = [keeper, works, ...platforms, web, ticker];
  const toStop = [...heard, thresholds, webhooks, dispatcher, metrics, tender, watch, ...news];
  try {
    await startTogether(platforms);
  } catch (error) {
    await stopInTurn(toStop);
    throw error;
  }
  return { url, firstAdmins, toStop };
}
