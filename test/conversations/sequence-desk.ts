import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { Handled } from "../../src/bot.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Outgoing, PostResult, Reader } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import type { Settings } from "../../src/settings.ts";
import { CLOCK_DIFFERENCE } from "../../src/survey/response.ts";
import { countingIds, createWorld, MINUTE, MONDAY_TEN, type Unstamped, type World } from "../world.ts";

/** What the platform does with a post; a connection may be cut before or after the post has arrived. */
export type PlatformState = "posted" | "retry" | "cut-off-before" | "cut-off-after" | "refused";

/** A post that arrived, when, and whether its reader had opted out by then. */
export interface Received {
  readonly post: Post;
  readonly at: number;
  readonly isUnwanted: boolean;
}

/** Accepted scores of one survey in the order in which they were accepted. */
export interface Accepted {
  readonly surveyId: string;
  readonly by: Set<string>;
  readonly scores: number[];
}

/** Two replicas of the program on one store and one platform, with a memory of its own of what went in and out. */
export interface Desk {
  readonly store: Reader;
  readonly received: readonly Received[];
  readonly accepted: ReadonlyMap<string, Accepted>;
  /** Every state of a survey, fate and reason that has ever been saved. */
  readonly reached: ReadonlySet<string>;
  platform: PlatformState;
  now(): number;
  newId(): string;
  handle(event: Unstamped): Promise<Handled>;
  /** Both replicas do what is due, at once. */
  settle(): Promise<void>;
  pass(ms: number): Promise<void>;
  /** Ends one replica and starts another in its place. */
  restart(replica: number): void;
  /** Remembers scores that were accepted, the one that stands last; not those that a later one had overtaken before they came. */
  remember(surveyId: string, by: string, scores: readonly number[], at: number): Promise<void>;
  /** Remembers every score as it stands now. */
  witness(): Promise<void>;
  /** What the logs shouted about, but for posts that the platform refused. */
  faults(): string[];
}

const RESULTS: Readonly<Record<Exclude<PlatformState, "posted">, PostResult>> = {
  retry: { kind: "retry", reason: "busy" },
  "cut-off-before": { kind: "unknown", reason: "cut off" },
  "cut-off-after": { kind: "unknown", reason: "cut off" },
  refused: { kind: "refused", reason: "dm-closed" },
};

export function createDesk(settings: Settings): Desk {
  const allDesks = createMemoryStore();
  const store = allDesks.at(DEFAULT_DESK);
  const ids = countingIds();
  const received: Received[] = [];
  const accepted = new Map<string, Accepted>();
  const reached = new Set<string>();
  const started: World[] = [];
  const referenceOf = ({ post }: Outgoing) => `ref-${post.id}`;

  const take = async (outgoing: Outgoing): Promise<PostResult> => {
    const { platform } = desk;
    if (platform !== "posted" && platform !== "cut-off-after") return RESULTS[platform];
    received.push({ post: outgoing.post, at: desk.now(), isUnwanted: await isUnwanted(outgoing.post) });
    return platform === "posted" ? { kind: "posted", reference: referenceOf(outgoing) } : RESULTS[platform];
  };

  const isUnwanted = async ({ surveyId }: Post): Promise<boolean> => {
    const survey = surveyId === null ? null : await store.get("survey", surveyId);
    const customer = survey && (await store.get("customer", survey.customerId));
    return customer !== null && customer.optedOutAt !== null;
  };

  const startReplica = (start: number): World => {
    const replica = createWorld({ settings, store: allDesks, ids, start });
    replica.chat.answer = take;
    replica.chat.found = (outgoing) =>
      received.some(({ post }) => post.id === outgoing.post.id) ? referenceOf(outgoing) : null;
    replica.bot.onSaved((changes) => {
      for (const { table, row } of changes) {
        if (table === "survey") reached.add(row.state);
        if (table === "resolution") for (const name of [row.fate, row.fateReason]) reached.add(name ?? "");
      }
    });
    started.push(replica);
    return replica;
  };

  const replicas: [World, World] = [startReplica(MONDAY_TEN), startReplica(MONDAY_TEN)];
  let turn = 0;

  const desk: Desk = {
    store,
    received,
    accepted,
    reached,
    platform: "posted",
    now: () => replicas[0].now(),
    newId: () => ids.next(),
    handle(event) {
      turn += 1;
      return (turn % 2 ? replicas[0] : replicas[1]).handle({ id: ids.next(), ...event });
    },
    async settle() {
      await Promise.all(replicas.map(({ ticker }) => ticker.tick()));
      await Promise.all(replicas.map(({ dispatcher }) => dispatcher.drain()));
    },
    async pass(ms) {
      const step = Math.max(MINUTE, ms / 30);
      for (const end = desk.now() + ms; desk.now() < end; ) {
        const sleep = Math.min(step, end - desk.now());
        for (const replica of replicas) replica.sleep(sleep);
        await desk.settle();
      }
    },
    restart(index) {
      replicas[index === 0 ? 0 : 1] = startReplica(desk.now());
    },
    async remember(surveyId, by, scores, at) {
      if (scores.length === 0) return;
      const [response] = await store.list("response", { where: { surveyId } });
      const isBehind = response !== undefined && at < (response.scoredAt ?? response.changedAt) - CLOCK_DIFFERENCE;
      const counting = scores.filter((score) => !isBehind || score === response.score);
      const ordered = counting.toSorted((a, b) => Number(a === response?.score) - Number(b === response?.score));
      const known = accepted.get(surveyId) ?? { surveyId, by: new Set(), scores: [] };
      known.by.add(by);
      known.scores.push(...ordered);
      accepted.set(surveyId, known);
    },
    async witness() {
      for (const { surveyId, score } of await store.list("response", {})) {
        const known = accepted.get(surveyId) ?? { surveyId, by: new Set(), scores: [] };
        if (known.scores.at(-1) !== score) known.scores.push(score);
        accepted.set(surveyId, known);
      }
    },
    faults: () =>
      started.flatMap(({ log }) => log.faults).filter((fault) => !fault.startsWith("A message could not be delivered")),
  };
  return desk;
}
