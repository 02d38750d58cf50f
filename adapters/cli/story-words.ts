import type { Because, Chapter, InDigest, NextStep, Rest, StoryDigest, StoryPost } from "../../src/story/chapter.ts";
import { WITHDRAWN } from "../../src/survey/response.ts";
import { oneLine } from "./text-table.ts";
import { dayTime, lasting, spanOfDay } from "./time-words.ts";

type Of<What extends Chapter["what"]> = Extract<Chapter, { what: What }>;

function author({ author: by, who }: { readonly author: string; readonly who: string | null }): string {
  if (by === "customer") return "The customer";
  return who ?? { agent: "An agent", bot: "A bot", system: "The system" }[by] ?? by;
}

function wrote(chapter: Of<"wrote">, zone: string): string {
  const { count, until, at } = chapter;
  const more = count === 1 ? "" : ` ${count} times${until === at ? "" : `, until ${dayTime(until, zone)}`}`;
  return `${author(chapter)} wrote${more}.`;
}

function resolved({ number, by, product, credited, imported }: Of<"resolved">): string {
  const about = product === null ? "" : `, about ${product}`;
  const to = credited === null ? "" : `, credited to ${credited}`;
  return `${by ?? "Somebody"} resolved it, number ${number}${about}${to}${imported ? " (brought in from another tool)" : ""}.`;
}

function toAsk({ surveyId, askAt, delay, quiet, zone: theirs, trial }: Of<"to-ask">, zone: string): string {
  const moved =
    quiet === null ? "" : `, moved out of the quiet hours ${spanOfDay(quiet)} by ${theirs} (ask.quietHours)`;
  const drawn = trial === null ? "" : `, as drawn for the trial ${trial}`;
  const when = `${dayTime(askAt, zone)}: ${lasting(delay)} later (ask.delay)${moved}${drawn}`;
  return `No rule was against asking. The question was planned for ${when}. Survey ${surveyId}.`;
}

function short(because: Extract<Because, { reason: "too-short" }>): string {
  if (because.short === null)
    return "it was too short by ask.minCustomerMessages and ask.minAgentMessages of that time.";
  const { of, had, least } = because.short;
  const setting = of === "customer" ? "ask.minCustomerMessages" : "ask.minAgentMessages";
  return `it was too short. The ${of} wrote ${had} time${had === 1 ? "" : "s"}, and ${setting} is ${least}.`;
}

function cooldown({ by }: Extract<Because, { reason: "cooldown" }>, zone: string): string {
  if (by === null) return "the customer was asked not long before, which the rows do not show any more.";
  const where = `survey ${by.surveyId} in conversation ${by.interactionId}`;
  if (by.until === null) return `another question to the same customer was still open: ${where}.`;
  const asked = by.askedAt === null ? "" : ` on ${dayTime(by.askedAt, zone)}`;
  const answered = by.setting === "cooldownAnswered" ? "and answered" : "and did not answer";
  const setting = `ask.${by.setting}`;
  const rule = by.isByNow
    ? `${setting} is ${lasting(by.for)}, so nobody asks them before ${dayTime(by.until, zone)}`
    : `${setting} of that time kept them from being asked again; now it is ${lasting(by.for)}`;
  return `the same customer was asked${asked} ${answered} (${where}), and ${rule}.`;
}

function because(why: Because, zone: string): string {
  switch (why.reason) {
    case "team-opened":
      return "the team opened the conversation, not the customer.";
    case "team-member":
      return "whoever wrote is of the team.";
    case "reopened":
      return "it was opened again before an answer came.";
    case "opted-out":
      return `the customer does not want to be asked${why.since === null ? "" : `, since ${dayTime(why.since, zone)}`}.`;
    case "too-short":
      return short(why);
    case "cooldown":
      return cooldown(why, zone);
    case "sampled-out":
      return `it was not drawn. Its lot is ${why.draw.toFixed(2)}, and ask.sample takes those below ${why.sample}.`;
    case "skipped-by-person":
      return `a colleague skipped the question${why.detail === null ? "" : ` (${why.detail})`}.`;
    case "other":
      return `${why.detail ?? "the reason is not known"}.`;
  }
}

function put({ what, where, scale, locale, surveyId, isAfterCase }: Of<"asked" | "reminded">): string {
  if (what === "reminded") return `The reminder was given out for ${where}.`;
  if (isAfterCase) return `Asked whether it has been put right, at ${where}. Survey ${surveyId}.`;
  return `The question was given out for ${where}, in ${locale}, from ${scale.replace("-", " to ")}. Survey ${surveyId}.`;
}

function tries(attempts: number): string {
  return attempts === 1 ? "1 attempt" : `${attempts} attempts`;
}

function posted(post: StoryPost, zone: string): string {
  const { kind, lane, state, attempts, dueAt, reference, error } = post;
  const said = `Outbox ${post.id}, ${kind} to ${lane}:`;
  const fault = error === null ? "" : `; the platform said: ${error}`;
  if (state === "posted") return `${said} posted after ${tries(attempts)}, as ${reference}.`;
  if (state === "failed") return `${said} failed after ${tries(attempts)}${fault}.`;
  if (state === "withdrawn") return `${said} withdrawn, as there was no need any more.`;
  const waits = state === "pending" ? "waits" : "may stand there already, and is looked for";
  return `${said} ${waits}, next on ${dayTime(dueAt, zone)}, after ${tries(attempts)}${fault}.`;
}

function ended({ state, reason }: Of<"ended">): string {
  if (state === "expired") return "Nobody answered in time (ask.expireAfter): the question was closed.";
  if (state === "declined") return "The customer would rather not answer.";
  if (state === "cancelled") return "The survey was cancelled.";
  return `The question could not be delivered${reason === null ? "" : `: ${reason}`}.`;
}

function answered({ number, score, scale, via }: Of<"answered">): string {
  const given = `${score}, from ${scale.replace("-", " to ")}, by ${via}`;
  return number === 1 ? `Answered with ${given}.` : `The answer was changed to ${given}: its version ${number}.`;
}

const STEPS: Readonly<Record<Of<"step">["act"], string>> = {
  ...{ claim: "claimed", assign: "assigned", release: "released", contact: "customer contacted", wait: "waiting" },
  ...{ escalate: "escalated", note: "noted", resolve: "resolved", close: "closed without contact", reopen: "reopened" },
  ...{ "take-back": "step taken back", remind: "owner reminded", overdue: "overdue", lower: "score lowered" },
  ...{ raise: "score raised", comment: "reason given", withdraw: "answer no longer a detractor's" },
  ...{ wanted: "customer wants contact", unwanted: "customer wants no contact", "put-right": "customer: put right" },
  ...{ "not-right": "customer: not put right", again: "customer answered again", wrote: "customer wrote" },
};

function step({ number, act, by, to, takenBack }: Of<"step">): string {
  const whose = `${to === null ? "" : ` to ${to}`}${by === null ? "" : `, by ${by}`}`;
  return `Case, step ${number}: ${STEPS[act]}${whose}${takenBack ? " (taken back since)" : ""}.`;
}

const STANDINGS: Readonly<Record<InDigest, string>> = {
  counted: "its answer counts",
  superseded: "its answer gives way to a later one of the customer",
  excluded: "its answer is left out",
  recovery: "its answer after the case counts in no score",
};

function digest({ digest: row, resolutions, answers }: Of<"digest">): string {
  const fates = resolutions.length > 0 ? [`resolution ${resolutions.join(", ")} stands among what became of them`] : [];
  const parts = [...fates, ...answers.map((one) => STANDINGS[one])].join("; ");
  return `${digestName(row)} was ${row.postedAt === null ? "counted, with no team channel to post it in" : "posted"}: ${parts}.`;
}

function digestName({ week, revision }: StoryDigest): string {
  return `The digest of ${week}${revision > 1 ? `, by now its revision ${revision},` : ""}`;
}

function chapterText(chapter: Chapter, zone: string): string {
  switch (chapter.what) {
    case "opened":
      return chapter.by === "team" ? "The team opened it for the customer." : "The customer opened it.";
    case "wrote":
      return wrote(chapter, zone);
    case "edited":
    case "deleted":
      return `${author(chapter)} ${chapter.what === "edited" ? "changed an entry" : "took an entry back"}.`;
    case "resolved":
      return resolved(chapter);
    case "to-ask":
      return toAsk(chapter, zone);
    case "not-asked":
      return `Not asked: ${because(chapter.because, zone)}`;
    case "asked":
    case "reminded":
      return put(chapter);
    case "post":
      return posted(chapter.post, zone);
    case "answered":
      return answered(chapter);
    case "commented":
      return "A reason was given with it.";
    case "ended":
      return ended(chapter);
    case "case-opened":
      return `Case ${chapter.caseId} was opened: contact by ${dayTime(chapter.contactBy, zone)}.`;
    case "step":
      return step(chapter);
    case "promise-asked":
      return `Asked whether they have recommended us, at ${chapter.where ?? "a place not kept"}.`;
    case "digest":
      return digest(chapter);
  }
}

/** What happened, as one line without anything that commands a terminal. */
export function chapterLine(chapter: Chapter, zone: string): string {
  return oneLine(chapterText(chapter, zone));
}

const NEXT: Readonly<Record<NextStep["what"], (step: NextStep) => string>> = {
  ask: ({ whose }) => `The question goes to ${whose}, unless a rule comes up against it.`,
  remind: () => "One reminder, unless it is answered.",
  expire: () => "The question closes, unless it is answered.",
  contact: ({ whose }) => `Contact is due: ${whose ?? "nobody has the case yet"}.`,
  "remind-owner": ({ whose }) => `${whose ?? "The team"} is reminded of the case, unless the customer was contacted.`,
  overdue: () => "The case is overdue, unless the customer was contacted.",
  escalate: () => "The case is escalated, unless the customer was contacted.",
  "close-case": ({ of, whose }) => `${whose ?? "Somebody"} closes case ${of}.`,
  "ask-again": () => "The customer is asked whether it has been put right.",
  "ask-promise": () => "The customer is asked whether they have recommended us.",
  send: ({ of, whose }) => `Outbox ${of} goes to ${whose}.`,
  digest: ({ of }) => `The digest of ${of} is posted with it.`,
  recount: ({ of }) => `The digest of ${of} is counted again.`,
};

/** What is due, as one line. */
export function nextLine(next: NextStep): string {
  return oneLine(NEXT[next.what](next));
}

const RESTS: Readonly<Record<Rest["why"], string>> = {
  open: "No question comes while it is open. Once it is resolved, it is decided whether to ask.",
  test: "No question comes: a leader waits here as customers do, and it counts nowhere.",
  waiting: "No time is set, though the question waits for an answer.",
  answered: "The question is over: it is answered.",
  silent: "The question is over: nobody answered, and it is put once.",
  declined: "The question is over: the customer would rather not answer.",
  "not-asked": "No question comes: this resolution is not asked about.",
  undeliverable: "No answer can come: the question did not get through.",
};

/** Why nothing more comes of the question, as one line. */
export function restLine({ why, until }: Rest, zone: string, now: number): string {
  const change = until === null || until <= now ? "" : ` The customer may change it until ${dayTime(until, zone)}.`;
  return `${RESTS[why]}${change}`;
}

/** Why an answer does not count, as one line. */
export function leftOutLine(reason: string): string {
  return reason === WITHDRAWN ? "The customer took the answer back." : oneLine(`The answer is left out: ${reason}.`);
}
