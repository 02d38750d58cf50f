import type { Plant } from "./plant.ts";

export const LOST_UPDATE: readonly Omit<Plant, "kind">[] = [
  {
    name: "an edited entry forgets its earlier words",
    file: "src/interaction/transcript.ts",
    find: "history: keptWordings([...entry.history, { text: entry.text, until: at }])",
    replace: "history: []",
  },
  {
    name: "a changed answer is not kept",
    file: "src/survey/record-response.ts",
    find: 'draft.put("response", revised);',
    replace: 'if (revised.revisionCount === 1) draft.put("response", revised);',
  },
  {
    name: "a revision is kept for the first answer only",
    file: "src/survey/record-response.ts",
    find: 'draft.put("revision", {',
    replace: 'if (revised.revisionCount === 1) draft.put("revision", {',
  },
  {
    name: "whoever writes again is asked again",
    file: "src/interaction/identify-person.ts",
    find: 'if (isChanged(known, now)) draft.put("customer", now);',
    replace: 'draft.put("customer", { ...now, optedOutAt: null });',
  },
  {
    name: "a posted message forgets where it stands",
    file: "src/outbox/settle-post.ts",
    find: "postedAt: at, reference: move.reference,",
    replace: "postedAt: at, reference: null,",
  },
  {
    name: "resolutions are not counted",
    file: "src/interaction/resolve-interaction.ts",
    find: "resolutionCount: resolution.number,",
    replace: "",
  },
];
