import type { Bot } from "../../src/bot.ts";
import type { Ticker } from "../../src/clock.ts";
import type { Greeting } from "../../src/digest/greeting.ts";
import type { Dispatcher } from "../../src/outbox/dispatcher.ts";
import type { Change } from "../../src/outcome.ts";
import type { Reader } from "../../src/ports.ts";
import type { WorkTimes } from "../../src/recovery/business-time.ts";
import type { Post } from "../../src/rows.ts";
import { greetingEvent, greetingTime } from "./greetings.ts";
import { createSittingsPlay, type SitterStep, type TimedStep } from "./play-sittings.ts";
import type { PlayedClock } from "./played-clock.ts";
import type { DeskWords } from "./sample.ts";
import { resolutionsIn, type Step, stepTime, type Talk } from "./talk.ts";
import { talkEvent } from "./talk-event.ts";
import { createTimeQueue } from "./time-queue.ts";

/** The program that the quarter is played to. */
export interface Stage {
  readonly store: Reader;
  readonly bot: Bot;
  readonly ticker: Pick<Ticker, "tick">;
  readonly dispatcher: Pick<Dispatcher, "drain">;
  readonly clock: PlayedClock;
  readonly hours: WorkTimes;
  /** When the clock must look for a digest to post, milliseconds since 1970. */
  readonly digestTimes: readonly number[];
  readonly desk: DeskWords;
  /** When executives take their appointments upon themselves, milliseconds since 1970. */
  readonly sittingsFrom: number;
}

/** Somebody's next steps, and the survey, case or cord they are about; empty for the conversation itself. */
interface NextSteps {
  readonly talk: Talk;
  readonly subject: string;
  readonly steps: readonly Step[];
}

type Next =
  | { readonly kind: "do"; readonly doing: NextSteps }
  | { readonly kind: "read"; readonly post: Post }
  | { readonly kind: "greet"; readonly greeting: Greeting }
  | { readonly kind: "sit"; readonly step: SitterStep }
  | { readonly kind: "due" };

/** The talk that an interaction plays; null for one that was not planned. */
type FindTalk = (interactionId: string | undefined) => Promise<Talk | null>;

function createFindTalk(store: Reader, talks: readonly Talk[]): FindTalk {
  const byConversation = new Map(talks.map((talk) => [talk.conversation, talk]));
  return async (interactionId = "") => {
    const interaction = await store.get("interaction", interactionId);
    return (interaction && byConversation.get(interaction.conversation)) ?? null;
  };
}

/** How long a lead takes to answer for a cord, milliseconds of business time. */
const CORD_ANSWERED_AFTER = 4 * 3_600_000;

/** The lead answers for a cord with what was done about one of the cases behind it; nobody does where nothing was. */
async function cordAnswer(cordId: string, store: Reader, findTalk: FindTalk): Promise<NextSteps | null> {
  const cord = await store.get("cord", cordId);
  for (const id of cord?.responses ?? []) {
    const talk = await findTalk((await store.get("response", id))?.interactionId);
    const done = talk?.recovery.find(({ act }) => act.kind === "case" && act.act === "resolve" && act.note);
    if (!talk || done?.act.kind !== "case" || !done.act.note) continue;
    const act = { kind: "answer", text: done.act.note } as const;
    return { talk, subject: cordId, steps: [{ after: CORD_ANSWERED_AFTER, act }] };
  }
  return null;
}

/** What somebody will do who reads the post, and about which survey, case or cord; null: nothing. */
async function reactionTo({ message }: Post, store: Reader, findTalk: FindTalk): Promise<NextSteps | null> {
  const { name, subject } = message.actions[0] ?? {};
  if (subject === undefined) return null;
  if (name === "case-claim") {
    const talk = await findTalk((await store.get("case", subject))?.interactionId);
    return talk && { talk, subject, steps: talk.recovery };
  }
  if (name === "cord-answer") return cordAnswer(subject, store, findTalk);
  if (name !== "score") return null;
  const survey = await store.get("survey", subject);
  const resolution = survey && (await store.get("resolution", survey.resolutionId));
  const talk = await findTalk(survey?.interactionId);
  if (talk?.reaction?.to !== message.kind || resolution?.number !== resolutionsIn(talk.steps)) return null;
  return { talk, subject, steps: talk.reaction.steps };
}

/** What the clock must look at again. */
const TIMED = ["survey", "case", "shift", "appointment"] as const;
type ClockedChange = Extract<Change, { readonly table: (typeof TIMED)[number] }>;

function isTimed(change: Change): change is ClockedChange {
  return (TIMED as readonly string[]).includes(change.table);
}

/** Plays the talks to the program up to that moment, as people and the clock would; `onMoment` hears how far it has got. */
export async function playTalks(
  stage: Stage,
  talks: readonly Talk[],
  until: number,
  onMoment: (at: number) => void = () => {},
): Promise<void> {
  const { store, bot, ticker, dispatcher, clock, hours, digestTimes, desk, sittingsFrom } = stage;
  const moments = createTimeQueue<Next>();
  const findTalk = createFindTalk(store, talks);
  const sittings = createSittingsPlay({ store, hours, desk, from: sittingsFrom, findTalk });
  const expected = new Set<number>();
  const begun = new Set<string>();
  let hasPost = false;

  const expect = (doing: NextSteps, before: number): void => {
    const [first] = doing.steps;
    if (first) moments.put(stepTime(first, before, hours), { kind: "do", doing });
  };
  const sitDown = (steps: readonly TimedStep[]): void => {
    for (const { at, step } of steps) moments.put(at, { kind: "sit", step });
  };
  const notice = (change: Change): void => {
    const { table, row } = change;
    sitDown(sittings.follow(change));
    hasPost ||= table === "post" && row.state === "pending";
    if (table === "post" && row.state === "posted") moments.put(clock.now(), { kind: "read", post: row });
    if (table === "greeting" && row.version === 0)
      moments.put(greetingTime(row, clock.now(), hours), { kind: "greet", greeting: row });
    const dueAt = isTimed(change) ? change.row.dueAt : null;
    if (dueAt === null || expected.has(dueAt)) return;
    expected.add(dueAt);
    moments.put(dueAt, { kind: "due" });
  };
  const read = async (post: Post): Promise<void> => {
    const doing = await reactionTo(post, store, findTalk);
    if (!doing || begun.has(doing.subject)) return;
    begun.add(doing.subject);
    expect(doing, clock.now());
  };
  const act = async ({ talk, subject, steps: [step, ...rest] }: NextSteps): Promise<void> => {
    if (step) await bot.handle(talkEvent(step.act, { talk, subject, at: clock.now() }));
    expect({ talk, subject, steps: rest }, clock.now());
  };

  const sit = async (step: SitterStep): Promise<void> => {
    const { event, next = [] } = await sittings.play(step, clock.now());
    if (event) await bot.handle(event);
    sitDown(next);
  };

  const play = (item: Exclude<Next, { kind: "read" }>): Promise<unknown> => {
    if (item.kind === "do") return act(item.doing);
    if (item.kind === "sit") return sit(item.step);
    return item.kind === "greet" ? bot.handle(greetingEvent(item.greeting, clock.now())) : ticker.tick();
  };

  for (const talk of talks) expect({ talk, subject: "", steps: talk.steps }, talk.at);
  sitDown(sittings.begins);
  for (const at of digestTimes) moments.put(at, { kind: "due" });
  const stopNoticing = bot.onSaved((changes) => changes.forEach(notice));
  for (let next = moments.take(until); next; next = moments.take(until)) {
    clock.moveTo(next.at);
    if (next.item.kind === "read") await read(next.item.post);
    else {
      hasPost = false;
      await play(next.item);
      if (hasPost) await dispatcher.drain();
    }
    onMoment(clock.now());
  }
  stopNoticing();
}
