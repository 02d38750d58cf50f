import { boundEvent } from "./bound-event.ts";
import { hearMessage } from "./chat/hear-message.ts";
import { recordPosition } from "./chat/record-position.ts";
import type { Context } from "./context.ts";
import { readOnce } from "./decision.ts";
import type { Desk, Desks } from "./desk.ts";
import { decideProduct } from "./digest/decide-product.ts";
import { excludeAnswer } from "./digest/exclude-answer.ts";
import { postDigest, postWantedDigest } from "./digest/post-digest.ts";
import { recordGreeting } from "./digest/record-greeting.ts";
import { workEnhancement } from "./enhance/work-enhancement.ts";
import type { EventOf, InboundEvent } from "./events.ts";
import { findDesks, heardAt } from "./find-desk.ts";
import { amendEntry } from "./interaction/amend-entry.ts";
import { openInteraction } from "./interaction/open-interaction.ts";
import { reopenInteraction } from "./interaction/reopen-interaction.ts";
import { resolveInteraction } from "./interaction/resolve-interaction.ts";
import { claimWork, releaseAll, releaseWork } from "./outbox/claim-work.ts";
import { holdRepeats } from "./outbox/hold-repeats.ts";
import { UNLEASED } from "./outbox/lease.ts";
import { settlePost } from "./outbox/settle-post.ts";
import { settleReceipt } from "./outbox/settle-receipt.ts";
import type { Change, Outcome, Refusal, Say } from "./outcome.ts";
import { sayAgain } from "./outside/say-again.ts";
import type { Log, Store } from "./ports.ts";
import { changeAsking, describePerson } from "./privacy/change-asking.ts";
import { askPromise } from "./promise/ask-promise.ts";
import { withReactions } from "./reactions.ts";
import { answerCord, wordCord } from "./recovery/amend-cord.ts";
import { advanceCase } from "./recovery/escalate-case.ts";
import { hearContactWish } from "./recovery/hear-contact-wish.ts";
import { hearPrivateWords, hearPutRight } from "./recovery/hear-put-right.ts";
import { pullCord } from "./recovery/pull-cord.ts";
import { sayScore } from "./recovery/say-score.ts";
import { listTold, sayTold } from "./recovery/say-told.ts";
import { previewTelling, settleTelling } from "./recovery/tell-customers.ts";
import { workCase } from "./recovery/work-case.ts";
import { sayBounds } from "./say-bounds.ts";
import { sayWhatHappened } from "./say-what-happened.ts";
import { advanceSurvey } from "./survey/advance-survey.ts";
import { askAnyway } from "./survey/ask-anyway.ts";
import { askQuote } from "./survey/ask-quote.ts";
import { offerChange, takeAsQuestion } from "./survey/change-answer.ts";
import { changePlace } from "./survey/change-place.ts";
import { declineSurvey } from "./survey/decline-survey.ts";
import { hearReaction } from "./survey/hear-reaction.ts";
import { recordComment } from "./survey/record-comment.ts";
import { recordImported } from "./survey/record-imported.ts";
import { recordResponse } from "./survey/record-response.ts";
import { recordTelling } from "./survey/record-telling.ts";
import { withdrawAnswer } from "./survey/withdraw-answer.ts";
import { nameHome } from "./team/name-home.ts";
import { createTeller, type SavedListener } from "./tell-listeners.ts";

/** What became of an event. `seen`: it was handled before and nothing changed. */
export interface Handled {
  readonly status: "saved" | "seen";
  /** Why the act was not carried out, and what to tell the person. Absent when it was. */
  readonly refusal?: Refusal;
}

export interface Bot {
  /** Every desk it serves. */
  readonly desks: Desks;
  /**
   * Finds the desk at which the event happened, decides and saves; resolves only when it is durable, and rejects if it could not be
   * saved. What happened at a desk that is not served any more is taken as seen.
   */
  handle(event: InboundEvent): Promise<Handled>;
  /** Calls the listener after each save with what changed; returns how to stop. */
  onSaved(listener: SavedListener): () => void;
  /** The bot as one desk has it. */
  at(desk: string): DeskBot;
}

/** The bot at one desk: what it handles happened there, and what it tells was saved there. */
export type DeskBot = Pick<Bot, "handle" | "onSaved">;

export interface BotConfig extends Pick<Context, "wording" | "ids" | "clock"> {
  readonly desks: Desks;
  readonly store: Store;
  readonly log: Log;
}

type UseCases = { readonly [K in InboundEvent["kind"]]: (event: EventOf<K>, context: Context) => Promise<Outcome> };

const NOTHING: Outcome = { changes: [], messages: [] };

const useCases: UseCases = {
  opened: openInteraction,
  message: hearMessage,
  "message-edited": amendEntry,
  "message-deleted": amendEntry,
  reacted: hearReaction,
  resolved: async (event, context) => (await changePlace(event, context)) ?? resolveInteraction(event, context),
  reopened: reopenInteraction,
  "ask-wanted": askAnyway,
  "score-given": recordResponse,
  "comment-given": async (event, context) => (await hearPrivateWords(event, context)) ?? recordComment(event, context),
  "change-wanted": offerChange,
  told: recordTelling,
  "quote-answered": askQuote,
  "answer-withdrawn": withdrawAnswer,
  declined: declineSurvey,
  "new-question": takeAsQuestion,
  "contact-wished": hearContactWish,
  "put-right-said": hearPutRight,
  "asking-changed": changeAsking,
  "person-described": describePerson,
  "case-acted": workCase,
  "score-wanted": sayScore,
  "enhancement-acted": workEnhancement,
  "survey-due": advanceSurvey,
  "case-due": advanceCase,
  "promise-due": askPromise,
  "digest-due": postDigest,
  "digest-wanted": postWantedDigest,
  "greeting-recorded": recordGreeting,
  "answer-excluded": excludeAnswer,
  "product-decided": decideProduct,
  "cord-pulled": pullCord,
  "cord-worded": wordCord,
  "cord-answered": answerCord,
  "telling-wanted": previewTelling,
  "telling-confirmed": settleTelling,
  "telling-cancelled": settleTelling,
  "announcement-due": listTold,
  "told-due": sayTold,
  "post-moved": settlePost,
  "work-claimed": claimWork,
  "work-released": releaseWork,
  "home-found": nameHome,
  "holders-gone": releaseAll,
  "receipt-answered": settleReceipt,
  "said-again": sayAgain,
  "place-read": recordPosition,
  "answers-imported": recordImported,
  "raw-exported": async () => NOTHING,
  unsupported: async () => NOTHING,
};

/** How often an event is decided anew because rows moved meanwhile, before it is given back as failed: each time another one got through. */
const MOST_DECISIONS = 200;

function decide<K extends InboundEvent["kind"]>(event: EventOf<K>, context: Context): Promise<Outcome> {
  const useCase = useCases[event.kind as K] as (event: EventOf<K>, context: Context) => Promise<Outcome>;
  return useCase(event, context);
}

function outboxRow(say: Say, at: number): Change {
  const { id, to, message, surveyId } = say;
  const waiting = { state: "pending", attempts: 0, createdAt: at, dueAt: at } as const;
  const unsent = { sentAt: null, postedAt: null, reference: null, error: null, ...UNLEASED };
  return {
    table: "post",
    row: { id, version: 0, lane: to, message, surveyId: surveyId ?? null, ...waiting, ...unsent },
  };
}

/** The bot: the one place that saves. */
export function createBot(config: BotConfig): Bot {
  const { store, desks, clock, ids, wording, log } = config;
  const { tell, onSaved } = createTeller(log);

  const contextAt = ({ id, settings, themes, teamLanes }: Desk): Context => {
    const given = { wording, ids, clock, settings, themes, teamLanes: teamLanes() };
    return { deskId: id, store: readOnce(store.at(id)), ...given };
  };

  const keptReceipt = async (event: InboundEvent, context: Context): Promise<Handled | null> => {
    const kept = event.receipt ? await context.store.get("receipt", event.receipt.id) : null;
    if (!kept) return null;
    if (kept.fingerprint === event.receipt?.fingerprint) return { status: "seen" };
    const text = "This idempotency key was used for another request. Use a new key for each new request.";
    return { status: "seen", refusal: { code: "conflict", text, told: false } };
  };

  const attempt = async (event: InboundEvent, desk: Desk): Promise<Handled | "stale"> => {
    const context = contextAt(desk);
    const kept = await keptReceipt(event, context);
    if (kept) return kept;
    const bound = boundEvent(event, context);
    const decided = await withReactions(await decide(bound.event, context), bound.event, context);
    const outcome = await sayBounds(decided, bound, context);
    const posts = (await holdRepeats(outcome.messages, context)).map((say) => outboxRow(say, clock.now()));
    const receipt: Change[] = event.receipt
      ? [{ table: "receipt", row: { ...event.receipt, version: 0, at: event.at, status: null, answer: null } }]
      : [];
    const changes = [...outcome.changes, ...posts, ...receipt];
    const happened = await sayWhatHappened(context.store, event, changes);
    const status = await store.save(desk.id, { id: event.id, at: event.at }, changes);
    if (status === "stale") return "stale";
    if (status === "saved") {
      tell(changes, desk.id);
      for (const { what, ids: named } of happened) log.info(what, { desk: desk.id, ...named });
    }
    return outcome.refusal && status === "saved" ? { status, refusal: outcome.refusal } : { status };
  };

  const handleAt = async (event: InboundEvent, desk: Desk): Promise<Handled> => {
    for (let decisions = 0; decisions < MOST_DECISIONS; decisions += 1) {
      const handled = await attempt(event, desk);
      if (handled !== "stale") return handled;
    }
    const { kind, id } = event;
    log.fault("An event could not be decided because its rows kept moving; it was given back", { kind, id });
    throw new Error(`Event ${kind} was not saved: its rows kept moving. Deliver it again.`);
  };

  const handle = async (given: InboundEvent): Promise<Handled> => {
    // A platform whose clock is ahead must not date anything into the future.
    const event = { ...given, at: Math.min(given.at, clock.now()) };
    const [first, ...others] = await findDesks(event, desks, store);
    if (first === undefined) return { status: "seen" };
    const handled = await handleAt(heardAt(first, true, event), first);
    for (const other of others) await handleAt(heardAt(other, false, event), other);
    return handled;
  };

  return {
    desks,
    handle,
    onSaved,
    at: (desk) => ({
      handle: (event) => handle({ ...event, desk }),
      onSaved: (listener) => onSaved((changes, where) => where === desk && listener(changes, where)),
    }),
  };
}
