import { drawOf } from "../draw.ts";
import type { Agent, Resolution } from "../interaction/interaction.ts";
import type { Scale } from "../survey/score.ts";
import type { TeamPost } from "../team/team-post.ts";

/** How far a greeting has got: given to somebody, had without a score, had with one, or not come about so far. */
export const GREETING_STATES = ["assigned", "greeted", "answered", "unreached"] as const;
export type GreetingState = (typeof GREETING_STATES)[number];

/** One silent customer, drawn by lot, whom a named person of the team greets; what they say then is in no response. */
export interface Greeting {
  readonly id: string;
  readonly version: number;
  /** ISO week in which the customer fell silent. */
  readonly week: string;
  readonly resolutionId: string;
  readonly interactionId: string;
  readonly customerId: string;
  readonly agentAddress: string;
  readonly agentName: string | null;
  readonly assignedAt: number;
  readonly state: GreetingState;
  /** The score they named, on `scale`; null unless they have. */
  readonly score: number | null;
  readonly scale: Scale;
  /** What they said, as the greeter wrote it down. */
  readonly words: string | null;
  readonly recordedAt: number | null;
  /** Name or address of who recorded it. */
  readonly recordedBy: string | null;
  /** The post of the week's greetings in each team channel. */
  readonly posts: readonly TeamPost[];
}

/** What the draw reads of a conversation after which its customer said nothing. */
export type SilentTalk = Pick<Resolution, "id" | "interactionId" | "customerId" | "at" | "agents">;

/** A silent customer and who is to greet them. */
export interface Assigned {
  readonly talk: SilentTalk;
  readonly agent: Agent;
}

function byDraw<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  const drawn = items.map((item) => ({ item, text: textOf(item) }));
  const order = drawn.map(({ item, text }) => ({ item, text, draw: drawOf(text) }));
  return order.sort((a, b) => a.draw - b.draw || (a.text < b.text ? -1 : 1)).map(({ item }) => item);
}

/** The last of each customer's conversations. */
function oneEach(talks: readonly SilentTalk[]): SilentTalk[] {
  const inOrder = talks.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return [...new Map(inOrder.map((talk) => [talk.customerId, talk])).values()];
}

/** So many customers of these, drawn by the seed: the same talks and seed give the same ones, in whatever order they come. */
export function drawnAmong(talks: readonly SilentTalk[], most: number, seed: string): SilentTalk[] {
  return byDraw(oneEach(talks), ({ customerId }) => `${seed} ${customerId}`).slice(0, most);
}

/**
 * Each of these talks with who is to greet: whoever has been given fewest so far, the draw between equals, and not one who helped in it
 * where there is another. Nobody where there are no agents.
 */
export function sharedOut(talks: readonly SilentTalk[], agents: readonly Agent[], seed: string): Assigned[] {
  const given = new Map<string, number>();
  return talks.flatMap((talk) => {
    const others = agents.filter(({ address }) => talk.agents.every((helped) => helped.address !== address));
    const able = others.length > 0 ? others : agents;
    const inDraw = byDraw(able, ({ address }) => `${seed} ${talk.customerId} ${address}`);
    const [agent] = inDraw.toSorted((a, b) => (given.get(a.address) ?? 0) - (given.get(b.address) ?? 0));
    if (agent === undefined) return [];
    given.set(agent.address, (given.get(agent.address) ?? 0) + 1);
    return [{ talk, agent }];
  });
}
