import type { Plant } from "./plant.ts";

export const QUIET_HOURS_IGNORED: readonly Omit<Plant, "kind">[] = [
  {
    name: "what leaves late leaves in quiet hours",
    file: "src/survey/hold-question.ts",
    find: "if (isWanted && freeAt <= at) return false;",
    replace: "if (isWanted) return false;",
  },
  {
    name: "quiet hours are the desk's, not the person's",
    file: "src/survey/quiet-hours.ts",
    find: "zone ?? desk.zone);",
    replace: "desk.zone);",
  },
  {
    name: "quiet hours begin an hour late",
    file: "src/survey/quiet-hours.ts",
    find: "minute >= quiet.from || minute < quiet.to",
    replace: "minute >= quiet.from + 60 || minute < quiet.to",
  },
  {
    name: "quiet hours end before they are over",
    file: "src/survey/quiet-hours.ts",
    find: "(toHour ?? 0) * 60",
    replace: "((toHour ?? 0) - 1) * 60",
  },
  {
    name: "what waits for the end of quiet hours is looked at before",
    file: "src/survey/quiet-hours.ts",
    find: "momentsOf(day, quiet.to, zone)",
    replace: "momentsOf(day, quiet.to - 60, zone)",
  },
];
