import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import { customerAt } from "../interaction/identify-person.ts";
import type { Agent, Resolution } from "../interaction/interaction.ts";
import type { Draft } from "../outcome.ts";
import { sayToTeam } from "../team/say-to-team.ts";
import { digestIdText } from "./digest-id.ts";
import type { DigestId } from "./document.ts";
import { type Assigned, drawnAmong, type Greeting, sharedOut } from "./greeting.ts";
import { greetingsMessage } from "./greeting-messages.ts";
import { windowOf } from "./week.ts";

const DAY_MS = 86_400_000;
/** So long nobody is drawn again. */
const LEFT_IN_PEACE_MS = 90 * DAY_MS;
/** Whoever helped in so long a time before is of the desk, and as many of the latest conversations are looked through for them. */
const LATELY_MS = 28 * DAY_MS;
const LOOKED_THROUGH = 2_000;
/** A question may be held up this long, by quiet hours or by a platform that is away, and its silence still be found. */
const HELD_UP_MS = 14 * DAY_MS;

/** The conversations whose customers fell silent in the week, for the question about them ran out then. */
function fallenSilent({ store, settings }: Context, { week, zone }: DigestId): Promise<Resolution[]> {
  const { from, to } = windowOf(week, zone);
  const { delay, expireAfter } = settings.ask;
  return store.list("resolution", {
    where: { fate: "silent", imported: false },
    atLeast: { at: from - delay - expireAfter - HELD_UP_MS, fateAt: from },
    atMost: { at: to - 1, fateAt: to - 1 },
  });
}

/** Those of them whose customers may be greeted: who is no colleague, has not asked to be left alone and was not drawn lately. */
async function greetable({ store }: Context, talks: readonly Resolution[], at: number): Promise<Resolution[]> {
  const ids = talks.map(({ customerId }) => customerId);
  const customers = await gatherById(ids, (id) => store.list("customer", { where: { id } }));
  const earlier = await gatherById(ids, (customerId) => store.list("greeting", { where: { customerId } }));
  const recent = earlier.filter(({ assignedAt }) => assignedAt > at - LEFT_IN_PEACE_MS);
  const left = new Set(recent.map(({ customerId }) => customerId));
  const open = customers.filter(
    ({ id, optedOutAt, readOptOutAt, teamMember }) =>
      optedOutAt === null && readOptOutAt === null && !teamMember && !left.has(id),
  );
  const able = new Set(open.map(({ id }) => id));
  return talks.filter(({ customerId }) => able.has(customerId));
}

/** The people of the desk: who helped lately, and whom the settings name as agents and who has been seen here. */
async function gatherAgents(context: Context, at: number): Promise<Agent[]> {
  const { store, settings } = context;
  const lately = { atLeast: { at: at - LATELY_MS }, orderBy: "at", descending: true, limit: LOOKED_THROUGH } as const;
  const resolved = await store.list("resolution", { where: { imported: false }, ...lately });
  const open = await store.list("interaction", {
    where: { state: "open" },
    atLeast: { lastActivityAt: at - LATELY_MS },
    orderBy: "lastActivityAt",
    descending: true,
    limit: LOOKED_THROUGH,
  });
  const agents = new Map<string, Agent>();
  for (const agent of [...open, ...resolved].flatMap((one) => one.agents)) {
    const known = agents.get(agent.address);
    if (!known || known.name === null) agents.set(agent.address, agent);
  }
  for (const address of settings.roles.agents) {
    const person = agents.has(address) ? null : await customerAt(context, address);
    if (person) agents.set(address, { address, name: person.name });
  }
  return [...agents.values()].filter(isSomebody);
}

/** Whether the address is a person's: a help desk that resolves in nobody's name has a shorter one. */
function isSomebody({ address }: Agent): boolean {
  return address.split(":").length > 2;
}

function greetingOf({ ids, settings }: Context, { talk, agent }: Assigned, week: string, at: number): Greeting {
  return {
    id: ids.next(),
    version: 0,
    week,
    resolutionId: talk.id,
    interactionId: talk.interactionId,
    customerId: talk.customerId,
    agentAddress: agent.address,
    agentName: agent.name,
    assignedAt: at,
    state: "assigned",
    score: null,
    scale: settings.question.scale,
    words: null,
    recordedAt: null,
    recordedBy: null,
    posts: [],
  };
}

/**
 * Draws some of those who fell silent in a digest's week, each for a named person of the team to greet, and tells the team in one post.
 * The digest's id is the seed: the same rows give the same draw.
 */
export async function planGreetings(context: Context, draft: Draft, id: DigestId, at: number): Promise<void> {
  const { greet } = context.settings.silence;
  if (greet === 0 || context.teamLanes.length === 0) return;
  const talks = await greetable(context, await fallenSilent(context, id), at);
  if (talks.length === 0) return;
  const seed = digestIdText(id);
  const assigned = sharedOut(drawnAmong(talks, greet, seed), await gatherAgents(context, at), seed);
  const greetings = assigned.map((one) => greetingOf(context, one, id.week, at));
  if (greetings.length === 0) return;
  const message = await greetingsMessage(context, greetings);
  const mentions = [...new Set(greetings.map(({ agentAddress }) => agentAddress))];
  const posts = sayToTeam(context, draft, { ...message, mentions });
  for (const greeting of greetings) draft.put("greeting", { ...greeting, posts });
}
