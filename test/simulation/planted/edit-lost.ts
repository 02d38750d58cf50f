import type { Plant } from "./plant.ts";

export const EDIT_LOST: readonly Omit<Plant, "kind">[] = [
  {
    name: "edits of messages are not kept",
    file: "src/interaction/amend-entry.ts",
    find: 'if (amended !== entry) draft.put("entry", amended);',
    replace: "",
  },
  {
    name: "an edited score is not heard",
    file: "src/survey/hear-edit.ts",
    find: "if (isScoreOf(was, response))",
    replace: "if (false)",
  },
  {
    name: "an edit on Slack is none",
    file: "adapters/slack/parse-message.ts",
    find: 'subtype === "message_changed" || subtype === "message_deleted"',
    replace: 'subtype === "message_deleted"',
  },
];
