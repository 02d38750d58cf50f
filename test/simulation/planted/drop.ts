import type { Plant } from "./plant.ts";

export const DROP: readonly Omit<Plant, "kind">[] = [
  {
    name: "every third entry of a transcript is not kept",
    file: "src/interaction/append-entry.ts",
    find: 'draft.put("entry", {',
    replace: 'if (position % 3 !== 0) draft.put("entry", {',
  },
  {
    name: "the first words of a conversation open nothing",
    file: "src/chat/hear-message.ts",
    find: "if (found) await append(",
    replace: "if (found && found.version > 0) await append(",
  },
  {
    name: "of what an event makes the bot say only the first is posted",
    file: "src/bot.ts",
    find: "(await holdRepeats(outcome.messages, context)).map(",
    replace: "(await holdRepeats(outcome.messages, context)).slice(0, 1).map(",
  },
  {
    name: "steps of cases are not kept",
    file: "src/recovery/record-step.ts",
    find: 'draft.put("step", step);',
    replace: "",
  },
  {
    name: "what follows from what follows is left out",
    file: "src/reactions.ts",
    find: "if (changed.size === 0) {",
    replace: "if (changed.size === 0 || round === 1) {",
  },
  {
    name: "notices never leave the outbox",
    file: "src/outbox/precedence.ts",
    find: '"question", "notice",',
    replace: '"question",',
  },
  {
    name: "a question that was put is not in the transcript",
    file: "src/survey/settle-question.ts",
    find: 'draft.put("interaction", appendBotEntry(draft, interaction, post, at));',
    replace: "",
  },
  {
    name: "what customers say is not counted towards their being asked",
    file: "src/interaction/append-entry.ts",
    find: '(author === "customer" && written.isOwn !== false ? 1 : 0)',
    replace: "0",
  },
];
