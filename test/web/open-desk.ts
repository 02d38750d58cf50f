import { onTestFinished } from "vitest";
import { digestSvg } from "../../adapters/chart/digest-svg.ts";
import { createDrawSpan } from "../../adapters/chart/draw-span.ts";
import { readThemes } from "../../adapters/themes.ts";
import type { WebDesk } from "../../adapters/web/desk.ts";
import { createPasswords } from "../../adapters/web/passwords.ts";
import { createWebPlatform, type WebConfig, type WebPlatform } from "../../adapters/web/web.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { createSpeaker } from "../../src/digest/say-figures.ts";
import { withoutWords } from "../../src/privacy/hold-words.ts";
import type { Settings } from "../../src/settings.ts";
import { WORDING } from "../catalogues.ts";
import { countingIds, createWorld, settingsOf, type World } from "../world.ts";

const THEMES = readThemes();
const OPEN_HOURS = settingsOf({ ask: { quietHours: "" } });

export const DESK_KEY = "desk-key-of-the-test";
export const API_KEY = "api-key-of-the-test";

/** Hashes that cost next to nothing: as they are kept in earnest each takes a fifth of a second. */
export const QUICK = createPasswords({ memorySize: 64, iterations: 1 });

/** A desk that is served on a free port, on a clock of its own. */
export interface OpenDesk {
  readonly world: World;
  readonly platform: WebPlatform;
  readonly port: number;
  /** Without a trailing slash. */
  readonly origin: string;
  /** The printed address. */
  readonly url: string;
  /** A request as it is; redirects are not followed. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** A request with the desk's cookie, from a page of the desk. */
  sit(path: string, init?: RequestInit): Promise<Response>;
  /** A call of the help-desk API with its key; a body makes it a POST unless `init` says otherwise. */
  call(path: string, body?: unknown, init?: RequestInit): Promise<Response>;
}

export interface DeskOptions extends Partial<Omit<WebConfig, "desks" | "finder">> {
  readonly settings?: Settings;
  readonly from?: World;
}

/** Serves a desk until the test has ended. */
export async function openDesk({ from, settings = OPEN_HOURS, ...more }: DeskOptions = {}): Promise<OpenDesk> {
  const ids = countingIds();
  const world = from ?? createWorld({ settings, ids });
  const { store, bot, log } = world;
  const drawDigest: WebDesk["drawDigest"] = (digest) =>
    digestSvg(digest, { theme: "page", speaker: createSpeaker({ wording: WORDING, settings }) });
  const served: WebDesk = {
    deskId: DEFAULT_DESK,
    themes: THEMES,
    drawDigest,
    drawSpan: createDrawSpan({ wording: WORDING, settings }),
    store: withoutWords(store),
    bot,
    log,
    ids,
    settings,
    wording: WORDING,
    clock: { now: world.now },
  };
  const ready = async () => ({ ok: true, checks: { database: true } });
  const bound = {
    host: "127.0.0.1",
    port: 0,
    publicUrl: null,
    apiKeys: [API_KEY],
    apiPerMinute: 60_000,
    deskKey: DESK_KEY,
    widgetSecrets: [],
    ready,
    roleOf: async () => null,
    passwords: QUICK,
  };
  const platform = createWebPlatform({ desks: [served], finder: world.allDesks, ...bound, ...more });
  const { port, url } = await platform.start();
  onTestFinished(() => platform.stop());
  const origin = `http://127.0.0.1:${port}`;
  const ask = (path: string, init?: RequestInit) => fetch(`${origin}${path}`, { redirect: "manual", ...init });
  const withHeaders = (init: RequestInit | undefined, headers: Record<string, string>) => ({
    ...init,
    headers: { ...headers, ...(init?.headers as Record<string, string> | undefined) },
  });
  return {
    ...{ world, platform, port, origin, url, ask },
    sit: (path, init) => ask(path, withHeaders(init, { Cookie: `emptychair-${port}=${DESK_KEY}`, Origin: origin })),
    call: (path, body, init) => {
      const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
      const headers = { Authorization: `Bearer ${API_KEY}`, "Content-Type": "application/json" };
      return ask(`/api/v1${path}`, withHeaders({ ...sent, ...init }, headers));
    },
  };
}
