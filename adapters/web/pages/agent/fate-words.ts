import type { NotAskedReason, Resolution } from "../../../../src/interaction/interaction.ts";
import type { Survey } from "../../../../src/survey/survey.ts";
import { type TimeStyle, writtenTime } from "../times.ts";

/** Why a customer was not asked, in words that finish "Not asked: ...". */
export const NOT_ASKED_WORDS: Readonly<Record<NotAskedReason, string>> = {
  cooldown: "they were asked recently",
  "opted-out": "they opted out",
  "too-short": "the conversation was too short",
  "team-opened": "the team opened the conversation",
  "sampled-out": "they were not in the sample",
  "team-member": "they belong to the team",
  "skipped-by-person": "skipped by the team",
  reopened: "the conversation was reopened",
};

function notAsked(reason: string | null, detail: string | null): string {
  const known = NOT_ASKED_WORDS[reason as NotAskedReason] ?? reason ?? "no reason was kept";
  return `Not asked: ${known}${detail ? ` (${detail})` : ""}`;
}

function waitingWords(survey: Survey | null, style: TimeStyle): string {
  if (survey?.state === "asked" && survey.askedAt !== null)
    return `Asked at ${writtenTime(survey.askedAt, style)}, no answer yet`;
  if (survey?.state === "reminded" && survey.remindedAt !== null) {
    return `Reminded at ${writtenTime(survey.remindedAt, style)}, no answer yet`;
  }
  if (survey?.state === "scheduled" && survey.dueAt !== null)
    return `Survey goes out at ${writtenTime(survey.dueAt, style)}`;
  return "Waiting";
}

/** What became of a resolution, in words that give no score away. */
export function fateWords(resolution: Resolution, survey: Survey | null, style: TimeStyle): string {
  switch (resolution.fate) {
    case "waiting":
      return waitingWords(survey, style);
    case "answered":
      return "Answered";
    case "silent":
      return "Asked, no answer";
    case "declined":
      return "Declined the survey";
    case "not-asked":
      return notAsked(resolution.fateReason, resolution.fateDetail);
    case "undeliverable":
      return `Could not be asked: ${resolution.fateReason ?? "the question did not arrive"}`;
  }
}
