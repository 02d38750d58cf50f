import { dateFormat } from "../../src/calendar/date-format.ts";
import { answerLine } from "../../src/chat/find-receipt.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import { isChangeable } from "../../src/survey/record-response.ts";
import { isWithdrawn, type Response } from "../../src/survey/response.ts";
import type { SayWords } from "../../src/wording.ts";
import type { OwnAnswer, OwnTalk } from "./customer-home-view.ts";
import { type Paged, pageOf } from "./home-parts.ts";
import type { ReadingParts } from "./parts.ts";

/** So many of each stand on a page. */
const MOST_LISTED = 10;
/** So many are looked at, the latest ones. */
const MOST_READ = 500;

/** From which on each list is shown, by its name. */
export type TurnedTo = Readonly<Record<string, number>>;

type Days = (at: number) => string;

function daysOf({ wording, settings }: ReadingParts, { locale, zone }: Person): Days {
  const language = wording.choose(locale, settings.desk.locale);
  const format = dateFormat(language, { dateStyle: "medium", timeZone: zone ?? settings.desk.zone });
  return (at) => format.format(at);
}

async function ownTalk({ store, workspaces }: ReadingParts, interaction: Interaction, day: Days): Promise<OwnTalk> {
  const where = { interactionId: interaction.id };
  const [first] = await store.list("entry", { where, orderBy: "position", limit: 1 });
  return {
    id: interaction.id,
    day: day(interaction.openedAt),
    isOpen: interaction.state === "open",
    words: first?.deletedAt === null ? first.text : "",
    link: workspaces.linkTo(interaction.conversation),
  };
}

async function ownAnswer(desk: ReadingParts, response: Response, { locale }: Person, day: Days): Promise<OwnAnswer> {
  const { settings, clock, wording, store } = desk;
  const say: SayWords = (key, values) => wording.say(wording.choose(locale, settings.desk.locale), key, values);
  const { surveyId } = response;
  return {
    text: await answerLine({ store, say, day }, response),
    changeBy: isChangeable({ settings }, response, clock.now()) ? surveyId : null,
    withdrawBy: isWithdrawn(response) ? null : surveyId,
  };
}

/** The customer's own conversations and answers, the latest first. */
export async function gatherOwn(
  desk: ReadingParts,
  by: Person,
  customerId: string,
  pages: TurnedTo,
): Promise<{ readonly talks: Paged<OwnTalk>; readonly answers: Paged<OwnAnswer> }> {
  const where = { customerId };
  const latest = { where, descending: true, limit: MOST_READ } as const;
  const [interactions, responses] = await Promise.all([
    desk.store.list("interaction", { ...latest, orderBy: "openedAt" }),
    desk.store.list("response", { ...latest, orderBy: "answeredAt" }),
  ]);
  const day = daysOf(desk, by);
  const held = pageOf(interactions, pages.talks ?? 0, MOST_LISTED);
  const given = pageOf(responses, pages.answers ?? 0, MOST_LISTED);
  return {
    talks: { ...held, items: await Promise.all(held.items.map((one) => ownTalk(desk, one, day))) },
    answers: { ...given, items: await Promise.all(given.items.map((one) => ownAnswer(desk, one, by, day))) },
  };
}
