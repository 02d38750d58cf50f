import { createFirstReadings } from "../first-readings.ts";
import { placeOf } from "./address.ts";
import { textIn } from "./api.ts";
import type { FindDesk } from "./find-desk.ts";
import { createHistory, NotReadable } from "./history.ts";
import { createMissed, type PlaceToRead } from "./missed-messages.ts";
import type { SlackDesks, SlackParts } from "./parts.ts";

/** Reads what was written while nobody listened. */
export interface CatchUp {
  /** One reading at a time; a call during one has it done once more. Never rejects. */
  run(): Promise<void>;
  /** Slack connects anew: until a channel has been read, what was missed in one of its threads is read when something is done there. */
  lag(): void;
  /** Resolves when what was missed in the conversation is kept; at once where its channel has been read. Rejects where it could not be read now. */
  before(conversation: string): Promise<void>;
  stop(): Promise<void>;
}

/** A place, and the desk that notes how far it was read. */
interface Mark {
  readonly place: string;
  readonly desk: SlackParts;
}

/** Reads every place of ours from where it was left, and again before long where that failed. */
export function createCatchUp(desks: SlackDesks, findDesk: FindDesk, againMs: number): CatchUp {
  const [first] = desks;
  const { api, clock, log, workspaces } = first;
  const history = createHistory(api);
  const missed = createMissed({ clock, history, deskOf: findDesk.ofMessage });
  const channels = () => desks.flatMap((desk) => desk.section.supportChannels.map((channel) => ({ channel, desk })));
  let underWay: Promise<void> | null = null;
  let again: NodeJS.Timeout | undefined;
  let isWanted = false;
  let isStopping = false;

  /** A direct line belongs to no desk: how far it was read stands with the first. */
  const moveTo = ({ place, desk }: Mark, position: string) =>
    desk.bot.handle({ kind: "place-read", id: null, at: clock.now(), place, position });

  /** How far a place was read, by whichever desk was to note that; null where it never was. */
  const positionOf = async (place: string): Promise<string | null> => {
    const cursors = await Promise.all(desks.map(({ store }) => store.get("cursor", place)));
    const positions = cursors.flatMap((cursor) => (cursor ? [cursor.position] : []));
    return positions.toSorted((one, other) => Number(other) - Number(one))[0] ?? null;
  };

  /** Reads on from where the place was left; from `otherwise`, or from now on, where it was never read. */
  const readPlace = async (
    mark: Mark,
    reading: Omit<PlaceToRead, "since">,
    otherwise: string | null,
  ): Promise<void> => {
    const startedAt = (clock.now() / 1000).toFixed(6);
    const since = (await positionOf(mark.place)) ?? otherwise;
    const last = since === null ? startedAt : await missed.keep({ ...reading, since });
    if (last !== null) await moveTo(mark, Number(last) < Number(startedAt) ? last : startedAt);
  };

  /** Of one thread in which something is done now. What Slack does not show us at all is not waited for. */
  const readFirst = async (place: string, thread: string): Promise<void> => {
    const [since, channel] = [await positionOf(place), placeOf(place)];
    if (since === null || channel === null) return;
    try {
      await missed.keepThread({ team: channel.team, channel: channel.channel, isDirect: false, since }, thread);
    } catch (error) {
      if (!(error instanceof NotReadable && error.isRefused)) throw error;
    }
  };
  const firsts = createFirstReadings(readFirst);

  const isElsewhere = (error: unknown): boolean =>
    error instanceof NotReadable && error.code === "channel_not_found" && workspaces.identities().length > 1;

  const tried = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (isStopping || isElsewhere(error)) return;
      log.warn(`${what} could not be read; it will be tried again`, { error: String(error) });
      clearTimeout(again);
      again = setTimeout(() => void run(), againMs);
    }
  };

  /** Direct lines that somebody opened while nobody listened are read from when the list was last read. */
  const readDirect = async (team: string): Promise<void> => {
    const mark = { place: `slack:${team}:direct`, desk: first };
    const startedAt = (clock.now() / 1000).toFixed(6);
    const before = await positionOf(mark.place);
    const readLine = (channel: string) =>
      readPlace({ place: `slack:${team}:${channel}`, desk: first }, { team, channel, isDirect: true }, before);
    const lines = await history.all(team, "users.conversations", { types: "im" }, "channels");
    for (const channel of lines.flatMap((line) => textIn(line, "id") ?? []))
      await tried("A direct line", () => readLine(channel));
    await moveTo(mark, startedAt);
  };

  const readAll = async (): Promise<void> => {
    for (const { team } of workspaces.identities()) {
      for (const { channel, desk } of channels()) {
        const [reading, place] = [{ team, channel, isDirect: false }, `slack:${team}:${channel}`];
        const read = () => readPlace({ place, desk }, reading, null);
        await tried(`Channel ${channel}`, () => firsts.whole(place, read));
      }
      await tried("The list of direct lines", () => readDirect(team));
    }
  };

  async function run(): Promise<void> {
    isWanted = true;
    underWay ??= (async () => {
      while (isWanted && !isStopping) {
        isWanted = false;
        await readAll();
      }
      underWay = null;
    })();
    await underWay;
  }

  return {
    run,
    lag() {
      for (const { team } of workspaces.identities())
        for (const { channel } of channels()) firsts.lag(`slack:${team}:${channel}`);
    },
    async before(conversation) {
      const place = placeOf(conversation);
      if (place === null || place.isDirect || place.thread === null) return;
      await firsts.before(`slack:${place.team}:${place.channel}`, place.thread);
    },
    async stop() {
      isStopping = true;
      clearTimeout(again);
      history.stop();
      await underWay;
    },
  };
}
