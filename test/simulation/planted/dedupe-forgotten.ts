import type { Plant } from "./plant.ts";

export const DEDUPE_FORGOTTEN: readonly Omit<Plant, "kind">[] = [
  {
    name: "the store forgets which events it has seen",
    file: "adapters/database/memory-desk.ts",
    find: 'if (eventId !== null && inbox.has(eventId)) return "seen";',
    replace: "",
  },
  {
    name: "events are saved without their names",
    file: "src/bot.ts",
    find: "{ id: event.id, at: event.at }, changes",
    replace: "{ id: null, at: event.at }, changes",
  },
  {
    name: "an event is remembered although it was stale",
    file: "adapters/database/memory-desk.ts",
    find: 'if (!applyAll(tables, inWritingOrder(changes).map(asWrite))) return "stale";',
    replace:
      'if (eventId !== null) inbox.add(eventId);\n      if (!applyAll(tables, inWritingOrder(changes).map(asWrite))) return "stale";',
  },
];
