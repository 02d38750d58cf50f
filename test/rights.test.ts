import { describe, expect, it } from "vitest";
import { readThemes } from "../adapters/themes.ts";
import { toEnhance } from "../src/chat/find-enhancements.ts";
import { type Asking, lastDigest, lastWeek, openCases } from "../src/chat/find-overview.ts";
import { ownData } from "../src/chat/find-receipt.ts";
import { DEFAULT_DESK } from "../src/desk.ts";
import type { InboundEvent } from "../src/events.ts";
import type { Person } from "../src/interaction/customer.ts";
import type { Change } from "../src/outcome.ts";
import { HOLDERS, type Holder, isGranted, may, RIGHTS, type Right } from "../src/rights.ts";
import { type Refusable, whoMay } from "../src/say-who-may.ts";
import { WORDING as wording } from "./catalogues.ts";
import { tap } from "./conversations/talk.ts";
import { change, sampleRows } from "./database/sample-rows.ts";
import { mixed, tell } from "./shadowing/talks.ts";
import {
  agent,
  conversation,
  createWorld,
  customer,
  DAY,
  HOUR,
  MINUTE,
  settingsOf,
  stranger,
  type Unstamped,
  type World,
} from "./world.ts";

/** Acts that concern whoever does them: nobody is a stranger to themself. */
const ABOUT_ONESELF: readonly Right[] = ["opt-out", "read-own-data"];

function isExpected(holder: Holder, right: Right): boolean {
  return isGranted(holder === "stranger" && ABOUT_ONESELF.includes(right) ? "customer" : holder, right);
}

const THEMES = readThemes();
const settings = settingsOf({ products: [{ id: "app", name: "Mobile app" }], shadowing: { waitingRoom: true } });

const PEOPLE: Readonly<Record<Holder, Person>> = {
  agent: { ...agent, address: "web:agent:cedar", name: "Agent Cedar" },
  lead: { address: "web:agent:birch", role: "lead", name: "Lead Birch" },
  executive: { address: "web:agent:elm", role: "executive", name: "Executive Elm" },
  admin: { address: "web:agent:fir", role: "admin", name: "Admin Fir" },
  customer,
  stranger,
  bot: { address: "web:bot:closer", role: "bot" },
};

/** The kinds of events that somebody brings about. */
type Act = Extract<InboundEvent, { readonly by: Person }>["kind"];

/** An act: the right it takes, how far the conversation has come, and what happens. */
interface Tried {
  readonly kind: Act;
  readonly right: Right;
  readonly after:
    | "talk"
    | "skip"
    | "question"
    | "answer"
    | "words"
    | "asked-again"
    | "greeting"
    | "cord"
    | "telling"
    | "sitting"
    | "session";
  readonly event: (by: Person, rows: Rows) => Unstamped;
  /** Whether it was done; that something changed and nothing was refused unless told otherwise. */
  readonly isDone?: (world: World) => Promise<boolean>;
}

interface Rows {
  readonly resolutionId: string;
  readonly surveyId: string;
  readonly caseId: string;
  readonly responseId: string;
  readonly enhancementId: string;
  readonly cordId?: string;
  readonly interactionId?: string;
}

const TELLING = "telling-1";
/** The id that the first person gets in a world whose ids count. */
const FIRST_CUSTOMER = "00000001";
const RAISED = { aboutKind: "product", about: "app" } as const;

const caseAct = (act: "claim" | "contact" | "resolve" | "close"): Tried => ({
  kind: "case-acted",
  right: "work-case",
  after: "answer",
  event: (by, { caseId }) => ({ kind: "case-acted", caseId, by, act, note: "Called and refunded." }),
});

const declining = (choice: "not-now" | "never"): Tried => ({
  kind: "declined",
  right: "answer",
  after: "question",
  event: (by, { surveyId }) => ({ kind: "declined", surveyId, by, choice }),
});

const asking = (change: { ask: boolean } | { directly: boolean }): Tried => ({
  kind: "asking-changed",
  right: "opt-out",
  after: "talk",
  event: (by) => ({ kind: "asking-changed", by, ...change }),
});

const shadow = (kind: Act, event: (by: Person, seat: ReturnType<typeof seatOf>) => Unstamped): Tried => ({
  ...{ kind, right: "shadow", after: "sitting" },
  event: (by) => event(by, seatOf(by)),
});

async function isSkipped(world: World): Promise<boolean> {
  return (await world.resolutions()).at(-1)?.fateReason === "skipped-by-person";
}

const ACTS: Readonly<Record<string, Tried>> = {
  "gives a score": {
    kind: "score-given",
    right: "answer",
    after: "question",
    event: (by, { surveyId }) => tap(surveyId, 9, by),
  },
  "gives a reason": {
    kind: "comment-given",
    right: "answer",
    after: "answer",
    event: (by, { surveyId }) => ({ kind: "comment-given", surveyId, by, comment: "It was late.", via: "form" }),
  },
  "wants to change an answer": {
    kind: "change-wanted",
    right: "answer",
    after: "answer",
    event: (by, { surveyId }) => ({ kind: "change-wanted", surveyId, by }),
  },
  "would rather not answer": declining("not-now"),
  "never wants to be asked": declining("never"),
  "says that it was a new question": {
    kind: "new-question",
    right: "answer",
    after: "answer",
    event: (by, { surveyId }) => ({ kind: "new-question", surveyId, by }),
  },
  "resolves the conversation": {
    kind: "resolved",
    right: "resolve",
    after: "talk",
    event: (by) => ({ kind: "resolved", conversation, by }),
  },
  "reopens the conversation": {
    kind: "reopened",
    right: "resolve",
    after: "question",
    event: (by) => ({ kind: "reopened", conversation, by }),
  },
  "resolves without asking": {
    kind: "resolved",
    right: "skip-question",
    after: "talk",
    event: (by) => ({ kind: "resolved", conversation, by, skip: "a test" }),
    isDone: isSkipped,
  },
  "tells whom they have told": {
    kind: "told",
    right: "answer",
    after: "answer",
    event: (by, { surveyId }) => ({ kind: "told", surveyId, by, tellings: ["good"], stage: "now" }),
  },
  "says whether they may be quoted": {
    kind: "quote-answered",
    right: "answer",
    after: "words",
    event: (by, { surveyId }) => ({ kind: "quote-answered", surveyId, by, choice: "yes", shown: 1 }),
  },
  "takes an answer back": {
    kind: "answer-withdrawn",
    right: "answer",
    after: "answer",
    event: (by, { surveyId }) => ({ kind: "answer-withdrawn", surveyId, by, isSure: true }),
  },
  "plans what makes it better": {
    kind: "enhancement-acted",
    right: "work-case",
    after: "words",
    event: (by, { enhancementId }) => ({ kind: "enhancement-acted", enhancementId, by, act: "plan", note: "In May." }),
  },
  "claims a case": caseAct("claim"),
  "notes contact": caseAct("contact"),
  "closes a case": caseAct("resolve"),
  "gives a case up": caseAct("close"),
  "wants to read a withheld score": {
    kind: "score-wanted",
    right: "read-figures",
    after: "answer",
    event: (by, { caseId }) => ({ kind: "score-wanted", caseId, by }),
    isDone: async (world) =>
      (await world.store.list("post", {})).some(
        ({ message }) => message.text.endsWith("gave 3 out of 10.") && message.privateTo !== undefined,
      ),
  },
  "decides on a product": {
    kind: "product-decided",
    right: "decide-product",
    after: "talk",
    event: (by) => ({ kind: "product-decided", productId: "app", by, verdict: "keep", sentence: "It works." }),
  },
  "has a customer asked all the same": {
    kind: "ask-wanted",
    right: "skip-question",
    after: "skip",
    event: (by, { resolutionId }) => ({ kind: "ask-wanted", by, resolutionId }),
  },
  "tells what came of a greeting": {
    kind: "greeting-recorded",
    right: "work-case",
    after: "greeting",
    event: (by) => ({ kind: "greeting-recorded", greetingId: "greeting", by, came: "answered", score: "9", note: "" }),
  },
  "tells what was found about words against a number": {
    kind: "words-examined",
    right: "work-case",
    after: "answer",
    event: (by, { caseId }) => ({ kind: "words-examined", subject: `case:${caseId}`, by, found: "as-given" }),
  },
  "answers with a reaction": {
    kind: "reacted",
    right: "answer",
    after: "question",
    event: (by) => ({ kind: "reacted", conversation, by, reaction: ":nine:" }),
  },
  "says whether they want to be contacted": {
    kind: "contact-wished",
    right: "answer",
    after: "answer",
    event: (by, { surveyId }) => ({ kind: "contact-wished", surveyId, by, wish: "no" }),
  },
  "says whether it was put right": {
    kind: "put-right-said",
    right: "answer",
    after: "asked-again",
    event: (by, { surveyId }) => ({ kind: "put-right-said", surveyId, by, isRight: true }),
  },
  "pulls the cord": {
    kind: "cord-pulled",
    right: "pull-cord",
    after: "talk",
    event: (by) => ({ kind: "cord-pulled", conversation, by, sentence: "It is down again." }),
  },
  "says why they pulled the cord": {
    kind: "cord-worded",
    right: "pull-cord",
    after: "cord",
    event: (by, { cordId = "" }) => ({ kind: "cord-worded", cordId, by, sentence: "It is down again." }),
  },
  "answers for the cord": {
    kind: "cord-answered",
    right: "answer-cord",
    after: "cord",
    event: (by, { cordId = "" }) => ({ kind: "cord-answered", cordId, by, sentence: "We are on it." }),
  },
  "wants customers told": {
    kind: "telling-wanted",
    right: "tell-customers",
    after: "telling",
    event: (by) => ({ kind: "telling-wanted", by, about: RAISED, sentence: "We mended it." }),
  },
  "has customers told": {
    kind: "telling-confirmed",
    right: "tell-customers",
    after: "telling",
    event: (by) => ({ kind: "telling-confirmed", by, tellingId: TELLING }),
  },
  "has customers not told": {
    kind: "telling-cancelled",
    right: "tell-customers",
    after: "telling",
    event: (by) => ({ kind: "telling-cancelled", by, tellingId: TELLING }),
  },
  "leaves an answer out": {
    kind: "answer-excluded",
    right: "exclude-answer",
    after: "answer",
    event: (by, { responseId }) => ({ kind: "answer-excluded", responseId, by, reason: "a test" }),
  },
  "puts right what a conversation was about": {
    kind: "interaction-corrected",
    right: "work-case",
    after: "talk",
    event: (by, { interactionId = "" }) => ({ kind: "interaction-corrected", interactionId, by, product: "app" }),
  },
  "puts right whose conversation it was": {
    kind: "interaction-corrected",
    right: "exclude-answer",
    after: "talk",
    event: (by, { interactionId = "" }) => ({
      kind: "interaction-corrected",
      interactionId,
      by,
      agents: [PEOPLE.lead],
    }),
  },
  "wants to read a conversation": {
    kind: "words-wanted",
    right: "read-transcript",
    after: "talk",
    event: (by, { interactionId = "" }) => ({
      ...{ kind: "words-wanted", by, via: "page", purpose: "work" },
      wanted: { kind: "transcript", interactionId },
    }),
  },
  "takes words out unredacted": {
    kind: "words-exported",
    right: "export-raw",
    after: "talk",
    event: (by) => ({
      ...{ kind: "words-exported", by, via: "command", what: "transcripts" },
      ...{ isRaw: true, from: null, to: null },
    }),
  },
  "takes out the rows behind a digest": {
    kind: "recount-wanted",
    right: "decide-product",
    after: "talk",
    event: (by) => ({ kind: "recount-wanted", by, via: "page", week: "2026-W46" }),
  },
  "wants to sit down with conversations": shadow("sitting-wanted", (by) => ({ kind: "sitting-wanted", by })),
  "takes a standing appointment": shadow("shift-set", (by) => ({ kind: "shift-set", by, every: "tue 9" })),
  "ends a standing appointment": shadow("shift-ended", (by, { shiftId }) => ({ kind: "shift-ended", by, shiftId })),
  "reads what was drawn": shadow("sitting-opened", (by, { drawn: sittingId }) => ({
    ...{ kind: "sitting-opened", by, sittingId, via: "page" },
  })),
  "reads the next that was drawn": shadow("sitting-next", (by, { appointmentId }) => ({
    ...{ kind: "sitting-next", by, appointmentId, via: "chat" },
  })),
  "guesses a score": shadow("score-guessed", (by, { opened: sittingId }) => ({
    ...{ kind: "score-guessed", by, sittingId, guess: "7", via: "page" },
  })),
  "gives a lesson": shadow("lesson-given", (by, { guessed: sittingId }) => ({
    ...{ kind: "lesson-given", by, sittingId, surprised: "The wait.", toFix: "" },
  })),
  "ticks a lesson off": shadow("lesson-acted", (by, { lessonId }) => ({
    ...{ kind: "lesson-acted", by, lessonId, act: "done" },
  })),
  "follows a conversation": shadow("live-wanted", (by, { open: interactionId }) => ({
    ...{ kind: "live-wanted", by, interactionId },
  })),
  "notes something while they listen": shadow("live-noted", (by, { listenerId }) => ({
    ...{ kind: "live-noted", by, listenerId, note: "Ask." },
  })),
  "stops listening": shadow("live-left", (by, { listenerId }) => ({ kind: "live-left", by, listenerId })),
  "lets the empty chair speak": shadow("chair-wanted", (by) => ({ kind: "chair-wanted", by, place: "web:hall:all" })),
  "waits as customers do": shadow("waiting-room-wanted", (by) => ({
    ...{
      kind: "waiting-room-wanted",
      by,
      conversation: "web:chat:wait",
      customer: { ...stranger, address: "web:caller:1" },
    },
  })),
  "wants a link to the digests": {
    kind: "link-wanted",
    right: "read-figures",
    after: "talk",
    event: (by) => ({ kind: "link-wanted", by, path: "/digest" }),
  },
  "wants a link to the executive's seat": {
    kind: "link-wanted",
    right: "shadow",
    after: "talk",
    event: (by) => ({ kind: "link-wanted", by, path: "/executive" }),
  },
  "signs somebody else out": {
    kind: "session-ended",
    right: "change-settings",
    after: "session",
    event: (by) => ({ kind: "session-ended", by, sessionId: "session-1" }),
  },
  "invites somebody": {
    kind: "invite-wanted",
    right: "change-settings",
    after: "session",
    event: (by) => ({ kind: "invite-wanted", by, name: "Quinn Sample", role: "agent" }),
  },
  "takes an invitation back": {
    kind: "invite-withdrawn",
    right: "change-settings",
    after: "session",
    event: (by) => ({ kind: "invite-withdrawn", by, linkId: "invitation" }),
  },
  "makes somebody an admin": {
    kind: "account-changed",
    right: "change-settings",
    after: "session",
    event: (by) => ({ kind: "account-changed", by, accountId: "account-1", change: { kind: "role", role: "admin" } }),
  },
  "shuts somebody out": {
    kind: "account-changed",
    right: "change-settings",
    after: "session",
    event: (by) => ({ kind: "account-changed", by, accountId: "account-1", change: { kind: "disable" } }),
  },
  "stops being asked": asking({ ask: false }),
  "agrees to be asked directly": asking({ directly: true }),
  "wants nobody to read": {
    kind: "reading-changed",
    right: "opt-out",
    after: "talk",
    event: (by) => ({ kind: "reading-changed", by, read: false }),
  },
  "corrects their name": {
    kind: "correction-wanted",
    right: "read-own-data",
    after: "talk",
    event: (by) => ({ kind: "correction-wanted", by, field: "name", text: "Somebody Else" }),
  },
  "gives out all that is kept about the customer": {
    kind: "data-given",
    right: "export-raw",
    after: "talk",
    event: (by) => ({ kind: "data-given", by, customerId: FIRST_CUSTOMER }),
  },
  "changes a setting": {
    kind: "settings-changed",
    right: "change-settings",
    after: "talk",
    event: (by) => ({
      kind: "settings-changed",
      by,
      via: "page",
      standing: { "ask.delay": { mark: "1", shown: "1m" } },
    }),
  },
  "makes a key for a program": {
    kind: "key-wanted",
    right: "change-settings",
    after: "talk",
    event: (by) => ({ kind: "key-wanted", by, name: "Ticket system", scope: "read", via: "page" }),
  },
  "revokes a key": {
    kind: "key-revoked",
    right: "change-settings",
    after: "session",
    event: (by) => ({ kind: "key-revoked", by, keyId: "key-1", via: "page" }),
  },
  "has the customer forgotten": {
    kind: "forget-wanted",
    right: "forget",
    after: "talk",
    event: (by) => ({ kind: "forget-wanted", by, customerId: FIRST_CUSTOMER, isSure: true }),
  },
};

/** What a new kind of event with somebody behind it must join; the compiler counts. */
const KINDS: Readonly<Record<Act, true>> = {
  "score-given": true,
  "comment-given": true,
  "change-wanted": true,
  "contact-wished": true,
  "put-right-said": true,
  "new-question": true,
  "asking-changed": true,
  "reading-changed": true,
  "correction-wanted": true,
  "forget-wanted": true,
  "data-given": true,
  "case-acted": true,
  "score-wanted": true,
  "answer-excluded": true,
  "interaction-corrected": true,
  "answer-withdrawn": true,
  "enhancement-acted": true,
  "quote-answered": true,
  told: true,
  "ask-wanted": true,
  "greeting-recorded": true,
  "words-examined": true,
  reacted: true,
  "product-decided": true,
  "cord-pulled": true,
  "cord-worded": true,
  "cord-answered": true,
  "telling-wanted": true,
  "telling-confirmed": true,
  "telling-cancelled": true,
  "link-wanted": true,
  "session-ended": true,
  "settings-changed": true,
  "invite-wanted": true,
  "invite-withdrawn": true,
  "account-changed": true,
  "key-wanted": true,
  "key-revoked": true,
  declined: true,
  resolved: true,
  reopened: true,
  "sitting-wanted": true,
  "shift-set": true,
  "shift-ended": true,
  "sitting-opened": true,
  "sitting-next": true,
  "score-guessed": true,
  "lesson-given": true,
  "lesson-acted": true,
  "live-wanted": true,
  "live-noted": true,
  "live-left": true,
  "chair-wanted": true,
  "waiting-room-wanted": true,
  "words-wanted": true,
  "words-exported": true,
  "recount-wanted": true,
};

/** The customer was asked whether it has been put right. */
async function againAfter(world: World, surveyId: string): Promise<{ world: World; rows: Rows }> {
  await world.handle(tap(surveyId, 3));
  const [item] = await world.store.list("case", {});
  const caseId = item?.id ?? "";
  const by = { ...agent, address: "web:agent:birch" };
  await world.handle({ kind: "case-acted", caseId, by, act: "resolve", note: "Refunded." });
  await world.pass(4 * DAY, 6 * HOUR);
  const [again] = await world.store.list("survey", { where: { purpose: "recovery" } });
  return { world, rows: { resolutionId: "", surveyId: again?.id ?? "", caseId, responseId: "", enhancementId: "" } };
}

/** Everybody of the team has pulled the cord. */
async function afterCord(world: World): Promise<Rows> {
  await world.writes(customer, "My invoice is wrong.");
  for (const by of Object.values(PEOPLE)) await world.handle({ kind: "cord-pulled", conversation, by });
  const [cord] = await world.store.list("cord", {});
  return { resolutionId: "", surveyId: "", caseId: "", responseId: "", enhancementId: "", cordId: cord?.id ?? "" };
}

/** A customer is unhappy with the app, and a lead has had a telling of it previewed. */
async function afterTelling(world: World): Promise<Rows> {
  await world.writes(customer, "My invoice is wrong.");
  await world.writes(agent, "I have corrected it.");
  await world.resolves(agent, { product: "app" });
  await world.pass(5 * MINUTE);
  await world.handle(tap((await world.survey()).id, 3));
  const wanted = { kind: "telling-wanted", tellingId: TELLING, about: RAISED } as const;
  await world.handle({ ...wanted, by: PEOPLE.lead, sentence: "It works again." });
  return { resolutionId: "", surveyId: "", caseId: "", responseId: "", enhancementId: "" };
}

/** The ids of what stands at somebody's seat. */
function seatOf({ address }: Pick<Person, "address">) {
  const of = (what: string) => `${what} ${address}`;
  const sittings = { drawn: of("drawn"), opened: of("opened"), guessed: of("guessed") };
  return {
    ...{ ...sittings, shiftId: of("shift"), appointmentId: of("appointment"), lessonId: of("lesson") },
    ...{ listenerId: of("listener"), open: "interaction-open" },
  };
}

/** Everybody has a standing appointment, conversations that were drawn for them, a lesson and a conversation to which they listen. */
async function afterSitting(world: World): Promise<Rows> {
  const told = mixed(7, world.now() - DAY);
  await tell(world, told);
  const rows = sampleRows();
  const finished = told.slice(0, 3).map(({ key }) => ({
    ...{ interactionId: `interaction-${key}`, resolutionId: `resolution-${key}`, responseId: null },
  }));
  const open = {
    ...rows.interaction,
    id: "interaction-open",
    conversation: "web:chat:open",
    customerId: "customer-t0",
  };
  const changes: Change[] = [
    change("interaction", { ...open, state: "open", resolutionId: null, agents: [] }),
    ...Object.values(PEOPLE).flatMap((person) => {
      const seat = seatOf(person);
      const who = { whoAddress: person.address, whoName: null };
      const ofIt = { appointmentId: seat.appointmentId, whoAddress: person.address };
      const untouched = { ...rows.sitting, ...ofIt, openedAt: null, guess: null, guessedAt: null, score: null };
      const [drawn, opened, guessed] = finished;
      return [
        change("shift", { ...rows.shift, ...who, id: seat.shiftId, source: "person", dueAt: world.now() + DAY }),
        change("appointment", {
          ...rows.appointment,
          ...who,
          id: seat.appointmentId,
          shiftId: seat.shiftId,
          filter: { band: "silent" },
          dueAt: world.now() + DAY,
          posts: [],
        }),
        change("sitting", { ...untouched, ...drawn, id: seat.drawn, number: 1, state: "drawn" }),
        change("sitting", { ...untouched, ...opened, id: seat.opened, number: 2, openedAt: 1, state: "opened" }),
        change("sitting", {
          ...untouched,
          ...guessed,
          id: seat.guessed,
          number: 3,
          openedAt: 1,
          guess: 5,
          guessedAt: 2,
          state: "guessed",
        }),
        change("lesson", { ...rows.lesson, ...who, id: seat.lessonId, sittingId: seat.lessonId, ownerAddress: null }),
        change("listener", {
          ...rows.listener,
          ...who,
          id: seat.listenerId,
          interactionId: "interaction-t6",
          announced: [],
        }),
      ];
    }),
  ];
  await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, changes);
  return { resolutionId: "", surveyId: "", caseId: "", responseId: "", enhancementId: "" };
}

async function worldAfter(after: Tried["after"]): Promise<{ world: World; rows: Rows }> {
  const world = createWorld({ settings });
  if (after === "sitting") return { world, rows: await afterSitting(world) };
  if (after === "cord") return { world, rows: await afterCord(world) };
  if (after === "telling") return { world, rows: await afterTelling(world) };
  if (after === "talk" || after === "skip") {
    await world.writes(customer, "My invoice is wrong.");
    await world.writes(agent, "I have corrected it.");
    if (after === "skip") await world.resolves(agent, { skip: "a test" });
    const resolutionId = (await world.resolutions())[0]?.id ?? "";
    const interactionId = (await world.interaction()).id;
    const none = { surveyId: "", caseId: "", responseId: "", enhancementId: "" };
    return { world, rows: { resolutionId, interactionId, ...none } };
  }
  const { id: surveyId, ...asked } = await world.asked();
  if (after === "greeting") {
    const { resolutionId, interactionId, customerId } = asked;
    const about = { resolutionId, interactionId, customerId };
    const row = { ...sampleRows().greeting, ...about, id: "greeting", state: "assigned", posts: [] } as const;
    const open = { ...row, score: null, words: null, recordedAt: null, recordedBy: null };
    await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, [{ table: "greeting", row: open }]);
  }
  if (after === "session")
    await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, [
      { table: "session", row: sampleRows().session },
      { table: "account", row: sampleRows().account },
      { table: "key", row: sampleRows().key },
      {
        table: "link",
        row: {
          ...sampleRows().link,
          ...{ id: "invitation", path: "/join", whoAddress: "web:person:quinn", usedAt: null },
        },
      },
    ]);
  if (after === "answer") await world.handle(tap(surveyId, 3));
  if (after === "words")
    await world.handle({ kind: "score-given", surveyId, by: customer, score: 8, comment: "A bit slow.", via: "form" });
  if (after === "asked-again") return againAfter(world, surveyId);
  await world.pass(MINUTE);
  const [item, response] = [await world.store.list("case", {}), await world.store.list("response", {})];
  const [enhancement] = await world.store.list("enhancement", {});
  const kept = { caseId: item[0]?.id ?? "", responseId: response[0]?.id ?? "", enhancementId: enhancement?.id ?? "" };
  return { world, rows: { resolutionId: "", surveyId, ...kept } };
}

const each = <T>(table: Readonly<Record<string, T>>) =>
  HOLDERS.flatMap((holder) => Object.entries(table).map(([name, entry]) => [holder, name, entry] as const));

describe("who may do what", () => {
  it.each(each(ACTS))("is kept by the core where the %s %s", async (holder, _, { after, event, right, isDone }) => {
    const { world, rows } = await worldAfter(after);
    let changes = 0;
    world.bot.onSaved((saved) => {
      changes += saved.length;
    });
    const { refusal } = await world.handle(event(PEOPLE[holder], rows));
    const wasDone = isDone ? await isDone(world) : refusal === undefined && changes > 0;
    expect(wasDone).toBe(isExpected(holder, right));
    const isKind = refusal === undefined || (refusal.code === "not-yours" ? refusal.told : !refusal.told);
    expect(isKind).toBe(true);
  });

  it("is tried with every event that somebody brings about", () => {
    expect(new Set(Object.values(ACTS).map(({ kind }) => kind))).toEqual(new Set(Object.keys(KINDS)));
  });

  const LOOKS = {
    "the last seven days": lastWeek,
    "the last digest": lastDigest,
    "the open cases": openCases,
    "what is to be made better": toEnhance,
  };

  it.each(each(LOOKS))("is kept where the %s looks at %s", async (holder, _, look) => {
    const { world } = await worldAfter("answer");
    const by = PEOPLE[holder];
    const asker: Asking = {
      deskId: DEFAULT_DESK,
      store: world.store,
      settings,
      wording,
      themes: THEMES,
      clock: { now: world.now },
      by,
      locale: "en",
    };
    const answer = await look(asker);
    expect(answer !== wording.say("en", "team.notAllowed")).toBe(isGranted(holder, "read-figures"));
  });

  it.each(HOLDERS)("is kept where the %s looks at what is kept about themself", async (holder) => {
    const { world } = await worldAfter("answer");
    const by = PEOPLE[holder];
    await world.writes(by, "Hello", `web:chat:${holder}`);
    const asker: Asking = {
      deskId: DEFAULT_DESK,
      store: world.store,
      settings,
      wording,
      themes: THEMES,
      clock: { now: world.now },
      by,
      locale: "en",
    };
    expect((await ownData(asker)) !== wording.say("en", "command.noData")).toBe(isExpected(holder, "read-own-data"));
  });

  it("gives somebody of the team a customer's rights too where the conversation is their own", () => {
    expect([may("executive", "resolve"), may("executive", "resolve", true)]).toEqual([false, true]);
    expect([may("customer", "resolve"), may("customer", "resolve", true)]).toEqual([false, true]);
    expect([may("agent", "answer"), may("agent", "answer", true)]).toEqual([false, true]);
  });

  it("gives a lead all that agents and executives may, and an admin all that leads may", () => {
    const lacking = (one: Holder, others: readonly Holder[]) =>
      RIGHTS.filter((right) => others.some((other) => isGranted(other, right)) && !isGranted(one, right));
    expect(lacking("lead", ["agent", "executive"])).toEqual([]);
    expect(lacking("admin", ["lead"])).toEqual([]);
    expect(RIGHTS.filter((right) => isGranted("stranger", right))).toEqual([]);
  });

  const WORDS: readonly (readonly [Holder, RegExp])[] = [
    ["agent", /\bagents\b/i],
    ["lead", /\bleads\b/i],
    ["executive", /\bexecutives\b/i],
    ["admin", /\badmins\b/i],
    ["customer", /\bcustomer\b/i],
  ];
  const REFUSED: readonly Refusable[] = [
    "resolve",
    "skip-question",
    "work-case",
    "decide-product",
    "exclude-answer",
    "shadow",
  ];

  it.each(REFUSED)("is said as it is to those who lack the right: %s", (right) => {
    const text = whoMay({ wording, settings }, stranger, right);
    const named = WORDS.filter(([, word]) => word.test(text)).map(([holder]) => holder);
    expect(named).toEqual(WORDS.map(([holder]) => holder).filter((holder) => isGranted(holder, right)));
  });
});
