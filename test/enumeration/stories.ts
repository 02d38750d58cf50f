import { agent, conversation, customer, DAY, HOUR, MINUTE, type Unstamped } from "../world.ts";
import type { Program } from "./ground.ts";
import { follower, latest } from "./moves.ts";

/** One step of a story: what somebody does, if anybody, and how long is then waited, two minutes at least. */
export interface Step {
  readonly says?: (program: Program) => Promise<Unstamped>;
  readonly waitMs: number;
}

const says = (author: typeof agent, messageId: string, text: string, waitMs = 4 * MINUTE): Step => ({
  says: async () => ({ kind: "message", conversation, messageId, author, text }),
  waitMs,
});
const about = (make: (surveyId: string) => Unstamped, waitMs = 4 * MINUTE): Step => ({
  says: async ({ reader }) => make(await latest(reader, "survey")),
  waitMs,
});
const aboutCase = (make: (caseId: string) => Unstamped, waitMs: number): Step => ({
  says: async ({ reader }) => make(await latest(reader, "case")),
  waitMs,
});
const scores = (score: number): Step =>
  about((surveyId) => ({ kind: "score-given", surveyId, by: customer, score, via: "tap" }));
const comments = (comment: string): Step =>
  about((surveyId) => ({ kind: "comment-given", surveyId, by: customer, comment, via: "form" }));

const resolves: Step = { says: async () => ({ kind: "resolved", conversation, by: agent }), waitMs: 10 * MINUTE };
const ASKED: readonly Step[] = [
  says(customer, "m1", "My invoice is wrong."),
  says(agent, "m2", "I have corrected it."),
  resolves,
];
const COMPLAINED: readonly Step[] = [...ASKED, scores(3), comments("It took a week.")];
const CLAIMED = aboutCase((caseId) => ({ kind: "case-acted", caseId, by: follower, act: "claim" }), HOUR);
const SETTLED = aboutCase(
  (caseId) => ({ kind: "case-acted", caseId, by: follower, act: "resolve", note: "Refunded." }),
  10 * MINUTE,
);

/** From the opening to the closed case, and on to the Monday on which the digest is posted. */
export const DETRACTOR: readonly Step[] = [...COMPLAINED, CLAIMED, SETTLED, { waitMs: 7 * DAY }];

/** What can become of a conversation, by name. */
export const STORIES: Readonly<Record<string, readonly Step[]>> = {
  "a promoter": [...ASKED, scores(9), comments("Quick and kind.")],
  "a passive": [...ASKED, scores(8), comments("It was fine.")],
  "a detractor whose case is closed, and the digest": DETRACTOR,
  "a no": [...ASKED, about((surveyId) => ({ kind: "declined", surveyId, by: customer, choice: "never" }))],
  silence: [...ASKED, { waitMs: DAY }, { waitMs: DAY }],
  "an opt-out": [
    ...ASKED,
    { says: async () => ({ kind: "asking-changed", by: customer, ask: false }), waitMs: 2 * DAY },
  ],
  "a reopening": [
    ...ASKED,
    { says: async () => ({ kind: "reopened", conversation, by: agent }), waitMs: 4 * MINUTE },
    says(agent, "m3", "Now it is right."),
    resolves,
    scores(9),
  ],
  "a score that is typed and edited": [
    ...ASKED,
    says(customer, "m4", "9"),
    {
      says: async () => ({ kind: "message-edited", conversation, messageId: "m4", text: "3" }),
      waitMs: 10 * MINUTE,
    },
  ],
  "a customer who wants to be forgotten": [
    ...COMPLAINED,
    { says: async () => ({ kind: "forget-wanted", by: customer, isSure: true }), waitMs: 10 * MINUTE },
    { waitMs: HOUR },
    { waitMs: HOUR },
  ],
};
