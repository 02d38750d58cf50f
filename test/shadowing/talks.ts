import { readThemes } from "../../adapters/themes.ts";
import type { Context } from "../../src/context.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { Change } from "../../src/outcome.ts";
import { bandOf } from "../../src/survey/score.ts";
import { WORDING } from "../catalogues.ts";
import { change, sampleRows } from "../database/sample-rows.ts";
import { HOUR, MINUTE, settingsOf, type World } from "../world.ts";

export const executive: Person = { address: "web:agent:elm", role: "executive", name: "Executive Elm", locale: "en" };

/** A finished conversation as these tests need it. */
export interface Told {
  readonly key: string;
  /** Null where the customer said nothing. */
  readonly score: number | null;
  readonly at: number;
  readonly product?: string;
  readonly agent?: string;
  readonly comment?: string;
  readonly imported?: boolean;
  readonly teamMember?: boolean;
  readonly readOptOutAt?: number;
}

const { customer, interaction, entry, resolution, survey, response, identity } = sampleRows("KEY");
const SAMPLE = JSON.stringify({ customer, interaction, entry, resolution, survey, response, identity });

/** The sample under another key: to make it anew would count a digest each time. */
function sampleOf(
  key: string,
): Pick<
  ReturnType<typeof sampleRows>,
  "customer" | "interaction" | "entry" | "resolution" | "survey" | "response" | "identity"
> {
  return JSON.parse(SAMPLE.replaceAll("KEY", key));
}

/** The rows of it: a question, an answer four minutes later, thanks; and after the resolution the score as it was typed. */
function rowsOf(told: Told): Change[] {
  const {
    key,
    score,
    at,
    product = "app",
    agent = "web:agent:ash",
    comment = "Such a slow answer to my question.",
    imported = false,
  } = told;
  const { customer, interaction, entry, resolution, survey, response, identity } = sampleOf(key);
  const credited = { address: agent, name: "Agent Ash" };
  const said = (position: number, author: "customer" | "agent", text: string, when: number) => ({
    ...{ ...entry, id: `web:chat:${key}/${position}`, position, author, text, at: when, name: null, attachments: [] },
    ...{ address: author === "agent" ? agent : `web:customer:${key}`, editedAt: null, history: [] },
  });
  const begun = at - HOUR;
  const fate = score === null ? "silent" : "answered";
  const asked = {
    state: score === null ? "expired" : "answered",
    askedAt: at,
    deliveredAt: at,
    scheduledAt: at,
  } as const;
  return [
    change("customer", {
      ...{ ...customer, name: `Nadja Weber ${key}`, createdAt: begun },
      ...{ teamMember: told.teamMember ?? false, readOptOutAt: told.readOptOutAt ?? null },
    }),
    change("identity", { ...identity, id: `web:customer:${key}` }),
    change("interaction", {
      ...{ ...interaction, conversation: `web:chat:${key}`, askIn: `web:chat:${key}`, product, agents: [credited] },
      ...{ openedAt: begun, lastActivityAt: at, entryCount: 4, customerMessages: 2, agentMessages: 1 },
    }),
    change("entry", said(1, "customer", "My invoice is wrong.", begun)),
    change("entry", said(2, "agent", `Hello Nadja Weber ${key}, I have corrected it.`, begun + 4 * MINUTE)),
    change("entry", said(3, "customer", "Thank you!", begun + 5 * MINUTE)),
    change("entry", said(4, "customer", `I give you a ${score ?? "nothing"}`, at + MINUTE)),
    change("resolution", {
      ...{ ...resolution, at, product, agents: [credited], creditedAgent: credited, imported },
      ...{ fate, fateReason: null, fateAt: at + MINUTE },
    }),
    change("survey", { ...survey, ...asked, dueAt: null, endedAt: at + MINUTE, questionPostId: null }),
    ...(score === null
      ? []
      : [
          change("response", {
            ...{ ...response, score, scale: "1-10", band: bandOf(score), comment, product, creditedAgent: credited },
            ...{ answeredAt: at + MINUTE, changedAt: at + MINUTE },
          }),
        ]),
  ] as Change[];
}

/** Puts finished conversations into the world. */
export async function tell(world: World, all: readonly Told[]): Promise<void> {
  await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, all.flatMap(rowsOf));
}

/** So many conversations of every kind, an hour apart, the last one now. */
export function mixed(count: number, now: number, prefix = "t"): Told[] {
  const scores = [3, null, 10, 8, 6, null, 9];
  return Array.from({ length: count }, (_, index) => ({
    ...{ key: `${prefix}${index}`, score: scores[index % scores.length] ?? null, at: now - (count - index) * HOUR },
    ...{ product: index % 2 === 0 ? "app" : "billing", agent: `web:agent:${["ash", "oak", "yew"][index % 3]}` },
  }));
}

/** What a use case decides with in this world. */
export function contextOf(world: World): Context {
  return {
    ...{ deskId: DEFAULT_DESK, store: world.store, settings: settingsOf(), wording: WORDING },
    ...{ themes: readThemes(), ids: world.ids, clock: { now: world.now }, teamLanes: [] },
  };
}
