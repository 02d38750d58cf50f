import { textIn } from "./api.ts";
import { createHistory, NotReadable } from "./history.ts";
import { createMissed, type PlaceToRead } from "./missed-messages.ts";
import type { SlackParts } from "./parts.ts";

/** Reads what was written while nobody listened. */
export interface CatchUp {
  /** One reading at a time; a call during one has it done once more. Never rejects. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** Reads every place of ours from where it was left, and again before long where that failed. */
export function createCatchUp(parts: SlackParts): CatchUp {
  const { api, store, bot, clock, log, section, workspaces, againMs } = parts;
  const history = createHistory(api);
  const missed = createMissed(parts, history);
  let underWay: Promise<void> | null = null;
  let again: NodeJS.Timeout | undefined;
  let isWanted = false;
  let isStopping = false;

  const moveTo = (place: string, position: string) =>
    bot.handle({ kind: "place-read", id: null, at: clock.now(), place, position });

  /** Reads on from where the place was left; from `otherwise`, or from now on, where it was never read. */
  const readPlace = async (
    place: string,
    reading: Omit<PlaceToRead, "since">,
    otherwise: string | null,
  ): Promise<void> => {
    const startedAt = (clock.now() / 1000).toFixed(6);
    const since = (await store.get("cursor", place))?.position ?? otherwise;
    const last = since === null ? startedAt : await missed.keep({ ...reading, since });
    if (last !== null) await moveTo(place, Number(last) < Number(startedAt) ? last : startedAt);
  };

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
    const place = `slack:${team}:direct`;
    const startedAt = (clock.now() / 1000).toFixed(6);
    const before = (await store.get("cursor", place))?.position ?? null;
    const readLine = (channel: string) =>
      readPlace(`slack:${team}:${channel}`, { team, channel, isDirect: true }, before);
    const lines = await history.all(team, "users.conversations", { types: "im" }, "channels");
    for (const channel of lines.flatMap((line) => textIn(line, "id") ?? []))
      await tried("A direct line", () => readLine(channel));
    await moveTo(place, startedAt);
  };

  const readAll = async (): Promise<void> => {
    for (const { team } of workspaces.identities()) {
      for (const channel of section.supportChannels) {
        const reading = { team, channel, isDirect: false };
        await tried(`Channel ${channel}`, () => readPlace(`slack:${team}:${channel}`, reading, null));
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
    async stop() {
      isStopping = true;
      clearTimeout(again);
      history.stop();
      await underWay;
    },
  };
}
