import type { Arrival } from "./arrivals.ts";
import { type Course, stepsOf } from "./conversation-script.ts";
import { teamMember, type Visitor } from "./people.ts";
import { createRandom } from "./random.ts";
import { opinionOf, reactionOf } from "./reaction.ts";
import { recoveryOf } from "./recovery.ts";
import type { DeskWords, Sample } from "./sample.ts";
import type { Tale } from "./story.ts";
import type { StoryStock } from "./story-stock.ts";
import { resolutionsIn, type Talk } from "./talk.ts";
import { createWords } from "./words.ts";

/** What every conversation of a quarter is planned with. */
export interface Planner {
  readonly sample: Sample;
  readonly seed: string;
  readonly stories: StoryStock;
}

/** Who talks, when, about what, and how it runs. */
export interface TalkSubject extends Omit<Arrival, "week"> {
  /** Last part of the conversation's address. */
  readonly name: string;
  readonly visitor: Visitor;
  readonly course: Course;
  /** What is told, where that is not left to chance. */
  readonly tale?: Tale;
}

/** The courses on which a conversation is told to its end. */
const TOLD: readonly Course[] = ["plain", "reopened", "skipped"];

/** The team around a conversation: nobody looks after a case about themselves. */
function castOf(agent: string, { agents, lead }: DeskWords): Pick<Talk, "agent" | "second" | "colleague" | "lead"> {
  const next = (places: number) => agents[(agents.indexOf(agent) + places) % agents.length] ?? agent;
  const person = (name: string) => teamMember(name, "agent");
  return { agent: person(agent), colleague: person(next(1)), second: person(next(2)), lead: teamMember(lead, "lead") };
}

/** Plans one conversation with what follows from it; its choices depend on the seed, its name and the tales told before. */
export function planTalk({ sample, seed, stories }: Planner, subject: TalkSubject): Talk {
  const { name, at, visitor, topic, product, course } = subject;
  const random = createRandom(`${seed} ${name}`);
  const mouth = createRandom(`${seed} ${name} told`);
  const heart = createRandom(`${seed} ${name} heart`);
  const { desk } = sample;
  const { locale, person: customer } = visitor;
  const language = sample.languages[locale];
  const opinion = opinionOf(heart, topic);
  const isHeard = opinion.choice === "answer" && TOLD.includes(course);
  const tale = subject.tale ?? stories.take({ locale, topic, band: opinion.band, isHeard });
  const agentName = random.pick(desk.agents);
  const words = createWords(random, locale, language, agentName);
  const steps = stepsOf(course, { random, topic, tale, language, desk, words });
  const respondent = { random: heart, mouth, locale, language, words, opinion, comment: tale.comment };
  return {
    conversation: `web:chat:${name}`,
    customer,
    ...castOf(agentName, desk),
    product,
    topic,
    tale: TOLD.includes(course) ? tale : null,
    at,
    steps,
    reaction: resolutionsIn(steps) > 0 ? reactionOf(respondent) : null,
    recovery: recoveryOf(random, desk, tale.repair ?? { outcome: random.pick(desk.calmed), cause: "other" }),
  };
}
