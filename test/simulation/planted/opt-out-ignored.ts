import type { Plant } from "./plant.ts";

export const OPT_OUT_IGNORED: readonly Omit<Plant, "kind">[] = [
  {
    name: "a question on its way leaves although its reader has said no",
    file: "src/survey/hold-question.ts",
    find: " && customer.optedOutAt === null;",
    replace: ";",
  },
  {
    name: "never is heard as not now",
    file: "src/survey/decline-survey.ts",
    find: 'draft.put("customer", { ...customer, optedOutAt: event.at });',
    replace: "",
  },
  {
    name: "whoever says stop is not remembered",
    file: "src/privacy/change-asking.ts",
    find: "optedOutAt, directConsentAt });",
    replace: "directConsentAt });",
  },
];
