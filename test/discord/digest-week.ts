import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { Store } from "../../src/ports.ts";
import { type Component, flattened } from "../servers/discord/components.ts";
import { manualTime } from "../servers/discord/time.ts";
import type { LocalDiscordOptions } from "../servers/discord.ts";
import { agent, countingIds, createWorld, DAY, HOUR, MINUTE, MONDAY_TEN } from "../world.ts";
import {
  type DiscordDesk,
  type DiscordDeskOptions,
  discordDesk,
  discordSettings,
  type Furnished,
  furnishedDiscord,
} from "./discord-desk.ts";

/** What a customer answers about a product, and the words with it; a null score is silence. */
export interface Visit {
  readonly score: number | null;
  readonly product?: string;
  readonly comment?: string;
}

export interface WeekOptions extends Pick<DiscordDeskOptions, "between" | "drawPicture"> {
  readonly visits?: readonly Visit[];
  readonly products?: readonly { readonly id: string; readonly name: string }[];
  readonly local?: LocalDiscordOptions;
  /** Settings beside those that the week needs. */
  readonly more?: Record<string, unknown>;
}

const APP = { id: "app", name: "Mobile app" };
const POST_TIME = MONDAY_TEN - HOUR;

/** Twelve conversations about the app, of which three end in silence. */
export const FULL_WEEK: readonly Visit[] = [9, 10, 3, 8, 9, null, 6, 10, null, 9, 7, null].map((score, index) => ({
  score,
  product: "app",
  ...(index % 2 === 0 ? { comment: `Invoice ${index} was late.` } : {}),
}));

/** The conversation of a visit: a thread's address, as it might be in the guild. */
export function placeOfVisit({ guild }: Pick<Furnished, "guild">, number: number): string {
  return `discord:${guild.id}:${7_000_000 + number}:channel`;
}

async function visited(
  furnished: Furnished,
  {
    store,
    visits,
    settings,
    ids,
  }: {
    store: Store;
    visits: readonly Visit[];
    ids: ReturnType<typeof countingIds>;
    settings: ReturnType<typeof discordSettings>;
  },
): Promise<void> {
  const world = createWorld({ settings, store, ids, platform: "discord", teamLanes: [], start: POST_TIME - 5 * DAY });
  for (const [number, { score, product, comment }] of visits.entries()) {
    const where = placeOfVisit(furnished, number);
    const by = { address: `discord:${furnished.guild.id}:${8_000_000 + number}`, role: "customer" } as const;
    await world.writes(by, "Hello?", where);
    await world.writes(agent, "Hello!", where);
    await world.resolves(agent, { where, ...(product === undefined ? {} : { product }) });
    await world.settle();
    const { id: interactionId } = await world.interaction(where);
    const [survey] = await world.store.list("survey", { where: { interactionId } });
    if (score === null || !survey) continue;
    const words = comment === undefined ? {} : { comment };
    await world.handle({ kind: "score-given", surveyId: survey.id, by, score, via: "tap", ...words });
  }
  await world.pass(2 * DAY, HOUR);
}

/** A desk whose week is over, a minute before its digest is due, and the same to be started again. */
export async function beforeDigest(options: WeekOptions = {}) {
  const { visits = FULL_WEEK, products = [APP], local, more, ...between } = options;
  const time = manualTime(POST_TIME - MINUTE);
  const furnished = await furnishedDiscord(time, local);
  const asking = { delay: "0s", quietHours: "", expireAfter: "1d", minAgentMessages: 1 };
  const recovery = { contactWithin: "300h", escalateAfter: "400h" };
  const settings = { products, ask: asking, recovery, silence: { greet: 0 }, ...more };
  const [store, ids] = [createMemoryStore(), countingIds()];
  await visited(furnished, { store, visits, ids, settings: discordSettings(furnished, settings) });
  const same = { time, furnished, store, ids, settings };
  const desk = await discordDesk({ ...same, ...between });
  await desk.settle();
  const person = (name: string) => furnished.discord.user(name);
  return { desk, same, agent: person("agent"), lead: person("lead"), customer: person("customer") };
}

/** The same when the digest stands in the team's channel. */
export async function digested(options: WeekOptions = {}) {
  const before = await beforeDigest(options);
  await before.desk.pass(2 * MINUTE);
  return before;
}

/** The messages of the digest as the team sees them. */
export function digestMessages({ discord, team }: Pick<DiscordDesk, "discord" | "team">) {
  return discord
    .user("agent")
    .sees(team)
    .filter(({ author }) => author.id === discord.botId);
}

/** What the digest was to say, as it stands in the outbox. */
export async function saidDigest({ store }: Pick<DiscordDesk, "store">) {
  const posts = await store.list("post", {});
  const post = posts.find(({ message }) => message.kind === "digest" && message.replaces === undefined);
  if (!post) throw new Error("There is no digest");
  const sections = post.message.sections ?? [];
  const titles = sections.filter(({ isDetail }) => !isDetail).map(({ title }) => title);
  const details = sections.filter(({ isDetail }) => isDetail).map(({ title }) => title);
  return { post, titles, details, picture: post.message.picture };
}

type Shown = ReturnType<typeof digestMessages>[number];

/** The parts of a message in the order in which they are shown, those inside others too. */
export function partsOf({ components }: Shown): Component[] {
  return flattened(components ?? []);
}

/** What a message says, as it is sent. */
export function textsOf(message: Shown): string[] {
  const texts = partsOf(message).filter(({ type }) => type === 10);
  return [message.content, ...texts.map(({ content }) => String(content))].filter((text) => text !== "");
}

/** Everything a message says, as a person reads it: marks taken for words shown as such. */
export function wordsOf(message: Shown): string {
  return textsOf(message)
    .join("\n")
    .replace(/\\([^0-9A-Za-z\s])/g, "$1");
}

/** The headings of a message's parts. */
export function titlesOf(message: Shown): string[] {
  return wordsOf(message)
    .split("\n")
    .flatMap((line) => /^### (.*)$/.exec(line)?.[1] ?? []);
}

/** The pictures that a message shows. */
export function picturesOf(message: Shown): { readonly url: string; readonly description: string }[] {
  const items = partsOf(message).flatMap(
    ({ items }) => (items ?? []) as { media: { url: string }; description: string }[],
  );
  return items.map(({ media, description }) => ({ url: media.url, description }));
}

/** How many rows of buttons stand under each message. */
export function rowsOf(message: Shown): number {
  return partsOf(message).filter(({ type }) => type === 1).length;
}

/** The ids of the buttons that stand beside what is said in a message, links left out. */
export function buttonsBeside(message: Shown): string[] {
  return partsOf(message).flatMap(({ accessory }) => (accessory?.custom_id === undefined ? [] : [accessory.custom_id]));
}

/** The files of a message, as Discord keeps them. */
export function filesOf(
  { discord }: Pick<DiscordDesk, "discord">,
  { id, channel_id }: { id: string; channel_id: string },
) {
  const message = discord.world.channels.get(channel_id)?.messages.find((one) => one.id === id);
  return message?.attachments ?? [];
}
