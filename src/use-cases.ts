import { hearMessage } from "./chat/hear-message.ts";
import { recordPosition } from "./chat/record-position.ts";
import type { Context } from "./context.ts";
import { decideProduct } from "./digest/decide-product.ts";
import { excludeAnswer } from "./digest/exclude-answer.ts";
import { findThreshold } from "./digest/find-threshold.ts";
import { giveRecount } from "./digest/give-recount.ts";
import { postDigest, postWantedDigest } from "./digest/post-digest.ts";
import { recordExamination } from "./digest/record-examination.ts";
import { recordGreeting } from "./digest/record-greeting.ts";
import { askDevice, closeChallenge } from "./doors/ask-device.ts";
import { beginChatSession, beginCompanySession, beginOwnSession } from "./doors/begin-session.ts";
import { changeAccount } from "./doors/change-account.ts";
import { changePasskeys, changePassword, closePasskey } from "./doors/change-own-account.ts";
import { closeSession } from "./doors/close-session.ts";
import { holdSession } from "./doors/hold-session.ts";
import { offerFirstAdmin, offerInvitation, withdrawInvitation } from "./doors/offer-invitation.ts";
import { offerLink } from "./doors/offer-link.ts";
import { openAccount } from "./doors/open-account.ts";
import { openSession } from "./doors/open-session.ts";
import { forgetAttempts, recordAttempt } from "./doors/record-attempt.ts";
import { workEnhancement } from "./enhance/work-enhancement.ts";
import type { EventOf, InboundEvent } from "./events.ts";
import { eraseCustomer } from "./forgetting/erase-customer.ts";
import { eraseOld, hastenSweep } from "./forgetting/erase-old.ts";
import { forgetAgain, forgetCustomer } from "./forgetting/forget-customer.ts";
import { amendEntry } from "./interaction/amend-entry.ts";
import { correctInteraction } from "./interaction/correct-interaction.ts";
import { openInteraction } from "./interaction/open-interaction.ts";
import { reopenInteraction } from "./interaction/reopen-interaction.ts";
import { resolveInteraction } from "./interaction/resolve-interaction.ts";
import { closeKey } from "./keys/close-key.ts";
import { offerKey } from "./keys/offer-key.ts";
import { recordKeyUse } from "./keys/record-key-use.ts";
import { claimWork, releaseAll, releaseWork } from "./outbox/claim-work.ts";
import { settlePost } from "./outbox/settle-post.ts";
import { settleReceipt } from "./outbox/settle-receipt.ts";
import type { Outcome } from "./outcome.ts";
import { sayAgain } from "./outside/say-again.ts";
import { changeAsking, describePerson } from "./privacy/change-asking.ts";
import { changeReading } from "./privacy/change-reading.ts";
import { correctCustomer } from "./privacy/correct-customer.ts";
import { exportWords } from "./privacy/export-words.ts";
import { giveWords } from "./privacy/give-words.ts";
import { recordGiven } from "./privacy/record-given.ts";
import { askPromise } from "./promise/ask-promise.ts";
import { answerCord, wordCord } from "./recovery/amend-cord.ts";
import { advanceCase } from "./recovery/escalate-case.ts";
import { hearContactWish } from "./recovery/hear-contact-wish.ts";
import { hearPrivateWords, hearPutRight } from "./recovery/hear-put-right.ts";
import { pullCord } from "./recovery/pull-cord.ts";
import { sayScore } from "./recovery/say-score.ts";
import { listTold, sayTold } from "./recovery/say-told.ts";
import { previewTelling, settleTelling } from "./recovery/tell-customers.ts";
import { workCase } from "./recovery/work-case.ts";
import { tellNews } from "./replicas/tell-news.ts";
import { searchWords } from "./search/search-words.ts";
import { recordSettings } from "./settings/record-settings.ts";
import { beginSitting } from "./shadowing/begin-sitting.ts";
import { endShift, setShift, settleShifts } from "./shadowing/change-shift.ts";
import { followLive, leaveLive, noteLive } from "./shadowing/follow-live.ts";
import { giveNextSitting, giveSitting } from "./shadowing/give-sitting.ts";
import { guessScore } from "./shadowing/guess-score.ts";
import { advanceAppointment, offerAppointment } from "./shadowing/offer-appointment.ts";
import { openWaitingRoom } from "./shadowing/open-waiting-room.ts";
import { recordLesson } from "./shadowing/record-lesson.ts";
import { sayChair } from "./shadowing/say-chair.ts";
import { sayReading } from "./shadowing/say-reading.ts";
import { workLesson } from "./shadowing/work-lesson.ts";
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
  "reading-changed": changeReading,
  "forget-wanted": forgetCustomer,
  "correction-wanted": correctCustomer,
  "tombstone-found": forgetAgain,
  "data-given": recordGiven,
  "retention-wanted": hastenSweep,
  "person-described": describePerson,
  "case-acted": workCase,
  "score-wanted": sayScore,
  "enhancement-acted": workEnhancement,
  "survey-due": advanceSurvey,
  "case-due": advanceCase,
  "promise-due": askPromise,
  "digest-due": postDigest,
  "threshold-due": findThreshold,
  "digest-wanted": postWantedDigest,
  "greeting-recorded": recordGreeting,
  "words-examined": recordExamination,
  "answer-excluded": excludeAnswer,
  "interaction-corrected": correctInteraction,
  "product-decided": decideProduct,
  "cord-pulled": pullCord,
  "cord-worded": wordCord,
  "cord-answered": answerCord,
  "telling-wanted": previewTelling,
  "telling-confirmed": settleTelling,
  "telling-cancelled": settleTelling,
  "announcement-due": listTold,
  "told-due": sayTold,
  "tombstone-due": eraseCustomer,
  "sweep-due": eraseOld,
  "post-moved": settlePost,
  "work-claimed": claimWork,
  "work-released": releaseWork,
  "home-found": nameHome,
  "settings-changed": recordSettings,
  "settings-found": recordSettings,
  "holders-gone": releaseAll,
  "news-told": tellNews,
  "receipt-answered": settleReceipt,
  "said-again": sayAgain,
  "place-read": recordPosition,
  "answers-imported": recordImported,
  "words-wanted": (event, context) =>
    event.wanted.kind === "search" ? searchWords(event, context, event.wanted.sought) : giveWords(event, context),
  "link-wanted": offerLink,
  "link-used": openSession,
  "session-seen": holdSession,
  "session-ended": closeSession,
  "invite-wanted": offerInvitation,
  "invite-withdrawn": withdrawInvitation,
  "first-admin-wanted": offerFirstAdmin,
  joined: openAccount,
  "account-entered": beginOwnSession,
  "company-entered": beginCompanySession,
  "chat-entered": beginChatSession,
  "account-changed": changeAccount,
  "password-set": changePassword,
  "passkey-added": changePasskeys,
  "passkey-removed": closePasskey,
  "entry-tried": recordAttempt,
  "entry-proven": forgetAttempts,
  "device-asked": askDevice,
  "device-answered": closeChallenge,
  "key-wanted": offerKey,
  "key-revoked": closeKey,
  "key-used": recordKeyUse,
  "shift-due": offerAppointment,
  "appointment-due": advanceAppointment,
  "shifts-set": settleShifts,
  "sitting-wanted": beginSitting,
  "shift-set": setShift,
  "shift-ended": endShift,
  "sitting-opened": async (event, context) => sayReading(event, context, await giveSitting(event, context)),
  "sitting-next": async (event, context) => sayReading(event, context, await giveNextSitting(event, context)),
  "score-guessed": async (event, context) => sayReading(event, context, await guessScore(event, context)),
  "lesson-given": recordLesson,
  "lesson-acted": workLesson,
  "live-wanted": async (event, context) => sayReading(event, context, await followLive(event, context)),
  "live-noted": noteLive,
  "live-left": leaveLive,
  "chair-wanted": sayChair,
  "waiting-room-wanted": openWaitingRoom,
  "words-exported": exportWords,
  "recount-wanted": giveRecount,
  unsupported: async () => NOTHING,
};

/** Decides the event by the use case of its kind. Rejects as the use case does. */
export function decide<K extends InboundEvent["kind"]>(event: EventOf<K>, context: Context): Promise<Outcome> {
  const useCase = useCases[event.kind as K] as (event: EventOf<K>, context: Context) => Promise<Outcome>;
  return useCase(event, context);
}
