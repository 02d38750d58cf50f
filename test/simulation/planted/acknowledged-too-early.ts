import type { Plant } from "./plant.ts";

export const ACKNOWLEDGED_TOO_EARLY: readonly Omit<Plant, "kind">[] = [
  {
    name: "an event is acknowledged although its save failed",
    file: "src/bot.ts",
    find: "const status = await store.save(desk.id, { id: event.id, at: event.at }, changes);",
    replace:
      'const status = await store.save(desk.id, { id: event.id, at: event.at }, changes).catch(() => "saved" as const);',
  },
  {
    name: "an event is acknowledged before its save has ended",
    file: "src/bot.ts",
    find: "const handled = await handleAt(heardAt(first, true, event), first, answering);",
    replace:
      'const handled = event.kind === "message" ? { status: "saved" as const } : await handleAt(heardAt(first, true, event), first, answering); if (event.kind === "message") setImmediate(() => void handleAt(heardAt(first, true, event), first, answering).catch(() => {}));',
  },
];
