import type { Plant } from "./plant.ts";

export const DOUBLE: readonly Omit<Plant, "kind">[] = [
  {
    name: "thanks are posted twice",
    file: "src/bot.ts",
    find: "(await holdRepeats(outcome.messages, context)).map(",
    replace:
      '(await holdRepeats(outcome.messages, context)).flatMap((say) => say.message.kind === "thanks" ? [say, { ...say, id: say.id + "b" }] : [say]).map(',
  },
  {
    name: "what may stand there already is sent without looking",
    file: "src/outbox/delivery.ts",
    find: '(post.state === "pending" ? send(chat, head, sent) : lookFor(chat, head, sent))',
    replace: "send(chat, head, sent)",
  },
  {
    name: "a post without an answer counts as not sent",
    file: "src/outbox/delivery.ts",
    find: 'return retry(head, reason, "sending", afterMs);',
    replace: 'return retry(head, reason, "pending", afterMs);',
  },
  {
    name: "posts to Slack carry no outbox id",
    file: "adapters/slack/chat.ts",
    find: "{ channel, ...drawn, metadata, ...quiet,",
    replace: "{ channel, ...drawn, ...quiet,",
  },
  {
    name: "Slack is read back too late to find what stands there",
    file: "adapters/slack/find-posted.ts",
    find: "Math.floor(post.createdAt / 1000) - MOST_AHEAD_S",
    replace: "Math.floor(post.createdAt / 1000) + 60 * MOST_AHEAD_S",
  },
  {
    name: "a post is not marked as being sent before it is",
    file: "src/outbox/settle-post.ts",
    find: 'state: "sending", attempts: post.attempts + 1',
    replace: "attempts: post.attempts + 1",
  },
  {
    name: "reminders come again and again",
    file: "src/survey/remind-survey.ts",
    find: 'state: "reminded", remindedAt: at, dueAt: expiresAt,',
    replace: 'state: "asked", remindedAt: at, dueAt: Math.min(expiresAt, at + remindAfter),',
  },
  {
    name: "a survey that has ended is still looked at",
    file: "src/survey/survey.ts",
    find: "{ ...survey, state, dueAt: null, endedAt: at }",
    replace: "{ ...survey, state, endedAt: at }",
  },
];
