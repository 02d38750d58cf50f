import type { Arrival } from "./arrivals.ts";
import { type Course, stepsOf } from "./conversation-script.ts";
import { teamMember, type Visitor } from "./people.ts";
import { createRandom } from "./random.ts";
import { type CommentStock, reactionOf } from "./reaction.ts";
import { recoveryOf } from "./recovery.ts";
import type { Sample } from "./sample.ts";
import { resolutionsIn, type Talk } from "./talk.ts";
import { createWords } from "./words.ts";

/** What every conversation of a quarter is planned with. */
export interface Planner {
  readonly sample: Sample;
  readonly seed: string;
  readonly comments: CommentStock;
}

/** Who talks, when, about what, and how it runs. */
export interface TalkSubject extends Omit<Arrival, "week"> {
  /** Last part of the conversation's address. */
  readonly name: string;
  readonly visitor: Visitor;
  readonly course: Course;
}

/** Who looks after a case in place of the agent who was rated. */
function colleagueOf(agent: string, agents: readonly string[]): string {
  return agents[(agents.indexOf(agent) + 1) % agents.length] ?? agent;
}

/** Plans one conversation with what follows from it; its choices depend on the seed and its name alone. */
export function planTalk({ sample, seed, comments }: Planner, subject: TalkSubject): Talk {
  const { name, at, visitor, topic, product, course } = subject;
  const random = createRandom(`${seed} ${name}`);
  const mouth = createRandom(`${seed} ${name} told`);
  const { desk } = sample;
  const { locale, person: customer } = visitor;
  const language = sample.languages[locale];
  const agentName = random.pick(desk.agents);
  const words = createWords(random, locale, language, agentName);
  const steps = stepsOf(course, { random, topic, language, desk, words });
  return {
    conversation: `web:chat:${name}`,
    customer,
    agent: teamMember(agentName, "agent"),
    colleague: teamMember(colleagueOf(agentName, desk.agents), "agent"),
    lead: teamMember(desk.lead, "lead"),
    product,
    at,
    steps,
    reaction: resolutionsIn(steps) > 0 ? reactionOf({ random, mouth, locale, language, topic, words, comments }) : null,
    recovery: recoveryOf(random, desk, topic),
  };
}
