import type { Plant } from "./plant.ts";

export const PAUSE_IGNORED: readonly Omit<Plant, "kind">[] = [
  {
    name: "what one dispatcher learns of a pause the others ignore",
    file: "src/outbox/settle-post.ts",
    find: "pauses.some((pause) => isOn(pause, event.at))",
    replace: "pauses.some((pause) => isOn(pause, event.at) && pause.until === 0)",
  },
  {
    name: "a platform that wants to be left alone is not",
    file: "src/outbox/delivery.ts",
    find: "const why = afterMs === undefined ? {} : pauseFor(head, clock.now() + waitMs, reach);",
    replace: "const why = {};",
  },
];
