import { caseFor, urgentCases } from "../../src/chat/find-cases.ts";
import type { FormWords } from "../../src/chat/forms.ts";
import { digestMessage } from "../../src/digest/digest-messages.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import { isLate } from "../../src/outside/views.ts";
import type { Case } from "../../src/recovery/case.ts";
import { standingLine } from "../../src/recovery/cord-messages.ts";
import { standingCords } from "../../src/recovery/find-cord.ts";
import { type Paged, pageOf } from "./home-parts.ts";
import type { ReadingParts } from "./parts.ts";
import type { CaseListed, CordListed, OpenTalk } from "./team-home-view.ts";

/** So many open conversations and cases are looked at, those that wait longest. */
const MOST_READ = 500;
/** Of so many conversations it is found out who spoke last. */
const MOST_JUDGED = 100;

/** Whether the customer has spoken last, and so waits for an answer. */
async function isUnanswered({ store }: ReadingParts, { id, agentMessages }: Interaction): Promise<boolean> {
  if (agentMessages === 0) return true;
  const spoken = { interactionId: id, author: ["customer", "agent"] } as const;
  const [last] = await store.list("entry", { where: spoken, orderBy: "position", descending: true, limit: 1 });
  return last?.author === "customer";
}

async function drawnTalk(
  { store, settings, wording }: ReadingParts,
  interaction: Interaction,
  isWaiting: boolean,
): Promise<OpenTalk> {
  const customer = await store.get("customer", interaction.customerId);
  const where = { interactionId: interaction.id };
  const [first] = await store.list("entry", { where, orderBy: "position", limit: 1 });
  const name = customer?.name ?? wording.say(wording.choose(settings.desk.locale), "team.somebody");
  const words = first?.deletedAt === null ? first.text : "";
  return { interaction, customer: name, words, isUnanswered: isWaiting };
}

/** The open conversations of the workspace: those that wait for an answer first, and of these the longest waiting. */
export async function gatherTalks(
  desk: ReadingParts,
  team: string,
  from: number,
  most: number,
): Promise<Paged<OpenTalk>> {
  const inWorkspace = { where: { state: "open" }, startsWith: { conversation: `slack:${team}:` } } as const;
  const open = await desk.store.list("interaction", { ...inWorkspace, orderBy: "lastActivityAt", limit: MOST_READ });
  const judged = open.slice(0, MOST_JUDGED);
  const waits = await Promise.all(judged.map((one) => isUnanswered(desk, one)));
  const waiting = new Set(judged.filter((_, index) => waits[index]));
  const ordered = [...waiting, ...open.filter((one) => !waiting.has(one))];
  const page = pageOf(ordered, from, most);
  return { ...page, items: await Promise.all(page.items.map((one) => drawnTalk(desk, one, waiting.has(one)))) };
}

async function drawnCase(
  { store, clock }: ReadingParts,
  words: FormWords,
  by: Person,
  item: Case,
): Promise<CaseListed> {
  const { text, actions } = await caseFor({ ...words, store, by }, item);
  return { text, actions, isOverdue: isLate(item, clock.now()), about: item.interactionId };
}

/** Each open case in a line, with what this person may do about it: the most urgent first. */
export async function gatherCases(
  desk: ReadingParts,
  { words, by }: { readonly words: FormWords; readonly by: Person },
  from: number,
  most: number,
): Promise<Paged<CaseListed>> {
  const page = await urgentCases(desk, { from, most });
  return { ...page, items: await Promise.all(page.items.map((item) => drawnCase(desk, words, by, item))) };
}

/** Each cord that stands pulled in a line, with the button that answers for it. */
export async function gatherCords(desk: ReadingParts, words: FormWords): Promise<CordListed[]> {
  const cords = await standingCords(desk.store);
  const label = words.wording.say(words.locale, "cord.answer");
  return Promise.all(
    cords.map(async (cord) => ({
      text: await standingLine({ ...words, store: desk.store }, cord, words.locale),
      answer: { name: "cord-answer", subject: cord.id, label } as const,
    })),
  );
}

/** The digest that was posted last; null where none was. */
export async function postedDigest(desk: ReadingParts): Promise<OutboundMessage | null> {
  const [row] = await desk.store.list("digest", { orderBy: "week", descending: true, limit: 1 });
  return row ? digestMessage(desk, row) : null;
}
