import { expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Change } from "../../src/outcome.ts";
import type { Reader, Store } from "../../src/ports.ts";
import { change, sampleRows } from "../database/sample-rows.ts";
import { countingIds, createWorld, HOUR, MONDAY_TEN, settingsOf } from "../world.ts";
import { type OpenDesk, openDesk } from "./open-desk.ts";

/** How many conversations the two desks have; whatever a page reads more of at the second grows with the table. */
const FEW = 310;
const MANY = 620;
/** So many rows more a page may read at the larger desk. The smaller one fills every list, and the weeks that are read for the digest which is opened. */
const SLACK = 20;
/** Pages for which a week is counted: a row more for each day that the desk is older, up to 181, tells after how many customers were heard from again. */
const BY_DAYS: readonly string[] = ["/digest/:week", "/digest/:week/audit"];
/** From one conversation to the next, hours. */
const APART = 3;
const DAYS_OLDER = Math.ceil(((MANY - FEW) * APART) / 24);
/** So many rows a page may read at all: those of its lists, with what each needs. */
const MOST = 750;

/** Pages that are known to read more, and why. */
const KNOWN: Readonly<Record<string, string>> = {};

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
const AGENT = { address: "web:agent:birch", name: "Birch" };

/** How many rows or counts an answer of the store is. */
function rowsIn(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  return answer === null || answer === undefined ? 0 : 1;
}

/** A store that counts what it gives. */
function countingStore(): { readonly store: Store; take(): number } {
  let count = 0;
  const counted = (reader: Reader): Reader =>
    new Proxy(reader, {
      get:
        (target, name: keyof Reader) =>
        async (...given: unknown[]) => {
          const answer: unknown = await (target[name] as (...all: unknown[]) => Promise<unknown>)(...given);
          count += rowsIn(answer);
          return answer;
        },
    });
  const whole = createMemoryStore();
  const take = () => {
    const taken = count;
    count = 0;
    return taken;
  };
  return { store: { ...whole, at: (desk) => counted(whole.at(desk)) }, take };
}

/** Key of the conversation that began last. */
const LATEST = "00000";

/** The rows as they are with somebody in every conversation of theirs. */
function ofCustomer(rows: ReturnType<typeof sampleRows>, customerId: string): ReturnType<typeof sampleRows> {
  const theirs = Object.entries(rows).map(([table, row]) => [
    table,
    "customerId" in row ? { ...row, customerId } : row,
  ]);
  return Object.fromEntries(theirs) as ReturnType<typeof sampleRows>;
}

/** All that is kept of one conversation, {@link APART} hours after the one before; every second has a case, every third is open, every tenth is of the same customer. */
function conversation(index: number): Change[] {
  const key = String(index).padStart(5, "0");
  const isRegular = index % 10 === 0;
  const rows = ofCustomer(sampleRows(key), isRegular ? `customer-${LATEST}` : `customer-${key}`);
  const at = MONDAY_TEN - index * APART * HOUR;
  const [score, band] = index % 2 === 0 ? ([3, "detractor"] as const) : ([8, "passive"] as const);
  const interaction = {
    ...rows.interaction,
    openedAt: at,
    lastActivityAt: at,
    state: index % 3 === 0 ? "open" : "resolved",
    agents: [AGENT],
  };
  const entries = [1, 2, 3].map((position) => ({
    ...rows.entry,
    id: `${key}/${position}`,
    position,
    text: "It is late.",
    at,
    deletedAt: null,
  }));
  const response = {
    ...rows.response,
    answeredAt: at,
    score,
    band,
    product: "app",
    comment: "Too slow.",
    creditedAgent: AGENT,
  };
  const item = {
    ...rows.case,
    state: index % 4 === 0 ? "new" : "resolved",
    openedAt: at,
    contactBy: at,
    dueAt: null,
    closedAt: index % 4 === 0 ? null : at,
    alerts: [],
  };
  const message = { kind: "alert", text: "Somebody is unhappy.", actions: [], caseId: rows.case.id };
  const post = {
    ...rows.post,
    lane: "web:team",
    state: "posted",
    postedAt: at,
    leaseOwner: null,
    leaseUntil: null,
    surveyId: null,
    message,
  };
  const all: [string, object][] = [
    ...(isRegular && key !== LATEST
      ? []
      : ([
          ["customer", { ...rows.customer, createdAt: at, teamMember: false }],
          ["identity", rows.identity],
        ] as [string, object][])),
    ["interaction", interaction],
    ...entries.map((entry): [string, object] => ["entry", entry]),
    ["resolution", { ...rows.resolution, at, imported: false, fate: "answered", fateReason: null }],
    ["survey", { ...rows.survey, state: "answered", dueAt: null, askedAt: at, endedAt: at, questionPostId: null }],
    ["response", response],
    ...(index % 2 === 0
      ? ([
          ["case", item],
          ["step", { ...rows.step, at }],
          ["post", post],
        ] as [string, object][])
      : []),
    ...(index % 2 === 1
      ? ([["enhancement", { ...rows.enhancement, hasWords: true, state: "open", openedAt: at }]] as [string, object][])
      : []),
  ];
  return all.map(([table, row]) => change(table as never, row as never));
}

interface Measured {
  readonly desk: OpenDesk;
  /** How many rows are read for the page; null where it does not open. */
  read(path: string): Promise<number | null>;
}

async function deskOf(size: number): Promise<Measured> {
  const { store, take } = countingStore();
  const changes = Array.from({ length: size }, (_, index) => conversation(index)).flat();
  expect(await store.save(DEFAULT_DESK, { id: null, at: 0 }, changes)).toBe("saved");
  const world = createWorld({ settings: SETTINGS, ids: countingIds(), store });
  const desk = await openDesk({ from: world, settings: SETTINGS });
  return {
    desk,
    read: async (path) => {
      take();
      const answer = await desk.sit(path);
      await answer.text();
      return answer.status === 200 ? take() : null;
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

it("reads no more rows for a page at a desk of many times as many conversations", async () => {
  const few = await deskOf(FEW);
  const many = await deskOf(MANY);
  const pages = pagesOf(many.desk);
  const over: string[] = [];
  const opened: string[] = [];
  for (const page of pages) {
    const address = addressOf(page);
    const [one, other] = address === null ? [null, null] : [await few.read(address), await many.read(address)];
    if (one === null || other === null) continue;
    opened.push(page);
    const days = BY_DAYS.includes(page) ? DAYS_OLDER : 0;
    if (other > one + SLACK + days || other > MOST + days)
      over.push(`${page} reads ${one} rows of ${FEW} conversations and ${other} of ${MANY}`);
  }
  expect(opened).toEqual(expect.arrayContaining(READ));
  const isOf = (page: string) => (line: string) => line.startsWith(`${page} `);
  expect(over.filter((line) => !Object.keys(KNOWN).some((page) => isOf(page)(line)))).toEqual([]);
  expect(Object.keys(KNOWN).filter((page) => !over.some(isOf(page)))).toEqual([]);
});
