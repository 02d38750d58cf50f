import type { Context } from "../context.ts";
import { actsOn, type Enhancement } from "../enhance/enhancement.ts";
import type { EnhancementCount } from "../enhance/enhancement-counts.ts";
import { gatherById } from "../gather-by-id.ts";
import { grouped } from "../grouping.ts";
import { unreadAmong } from "../interaction/find-unread.ts";
import type { Action, OutboundMessage, Section } from "../messages.ts";
import { productName } from "../name-product.ts";
import type { Reader } from "../ports.ts";
import { may } from "../rights.ts";
import { whoMay } from "../say-who-may.ts";
import type { Response } from "../survey/response.ts";
import type { Asking } from "./find-overview.ts";

/** So many are looked at for a list in chat, the newest ones. */
const MOST_READ = 60;
/** So many of a product are shown in chat, and so many of all can be worked by button. */
const MOST_LISTED = 5;
const MOST_WORKED = 5;
const LONGEST_WORDS = 300;

/** An enhancement with the answer it came with. */
export interface EnhancementFile {
  readonly item: Enhancement;
  readonly response: Response;
}

/** What is to be made better about one product: what customers have written, the newest first, and how many wrote nothing. */
export interface ProductFile {
  readonly product: string | null;
  readonly name: string | null;
  readonly worded: readonly EnhancementFile[];
  /** How many more with words there are than are read. */
  readonly more: number;
  readonly wordless: number;
}

async function withResponses(store: Reader, items: readonly Enhancement[]): Promise<EnhancementFile[]> {
  const ids = items.map(({ responseId }) => responseId);
  const found = await gatherById(ids, (id) => store.list("response", { where: { id } }));
  const customers = found.map(({ customerId }) => customerId);
  const unread = await unreadAmong({ store }, customers);
  const readable = found.filter(({ customerId }) => !unread.has(customerId));
  const responses = new Map(readable.map((response) => [response.id, response]));
  return items.flatMap((item) => {
    const response = responses.get(item.responseId);
    return response ? [{ item, response }] : [];
  });
}

function counted(counts: readonly EnhancementCount[], product: string | null, hasWords: boolean): number {
  const alike = counts.filter((one) => one.product === product && one.hasWords === hasWords);
  return alike.reduce((sum, { count }) => sum + count, 0);
}

/** What is to be made better and not done, by product: those with the most to do first. Of all there is so many are read. */
export async function gatherToEnhance(
  { store, settings }: Pick<Context, "store" | "settings">,
  most = MOST_READ,
): Promise<ProductFile[]> {
  const state = ["open", "planned"] as const;
  const latest = { orderBy: "openedAt", descending: true, limit: most } as const;
  const items = await store.list("enhancement", { where: { state, hasWords: true }, ...latest });
  const byProduct = grouped(await withResponses(store, items), ({ item }) => item.product);
  const counts = (await store.countEnhancements()).filter((one) => state.some((open) => open === one.state));
  const products = [...new Set(counts.map(({ product }) => product))];
  const files = products.map((product) => {
    const worded = byProduct.get(product) ?? [];
    const name = product === null ? null : productName(settings, product);
    const more = Math.max(0, counted(counts, product, true) - worded.length);
    return { product, name, worded, more, wordless: counted(counts, product, false) };
  });
  return files.toSorted((a, b) => b.worded.length - a.worded.length || b.wordless - a.wordless);
}

/** So many that are over are shown. */
const MOST_PAST = 10;

/** What was done or withdrawn last. */
export async function gatherPast({ store }: Pick<Context, "store">): Promise<EnhancementFile[]> {
  const where = { state: ["done", "withdrawn"] as const };
  const latest = { orderBy: "changedAt", descending: true, limit: MOST_PAST } as const;
  return withResponses(store, await store.list("enhancement", { where, ...latest }));
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_WORDS ? `${letters.slice(0, LONGEST_WORDS).join("")}…` : text;
}

/** One line: its number where it can be worked, the customer's words, and what is planned. */
function lineOf({ wording, locale }: Asking, { item, response }: EnhancementFile, number: number): string {
  const step = item.state === "planned" ? item.steps.at(-1) : undefined;
  const planned = step
    ? [wording.say(locale, "enhance.planned", { by: step.byName ?? step.byAddress ?? "–", sentence: step.note ?? "–" })]
    : [];
  const words = `“${shortened((response.comment ?? "").replace(/\s+/g, " ").trim())}”`;
  return [number > 0 ? `${number}. ${words}` : words, ...planned].join(" · ");
}

function sectionOf(asking: Asking, file: ProductFile, numbers: ReadonlyMap<string, number>): Section {
  const { wording, locale } = asking;
  const listed = file.worded.slice(0, MOST_LISTED);
  const left = file.worded.length - listed.length + file.more;
  return {
    title: file.name ?? wording.say(locale, "enhance.noProduct"),
    lines: [
      ...listed.map((one) => lineOf(asking, one, numbers.get(one.item.id) ?? 0)),
      ...(left === 0 ? [] : [wording.say(locale, "home.more", { count: left })]),
      ...(file.wordless === 0 ? [] : [wording.say(locale, "enhance.wordless", { count: file.wordless })]),
    ],
  };
}

function actionsOf({ wording, locale }: Asking, listed: readonly EnhancementFile[]): Action[] {
  const button = (name: "enhance-plan" | "enhance-finish", { item }: EnhancementFile, count: number): Action => {
    const key = name === "enhance-plan" ? "enhance.planOf" : "enhance.finishOf";
    return { name, subject: item.id, value: String(count), label: wording.say(locale, key, { count }) };
  };
  const plans = listed.flatMap((one, index) =>
    actsOn(one.item).includes("plan") ? [button("enhance-plan", one, index + 1)] : [],
  );
  return [...plans, ...listed.map((one, index) => button("enhance-finish", one, index + 1))];
}

/** What passives would have changed, by product, with buttons for the first; a refusal to those without the right to read figures. */
export async function toEnhance(asking: Asking): Promise<OutboundMessage | string> {
  const { wording, locale, by } = asking;
  if (!may(by.role, "read-figures")) return whoMay(asking, by, "read-figures");
  const files = await gatherToEnhance(asking);
  if (files.length === 0) return wording.say(locale, "enhance.none");
  const listed = files.flatMap(({ worded }) => worded.slice(0, MOST_LISTED)).slice(0, MOST_WORKED);
  const numbers = new Map(listed.map(({ item }, index) => [item.id, index + 1]));
  return {
    kind: "notice",
    text: wording.say(locale, "enhance.title"),
    sections: files.map((file) => sectionOf(asking, file, numbers)),
    actions: may(by.role, "work-case") ? actionsOf(asking, listed) : [],
  };
}
