import { createFirstReadings } from "../first-readings.ts";
import { idAt, isLater, placeOf } from "./address.ts";
import { type ApiAnswer, CODE, type DiscordMessage, isRecord, recordsIn, textIn, valueIn } from "./api.ts";
import type { Channel } from "./channels.ts";
import type { Hearing } from "./message-events.ts";
import type { DiscordParts } from "./parts.ts";

const PAGE = 100;
/** What is known of Discord's time may be off by this much. */
const CLOCK_LEEWAY_MS = 120_000;
/** Conversations in which nothing has happened for longer are not looked into again. */
const RECENT_MS = 30 * 24 * 60 * 60_000;
/** Wait before what could not be read is read again; it doubles up to an hour. */
const AGAIN_MS = 60_000;
const LONGEST_AGAIN_MS = 3_600_000;

/** Reads what was written or closed while nobody listened. */
export interface CatchUp {
  /** One reading at a time; a call during one has it done once more. Never rejects. */
  run(): Promise<void>;
  /** A server is told of anew: until it has been read, what was missed in one of its channels is read when something happens there. */
  lag(guild: string): void;
  /** Resolves when what was missed in the channel is kept; at once where the server has been read. Rejects where it could not be read. */
  before(guild: string, channel: string): Promise<void>;
  stop(): Promise<void>;
}

/** Discord may not let us see a part of what we ask for: there is nothing to read then. */
const UNSEEN = new Set<number>([CODE.missingAccess, CODE.missingPermissions, CODE.unknownChannel, 10004]);

export function createCatchUp(parts: DiscordParts, hearing: Hearing, againMs: number = AGAIN_MS): CatchUp {
  const { patient, theirTime, store, bot, clock, log, section, directory, places } = parts;
  let underWay: Promise<void> | null = null;
  let isAgain = false;
  let isStopping = false;
  let failures = 0;
  let again: NodeJS.Timeout | undefined;

  /** The answer's data, null where we may not see it. Throws where Discord does not say. */
  const get = async (path: string, query: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const answer: ApiAnswer = await patient.call("GET", path, { query });
    if (answer.kind === "ok") return answer.data;
    if (answer.kind === "error" && UNSEEN.has(answer.code)) return null;
    throw new Error(`GET ${path}: ${JSON.stringify(answer)}`);
  };

  /** What was written or changed in a channel since, oldest first. */
  const missed = async (channel: string, since: string): Promise<DiscordMessage[]> => {
    const found: DiscordMessage[] = [];
    for (let before: string | null = null; ; ) {
      const query = { limit: String(PAGE), ...(before === null ? {} : { before }) };
      const data = await get(`/channels/${channel}/messages`, query);
      const page = Array.isArray(data) ? data.filter(isRecord) : [];
      found.push(...page);
      before = textIn(page.at(-1), "id");
      if (page.length < PAGE || before === null || !isLater(before, since)) break;
    }
    return found.toReversed();
  };

  const readMessages = async (channel: Channel, since: string): Promise<void> => {
    if (isLater(channel.lastMessage, since)) await keepMissed(channel, since);
  };

  const keepMissed = async (channel: Channel, since: string): Promise<void> => {
    for (const message of await missed(channel.id, since)) {
      const placed = channel.guild === null ? message : { ...message, guild_id: channel.guild };
      if (isLater(textIn(message, "id"), since)) await hearing.written(placed);
      if (textIn(message, "edited_timestamp") !== null) await hearing.edited(placed);
    }
  };

  const readChannel = async (channel: Channel, since: string): Promise<void> => {
    if ((await places.kind(channel)) === "other") return;
    await readMessages(channel, since);
    await hearing.found(channel);
  };

  /** Of one channel in which something happens now: what is known of its last message may be old. */
  const readFirst = async (guild: string, id: string): Promise<void> => {
    const cursor = await store.get("cursor", `discord:${guild}`);
    const channel = cursor && (await places.lookUp(id));
    if (!channel || (await places.kind(channel)) === "other") return;
    await directory.during(() => keepMissed(channel, cursor.position));
  };
  const firsts = createFirstReadings(readFirst);

  /** Does each of the works; one that fails keeps no other from being done. Throws what went wrong first, when all is done. */
  const each = async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> => {
    const faults: unknown[] = [];
    for (const item of items) {
      if (isStopping) throw new Error("Reading was stopped");
      await work(item).catch((error: unknown) => faults.push(error));
    }
    if (faults.length > 0) throw new Error(`${faults.length} of ${items.length} could not be read: ${faults[0]}`);
  };

  const taken = (data: readonly unknown[]): Channel[] => data.flatMap((one) => places.take(one)?.now ?? []);

  /** Threads of a channel that were archived since. */
  const archivedIn = async (channel: string, kind: "public" | "private", since: string): Promise<Channel[]> => {
    const found: Channel[] = [];
    for (let before: string | null = null; ; ) {
      const query = { limit: String(PAGE), ...(before === null ? {} : { before }) };
      const data = await get(`/channels/${channel}/threads/archived/${kind}`, query);
      const page = taken(recordsIn(data, "threads"));
      found.push(...page);
      const last = page.at(-1)?.thread?.turnedAt;
      if (last === undefined || !isLater(idAt(last), since) || valueIn(data, "has_more") !== true) break;
      before = new Date(last).toISOString();
    }
    return found.filter(({ thread }) => thread !== null && isLater(idAt(thread.turnedAt), since));
  };

  const recentIn = async (guild: string) => {
    const atLeast = { lastActivityAt: clock.now() - RECENT_MS };
    const where = { state: ["open", "resolved"] } as const;
    const startsWith = { conversation: `discord:${guild}:` };
    const recent = await store.list("interaction", { where, atLeast, startsWith, orderBy: "lastActivityAt" });
    return recent.flatMap((interaction) => {
      const place = placeOf(interaction.conversation);
      return place?.guild === guild ? [{ interaction, place }] : [];
    });
  };

  const readDirect = async (user: string, since: string): Promise<void> => {
    const opened = await patient.call("POST", "/users/@me/channels", { body: { recipient_id: user } });
    if (opened.kind !== "ok" && opened.kind !== "error")
      throw new Error(`A direct line could not be read: ${JSON.stringify(opened)}`);
    const line = opened.kind === "ok" ? places.take(opened.data)?.now : undefined;
    if (line) await readMessages(line, since);
  };

  /** Everything of a guild that stands at all: its channels and threads, then what is missing from them. */
  const readGuild = async (guild: string, since: string): Promise<void> => {
    const recent = await recentIn(guild);
    for (const { place } of recent) if (place.kind === "channel") places.keepAsTicket(place.channel);
    const channels = taken(((await get(`/guilds/${guild}/channels`)) as unknown[] | null) ?? []);
    const active = taken(recordsIn(await get(`/guilds/${guild}/threads/active`), "threads"));
    const support = channels.filter(({ id }) => section.supportChannels.includes(id));
    const archived: Channel[] = [];
    for (const { id } of support)
      for (const kind of ["public", "private"] as const) archived.push(...(await archivedIn(id, kind, since)));
    const listed = new Map([...channels, ...active, ...archived].map((channel) => [channel.id, channel]));
    const talks = recent.filter(({ place, interaction }) => place.kind === "person" || interaction.state === "open");
    const works = [
      ...[...listed.values()].map((channel) => () => readChannel(channel, since)),
      ...talks.map(({ place }) => () => {
        if (place.kind === "person") return readDirect(place.user, since);
        return listed.has(place.channel) ? Promise.resolve() : lookAfter(guild, place.channel);
      }),
    ];
    await each(works, (work) => work());
  };

  /** An open conversation whose channel is in none of the lists has been archived long since, hidden or deleted. */
  const lookAfter = async (guild: string, channel: string): Promise<void> => {
    const answer = await patient.call("GET", `/channels/${channel}`);
    if (answer.kind === "error" && answer.code === CODE.unknownChannel) await hearing.gone(guild, channel);
    const found = answer.kind === "ok" ? places.take(answer.data)?.now : undefined;
    if (found) await hearing.found(found);
  };

  const readSince = async (guild: string): Promise<void> => {
    const place = `discord:${guild}`;
    const begunAt = clock.now();
    const cursor = await store.get("cursor", place);
    if (cursor) await readGuild(guild, cursor.position);
    // Any answer tells Discord's time.
    else await get(`/guilds/${guild}/channels`);
    const position = idAt(theirTime.at(begunAt) - CLOCK_LEEWAY_MS);
    await bot.handle({ kind: "place-read", id: null, at: clock.now(), place, position });
  };

  /** What failed is read again soon: what is kept already costs nothing then. */
  const readLater = (): void => {
    const wait = Math.min(LONGEST_AGAIN_MS, againMs * 2 ** failures);
    failures += 1;
    clearTimeout(again);
    if (!isStopping) again = setTimeout(() => void run(), wait);
  };

  const readAll = async (): Promise<void> => {
    let hasFailed = false;
    for (const guild of directory.guilds)
      await directory
        .during(() => firsts.whole(guild, () => readSince(guild)))
        .catch((error) => {
          hasFailed = true;
          if (isStopping) return;
          const about = { guild, error: String(error) };
          log.warn("What was missed in a guild could not be read; it will be tried again", about);
        });
    if (hasFailed) readLater();
    else failures = 0;
  };

  const run = async (): Promise<void> => {
    if (isStopping) return;
    if (underWay) {
      isAgain = true;
      return underWay;
    }
    underWay = readAll();
    await underWay;
    underWay = null;
    if (isAgain) {
      isAgain = false;
      await run();
    }
  };

  return {
    run,
    lag: firsts.lag,
    before: firsts.before,
    async stop() {
      isStopping = true;
      clearTimeout(again);
      await underWay;
    },
  };
}
