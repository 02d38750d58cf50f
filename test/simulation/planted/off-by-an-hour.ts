import type { Plant } from "./plant.ts";

export const OFF_BY_AN_HOUR: readonly Omit<Plant, "kind">[] = [
  {
    name: "quiet hours are looked up an hour ahead",
    file: "src/survey/quiet-hours.ts",
    find: "isInSpan(minuteOf(at, zone), quiet)",
    replace: "isInSpan(minuteOf(at + 3_600_000, zone), quiet)",
  },
  {
    name: "questions are put an hour late",
    file: "src/survey/plan-survey.ts",
    find: "dueAt: terms.askAt,",
    replace: "dueAt: terms.askAt + 3_600_000,",
  },
  {
    name: "questions are put an hour early",
    file: "src/survey/plan-survey.ts",
    find: "resolution.at + delay, context.settings",
    replace: "resolution.at + delay - 3_600_000, context.settings",
  },
  {
    name: "digests are posted an hour late",
    file: "src/calendar/weekly.ts",
    find: "hour * 60 + minute",
    replace: "hour * 60 + minute + 60",
  },
  {
    name: "reminders come an hour early",
    file: "src/survey/ask-survey.ts",
    find: "const dueAt = at + Math.min(reminderAfter(survey.trialArm, remindAfter), expireAfter);",
    replace: "const dueAt = at - 3_600_000 + Math.min(reminderAfter(survey.trialArm, remindAfter), expireAfter);",
  },
  {
    name: "surveys end an hour early",
    file: "src/survey/remind-survey.ts",
    find: "const expiresAt = (survey.askedAt ?? at) + expireAfter;",
    replace: "const expiresAt = (survey.askedAt ?? at) + expireAfter - 3_600_000;",
  },
  {
    name: "contact with a detractor is due an hour late",
    file: "src/recovery/plan-contact.ts",
    find: "addBusinessTime(at, times.recovery.contactWithin, times.desk)",
    replace: "addBusinessTime(at, times.recovery.contactWithin + 3_600_000, times.desk)",
  },
  {
    name: "a digest's week begins at midnight in Greenwich",
    file: "src/digest/week.ts",
    find: "toZonedDateTime(zone).epochMilliseconds",
    replace: 'toZonedDateTime("UTC").epochMilliseconds',
  },
];
