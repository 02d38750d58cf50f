import type { People } from "./people.ts";
import { type Planner, planTalk } from "./plan-talk.ts";
import { createRandom, type Random } from "./random.ts";
import { reasonStep } from "./reaction.ts";
import { promptRecovery } from "./recovery.ts";
import type { SampleProduct } from "./sample.ts";
import { taleOf } from "./story.ts";
import type { Talk, TalkReaction } from "./talk.ts";

const MINUTE = 60_000;
const ZONE = "Europe/Dublin";
/** Conversations in which somebody is still waiting when the quarter has been played. */
const WAITING: readonly SampleProduct[] = ["app", "delivery", "billing", "returns", "app"];

/** The moment at an hour of a day of the quarter; day 0 is its first Monday. */
export type DayAndHour = (day: number, hour: number) => number;

function scored(random: Random, score: number, reason: string): TalkReaction {
  return { to: "question", steps: [{ after: 9 * MINUTE, act: { kind: "tap", score } }, reasonStep(random, reason)] };
}

/** The customer who is let down in the second week, looked after, and gives a ten in the eleventh. */
export function wonBack(planner: Planner, people: People, moment: DayAndHour): Talk[] {
  const { customer, letDown, wonBack: back } = planner.sample.desk.recovered;
  const random = createRandom(`${planner.seed} won back`);
  const visitor = people.newcomer(ZONE, customer);
  const about = { visitor, product: "returns", topic: "returns", course: "plain" } as const;
  const [bad, good] = [taleOf(letDown.start, "detractor", letDown), taleOf(back.start, "promoter", back)];
  const first = planTalk(planner, { ...about, name: "let-down", at: moment(8, 10), tale: bad });
  const again = planTalk(planner, { ...about, name: "won-back", at: moment(72, 11), tale: good });
  return [
    { ...first, reaction: scored(random, 3, bad.comment), recovery: promptRecovery(random, letDown) },
    { ...again, reaction: scored(random, 10, good.comment) },
  ];
}

/** Two unhappy customers of the last week for whom there is still something to do: one claimed, one that nobody has taken. */
export function leftToDo(planner: Planner, people: People, moment: DayAndHour): Talk[] {
  const random = createRandom(`${planner.seed} left to do`);
  const begin = (topic: SampleProduct, hour: number, score: number): Talk => {
    const tale = planner.stories.take({ locale: "en", topic, band: "detractor", isHeard: true });
    const subject = { product: topic, topic, course: "plain", at: moment(87, hour), tale } as const;
    const talk = planTalk(planner, { ...subject, name: `to-do-${topic}`, visitor: people.newcomer(ZONE) });
    return { ...talk, reaction: scored(random, score, tale.comment) };
  };
  const delivery = begin("delivery", 10, 4);
  return [
    { ...delivery, recovery: promptRecovery(random, { outcome: "", cause: "other" }).slice(0, 1) },
    { ...begin("billing", 12, 5), recovery: [] },
  ];
}

/** Customers who have written within the last hour and are still to be helped. */
export function waiting(planner: Planner, people: People, now: number): Talk[] {
  return WAITING.map((product, index) => {
    const at = now - (WAITING.length - index) * 9 * MINUTE;
    const subject = { at, product, topic: product, course: "unfinished", visitor: people.visitor(at) } as const;
    return planTalk(planner, { ...subject, name: `waiting-${index + 1}` });
  });
}
