import { dateFormat } from "../../src/calendar/date-format.ts";
import { becameOf } from "../../src/chat/find-receipt.ts";
import type { Action } from "../../src/messages.ts";
import { quotable } from "../../src/survey/ask-quote.ts";
import { peopleButtons, sourceButtons, toldButtons } from "../../src/survey/offer-messages.ts";
import type { Response } from "../../src/survey/response.ts";
import type { Survey } from "../../src/survey/survey.ts";
import type { TellingRow } from "../../src/survey/telling.ts";
import type { SayWords } from "../../src/wording.ts";
import type { ReadingDesk } from "./desk.ts";

/** A question with one tap to answer it. */
export interface PageQuestion {
  readonly text: string;
  readonly actions: readonly Action[];
}

/** What the page of a survey offers once there is an answer. */
export interface AfterAnswer {
  /** What became of the answer; empty where nothing has. */
  readonly became: string;
  readonly questions: readonly PageQuestion[];
  /** How the customer would be quoted, and which revision that is; null where it is not asked. */
  readonly quote: { readonly text: string; readonly shown: number } | null;
  /** Sentences besides. */
  readonly words: readonly string[];
}

const NOTHING_OFFERED = { questions: [], quote: null, words: [] };

type Stand = Omit<ReadingDesk, "path" | "places">;

/** Whom they have told, then roughly how many; nothing more once that is said. */
function toldQuestion(desk: Stand, survey: Survey, tellings: readonly TellingRow[], say: SayWords): PageQuestion[] {
  const told = tellings.filter(({ kind }) => kind === "good" || kind === "bad" || kind === "none");
  if (told.length === 0) return [{ text: say("survey.told.lead"), actions: toldButtons(desk, survey) }];
  const open = told.find(({ kind, people }) => kind !== "none" && people === null);
  if (open?.kind !== "good" && open?.kind !== "bad") return [];
  return [{ text: say("survey.told.people"), actions: peopleButtons(desk, survey, open.kind) }];
}

async function sourceQuestion(desk: Stand, survey: Survey, tellings: readonly TellingRow[], say: SayWords) {
  const isKnown = tellings.some(({ kind }) => kind === "sent" || kind === "unsent");
  if (isKnown || !desk.settings.wordOfMouth.askSource) return [];
  const answers = await desk.store.list("response", { where: { customerId: survey.customerId }, limit: 2 });
  if (answers.length > 1) return [];
  return [{ text: say("survey.source.lead"), actions: sourceButtons(desk, survey) }];
}

async function questionsFor(desk: Stand, survey: Survey, response: Response, say: SayWords): Promise<PageQuestion[]> {
  const where = { responseId: response.id, stage: "now" } as const;
  const tellings = await desk.store.list("telling", { where });
  const isSorry = response.band === "detractor" && response.comment === null;
  const isAsked = desk.settings.wordOfMouth.ask && !isSorry;
  return [
    ...(isAsked ? toldQuestion(desk, survey, tellings, say) : []),
    ...(await sourceQuestion(desk, survey, tellings, say)),
  ];
}

/** How a promoter would be quoted, where the desk asks for it and they have not agreed yet. */
async function quoteFor(desk: Stand, response: Response): Promise<AfterAnswer["quote"]> {
  const { band, comment, quoteConsentAt, revisionCount } = response;
  const isAsked = desk.settings.promoters.askQuote && band === "promoter" && comment !== null;
  const text = isAsked && quoteConsentAt === null ? await quotable(desk, response) : "";
  return text === "" ? null : { text, shown: revisionCount };
}

/** What is offered beside an answer: nothing to somebody who does not want to be asked, or was asked after a case. */
export async function afterAnswer(desk: Stand, survey: Survey, response: Response): Promise<AfterAnswer> {
  const { brand, zone } = desk.settings.desk;
  const say: SayWords = (key, values) => desk.wording.say(survey.locale, key, { brand, ...values });
  const customer = await desk.store.get("customer", survey.customerId);
  const format = dateFormat(survey.locale, { dateStyle: "medium", timeZone: customer?.zone ?? zone });
  const became = await becameOf({ store: desk.store, say, day: (at) => format.format(at) }, response);
  const isLeftAlone = customer === null || customer.optedOutAt !== null || survey.purpose === "recovery";
  if (isLeftAlone) return { became, ...NOTHING_OFFERED };
  const { referral } = desk.settings.promoters;
  const link = desk.settings.ask.reviewLink;
  const isInvited = referral !== "" && response.band === "promoter";
  return {
    became,
    questions: await questionsFor(desk, survey, response, say),
    quote: await quoteFor(desk, response),
    words: [
      ...(isInvited ? [say("survey.referral", { referral })] : []),
      ...(link === "" ? [] : [say("survey.reviewLink", { link })]),
    ],
  };
}
