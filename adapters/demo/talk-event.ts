import type { InboundEvent } from "../../src/events.ts";
import type { Talk, TalkAct } from "./talk.ts";

/** Where an act takes place: its talk, and the survey, case or cord it is about. */
export interface Scene {
  readonly talk: Talk;
  readonly at: number;
  /** Empty for what happens in the conversation itself. */
  readonly subject: string;
}

/** The event a platform would make of the act. */
export function talkEvent(act: TalkAct, { talk, at, subject }: Scene): InboundEvent {
  const { conversation, customer, agent, product } = talk;
  const here = { id: null, at, conversation };
  const answer = { id: null, at, surveyId: subject, by: customer };
  switch (act.kind) {
    case "open":
      return { ...here, kind: "opened", customer, by: "team", product, agents: [agent] };
    case "write": {
      const author = talk[act.by];
      return { ...here, kind: "message", messageId: act.message, author, text: act.text, product };
    }
    case "edit":
      return { ...here, kind: "message-edited", messageId: act.message, text: act.text };
    case "delete":
      return { ...here, kind: "message-deleted", messageId: act.message };
    case "resolve":
      return { ...here, kind: "resolved", by: talk[act.by], ...(act.skip === undefined ? {} : { skip: act.skip }) };
    case "tap":
      return { ...answer, kind: "score-given", score: act.score, via: "tap" };
    case "comment":
      return { ...answer, kind: "comment-given", comment: act.text, via: "form" };
    case "told": {
      const people = act.people === undefined ? {} : { people: act.people };
      return { ...answer, kind: "told", tellings: [act.told], stage: "now", ...people };
    }
    case "answer":
      return { kind: "cord-answered", id: null, at, cordId: subject, by: talk.lead, sentence: act.text };
    case "press":
      if (act.button === "change") return { ...answer, kind: "change-wanted" };
      if (act.button === "new-question") return { ...answer, kind: "new-question" };
      return { ...answer, kind: "declined", choice: act.button };
    case "case": {
      const note = act.note === undefined ? {} : { note: act.note };
      const cause = act.cause === undefined ? {} : { cause: act.cause };
      return { kind: "case-acted", id: null, at, caseId: subject, by: talk[act.by], act: act.act, ...note, ...cause };
    }
  }
}
