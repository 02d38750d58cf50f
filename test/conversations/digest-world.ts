import type { DigestRow, Post } from "../../src/rows.ts";
import type { Settings } from "../../src/settings.ts";
import { agent, createWorld, HOUR, settingsOf, type World, type WorldOptions } from "../world.ts";

/** Monday 2026-10-05, 10:00 in Berlin; the clocks go back on Sunday 2026-10-25. */
export const MONDAY = Date.parse("2026-10-05T08:00:00Z");

/** A desk that asks at once, at any hour. */
export function desk(more: Record<string, unknown> = {}): Settings {
  return settingsOf({
    ask: { delay: "0s", quietHours: "", cooldownAnswered: "0s", cooldownUnanswered: "0s", expireAfter: "3d" },
    products: [{ id: "app", name: "Mobile app", owner: "web:agent:ash" }],
    ...more,
  });
}

/** What a customer answers; a null score is silence. */
export interface Visit {
  readonly score: number | null;
  readonly comment?: string;
  readonly product?: string;
  readonly who?: string;
}

export interface DigestWorld extends World {
  /** A whole conversation, from the first word to the answer or to none; gives the id of the response. */
  visit(visit: Visit): Promise<string | null>;
  digests(): Promise<DigestRow[]>;
  /** The digest posts to the team as they were put in the outbox, edits too. */
  digestPosts(): Promise<Post[]>;
}

export interface DigestWorldOptions extends WorldOptions {
  /** Where the numbers of conversations begin, for a second world on one store. */
  readonly firstVisit?: number;
}

/** A world whose customers come one after the other. */
export function createDigestWorld({ firstVisit = 0, ...options }: DigestWorldOptions = {}): DigestWorld {
  const world = createWorld({ start: MONDAY, settings: desk(), ...options });
  let visits = firstVisit;
  return {
    ...world,
    async visit({ score, comment, product, who }) {
      visits += 1;
      const where = `web:chat:${visits}`;
      const by = {
        address: `web:customer:${who ?? visits}`,
        role: "customer",
        name: `Visitor ${who ?? visits}`,
      } as const;
      await world.writes(by, "Hello?", where);
      await world.writes(agent, "Hello!", where);
      await world.resolves(agent, { where, ...(product ? { product } : {}) });
      await world.settle();
      const { id: interactionId } = await world.interaction(where);
      const [survey] = await world.store.list("survey", { where: { interactionId } });
      if (score === null || !survey) return null;
      await world.handle({
        kind: "score-given",
        surveyId: survey.id,
        by,
        score,
        via: "tap",
        ...(comment ? { comment } : {}),
      });
      const [response] = await world.store.list("response", { where: { interactionId } });
      return response?.id ?? null;
    },
    digests: () => world.store.list("digest", { orderBy: "week" }),
    digestPosts: async () => (await world.posts("web:team")).filter(({ message }) => message.kind === "digest"),
  };
}

/** Everything a post says, as a person reads it from top to bottom. */
export function wordsOf({ message }: Post): string {
  const sections = (message.sections ?? []).map(({ title, lines, quote }) =>
    [`[${title}]`, ...lines, ...(quote ? [`"${quote.text}"`] : [])].join("\n"),
  );
  return [message.text, ...(message.hint ? [`(${message.hint})`] : []), ...sections].join("\n");
}

/** Lets days pass, an hour at a time. */
export async function passDays(world: World, days: number): Promise<void> {
  await world.pass(days * 24 * HOUR, HOUR);
}
