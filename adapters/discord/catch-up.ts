import { idAt, isLater, placeOf } from "./address.ts";
import { type ApiAnswer, CODE, type DiscordMessage, isRecord, recordsIn, textIn, valueIn } from "./api.ts";
import type { Channel } from "./channels.ts";
import type { Hearing } from "./message-events.ts";
import type { DiscordParts } from "./parts.ts";

const PAGE = 100;
/** Clocks of ours and Discord's may differ by this much. */
const CLOCK_LEEWAY_MS = 120_000;
/** Conversations in which nothing has happened for longer are not looked into again. */
const RECENT_MS = 30 * 24 * 60 * 60_000;
const AGAIN_MS = 60_000;

/** Reads what was written or closed while nobody listened. */
export interface CatchUp {
  /** One reading at a time; a call during one has it done once more. Never rejects. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** Discord may not let us see a part of what we ask for: there is nothing to read then. */
const UNSEEN = new Set<number>([CODE.missingAccess, CODE.missingPermissions, CODE.unknownChannel, 10004]);

/** What could not be read is read again after `againMs`, whatever else happens. */
export function createCatchUp(parts: DiscordParts, hearing: Hearing, againMs = AGAIN_MS): CatchUp {
  const { patient: api, store, bot, clock, log, section, directory, places } = parts;
  let underWay: Promise<void> | null = null;
  let isAgain = false;
  let isStopping = false;
  let again: NodeJS.Timeout | undefined;

  /** The answer's data, null where we may not see it. Throws where Discord does not say. */
  const get = async (path: string, query: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const answer: ApiAnswer = await api.call("GET", path, { query });
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
    if (!isLater(channel.lastMessage, since)) return;
    for (const message of await missed(channel.id, since)) {
      const placed = channel.guild === null ? message : { ...message, guild_id: channel.guild };
      if (isLater(textIn(message, "id"), since)) await hearing.written(placed);
      if (textIn(message, "edited_timestamp") !== null) await hearing.edited(placed);
    }
  };

  const readChannels = async (channels: readonly Channel[], since: string): Promise<void> => {
    for (const channel of channels) {
      if (isStopping) throw new Error("Reading was stopped");
      if ((await places.kind(channel)) === "other") continue;
      await readMessages(channel, since);
      await hearing.found(channel);
    }
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
    const recent = await store.list("interaction", { atLeast });
    return recent.flatMap((interaction) => {
      const place = placeOf(interaction.conversation);
      return place?.guild === guild ? [{ interaction, place }] : [];
    });
  };

  const readDirect = async (user: string, since: string): Promise<void> => {
    const opened = await api.call("POST", "/users/@me/channels", { body: { recipient_id: user } });
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
    await readChannels([...channels, ...active, ...archived], since);
    for (const { interaction, place } of recent) {
      if (place.kind === "person") await readDirect(place.user, since);
      else if (interaction.state === "open")
        await lookAfter(guild, place.channel, [...channels, ...active, ...archived]);
    }
  };

  /** An open conversation whose channel is in none of the lists has been archived long since, hidden or deleted. */
  const lookAfter = async (guild: string, channel: string, listed: readonly Channel[]): Promise<void> => {
    if (listed.some(({ id }) => id === channel)) return;
    const answer = await api.call("GET", `/channels/${channel}`);
    if (answer.kind === "error" && answer.code === CODE.unknownChannel) await hearing.gone(guild, channel);
    const found = answer.kind === "ok" ? places.take(answer.data)?.now : undefined;
    if (found) await hearing.found(found);
  };

  const readSince = async (guild: string): Promise<void> => {
    const place = `discord:${guild}`;
    const position = idAt(clock.now() - CLOCK_LEEWAY_MS);
    const cursor = await store.get("cursor", place);
    if (cursor) await readGuild(guild, cursor.position);
    await bot.handle({ kind: "place-read", id: null, at: clock.now(), place, position });
  };

  const readAll = async (): Promise<void> => {
    for (const guild of directory.guilds)
      await readSince(guild).catch((error) => {
        if (isStopping) return;
        log.warn("What was missed in a guild could not be read; it will be tried again", {
          guild,
          error: String(error),
        });
        clearTimeout(again);
        again = setTimeout(() => void run(), againMs).unref();
      });
  };

  async function run(): Promise<void> {
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
  }

  return {
    run,
    async stop() {
      isStopping = true;
      clearTimeout(again);
      await underWay;
    },
  };
}
