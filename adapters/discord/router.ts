import { isRecord, recordsIn, textIn, valueIn } from "./api.ts";
import type { CatchUp } from "./catch-up.ts";
import type { Dispatch } from "./gateway.ts";
import type { Handlers } from "./handlers.ts";
import type { Hearing } from "./message-events.ts";
import type { DiscordParts, SharedParts } from "./parts.ts";

const AGAIN_MS = 5_000;

export interface RouterConfig {
  readonly shared: Pick<SharedParts, "channels" | "members" | "log" | "self">;
  readonly desks: readonly Pick<DiscordParts, "section" | "homeFound">[];
  readonly hearing: Hearing;
  readonly handlers: Handlers;
  readonly catchUp: CatchUp;
  /** Hears of each server that is told of. */
  readonly greetGuild: (guild: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Wait before what could not be saved is read again, milliseconds. */
  readonly waitMs?: number | undefined;
}

/** Hands what Discord tells to whom it concerns; what happens in one channel is taken in its order. */
export interface Router {
  onDispatch(dispatch: Dispatch): void;
  /** Returns when everything taken so far is saved. */
  quiet(): Promise<void>;
  /** Takes nothing more and returns when everything taken is saved. */
  stop(): Promise<void>;
}

type Body = Readonly<Record<string, unknown>>;

export function createRouter({ shared, desks, hearing, handlers, catchUp, greetGuild, waitMs }: RouterConfig): Router {
  const { channels, members, log } = shared;
  const queues = new Map<string, Promise<void>>();
  const underWay = new Set<Promise<void>>();
  let isStopping = false;
  let again: NodeJS.Timeout | undefined;

  const track = (work: Promise<void>): void => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  const readAgain = (error: unknown): void => {
    log.warn("Something that happened on Discord could not be saved; it will be read again", { error: String(error) });
    clearTimeout(again);
    again = setTimeout(() => void catchUp.run(), waitMs ?? AGAIN_MS);
  };

  const unread = (error: unknown): void =>
    log.warn("What was missed in a conversation could not be read yet; it will be tried again", {
      error: String(error),
    });

  /** Does the work after everything else that concerns the channel. */
  const inOrder = (channel: string, work: () => Promise<void>): void => {
    const done = (queues.get(channel) ?? Promise.resolve()).then(work).catch(readAgain);
    queues.set(channel, done);
    track(done.finally(() => void (queues.get(channel) === done && queues.delete(channel))));
  };

  /** The guild in which a team's channel is, is the team's home. */
  const nameHomes = (guild: string): void => {
    const unnamed = (error: unknown) => log.warn("The team's server could not be kept", { error: String(error) });
    for (const { section, homeFound } of desks) {
      const { teamChannel } = section;
      if (teamChannel !== undefined && channels.known(teamChannel)?.guild === guild)
        track(homeFound(guild).catch(unnamed));
    }
  };

  const hearOfRole = (guild: string | null, role: unknown): void => {
    const id = textIn(role, "id");
    if (guild !== null && id !== null) members.hearOfRole(guild, id);
  };

  /** Reads first what was missed in the channel. */
  const afterMissed = async (guild: string | null, channel: string): Promise<void> => {
    if (guild !== null) await catchUp.before(guild, channel);
  };

  /** What was missed in the channel, and what came from it meanwhile. */
  const heardIn = (data: Body) => async (): Promise<void> => {
    const channel = textIn(data, "channel_id") ?? "";
    await afterMissed(textIn(data, "guild_id"), channel);
    await queues.get(channel);
  };

  const readGuild = (data: Body): void => {
    const id = textIn(data, "id");
    if (id === null || data.unavailable === true) return;
    members.hearOfGuild(id, textIn(data, "preferred_locale"));
    catchUp.lag(id);
    for (const role of recordsIn(data, "roles")) hearOfRole(id, role);
    for (const channel of [...recordsIn(data, "channels"), ...recordsIn(data, "threads")])
      channels.take({ ...channel, guild_id: id });
    nameHomes(id);
    track(greetGuild(data).catch((error) => log.warn("A new server was not greeted", { error: String(error) })));
    track(catchUp.run());
  };

  const changed = (data: Body): void => {
    const taken = channels.take(data);
    if (!taken) return;
    const { before, now } = taken;
    inOrder(now.id, async () => {
      await afterMissed(now.guild, now.id);
      await hearing.changed(before, now);
    });
  };

  /** A direct line is known by its first message. */
  const greet = (data: Body): void => {
    const [channel, user] = [textIn(data, "channel_id"), textIn(data, "author", "id")];
    if (textIn(data, "guild_id") !== null || channel === null || user === shared.self() || channels.known(channel))
      return;
    if (valueIn(data, "author", "bot") !== true) channels.take({ id: channel, recipients: [{ id: user }] });
  };

  /** Does the work in the order of the channel that the data names. */
  const inChannel = (data: Body, work: (channel: string) => Promise<void>): void => {
    const channel = textIn(data, "channel_id");
    if (channel !== null) inOrder(channel, () => work(channel));
  };

  const deleted = (data: Body, ids: readonly unknown[]): void => {
    const messages = ids.filter((id) => typeof id === "string");
    inChannel(data, (channel) => hearing.deleted(channel, messages));
  };

  const gone = (data: Body): void => {
    const [guild, id] = [textIn(data, "guild_id"), textIn(data, "id")];
    if (guild !== null && id !== null) inOrder(id, () => hearing.gone(guild, id));
  };

  const routes: Readonly<Record<string, (data: Body) => void>> = {
    GUILD_CREATE: readGuild,
    RESUMED: () => track(catchUp.run()),
    GUILD_ROLE_CREATE: (data) => hearOfRole(textIn(data, "guild_id"), data.role),
    CHANNEL_CREATE: (data) => void channels.take(data),
    THREAD_CREATE: (data) => void channels.take(data),
    THREAD_LIST_SYNC: (data) => recordsIn(data, "threads").forEach(channels.take),
    CHANNEL_UPDATE: changed,
    THREAD_UPDATE: changed,
    CHANNEL_DELETE: gone,
    THREAD_DELETE: gone,
    MESSAGE_CREATE(data) {
      greet(data);
      inChannel(data, async (channel) => {
        await afterMissed(textIn(data, "guild_id"), channel).catch(unread);
        await hearing.written(data);
      });
    },
    MESSAGE_UPDATE: (data) => inChannel(data, () => hearing.edited(data)),
    MESSAGE_DELETE: (data) => deleted(data, [data.id]),
    MESSAGE_DELETE_BULK: (data) => deleted(data, Array.isArray(data.ids) ? data.ids : []),
    MESSAGE_REACTION_ADD: (data) => inChannel(data, () => hearing.reacted(data)),
    INTERACTION_CREATE: (data) => track(handlers.interaction(data, heardIn(data))),
  };

  const quiet = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  };

  return {
    quiet,
    onDispatch({ type, data }) {
      if (!isStopping) routes[type]?.(isRecord(data) ? data : {});
    },
    async stop() {
      isStopping = true;
      clearTimeout(again);
      await quiet();
    },
  };
}
