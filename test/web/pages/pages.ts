import { Hono } from "hono";
import { digestSvg } from "../../../adapters/chart/digest-svg.ts";
import { createDrawSpan } from "../../../adapters/chart/draw-span.ts";
import { readThemes } from "../../../adapters/themes.ts";
import { placeDesks, type WebDesk } from "../../../adapters/web/desk.ts";
import { createLive } from "../../../adapters/web/live.ts";
import { createOwnAddress } from "../../../adapters/web/own-address.ts";
import { deskPages } from "../../../adapters/web/pages/desk-pages.ts";
import { spoken } from "../../../adapters/web/pages/page-words.ts";
import { createPasskeys } from "../../../adapters/web/passkeys.ts";
import { createPasswords } from "../../../adapters/web/passwords.ts";
import { DEFAULT_DESK } from "../../../src/desk.ts";
import { createSpeaker } from "../../../src/digest/say-figures.ts";
import type { Person } from "../../../src/interaction/customer.ts";
import { withoutWords } from "../../../src/privacy/hold-words.ts";
import { WORDING } from "../../catalogues.ts";
import { sampleRows } from "../../database/sample-rows.ts";
import { countingIds, createWorld, settingsOf, type World, type WorldOptions } from "../../world.ts";

const THEMES = readThemes();

/** The pages of a desk, asked without a server. */
export interface Pages {
  readonly world: World;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The text of a page. */
  read(path: string): Promise<string>;
  post(path: string, fields: Record<string, string>): Promise<Response>;
}

/** Pages over an empty store unless one is given; nobody is in cooldown, there are no quiet hours and no delay. Asked with the desk's key, or by `signedIn`. */
export function openPages(
  input: Record<string, unknown> = {},
  signedIn: Person | null = null,
  from: Pick<WorldOptions, "store" | "start"> = {},
): Pages {
  const ask = { delay: "0s", quietHours: "", cooldownAnswered: "0s", cooldownUnanswered: "0s" };
  const settings = settingsOf({ ask, products: [{ id: "billing", name: "Billing" }], ...input });
  const ids = countingIds();
  const world = createWorld({ settings, ids, ...from });
  const { store, bot, log } = world;
  const wording = WORDING;
  const clock = { now: world.now };
  const drawDigest: WebDesk["drawDigest"] = (digest) =>
    digestSvg(digest, { theme: "page", speaker: createSpeaker({ wording: WORDING, settings }) });
  const held = withoutWords(store);
  const parts = {
    deskId: DEFAULT_DESK,
    store: held,
    bot,
    settings,
    wording,
    clock,
    ids,
    log,
    themes: THEMES,
    drawDigest,
    drawSpan: createDrawSpan({ wording: WORDING, settings }),
  };
  const address = createOwnAddress({ host: "127.0.0.1", port: 80, publicUrl: "http://desk.test" });
  const app = new Hono();
  app.use(async (context, next) => {
    context.set("spoken", spoken({ wording, settings }));
    const byKey = { kind: "key", name: context.req.query("name") ?? null } as const;
    context.set(
      "visitor",
      signedIn === null ? byKey : { kind: "session", session: sampleRows().session, person: signedIn },
    );
    await next();
  });
  app.route(
    "/",
    deskPages(placeDesks([parts], { publicUrl: "http://desk.test" })[0], {
      address,
      live: createLive(bot),
      door: {
        address,
        hasPublicUrl: false,
        passwords: createPasswords(),
        passkeys: createPasskeys(parts),
        vouchers: [],
        roleOf: async () => null,
      },
    }),
  );
  return {
    world,
    get: async (path, headers = {}) => app.request(path, { headers }),
    read: async (path) => (await app.request(path)).text(),
    post: async (path, fields) => app.request(path, { method: "POST", body: new URLSearchParams(fields) }),
  };
}
