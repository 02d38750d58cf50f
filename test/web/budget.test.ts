import { expect, it } from "vitest";
import { gatherCases, gatherCords, gatherTalks } from "../../adapters/slack/gather-team-home.ts";
import { readThemes } from "../../adapters/themes.ts";
import { giveOverview, giveOwnData } from "../../src/chat/asked-overview.ts";
import { giveFound } from "../../src/chat/asked-search.ts";
import { ownLessons } from "../../src/chat/find-lessons.ts";
import type { Asking } from "../../src/chat/find-overview.ts";
import { ownSittings } from "../../src/chat/find-sittings.ts";
import type { Overview } from "../../src/chat/give-overview.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { withoutWords } from "../../src/privacy/hold-words.ts";
import { WORDING } from "../catalogues.ts";
import { readsAcross, readsThrough } from "../database/plans.ts";
import { countingIds, createWorld, settingsOf, type World } from "../world.ts";
import { APART, type CountedStore, conversation, countedStore, LATEST, type Reading } from "./counted-desk.ts";
import { type OpenDesk, openDesk } from "./open-desk.ts";

/** How many conversations the two desks have; whatever is read more of at the second grows with the table. */
const FEW = 310;
const MANY = 620;
/** So many rows and statements more may be read at the larger desk. The smaller one fills every list, and the weeks that are read for the digest which is opened. */
const SLACK = 20;
/** What counts a week: a row more for each day that the desk is older, up to 181, tells after how many customers were heard from again. */
const BY_DAYS: readonly string[] = ["/digest/:week", "/digest/:week/audit", "digest"];
const DAYS_OLDER = Math.ceil(((MANY - FEW) * APART) / 24);
/** So many rows may be read at all: those of a page's lists, with what each needs. */
const MOST = 800;

/** Pages that open at these desks; those of the settings read files and no rows. */
const READ = [
  ...["/", "/agent", "/team", "/team/enhance", "/executive", "/cases", "/cases/:id", "/search", "/people"],
  ...[
    "/conversations/:id",
    "/customers/:id",
    "/explore",
    "/products",
    "/products/:product",
    "/digest",
    "/digest/:week",
  ],
];

const SETTINGS = settingsOf({ ask: { quietHours: "" }, products: [{ id: "app", name: "Mobile app" }] });
const LEAD: Person = { address: "web:agent:birch", role: "admin", name: "Birch" };
const CUSTOMER: Person = { address: `web:customer:${LATEST}`, role: "customer" };
const OVERVIEWS: readonly Overview[] = ["status", "digest", "cases", "enhance", "greetings"];

/** What somebody may ask for in chat, and what App Home is made of, by name. */
function asked(world: World): Readonly<Record<string, () => Promise<unknown>>> {
  const bot = world.bot.at(DEFAULT_DESK);
  const store = withoutWords(world.store);
  const words = { wording: WORDING, settings: SETTINGS, locale: "en" };
  const clock = { now: world.now };
  const asking: Asking = { ...words, deskId: DEFAULT_DESK, store, clock, themes: readThemes(), by: LEAD };
  const desk = { ...asking, store: world.store, bot, log: world.log } as never;
  const overviews = OVERVIEWS.map((one) => [one, () => giveOverview(bot, one, asking)] as const);
  return {
    ...Object.fromEntries(overviews),
    search: () => giveFound(bot, "late", asking),
    data: () => giveOwnData({ ...asking, by: CUSTOMER, bot }),
    lessons: () => ownLessons(asking),
    "home: sittings": () => ownSittings(asking),
    "home: conversations": () => gatherTalks(desk, "T1", 0, 10),
    "home: cases": () => gatherCases(desk, { words, by: LEAD }, 0, 10),
    "home: cords": () => gatherCords(desk, words),
  };
}

interface Measured {
  readonly desk: OpenDesk;
  readonly counted: CountedStore;
  /** What is read for the page; null where it does not open. */
  read(path: string): Promise<Reading | null>;
  readonly asked: ReturnType<typeof asked>;
}

async function deskOf(size: number): Promise<Measured> {
  const counted = await countedStore();
  const changes = Array.from({ length: size }, (_, index) => conversation(index)).flat();
  expect(await counted.store.save(DEFAULT_DESK, { id: null, at: 0 }, changes)).toBe("saved");
  const world = createWorld({ settings: SETTINGS, ids: countingIds(), store: counted.store });
  const desk = await openDesk({ from: world, settings: SETTINGS });
  return {
    ...{ desk, counted, asked: asked(world) },
    read: async (path) => {
      counted.take();
      const answer = await desk.sit(path);
      await answer.text();
      return answer.status === 200 ? counted.take() : null;
    },
  };
}
const PARTS: Readonly<Record<string, string>> = {
  ...{ cases: `case-${LATEST}`, conversations: `interaction-${LATEST}`, customers: `customer-${LATEST}` },
  ...{ products: "app", digest: "2026-W46", sitting: "none", live: "none" },
};

/** The address of a route with what a reader asks for; null where nothing known can stand in it. */
function addressOf(path: string): string | null {
  const [, section = ""] = path.split("/");
  const filled = path.replace(/:(\w+)/g, () => PARTS[section] ?? "");
  return filled.includes("//") || filled.endsWith("/") ? (path === "/" ? "/?name=Lime" : null) : `${filled}?name=Lime`;
}

/** What is no page for the team to look at: programs, files, feeds and the customer's own. */
const NO_PAGES = /^\/(?:api|public|live|desks|survey|healthz|readyz|metrics|enter|hooks)\b|\.(?:svg|png|csv|json)$/;

function pagesOf({ platform }: OpenDesk): string[] {
  const gets = platform.app.routes.filter(
    ({ method, path }) => method === "GET" && !NO_PAGES.test(path) && !path.includes("*"),
  );
  return [...new Set(gets.map(({ path }) => path))];
}

/** A sentence for what grows between the desks, or is too much at the larger one. */
function excess(name: string, few: Reading, many: Reading): string[] {
  const days = BY_DAYS.includes(name) ? DAYS_OLDER : 0;
  const isMore = many.rows > few.rows + SLACK + days || many.statements > few.statements + SLACK;
  if (!isMore && many.rows <= MOST + days) return [];
  const told = ({ rows, statements }: Reading) => `${rows} rows by ${statements} statements`;
  return [`${name} reads ${told(few)} of ${FEW} conversations, ${told(many)} of ${MANY}`];
}

it("reads no more for a page, a command or App Home at a desk of twice as many conversations", async () => {
  const few = await deskOf(FEW);
  const many = await deskOf(MANY);
  const over: string[] = [];
  const opened: string[] = [];
  for (const page of pagesOf(many.desk)) {
    const address = addressOf(page);
    const [one, other] = address === null ? [null, null] : [await few.read(address), await many.read(address)];
    if (one === null || other === null) continue;
    opened.push(page);
    over.push(...excess(page, one, other));
  }
  expect(opened).toEqual(expect.arrayContaining(READ));
  for (const name of Object.keys(many.asked)) {
    const [one, other] = [few, many].map(async ({ counted, asked }) => {
      counted.take();
      await asked[name]?.();
      return counted.take();
    });
    over.push(...excess(name, await (one as Promise<Reading>), await (other as Promise<Reading>)));
  }
  expect(over).toEqual([]);
  const plans = [...many.counted.statements].map((sql) => ({ sql, steps: many.counted.stepsOf(sql) }));
  expect(plans.length).toBeGreaterThan(50);
  const found = plans.map(({ sql, steps }) => [sql, ...readsThrough(sql, steps), ...readsAcross(sql, steps)]);
  expect(found.filter(({ length }) => length > 1)).toEqual([]);
});
