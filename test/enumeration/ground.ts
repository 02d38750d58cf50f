import { createMemoryStore, type MemoryStore } from "../../adapters/database/memory.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Chat, Clock, Ids, Reader, Store } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import type { Settings } from "../../src/settings.ts";
import { createWorld, MONDAY_TEN, rememberingLog, settingsOf, type World } from "../world.ts";

/** A message as it stands on the platform, whether its reader had opted out when it came there, and when that was. */
export interface Standing {
  readonly post: Post;
  readonly at: number;
  readonly isUnwanted: boolean;
}

/** All that outlasts a program: rows, ids given, time, and what stands on the platform. */
export interface Ground {
  readonly store: MemoryStore;
  readonly now: number;
  readonly idsGiven: number;
  readonly standing: readonly Standing[];
  /** The ids of the events of which the store has said that they are kept. */
  readonly kept: readonly string[];
}

/** What stands between the program and its store and its platform. */
export interface Between {
  readonly store?: (store: Store) => Store;
  readonly post?: (post: Chat["post"]) => Chat["post"];
  readonly find?: (find: Chat["find"]) => Chat["find"];
  readonly clock?: (clock: Clock) => Clock;
}

/** A program that has just been started on a ground of its own. */
export interface Program {
  readonly world: World;
  readonly reader: Reader;
  /** The rows as they are, whatever stands between. */
  readonly store: MemoryStore;
  /** Another program on the same rows and platform at the same time. */
  beside(between?: Between): Program;
  ground(): Ground;
}

/** Asked at once and at any hour, and done after three days. */
export const SETTINGS: Settings = settingsOf({
  ask: { delay: "5m", quietHours: "", remindAfter: "1d", expireAfter: "2d" },
});

/** What several programs share while they run. */
interface Shared {
  readonly store: MemoryStore;
  readonly ids: Ids;
  readonly standing: Standing[];
  readonly kept: Set<string>;
  given(): number;
}

/** The store, and which events it keeps is noted. */
function noting({ store, kept }: Shared): Store {
  const save: Store["save"] = async (desk, event, changes) => {
    const saved = await store.save(desk, event, changes);
    if (saved === "saved" && event.id !== null) kept.add(event.id);
    return saved;
  };
  return { ...store, save };
}

function idsFrom(first: number): { readonly ids: Ids; given(): number } {
  let count = first;
  const next = () => String(++count).padStart(8, "0");
  return { ids: { next, secret: () => `secret-${next()}` }, given: () => count };
}

async function isUnwanted(store: Reader, { surveyId }: Post): Promise<boolean> {
  const survey = surveyId === null ? null : await store.get("survey", surveyId);
  const customer = survey && (await store.get("customer", survey.customerId));
  return customer !== null && customer.optedOutAt !== null;
}

function startOn(shared: Shared, settings: Settings, now: number, between: Between): Program {
  const { store, ids, standing, kept } = shared;
  const reader = store.at(DEFAULT_DESK);
  const noted = noting(shared);
  const served = between.store?.(noted) ?? noted;
  const clock = between.clock ? { clock: between.clock } : {};
  const world = createWorld({ settings, store: served, ids, start: now, log: rememberingLog(), ...clock });
  const post: Chat["post"] = async (outgoing) => {
    standing.push({ post: outgoing.post, at: world.now(), isUnwanted: await isUnwanted(reader, outgoing.post) });
    return { kind: "posted", reference: `ref-${outgoing.post.id}` };
  };
  const find: Chat["find"] = async ({ post: { id } }) =>
    standing.some((one) => one.post.id === id) ? `ref-${id}` : null;
  world.chat.post = between.post?.(post) ?? post;
  world.chat.find = between.find?.(find) ?? find;
  return {
    world,
    reader,
    store,
    beside: (other = {}) => startOn(shared, settings, world.now(), other),
    ground: () => ({ store, now: world.now(), idsGiven: shared.given(), standing, kept: [...kept] }),
  };
}

/** Starts a program on a copy of the ground. */
export function start(ground: Ground, between: Between = {}, settings: Settings = SETTINGS): Program {
  const { ids, given } = idsFrom(ground.idsGiven);
  const shared = { store: ground.store.fork(), ids, given, standing: [...ground.standing], kept: new Set(ground.kept) };
  return startOn(shared, settings, ground.now, between);
}

/** Nothing has happened yet. */
export function emptyGround(now = MONDAY_TEN): Ground {
  return { store: createMemoryStore(), now, idsGiven: 0, standing: [], kept: [] };
}
