import { expect, it } from "vitest";
import { readThemes } from "../../adapters/themes.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { type CordRow, cordFiguresOf } from "../../src/digest/cord-figures.ts";
import { digestMessage } from "../../src/digest/digest-messages.ts";
import { gatherDigest } from "../../src/digest/gather-digest.ts";
import { WORDING } from "../catalogues.ts";
import { agent, conversation, createWorld, customer, DAY, settingsOf } from "../world.ts";

const WEEK = { from: Date.parse("2026-11-15T23:00:00Z"), to: Date.parse("2026-11-22T23:00:00Z") };
const cord = (pulledAt: number, answeredAt: number | null, more: Partial<CordRow> = {}): CordRow => {
  const state = answeredAt === null ? "pulled" : "answered";
  return { line: "app", state, pulledAt, byAddress: null, responses: ["r1", "r2", "r3"], answeredAt, ...more };
};

it("are those pulled or answered in the week or standing at its end, the oldest first", () => {
  const { from, to } = WEEK;
  const rows = [
    cord(from + 2 * DAY, to + DAY, { line: "", byAddress: "web:agent:ash", responses: [] }),
    cord(from - 9 * DAY, from - 1),
    cord(from - 9 * DAY, from),
    cord(from - 8 * DAY, null),
    cord(to, null),
    cord(from + DAY, from + 2 * DAY, { state: "joined" }),
  ];
  const found = cordFiguresOf(rows, WEEK, to);
  expect(found).toEqual([
    { product: "app", pulledAt: "2026-11-06T23:00:00Z", detractors: 3, by: "rule", answeredAt: "2026-11-15T23:00:00Z" },
    { product: "app", pulledAt: "2026-11-07T23:00:00Z", detractors: 3, by: "rule", answeredAt: null },
    { product: null, pulledAt: "2026-11-17T23:00:00Z", detractors: 0, by: "person", answeredAt: null },
  ]);
});

it("stand in the digest's post as long as nobody has answered", async () => {
  const settings = settingsOf({ products: [{ id: "app", name: "Mobile app" }] });
  const world = createWorld({ settings });
  await world.writes(customer, "It is down.");
  await world.handle({ kind: "cord-pulled", conversation, by: agent, product: "app" });
  const themes = readThemes();
  const post = async () => {
    const id = { week: "2026-W47", zone: "Europe/Berlin", team: DEFAULT_DESK };
    const document = await gatherDigest(world.store, settings, { id, now: WEEK.to, themes });
    const counted = {
      computedAt: WEEK.to,
      postedAt: null,
      isLate: false,
      revision: 1,
      dueAt: null,
      history: [],
      chain: [],
      posts: [],
    };
    const row = { ...id, id: "d", version: 1, document, ...counted };
    return JSON.stringify(await digestMessage({ ...world, settings, wording: WORDING, themes }, row));
  };
  expect(await post()).toContain("The cord on Mobile app has been pulled since");
  const [pulled] = await world.store.list("cord", {});
  const by = { ...agent, role: "lead" } as const;
  await world.handle({ kind: "cord-answered", cordId: pulled?.id ?? "", by, sentence: "Mended." });
  expect(await post()).not.toContain("has been pulled since");
});
