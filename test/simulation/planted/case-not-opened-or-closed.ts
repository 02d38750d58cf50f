import type { Plant } from "./plant.ts";

export const CASE_NOT_OPENED_OR_CLOSED: readonly Omit<Plant, "kind">[] = [
  {
    name: "a six opens no case",
    file: "src/recovery/open-case.ts",
    find: 'return band === "detractor" && excluded === null;',
    replace: 'return band === "detractor" && excluded === null && arguments[0].score < 6;',
  },
  {
    name: "a better answer leaves the case open",
    file: "src/recovery/open-case.ts",
    find: 'return "withdraw";',
    replace: 'return "raise";',
  },
  {
    name: "a worse answer leaves a withdrawn case",
    file: "src/recovery/open-case.ts",
    find: 'if (item.state === "withdrawn") return "reopen";\n    if (!isCaseOpen(item) &&',
    replace: 'if (item.state !== "withdrawn" && !isCaseOpen(item) &&',
  },
  {
    name: "an answer that counts again leaves its case withdrawn",
    file: "src/recovery/open-case.ts",
    find: 'if (item.state === "withdrawn") return "reopen";\n',
    replace: "",
  },
  {
    name: "a resolved case stays open",
    file: "src/recovery/case-acts.ts",
    find: 'contactedAt: item.contactedAt ?? at, state: "resolved"',
    replace: "contactedAt: item.contactedAt ?? at",
  },
  {
    name: "nobody is told that contact is overdue",
    file: "src/recovery/plan-contact.ts",
    find: "if (overdueAt === null) return contactBy;",
    replace: "if (overdueAt === null) return null;",
  },
  {
    name: "a case that is overdue never comes to the leads",
    file: "src/recovery/plan-contact.ts",
    find: "return escalatedAt === null ? Math.max(",
    replace: "return escalatedAt !== null ? Math.max(",
  },
  {
    name: "who says that nothing was put right is not heard",
    file: "src/recovery/settle-recovery.ts",
    find: 'if (answered.putRight !== "no" || isCaseOpen(item)) return answered;',
    replace: "return answered;",
  },
  {
    name: "whether it was put right is never asked",
    file: "src/recovery/plan-asking.ts",
    find: 'draft.put("case", { ...item, dueAt: after.closedAt + askAfter });',
    replace: "",
  },
];
