import { arrivalsIn, momentIn, WEEKS, weeksBefore } from "./arrivals.ts";
import { COURSE_WEIGHTS } from "./conversation-script.ts";
import { createPeople } from "./people.ts";
import { type Planner, planTalk } from "./plan-talk.ts";
import { createRandom } from "./random.ts";
import { optsOut } from "./reaction.ts";
import type { Sample } from "./sample.ts";
import { leftToDo, waiting, wonBack } from "./showcase.ts";
import { createStories } from "./story-stock.ts";
import type { Talk } from "./talk.ts";

/** What a quarter is planned from. The same plan gives the same quarter. */
export interface QuarterPlan {
  readonly sample: Sample;
  readonly seed: string;
  /** Milliseconds since 1970; the quarter ends with the last week finished before it. */
  readonly now: number;
  /** IANA zone in which the weeks begin. */
  readonly zone: string;
  /** How many interactions are resolved; at least four. */
  readonly interactions: number;
}

/** Everything that is meant to happen, earliest conversation first; times in milliseconds since 1970. */
export interface Quarter {
  readonly from: number;
  readonly until: number;
  readonly talks: readonly Talk[];
}

/** Plans a quarter: who writes when and about what, what is answered, and what is made of it. */
export function planQuarter(plan: QuarterPlan): Quarter {
  const { sample, seed, now, zone, interactions } = plan;
  const random = createRandom(seed);
  const weeks = weeksBefore(now, zone);
  const people = createPeople(createRandom(`${seed} people`), sample.desk);
  const planner: Planner = { sample, seed, stories: createStories(createRandom(`${seed} words`), sample.languages) };
  const moment = (day: number, hour: number) => momentIn(weeks, day, hour * 3600);
  const told = [...wonBack(planner, people, moment), ...leftToDo(planner, people, moment)];
  const arrivals = arrivalsIn(random, weeks, interactions - told.length);
  const talks = arrivals.map((arrival, index) => {
    const visitor = people.visitor(arrival.at);
    const isLastWeek = arrival.week === WEEKS - 1;
    const course = random.weighted({ ...COURSE_WEIGHTS, reopened: isLastWeek ? 0 : COURSE_WEIGHTS.reopened });
    const name = `talk-${String(index + 1).padStart(4, "0")}`;
    const talk = planTalk(planner, { ...arrival, visitor, course, name });
    if (optsOut(talk.reaction)) people.expectAgain(visitor, arrival.at);
    return talk;
  });
  const all = [...talks, ...told, ...waiting(planner, people, now)];
  return { from: moment(0, 0), until: weeks.until, talks: all.sort((one, other) => one.at - other.at) };
}
