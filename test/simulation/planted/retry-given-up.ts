import type { Plant } from "./plant.ts";

export const RETRY_GIVEN_UP: readonly Omit<Plant, "kind">[] = [
  {
    name: "what is put off is given up",
    file: "src/outbox/delivery.ts",
    find: 'return retry(head, reason, "pending", afterMs, reach);',
    replace: "return giveUp(head, reason);",
  },
  {
    name: "what got no answer is given up",
    file: "src/outbox/delivery.ts",
    find: "return missed(head, result);",
    replace: "return giveUp(head, result.reason);",
  },
  {
    name: "what a person must mend first is given up",
    file: "src/outbox/delivery.ts",
    find: "return isKept ? keep(head, reason, remedy) : giveUp(head, reason);",
    replace: 'return isKept && remedy === "" ? keep(head, reason, remedy) : giveUp(head, reason);',
  },
  {
    name: "waits are a thousand times as long",
    file: "src/outbox/delivery.ts",
    find: "dueAt: clock.now() + waitMs, error, state",
    replace: "dueAt: clock.now() + waitMs * 1000, error, state",
  },
];
