import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import type { Store } from "../../src/ports.ts";
import type { Case } from "../../src/recovery/case.ts";
import type { Post } from "../../src/rows.ts";
import type { Response } from "../../src/survey/response.ts";
import { agent, conversation, customer, HOUR, type TestChat, type Unstamped, type World } from "../world.ts";

/** A tap on a score, by the customer unless somebody else is named. */
export function tap(surveyId: string, score: unknown, by = customer): Unstamped {
  return { kind: "score-given", surveyId, by, score, via: "tap" };
}

/** The platform is away: everything must wait. */
export const away: TestChat["answer"] = () => ({ kind: "retry", reason: "away" });
/** The connection breaks while posting: nobody knows what arrived. */
export const cutOff: TestChat["answer"] = () => ({ kind: "unknown", reason: "cut off" });
/** Everything is posted. */
export const reachable: TestChat["answer"] = ({ post }) => ({ kind: "posted", reference: `ref-${post.id}` });

/** The latest resolution's fate and its reason. */
export async function fateOf(world: World): Promise<string> {
  const resolution = (await world.resolutions()).at(-1);
  return [resolution?.fate, resolution?.fateReason].filter(Boolean).join(" ");
}

/** The platform is back for an hour; gives what it is sent in that time. */
export async function sentWhenBack(world: World, ms = HOUR): Promise<OutboundMessage[]> {
  world.chat.posted.length = 0;
  world.chat.answer = reachable;
  await world.pass(ms);
  return world.chat.posted.map(({ post }) => post.message);
}

/** The customer writes, an agent replies and resolves: the fate that this comes to once time has passed. */
export async function another(world: World, where: string, by = customer): Promise<string> {
  await world.writes(by, "Another thing.", where);
  await world.writes(agent, "Done.", where);
  await world.resolves(agent, { where });
  await world.pass(HOUR);
  return fateOf(world);
}

/** The one response. */
export async function responseIn(world: World): Promise<Response> {
  const [response] = await world.store.list("response", {});
  if (!response) throw new Error("No response");
  return response;
}

/** The one case. */
export async function caseIn(world: World): Promise<Case> {
  const [item] = await world.store.list("case", {});
  if (!item) throw new Error("No case");
  return item;
}

/** The latest message in a lane. */
export async function lastIn(world: World, lane = conversation): Promise<OutboundMessage> {
  const message = (await world.posts(lane)).at(-1)?.message;
  if (!message) throw new Error(`Nothing was said in ${lane}`);
  return message;
}

/** The text of the latest message in a lane; empty where nothing was said. */
export async function lastText(world: World, lane = conversation): Promise<string> {
  return (await world.posts(lane)).at(-1)?.message.text ?? "";
}

/** Posts of one kind, in whatever state. */
export async function postsOf(world: World, kind: OutboundMessage["kind"], lane = conversation): Promise<Post[]> {
  return (await world.posts(lane)).filter(({ message }) => message.kind === kind);
}

/** A store on which somebody else's save can be slipped in just before the next one. */
export interface RacingStore {
  readonly store: Store;
  before(race: () => Promise<unknown>): void;
}

export function racingStore(): RacingStore {
  const store = createMemoryStore();
  let next: (() => Promise<unknown>) | null = null;
  return {
    before(race) {
      next = race;
    },
    store: {
      ...store,
      async save(...given) {
        const race = next;
        next = null;
        await race?.();
        return store.save(...given);
      },
    },
  };
}
